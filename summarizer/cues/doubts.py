"""Cues that what a passage tells is no attack, or none that happened: its tense, its doer, its denial; pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from summarizer.cues.backdrop import Backdrop
from summarizer.cues.casualties import Casualty
from summarizer.cues.triggers import Trigger, attack_words, is_explosive, is_of_assailant
from summarizer.document import Sentence

_OF_THE_PASSAGE = ("drill", "fiction", "foiled", "accident", "total", "released", "attacker_falls", "memorial")
"""Lists of which one word anywhere in the passage is a cue."""

_WORDS_BEFORE = 9  # of a trigger: the reach of "would", "threatened to"
_WORDS_NEGATED = 4
_RETRACTION = 90  # characters of the next sentence within which it takes back what this one tells


def against(backdrop: Backdrop, sentence: Sentence, text: str, triggers: Sequence[Trigger]) -> set[str]:
    """Cues against: told as a threat, denied, rehearsed, foiled, an accident, a total, a figure of speech."""
    language = backdrop.document.language
    plain = attack_words(language, "side_note").sub("", text)
    cues = {name for name in _OF_THE_PASSAGE if attack_words(language, name).search(plain)}
    if any(trigger.sign == "armed" for trigger in triggers) and is_explosive(language, text):
        cues.discard("accident")  # a bomb, too, derails a train
    if not triggers:
        return cues
    cues |= _of_its_words(language, text, triggers)
    if _is_untrue(backdrop, sentence, text):
        cues.add("untrue")
    if attack_words(language, "explained").search(text):
        cues.add("explained")
    if backdrop.is_accident and not is_explosive(language, text) and not is_of_assailant(language, text):
        cues.add("accidental")
    return cues


def _of_its_words(language: str, text: str, triggers: Sequence[Trigger]) -> set[str]:
    """What stands right before the words that tell violence, or around all of them."""
    start = min(trigger.span for trigger in triggers).start
    before = text[:start].split()
    cues = set()
    if attack_words(language, "hypothetical").search(" ".join(before[-_WORDS_BEFORE:])):
        cues.add("hypothetical")
    if attack_words(language, "negation").search(" ".join(before[-_WORDS_NEGATED:])):
        cues.add("negated")
    if re.search(rf"{attack_words(language, 'nobody_was').pattern}\s*$", text[:start], re.IGNORECASE):
        cues.add("of_nobody")
    if re.search(rf"{attack_words(language, 'nature').pattern}\s*$", text[:start], re.IGNORECASE):
        cues.add("of_nature")
    weak = all(trigger.sign == "attack" for trigger in triggers)
    if weak and attack_words(language, "figurative").search(text):
        cues.add("figurative")
    if weak and all(trigger.plural for trigger in triggers):
        cues.add("plural")
    if all(trigger.quoted for trigger in triggers):
        cues.add("quoted")
    return cues | {name for name in ("charged", "called") if all(_leads_to(language, name, text, t) for t in triggers)}


def _leads_to(language: str, name: str, text: str, trigger: Trigger) -> bool:
    """Whether words of that list stand right before a noun of violence that nobody is told to have suffered."""
    led = re.compile(rf"{attack_words(language, name).pattern}\s*$", re.IGNORECASE)
    whose = attack_words(language, "whose_deed").match(text[trigger.span.end :].lstrip())
    return bool(led.search(text[: trigger.span.start])) and not (whose and name == "charged")


def _is_untrue(backdrop: Backdrop, sentence: Sentence, text: str) -> bool:
    """Whether it tells a rumour that proved false, or the next sentence takes it back: "there was no grenade"."""
    language, document = backdrop.document.language, backdrop.document
    if attack_words(language, "untrue").search(text):
        return True
    following = document.sentence(sentence.number + 1)
    if following is None or following.paragraph != sentence.paragraph:
        return False
    return bool(attack_words(language, "retracts").match(document.quote(following)[:_RETRACTION]))


def unplaced(
    language: str, text: str, triggers: Sequence[Trigger], casualties: Sequence[Casualty], cues: Collection[str]
) -> set[str]:
    """Whether people were slain; whether only nouns tell the violence; whether police do it and nobody is hurt."""
    found = {"slain"} if "casualty" in cues and attack_words(language, "slain").search(text) else set()
    nouns = attack_words(language, "mere_noun")
    strong = [text[slice(*trigger.span)] for trigger in triggers if trigger.sign != "attack"]
    if strong and all(nouns.fullmatch(word) for word in strong) and not {"place", "when", "casualty"} & set(cues):
        found.add("mere_noun")
    if attack_words(language, "police_raid").search(text) and all(c.count.high == 0 for c in casualties):
        found.add("lawful")
    return found
