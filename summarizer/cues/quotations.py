"""Quotations of a text, those of several sentences or paragraphs included; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from summarizer.document import Document, Sentence

Span = tuple[int, int]

_CLOSERS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", '"': '"', "‘": "’", "'": "'"}
_SINGLE_OPENS = re.compile(r"(?:^|(?<=[\s(\[—–-]))['‘](?=\w)")
_SINGLE_CLOSES = re.compile(r"(?<=[,.!?…])['’](?!\w)|(?<=\w)['’](?=[,.;:!?)]|\s*$)")


@dataclass(frozen=True)
class Quotation:
    """`text[start:end]` with its marks; `goes_on` where its paragraph ends before it is closed."""

    start: int
    end: int
    goes_on: bool

    @property
    def length(self) -> int:
        """In characters, marks included."""
        return self.end - self.start


@lru_cache(maxsize=8)
def quotations(document: Document) -> tuple[Quotation, ...]:
    """All quotations in order; quotations within quotations are part of the outer one."""
    return tuple(
        found for start, end in _paragraphs(document) for found in _within(document.text, start, end, document.language)
    )


def quoted_spans(document: Document, sentence: Sentence) -> list[Span]:
    """The stretches of the sentence that stand in quotation marks."""
    spans = ((max(q.start, sentence.start), min(q.end, sentence.end)) for q in quotations(document))
    return [(start, end) for start, end in spans if start < end]


def quotation_of(document: Document, sentence: Sentence) -> Quotation | None:
    """The quotation that the sentence lies in as a whole or that has most of it, None where it has no quotation."""
    touching = [q for q in quotations(document) if q.start < sentence.end and sentence.start < q.end]
    return max(touching, key=lambda q: min(q.end, sentence.end) - max(q.start, sentence.start), default=None)


def quotation_at(document: Document, offset: int) -> Quotation | None:
    """The quotation that holds the character, None outside any."""
    return next((q for q in quotations(document) if q.start <= offset < q.end), None)


def is_within(offset: int, spans: list[Span]) -> bool:
    """Whether the character lies in one of the spans."""
    return any(start <= offset < end for start, end in spans)


def _paragraphs(document: Document) -> Iterator[Span]:
    sentences = document.sentences
    for first, last in zip(
        [s for s, b in zip(sentences, (None, *sentences), strict=False) if b is None or b.paragraph != s.paragraph],
        [s for s, a in zip(sentences, (*sentences[1:], None), strict=False) if a is None or a.paragraph != s.paragraph],
        strict=True,
    ):
        yield first.start, last.end


def _within(text: str, start: int, end: int, language: str) -> Iterator[Quotation]:
    at = start
    while (opening := _next_opening(text, at, end, language)) is not None:
        closing = _closing(text, opening, end)
        if closing is None:
            if _goes_on(text, opening, end):
                yield Quotation(opening, end, goes_on=True)
            return
        yield Quotation(opening, closing + 1, goes_on=False)
        at = closing + 1


def _next_opening(text: str, at: int, end: int, language: str) -> int | None:
    """The next mark that opens a quotation; a straight or single one only where no word stands right before it."""
    openers = '“„«"»' if language.startswith(("de", "da")) else '“„«"'
    double = next((i for i in range(at, end) if text[i] in openers and (i == at or not text[i - 1].isalnum())), None)
    single = _SINGLE_OPENS.search(text, at, end if double is None else double)
    if single and _closing(text, single.start(), end) is not None:
        return single.start()
    return double


def _closing(text: str, opening: int, end: int) -> int | None:
    mark = text[opening]
    if mark in "'‘":
        match = _SINGLE_CLOSES.search(text, opening + 2, end)
        return match.start() if match and "\n" not in text[opening : match.start()] else None
    return next((i for i in range(opening + 1, end) if text[i] in _CLOSERS[mark]), None)


def _goes_on(text: str, opening: int, end: int) -> bool:
    """Whether a mark without its counterpart opens a quotation that goes on in the next paragraph, or is a slip."""
    following = text[end:].lstrip()[:1]
    return text[opening] in "“„«" or following == text[opening]
