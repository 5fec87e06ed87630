"""Actors without a name: "two passengers", "the ministry", "an investigating judge", where they act or suffer; pure.

A noun for people makes an actor where it opens a clause (and so is likely its subject), follows a number, or follows a verb
that does something to people. Elsewhere it is scenery.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml

from summarizer.cues import phrases
from summarizer.cues.attribution import quotations
from summarizer.cues.names import Name, Token, tokens
from summarizer.cues.words import CALENDAR, FUNCTION_WORDS
from summarizer.document import Document, Sentence

Span = tuple[int, int]

_NUMBER = re.compile(
    r"^(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen|twenty|thirty|forty|fifty|dozens|hundreds|thousands|several)$"
)
_OPENERS = frozenset(", ; : – — “ \" „ « (".split()) | {"and", "but", "while", "when", "after", "as", "because", "that", "where", "if", "then"}
_ACTED_ON = re.compile(
    r"^(?:killed|killing|wounded|wounding|injured|injuring|hurt|shot|stabbed|kidnapped|abducted|seized|captured|detained|arrested|freed|released"
    r"|ordered|told|gave|given|urged|asked|warned|accused|attacked|ambushed|beat|evacuated|rescued|saved|displaced|sued|by|against|threatened|jailed|sacked|dismissed)$"
)
_TOLD = frozenset("told tells telling informed".split())
_STARTERS = frozenset("a an the this these those his her its their our my some two three four five six seven eight nine ten eleven twelve several other another many most both one no".split())
_BOUNDS = frozenset("least most than about around some nearly almost according last next informed gave given among".split())
_LEADING_VERB = re.compile(r"^(?:gave|told|left|met|let|sent|made|took|found|put|got|kept|held|[a-z]+(?:ing))$")
CALENDAR_LOWER = frozenset(word.lower() for word in CALENDAR)
_SUBJECT_OPENING = 5
"""Words of a noun phrase that may stand before its head at the start of a clause."""


@cache
def _nouns() -> dict[str, str]:
    table = yaml.safe_load((files("summarizer.cues") / "lexicon" / "people.yaml").read_text("utf-8"))["en"]
    return {noun: kind for kind, nouns in table.items() for noun in nouns.split()}


def find_groups(document: Document, names: list[Name]) -> list[tuple[Span, str]]:
    """Noun phrases of unnamed actors with their noun's class: "people", "person" or "body". English only."""
    if document.language.split("-")[0] != "en":
        return []
    found = []
    for sentence in document.sentences:
        words = tokens(document.text, sentence.start, sentence.end)
        quoted = quotations(document.text, sentence)
        for at, token in enumerate(words):
            kind = _nouns().get(token.word.lower())
            if not kind or any(s <= token.start < e for s, e in quoted):
                continue
            if (span := _phrase(document.text, words, at, kind, names, sentence)):
                found.append((span, kind))
    return found


def _phrase(text: str, words: list[Token], at: int, kind: str, names: list[Name], sentence: Sentence) -> Span | None:
    """The phrase whose head is `words[at]`, None where that is no head or the phrase does nothing."""
    following = words[at + 1].word.lower() if at + 1 < len(words) else "."
    if following in _nouns() or any(n.start <= words[at].start < n.end or n.start == (words[at + 1].start if at + 1 < len(words) else -1) for n in names):
        return None
    span = phrases.noun_phrase(text, words, at, names)
    if span is None:
        return None
    first = next(i for i, t in enumerate(words) if t.start >= span[0])
    first = _without_lead(words, first, at)
    span = (words[first].start, _with_complement(text, words, at, names))
    if at - first > _SUBJECT_OPENING or any(n.start >= span[0] and n.end <= span[1] and n.end == span[1] for n in names):
        return None
    determiner = words[first].word.lower()
    counted = any(_NUMBER.match(t.word.lower()) for t in words[first:at])
    if kind != "people" and determiner not in ("a", "an", "the", "another", "his", "her", "its", "their", "this") and not _possessed(words[first : at + 1]):
        return None
    before = words[first - 1].word.lower() if first else ""
    if before in _TOLD and determiner not in ("a", "an", "the") and not counted:
        return None  # "told reporters": they only listen
    if counted and kind == "people" or not before or before in _OPENERS and following not in (",", ";") or _ACTED_ON.match(before):
        return span
    return None


def _without_lead(words: list[Token], first: int, head: int) -> int:
    """Past verbs, prepositions and bounds that the chunker took along ("killing at least 22 people" → 22 people)."""
    at = first
    for index in range(first, head):
        word = words[index].word.lower()
        leads = _ACTED_ON.match(word) or word in FUNCTION_WORDS - _STARTERS or word in _BOUNDS or _LEADING_VERB.match(word)
        if leads and not (word.endswith("ed") and index > first and words[index - 1].word.lower() in _STARTERS):
            at = index + 1
    return at


def _with_complement(text: str, words: list[Token], head: int, names: list[Name]) -> int:
    """The end of the phrase, an "of" or "in" phrase with it: "people in the Borj quarter", "a man of 70"."""
    if head + 2 < len(words) and words[head + 1].word.lower() in ("of", "in", "from", "at") and words[head + 2].word[0].isalnum():
        span = phrases.after(text, words, head + 2, names)
        word = words[head + 2]
        if span and not word.word.lower() in CALENDAR_LOWER and any(n.start >= span[0] and n.end <= span[1] for n in names):
            return span[1]
        if words[head + 1].word == "of" and word.word.isdigit():
            return word.end
    return words[head].end


def _possessed(run: list[Token]) -> bool:
    return any(t.word[0] in "’'" for t in run)
