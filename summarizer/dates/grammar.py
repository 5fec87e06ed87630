"""The English grammar of time: the longest expression from a word on, its governing word included.

expression  = [governor] (span | point | overnight)        "by 6 p.m. on Friday"
span        = point link point | "between" point "and" point   "from Monday to Wednesday"
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from summarizer.dates import arithmetic, lexicon
from summarizer.dates.clock import clock
from summarizer.dates.cursor import Cursor, longest, rule
from summarizer.dates.governors import governed
from summarizer.dates.moments import day, point
from summarizer.dates.scene import Direction, Meaning, Period, Phrase, Scene, UnclearError


@rule
def expression(cursor: Cursor) -> Phrase | None:
    """The longest time expression from here."""
    return longest(cursor, point, span, hours_of_day, overnight, _governed)


@rule
def _governed(cursor: Cursor) -> Phrase | None:
    word = cursor.ahead.norm
    governor = cursor.take(lexicon.GOVERNORS)
    inner = longest(cursor, point, span, hours_of_day, overnight) if governor else None
    if governor is None or inner is None:
        return None
    firm = inner.plain or governor != "on" or word in lexicon.FIRM_BEFORE[inner.weak]
    return Phrase(governed(governor, inner.meaning), weak="" if firm else inner.weak)


@rule
def span(cursor: Cursor) -> Phrase | None:
    """Read "between 3 and 5 March", "Monday to Wednesday", "from now until Friday", "Thursday and Friday"."""
    opener = cursor.take(lexicon.RANGE_OPENERS)
    first = _now if cursor.take(lexicon.NOW) else _first_end(cursor)
    if first is None:
        return None
    paired = cursor.word("and") if opener != "from" else False
    if not paired and (opener == "between" or not cursor.take(lexicon.RANGE_LINKS)):
        return None
    last = longest(cursor, point)
    if last is None:
        return None
    return Phrase(_between(first, last.meaning, ahead=opener is not None, adjacent=paired and opener is None))


def _first_end(cursor: Cursor) -> Meaning | None:
    found = longest(cursor, point)
    return found.meaning if found else None


def _now(scene: Scene) -> Period:
    return Period.on(scene.today)


def _between(first: Meaning, last: Meaning, *, ahead: bool, adjacent: bool) -> Meaning:
    """From the start of one point to the end of the other; each may lend the other its year or its week.

    `ahead`: without a tense, "from Monday to Wednesday" looks forward. `adjacent`: "Thursday and Friday" are one span
    only because nothing lies between them.
    """

    def meaning(scene: Scene) -> Period:
        if scene.around.moves():
            raise UnclearError("moved from one time to another, not lasting between them")
        direction = scene.lean or scene.around.direction() or (Direction.FUTURE if ahead else None)
        here = scene.under(direction)
        start, end = _ends(here, first, last)
        opening, closing = start.span, end.span
        if start.vague or end.vague or opening[0] > closing[1] or (opening == closing and not start.time):
            raise UnclearError("no such span")
        if adjacent and arithmetic.shift(opening[1], 1) != closing[0]:
            raise UnclearError("two times, not one span")
        if direction is Direction.PAST and closing[1] > here.pivot:
            raise UnclearError("told as past, but not over")
        return Period(opening[0], closing[1], end.precision)

    return meaning


def _ends(scene: Scene, first: Meaning, last: Meaning) -> tuple[Period, Period]:
    """Both points: the one that stands by itself ("5 April 2026") places the other."""
    try:
        end = last(replace(scene, published=None))
    except UnclearError:
        start = first(scene)
        return start, last(replace(scene, floor=start.span[0]))
    return first(replace(scene, ceiling=end.span[1])), end


@rule
def hours_of_day(cursor: Cursor) -> Phrase | None:
    """Read "from 6 p.m. to 8 p.m. on Friday", "Friday between 9:00 and 11:30": the day, to the hour."""
    before = day(cursor)
    opener = cursor.take(lexicon.RANGE_OPENERS)
    first = clock(cursor) or cursor.kind("number")
    linked = cursor.word("and") if opener == "between" else cursor.take(lexicon.RANGE_LINKS)
    last = clock(cursor) if first and linked else None
    if last is None:
        return None
    cursor.word("on")
    on = before or day(cursor)
    return None if on is None else Phrase(_to_the_hour(on.meaning))


def _to_the_hour(of_day: Meaning) -> Meaning:
    return lambda scene: Period.on(of_day(scene).day, "hour")


@rule
def overnight(cursor: Cursor) -> Phrase | None:
    """Read "overnight" by tense, "overnight into Sunday", "overnight from 3 to 4 March"; "overnight Sunday" is open."""
    if not cursor.word("overnight"):
        return None
    start = cursor.at
    into = cursor.word("into", "to")
    if not into:
        cursor.word("on")
    found = longest(cursor, span, point)
    if found is None:
        cursor.at = start
        return Phrase(_night_around_today)
    return Phrase(_night_into(found.meaning) if into else _night_between(found.meaning))


def _night_around_today(scene: Scene) -> Period:
    direction = scene.direction()
    if direction is None:
        raise UnclearError("the last night or the next")
    return _night(scene.today if direction is Direction.PAST else arithmetic.shift(scene.today, 1))


def _night_into(morning: Meaning) -> Meaning:
    return lambda scene: _night(morning(scene).day)


def _night_between(both: Meaning) -> Meaning:
    def meaning(scene: Scene) -> Period:
        period = both(scene)
        if period != _night(period.span[1]):
            raise UnclearError("the night before that day or after it")
        return period

    return meaning


def _night(morning: dt.date) -> Period:
    return Period(arithmetic.shift(morning, -1), morning)
