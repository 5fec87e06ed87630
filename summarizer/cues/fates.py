"""The words of fate in a sentence, "killed" or "wounded", each with the side on which its people stand; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from summarizer.cues.victims import FATES, SIDES, Victims, casualty_words
from summarizer.schema import FigureKind

Side = Literal["before", "after", "free"]

KINDS: dict[str, FigureKind] = {
    "killed": "killed", "injured": "injured", "missing": "missing", "captured": "captured", "displaced": "displaced",
}  # fmt: skip
_SIDES: dict[str, Side] = {"before": "before", "after": "after", "free": "free"}


class Fate(NamedTuple):
    """One word of fate; offsets are into the sentence."""

    kind: FigureKind
    side: Side
    start: int
    end: int


def find_fates(sentence: str, language: str, people: Sequence[Victims]) -> list[Fate]:
    """The words of fate, longest reading first, without overlaps, each with the side on which its people stand."""
    found: list[Fate] = []
    for fate in FATES:
        for side in SIDES:
            for match in casualty_words(language, f"{fate}_{side}").finditer(sentence):
                found.append(Fate(KINDS[fate], _side(sentence, language, match, side, people), *match.span()))
    found.sort(key=lambda fate: (fate.start - fate.end, fate.start))
    kept: list[Fate] = []
    for candidate in found:
        if not any(candidate.start < other.end and other.start < candidate.end for other in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda fate: fate.start)


def _side(sentence: str, language: str, match: re.Match[str], side: str, people: Sequence[Victims]) -> Side:
    """Where the people stand; those of a participle before it in the passive, after it as its object."""
    if side != "both":
        return _SIDES[side]
    passive = casualty_words(language, "passive").pattern
    if re.search(rf"{passive}\s+(?:[^\W\d_]+ly\s+)?$", sentence[: match.start()], re.IGNORECASE):
        return "before"
    if any(sentence[match.end() : victims.start].isspace() for victims in people if victims.start > match.end()):
        return "after"
    noun = re.compile(rf"\s+(?:(?!{casualty_words(language, 'and').pattern}\s)[\w’'-]+\s+){{0,2}}", re.IGNORECASE)
    if any(v.counted and noun.fullmatch(sentence, v.end, match.start()) for v in people):
        return "before"  # "and 14 people hurt"
    closes = rf"\s*(?:$|[,.;:()–—]|{casualty_words(language, 'after_participle').pattern})"
    return "before" if re.match(closes, sentence[match.end() :], re.IGNORECASE) else "after"
