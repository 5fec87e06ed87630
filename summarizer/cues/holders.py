"""Who holds what runs out: whose deadline or permit it is, who put it up or signed it, who missed it; pure."""

from __future__ import annotations

from summarizer.cues import bearers
from summarizer.cues.bearers import Bearers, Verb, acts, verbs_of
from summarizer.cues.lines import Line
from summarizer.cues.phrases import Phrase
from summarizer.cues.vocabulary import deadline_words
from summarizer.cues.words import POSSESSIVES

_POSSESSED = 4
"""Words at most between a possessor and the deadline: "the gang's new Friday deadline"."""
_MAKING = frozenset(
    """signed put issued granted offered made imposed set agreed announced brokered given declared proclaimed proposed
    ordered""".split()
)
_HOLDING = frozenset("has have had holds hold held".split())
_RELATIVE = frozenset("that which".split())
_HELD_OUT = 4
"""Words at most between an offer and "to" whom it is made."""
_MADE = 6
"""Words at most between a thing and the participle that tells who made it: "a reward of two million, put up by"."""


def by_limit(line: Line) -> tuple[Bearers, Bearers]:
    """Whose deadline it is, who has set it, and for whom: "the gang's deadline for the clinic to pay"."""
    setter: Bearers = ()
    bound: Bearers = ()
    for noun in verbs_of(line, ("limit_noun",), line.sentence.end):
        setter = setter or _possessor(line, noun.first)
        reach = line.next_mark(noun.after)
        for i in range(noun.after, len(line.words) - 1):
            if line.lower(i) == "for" and not bound and i < reach:
                whom = bearers.at(line, i + 1, told_to_act=True)
                to_act = bool(whom) and line.lower(whom[-1].last + 1) == "to" and acts(line, whom[-1].last + 2)
                bound = whom if to_act else ()
            if line.lower(i) == "by" and not setter and line.lower(i - 1) in _MAKING:
                setter = bearers.at(line, i + 1)
        if line.lower(noun.after) == "to" and not bound:
            bound = bearers.at(line, noun.after + 1)
        bound = bound or _told_by(line, noun)
    faced = next(verbs_of(line, ("faces", "keeps"), line.sentence.end), None)
    return setter, bound or (bearers.subject(line, faced.first) if faced else ())


def by_thing(line: Line) -> tuple[Bearers, Bearers]:
    """The parties of an offer, a permit or a truce: whoever made it, whoever has it, or those who agreed on it."""
    both = _both_sides(line)
    if truce := next(verbs_of(line, ("truce",), line.sentence.end), None):
        declared = line.lower(truce.after) in _RELATIVE and _maker(line, truce.after)
        agreed = both or _maker(line, truce.after)
        return (declared, both) if declared else (agreed, agreed)
    if owed := next(verbs_of(line, ("owed_to",), line.sentence.end), None):
        return bearers.at(line, owed.after), both
    for thing in verbs_of(line, ("made_by_somebody",), line.sentence.end):
        if setter := _possessor(line, thing.first) or _maker(line, thing.after):
            return setter, both or _told_by(line, thing) or _held_out_to(line, thing)
    for thing in verbs_of(line, ("held_by_somebody",), line.sentence.end):
        if holder := _possessor(line, thing.first) or _holder(line, thing):
            return (), both or holder
    return (), both


def _told_by(line: Line, noun: Verb) -> Bearers:
    """Who is to act by a decree or a demand that says so: "the decree that all men report for service"."""
    if line.lower(noun.after) != "that":
        return ()
    whom = bearers.at(line, noun.after + 1)
    after = whom[-1].last + 1 if whom else 0
    placed = line.tag(after) == "preposition" and line.tag(after + 1) != "calendar"
    bare = placed or (line.tag(after) in ("word", "verb") and not line.lower(after).endswith(("ed", "s")))
    return whom if whom and bare and line.lower(after) not in _MAKING else ()


def _held_out_to(line: Line, thing: Verb) -> Bearers:
    """To whom an offer is made: "its offer of talks to the front"."""
    to = line.first_of(("to",), range(thing.after, min(thing.after + _HELD_OUT, len(line.words))))
    whom = bearers.at(line, to + 1) if to is not None else ()
    return whom if whom and not whom[0].is_pronoun(line) else ()


def by_command(line: Line) -> tuple[Bearers, Bearers]:
    """Under whose order, or at whose request, somebody must act: "under a ruling by Judge Vold"."""
    for told in verbs_of(line, ("commanded",), line.sentence.end):
        if setter := bearers.at(line, told.after, told_to_act=False):
            return setter, ()
    return (), ()


