"""Weekday and month names, by value: "Friday" and "Fridays" are one day, "Aug. 7" and "August 7" one month."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from summarizer.quantities.count_words import primary

# Where names of days and months are capitalised, the small word is another one: "may", "march", "august".
_CAPITALISED = frozenset({"en", "de"})
_NO_MONTH_AFTER = re.compile(r"\s+(?:he|she|it|they|we|you|i|the|god|be|on|to|past|through|into|for)\b")
_OPENS_A_SENTENCE = re.compile(r"(?:^|[.!?:][\"'”’)]*\s+)[\"'“‘]?$")


@dataclass(frozen=True, slots=True)
class CalendarWord:
    """A weekday (`index` 0 is Monday) or a month (1 is January) and where it stands."""

    kind: Literal["weekday", "month"]
    index: int
    start: int
    end: int


def find_calendar_words(text: str, language: str = "en") -> list[CalendarWord]:
    """Every weekday and month name of `text`, left to right; in a language without a table, those of all tables."""
    known = primary(language)
    tongues = [known] if known in _tables()["weekdays"] else list(_tables()["weekdays"])
    found = [_word(match) for tongue in tongues for match in _shape(tongue).finditer(text) if _may_be(match, tongue)]
    return sorted((word for word in found if not _is_verb(text, word)), key=lambda word: word.start)


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("summarizer.quantities").joinpath("calendar.toml").read_text("utf-8"))


@cache
def _shape(language: str) -> re.Pattern[str]:
    """All names of a language, each in a group of its own: `weekday_4`, `month_8`."""
    weekdays = [f"(?P<weekday_{index}>{name})" for index, name in enumerate(_tables()["weekdays"][language])]
    months = [f"(?P<month_{index}>{name})" for index, name in enumerate(_tables()["months"][language], start=1)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(weekdays + months)})(?!\w)", re.IGNORECASE)


def _may_be(match: re.Match[str], language: str) -> bool:
    return language not in _CAPITALISED or match.group()[0].isupper()


def _word(match: re.Match[str]) -> CalendarWord:
    kind, _, index = str(match.lastgroup).partition("_")
    return CalendarWord("weekday" if kind == "weekday" else "month", int(index), match.start(), match.end())


def _is_verb(text: str, word: CalendarWord) -> bool:
    """Whether an English "May" or "March" opens its sentence as a verb: "March on, he told them"."""
    return bool(
        text[word.start : word.end] in {"May", "March"}
        and _OPENS_A_SENTENCE.search(text, max(0, word.start - 6), word.start)
        and _NO_MONTH_AFTER.match(text, word.end)
    )
