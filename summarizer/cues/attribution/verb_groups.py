"""A reporting verb with the auxiliaries before it: active or passive, denied, wished for, said of itself; pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from summarizer.cues.attribution.frames import right_of
from summarizer.cues.lines import CONTENT, Line
from summarizer.cues.phrase_ends import region_start
from summarizer.cues.phrases import MEDIA
from summarizer.cues.reporting import verbs
from summarizer.cues.subjects import over_adverbs

_ENGLISH_PARTICIPLE = ("ed", "n", "ught", "id", "old", "ld", "ut", "rd", "rn", "ne", "t", "ung", "nd", "ead")
_HELD = frozenset("thought believed said reported alleged known estimated understood suspected considered".split())
_CHARGED = frozenset("accused suspected".split())
_CALLED = frozenset(
    "called named dubbed labelled labeled termed branded described portrayed nicknamed identified".split()
)
_CARRYING_OUT = frozenset("went goes going hastened hastens continued continues began begins rushed proceeded".split())
_INFINITIVE_MARKS = frozenset("zu de d’ para".split())


@dataclass(frozen=True)
class VerbGroup:
    """The reporting verb at `at`; `before` is the last word that is no auxiliary or adverb of it."""

    at: int
    before: int
    passive: bool
    negated: bool
    modal: bool
    infinitive: bool
    gerund: bool
    reduced: bool


def verb_group(line: Line, at: int) -> VerbGroup:
    """The group whose verb stands at a position."""
    before = over_adverbs(line, at - 1)
    passed = [line.lower(i) for i in range(before + 1, at)]
    shapes = {use.shape for use in verbs(line.language)[line.lower(at)]}
    be = any(word in line.classes.be or word in ("’s", "been") for word in passed)
    return VerbGroup(
        at=at,
        before=before,
        passive=be and "gerund" not in shapes and _can_be_participle(line, at, shapes),
        negated=any(word in line.classes.negations for word in passed) or _is_denied(line, at),
        modal=any(word in line.classes.modals for word in passed) and not ("only" in passed or _says_only(line, at)),
        infinitive=_is_infinitive(line, before, shapes) or _closes_after_modal(line, at),
        gerund="gerund" in shapes and not be,
        reduced=line.language == "en" and before == at - 1 and _is_reduced_passive(line, at, shapes),
    )


def used_to(line: Line, group: VerbGroup) -> bool:
    """Whether the group is a habit of the past: "she used to say"."""
    return line.lower(group.before) == "to" and line.lower(group.before - 1) == "used"


def _is_reduced_passive(line: Line, at: int, shapes: Collection[str]) -> bool:
    """Whether the verb only describes the noun before it: "a speech delivered written", "a man thought to be armed"."""
    if shapes == {"participle"}:
        return True
    if not line.lower(at).endswith(("ed", "ght", "id", "own", "ood")) or line.tag(at - 1) not in CONTENT:
        return False
    following = line.lower(at + 1)
    held = following == "to" and line.lower(at) in _HELD and line.tag(at + 2) in ("word", "auxiliary", "verb")
    charged = following in ("of", "by") and line.lower(at) in _CHARGED
    if _has_agent(line, at):
        return True
    called = line.lower(at) in _CALLED and (line.quoted[at + 1] or following == "as") and not _has_gap(line, at)
    return held or charged or called


def _has_agent(line: Line, at: int) -> bool:
    """Whether "by" and somebody follow: "a truce declared by the rebels", not "responded by saying"."""
    agent = at + 2
    if line.lower(at + 1) != "by" or line.lower(agent).endswith("ing") or line.lower(agent) in MEDIA:
        return False
    return line.tag(agent) in ("determiner", "name", "number") or line.nouns.knows(line.lower(agent))


def _has_gap(line: Line, at: int) -> bool:
    """Whether the verb's object stands before its subject: "what officials described as", "a claim that it called"."""
    clause = range(region_start(line, at), at)
    return any(line.tag(i) == "relative" or line.lower(i) in ("that", "what", "whatever") for i in clause)


def catenative(line: Line, to: int) -> int | None:
    """The verb of an infinitive that is carried out: "went on to say", "took to radio to deny"; None where none is."""
    at = to - 1 if line.lower(to - 1) != "on" else to - 2
    if line.lower(at) in _CARRYING_OUT:
        return at
    took = line.first_of(("took", "takes", "taken"), range(to - 2, max(to - 6, -1), -1))
    return took if took is not None and line.lower(took + 1) == "to" else None


def _can_be_participle(line: Line, at: int, shapes: Collection[str]) -> bool:
    if line.language == "en":
        return line.lower(at).endswith(_ENGLISH_PARTICIPLE)
    return "participle" in shapes or line.language == "de"


def _is_infinitive(line: Line, before: int, shapes: Collection[str]) -> bool:
    if line.lower(before) == "to":
        return line.lower(before - 1) != "used" and catenative(line, before) is None
    return line.lower(before) in _INFINITIVE_MARKS and "finite" not in shapes


def _closes_after_modal(line: Line, at: int) -> bool:
    """Whether a German infinitive closes the clause of a modal: "Er wollte nichts dazu sagen"."""
    if line.language != "de" or not line.lower(at).endswith("en") or line.tag(at + 1) != "mark":
        return False
    return any(line.lower(i) in line.classes.modals for i in range(region_start(line, at), at))


def _says_only(line: Line, at: int) -> bool:
    """Whether a modal leaves something said: "would say only that", "would say no more than"."""
    following = {line.lower(i) for i in right_of(line, at)}
    return "only" in following or {"more", "than"} <= following


def _is_denied(line: Line, at: int) -> bool:
    """Whether "nor" stands before the verb, or a German negation follows in the clause: "äußerte sich nicht"."""
    if line.language != "de":
        return line.lower(at - 1) == "nor" or (line.lower(at + 1) == "nor" and "neither" in line.lower(at - 1))
    following = [line.lower(i) for i in right_of(line, at)]
    return "nicht" in following and not set(following) & line.classes.complementisers
