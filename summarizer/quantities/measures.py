"""Numbers that count nothing: dates, years, clock times, ages, prices, percentages."""

from __future__ import annotations

import re

from summarizer.quantities.calendar_words import find_calendar_words
from summarizer.quantities.numerals import Number

_OLDEST = 120
_LAST_DAY = 31
_AGE_AFTER = re.compile(r"[-‐\s](?:years?[-\s]old|jährig|ans\b|años\b|anni\b|anos\b|летн|річн|letni)", re.IGNORECASE)
_AGED_BEFORE = re.compile(r"\b(?:aged|age|im alter von|âgée?s? de|de edad|віком|возрасте)\s+$", re.IGNORECASE)
_APPOSED = re.compile(r"[^\W\d_],\s+$"), re.compile(r"\s*(?:,|\.?$)")
_CLOCK = re.compile(r"\d[:.h]$"), re.compile(r"\s?(?:[ap]\.?\s?m\b|o['’]clock|uhr\b|[h:]\s?\d\d)|:\d\d", re.IGNORECASE)
_PERCENT = re.compile(
    r"\s?(?:%|per\s?cent\b|percent|prozent|pour cent|por ciento|процент|відсот|procent)", re.IGNORECASE
)
_CURRENCY = re.compile(r"[$€£¥₴₽₹]\s?$")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|by|until|from|before|after|early|late|mid|de|seit|im|jahr|en|del|em|nel|у|в|з|с|w|od)[\s-]+$|,\s+$",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(r"\s*(?:[.,;)]|$)")
_NOUN_AFTER = re.compile(r"\s+[a-z]{3,}")
_BEFORE_A_MONTH, _AFTER_A_MONTH = re.compile(r"\.?\s+(?:of\s+|de\s+)?$"), re.compile(r"\.?,?\s+$")


def counts_nothing(sentence: str, number: Number, language: str = "en") -> bool:
    """Whether `number` dates, clocks, ages, prices or ranks something instead of counting it."""
    before, after = sentence[: number.start], sentence[number.end :]
    if number.ordinal or _CURRENCY.search(before) or _PERCENT.match(after):
        return True
    if _CLOCK[0].search(before) or _CLOCK[1].match(after):
        return True
    return _is_age(number, before, after) or _is_date(sentence, number, language)


def _is_age(number: Number, before: str, after: str) -> bool:
    apposed = _APPOSED[0].search(before) and _APPOSED[1].match(after)
    return bool(_AGE_AFTER.match(after) or (number.value < _OLDEST and (apposed or _AGED_BEFORE.search(before))))


def _is_date(sentence: str, number: Number, language: str) -> bool:
    """Whether digits are a day beside a month's name, or a year."""
    if not sentence[number.start : number.end].isdigit():
        return False
    months = [word for word in find_calendar_words(sentence, language) if word.kind == "month"]
    follows = any(_AFTER_A_MONTH.fullmatch(sentence, word.end, number.start) for word in months)
    leads = any(_BEFORE_A_MONTH.fullmatch(sentence, number.end, word.start) for word in months)
    if number.value <= _LAST_DAY:
        counted = sentence[: number.start].rstrip().endswith(",") and _NOUN_AFTER.match(sentence, number.end)
        return leads or (follows and not counted)  # "Last July, 17 soldiers"
    before, after = sentence[: number.start], sentence[number.end :]
    dated = follows or _YEAR_BEFORE.search(before) or _YEAR_AFTER.match(after)
    return bool(1800 <= number.value <= 2100 and number.end - number.start == 4 and dated)
