"""Whatever a server puts into a completion, the caller gets an answer or an error of this library."""

from __future__ import annotations

import asyncio
import copy
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from scripted_transport import ScriptedTransport
from stub_server import completion, tokens

from summarizer.errors import CallFailed
from summarizer.llm import Account, Endpoint, Limits, Message, Model

QUESTION = [Message("user", "Who speaks?")]
LIMITS = Limits(attempts=1, reasks=1)


class Draft(BaseModel):
    speaker: str


def whole() -> dict[str, Any]:
    """A completion with all that is ever read of one."""
    body = completion('{"speaker": "Ada"}', usage=tokens(9, 3, cached=2), refusal=None)
    body["usage"]["completion_tokens_details"] = {"reasoning_tokens": 1}
    top = [{"token": "Yes", "logprob": -0.5, "bytes": None}, {"token": "No", "logprob": -1.5, "bytes": None}]
    body["choices"][0]["logprobs"] = {"content": [{**top[0], "top_logprobs": top}]}
    return body


def places(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path to every part of a JSON value but the whole."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield (*path, key)
        yield from places(part, (*path, key))


def replaced(place: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """A completion with `value` at `place`."""
    body = whole()
    part: Any = body
    for key in place[:-1]:
        part = part[key]
    part[place[-1]] = copy.deepcopy(value)
    return body


odd_values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(["", "length", "content_filter", "x"]),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.sampled_from(["content", "message", "token"]), st.none(), max_size=2),
)


async def ask_and_weigh(body: dict[str, Any]) -> None:
    async with ScriptedTransport(body).client() as client:
        model = Model(Endpoint(model="m"), client=client, limits=LIMITS)
        account = Account()
        for call in (
            model.ask(QUESTION, Draft, account=account, max_tokens=9, reask=lambda _: "again"),
            model.weigh(QUESTION, ["Yes", "No"], account=account),
        ):
            with suppress(CallFailed):
                await call
        assert account.usage.calls >= 2
        assert min(account.usage.input_tokens, account.usage.output_tokens, account.usage.cached_tokens) >= 0


@settings(deadline=None, max_examples=60)
@given(place=st.sampled_from(list(places(whole()))), value=odd_values)
def test_a_garbled_completion_never_ends_in_a_foreign_exception(place: tuple[str | int, ...], value: object) -> None:
    asyncio.run(ask_and_weigh(replaced(place, value)))
