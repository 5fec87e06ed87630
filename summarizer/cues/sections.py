"""The items of a digest or bulletin, by datelines in capitals or numbers: none tells another item's events; pure."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

from summarizer.cues.vocabulary import pattern
from summarizer.document import Document

_CAPITAL = r"[^\W\d_a-zà-öø-ÿа-яёіїєґ]"
_DATELINE = re.compile(rf"{_CAPITAL}{{3,}}(?:[-’' ]{_CAPITAL}+|, {_CAPITAL}{{2,}})*(?=[.:]\s|\s[–—-]\s)")
_NUMBER = re.compile(r"(\d{1,2})[.)]\s")
_FEWEST = 3
"""Paragraphs that open so in a text that is made of items."""


@lru_cache(maxsize=8)
def items_of(document: Document) -> dict[int, int]:
    """The item of each paragraph that is in one, by the paragraph's number; text before the first is in none."""
    firsts = [(n, next(sentences)) for n, sentences in groupby(document.sentences, key=lambda s: s.paragraph)]
    opening = {n for n, first in firsts if datelined(document, first.start)}
    if len(opening) < _FEWEST:
        opening = _numbered([(n, _NUMBER.match(document.text, first.start)) for n, first in firsts])
    if len(opening) < _FEWEST:
        return {}
    titled = pattern(document.language, "violence", "section_title")
    found, item = {}, 0
    for n, first in firsts:
        title = re.match(r"[^.:]{1,40}(?=[.:]\s)", document.text[first.start : first.end])
        item = n + 1 if n in opening else 0 if title and titled.fullmatch(title.group()) else item
        if item:
            found[n] = item
    return found


def datelined(document: Document, start: int) -> str:
    """The capitals with which a paragraph opens that begins at `start`: "DAYTON, OHIO"; "" where it does not."""
    match = _DATELINE.match(document.text, start)
    title = match and pattern(document.language, "violence", "section_title").fullmatch(match.group())
    return match.group() if match and not title else ""


def _numbered(marks: list[tuple[int, re.Match[str] | None]]) -> set[int]:
    """The paragraphs that count up from one."""
    found: set[int] = set()
    for n, mark in marks:
        if mark and int(mark.group(1)) == len(found) + 1:
            found.add(n)
    return found
