"""Loops, waits, the account, and the translation of foreign errors, each by itself."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from email.utils import format_datetime
from typing import Any

import httpx2
import openai
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from stub_server import StubServer, error

from summarizer.errors import BudgetSpent, CallFailed, ConnectionFailed, RateLimited, TimedOut
from summarizer.llm import Account, Endpoint, Limits, Message, Model
from summarizer.llm.backoff import is_transient, retry_after
from summarizer.llm.loops import find_loop
from summarizer.llm.reply import NotACompletion
from summarizer.llm.translation import foreign_errors, translate
from summarizer.schema import Usage

REQUEST = httpx2.Request("POST", "http://model.test/v1/chat/completions")
ENDPOINT = Endpoint(model="m", base_url="http://model.test/v1", api_key="sk-secret-42")

words = st.text(st.characters(categories=["L"]), min_size=2, max_size=8)


@settings(deadline=None, max_examples=60)
@given(start=st.text(max_size=80), phrase=st.lists(words, min_size=3, max_size=8), times=st.integers(4, 30))
def test_a_phrase_said_again_and_again_is_a_loop(start: str, phrase: list[str], times: int) -> None:
    unit = " ".join(phrase) + ". "
    assume(len(unit) * times >= 80)
    text = start + unit * times
    loop = find_loop(text, finished=False)
    assert loop is not None
    assert text.endswith(loop.unit)
    assert loop.start <= len(start) + len(unit)


@settings(deadline=None, max_examples=60)
@given(items=st.lists(words, min_size=1, max_size=60, unique=True))
def test_an_answer_of_different_words_is_no_loop(items: list[str]) -> None:
    assume(len({item.casefold() for item in items}) == len(items))
    assert find_loop(json.dumps({"items": items}), finished=True) is None


@pytest.mark.parametrize(
    "answer",
    [
        {"labels": ["no"] * 60},
        {"counts": [0] * 60},
        {"items": [{"sentence": 3, "kind": "other", "speaker": None}] * 12},
        {"note": "He said no, no, no and no."},
        {"note": "----"},
    ],
)
def test_a_finished_row_of_equal_labels_is_no_loop(answer: object) -> None:
    assert find_loop(json.dumps(answer), finished=True) is None


@pytest.mark.parametrize(
    "answer",
    [
        {"items": [{"text": "The minister denied the charge."}] * 5},
        {"note": "no " * 40},
        {"a": "fine", "note": "0" * 90},
        {"note": 'he said \\"no\\" and then ' * 9},
    ],
)
def test_finished_prose_that_repeats_itself_is_a_loop(answer: object) -> None:
    assert find_loop(json.dumps(answer), finished=True) is not None


def test_labels_repeated_to_the_output_limit_are_a_loop() -> None:
    assert find_loop('{"labels": [' + '"no", ' * 40, finished=False) is not None


def answered(status: int, body: object = None, **headers: str) -> openai.APIStatusError:
    """What the SDK raises for this response."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    response = httpx2.Response(status, headers=named, request=REQUEST)
    return openai.APIStatusError("no", response=response, body=body)


def test_retry_after_is_read_as_seconds_or_as_a_date() -> None:
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=30)
    assert retry_after(answered(429, retry_after="2.5")) == 2.5
    assert retry_after(answered(429, retry_after=format_datetime(soon, usegmt=True))) == pytest.approx(30, abs=3)
    assert retry_after(answered(429, retry_after="-5")) == 0
    assert retry_after(answered(429, retry_after="soon")) is None
    assert retry_after(answered(429)) is None


async def test_waits_grow_are_jittered_and_stay_below_their_bound() -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    limits = Limits(attempts=9, backoff_seconds=1, longest_backoff=8)
    with StubServer(error(503)) as server:
        model = Model(Endpoint(model="m", base_url=server.url), limits=limits, sleep=sleep)
        with pytest.raises(CallFailed):
            await model.weigh([Message("user", "x")], ["a", "b"], account=Account())
        await model.close()
        assert len(server.requests) == 9
    assert len(set(waits)) == len(waits) == 8
    assert all(0 <= wait <= min(2**number, 8) for number, wait in enumerate(waits))


async def test_retry_after_is_waited_out_with_a_little_jitter() -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    with StubServer(error(429, retry_after="7")) as server:
        model = Model(Endpoint(model="m", base_url=server.url), limits=Limits(attempts=4), sleep=sleep)
        with pytest.raises(RateLimited):
            await model.weigh([Message("user", "x")], ["a", "b"], account=Account())
        await model.close()
    assert len(set(waits)) == 3
    assert all(7 <= wait < 7.2 for wait in waits)


