"""When two names are the same actor's: surnames, short forms, abbreviations, capitals that stand for governments; pure."""

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


@lru_cache(maxsize=4096)
def key(name: str) -> tuple[str, ...]:
    """The words that identify a name: casefolded, without accents, possessives, titles and legal forms."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(c for c in folded if not unicodedata.combining(c)).replace("’", "'")
    words = [_POSSESSIVE.sub("", w) for w in _WORD.findall(plain)]
    kept = tuple(w for w in words if w not in _TITLES and w not in _LEGAL_FORM)
    return kept or tuple(words)


def same(one: str, other: str) -> bool:
    """Whether two names may stand for one actor, by their words alone."""
    a, b = key(one), key(other)
    if not a or not b:
        return False
    if a == b:
        return True
    if (state := states.state_of(one)) and state == states.state_of(other):
        return True
    return shortened(a, b) or shortened(b, a) or abbreviates(one, other) or abbreviates(other, one)


def shortened(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether `short` is the surname, the first word or a run of words of `long`."""
    if len(short) >= len(long):
        return False
    if len(short) == 1:
        return short[0] in (long[-1], long[0]) and len(short[0]) > 2
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1)) or set(short) <= set(long)


def abbreviates(short: str, name: str) -> bool:
    """Whether `short` is made of the initials of `name`: RSF, Rapid Support Forces."""
    letters = short.replace(".", "")
    if not (2 <= len(letters) <= 8 and letters.isupper()):
        return False
    words = [w for w in re.split(r"[\s-]+", name) if w[:1].isalpha()]
    return letters in ("".join(w[0] for w in words).upper(), "".join(w[0] for w in words if w[0].isupper()))
