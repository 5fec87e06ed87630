"""Whether two wordings of one passage differ by slips of copying alone, whatever their similarity score."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.grounding.content_words import is_function_word
from summarizer.grounding.negation import find_negations
from summarizer.grounding.typography import folded
from summarizer.quantities import LANGUAGES, find_calendar_words, find_numbers, find_vague

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_MISSPELT = 80.0
_SHORTEST_MISSPELT = 4


def only_slips(quote: str, passage: str) -> bool:
    """Whether `quote` is a slightly miscopied `passage`.

    The words on which the two differ may be function words, or a misspelling of one another; words of the passage may
    be missing. None of them may be a number, a weekday, a month, a negation, a vague quantity or a capitalised word.
    """
    ours, theirs = _differences(_WORD.findall(quote), _WORD.findall(passage))
    if any(map(_tells_facts, [*ours, *theirs])):
        return False
    return all(is_function_word(word) or _is_misspelt(word, theirs) for word in ours)


def _differences(quote: Sequence[str], passage: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words of each side that the other lacks; a capital counts only behind the first word."""
    from rapidfuzz.distance import LCSseq

    ours: list[str] = []
    theirs: list[str] = []
    for block in LCSseq.opcodes([folded(word) for word in quote], [folded(word) for word in passage]):
        if block.tag != "equal":
            ours += _uncapitalised(quote, block.src_start, block.src_end)
            theirs += _uncapitalised(passage, block.dest_start, block.dest_end)
    return ours, theirs


def _uncapitalised(words: Sequence[str], start: int, end: int) -> list[str]:
    return [word.lower() if start + index == 0 else word for index, word in enumerate(words[start:end])]


def _tells_facts(word: str) -> bool:
    """Whether a word alone is a figure, number word, date, negation or name, in whichever language."""
    if word[0].isupper() or any(map(str.isdigit, word)):
        return True
    if find_calendar_words(word.capitalize(), "") or find_negations(word, ""):
        return True
    return any(find_numbers(word, language) or find_vague(word, language) for language in LANGUAGES)


def _is_misspelt(word: str, candidates: Sequence[str]) -> bool:
    from rapidfuzz import fuzz

    if len(word) < _SHORTEST_MISSPELT:
        return False
    return any(fuzz.ratio(folded(word), folded(candidate)) >= _MISSPELT for candidate in candidates)
