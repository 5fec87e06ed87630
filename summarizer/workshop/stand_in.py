"""A model that nobody asks: it keeps what it is told and answers at once, so that the real code can be followed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from summarizer.llm import Account, Endpoint, Message, Reask
from summarizer.llm.messages import estimated_tokens
from summarizer.workshop.neutral_answers import Words, answer

if TYPE_CHECKING:
    from pydantic import BaseModel

    from summarizer.document import Document
    from summarizer.llm.endpoint import Dialect
    from summarizer.prompts import Rendering

T = TypeVar("T", bound="BaseModel")

Manner = Literal["neutral", "eager", "denying"]
"""How it answers: says nothing and prefers nothing; finds one of everything and confirms it; confirms nothing."""
NOWHERE = "http://127.0.0.1:9/v1"
"""Nobody listens there."""


@dataclass(frozen=True)
class Call:
    """One question as it would be sent.

    Attributes:
        answers_with: the draft that the answer must fit, or the words to choose from.
        settings: how it is asked: the output limit, and what a prompt says of its own.
        follow_up: what would be said about an answer that cannot be used; "" where nothing would be.
    """

    messages: tuple[Message, ...]
    answers_with: tuple[str, ...]
    settings: tuple[tuple[str, object], ...] = ()
    follow_up: str = ""


@dataclass
class StandIn:
    """Takes the place of `summarizer.llm.Model`; `rendered` tells which prompt was rendered last."""

    dialect: Dialect
    document: Document
    manner: Manner = "neutral"
    rendered: Callable[[], str] = str
    calls: list[Call] = field(default_factory=list)

    @property
    def endpoint(self) -> Endpoint:
        """An address that is never asked."""
        return Endpoint("nobody", NOWHERE, provider="none", dialect=self.dialect)

    async def ask(
        self,
        messages: Sequence[Message],
        draft: type[T],
        *,
        account: Account,
        reask: Callable[[Reask], str],
        **settings: Any,
    ) -> T:
        """An empty answer, or of the eager one with an item in each list."""
        self._note(messages, (draft.__name__,), settings, account, reask(Reask("invalid", ("…",), "")))
        words = Words.of(self.document) if self.manner == "eager" else None
        return answer(draft, words)

    async def weigh(
        self, messages: Sequence[Message], options: Sequence[str], *, account: Account, **settings: Any
    ) -> dict[str, float]:
        """No option before the others, or the one that confirms, or the last one."""
        self._note(messages, options, settings, account)
        if self.manner == "neutral":
            return dict.fromkeys(options, 0.0)
        asked = self.rendered().rpartition("/")[2]
        confirming = asked if asked in options else options[0]
        preferred = confirming if self.manner == "eager" else options[-1]
        return {option: 0.0 if option == preferred else -10.0 for option in options}

    async def close(self) -> None:
        """Nothing to close."""

    def _note(
        self,
        messages: Sequence[Message],
        answers_with: Sequence[str],
        settings: Mapping[str, Any],
        account: Account,
        follow_up: str = "",
    ) -> None:
        known = tuple(sorted((key, value) for key, value in settings.items() if isinstance(value, int | float)))
        self.calls.append(Call(tuple(messages), tuple(answers_with), known, follow_up))
        with account.request(sum(estimated_tokens(message.content) for message in messages)):
            pass  # booked as the real model's are, at what they are estimated to cost


class Noting:
    """A `Rendering` that notes which text came from which prompt."""

    def __init__(self, rendering: Rendering) -> None:
        self._rendering = rendering
        self.texts: dict[str, str] = {}
        self.last = ""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._rendering, name)

    def render(self, name: str, /, **inputs: Any) -> str:
        """As the rendering that it wraps."""
        return self._noted(name, self._rendering.render(name, **inputs))

    def instruction(self, name: str) -> str:
        """As the rendering that it wraps."""
        return self._noted(name, self._rendering.instruction(name))

    def last_rendered(self) -> str:
        """The prompt that was rendered last, "" before any was."""
        return self.last

    def _noted(self, name: str, text: str) -> str:
        self.texts.setdefault(text, name)
        self.last = name
        return text
