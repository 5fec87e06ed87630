"""Time expressions in a sentence, with their offsets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from summarizer.dates.cursor import tokenize
from summarizer.dates.scan import scan


class Mention(NamedTuple):
    """A time expression with its governing word: `sentence[start:end] == text`, offsets in code points."""

    text: str
    start: int
    end: int


def find(sentence: str, language: str = "en") -> list[Mention]:
    """The maximal time expressions of a sentence ("by Friday", "within 72 hours"), left to right.

    `language` is a BCP 47 code. English is read by the grammar; of other languages dates, ISO forms and weekdays.
    """
    primary = language.partition("-")[0].lower()
    spans = _english(sentence) if primary == "en" else _foreign(sentence, primary)
    return [Mention(sentence[start:end], start, end) for start, end in spans]


def _foreign(sentence: str, language: str) -> Iterator[tuple[int, int]]:
    from summarizer.dates import foreign

    return foreign.scan(sentence, language)


@lru_cache(maxsize=1024)  # one sentence is looked through for an attack, its victims, a deadline and a claim
def _english(sentence: str) -> tuple[tuple[int, int], ...]:
    tokens = tokenize(sentence)
    return tuple((tokens[first].start, tokens[last - 1].end) for first, last, _ in scan(tokens))
