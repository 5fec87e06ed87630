"""Who else a phrase speaks for: what "and" and commas join to it on either side; pure."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.cues.lines import Line
from summarizer.cues.phrase_ends import phrase_ending
from summarizer.cues.phrases import Phrase, phrase_from

_AND = frozenset("and und sowie et y e і й та и".split())
_FATES = frozenset("dead wounded injured".split())
_CLAUSE_OPENING = frozenset("mark subordinator conjunction adverb calendar".split())


def joined_before(line: Line, phrase: Phrase) -> Iterator[Phrase]:
    """The phrases that "and" and commas join to the left of one, where together they open a clause; nearest first."""
    found: list[Phrase] = []
    opening, current = 0, phrase
    while _may_act(line, phrase) and (last := _joint(line, current, is_first=not found)) is not None:
        before = phrase_ending(line, last)
        if before is None or not _may_act(line, before) or is_portfolio(line, before):
            break
        found.append(before)
        current = before
        if current.first == 0 or line.tag(current.first - 1) in _CLAUSE_OPENING or line.lower(current.first) == "both":
            opening = len(found)
    yield from found[:opening]


def joined_after(line: Line, phrase: Phrase) -> Phrase | None:
    """The phrase that "and" joins to the right of one: "said Lena Storm and Piet Haas"."""
    following = phrase_from(line, phrase.last + 2) if line.lower(phrase.last + 1) in _AND else None
    if following is None or not _may_act(line, following) or not _may_act(line, phrase):
        return None
    complement = any(line.tag(i) == "preposition" for i in range(phrase.first, phrase.last))
    if complement and line.tag(following.first) == "name":
        return None  # "researchers in Tbilisi and Leuven"
    return following if line.tag(following.last + 1) in ("mark", "preposition", "adverb", "calendar") else None


def named_members(line: Line, phrase: Phrase) -> list[Phrase]:
    """Those whom a phrase for several people names in apposition: "The two ministers, Ana Ruiz and Per Lind, said"."""
    if phrase.is_named(line) or line.lower(phrase.last + 1) != ",":
        return []
    found, at = [], phrase.last + 1
    while line.lower(at) in (",", "and"):
        at += 1 + (line.lower(at + 1) == "and")
        if line.tag(at) != "name":
            break
        found.append(Phrase(at, line.last_of_name(at), line.last_of_name(at)))
        at = found[-1].last + 1
    joined = len(found) > 1 and line.lower(found[-1].first - 1) == "and"
    return found if joined and line.lower(phrase.head).endswith(("s", "men", "women")) else []


def _joint(line: Line, phrase: Phrase, *, is_first: bool) -> int | None:
    """The last word of the phrase that is joined to the left of this one, None where none is."""
    at = phrase.first - 1
    if is_first and line.lower(at) in _AND:
        return at - 2 if line.lower(at - 1) == "," else at - 1
    listed = not is_first and line.lower(at) == "," and line.tag(at - 1) in ("name", "word")
    return at - 1 if listed else None


def is_portfolio(line: Line, phrase: Phrase) -> bool:
    """Whether "and" joins two halves of a minister's portfolio: "Minister of Trade | and Ports Ana Ruiz"."""
    first = phrase.first + (line.tag(phrase.first) == "determiner")
    return line.lower(first) in ("minister", "secretary") and line.lower(first + 1) == "of"


def _may_act(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase is a name, a pronoun or a noun for somebody who can act."""
    if line.lower(phrase.head) in _FATES:
        return False
    known = line.nouns.kind(line.lower(phrase.head)) in ("person", "people", "body")
    return phrase.is_pronoun(line) or phrase.is_named(line) or known
