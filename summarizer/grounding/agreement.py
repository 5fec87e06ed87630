"""Whether a copied quote says the same as the passage it was aligned with, whatever their similarity score."""

from __future__ import annotations

import re

from summarizer.grounding.calendar_words import find_calendar_words
from summarizer.grounding.negation import find_negations
from summarizer.grounding.typography import fold
from summarizer.grounding.vocabulary import is_function_word
from summarizer.quantities import find_numbers, find_vague

_WORD = re.compile(r"\w+(?:['’ʼ-]\w+)*")
_SLIP = 80.0


def says_the_same(quote: str, passage: str, language: str = "") -> bool:
    """Whether numbers, weekdays, months, names and negations are equal, and every content word of the quote is there.

    A content word may be misspelt by a letter or two; a name may not. The language is unknown here: what is compared is
    two wordings of one sentence, so that the union of all tables does no harm.
    """
    return (
        _figures(quote) == _figures(passage)
        and _days(quote) == _days(passage)
        and len(find_negations(quote, language)) == len(find_negations(passage, language))
        and _names(passage) == _names(quote)
        and _words_are_there(quote, passage)
    )


def _figures(text: str) -> list[object]:
    numbers = [re.sub(r"\D", "", match) for match in re.findall(r"\d[\d.,]*", text)]
    words = sorted(str(n.value) for language in ("en",) for n in find_numbers(text, language))
    return [*sorted(numbers), *words, *sorted(vague.word for vague in find_vague(text, "en"))]


def _days(text: str) -> list[tuple[str, int]]:
    return sorted((word.kind, word.index) for word in find_calendar_words(text, ""))


def _names(text: str) -> set[str]:
    """Capitalised words, folded; the first word may owe its capital to its place."""
    words = [match.group() for match in _WORD.finditer(text)]
    return {fold(word).text for word in words[1:] if word[0].isupper()}


def _words_are_there(quote: str, passage: str) -> bool:
    from rapidfuzz import fuzz, process

    there = [fold(word).text for word in _WORD.findall(passage)]
    for word in _WORD.findall(quote):
        folded = fold(word).text
        if folded in there or is_function_word(folded):
            continue
        if word[0].isupper() or len(folded) < 4 or process.extractOne(folded, there, scorer=fuzz.ratio, score_cutoff=_SLIP) is None:
            return False
    return True
