"""The English grammar of time: the longest expression from a word on, its governing word included.

expression  = [governor] (span | point | overnight)             "by 6 p.m. on Friday"
span        = point link point | "between" point "and" point    "from Monday to Wednesday"
point       = timed | part of period | period | counted         "the end of next week"
timed       = day [clock] | clock [day]                         "noon on Friday"
counted     = amount link point | "within" amount | …           "90 days from July 1"
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from summarizer.dates import arithmetic, lexicon
from summarizer.dates.absolute_periods import absolute_period
from summarizer.dates.amounts import amount
from summarizer.dates.clock import clock
from summarizer.dates.counting import counted
from summarizer.dates.cursor import Cursor, Rule, longest, rule
from summarizer.dates.governors import governed
from summarizer.dates.parts import period_part
from summarizer.dates.relative import relative_period
from summarizer.dates.scene import Direction, Meaning, Period, Phrase, Scene, UnclearError, unclear
from summarizer.dates.timed import day, timed
from summarizer.dates.told import told


@rule
def expression(cursor: Cursor) -> Phrase | None:
    """The longest time expression from here."""
    return longest(cursor, point, hours_of_day, span, overnight, _governed)


@rule
def single(cursor: Cursor) -> Phrase | None:
    """The longest time expression from here that is no span of two points."""
    return longest(cursor, point, _governed_point)


@rule
def point(cursor: Cursor) -> Phrase | None:
    """A day, a period, a time of day or a count from one of them; "Friday at the latest" is a limit."""
    found = longest(cursor, timed, period_part, absolute_period, relative_period, counted, told)
    if found is not None and cursor.take(lexicon.AT_THE_LATEST):
        return Phrase(governed("by", found.meaning))
    return found


@rule
def _governed_point(cursor: Cursor) -> Phrase | None:
    return _under_governor(cursor, point)


@rule
def _governed(cursor: Cursor) -> Phrase | None:
    return _under_governor(cursor, point, hours_of_day, span)


def _under_governor(cursor: Cursor, *rules: Rule[Phrase]) -> Phrase | None:
    if cursor.take(lexicon.OPEN_LIMITS):
        return Phrase(unclear) if longest(cursor, *rules) else None
    word = cursor.ahead.norm
    governor = cursor.take(lexicon.GOVERNORS)
    if word == "for" and (lasting := _duration(cursor)):
        return lasting if lasting.plain else None
    inner = longest(cursor, *rules) if governor else None
    if governor is None or inner is None or inner.weak == "amount":
        return None
    cursor.take(lexicon.BEHIND_LIMIT)
    if cursor.take(lexicon.AT_THE_EARLIEST) and governor == "by":
        return Phrase(unclear)
    firm = inner.plain or governor != "on" or word in lexicon.FIRM_BEFORE[inner.weak]
    return Phrase(governed(governor, inner.meaning), weak="" if firm else inner.weak)


def _duration(cursor: Cursor) -> Phrase | None:
    """Read "90 days from Monday" behind "for": how long something lasts, not when it is."""
    start = cursor.at
    if amount(cursor) is None:
        return None
    cursor.at = start
    found = counted(cursor)
    return found._replace(meaning=unclear) if found else None


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
    meaning = _between(first, last.meaning, ahead=opener is not None, adjacent=paired and opener is None)
    return Phrase(meaning, weak="" if opener else last.weak, ranged=True)


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
        if scene.around.moved():
            raise UnclearError("moved from one time to another, not lasting between them")
        direction = scene.lean or scene.around.direction() or (Direction.FUTURE if ahead else None)
        here = scene.under(direction)
        start, end = _ends(here, first, last)
        opening, closing = start.span, end.span
        if start.vague or end.vague or opening[0] > closing[1] or (opening == closing and not start.time):
            raise UnclearError("no such span")
        if adjacent and arithmetic.shift(opening[1], 1) != closing[0]:
            raise UnclearError("two times, not one span")
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
    alone = cursor.word("overnight")
    if not alone and not cursor.take(lexicon.NIGHTS):
        return None
    start = cursor.at
    into = cursor.word("into", "to")
    if not into:
        cursor.word("on", "of")
    found = longest(cursor, span, point)
    if found is None:
        cursor.at = start
        return Phrase(_night_around_today) if alone else None
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
