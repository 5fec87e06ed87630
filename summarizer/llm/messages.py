"""What is said to a model: messages, and the follow-up to an answer that cannot be used."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from summarizer.llm.endpoint import Endpoint

Role = Literal["system", "user", "assistant"]
FaultKind = Literal["invalid", "loop", "truncated", "check"]

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_CHARS_PER_TOKEN = 4


@dataclass(frozen=True)
class Message:
    """One turn of a conversation."""

    role: Role
    content: str

    def wire(self) -> dict[str, str]:
        """The message as the server takes it; half a surrogate pair, which UTF-8 cannot carry, becomes U+FFFD."""
        return {"role": self.role, "content": _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", self.content)}


@dataclass(frozen=True)
class Reask:
    """Why an answer cannot be used; whoever words the follow-up gets this.

    Attributes:
        kind: "invalid" (does not fit the schema), "loop" (repeats itself), "truncated" (cut at the output limit) or
            "check" (fits, and the caller's check refused it).
        errors: short lines, "claims.0.sentence: Input should be less than 40"; the repeated passage of a loop.
        raw_output: the model's answer, whole.
    """

    kind: FaultKind
    errors: tuple[str, ...]
    raw_output: str


def follow_up(messages: Sequence[Message], shown: str, wording: str) -> list[Message]:
    """The first conversation, the bad answer, and what to do better.

    It starts from the first conversation each time, so that the prompt does not grow and the server's cache of the
    common prefix stays warm.
    """
    if shown:
        return [*messages, Message("assistant", shown), Message("user", wording)]
    # Chat templates of some models insist on alternating turns, and there is no answer to put between.
    *before, last = messages
    return [*before, replace(last, content=f"{last.content}\n\n{wording}")]


def request_body(
    endpoint: Endpoint, messages: Sequence[Message], max_tokens: int, temperature: float = 0
) -> dict[str, Any]:
    """The parameters of a chat completion, greedy unless a temperature is given."""
    return {
        "model": endpoint.model,
        "messages": [message.wire() for message in messages],
        "temperature": temperature,
        "max_tokens": max_tokens,
    }


def estimated_tokens(text: str) -> int:
    """About how many tokens a text has, where no server counted them."""
    return -(-len(text) // _CHARS_PER_TOKEN)
