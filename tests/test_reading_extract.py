"""The summary of the plan "questions": the article's own sentences, chosen by the items that they carry."""

from __future__ import annotations

import asyncio
import datetime as dt
from pathlib import Path

import pytest
from scripted_model import ScriptedModel

from summarizer.composition import Article, Desk, compose
from summarizer.document import Document
from summarizer.llm import Account
from summarizer.progress import silent
from summarizer.prompts import Prompts
from summarizer.schema import Brief
from summarizer.settings import resolve

PUBLISHED = dt.date(2026, 3, 12)
SENTENCES = {
    "opening": "Two boards quarrel over the bridge at Tarnel.",
    "attack": "On Tuesday gunmen shot dead three toll keepers in Oskel, the police said.",
    "deadline": "The court has given the Tarnel Bridge Board until 20 March to hand over its books.",
    "denial": "Ruta Malm, who leads the board, denied that a single page was missing.",
    "dangling": "She accused the ministry of hiding pages of its own.",
    "taking up": "That, said Jonas Ede of the ministry, was invented.",
}


def sure() -> ScriptedModel:
    """Gives its word for the first choice, always."""
    return ScriptedModel(weigh=lambda _, options: dict.fromkeys(options, 0.0) | {options[0]: 5.0})


def brief_of(text: str, model: ScriptedModel | None = None) -> Brief:
    settings = resolve(env={}, cwd=Path("/nowhere"), plan="questions")
    desk = Desk(model or sure(), Prompts.of().rendering(), Account(), settings, silent)  # type: ignore[arg-type]
    return asyncio.run(compose(Article(Document.of(text, "en"), PUBLISHED), desk))


@pytest.fixture(scope="module")
def brief() -> Brief:
    return brief_of(" ".join(SENTENCES.values()))


def test_the_opening_sentence_is_the_headline(brief: Brief) -> None:
    assert brief.headline == SENTENCES["opening"]


def test_attacks_deadlines_and_weighty_claims_are_told_in_text_order(brief: Brief) -> None:
    told = [brief.summary.index(SENTENCES[which]) for which in ("attack", "deadline", "denial")]
    assert told == sorted(told)


def test_a_pronoun_without_its_name_gives_way_to_the_claim_that_names_the_speaker(brief: Brief) -> None:
    assert "She accused" not in brief.summary
    assert "Ruta Malm accused the ministry of hiding pages of its own." in brief.summary


def test_a_sentence_that_takes_up_what_went_before_is_left_out(brief: Brief) -> None:
    assert "That, said" not in brief.summary


def test_a_sentence_of_somebody_it_does_not_name_is_left_out() -> None:
    text = "Jonas Ede runs the ferry. He hid the books for a year, said Ruta Malm. Ruta Malm denied that she had known."
    assert brief_of(text).summary == "Ruta Malm denied that she had known."


def test_the_model_is_not_asked_for_a_summary() -> None:
    model = sure()
    assert brief_of(" ".join(SENTENCES.values()), model).summary
    assert "SummaryDraft" not in {what for what, _ in model.asked}


def test_half_of_a_quotation_is_no_sentence_of_a_summary() -> None:
    text = "The bridge is shut. “We shall open it, I promise. We want no soldiers there,” said Ruta Malm of the board."
    assert brief_of(text).summary.count("“") == brief_of(text).summary.count("”")


def test_a_clause_that_was_cut_out_ends_with_a_full_stop() -> None:
    text = "The bridge is shut. Ruta Malm said the board had no money, and Jonas Ede denied that it had asked for any."
    assert all(part.endswith(".") for part in brief_of(text).summary.split("\n"))


def test_a_speaker_who_is_only_his_view_is_named_before_the_claim() -> None:
    text = "Jonas Ede runs the ferry. The bridge, in his view, is a ruin."
    (claim,) = brief_of(text).claims
    assert claim.text == "Jonas Ede: The bridge, in his view, is a ruin."
