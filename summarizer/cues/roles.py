"""Whether words that make an event no attack govern its telling, or stand there as a place, a victim or a time; pure.

"In the film gunmen storm a bank" and "a mock raid" tell no attack; "gunmen shot a film director", "a bomb hit villagers
who were watching a play" and "rebels shelled the drill hall" do. What such words stand in decides, not that they stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.cues.casualties import Casualty, find_casualties
from summarizer.cues.triggers import Trigger, attack_words, is_of_assailant
from summarizer.cues.vocabulary import primary

_KEPT = frozenset({"released", "attacker_falls", "memorial"})
"""Lists whose words may stand in a clause of their own and still be of the deed."""

_OPENING = 3
"""Characters before a frame that opens its clause and governs all of it: a quotation mark, a dash."""

_FACE_TO_FACE = ("act_shooting", "act_stabbing", "act_kidnapping")
_ACCIDENT_FREE = (*_FACE_TO_FACE, "act_cyber", "act_shelling", "hand_to_hand")
"""Lists of acts that no accident does."""


def strongest(triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers that tell violence by themselves; the weak ones where there are no others."""
    return [trigger for trigger in triggers if trigger.sign != "attack"] or list(triggers)


def veto(name: str, language: str, text: str, triggers: Sequence[Trigger]) -> bool:
    """Whether a word of the list `name` says of what the passage tells that it is no attack."""
    words = attack_words(language, name)
    plain = _without(attack_words(language, "side_note"), text)
    if name not in _KEPT:
        plain = _without_clauses(language, plain, triggers)
    if primary(language) != "en":
        return bool(words.search(plain))
    found = [m for m in words.finditer(plain) if not (_is_name(m) or _is_broken_in_on(language, plain, m))]
    if name == "fiction":
        found = [match for match in found if _is_frame(language, plain, match, triggers)]
    if name == "drill" and not attack_words(language, "drill_itself").search(plain):
        found = [match for match in found if match.start() <= _OPENING or not _harms_as_enemy(language, text)]
    if name == "accident" and triggers and _is_of_enemy(language, text, triggers):
        return False
    if name == "foiled" and found and _may_harm(language, text, plain):
        return not _harms(find_casualties(text, language))
    return bool(found)


def _may_harm(language: str, text: str, plain: str) -> bool:
    """Whether what is told as failed or brought down may have harmed people: rebels, too, shoot aircraft down."""
    by_enemy = attack_words(language, "brought_down") if is_of_assailant(language, text) else re.compile(r"(?!)")
    return not attack_words(language, "foiled_itself").search(_without(by_enemy, plain))


def is_intent(language: str, text: str) -> bool:
    """Whether it tells a deed that no accident does: shots at somebody, a stabbing, a rail blown up by saboteurs."""
    acts = any(attack_words(language, name).search(text) for name in _ACCIDENT_FREE)
    return acts or bool(attack_words(language, "on_purpose").search(text))


def is_told_false(language: str, text: str, triggers: Sequence[Trigger]) -> bool:
    """Whether a rumour, a report or a denial that proves the deed untrue is about the deed itself.

    "He denied that anybody was shot", but "he denied that anybody was hurt in the raid that killed nine".
    """
    found = list(attack_words(language, "untrue").finditer(text))
    if primary(language) != "en" or not triggers:
        return bool(found)
    return any(all(_is_told_in(language, text, match, trigger) for trigger in strongest(triggers)) for match in found)


def _is_told_in(language: str, text: str, match: re.Match[str], trigger: Trigger) -> bool:
    """Whether the deed is within the words that deny it, in the clause that they open, or what they are said of."""
    start, end = match.span()
    but = attack_words(language, "but").search(text, end)
    if but and _harms(find_casualties(text[but.end() :], language)):
        return False
    if trigger.span.start < start:
        return text[:start].rstrip(" athe").endswith((",", "–", "—", "-"))
    between = text[end : trigger.span.start]
    known = re.search(r"\b(?:in|by|from) (?:the|this|that)(?: [\w-]+){0,2}\s*$", between)
    return not known and not attack_words(language, "next_clause").search(between)


def _harms_as_enemy(language: str, text: str) -> bool:
    """Whether an enemy is told of, and people who came to harm: no exercise's doing."""
    people = _without(attack_words(language, "means_airstrike"), text)
    return is_of_assailant(language, people) and _harms(find_casualties(text, language))


def _harms(casualties: Sequence[Casualty]) -> bool:
    told = (casualty for casualty in casualties if casualty.counted or casualty.kind in ("killed", "injured"))
    return any(casualty.count.high != 0 for casualty in told)


def _is_of_enemy(language: str, text: str, triggers: Sequence[Trigger]) -> bool:
    """Whether attackers do it: "bandits shot six people in a bus that had crashed"."""
    strong = any(trigger.sign in ("act", "assailed") for trigger in triggers)
    person_to_person = any(attack_words(language, name).search(text) for name in _FACE_TO_FACE)
    return strong and (is_of_assailant(language, text) or person_to_person)


def is_police_at_work(language: str, text: str) -> bool:
    """Whether police storm or seize in the name of the law, and nobody who is only dressed like them."""
    disguised = attack_words(language, "disguised")
    raids = attack_words(language, "police_raid").finditer(text)
    return any(not disguised.search(text[: raid.start()]) for raid in raids)


def _is_frame(language: str, text: str, match: re.Match[str], triggers: Sequence[Trigger]) -> bool:
    """Whether a work's name opens the passage, or stands in one clause with every deed."""
    if attack_words(language, "performs").search(text[: match.start()]):
        return False
    if match.start() <= _OPENING or not triggers:
        return True
    return all(not re.search(r"[,;]", _between(text, match, trigger)) for trigger in strongest(triggers))


def _between(text: str, match: re.Match[str], trigger: Trigger) -> str:
    if match.start() >= trigger.span.end:
        return text[trigger.span.end : match.start()]
    return text[match.end() : trigger.span.start]


def _is_broken_in_on(language: str, text: str, match: re.Match[str]) -> bool:
    """Whether it only went on at the time: "a play was under way when a bomb exploded"."""
    return bool(
        re.compile(rf"\s+{attack_words(language, 'goes_on_when').pattern}", re.IGNORECASE).match(text, match.end())
    )


def _is_name(match: re.Match[str]) -> bool:
    """Whether it is written as a name within the passage: "Sergeant Drill"."""
    within = match.start() > _OPENING and match.group()[:1].isupper()
    return within or bool(re.search(r"[A-Z]\w+ [A-Z]\w+$", match.group()))


def _without(words: re.Pattern[str], text: str) -> str:
    """The text with blanks for what `words` match, so that offsets stay."""
    return words.sub(lambda match: " " * len(match.group()), text)


def _without_clauses(language: str, text: str, triggers: Sequence[Trigger]) -> str:
    """The text without clauses of their own that tell no deed and no victims: ", where villagers watched a play"."""
    for opening in attack_words(language, "own_clause").finditer(text):
        start = opening.start()
        close = re.compile(r"[,;]|$").search(text, opening.end())
        end = close.start() if close else len(text)
        told = any(start <= trigger.span.start < end for trigger in triggers)
        if triggers and not told and not find_casualties(text[start:end], language):
            text = text[:start] + " " * (end - start) + text[end:]
    return text
