"""Amounts of time ("72 hours", "a fortnight", "a few days") and adding them to a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from summarizer.dates import arithmetic, lexicon
from summarizer.dates.arithmetic import Unit
from summarizer.dates.cursor import Cursor, rule, tokenize
from summarizer.dates.scene import Period, UnclearError
from summarizer.schema import Precision

_MINUTES_A_DAY = 1440
_FIXED: Mapping[str, tuple[int, str]] = {
    "minute": (1, "minute"),
    "hour": (60, "minute"),
    "day": (_MINUTES_A_DAY, "minute"),
    "week": (7 * _MINUTES_A_DAY, "minute"),
    "month": (1, "month"),
    "year": (12, "month"),
}
"""Units by the smaller one that they are a fixed number of."""


class Amount(NamedTuple):
    """`low` to `high` units of time (equal for a plain amount); `known` is False for "a few days"."""

    low: int
    high: int
    unit: Unit
    known: bool = True


@rule
def amount(cursor: Cursor) -> Amount | None:
    """Read "72 hours", "two to three weeks", "a fortnight", "half an hour", "a few days", "more than a week"."""
    vague = cursor.take(lexicon.INEXACT)
    cursor.take(lexicon.EXACT)
    found = _fortnights(cursor) or _half_hour(cursor) or _uncounted(cursor) or _counted(cursor)
    if found is None:
        return None
    return Amount(found.low, found.high, found.unit, known=False) if vague else found


@rule
def number(cursor: Cursor) -> int | None:
    """A figure or a number word; no decimals."""
    token = cursor.kind("number")
    if token is None:
        return cursor.take(lexicon.NUMBERS)
    figure = token.text.replace(",", "")
    return int(figure) if len(figure) <= 9 else None


@rule
def _counted(cursor: Cursor) -> Amount | None:
    low = number(cursor)
    if low is None:
        return None
    high = _upper(cursor)
    cursor.word("-")
    cursor.word("full", "calendar", "whole", "consecutive", "straight")
    more = cursor.word("more", "further", "additional", "extra")
    if cursor.take(lexicon.WORKING_DAYS):
        return Amount(low, low, "day", known=False)
    unit = lexicon.UNITS.get(cursor.next().norm)
    return Amount(low, low if high is None else max(low, high), unit, known=not more) if unit else None


@rule
def _upper(cursor: Cursor) -> int | None:
    return number(cursor) if cursor.word("to", "or", "-") else None


@rule
def _uncounted(cursor: Cursor) -> Amount | None:
    """Read "a few days", "several weeks": genuine, but no number."""
    if not cursor.take(lexicon.VAGUE_AMOUNTS):
        return None
    cursor.take(lexicon.WORKING_DAYS)
    unit = lexicon.UNITS.get(cursor.next().norm)
    return Amount(0, 0, unit, known=False) if unit else None


@rule
def _fortnights(cursor: Cursor) -> Amount | None:
    count = number(cursor)
    if count is None or not cursor.word("fortnight", "fortnights"):
        return None
    return Amount(2 * count, 2 * count, "week")


@rule
def _half_hour(cursor: Cursor) -> Amount | None:
    if not cursor.word("half"):
        return None
    cursor.word("a", "an")
    return Amount(30, 30, "minute") if cursor.word("hour") else None


def length_of(text: str) -> tuple[int, str] | None:
    """The first plain amount of a text in its smallest unit of fixed length: "72-hour" and "three days" are equal."""
    cursor = Cursor(tokenize(text))
    for at in range(len(cursor.tokens) - 1):
        cursor.at = at
        found = amount(cursor)
        if found and found.known and found.low == found.high and found.unit in _FIXED:
            size, unit = _FIXED[found.unit]
            return found.low * size, unit
    return None


def later(anchor: Period, count: Amount, *, exact_day: bool, back: bool = False) -> Period:
    """`anchor` plus the amount (less it, with `back`); a span where the amount or an hour on a bare date leaves one.

    Hours counted from a day without a clock time move by whole days; what is left over may fall on either of two days,
    so both are given. `exact_day`: counted from a named day, so that weeks and months give a day too.
    """
    if not count.known:
        raise UnclearError("an amount that is no number")
    if count.unit in arithmetic.MINUTES:
        return _clocked(anchor, count, back=back) if anchor.time else _unclocked(anchor.day, count, back=back)
    moves = (-count.high, -count.low) if back else (count.low, count.high)
    start, end = (arithmetic.advance(anchor.day, move, count.unit) for move in moves)
    return Period(start, end, "day" if exact_day else count.unit)


def _clocked(anchor: Period, count: Amount, *, back: bool) -> Period:
    if anchor.time is None or count.low != count.high:
        raise UnclearError("no one clock time")
    minutes = count.low * arithmetic.MINUTES[count.unit]
    moment = dt.datetime.combine(anchor.day, anchor.time) + dt.timedelta(minutes=-minutes if back else minutes)
    precision: Precision = "minute" if "minute" in (count.unit, anchor.precision) else "hour"
    return Period.on(moment.date(), precision, moment.timetz())


def _unclocked(day: dt.date, count: Amount, *, back: bool) -> Period:
    size = arithmetic.MINUTES[count.unit]
    fewest = count.low * size // _MINUTES_A_DAY
    most = -(-count.high * size // _MINUTES_A_DAY)
    moves = (-most, -fewest) if back else (fewest, most)
    return Period(arithmetic.shift(day, moves[0]), arithmetic.shift(day, moves[1]), count.unit)
