"""Who tells whom what must be done by a day, where a pronoun or "you" stands for whoever is told; pure."""

from __future__ import annotations

from summarizer.cues import bearers
from summarizer.cues.bearers import Bearers, Verb, verbs_of
from summarizer.cues.lines import Line
from summarizer.cues.subjects import over_adverbs

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