def by_condition(line: Line, at: int) -> tuple[Bearers, Bearers]:
    """Who threatens what, and who can prevent it: "said it would publish the files unless the clinic pays"."""
    threats = deadline_words(line.document.language, "threatens")
    for condition in verbs_of(line, ("condition",), line.sentence.end):
        if any(line.lower(i) in ("but", ";") for i in range(at, condition.first)):
            return (), ()  # of something else
        start = line.words[condition.first].start
        found = list(threats.finditer(line.text, line.sentence.start, line.sentence.end))
        nearest = [m for m in reversed(found) if m.end() <= start] or found
        setter = next((s for m in nearest if (s := bearers.subject(line, line.position(m.start())))), ())
        whom = bearers.at(line, condition.after)
        if whom and acts(line, whom[-1].last + 1):
            return setter, whom
        return setter, ()
    return (), ()


def by_failing(line: Line, at: int) -> tuple[Bearers, Bearers]:
    """Those who do not act by then: "drivers who fail to register by May", "the firm failed to make payments due"."""
    for fails in verbs_of(line, ("fails",), line.sentence.end):
        failing = line.tag(fails.first - 1) == "relative" or line.lower(at - 1) == "due"
        if failing and fails.after <= at:
            return (), bearers.subject(line, fails.first)
    return (), ()


def by_urging(line: Line, at: int) -> tuple[Bearers, Bearers]:
    """On whom there is pressure, or to whom a warning goes, to act by then: "pressure on Orlan to pay before May"."""
    for warned in verbs_of(line, ("addressing",), line.sentence.end):
        if warned.after < at and (whom := bearers.addressee(line, warned.after)):
            return (), whom
    for urged in verbs_of(line, ("urging",), line.sentence.end):
        whom = bearers.at(line, urged.after, told_to_act=True)
        behind = whom[-1].last + 1 if whom else at
        to_act = line.lower(behind) == "to" and line.next_mark(behind) >= at
        if behind < at and to_act and not whom[0].is_pronoun(line):
            pressing = next(verbs_of(line, ("presses",), line.words[urged.after - 1].end), None)
            return bearers.subject(line, pressing.first) if pressing else (), whom
    return (), ()


def _holder(line: Line, thing: Verb) -> Bearers:
    """Who holds the permit: "permission for the airline to land", "the permit under which it flies", "has a permit"."""
    after = thing.after
    if line.lower(after) == "for":
        whom = bearers.at(line, after + 1, told_to_act=True)
        return whom if whom and line.lower(whom[-1].last + 1) == "to" else ()
    if line.lower(after + 1) == "which" and line.tag(after) == "preposition":
        return bearers.at(line, after + 2, told_to_act=True)
    over = line.tag(thing.first - 1) == "determiner"
    return bearers.subject(line, thing.first - 1 - over) if line.lower(thing.first - 1 - over) in _HOLDING else ()


def _maker(line: Line, after: int) -> Bearers:
    """Who made the thing that ends before `after`: "signed in Aru by five groups", "put up by the board"."""
    if line.lower(after) in _RELATIVE:
        verb = next(
            (i for i in range(after + 2, min(after + _MADE + 2, len(line.words))) if line.lower(i) in _MAKING), None
        )
        return bearers.subject(line, verb, acts=True) if verb is not None else ()
    ahead = range(after, min(after + _MADE, len(line.words)))
    made = next((i for i in ahead if line.lower(i) in _MAKING), None)
    by = line.first_of(("by",), range(made + 1, min(made + _MADE, len(line.words)))) if made is not None else None
    return bearers.at(line, by + 1, told_to_act=True) if by is not None else ()


def _possessor(line: Line, noun: int) -> Bearers:
    for i in range(noun - 1, max(noun - 2 - _POSSESSED, -1), -1):
        if line.tag(i) == "possessive":
            return bearers.ending(line, i - 1, owns=True)
        if line.lower(i) in POSSESSIVES and line.lower(i) != "whose":
            return (Phrase(i, i, i),)
        if line.tag(i) not in ("word", "calendar", "number", "name", "mark"):
            break
    return ()


def _both_sides(line: Line) -> Bearers:
    """The two between whom a truce or a contract holds."""
    language = line.document.language
    if not deadline_words(language, "binding_thing").search(line.text, line.sentence.start, line.sentence.end):
        return ()
    for i in range(len(line.words) - 3):
        if line.lower(i) == "between":
            first = bearers.at(line, i + 1)
            if first and line.lower(first[0].last + 1) == "and":
                return (first[0], *(bearers.at(line, first[0].last + 2)))[:2]
    return ()
