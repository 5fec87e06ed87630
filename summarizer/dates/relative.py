"""Rules for what counts from the publication date: "tomorrow", "last Friday", "next week", "the weekend"."""

from __future__ import annotations

import datetime as dt

from summarizer.dates import arithmetic, lexicon
from summarizer.dates.arithmetic import Unit
from summarizer.dates.cursor import Cursor, Phrases, longest, phrases, rule
from summarizer.dates.scene import Direction, Meaning, Period, Phrase, Scene, UnclearError

_DAYS_FROM_TODAY = phrases({
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "this lunchtime": 0,
    "tomorrow": 1, "yesterday": -1, "last night": -1, "yesterday night": -1, "last evening": -1,
    "the day after tomorrow": 2, "day after tomorrow": 2, "the day before yesterday": -2, "day before yesterday": -2,
})  # fmt: skip
_WHICH_WEEKDAY = phrases({
    "last": "last", "this past": "last", "past": "last", "the past": "last", "next": "next", "this": "this",
    "this coming": "coming", "coming": "coming", "the coming": "coming",
})  # fmt: skip
_WEEK_SHIFTS = phrases({
    "this week": 0, "of this week": 0, "next week": 1, "of next week": 1, "last week": -1, "of last week": -1,
    "the week after next": 2, "of the week after next": 2,
})  # fmt: skip
_WEEKS_APART: Phrases[tuple[Unit, int]] = phrases({
    "the week after next": ("week", 2), "the month after next": ("month", 2), "the year after next": ("year", 2),
    "the week before last": ("week", -2), "the month before last": ("month", -2), "the year before last": ("year", -2),
})  # fmt: skip


@rule
def day_from_today(cursor: Cursor) -> Phrase | None:
    """Read "today", "tonight", "the day after tomorrow", "last night" (the day on which that night began)."""
    first = cursor.at
    days = cursor.take(_DAYS_FROM_TODAY)
    if days is None or _is_of_title(cursor, first):
        return None
    return Phrase(lambda scene: Period.on(arithmetic.shift(scene.spoken_today(), days)))


def _is_of_title(cursor: Cursor, first: int) -> bool:
    """Whether the word ends a name: "the Orlan Today reported"."""
    before = cursor.tokens[first - 1] if first else None
    written = cursor.tokens[first].text
    named = before is not None and before.kind == "word" and before.capitalised
    return named and written[:1].isupper() and written[1:].islower()


@rule
def weekday_name(cursor: Cursor) -> int | None:
    """Read "Friday", "Fri."; no "Good Friday", no "Fridays"."""
    before = cursor.tokens[cursor.at - 1].norm if cursor.at else ""
    token = cursor.kind("word")
    if token is None or before in lexicon.WEEKDAY_EPITHETS:
        return None
    if token.capitalised and token.norm in lexicon.WEEKDAY_ABBREVIATIONS:
        cursor.word(".")
        return lexicon.WEEKDAY_ABBREVIATIONS[token.norm]
    return lexicon.WEEKDAYS.get(token.norm)


@rule
def weekday(cursor: Cursor) -> Phrase | None:
    """Read "Friday", "last Friday", "this coming Friday", "Friday next week", "Friday week"."""
    which = cursor.take(_WHICH_WEEKDAY)
    number = weekday_name(cursor)
    if number is None:
        return None
    if which is None and (weeks := cursor.take(_WEEK_SHIFTS)) is not None:
        return Phrase(_in_week(number, weeks))
    if which is None and cursor.word("week"):
        return Phrase(lambda scene: Period.on(arithmetic.shift(arithmetic.earliest(number, scene.today), 7)))
    return Phrase(_qualified(number, which))


@rule
def week_then_weekday(cursor: Cursor) -> Phrase | None:
    """Read "next week on Friday", "last week's Friday"."""
    shift = cursor.take(lexicon.SHIFTS)
    if shift is None or not cursor.word("week"):
        return None
    if not (cursor.word("'s", "on") or cursor.ahead.norm in lexicon.WEEKDAYS):
        return None
    number = weekday_name(cursor)
    return None if number is None else Phrase(_in_week(number, shift))


