"""Who did an attack, and how the text knows: from those shown doing it and those who claim, bear or deny it; pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.cues import states
from summarizer.cues.referents import Referent, Referents, Resolved
from summarizer.cues.shown import stands_for_another
from summarizer.cues.triggers import attack_words
from summarizer.schema import Attribution

if TYPE_CHECKING:
    from summarizer.cues.blame import Blame, How
    from summarizer.cues.violence import AttackCue

_Told = list[tuple["Blame", Referent]]


def doers(referents: Referents, cue: AttackCue, claims: Sequence[Resolved]) -> tuple[list[Referent], Attribution]:
    """The perpetrators, each once, and the attribution; a named one takes the place of unnamed "gunmen"."""
    told = [(blame, referents.of_phrase(*blame.doer)) for blame in cue.blames]
    accused = [referent for blame, referent in told if blame.how != "denied"]
    shown = _shown(referents, cue, by_pronoun=not accused)
    if not accused and not any(not referent.common for referent in shown):
        accused = [referent for blame, referent in told if not blame.weak]
    named = [referent for referent in (*accused, *shown) if not referent.common]
    found = list(dict.fromkeys(named or accused or shown))
    return found, _attribution(found, told, _beside(referents, cue, claims), claims)


def _shown(referents: Referents, cue: AttackCue, *, by_pronoun: bool) -> list[Referent]:
    """Those shown doing it; whom a pronoun means only where nobody else is told and it means a band or somebody unnamed."""
    found = []
    for span in cue.perpetrators:
        told = not stands_for_another(referents.document, span)
        referent = referents.whom(*span) if told or by_pronoun else None
        if referent and (told or referent.common or _is_band(referents, referent)):
            found.append(referent)
    return found


def _is_band(referents: Referents, referent: Referent) -> bool:
    """Whether a form of it is a state's or tells a force or a band."""
    band = attack_words(referents.document.language, "band")
    return any(states.is_known(form) or band.search(form) for form in referent.forms)


def _beside(referents: Referents, cue: AttackCue, claims: Sequence[Resolved]) -> list[Resolved]:
    """The claims of its sentences; an accusation only where it is the sentence that shows somebody doing it."""
    shown = {s.number for start, _ in cue.perpetrators if (s := referents.document.sentence_at(start))}
    own = [claim for claim in claims if claim.attribution.sentence in cue.sentences]
    return [c for c in own if c.attribution.kind != "accusation" or c.attribution.sentence in shown or not shown]


def _attribution(
    found: Sequence[Referent], told: _Told, own_claims: Sequence[Resolved], claims: Sequence[Resolved]
) -> Attribution:
    """How the text knows the doer: by his own word, by an accuser's, or by its own."""
    if not found:
        return "unknown"
    own = [claim for claim in own_claims if claim.referent in found]
    if _are(told, found, "denied") or any(claim.attribution.kind == "denial" for claim in own):
        return "denied"
    if own or _are(told, found, "claimed"):
        return "claimed"
    accusing = any(claim.attribution.kind == "accusation" for claim in own_claims)
    return "alleged" if accusing or _are(told, found, "alleged") or _is_relayed(told, claims) else "reported"


def _are(told: _Told, found: Sequence[Referent], how: How) -> bool:
    return any(blame.how == how and referent in found for blame, referent in told)


def _is_relayed(told: _Told, claims: Sequence[Resolved]) -> bool:
    """Whether somebody is quoted as the one who says that it was carried out by them."""
    speaking = {claim.attribution.sentence for claim in claims}
    return any(blame.how == "told" and blame.sentence in speaking for blame, _ in told)
