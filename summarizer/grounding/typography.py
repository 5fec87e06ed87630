"""Text folded for comparison, with a map back: what differs only in typography becomes equal, every offset is kept.

Folded away are case, kinds of quotation marks, dashes and spaces, runs of white space, the spaces that French sets
inside guillemets and before "!?;:", the spelling of an ellipsis, soft hyphens and zero-width characters, and the normal
form (composed or decomposed).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# Single and double marks fold together: whoever copies into JSON swaps them, and an apostrophe is never doubled.
_QUOTES = dict.fromkeys(map(ord, '“”„‟«»″＂"‘’‚‛‹›′ʼ`´＇'), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
_FOLDED = _QUOTES | _DASHES | {ord("…"): "..."}
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
_UNIT = re.compile(
    r"(?P<mark>«\s*|\s*»)"
    rf"|(?P<nothing>[{_INVISIBLE}]|[\u00a0\u202f](?=[!?;:]))"
    r"|(?P<space>\s+)"
    r"|\S[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f]*"
)
_SPACES = re.compile(r"\s+")


class Folded(NamedTuple):
    """`text` is folded; its character i comes from `original[starts[i]:ends[i]]`."""

    text: str
    starts: list[int]
    ends: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original offsets of the folded slice [start:end], which must not be empty."""
        return self.starts[start], self.ends[end - 1]


@lru_cache(maxsize=16)
def fold(text: str) -> Folded:
    """Fold `text` unit by unit; cached, since one article is searched for many quotes."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for unit in _UNIT.finditer(text):
        piece = _fold_unit(unit)
        pieces.append(piece)
        starts.extend([unit.start()] * len(piece))
        ends.extend([unit.end()] * len(piece))
    return Folded("".join(pieces), starts, ends)


@lru_cache(maxsize=8192)
def folded(wording: str) -> str:
    """`fold(wording).text`, for words and phrases that need no map back."""
    if wording.isascii():
        return _SPACES.sub(" ", wording.translate(_QUOTES).lower())
    return "".join(map(_fold_unit, _UNIT.finditer(wording)))


def _fold_unit(unit: re.Match[str]) -> str:
    if unit["nothing"]:
        return ""
    if unit["space"]:
        return " "
    if unit["mark"]:
        return "'"
    return unicodedata.normalize("NFC", unit.group()).translate(_FOLDED).casefold()
