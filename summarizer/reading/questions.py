"""The plan "questions": code proposes candidates from the text's own cues, the model is asked about each doubtful one.

A model of 1.5 billion parameters writes unreliable lists, but its log-odds for one word rank candidates well. So names,
attributions, dates and figures are found by rule, and the model decides what rules cannot: who "he" or "the company" is,
whether a passage tells an attack or a deadline, what a name stands for.
"""

from __future__ import annotations

from summarizer.cues import limits, violence
from summarizer.cues.attribution import LIKELY, continued, find_attributions
from summarizer.cues.groups import find_groups
from summarizer.cues.names import find_names
from summarizer.cues.referents import Referent, Referents, Resolved
from summarizer.drafts import Reading
from summarizer.reading import wording
from summarizer.reading.calibration import ATTACK, CLAIM, DEADLINE, Calibration, support
from summarizer.reading.conversation import Conversation
from summarizer.schema import Rejected

_LETTERS = "ABCDEFGH"
_KINDS = {
    "person": "person", "government": "government", "military": "military", "rebels": "armed_group", "organisation": "organisation",
    "company": "company", "newspaper": "media", "crowd": "people",
}  # fmt: skip


async def read_questions(conversation: Conversation, reading: Reading) -> None:
    """Propose, ask, and write the drafts of one part."""
    document = conversation.document
    names = find_names(document)
    referents = Referents(document, names)
    claims = referents.resolve(continued(find_attributions(document, names), document))
    claims = [claim for claim in claims if conversation.holds(claim.attribution.sentence)]
    deadlines = [cue for cue in limits.propose(document, conversation.published) if conversation.holds(cue.sentences[0])]
    attacks = [cue for cue in violence.propose(document, conversation.published) if conversation.holds(cue.sentences[0])]
    total, done = len(claims) + len(deadlines) + len(attacks), 0

    for attack in attacks:
        conversation.tell("asking about attacks", done, total)
        done += 1
        if await _confirmed(conversation, reading, "attacks", ATTACK, attack.prior, attack.sentences[0], attack.clause):
            reading.attacks.append(wording.attack(document, referents, attack, claims))
    for deadline in deadlines:
        conversation.tell("asking about deadlines", done, total)
        done += 1
        due = document.text[slice(*deadline.due)] if deadline.due else ""
        if due and await _confirmed(
            conversation, reading, "deadlines", DEADLINE, deadline.prior, deadline.sentences[0], deadline.clause, due=due
        ):
            reading.deadlines.append(wording.deadline(document, referents, deadline))
    for claim in claims:
        conversation.tell("asking about claims", done, total)
        done += 1
        if claim.attribution.prior < LIKELY and not await _is_claim(conversation, reading, claim):
            continue
        speaker = await _speaker(conversation, claim)
        if speaker:
            speaker.speaks = True
            reading.claims.append(wording.claim(document, claim, speaker))
    referents.join_groups(find_groups(document, names))
    await _actors(conversation, reading, referents)


async def _confirmed(
    conversation: Conversation,
    reading: Reading,
    section: str,
    calibration: Calibration,
    prior: float,
    number: int,
    span: tuple[int, int],
    **inputs: str,
) -> bool:
    """Whether cues and model together bear a candidate out; one that they do not is kept among the rejected."""
    if prior >= calibration.sure:
        return True
    passage = conversation.document.text[slice(*span)]
    weights = await conversation.weigh(f"questions/{section.removesuffix('s')}", number=number, passage=passage, **inputs)
    value = support(prior, weights, calibration)
    if value <= 0:
        content = {"sentence": number, "quote": passage, "support": round(value, 2)}
        reading.rejected.append(Rejected(section=section, content=content, reason="other", detail="the model does not confirm it"))
    return value > 0


async def _is_claim(conversation: Conversation, reading: Reading, claim: Resolved) -> bool:
    sentence = conversation.document.sentences[claim.attribution.sentence - 1]
    span = (sentence.start, sentence.end)
    return await _confirmed(conversation, reading, "claims", CLAIM, claim.attribution.prior, sentence.number, span)


async def _speaker(conversation: Conversation, claim: Resolved) -> Referent | None:
    """The speaker, by the cues where they are sure, else the candidate that the model finds likeliest."""
    candidates = _candidates(claim)
    if claim.sure or len(candidates) < 2:
        return claim.referent or (candidates[0] if candidates else None)
    document, attribution = conversation.document, claim.attribution
    sentence = document.sentences[attribution.sentence - 1]
    listed = [{"letter": letter, "name": c.name} for letter, c in zip(_LETTERS, candidates, strict=False)]
    weights = await conversation.choose(
        "questions/speaker",
        [entry["letter"] for entry in listed],
        number=sentence.number,
        passage=document.quote(sentence),
        word=document.text[slice(*attribution.speaker)] if attribution.speaker else "",
        candidates=listed,
    )
    best = max(weights, key=lambda letter: weights[letter] + (PREFERENCE if letter == _LETTERS[0] else 0.0))
    return candidates[_LETTERS.index(best)]


PREFERENCE = 2.0
"""Log-odds that the cues' own choice has over the other candidates."""


def _candidates(claim: Resolved) -> list[Referent]:
    """The cues' choice first, then the others."""
    own = [claim.referent] if claim.referent else []
    return (own + [c for c in claim.candidates if c is not claim.referent])[: len(_LETTERS)]


async def _actors(conversation: Conversation, reading: Reading, referents: Referents) -> None:
    """Who speaks or is a person is an actor; what other names stand for is asked."""
    for referent in sorted(referents.all, key=lambda r: r.first):
        if not conversation.holds(conversation.document.sentence_at(referent.first).number):
            continue
        kind = await _kind(conversation, referent)
        if kind:
            reading.actors.append(wording.actor(conversation.document, referent, kind))


async def _kind(conversation: Conversation, referent: Referent) -> str | None:
    """The kind of an actor, None for what is none: a place or a thing that does not speak."""
    if guess := wording.plain_kind(referent):
        return guess
    weights = await conversation.weigh("questions/actor", name=referent.name)
    best = max(weights, key=lambda option: weights[option])
    if best in ("place", "thing"):
        return wording.fallback_kind(referent) if referent.speaks else None
    return _KINDS[best]
