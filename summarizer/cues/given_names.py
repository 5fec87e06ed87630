"""Given names as a sign that a name is a person's, and of which gender, from `lexicon/given_names.yaml`; pure."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Literal

from summarizer.cues.words import lexicon

Gender = Literal["female", "male"]
_CYRILLIC = ("\u0400", "\u04ff")
_SHORTEST_STEM = 4


@cache
def _table() -> dict[str, Gender | Literal["either"]]:
    genders: tuple[Gender | Literal["either"], ...] = ("male", "female", "either")  # later ones overrule: "Andrea"
    return {name: gender for gender in genders for name in str(lexicon("given_names")[gender]).split()}


@lru_cache(maxsize=4096)
def gender_of(name: str) -> Gender | Literal["either"] | None:
    """The gender that the first word of a name tells, "either" where both bear it, None for no known given name."""
    first = name.split(maxsplit=1)[0].split("-", maxsplit=1)[0] if name.split() else ""
    plain = "".join(c for c in unicodedata.normalize("NFKD", first.casefold()) if not unicodedata.combining(c))
    plain = plain.replace("ł", "l").replace("ø", "o").replace("ı", "i")
    known = _table().get(plain) or _table().get(first.casefold())
    return known or (_inflected(first.casefold()) if plain and _CYRILLIC[0] <= plain[0] <= _CYRILLIC[1] else None)


def _inflected(name: str) -> Gender | Literal["either"] | None:
    """The gender of a Cyrillic given name in another case: "Олени"."""
    for known, gender in _table().items():
        if len(known) >= _SHORTEST_STEM and name.startswith(known[:-1]) and len(name) <= len(known) + 2:
            return gender
    return None
