"""What is read of a chat completion; the SDK hands on whatever the server sent, of whatever types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    FiniteFloat,
    NonNegativeInt,
    OnErrorOmit,
    ValidationError,
    WrapValidator,
)

from summarizer.schema import Usage

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion


class NotACompletion(Exception):
    """The server answered 200 with something that is no chat completion."""


class Candidate(NamedTuple):
    """A candidate for the first token of an answer, with the natural logarithm of its probability."""

    text: str
    logprob: float


@dataclass(frozen=True)
class Reply:
    """A completion, as far as it matters.

    Attributes:
        content: what the model said, "" for nothing.
        refusal: why it would not answer, or None.
        finish_reason: "stop", "length", "content_filter", or what else the server says.
        usage: of this one call; None where the server does not count.
        thinking_tokens: of the output tokens, those that went into thinking.
        candidates: for the first token; empty where none were asked for or given.
    """

    content: str
    refusal: str | None
    finish_reason: str | None
    usage: Usage | None
    thinking_tokens: int
    candidates: tuple[Candidate, ...]

    @property
    def truncated(self) -> bool:
        """Whether the answer was cut at the output limit."""
        return self.finish_reason == "length"

    def completion(self) -> ChatCompletion:
        """The least completion that says the same, for who reads completions."""
        from openai.types.chat import ChatCompletion

        message = {"role": "assistant", "content": self.content}
        choice = {"index": 0, "finish_reason": "length" if self.truncated else "stop", "message": message}
        return ChatCompletion.model_validate(
            {"id": "", "object": "chat.completion", "created": 0, "model": "", "choices": [choice]}
        )


def read(answer: object) -> Reply:
    """What the SDK made of the server's answer.

    Raises:
        NotACompletion: there is no message in it.
    """
    try:
        data = _dumped(answer)
    except (ValueError, RecursionError):
        raise NotACompletion("JSON that nests too deep") from None
    try:
        completion = _Completion.model_validate(data)
    except ValidationError:
        raise NotACompletion(str({key: value for key, value in data.items() if value is not None})) from None
    choice = completion.choices[0]
    stated = completion.usage
    return Reply(
        content=choice.message.content or "",
        refusal=choice.message.refusal or None,
        finish_reason=choice.finish_reason,
        usage=stated.usage() if stated else None,
        thinking_tokens=stated.thinking_tokens() if stated else 0,
        candidates=choice.logprobs.candidates() if choice.logprobs else (),
    )


def _dumped(answer: object) -> dict[str, Any]:
    if not isinstance(answer, BaseModel):
        raise NotACompletion(str(answer))
    return answer.model_dump(warnings=False)


def _none_if_odd(value: Any, validate: Callable[[Any], Any]) -> Any:
    """None for a part that may be missing and makes no sense: the answer is still an answer."""
    try:
        return validate(value)
    except ValidationError:
        return None


_NoneIfOdd = WrapValidator(_none_if_odd)


class _Part(BaseModel):
    model_config = ConfigDict(defer_build=True)


class _Message(_Part):
    content: str | None = None
    refusal: str | None = None


class _Token(_Part):
    token: str
    logprob: FiniteFloat


class _Position(_Part):
    top_logprobs: list[OnErrorOmit[_Token]]


class _Logprobs(_Part):
    content: list[_Position]

    def candidates(self) -> tuple[Candidate, ...]:
        return tuple(Candidate(token.token, token.logprob) for at in self.content[:1] for token in at.top_logprobs)


class _PromptDetails(_Part):
    cached_tokens: Annotated[NonNegativeInt | None, _NoneIfOdd] = None


class _CompletionDetails(_Part):
    reasoning_tokens: Annotated[NonNegativeInt | None, _NoneIfOdd] = None


class _Usage(_Part):
    prompt_tokens: NonNegativeInt
    completion_tokens: NonNegativeInt
    prompt_tokens_details: Annotated[_PromptDetails | None, _NoneIfOdd] = None
    completion_tokens_details: Annotated[_CompletionDetails | None, _NoneIfOdd] = None

    def usage(self) -> Usage:
        cached = self.prompt_tokens_details.cached_tokens if self.prompt_tokens_details else None
        return Usage(
            calls=1,
            input_tokens=self.prompt_tokens,
            output_tokens=self.completion_tokens,
            cached_tokens=cached or 0,
        )

    def thinking_tokens(self) -> int:
        details = self.completion_tokens_details
        return (details.reasoning_tokens if details else None) or 0


class _Choice(_Part):
    message: _Message
    finish_reason: Annotated[str | None, _NoneIfOdd] = None
    logprobs: Annotated[_Logprobs | None, _NoneIfOdd] = None


class _Completion(_Part):
    choices: list[_Choice] = Field(min_length=1)
    usage: Annotated[_Usage | None, _NoneIfOdd] = None
