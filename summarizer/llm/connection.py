"""The way to a server: the caller's openai client, or clients of our own, one for each event loop."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from summarizer.llm.reply import NotACompletion
from summarizer.threads import in_daemon_thread

if TYPE_CHECKING:
    import ssl

    import openai

    from summarizer.llm.endpoint import Endpoint
    from summarizer.llm.limits import Limits

_NO_KEY = "none"
"""Sent where there is no key: given none, the SDK would look for OPENAI_API_KEY and send that."""


class Connection:
    """Sends one chat completion at a time, without retries of its own; safe in threads and event loops.

    Raises:
        TypeError: `client` is not an openai client.
    """

    def __init__(self, endpoint: Endpoint, client: openai.OpenAI | openai.AsyncOpenAI | None, limits: Limits) -> None:
        import openai
        import openai.resources.chat  # which the first request would load otherwise, within its time

        if client is not None and not isinstance(client, openai.OpenAI | openai.AsyncOpenAI):
            raise TypeError(f"client must be an openai.OpenAI or openai.AsyncOpenAI, not {type(client).__name__}")
        # Where a client of the caller's own leads is its business, and what messages must name.
        self.endpoint = endpoint if client is None else replace(endpoint, base_url=str(client.base_url))
        self._limits = limits
        self._given = client and client.with_options(max_retries=0)
        # Pooled connections belong to the loop that opened them; a second loop, in another thread, needs its own.
        self._own: WeakKeyDictionary[asyncio.AbstractEventLoop, openai.AsyncOpenAI] = WeakKeyDictionary()
        self._lock = threading.Lock()

    @property
    def secrets(self) -> tuple[str, ...]:
        """The key of the caller's client, which no message may show."""
        key = getattr(self._given, "api_key", None)
        return (key,) if isinstance(key, str) and key else ()

    @property
    def keyless(self) -> bool:
        """Whether nothing is sent that a server could reject; what the caller's client sends is its business."""
        return self._given is None and not self.endpoint.api_key

    @property
    def is_bound_to_loop(self) -> bool:
        """Whether the caller's client is an async one, whose connections belong to the loop that opened them."""
        import openai

        return isinstance(self._given, openai.AsyncOpenAI)

    async def create(self, body: Mapping[str, Any]) -> object:
        """What the server answers to one request, in the form the SDK gives it.

        Raises:
            openai.OpenAIError: the request failed.
            NotACompletion: the answer calls itself JSON and is none.
        """
        import openai

        client: Any = self._given or self._own_client()
        create = partial(client.chat.completions.create, **body)
        try:
            return await (in_daemon_thread(create) if isinstance(client, openai.OpenAI) else create())
        except UnicodeEncodeError:
            raise  # of the request, and no word of the server's
        except (ValueError, RecursionError) as error:
            # Bytes that are no text, a text that is no JSON, a number of five thousand digits, lists without end.
            raise NotACompletion(f"{type(error).__name__}: {error}") from None

    async def close(self) -> None:
        """Close the client that this event loop opened; the caller's own stays open."""
        with self._lock:
            client = self._own.pop(asyncio.get_running_loop(), None)
        if client is not None:
            await client.close()

    def _own_client(self) -> openai.AsyncOpenAI:
        loop = asyncio.get_running_loop()
        with self._lock:
            if loop not in self._own:
                self._own[loop] = self._new_client()
            return self._own[loop]

    def _new_client(self) -> openai.AsyncOpenAI:
        import openai

        timeout = openai.Timeout(self._limits.request_seconds, connect=self._limits.connect_seconds)
        client = openai.AsyncOpenAI(
            api_key=self.endpoint.api_key or _NO_KEY,
            base_url=self.endpoint.url,
            max_retries=0,
            timeout=timeout,
            http_client=openai.DefaultAsyncHttpxClient(
                timeout=timeout,
                verify=_tls_context(),
                # A redirect would carry the article to a host that nobody named.
                follow_redirects=False,
                # A proxy of the environment is no way to a server on this machine.
                trust_env=not self.endpoint.is_loopback,
            ),
        )
        if not self.endpoint.is_openai:
            # The SDK takes these from the environment too, and they are OpenAI's business only.
            client.organization = client.project = None
        return client


@cache
def _tls_context() -> ssl.SSLContext:
    """Made once: reading the certificates takes longer than all the rest of a client."""
    import httpx2

    return httpx2.create_ssl_context()
