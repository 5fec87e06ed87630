"""A quote's place in the text: exact, else equal but for typography, else close enough and checked word by word."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.grounding.agreement import says_the_same
from summarizer.grounding.typography import fold
from summarizer.schema import Evidence

# Below this similarity a place is not worth comparing word by word; above it nothing is accepted for its score alone.
_PLACE_CUTOFF = 75.0
_SPAN_CUTOFF = 85.0
_MARKS = " \t\r\n\u00a0\u202f\"'“”„‟«»‘’‚‹›…"
_ELLIPSIS = re.compile(r"\.{3,}|…|\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)")
_SENTENCE_END = re.compile(r"(?<![\s.][A-ZА-ЯІЇЄҐ])(?<!\b[A-Z][a-z]\.)[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«„(\[–—-]*[^\W\d_a-zа-яіїєґß-öø-ÿ])|\n\s*\n|\n(?=\s*[-•*])")
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Maj|Capt|Sgt|Gov|Sen|Rep|Rev|Hon|Jr|Sr|vs|No|Nos|Inc|Ltd|Corp|Co|approx|ca|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept?|Oct|Nov|Dec|Nr|Abs|bzw|usw|M|Mme|Sr|Sra|ул|м|р|ст|гр)$"
)


class Span(NamedTuple):
    """Offsets into the text, in code points: `text[start:end]`."""

    start: int
    end: int


def locate(text: str, quote: str, *, within: tuple[int, int] | None = None) -> Span | None:
    """Where `quote` stands in `text` as whole words, or None.

    `within` limits the search to `text[within[0]:within[1]]`. The span is what the text says, not what the quote says:
    the two may differ in typography, and in a slip of copying as long as no number, number word, weekday, month, name,
    negation or other content word differs. A fuzzy match is never longer than one sentence, and a quote that was glued
    from two places is not found.
    """
    area = within or (0, len(text))
    bare = _bare(quote)
    if not any(character.isalnum() for character in bare):
        return None
    for wording in dict.fromkeys((quote.strip(), bare)):
        found = _exact(text, wording, area) or _typographic(text, wording, area)
        if found:
            return found
    return None if _ELLIPSIS.search(bare) else _fuzzy(text, bare, area)


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
    while _splits_a_word(text, start):
        start -= 1
    while _splits_a_word(text, end):
        end += 1
    return Evidence(quote=text[start:end], start=start, end=end)


def sentence_around(text: str, position: int) -> Span:
    """The sentence that holds `position`, by its end marks; abbreviations and initials end none."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATION.search(text, max(0, match.start() - 12), match.start()):
            continue
        if match.end() > position:
            return _stripped(text, start, match.end())
        start = match.end()
    return _stripped(text, start, len(text))


def _stripped(text: str, start: int, end: int) -> Span:
    inner = text[start:end]
    return Span(start + len(inner) - len(inner.lstrip()), end - (len(inner) - len(inner.rstrip())))


def _bare(quote: str) -> str:
    """The quote without outer marks: quotation marks, an ellipsis, a final comma or full stop."""
    bare = quote
    while (stripped := bare.strip(_MARKS).strip(",;:").removeprefix("...").removesuffix("...")) != bare:
        bare = stripped
    return bare.rstrip(".") if bare.count(".") == 1 else bare


def _splits_a_word(text: str, position: int) -> bool:
    """Whether a cut at `position` goes through a word or a number ("1|6", "1,|200", "don|'t")."""
    if not 0 < position < len(text):
        return False
    before, after = text[position - 1], text[position]
    if before.isalnum() and after.isalnum():
        return True
    around = text[max(0, position - 2) : position + 2]
    return bool(re.search(r"\d[.,:]\d|n['’]t", around)) and not (before.isspace() or after.isspace())


def _whole(text: str, start: int, end: int) -> bool:
    return not _splits_a_word(text, start) and not _splits_a_word(text, end)


def _exact(text: str, wording: str, area: tuple[int, int]) -> Span | None:
    start = text.find(wording, *area)
    while start >= 0:
        if _whole(text, start, start + len(wording)):
            return Span(start, start + len(wording))
        start = text.find(wording, start + 1, area[1])
    return None


def _typographic(text: str, wording: str, area: tuple[int, int]) -> Span | None:
    folded, wanted = fold(text), fold(wording).text.strip()
    at = folded.text.find(wanted)
    while at >= 0:
        start, end = folded.span(at, at + len(wanted))
        if area[0] <= start and end <= area[1] and _whole(text, start, end):
            return Span(start, end)
        at = folded.text.find(wanted, at + 1)
    return None


def _fuzzy(text: str, wording: str, area: tuple[int, int]) -> Span | None:
    """The closest passage, if it says the same word by word."""
    from rapidfuzz import fuzz  # deferred: most quotes are found without it

    region, wanted = fold(text[area[0] : area[1]]), fold(wording).text
    if not wanted or len(wanted) > len(region.text):
        return None
    place = fuzz.partial_ratio_alignment(wanted, region.text, score_cutoff=_PLACE_CUTOFF)
    if place is None or place.dest_start == place.dest_end:
        return None
    start, end = (area[0] + offset for offset in region.span(place.dest_start, place.dest_end))
    sentence = sentence_around(text, (start + end) // 2)
    span = _matching_words(text, wording, Span(max(start - 40, sentence.start, area[0]), min(end + 40, sentence.end, area[1])))
    if span is None or fuzz.ratio(fold(text[span.start : span.end]).text, wanted) < _SPAN_CUTOFF:
        return None
    return span if says_the_same(wording, text[span.start : span.end]) else None


def _matching_words(text: str, wording: str, stretch: Span) -> Span | None:
    """From the first to the last word of `stretch` that the quote shares with it, in order."""
    from rapidfuzz.distance import LCSseq

    words = list(re.compile(r"\w+").finditer(text, stretch.start, stretch.end))
    wanted = [fold(word).text for word in re.findall(r"\w+", wording)]
    shared = LCSseq.editops(wanted, [fold(match.group()).text for match in words])
    missing = {op.dest_pos for op in shared if op.tag == "insert"}
    common = [match for index, match in enumerate(words) if index not in missing]
    return Span(common[0].start(), common[-1].end()) if common else None
