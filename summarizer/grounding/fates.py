"""Which fate a figure of a sentence tells: the killed or the injured, in nine languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from summarizer.grounding.closed_classes import whole_words
from summarizer.grounding.typography import folded
from summarizer.quantities import find_counts, find_numbers
from summarizer.schema import Count

Fate = Literal["killed", "injured"]
FATES: tuple[Fate, ...] = ("killed", "injured")

_CLAUSE_END = re.compile(r"[;:.!?](?=\s|$)|\s[–—]\s")
_JOINT = re.compile(r",|\b(?:and|or|but|while|und|aber|mais|pero|але|но|et|y|e|і|й|та|и|а|i)\b", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"\b(?:after|when|as|nachdem|als|après|lorsque|después|cuando|після|коли|после|когда)\b", re.IGNORECASE
)
_ALTERNATIVE = re.compile(r"\s*(?:and|or|and/or|und|oder|et|ou|y|o|і|та|чи|и|или)\s*", re.IGNORECASE)


class _Word(NamedTuple):
    start: int
    end: int
    fate: Fate


def fates_of(count: Count, sentence: str, language: str = "en") -> set[Fate]:
    """The fates that `sentence` tells of `count`; empty where it tells none, or does not hold the count."""
    words = sorted(
        _Word(*match.span(), fate) for fate in FATES for match in whole_words("fate", fate).finditer(sentence)
    )
    told: set[Fate] = set()
    for start, end in _places(count, sentence, language):
        told |= _fates_at(start, end, sentence, words, language)
    return told


def _places(count: Count, sentence: str, language: str) -> Iterator[tuple[int, int]]:
    """Where the count stands: by its wording, else by its value."""
    at = folded(sentence).find(folded(count.text))
    if at >= 0 and len(folded(sentence)) == len(sentence):
        yield at, at + len(count.text)
        return
    for mention in find_counts(sentence, language):
        if (mention.count.low, mention.count.high) == (count.low, count.high):
            yield mention.start, mention.end


def _fates_at(start: int, end: int, sentence: str, words: list[_Word], language: str) -> set[Fate]:
    """The fate of the figure at [start:end]: that of the verb before it or of the participle behind it."""
    inside = {word.fate for word in words if start <= word.start < end}
    if inside:
        return inside
    before = next((w for w in reversed(words) if w.end <= start and _reaches(sentence[w.end : start], language)), None)
    after = next((w for w in words if w.start >= end and _reaches(sentence[end : w.start], language)), None)
    if before and after and _SUBORDINATE.search(sentence[end : after.start]):
        after = None  # "the toll rose to 36 after several of the wounded had died"
    elif before and after and _SUBORDINATE.search(sentence[before.end : start]):
        before = None  # "was held for murder after two people were hurt"
    if before and not after and "," in sentence[before.end : start]:
        return set()  # "after two of the wounded had died, the count stood at nineteen"
    chosen = _nearer(sentence, before, after, start, end) if before and after else before or after
    return _with_alternative(sentence, chosen, words) if chosen else set()


def _reaches(gap: str, language: str) -> bool:
    """Whether neither another figure nor the end of a clause lies between a fate and its figure."""
    return not _CLAUSE_END.search(gap) and all(number.ordinal for number in find_numbers(gap, language))


def _nearer(sentence: str, before: _Word, after: _Word, start: int, end: int) -> _Word:
    """Of two fates the one without a conjunction between it and the figure, else the nearer."""
    joined = [bool(_JOINT.search(gap)) for gap in (sentence[before.end : start], sentence[end : after.start])]
    if joined[0] != joined[1]:
        return after if joined[0] else before
    return before if start - before.end <= after.start - end else after


def _with_alternative(sentence: str, chosen: _Word, words: list[_Word]) -> set[Fate]:
    """Both fates of "killed or injured 30"."""
    beside = {
        w.fate for w in words if _ALTERNATIVE.fullmatch(sentence[min(w.end, chosen.end) : max(w.start, chosen.start)])
    }
    return {chosen.fate, *beside}
