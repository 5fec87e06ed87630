"""Every fault of a server or the network ends in a recovery or in an error of its own, within its bounds."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import openai
import pytest
from pydantic import BaseModel, Field
from stub_server import StubServer, cut_body, drip, error, hang, reply, says, tokens

from summarizer.errors import (
    AuthenticationFailed,
    BudgetSpent,
    CallFailed,
    ConnectionFailed,
    OutputInvalid,
    OutputTruncated,
    RateLimited,
    RequestRefused,
    ServerFailed,
    TimedOut,
    UnknownModel,
)
from summarizer.llm import Account, Endpoint, Limits, Message, Model, Reask
from summarizer.schema import Usage

QUICK = Limits(attempts=3, reasks=2, backoff_seconds=0.01, longest_backoff=0.02, longest_retry_after=10)
QUESTION = [Message("system", "Read."), Message("user", "Who speaks?")]
PROMPT_TOKENS = 2 + 3


class Draft(BaseModel):
    speaker: str = Field(max_length=40)


GOOD = says('{"speaker": "Ada"}', usage=tokens(50, 7, cached=30))


def wording(reask: Reask) -> str:
    return f"again: {reask.kind}"


@asynccontextmanager
async def open_model(url: str, limits: Limits = QUICK, **parts: object) -> AsyncIterator[Model]:
    model = Model(Endpoint(model="m", base_url=url, api_key="sk-secret-42"), limits=limits, **parts)  # type: ignore[arg-type]
    yield model
    await model.close()


async def ask(server: StubServer, account: Account | None = None, limits: Limits = QUICK) -> Draft:
    async with open_model(server.url, limits) as model:
        return await model.ask(QUESTION, Draft, account=account or Account(), max_tokens=20, reask=wording)


async def failure(server: StubServer, account: Account | None = None, limits: Limits = QUICK) -> CallFailed:
    with pytest.raises(CallFailed) as caught:
        await ask(server, account, limits)
    return caught.value


@pytest.fixture(scope="module", autouse=True)
def warmed_up() -> None:
    """The libraries finish loading with the first answer, which would count in the times that are asserted."""
    with StubServer(GOOD) as server:
        asyncio.run(ask(server))


async def test_a_rate_limit_is_waited_out_for_as_long_as_retry_after_says() -> None:
    with StubServer(error(429, retry_after="2"), GOOD) as server:
        began = time.monotonic()
        assert (await ask(server)).speaker == "Ada"
        assert 2 <= time.monotonic() - began < 4
        assert len(server.requests) == 2


async def test_a_retry_after_beyond_the_bound_ends_the_call_at_once() -> None:
    with StubServer(error(429, retry_after="600")) as server:
        began = time.monotonic()
        failed = await failure(server)
        assert time.monotonic() - began < 1.5
        assert isinstance(failed, RateLimited)
        assert failed.attempts == len(server.requests) == 1


async def test_a_wait_that_would_outlast_the_total_time_is_not_begun() -> None:
    with StubServer(error(429, retry_after="5")) as server:
        began = time.monotonic()
        failed = await failure(server, Account(seconds=2))
        assert time.monotonic() - began < 1.5
        assert isinstance(failed, RateLimited)


@pytest.mark.parametrize(("status", "kind"), [(429, RateLimited), (500, ServerFailed), (503, ServerFailed)])
async def test_a_passing_failure_is_retried_and_reported_once_the_attempts_are_spent(
    status: int, kind: type[CallFailed]
) -> None:
    with StubServer(error(status)) as server:
        failed = await failure(server)
        assert type(failed) is kind
        assert failed.attempts == len(server.requests) == 3
        assert failed.usage == Usage(calls=3)
        assert all(part in str(failed) for part in (str(status), "127.0.0.1", "after 3 requests"))


async def test_one_internal_error_is_recovered_from_and_its_call_is_counted() -> None:
    account = Account()
    with StubServer(error(500), GOOD) as server:
        assert (await ask(server, account)).speaker == "Ada"
        assert len(server.requests) == 2
    assert account.usage == Usage(calls=2, input_tokens=50, output_tokens=7, cached_tokens=30)


async def test_a_spent_quota_is_not_waited_for() -> None:
    body = {"error": {"message": "You exceeded your quota", "code": "insufficient_quota", "type": "t", "param": None}}
    with StubServer(reply(body, 429)) as server:
        assert isinstance(await failure(server), RateLimited)
        assert len(server.requests) == 1


async def test_a_cut_body_is_recovered_from_and_its_prompt_is_estimated() -> None:
    account = Account()
    with StubServer(cut_body, GOOD) as server:
        assert (await ask(server, account)).speaker == "Ada"
        assert len(server.requests) == 2
    assert account.usage == Usage(
        calls=2, input_tokens=50 + PROMPT_TOKENS, output_tokens=7, cached_tokens=30, estimated=True
    )


async def test_bodies_cut_again_and_again_are_a_failed_connection() -> None:
    with StubServer(cut_body) as server:
        assert isinstance(await failure(server), ConnectionFailed)
        assert len(server.requests) == 3


@pytest.mark.parametrize(
    "garbage",
    [
        reply("<html>gateway</html>", content_type="text/html"),
        reply('{"id": "c1", "choi'),
        reply({"error": {"message": "upstream"}}),
        reply({"id": "c1", "choices": []}),
        reply({"id": "c1", "choices": [{"index": 0, "finish_reason": "stop"}]}),
        reply(b'{"id": "\xff\xff"}'),
        reply("[" * 100_000),
        reply(f'{{"id": "c1", "choices": {"[" * 400}{"]" * 400}}}'),
        reply(f'{{"id": "c1", "created": {"1" * 5_000}}}'),
    ],
)
async def test_a_body_that_is_no_completion_is_retried_and_then_a_failed_server(garbage: object) -> None:
    with StubServer(garbage, GOOD) as server:  # type: ignore[arg-type]
        assert (await ask(server)).speaker == "Ada"
    with StubServer(garbage) as server:  # type: ignore[arg-type]
        assert isinstance(await failure(server), ServerFailed)
        assert len(server.requests) == 3


async def test_truncated_json_is_asked_again() -> None:
    account = Account()
    with StubServer(says('{"speaker": "A', usage=tokens(50, 4)), GOOD) as server:
        assert (await ask(server, account)).speaker == "Ada"
        assert [turn["role"] for turn in server.requests[1]["messages"]] == ["system", "user", "assistant", "user"]
        assert server.requests[1]["messages"][-1]["content"] == "again: invalid"
    assert account.usage == Usage(calls=2, reasks=1, input_tokens=100, output_tokens=11, cached_tokens=30)


@pytest.mark.parametrize("content", ["I would rather talk about ducks.", '{"speaker": 3', '{"talker": "Ada"}', None])
async def test_an_answer_that_never_fits_is_invalid_after_the_reasks(content: str | None) -> None:
    with StubServer(says(content, usage=tokens(50, 4))) as server:
        failed = await failure(server)
        assert type(failed) is OutputInvalid
        assert failed.attempts == len(server.requests) == 3
        assert failed.usage == Usage(calls=3, reasks=2, input_tokens=150, output_tokens=12)
        assert failed.raw_output == (content or "")
        assert "Draft" in str(failed)


async def test_an_answer_cut_at_the_limit_is_accounted_for_to_the_last_token() -> None:
    with StubServer(says('{"speaker": "Ad', finish_reason="length", usage=tokens(50, 20))) as server:
        failed = await failure(server)
        assert type(failed) is OutputTruncated
        assert failed.attempts == len(server.requests) == 3
        assert failed.usage == Usage(calls=3, reasks=2, input_tokens=150, output_tokens=60)
        assert failed.raw_output == '{"speaker": "Ad'
        assert server.requests[1]["messages"][-1]["content"] == "again: truncated"
        assert "20 tokens" in str(failed)


async def test_an_answer_cut_at_the_limit_is_recovered_from() -> None:
    with StubServer(says('{"speaker": "Ad', finish_reason="length"), GOOD) as server:
        assert (await ask(server)).speaker == "Ada"


@pytest.mark.parametrize(
    "refusal",
    [says(None, refusal="I can't help with that."), says("", finish_reason="content_filter", usage=tokens(50, 0))],
)
async def test_a_refusal_is_not_asked_again(refusal: object) -> None:
    with StubServer(refusal) as server:  # type: ignore[arg-type]
        failed = await failure(server)
        assert type(failed) is RequestRefused
        assert failed.attempts == len(server.requests) == 1
        assert failed.usage is not None
        assert failed.usage.calls == 1


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, RequestRefused),
        (401, AuthenticationFailed),
        (403, AuthenticationFailed),
        (404, UnknownModel),
        (422, RequestRefused),
    ],
)
async def test_what_waiting_cannot_mend_is_asked_once_and_named(status: int, kind: type[CallFailed]) -> None:
    with StubServer(error(status, "no such thing")) as server:
        failed = await failure(server)
        assert type(failed) is kind
        assert failed.attempts == len(server.requests) == 1
        assert failed.usage == Usage(calls=1)
        assert f"HTTP {status}: no such thing" in str(failed)


async def test_a_server_that_wants_a_key_and_got_none_is_answered_with_why_none_was_sent() -> None:
    why = "OPENAI_API_KEY is kept from hosts other than OpenAI's; set SUMMARIZER_API_KEY"
    with StubServer(error(401, "Unauthorized")) as server:
        model = Model(Endpoint(model="m", base_url=server.url, keyless=why), limits=QUICK)
        with pytest.raises(AuthenticationFailed) as caught:
            await model.ask(QUESTION, Draft, account=Account(), max_tokens=20, reask=wording)
        await model.close()
    assert f"no key was sent: {why}" in str(caught.value)
    assert "rejected" not in str(caught.value)


async def test_a_rejected_key_of_the_callers_client_is_not_told_as_missing() -> None:
    with StubServer(error(401, "Unauthorized")) as server:
        async with openai.AsyncOpenAI(api_key="sk-own", base_url=server.url) as client:
            model = Model(Endpoint(model="m", base_url=server.url), client=client, limits=QUICK)
            with pytest.raises(AuthenticationFailed, match="rejected the key"):
                await model.ask(QUESTION, Draft, account=Account(), max_tokens=20, reask=wording)
            await model.close()


async def test_a_redirect_is_not_followed() -> None:
    with StubServer(GOOD) as elsewhere, StubServer(reply("", 307, location=f"{elsewhere.url}/x")) as server:
        failed = await failure(server)
        assert type(failed) is RequestRefused
        assert elsewhere.url in str(failed)
        assert elsewhere.requests == []


async def test_a_refused_connection_says_so_and_costs_no_tokens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    account = Account()
    async with open_model(f"http://127.0.0.1:{port}/v1") as model:
        with pytest.raises(ConnectionFailed, match=str(port)) as caught:
            await model.ask(QUESTION, Draft, account=account, max_tokens=20, reask=wording)
    assert caught.value.attempts == 3
    assert account.usage == Usage(calls=3)


async def test_the_total_time_holds_against_a_dripping_server() -> None:
    with StubServer(drip(5)) as server:
        began = time.monotonic()
        failed = await failure(server, Account(seconds=0.6))
        assert time.monotonic() - began < 1.5
        assert type(failed) is TimedOut
        assert "0.6 s" in str(failed)
        assert "m on 127.0.0.1" in str(failed)
        assert failed.usage == Usage(calls=1, input_tokens=PROMPT_TOKENS, estimated=True)


def test_the_total_time_holds_for_a_sync_client_whose_thread_still_waits() -> None:
    with StubServer(drip(5)) as server, openai.OpenAI(api_key="k", base_url=server.url) as client:
        model = Model(Endpoint(model="m"), client=client, limits=QUICK)
        began = time.monotonic()
        with pytest.raises(TimedOut):
            asyncio.run(model.ask(QUESTION, Draft, account=Account(seconds=0.6), max_tokens=20, reask=wording))
        assert time.monotonic() - began < 1.5


async def test_a_server_that_hangs_is_given_up_and_asked_again() -> None:
    limits = Limits(attempts=2, backoff_seconds=0.01, request_seconds=0.5)
    with StubServer(hang(2), GOOD) as server:
        assert (await ask(server, limits=limits)).speaker == "Ada"
    with StubServer(hang(2)) as server:
        assert type(await failure(server, limits=limits)) is TimedOut
        assert len(server.requests) == 2


async def test_a_call_that_is_cancelled_is_accounted_for() -> None:
    account = Account()
    with StubServer(hang(2)) as server:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.5):
                await ask(server, account)
        assert len(server.requests) == 1
    assert account.usage == Usage(calls=1, input_tokens=PROMPT_TOKENS, estimated=True)


async def test_no_request_is_sent_once_time_or_tokens_are_spent() -> None:
    with StubServer(GOOD) as server:
        account = Account(tokens=60)
        await ask(server, account)
        failed = await failure(server, account)
        assert type(failed) is BudgetSpent
        assert failed.attempts == 0
        assert all(figure in str(failed) for figure in ("60", "57"))
        assert type(await failure(server, Account(seconds=0))) is TimedOut
        assert len(server.requests) == 1


async def test_a_server_that_does_not_count_has_its_tokens_estimated() -> None:
    account = Account()
    with StubServer(says('{"speaker": "Ada"}')) as server:
        await ask(server, account)
    assert account.usage == Usage(calls=1, input_tokens=PROMPT_TOKENS, output_tokens=5, estimated=True)


@pytest.mark.parametrize("status", [401, 429, 500])
@pytest.mark.parametrize("sync", [False, True])
async def test_an_echoed_key_appears_in_no_message_log_or_traceback(
    status: int, sync: bool, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    import traceback

    caplog.set_level("DEBUG")
    key = "sk-secret-42"
    with StubServer(error(status, f"bad key {key}"), error(status, f"bad key {key}")) as server:
        given = openai.OpenAI(api_key=key, base_url=server.url) if sync else None
        endpoint = Endpoint(model="m", base_url=server.url, api_key=None if sync else key)
        model = Model(endpoint, client=given, limits=Limits(attempts=2, backoff_seconds=0.01))
        with pytest.raises(CallFailed) as caught:
            await model.ask(QUESTION, Draft, account=Account(), max_tokens=20, reask=wording)
        await model.close()
        if given:
            given.close()
    shown = "".join(traceback.format_exception(caught.value)) + caplog.text + "".join(capfd.readouterr())
    assert "bad key ***" in shown
    for place in (shown, repr(caught.value), repr(caught.value.args), repr(endpoint), repr(model)):
        assert key not in place
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


async def test_a_key_echoed_by_the_model_is_masked_in_the_raw_output() -> None:
    with StubServer(says("your key is sk-secret-42")) as server:
        failed = await failure(server)
        assert failed.raw_output == "your key is ***"
        assert "sk-secret-42" not in str(failed)


async def test_a_key_with_a_stray_newline_is_masked_where_the_network_library_quotes_it() -> None:
    with StubServer(GOOD) as server:
        model = Model(Endpoint(model="m", base_url=server.url, api_key="sk-secret-42\n"), limits=QUICK)
        with pytest.raises(ConnectionFailed) as caught:
            await model.ask(QUESTION, Draft, account=Account(), max_tokens=20, reask=wording)
        await model.close()
    assert "sk-secret-42" not in str(caught.value)


async def test_no_key_organisation_project_or_url_of_the_environment_is_taken_for_another_host(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.setenv(name, "sk-of-the-user")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    with StubServer(GOOD) as server:
        model = Model(Endpoint(model="m", base_url=server.url), limits=QUICK)
        await model.ask(QUESTION, Draft, account=Account(), max_tokens=20, reask=wording)
        await model.close()
        assert "sk-of-the-user" not in json.dumps(server.headers)


async def test_a_server_on_this_machine_is_not_asked_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    with StubServer(GOOD) as server:
        assert (await ask(server)).speaker == "Ada"


async def test_calls_side_by_side_share_one_account() -> None:
    account = Account()
    with StubServer(GOOD) as server:
        async with open_model(server.url) as model:
            questions = [model.ask(QUESTION, Draft, account=account, max_tokens=20, reask=wording) for _ in range(20)]
            answers = await asyncio.gather(*questions)
    assert [answer.speaker for answer in answers] == ["Ada"] * 20
    assert account.usage == Usage(calls=20, input_tokens=1000, output_tokens=140, cached_tokens=600)


def test_threads_with_loops_of_their_own_share_one_model_and_one_account() -> None:
    from concurrent.futures import ThreadPoolExecutor

    account = Account()

    async def work(model: Model) -> str:
        answer = await model.ask(QUESTION, Draft, account=account, max_tokens=20, reask=wording)
        await model.close()
        return answer.speaker

    with StubServer(GOOD) as server, ThreadPoolExecutor(8) as pool:
        model = Model(Endpoint(model="m", base_url=server.url), limits=QUICK)
        speakers: Sequence[str] = list(pool.map(lambda _: asyncio.run(work(model)), range(24)))
    assert speakers == ["Ada"] * 24
    assert account.usage.calls == 24
    assert account.usage.input_tokens == 24 * 50


def refuses(parameter: str, code: str = "unsupported_parameter") -> object:
    message = f"Unsupported parameter: '{parameter}' is not supported with this model."
    return reply({"error": {"message": message, "type": "t", "param": parameter, "code": code}}, 400)


async def test_a_parameter_the_server_refuses_is_done_without_from_then_on() -> None:
    with StubServer(refuses("max_tokens"), refuses("temperature"), GOOD) as server:  # type: ignore[arg-type]
        async with open_model(server.url) as model:
            for _ in range(2):
                await model.ask(QUESTION, Draft, account=Account(), max_tokens=20, reask=wording)
        assert len(server.requests) == 4
        for request in server.requests[2:]:
            assert request["max_completion_tokens"] == 20
            assert not {"max_tokens", "temperature"} & set(request)


async def test_a_limit_too_high_for_the_window_is_a_refused_request_and_nothing_learned() -> None:
    message = "max_tokens is too large: the window has 4096 tokens and the prompt takes 4000"
    with StubServer(error(400, message), GOOD) as server:
        async with open_model(server.url) as model:
            with pytest.raises(RequestRefused, match="4096"):
                await model.ask(QUESTION, Draft, account=Account(), max_tokens=20, reask=wording)
            await model.ask(QUESTION, Draft, account=Account(), max_tokens=20, reask=wording)
        assert server.requests[1]["max_tokens"] == 20


async def test_fewer_candidates_are_asked_for_where_a_server_lists_fewer() -> None:
    with StubServer(error(400, "top_logprobs must be at most 5"), error(400, "no")) as server:
        async with open_model(server.url) as model:
            with pytest.raises(RequestRefused):
                await model.weigh(QUESTION, ["Ada", "Eve"], account=Account())
        assert [request["top_logprobs"] for request in server.requests] == [20, 5]


async def test_a_parameter_refused_under_both_names_is_a_refused_request() -> None:
    with StubServer(refuses("max_tokens")) as server:  # type: ignore[arg-type]
        assert type(await failure(server)) is RequestRefused
        assert len(server.requests) == 2


async def test_thinking_that_uses_up_the_output_limit_is_given_room() -> None:
    usage = tokens(50, 20) | {"completion_tokens_details": {"reasoning_tokens": 20}}
    with StubServer(says("", finish_reason="length", usage=usage), GOOD) as server:
        assert (await ask(server)).speaker == "Ada"
        assert [request["max_tokens"] for request in server.requests] == [20, 60]


async def test_half_a_surrogate_pair_in_the_text_can_be_sent() -> None:
    with StubServer(GOOD) as server:
        async with open_model(server.url) as model:
            question = [Message("user", "half \ud83d of a pair")]
            await model.ask(question, Draft, account=Account(), max_tokens=20, reask=wording)
        assert server.requests[0]["messages"][0]["content"] == "half \N{REPLACEMENT CHARACTER} of a pair"


async def test_a_client_that_is_no_openai_client_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="AsyncOpenAI"):
        Model(Endpoint(model="m"), client=object())  # type: ignore[arg-type]
