"""Rules for a day, a time of day, or both: "late on Friday", "noon on Friday", "Friday, March 13, at 5 p.m. ET"."""

from __future__ import annotations

from dataclasses import replace

from summarizer.dates import arithmetic, lexicon
from summarizer.dates.absolute_days import absolute_day
from summarizer.dates.clock import Clock, clock, located
from summarizer.dates.cursor import Cursor, longest, rule
from summarizer.dates.parts import period_part
from summarizer.dates.relative import relative_day
from summarizer.dates.scene import Direction, Meaning, Period, Phrase, Scene, UnclearError, unclear
from summarizer.dates.told import told


@rule
def day(cursor: Cursor) -> Phrase | None:
    """A day with the part of it, if any: "late on Friday", "Monday morning"; the day alone is resolved."""
    late = cursor.take(lexicon.BEFORE_DAY)
    found = longest(cursor, absolute_day, relative_day, period_part, told, _apposed, _eve)
    if found is None:
        return None
    late = cursor.take(lexicon.PARTS_OF_DAY) or late
    return Phrase(_by_night(found.meaning), found.weak) if late == "night" else found


@rule
def _apposed(cursor: Cursor) -> Phrase | None:
    """Read "next Friday (March 20)", "tomorrow, 13 March": the date, which the other word must not belie."""
    weekday = relative_day(cursor)
    bracket = cursor.word("(")
    date = absolute_day(cursor) if weekday and (bracket or cursor.word(",")) else None
    if weekday is None or date is None or (bracket and not cursor.word(")")):
        return None
    return Phrase(_agreeing(weekday.meaning, date.meaning))


def _agreeing(weekday: Meaning, date: Meaning) -> Meaning:
    def meaning(scene: Scene) -> Period:
        day = date(scene).day
        if weekday(replace(scene, floor=day)).day != day:
            raise UnclearError("the weekday is not that of the date")
        return Period.on(day)

    return meaning


@rule
def _eve(cursor: Cursor) -> Phrase | None:
    """Read "the eve of 14 March"."""
    date = absolute_day(cursor) if cursor.take(lexicon.EVE) else None
    if date is None:
        return None
    return Phrase(lambda scene: Period.on(arithmetic.shift(date.meaning(scene).day, -1)))


def _by_night(of_day: Meaning) -> Meaning:
    """Place "on Monday night", told in the past on a Monday: not the night that is still to come, but which?"""

    def meaning(scene: Scene) -> Period:
        period = of_day(scene)
        if period.end == scene.published and scene.direction() is Direction.PAST:
            raise UnclearError("a night that has not come yet")
        return period

    return meaning


@rule
def timed(cursor: Cursor) -> Phrase | None:
    """A day, a time of day, or both in either order."""
    return longest(cursor, day, _clock_then_day, _day_then_clock, _near_clock)


@rule
def _clock_then_day(cursor: Cursor) -> Phrase | None:
    time = clock(cursor)
    if time is None:
        return None
    start = cursor.at
    cursor.word(",")
    cursor.word("on", "of")
    found = day(cursor)
    if found is None:
        cursor.at = start
        return Phrase(unclear, weak="clock")  # a time of day without its day
    return Phrase(_at(located(cursor, time), found.meaning))


@rule
def _day_then_clock(cursor: Cursor) -> Phrase | None:
    found = day(cursor)
    if found is None:
        return None
    cursor.word(",")
    cursor.word("at")
    time = clock(cursor)
    return None if time is None else Phrase(_at(time, found.meaning))


@rule
def _near_clock(cursor: Cursor) -> Phrase | None:
    """Read "shortly after noon on Wednesday": the day alone; around midnight it may be either day."""
    if not cursor.take(lexicon.NEAR):
        return None
    midnight = cursor.ahead.norm == "midnight"
    found = longest(cursor, _clock_then_day, _day_then_clock)
    if found is None:
        return None
    return Phrase(unclear if midnight else _day_of(found.meaning), found.weak)


def _day_of(moment: Meaning) -> Meaning:
    return lambda scene: Period.on(moment(scene).day)


def _at(time: Clock, of_day: Meaning) -> Meaning:
    return lambda scene: time.on(of_day(scene))
