"""`summarize()`: an article in, one grounded brief out. What a brief is made of stands in `summarizer.composition`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self

from summarizer import settings as configuration
from summarizer.errors import InputError
from summarizer.progress import Progress, Report, silent

# Everything else is imported at the first call: importing the public names must cost next to nothing.
if TYPE_CHECKING:
    import openai

    from summarizer.background import Background
    from summarizer.composition import Article, Desk
    from summarizer.llm import Endpoint, Model
    from summarizer.local import EmbeddedServer
    from summarizer.prompts import Prompts
    from summarizer.schema import Brief


def summarize(
    text: str,
    *,
    published: dt.date | dt.datetime | None = None,
    title: str | None = None,
    url: str | None = None,
    model: str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    prompts: str | Path | None = None,
    plan: str | None = None,
) -> Brief:
    """The brief of an article: actors, claims, deadlines and attacks, each tied to the exact characters that say it.

    Args:
        text: the article; offsets of the brief are code points into it.
        published: the day relative dates count from; without it they stay unresolved.
        title: kept in `source`, and shown to the model.
        url: kept in `source`.
        model: a name that the server knows, "local", or "gguf:/path"; None takes the setting.
        base_url: an OpenAI-compatible server.
        api_key: its key.
        prompts: a folder of prompts of one's own, used before the shipped ones.
        plan: "whole", "sections", "windows", "questions" or "auto".

    Raises:
        InputError: the text is blank or no str, or `published` is no date.
        SettingsError: a setting has a value that cannot be used.
        ModelUnavailable: no key and no embedded model.
        PromptError: a prompt is broken.
        CallFailed: one of its kinds: the model gave no usable answer.
    """
    with Summarizer(model, base_url=base_url, api_key=api_key, prompts=prompts, plan=plan) as summarizer:
        return summarizer.summarize(text, published=published, title=title, url=url)


async def asummarize(
    text: str,
    *,
    published: dt.date | dt.datetime | None = None,
    title: str | None = None,
    url: str | None = None,
    model: str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    prompts: str | Path | None = None,
    plan: str | None = None,
) -> Brief:
    """`summarize` for a running event loop; same arguments, same errors."""
    with Summarizer(model, base_url=base_url, api_key=api_key, prompts=prompts, plan=plan) as summarizer:
        return await summarizer.asummarize(text, published=published, title=title, url=url)


class Summarizer:
    """Makes briefs with one model, loaded once; safe in threads and inside a running event loop; a context manager.

    Args:
        model: as in `summarize`.
        base_url: as in `summarize`.
        api_key: as in `summarize`; never shown.
        prompts: as in `summarize`.
        client: an openai client of your own, sync or async, instead of one made from the settings.
        plan: as in `summarize`.
        timeout: seconds for one brief, all calls, re-asks and waits included.
        max_tokens_total: tokens in and out for one brief.
        endpoint: the server to ask, where the settings cannot describe it (a llama.cpp server of your own).
        progress: called with each step.

    Raises:
        SettingsError: a setting has a value that cannot be used.
        ModelUnavailable: the model may not or cannot be asked.
    """

    def __init__(
        self,
        model: str | None = None,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        prompts: str | Path | None = None,
        client: openai.OpenAI | openai.AsyncOpenAI | None = None,
        plan: str | None = None,
        timeout: float | None = None,
        max_tokens_total: int | None = None,
        endpoint: Endpoint | None = None,
        progress: Report = silent,
    ) -> None:
        if client is not None and model is None:
            model = configuration.HOSTED_MODEL  # a client of one's own never asks the embedded model
        self.settings = configuration.resolve(
            model=model,
            base_url=base_url,
            api_key=api_key,
            prompts=prompts,
            plan=plan,
            timeout=timeout,
            max_tokens_total=max_tokens_total,
        )
        if endpoint is None:
            self.settings.check_access(str(client.base_url) if client else None)
        self._client = client
        self._endpoint = endpoint
        self._report = progress
        self._lock = Lock()
        self._background: Background | None = None
        self._server: EmbeddedServer | None = None
        self._model: Model | None = None
        self._prompts: Prompts | None = None

    def summarize(
        self,
        text: str,
        *,
        published: dt.date | dt.datetime | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> Brief:
        """The brief of `text`; see `summarizer.summarize`. May be called from several threads at once."""
        from summarizer.composition import compose

        article = _article(text, published, title, url)
        desk = self._desk()
        return self._loop().run(compose(article, desk))

    async def asummarize(
        self,
        text: str,
        *,
        published: dt.date | dt.datetime | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> Brief:
        """The brief of `text`, for a running event loop."""
        import asyncio

        from summarizer.composition import compose

        article = _article(text, published, title, url)
        desk = await asyncio.to_thread(self._desk)
        try:
            return await compose(article, desk)
        finally:
            await desk.model.close()

    def close(self) -> None:
        """Let go of connections and of the embedded model; a second call does nothing."""
        with self._lock:
            background, self._background = self._background, None
            server, self._server = self._server, None
            model, self._model = self._model, None
        if background:
            if model:
                background.run(model.close())
            background.close()
        if server:
            from summarizer.local import release

            release(server)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _desk(self) -> Desk:
        """Model, prompts and a fresh account; at the first call the embedded model is fetched and started."""
        from summarizer.composition import Desk
        from summarizer.llm import Account, Model
        from summarizer.prompts import Prompts

        with self._lock:
            if self._prompts is None:
                self._prompts = Prompts.shared(self.settings.prompts)
            if self._model is None:
                self._model = Model(self._endpoint or self._settled(), client=self._client)
            account = Account(seconds=self.settings.timeout, tokens=self.settings.max_tokens_total)
            return Desk(self._model, self._prompts.rendering(), account, self.settings, self._report)

    def _settled(self) -> Endpoint:
        """The server that the settings name, the embedded one started."""
        from summarizer.llm import Endpoint

        chosen = self.settings
        if self._client is not None or not chosen.embedded:
            return Endpoint(chosen.model, chosen.base_url, chosen.api_key, keyless=chosen.keyless)
        from summarizer import local

        weights = local.weights(chosen.model, chosen.cache_dir, report=self._report)
        self._report(Progress("starting the embedded model", 0))
        self._server = local.acquire(weights, context_window=chosen.context_window, threads=chosen.threads)
        return Endpoint(
            self._server.model, self._server.base_url, self._server.api_key, provider="embedded", dialect="llama.cpp"
        )

    def _loop(self) -> Background:
        from summarizer.background import Background

        with self._lock:
            self._background = self._background or Background()
            return self._background


def _article(text: str, published: dt.date | dt.datetime | None, title: str | None, url: str | None) -> Article:
    from summarizer.composition import Article
    from summarizer.document import Document

    if isinstance(published, dt.datetime):
        published = published.date()
    if published is not None and not isinstance(published, dt.date):
        raise InputError(f"published must be a date or datetime, not {type(published).__name__} {published!r}")
    return Article(Document.of(text), published, title, url)
