"""One request and its repetitions: concessions, time, bill, back-off, translated errors."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarizer.errors import RequestRefused
from summarizer.llm.backoff import never_arrived, retrying
from summarizer.llm.concessions import Concessions
from summarizer.llm.messages import estimated_tokens
from summarizer.llm.reply import Reply, read
from summarizer.llm.translation import foreign_errors, translate
from summarizer.schema import Usage

if TYPE_CHECKING:
    from summarizer.errors import CallFailed
    from summarizer.llm.account import Account
    from summarizer.llm.connection import Connection
    from summarizer.llm.endpoint import Endpoint
    from summarizer.llm.limits import Limits

Body = Mapping[str, Any]


@dataclass
class Tally:
    """What one ask has come to so far, for the error that may end it."""

    requests: int = 0
    raw_output: str | None = None


class Sender:
    """Sends a chat completion until it is answered, or raises the error that says why not."""

    def __init__(
        self, endpoint: Endpoint, connection: Connection, limits: Limits, sleep: Callable[[float], Awaitable[None]]
    ) -> None:
        self.endpoint = endpoint
        self._connection = connection
        self.limits = limits
        self._sleep = sleep
        self._concessions = Concessions(is_openai=endpoint.is_openai)

    async def send(self, body: Body, account: Account, tally: Tally) -> Reply:
        """The server's reply, cut or not.

        Raises:
            CallFailed: there was none, or the model refused; with nothing chained that could show the key.
        """
        failure: CallFailed
        try:
            reply: Reply = await retrying(self.limits, account, self._sleep)(self._negotiate, body, account, tally)
        except foreign_errors() as error:
            failure = translate(
                error,
                self.endpoint,
                *self._connection.secrets,
                requests=tally.requests,
                keyless=self._connection.keyless,
            )
        else:
            self._require_consent(reply, tally)
            return reply
        # Outside the handler, or Python would chain the foreign error to ours.
        raise failure

    def _require_consent(self, reply: Reply, tally: Tally) -> None:
        """Note what the model said; a refusal is final, as the same question would be refused again."""
        tally.raw_output = self.endpoint.scrub(reply.refusal or reply.content, *self._connection.secrets)
        if reply.refusal or reply.finish_reason == "content_filter":
            why = f"it says {tally.raw_output[:200]!r}" if reply.refusal else "a content filter stopped it"
            raise RequestRefused(
                f"{self.endpoint.model} on {self.endpoint.host} refuses to answer: {why}; "
                "ask another model, or leave this text out"
            )

    async def _negotiate(self, body: Body, account: Account, tally: Tally) -> Reply:
        import openai

        while True:
            sent = self._concessions.apply(body)
            try:
                return await self._post(sent, account, tally)
            except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                self._concessions.learn(sent, error)
                if self._concessions.apply(body) == sent:
                    raise

    async def _post(self, body: Body, account: Account, tally: Tally) -> Reply:
        with account.request(_prompt_tokens(body)) as bill:
            tally.requests += 1
            try:
                answer = await self._in_time(body, account)
            except foreign_errors() as error:
                if never_arrived(error):
                    bill.waive()
                raise
            reply = read(answer)
            bill.settle(reply.usage or _estimate(reply, body))
            self._concessions.leave_room(reply)
            return reply

    async def _in_time(self, body: Body, account: Account) -> object:
        remaining = account.remaining()
        try:
            async with asyncio.timeout(min(remaining, self.limits.request_seconds)):
                return await self._connection.create(body)
        except TimeoutError:
            if remaining <= self.limits.request_seconds:
                raise account.timed_out(f"{self.endpoint.model} on {self.endpoint.host}") from None
            raise


def _estimate(reply: Reply, body: Body) -> Usage:
    return Usage(
        calls=1, input_tokens=_prompt_tokens(body), output_tokens=estimated_tokens(reply.content), estimated=True
    )


def _prompt_tokens(body: Body) -> int:
    return sum(estimated_tokens(message["content"]) for message in body["messages"])
