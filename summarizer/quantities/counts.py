"""Counts: a number with the bounds that its sentence gives it, by the rules of the brief."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.quantities.count_words import CountWords, count_words, find_vague, pattern
from summarizer.quantities.measures import counts_nothing
from summarizer.quantities.numerals import Number, find_numbers
from summarizer.schema import Count

_UP_TO_NUMBER = r"(?:\s+(?:the|a|an))?\s*$"
_AND = "and|und|et|y|e|и|і|та|i|through"


@dataclass(frozen=True, slots=True)
class CountMention:
    """A count of a sentence; the offsets take in its bound ("at least six") or its range ("between 12 and 15")."""

    count: Count
    start: int
    end: int


def parse_count(expression: str, language: str = "en") -> Count | None:
    """The count that `expression` states, its text being the expression; None when it states no quantity.

    "at least six" is 6 and open, "up to 20" open and 20, "12 to 15" both, "about 40" 40 and 40, "none" 0 and 0,
    "dozens" open on both sides, "a woman" 1 and 1.
    """
    wording = count_words(language)
    mentions = find_counts(expression, language)
    if mentions:
        low, high = mentions[0].count.low, mentions[0].count.high
    elif not expression.strip() or pattern(wording.no_quantity).search(expression):
        return None
    elif pattern(wording.none, r"^\W*").search(expression):
        low = high = 0
    elif pattern(wording.articles, r"^\W*").search(expression):
        low = high = 1
    else:
        return None
    return Count(low=low, high=high, text=expression)


def find_counts(sentence: str, language: str = "en") -> list[CountMention]:
    """Every count of `sentence`, left to right: numbers with their bounds, ranges, vague quantities.

    Ordinals, days of a month, years, clock times, ages and percentages are numbers that count nothing.
    """
    wording = count_words(language)
    numbers = [
        number
        for number in find_numbers(sentence, language)
        if number.value.denominator == 1 and not counts_nothing(sentence, number, language)
    ]
    found = [*_numeric(sentence, numbers, wording), *_vague(sentence, numbers, language)]
    return sorted(found, key=lambda mention: mention.start)


def _numeric(sentence: str, numbers: list[Number], wording: CountWords) -> Iterator[CountMention]:
    index = 0
    while index < len(numbers):
        first, second = numbers[index], numbers[index + 1] if index + 1 < len(numbers) else None
        ranged = _range(sentence, first, second, wording) if second else None
        yield ranged or _bounded(sentence, first, wording)
        index += 2 if ranged else 1


def _range(sentence: str, first: Number, second: Number, wording: CountWords) -> CountMention | None:
    """Two numbers as the ends of one count: "12 to 15", "between 12 and 15", "six or seven", "12-15"."""
    joint = sentence[first.end : second.start]
    opener = pattern(wording.between, r"\b", r"\s+$").search(sentence, 0, first.start)
    dash = re.fullmatch(r"\s?[-‐‑–—]\s?", joint)
    spoken = pattern(f"{wording.to}|{wording.either}", r"^\s+", r"\s+$").search(joint)
    closed = spoken and (opener or not pattern(_AND, r"^\s+", r"\s+$").search(joint))
    if not (dash or closed) or first.value >= second.value:
        return None
    start = opener.start() if opener and spoken else first.start
    return _mention(sentence, start, second.end, int(first.value), int(second.value))


def _bounded(sentence: str, number: Number, wording: CountWords) -> CountMention:
    """A single number with the bound before or behind it."""
    value, start, end = int(number.value), number.start, number.end
    lower, upper, about = (
        pattern(words, after=_UP_TO_NUMBER).search(sentence, 0, number.start)
        for words in (wording.at_least, wording.at_most, wording.about)
    )
    more, fewer = (
        pattern(words, before=r"\s*").match(sentence, number.end) for words in (wording.or_more, wording.or_fewer)
    )
    # "no more than" ends in "more than": of two bounds the longer wording is meant.
    bound = max((m for m in (lower, upper) if m), key=lambda m: m.end() - m.start(), default=None)
    if leading := bound or about:
        start = leading.start()
    if trailing := more or fewer:
        end = trailing.end()
    low = None if (bound and bound is upper) or fewer else value
    high = None if (bound and bound is lower) or more else value
    return _mention(sentence, start, end, low, high)


def _vague(sentence: str, numbers: list[Number], language: str) -> Iterator[CountMention]:
    for found in find_vague(sentence, language):
        inside = any(number.start < found.end and found.start < number.end for number in numbers)
        if not inside and not _leads_to(sentence, found.end, numbers):
            yield _mention(sentence, found.start, found.end, None, None)


def _leads_to(sentence: str, end: int, numbers: list[Number]) -> bool:
    """Whether a number follows at once: the "some" of "some 40" is no quantity of its own."""
    return any(number.start >= end and not sentence[end : number.start].strip() for number in numbers)


def _mention(sentence: str, start: int, end: int, low: int | None, high: int | None) -> CountMention:
    return CountMention(Count(low=low, high=high, text=sentence[start:end]), start, end)
