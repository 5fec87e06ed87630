"""What surrounds a number in each language: bounds, ranges, collectives ("dozen"), scales, vague quantities."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "uk", "ru", "pl")
"""The languages whose number words and bounds are known."""
_NEVER = r"(?!)"


@dataclass(frozen=True)
class CountWords:
    """One language's wording around quantities, as alternatives of a regular expression; see `languages.toml`."""

    at_least: str
    at_most: str
    about: str
    or_more: str
    or_fewer: str
    between: str
    to: str
    either: str
    none: str
    magnitudes: str
    few: str
    no_quantity: str
    articles: str
    half: str
    decimal: str
    collectives: Mapping[str, int]
    scales: Mapping[str, int]
    fractions: Mapping[str, int]
    of_people: Mapping[str, int] = field(default_factory=dict)
    and_a_half: str = _NEVER


class VagueMention(NamedTuple):
    """A quantity without a figure; `word` is its normalised form, offsets are into the text searched.

    `magnitude` tells "dozens" and "several hundred" from "several" and "many".
    """

    word: str
    start: int
    end: int
    magnitude: bool


def primary(language: str) -> str:
    """The primary subtag of a BCP 47 tag, lower-case: "en-GB" gives "en"."""
    return language.replace("_", "-").partition("-")[0].lower()


@cache
def count_words(language: str) -> CountWords:
    """The wording of a language; English where there is no table, since only its figures will be found anyway."""
    table = _tables().get(primary(language), _tables()["en"])
    return CountWords(**{name: _value(entry) for name, entry in table.items()})


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("summarizer.quantities").joinpath("languages.toml").read_text("utf-8"))


def _value(entry: Any) -> Any:
    """A table as values by word, a list as alternatives."""
    if isinstance(entry, dict):
        return {word: int(value) for value, words in entry.items() for word in words}
    return entry if isinstance(entry, str) else "|".join(entry)


@cache
def pattern(expression: str, before: str = r"(?<!\w)", after: str = r"(?!\w)") -> re.Pattern[str]:
    """Compile alternatives as whole words, a space in them matching any run of white space."""
    return re.compile(before + "(?:" + expression.replace(" ", r"\s+") + ")" + after, re.IGNORECASE)


def find_vague(text: str, language: str = "en") -> list[VagueMention]:
    """Every vague quantity of `text`, left to right: "dozens", "several hundred", "a few"."""
    wording = count_words(language)
    shape = pattern(f"(?P<magnitude>{wording.magnitudes})|{wording.few}")
    return [
        VagueMention(" ".join(m.group().lower().split()), m.start(), m.end(), m["magnitude"] is not None)
        for m in shape.finditer(text)
    ]
