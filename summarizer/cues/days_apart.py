"""Whether two times of violence may be one day; pure."""

from __future__ import annotations

import re

from summarizer.schema import When

_LONG = 9
"""Days of a stretch of time that dates nothing."""

_COUNTED_IN = {"week": 4, "month": 16, "quarter": 46, "season": 46, "year": 183}
"""Half of what a time counted in such units leaves open, in days."""

_WEEKDAY = re.compile(
    r"^(?:(?:on|earlier|late|early|last)\s+)*(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"(?:\s+(?P<part>morning|afternoon|evening|night))?$",
    re.IGNORECASE,
)
"""A time that tells one day, and which part of it."""


def is_long(when: When) -> bool:
    """Whether it is a stretch of weeks other than a month, on which attacks of several days may fall."""
    long = when.start and when.end and (when.end - when.start).days >= _LONG
    return bool(long) and when.precision not in ("month", "season", "year", "quarter")


def meet(one: When, other: When) -> bool:
    """Whether two times overlap or are a day apart: a night belongs to two days, and only weekdays are told exactly."""
    if one.start is None or other.start is None:
        return False
    one_end, other_end = one.end or one.start, other.end or other.start
    slack = (0 if _are_weekdays(one, other) else 1) + looseness(one) + looseness(other)
    return (other.start - one_end).days <= slack and (one.start - other_end).days <= slack


def _are_weekdays(one: When, other: When) -> bool:
    """Whether both tell their day exactly; a night beside another part of a day may be either of two days."""
    days = [_WEEKDAY.search(when.text) for when in (one, other)]
    parts = [day["part"] and day["part"].casefold() for day in days if day]
    return len(parts) == len(days) and (parts[0] == parts[1] or "night" not in parts)


def looseness(when: When) -> int:
    """By how many days a time counted in weeks, months or years may be out: "two years ago"."""
    return _COUNTED_IN.get(when.precision, 0) if when.start == when.end else 0
