"""What two words have in common that tell of one thing: their first letters; pure."""

from __future__ import annotations

_LENGTH = 6


def stem(word: str) -> str:
    """The first letters of a word, in lower case."""
    return word.casefold()[:_LENGTH]
