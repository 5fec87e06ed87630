"""When two names are the same actor's: surnames, short forms, abbreviations, seats of government; pure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from summarizer.cues import states
from summarizer.cues.words import TITLES

_TITLES = frozenset(title.casefold() for title in TITLES) | {"the", "a", "an", "spokesman", "spokeswoman", "of"}
_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’']s?$")
_LEGAL_FORM = frozenset("inc ltd plc corp co gmbh ag sa srl llc oy ab nv bv".split())
_NO_SHORT_FORM = frozenset(
    """united national royal federal free first great saint san santa new north south east west northern
    southern eastern western central general international world european american african red black white blue
    green old upper lower grand el al la le los las big little""".split()
)
"""Words that open many names and stand alone for none."""
_INFLECTED = re.compile(r"^[Ѐ-ӿ’'-]{3,}$")


@lru_cache(maxsize=4096)
def key(name: str) -> tuple[str, ...]:
    """The words that identify a name: casefolded, without accents, possessives, titles and legal forms."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(c for c in folded if not unicodedata.combining(c)).replace("’", "'")
    words = [_POSSESSIVE.sub("", w) for w in _WORD.findall(plain)]
    kept = tuple(w for w in words if w not in _TITLES and w not in _LEGAL_FORM)
    return kept or tuple(words)


@lru_cache(maxsize=16384)
def same(one: str, other: str) -> bool:
    """Whether two names may stand for one actor, by their words alone."""
    a, b = key(one), key(other)
    if not a or not b:
        return False
    if a == b or _inflected(a, b):
        return True
    mine, theirs = states.state_of(one), states.state_of(other)
    if mine or theirs:
        return mine == theirs
    return shortened(a, b) or shortened(b, a) or abbreviates(one, other) or abbreviates(other, one)


def shortened(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether `short` is the surname, the first word or a run of words of `long`."""
    if len(short) >= len(long):
        return False
    if len(short) == 1:
        known = any(_inflected(short, (word,)) or short[0] == word for word in (long[-1], long[0]))
        return known and len(short[0]) > 2 and short[0] not in _NO_SHORT_FORM
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1)) or set(short) <= set(long)


def abbreviates(short: str, name: str) -> bool:
    """Whether `short` is made of the initials of `name`: RSF, Rapid Support Forces."""
    letters = short.replace(".", "")
    if not (2 <= len(letters) <= 8 and letters.isupper()):
        return False
    words = [w for w in re.split(r"[\s-]+", name) if w[:1].isalpha()]
    return letters in ("".join(w[0] for w in words).upper(), "".join(w[0] for w in words if w[0].isupper()))


def _inflected(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names in Cyrillic differ in nothing but the endings of their cases."""
    return len(one) == len(other) and all(_same_stem(a, b) for a, b in zip(one, other, strict=True))


def _same_stem(one: str, other: str) -> bool:
    if not (_INFLECTED.match(one) and _INFLECTED.match(other)):
        return one == other
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= 3 and max(len(one), len(other)) - shared <= 3 and min(len(one), len(other)) - shared <= 2
