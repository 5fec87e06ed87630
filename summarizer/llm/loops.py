"""The repetition guard: small models fall into saying the same thing until their output limit."""

from __future__ import annotations

import re
from typing import NamedTuple

_TAIL = 2400
"""Characters looked at: long enough for four repetitions of a long item."""
_REPEATS = 4
_SHORTEST_LOOP = 60
_CLOSERS = ' \t\r\n"]}'
_QUOTE = re.compile(r'(?<!\\)(?:\\\\)*"')
_PROSE = re.compile(r"[^\W\d_]+(?:[ ,.'’-]+[^\W\d_]+){2,}")


class Loop(NamedTuple):
    """`text[start:]` says `unit` over and over."""

    start: int
    unit: str


def find_loop(text: str, *, finished: bool) -> Loop | None:
    """The loop in which an answer ends, or None.

    A finished answer may close with equal short entries, a row of labels or zeros for example, and be right; there only
    repeated prose counts, or a passage repeated within one string. In an answer that was cut off, or is no JSON,
    any repetition counts.
    """
    body = text.rstrip(_CLOSERS) if finished else text
    tail = body[-_TAIL:]
    for period in range(1, len(tail) // _REPEATS + 1):
        length = _periodic_length(tail, period)
        if length >= max(_SHORTEST_LOOP, _REPEATS * period):
            unit = tail[-period:]
            # Longer periods are multiples of this one and say no more than it does.
            return Loop(len(body) - length, unit) if not finished or _says_something(unit, body) else None
    return None


def _periodic_length(tail: str, period: int) -> int:
    """How many characters at the end of `tail` repeat with `period`."""
    if tail[-period:] != tail[-2 * period : -period]:
        return 0
    length = 2 * period
    while length < len(tail) and tail[-length - 1] == tail[-length - 1 + period]:
        length += 1
    return length


def _says_something(unit: str, body: str) -> bool:
    """Whether the unit holds prose, or lies within one string."""
    if '"' in unit:
        return _PROSE.search(unit + unit) is not None
    return len(_QUOTE.findall(body)) % 2 == 1