def _in_week(number: int, weeks: int) -> Meaning:
    def meaning(scene: Scene) -> Period:
        monday = arithmetic.shift(arithmetic.week_of(scene.today)[0], 7 * weeks)
        return Period.on(arithmetic.shift(monday, number))

    return meaning


def _qualified(number: int, which: str | None) -> Meaning:
    if which == "next":
        return _in_week(number, 1)
    if which == "this":
        return _in_week(number, 0)
    if which == "last":
        return lambda scene: Period.on(arithmetic.latest(number, arithmetic.shift(scene.today, -1)))
    if which == "coming":
        return lambda scene: Period.on(arithmetic.earliest(number, arithmetic.shift(scene.today, 1)))
    return lambda scene: Period.on(scene.weekday(number))


@rule
def unit_period(cursor: Cursor) -> Phrase | None:
    """Read "next week", "last month", "this year", "the week after next", "the week of March 9"."""
    if apart := cursor.take(_WEEKS_APART):
        return Phrase(_shifted_unit(*apart))
    shift = cursor.take(lexicon.SHIFTS)
    unit = lexicon.PERIOD_UNITS.get(cursor.next().norm)
    if shift is None or unit is None:
        return None
    return Phrase(_shifted_unit(unit, shift))


@rule
def own_period(cursor: Cursor) -> Phrase | None:
    """Read "the month", "the year": only inside "the end of the month" and the like."""
    cursor.word("the")
    unit = lexicon.PERIOD_UNITS.get(cursor.next().norm)
    return None if unit is None else Phrase(_shifted_unit(unit, 0), weak="period")


def _shifted_unit(unit: Unit, shift: int) -> Meaning:
    def meaning(scene: Scene) -> Period:
        return Period(*arithmetic.period_of(_step(scene.today, shift, unit), unit), unit)

    return meaning


def _step(day: dt.date, shift: int, unit: Unit) -> dt.date:
    return arithmetic.advance(day, shift, unit)


@rule
def rest_of_period(cursor: Cursor) -> Phrase | None:
    """Read "later this week" (from today), "earlier this month" (until today), "later today"."""
    earlier = cursor.word("earlier")
    if not earlier and not cursor.word("later"):
        return None
    if not cursor.word("this"):
        return None
    unit = lexicon.PERIOD_UNITS.get(cursor.next().norm)
    return None if unit is None else Phrase(_rest(unit, earlier=earlier))


def _rest(unit: Unit, *, earlier: bool) -> Meaning:
    def meaning(scene: Scene) -> Period:
        first, last = arithmetic.period_of(scene.today, unit)
        start, end = (first, scene.today) if earlier else (scene.today, last)
        if start == end:
            raise UnclearError("nothing of the period is left but today")
        return Period(start, end, unit, vague=True)

    return meaning


@rule
def weekend(cursor: Cursor) -> Phrase | None:
    """Read "the weekend", "this weekend", "next weekend", "last weekend": Saturday and Sunday."""
    which = cursor.take(_WHICH_WEEKDAY)
    if which is None and not cursor.word("the"):
        return None
    if not cursor.word("weekend"):
        return None
    return Phrase(_weekend({"last": -1, "this": 0, "coming": 0, "next": 1}.get(which or "")))


def _weekend(weeks: int | None) -> Meaning:
    def meaning(scene: Scene) -> Period:
        shift = weeks
        if shift is None:
            shift = _weeks_to_weekend(scene)
        monday = arithmetic.shift(arithmetic.week_of(scene.today)[0], 7 * shift)
        return Period(arithmetic.shift(monday, 5), arithmetic.shift(monday, 6))

    return meaning


def _weeks_to_weekend(scene: Scene) -> int:
    if scene.today.weekday() >= 5:
        return 0
    direction = scene.direction()
    if direction is None:
        raise UnclearError("the last weekend or the next")
    return 0 if direction is Direction.FUTURE else -1


@rule
def relative_day(cursor: Cursor) -> Phrase | None:
    """A day named by its place before or after publication."""
    return longest(cursor, day_from_today, weekday, week_then_weekday)


@rule
def relative_period(cursor: Cursor) -> Phrase | None:
    """A period named by its place before or after publication."""
    return longest(cursor, unit_period, rest_of_period, weekend)
