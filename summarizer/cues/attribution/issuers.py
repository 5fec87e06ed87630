"""Whose words a writing has: "its statement said", "a letter from the union", "the ministry’s communiqué"; pure."""

from __future__ import annotations

from summarizer.cues.attribution.fitness import may_speak
from summarizer.cues.lines import Line
from summarizer.cues.phrase_ends import base_start
from summarizer.cues.phrases import Phrase, phrase_from
from summarizer.cues.words import POSSESSIVES

ISSUED = frozenset(
    """statement communiqué communique letter message note email e-mail post memo notice release recording
    video circular text""".split()
)
"""Writings that speak for whoever issued them, unlike a report or a study."""
_WRITTEN = ISSUED | frozenset("report study survey inquiry investigation review analysis poll audit assessment".split())
"""Writings that speak for whoever the text says they are by or from."""
_FROM = frozenset("from by".split())
_ISSUED_BY = frozenset("issued released published signed sent posted put out".split())
_FARTHEST = 6


def issuer_of(line: Line, phrase: Phrase) -> Phrase | None:
    """Whoever issued the writing that a phrase is, None where it is none or does not tell whose it is."""
    at = next((i for i in range(phrase.first, phrase.last + 1) if line.lower(i) in _WRITTEN), None)
    if at is None or line.tag(at) == "name" or any(line.tag(i) == "preposition" for i in range(phrase.first, at)):
        return None
    return _possessor(line, phrase.first, at) or _sender(line, at)


def _possessor(line: Line, first: int, at: int) -> Phrase | None:
    if line.lower(first) in POSSESSIVES:
        return Phrase(first, first, first)
    owner = next((i - 1 for i in range(at - 1, first, -1) if line.tag(i) == "possessive"), None)
    return Phrase(base_start(line, owner), owner, owner) if owner is not None else None


def _sender(line: Line, at: int) -> Phrase | None:
    for index in range(at + 1, min(at + _FARTHEST, len(line.words))):
        if line.lower(index) in _FROM:
            sender = phrase_from(line, index + 1)
            return sender if sender and may_speak(line, sender) else None
        if line.lower(index) not in _ISSUED_BY and line.tag(index) not in ("calendar", "adverb"):
            return None
    return None
