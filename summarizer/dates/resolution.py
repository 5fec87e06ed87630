"""From an expression to the days it means: read by the grammar, placed by publication date and context.

Choices where the words leave room: a part of the day ("Monday morning") is its day, a night belongs to the day on which
it begins, "overnight" is both. `precision` is the unit that was named or counted in, a day where an amount counts from
a named day; an hour named without minutes, noon and midnight are hours. "The end of March" is its last day. Of weeks,
quarters and years early, mid and late are the whole, and no limit. "Last March", "next summer" are resolved only where
this year's cannot be meant. A time of day without its day is unresolved.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from summarizer.dates.context import Passage
from summarizer.dates.cursor import Cursor, tokenize
from summarizer.dates.grammar import expression as read_expression
from summarizer.dates.naming import Alone
from summarizer.dates.scene import Period, Phrase, Scene, UnclearError
from summarizer.errors import InputError
from summarizer.schema import When, require_str

# Longer than any time expression: what is longer is not read, which bounds the work on hostile input.
_MOST_TOKENS = 40
_MOST_CHARACTERS = 400
_EDGES = " \t\r\n.,;:!?\"'“”‘’«»"


def resolve(expression: str, published: dt.date | None, *, context: str = "") -> When:
    """The days that a time expression means, by the rules of the contract.

    Args:
        expression: the words as written, in any language ("by Friday", "12. März 2026").
        published: the day the text appeared; a `datetime` lends its time of day to "within six hours" as well.
            None resolves only what needs no such day ("12 March 2026").
        context: the sentence, or the passage, in which the expression stands. Its tense decides a bare weekday, and
            the day it tells of is what "within 72 hours" and "the following day" count from.

    Returns:
        A `When`, always; unresolved (`start` and `end` None) wherever the words leave a doubt.

    Raises:
        InputError: an argument of another type, for instance a day as a str; nothing else is ever raised.
    """
    require_str(expression, "the expression")
    require_str(context, "the context")
    require_day(published)
    day, clock = _split(published)
    try:
        period = _period(_bare(expression), Scene(day, Alone(), clock), context)
    except (UnclearError, OverflowError):  # in doubt, or outside the calendar: unresolved by contract
        return When(text=expression)
    return When(text=expression, start=period.start, end=period.end, precision=period.precision, time=period.time)


def require_day(published: object) -> None:
    """See that it is a date, a moment or None; InputError with the remedy where it is not."""
    if published is not None and not isinstance(published, dt.date):
        raise InputError(
            f"published must be a date or datetime, not {type(published).__name__} {published!r}; "
            "make one with date.fromisoformat('2025-08-07')"
        )


def is_reached(expression: str, context: str) -> bool:
    """Whether the context tells that a limit was reached: "by noon ten had died", "held until Friday"."""
    return Passage(context, expression, None).looks_back()


def _period(expression: str, scene: Scene, context: str) -> Period:
    """What the expression means; UnclearError where it cannot be told or is no time expression."""
    if len(expression) > _MOST_CHARACTERS:
        raise UnclearError("longer than any time expression")
    if phrase := _read(expression):
        return phrase.meaning(replace(scene, around=Passage(context, expression, scene.published)))
    from summarizer.dates import foreign

    # English tenses say nothing about another language: its dates are read without the context's verbs.
    if phrase := foreign.read(expression, context):
        return phrase.meaning(scene)
    raise UnclearError("not a time expression")


def _bare(expression: str) -> str:
    """The words without the marks around them."""
    words = expression.strip(_EDGES)
    return words[1:-1].strip(_EDGES) if words[:1] in {"(", "["} and words[-1:] in {")", "]"} else words


def _split(published: dt.date | None) -> tuple[dt.date | None, dt.time | None]:
    if isinstance(published, dt.datetime):
        return published.date(), published.timetz().replace(microsecond=0)
    return published, None


def _read(expression: str) -> Phrase | None:
    """The phrase that all the words make; None where the grammar leaves a word over."""
    tokens = tokenize(expression)
    if len(tokens) > _MOST_TOKENS:
        return None
    cursor = Cursor(tokens)
    phrase = read_expression(cursor)
    return phrase if cursor.ahead.kind == "end" else None
