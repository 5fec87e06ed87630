"""Which month a word of another language names, by dateparser; which way a language writes figures, by py3langid.

Both are imported on the first word that needs them. dateparser is asked about single month names only: its own reading
of whole expressions guesses ("vendredi prochain", "dans 72 heures").
"""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.dates import foreign_words

_FEWEST_WORDS = 3
_SHORTEST_MONTH = 3


def month_named(word: str, context: str = "") -> int | None:
    """The month (1 to 12) that a word names; None where none does.

    Where languages disagree ("listopada" is November in Polish, October in Croatian) that of `context` decides.
    """
    named = {language: month for language in _languages_of(word) if (month := month_in(word, language))}
    if len(set(named.values())) > 1:
        return named.get(_language_of(context.replace(word, " ")) or "")
    return next(iter(named.values()), None)


@lru_cache(maxsize=4096)
def month_in(word: str, language: str) -> int | None:
    """The month that a word names in one language (a code that dateparser knows); None where it names none."""
    if len(word) < _SHORTEST_MONTH:
        return None  # dateparser takes "en un" for January
    if _is_numeral(word, language):
        return None
    if locative := foreign_words.LOCATIVE_MONTHS.get(language, {}).get(word):
        return locative
    from dateparser.date import DateDataParser

    settings = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    try:
        parser = DateDataParser(languages=[language], settings={**settings, "DATE_ORDER": "DMY"})
        date = parser.get_date_data(f"12 {word} 2026").date_obj
    except ValueError:  # a language that dateparser does not know names no months
        return None
    return date.month if date and (date.day, date.year) == (12, 2026) else None


@lru_cache(maxsize=4096)
def _is_numeral(word: str, language: str) -> bool:
    """Whether dateparser reads a figure in the word, which then passes for a month: "en una", "в первой"."""
    from dateparser.languages.loader import default_loader

    try:
        read = default_loader.get_locale(language).info.get("simplifications", ())
    except ValueError:
        return False
    figures = (pattern for entry in read for pattern, figure in entry.items() if str(figure).isdigit())
    return any(re.fullmatch(pattern, word) for pattern in figures)


def writes_day_first(context: str, figures: str) -> bool:
    """Whether the words around a date in figures are of a language that writes the day first."""
    return _language_of(context.replace(figures, " ")) in foreign_words.DAY_FIRST


def _language_of(words: str) -> str | None:
    """The language of a passage; None for less than a few words."""
    if len(words.split()) < _FEWEST_WORDS:
        return None
    import py3langid

    language: str = py3langid.classify(words)[0]
    return language


def _languages_of(word: str) -> tuple[str, ...]:
    """The languages written in the script of a word."""
    letter = word[0]
    if letter < "\u0250" or "\u1e00" <= letter < "\u1f00":
        return foreign_words.LATIN
    return foreign_words.CYRILLIC if "\u0400" <= letter < "\u0530" else foreign_words.OTHER_SCRIPTS
