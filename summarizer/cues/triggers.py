"""The words of a passage that tell violence, and the kinds of attack that its words vote for; pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from summarizer.cues import states
from summarizer.cues.backdrop import Backdrop
from summarizer.cues.clauses import Span
from summarizer.cues.vocabulary import names, pattern
from summarizer.schema import AttackKind

Sign = Literal["act", "armed", "assailed", "attack"]

_QUOTED = re.compile(r"[“\"«„][^”\"»“]*[”\"»“]")
_SUBJECT = re.compile(r"([^\W\d_a-z][\w’]+(?:\s[^\W\d_a-z][\w’]+)?)\s+(?:(?:has|had|also|then|later|again)\s+)*$")
_MEANS_TO_IMPACT = 12  # words between a weapon and what it did
_ASSAILANT_TO_DEED = 9
_ACT_VOTES, _MEANS_VOTES = 3, 2


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
    """Votes for each kind: an act of the kind counts for more than its means."""
    language = backdrop.document.language
    votes: Counter[AttackKind] = Counter()
    for weight, prefix in ((_ACT_VOTES, "act_"), (_MEANS_VOTES, "means_")):
        for kind, hits in _by_kind(language, text, prefix):
            votes[kind] += weight * min(hits, 2)
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


def is_explosive(language: str, text: str) -> bool:
    """Whether `text` names a weapon that no accident involves, as it may an aircraft."""
    return bool(attack_words(language, "explosive").search(text))


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
    weapons = spans(*names(language, "violence", "means_"))
    if deed := _deed_near(text, weapons, plain(spans("impact")), _MEANS_TO_IMPACT):
        yield "armed", deed
    if deed := _deed_near(text, spans("assailant"), plain(spans("violent")), _ASSAILANT_TO_DEED):
        yield "assailed", deed
    for span in _by_states(backdrop, text, plain(spans("state_deed"))):
        yield "assailed", span
    for span in plain(spans("attack")):
        yield "attack", span


def _by_states(backdrop: Backdrop, text: str, deeds: Sequence[Span]) -> list[Span]:
    """The deeds whose subject, right before them, is a state: "Russia struck", "the United States has bombed"."""
    subjects = [(deed, _SUBJECT.search(text[: deed.start])) for deed in deeds] if backdrop.is_physical else []
    return [deed for deed, subject in subjects if subject and states.is_known(subject.group(1))]


def _deed_near(text: str, subjects: Sequence[Span], deeds: Sequence[Span], reach: int) -> Span | None:
    """The first deed within `reach` words of a subject; None where none is."""
    for deed in deeds:
        for subject in subjects:
            first, last = sorted((subject, deed))
            if first.end <= last.start and len(text[first.end : last.start].split()) <= reach:
                return deed
    return None
