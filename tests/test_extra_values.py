"""Values of fields of one's own: typed by code, and borne out by the sentence they are taken from."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from own_sections import ARTICLE, DOCUMENT, IMPOSED, LIFTED, PUBLISHED, VALUES, Field, draft, reading

from summarizer.document import Document, is_blank
from summarizer.drafts import OwnDraft, OwnReading, Reading
from summarizer.merge import Assembled, assemble
from summarizer.schema import Brief, Count, Run, Source, When


def assembled(*drafts: OwnDraft, **options: Any) -> Assembled:
    return assemble(reading(*drafts, **options), DOCUMENT, PUBLISHED)


def value_of(kind: str, words: object, sentence: int = 1, **options: Any) -> tuple[Any, list[tuple[str, str]]]:
    """The value of a single field, and what was refused."""
    found = assembled(draft(sentence, value=words), fields={"value": Field(kind, **options)})
    rejected = [(each.reason, each.detail) for each in found.rejected]
    items = found.extra["sanctions"]
    return (items[0].values["value"] if items else "no item"), rejected


def test_an_item_has_a_typed_value_for_each_field_and_stands_in_the_text() -> None:
    found = assembled(draft(1, **VALUES))
    (item,) = found.extra["sanctions"]
    friday = dt.date(2025, 8, 8)
    assert item.id == "sanctions1"
    assert item.values == {
        "imposed_by": "a1",
        "against": "Kitania",
        "measure": "imposed",
        "from": When(text="on Friday", start=friday, end=friday, precision="day"),
        "banks": Count(low=6, text="at least six"),
        "financial": True,
    }
    assert item.references == ["imposed_by"]
    assert [piece.quote for piece in item.evidence] == [IMPOSED]
    assert found.actors[0].name == "EU"
    assert not found.rejected


def test_a_text_value_is_the_texts_own_wording() -> None:
    assert value_of("text", "the  assets of at least six banks") == ("the assets of at least six banks", [])


@pytest.mark.parametrize(
    ("kind", "words", "reason"),
    [
        ("text", "Orion Shipping", "not_found"),
        ("text", "the assets of at least nine banks", "not_found"),
        ("count", "nine", "figure"),
        ("count", "Kitania", "figure"),
        ("date", "on Monday", "date"),
        ("date", "Kitania", "date"),
        ("actor", "Belgium", "name"),
        ("actor", "the assets", "reference"),
        ("choice", "threatened", "other"),
        ("flag", "perhaps", "other"),
    ],
)
def test_what_the_sentence_does_not_bear_out_is_null_and_rejected(kind: str, words: str, reason: str) -> None:
    value, rejected = value_of(kind, words, options=("imposed", "lifted") if kind == "choice" else ())
    assert value is None
    assert [each for each, _ in rejected] == [reason]


@pytest.mark.parametrize("words", [None, "", "  "])
def test_what_is_not_said_is_null_and_no_rejection(words: str | None) -> None:
    assert value_of("text", words) == (None, [])


@pytest.mark.parametrize("words", [None, "Belgium"])
def test_an_item_without_a_required_value_is_rejected_as_a_whole(words: str | None) -> None:
    value, rejected = value_of("actor", words, required=True)
    assert value == "no item"
    assert len(rejected) == 1


def test_a_count_takes_the_bound_that_its_sentence_gives_it() -> None:
    assert value_of("count", "six") == (Count(low=6, text="at least six"), [])


def test_a_date_takes_the_word_that_governs_it() -> None:
    value, _ = value_of("date", "1 September", sentence=4)
    assert value == When(text="from 1 September", start=dt.date(2025, 9, 1), precision="day")


def test_a_date_without_a_publication_day_stays_unresolved_with_its_words() -> None:
    found = assemble(reading(draft(1, value="on Friday"), fields={"value": Field("date")}), DOCUMENT, None)
    assert found.extra["sanctions"][0].values["value"] == When(text="on Friday")


def test_a_proper_name_of_the_sentence_that_nobody_read_yet_becomes_an_actor() -> None:
    found = assembled(draft(4, value="Orion Shipping"), fields={"value": Field("actor")})
    (item,) = found.extra["sanctions"]
    assert {actor.id: actor.name for actor in found.actors}[str(item.values["value"])] == "Orion Shipping"


def test_a_rejected_item_adds_no_actor() -> None:
    fields = {"by": Field("actor"), "what": Field("text", required=True)}
    found = assembled(draft(4, by="Orion Shipping", what="nothing of the kind"), fields=fields)
    assert [actor.name for actor in found.actors] == ["EU"]


def test_an_alias_finds_its_actor() -> None:
    found = assembled(draft(2, value="Orlo"), fields={"value": Field("actor")}, actors=["Lena Orlo"])
    assert found.extra["sanctions"][0].values["value"] == "a1"


def test_the_same_item_told_twice_is_one() -> None:
    found = assembled(draft(1, **VALUES), draft(1, "The EU imposed sanctions on Kitania", **VALUES))
    assert len(found.extra["sanctions"]) == 1
    assert [each.reason for each in found.rejected] == ["duplicate"]


def test_two_measures_in_one_sentence_are_two_items() -> None:
    found = assembled(draft(1, **VALUES), draft(1, **VALUES | {"measure": "extended"}))
    assert [item.id for item in found.extra["sanctions"]] == ["sanctions1", "sanctions2"]


def test_items_stand_in_the_order_of_the_text() -> None:
    found = assembled(draft(4, LIFTED, imposed_by="France"), draft(1, **VALUES), actors=["EU", "France"])
    assert [item.evidence[0].start for item in found.extra["sanctions"]] == [0, ARTICLE.index(LIFTED)]


def test_a_quote_that_the_text_does_not_have_is_rejected_under_its_section() -> None:
    found = assembled(draft(1, "The EU lifted its sanctions on Kitania.", **VALUES))
    assert found.extra["sanctions"] == []
    assert [(each.section, each.reason) for each in found.rejected] == [("sanctions", "not_found")]


def test_a_quote_cut_off_behind_its_negation_is_rejected() -> None:
    found = assembled(draft(3, "impose an embargo on Kitania", imposed_by="United States"))
    assert [each.reason for each in found.rejected] == ["negation"]


def test_a_section_without_fields_is_a_list_of_passages() -> None:
    found = assembled(draft(1), fields={})
    assert [(item.values, item.evidence[0].quote) for item in found.extra["sanctions"]] == [({}, IMPOSED)]


@given(st.text(min_size=1, max_size=300).filter(lambda text: not is_blank(text)), st.integers(1, 5), st.data())
@settings(deadline=None, max_examples=80)
def test_offsets_hold_in_any_text(text: str, sentence: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : data.draw(st.integers(start + 1, len(text)))]
    fields = {"a": Field("text"), "b": Field("count"), "c": Field("date"), "d": Field("actor")}
    drafts = [draft(sentence, words, a=words, b=words, c=words, d=words), draft(sentence, "", a=words)]
    document = Document.of(text, "en")
    found = assemble(Reading(own={"finds": OwnReading(fields, drafts)}), document, PUBLISHED)
    run = Run(model="m", provider="p", library_version="0")
    source = Source(language="en", chars=len(text), sha256=document.sha256)
    brief = Brief(headline="", summary="", actors=found.actors, extra=found.extra, source=source, run=run)
    brief.verify(text)
    for item in brief.extra["finds"]:
        value = item.values["a"]
        assert value is None or any(str(value) in text[s.start : s.end] for s in document.sentences)
