"""Whom a pronoun means: how well each referent agrees with it and how present it is; pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.cues import states
from summarizer.cues.referents.referent import Referent

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


def ranked(
    candidates: Sequence[Referent], whom: str, offset: int, presence: Presence, sentence_of: Sequence[int]
) -> list[tuple[float, Referent]]:
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
    for number, paragraph, speaker in presence.speakers:
        if speaker is referent and number <= presence.sentence and presence.sentence - number <= 3:
            score += (4.0 if paragraph == presence.paragraph else 3.0) / (1 + max(0, presence.sentence - number - 1))
            break
    for number, paragraph, topic in presence.topics:
        if topic is referent and number <= presence.sentence and presence.sentence - number <= 3:
            score += (4.0 if paragraph == presence.paragraph else 2.5) / (1 + max(0, presence.sentence - number - 1))
            break
    if whom in ("male", "female"):
        score += 1.0 * referent.person + 1.5 * (referent.gender == whom) - 0.5 * referent.latent
    if whom == "many":
        score += 1.5 * referent.plural
    if whom == "body":
        score += 1.0 * referent.body
    return score
