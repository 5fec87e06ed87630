"""Spans of a text: whole words, the sentence around them, and the `Evidence` made of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from summarizer.document import Document, Sentence
from summarizer.schema import Evidence

_NUMBER_OR_CONTRACTION = re.compile(r"\d[.,:]\d|n['’]t")


class Span(NamedTuple):
    """Offsets into the text, in code points: `text[start:end]`."""

    start: int
    end: int


def evidence(text: str, start: int, end: int) -> Evidence:
    """The evidence at `text[start:end]`, without outer white space and widened to whole words.

    Raises:
        ValueError: the span holds nothing but white space.
    """
    start, end = max(start, 0), min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        raise ValueError(f"no word between {start} and {end}")
    while splits_a_word(text, start):
        start -= 1
    while splits_a_word(text, end):
        end += 1
    return Evidence(quote=text[start:end], start=start, end=end)


def splits_a_word(text: str, position: int) -> bool:
    """Whether a cut at `position` goes through a word or a number ("1|6", "1,|200", "don|'t")."""
    if not 0 < position < len(text):
        return False
    before, after = text[position - 1], text[position]
    if before.isspace() or after.isspace():
        return False
    return (before.isalnum() and after.isalnum()) or _NUMBER_OR_CONTRACTION.search(
        text, max(0, position - 2), position + 2
    ) is not None


@lru_cache(maxsize=16)
def document_of(text: str, language: str) -> Document:
    """The sentences of a text, split once however many quotes and items are checked against it."""
    return Document.of(text, language or "und")


def sentence_at(text: str, offset: int, language: str = "") -> Sentence:
    """The sentence that holds `offset`, or the last one that begins before it."""
    sentences = document_of(text, language).sentences
    return next((s for s in reversed(sentences) if s.start <= offset), sentences[0])
