"""The words of a passage that tell violence, and the kinds of attack that its words vote for; pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from summarizer.cues import states
from summarizer.cues.backdrop import Backdrop
from summarizer.cues.clauses import Span
from summarizer.cues.verb_forms import is_past
from summarizer.cues.vocabulary import names, pattern, primary
from summarizer.cues.words import word_classes
from summarizer.schema import AttackKind

Sign = Literal["act", "armed", "assailed", "attack"]

_QUOTED = re.compile(r"[“\"«„][^”\"»“]*[”\"»“]")
_SUBJECT = re.compile(r"([^\W\d_a-z][\w’]+(?:\s[^\W\d_a-z][\w’]+)?)\s+(?:(?:has|had|also|then|later|again)\s+)*$")
_MEANS_TO_IMPACT = 12  # words between a weapon and what it did
_ASSAILANT_TO_DEED = 9
_ACT_VOTES, _MEANS_VOTES = 3, 2
_FIRED_VOTES, _ENTERED_VOTES = 1, 9

_Does = Callable[[str, "Span", "Span"], bool]


class Trigger(NamedTuple):
    """A word that tells violence: an act by itself, a weapon's or an assailant's deed, or a weak "attack"."""

    sign: Sign
    span: Span
    plural: bool
    quoted: bool


def attack_words(language: str, name: str) -> re.Pattern[str]:
    """A list of the lexicon's section on violence."""
    return pattern(language, "violence", name)


def find_triggers(backdrop: Backdrop, text: str) -> list[Trigger]:
    """The words of `text` that tell violence, without figures of speech ("struck a deal"); offsets into it."""
    language = backdrop.document.language
    figures = [Span(*match.span()) for match in attack_words(language, "figurative").finditer(text)]
    quotes = [Span(*match.span()) for match in _QUOTED.finditer(text)]
    found = []
    for sign, span in _signs(backdrop, text, figures):
        quoted = any(quote.start <= span.start and span.end <= quote.end for quote in quotes)
        found.append(Trigger(sign, span, text[slice(*span)].lower().endswith("s"), quoted))
    return found


def kinds(backdrop: Backdrop, text: str) -> Counter[AttackKind]:
    """Votes for each kind: an act of the kind counts for more than its means.

    The attackers' own end votes for none, and what was fired tells more than that it was fired.
    """
    language = backdrop.document.language
    text = attack_words(language, "attacker_falls").sub("", text)
    votes: Counter[AttackKind] = Counter()
    for weight, prefix in ((_ACT_VOTES, "act_"), (_MEANS_VOTES, "means_")):
        for kind, hits in _by_kind(language, text, prefix):
            votes[kind] += weight * min(hits, 2)
    fired = len(attack_words(language, "fired").findall(text))
    if fired and fired >= len(attack_words(language, "act_shooting").findall(text)):
        votes["shooting"] = min(_FIRED_VOTES, votes["shooting"])
    if votes["bombing"] and votes["airstrike"]:
        votes["airstrike"] += _ACT_VOTES  # what aircraft bombed was bombed from the air
    if votes["bombing"] and attack_words(language, "entered").search(text):
        votes["ground_assault"] += _ENTERED_VOTES
    if backdrop.is_cyber and attack_words(language, "cyber_soft").search(text):
        votes["cyber"] += _ACT_VOTES
    return votes


def means(language: str, text: str) -> Span | None:
    """The first weapon or other means that `text` names."""
    for name in names(language, "violence", "means_"):
        for match in attack_words(language, name).finditer(text):
            if not attack_words(language, "assailant").fullmatch(match.group()):
                return Span(*match.span())
    return None


def names_means(language: str, text: str) -> bool:
    """Whether `text` names a weapon or other means, whoever bears it."""
    return any(attack_words(language, name).search(text) for name in names(language, "violence", "means_"))


def is_explosive(language: str, text: str) -> bool:
    """Whether `text` names a weapon that no accident involves, as it may an aircraft."""
    return bool(attack_words(language, "explosive").search(text))


def is_of_assailant(language: str, text: str) -> bool:
    """Whether `text` names somebody who attacks: gunmen, militants, a mob; police and troops also come to help."""
    official = attack_words(language, "official")
    return any(not official.fullmatch(match.group()) for match in attack_words(language, "assailant").finditer(text))


