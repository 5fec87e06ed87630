"""What the finders of attributions hand on: a hit in a line, and the attribution made of it; pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.cues.lines import Line
from summarizer.cues.phrases import Phrase
from summarizer.cues.words import POSSESSIVES, PRONOUNS

Span = tuple[int, int]

SURE, LIKELY, WEAK, NONE = 4.0, 2.0, 0.0, -4.0
"""Prior log-odds of a sentence: a plain attribution, a quotation without one, a weak verb, no cue."""

_SUBJECT_OF = {"male": "he", "female": "she", "body": "it", "many": "they", "any": "they", "person": "i"}


@dataclass(frozen=True)
class Attribution:
    """One sentence attributed to somebody.

    `speaker` is the span of his name, noun phrase or pronoun, None where the sentence goes on from another one;
    `pronoun` is set where that span is one. `clause` is the part of the sentence that is this speaker's where others
    speak in it too, `content` what is asserted, without the words of attribution, where it stands in one piece. `via`
    is who relays it, `said` the day on which it was said; `follows` is set where what is asserted stands before the
    speaker or around him.
    """

    sentence: int
    speaker: Span | None
    kind: str
    direct: bool
    prior: float
    pronoun: str | None = None
    clause: Span | None = None
    content: Span | None = None
    via: Span | None = None
    said: Span | None = None
    follows: bool = False


@dataclass(frozen=True)
class Hit:
    """An attribution in a line, by positions of words: the verb or wording from `first` to `last`, and whose it is.

    `side` tells where the words that are attributed stand: right of it, left of it, or around it.
    """

    first: int
    last: int
    speaker: Phrase
    kind: str
    prior: float
    side: Literal["right", "left", "around"]
    via: Phrase | None = None
    relative: bool = False


def speaker_of(line: Line, phrase: Phrase) -> tuple[Span, str | None]:
    """The span of whoever speaks and, where that is a pronoun, the pronoun as a subject ("his" gives "he")."""
    span = phrase.span(line)
    if phrase.name or phrase.first != phrase.last or line.name_at(phrase.head):
        return span, None
    lower = line.lower(phrase.head)
    if line.tag(phrase.head) == "determiner" and lower in POSSESSIVES:
        return span, _SUBJECT_OF.get(POSSESSIVES[lower])
    return span, lower if line.tag(phrase.head) == "pronoun" and lower in PRONOUNS else None
