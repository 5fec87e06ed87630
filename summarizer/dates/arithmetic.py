"""Calendar arithmetic on days and spans of days; weeks run Monday to Sunday, seasons are meteorological.

A span is (first day, last day), both inclusive. Everything that would leave the calendar (year 1 to 9999) raises
OverflowError, as `date + timedelta` does, so one handler at the top catches all of it.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from typing import Literal

Span = tuple[dt.date, dt.date]
Unit = Literal["minute", "hour", "day", "week", "month", "quarter", "year"]

MINUTES = {"minute": 1, "hour": 60}
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def shift(day: dt.date, days: int) -> dt.date:
    """The day `days` later (earlier when negative)."""
    return day + dt.timedelta(days=days)


def shift_months(day: dt.date, months: int) -> dt.date:
    """The same day of the month `months` later, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError(f"year {year} is outside the calendar")
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def advance(day: dt.date, amount: int, unit: Unit) -> dt.date:
    """The day `amount` whole days, weeks, months, quarters or years later."""
    if unit in _DAYS:
        return shift(day, amount * _DAYS[unit])
    return shift_months(day, amount * _MONTHS[unit])


def week_of(day: dt.date) -> Span:
    """Monday to Sunday around `day`."""
    monday = shift(day, -day.weekday())
    return monday, shift(monday, 6)


def months_from(year: int, month: int, count: int = 1) -> Span:
    """`count` whole months, the first being `month` of `year`."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError(f"year {year} is outside the calendar")
    first = dt.date(year, month, 1)
    last = shift_months(first, count - 1)
    return first, last.replace(day=calendar.monthrange(last.year, last.month)[1])


def season(name: str, year: int) -> Span:
    """The three months of a season that begins in `year`: winter 2026 is December 2026 to February 2027."""
    return months_from(year, SEASON_STARTS[name], 3)


def period_of(day: dt.date, unit: Unit) -> Span:
    """The calendar week, month, quarter or year around `day`."""
    if unit == "week":
        return week_of(day)
    months = _MONTHS[unit]
    return months_from(day.year, (day.month - 1) // months * months + 1, months)


def latest(weekday: int, day: dt.date) -> dt.date:
    """The last such weekday (Monday is 0) on or before `day`."""
    return shift(day, -((day.weekday() - weekday) % 7))


def earliest(weekday: int, day: dt.date) -> dt.date:
    """The first such weekday (Monday is 0) on or after `day`."""
    return shift(day, (weekday - day.weekday()) % 7)


def nth_weekday(position: int, weekday: int, within: Span) -> dt.date | None:
    """The first (1), second (2), … or last (-1) such weekday of the span; None where it has no such day."""
    first, last = within
    if position < 0:
        return latest(weekday, last)
    day = shift(earliest(weekday, first), 7 * (position - 1))
    return day if day <= last else None


def distance(span: Span, day: dt.date) -> int:
    """Days between `day` and the nearest day of the span; 0 inside it."""
    first, last = span
    return max((first - day).days, (day - last).days, 0)


def nearest(spans: Iterable[Span], day: dt.date) -> Span | None:
    """The span nearest to `day`; None where there is none, or where two are equally near."""
    ranked = sorted(spans, key=lambda span: distance(span, day))
    if not ranked or (len(ranked) > 1 and distance(ranked[0], day) == distance(ranked[1], day)):
        return None
    return ranked[0]


def valid_day(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None where the calendar has no such day."""
    if not (dt.MINYEAR <= year <= dt.MAXYEAR and 1 <= month <= 12):
        return None
    return dt.date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None
