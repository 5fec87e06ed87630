"""`summarize()`: an article in, one grounded brief out. What a brief is made of stands in `summarizer.composition`."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Self, Unpack

from summarizer import settings as configuration
from summarizer.progress import Report, silent

# Everything else is imported at the first call: importing the public names must cost next to nothing.
if TYPE_CHECKING:
    import openai

    from summarizer.composition import Article
    from summarizer.llm import Endpoint
    from summarizer.schema import Brief
    from summarizer.settings import Arguments, Settings


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
        published: the day relative dates count from; without it they stay unresolved. Of a datetime only its day
            counts, in its own zone.
        title: kept in `source`, and shown to the model.
        url: kept in `source`.
        model: a name that the server knows, "local", or "gguf:/path"; None takes the setting.
        base_url: an OpenAI-compatible server.
        api_key: its key.
        prompts: a folder of prompts of one's own, used before the shipped ones.
        plan: "whole", "sections", "windows", "questions" or "auto".

    Raises:
        InputError: the text is blank or no str, `published` is no date, or `title` or `url` is no str.
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
    from summarizer.threads import in_daemon_thread

    summarizer = Summarizer(model, base_url=base_url, api_key=api_key, prompts=prompts, plan=plan)
    try:
        return await summarizer.asummarize(text, published=published, title=title, url=url)
    finally:
        # The embedded model takes a moment to stop, in which the caller's loop has others to serve.
        await in_daemon_thread(summarizer.close)


class Summarizer:
    """Makes briefs with one model, loaded once; safe in threads and inside a running event loop; a context manager.

    Args:
        model: as in `summarize`.
        base_url: as in `summarize`.
        api_key: as in `summarize`; never shown.
        prompts: as in `summarize`.
        client: an openai client of your own, sync or async, instead of one made from the settings. It decides which
            server is asked; an async one belongs to the event loop that first used it.
        plan: as in `summarize`.
        timeout: seconds for one brief, all calls, re-asks and waits included.
        max_tokens_total: tokens in and out for one brief.
        endpoint: the server to ask, where the settings cannot describe it (a llama.cpp server of your own).
        progress: called with each step, in whichever thread takes it.

    Raises:
        SettingsError: a setting has a value that cannot be used, or forbids the server.
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
        from summarizer.office import Office

        self.settings = _settings(
            client,
            model=model,
            base_url=base_url,
            api_key=api_key,
            prompts=prompts,
            plan=plan,
            timeout=timeout,
            max_tokens_total=max_tokens_total,
        )
        server = client.base_url if client is not None else endpoint and endpoint.url
        self.settings.check_access(str(server) if server else None)
        self._office = Office(self.settings, progress, client=client, endpoint=endpoint)

    def summarize(
        self,
        text: str,
        *,
        published: dt.date | dt.datetime | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> Brief:
        """The brief of `text`; see `summarizer.summarize`. May be called from several threads at once.

        Raises:
            ModelUnavailable: also where the Summarizer was closed, before the call or during it.
        """
        from summarizer.composition import compose

        article = _article(text, published, title, url)
        desk = self._office.desk()
        return self._office.background.run(compose(article, desk))

    async def asummarize(
        self,
        text: str,
        *,
        published: dt.date | dt.datetime | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> Brief:
        """`summarize` for a running event loop, which serves others meanwhile; several calls at once share all."""
        from summarizer.threads import in_daemon_thread

        # In threads, with their imports: what tells the language, and the model, take a second and more to load.
        article = await in_daemon_thread(partial(_article, text, published, title, url))
        desk = await in_daemon_thread(self._office.desk)
        from summarizer.composition import compose

        if desk.model.is_bound_to_loop:
            return await compose(article, desk)
        return await self._office.background.arun(compose(article, desk))

    def close(self) -> None:
        """Let go of connections and of the embedded model, for good; a second call does nothing.

        Calls that other threads are waiting for end with ModelUnavailable.
        """
        self._office.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _settings(client: openai.OpenAI | openai.AsyncOpenAI | None, **arguments: Unpack[Arguments]) -> Settings:
    """The settings in force; a client decides the server, and with it the window, and never asks the embedded model."""
    if client is None:
        return configuration.resolve(**arguments)
    if not hasattr(client, "base_url"):
        raise TypeError(f"client must be an openai.OpenAI or openai.AsyncOpenAI, not {type(client).__name__}")
    arguments["base_url"] = str(client.base_url)
    settings = configuration.resolve(**arguments)
    if settings.embedded and arguments.get("model") is None:
        # Weights that the environment or the file names are for calls without a client.
        arguments["model"] = configuration.HOSTED_MODEL
        return configuration.resolve(**arguments)
    return settings


def _article(text: str, published: dt.date | dt.datetime | None, title: str | None, url: str | None) -> Article:
    """What is to be read, checked before a model is paid for it."""
    from summarizer.composition import Article
    from summarizer.dates import require_day
    from summarizer.document import Document, require_characters

    require_day(published)
    if isinstance(published, dt.datetime):
        published = published.date()
    for name, value in {"title": title, "url": url}.items():
        if value is not None:
            require_characters(value, f"the {name}")
    return Article(Document.of(text), published, title, url)
