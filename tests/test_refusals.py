"""Nothing is guessed and nothing is dropped in silence: what is left open, kept apart, and told in the brief."""

from __future__ import annotations

import asyncio
import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from sample import ARTICLE, PUBLISHED
from scripted_model import ScriptedModel

from summarizer.composition import Article, Desk, compose
from summarizer.document import Document
from summarizer.drafts import ActorDraft, AttackDraft, ClaimDraft, Reading
from summarizer.errors import OutputTruncated
from summarizer.llm import Account
from summarizer.merge import Assembled, assemble
from summarizer.progress import silent
from summarizer.prompts import Prompts
from summarizer.schema import Brief, Rejected
from summarizer.settings import resolve

DEADLINE = {
    "sentence": 1,
    "quote": "Bangkok has given Cambodia until 6 p.m. on Saturday to pull its howitzers off the ridge.",
    "what": "pull its howitzers off the ridge",
    "due": "until 6 p.m. on Saturday",
}


def merged(text: str, **drafts: Any) -> Assembled:
    return assemble(Reading(**drafts), Document.of(text, "en"), PUBLISHED)


def brief_by(model: ScriptedModel, text: str = ARTICLE, published: dt.date | None = PUBLISHED, **given: Any) -> Brief:
    settings = resolve(env={}, cwd=Path("/nowhere"), **({"plan": "sections"} | given))
    desk = Desk(model, Prompts.of().rendering(), Account(), settings, silent)  # type: ignore[arg-type]
    return asyncio.run(compose(Article(Document.of(text, "en"), published), desk))


def test_the_injured_of_the_text_are_not_told_as_killed() -> None:
    draft = AttackDraft(sentence=1, quote="", kind="drone", killed="six")
    items = merged("A drone hit a depot on Thursday, wounding six people.", attacks=[draft])
    assert items.attacks[0].killed is None
    assert [(refused.reason, refused.content["killed"]) for refused in items.rejected] == [("figure", "six")]


def test_a_surname_that_two_persons_share_stands_for_neither() -> None:
    text = "Petra Hallin spoke. Ola Hallin listened. Hallin said that the lock was shut."
    people = [
        ActorDraft(sentence=1, name="Petra Hallin", kind="person"),
        ActorDraft(sentence=2, name="Ola Hallin", kind="person"),
    ]
    said = ClaimDraft(sentence=3, quote="", speaker="Hallin", text="Hallin said that the lock was shut.")
    items = merged(text, actors=people, claims=[said])
    names = {actor.id: actor.name for actor in items.actors}
    assert names[items.claims[0].speaker] == "Hallin"
    assert sorted(names.values()) == ["Hallin", "Ola Hallin", "Petra Hallin"]


def test_a_person_and_a_body_that_bears_the_name_are_two_actors() -> None:
    text = "The Halden Group paid nothing. Halden paid everything."
    drafts = [
        ActorDraft(sentence=1, name="Halden Group", kind="company"),
        ActorDraft(sentence=2, name="Halden", kind="person"),
    ]
    assert [(actor.name, actor.kind) for actor in merged(text, actors=drafts).actors] == [
        ("Halden Group", "company"),
        ("Halden", "person"),
    ]


def test_what_was_refused_while_reading_is_kept_with_what_is_refused_after() -> None:
    unconfirmed = Rejected(section="deadlines", content={"sentence": 1}, reason="other", detail="not confirmed")
    assert merged(ARTICLE, rejected=[unconfirmed]).rejected == [unconfirmed]


def test_an_item_that_is_refused_is_told_in_the_brief() -> None:
    brief = brief_by(ScriptedModel({"Deadlines": {"deadlines": [DEADLINE | {"due": "until Sunday"}]}}))
    assert brief.deadlines == []
    assert [(refused.section, refused.reason) for refused in brief.run.rejected] == [("deadlines", "date")]


@pytest.mark.parametrize(("published", "end"), [(PUBLISHED, dt.date(2025, 11, 15)), (None, None)])
def test_a_relative_date_counts_from_the_day_of_publication_and_from_no_other(
    published: dt.date | None, end: dt.date | None
) -> None:
    (due,) = brief_by(ScriptedModel({"Deadlines": {"deadlines": [DEADLINE]}}), published=published).deadlines
    assert (due.due.end, due.due.text) == (end, DEADLINE["due"])


def test_the_part_that_was_not_read_lies_outside_the_coverage() -> None:
    paragraphs = [f"Paragraph {n} says little but says it at length. " * 60 for n in range(6)]
    text = "\n\n".join(paragraphs)
    model = ScriptedModel({"Actors": [{"actors": []}, OutputTruncated("cut"), *[{"actors": []}] * 20]})
    brief = brief_by(model, text=text, context_window=5_000)
    (before, after) = brief.run.coverage
    assert "were not read" in brief.run.warnings[0]
    assert after[0] - before[1] > len(paragraphs[0]) / 2
