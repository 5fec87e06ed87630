"""Who a phrase of a deadline's sentence stands for: subjects, objects, and what is joined to them; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.cues.clauses import Span
from summarizer.cues.coordination import joined_after, joined_before
from summarizer.cues.lines import CONTENT, Line
from summarizer.cues.phrase_ends import base_start, phrase_ending
from summarizer.cues.phrases import Phrase, phrase_from
from summarizer.cues.subjects import over_adverbs, shared_subject, subject_before
from summarizer.cues.vocabulary import deadline_words
from summarizer.cues.words import POSSESSIVES, PRONOUNS

Bearers = tuple[Phrase, ...]

TO_WHOM = frozenset("à au aux a al".split())
"""What stands before whom a time is given to outside English."""
_NOBODY = frozenset("no nobody none neither nothing that this those there which what who".split())
_MEANT = frozenset({"male", "female", "person", "body", "many", "any"})
_FIRST_AND_SECOND = frozenset("i we you me us".split())
_RELATIVE = frozenset("who whom whose which that".split())
_OPENING_A_CLAUSE = frozenset("conjunction mark".split())
_SUBORDINATING = frozenset("that if unless whether".split())


def subject(line: Line, verb: int) -> Bearers:
    """Who does what the verb says, with whoever is joined to the left; empty where nobody stands there."""
    phrase = subject_before(line, verb)
    if phrase is None and line.tag(verb - 1) in _OPENING_A_CLAUSE:
        phrase = _subject_of_verb_before(line, verb) or shared_subject(line, verb)
    if phrase is None:
        phrase = _before_complements(line, verb)
    if phrase is None or not is_somebody(line, phrase):
        return ()
    others = [other for other in joined_before(line, phrase) if is_somebody(line, other)]
    return (*reversed(others), _without_relative(line, phrase))


def _before_complements(line: Line, verb: int) -> Phrase | None:
    """The noun that opens the subject, over complements of any preposition: "agencies without a budget must"."""
    last = over_adverbs(line, verb - 1)
    while last >= 0 and line.tag(last) in CONTENT:
        start = base_start(line, last)
        if start < 2 or line.tag(start - 1) != "preposition":
            phrase = phrase_ending(line, last)
            return replace(phrase, last=over_adverbs(line, verb - 1)) if phrase else None
        last = start - 2
    return None


def _subject_of_verb_before(line: Line, verb: int) -> Phrase | None:
    """The subject of the verb that "and" joins this one to: "that the clerk had been told and must answer"."""
    if line.lower(verb - 1) != "and":
        return None
    for index in range(verb - 2, 0, -1):
        if line.tag(index) == "mark" and line.lower(index) != ",":
            return None
        if line.is_finite(index) and not line.quoted[index]:
            phrase = subject_before(line, index)
            if phrase and line.lower(phrase.first - 1) in _SUBORDINATING:
                return phrase
    return None


def at(line: Line, position: int, *, until: int | None = None, told_to_act: bool = False) -> Bearers:
    """Who begins there, cut behind the last noun for people or bodies; whoever is told to act is somebody.

    `until`: the word at which the due date begins, which is no part of anybody.
    """
    phrase = _phrase(line, position)
    if phrase is None or line.lower(phrase.first) in _NOBODY:
        return ()
    timed = until is not None and phrase.first < until <= phrase.last
    if until is not None and timed:
        phrase = Phrase(phrase.first, until - 1, min(phrase.head, until - 1))
    infinitive = line.lower(phrase.last + 1) == "to" and line.tag(phrase.last + 2) in ("word", "verb", "auxiliary")
    acts = timed or phrase.last + 1 == until or infinitive
    if told_to_act and acts and not phrase.is_pronoun(line) and line.tag(phrase.head) in ("word", "name"):
        return (phrase,)
    for last in range(phrase.last, phrase.first - 1, -1):
        cut = Phrase(phrase.first, last, min(phrase.head, last), phrase.name)
        known = line.tag(last) in ("name", "pronoun") or line.nouns.knows(line.lower(last))
        if known and is_somebody(line, cut):
            after = joined_after(line, cut)
            return (cut, after) if after and is_somebody(line, after) else (cut,)
    return ()


def _phrase(line: Line, position: int) -> Phrase | None:
    """The noun phrase that begins there, whose determiner may be a possessive: "her family"."""
    if position >= len(line.words):
        return None
    phrase = phrase_from(line, position)
    if line.lower(position) not in POSSESSIVES or line.tag(position + 1) not in ("word", "name"):
        return phrase
    owned = phrase_from(line, position + 1)
    return replace(owned, first=position) if owned else phrase


def ending(line: Line, last: int) -> Bearers:
    """Who ends there."""
    phrase = phrase_ending(line, last)
    return (phrase,) if phrase and is_somebody(line, phrase) else ()


def is_somebody(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase names somebody, is a pronoun for one, or its noun is one for people or bodies."""
    if phrase.is_pronoun(line):
        word = line.lower(phrase.first)
        return PRONOUNS.get(word) in _MEANT and word not in _FIRST_AND_SECOND
    if line.lower(phrase.first) in _NOBODY or line.tag(phrase.first) == "calendar":
        return False
    if deadline_words(line.document.language, "binding_thing").fullmatch(line.lower(phrase.head)):
        return False  # an agreement binds, and is nobody
    kind = line.nouns.kind(line.lower(phrase.head), line.lower(phrase.head - 1))
    return line.tag(phrase.head) == "name" or phrase.name is not None or kind in ("people", "person", "body")


def spans(line: Line, bearers: Sequence[Phrase]) -> tuple[Span, ...]:
    """Their offsets in the document's text."""
    return tuple(Span(*phrase.span(line)) for phrase in bearers)


def _without_relative(line: Line, phrase: Phrase) -> Phrase:
    """The phrase before a relative clause: "separatists who held them" are separatists."""
    for position in range(phrase.head + 1, phrase.last + 1):
        if line.tag(position) == "relative" or line.lower(position) in _RELATIVE:
            return Phrase(phrase.first, position - 1, phrase.head, phrase.name)
    return phrase
