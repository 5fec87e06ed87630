"""What is asserted: the part of a sentence that is one speaker's, the words without their attribution, the kind of claim; pure."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from summarizer.cues.attribution.attributed import Hit, Span
from summarizer.cues.lines import Line

_INSISTING = frozenset(
    "insist insists insisted reply replies replied stress stresses stressed maintain maintains maintained retorted countered counters swore responded protested".split()
)
_NEGATION = re.compile(r"\b(?:not|never|no|nothing|nobody|none|neither)\b|n[’']t\b", re.IGNORECASE)
_ULTIMATUM = re.compile(r"\b(?:unless|otherwise|or else)\b", re.IGNORECASE)
_WILL = re.compile(r"\b(?:will|would|shall|[’']ll)\b", re.IGNORECASE)
_OWN_WILL = re.compile(
    r"^\W*(?:I|we|it|they|he|she)\s+(?:will|would|shall)\s+(?!have\b|be\s+\w+ed\b)|^\W*(?:I|we)[’']ll\s", re.IGNORECASE
)
_DUTY = re.compile(r"\b(?:should|ought\s+to|must)\b(?!\s+(?:not\s+)?have\b)", re.IGNORECASE)
_CUT_AT = ("but", "while", "whereas", "though", "although", "and", "yet")


def own_clauses(line: Line, hits: Sequence[Hit]) -> list[tuple[int, int] | None]:
    """For each hit the words that are its own, where several speakers share the sentence; None where one has it all."""
    if not hits:
        return []
    cuts = [0, *(_cut(line, one, other) for one, other in itertools.pairwise(hits)), len(line.words)]
    if len(hits) == 1:
        part = _segment(line, hits[0])
        return [part if part != (0, len(line.words) - 1) else None]
    return [_trimmed(line, start, end) for start, end in itertools.pairwise(cuts)]


def _segment(line: Line, hit: Hit) -> tuple[int, int]:
    """The part between semicolons that the hit stands in."""
    marks = [i for i, token in enumerate(line.words[:-1]) if token.word == ";" and not line.quoted[i]]
    start = max((i + 1 for i in marks if i < hit.first), default=0)
    end = min((i for i in marks if i > hit.last), default=len(line.words))
    return _trimmed(line, start, end)


def _cut(line: Line, one: Hit, other: Hit) -> int:
    """Where the second hit's part begins: at a semicolon, a contrast, a relative clause, the last comma between the two."""
    start, end = one.last + 1, max(one.last + 1, min(other.first, other.speaker.first))
    between = range(start, end)
    for wanted in ((";",), _CUT_AT, ("which", "that", "who"), (",", "–", "—"), (":",)):
        at = next((i for i in reversed(between) if line.lower(i) in wanted and not line.quoted[i]), None)
        if at is None:
            continue
        if line.lower(at) in ("which", "that", "who"):
            comma = next((i for i in range(at, start - 1, -1) if line.lower(i) in (",", "–", "—")), None)
            if comma is None:
                continue
            at = comma
        return at + 1 if line.lower(at) in (";", ",", "–", "—", ":") else at
    return end


def _trimmed(line: Line, start: int, end: int) -> tuple[int, int]:
    """Without outer commas, dashes and conjunctions before, and without the full stop after a part of a sentence."""
    last = end - 1
    while start < last and (
        line.lower(start) in (",", ";", "–", "—", "-")
        or (start > 0 and line.lower(start) in ("and", "but", "while", "whereas"))
    ):
        start += 1
    while last > start and (line.lower(last) in (",", ";", "–", "—") or (line.lower(last) == "." and start > 0)):
        last -= 1
    return start, last


def content_of(line: Line, hit: Hit, clause: tuple[int, int] | None) -> Span | None:
    """The offsets of what is asserted, where it stands in one piece beside the attribution."""
    first, last = clause or (0, len(line.words) - 1)
    if hit.side == "right":
        start = _after_complementiser(line, hit.last, last)
        return line.span(start, _before_stop(line, last)) if start is not None and start <= last else None
    if hit.side == "left":
        after = next((i for i in range(hit.last + 1, last + 1) if line.quoted[i] or line.is_finite(i)), None)
        end = min(hit.first, hit.speaker.first) - 1
        while end > first and line.lower(end) in (",", "–", "—"):
            end -= 1
        return line.span(first, end) if after is None and end > first else None
    if hit.first == first:
        start = next((i + 1 for i in range(hit.last, last) if line.lower(i + 1) == ","), None)
        return line.span(start + 1, _before_stop(line, last)) if start is not None and start < last else None
    end = hit.first - 1
    while end > first and line.lower(end) in (",", "–", "—", "("):
        end -= 1
    return line.span(first, end) if hit.last >= last - 2 and end > first else None


def _after_complementiser(line: Line, verb: int, last: int) -> int | None:
    for index in range(verb + 1, min(verb + 14, last + 1)):
        if line.lower(index) in line.classes.complementisers or line.lower(index) == ":":
            return index + 1
        if line.quoted[index]:
            return index
    return verb + 1


def _before_stop(line: Line, last: int) -> int:
    return last - 1 if line.lower(last) in (".", ",", ";") else last


def kind_of(line: Line, hit: Hit, content: Span | None) -> str:
    """The verb's kind, or what the words themselves are: an ultimatum, an own undertaking, a demand, a denial."""
    if line.language != "en" or hit.kind not in ("statement", "demand"):
        return hit.kind
    words = line.text[slice(*(content or line.span(0, len(line.words) - 1)))]
    verb = {line.lower(i) for i in range(hit.first, hit.last + 1)}
    if _ULTIMATUM.search(words) and _WILL.search(words):
        return "threat"
    if hit.kind == "demand":
        return "demand"
    if verb & _INSISTING and _NEGATION.search(words):
        return "denial"
    if _OWN_WILL.match(words) and not _NEGATION.search(words[:30]):
        return "promise"
    return "demand" if _DUTY.search(words) and content else hit.kind
