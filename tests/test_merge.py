"""Drafts → one brief's items: evidence, guard, names, dates, counts, what is told twice."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import ARTICLE, PUBLISHED

from summarizer.document import Document
from summarizer.drafts import ActorDraft, AttackDraft, ClaimDraft, DeadlineDraft, Reading
from summarizer.merge import Assembled, assemble
from summarizer.schema import Count

DOCUMENT = Document.of(ARTICLE, "en")
SOK = "Sok Dararith"


def merged(text: str = ARTICLE, published: dt.date | None = PUBLISHED, **drafts: Any) -> Assembled:
    return assemble(Reading(**drafts), Document.of(text, "en"), published)


def claim(**changes: Any) -> ClaimDraft:
    fields: dict[str, Any] = {
        "sentence": 3,
        "quote": "He denied that any heavy gun had crossed the line.",
        "speaker": SOK,
        "text": "Sok Dararith denied that any heavy gun had crossed the line.",
        "kind": "denial",
        "polarity": "denies",
    }
    return ClaimDraft(**(fields | changes))


def deadline(**changes: Any) -> DeadlineDraft:
    fields: dict[str, Any] = {
        "sentence": 1,
        "quote": "Bangkok has given Cambodia until 6 p.m. on Saturday to pull its howitzers off the ridge.",
        "what": "pull its howitzers off the ridge",
        "due": "until 6 p.m. on Saturday",
    }
    return DeadlineDraft(**(fields | changes))


def attack(**changes: Any) -> AttackDraft:
    fields: dict[str, Any] = {
        "sentence": 4,
        "quote": "A drone hit a depot in Poipet on Thursday",
        "kind": "drone",
        "places": ["Poipet"],
        "when": "on Thursday",
        "killed": "at least six",
        "injured": "dozens",
    }
    return AttackDraft(**(fields | changes))


def bounds(count: Count | None) -> tuple[int | None, int | None]:
    assert count is not None
    return count.low, count.high


def reasons(items: Assembled) -> list[str]:
    return [rejected.reason for rejected in items.rejected]


def test_a_claim_gets_exact_evidence_and_its_speaker_an_id() -> None:
    items = merged(claims=[claim()])
    (told,) = items.claims
    assert ARTICLE[told.evidence[0].start : told.evidence[0].end] == told.evidence[0].quote
    assert items.actors[0].name == SOK
    assert told.speaker == items.actors[0].id


def test_a_wrong_sentence_number_does_not_lose_a_quote_that_the_text_has() -> None:
    assert len(merged(claims=[claim(sentence=1)]).claims) == 1


def test_without_a_quote_the_whole_sentence_is_the_evidence() -> None:
    assert merged(claims=[claim(quote="")]).claims[0].evidence[0].quote.startswith("He denied")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"quote": "He confirmed that every heavy gun had crossed the line."}, "not_found"),
        ({"text": "Sok Dararith denied that 12 heavy guns had crossed the line."}, "figure"),
        ({"text": "Sok Dararith denied on Monday that any heavy gun had crossed the line."}, "date"),
        ({"text": "Sok Dararith denied that any gun of Premier Lonvar had crossed the line."}, "name"),
        ({"speaker": "Anan Thepsiri"}, "name"),
        ({"speaker": "He"}, "name"),
    ],
)
def test_a_claim_that_does_not_hold_is_rejected_with_its_reason(change: dict[str, Any], reason: str) -> None:
    items = merged(claims=[claim(**change)])
    assert items.claims == []
    assert reasons(items) == [reason]


def test_the_same_sentence_told_twice_of_one_speaker_is_one_claim_and_a_duplicate() -> None:
    items = merged(claims=[claim(), claim()])
    assert len(items.claims) == 1
    assert reasons(items) == ["duplicate"]


def test_a_claim_repeated_in_another_sentence_is_one_with_both_evidences() -> None:
    text = "“The bridge is open,” said Ola Berg.\n\nLater she repeated it. “The bridge is open,” said Ola Berg."
    drafts = [
        ClaimDraft(sentence=n, quote="", speaker="Ola Berg", text="“The bridge is open,” said Ola Berg.")
        for n in (1, 3)
    ]
    (told,) = merged(text, claims=drafts).claims
    assert len(told.evidence) == 2


@pytest.mark.parametrize(("kind", "polarity"), [("denial", "affirms"), ("statement", "denies")])
def test_kind_and_polarity_are_made_to_agree(kind: str, polarity: str) -> None:
    (told,) = merged(claims=[claim(kind=kind, polarity=polarity)]).claims
    assert (told.kind, told.polarity) == ("denial", "denies")


def test_a_due_date_is_worked_out_by_code() -> None:
    (due,) = merged(deadlines=[deadline()]).deadlines
    assert (due.due.start, due.due.end, due.due.time) == (None, dt.date(2025, 11, 15), dt.time(18))


def test_without_a_dateline_a_relative_due_date_stays_unresolved_and_is_kept() -> None:
    (due,) = merged(published=None, deadlines=[deadline()]).deadlines
    assert not due.due.resolved
    assert due.due.text == "until 6 p.m. on Saturday"


def test_a_due_date_that_the_sentence_does_not_say_is_rejected() -> None:
    items = merged(deadlines=[deadline(due="until Sunday")])
    assert items.deadlines == []
    assert reasons(items) == ["date"]


@pytest.mark.parametrize(
    ("text", "due", "end"),
    [
        ("Applications close at noon on Friday.", "at noon on Friday", dt.date(2025, 11, 14)),
        ("Lawmakers face a Friday deadline to pass the bill.", "Friday", dt.date(2025, 11, 14)),
        ("The envoy gave both sides until dawn on Friday.", "until dawn on Friday", dt.date(2025, 11, 14)),
    ],
)
def test_a_bare_weekday_of_a_pending_deadline_is_the_next_one(text: str, due: str, end: dt.date) -> None:
    (told,) = merged(
        text, dt.date(2025, 11, 12), deadlines=[DeadlineDraft(sentence=1, quote=text, what=text, due=due)]
    ).deadlines
    assert (told.due.end, told.due.text) == (end, due)


def test_counts_have_the_bounds_of_their_words() -> None:
    (hit,) = merged(attacks=[attack()]).attacks
    assert bounds(hit.killed) == (6, None)
    assert bounds(hit.injured) == (None, None)


def test_a_figure_that_the_evidence_does_not_say_is_left_out_and_reported() -> None:
    items = merged(attacks=[attack(killed="sixteen")])
    assert items.attacks[0].killed is None
    assert reasons(items) == ["figure"]


def test_figures_of_sources_that_differ_make_a_range_and_stay_apart() -> None:
    text = "A bomb hit Orlen on Monday. Police said four people died. The hospital said six people died."
    figures = [
        {"what": "killed", "count": "four", "by": "Police", "sentence": 2},
        {"what": "killed", "count": "six", "by": "The hospital", "sentence": 3},
    ]
    draft = AttackDraft(sentence=1, quote="", kind="bombing", figures=figures, also=[2, 3])  # type: ignore[arg-type]
    (hit,) = merged(text, dt.date(2026, 3, 4), attacks=[draft]).attacks
    assert bounds(hit.killed) == (4, 6)
    assert [figure.count.low for figure in hit.figures] == [4, 6]


def test_a_place_that_the_text_does_not_name_is_left_out_and_reported() -> None:
    items = merged(attacks=[attack(places=["Poipet", "Aranya"])])
    assert items.attacks[0].places == ["Poipet"]
    assert reasons(items) == ["name"]


def test_surname_and_full_name_are_one_actor_whose_name_is_the_fullest() -> None:
    text = "Dararith spoke. Later Sok Dararith left."
    drafts = [ActorDraft(sentence=1, name="Dararith", kind="person"), ActorDraft(sentence=2, name=SOK, kind="person")]
    (actor,) = merged(text, actors=drafts).actors
    assert (actor.name, actor.aliases) == (SOK, ["Dararith"])


def test_a_capital_merges_with_its_government_and_not_with_a_person() -> None:
    text = "Moscow denied it. Russia said so. Ivan Moscow laughed."
    drafts = [
        ActorDraft(sentence=1, name="Moscow", kind="government"),
        ActorDraft(sentence=2, name="Russia", kind="government"),
        ActorDraft(sentence=3, name="Ivan Moscow", kind="person"),
    ]
    assert sorted(actor.name for actor in merged(text, actors=drafts).actors) == ["Ivan Moscow", "Moscow"]


def test_an_actor_without_a_mention_is_rejected() -> None:
    items = merged(actors=[ActorDraft(sentence=1, name="Anan Thepsiri", kind="person")])
    assert items.actors == []
    assert reasons(items) == ["name"]


WORDS = st.sampled_from(
    [
        "Bangkok",
        "Cambodia",
        SOK,
        "He",
        "six",
        "dozens",
        "on Thursday",
        "until 6 p.m. on Saturday",
        "Monday",
        "12",
        "",
        "Lonvar",
    ]
)
NUMBERS = st.integers(1, 9)


@settings(deadline=None, max_examples=80)
@given(st.lists(st.tuples(NUMBERS, WORDS, WORDS, WORDS), max_size=6))
def test_whatever_a_model_says_the_items_hold_and_nothing_is_lost(rows: list[tuple[int, str, str, str]]) -> None:
    reading = Reading(
        claims=[ClaimDraft(sentence=n, quote=a, speaker=b, text=c or "x") for n, a, b, c in rows],
        deadlines=[DeadlineDraft(sentence=n, quote=a, what=b or "x", due=c) for n, a, b, c in rows],
        attacks=[AttackDraft(sentence=n, quote=a, kind="other", killed=b, places=[c]) for n, a, b, c in rows],
    )
    items = assemble(reading, DOCUMENT, PUBLISHED)
    for item in (*items.actors, *items.claims, *items.deadlines, *items.attacks):
        for piece in item.evidence:
            assert ARTICLE[piece.start : piece.end] == piece.quote
    evidences = sum(len(item.evidence) for item in (*items.claims, *items.deadlines, *items.attacks))
    assert evidences + len(items.rejected) >= 3 * len(rows)


def test_a_speaker_whose_name_has_a_number_may_stand_for_a_pronoun() -> None:
    text = "Two clerks were at the gate. The gate was shut, they said."
    said = "The gate was shut, Two clerks said."
    draft = ClaimDraft(
        sentence=2,
        quote="The gate was shut, they said.",
        speaker="Two clerks",
        text=said,
        kind="statement",
        polarity="affirms",
        direct=False,
    )
    assert [c.text for c in merged(text, claims=[draft]).claims] == [said]


def test_a_man_who_is_told_of_first_is_not_the_one_before() -> None:
    text = "A man stabbed a 30-year-old man. He fled."
    drafts = [ActorDraft(sentence=1, name=name, kind="person") for name in ("a 30-year-old man", "A man")]
    assert [actor.name for actor in merged(text, actors=drafts).actors] == ["A man", "a 30-year-old man"]


def test_who_is_named_only_in_passing_has_the_kind_of_his_noun() -> None:
    text = "Workers have told the companies and their governments to get in touch by Friday."
    limit = deadline(
        quote=text, what="get in touch", due="by Friday", binding_on=["the companies", "their governments"]
    )
    kinds = {actor.name: actor.kind for actor in merged(text, deadlines=[limit]).actors}
    assert kinds == {"the companies": "company", "their governments": "government"}
