"""Calendar spans in Extended Date/Time Format (ISO 8601-2:2019, levels 0 to 2); pure."""

from __future__ import annotations

import datetime as dt

SEASONS = {3: 21, 6: 22, 9: 23, 12: 24}
"""First month of a meteorological season (northern) → its EDTF code."""


def render(start: dt.date | None, end: dt.date | None, precision: str, time: dt.time | None) -> str:
    """The span as EDTF: "" when both bounds are None, "../" or "/.." for an open one."""
    if start is None and end is None:
        return ""
    if start is None or end is None:
        return f"{start.isoformat() if start else '..'}/{end.isoformat() if end else '..'}"
    if start == end:
        return f"{start.isoformat()}T{time.isoformat()}" if time else start.isoformat()
    return _named_period(start, end, precision) or f"{start.isoformat()}/{end.isoformat()}"


def _named_period(start: dt.date, end: dt.date, precision: str) -> str | None:
    """The short form of a whole month, quarter, season or year, or None where the span is no such whole."""
    next_day = end + dt.timedelta(days=1) if end < dt.date.max else end
    if start.day != 1 or next_day.day != 1:
        return None
    months = (next_day.year - start.year) * 12 + next_day.month - start.month
    if precision == "year" and months == 12 and start.month == 1:
        return f"{start.year:04d}"
    if precision == "month" and months == 1:
        return f"{start.year:04d}-{start.month:02d}"
    if precision == "quarter" and months == 3 and start.month in (1, 4, 7, 10):
        return f"{start.year:04d}-{33 + start.month // 3}"
    if precision == "season" and months == 3 and start.month in SEASONS:
        return f"{start.year:04d}-{SEASONS[start.month]}"
    return None
