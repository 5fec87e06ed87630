"""Which phrases can tell who did violence, and which of their words name him; pure."""

from __future__ import annotations

from dataclasses import replace

from summarizer.cues.clauses import Span
from summarizer.cues.lines import Line
from summarizer.cues.phrases import Phrase
from summarizer.cues.triggers import attack_words, names_means

_SAYING = frozenset("saying adding stating claiming alleging telling reporting".split())
_NOUNS = frozenset("wing ring king sibling being wedding red breed".split())
NOBODY = frozenset("no nobody none neither any anyone whoever each both another".split())
"""What opens a phrase that tells nobody in particular."""
_MERE_NUMBERS = frozenset("others other half many several some most few all".split())
_MERE_PEOPLE = frozenset("man men woman women boy boys girl girls people youths person teenager teenagers".split())
_LONGEST_RELATIVE = 9
_TELLS_WHOSE = frozenset("of from".split())
_THIRD_PERSONS = frozenset("he she they".split())
_OWNED_BY = frozenset("its their".split())


def span_of(line: Line, phrase: Phrase) -> Span:
    """The offsets of a doer, with what tells which people they are where the noun does not.

    "Men in two skiffs", "men who came out of the forest", but "a suicide bomber | in a mosque".
    """
    if phrase.is_named(line):
        return Span(*phrase.span(line))
    phrase = _without_participles(line, phrase)
    mere = line.lower(phrase.head) in _MERE_PEOPLE
    for at in range(phrase.first + 1, phrase.last + 1):
        relative = line.tag(at) == "relative" or line.lower(at) == "that"
        loose = at > phrase.head and line.tag(at) == "preposition" and line.lower(at) not in _TELLS_WHOSE
        loose = loose and not mere and line.tag(at - 1) != "preposition"
        if loose or (relative and not (mere and phrase.last - at < _LONGEST_RELATIVE)):
            return Span(*line.span(phrase.first, at - 1))
    return Span(*line.span(phrase.first, phrase.last))


def _without_participles(line: Line, phrase: Phrase) -> Phrase:
    """The phrase without a verb of saying before it and a participle behind its noun: "saying | gunmen | numbering"."""
    first, last = phrase.first, phrase.last
    if line.lower(first) in _SAYING and first < last:
        first += 1
    for at in range(first + 1, last + 1):
        if _is_participle(line, at) and _is_somebody(line, Phrase(first, at - 1, at - 1)):
            return Phrase(first, at - 1, at - 1)
    return replace(phrase, first=first)


def _is_participle(line: Line, at: int) -> bool:
    return line.tag(at) in ("word", "verb") and line.lower(at).endswith(("ing", "ed")) and line.lower(at) not in _NOUNS


def may_do(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase is somebody who can do violence: a person, people, a force or a name that is no weapon."""
    first = line.lower(phrase.first)
    if phrase.first == phrase.last and (line.tag(phrase.first) == "pronoun" or first in _OWNED_BY):
        return first in _THIRD_PERSONS or first in _OWNED_BY
    if first in NOBODY or line.tag(phrase.first) == "calendar" or first in _OWNED_BY:
        return False
    return not _is_mere(line, phrase) and _is_somebody(line, phrase)


def _is_mere(line: Line, phrase: Phrase) -> bool:
    """Whether its noun tells only how many, only whom it befell, or only that it was some group."""
    first, head = line.lower(phrase.first), line.lower(phrase.head)
    harmed = attack_words(line.document.language, "harmed_one").fullmatch(head)
    alone = first in ("a", "an") and phrase.head == phrase.last == phrase.first + 1
    return head in NOBODY | _MERE_NUMBERS or bool(harmed) or (alone and line.nouns.kind(head) == "body")


def _is_somebody(line: Line, phrase: Phrase) -> bool:
    """Whether its noun is one for people or a force, or a name, and not what was struck with."""
    language, head = line.document.language, line.lower(phrase.head)
    kind = line.nouns.kind(head, line.lower(phrase.head - 1))
    if line.nouns.kind(head) is None and line.tag(phrase.head) != "name" and names_means(language, head):
        return False  # "fighter jets"
    if kind in ("person", "people"):
        return True
    words = head if line.tag(phrase.head) != "name" else line.quote(phrase.first, phrase.head)
    if names_means(language, words):
        return False
    band = attack_words(language, "assailant").search(head) or attack_words(language, "band").fullmatch(head)
    return bool(band) or line.tag(phrase.head) == "name"
