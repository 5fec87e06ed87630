"""Who tells whom what must be done by a day, where a pronoun or "you" stands for whoever is told; pure."""

from __future__ import annotations

from summarizer.cues import bearers
from summarizer.cues.bearers import Bearers, Verb, verbs_of
from summarizer.cues.lines import Line
from summarizer.cues.subjects import over_adverbs, shared_subject

Sides = tuple[Bearers, Bearers]


def addressed(line: Line, verb: Verb) -> Sides | None:
    """Who tells whom in a quotation's own words what to do: "You have until Friday," the mayor told the tenants."""
    you = over_adverbs(line, verb.first - 1)
    if verb.kind != "binds" or line.lower(you) != "you" or not line.quoted[verb.first]:
        return None
    telling = (v for v in verbs_of(line, ("tells",), line.sentence.end) if not line.quoted[v.first])
    found = ((bearers.subject(line, v.first), bearers.at(line, v.after)) for v in telling)
    return next((sides for sides in found if all(sides)), None)


def warned(line: Line, bound: Bearers) -> Sides | None:
    """Who told whom what they must do, where a pronoun goes on: "warned the tenants that they had until Friday"."""
    if not bound or not bound[0].is_pronoun(line):
        return None
    pronoun = bound[0].first
    last = pronoun - 1 - (line.lower(pronoun - 1) == "that")
    for verb in verbs_of(line, ("tells",), line.words[pronoun].start):
        whom = bearers.at(line, verb.after, told_to_act=True, until=last + 1) if verb.after <= last else ()
        if whom and whom[-1].last == last and not whom[0].is_pronoun(line):
            return bearers.subject(line, verb.first), whom
    return None


def writer(line: Line, verb: Verb) -> Bearers:
    """Who put out that in which somebody is told to act: "the brigade posted a video in which they were told to"."""
    which = line.first_of(("which",), range(1, verb.first))
    if which is None or line.lower(which - 1) not in ("in", "with", "by"):
        return ()
    whom = shared_subject(line, which - 1)
    return (whom,) if whom and bearers.is_somebody(line, whom) else ()


def despite(line: Line, verb: Verb) -> Bearers:
    """Of whom the main clause tells what they do despite an order: "they stay, despite having been told to leave"."""
    having = line.first_of(("having",), range(max(verb.first - 3, 0), verb.first))
    whom = shared_subject(line, having) if having else None
    return (whom,) if whom and bearers.is_somebody(line, whom) else ()
