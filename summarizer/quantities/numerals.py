"""All numbers of a text: figures and words brought together, with collectives ("two dozen") and scales ("2.5 million")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from summarizer.quantities.figures import find_figures
from summarizer.quantities.number_words import find_number_words
from summarizer.quantities.phrases import Phrases, find_vague, pattern, phrases, primary

_GAP = r"[\s\u00a0-]{1,2}"
_PRONOUN_BEFORE = re.compile(r"\b(?:no|any|every|some|this|that|each|which|the|another|other)[\s-]+$", re.IGNORECASE)
_PRONOUN_AFTER = re.compile(
    r"\s+(?:of\b|another\b|can\b|could\b|must\b|should\b|would\b|might\b|may\b|has\b|who\b|that\b|which\b)|['’]s\b", re.IGNORECASE
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
    wording = phrases(language)
    vague = [(found.start, found.end) for found in find_vague(text, language)]
    plain = [n for n in _plain(text, language) if not any(start <= n.start < end for start, end in vague)]
    numbers = _with_fractions(text, wording, _with_scales(text, wording, plain))
    taken = [(n.start, n.end) for n in numbers] + vague
    collectives = (n for n in _collectives(text, wording, numbers) if not any(s < n.end and n.start < e and s >= n.end for s, e in taken))
    return tuple(_without_overlaps([*collectives, *numbers], vague))


def _plain(text: str, language: str) -> list[Number]:
    figures = [Number(*figure) for figure in find_figures(text, language)]
    words = (
        Number(*word) for word in find_number_words(text, language) if not _is_article_or_pronoun(text, word.start, word.end, language)
    )
    free = [word for word in words if not any(f.start < word.end and word.start < f.end for f in figures)]
    return sorted([*figures, *free], key=lambda number: number.start)


def _is_article_or_pronoun(text: str, start: int, end: int, language: str) -> bool:
    """Whether a word for one counts nothing: an article of the language, or the English pronoun."""
    if not pattern(phrases(language).articles, "^", "$").search(text[start:end]):
        return False
    if language != "en":
        return language in {"de", "es", "fr", "it", "pt"}
    return bool(_PRONOUN_BEFORE.search(text[:start]) or _PRONOUN_AFTER.match(text, end))


def _alternatives(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


def _with_scales(text: str, wording: Phrases, numbers: list[Number]) -> list[Number]:
    """Join "2.5" and "million", "two and a half" and "million", and drop the scale as a number of its own."""
    halves = rf"(?P<half>\s+(?:{wording.and_a_half}))?" if wording.and_a_half else "(?P<half>(?!))?"
    scale = pattern(rf"{halves}(?:{_GAP}(?P<scale>{_alternatives(wording.scales)})\b\.?)?", "", "")
    joined: list[Number] = []
    for number in numbers:
        if joined and number.start < joined[-1].end:
            continue
        match = scale.match(text, number.end)
        if match and match.end() > number.end and not number.ordinal:
            factor = wording.scales[match["scale"].lower()] if match["scale"] else 1
            half = Fraction(1, 2) if match["half"] else 0
            end = match.end() - (match.group().endswith(".") and match["scale"] in {"million", "thousand", "billion"})
            number = Number((number.value + half) * factor, number.start, end)
        joined.append(number)
    return joined


def _with_fractions(text: str, wording: Phrases, numbers: list[Number]) -> list[Number]:
    """Join "two" and "thirds", "three" and "quarters"."""
    named = re.compile(rf"{_GAP}(?P<part>{_alternatives(wording.fractions)})\b", re.IGNORECASE)
    joined: list[Number] = []
    for number in numbers:
        last = joined[-1] if joined else None
        if last and number.ordinal and number.value > 2 and not last.ordinal and last.value < number.value and re.fullmatch(_GAP, text[last.end : number.start]):
            joined[-1] = Number(last.value / number.value, last.start, number.end)
            continue
        part = named.match(text, number.end)
        if part and not number.ordinal:
            number = Number(number.value / wording.fractions[part["part"].lower()], number.start, part.end())
        joined.append(number)
    return joined


def _collectives(text: str, wording: Phrases, numbers: list[Number]) -> Iterator[Number]:
    """ "a dozen", "half a dozen", "two dozen", "half a million"."""
    units = {**wording.collectives, **wording.scales}
    article = rf"(?:(?P<half>{wording.half})\s+|(?P<article>{wording.articles})\s+)"
    for match in pattern(rf"{article}?(?P<unit>{_alternatives(units)})").finditer(text):
        unit = match["unit"].lower()
        before = next((n for n in numbers if n.end <= match.start() and re.fullmatch(_GAP, text[n.end : match.start()])), None)
        if match["half"]:
            yield Number(Fraction(units[unit], 2), match.start(), match.end())
        elif match["article"]:
            yield Number(Fraction(units[unit]), match.start(), match.end())
        elif before and not before.ordinal and unit in wording.collectives:
            yield Number(before.value * units[unit], before.start, match.end())
        elif unit in wording.collectives and len(unit) > 4:
            yield Number(Fraction(units[unit]), match.start(), match.end())


def _without_overlaps(numbers: list[Number], vague: list[tuple[int, int]]) -> Iterator[Number]:
    """Of overlapping readings the longest; none that a vague quantity ("several dozen") takes in."""
    end = -1
    for number in sorted(numbers, key=lambda n: (n.start, -n.end)):
        if number.start >= end and not any(s <= number.start and number.end <= e for s, e in vague):
            yield number
            end = number.end
