"""Cues that what a passage tells is no attack, or none that happened: its tense, its doer, its denial; pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import partial

from summarizer.cues.backdrop import Backdrop
from summarizer.cues.casualties import Casualty, find_casualties
from summarizer.cues.frames import is_hostile_cause
from summarizer.cues.roles import is_intent, is_police_at_work, is_told_false, veto
from summarizer.cues.triggers import Trigger, attack_words, is_explosive, is_of_assailant
from summarizer.cues.verb_forms import is_past
from summarizer.cues.vocabulary import primary
from summarizer.document import Sentence

_OF_THE_PASSAGE = ("drill", "fiction", "foiled", "accident", "total", "released", "attacker_falls", "memorial")
"""Lists of which one word is a cue where it governs what the passage tells."""

_WORDS_BEFORE = 9  # of a trigger: the reach of "would", "threatened to"
_WORDS_NEGATED = 4
_INFINITIVE = re.compile(r"\bto\s+(?:\w+ly\s+)?$")
_PAST_AND_BARE = frozenset("set hit burst beat cut shot".split())
_RETRACTION = 90  # characters of the next sentence within which it takes back what this one tells


def against(backdrop: Backdrop, sentence: Sentence, text: str, triggers: Sequence[Trigger]) -> set[str]:
    """Cues against: told as a threat, denied, rehearsed, foiled, an accident, a total, a figure of speech."""
    language = backdrop.document.language
    plain = attack_words(language, "side_note").sub("", text)
    cues = {name for name in _OF_THE_PASSAGE if veto(name, language, text, triggers)}
    armed = any(trigger.sign == "armed" for trigger in triggers) and is_explosive(language, text)
    if armed or attack_words(language, "act_cyber").search(text):
        cues.discard("accident")  # a bomb, too, derails a train, and a website is flooded with requests
    if "foiled" in cues and (_is_partly_foiled(backdrop, sentence, plain) or _harms_all_the_same(language, plain)):
        cues.discard("foiled")
    cues |= _of_no_enemy(language, text)
    if not triggers:
        return cues
    return cues | _of_its_words(language, text, triggers) | _settled(backdrop, sentence, text, triggers)


def _harms_all_the_same(language: str, text: str) -> bool:
    """Whether what was shot down hurt people: "six were killed by debris of a missile that had been intercepted"."""
    debris = attack_words(language, "debris").search(text)
    return debris is not None and any(c.count.high != 0 for c in find_casualties(text, language))


def _settled(backdrop: Backdrop, sentence: Sentence, text: str, triggers: Sequence[Trigger]) -> set[str]:
    """What its own words, or the sentence behind, make of the violence: a rumour, a disposal, an accident, a test."""
    language, cues = backdrop.document.language, set()
    enemy = is_of_assailant(language, text)
    if _is_untrue(backdrop, sentence, text, triggers):
        cues.add("untrue")
    disposed_of = attack_words(language, "disposal").search(text) and not enemy
    caused = is_hostile_cause(backdrop.document, text)
    if attack_words(language, "explained").search(text) or disposed_of or caused is False:
        cues.add("explained")
    if attack_words(language, "by_ourselves").search(text) and attack_words(language, "act_cyber").search(text):
        cues.add("by_ourselves")
    if backdrop.is_accident and not is_explosive(language, text) and not enemy and not is_intent(language, text):
        cues.add("accidental")
    return cues


def _of_its_words(language: str, text: str, triggers: Sequence[Trigger]) -> set[str]:
    """What stands right before the words that tell violence, behind them or around all of them."""
    words = partial(attack_words, language)
    start, last = min(t.span.start for t in triggers), max(t.span.end for t in triggers)
    before = text[:start].split()
    none = any(m.start() <= start and m.end() >= last for m in words("none_of_it").finditer(text))
    weak = all(trigger.sign == "attack" for trigger in triggers)
    told = {
        "hypothetical": words("hypothetical").search(" ".join(before[-_WORDS_BEFORE:])),
        "negated": words("negation").search(" ".join(before[-_WORDS_NEGATED:])),
        "of_nobody": none or _stands_before("nobody_was", language, text[:start]),
        "of_nature": _stands_before("nature", language, text[:start]),
        "never_came": words("never_came").search(text, start),
        "intended": all(_is_intended(language, text, trigger) for trigger in triggers),
        "figurative": weak and words("figurative").search(text),
        "plural": weak and all(trigger.plural for trigger in triggers),
        "quoted": all(trigger.quoted for trigger in triggers),
    }
    led = ("charged", "called", "reported")
    return {name for name, found in told.items() if found} | {
        name for name in led if all(_leads_to(language, name, text, t) for t in triggers)
    }


def _stands_before(name: str, language: str, text: str) -> bool:
    """Whether words of that list end the text before a trigger."""
    return bool(re.search(rf"{attack_words(language, name).pattern}\s*$", text, re.IGNORECASE))


def _is_intended(language: str, text: str, trigger: Trigger) -> bool:
    """Whether it is a bare form behind "to" and a verb of will: "meant to open fire", but "went on to kill"."""
    before = text[: trigger.span.start]
    if primary(language) != "en" or not (to := _INFINITIVE.search(before)) or is_past(_verb(text, trigger)):
        return False
    return not re.search(rf"{attack_words(language, 'done_to').pattern}\s*$", before[: to.start()], re.IGNORECASE)


def _verb(text: str, trigger: Trigger) -> str:
    """The first word of a trigger, unless its past is like its bare form."""
    first = text[slice(*trigger.span)].split(maxsplit=1)[0].casefold()
    return "" if first in _PAST_AND_BARE else first


def _is_partly_foiled(backdrop: Backdrop, sentence: Sentence, text: str) -> bool:
    """Whether all that was foiled is some of the missiles, and the sentence tells of others that got through."""
    language = backdrop.document.language
    rest = attack_words(language, "intercepted").sub("", text)
    through = attack_words(language, "got_through").search(backdrop.document.quote(sentence))
    return bool(through) and not attack_words(language, "foiled").search(rest)


def _of_no_enemy(language: str, text: str) -> set[str]:
    """Whether beasts do it or suffer it, or a weapon goes astray, where no assailant is told of."""
    if is_of_assailant(language, text):
        return set()
    found = {"mishandled"} if attack_words(language, "mishandled").search(text) else set()
    return found | ({"animals"} if _is_of_animals(language, text) else set())


def _is_of_animals(language: str, text: str) -> bool:
    """Whether a beast's noun stands before a deed or behind its "by": "eleven ewes were killed in the third attack"."""
    animal, deed = attack_words(language, "animal"), attack_words(language, "animal_deed")
    suffered = re.compile(rf"(?:{animal.pattern})\s+(?:{deed.pattern})", re.IGNORECASE)
    return bool(suffered.search(text) or attack_words(language, "animal_agent").search(text))


def _leads_to(language: str, name: str, text: str, trigger: Trigger) -> bool:
    """Whether words of that list stand right before a noun of violence that nobody is told to have suffered."""
    whose = attack_words(language, "whose_deed").match(text[trigger.span.end :].lstrip())
    return _stands_before(name, language, text[: trigger.span.start]) and not (whose and name == "charged")


def _is_untrue(backdrop: Backdrop, sentence: Sentence, text: str, triggers: Sequence[Trigger]) -> bool:
    """Whether it tells a rumour that proved false, or the next sentence takes it back: "there was no grenade"."""
    language, document = backdrop.document.language, backdrop.document
    if is_told_false(language, text, triggers):
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
    if is_police_at_work(language, text) and all(c.count.high == 0 or c.kind == "captured" for c in casualties):
        found.add("lawful")
    return found
