"""Whom a claim is about: the actors that its words name, other than who speaks and who relays it; pure."""

from __future__ import annotations

from collections.abc import Collection

from summarizer.cues import states
from summarizer.cues.referents import Referent, Resolved
from summarizer.document import Document
from summarizer.reading.locating import is_place

Span = tuple[int, int]
MOST = 4
"""Actors that one claim is said to be about; the first that it names."""
_POSSESSIVES = ("’s", "'s", "’", "'")


def about(document: Document, claim: Resolved, speaker: Referent, actors: Collection[Referent]) -> list[Referent]:
    """The actors named in what is asserted, in the order of the text."""
    start, end = _asserted(document, claim)
    others = [actor for actor in actors if actor is not speaker and actor is not claim.via]
    named = [(span, actor) for actor in others for span in actor.mentions_from(start, end) if span[1] <= end]
    said = [(span, actor) for span, actor in named if _is_somebody(document.text, span, actor)]
    whole = [(span, actor) for span, actor in said if not any(_holds(other, span) for other, _ in named)]
    return list(dict.fromkeys(actor for _, actor in sorted(whole, key=lambda pair: pair[0])))[:MOST]


def _asserted(document: Document, claim: Resolved) -> Span:
    attribution = claim.attribution
    sentence = document.sentences[attribution.sentence - 1]
    return attribution.content or attribution.clause or (sentence.start, sentence.end)


def _is_somebody(text: str, span: Span, actor: Referent) -> bool:
    """Whether a mention names the actor, and not the place of that name: "in Norrland", "Norrland’s Vik region"."""
    if actor.common or text[slice(*span)].islower():
        return False
    if not any(states.state_of(form) for form in actor.forms):
        return True
    before = next(reversed(text[max(0, span[0] - 20) : span[0]].split()), "")
    after = text[span[1] :]
    possessed = next((after[len(mark) :].lstrip() for mark in _POSSESSIVES if after.startswith(mark)), "")
    return not is_place(before) and not possessed[:1].isupper()


def _holds(outer: Span, inner: Span) -> bool:
    """Whether one mention is part of a longer one: "Norrland" in "Bank of Norrland"."""
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]
