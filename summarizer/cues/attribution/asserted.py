"""What is asserted: one speaker's part of a sentence, and the words without their attribution; pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from summarizer.cues.attribution.attributed import Hit, Span
from summarizer.cues.attribution.nesting import opens_beside
from summarizer.cues.lines import Line

_CONTRAST = ("but", "while", "whereas", "though", "although", "and", "yet")
_RELATIVE = ("which", "that", "who")
_COMMAS = (",", "–", "—")
_PARTED_BY = ((";",), _CONTRAST, _RELATIVE, _COMMAS, (":",))
"""Where two speakers' parts of a sentence are cut, the clearest cut first."""
_WITHIN_A_PHRASE = ("determiner", "preposition", "number", "possessive", "conjunction")
_FARTHEST_COMPLEMENTISER = 14


def own_clauses(line: Line, hits: Sequence[Hit]) -> list[tuple[int, int] | None]:
    """For each hit the words that are its own, where several speakers share the sentence; None where one has it all."""
    if len(hits) == 1:
        part = _segment(line, hits[0])
        return [part if part != (0, len(line.words) - 1) else None]
    cuts = [0, *(_cut(line, one, other) for one, other in pairwise(hits)), len(line.words)]
    return [_trimmed(line, start, end) for start, end in pairwise(cuts)] if hits else []


def _segment(line: Line, hit: Hit) -> tuple[int, int]:
    """The part between semicolons that the hit stands in."""
    before = line.first_of((";",), range(hit.first - 1, -1, -1))
    after = line.first_of((";",), range(hit.last + 1, len(line.words) - 1))
    start, end = 0 if before is None else before + 1, len(line.words) if after is None else after
    if hit.side == "around" and line.lower(hit.first - 1) == "," and line.lower(hit.last + 1) == ",":
        start = max((i for i in range(start, hit.first) if _joins_clause(line, i)), default=start)
        end = next((i for i in range(hit.last + 2, end) if _joins_clause(line, i)), end)
    return _trimmed(line, max(start, _opening_of_comment(line, hit)), end)


def _joins_clause(line: Line, at: int) -> bool:
    """Whether a conjunction after a comma begins another part of the sentence."""
    return line.lower(at) in _CONTRAST and line.lower(at - 1) == "," and not line.quoted[at]


def _opening_of_comment(line: Line, hit: Hit) -> int:
    """Where a relative clause begins that comments on what stands before its comma; 0 where the hit is in none."""
    opener = hit.speaker.first - 1
    comment = hit.relative and line.tag(opener) == "relative" and line.lower(opener - 1) in _COMMAS
    return opener if comment and hit.side == "right" else 0


def _cut(line: Line, one: Hit, other: Hit) -> int:
    """Where the second hit's part begins."""
    start = one.last + 1
    end = max(start, min(other.first, other.speaker.first))
    if opens_beside(line, one, other):
        return end
    for wanted in _PARTED_BY:
        at = line.first_of(wanted, reversed(range(start, end)))
        if at is not None and wanted is _RELATIVE:
            at = line.first_of(_COMMAS, range(at, start - 1, -1))
        if at is not None:
            return at if wanted is _CONTRAST else at + 1
    return end


def _trimmed(line: Line, start: int, end: int) -> tuple[int, int]:
    """Without outer commas, dashes and conjunctions before, and without the full stop after a part of a sentence."""
    last, within = end - 1, start > 0
    while start < last and (line.lower(start) in (*_COMMAS, ";", "-") or (within and line.lower(start) in _CONTRAST)):
        start += 1
    while last > start and (line.lower(last) in (*_COMMAS, ";", "after") or (line.lower(last) == "." and within)):
        last -= 1
    return start, last


def content_of(line: Line, hit: Hit, clause: tuple[int, int] | None) -> Span | None:
    """The offsets of what is asserted, where it stands in one piece beside the attribution."""
    first, last = clause or (0, len(line.words) - 1)
    if hit.side == "right":
        return _span_between(line, _after_complementiser(line, hit.last, last), _before_stop(line, last))
    if hit.side == "left":
        goes_on = any(line.quoted[i] or line.is_finite(i) for i in range(hit.last + 1, last + 1))
        return None if goes_on else _span_before(line, first, min(hit.first, hit.speaker.first))
    if hit.first == first:
        comma = line.first_of((",",), range(hit.last + 1, last + 1))
        return _span_between(line, comma + 1, _before_stop(line, last)) if comma is not None else None
    return _span_before(line, first, hit.first) if hit.last >= last - 2 else None


def _span_between(line: Line, first: int, last: int) -> Span | None:
    return line.span(first, last) if first <= last else None


def _span_before(line: Line, first: int, end: int) -> Span | None:
    """The offsets from a word to the last one before `end` that is no comma or bracket."""
    last = end - 1
    while last > first and line.lower(last) in (*_COMMAS, "("):
        last -= 1
    return line.span(first, last) if last > first else None


def _after_complementiser(line: Line, verb: int, last: int) -> int:
    """Where the clause begins that the verb reports: past whom it is said to, when and how."""
    for index in range(verb + 1, min(verb + _FARTHEST_COMPLEMENTISER, last + 1)):
        if line.lower(index) in line.classes.complementisers or line.lower(index) == ":":
            return index + 1
        if line.quoted[index] and line.tag(index - 1) not in _WITHIN_A_PHRASE:
            return index
        if line.is_finite(index) or line.quoted[index]:
            break
    return verb + 1


def _before_stop(line: Line, last: int) -> int:
    return last - 1 if line.lower(last) in (".", ",", ";") else last
