"""The closed classes of words that a guard must know, from `closed_classes.toml`, compiled when first asked for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def word_list(section: str, name: str) -> tuple[str, ...]:
    """The expressions of a list; of one that is written as a text, its words. Empty where there is no such list."""
    table: Any = _tables()
    for key in section.split("."):
        table = table[key]
    entry = table.get(name, ())
    return tuple(entry.split() if isinstance(entry, str) else entry)


@cache
def languages_of(section: str) -> tuple[str, ...]:
    """The languages for which `section` has a list."""
    table: Any = _tables()
    for key in section.split("."):
        table = table[key]
    return tuple(table)


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files("summarizer.grounding").joinpath("closed_classes.toml").read_text("utf-8"))


def alternatives(expressions: Iterable[str]) -> str:
    """Expressions joined for a larger pattern, a space in them matching any run of white space."""
    return "(?:" + "|".join(expressions).replace(" ", r"\s+") + ")"


@cache
def whole_words(section: str, name: str) -> re.Pattern[str]:
    """The list as one pattern of whole words, case ignored; without a list, one that never matches."""
    expressions = word_list(section, name) or (r"(?!)",)
    return re.compile(rf"(?<!\w){alternatives(expressions)}(?!\w)", re.IGNORECASE)
