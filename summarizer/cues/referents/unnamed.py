"""Who is told before he is named: "a state judge" in the lead, "her manager" a sentence before his name; pure."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.cues.referents.antecedents import is_definite
from summarizer.cues.referents.discourse import Discourse, agrees
from summarizer.cues.referents.referent import Referent
from summarizer.cues.referents.roles import head_of
from summarizer.cues.referents.roster import Roster

_LEAD = 3
"""Sentences at the start of an article in which somebody may be told whose name comes later."""


def name_the_unnamed(roster: Roster, discourse: Discourse) -> None:
    """Let unnamed people be those who are named later, where role or place in the text tell so."""
    sentences = roster.document.sentences
    lead = sentences[min(_LEAD, len(sentences)) - 1].end
    for candidate in [r for r in roster.known if r.common and r.person and r.first < lead]:
        if named := _named_with_role(candidate, roster) or _named_as_topic(candidate, roster, discourse):
            _merge(candidate, named, roster, discourse)
    for turn in discourse.topics():
        candidate = turn.referent
        unnamed = candidate.common and candidate.person and candidate in roster.known
        if unnamed and (named := _introduced_after(candidate, turn.number, roster)):
            _merge(candidate, named, roster, discourse)


def _merge(lost: Referent, kept: Referent, roster: Roster, discourse: Discourse) -> None:
    roster.merge(lost, kept)
    discourse.replace(lost, kept)


def _people_after(unnamed: Referent, roster: Roster) -> list[Referent]:
    return [
        r for r in roster.known if not r.common and r.first > unnamed.first and (r.person or (r.gender and not r.body))
    ]


def _with_role(unnamed: Referent, people: Sequence[Referent]) -> list[Referent]:
    head = head_of(next(iter(unnamed.forms)))
    return [r for r in people if any(head in (head_of(role), role.casefold()) for role in r.roles)]


def _named_with_role(unnamed: Referent, roster: Roster) -> Referent | None:
    """The only one named later who has that role: "A state judge", then "Judge Tallbear"."""
    named = _with_role(unnamed, _people_after(unnamed, roster))
    return named[0] if len(named) == 1 else None


def _named_as_topic(unnamed: Referent, roster: Roster, discourse: Discourse) -> Referent | None:
    """The first person named, without a role, whom the sentence right after one about "the prime minister" is about."""
    people = _people_after(unnamed, roster)
    first = min(people, key=lambda r: r.first, default=None)
    words = next(iter(unnamed.forms))
    pointing = is_definite(words) or "’s " in words or "'s " in words
    if first is None or first.roles or not pointing or _with_role(unnamed, people):
        return None
    told = min((turn.number for turn in discourse.topics() if turn.referent is unnamed), default=None)
    return first if told is not None and discourse.topic(told + 1) is first else None


def _introduced_after(unnamed: Referent, number: int, roster: Roster) -> Referent | None:
    """Who is named first right after a sentence about "her manager", without a role of his own: the manager."""
    here, following = roster.document.sentence(number), roster.document.sentence(number + 1)
    if here is None or following is None or following.paragraph != here.paragraph or len(unnamed.mentions) > 1:
        return None
    named = [r for r in roster.known if not r.common and not r.body and following.start <= r.first < following.end]
    if len(named) != 1 or named[0].roles or len(named[0].name.split()) < 2:
        return None
    genders = (unnamed.gender,) if unnamed.gender else ("female", "male")
    return named[0] if any(agrees(named[0], gender) for gender in genders) else None
