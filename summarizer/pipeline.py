"""`summarize()`: an article in, one grounded brief out. Reads as the table of contents of the house."""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Self, TypeVar

from summarizer import settings as configuration
from summarizer.document import Document, Sentence
from summarizer.drafts import Reading
from summarizer.errors import BudgetSpent, CallFailed, InputError, TimedOut
from summarizer.merge import Assembled, assemble
from summarizer.progress import Progress, Report, silent
from summarizer.schema import Brief, Run, Source

if TYPE_CHECKING:
    import openai

    from summarizer.llm import Account, Model
    from summarizer.local import EmbeddedServer
    from summarizer.prompts import Prompts, Rendering
    from summarizer.reading import Conversation
    from summarizer.reading.digest import Digest

R = TypeVar("R")


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
    """Makes briefs with one model, loaded once; safe in threads, a context manager.

    Args:
        model: as in `summarize`.
        base_url: as in `summarize`.
        api_key: as in `summarize`; never shown.
        prompts: as in `summarize`.
        client: an openai client of your own, sync or async, instead of one made from the settings.
        plan: as in `summarize`.
        timeout: seconds for one brief, all calls, re-asks and waits included.
        max_tokens_total: tokens in and out for one brief.
        progress: called with each step.
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
        progress: Report = silent,
    ) -> None:
        self.settings = configuration.resolve(
            model=model,
            base_url=base_url,
            api_key=api_key,
            prompts=prompts,
            plan=plan,
            timeout=timeout,
            max_tokens_total=max_tokens_total,
        )
        self.settings.check_access(str(client.base_url) if client else None)
        self._client = client
        self._report = progress
        self._lock = Lock()
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
        """The brief of `text`; see `summarizer.summarize`."""
        document, day = _checked(text, published)
        self._ready()
        return _run(self._closing(self._brief(document, day, title, url)))

    async def asummarize(
        self,
        text: str,
        *,
        published: dt.date | dt.datetime | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> Brief:
        """The brief of `text`, for a running event loop."""
        document, day = _checked(text, published)
        await asyncio.to_thread(self._ready)
        return await self._closing(self._brief(document, day, title, url))

    def close(self) -> None:
        """Let go of the embedded model; a second call does nothing."""
        with self._lock:
            server, self._server, self._model = self._server, None, None
        if server:
            from summarizer.local import release

            release(server)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    async def _brief(self, document: Document, published: dt.date | None, title: str | None, url: str | None) -> Brief:
        started = time.monotonic()
        account, rendering = self._account(), self._ready()[1].rendering()
        conversations = self._conversations(document, published, title, account, rendering)
        reading, unread = await self._read(conversations)
        items = assemble(reading, document, published)
        digest = await self._digest(conversations[0], items)
        return self._assembled(document, published, title, url, items, digest, reading, unread, account, rendering, started)

    async def _read(self, conversations: list[Conversation]) -> tuple[Reading, list[Conversation]]:
        """What all parts say, and the parts that could not be read; raises where not even one could."""
        from summarizer.reading import PLANS

        plan, reading, unread = PLANS[self._plan()], Reading(), []
        for conversation in conversations:
            part = Reading()
            try:
                await plan(conversation, part)
            except CallFailed as error:
                if len(conversations) == 1 or len(unread) == len(conversations) - 1:
                    raise
                unread.append(conversation)
                reading.warnings.append(f"sentences {_span(conversation.part)} were not read: {error}")
            else:
                reading.join(part)
        return reading, unread

    async def _digest(self, conversation: Conversation, items: Assembled) -> Digest:
        from summarizer.reading.digest import Digest, digest

        try:
            return await digest(conversation, items)
        except (TimedOut, BudgetSpent) as error:
            first = conversation.document.quote(conversation.document.sentences[0])
            return Digest(first, "", [], [f"no summary: {error}"])

    def _conversations(
        self, document: Document, published: dt.date | None, title: str | None, account: Account, rendering: Rendering
    ) -> list[Conversation]:
        from summarizer.reading import Conversation, parts_of

        model = self._ready()[0]
        return [
            Conversation(model, rendering, account, document, part, published, title, self._report)
            for part in parts_of(document, self.settings.context_window)
        ]

    def _assembled(
        self,
        document: Document,
        published: dt.date | None,
        title: str | None,
        url: str | None,
        items: Assembled,
        digest: Digest,
        reading: Reading,
        unread: list[Conversation],
        account: Account,
        rendering: Rendering,
        started: float,
    ) -> Brief:
        from summarizer import __version__

        model = self._ready()[0]
        lost = {s.number for conversation in unread for s in conversation.part}
        run = Run(
            model=self.settings.model,
            provider=model.endpoint.provider,
            prompts=rendering.refs,
            library_version=__version__,
            usage=account.usage,
            seconds=round(time.monotonic() - started, 3),
            partial=bool(unread),
            coverage=_coverage([s for s in document.sentences if s.number not in lost]),
            rejected=[*items.rejected, *digest.rejected],
            warnings=[*reading.warnings, *digest.warnings],
        )
        return Brief(
            headline=digest.headline,
            summary=digest.summary,
            actors=items.actors,
            claims=items.claims,
            deadlines=items.deadlines,
            attacks=items.attacks,
            source=Source(
                title=title,
                url=url,
                published=published,
                language=document.language,
                chars=len(document.text),
                sha256=document.sha256,
            ),
            run=run,
        )

    def _plan(self) -> str:
        """The plan in force: what reads best by measurement where none is chosen (evals/NOTES.md)."""
        if self.settings.plan != "auto":
            return self.settings.plan
        return "questions" if self.settings.embedded else "sections"

    def _account(self) -> Account:
        from summarizer.llm import Account

        return Account(seconds=self.settings.timeout, tokens=self.settings.max_tokens_total)

    def _ready(self) -> tuple[Model, Prompts]:
        """The model and the prompts, made at the first call; the embedded model is fetched and started here."""
        from summarizer.llm import Model
        from summarizer.prompts import Prompts

        with self._lock:
            if self._prompts is None:
                self._prompts = Prompts.of(self.settings.prompts)
            if self._model is None:
                self._model = Model(self._endpoint(), client=self._client)
            return self._model, self._prompts

    def _endpoint(self) -> Any:
        from summarizer.llm import Endpoint

        chosen = self.settings
        if self._client is not None or not chosen.embedded:
            return Endpoint(chosen.model, chosen.base_url, chosen.api_key, provider="openai", dialect="openai")
        from summarizer import local

        weights = local.weights(chosen.model, chosen.cache_dir, report=self._report)
        self._report(Progress("starting the embedded model", 0))
        self._server = local.acquire(weights, context_window=chosen.context_window, threads=chosen.threads)
        return Endpoint(
            self._server.model, self._server.base_url, self._server.api_key, provider="embedded", dialect="llama.cpp"
        )

    async def _closing(self, work: Coroutine[Any, Any, R]) -> R:
        """Run in this event loop and close what it opened there."""
        model = self._ready()[0]
        try:
            return await work
        finally:
            with suppress(RuntimeError):
                await model.close()


def _checked(text: str, published: dt.date | dt.datetime | None) -> tuple[Document, dt.date | None]:
    if isinstance(published, dt.datetime):
        published = published.date()
    if published is not None and not isinstance(published, dt.date):
        raise InputError(f"published must be a date or datetime, not {type(published).__name__} {published!r}")
    return Document.of(text), published


def _run(work: Coroutine[Any, Any, R]) -> R:
    """The result of a coroutine, from anywhere: inside a running event loop it gets a thread of its own."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def _coverage(sentences: list[Sentence]) -> list[tuple[int, int]]:
    """The spans of the text that were read, neighbours joined."""
    spans: list[tuple[int, int]] = []
    number = 0
    for sentence in sentences:
        if spans and sentence.number == number + 1:
            spans[-1] = (spans[-1][0], sentence.end)
        else:
            spans.append((sentence.start, sentence.end))
        number = sentence.number
    return spans


def _span(part: Any) -> str:
    return f"{part[0].number} to {part[-1].number}"
