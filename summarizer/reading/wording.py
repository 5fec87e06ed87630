"""Cues → drafts: the text's own words for every field, so that nothing can be invented; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.cues.referents import Referent, Referents, Resolved
from summarizer.document import Document
from summarizer.drafts import ActorDraft, AttackDraft, ClaimDraft, DeadlineDraft, FigureDraft
from summarizer.merge.cast import guess_kind

if TYPE_CHECKING:
    from summarizer.cues.limits import DeadlineCue
    from summarizer.cues.violence import AttackCue

Span = tuple[int, int]
_QUOTED = re.compile(r"[“„«\"]([^“”„«»\"]+)[”“»\"]")


def actor(document: Document, referent: Referent, kind: str) -> ActorDraft:
    """The actor with all forms that the text has for it."""
    sentence = document.sentence_at(referent.first)
    name = referent.name
    return ActorDraft.model_construct(
        sentence=sentence.number if sentence else 1,
        name=name,
        aliases=[form for form in referent.forms if form != name],
        kind=kind,
        role=referent.roles[0] if referent.roles else None,
        affiliation=None,
    )


def claim(document: Document, resolved: Resolved, speaker: Referent) -> ClaimDraft:
    """The claim as its sentence or clause says it."""
    attribution = resolved.attribution
    sentence = document.sentences[attribution.sentence - 1]
    start, end = attribution.clause or (sentence.start, sentence.end)
    return ClaimDraft.model_construct(
        sentence=sentence.number,
        quote=document.text[start:end],
        speaker=speaker.name,
        text=document.text[start:end],
        kind=attribution.kind,
        polarity="denies" if attribution.kind == "denial" else "affirms",
        direct=attribution.direct,
        about=[],
        via=None,
        said=None,
    )


def deadline(document: Document, referents: Referents, cue: DeadlineCue) -> DeadlineDraft:
    """The deadline in the words of its clause."""
    text = document.text
    return DeadlineDraft.model_construct(
        sentence=cue.sentences[0],
        quote=text[slice(*cue.clause)],
        what=text[slice(*cue.clause)],
        due=text[slice(*cue.due)] if cue.due else "",
        set_by=[referents.of_phrase(*span).name for span in cue.set_by],
        binding_on=[referents.of_phrase(*span).name for span in cue.binding_on],
        consequence=_words(text, cue.consequence),
        amount=_words(text, cue.amount),
        status=cue.status,
        previously=[when.text for when in cue.previously],
    )


def attack(document: Document, referents: Referents, cue: AttackCue) -> AttackDraft:
    """The attack with its places, figures and names as written."""
    text = document.text
    return AttackDraft.model_construct(
        sentence=cue.sentences[0],
        quote=text[slice(*cue.clause)],
        kind=cue.kind,
        perpetrators=[referents.of_phrase(*span).name for span in cue.perpetrators],
        attribution=cue.attribution,
        targets=[text[slice(*span)] for span in cue.targets],
        places=[text[slice(*span)] for span in cue.places],
        when=_words(text, cue.when),
        weapon=_words(text, cue.weapon),
        strikes=None,
        killed=cue.killed.text if cue.killed else None,
        injured=cue.injured.text if cue.injured else None,
        figures=[],
        reported_by=[],
        also=list(cue.sentences[1:]),
    )


def plain_kind(referent: Referent) -> str | None:
    """The kind where the cues leave no doubt, else None."""
    if referent.person:
        return "person"
    kind = guess_kind(referent.name)
    if kind != "person" and referent.speaks:
        return kind
    return None


def fallback_kind(referent: Referent) -> str:
    """The kind of a speaker for whom the model has no word."""
    kind = guess_kind(referent.name)
    return "organisation" if kind == "person" else kind


def _words(text: str, span: Span | None) -> str | None:
    return text[slice(*span)] if span else None
