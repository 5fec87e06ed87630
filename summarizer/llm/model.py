"""Asking a model for a typed answer, or for the weight of some options."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from summarizer.errors import CallFailed, RequestRefused
from summarizer.llm import choices
from summarizer.llm.connection import Connection
from summarizer.llm.limits import Limits
from summarizer.llm.messages import Message, Reask, request_body
from summarizer.llm.question import Question
from summarizer.llm.sender import Sender, Tally
from summarizer.llm.structured import load

if TYPE_CHECKING:
    import openai
    from pydantic import BaseModel

    from summarizer.llm.account import Account
    from summarizer.llm.endpoint import Endpoint

T = TypeVar("T", bound="BaseModel")

_ALTERNATIVES = {"openai": 20, "llama.cpp": 64}
"""Candidates for the next token that a server will list."""


class Model:
    """A model behind an OpenAI-compatible server; safe in threads, tasks and several event loops.

    Args:
        endpoint: where and whom to ask; a client of the caller's own decides where.
        client: an openai client of the caller's own, sync or async, used as it is but for its retries; an async one
            belongs to the event loop it was first used in. Without it a client is made.
        limits: bounds of each ask.
        sleep: waits between attempts, in seconds.

    Raises:
        TypeError: `client` is not an openai client.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        client: openai.OpenAI | openai.AsyncOpenAI | None = None,
        limits: Limits | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        load()
        limits = limits or Limits()
        self._connection = Connection(endpoint, client, limits)
        self.endpoint = self._connection.endpoint
        self._sender = Sender(self.endpoint, self._connection, limits, sleep)

    async def ask(
        self,
        messages: Sequence[Message],
        draft: type[T],
        *,
        account: Account,
        max_tokens: int,
        reask: Callable[[Reask], str],
        temperature: float = 0,
        check: Callable[[T], str | None] | None = None,
    ) -> T:
        """One typed answer, decoded greedily unless a temperature is given.

        Args:
            messages: the conversation; its last turn is the question.
            draft: what the answer must be; its bounds are enforced whatever the server does about them.
            account: what may be spent, and where it is booked.
            max_tokens: of the answer.
            reask: words the follow-up to an answer that cannot be used; that answer is shown before it.
            temperature: of the sampling; above 0 the same question may get another answer.
            check: says what is wrong with an answer that fits the draft, or None; what it says is re-asked too.

        Raises:
            CallFailed: one of its kinds, with attempts, usage so far and the last raw output.
        """
        with self._attributed(account) as tally:
            question = Question(draft, max_tokens, temperature, reask, check, self._sender, account, tally)
            return await question.ask(messages)

    async def weigh(self, messages: Sequence[Message], options: Sequence[str], *, account: Account) -> dict[str, float]:
        """Log-probability (natural) of each option as the beginning of the answer.

        An option is recognised by its first token, so options must differ there; one that is not among the
        candidates the server lists gets the lowest log-probability listed.

        Raises:
            RequestRefused: the server gives no log-probabilities.
            CallFailed: one of its other kinds.
            ValueError: options are blank, or the same but for case.
        """
        choices.require_distinct(options)
        body = request_body(self.endpoint, messages, max_tokens=1)
        body |= {"logprobs": True, "top_logprobs": _ALTERNATIVES[self.endpoint.dialect]}
        with self._attributed(account) as tally:
            reply = await self._sender.send(body, account, tally)
            if not reply.candidates:
                raise RequestRefused(
                    f"{self.endpoint.host} gives no log-probabilities for {self.endpoint.model}; "
                    "choose a plan that does without them"
                )
        return choices.score(reply.candidates, options)

    @property
    def is_bound_to_loop(self) -> bool:
        """Whether it asks by an async client of the caller's own, which belongs to the caller's event loop."""
        return self._connection.is_bound_to_loop

    async def close(self) -> None:
        """Close what was opened in this event loop; the caller's own client stays open."""
        await self._connection.close()

    @contextmanager
    def _attributed(self, account: Account) -> Iterator[Tally]:
        """Count what one ask comes to, and tell it with the error that ends it."""
        tally = Tally()
        try:
            yield tally
        except CallFailed as failure:
            failure.attempts, failure.usage, failure.raw_output = tally.requests, account.usage, tally.raw_output
            raise
