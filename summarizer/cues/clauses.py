"""Where a sentence may be cut so that each part still says something; pure."""

from __future__ import annotations

import re
from typing import NamedTuple

_MAJOR = re.compile(r";\s+|\s[–—-]\s|(?<=[”\"»]),?\s+[–—]\s")
_ATTRIBUTION = re.compile(
    r",\s+(?:(?:according to|in the words of|selon|laut|nach Angaben|según|за словами|за даними|по словам|по данным)\s[^;]{2,90}"
    r"|[^,;“”\"]{2,70}\s(?:said|says|say|told|announced|announces|reported|reports|added|adds|wrote|confirmed|disclosed|maintains|insists)(?:\s[^,;“”\"]{0,80})?"
    r"|(?:said|says)\s[^;“”\"]{2,90}|(?:sagte|teilte|erklärte|a annoncé|a déclaré|ha dicho|dijo|informó|повідоми|сообщи)[^;]{2,120})[.]?$"
)
_CUTS = (
    re.compile(r";\s+|\s[–—]\s"),
    re.compile(r",\s+(?=(?:and|but|while|whereas|or|und|aber|während|et|mais|tandis que|y|pero|mientras|і|й|та|але|а|и|но)\s)", re.IGNORECASE),
    re.compile(r",\s+"),
    re.compile(r"\s+(?=(?:and|but|while|und|aber|et|mais|y|pero|і|та|але|и|но)\s)", re.IGNORECASE),
)
_COORDINATE = re.compile(
    r";\s+|\s[–—]\s|(?<=\w):\s+"
    r"|,\s+(?=(?:and|but|while|whereas|when|und|aber|während|als|et|mais|tandis que|y|pero|mientras|і|й|та|але|а|и|но)\s)",
    re.IGNORECASE,
)


class Span(NamedTuple):
    """Half-open offsets into the text of the document."""

    start: int
    end: int


def part_around(text: str, sentence: Span, first: int, last: int) -> Span:
    """The part of the sentence between semicolons, dashes and colons that holds `text[first:last]`."""
    start, end = sentence
    for match in _MAJOR.finditer(text, sentence.start, sentence.end):
        if match.end() <= first:
            start = match.end()
        elif match.start() >= last:
            end = match.start()
            break
    said = _ATTRIBUTION.search(text, last, end)
    return trim(text, start, said.start() if said else end)


def divide(text: str, span: Span, marks: list[Span]) -> list[Span]:
    """Cut `span` so that each mark (in order, at least one) has a part of its own, at the strongest cut between two."""
    starts = [span.start]
    for left, right in zip(marks, marks[1:], strict=False):
        starts.append(_cut(text, left.end, right.start))
    ends = [*starts[1:], span.end]
    return [trim(text, start, end) for start, end in zip(starts, ends, strict=True)]


def _cut(text: str, after: int, before: int) -> int:
    """The last place of the strongest kind of cut between two offsets; the second offset where there is none."""
    for kind in _CUTS:
        places = [match.end() for match in kind.finditer(text, after, before) if match.start() >= after]
        if places:
            return places[-1]
    return before


def trim(text: str, start: int, end: int) -> Span:
    """Without outer white space, commas and semicolons."""
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;–—"):
        end -= 1
    return Span(start, end)


def coordinate_parts(text: str, sentence: Span) -> list[Span]:
    """The parts of a sentence between semicolons, dashes and coordinating or temporal conjunctions after a comma."""
    cuts = sorted({m.end() for m in _COORDINATE.finditer(text, sentence.start, sentence.end)})
    bounds = [sentence.start, *cuts, sentence.end]
    return [part for start, end in zip(bounds, bounds[1:], strict=False) if (part := trim(text, start, end)).end > part.start]
