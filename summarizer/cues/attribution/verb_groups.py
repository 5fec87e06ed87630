"""A reporting verb with the auxiliaries before it: active or passive, denied, wished for, said of itself; pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from summarizer.cues.attribution.frames import right_of
from summarizer.cues.lines import Line
from summarizer.cues.reporting import verbs
from summarizer.cues.subjects import over_adverbs

_ENGLISH_PARTICIPLE = ("ed", "n", "ught", "id", "old", "ld", "ut", "rd", "rn", "ne", "t", "ung")
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
        negated=any(word in line.classes.negations for word in passed) or _is_negated_after(line, at),
        modal=any(word in line.classes.modals for word in passed) and not _says_only(line, at),
        infinitive=_is_infinitive(line, before, shapes),
        gerund="gerund" in shapes and not be,
    )


def used_to(line: Line, group: VerbGroup) -> bool:
    """Whether the group is a habit of the past: "she used to say"."""
    return line.lower(group.before) == "to" and line.lower(group.before - 1) == "used"


def _can_be_participle(line: Line, at: int, shapes: Collection[str]) -> bool:
    if line.language == "en":
        return line.lower(at).endswith(_ENGLISH_PARTICIPLE)
    return "participle" in shapes or line.language == "de"


def _is_infinitive(line: Line, before: int, shapes: Collection[str]) -> bool:
    if line.lower(before) == "to":
        return line.lower(before - 1) != "used"
    return line.lower(before) in _INFINITIVE_MARKS and "finite" not in shapes


def _says_only(line: Line, at: int) -> bool:
    """Whether a modal leaves something said: "would say only that", "would say no more than"."""
    following = {line.lower(i) for i in right_of(line, at)}
    return "only" in following or {"more", "than"} <= following


def _is_negated_after(line: Line, at: int) -> bool:
    """Whether a German negation follows in the clause: "äußerte sich nicht"."""
    if line.language != "de":
        return False
    following = [line.lower(i) for i in right_of(line, at)]
    return "nicht" in following and not set(following) & line.classes.complementisers
