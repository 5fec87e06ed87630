"""Small labelled articles, answers and counts for the tests of the scorer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sample import ARTICLE, PUBLISHED

from summarizer.evaluation.annotations import Annotations, of_labels
from summarizer.evaluation.answers import Answer
from summarizer.evaluation.cases import Case
from summarizer.evaluation.tallies import CaseTally, SectionTally

LABELS: dict[str, Any] = {
    "actors": [
        {"names": ["Bangkok"], "kind": "government"},
        {"names": ["Cambodia"], "kind": "government"},
        {"names": ["Sok Dararith", "the foreign ministry spokesman"], "kind": "person"},
        {"names": ["rescue workers"], "kind": "people"},
    ],
    "claims": [
        {
            "speaker": ["Sok Dararith"],
            "quote": "“We do not take orders by stopwatch,” said Sok Dararith, the foreign ministry spokesman.",
            "kind": "statement",
            "polarity": "affirms",
            "direct": True,
        },
        {
            "speaker": ["Sok Dararith"],
            "quote": "He denied that any heavy gun had crossed the line.",
            "kind": "denial",
            "polarity": "denies",
            "direct": False,
        },
    ],
    "deadlines": [
        {
            "quote": "Bangkok has given Cambodia until 6 p.m. on Saturday to pull its howitzers off the ridge.",
            "due": {"start": None, "end": "2025-11-15"},
            "status": "pending",
            "set_by": [["Bangkok"]],
            "binding_on": [["Cambodia"]],
        }
    ],
    "attacks": [
        {
            "quote": "A drone hit a depot in Poipet on Thursday, killing at least six and hurting dozens",
            "kind": "drone",
            "killed": {"low": 6, "high": None},
            "injured": {"low": None, "high": None},
            "places": ["Poipet"],
            "attribution": "reported",
            "when": {"start": "2025-11-13", "end": "2025-11-13"},
            "figures": [{"what": "killed", "low": 6, "high": None, "by": ["rescue workers"]}],
        }
    ],
}


def case(name: str = "ridge", **changes: Any) -> Case:
    """The sample article with its labels."""
    fields: dict[str, Any] = {
        "id": name,
        "published": PUBLISHED,
        "source": "agency",
        "language": "en",
        "split": "dev",
        "gate": True,
        "tags": ["ultimatum"],
        "text": ARTICLE,
        "labels": LABELS,
    }
    return Case.model_validate(fields | changes)


def gold(of: Case) -> Answer:
    """An answer that says what the labels say."""
    return Answer(outcome="done", annotations=of_labels(of.labels, of.text))


def answer(annotations: Annotations) -> Answer:
    """A whole answer."""
    return Answer(outcome="done", annotations=annotations)


def tally(name: str, sections: Iterable[SectionTally], **changes: Any) -> CaseTally:
    """The counts of one case, given those of its four sections."""
    names = ("actors", "claims", "deadlines", "attacks")
    fields: dict[str, Any] = {
        "case": name,
        "case_sha256": name,
        "language": "en",
        "tags": [],
        "outcomes": {"done": 1},
        "sections": dict(zip(names, sections, strict=True)),
    }
    return CaseTally(**(fields | changes))


def day(iso: str) -> tuple[dt.date, dt.date]:
    """One day as first and last."""
    return dt.date.fromisoformat(iso), dt.date.fromisoformat(iso)
