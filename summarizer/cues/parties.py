"""Who sets a deadline and whom it binds, by the verb that governs its date; pure.

"The court gave Halden until Friday" sets and binds, "was told by the city to" binds its subject, "must" and "has until"
bind theirs, and whoever promises binds himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from summarizer.cues.clauses import Span
from summarizer.cues.expressions import deadline_words
from summarizer.cues.lines import Line, lines_of
from summarizer.cues.phrases import Phrase, phrase_from
from summarizer.cues.subjects import shared_subject, subject_before
from summarizer.document import Document

Parties = tuple[tuple[Span, ...], tuple[Span, ...]]

_LISTS = ("sets", "binds", "pledges")
_TO_WHOM = frozenset("à au aux a al".split())
"""What stands before whom a time is given to outside English."""

_NOBODY = frozenset("no nobody none neither nothing it this that these those there which what who".split())


class _Verb(NamedTuple):
    """A verb that sets, binds or pledges, by the positions of its first word and of the word behind it."""

    kind: str
    first: int
    after: int


def parties(document: Document, number: int, clause: Span, due: Span) -> Parties:
    """(set by, binding on) as spans of noun phrases of the sentence; empty where the wording does not tell."""
    line = lines_of(document)[number - 1]
    at = line.position(due.start)
    verbs = list(_verbs(line, clause))
    before = [verb for verb in verbs if verb.first < at]
    if not before:
        return (), ()
    verb = max(before, key=lambda v: (v.first, v.after))
    if verb.kind == "sets":
        setter, bound = _ordered(line, verb, at)
    else:
        bound = _subject(line, verb.first)
        setter = bound if verb.kind == "pledges" else _orderer(line, verbs, at)
    if bound is None and verb.kind == "sets":
        bound = _listed(line, at, verb)
    return _spans(line, setter), _spans(line, bound)


def _verbs(line: Line, clause: Span) -> Iterator[_Verb]:
    for kind in _LISTS:
        for match in deadline_words(line.document.language, kind).finditer(line.text, line.sentence.start, clause.end):
            first = line.position(match.start())
            if first < len(line.words) and not line.quoted[first]:
                yield _Verb(kind, first, line.position(match.end()))


def _ordered(line: Line, verb: _Verb, due: int) -> tuple[Phrase | None, Phrase | None]:
    """Who gave an order and to whom, in the active or the passive voice."""
    passive = re.compile(rf"{deadline_words(line.document.language, 'passive').pattern}$", re.IGNORECASE)
    stop = line.words[verb.after - 1].end
    if passive.search(line.text[line.sentence.start : stop]) or _is_passive(line, verb):
        by = line.first_of(("by",), range(verb.after, len(line.words)))
        named = _actor(line, by + 1) if by is not None and by + 1 != due and line.tag(by + 1) != "calendar" else None
        return named, _subject(line, verb.first)
    return _subject(line, verb.first), _object(line, verb.after, due)


def _is_passive(line: Line, verb: _Verb) -> bool:
    """Whether a form of "to be" stands before the participle, adverbs between."""
    at = verb.first
    while at < verb.after and line.tag(at) in ("auxiliary", "adverb"):
        at += 1
    before = [line.lower(i) for i in range(max(verb.first - 2, 0), at)]
    return any(word in ("was", "were", "been", "being", "be", "is", "are") for word in before)


def _object(line: Line, at: int, due: int) -> Phrase | None:
    """Whom the order is given to: behind the verb, behind "that" or "for", else behind the date."""
    if line.lower(at) in _TO_WHOM or line.lower(at) in ("that", "of"):
        at += 1
    if found := _actor(line, at):
        return found
    spots = [i + 1 for i in range(at, len(line.words)) if line.lower(i) in ("for", *_TO_WHOM) and not line.quoted[i]]
    return next((found for spot in spots if spot > due and (found := _actor(line, spot))), None)


def _listed(line: Line, due: int, verb: _Verb) -> Phrase | None:
    """Of a list of dates that one verb gives, whoever stands before this one: "and the owner until May"."""
    for first in range(verb.after, due):
        if line.lower(first - 1) in ("and", ",") and (found := _actor(line, first)) and found.last == due - 1:
            return found
    return None


def _orderer(line: Line, verbs: list[_Verb], due: int) -> Phrase | None:
    """Who ordered what somebody must do, told behind it: "must pay by Friday, a judge ordered"."""
    behind = (verb for verb in verbs if verb.first > due and verb.kind in ("sets", "pledges"))
    return next((found for verb in behind if (found := _subject(line, verb.first))), None)


def _subject(line: Line, verb: int) -> Phrase | None:
    phrase = subject_before(line, verb)
    if phrase is None and line.tag(verb - 1) in ("conjunction", "mark"):
        phrase = shared_subject(line, verb)
    return phrase if phrase and _is_somebody(line, phrase) else None


def _actor(line: Line, at: int) -> Phrase | None:
    """The phrase that begins there, cut behind its last noun for people or bodies, None where it has none."""
    phrase = phrase_from(line, at) if at < len(line.words) else None
    if phrase is None:
        return None
    for last in range(phrase.last, phrase.first - 1, -1):
        cut = Phrase(phrase.first, last, min(phrase.head, last), phrase.name)
        if _is_somebody(line, cut) and (line.tag(last) == "name" or line.nouns.knows(line.lower(last))):
            return cut
    return None


def _is_somebody(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase names somebody, or its noun is one for people or bodies."""
    if phrase.is_pronoun(line) or line.lower(phrase.first) in _NOBODY or line.tag(phrase.first) == "calendar":
        return False
    kind = line.nouns.kind(line.lower(phrase.head), line.lower(phrase.head - 1))
    return line.tag(phrase.head) == "name" or phrase.name is not None or kind in ("people", "person", "body")


def _spans(line: Line, phrase: Phrase | None) -> tuple[Span, ...]:
    return (Span(*phrase.span(line)),) if phrase else ()
