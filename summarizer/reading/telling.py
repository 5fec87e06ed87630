"""Which other sentences an attack's evidence needs beside its main one: those of toll, day and place; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer import grounding
from summarizer.cues.backdrop import Backdrop
from summarizer.cues.places import find_places, whereabouts
from summarizer.document import Document

if TYPE_CHECKING:
    from summarizer.cues.violence import AttackCue

_WIDE = re.compile(r"\s+(?i:states?|provinces?|regions?|governorate|oblast|county|department|prefecture|island)\b")
"""Behind a name: it is a region in which towns lie."""


def further_sentences(document: Document, cue: AttackCue) -> list[int]:
    """The sentences beside the main one that become evidence: those of toll, day and place."""
    tolls = [t.sentence for t in (cue.killed, cue.injured) if t]
    told = list(dict.fromkeys(n for n in (*tolls, cue.dated) if n and n != cue.sentences[0]))
    return [*told, *(n for n in _placed(document, cue, told) if n not in told)]


def _placed(document: Document, cue: AttackCue, told: Sequence[int]) -> list[int]:
    """The sentence that names the place where the others tell a wider one: "in a village in Ruman. The raid on Osk"."""
    place = next(iter(cue.places), None)
    sentence = document.sentence_at(place[0]) if place else None
    if place is None or sentence is None or sentence.number not in cue.sentences[1:]:
        return []
    places = find_places(Backdrop(document, None), cue.clause)
    own = whereabouts(document, [place for place in places if not _WIDE.match(document.text, place.end)])
    if own.town or own.region:
        return []  # of another town it may tell another attack
    text, language = document.text, document.language
    spans = [(s.start, s.end) for n in told if (s := document.sentence(n))]
    pieces = [grounding.evidence(text, *span) for span in (tuple(cue.clause), *spans)]
    refused = all(grounding.check_place(text[slice(*place)], piece, text, language) for piece in pieces)
    return [sentence.number] if refused else []
