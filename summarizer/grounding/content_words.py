"""Which words of a text carry content, and stems crude enough to survive inflection."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from summarizer.grounding.closed_classes import languages_of, word_list
from summarizer.grounding.typography import folded

_STEM_LENGTH = 5
_SHORTEST_SHARED = 4
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _function_words() -> frozenset[str]:
    return frozenset(word for tongue in languages_of("function_words") for word in word_list("function_words", tongue))


@lru_cache(maxsize=4096)
def content_stems(text: str) -> tuple[str, ...]:
    """The stems of the words of `text` that are no function words of any language, in order."""
    words = _WORD.findall(folded(text))
    return tuple(word[:_STEM_LENGTH] for word in words if len(word) > 2 and word not in _function_words())


def is_function_word(word: str) -> bool:
    """Whether a word, in any case, only holds a sentence together."""
    return folded(word) in _function_words()


def holds(stems: Iterable[str], stem: str) -> bool:
    """Whether one of `stems` is of the same word as `stem`: "rule" and "ruled" are."""
    return any(stem == other or _nested(stem, other) for other in stems)


def _nested(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST_SHARED and longer.startswith(shorter)
