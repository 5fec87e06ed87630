"""What is sent to a model, how a bad answer is asked again, and what the caller gets."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field
from scripted_transport import ScriptedTransport
from stub_server import completion, tokens

from summarizer.errors import OutputInvalid, OutputTruncated
from summarizer.llm import Account, Dialect, Endpoint, Limits, Message, Model, Reask

QUESTION = [Message("system", "Read."), Message("user", "{{ 6*7 }} {% x %} who speaks?")]
LIMITS = Limits(reasks=2, backoff_seconds=0.01)


class Item(BaseModel):
    """A note for readers of the code, which no model shall read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1, max_length=30, pattern="^[A-Z]", description="Not for the model either.")
    kind: Literal["person", "state"] = "person"
    seen: int | None = Field(default=None, ge=0)


class Draft(BaseModel):
    model_config = ConfigDict(extra="forbid")

    items: list[Item] = Field(default=[], max_length=3)
    note: str = ""


GOOD = '{"items": [{"name": "Ada", "kind": "person", "seen": null}], "note": "x"}'
ANSWER = Draft(items=[Item(name="Ada")], note="x")


@asynccontextmanager
async def open_model(
    transport: ScriptedTransport, dialect: Dialect = "openai", limits: Limits = LIMITS
) -> AsyncIterator[Model]:
    async with transport.client() as client:
        yield Model(Endpoint(model="m", dialect=dialect), client=client, limits=limits)


async def ask(
    transport: ScriptedTransport,
    *,
    check: Callable[[Draft], str | None] | None = None,
    reask: Callable[[Reask], str] = lambda reask: f"again: {reask.kind}",
    account: Account | None = None,
    limits: Limits = LIMITS,
) -> Draft:
    async with open_model(transport, limits=limits) as model:
        return await model.ask(QUESTION, Draft, account=account or Account(), max_tokens=90, reask=reask, check=check)


async def test_an_answer_is_the_draft_itself_and_carries_nothing_along() -> None:
    answer = await ask(ScriptedTransport(GOOD))
    assert answer == ANSWER
    assert type(answer) is Draft
    assert vars(answer) == vars(ANSWER)


def test_a_sync_client_answers_the_same() -> None:
    import asyncio

    transport = ScriptedTransport(GOOD)
    with transport.sync_client() as client:
        model = Model(Endpoint(model="m"), client=client)
        account = Account()
        answer = asyncio.run(model.ask(QUESTION, Draft, account=account, max_tokens=90, reask=lambda _: "again"))
    assert answer == ANSWER
    assert account.usage.calls == 1


async def test_the_request_is_greedy_and_says_what_was_given_to_the_letter() -> None:
    transport = ScriptedTransport(GOOD)
    await ask(transport)
    (request,) = transport.requests
    assert request["messages"] == [{"role": turn.role, "content": turn.content} for turn in QUESTION]
    assert (request["model"], request["temperature"], request["max_tokens"]) == ("m", 0, 90)
    assert set(request) == {"model", "messages", "temperature", "max_tokens", "response_format"}


def keywords(schema: Any) -> set[str]:
    """Every JSON schema keyword in use, property names left out."""
    if isinstance(schema, list):
        return set().union(*map(keywords, schema))
    if not isinstance(schema, dict):
        return set()
    found = set(schema)
    for keyword, value in schema.items():
        found |= keywords(list(value.values()) if keyword == "properties" else value)
    return found


WHITELIST = {
    "openai": {"type", "properties", "required", "additionalProperties", "items", "maxItems", "anyOf", "enum"}
    | {"minimum", "pattern"},
    "llama.cpp": {"type", "properties", "required", "additionalProperties", "items", "maxItems", "anyOf", "enum"}
    | {"minimum", "minLength", "maxLength"},
}


@pytest.mark.parametrize("dialect", ["openai", "llama.cpp"])
async def test_the_schema_on_the_wire_holds_nothing_that_the_server_would_refuse(dialect: Dialect) -> None:
    transport = ScriptedTransport(GOOD)
    async with open_model(transport, dialect) as model:
        await model.ask(QUESTION, Draft, account=Account(), max_tokens=90, reask=lambda _: "again")
    wanted = transport.requests[0]["response_format"]
    assert wanted["type"] == "json_schema"
    named = wanted["json_schema"]
    assert (named["name"], named.get("strict")) == ("Draft", True if dialect == "openai" else None)
    assert keywords(named["schema"]) == WHITELIST[dialect]


