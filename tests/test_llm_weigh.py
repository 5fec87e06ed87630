"""Options weighed by the log-probabilities of the next token."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scripted_transport import ScriptedTransport
from stub_server import completion, tokens

from summarizer.errors import RequestRefused
from summarizer.llm import Account, Dialect, Endpoint, Message, Model
from summarizer.llm.choices import score
from summarizer.llm.reply import Candidate

QUESTION = [Message("user", "Does it say so?")]


def listing(**logprobs: float) -> dict[str, Any]:
    """A completion of one token whose candidates have these log-probabilities."""
    top = [{"token": token, "logprob": logprob, "bytes": None} for token, logprob in logprobs.items()]
    body = completion(next(iter(logprobs)), finish_reason="length", usage=tokens(9, 1))
    body["choices"][0]["logprobs"] = {"content": [{**top[0], "top_logprobs": top}], "refusal": None}
    return body


async def weigh(body: dict[str, Any], options: list[str], dialect: Dialect = "openai") -> dict[str, float]:
    transport = ScriptedTransport(body)
    async with transport.client() as client:
        model = Model(Endpoint(model="m", dialect=dialect), client=client)
        return await model.weigh(QUESTION, options, account=Account())


async def test_each_option_has_the_log_probability_of_its_first_token() -> None:
    weights = await weigh(listing(Yes=-0.2, No=-1.8, Perhaps=-5.0), ["Yes", "No"])
    assert weights == {"Yes": -0.2, "No": -1.8}


async def test_an_option_that_is_not_listed_has_the_floor_of_those_listed() -> None:
    assert await weigh(listing(Yes=-0.2, So=-7.5), ["Yes", "No"]) == {"Yes": -0.2, "No": -7.5}


@pytest.mark.parametrize(("dialect", "alternatives"), [("openai", 20), ("llama.cpp", 64)])
async def test_one_token_is_asked_for_with_all_the_candidates_a_server_lists(
    dialect: Dialect, alternatives: int
) -> None:
    transport = ScriptedTransport(listing(Yes=-0.2))
    account = Account()
    async with transport.client() as client:
        model = Model(Endpoint(model="m", dialect=dialect), client=client)
        await model.weigh(QUESTION, ["Yes", "No"], account=account)
    (request,) = transport.requests
    assert request["max_tokens"] == 1
    assert request["logprobs"] is True
    assert request["top_logprobs"] == alternatives
    assert "response_format" not in request
    assert account.usage.output_tokens == 1


async def test_a_server_without_log_probabilities_is_named() -> None:
    with pytest.raises(RequestRefused, match=r"model\.test gives no log-probabilities") as caught:
        await weigh(completion("Yes", usage=tokens(9, 1)), ["Yes", "No"])
    assert caught.value.attempts == 1
    assert caught.value.usage is not None
    assert caught.value.usage.input_tokens == 9


@pytest.mark.parametrize("options", [[], ["Yes", " "], ["yes", "Yes"]])
async def test_options_that_cannot_be_told_apart_are_a_value_error(options: list[str]) -> None:
    with pytest.raises(ValueError, match="distinct"):
        await weigh(listing(Yes=-0.2), options)


def test_spellings_of_one_option_add_up() -> None:
    listed = [Candidate("Yes", math.log(0.3)), Candidate(" yes", math.log(0.2)), Candidate("Y", math.log(0.1))]
    assert score(listed, ["Yes", "No"])["Yes"] == pytest.approx(math.log(0.6))


def test_a_whole_option_wins_over_the_beginning_of_another_and_a_shared_beginning_counts_for_none() -> None:
    listed = [Candidate("1", -1.0), Candidate("10", -2.0), Candidate("c", -0.5), Candidate("z", -9.0)]
    assert score(listed, ["1", "10", "cat", "cow"]) == {"1": -1.0, "10": -2.0, "cat": -9.0, "cow": -9.0}


@settings(deadline=None, max_examples=50)
@given(st.dictionaries(st.sampled_from("ABCDEFGH"), st.floats(-30, 0), min_size=1))
def test_the_likeliest_listed_option_is_the_heaviest(listed: dict[str, float]) -> None:
    weights = score([Candidate(text, logprob) for text, logprob in listed.items()], list("ABCDEFGH"))
    assert max(weights.values()) == pytest.approx(max(listed.values()))
    assert set(weights) == set("ABCDEFGH")
    assert all(weights[option] >= min(listed.values()) - 1e-9 for option in weights)
