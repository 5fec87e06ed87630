"""Whose arms or whose attack it was, where only these tell: "Russian drones hit", "a coalition air strike"; pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from summarizer.cues import states
from summarizer.cues.backdrop import Backdrop
from summarizer.cues.clauses import Span
from summarizer.cues.foreign_deeds import stands_behind_deed
from summarizer.cues.lines import lines_of
from summarizer.cues.names import Name
from summarizer.cues.phrase_ends import base_start
from summarizer.cues.triggers import attack_words
from summarizer.cues.vocabulary import names, pattern
from summarizer.cues.words import word_classes
from summarizer.document import Document

if TYPE_CHECKING:
    from summarizer.cues.violent_acts import Act

_ARTICLES = frozenset("a an the one another".split())  # "the Kyiv source"
_ARMS_NEAR = 60  # characters behind a nation that may hold its arms
_CAPITAL = re.compile(r"(?<![\w-])(?:United [A-Z][a-z]+|[^\W\d_a-z][\w’-]+)")
"""A capital; of a united state, which often stands for its own adjective ("a United States drone"), both words."""
_WORD = re.compile(r"(?<![\w-])[^\W\d_][\w’-]+")


def nations(backdrop: Backdrop, act: Act) -> Iterator[Span]:
    """The state whose arms or attack it was, by its name in the text: "Russian drones hit", "an Israeli air strike"."""
    document = backdrop.document
    prepositions = word_classes(document.language).prepositions
    nation = _CAPITAL if document.language.startswith("en") else _WORD
    for match in nation.finditer(document.text, *act.clause):
        word = match.group()
        state = states.state_of(word) if " " in word else states.demonym_of(word)
        after = re.compile(r"\s+(?:[a-z][\w-]*\s+){0,2}?").match(document.text, match.end())
        mentions = [n for n in backdrop.names if states.state_of(n.form) == state] if state else []
        mentions = [n for n in mentions if not states.is_seat(n.form) or _is_government(document, n, prepositions)]
        mention = min(mentions, key=lambda n: (states.is_seat(n.form), n.start), default=None)
        if mention is None or after is None:
            continue
        near = document.text[match.end() : match.end() + _ARMS_NEAR].split()
        if near and attack_words(document.language, "of_a_state").match(near[0]):
            continue  # "a US embassy bombing" is one of whoever attacks the United States
        if _is_answered(document, act.clause.start, match.start()):
            continue
        if stands_behind_deed(document, _arms(document.language), match.start()):
            yield Span(mention.start, mention.end)
            continue
        before = takewhile(lambda word: word not in prepositions, near[:2])  # "Ukrainian cities | with drones"
        if any(
            word.match(" ".join(near[skip:]))
            for word in _arms(document.language)
            for skip in range(len(list(before)) + 1)
        ):
            yield Span(mention.start, mention.end)


def _is_answered(document: Document, start: int, end: int) -> bool:
    """Whether it is what the deed is told to answer: "fired rockets in retaliation for | an Israeli strike"."""
    answered = pattern(document.language, "casualties", "answered").pattern
    return bool(re.search(rf"(?:{answered})\s+(?:[\w’'-]+\s+){{0,3}}$", document.text[start:end], re.IGNORECASE))


def _is_government(document: Document, seat: Name, prepositions: Collection[str]) -> bool:
    """Whether a capital stands for its government and no town: no "ministry in Ankara", no dateline."""
    before, after = document.text[: seat.start].split()[-1:], document.text[seat.end : seat.end + _ARMS_NEAR]
    if before and (before[0].casefold() in prepositions or before[0].casefold() in _ARTICLES):
        return False
    return not (seat.start == 0 and re.match(r"[^.a-z]{0,30}(?:\([^)]+\)|—|–|-|:)", after))


def owners(backdrop: Backdrop, act: Act) -> Iterator[Span]:
    """The band or the force right before a noun for its attack or its arms: "a coalition air strike", "Front shelling".

    A name counts where the text tells it to be a band.
    """
    document = backdrop.document
    for name in backdrop.names_in(act.clause):
        banded = name.form in backdrop.agents and not states.demonym_of(name.form)
        if banded and _is_before_arms(document, name.end):
            yield Span(name.start, name.end)
    line = lines_of(document)[act.sentence.number - 1]
    for match in attack_words(document.language, "force_before_arms").finditer(document.text, *act.clause):
        if _is_before_arms(document, match.end()):
            last = line.position(match.end()) - 1
            first = base_start(line, last)
            yield Span(*line.span(first + (line.tag(first) == "determiner" and first < last), last))


def _is_before_arms(document: Document, end: int) -> bool:
    """Whether a noun for arms or for an attack stands right there."""
    after = document.text[end : end + _ARMS_NEAR]
    return after.startswith(" ") and any(words.match(after, 1) for words in _arms(document.language))


@cache
def _arms(language: str) -> tuple[re.Pattern[str], ...]:
    lists = (*names(language, "violence", "means_"), *names(language, "violence", "act_"), "attack")
    return tuple(attack_words(language, name) for name in lists)
