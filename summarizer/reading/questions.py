"""The plan "questions": code proposes candidates from the text's own cues, the model is asked about each doubtful one.

A model of 1.5 billion parameters writes unreliable lists, but its log-odds for one word rank candidates well. So
names, attributions, dates and figures are found by rule, and the model decides what rules cannot: who "he" or "the
company" is, whether a passage tells an attack or a deadline, what a name stands for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from summarizer.cues import limits, states, violence
from summarizer.cues.attribution import continued, find_attributions
from summarizer.cues.groups import find_groups
from summarizer.cues.limits import DeadlineCue
from summarizer.cues.names import find_names
from summarizer.cues.referents import Referent, Referents, Resolved
from summarizer.cues.violence import AttackCue
from summarizer.drafts import ClaimDraft, Reading
from summarizer.reading import wording
from summarizer.reading.about import about
from summarizer.reading.calibration import CALIBRATIONS, OWN_CHOICE, Question, support
from summarizer.reading.conversation import Conversation
from summarizer.schema import ActorKind, Rejected

C = TypeVar("C", AttackCue, DeadlineCue)

_ACTORS_BY_NATURE = frozenset({"person", "people", "armed_group", "military"})
"""Kinds that are actors wherever they are named; a body that only lends its name to somebody's affiliation is none."""
_HUMAN = frozenset({"person", "crowd"})
"""What a body is not, whatever the model says."""
_LETTERS = "ABCDEFGH"
_SHOWN_MENTIONS = 2
_KINDS: dict[str, ActorKind] = {
    "person": "person",
    "government": "government",
    "military": "military",
    "rebels": "armed_group",
    "organisation": "organisation",
    "company": "company",
    "newspaper": "media",
    "crowd": "people",
}
"""What the question about a name offers → the kind it means; "place" and "thing" mean that it is no actor."""


async def read_questions(conversation: Conversation, reading: Reading) -> None:
    """Propose, ask, and write the drafts of one part."""
    interview = _Interview(conversation, reading)
    await interview.about_attacks()
    await interview.about_deadlines()
    await interview.about_claims()
    await interview.about_actors()
    interview.tell_whom_claims_are_about()


