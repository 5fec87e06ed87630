"""Given names as a sign that a name is a person's, and of which gender, from `lexicon/given_names.yaml`; pure."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Literal

from summarizer.cues.words import lexicon

Gender = Literal["female", "male", "either"]



@cache
def _table() -> dict[str, Gender]:
    genders: tuple[Gender, ...] = ("male", "female", "either")  # the later ones overrule: "Andrea" is either
    return {name: gender for gender in genders for name in str(lexicon("given_names")[gender]).split()}


@lru_cache(maxsize=4096)
def gender_of(name: str) -> Gender | None:
    """The gender that the first word of a name tells, None where it is no known given name."""
    first = name.split()[0].split("-")[0] if name.split() else ""
    plain = "".join(c for c in unicodedata.normalize("NFKD", first.casefold()) if not unicodedata.combining(c)).replace("ł", "l").replace("ø", "o").replace("ı", "i")
    if known := _table().get(plain):
        return known
    if plain and "\u0400" <= plain[0] <= "\u04ff":
        return next((gender for known, gender in _table().items() if len(known) > 3 and known[:-1] == plain[: len(known) - 1] and len(plain) <= len(known) + 2), None)
    return None
