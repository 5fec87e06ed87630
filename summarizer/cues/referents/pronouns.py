"""Whom a pronoun means: how well each referent agrees with it and how present it is; pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.cues import states
from summarizer.cues.referents.referent import Referent

_FARTHEST = 3
_CLOSE = 1.5
"""A lead in salience that leaves no doubt."""


class Presence(NamedTuple):
    """What makes a referent present where a pronoun stands: who spoke and who was subject, by sentence number."""

    sentence: int
    paragraph: int
    speakers: Sequence[tuple[int, int, Referent]]
    topics: Sequence[tuple[int, int, Referent]]


def agrees(referent: Referent, whom: str) -> bool:
    """Whether the pronoun can stand for the referent; whom: see `words.PRONOUNS`."""
    if not (referent.person or referent.body or referent.common or referent.acts or referent.speaks):
        return False  # a name that nothing tells to be more than a place
    state = any(states.state_of(form) for form in referent.forms)
    if whom in ("male", "female"):
        one = referent.person or not (referent.body or referent.plural or state)
        return one and referent.gender in (None, whom)
    if whom == "person":
        return referent.person
    if whom == "body":
        return not referent.person and not referent.plural
    if whom == "many":
        return referent.plural or referent.body or not referent.person
    return whom != "none"


def ranked(candidates: Sequence[Referent], whom: str, offset: int, presence: Presence, sentence_of: Sequence[int]) -> list[tuple[float, Referent]]:
    """The referents that agree with a pronoun at `offset`, with how present each is, the most present first.

    `sentence_of` holds the start of each sentence, to count how far back a mention stands.
    """
    fitting = [r for r in candidates if agrees(r, whom) and r.last_before(offset) >= 0]
    scored = [(_salience(r, whom, offset, presence, sentence_of), r) for r in fitting]
    return sorted(scored, key=lambda pair: (-pair[0], -pair[1].last_before(offset)))


def is_clear(scored: Sequence[tuple[float, Referent]]) -> bool:
    """Whether the first one leads without doubt."""
    return len(scored) == 1 or (len(scored) > 1 and scored[0][0] - scored[1][0] >= _CLOSE)


def _salience(referent: Referent, whom: str, offset: int, presence: Presence, starts: Sequence[int]) -> float:
    last = referent.last_before(offset)
    back = sum(1 for start in starts if last < start <= offset)
    score = 2.0 / (1 + back) - 0.2 * back
    spoke = _weight(referent, presence.speakers, presence, same=5.0, near=4.0, far=2.5)
    told = _weight(referent, presence.topics, presence, same=6.0, near=4.0, far=1.5)
    score += max(spoke, told) + 0.5 * min(spoke, told)
    if whom in ("male", "female"):
        score += 1.0 * referent.person + 1.5 * (referent.gender == whom) - 0.5 * referent.latent
    if whom == "many":
        score += 1.5 * referent.plural
    if whom == "body":
        score += 1.0 * referent.body
    return score


def _weight(
    referent: Referent, mentions: Sequence[tuple[int, int, Referent]], presence: Presence, *, same: float, near: float, far: float
) -> float:
    """What the latest of these mentions is worth: in the same sentence, else in the paragraph or before it, less the farther back."""
    for number, paragraph, mentioned in mentions:
        back = presence.sentence - number
        if mentioned is referent and 0 <= back <= _FARTHEST:
            return same if back == 0 else (near if paragraph == presence.paragraph else far) / back
    return 0.0
