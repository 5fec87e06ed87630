"""How many munitions an attack took; one behaviour a test."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.cues import violence
from summarizer.document import Document

WEDNESDAY = dt.date(2026, 3, 11)


def strikes(text: str) -> list[tuple[int | None, int | None, str]]:
    """Bounds and source of what the first attack is told to have taken."""
    cue = violence.propose(Document.of(text), WEDNESDAY)[0]
    return [(f.count.low, f.count.high, f.source) for f in cue.figures if f.what == "strikes"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two drones struck a depot in Besk on Tuesday.", [(2, 2, "")]),
        ("On Sunday evening four shells hit a camp near Besk.", [(4, 4, "")]),
        ("A jet fired at least three guided missiles into a house in Besk on Tuesday.", [(3, None, "")]),
        (
            "Missiles hit a power plant in Besk on Tuesday, killing two men. "
            "The ministry said five ballistic missiles had struck the plant.",
            [(5, 5, "ministry")],
        ),
    ],
)
def test_drones_missiles_and_shells_are_counted_with_whoever_counts_them(
    text: str, told: list[tuple[int | None, int | None, str]]
) -> None:
    assert strikes(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "A drone struck a depot in Besk on Tuesday.",
        "A drone killed four men in Besk on Tuesday. Air defences shot down 12 drones, the army said.",
        "A drone killed four men in Besk on Tuesday; nine drones were intercepted.",
        "Gunmen killed two men and stole four drones in Besk on Tuesday, and police found six bombs.",
        "Shells killed two of the drivers in Besk on Tuesday.",
    ],
)
def test_one_is_no_number_and_what_was_brought_down_or_found_struck_nobody(text: str) -> None:
    assert strikes(text) == []
