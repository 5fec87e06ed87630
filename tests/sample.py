"""One article and the brief of it with every kind of item, for tests that need a brief and no model."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

from summarizer.schema import (
    Actor,
    Attack,
    Brief,
    Claim,
    Count,
    Deadline,
    Evidence,
    Figure,
    Rejected,
    Run,
    Source,
    Usage,
    When,
)

ARTICLE = """\
Bangkok has given Cambodia until 6 p.m. on Saturday to pull its howitzers off the ridge.

“We do not take orders by stopwatch,” said Sok Dararith, the foreign ministry spokesman.
He denied that any heavy gun had crossed the line.

A drone hit a depot in Poipet on Thursday, killing at least six and hurting dozens, rescue workers said.
"""
PUBLISHED = dt.date(2025, 11, 13)


def evidence(quote: str) -> Evidence:
    start = ARTICLE.index(quote)
    return Evidence(quote=quote, start=start, end=start + len(quote))


def sample_brief(**changes: Any) -> Brief:
    """The brief of `ARTICLE`; `changes` are fields of the brief."""
    fields: dict[str, Any] = {
        "headline": "Bangkok gives Cambodia until Saturday",
        "summary": "Bangkok has given Cambodia until Saturday to pull its howitzers off the ridge.",
        "actors": actors(),
        "claims": claims(),
        "deadlines": deadlines(),
        "attacks": attacks(),
        "source": source(),
        "run": run(),
    }
    return Brief(**(fields | changes))


def actors() -> list[Actor]:
    return [
        Actor(id="a1", name="Bangkok", kind="government", evidence=[evidence("Bangkok")]),
        Actor(id="a2", name="Cambodia", kind="government", evidence=[evidence("Cambodia")]),
        Actor(
            id="a3",
            name="Sok Dararith",
            aliases=["the spokesman"],
            kind="person",
            role="foreign ministry spokesman",
            affiliation="Cambodia",
            evidence=[evidence("Sok Dararith")],
        ),
        Actor(id="a4", name="rescue workers", kind="people", evidence=[evidence("rescue workers")]),
    ]


def claims() -> list[Claim]:
    return [
        Claim(
            id="c1",
            speaker="a3",
            text="We do not take orders by stopwatch.",
            direct=True,
            about=["a1"],
            evidence=[evidence("“We do not take orders by stopwatch,” said Sok Dararith")],
        ),
        Claim(
            id="c2",
            speaker="a3",
            text="No heavy gun has crossed the line.",
            kind="denial",
            polarity="denies",
            evidence=[evidence("He denied that any heavy gun had crossed the line.")],
        ),
    ]


def deadlines() -> list[Deadline]:
    return [
        Deadline(
            id="d1",
            what="pull the howitzers off the ridge",
            due=When(
                text="until 6 p.m. on Saturday", end=dt.date(2025, 11, 15), precision="minute", time=dt.time(18, 0)
            ),
            set_by=["a1"],
            binding_on=["a2"],
            evidence=[evidence("Bangkok has given Cambodia until 6 p.m. on Saturday")],
        )
    ]


def attacks() -> list[Attack]:
    hit = evidence("A drone hit a depot in Poipet on Thursday, killing at least six and hurting dozens")
    at_least_six = Count(low=6, text="at least six")
    thursday = dt.date(2025, 11, 13)
    return [
        Attack(
            id="k1",
            kind="drone",
            attribution="reported",
            targets=["a depot"],
            places=["Poipet"],
            when=When(text="on Thursday", start=thursday, end=thursday, precision="day"),
            killed=at_least_six,
            injured=Count(text="dozens"),
            figures=[Figure(what="killed", count=at_least_six, by="a4", evidence=evidence("killing at least six"))],
            reported_by=["a4"],
            evidence=[hit],
        )
    ]


def source() -> Source:
    sha256 = hashlib.sha256(ARTICLE.encode()).hexdigest()
    return Source(published=PUBLISHED, language="en", chars=len(ARTICLE), sha256=sha256, title="Ridge")


def run(**changes: Any) -> Run:
    rejected = Rejected(section="claims", content={"text": "Ninety died."}, reason="figure", detail="90 is not there")
    fields: dict[str, Any] = {
        "model": "tiny",
        "provider": "embedded",
        "library_version": "0",
        "usage": Usage(calls=5, input_tokens=4200, output_tokens=310),
        "seconds": 12.34,
        "coverage": [(0, len(ARTICLE))],
        "rejected": [rejected],
        "warnings": ["1 answer was cut"],
    }
    return Run(**(fields | changes))
