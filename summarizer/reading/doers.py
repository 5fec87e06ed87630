"""Who did an attack, and how the text knows: from those shown doing it and those who claim, bear or deny it; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.cues import states
from summarizer.cues.deeds import deeds_of
from summarizer.cues.doer_phrases import span_of
from summarizer.cues.lines import lines_of
from summarizer.cues.referents import Referent, Referents, Resolved
from summarizer.cues.referents.affiliations import affiliation_of
from summarizer.cues.shown import stands_for_another
from summarizer.cues.triggers import attack_words
from summarizer.cues.words import POSSESSIVES
from summarizer.reading.attributing import Told, attribution, state_of
from summarizer.schema import Attribution

if TYPE_CHECKING:
    from summarizer.cues.clauses import Span
    from summarizer.cues.violence import AttackCue
    from summarizer.document import Document

_FORCE = re.compile(r"(?:forces?|army|military|navy|troops|police|jets|soldiers)$")


def doers(referents: Referents, cue: AttackCue, claims: Sequence[Resolved]) -> tuple[list[Referent], Attribution]:
    """The perpetrators, each once, and the attribution; a named one takes the place of unnamed "gunmen"."""
    told = _for_whom_they_speak(referents, _meant(referents, cue, claims))
    accused = [r for blame, r in told if blame.how not in ("denied", "suspected") and not blame.weak]
    owned_up = any(blame.how == "claimed" and not blame.weak and not r.common for blame, r in told)
    shown = _shown(referents, cue, by_pronoun=not accused, by_arms=not owned_up)
    if not accused and not shown:  # whoever denies it without being shown or accused is told of as suspected
        accused = [referent for blame, referent in told if not blame.weak or blame.how == "claimed"]
    forces = [referent for referent in accused if _is_force_of_state(referent)]
    named = [referent for referent in (*accused, *shown) if not referent.common or referent in forces]
    named += _both_sides(told) if named else []
    found = _without_their_states(list(dict.fromkeys(named or accused or shown)))
    found = _forces_that_claim(referents, cue, found, claims)
    relayed = _is_relayed([(b, r) for b, r in told if b.sentence != cue.sentences[0]], shown, claims)
    return found, attribution(referents, cue, found, told, claims, relayed=relayed)


def _forces_that_claim(
    referents: Referents, cue: AttackCue, found: list[Referent], claims: Sequence[Resolved]
) -> list[Referent]:
    """Those found; the force that speaks of it for a state of which only the arms tell: "an Israeli jet … the army"."""
    document, doing = referents.document, _doing(referents.document)
    if len(found) != 1 or found[0].common or any(span in doing for span in cue.perpetrators):
        return found
    force = attack_words(document.language, "state_force")
    own = (claim.referent for claim in claims if claim.attribution.sentence in cue.sentences and claim.referent)
    return next(([r] for r in own if state_of(referents, r, force) is found[0]), found)


def _doing(document: Document) -> set[Span]:
    """The doers of all verbs of violence."""
    lines = zip(lines_of(document), deeds_of(document), strict=True)
    return {span_of(line, deed.doer) for line, told in lines for deed in told}


def _is_force_of_state(referent: Referent) -> bool:
    """Whether it is a state's force without a name of its own: "Indian security forces"."""
    words = [word for form in referent.forms for word in form.removeprefix("The ").removeprefix("the ").split()]
    return referent.common and bool(words and states.demonym_of(words[0]) and _FORCE.search(words[-1]))


def _without_their_states(found: list[Referent]) -> list[Referent]:
    """Those found without a state whose own force is one of them: "Indian security forces"."""
    words = [word for referent in found if referent.common for form in referent.forms for word in form.split()]
    nations = {state for word in words if (state := states.demonym_of(word))}
    return [r for r in found if not any(states.state_of(form) in nations for form in r.forms)]


def _both_sides(told: Told) -> list[Referent]:
    """Those of whom the same words tell as of another: two who blame each other."""
    marks = [blame.mark for blame, _ in told if blame.how == "alleged"]
    return [referent for blame, referent in told if marks.count(blame.mark) > 1]


