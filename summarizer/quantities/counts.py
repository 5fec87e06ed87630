"""Counts: a number with the bounds that its sentence gives it, by the rules of the brief."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.quantities.count_words import CountWords, count_words, find_vague, pattern
from summarizer.quantities.numerals import Number, find_numbers
from summarizer.schema import Count


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
        n for n in find_numbers(sentence, language) if n.value.denominator == 1 and not _counts_nothing(sentence, n)
    ]
    found = [*_numeric(sentence, numbers, wording), *_vague(sentence, numbers, language)]
    return sorted(found, key=lambda mention: mention.start)


_AGE_AFTER = re.compile(r"[-‐\s](?:years?[-\s]old|jährig|ans\b|años\b|anni\b|anos\b|летн|річн|letni)", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:aged|age|im Alter von|âgée? de|de edad|віком|возрасте)\s+$|,\s+$", re.IGNORECASE)
_CLOCK_AFTER = re.compile(r"\s?(?:[ap]\.?\s?m\b|o['’]clock|uhr\b|[h:]\s?\d\d)|:\d\d", re.IGNORECASE)
_CLOCK_BEFORE = re.compile(r"\d[:.h]$")
_PERCENT_AFTER = re.compile(
    r"\s?(?:%|per\s?cent\b|percent|prozent|pour cent|por ciento|процент|відсот|procent)", re.IGNORECASE
)
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|fév|avr|juin|juil|aoû|déc|ene|abr|ago|dic|gen|mag|giu|lug|set|ott"
    r"|fev|out|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|янв|фев|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек|sty|lut|kwi|maj|cze|lip|sie|wrz|paź|lis|gru)"
)
_MONTH_AFTER = re.compile(rf"\.?\s+(?:de\s+|of\s+)?{_MONTH}\w*", re.IGNORECASE)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}[^\W\d]*\.?,?\s+$", re.IGNORECASE)
_CURRENCY_BEFORE = re.compile(r"[$€£¥₴₽₹]\s?$")


def _counts_nothing(sentence: str, number: Number) -> bool:
    """Whether the number dates, clocks, ages, prices or measures instead of counting."""
    before, after = sentence[: number.start], sentence[number.end :]
    if number.ordinal or _CURRENCY_BEFORE.search(before) or _PERCENT_AFTER.match(after) or _AGE_AFTER.match(after):
        return True
    if _CLOCK_AFTER.match(after) or _CLOCK_BEFORE.search(before):
        return True
    if _AGE_BEFORE.search(before) and re.match(r",|\.?$", after) and 0 < number.value < 110:
        return True
    if not sentence[number.start : number.end].isdigit():
        return False
    if number.value <= 31 and (_MONTH_AFTER.match(after) or _MONTH_BEFORE.search(before)):
        return True
    return _is_year(number, before, after)


def _is_year(number: Number, before: str, after: str) -> bool:
    if not 1800 <= number.value <= 2100 or number.end - number.start != 4:
        return False
    dated = re.search(
        r"(?:\b(?:in|since|of|by|until|from|before|after|early|late|mid|en|de|seit|im|jahr|у|в|з|с|od|w|del|nel|em)[\s-]+|,\s+)$",
        before,
        re.IGNORECASE,
    )
    return bool(dated or _MONTH_BEFORE.search(before) or re.match(r"\s*(?:[.,;)]|$)", after))


def _numeric(sentence: str, numbers: list[Number], wording: CountWords) -> Iterator[CountMention]:
    index = 0
    while index < len(numbers):
        first, second = numbers[index], numbers[index + 1] if index + 1 < len(numbers) else None
        ranged = _range(sentence, first, second, wording) if second else None
        yield ranged or _bounded(sentence, first, wording)
        index += 2 if ranged else 1


def _range(sentence: str, first: Number, second: Number, wording: CountWords) -> CountMention | None:
    """ "12 to 15", "between 12 and 15", "six or seven", "12-15"."""
    joint = sentence[first.end : second.start]
    opener = pattern(wording.between, r"\b", r"\s+$").search(sentence, 0, first.start)
    dash = re.fullmatch(r"\s?[-‐‑–—]\s?", joint)
    spoken = pattern(f"{wording.to}|{wording.either}", r"^\s+", r"\s+$").search(joint)
    closed = spoken and (opener or not pattern("and|und|et|y|e|и|і|та|i|through", r"^\s+", r"\s+$").search(joint))
    if not (dash or closed) or first.value >= second.value:
        return None
    start = opener.start() if opener and spoken else first.start
    return _mention(sentence, start, second.end, int(first.value), int(second.value))


def _bounded(sentence: str, number: Number, wording: CountWords) -> CountMention:
    """A single number with the bound before or after it."""
    before, after = sentence[: number.start], sentence[number.end :]
    value, gap = int(number.value), r"(?:\s+(?:the|a|an))?\s*$"
    lower, upper = (pattern(words, r"(?<!\w)", gap).search(before) for words in (wording.at_least, wording.at_most))
    more, fewer = (
        pattern(words, r"^\s*(?<![\w])" if "+" in words else r"^\s+").search(after)
        for words in (wording.or_more, wording.or_fewer)
    )
    about = pattern(wording.about, r"(?<!\w)", gap).search(before)
    # "no more than" ends in "more than": of two bounds the longer wording is meant.
    bound = max((m for m in (lower, upper) if m), key=lambda m: m.end() - m.start(), default=None)
    start = (bound or about).start() if (bound or about) else number.start  # type: ignore[union-attr]
    end = number.end + (more or fewer).end() if (more or fewer) else number.end  # type: ignore[union-attr]
    low = None if (bound and bound is upper) or fewer else value
    high = None if (bound and bound is lower) or more else value
    return _mention(sentence, start, end, low, high)


def _vague(sentence: str, numbers: list[Number], language: str) -> Iterator[CountMention]:
    for found in find_vague(sentence, language):
        if not any(n.start < found.end and found.start < n.end for n in numbers) and not _leads_to(
            sentence, found.end, numbers
        ):
            yield _mention(sentence, found.start, found.end, None, None)


def _leads_to(sentence: str, end: int, numbers: list[Number]) -> bool:
    """Whether a number follows at once: the "some" of "some 40" is no quantity of its own."""
    return any(number.start >= end and not sentence[end : number.start].strip() for number in numbers)


def _mention(sentence: str, start: int, end: int, low: int | None, high: int | None) -> CountMention:
    return CountMention(Count(low=low, high=high, text=sentence[start:end]), start, end)
