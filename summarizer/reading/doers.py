"""Who did an attack, and how the text knows: from those shown doing it and those who claim, bear or deny it; pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.cues.referents import Referent, Referents, Resolved
from summarizer.schema import Attribution

if TYPE_CHECKING:
    from summarizer.cues.blame import Blame, How
    from summarizer.cues.violence import AttackCue

_Told = list[tuple["Blame", Referent]]


def doers(referents: Referents, cue: AttackCue, claims: Sequence[Resolved]) -> tuple[list[Referent], Attribution]:
    """The perpetrators, each once, and the attribution; a named one takes the place of unnamed "gunmen"."""
    shown = [referents.of_phrase(*span) for span in cue.perpetrators]
    told = [(blame, referents.of_phrase(*blame.doer)) for blame in cue.blames]
    accused = [referent for blame, referent in told if blame.how != "denied"]
    if not accused and not any(not referent.common for referent in shown):
        accused = [referent for blame, referent in told if not blame.weak]
    if accused:
        shown = [referent for referent in shown if not referent.common]
    found = list(dict.fromkeys([*accused, *shown]))
    return found, _attribution(found, told, [c for c in claims if c.attribution.sentence in cue.sentences], claims)


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
