"""Actors without a name: "two passengers", "the ministry", "an investigating judge", where they act or suffer; pure.

A noun for people makes an actor where it is a clause's subject, follows a number, or is what somebody does something to.
Elsewhere, and within quotation marks, it is scenery.
"""

from __future__ import annotations

from summarizer.cues.lines import CONTENT, Line, lines_of
from summarizer.cues.names import Name
from summarizer.cues.nouns import nouns
from summarizer.cues.phrases import Phrase, base_start, phrase_from
from summarizer.document import Document

Span = tuple[int, int]

_ACTED_ON = frozenset(
    """killed killing wounded wounding injured injuring hurt shot stabbed kidnapped abducted seized captured detained arrested freed released
    ordered gave given urged asked warned accused attacked ambushed beat evacuated rescued saved displaced sued by against threatened jailed sacked
    dismissed blamed criticised thanked rescue treat treated hit burned""".split()
)
_LISTENING = frozenset("told tells tell telling informed informs".split())
_BARE = frozenset("police parliament congress staff troops personnel civil prosecutors crew rescuers".split())
_INDEFINITE = frozenset("a an the another his her its their this that these those our my both two one".split())
_FIGURES = frozenset(
    "dead wounded injured missing hurt killed half many several some hundreds dozens thousands scores".split()
)
_BOUNDS = frozenset("least most about nearly almost around than".split())
_NOBODY = frozenset("no nobody none neither".split())
_OPENING = frozenset("mark conjunction subordinator relative adverb calendar".split())


def find_groups(document: Document, names: list[Name]) -> list[tuple[Span, str]]:
    """Noun phrases of unnamed actors with their noun's class: "people", "person" or "body"."""
    found: dict[Span, str] = {}
    for line in lines_of(document):
        covered = -1
        for at in range(len(line.words)):
            if at <= covered or (group := _group(line, at)) is None:
                continue
            phrase, kind = group
            found[phrase.span(line) if phrase.name is None else line.span(phrase.first, phrase.last)] = kind
            covered = phrase.last
    return list(found.items())


def _group(line: Line, head: int) -> tuple[Phrase, str] | None:
    """The phrase whose head is the word, with its class, None where it is no head or does nothing."""
    kind = nouns(line.language).kind(line.lower(head), line.lower(head - 1))
    if (
        kind in (None, "document")
        or line.quoted[head]
        or line.tag(head) not in ("word", "verb", "determiner", "number")
        or not _is_head(line, head)
    ):
        return None
    assert kind is not None
    first = _start(line, head)
    phrase = _whole(line, first, head)
    if line.lower(first) in _NOBODY or not _is_told(line, phrase, kind):
        return None
    return phrase, kind


def _is_head(line: Line, head: int) -> bool:
    """Whether no noun follows that the word only modifies, and the word is part of no name and no name's role."""
    if line.name_at(head) or line.tag(head + 1) in ("possessive", "number", "name"):
        return False
    if line.tag(head + 1) == "word" and not line.is_finite(head + 1) and _modifies(line, head):
        return False
    standing_alone = line.lower(head + 1) in ("of", "who") or line.tag(head + 1) in ("auxiliary", "modal", "verb")
    return standing_alone or line.tag(head) not in ("determiner", "number")


def _modifies(line: Line, head: int) -> bool:
    """Whether the next word is a noun that the word belongs to: "police | chief", "army | escort"; an adverb or verb is none."""
    following = line.lower(head + 1)
    if following.endswith(("ing", "ed")):
        return False
    plural = nouns(line.language).kind(line.lower(head)) == "people" and line.lower(head) not in (
        "police",
        "staff",
        "crew",
        "people",
    )
    return not plural and line.tag(head + 2) != "determiner"


def _start(line: Line, head: int) -> int:
    """The first word of the phrase, without verbs and bounds that a chunk takes along ("killing at least 22 people")."""
    first = base_start(line, head)
    while first < head and line.lower(first) in _BOUNDS:
        first += 1
    for at in range(first, head):
        word = line.lower(at)
        if (word in _ACTED_ON and line.tag(at - 1) != "determiner") or (
            line.tag(at) == "verb" and at < head and line.tag(first) != "determiner"
        ):
            first = at + 1
    return first


def _whole(line: Line, first: int, head: int) -> Phrase:
    """The phrase with its complement: "people in the Borj quarter", "a man of 70", "one of her advisers"."""
    grown = phrase_from(line, first)
    if grown is None or grown.last < head:
        return Phrase(first, head, head)
    if grown.last > head and line.tag(head + 1) in CONTENT:
        return Phrase(first, head, head)
    return Phrase(first, grown.last, head)


def _is_told(line: Line, phrase: Phrase, kind: str) -> bool:
    """Whether the phrase is an actor: a subject, a counted group, or somebody to whom something is done."""
    counted = line.lower(phrase.head) not in _FIGURES and any(
        line.tag(i) == "number" for i in range(phrase.first, phrase.head)
    )
    before = line.lower(phrase.first - 1)
    if before in _LISTENING:
        return False
    if (
        kind != "people"
        and line.lower(phrase.first) not in _INDEFINITE | line.classes.determiners
        and line.lower(phrase.head) not in _BARE
    ):
        return any(line.tag(i) in ("possessive", "name") for i in range(phrase.first, phrase.head)) and _is_subject(
            line, phrase
        )
    if counted and kind == "people":
        return True
    undergoes = before in _ACTED_ON and (kind != "body" or line.lower(phrase.first) not in ("a", "an"))
    return undergoes or _is_subject(line, phrase)


def _is_subject(line: Line, phrase: Phrase) -> bool:
    """Whether a finite verb follows and no preposition governs the phrase."""
    if line.tag(phrase.first - 1) == "preposition":
        return False
    at = phrase.last + 1
    if line.lower(at) in (",", "–", "—"):
        closing = next((i for i in range(at + 1, len(line.words)) if line.lower(i) == line.lower(at)), None)
        at = closing + 1 if closing is not None and closing - at < 16 else len(line.words)
    elif line.tag(at) == "relative":
        return line.tag(phrase.first - 1) in _OPENING
    while line.tag(at) in ("adverb", "negation"):
        at += 1
    opens = line.tag(phrase.first - 1) in _OPENING
    return line.is_finite(at) or (
        opens
        and line.tag(at) == "word"
        and line.language == "en"
        and line.lower(at).endswith("s")
        and phrase.last == phrase.head
    )
