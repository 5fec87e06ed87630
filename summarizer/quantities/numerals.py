"""All numbers of a text: figures and words together, with collectives ("two dozen") and scales ("2.5 million")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from summarizer.quantities.count_words import CountWords, count_words, find_vague, pattern, primary
from summarizer.quantities.figures import find_figures
from summarizer.quantities.number_words import find_number_words

_GAP = r"[\s\u00a0-]{1,2}"
_ARTICLES_FOR_ONE = frozenset({"de", "es", "fr", "it", "pt"})
_PRONOUN_BEFORE = re.compile(r"\b(?:no|any|every|some)[\s-]+$", re.IGNORECASE)
_DETERMINER_BEFORE = re.compile(r"\b(?:this|that|each|which|the|another|other)\s+$", re.IGNORECASE)
_NOUN_AFTER = re.compile(r"[\s-]+(?!is\b|was\b|will\b|in\b|on\b|to\b|at\b)[^\W\d_]{2,}")
_PRONOUN_AFTER = re.compile(
    r"\s+(?:of|another|can|could|must|should|would|might|may|has|who|that|which)\b|['’]s\b", re.IGNORECASE
)


class Number(NamedTuple):
    """A number of the text: its exact value and the offsets of the whole expression ("2.5 million", "a dozen")."""

    value: Fraction
    start: int
    end: int
    ordinal: bool = False


def find_numbers(text: str, language: str = "en") -> list[Number]:
    """Every number of `text`, left to right, without overlaps.

    Figures, number words, "a dozen", "a couple", "two-thirds", "2.5 million". A vague quantity ("dozens", "several
    hundred"), a pronoun or article ("no one", French "une") and a digit inside a name (F-16) are none.
    """
    return list(_find(text, primary(language)))


@lru_cache(maxsize=4096)
def _find(text: str, language: str) -> tuple[Number, ...]:
    wording = count_words(language)
    vague = [(found.start, found.end) for found in find_vague(text, language)]
    plain = [n for n in _plain(text, language) if not any(start <= n.start < end for start, end in vague)]
    numbers = _scaled(text, wording, _divided(text, wording, plain))
    found = _longest([*_collectives(text, wording, numbers), *numbers])
    return tuple(n for n in found if not any(start <= n.start and n.end <= end for start, end in vague))


def _plain(text: str, language: str) -> list[Number]:
    """Figures, and the number words outside them that are no articles or pronouns."""
    figures = [Number(*figure) for figure in find_figures(text, language)]
    words = [
        Number(*word)
        for word in find_number_words(text, language)
        if not any(figure.start < word.end and word.start < figure.end for figure in figures)
        and not _counts_nothing(text, word.start, word.end, language)
    ]
    return sorted([*figures, *words], key=lambda number: number.start)


def _counts_nothing(text: str, start: int, end: int, language: str) -> bool:
    """Whether a word for one is an article of the language, or the English pronoun."""
    if not pattern(count_words(language).articles, "^", "$").search(text[start:end]):
        return False
    if language != "en":
        return language in _ARTICLES_FOR_ONE
    before = text[max(0, start - 12) : start]
    alone = _DETERMINER_BEFORE.search(before) and not _NOUN_AFTER.match(text, end)
    return bool(alone or _PRONOUN_BEFORE.search(before) or _PRONOUN_AFTER.match(text, end))


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or r"(?!)"


def _divided(text: str, wording: CountWords, numbers: list[Number]) -> list[Number]:
    """Fractions: "two" and "thirds" joined, "three" and "quarters"."""
    part_behind = pattern(rf"{_GAP}(?P<part>{_alternatives(wording.fractions)})", "")
    joined: list[Number] = []
    for number in numbers:
        whole = joined[-1] if joined else None
        if whole and _divides(text, whole, number):
            joined[-1] = Number(whole.value / number.value, whole.start, number.end)
        elif (part := part_behind.match(text, number.end)) and not number.ordinal:
            joined.append(Number(number.value / wording.fractions[part["part"].lower()], number.start, part.end()))
        else:
            joined.append(number)
    return joined


def _divides(text: str, whole: Number, part: Number) -> bool:
    """Whether an ordinal is the denominator of the number right before it."""
    beside = re.fullmatch(_GAP, text[whole.end : part.start]) is not None
    return beside and part.ordinal and part.value > 2 and not whole.ordinal and whole.value < part.value


def _scaled(text: str, wording: CountWords, numbers: list[Number]) -> list[Number]:
    """Scales: "2.5" and "million" joined, "two and a half" and "million"; the scale is then no number of its own."""
    scales = _alternatives(wording.scales)
    behind = pattern(rf"(?P<half>\s+(?:{wording.and_a_half}))?(?:{_GAP}(?P<scale>{scales})\b)?", "", "")
    joined: list[Number] = []
    for number in numbers:
        match = None if number.ordinal else behind.match(text, number.end)
        if joined and number.start < joined[-1].end:
            continue
        if match and match.end() > number.end:
            times = wording.scales[match["scale"].lower()] if match["scale"] else 1
            value = (number.value + (Fraction(1, 2) if match["half"] else 0)) * times
            joined.append(Number(value, number.start, match.end()))
        else:
            joined.append(number)
    return joined


def _collectives(text: str, wording: CountWords, numbers: list[Number]) -> Iterator[Number]:
    """Units of several: "a dozen", "half a dozen", "two dozen", "half a million"; a bare one only on its own."""
    units = {**wording.scales, **wording.collectives}
    lead = rf"(?:(?P<half>{wording.half})\s+|(?P<article>{wording.articles})\s+)?"
    for match in pattern(rf"{lead}(?P<unit>{_alternatives(units)})").finditer(text):
        unit, span = match["unit"].lower(), match.span()
        times = next((n for n in numbers if re.fullmatch(_GAP, text[n.end : span[0]]) and n.end <= span[0]), None)
        if match["half"]:
            yield Number(Fraction(units[unit], 2), *span)
        elif unit in wording.collectives and times and not times.ordinal:
            yield Number(times.value * units[unit], times.start, span[1])
        elif unit in wording.collectives and (match["article"] or match.group() == text.strip()):
            yield Number(Fraction(units[unit]), *span)


def _longest(numbers: list[Number]) -> Iterator[Number]:
    """Of overlapping readings the one that begins first, of those the longest."""
    end = -1
    for number in sorted(numbers, key=lambda n: (n.start, -n.end)):
        if number.start >= end:
            yield number
            end = number.end
