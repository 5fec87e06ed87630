"""Finding time expressions in running text: the grammar tried from every word that may begin one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from summarizer.dates import lexicon
from summarizer.dates.cursor import Cursor, Rule, Token
from summarizer.dates.grammar import expression, single
from summarizer.dates.scene import Phrase
from summarizer.dates.tense import Clause

# "by no later than the end of the week" has its first word of time in ninth place.
_REACH = 9
_TIME_KINDS = {"iso", "isomonth", "numeric", "clock", "code", "meridiem", "ordinal"}
_FIGURES = {"number", "decimal", *_TIME_KINDS}


class Found(NamedTuple):
    """An expression made of `tokens[first:last]`."""

    first: int
    last: int
    phrase: Phrase


def scan(tokens: list[Token]) -> Iterator[Found]:
    """The maximal time expressions, left to right, none overlapping."""
    anchors = [at for at, token in enumerate(tokens) if _is_of_time(token)]
    if not anchors:
        return
    cursor, floor = Cursor(tokens), 0
    for anchor in anchors:
        at = _earliest_start(tokens, anchor, floor)
        while at <= anchor:
            found = _read(cursor, at)
            if found:
                yield found
            at = found.last if found else at + 1
        floor = max(at, floor)


def _earliest_start(tokens: list[Token], anchor: int, floor: int) -> int:
    """How far in front of a word of time its expression may begin: over words of the grammar only."""
    at = max(anchor, floor)
    while at > max(floor, anchor - _REACH) and _may_stand_inside(tokens[at - 1]):
        at -= 1
    return at


def _may_stand_inside(token: Token) -> bool:
    return token.norm in lexicon.WORDS or token.kind in _FIGURES


def _is_of_time(token: Token) -> bool:
    return (
        token.norm in lexicon.TIME_WORDS
        or token.kind in _TIME_KINDS
        or (token.kind == "number" and len(token.text) == 4)
    )


def _read(cursor: Cursor, at: int) -> Found | None:
    token = cursor.tokens[at]
    if token.norm not in lexicon.OPENERS and token.kind not in _FIGURES:
        return None
    found = _longest(cursor, at, expression)
    if found and found.phrase.ranged and _clause(cursor, found).moved():
        # "moved from Monday to Friday" tells two times.
        found = _longest(cursor, at + (cursor.tokens[at].norm == "from"), single)
    if found is None or found.phrase.plain:
        return found
    return found if _is_planned(cursor, found) or _is_granted(cursor, found) else None


def _is_planned(cursor: Cursor, found: Found) -> bool:
    """Whether a bare period is what something is set for: "scheduled for May"."""
    opener, before = cursor.tokens[found.first].norm, cursor.tokens[found.first - 1].norm if found.first else ""
    return found.phrase.weak == "period" and opener == "for" and before in lexicon.PLANNED


def _is_granted(cursor: Cursor, found: Found) -> bool:
    """Whether an amount is what somebody is given: "72 hours to leave"."""
    return found.phrase.weak == "amount" and _clause(cursor, found).granted()


def _longest(cursor: Cursor, at: int, expressions: Rule[Phrase]) -> Found | None:
    cursor.at = at
    phrase = expressions(cursor)
    return Found(at, cursor.at, phrase) if phrase else None


def _clause(cursor: Cursor, found: Found) -> Clause:
    return Clause(cursor.tokens[:-1], found.first, found.last)
