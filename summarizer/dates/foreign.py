"""Dates in other languages: shape, governing word and weekday by tables of our own, the names of months by dateparser.

A weekday counts only behind a word that sets a limit ("bis Freitag"): tenses are read in English alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from summarizer.dates import arithmetic, foreign_words
from summarizer.dates.absolute_days import YearOf, dated, written
from summarizer.dates.absolute_periods import months
from summarizer.dates.foreign_months import month_in, month_named, writes_day_first
from summarizer.dates.governors import governed
from summarizer.dates.scene import Meaning, Period, Phrase, Scene

_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "\u00a0": " ", "\u202f": " "})


def _any_of(words: Iterable[str]) -> str:
    ranked = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ranked)


def _before(name: str, words: Iterable[str]) -> str:
    """One of the words and the space behind it, which an apostrophe makes needless."""
    return rf"(?:(?P<{name}>{_any_of(words)})(?:\s+|(?<=')))"


_YEAR = r"(?P<year>[0-9]{4})(?![0-9])(?:\s*(?:года|году|року|році|roku|г|р|r)(?!\w)\.?)?"
_WORD = r"(?P<month>[^\W\d_][^\s\d.,;:()!?\"»”]+)"
_OF = r"(?:(?:de|del|di|do|da)\s+|d')?"
_OF_YEAR = rf"(?:\.?,?\s+{_OF}{_YEAR})"
_SHAPES = {
    "day_first": rf"(?P<day>[0-9]{{1,2}})(?:\.|er|º|ª|°)?\s*{_OF}{_WORD}{_OF_YEAR}?",
    "year_first": rf"(?P<year>[0-9]{{4}})\.?\s+{_WORD}\s+(?P<day>[0-9]{{1,2}})",
    "figures": r"(?P<day>[0-9]{1,2})(?P<mark>[./])(?P<month>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})",
    "iso": r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})",
    "ideographs": r"(?P<year>[0-9]{4})\s?[年년]\s?(?P<month>[0-9]{1,2})\s?[月월]\s?(?P<day>[0-9]{1,2})\s?[日일]",
}
_FIGURES = {"figures", "iso", "ideographs"}
_MONTH_SHAPES = {
    "end": rf"{_before('end', foreign_words.ENDS)}{_OF}{_WORD}{_OF_YEAR}?",
    "in_month": rf"{_before('in', foreign_words.IN_MONTH)}{_WORD}{_OF_YEAR}?",
    "month": rf"{_WORD}{_OF_YEAR}",
}
_ARTICLE = r"(?:(?:den|dem|le|el|il|dnia)\s+)?"


@lru_cache(maxsize=16)
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    """The shapes of a time with governing word and weekday; those of all languages for ""."""
    weekday = _any_of(foreign_words.weekdays(*([language] if language else [])))
    governor = _before("governor", foreign_words.GOVERNORS) + "?"
    patterns = {name: governor + shape for name, shape in _SHAPES.items()}
    if weekday:
        front = rf"(?:(?P<weekday>{weekday}),?\s+{_ARTICLE})?"
        patterns = {name: governor + front + shape for name, shape in _SHAPES.items()}
        part = rf"(?:{_any_of(foreign_words.JOINED_PARTS_OF_DAY)}|\s+(?:{_any_of(foreign_words.PARTS_OF_DAY)}))?"
        patterns["weekday"] = rf"{governor}{_before('coming', foreign_words.COMING)}?(?P<weekday>{weekday}){part}"
        nights = "|".join(_any_of([words]).replace(r"\{day\}", rf"(?:{weekday})") for words in foreign_words.NIGHTS)
        patterns["night"] = rf"(?:(?:in der|dans la|en la|в|у|во)\s+)?(?:{nights})\s+(?P<weekday>{weekday})"
    patterns["end"] = governor + _MONTH_SHAPES["end"]
    patterns |= {name: _MONTH_SHAPES[name] for name in ("in_month", "month")}
    part = rf"(?:\s+(?:{_any_of(foreign_words.PARTS_OF_DAY)}))?"
    patterns["from_today"] = rf"{governor}(?P<words>{_any_of(foreign_words.DAYS_FROM_TODAY)}){part}"
    patterns["period"] = rf"{governor}(?P<words>{_any_of(foreign_words.PERIODS)})"
    return {name: re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE) for name, pattern in patterns.items()}


def read(expression: str, context: str) -> Phrase | None:
    """The meaning of an expression that is all one time of another language; None otherwise."""
    text = expression.translate(_PLAIN)
    for shape, pattern in _patterns("").items():
        match = pattern.fullmatch(text)
        meaning = _meaning(shape, match.groupdict(), context) if match else None
        if match and meaning:
            word = match.groupdict().get("governor")
            return Phrase(governed(foreign_words.GOVERNORS[_key(word)], meaning) if word else meaning)
    return None


def scan(sentence: str, language: str) -> Iterator[tuple[int, int]]:
    """Where times of a language stand in a sentence: start and end offsets, left to right, none overlapping."""
    text, at = sentence.translate(_PLAIN), 0
    for start, end in sorted(_spans(text, language), key=lambda span: (span[0], -span[1])):
        if start >= at:
            yield start, end
            at = end


def _spans(text: str, language: str) -> Iterator[tuple[int, int]]:
    for shape, pattern in _patterns(language).items():
        for match in pattern.finditer(text):
            if _is_of(shape, match, language):
                yield match.span()


def _is_of(shape: str, match: re.Match[str], language: str) -> bool:
    if shape in _FIGURES:
        return 1 <= int(match["month"]) <= 12
    if shape == "from_today":
        noun = language == "de" and match["words"] == "Morgen" and match.start("words") > 0
        return not noun  # "am Morgen danach"
    if shape in ("weekday", "night", "period"):
        return True
    return month_in(match["month"].lower(), language) is not None


def _key(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower())


def _meaning(shape: str, found: dict[str, str | None], context: str) -> Meaning | None:
    if shape in _WORDED:
        return _WORDED[shape](found)
    month = _month(shape, found, context)
    if month is None:
        return None
    year = written(int(found["year"])) if found["year"] else None
    if shape in _MONTH_SHAPES:
        return _month_or_its_end(month, year, end=shape == "end")
    weekday = found.get("weekday")
    return dated(month, int(found["day"] or 0), year, foreign_words.weekdays()[_key(weekday)] if weekday else None)


def _month(shape: str, found: dict[str, str | None], context: str) -> int | None:
    word = found["month"] or ""
    if shape in ("iso", "ideographs"):
        return int(word)
    if shape == "figures":
        # Behind "bis" or "до" figures are day first; otherwise the language of the context must say so.
        figures = f"{found['day']}{found['mark']}{word}{found['mark']}{found['year']}"
        return int(word) if found["governor"] or writes_day_first(context, figures) else None
    return month_named(word.lower(), context)


def _month_or_its_end(month: int, year: YearOf | None, *, end: bool) -> Meaning:
    whole = months(year, month, 1, "month")
    if not end:
        return whole

    def meaning(scene: Scene) -> Period:
        last = whole(scene).span[1]
        return Period(last, last, closing=True)

    return meaning


def _weekday(found: dict[str, str | None]) -> Meaning:
    number = foreign_words.weekdays()[_key(found["weekday"] or "")]
    if found["coming"]:
        return lambda scene: Period.on(arithmetic.earliest(number, arithmetic.shift(scene.today, 1)))
    return lambda scene: Period.on(scene.weekday(number))


def _night(found: dict[str, str | None]) -> Meaning:
    """The night that ends on the day."""
    number = foreign_words.weekdays()[_key(found["weekday"] or "")]

    def meaning(scene: Scene) -> Period:
        day = scene.weekday(number)
        return Period(arithmetic.shift(day, -1), day)

    return meaning


def _from_today(found: dict[str, str | None]) -> Meaning:
    days = foreign_words.DAYS_FROM_TODAY[_key(found["words"] or "")]
    return lambda scene: Period.on(arithmetic.shift(scene.today, days))


def _period(found: dict[str, str | None]) -> Meaning:
    unit, shift = foreign_words.PERIODS[_key(found["words"] or "")]
    return lambda scene: Period(*arithmetic.period_of(arithmetic.advance(scene.today, shift, unit), unit), unit)


_WORDED: dict[str, Callable[[dict[str, str | None]], Meaning]] = {
    "weekday": _weekday,
    "night": _night,
    "from_today": _from_today,
    "period": _period,
}
