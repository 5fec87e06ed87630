"""Numbers written in digits: "1,200", "1 200", "1.200" by language, "2.5", "16th", "€40m".

A digit that belongs to a name (F-16, COVID-19, G7, Shahed-136) is no quantity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from summarizer.quantities.count_words import count_words, primary

_CURRENCY = "$€£¥₴₽₹₩₺"
_CURRENCY_SCALES = {"k": 10**3, "m": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
_NAME_BEFORE = re.compile(r"(?:[^\W\d_]+[-‐‑–]|[^\W\d_])$")
_TIME_PREFIX = re.compile(r"(?:mid|pre|post|early|late|non|sub|anti|over|under|ex)[-‐‑–]$", re.IGNORECASE)
_ORDINAL = {"en": r"(?:st|nd|rd|th)\b", "fr": r"(?:er|re|e|ème)\b", "es": r"[ºª]", "it": r"[ºª]", "pt": r"[ºª]"}
_SPACES = " \u00a0\u2009\u202f"
_DAY_OF_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s$", re.IGNORECASE)


class Figure(NamedTuple):
    """A number in digits; `start` and `end` take in an ordinal ending or a scale glued to it."""

    value: Fraction
    start: int
    end: int
    ordinal: bool = False


@cache
def _shape(language: str) -> re.Pattern[str]:
    wording = count_words(language)
    if wording.decimal == ".":
        groups, decimal = rf"(?:,\d{{2,3}})*,\d{{3}}|(?:[{_SPACES}'’]\d{{3}})+", r"\.\d+"
    else:
        groups, decimal = rf"(?:[.{_SPACES}'’]\d{{3}})+", r",\d+"
    return re.compile(rf"(?P<whole>\d{{1,3}}(?:{groups})(?!\d)|\d+)(?P<fraction>{decimal})?")


def _belongs_to_a_name(text: str, start: int) -> bool:
    before = text[max(0, start - 24) : start]
    glued = _NAME_BEFORE.search(before)
    return bool(glued) and not _TIME_PREFIX.search(before)


def _glued_scale(text: str, start: int, end: int) -> tuple[int, int]:
    """The factor of a scale glued to a sum ("$40m") and where it ends."""
    money = text[:start].rstrip()[-1:] in _CURRENCY and start > 0
    letters = re.compile(r"[ \u00a0]?(bn|tn|k|m|b)\b" if money else r"(bn|tn)\b", re.IGNORECASE).match(text, end)
    return (_CURRENCY_SCALES[letters.group(1).lower()], letters.end()) if letters else (1, end)


def find_figures(text: str, language: str) -> list[Figure]:
    """Every number in digits, left to right."""
    found = []
    endings = re.compile(_ORDINAL.get(primary(language), r"(?!)"))
    for match in _matches(text, language):
        if _belongs_to_a_name(text, match.start()):
            continue
        whole = re.sub(r"\D", "", match["whole"])
        fraction = (match["fraction"] or "").replace(",", ".")
        scale, end = _glued_scale(text, *match.span())
        ordinal = endings.match(text, match.end())
        value = Fraction(whole + fraction) * scale
        found.append(Figure(value, match.start(), ordinal.end() if ordinal else end, bool(ordinal)))
    return found


def _matches(text: str, language: str) -> Iterator[re.Match[str]]:
    """Matches of a number's shape; after a month a space does not group ("On May 12 300 people …")."""
    shape, position = _shape(language), 0
    while match := shape.search(text, position):
        if " " in match["whole"] and _DAY_OF_MONTH.search(text, 0, match.start()):
            match = shape.match(text, match.start(), match.start() + match["whole"].index(" ")) or match
        yield match
        position = match.end()
