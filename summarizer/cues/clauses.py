"""Where a sentence may be cut so that each part still says something; pure."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from summarizer.cues.vocabulary import pattern

_MAJOR = re.compile(r";\s+|\s[–—-]\s|(?<=[”\"»]),?\s+[–—]\s")
_COMMA = re.compile(r",\s+")
_ANY = re.compile(r"[,;:]\s+|\s[–—-]\s")


class Span(NamedTuple):
    """Half-open offsets into the text of the document."""

    start: int
    end: int


def part_around(text: str, sentence: Span, mark: Span, language: str) -> Span:
    """The part of the sentence that holds `mark`, between semicolons and dashes and without "…, the governor said"."""
    start, end = sentence
    for match in _MAJOR.finditer(text, sentence.start, sentence.end):
        if match.end() <= mark.start:
            start = match.end()
        elif match.start() >= mark.end:
            end = match.start()
            break
    said = _attribution(language).search(text, mark.end, end)
    return trim(text, start, said.start() if said else end)


def comma_part(text: str, sentence: Span, mark: Span) -> Span:
    """The part of the sentence that holds `mark`, between commas, semicolons and dashes."""
    cuts = [
        match for match in _ANY.finditer(text, *sentence) if not (mark.start < match.end() and match.start() < mark.end)
    ]
    start = max((match.end() for match in cuts if match.end() <= mark.start), default=sentence.start)
    end = min((match.start() for match in cuts if match.start() >= mark.end), default=sentence.end)
    return trim(text, start, end)


def divide(text: str, sentence: Span, marks: list[Span], language: str) -> list[Span]:
    """Cut the sentence so that each mark (in order, at least one) has a part of its own, at the strongest cut."""
    cuts = [_cut(text, left.end, right.start, language) for left, right in pairwise(marks)]
    bounds = [sentence.start, *cuts, sentence.end]
    return [trim(text, start, end) for start, end in pairwise(bounds)]


def coordinate_parts(text: str, sentence: Span, language: str) -> list[Span]:
    """The parts of a sentence between semicolons, dashes, colons and the conjunctions that follow a comma."""
    cuts = sorted({match.end() for match in _coordinate(language).finditer(text, sentence.start, sentence.end)})
    parts = [trim(text, start, end) for start, end in pairwise([sentence.start, *cuts, sentence.end])]
    return [part for part in parts if part.end > part.start]


def trim(text: str, start: int, end: int) -> Span:
    """Without outer white space, commas, semicolons and closing dashes."""
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;–—"):
        end -= 1
    return Span(start, end)


def _cut(text: str, after: int, before: int, language: str) -> int:
    """The last place of the strongest kind of cut between two offsets; the second offset where there is none."""
    conjunction = _conjunction(language)
    for kind in (
        _MAJOR,
        re.compile(rf",\s+(?={conjunction}\s)", re.IGNORECASE),
        _COMMA,
        re.compile(rf"\s+(?={conjunction}\s)", re.IGNORECASE),
    ):
        places = [match.end() for match in kind.finditer(text, after, before)]
        if places:
            return places[-1]
    return before


def _conjunction(language: str) -> str:
    return pattern(language, "clauses", "cut_before").pattern


@cache
def _coordinate(language: str) -> re.Pattern[str]:
    joint, meanwhile, apart, said = (
        pattern(language, "clauses", name).pattern for name in ("part_before", "meanwhile", "report_apart", "said")
    )
    reported = rf"\s(?={apart}\s[^,;]{{2,60}}?\s{said}\s+that\s)"
    return re.compile(rf";\s+|\s[–—]\s|(?<=\w):\s+|,\s+(?={joint}\s)|,\s+(?={meanwhile}\s)|{reported}", re.IGNORECASE)


@cache
def _attribution(language: str) -> re.Pattern[str]:
    """A source that ends a sentence, before or behind its verb: ", according to the army", ", the governor said"."""
    first = pattern(language, "clauses", "source_first").pattern
    said = pattern(language, "clauses", "said").pattern
    words = '[^,;“”"]'
    return re.compile(
        rf",\s+(?:{first}\s[^;]{{2,90}}|{words}{{2,70}}\s{said}(?:\s{words}{{0,80}})?|{said}\s[^;“”\"]{{2,90}})[.]?$",
        re.IGNORECASE,
    )
