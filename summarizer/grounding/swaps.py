"""Swaps of what does stand in the text: another place, the injured for the killed.

The cues of the evidence decide. Where they tell nothing, nothing is refused.
"""

from __future__ import annotations

import re
from functools import cache

from summarizer.cues.backdrop import Backdrop
from summarizer.cues.clauses import Span as Stretch
from summarizer.cues.places import find_places
from summarizer.grounding.closed_classes import alternatives, word_list
from summarizer.grounding.fates import fates_of
from summarizer.grounding.guard import Refusal
from summarizer.grounding.passages import document_of, sentence_at
from summarizer.grounding.proper_names import INFLECTED, is_form_of
from summarizer.grounding.typography import folded
from summarizer.quantities import find_calendar_words, primary
from summarizer.schema import Count, Evidence, FigureKind

_CAPITALISED = r"[^\W\d_a-zß-öø-ÿа-яіїєґё][\w’'-]+"


def check_count(kind: FigureKind, count: Count, evidence: Evidence, text: str, language: str = "en") -> Refusal | None:
    """Why `count` is no figure of `kind` in its evidence, or None.

    Refused where the evidence, or else its sentence, tells this figure as the injured and not the killed, or the
    reverse. The other kinds may rightly overlap with these two: hostages are both captured and injured.
    """
    sentence = sentence_at(text, evidence.start, language)
    told = fates_of(count, evidence.quote, language) or fates_of(count, text[sentence.start : sentence.end], language)
    if not told or kind not in {"killed", "injured"} or kind in told:
        return None
    return Refusal("figure", f"the evidence tells {count.text!r} as {' and '.join(told)}, not as {kind}")


def check_place(place: str, evidence: Evidence, text: str, language: str = "en") -> Refusal | None:
    """Why the evidence does not lie in `place`, or None.

    Refused where the evidence tells other places and not this one, or this one only as somebody's origin.
    """
    told = _told_places(evidence, text, language)
    others = [other for other in told if not _is_same(place, other, language)]
    if not others:
        return None
    if _is_origin(place, evidence):
        return Refusal("other", f"{place!r} is where somebody comes from, not where it happened")
    if len(others) < len(told) or _is_located(place, evidence):
        return None
    return Refusal("other", f"the evidence tells of {', '.join(others)}, not of {place!r}")


def _told_places(evidence: Evidence, text: str, language: str) -> list[str]:
    """What the evidence tells as a place: by the cues, and any name right behind a preposition of place."""
    cued = find_places(Backdrop(document_of(text, language), None), Stretch(evidence.start, evidence.end))
    named = _name_behind_preposition().finditer(evidence.quote)
    found = [text[span.start : span.end] for span in cued] + [match["name"] for match in named]
    return [place for place in dict.fromkeys(found) if not find_calendar_words(f"{place}.", language)]


@cache
def _name_behind_preposition() -> re.Pattern[str]:
    prepositions = alternatives(word_list("place", "prepositions"))
    return re.compile(rf"\b(?i:{prepositions})\s+(?:the\s+)?(?P<name>{_CAPITALISED}(?:\s+{_CAPITALISED})*)")


@cache
def _origin() -> re.Pattern[str]:
    """What leads up to a name that tells where somebody comes from: "from", "from Karvina and"."""
    return re.compile(
        rf"\b{alternatives(word_list('place', 'origin'))}\s+(?:the\s+)?(?:{_CAPITALISED}\s+\w{{1,3}}\s+)?$"
    )


def _is_same(place: str, other: str, language: str) -> bool:
    ours, theirs = folded(place), folded(other)
    return ours in theirs or theirs in ours or is_form_of(ours, theirs, inflected=primary(language) in INFLECTED)


def _is_located(place: str, evidence: Evidence) -> bool:
    """Whether the place stands behind a preposition of place, a few words between ("in Yangon’s Hlaing district")."""
    prepositions = alternatives(word_list("place", "prepositions"))
    wording = rf"\b{prepositions}\s+(?:[\w'-]+\s+){{0,4}}?{re.escape(folded(place))}"
    return re.search(wording, folded(evidence.quote)) is not None


def _is_origin(place: str, evidence: Evidence) -> bool:
    at = evidence.quote.find(place)
    return at > 0 and evidence.quote.count(place) == 1 and _origin().search(evidence.quote, 0, at) is not None
