"""Times of other languages put into English words, for what the cues know and the words leave open; pure.

Grammars of tense are read in English alone, so that "jeudi" by itself may be the last or the next. A due date lies
ahead and an attack behind: with that known, the weekday has a date, and a granted length of time an end.
"""

from __future__ import annotations

import re
from functools import cache

from summarizer.cues.reporting import verbs
from summarizer.cues.vocabulary import names, pattern, primary
from summarizer.cues.words import word_classes
from summarizer.dates import foreign_words
from summarizer.quantities import find_numbers

_ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NIGHT = re.compile(r"(?:in der |dans la |en la |в |у |во )?(?:nacht|nuit|noche|madrugada|ніч|ночь)\b", re.IGNORECASE)
_DATED = re.compile(r"\d{1,2}\.?\s+(?!uhr|heure|hora|h\b)[^\W\d_]{3}|\d/\d|\d\.\d{1,2}\.", re.IGNORECASE)
_CLAUSE = r"[,;:()„“”»«\"]|\s[–—-]\s"
_PARTED = {
    "de": re.compile(rf"{_CLAUSE}"),
    "fr": re.compile(rf"{_CLAUSE}|\s(?:que|qu[’'])\b", re.IGNORECASE),
    "es": re.compile(rf"{_CLAUSE}|\sque\b", re.IGNORECASE),
}
_OF_A_DEED = re.compile(r"(?:\b(?:de|du|del|vom)\s+|\bd[’'])$", re.IGNORECASE)
_UNIT = "unit_"
_ENDING = frozenset({"week", "month", "year"})


def in_english(expression: str, language: str) -> str | None:
    """A weekday or a length of time: "on Thursday" for "jeudi à minuit", "within 2 weeks" for "binnen zwei Wochen"."""
    language = primary(language)
    return (
        _night(expression, language)
        or _weekday(expression, language)
        or _end(expression, language)
        or _length(expression, language)
    )


def tells_of_saying(text: str, start: int, end: int, language: str) -> bool:
    """Whether a time stands in a clause with a verb of saying: "wie die Polizei | am Montag | mitteilte".

    German parts what is said by a comma, French and Spanish by a conjunction too.
    """
    language = primary(language)
    if language not in _PARTED:
        return False
    if _OF_A_DEED.search(text[:start]):
        return False  # "a revendiqué l’attaque de | dimanche"
    before = _PARTED[language].split(text[:start])[-1]
    after = _PARTED[language].split(text[end:])[0]
    words = re.findall(r"[\w’'-]+", f"{before} {after}".lower())
    uses = (use for word in words for use in verbs(language).get(word, ()))
    said = any(not use.particle or use.particle[0] in words for use in uses)
    return said and not any(word in word_classes(language).modals for word in words)


def is_night(expression: str) -> bool:
    """Whether it is a night between two days, of which its weekday is the second: "in der Nacht zum Dienstag"."""
    return _NIGHT.match(expression) is not None


def _night(expression: str, language: str) -> str | None:
    """The day on which a night ends: "on Tuesday" for "in der Nacht zum Dienstag"."""
    days = _weekdays(language)
    if not days or not is_night(expression):
        return None
    named = [days[match.group().casefold()] for match in _weekday_words(language).finditer(expression)]
    return f"on {_ENGLISH_DAYS[named[-1]]}" if named else None


def _weekday(expression: str, language: str) -> str | None:
    """The one weekday that stands in the expression without a date."""
    if not (days := _weekdays(language)) or _DATED.search(expression):
        return None
    found = {days[match.group().casefold()] for match in _weekday_words(language).finditer(expression)}
    return f"on {_ENGLISH_DAYS[found.pop()]}" if len(found) == 1 else None


def _end(expression: str, language: str) -> str | None:
    """The end of a unit: "by the end of the week" for "до кінця тижня"."""
    lists = names(language, "deadlines", _UNIT)
    units = [name.removeprefix(_UNIT) for name in lists if pattern(language, "deadlines", name).search(expression)]
    if len(units) != 1 or units[0] not in _ENDING or not pattern(language, "deadlines", "end_of").search(expression):
        return None
    return f"by the end of the {units[0]}"


def _length(expression: str, language: str) -> str | None:
    """A number and its unit, where the expression has one of each."""
    lists = names(language, "deadlines", _UNIT)
    units = [name.removeprefix(_UNIT) for name in lists if pattern(language, "deadlines", name).search(expression)]
    counted = [int(number.value) for number in find_numbers(expression, language) if not number.ordinal]
    if not counted and pattern(language, "deadlines", "one_unit").search(expression):
        counted = [1]
    return f"within {counted[0]} {units[0]}s" if len(units) == len(counted) == 1 and counted[0] > 0 else None


@cache
def _weekdays(language: str) -> dict[str, int]:
    return foreign_words.weekdays(language) if language != "en" else {}


@cache
def _weekday_words(language: str) -> re.Pattern[str]:
    """German writes the part of the day in one word with it: "Freitagabend"."""
    forms = "|".join(map(re.escape, sorted(_weekdays(language), key=len, reverse=True)))
    end = "" if language == "de" else r"(?!\w)"
    return re.compile(rf"(?<!\w)(?:{forms}){end}", re.IGNORECASE)
