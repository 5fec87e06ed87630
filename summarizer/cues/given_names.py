"""Given names as a sign that a name is a person's, and of which gender, from `lexicon/given_names.yaml`; pure."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Literal

from summarizer.cues.words import lexicon

Gender = Literal["female", "male", "either"]

_FEMALE_CYRILLIC = ("а", "я")


@cache
def _table() -> dict[str, Gender]:
    genders: tuple[Gender, ...] = ("male", "female", "either")  # the later ones overrule: "Andrea" is either
    return {name: gender for gender in genders for name in str(lexicon("given_names")[gender]).split()}


@lru_cache(maxsize=4096)
def gender_of(name: str) -> Gender | None:
    """The gender that the first word of a name tells, None where it is no known given name."""
    first = name.split(maxsplit=1)[0].split("-", maxsplit=1)[0] if name.split() else ""
    plain = (
        "".join(c for c in unicodedata.normalize("NFKD", first.casefold()) if not unicodedata.combining(c))
        .replace("ł", "l")
        .replace("ø", "o")
        .replace("ı", "i")
    )
    if known := _table().get(plain):
        return known
    if plain and "Ѐ" <= first[0] <= "ӿ" and len(name.split()) > 1:
        return (
            "female"
            if plain.endswith(_FEMALE_CYRILLIC) and plain not in ("микола", "никита", "ілля", "илья")
            else "male"
        )
    return None
