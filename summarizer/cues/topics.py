"""What the whole text is about weighed against violence that it tells in passing; pure."""

from __future__ import annotations

import datetime as dt
import re

from summarizer.cues.backdrop import Backdrop
from summarizer.cues.clauses import Span
from summarizer.cues.occasions import Occasion
from summarizer.cues.triggers import attack_words, is_explosive, is_of_assailant
from summarizer.document import Sentence

_TELLS_IN_FULL, _FULL = frozenset({"casualty", "place", "when", "weapon"}), 2
_LEAD = 2
"""Sentences in which news tells what it is about."""
_LIVING = 1900
"""Before this year an attack is history."""
_A_MONTH, _LATELY = dt.timedelta(days=31), dt.timedelta(days=10)


def by_topic(backdrop: Backdrop, sentence: Sentence, text: str, cues: set[str]) -> set[str]:
    """Whether police and rescue appear in the text, or it is about sport, markets or science.

    Those borrow the words of violence, but neither its weapons nor its wounds: what has both a deed and these is apart.
    """
    if backdrop.is_physical:
        return {"physical"}
    if not backdrop.is_foreign:
        return set()
    cyber = "act" in cues and attack_words(backdrop.document.language, "act_cyber").search(text)
    in_full = len(cues & _TELLS_IN_FULL) >= _FULL and cues & {"act", "armed", "assailed"}
    armed = cues & {"weapon", "armed", "assailed"} or cyber
    pursued = "casualty" in cues and attack_words(backdrop.document.language, "law").search(backdrop.document.text)
    if _opens_the_news(sentence, cues) and is_explosive(backdrop.document.language, text):
        return set()
    return {"foreign_apart" if in_full and (armed or pursued) else "foreign_topic"}


def told_as_news(backdrop: Backdrop, text: str, trigger: Span, when: Occasion | None, cues: set[str]) -> set[str]:
    """Cues against violence in a text about pretence or party politics, unless told in full; or of long ago."""
    told = len(cues & {"casualty", "place", "when"})
    other_day = _is_of_another_day(backdrop, trigger, when)
    found = {"history"} if _is_of_long_ago(backdrop.document.language, text, when) else set()
    sentence = backdrop.document.sentence_at(trigger.start)
    leads = sentence is not None and _opens_the_news(sentence, cues)
    if sentence:
        found |= _framed(backdrop, sentence, text, cues, other_day=other_day)
    if backdrop.is_pretence:
        apart = told == len(("casualty", "place", "when")) or other_day or leads
        found.add("pretence_apart" if apart else "pretence")
    elif backdrop.is_political and told <= 1 and not leads:
        found.add("politics")
    return found


def _opens_the_news(sentence: Sentence, cues: set[str]) -> bool:
    """Whether the text opens with it: what attackers or arms did at a place, on a day or to people."""
    told = cues & {"casualty", "place", "when", "weapon"}
    return sentence.number <= _LEAD and bool(told & {"casualty", "place", "when"}) and _is_strong(cues, told)


def _is_strong(cues: set[str], told: set[str]) -> bool:
    """Whether arms or attackers did it, in words of the text's own."""
    by_arms = "armed" in cues or ("assailed" in cues and bool(told)) or ("act" in cues and len(told) > 1)
    return by_arms and not cues & {"quoted", "fiction", "drill", "figurative"}


def _is_of_long_ago(language: str, text: str, when: Occasion | None) -> bool:
    """Whether a century long gone is that of the deed, and not only of what was struck."""
    if when and when.when.start and when.when.start.year >= _LIVING:
        return False
    return any(
        not _is_age_of_a_thing(language, text, match) for match in attack_words(language, "long_ago").finditer(text)
    )


def _is_age_of_a_thing(language: str, text: str, age: re.Match[str]) -> bool:
    """Whether it tells how old something is: "built in the 14th century", "a Bronze Age temple"."""
    before = text[: age.start()]
    if attack_words(language, "dates_a_thing").search(before):
        return True
    if attack_words(language, "in_the_age").search(before) or re.match(
        r"(?:in|since|of|about|around)\b", age.group(), re.IGNORECASE
    ):
        return False
    return bool(attack_words(language, "has_the_age").search(before))


def _framed(backdrop: Backdrop, sentence: Sentence, text: str, cues: set[str], *, other_day: bool) -> set[str]:
    """Cues of the statements, often far away, that say what the told events are; another day's are none of those."""
    language, frames = backdrop.document.language, backdrop.frames(sentence)
    told_by_others = bool(attack_words(language, "hearsay").search(text))
    found: set[str] = set()
    if not other_day:
        found |= {name for name in ("staged", "props") if name in frames}
    if frames & {"made_up", "none_found"} and told_by_others and not backdrop.is_confirmed:
        found.add("untrue")
    if "supposed" in frames:
        found.add("supposed")
    if "hired" in frames and attack_words(language, "cyber_deed").search(text):
        found.add("hired")
    settled = "settled" in frames or ("no_terror" in frames and "act" not in cues)
    if settled and _may_be_accident(language, text, cues):
        found.add("accidental")
    return found


def _may_be_accident(language: str, text: str, cues: set[str]) -> bool:
    """Whether it tells a blast, a fire or victims, and neither an enemy nor a weapon but the blast itself."""
    if is_explosive(language, text) or is_of_assailant(language, text):
        return False
    return not cues & {"act", "armed", "assailed"} or bool(attack_words(language, "blast").search(text))


def _is_of_another_day(backdrop: Backdrop, trigger: Span, when: Occasion | None) -> bool:
    """Whether it has a day or a month of its own, before that of which the text tells."""
    published = backdrop.published
    if not (when and published and when.when.start and when.when.end):
        return False
    between = backdrop.document.text[min(trigger.end, when.span.end) : max(trigger.start, when.span.start)]
    short = when.when.end - when.when.start <= _A_MONTH
    return short and published - when.when.end > _LATELY and ";" not in between
