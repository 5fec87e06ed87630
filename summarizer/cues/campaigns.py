"""The state whose wave of strikes a text lists place by place, told once in its lead: "Russia sent 40 drones"; pure.

What then follows ("in Kharkiv three drones hit a warehouse") seldom names the attacker again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.cues import states
from summarizer.cues.arms import nations
from summarizer.cues.backdrop import Backdrop
from summarizer.cues.clauses import Span
from summarizer.cues.incidents import Incident
from summarizer.cues.triggers import attack_words
from summarizer.cues.violent_acts import Act
from summarizer.document import Sentence

_LEAD = 3
"""Sentences of the lead."""

_RECENT = 7
"""Days before publication within which a wave of strikes may have begun."""

_FROM_AFAR = frozenset({"drone", "missile", "airstrike", "shelling"})
"""Kinds of attack that are seldom told with their attacker each time."""


def waging(backdrop: Backdrop, acts: Sequence[Act]) -> Span | None:
    """The only state that the lead tells of attacking from afar, as a mention of its name; None where it is not one."""
    document = backdrop.document
    lead = [act for act in acts if act.sentence.number <= _LEAD and act.tells_violence and not act.background]
    spans = [span for act in lead for span in nations(backdrop, act)]
    spans += [span for sentence in document.sentences[:_LEAD] for span in _sending(backdrop, sentence)]
    told = {states.state_of(document.text[slice(*span)]): span for span in reversed(spans)}
    return next(iter(told.values())) if len(told) == 1 else None


def is_part(backdrop: Backdrop, incident: Incident, state: Span) -> bool:
    """Whether an attack without a doer of its own is one of that state's: from afar, of now, not on its own soil."""
    document, main = backdrop.document, incident.main
    day = main.occasion.when.end if main.occasion else None
    long_past = day and backdrop.published and (backdrop.published - day).days > _RECENT
    if incident.kind not in _FROM_AFAR or main.background or long_past:
        return False
    name = states.state_of(document.text[slice(*state)])
    words = re.findall(r"[^\W\d_]+", document.quote(main.sentence))
    return not any(name in (states.demonym_of(word), states.state_of(word)) for word in words)


def _sending(backdrop: Backdrop, sentence: Sentence) -> list[Span]:
    """The states right before a verb of striking or of sending arms."""
    document = backdrop.document
    sends = attack_words(document.language, "state_sends")
    names = [n for n in backdrop.names if n.sentence == sentence.number and states.state_of(n.form)]
    return [Span(n.start, n.end) for n in names if sends.match(document.text[n.end : sentence.end].lstrip())]
