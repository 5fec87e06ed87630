"""How the text knows who did an attack: by their own word, an accuser's, a suspicion, or as a fact; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.cues import states
from summarizer.cues.referents import Referent, Referents, Resolved
from summarizer.cues.triggers import attack_words
from summarizer.schema import Attribution

if TYPE_CHECKING:
    from summarizer.cues.blame import Blame, How
    from summarizer.cues.violence import AttackCue
    from summarizer.document import Document

Told = list[tuple["Blame", Referent]]
"""Each wording that says who did it, with whoever is meant."""

_ONE_PERSON = frozenset({"he", "she"})
_TO_NOUN = 2
"""Words before a doer among which "suspected" stands: "suspected armed | robbers"."""

_TO_NATION = 5
"""Words from "suspected" to the nation whose arms they may have been."""

_VERB_GROUP = 24
"""Characters behind a speaker that may hold a negated verb group: "has not yet claimed"."""


def attribution(
    referents: Referents,
    cue: AttackCue,
    found: Sequence[Referent],
    told: Told,
    claims: Sequence[Resolved],
    *,
    relayed: bool,
) -> Attribution:
    """How the text knows that those found did it; `relayed`: somebody is quoted as the one who says so."""
    if not found:
        return "unknown"
    beside = _beside(referents, cue, claims)
    own = [c for c in beside if _is_word_of(referents, c, found) and not _is_unsaid(referents.document, c)]
    denied, claimed = _are(told, found, "denied"), _are(told, found, "claimed")
    if denied or (not claimed and any(claim.attribution.kind == "denial" for claim in own)):
        return "denied"
    if own or claimed:
        return "claimed"
    proven = _are(told, found, "established")  # by a court: what the prosecutors said is no mere accusation then
    accusing = not proven and any(claim.attribution.kind == "accusation" for claim in beside)
    alleged = any(_are(told, found, how) for how in ("alleged", "suspected"))
    suspected = relayed or _are_suspected(referents, cue, found)
    return "alleged" if suspected or accusing or alleged else "reported"


def _beside(referents: Referents, cue: AttackCue, claims: Sequence[Resolved]) -> list[Resolved]:
    """The claims of its sentences; an accusation only where it is the sentence that shows somebody doing it."""
    shown = {s.number for start, _ in cue.perpetrators if (s := referents.document.sentence_at(start))}
    own = [claim for claim in claims if claim.attribution.sentence in cue.sentences]
    return [c for c in own if c.attribution.kind != "accusation" or c.attribution.sentence in shown or not shown]


def _is_word_of(referents: Referents, claim: Resolved, found: Sequence[Referent]) -> bool:
    """Whether it is their own word, or that of a ministry or a force of the state that did it."""
    one = claim.attribution.pronoun in _ONE_PERSON
    if claim.referent is None or (one and not claim.referent.person):
        return False  # "he said" is no band's
    if claim.referent in found:
        return True
    body = attack_words(referents.document.language, "state_body")
    return claim.attribution.kind != "denial" and state_of(referents, claim.referent, body) in found


def state_of(referents: Referents, speaker: Referent, body: re.Pattern[str]) -> Referent | None:
    """The state whose `body` it is: "Russia’s Defence Ministry", "the Russian foreign office"."""
    text = referents.document.text
    for form, spans in speaker.forms.items():
        if not body.search(form):
            continue
        before = text[: spans[0][0]].split()[-1:]
        words = [re.sub(r"[’']s?$", "", word) for word in (*before, *form.split())]
        named = {state for word in words if (state := states.demonym_of(word) or states.state_of(word))}
        return next((r for r in referents.all if any(states.state_of(f) in named for f in r.forms)), None)
    return None


def _are_suspected(referents: Referents, cue: AttackCue, found: Sequence[Referent]) -> bool:
    """Whether they are called suspected themselves, or where the attack is told: "by suspected | fighters"."""
    text, suspected = referents.document.text, attack_words(referents.document.language, "suspected")
    if any(suspected.match(form) for referent in found for form in referent.forms):
        return True
    before = [text[:start].split()[-_TO_NOUN:] for start, _ in cue.perpetrators]
    if any(suspected.fullmatch(word) for words in before for word in words):
        return True
    nations = {state for r in found for form in r.forms if (state := states.state_of(form))}
    told = [referents.document.quote(s) for n in cue.sentences if (s := referents.document.sentence(n))]
    return any(_are_suspected_arms(suspected, sentence, nations) for sentence in told)


def _are_suspected_arms(suspected: re.Pattern[str], sentence: str, nations: set[str]) -> bool:
    """Whether it is only suspected whose arms they were: "a suspected US drone"."""
    near = (sentence[match.end() :].split()[:_TO_NATION] for match in suspected.finditer(sentence))
    return any((states.demonym_of(word) or states.state_of(word)) in nations for words in near for word in words)


def _is_unsaid(document: Document, claim: Resolved) -> bool:
    """Whether it is told that they have not said it: "has not yet claimed"."""
    said = claim.attribution
    if said.speaker is None or said.kind == "denial" or said.follows:
        return False
    end = said.content[0] if said.content and said.content[0] > said.speaker[1] else said.speaker[1] + _VERB_GROUP
    return bool(attack_words(document.language, "negation").search(document.text, said.speaker[1], end))


def _are(told: Told, found: Sequence[Referent], how: How) -> bool:
    return any(blame.how == how and referent in found for blame, referent in told)