class _Interview:
    """The candidates of one part, put to the model section by section."""

    def __init__(self, conversation: Conversation, reading: Reading) -> None:
        self._conversation = conversation
        self._reading = reading
        self._document = conversation.document
        names = find_names(self._document)
        self._referents = Referents(self._document, names)
        self._groups = find_groups(self._document)
        said = self._referents.resolve(continued(find_attributions(self._document), self._document))
        self._told: list[tuple[ClaimDraft, Resolved, Referent]] = []
        self._actors: list[Referent] = []
        self._claims = [claim for claim in said if conversation.holds(claim.attribution.sentence)]

    async def about_attacks(self) -> None:
        """Which candidate attacks happened."""
        cues = violence.propose(self._document, self._conversation.published)
        for cue in await self._borne_out("attack", cues, lambda _: {}):
            self._reading.attacks.append(wording.attack(self._document, self._referents, cue, self._claims))

    async def about_deadlines(self) -> None:
        """Which candidate deadlines bind somebody."""
        timed = []
        for cue in limits.propose(self._document, self._conversation.published):
            if cue.due is not None:
                timed.append(cue)
            elif self._holds(cue.sentences[0]):
                self._refuse("deadlines", cue.sentences[0], cue.clause, "the text says no time for it")
        for cue in await self._borne_out("deadline", timed, self._due):
            self._reading.deadlines.append(wording.deadline(self._document, self._referents, cue, self._claims))

    def _due(self, cue: DeadlineCue) -> dict[str, str]:
        return {"due": self._document.text[slice(*cue.due)]} if cue.due else {}

    async def about_claims(self) -> None:
        """Which doubtful sentences are somebody's words, and whose."""
        for done, claim in enumerate(self._claims):
            self._conversation.tell("asking about claims", done, len(self._claims))
            sentence = self._document.sentences[claim.attribution.sentence - 1]
            span = (sentence.start, sentence.end)
            if await self._support("claim", claim.attribution.prior, sentence.number, span) <= 0:
                continue
            if speaker := await self._speaker(claim):
                speaker.speaks = True
                draft = wording.claim(self._document, claim, speaker)
                self._reading.claims.append(draft)
                self._told.append((draft, claim, speaker))
            else:
                self._refuse("claims", sentence.number, span, "the text names no speaker")

    async def about_actors(self) -> None:
        """What the names stand for that neither speak nor act in so many words."""
        self._referents.join_groups(self._groups)
        referents = [r for r in sorted(self._referents.all, key=lambda r: r.first) if self._holds_offset(r.first)]
        for done, referent in enumerate(referents):
            self._conversation.tell("asking about actors", done, len(referents))
            if kind := await self._kind(referent):
                self._reading.actors.append(wording.actor(self._document, referent, kind, referents))
                self._actors.append(referent)

    def tell_whom_claims_are_about(self) -> None:
        """Once it is known who is an actor, which of them each claim names."""
        for draft, claim, speaker in self._told:
            draft.about = [referent.name for referent in about(self._document, claim, speaker, self._actors)]

    async def _borne_out(
        self, question: Question, cues: Sequence[C], inputs: Callable[[C], Mapping[str, str]]
    ) -> list[C]:
        """Of the text's candidates those of this part that are borne out; none where not one of the text is plain."""
        own = [cue for cue in cues if self._holds(cue.sentences[0])]
        plain = any(cue.prior >= CALIBRATIONS[question].plain for cue in cues if cue not in own)
        found: list[tuple[C, float]] = []
        for done, cue in enumerate(own):
            self._conversation.tell(f"asking about {question}s", done, len(own))
            value = await self._support(question, cue.prior, cue.sentences[0], cue.clause, **inputs(cue))
            if value > 0:
                found.append((cue, value))
        if plain or any(value >= CALIBRATIONS[question].plain for _, value in found):
            return [cue for cue, _ in found]
        for cue, value in found:
            detail = f"nothing in the text tells one plainly (support {value:.1f})"
            self._refuse(f"{question}s", cue.sentences[0], cue.clause, detail)
        return []

    async def _support(
        self, question: Question, prior: float, number: int, span: tuple[int, int], **inputs: str
    ) -> float:
        """How well cues and model together bear a candidate out; one that they do not is kept among the rejected."""
        if prior >= CALIBRATIONS[question].sure:
            return prior
        passage = self._document.text[slice(*span)]
        weights = await self._conversation.weigh(f"questions/{question}", passage=passage, **inputs)
        value = support(prior, weights, question)
        if value <= 0:
            self._refuse(f"{question}s", number, span, f"the model does not confirm it (support {value:.1f})")
        return value

    async def _speaker(self, claim: Resolved) -> Referent | None:
        """The speaker, by the cues where they are sure, else the candidate that the model finds likeliest."""
        candidates = _candidates(claim)
        if claim.sure or len(candidates) < 2:
            return candidates[0] if candidates else None
        attribution = claim.attribution
        listed = [{"letter": letter, "name": c.name} for letter, c in zip(_LETTERS, candidates, strict=False)]
        weights = await self._conversation.weigh(
            "questions/speaker",
            [entry["letter"] for entry in listed],
            passage=self._around(attribution.sentence),
            word=self._document.text[slice(*attribution.speaker)] if attribution.speaker else "",
            candidates=listed,
        )
        weights[_LETTERS[0]] += OWN_CHOICE
        return candidates[_LETTERS.index(max(weights, key=lambda letter: weights[letter]))]

    async def _kind(self, referent: Referent) -> ActorKind | None:
        """The kind of an actor, None for what is none: a place or a thing that neither speaks nor acts."""
        if guess := wording.plain_kind(referent, self._document.language):
            return guess
        if states.demonym_of(referent.name):
            return None  # "Russian" tells whose, and is nobody
        weights = await self._conversation.weigh(
            "questions/actor", name=referent.name, passage=self._mentions(referent)
        )
        if not (referent.speaks or referent.acts):
            kind = _KINDS.get(max(weights, key=lambda option: weights[option]))
            return kind if kind in _ACTORS_BY_NATURE else None
        options = [option for option in _KINDS if not (referent.body and option in _HUMAN)]
        return _KINDS[max(options, key=lambda option: weights[option])]

    def _around(self, number: int) -> str:
        """A sentence with the two before it."""
        sentences = self._document.sentences[max(0, number - 3) : number]
        return self._document.text[sentences[0].start : sentences[-1].end]

    def _mentions(self, referent: Referent) -> str:
        """The first sentences that name a referent."""
        offsets = sorted(start for spans in referent.forms.values() for start, _ in spans)
        found = dict.fromkeys(s for offset in offsets if (s := self._document.sentence_at(offset)))
        return " ".join(self._document.quote(sentence) for sentence in list(found)[:_SHOWN_MENTIONS])

    def _holds(self, number: int) -> bool:
        return self._conversation.holds(number)

    def _holds_offset(self, offset: int) -> bool:
        sentence = self._document.sentence_at(offset)
        return sentence is not None and self._holds(sentence.number)

    def _refuse(self, section: str, number: int, span: tuple[int, int], detail: str) -> None:
        content = {"sentence": number, "quote": self._document.text[slice(*span)]}
        self._reading.rejected.append(Rejected(section=section, content=content, reason="other", detail=detail))


def _candidates(claim: Resolved) -> list[Referent]:
    """The cues' choice first, then the others."""
    own = [claim.referent] if claim.referent else []
    return (own + [c for c in claim.candidates if c is not claim.referent])[: len(_LETTERS)]
