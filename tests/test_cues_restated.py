"""Figures of victims in unusual wordings, and those that leave their fate out; one behaviour a test."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.cues import violence
from summarizer.cues.casualties import find_casualties
from summarizer.document import Document


def counted(sentence: str, language: str = "en") -> dict[str, tuple[int | None, int | None]]:
    return {c.kind: (c.count.low, c.count.high) for c in find_casualties(sentence, language)}


def tolls(text: str) -> tuple[tuple[int | None, int | None] | None, ...]:
    """Killed and injured of the first attack."""
    cue = violence.propose(Document.of(text, "en"), dt.date(2026, 3, 11))[0]
    return tuple((toll.count.low, toll.count.high) if toll else None for toll in (cue.killed, cue.injured))


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The officials put the dead there at 22.", {"killed": (22, 22)}),
        ("The Front put its losses at three.", {"killed": (3, 3)}),
        ("The two blasts took 25 lives and wounded at least 45 people.", {"killed": (25, 25), "injured": (45, None)}),
        ("Five members of a family were killed on Sunday.", {"killed": (5, 5)}),
        ("A night clerk was hit in the jaw.", {"injured": (1, 1)}),
        ("Their daughters, aged 11 and six, were airlifted to a hospital.", {}),
    ],
)
def test_figures_are_those_of_the_harmed(sentence: str, told: dict[str, tuple[int | None, int | None]]) -> None:
    assert counted(sentence) == told


def test_a_german_verb_may_stand_far_from_those_who_lost_their_lives() -> None:
    sentence = "Dabei kamen am Freitagabend nach Angaben der Lenn-Verwaltung mindestens zehn Menschen ums Leben."
    assert counted(sentence, "de") == {"killed": (10, None)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Gunmen killed 18 people in Arba, according to the mayor. The army’s spokesman gave a figure of 11.",
            ((11, 18), None),
        ),
        (
            "A bomb wounded thirteen people in Arba, the mayor said. The health ministry put their number at 19.",
            (None, (13, 19)),
        ),
        (
            "A missile hit a house in Arba. The mayor said 23 people were hurt, a figure that was later raised to 27.",
            (None, (27, 27)),
        ),
    ],
)
def test_a_figure_without_its_fate_is_of_the_one_before(
    text: str, told: tuple[tuple[int | None, int | None] | None, ...]
) -> None:
    assert tolls(text) == told


def test_a_lead_that_adds_up_two_attacks_is_none_itself() -> None:
    text = (
        "NOROK, March 11 - Attacks on a convoy and a post killed at least 31 soldiers, two officials said.\n\n"
        "The convoy was ambushed on Sunday in Tinko. The sources put the dead there at 22.\n\n"
        "Hours later, on Monday, men on motorcycles stormed an army post in Gasse. "
        "Nine soldiers died, according to the sources."
    )
    cues = violence.propose(Document.of(text, "en"), dt.date(2026, 3, 11))
    assert [cue.killed and cue.killed.count.low for cue in cues] == [22, 9]
