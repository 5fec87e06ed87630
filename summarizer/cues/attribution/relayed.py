"""Words that somebody else relays, and passives: "was quoted by Tass as saying", "described by residents as"; pure."""

from __future__ import annotations

from summarizer.cues.attribution.attributed import LIKELY, SURE, WEAK, Hit
from summarizer.cues.attribution.fitness import is_nobody, may_speak
from summarizer.cues.attribution.frames import right_of
from summarizer.cues.lines import Line
from summarizer.cues.phrase_ends import phrase_ending
from summarizer.cues.phrases import Phrase, phrase_from
from summarizer.cues.reporting import Use, verbs
from summarizer.cues.subjects import shared_subject, subject_before

_QUOTING = frozenset("quoted quotes quoting citing cites cited".split())
_SAYING = frozenset("saying telling".split())
_BY = frozenset("by par por von".split())
_NEAR = 6
"""Words between a passive and its agent."""


def by_agent(line: Line, at: int) -> Hit | None:
    """A passive with its agent: "was described by residents as a disaster"."""
    if line.lower(at) == "quoted":
        return _quoted_as_saying(line, at)
    by = next((i for i in right_of(line, at) if line.lower(i) in _BY), None)
    agent = phrase_from(line, by + 1) if by is not None and by - at <= _NEAR else None
    if agent is None or not may_speak(line, agent) or is_nobody(line, agent):
        return None
    for use in verbs(line.language)[line.lower(at)]:
        by_name = use.frame != "as" or not line.lower(at).startswith("nam") or _is_named_as(line, at)
        if not use.particle and (_is_announcing(use) or _is_judging(use)) and by_name:
            return Hit(at, agent.last, agent, use.kind, WEAK if _is_announcing(use) else LIKELY, "around")
    return None


def _is_named_as(line: Line, at: int) -> bool:
    """Whether a name follows "as": "was named by the police as Ana Ruiz", not "as captain"."""
    return any(line.lower(i) == "as" and line.tag(i + 1) == "name" for i in right_of(line, at))


def _is_announcing(use: Use) -> bool:
    """As in "announced by the ministry": more an act than words."""
    return use.frame == "plain" and use.kind == "statement"


def _is_judging(use: Use) -> bool:
    """As in "denounced by", "described by … as"."""
    return use.kind in ("accusation", "denial") or use.frame in ("as", "named")


def _quoted_as_saying(line: Line, at: int) -> Hit | None:
    """As in "The commander was quoted by Tass as saying that": the commander's words, relayed by Tass."""
    saying = next((i + 1 for i in right_of(line, at) if line.lower(i) == "as" and line.lower(i + 1) in _SAYING), None)
    subject = subject_before(line, at)
    if saying is None or subject is None:
        return None
    relaying = phrase_from(line, at + 2) if line.lower(at + 1) == "by" else None
    return Hit(subject.first, saying, subject, "statement", SURE, "right", via=relaying)


def by_relay(line: Line, at: int) -> Hit | None:
    """As in "Tass quoted the commander as saying", "citing officials": whoever is quoted speaks, the subject relays."""
    if line.lower(at) not in _QUOTING or line.quoted[at]:
        return None
    quoted = phrase_from(line, at + 1)
    if quoted is None or not may_speak(line, quoted):
        return None
    if line.nouns.kind(line.lower(quoted.head)) == "document" and not quoted.is_named(line):
        return None  # whoever cites a document speaks himself
    saying = line.lower(quoted.last + 1) == "as" and line.lower(quoted.last + 2) in _SAYING
    if not saying and not line.lower(at).endswith("ing"):
        return None
    relaying = _relaying(line, at)
    first = relaying.first if relaying else at
    last = quoted.last + 2 if saying else quoted.last
    return Hit(first, last, quoted, "statement", SURE, "right" if saying else "around", via=relaying)


def _relaying(line: Line, at: int) -> Phrase | None:
    """Who quotes: the subject of the verb; of a participle the phrase before its comma, or the clause's subject."""
    if not line.lower(at).endswith("ing"):
        return subject_before(line, at)
    apposed = phrase_ending(line, at - 2) if line.lower(at - 1) == "," else None
    return apposed if apposed and apposed.first == 0 else shared_subject(line, at)