def _meant(referents: Referents, cue: AttackCue, claims: Sequence[Resolved]) -> Told:
    """Each blame with whoever is meant; a pronoun's as the claims resolve it, one that may mean several is dropped."""
    speakers = {c.attribution.speaker: c.referent for c in claims if c.attribution.speaker and c.referent}
    found: Told = []
    for blame in cue.blames:
        pronoun = stands_for_another(referents.document, blame.doer)
        meant = speakers.get((blame.doer.start, blame.doer.end)) if pronoun else None
        if referent := meant or (referents.whom if pronoun else referents.of_phrase)(*blame.doer):
            found.append((blame, referent))
    return found


def _for_whom_they_speak(referents: Referents, told: Told) -> Told:
    """Whose word a claim or a denial is: a spokesman's, a lawyer's or a wing's is that of the body it speaks for."""
    blamed = [referent for blame, referent in told if blame.how not in ("claimed", "denied")]
    bodies = list(dict.fromkeys(r for r in blamed if not r.person))
    return [
        (blame, _principal(referents, referent, bodies))
        if blame.how in ("claimed", "denied") and referent not in blamed
        else (blame, referent)
        for blame, referent in told
    ]


def _principal(referents: Referents, speaker: Referent, blamed: Sequence[Referent]) -> Referent:
    """The body that somebody speaks for: his own, of a ministry its state, else the only body that is blamed."""
    language = referents.document.language
    speaks_for = attack_words(language, "speaks_for")
    if speaker.person or any(speaks_for.search(form) for form in speaker.forms):
        own = affiliation_of(referents.document, speaker, referents.all) if speaker.person else None
        found = next((r for r in referents.all if own and own in r.forms), None)
        return found or (blamed[0] if len(blamed) == 1 else speaker)
    ministry = attack_words(language, "ministry")
    akin = [body for body in blamed if _names_in(body) & _names_in(speaker)]  # "a Kasso faction", "Kasso fighters"
    return akin[0] if len(akin) == 1 else state_of(referents, speaker, ministry) or speaker


def _names_in(referent: Referent) -> set[str]:
    """The names of bands that its forms hold, whatever stands beside them."""
    words = {word for form in referent.forms for word in re.findall(r"(?!^)\b[A-Z]\w{2,}|\b[A-Z]{3,}\b", form)}
    return {word for word in words if not (states.is_known(word) or states.demonym_of(word))}


def _shown(referents: Referents, cue: AttackCue, *, by_pronoun: bool, by_arms: bool) -> list[Referent]:
    """Those shown doing it; whom a pronoun means only where nobody else is told, and somebody unnamed.

    `by_arms`: so are states whose arms alone are told; not where somebody else owns up to it.
    """
    found, doing, text = [], _doing(referents.document), referents.document.text
    for span in cue.perpetrators:
        if not by_arms and span not in doing and states.is_known(text[slice(*span)]):
            continue
        told = not stands_for_another(referents.document, span)
        referent = referents.whom(*span) if told or by_pronoun else None
        if referent and (told or _may_be_meant(referents, cue, referent, span)):
            found.append(referent)
    return found


def _may_be_meant(referents: Referents, cue: AttackCue, referent: Referent, span: tuple[int, int]) -> bool:
    """Whether a pronoun may mean them as doers: somebody unnamed whom the attack did not harm, or an owner of arms."""
    if not referent.common:
        return _is_owner(referents, referent, span)
    harmed = [figure.span for figure in cue.figures]
    return not any(start < toll.end and toll.start < end for start, end in referent.mentions for toll in harmed)


def _is_owner(referents: Referents, referent: Referent, span: tuple[int, int]) -> bool:
    """Whether it may be the "its" of "its aircraft": a state, a force or a band."""
    if referents.document.text[slice(*span)].casefold() not in POSSESSIVES:
        return False
    band = attack_words(referents.document.language, "band")
    return any(states.is_known(form) or band.search(form) for form in referent.forms)


def _is_relayed(told: Told, shown: Sequence[Referent], claims: Sequence[Resolved]) -> bool:
    """Whether somebody is quoted as the one who says that it was carried out by them, and nothing else tells it."""
    speaking = {claim.attribution.sentence for claim in claims}
    return any(b.how == "told" and b.sentence in speaking and referent not in shown for b, referent in told)
