"""A model that answers from a script and records what it was asked; for tests of what stands around a model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from summarizer.errors import CallFailed
from summarizer.llm import Account, Endpoint, Message
from summarizer.schema import Usage


class ScriptedModel:
    """Answers each draft type with what the script holds for it, and weighs options by a function of the question.

    An answer that is an exception is raised. Every question costs one call, ten tokens in and one out.
    `settings` holds what was set for the last answer of each draft type.
    """

    def __init__(
        self,
        answers: dict[str, Any] | None = None,
        weigh: Callable[[str, Sequence[str]], dict[str, float]] | None = None,
        dialect: str = "openai",
    ) -> None:
        self.endpoint = Endpoint("scripted", "http://127.0.0.1:9/v1", provider="scripted", dialect=dialect)  # type: ignore[arg-type]
        self.asked: list[tuple[str, list[Message]]] = []
        self.settings: dict[str, dict[str, Any]] = {}
        self.closed = 0
        self._answers = answers or {}
        self._weigh = weigh or (lambda _, options: {option: -float(i) for i, option in enumerate(options)})

    async def ask(self, messages: Sequence[Message], draft: Any, *, account: Account, **settings: Any) -> Any:
        self._spend(draft.__name__, messages, account)
        self.settings[draft.__name__] = settings
        answer = self._answers.get(draft.__name__, {})
        if isinstance(answer, list):
            answer = answer.pop(0)
        if isinstance(answer, CallFailed):
            raise answer
        return draft.model_validate(EMPTY.get(draft.__name__, {}) | answer)

    async def weigh(self, messages: Sequence[Message], options: Sequence[str], *, account: Account) -> dict[str, float]:
        self._spend("weigh", messages, account)
        return self._weigh(messages[-1].content, options)

    async def close(self) -> None:
        self.closed += 1

    def _spend(self, what: str, messages: Sequence[Message], account: Account) -> None:
        self.asked.append((what, list(messages)))
        with account.request(10) as bill:
            bill.settle(Usage(calls=1, input_tokens=10, output_tokens=1))


EMPTY: dict[str, dict[str, Any]] = {
    "Actors": {"actors": []},
    "Claims": {"claims": []},
    "Deadlines": {"deadlines": []},
    "Attacks": {"attacks": []},
    "SummaryDraft": {"headline": "", "summary": []},
}
