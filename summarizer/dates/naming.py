"""The days that a sentence names, and how one time expression is read beside another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from summarizer.dates.cursor import Token
from summarizer.dates.scan import scan
from summarizer.dates.scene import Direction, Period, Scene, UnclearError, unclear
from summarizer.dates.tense import Clause

_COARSE = {"week", "month", "quarter", "season", "year"}


class Alone:
    """The surroundings of an expression without any context; answers `scene.Surroundings`."""

    def direction(self) -> Direction | None:
        """No tense."""
        return None

    def surely_ahead(self) -> bool:
        """Nothing says so."""
        return False

    def firmly_ahead(self) -> bool:
        """Nothing says so."""
        return False

    def surely_past(self) -> bool:
        """Nothing says so."""
        return False

    def conditional(self) -> bool:
        """Nothing says so."""
        return False

    def looks_back(self) -> bool:
        """Nothing says so."""
        return False

    def past_origins(self) -> list[dt.date]:
        """None."""
        return []

    def granted(self) -> bool:
        """Nothing says so."""
        return False

    def moved(self) -> bool:
        """Nothing says so."""
        return False

    def told(self) -> bool:
        """Nothing says so."""
        return False

    def quoted(self) -> bool:
        """Nothing says so."""
        return False

    def apposed(self) -> bool:
        """Nothing says so."""
        return False

    def told_day(self) -> dt.date | None:
        """None."""
        return None

    def event_day(self, event: str) -> dt.date:
        """Raise UnclearError: nothing tells it."""
        raise UnclearError(f"nothing tells when {event} was")


class Beside(Alone):
    """The surroundings of another time expression of the context: its tense, and no more."""

    def __init__(self, clause: Clause) -> None:
        self._clause = clause

    def direction(self) -> Direction | None:
        """The tense at the expression."""
        return self._clause.direction()

    def surely_ahead(self) -> bool:
        """Whether the verb in front says that the time is still to come."""
        return self._clause.surely_ahead()

    def surely_past(self) -> bool:
        """Whether the verb says that the time is over."""
        return self._clause.surely_past()

    def looks_back(self) -> bool:
        """Whether a limit in its place was reached."""
        return self._clause.looks_back()

    def moved(self) -> bool:
        """Whether the verb in front of it moves something."""
        return self._clause.moved()

    def told_day(self) -> dt.date | None:
        """Raise UnclearError: days are not counted from each other twice."""
        raise UnclearError("counted from another day of the context")


class Named(NamedTuple):
    """A time that a sentence names: `day` where it is one day that can be told; `limit`: "by …".

    `era`: a week, month or year, named for the past or the present.
    """

    day: dt.date | None = None
    limit: bool = False
    era: bool = False


def times_named(sentence: list[Token], published: dt.date | None, besides: Clause | None) -> Iterator[Named]:
    """The times that a sentence names outside the expression `besides`; amounts are none."""
    for first, last, phrase in scan(ended(sentence)):
        if besides and sentence is besides.tokens and first < besides.last and last > besides.first:
            continue
        if phrase.weak == "amount" or phrase.meaning is unclear:
            continue
        try:
            period = phrase.meaning(Scene(published, Beside(Clause(sentence, first, last))))
        except (UnclearError, OverflowError):
            yield Named()
            continue
        yield from _named(period, published)


def _named(period: Period, published: dt.date | None) -> Iterator[Named]:
    if period.precision not in _COARSE:
        yield Named(period.start if period.start == period.end else None, limit=period.start is None)
    elif period.start and published and period.start <= published:
        yield Named(era=True)


def apposed(clause: Clause) -> bool:
    """Whether a comma alone parts the expression from another time."""
    found = [(first, last) for first, last, _ in scan(ended(clause.tokens))]
    ahead = clause.tokens[clause.last].norm if clause.last < len(clause.tokens) else ""
    return any(
        (first == clause.last + 1 and ahead == ",") or (last == clause.first - 1 and clause.tokens[last].norm == ",")
        for first, last in found
    )


def ended(sentence: list[Token]) -> list[Token]:
    """The tokens of a sentence and the one that ends a text."""
    end = sentence[-1].end
    return [*sentence, Token("", "", end, end, "end")]
