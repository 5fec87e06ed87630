"""One question, asked until its answer can be used or the re-asks are spent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from summarizer.errors import OutputInvalid, OutputTruncated
from summarizer.llm.loops import find_loop
from summarizer.llm.messages import FaultKind, Message, Reask, follow_up, request_body
from summarizer.llm.structured import Misfit, structured
from summarizer.llm.wire import response_format

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion
    from pydantic import BaseModel

    from summarizer.errors import CallFailed
    from summarizer.llm.account import Account
    from summarizer.llm.sender import Sender, Tally

T = TypeVar("T", bound="BaseModel")

_LONGEST_UNIT = 200


@dataclass(frozen=True)
class _Fault:
    """An answer that cannot be used; `shown` is as much of it as is worth showing again."""

    reask: Reask
    shown: str
    truncated: bool


@dataclass(frozen=True)
class Question(Generic[T]):
    """What the answer must be and how a follow-up is worded (see `Model.ask`), with the means to ask."""

    draft: type[T]
    max_tokens: int
    temperature: float
    reask: Callable[[Reask], str]
    check: Callable[[T], str | None] | None
    sender: Sender
    account: Account
    tally: Tally

    async def ask(self, messages: Sequence[Message]) -> T:
        """The first answer that can be used.

        Raises:
            OutputTruncated: the last answer was cut at the output limit.
            OutputInvalid: the last answer does not fit, repeats itself, or was refused by the check.
            CallFailed: no answer came.
        """
        conversation = messages
        for _ in range(self.sender.limits.reasks):
            answer = await self._attempt(conversation)
            if not isinstance(answer, _Fault):
                return answer
            self.account.count_reask()
            conversation = follow_up(messages, answer.shown, self.reask(answer.reask))
        answer = await self._attempt(conversation)
        if isinstance(answer, _Fault):
            raise self._given_up(answer)
        return answer

    async def _attempt(self, messages: Sequence[Message]) -> T | _Fault:
        truncated = False

        async def create(**request: Any) -> ChatCompletion:
            nonlocal truncated
            # The response_format that instructor writes is neither strict nor bounded.
            request["response_format"] = response_format(self.draft, self.sender.endpoint.dialect)
            reply = await self.sender.send(request, self.account, self.tally)
            truncated = reply.truncated
            return reply.completion()

        try:
            body = request_body(self.sender.endpoint, messages, self.max_tokens, self.temperature)
            answer = await structured(create, self.draft, body)
        except Misfit as misfit:
            return self._fault("truncated" if truncated else "invalid", misfit.errors, truncated=truncated)
        if find_loop(self._raw_output, finished=True):
            return self._fault("loop", ())
        complaint = self.check(answer) if self.check else None
        return answer if complaint is None else self._fault("check", (complaint,))

    @property
    def _raw_output(self) -> str:
        return self.tally.raw_output or ""

    def _fault(self, kind: FaultKind, errors: tuple[str, ...], *, truncated: bool = False) -> _Fault:
        raw = self._raw_output
        shown = raw[: self.sender.limits.shown_chars]
        if kind != "check" and (loop := find_loop(raw, finished=kind == "loop")):
            # Shown in full, the loop would only be continued.
            kind, errors = "loop", (loop.unit[:_LONGEST_UNIT],)
            shown = shown[: loop.start + len(loop.unit)]
        return _Fault(Reask(kind, errors, raw), shown, truncated)

    def _given_up(self, fault: _Fault) -> CallFailed:
        endpoint, reasks = self.sender.endpoint, self.sender.limits.reasks
        subject = f"after {reasks} re-asks the answer of {endpoint.model} on {endpoint.host}"
        detail = f": {'; '.join(fault.reask.errors)}" if fault.reask.errors else ""
        if fault.truncated:
            return OutputTruncated(
                f"{subject} is still cut at {self.max_tokens} tokens{detail}; use a stronger model, or a shorter text"
            )
        wrong = "still repeats itself" if fault.reask.kind == "loop" else f"is still no usable {self.draft.__name__}"
        return OutputInvalid(f"{subject} {wrong}{detail}; use a stronger model")
