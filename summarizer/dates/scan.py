"""Finding time expressions in running text: the grammar tried from every word that may begin one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from summarizer.dates import lexicon
from summarizer.dates.cursor import Cursor, Token
from summarizer.dates.grammar import expression
from summarizer.dates.scene import Phrase

# How far in front of a word of time its expression may begin ("by no later than the end of the week of").
_REACH = 9
_TIME_KINDS = {"iso", "numeric", "clock", "code", "meridiem"}


class Found(NamedTuple):
    """An expression made of `tokens[first:last]`."""

    first: int
    last: int
    phrase: Phrase


def scan(tokens: list[Token]) -> Iterator[Found]:
    """The maximal time expressions, left to right, none overlapping."""
    anchors = [at for at, token in enumerate(tokens) if _is_of_time(token)]
    cursor, at = Cursor(tokens), 0
    for anchor in anchors:
        at = max(at, anchor - _REACH)
        while at <= anchor:
            found = _read(cursor, at)
            if found:
                yield found
            at = found.last if found else at + 1


def _is_of_time(token: Token) -> bool:
    return (
        token.norm in lexicon.TIME_WORDS
        or token.kind in _TIME_KINDS
        or (token.kind == "number" and len(token.text) == 4)
    )


def _read(cursor: Cursor, at: int) -> Found | None:
    token = cursor.tokens[at]
    if token.norm not in lexicon.OPENERS and token.kind not in (
        "number",
        "ordinal",
        "iso",
        "numeric",
        "clock",
        "code",
        "decimal",
    ):
        return None
    cursor.at = at
    phrase = expression(cursor)
    if phrase is None or not phrase.plain:
        return None
    return Found(at, cursor.at, phrase)
