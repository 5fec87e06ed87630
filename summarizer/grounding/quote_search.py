"""A quote's place in the text: exact, else equal but for typography, else close enough and the same word by word."""

from __future__ import annotations

import re

from summarizer.grounding.passages import Span, sentence_at, splits_a_word
from summarizer.grounding.slips import only_slips
from summarizer.grounding.typography import fold, folded

# Below the first similarity a place is not worth comparing; above the second nothing is accepted for its score alone.
_PLACE_CUTOFF = 75.0
_SPAN_CUTOFF = 85.0
_MARGIN = 40
_WORD = re.compile(r"\w+")
_MARKS = " \t\r\n\u00a0\u202f\"'“”„‟«»‘’‚‹›…,;:"
_ELLIPSIS = re.compile(r"\.{3,}|…")


def locate(text: str, quote: str, *, within: tuple[int, int] | None = None) -> Span | None:
    """Where `quote` stands in `text` as whole words, or None.

    `within` limits the search to `text[within[0]:within[1]]`. The span is what the text says, not what the quote says:
    the two may differ in typography, and in a slip of copying as long as no number, number word, weekday, month, name,
    negation or other content word differs. A fuzzy match is never longer than one sentence, and a quote that was glued
    from two places is not found.
    """
    area = Span(*within) if within else Span(0, len(text))
    bare = _bare(quote)
    if not any(map(str.isalnum, bare)):
        return None
    for wording in dict.fromkeys((quote.strip(), bare)):
        found = _exact(text, wording, area) or _typographic(text, wording, area)
        if found:
            return found
    return None if _ELLIPSIS.search(bare) else _fuzzy(text, bare, area)


def _bare(quote: str) -> str:
    """The quote without outer quotation marks and ellipses, a final comma or the sentence's full stop."""
    bare = quote.strip(_MARKS)
    while bare.startswith("...") or bare.endswith("..."):
        bare = bare.removeprefix("...").removesuffix("...").strip(_MARKS)
    return bare[:-1].rstrip(_MARKS) if bare.endswith(".") and bare.count(".") == 1 else bare


def _whole(text: str, span: Span) -> bool:
    return not splits_a_word(text, span.start) and not splits_a_word(text, span.end)


def _exact(text: str, wording: str, area: Span) -> Span | None:
    start = text.find(wording, *area)
    while start >= 0:
        span = Span(start, start + len(wording))
        if _whole(text, span):
            return span
        start = text.find(wording, start + 1, area.end)
    return None


def _typographic(text: str, wording: str, area: Span) -> Span | None:
    whole, wanted = fold(text), folded(wording).strip()
    at = whole.text.find(wanted)
    while at >= 0:
        span = Span(*whole.span(at, at + len(wanted)))
        if area.start <= span.start and span.end <= area.end and _whole(text, span):
            return span
        at = whole.text.find(wanted, at + 1)
    return None


def _fuzzy(text: str, wording: str, area: Span) -> Span | None:
    """The closest passage, if every difference from it is a slip of copying."""
    from rapidfuzz import fuzz  # late: most quotes are found without it

    region, wanted = fold(text[area.start : area.end]), folded(wording)
    if len(wanted) > len(region.text):
        return None
    place = fuzz.partial_ratio_alignment(wanted, region.text, score_cutoff=_PLACE_CUTOFF)
    if place is None or place.dest_start == place.dest_end:
        return None
    start, end = (area.start + offset for offset in region.span(place.dest_start, place.dest_end))
    sentence = sentence_at(text, (start + end) // 2)
    stretch = Span(max(start - _MARGIN, sentence.start, area.start), min(end + _MARGIN, sentence.end, area.end))
    span = _aligned(text, wording, stretch)
    if span is None or not _whole(text, span) or fuzz.ratio(folded(text[span.start : span.end]), wanted) < _SPAN_CUTOFF:
        return None
    return span if only_slips(wording, text[span.start : span.end]) else None


def _aligned(text: str, wording: str, stretch: Span) -> Span | None:
    """The words of `stretch` that face the words of the quote, its first and its last included."""
    from rapidfuzz.distance import LCSseq

    words = list(_WORD.finditer(text, stretch.start, stretch.end))
    wanted = [folded(word) for word in _WORD.findall(wording)]
    shared = [b for b in LCSseq.opcodes(wanted, [folded(w.group()) for w in words]) if b.tag == "equal"]
    if not shared:
        return None
    first = max(0, shared[0].dest_start - shared[0].src_start)
    last = min(len(words), shared[-1].dest_end + len(wanted) - shared[-1].src_end) - 1
    return Span(words[first].start(), words[last].end())
