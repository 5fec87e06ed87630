"""Dates in other languages: shape, governing word and weekday by tables of our own, month names by dateparser.

dateparser is asked for one thing only, which month a word names, and the languages that know the word must agree: its
own reading of whole expressions guesses ("vendredi prochain", "dans 72 heures"). It is imported on the first such word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.dates import arithmetic, foreign_words
from summarizer.dates.absolute_days import dated, written
from summarizer.dates.governors import governed
from summarizer.dates.scene import Meaning, Period, Phrase, Scene

_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "\u00a0": " ", "\u202f": " "})
_YEAR = r"(?P<year>[0-9]{4})(?![0-9])(?:\s*(?:года|году|року|році|roku|г|р)(?!\w)\.?)?"
_WORD = r"(?P<month>[^\W\d_][^\s\d.,;:()!?\"»”]+)\.?"
_OF = r"(?:(?:de|del|di|do|da)\s+|d')?"
_SHAPES = {
    "day_first": rf"(?P<day>[0-9]{{1,2}})(?:\.|er|º|ª|°)?\s*{_OF}{_WORD}(?:,?\s+{_OF}{_YEAR})?",
    "year_first": rf"(?P<year>[0-9]{{4}})\.?\s+{_WORD}\s+(?P<day>[0-9]{{1,2}})\.?",
    "figures": r"(?P<day>[0-9]{1,2})(?P<mark>[./])(?P<month>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})(?!\w)",
    "ideographs": r"(?P<year>[0-9]{4})\s?[年년]\s?(?P<month>[0-9]{1,2})\s?[月월]\s?(?P<day>[0-9]{1,2})\s?[日일]",
    "month": rf"(?:(?:im|en|em|nel|w|у|в)\s+)?{_WORD}\s+{_OF}{_YEAR}",
}
_ARTICLE = r"(?:(?:den|dem|le|el|il|dnia)\s+)?"


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def _governor() -> str:
    return rf"(?:(?P<governor>{_any_of(list(foreign_words.GOVERNORS))})(?:\s+|(?<=')))?"


@lru_cache(maxsize=16)
def _patterns(*languages: str) -> dict[str, re.Pattern[str]]:
    """The shapes of a date with governing word and weekday; all weekday words without a language."""
    weekdays = foreign_words.weekdays(*languages or foreign_words.WEEKDAY_LANGUAGES)
    patterns = {name: _governor() + _weekday(list(weekdays)) + shape for name, shape in _SHAPES.items()}
    if weekdays:
        patterns["weekday"] = _governor() + rf"(?P<weekday>{_any_of(list(weekdays))})"
    if not languages:
        patterns["from_today"] = _governor() + rf"(?P<from_today>{_any_of(list(foreign_words.DAYS_FROM_TODAY))})"
    return {name: re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE) for name, pattern in patterns.items()}


def _weekday(words: list[str]) -> str:
    return rf"(?:(?P<weekday>{_any_of(words)}),?\s+{_ARTICLE})?" if words else ""


def read(expression: str, context: str) -> Phrase | None:
    """The meaning of an expression that is all one date, weekday or "tomorrow" of another language; None otherwise."""
    text = expression.translate(_PLAIN)
    for shape, pattern in _patterns().items():
        match = pattern.fullmatch(text)
        meaning = _meaning(shape, match, context) if match else None
        if match and meaning:
            word = match["governor"]
            return Phrase(governed(foreign_words.GOVERNORS[_key(word)], meaning) if word else meaning)
    return None


def scan(sentence: str, language: str) -> Iterator[tuple[int, int]]:
    """Where dates and weekdays of a language stand in a sentence: start and end offsets, left to right."""
    text, at = sentence.translate(_PLAIN), 0
    found = sorted(_matches(text, language), key=lambda span: (span[0], -span[1]))
    for start, end in found:
        if start >= at:
            yield start, end
            at = end


def _matches(text: str, language: str) -> Iterator[tuple[int, int]]:
    for shape, pattern in _patterns(language).items():
        for match in pattern.finditer(text):
            if shape in ("day_first", "year_first", "month") and month_named(match["month"], (language,)) is None:
                continue
            if shape != "figures" or 1 <= int(match["month"]) <= 12:
                yield match.span()


def _key(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower())


def _meaning(shape: str, match: re.Match[str], context: str) -> Meaning | None:
    groups = match.groupdict()
    weekday = foreign_words.WEEKDAYS[_key(groups["weekday"])] if groups.get("weekday") else None
    if shape == "weekday" and weekday is not None:
        return _bare_weekday(weekday)
    if shape == "from_today":
        return _from_today(foreign_words.DAYS_FROM_TODAY[_key(match["from_today"])])
    month = _month(shape, match, context)
    if month is None:
        return None
    year = int(groups["year"]) if groups.get("year") else None
    if shape == "month":
        return _whole_month(year or 0, month) if not groups["governor"] and weekday is None else None
    return dated(month, int(match["day"]), None if year is None else written(year), weekday)


def _month(shape: str, match: re.Match[str], context: str) -> int | None:
    if shape == "ideographs":
        return int(match["month"])
    if shape == "figures":
        # Behind "bis" or "до" figures are day first; otherwise the language of the context must say so.
        return int(match["month"]) if match["governor"] or _writes_day_first(context, match.group()) else None
    return month_named(match["month"])


def _bare_weekday(weekday: int) -> Meaning:
    return lambda scene: Period.on(scene.weekday(weekday))


def _from_today(days: int) -> Meaning:
    return lambda scene: Period.on(arithmetic.shift(scene.today, days))


def _whole_month(year: int, month: int) -> Meaning:
    def meaning(_: Scene) -> Period:
        return Period(*arithmetic.months_from(year, month), "month")

    return meaning


def _writes_day_first(context: str, expression: str) -> bool:
    """Whether the words around the figures are of a language that writes the day first."""
    words = context.replace(expression, " ")
    if len(words.split()) < 3:
        return False
    import py3langid

    return py3langid.classify(words)[0] in foreign_words.DAY_FIRST


@lru_cache(maxsize=4096)
def month_named(word: str, languages: tuple[str, ...] | None = None) -> int | None:
    """The month that a word names in these languages; None where none knows it, or two disagree."""
    from dateparser.date import DateDataParser

    asked = languages or _languages_of(word)
    named = set()
    for language in asked:
        try:
            parser = DateDataParser(languages=[language], settings=_strict())
        except ValueError:  # a language that dateparser does not know
            continue
        date = parser.get_date_data(f"12 {word} 2026").date_obj
        if date and (date.day, date.year) == (12, 2026):
            named.add(date.month)
    return named.pop() if len(named) == 1 else None


def _strict() -> dict[str, object]:
    return {
        "STRICT_PARSING": True,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],
        "DATE_ORDER": "DMY",
    }


def _languages_of(word: str) -> tuple[str, ...]:
    """The languages written in the script of a word."""
    letter = word[0]
    if letter < "\u0250" or "\u1e00" <= letter < "\u1f00":
        return foreign_words.LATIN
    return foreign_words.CYRILLIC if "\u0400" <= letter < "\u0530" else foreign_words.OTHER_SCRIPTS
