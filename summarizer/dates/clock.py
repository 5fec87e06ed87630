"""Times of day: "6 p.m.", "18:30 UTC", "0600 GMT", "noon Kyiv time", and how they sit on a day."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from summarizer.dates import lexicon
from summarizer.dates.cursor import Cursor, phrases, rule
from summarizer.dates.scene import Period

# Only names that mean one place; "CST", "IST" and "BST" mean several and leave the time without a zone.
_ZONES = phrases({
    "et": "America/New_York", "eastern time": "America/New_York", "est": "-05:00", "edt": "-04:00",
    "eastern standard time": "-05:00", "eastern daylight time": "-04:00", "us eastern time": "America/New_York",
    "pt": "America/Los_Angeles", "pacific time": "America/Los_Angeles", "pst": "-08:00", "pdt": "-07:00",
    "central european time": "+01:00", "central european summer time": "+02:00", "cet": "+01:00", "cest": "+02:00",
    "eet": "+02:00", "eest": "+03:00", "msk": "Europe/Moscow", "jst": "Asia/Tokyo",
    "kyiv time": "Europe/Kyiv", "kiev time": "Europe/Kyiv", "moscow time": "Europe/Moscow",
    "london time": "Europe/London", "paris time": "Europe/Paris", "berlin time": "Europe/Berlin",
    "brussels time": "Europe/Brussels", "new york time": "America/New_York", "tokyo time": "Asia/Tokyo",
    "washington time": "America/New_York", "beijing time": "Asia/Shanghai", "tehran time": "Asia/Tehran",
    "geneva time": "Europe/Zurich", "warsaw time": "Europe/Warsaw", "istanbul time": "Europe/Istanbul",
    "local time": "", "in the local time": "", "sharp": "", "hours": "", "hrs": "", "bst": "", "ist": "", "cst": "",
})  # fmt: skip
_UNIVERSAL = ("utc", "gmt", "z")
_NAMED_HOURS = phrases({"noon": 12, "midday": 12, "12 noon": 12, "midnight": 24, "12 midnight": 24})
_HOURS = {word: n for n, word in enumerate(
    "one two three four five six seven eight nine ten eleven twelve".split(), start=1
)}  # fmt: skip
# "ten tonight": the day that follows says which half.
_HALVES_BY_DAY = phrases({
    "tonight": "pm", "this evening": "pm", "this afternoon": "pm", "this morning": "am", "tomorrow morning": "am",
    "tomorrow afternoon": "pm", "tomorrow evening": "pm", "tomorrow night": "pm", "yesterday evening": "pm",
    "yesterday morning": "am",
})  # fmt: skip
_BEFORE_HOUR = {"at", "by", "until", "till", "before", "after", "from", "than"}
_HALVES_OF_DAY = phrases({
    "in the morning": "am", "in the afternoon": "pm", "in the evening": "pm", "at night": "pm",
})  # fmt: skip


class Clock(NamedTuple):
    """A time of day; `to_minute` when minutes were written. `zone` is a name, an offset "+02:00" or, unstated, ""."""

    hour: int
    minute: int = 0
    to_minute: bool = False
    zone: str = ""

    def on(self, period: Period) -> Period:
        """The time on the single day of `period` (UnclearError where it has more days)."""
        day = period.day
        time = dt.time(self.hour, self.minute, tzinfo=_offset(self.zone, day, self.hour, self.minute))
        return Period.on(day, "minute" if self.to_minute else "hour", time)


@rule
def clock(cursor: Cursor) -> Clock | None:
    """A time of day with its zone, if any; "6 p.m. (1500 GMT)" gives the local time and the offset that follows."""
    cursor.take(lexicon.AROUND)
    found = _time_of_day(cursor)
    if found is None:
        return None
    return located(cursor, found._replace(zone=_zone(cursor) or ""))


def located(cursor: Cursor, local: Clock) -> Clock:
    """The time with the offset that "(1500 GMT)" behind it gives; unchanged where none follows or a zone was stated."""
    parallel = _parenthesis(cursor)
    if parallel is None or local.zone or parallel.zone != "+00:00":
        return local
    return local._replace(zone=_difference(local, parallel))


@rule
def _time_of_day(cursor: Cursor) -> Clock | None:
    if (hour := cursor.take(_NAMED_HOURS)) is not None:
        return Clock(23, 59) if hour == 24 else Clock(hour)
    if token := cursor.kind("clock", "decimal"):
        return _hour_and_minute(cursor, token.text)
    if token := cursor.kind("number"):
        return _from_figure(cursor, token.text)
    if cursor.ahead.norm in _HOURS:
        return _from_hour(cursor, _HOURS[cursor.next().norm])
    return None


def _hour_and_minute(cursor: Cursor, figure: str) -> Clock | None:
    """Read "18:30", "6:30 p.m.", "6.30 pm"; "6.30" alone is a number."""
    hour, minute = re.split("[:.]", figure)
    if len(hour) > 2 or len(minute) != 2:
        return None
    twelve = _twelve_hours(cursor, int(hour), int(minute), to_minute=True)
    return twelve or (_day_hours(int(hour), int(minute)) if ":" in figure else None)


def _from_figure(cursor: Cursor, figure: str) -> Clock | None:
    if len(figure) == 4 and figure.isdigit() and _zone_ahead(cursor):
        return _day_hours(int(figure[:2]), int(figure[2:]))
    return _from_hour(cursor, int(figure)) if len(figure) <= 2 else None


def _from_hour(cursor: Cursor, hour: int) -> Clock | None:
    """Read "6 p.m.", "six o'clock in the evening", "by ten tonight"."""
    behind = cursor.tokens[cursor.at - 2].norm if cursor.at > 1 else ""
    cursor.word("o'clock")
    return _twelve_hours(cursor, hour, 0, to_minute=False) or _hour_before_day(cursor, hour, behind)


def _hour_before_day(cursor: Cursor, hour: int, behind: str) -> Clock | None:
    start = cursor.at
    half = cursor.take(_HALVES_BY_DAY) if behind in _BEFORE_HOUR else None
    cursor.at = start
    if half is None or not 1 <= hour <= 12:
        return None
    return Clock(hour % 12 + (12 if half == "pm" else 0))


def _zone_ahead(cursor: Cursor) -> bool:
    start = cursor.at
    found = _zone(cursor) is not None
    cursor.at = start
    return found


def _twelve_hours(cursor: Cursor, hour: int, minute: int, *, to_minute: bool) -> Clock | None:
    token = cursor.kind("meridiem")
    half = token.norm.replace(".", "") if token else cursor.take(_HALVES_OF_DAY)
    if half is None or not 1 <= hour <= 12 or minute > 59:
        return None
    return Clock(hour % 12 + (12 if half == "pm" else 0), minute, to_minute)


def _day_hours(hour: int, minute: int) -> Clock | None:
    if (hour, minute) == (24, 0):
        return Clock(23, 59, True)
    return Clock(hour, minute, True) if hour < 24 and minute < 60 else None


@rule
def _zone(cursor: Cursor) -> str | None:
    if cursor.word(*_UNIVERSAL):
        return _universal_offset(cursor) or "+00:00"
    return cursor.take(_ZONES)


@rule
def _universal_offset(cursor: Cursor) -> str | None:
    sign = cursor.kind("mark")
    hours = cursor.kind("number", "clock")
    if sign is None or sign.norm not in "+-" or hours is None:
        return None
    hour, _, minute = hours.text.partition(":")
    if len(hour) > 2 or int(hour) > 14:
        return None
    return f"{sign.norm}{int(hour):02d}:{minute or '00'}"


@rule
def _parenthesis(cursor: Cursor) -> Clock | None:
    """The same moment in another zone: "(1500 GMT)"."""
    if not cursor.word("("):
        return None
    found = _time_of_day(cursor)
    zone = _zone(cursor) if found else None
    if found is None or not zone or not cursor.word(")"):
        return None
    return Clock(found.hour, found.minute, found.to_minute, zone)


def _difference(local: Clock, universal: Clock) -> str:
    """The offset of a local time given beside universal time, between -11:59 and +12:00."""
    midnight = (local.hour, local.minute) == (23, 59)
    minutes = (local.hour * 60 + local.minute + midnight - universal.hour * 60 - universal.minute) % 1440
    minutes -= 1440 if minutes > 720 else 0
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _offset(zone: str, day: dt.date, hour: int, minute: int) -> dt.tzinfo | None:
    """The offset as a fixed one: a `time` with a named zone would lose it when serialised."""
    if not zone:
        return None
    if zone[0] in "+-":
        hours, minutes = (int(part) for part in zone[1:].split(":"))
        delta = dt.timedelta(hours=hours, minutes=minutes)
        return dt.timezone(delta if zone[0] == "+" else -delta)
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        moment = dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(zone))
    except ZoneInfoNotFoundError:  # a machine without a time zone database: the time stays, without its zone
        return None
    offset = moment.utcoffset()
    return None if offset is None else dt.timezone(offset)
