"""Counts, times and places in the article, in words for the reader of a brief."""

from __future__ import annotations

import datetime as dt
import unicodedata

from summarizer.schema import Count, Evidence, When

# Categories of characters that a terminal would obey instead of showing: controls, and formats such as bidi overrides.
_OBEYED = {"Cc", "Cf", "Cs", "Co"}
_JOINERS = {"\u200c", "\u200d", "\u00ad"}


def visible(text: str) -> str:
    """`text` on one line, with every character that a terminal would obey written as its escape."""
    return "".join(_shown(character) for character in " ".join(text.split()))


def quoted(text: str) -> str:
    """`text` on one line in quotation marks, unless it brings its own."""
    shown = visible(text)
    return shown if shown[:1] in '“„«"' and shown[-1:] in '”“»"' else f"“{shown}”"


def figure(count: Count) -> str:
    """The bounds of a count, and the words of the text where they say it otherwise."""
    bounds = _bounds(count.low, count.high)
    written = visible(count.text)
    if not bounds or bounds == written:
        return written
    return f"{bounds} ({quoted(written)})"


def moment(when: When) -> str:
    """The days that a time means, and the words of the text; only the words where it is unresolved."""
    days = _days(when)
    if not days:
        return f"{quoted(when.text)} (no date)"
    return f"{days} ({quoted(when.text)})" if when.text.strip() else days


def day(date: dt.date) -> str:
    """A date with its weekday: "Friday 8 August 2025"."""
    return f"{date:%A} {date.day} {date:%B} {date.year}"


def place(evidence: Evidence, text: str | None) -> str:
    """Where an evidence stands: its lines in `text`, counted from 1, or its characters when the text is not at hand."""
    if text is None:
        return f"characters {evidence.start}–{evidence.end}"
    first = text.count("\n", 0, evidence.start) + 1
    last = first + text.count("\n", evidence.start, evidence.end)
    return f"line {first}" if first == last else f"lines {first}–{last}"


def _shown(character: str) -> str:
    if unicodedata.category(character) in _OBEYED and character not in _JOINERS:
        return character.encode("unicode_escape").decode("ascii")
    return character


def _bounds(low: int | None, high: int | None) -> str:
    if low is None and high is None:
        return ""
    if high is None:
        return f"{low:,} or more"
    if low is None:
        return f"up to {high:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _days(when: When) -> str:
    start, end = when.start, when.end
    clock = f", {when.time.isoformat('minutes')}" if when.time else ""
    if start is None or end is None:
        return f"by {day(end)}{clock}" if end else f"from {day(start)}{clock}" if start else ""
    if start == end:
        return f"{day(start)}{clock}"
    return _named_period(when, start, end) or f"{day(start)} to {day(end)}"


def _named_period(when: When, start: dt.date, end: dt.date) -> str:
    """A whole month, quarter, year or week under its name, or "" for any other span."""
    if when.precision == "week" and (end - start).days == 6:
        return f"the week of {day(start)}"
    form = when.edtf.split("-")
    if len(form) > 2 or "/" in when.edtf:
        return ""
    if when.precision == "year":
        return form[0]
    if when.precision == "month":
        return f"{start:%B} {start.year}"
    if when.precision == "quarter":
        return f"Q{start.month // 3 + 1} {start.year}"
    return ""
