"""Weekday and month names, by value: "Friday" and "Fridays" are one day, "Aug. 7" and "August 7" one month."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from summarizer.grounding.closed_classes import languages_of, word_list
from summarizer.quantities import primary

# Where names of days and months are capitalised, the small word is another one: "may", "march", "august".
_CAPITALISED = frozenset({"en", "de"})
_NO_MONTH_AFTER = re.compile(r"\s+(?:he|she|it|they|we|you|i|the|god|be|on|to|past|through|into|for)\b")
_OPENS_A_SENTENCE = re.compile(r"(?:^|[.!?:][\"'”’)]*\s+)[\"'“‘]?$")


@dataclass(frozen=True, slots=True)
class CalendarWord:
    """A weekday ("weekday", 0 is Monday) or a month ("month", 1 is January) and where it stands."""

    kind: str
    index: int
    start: int
    end: int


def find_calendar_words(text: str, language: str = "en") -> list[CalendarWord]:
    """Every weekday and month name of `text`; in a language without a table, those of all tables."""
    known = primary(language)
    found = [
        CalendarWord(kind, index, match.start(), match.end())
        for tongue in ([known] if known in _languages() else _languages())
        for kind, index, shape in _shapes(tongue)
        for match in shape.finditer(text)
        if tongue not in _CAPITALISED or match.group()[0].isupper()
    ]
    return sorted((word for word in found if not _is_verb(text, word)), key=lambda word: word.start)


def _languages() -> tuple[str, ...]:
    return languages_of("calendar.weekdays")


@cache
def _shapes(language: str) -> list[tuple[str, int, re.Pattern[str]]]:
    weekdays = [("weekday", index, name) for index, name in enumerate(word_list("calendar.weekdays", language))]
    months = [("month", index, name) for index, name in enumerate(word_list("calendar.months", language), start=1)]
    return [
        (kind, index, re.compile(rf"(?<!\w){name}(?!\w)", re.IGNORECASE)) for kind, index, name in weekdays + months
    ]


def _is_verb(text: str, word: CalendarWord) -> bool:
    """Whether an English "May" or "March" opens its sentence as a verb: "March on, he told them"."""
    return bool(
        text[word.start : word.end] in {"May", "March"}
        and _OPENS_A_SENTENCE.search(text, max(0, word.start - 6), word.start)
        and _NO_MONTH_AFTER.match(text, word.end)
    )