def _by_kind(language: str, text: str, prefix: str) -> Iterator[tuple[AttackKind, int]]:
    for name in names(language, "violence", prefix):
        kind: AttackKind = name.removeprefix(prefix)  # type: ignore[assignment]
        if hits := len(attack_words(language, name).findall(text)):
            yield kind, hits


def _signs(backdrop: Backdrop, text: str, figures: Sequence[Span]) -> Iterator[tuple[Sign, Span]]:
    language = backdrop.document.language

    def spans(*lists: str) -> list[Span]:
        return [Span(*m.span()) for name in lists for m in attack_words(language, name).finditer(text)]

    def plain(found: Iterable[Span]) -> list[Span]:
        return [s for s in found if not any(f.start < s.end and s.start < f.end for f in figures)]

    acts = names(language, "violence", "act_") + (["cyber_soft"] if backdrop.is_cyber else [])
    for span in plain(spans(*acts)):
        yield "act", span
    weapons = [w for w in spans(*names(language, "violence", "means_")) if not _qualifies(language, text, w)]
    if deed := _deed_near(text, weapons, plain(spans("impact")), _by_weapon(language), _MEANS_TO_IMPACT):
        yield "armed", deed
    if deed := _deed_near(
        text, spans("assailant"), plain(spans("violent")), _by_assailant(language), _ASSAILANT_TO_DEED
    ):
        yield "assailed", deed
    for span in _by_states(backdrop, text, plain(spans("state_deed"))):
        yield "assailed", span
    for span in plain(spans("attack")):
        yield "attack", span


def _by_states(backdrop: Backdrop, text: str, deeds: Sequence[Span]) -> list[Span]:
    """The deeds whose subject, right before them, is a state: "Russia struck", "the United States has bombed"."""
    subjects = [(deed, _SUBJECT.search(text[: deed.start])) for deed in deeds] if backdrop.is_physical else []
    return [deed for deed, subject in subjects if subject and states.is_known(subject.group(1))]


def _deed_near(text: str, doers: Sequence[Span], deeds: Sequence[Span], does: _Does, reach: int) -> Span | None:
    """The first deed within `reach` words of a weapon or an assailant that may have done it; None where none is."""
    for deed in deeds:
        for doer in doers:
            first, last = sorted((doer, deed))
            near = first.end <= last.start and len(text[first.end : last.start].split()) <= reach
            if near and does(text, doer, deed):
                return deed
    return None


def _by_weapon(language: str) -> _Does:
    """A weapon falls, or is dropped or set off; one that somebody "struck" or "found" is a thing like others."""
    contact, opens = attack_words(language, "contact"), attack_words(language, "target_opens")
    thing = re.compile(rf"\s+(?:{opens.pattern}\s+)?(?:\d+\s+)?(?:[\w-]+\s+)?", re.IGNORECASE)

    def does(text: str, weapon: Span, deed: Span) -> bool:
        is_object = weapon.start > deed.start and thing.fullmatch(text, deed.end, weapon.start)
        return not (is_object and contact.fullmatch(text, *deed))

    return does


def _by_assailant(language: str) -> _Does:
    """Who is the subject of the deed, or stands behind its "by"; "two policemen were killed" tells victims."""
    by, violent = attack_words(language, "by"), attack_words(language, "violent")
    undergone = re.compile(rf"{attack_words(language, 'passive').pattern}\s*{violent.pattern}", re.IGNORECASE)
    if primary(language) != "en":
        return lambda *_: True

    def does(text: str, assailant: Span, deed: Span) -> bool:
        if assailant.start > deed.start:
            return bool(by.search(text, deed.end, assailant.start))
        return not undergone.search(text, assailant.end, deed.end)

    return does


def _qualifies(language: str, text: str, weapon: Span) -> bool:
    """Whether a weapon's noun only says of what sort the next one is: "knife crime", "the gun lobby"."""
    after = re.compile(r"\s+([a-z]+)\b").match(text, weapon.end)
    several = text[slice(*weapon)].lower().endswith(("s", "men"))
    if primary(language) != "en" or after is None or several:
        return False
    word, classes = after.group(1), word_classes(language)
    if word in classes.function_words or classes.adverb.match(word) or is_past(word) or word.endswith(("ing", "n")):
        return False
    return not any(attack_words(language, deed).match(text, after.start(1)) for deed in ("impact", "violent", "attack"))
