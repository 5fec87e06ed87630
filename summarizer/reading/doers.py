"""Who did an attack, and how the text knows: from those shown doing it and those who claim, bear or deny it; pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.cues import states
from summarizer.cues.referents import Referent, Referents, Resolved
from summarizer.cues.shown import stands_for_another
from summarizer.cues.triggers import attack_words
from summarizer.cues.words import POSSESSIVES
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
    if not accused and not shown:  # whoever denies it without being shown or accused is told of as suspected
        accused = [referent for blame, referent in told if not blame.weak]
    named = [referent for referent in (*accused, *shown) if not referent.common]
    found = list(dict.fromkeys(named or accused or shown))
    suspected = _are_suspected(found, referents.document.language) or _is_relayed(told, shown, claims)
    return found, _attribution(found, told, _beside(referents, cue, claims), suspected=suspected)


def _shown(referents: Referents, cue: AttackCue, *, by_pronoun: bool) -> list[Referent]:
    """Those shown doing it; whom a pronoun means only where nobody else is told, and somebody unnamed."""
    found = []
    for span in cue.perpetrators:
        told = not stands_for_another(referents.document, span)
        referent = referents.whom(*span) if told or by_pronoun else None
        if referent and (told or referent.common or _is_owner(referents, referent, span)):
            found.append(referent)
    return found


def _is_owner(referents: Referents, referent: Referent, span: tuple[int, int]) -> bool:
    """Whether it may be the "its" of "its aircraft": a state, a force or a band."""
    if referents.document.text[slice(*span)].casefold() not in POSSESSIVES:
        return False
    band = attack_words(referents.document.language, "band")
    return any(states.is_known(form) or band.search(form) for form in referent.forms)


def _beside(referents: Referents, cue: AttackCue, claims: Sequence[Resolved]) -> list[Resolved]:
    """The claims of its sentences; an accusation only where it is the sentence that shows somebody doing it."""
    shown = {s.number for start, _ in cue.perpetrators if (s := referents.document.sentence_at(start))}
    own = [claim for claim in claims if claim.attribution.sentence in cue.sentences]
    return [c for c in own if c.attribution.kind != "accusation" or c.attribution.sentence in shown or not shown]


def _attribution(
    found: Sequence[Referent], told: _Told, own_claims: Sequence[Resolved], *, suspected: bool
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
    return "alleged" if suspected or accusing or _are(told, found, "alleged") else "reported"


def _are_suspected(found: Sequence[Referent], language: str) -> bool:
    """Whether they are called suspected themselves: "suspected fighters of the Front"."""
    suspected = attack_words(language, "suspected")
    return any(suspected.match(form) for referent in found for form in referent.forms)


def _are(told: _Told, found: Sequence[Referent], how: How) -> bool:
    return any(blame.how == how and referent in found for blame, referent in told)


def _is_relayed(told: _Told, shown: Sequence[Referent], claims: Sequence[Resolved]) -> bool:
    """Whether somebody is quoted as the one who says that it was carried out by them, and nothing else tells it."""
    speaking = {claim.attribution.sentence for claim in claims}
    return any(b.how == "told" and b.sentence in speaking and referent not in shown for b, referent in told)
