"""Who did an attack, and how the text knows: from those shown doing it and those who claim, bear or deny it; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.cues import states
from summarizer.cues.referents import Referent, Referents, Resolved
from summarizer.cues.referents.affiliations import affiliation_of
from summarizer.cues.shown import stands_for_another
from summarizer.cues.triggers import attack_words
from summarizer.cues.words import POSSESSIVES
from summarizer.schema import Attribution

if TYPE_CHECKING:
    from summarizer.cues.blame import Blame, How
    from summarizer.cues.violence import AttackCue
    from summarizer.document import Document

_VERB_GROUP = 24
"""Characters behind a speaker that may hold a negated verb group: "has not yet claimed"."""

_Told = list[tuple["Blame", Referent]]


def doers(referents: Referents, cue: AttackCue, claims: Sequence[Resolved]) -> tuple[list[Referent], Attribution]:
    """The perpetrators, each once, and the attribution; a named one takes the place of unnamed "gunmen"."""
    told = _for_whom_they_speak(referents, _meant(referents, cue, claims))
    accused = [referent for blame, referent in told if blame.how not in ("denied", "suspected")]
    shown = _shown(referents, cue, by_pronoun=not accused)
    if not accused and not shown:  # whoever denies it without being shown or accused is told of as suspected
        accused = [referent for blame, referent in told if not blame.weak]
    named = [referent for referent in (*accused, *shown) if not referent.common]
    named += _both_sides(told) if named else []
    found = list(dict.fromkeys(named or accused or shown))
    suspected = _are_suspected(referents, cue, found) or _is_relayed(told, shown, claims)
    return found, _attribution(referents.document, found, told, _beside(referents, cue, claims), suspected=suspected)


def _both_sides(told: _Told) -> list[Referent]:
    """Those of whom the same words tell as of another: two who blame each other."""
    marks = [blame.mark for blame, _ in told if blame.how == "alleged"]
    return [referent for blame, referent in told if marks.count(blame.mark) > 1]


def _meant(referents: Referents, cue: AttackCue, claims: Sequence[Resolved]) -> _Told:
    """Each blame with whoever is meant; a pronoun's as the claims resolve it, one that may mean several is dropped."""
    speakers = {c.attribution.speaker: c.referent for c in claims if c.attribution.speaker and c.referent}
    found: _Told = []
    for blame in cue.blames:
        pronoun = stands_for_another(referents.document, blame.doer)
        meant = speakers.get((blame.doer.start, blame.doer.end)) if pronoun else None
        if referent := meant or (referents.whom if pronoun else referents.of_phrase)(*blame.doer):
            found.append((blame, referent))
    return found


def _for_whom_they_speak(referents: Referents, told: _Told) -> _Told:
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
    akin = [body for body in blamed if _names_in(body) & _names_in(speaker)]  # "a Kasso faction", "Kasso fighters"
    return akin[0] if len(akin) == 1 else _state_of(referents, speaker) or speaker


def _names_in(referent: Referent) -> set[str]:
    """The names of bands that its forms hold, whatever stands beside them."""
    words = {word for form in referent.forms for word in re.findall(r"(?!^)\b[A-Z]\w{2,}|\b[A-Z]{3,}\b", form)}
    return {word for word in words if not (states.is_known(word) or states.demonym_of(word))}


def _state_of(referents: Referents, speaker: Referent) -> Referent | None:
    """The state whose ministry it is: "Russia’s Defence Ministry", "the Russian foreign office"."""
    text, ministry = referents.document.text, attack_words(referents.document.language, "ministry")
    for form, spans in speaker.forms.items():
        if not ministry.search(form):
            continue
        before = text[: spans[0][0]].split()[-1:]
        words = [re.sub(r"[’']s?$", "", word) for word in (*before, *form.split())]
        named = {state for word in words if (state := states.demonym_of(word) or states.state_of(word))}
        return next((r for r in referents.all if any(states.state_of(f) in named for f in r.forms)), None)
    return None


def _shown(referents: Referents, cue: AttackCue, *, by_pronoun: bool) -> list[Referent]:
    """Those shown doing it; whom a pronoun means only where nobody else is told, and somebody unnamed."""
    found = []
    for span in cue.perpetrators:
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


def _beside(referents: Referents, cue: AttackCue, claims: Sequence[Resolved]) -> list[Resolved]:
    """The claims of its sentences; an accusation only where it is the sentence that shows somebody doing it."""
    shown = {s.number for start, _ in cue.perpetrators if (s := referents.document.sentence_at(start))}
    own = [claim for claim in claims if claim.attribution.sentence in cue.sentences]
    return [c for c in own if c.attribution.kind != "accusation" or c.attribution.sentence in shown or not shown]


def _attribution(
    document: Document, found: Sequence[Referent], told: _Told, own_claims: Sequence[Resolved], *, suspected: bool
) -> Attribution:
    """How the text knows the doer: by his own word, by an accuser's, or by its own."""
    if not found:
        return "unknown"
    own = [claim for claim in own_claims if claim.referent in found and not _is_unsaid(document, claim)]
    denied, claimed = _are(told, found, "denied"), _are(told, found, "claimed")
    if denied or (not claimed and any(claim.attribution.kind == "denial" for claim in own)):
        return "denied"
    if own or claimed:
        return "claimed"
    proven = _are(told, found, "established")  # by a court: what the prosecutors said is no mere accusation then
    accusing = not proven and any(claim.attribution.kind == "accusation" for claim in own_claims)
    alleged = any(_are(told, found, how) for how in ("alleged", "suspected"))
    return "alleged" if suspected or accusing or alleged else "reported"


def _are_suspected(referents: Referents, cue: AttackCue, found: Sequence[Referent]) -> bool:
    """Whether they are called suspected themselves, or where the attack is told: "by suspected | fighters"."""
    text, suspected = referents.document.text, attack_words(referents.document.language, "suspected")
    if any(suspected.match(form) for referent in found for form in referent.forms):
        return True
    before = [text[:start].split()[-1:] for start, _ in cue.perpetrators]
    return any(suspected.fullmatch(word) for words in before for word in words)


def _is_unsaid(document: Document, claim: Resolved) -> bool:
    """Whether it is told that they have not said it: "has not yet claimed"."""
    said = claim.attribution
    if said.speaker is None or said.kind == "denial" or said.follows:
        return False
    end = said.content[0] if said.content and said.content[0] > said.speaker[1] else said.speaker[1] + _VERB_GROUP
    return bool(attack_words(document.language, "negation").search(document.text, said.speaker[1], end))


def _are(told: _Told, found: Sequence[Referent], how: How) -> bool:
    return any(blame.how == how and referent in found for blame, referent in told)


def _is_relayed(told: _Told, shown: Sequence[Referent], claims: Sequence[Resolved]) -> bool:
    """Whether somebody is quoted as the one who says that it was carried out by them, and nothing else tells it."""
    speaking = {claim.attribution.sentence for claim in claims}
    return any(b.how == "told" and b.sentence in speaking and referent not in shown for b, referent in told)