class Clock:
    """Stands still until it is told."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_an_account_books_what_a_request_cost_or_was_estimated_at() -> None:
    account = Account()
    with account.request(100) as bill:
        bill.settle(Usage(calls=1, input_tokens=90, output_tokens=5, cached_tokens=80))
    with account.request(100) as bill:
        bill.waive()
    with pytest.raises(KeyError), account.request(100):
        raise KeyError
    assert account.usage == Usage(calls=3, input_tokens=190, output_tokens=5, cached_tokens=80, estimated=True)


def test_an_account_is_closed_when_its_time_is_up() -> None:
    clock = Clock()
    account = Account(seconds=10, clock=clock)
    clock.now = 9.5
    with account.request(1):
        assert account.remaining() == 0.5
    clock.now = 10
    with pytest.raises(TimedOut, match="10 s"), account.request(1):
        pytest.fail("no request may be opened")
    assert account.usage.calls == 1


def test_prompts_under_way_count_against_the_token_budget() -> None:
    account = Account(tokens=250)
    with (
        account.request(100),
        account.request(100),
        pytest.raises(BudgetSpent, match="200 under way"),
        account.request(100),
    ):
        pytest.fail("no request may be opened")
    assert account.usage.calls == 2


def subclasses(error: type[BaseException]) -> Iterator[type[BaseException]]:
    yield error
    for child in error.__subclasses__():
        yield from subclasses(child)


def instance(kind: type[BaseException]) -> BaseException:
    """An exception of a class of the SDK, as raised by a server that answers 418 where it has no status of its own."""
    made = kind.__new__(kind)
    made.args = ("no",)
    status = getattr(kind, "status_code", 418)
    vars(made).update(
        message="no", body={"message": "no"}, response=httpx2.Response(status, request=REQUEST), status_code=status
    )
    return made


@pytest.mark.parametrize("kind", sorted(set(subclasses(openai.OpenAIError)), key=repr))
def test_every_exception_of_openai_has_a_translation(kind: type[Exception]) -> None:
    error: Any = instance(kind)
    assert isinstance(error, foreign_errors())
    translated = translate(error, ENDPOINT)
    assert type(translated) is not CallFailed
    assert isinstance(translated, CallFailed)
    assert "model.test" in str(translated)


def test_every_status_has_a_translation_and_only_passing_ones_are_retried() -> None:
    for status in range(300, 600):
        error = answered(status)
        assert type(translate(error, ENDPOINT)) is not CallFailed
        assert is_transient(error) == (status in {408, 409, 429} or status >= 500)


@pytest.mark.parametrize("error", [TimeoutError(), NotACompletion("x")])
def test_every_other_foreign_error_has_a_translation_and_may_pass(error: Exception) -> None:
    assert type(translate(error, ENDPOINT)) is not CallFailed
    assert is_transient(error)


def test_what_stood_in_the_way_and_is_not_the_network_is_named_and_not_retried() -> None:
    error = openai.APIConnectionError(request=REQUEST)
    error.__cause__ = LookupError("no recording of this request")
    assert not is_transient(error)
    translated = translate(error, ENDPOINT)
    assert isinstance(translated, ConnectionFailed)
    assert "LookupError: no recording of this request" in str(translated)


@settings(deadline=None, max_examples=60)
@given(
    key=st.text(st.characters(codec="utf-8"), min_size=4).filter(lambda key: len(key.strip()) >= 4),
    before=st.text(max_size=20),
    after=st.text(max_size=20),
)
def test_a_key_is_masked_however_it_is_escaped(key: str, before: str, after: str) -> None:
    endpoint = Endpoint(model="m", api_key=key)
    for spelling in (key, key.strip(), repr(key)[1:-1], json.dumps(key)[1:-1]):
        assert spelling not in endpoint.scrub(f"{before} {spelling} {after}").replace("***", "")
    assert key not in repr(endpoint) or key in repr(Endpoint(model="m"))


def test_the_password_of_a_url_is_shown_nowhere() -> None:
    endpoint = Endpoint(model="m", base_url="https://ada:sesame7@model.test:8443/v1")
    assert endpoint.host == "model.test:8443"
    assert "sesame7" not in repr(endpoint)
    assert endpoint.scrub("not sesame7") == "not ***"


@pytest.mark.parametrize(
    ("url", "loopback"),
    [
        ("http://127.0.0.1:8080/v1", True),
        ("http://[::1]:8080/v1", True),
        ("http://localhost/v1", True),
        ("http://127.0.0.1.evil.test/v1", False),
        ("https://model.test/v1", False),
        (None, False),
    ],
)
def test_a_server_on_this_machine_is_told_from_others(url: str | None, loopback: bool) -> None:
    assert Endpoint(model="m", base_url=url).is_loopback is loopback
