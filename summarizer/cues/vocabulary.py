"""The word lists of each language, from `lexicon/<language>.yaml`, compiled when first asked for; pure.

A list is a block of lines, each a regular expression for whole words; a space in it stands for any white space and
`<name>` for the list of that name in the same section. A language without a file has empty lists, so nothing is found.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_REFERENCE = re.compile(r"<([a-z_]+)>")
_SPACE = re.compile(r" (\??)")  # an optional one may be none at all: "wild ?fire"
_NOTHING = re.compile(r"(?!)")


def primary(language: str) -> str:
    """The primary subtag of a BCP 47 tag, lower-case: "en-GB" gives "en"."""
    return language.replace("_", "-").partition("-")[0].lower()


@cache
def pattern(language: str, section: str, name: str) -> re.Pattern[str]:
    """The list `name` of `section` as a pattern of whole words that never matches where there is no such list."""
    expression = _expression(primary(language), section, name)
    return re.compile(rf"(?<![\w-])(?:{expression})(?!\w)", re.IGNORECASE) if expression else _NOTHING


def deadline_words(language: str, name: str) -> re.Pattern[str]:
    """A list of the section on deadlines."""
    return pattern(language, "deadlines", name)


def names(language: str, section: str, prefix: str) -> list[str]:
    """The names of the lists of a section that begin with `prefix`, in the file's order."""
    return [name for name in _tables(primary(language)).get(section, {}) if name.startswith(prefix)]


@cache
def _tables(language: str) -> Mapping[str, Mapping[str, str]]:
    path = files("summarizer.cues") / "lexicon" / f"{language}.yaml"
    if not language.isalpha() or not path.is_file():
        return {}
    import yaml  # late: only a document with sentences to read needs it

    loaded: dict[str, dict[str, str]] = yaml.safe_load(path.read_text("utf-8"))
    return loaded


def _expression(language: str, section: str, name: str) -> str:
    lines = _tables(language).get(section, {}).get(name, "").splitlines()
    joined = "|".join(line.strip() for line in lines if line.strip())
    expanded = _REFERENCE.sub(lambda m: f"(?:{_expression(language, section, m.group(1))})", joined)
    return _SPACE.sub(lambda space: r"\s*" if space.group(1) else r"\s+", expanded)
