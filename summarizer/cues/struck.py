"""What was attacked, as a span of the text where the wording tells it behind the deed; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.cues.attackers import is_passive
from summarizer.cues.clauses import Span
from summarizer.cues.deeds import deeds_of
from summarizer.cues.foreign_deeds import foreign_target
from summarizer.cues.triggers import attack_words, names_means
from summarizer.cues.words import POSSESSIVES
from summarizer.document import Document

if TYPE_CHECKING:
    from summarizer.cues.violent_acts import Act

_WORDS = re.compile(r"\S+")
_AFTER_PARTICIPLE = frozenset("by to with for from of as after before during under into out up".split())
_SHORTEST = 5  # letters of a participle that no short noun ("bed", "ring", "being") is taken for


def targets(document: Document, act: Act) -> tuple[Span, ...]:
    """What its first deed hit, else what another verb of its clause did; whom it killed or wounded is told as such."""
    if found := _behind(document, act, act.trigger):
        return found
    harms = attack_words(document.language, "harms_people")
    verbs = [deed.verb for deed in deeds_of(document)[act.sentence.number - 1] if deed.harmed]
    hit = [v for v in verbs if act.clause.start <= v.start < act.clause.end and not harms.match(document.text, v.start)]
    told = (target for verb in hit for target in _behind(document, act, verb))
    return next(((t,) for t in told if not _is_own(document.text[slice(*t)])), ())


def _is_own(words: str) -> bool:
    """Whether it is the doer's: what "rammed his car into a bus" tells behind the verb is what was struck with."""
    return words.split(maxsplit=1)[0].casefold() in POSSESSIVES


def _behind(document: Document, act: Act, deed: Span) -> tuple[Span, ...]:
    """What follows a deed, from its article to the next preposition of place or the end of the clause."""
    bearer = attack_words(document.language, "assailant").fullmatch(document.text[slice(*deed)])
    if bearer or is_passive(document, act, deed):
        return ()  # what was attacked stands before: "the bridge was attacked the same night"
    opening = re.compile(rf"\s+{attack_words(document.language, 'target_opens').pattern}\s+", re.IGNORECASE)
    match = opening.match(document.text, deed.end, act.clause.end)
    if match is None:
        return ()
    if not document.language.startswith("en"):
        return foreign_target(document, match, act)
    closing = re.compile(rf"[,.;:()–—]|\s{attack_words(document.language, 'target_closes').pattern}", re.IGNORECASE)
    stop = closing.search(document.text, match.end(), act.clause.end)
    start, end = match.start() + 1, stop.start() if stop else act.clause.end
    if names_means(document.language, document.text[start:end].split()[-1]):
        aimed = attack_words(document.language, "aimed_at").match(document.text, end + 1, act.clause.end)
        if aimed is None:
            return ()
        start = aimed.end() + 1
        stop = closing.search(document.text, start, act.clause.end)
        end = stop.start() if stop else act.clause.end
    end = _before_participle(document.text, start, end)
    told_again = attack_words(document.language, "attack").search(document.text, start, end)
    return () if told_again or any(start <= place.start < end for place in act.places) else (Span(start, end),)


def _before_participle(text: str, start: int, end: int) -> int:
    """Where what was attacked ends before the participle that tells more of it: "a convoy | escorted by"."""
    words = list(_WORDS.finditer(text, start, end))
    for at, word in list(enumerate(words))[2:]:
        told = words[at + 1].group() in _AFTER_PARTICIPLE if at + 1 < len(words) else word.group().endswith("ed")
        if told and word.group().endswith(("ed", "ing")) and word.group().islower() and len(word.group()) > _SHORTEST:
            return word.start() - 1
    return end
