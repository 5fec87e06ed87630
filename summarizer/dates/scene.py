"""What a time expression means, as a function of the scene it is read in: publication date, context, governing word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import Literal, NamedTuple, Protocol

from summarizer.dates import arithmetic
from summarizer.dates.arithmetic import Span
from summarizer.schema import Precision

# "Due by July 1" is still said in August; in January "by August" means the next one, however near the last.
_STALE_DAYS = 60
# "Must be paid by 1 December", said in March, is this year's; said in February of 10 December, it may be a slip.
_LONG_PAST = 80


class UnclearError(Exception):
    """The words are a time expression, but which day they mean cannot be told for certain."""


class Direction(Enum):
    """Which way from the publication date an expression looks."""

    PAST = "past"
    FUTURE = "future"


class Surroundings(Protocol):
    """What the text around an expression tells about it."""

    def direction(self) -> Direction | None:
        """The tense in which the expression is used, or None where it cannot be told."""

    def told_day(self) -> dt.date | None:
        """The one day that the surroundings name, None where they name none; UnclearError where they name several."""

    def surely_ahead(self) -> bool:
        """Whether the text says firmly that the time is still to come."""

    def firmly_ahead(self) -> bool:
        """Whether the text says so as of now."""

    def surely_past(self) -> bool:
        """Whether the text says firmly that the time is over."""

    def conditional(self) -> bool:
        """Whether the sentence names an event that an amount may count from."""

    def looks_back(self) -> bool:
        """Whether something past is told to have reached the time, so that "until Friday" may be past."""

    def past_origins(self) -> Iterable[dt.date]:
        """The days named beside a time to come that a past act may have set; none where it is told as of now."""

    def granted(self) -> bool:
        """Whether an amount of time is what somebody is given, so that it counts from then."""

    def moved(self) -> bool:
        """Whether something is moved to the time, so that "from … to …" is no span."""

    def told(self) -> bool:
        """Whether somebody tells what the sentence says, so that its day is the day of the telling."""

    def quoted(self) -> bool:
        """Whether the expression stands inside quotation marks, so that "tomorrow" counts from when it was said."""

    def apposed(self) -> bool:
        """Whether a comma alone parts it from another time ("a day earlier, on Tuesday"), which may be the same."""

    def event_day(self, event: str) -> dt.date:
        """The day on which the surroundings place an event ("the ruling"); UnclearError where they do not."""


class Period(NamedTuple):
    """Inclusive calendar days with the precision they are known to; a bound is None where the words leave it open.

    `closing`: the last day of something, so that "before" still includes it. `vague`: the span surely contains what is
    meant, but its ends are not limits that anyone set ("early next week").
    """

    start: dt.date | None
    end: dt.date | None
    precision: Precision = "day"
    time: dt.time | None = None
    closing: bool = False
    vague: bool = False

    @classmethod
    def on(cls, day: dt.date, precision: Precision = "day", time: dt.time | None = None) -> Period:
        """One day."""
        return cls(day, day, precision, time)

    @property
    def span(self) -> Span:
        """Both bounds; UnclearError where one is open."""
        if self.start is None or self.end is None:
            raise UnclearError("one end is open")
        return self.start, self.end

    @property
    def day(self) -> dt.date:
        """The single day of the period; UnclearError where there are more."""
        first, last = self.span
        if first != last:
            raise UnclearError("more than one day")
        return first


@dataclass(frozen=True)
class Scene:
    """Where an expression is read: `clock` is the time of day of publication where that is known.

    `lean` is the direction that a governing word gives ("since" looks back). `limit` says that the word sets a limit
    ("by"), `strict` that the day itself does not count ("before"), `nearest` that the lean is the verb's alone and
    moves no date to another year, `anchor` that an amount is counted from here, so that the sentence's "will" is said
    of another day. `floor` and `ceiling` are the other end of a range.
    """

    published: dt.date | None
    around: Surroundings
    clock: dt.time | None = None
    lean: Direction | None = None
    limit: bool = False
    strict: bool = False
    nearest: bool = False
    anchor: bool = False
    floor: dt.date | None = None
    ceiling: dt.date | None = None

    @property
    def today(self) -> dt.date:
        """The publication date; UnclearError where it is not known."""
        if self.published is None:
            raise UnclearError("no publication date to count from")
        return self.published

    def spoken_today(self) -> dt.date:
        """What "today" is: inside quotation marks the day on which they were said, if one is told."""
        told = self.around.told_day() if self.around.quoted() else None
        return told or self.today

    @property
    def pivot(self) -> dt.date:
        """The day that dates without a year are placed by."""
        return self.ceiling or self.floor or self.today

    def under(
        self, lean: Direction | None, *, limit: bool = False, strict: bool = False, nearest: bool = False
    ) -> Scene:
        """The same scene under a governing word."""
        return replace(self, lean=lean, limit=limit, strict=strict, nearest=nearest)

    def direction(self) -> Direction | None:
        """The direction of the governing word, else the tense of the surroundings."""
        return self.lean or self.around.direction()

    def origin(self) -> dt.date:
        """The day from which "within 72 hours" counts: the one that the surroundings tell of, else today."""
        told = self.around.told_day()
        if told is None:
            if self.around.conditional():
                raise UnclearError("counted from an event")
            return self.today
        if told > self.today:
            raise UnclearError("the day told of is still to come")
        return told

    def place(self, spans: Iterable[Span]) -> Span:
        """Which of several candidates ("12 March" of each year) is meant; UnclearError where that is in doubt."""
        spans = list(spans)
        if self.ceiling:
            return _only(max((span for span in spans if span[1] <= self.ceiling), default=None))
        if self.floor:
            return _only(min((span for span in spans if span[1] >= self.floor), default=None))
        if self.lean is Direction.PAST and not self.nearest:
            return _only(max((span for span in spans if span[0] <= self.today), default=None))
        found = _only(arithmetic.nearest(spans, self.today))
        if self.anchor:
            return found
        if found[1] < self.today and (self.today - found[0]).days > _LONG_PAST and self.around.firmly_ahead():
            return _only(min((span for span in spans if span[0] > self.today), default=None))
        self._check_nearest(found)
        return found

    def _check_nearest(self, found: Span) -> None:
        """Raise UnclearError where the nearest date contradicts its verb or its governing word."""
        days_back = (self.today - found[1]).days
        if days_back > 0 and self.around.surely_ahead():
            raise UnclearError("told as still to come, but the nearest is past")
        if found[0] > self.today and not self.limit and self.around.surely_past():
            raise UnclearError("told as over, but the nearest is to come")
        if days_back > _STALE_DAYS and self.lean is Direction.FUTURE and self.around.direction() is not Direction.PAST:
            raise UnclearError("a limit that passed long ago")

    def place_by_tense(self, spans: Iterable[Span]) -> Span:
        """Like `place`, for periods that go by tense where one is told ("the autumn", "Q3")."""
        spans = list(spans)
        direction = None if self.ceiling or self.floor else self.direction()
        if direction is Direction.PAST:
            return _only(max((span for span in spans if span[0] <= self.today), default=None))
        if direction is Direction.FUTURE:
            return _only(min((span for span in spans if span[1] >= self.today), default=None))
        return self.place(spans)

    def weekday(self, weekday: int) -> dt.date:
        """A bare weekday: by the other end of a range, by the governing word, or by tense."""
        if self.ceiling:
            return arithmetic.latest(weekday, self.ceiling)
        direction = self.direction()
        if self.floor:
            day = arithmetic.earliest(weekday, self.floor)
            if direction is Direction.PAST and self.published and day > self.published:
                raise UnclearError("told as past, but not over")
            return day
        unknown = direction is None or (self.anchor and self.lean is None and direction is Direction.FUTURE)
        if unknown or (self.strict and self.today.weekday() == weekday):
            raise UnclearError("a weekday that may be the last or the next")
        return arithmetic.latest(weekday, self.today) if direction is Direction.PAST else self._coming(weekday)

    def _coming(self, weekday: int) -> dt.date:
        """The next such weekday, today included, unless it may have been meant of an earlier one."""
        found = arithmetic.earliest(weekday, self.today)
        if self.limit and self.around.looks_back():
            raise UnclearError("reached at a time that may be past")
        if any(arithmetic.earliest(weekday, day) != found for day in self._earlier_origins()):
            raise UnclearError("set on an earlier day, and perhaps over by now")
        return found

    def _earlier_origins(self) -> Iterator[dt.date]:
        """The days of the last week from which a time to come may count ("on Thursday it demanded … by Monday")."""
        week_ago = arithmetic.shift(self.today, -7)
        return (day for day in self.around.past_origins() if week_ago < day < self.today)


def _only(span: Span | None) -> Span:
    if span is None:
        raise UnclearError("no such date, or more than one")
    return span


Meaning = Callable[[Scene], Period]


class Phrase(NamedTuple):
    """Words that the grammar has read, and their meaning.

    `weak`: what words are that mean a time only behind a preposition, or where the caller says so: a bare period
    ("2019", "March"), a time of day ("noon"), an amount ("72 hours"). `ranged`: a span of two points.
    """

    meaning: Meaning
    weak: Literal["", "period", "clock", "amount"] = ""
    ranged: bool = False

    @property
    def plain(self) -> bool:
        """Whether the words mean a time wherever they stand."""
        return not self.weak


def unclear(_: Scene) -> Period:
    """The meaning of a genuine time expression that names no day ("within days")."""
    raise UnclearError("names no day")
