"""What a brief itself refuses: quotes that do not stand at their offsets, references to nobody, denials that affirm."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from sample import ARTICLE, attacks, claims, evidence, sample_brief

from summarizer.errors import EvidenceError, InputError
from summarizer.schema import Brief, Claim, Count, Evidence, Figure

REFERENCE = (Path(__file__).parents[1] / "docs" / "brief.md").read_text(encoding="utf-8")


def claim(**changes: Any) -> Claim:
    """The sample's first claim with other fields, checked like any other."""
    return Claim.model_validate(claims()[0].model_dump() | changes)


def moved(piece: Evidence) -> Evidence:
    """The same quote, one character beside its place."""
    return Evidence(quote=piece.quote, start=piece.start + 1, end=piece.end + 1)


def test_a_brief_stands_against_its_own_text() -> None:
    sample_brief().verify(ARTICLE)


def test_a_quote_that_the_text_has_elsewhere_does_not_stand() -> None:
    beside = claim(evidence=[moved(evidence("He denied that any heavy gun had crossed the line."))])
    with pytest.raises(EvidenceError, match=r"c1: the text at \[\d+:\d+\] reads"):
        sample_brief(claims=[beside]).verify(ARTICLE)


def test_the_evidence_of_a_figure_is_checked_too() -> None:
    six = Figure(what="killed", count=Count(low=6, text="six"), evidence=moved(evidence("at least six")))
    with pytest.raises(EvidenceError, match="k1"):
        sample_brief(attacks=[attacks()[0].model_copy(update={"figures": [six]})]).verify(ARTICLE)


def test_a_brief_read_back_with_another_text_is_refused() -> None:
    written = sample_brief().model_dump_json()
    assert Brief.model_validate_json(written) == sample_brief()
    with pytest.raises(EvidenceError):
        Brief.model_validate_json(written, context={"text": f".{ARTICLE}"})


def test_a_brief_of_another_schema_version_is_told_as_such_and_not_by_its_fields() -> None:
    written = sample_brief().model_dump(mode="json") | {"tone": "calm"}
    written["run"]["schema_version"] = "2"
    with pytest.raises(ValidationError, match=r"schema_version '2' cannot be read: .* reads '1'") as caught:
        Brief.model_validate_json(json.dumps(written))
    assert caught.value.error_count() == 1


def test_the_field_reference_names_each_field_in_the_section_of_its_type() -> None:
    schema = Brief.model_json_schema()
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", REFERENCE, re.MULTILINE | re.DOTALL))
    types = {"Brief": schema, **schema["$defs"]}
    assert sections.keys() == types.keys()
    for name, part in types.items():
        assert [field for field in part["properties"] if f"`{field}`" not in sections[name]] == []


def test_the_field_reference_names_each_choice() -> None:
    fields = [field for part in Brief.model_json_schema()["$defs"].values() for field in part["properties"].values()]
    assert [choice for field in fields for choice in field.get("enum", []) if f"`{choice}`" not in REFERENCE] == []


@pytest.mark.parametrize(("kind", "polarity"), [("denial", "affirms"), ("statement", "denies")])
def test_a_claim_is_a_denial_exactly_when_it_denies(kind: str, polarity: str) -> None:
    with pytest.raises(ValidationError, match="does not go with polarity"):
        claim(kind=kind, polarity=polarity)


@pytest.mark.parametrize("change", [{"speaker": "a9"}, {"about": ["a9"]}, {"via": "a9"}])
def test_a_reference_to_nobody_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="references to no actor of this brief: a9"):
        sample_brief(claims=[claim(**change)])


def test_an_id_is_used_once() -> None:
    with pytest.raises(ValidationError, match="ids used twice: c1"):
        sample_brief(claims=[claim(), claim()])


def test_an_evidence_is_as_long_as_its_quote() -> None:
    with pytest.raises(ValidationError, match="not as long as its quote"):
        Evidence(quote="Bangkok", start=0, end=8)


@pytest.mark.parametrize("text", [None, 3, ARTICLE.encode()])
def test_what_is_no_str_is_held_against_no_brief(text: Any) -> None:
    brief = sample_brief()
    for check in (brief.verify, brief.source.is_of):
        with pytest.raises(InputError, match="the text must be a str, not"):
            check(text)
