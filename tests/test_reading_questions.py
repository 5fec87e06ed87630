"""Which candidates the plan "questions" takes: what cues and model bear out, in a text that tells one plainly."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from scripted_model import ScriptedModel

from summarizer.composition import Article, Desk, compose
from summarizer.document import Document
from summarizer.llm import Account
from summarizer.progress import silent
from summarizer.prompts import Prompts
from summarizer.schema import Brief
from summarizer.settings import SMALLEST_CONTEXT_WINDOW, resolve

PUBLISHED = dt.date(2026, 3, 12)
DOUBTFUL_ATTACK = "Militants attacked a depot in Oskel."
PLAIN_ATTACK = "On Tuesday gunmen shot dead three toll keepers in Tarnel, the police said."
DOUBTFUL_DEADLINE = "The depots are to be cleared by the end of March."
PLAIN_DEADLINE = "The court has given the Tarnel Bridge Board until 20 March to hand over its books."


def brief_of(text: str, margin: float, window: int | None = None) -> Brief:
    """The brief where the model's margin for the first word of each question is the same."""

    def weigh(_: str, options: Sequence[str]) -> dict[str, float]:
        return dict.fromkeys(options, 0.0) | {options[0]: margin}

    settings = resolve(env={}, cwd=Path("/nowhere"), plan="questions", context_window=window)
    desk = Desk(ScriptedModel(weigh=weigh), Prompts.of().rendering(), Account(), settings, silent)  # type: ignore[arg-type]
    return asyncio.run(compose(Article(Document.of(text, "en"), PUBLISHED), desk))


def refusals(brief: Brief, section: str) -> list[str | None]:
    return [rejected.detail for rejected in brief.run.rejected if rejected.section == section]


def test_a_lone_doubtful_attack_is_none_and_the_refusal_says_so() -> None:
    brief = brief_of(DOUBTFUL_ATTACK, margin=0.5)
    assert not brief.attacks
    assert refusals(brief, "attacks") == ["nothing in the text tells one plainly (support 0.6)"]


def test_the_same_attack_beside_a_plain_one_is_one() -> None:
    assert len(brief_of(f"{PLAIN_ATTACK} {DOUBTFUL_ATTACK}", margin=0.5).attacks) == 2


def test_a_lone_doubtful_deadline_is_none_and_the_refusal_says_so() -> None:
    brief = brief_of(DOUBTFUL_DEADLINE, margin=-0.5)
    assert not brief.deadlines
    assert refusals(brief, "deadlines") == ["nothing in the text tells one plainly (support 0.9)"]


def test_the_same_deadline_beside_a_plain_one_is_one() -> None:
    assert len(brief_of(f"{PLAIN_DEADLINE} {DOUBTFUL_DEADLINE}", margin=-0.5).deadlines) == 2


def test_a_model_that_is_sure_makes_a_lone_doubtful_attack_one() -> None:
    assert brief_of(DOUBTFUL_ATTACK, margin=9.0).attacks


def test_the_plain_one_may_stand_in_another_part_of_a_long_text() -> None:
    filler = "The river runs past the town in a wide bend. " * 60
    brief = brief_of(f"{DOUBTFUL_ATTACK} {filler}{PLAIN_ATTACK}", margin=0.5, window=SMALLEST_CONTEXT_WINDOW)
    assert len(brief.attacks) == 2