async def test_each_reask_shows_the_last_bad_answer_only_and_the_prompt_does_not_grow() -> None:
    transport = ScriptedTransport('{"items": 1}', '{"items": 2}', GOOD)
    account = Account()
    assert await ask(transport, account=account) == ANSWER
    first, second, third = (request["messages"] for request in transport.requests)
    assert second[: len(first)] == third[: len(first)] == first
    assert [turn["content"] for turn in second[2:]] == ['{"items": 1}', "again: invalid"]
    assert [turn["content"] for turn in third[2:]] == ['{"items": 2}', "again: invalid"]
    assert account.usage.reasks == 2


async def test_who_words_a_reask_is_told_where_and_why_in_short_lines() -> None:
    heard: list[Reask] = []

    def wording(reask: Reask) -> str:
        heard.append(reask)
        return "again"

    bad = '{"items": [{"name": "ada", "kind": "ship", "seen": -1}], "extra": 1}'
    await ask(ScriptedTransport(bad, GOOD), reask=wording)
    assert heard[0].kind == "invalid"
    assert heard[0].raw_output == bad
    places = [line.partition(": ")[0] for line in heard[0].errors]
    assert places == ["items.0.name", "items.0.kind", "items.0.seen", "extra"]
    assert all(len(line) <= 200 and "\n" not in line for line in heard[0].errors)


async def test_no_more_of_a_long_bad_answer_is_shown_than_the_bound() -> None:
    long = '{"note": "' + " ".join(map(str, range(500)))
    transport = ScriptedTransport(long, GOOD)
    await ask(transport, limits=Limits(shown_chars=100))
    assert transport.requests[1]["messages"][2]["content"] == long[:100]


async def test_after_an_empty_answer_the_turns_still_alternate() -> None:
    transport = ScriptedTransport("", GOOD)
    await ask(transport)
    assert [turn["role"] for turn in transport.requests[1]["messages"]] == ["system", "user"]
    assert transport.requests[1]["messages"][-1]["content"] == f"{QUESTION[-1].content}\n\nagain: invalid"


async def test_a_bound_that_the_server_was_not_told_is_enforced_all_the_same() -> None:
    too_long = GOOD.replace("Ada", "A" * 31)
    with pytest.raises(OutputInvalid, match=r"items\.0\.name: String should have at most 30 characters"):
        await ask(ScriptedTransport(too_long))


async def test_what_the_check_says_is_asked_again() -> None:
    heard: list[Reask] = []
    transport = ScriptedTransport(GOOD.replace("Ada", "Eve"), GOOD)

    def check(draft: Draft) -> str | None:
        return None if draft.items[0].name == "Ada" else "Eve does not speak"

    def wording(reask: Reask) -> str:
        heard.append(reask)
        return "again"

    assert await ask(transport, check=check, reask=wording) == ANSWER
    assert [(reask.kind, reask.errors) for reask in heard] == [("check", ("Eve does not speak",))]


async def test_a_check_that_is_never_content_ends_as_invalid_output() -> None:
    transport = ScriptedTransport(GOOD)
    with pytest.raises(OutputInvalid, match="ducks"):
        await ask(transport, check=lambda _: "no ducks")
    assert len(transport.requests) == 3


PHRASE = "he said that "


async def test_an_answer_that_repeats_itself_is_never_passed_on() -> None:
    heard: list[Reask] = []

    def wording(reask: Reask) -> str:
        heard.append(reask)
        return "again"

    looping = '{"items": [], "note": "' + PHRASE * 12 + '"}'
    transport = ScriptedTransport(looping, GOOD)
    assert await ask(transport, reask=wording) == ANSWER
    assert heard[0].kind == "loop"
    assert sorted(heard[0].errors[0].split()) == sorted(PHRASE.split())
    assert heard[0].raw_output == looping
    assert transport.requests[1]["messages"][2]["content"].count("he said") <= 2
    with pytest.raises(OutputInvalid, match="repeats itself"):
        await ask(ScriptedTransport(looping))


async def test_a_loop_that_runs_into_the_output_limit_is_a_truncated_output() -> None:
    usage = tokens(10, 90)
    cut = completion('{"items": [], "note": "' + PHRASE * 20, finish_reason="length", usage=usage)
    account = Account()
    with pytest.raises(OutputTruncated, match="he said") as caught:
        await ask(ScriptedTransport(cut), account=account)
    assert account.usage.output_tokens == 3 * 90
    assert caught.value.usage == account.usage


def test_importing_the_package_loads_neither_openai_nor_instructor() -> None:
    heavy = "{'openai', 'instructor', 'tenacity', 'httpx2'}"
    code = f"import sys, summarizer.llm; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
