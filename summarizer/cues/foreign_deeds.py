"""Who did what to whom where English order and English forms do not tell: German clauses, adjectives behind; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.cues.clauses import Span
from summarizer.cues.doer_phrases import may_do, span_of
from summarizer.cues.german_clauses import doer_in_clause, genitive_behind
from summarizer.cues.lines import lines_of
from summarizer.cues.phrases import phrase_from
from summarizer.cues.words import word_classes
from summarizer.document import Document

if TYPE_CHECKING:
    from summarizer.cues.violent_acts import Act

_ARMS_NEAR = 60  # characters before an adjective that may hold the arms
_OFFICIAL = re.compile(r"polizi|polizei|beamte|soldat|kommissar|einsatzkräfte")


def german_doers(document: Document, act: Act, *, main: bool) -> Iterator[Span]:
    """Who does the deed of a German clause, and whose the deed's noun is: "Angriff der Rebellen".

    Police and soldiers do it only where the `main` telling says so: elsewhere they bring the attacker down.
    """
    line = lines_of(document)[act.sentence.number - 1]
    for deed in act.deeds:
        at, last = line.position(deed.start), line.position(deed.end) - 1
        if at > last or line.quoted[at]:
            continue
        phrase = genitive_behind(line, last) if line.words[last].capital else doer_in_clause(line, last)
        down = phrase and not main and _OFFICIAL.search(line.lower(phrase.head))
        if phrase and not down and may_do(line, phrase):
            span = span_of(line, phrase)
            if not any(span.start <= p.start < span.end for p in act.places):
                yield span


def foreign_target(document: Document, opening: re.Match[str], act: Act) -> tuple[Span, ...]:
    """The phrase behind "auf", "contre" and their like; without them the words behind a deed tell whose it was."""
    line = lines_of(document)[act.sentence.number - 1]
    at = line.position(opening.start() + 1)
    phrase = phrase_from(line, at + 1) if line.tag(at) == "preposition" else None
    german = line.language == "de"
    if (
        phrase is None
        or (german and not line.words[phrase.head].capital)
        or line.tag(phrase.head) in ("number", "calendar")
    ):
        return ()
    span = Span(*line.span(phrase.first, phrase.head))
    return () if any(span.start <= place.start < span.end for place in act.places) else (span,)


def is_foreign_noun(document: Document, deed: Span) -> bool:
    """Whether the deed is a noun: by its capital in German, elsewhere by the article or preposition right before it."""
    if document.language.startswith("de"):
        return document.text[deed.start].isupper()
    classes = word_classes(document.language)
    before = document.text[: deed.start].casefold().rstrip(" ")
    word = re.split(r"[\s]", before)[-1]
    elided = word.rpartition("’")[2] == "" or word.rpartition("'")[2] == ""
    return elided or word in classes.determiners | classes.possessives | classes.prepositions


def stands_behind_deed(document: Document, words: Sequence[re.Pattern[str]], at: int) -> bool:
    """Whether the adjective stands right behind the deed or the arms, as in French: "frappes | russes"."""
    if not document.language.startswith(("fr", "es")):
        return False
    behind = document.text[max(0, at - _ARMS_NEAR) : at]
    return any(re.search(rf"(?:{word.pattern})\s+(?:[\w-]+\s+)?$", behind, re.IGNORECASE) for word in words)
