"""Rules for what counts from a day that the text has named: "the following day", "two days later", "that night"."""

from __future__ import annotations

from summarizer.dates import arithmetic, lexicon
from summarizer.dates.amounts import Amount, amount, later
from summarizer.dates.cursor import Cursor, rule
from summarizer.dates.relative import weekday_name
from summarizer.dates.scene import Meaning, Period, Phrase, Scene, UnclearError


def day_told(scene: Scene) -> Period:
    """The one day that the surroundings name; never the publication date by default."""
    if scene.limit or scene.around.apposed():
        raise UnclearError("a day or the next, or one that is named beside it")
    told_day = scene.around.told_day()
    if told_day is None:
        raise UnclearError("a day that the surroundings do not tell")
    return Period.on(told_day)


@rule
def told(cursor: Cursor) -> Phrase | None:
    """Read "the following day", "two days later", "the previous Friday"."""
    if (days := cursor.take(lexicon.FROM_TOLD_DAY)) is not None:
        return Phrase(_shift(Amount(abs(days), abs(days), "day"), back=days < 0))
    if (which := cursor.take(lexicon.WHICH_TOLD_WEEKDAY)) is not None:
        number = weekday_name(cursor)
        return None if number is None else Phrase(_weekday(number, which))
    count = amount(cursor)
    link = cursor.take(lexicon.TOLD_LINKS) if count else None
    return None if count is None or link is None else Phrase(_shift(count, back=link < 0))


def _shift(count: Amount, *, back: bool) -> Meaning:
    return lambda scene: later(day_told(scene), count, exact_day=True, back=back)


def _weekday(number: int, which: int) -> Meaning:
    def meaning(scene: Scene) -> Period:
        beside = arithmetic.shift(day_told(scene).day, which)
        return Period.on((arithmetic.earliest if which > 0 else arithmetic.latest)(number, beside))

    return meaning
