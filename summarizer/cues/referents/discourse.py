"""Who is present where a pronoun stands: who spoke last and who the clauses before were about; pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summarizer.cues import states
from summarizer.cues.referents.referent import Referent
from summarizer.document import Document, Sentence

_FARTHEST = 3
"""Sentences back to a speaker or a topic that a pronoun can still mean."""
_REPORTED = 5
"""Sentences back to the speaker whose reported speech goes on."""
_REACH = 12
"""Sentences back to the last mention of somebody whom a pronoun can still mean."""
_CLOSE = 1.5
"""A lead in salience that leaves no doubt."""


class Turn(NamedTuple):
    """Somebody who speaks in a sentence, or is what it is about."""

    number: int
    paragraph: int
    referent: Referent


Weighed = tuple[float, Referent]


class Discourse:
    """Speakers and topics of a document by sentence, the latest of a sentence first."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._starts = [sentence.start for sentence in document.sentences]
        self._speakers: dict[int, list[Turn]] = {}
        self._topics: dict[int, list[Turn]] = {}

    def hear(self, sentence: Sentence, referent: Referent) -> None:
        """Note a speaker."""
        turn = Turn(sentence.number, sentence.paragraph, referent)
        self._speakers.setdefault(sentence.number, []).insert(0, turn)

    def tell(self, sentence: Sentence, referent: Referent) -> None:
        """Note whom a sentence is about."""
        self._topics[sentence.number] = [Turn(sentence.number, sentence.paragraph, referent)]

    def forget_speakers(self) -> None:
        """Begin anew with who speaks."""
        self._speakers.clear()

    def replace(self, lost: Referent, kept: Referent) -> None:
        """Let one referent be another."""
        for turns in self._topics.values():
            turns[:] = [turn._replace(referent=kept) if turn.referent is lost else turn for turn in turns]

    def topics(self) -> list[Turn]:
        """Whom each sentence is about, in order."""
        return [turn for number in sorted(self._topics) for turn in self._topics[number]]

    def topic(self, number: int) -> Referent | None:
        """Whom the sentence of that number is about."""
        return next((turn.referent for turn in self._topics.get(number, ())), None)

    def last_speakers(self, sentence: Sentence) -> list[Referent]:
        """Whose an unattributed quotation may be: speakers and topics of the sentences before, the likeliest first."""
        spoke = _latest(self._speakers, sentence.number, 2)
        told = [
            turn for turn in self._topics.get(sentence.number - 1, ()) if turn.referent.person or turn.referent.plural
        ]
        near = [(turn.paragraph == sentence.paragraph, turn.number, True, turn.referent) for turn in spoke]
        near += [(turn.paragraph == sentence.paragraph, turn.number, False, turn.referent) for turn in told]
        return [found[-1] for found in sorted(near, key=lambda found: found[:3], reverse=True)]

    def speakers_before(self, sentence: Sentence) -> list[Referent]:
        """Whose reported speech without a speaker may be: who spoke last, in the paragraph before at the farthest."""
        turns = _latest(self._speakers, sentence.number, _REPORTED)
        return [turn.referent for turn in turns if turn.paragraph >= sentence.paragraph - 1]

    def last_bodies(self, number: int) -> list[Referent]:
        """The bodies that spoke lately or were spoken of, but for mere states, then several people who spoke."""
        spoke = [turn.referent for turn in _latest(self._speakers, number, _FARTHEST) if not turn.referent.person]
        told = [turn.referent for turn in _latest(self._topics, number, 2) if not _is_state(turn.referent)]
        bodies = [r for r in (*spoke, *told) if r.body or not (r.person or r.plural)]
        return [*bodies, *spoke]

    def weighed(self, candidates: Sequence[Referent], whom: str, offset: int, here: Sentence) -> list[Weighed]:
        """The referents that agree with a pronoun at `offset` by how present they are; whom: see `words.PRONOUNS`."""
        farthest = self._starts[max(0, here.number - 1 - _REACH)]
        fitting = [(last, r) for r in candidates if (last := r.last_before(offset)) >= farthest and agrees(r, whom)]
        scored = [(self._salience(r, whom, last, offset, here), last, r) for last, r in fitting]
        return [(score, r) for score, _, r in sorted(scored, key=lambda found: (-found[0], -found[1]))]

    def _salience(self, referent: Referent, whom: str, last: int, offset: int, here: Sentence) -> float:
        """How present a referent is that was named last at `last`: the weights are judged, not learned."""
        back = bisect_right(self._starts, offset) - bisect_right(self._starts, last)
        spoke = _weight(referent, _latest(self._speakers, here.number, _FARTHEST), here, same=5.0, near=4.0, far=2.5)
        told = _weight(referent, _latest(self._topics, here.number, _FARTHEST), here, same=6.0, near=4.0, far=1.5)
        score = 2.0 / (1 + back) - 0.2 * back + max(spoke, told) + 0.5 * min(spoke, told)
        if whom in ("male", "female"):
            return score + 2.5 * referent.person + 1.5 * (referent.gender == whom) - 0.5 * referent.latent
        return score + 1.5 * (whom == "many" and referent.plural) + 1.0 * (whom == "body" and referent.body)


def is_clear(weighed: Sequence[Weighed]) -> bool:
    """Whether the most present of the referents leads without doubt."""
    return len(weighed) == 1 or (len(weighed) > 1 and weighed[0][0] - weighed[1][0] >= _CLOSE)


def _latest(turns: Mapping[int, list[Turn]], number: int, back: int) -> list[Turn]:
    """The turns of the sentence of that number and of so many before it, the latest first."""
    return [turn for n in range(number, number - back - 1, -1) for turn in turns.get(n, ())]


def _weight(
    referent: Referent, turns: Sequence[Turn], here: Sentence, *, same: float, near: float, far: float
) -> float:
    """What the latest turn is worth: in the same sentence, else in the paragraph or before, less farther back."""
    turn = next((turn for turn in turns if turn.referent is referent), None)
    if turn is None:
        return 0.0
    back = here.number - turn.number
    return same if back == 0 else (near if turn.paragraph == here.paragraph else far) / back


def _is_state(referent: Referent) -> bool:
    return any(states.state_of(form) for form in referent.forms)


def agrees(referent: Referent, whom: str) -> bool:
    """Whether a pronoun can stand for the referent; whom: see `words.PRONOUNS`."""
    if not (referent.person or referent.body or referent.common or referent.acts or referent.speaks):
        return False  # a name that nothing tells to be more than a place
    if whom in ("male", "female"):
        state = _is_state(referent)
        one = referent.person or not (referent.body or referent.plural or state)
        return one and referent.gender in (None, whom)
    if whom == "person":
        return referent.person
    if whom == "body":
        return not referent.person and not referent.plural
    if whom == "many":
        return referent.plural or referent.body or not referent.person
    return whom != "none"
