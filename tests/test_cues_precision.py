"""What tempts by surface words alone: forecasts, events and figures of speech that are no deadline and no attack."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.cues import limits, violence
from summarizer.document import Document

WEDNESDAY = dt.date(2026, 3, 11)
LIKELY_DEADLINE, LIKELY_ATTACK = 0.3, 0.0


def deadlines(text: str, language: str = "en") -> list[limits.DeadlineCue]:
    """The likely deadlines of a text published on Wednesday, 11 March 2026."""
    return [cue for cue in limits.propose(Document.of(text, language), WEDNESDAY) if cue.prior >= LIKELY_DEADLINE]


def attacks(text: str, language: str = "en") -> list[violence.AttackCue]:
    """The likely attacks of a text published on Wednesday, 11 March 2026."""
    return [cue for cue in violence.propose(Document.of(text, language), WEDNESDAY) if cue.prior >= LIKELY_ATTACK]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ms Oduya expects smart meters to be mandatory in every flat by 2031.", "en"),
        ("By 2035, Mr Hask calculates, the county will spend more on sea walls than on roads.", "en"),
        ("By 2045, in his view, the lower village may have to be given up.", "en"),
        ("She expects the second tunnel to open by 2029.", "en"),
        ("La biologiste prévoit un recul de la population d’ici à 2032.", "fr"),
        ("Según sus cálculos, el embalse podría tener que cerrar antes de 2040.", "es"),
        ("Bis 2035 könnten nach seiner Einschätzung viele Höfe aufgeben müssen.", "de"),
    ],
)
def test_what_somebody_foretells_is_no_deadline(text: str, language: str) -> None:
    """Expectation binds nobody, whatever words of duty it is told in."""
    assert deadlines(text, language) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A pilot study is planned for next autumn; experts in Dorn are to discuss the findings on 4 April.", "en"),
        ("Un concert aura lieu samedi à 20 heures à la halle.", "fr"),
        ("She was back on the set within a month.", "en"),
        ("The cheese, from a shop that had run out of bread by nine, was best before Sunday.", "en"),
        ("The worst of the rain should be over the islands by midnight.", "en"),
    ],
)
def test_events_and_states_are_no_deadlines(text: str, language: str) -> None:
    """What is scheduled, over or merely likely then obliges nobody."""
    assert deadlines(text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "All troops should be out of the valley by Friday.",
        "The forms should be returned by Friday.",
        "The regulator set the firm a month to reply.",
        "The council predicted a bad winter and gave landlords until 30 April to repair their boilers.",
        "The court expects the company to hand over the files by Friday.",
    ],
)
def test_whoever_is_bound_by_a_day_keeps_the_deadline(text: str) -> None:
    """Somebody has to act by then."""
    assert len(deadlines(text)) == 1
