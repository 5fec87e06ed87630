"""Words of an expression with their offsets, and the cursor that the grammar's rules move over them.

A rule reads words from the cursor and returns what they mean, or None with the cursor back where it was. Each rule is
tried at most once per position (packrat parsing), so deep backtracking stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Literal, NamedTuple, TypeVar

Kind = Literal[
    "iso", "isomonth", "numeric", "clock", "decimal", "ordinal", "number",
    "meridiem", "code", "word", "possessive", "other", "mark", "end",
]  # fmt: skip

# Typographic variants of one character each, so that offsets stay true.
_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-"})

_TOKEN = re.compile(
    r"""
    (?P<word>(?!(?:[ap]\.?m|[qh][1-4])\b)[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*(?!\w))
  | (?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}
        (?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![\w-]))
  | (?P<isomonth>[0-9]{4}-(?:0[1-9]|1[0-2])(?![\w-]))
  | (?P<numeric>[0-9]{1,4}(?P<sep>[./])[0-9]{1,2}(?P=sep)(?:[0-9]{4}|[0-9]{1,2})?(?![\w/]))
  | (?P<clock>[0-9]{1,2}:[0-9]{2}(?![\d:]))
  | (?P<decimal>[0-9]+\.[0-9]+(?!\d))
  | (?P<ordinal>[0-9]{1,3}(?:st|nd|rd|th)\b)
  | (?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?![\w,])|[0-9]+(?!\w)|[0-9]{1,2}(?=[ap]\.?m\b)|[0-9]{4}(?=(?:gmt|utc|z)\b))
  | (?P<meridiem>[ap]\.m\.?(?!\w)|[ap]m\b)
  | (?P<code>[qh][1-4]\b)
  | (?P<possessive>'s\b|'(?=\s))
  | (?P<other>\w+)
  | (?P<mark>[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Token(NamedTuple):
    """A word, figure or mark: `norm` is lower-case with plain apostrophes and hyphens, offsets are code points."""

    text: str
    norm: str
    start: int
    end: int
    kind: Kind

    @property
    def capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def tokenize(text: str) -> list[Token]:
    """The tokens of `text`, then one of kind "end"."""
    tokens = [
        Token(text[m.start() : m.end()], m.group().lower(), m.start(), m.end(), m.lastgroup)  # type: ignore[arg-type]
        for m in _TOKEN.finditer(text.translate(_PLAIN))
    ]
    return [*tokens, Token("", "", len(text), len(text), "end")]


_Value = TypeVar("_Value")
Phrases = dict[str, list[tuple[list[str], _Value]]]
"""Phrases by their first word, longest first, each with what it stands for."""


def phrases(table: Mapping[str, _Value]) -> Phrases[_Value]:
    """Index a table of phrases (words and marks separated by spaces) for `Cursor.take`."""
    index: Phrases[_Value] = {}
    for phrase in sorted(table, key=lambda phrase: -len(phrase.split())):
        words = phrase.split()
        index.setdefault(words[0], []).append((words, table[phrase]))
    return index


def listed(*words: str) -> Phrases[bool]:
    """An index of phrases that stand for nothing but themselves."""
    return phrases(dict.fromkeys(words, True))


class Cursor:
    """A position in a list of tokens; `take` moves it over what it reads."""

    def __init__(self, tokens: list[Token], at: int = 0) -> None:
        self.tokens = tokens
        self.at = at
        self.memo: list[dict[str, tuple[Any, int]]] = [{} for _ in tokens]
        self._norms = [token.norm for token in tokens]

    @property
    def ahead(self) -> Token:
        """The next token; one of kind "end" when all are read."""
        return self.tokens[self.at]

    def next(self) -> Token:
        """Read one token."""
        token = self.ahead
        self.at = min(self.at + 1, len(self.tokens) - 1)
        return token

    def take(self, table: Phrases[_Value]) -> _Value | None:
        """Read the longest phrase of the table that stands here and return its value."""
        for words, value in table.get(self.ahead.norm, ()):
            if len(words) == 1 or self._norms[self.at : self.at + len(words)] == words:
                self.at += len(words)
                return value
        return None

    def word(self, *norms: str) -> bool:
        """Read the next token if it is one of these words or marks."""
        if self.ahead.norm in norms and self.ahead.kind != "end":
            self.at += 1
            return True
        return False

    def kind(self, *kinds: Kind) -> Token | None:
        """Read the next token if it is of one of these kinds."""
        return self.next() if self.ahead.kind in kinds and self.ahead.kind != "end" else None


_Parsed = TypeVar("_Parsed")
Rule = Callable[[Cursor], _Parsed | None]


def rule(parse: Rule[_Parsed]) -> Rule[_Parsed]:
    """Make a parse function a rule: remembered per position, and the cursor goes back where it finds nothing."""
    name = f"{parse.__module__}.{parse.__qualname__}"

    @wraps(parse)
    def remembered(cursor: Cursor) -> _Parsed | None:
        result: _Parsed | None
        start = cursor.at
        memory = cursor.memo[start]
        if name in memory:
            result, cursor.at = memory[name]
        else:
            result = parse(cursor)
            if result is None:
                cursor.at = start
            memory[name] = (result, cursor.at)
        return result

    return remembered


def longest(cursor: Cursor, *rules: Rule[_Parsed]) -> _Parsed | None:
    """What the rule that reads furthest from here returns; of two that read equally far, the one named first."""
    start, best, reach = cursor.at, None, cursor.at
    for candidate in rules:
        cursor.at = start
        found = candidate(cursor)
        if found is not None and cursor.at > reach:
            best, reach = found, cursor.at
    cursor.at = reach
    return best
