"""What a `Summarizer` holds open between its briefs: prompts, a model, the embedded server, the loop that asks it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from summarizer.background import Background, closed
from summarizer.progress import Progress, Report

# What a brief needs is imported with the first one: making a `Summarizer` must cost next to nothing.
if TYPE_CHECKING:
    import openai

    from summarizer.composition import Desk
    from summarizer.llm import Endpoint, Model
    from summarizer.local import EmbeddedServer
    from summarizer.prompts import Prompts
    from summarizer.settings import Settings

Serve = Callable[["Settings", Report], "EmbeddedServer"]


def serve_embedded(settings: Settings, report: Report) -> EmbeddedServer:
    """A server of the embedded model, whose weights are fetched where they are missing."""
    from summarizer import local

    weights = local.weights(settings.model, settings.cache_dir, report=report)
    report(Progress("starting the embedded model", 0))
    return local.acquire(weights, context_window=settings.context_window, threads=settings.threads)


class Office:
    """Opened at the first brief, and closed for good; safe in threads.

    Args:
        settings: of every brief.
        report: called with each step.
        client: an openai client of the caller's own, asked instead of one made from the settings.
        endpoint: the server to ask, instead of what the settings name.
        serve: starts the embedded model's server.
    """

    def __init__(
        self,
        settings: Settings,
        report: Report,
        *,
        client: openai.OpenAI | openai.AsyncOpenAI | None = None,
        endpoint: Endpoint | None = None,
        serve: Serve = serve_embedded,
    ) -> None:
        self._settings = settings
        self._report = report
        self._client = client
        self._endpoint = endpoint
        self._serve = serve
        self._opening = Lock()  # held through download and load: a second caller waits instead of loading again
        self._holding = Lock()  # held for an instant only, so that closing need not wait for a download
        self._closed = False
        self._prompts: Prompts | None = None
        self._model: Model | None = None
        self._server: EmbeddedServer | None = None
        self._background: Background | None = None

    def desk(self) -> Desk:
        """Model, prompts and a fresh account; at the first call the embedded model is fetched and started.

        Raises:
            ModelUnavailable: there is no model to be had, or the office was closed meanwhile.
        """
        from summarizer.composition import Desk
        from summarizer.llm import Account, Model
        from summarizer.prompts import Prompts

        with self._opening:
            self._require_open()
            self._prompts = self._prompts or Prompts.shared(self._settings.prompts)
            self._model = self._model or Model(self._endpoint or self._settled(), client=self._client)
            rendering = self._prompts.rendering()
        account = Account(seconds=self._settings.timeout, tokens=self._settings.max_tokens_total)
        return Desk(self._model, rendering, account, self._settings, self._report)

    @property
    def background(self) -> Background:
        """The loop that all briefs share; ModelUnavailable once the office is closed."""
        with self._holding:
            if self._closed:
                raise closed()
            self._background = self._background or Background()
            return self._background

    def close(self) -> None:
        """End the briefs under way, and let go of connections and of the embedded model; a second call does nothing.

        A model that is being fetched or started is not waited for: who fetches it lets go of it.
        """
        with self._holding:
            self._closed = True
            background, self._background = self._background, None
            server, self._server = self._server, None
        try:
            if background:
                background.close(self._model.close if self._model else None)
        finally:
            if server:
                _release(server)

    def _settled(self) -> Endpoint:
        """The server that the settings name, the embedded one started."""
        from summarizer.llm import Endpoint

        chosen = self._settings
        if self._client is not None or not chosen.embedded:
            return Endpoint(chosen.model, chosen.base_url, chosen.api_key, keyless=chosen.keyless)
        server = self._serve(chosen, self._tell)
        with self._holding:
            if not self._closed:
                self._server = server
                return Endpoint(server.model, server.base_url, server.api_key, provider="embedded", dialect="llama.cpp")
        _release(server)
        raise closed()

    def _tell(self, progress: Progress) -> None:
        """Report a step of the start; once the office is closed, nobody waits for the steps that are left."""
        self._require_open()
        self._report(progress)

    def _require_open(self) -> None:
        if self._closed:
            raise closed()


def _release(server: EmbeddedServer) -> None:
    from summarizer.local import release

    release(server)
