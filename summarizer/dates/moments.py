"""Rules for one point in time: a day, a time of day, a period, or an amount counted from one of them.

point    = timed | part of period | period | counted
timed    = day [clock] | clock [day]                            "noon on Friday"
counted  = amount link point | "within" amount | amount "ago"   "90 days from July 1"
"""

from __future__ import annotations

from summarizer.dates import arithmetic, lexicon
from summarizer.dates.absolute_days import absolute_day
from summarizer.dates.absolute_periods import absolute_period
from summarizer.dates.amounts import Amount, amount, later
from summarizer.dates.clock import Clock, clock
from summarizer.dates.cursor import Cursor, longest, rule
from summarizer.dates.governors import governed
from summarizer.dates.parts import period_part
from summarizer.dates.relative import relative_day, relative_period, weekday_name
from summarizer.dates.scene import Direction, Meaning, Period, Phrase, Scene, UnclearError, unclear


@rule
def point(cursor: Cursor) -> Phrase | None:
    """A day, a period, a time of day or a count from one of them; "Friday at the latest" is a limit."""
    found = longest(cursor, timed, period_part, absolute_period, relative_period, counted, told)
    if found is not None and cursor.take(lexicon.AT_THE_LATEST):
        return Phrase(governed("by", found.meaning))
    return found


@rule
def day(cursor: Cursor) -> Phrase | None:
    """A day with the part of it, if any: "late on Friday", "Monday morning"; the day alone is resolved."""
    cursor.take(lexicon.BEFORE_DAY)
    found = longest(cursor, absolute_day, relative_day, period_part)
    if found is not None:
        cursor.take(lexicon.PARTS_OF_DAY)
    return found


@rule
def timed(cursor: Cursor) -> Phrase | None:
    """A day, a time of day, or both in either order."""
    return longest(cursor, day, _clock_then_day, _day_then_clock)


@rule
def _clock_then_day(cursor: Cursor) -> Phrase | None:
    time = clock(cursor)
    if time is None:
        return None
    start = cursor.at
    cursor.word(",")
    cursor.word("on", "of")
    found = day(cursor)
    if found is None:
        cursor.at = start
        return Phrase(_at(time, _day_told), weak="clock")
    return Phrase(_at(time, found.meaning))


@rule
def _day_then_clock(cursor: Cursor) -> Phrase | None:
    found = day(cursor)
    if found is None:
        return None
    cursor.word(",")
    cursor.word("at")
    time = clock(cursor)
    return None if time is None else Phrase(_at(time, found.meaning))


def _at(time: Clock, of_day: Meaning) -> Meaning:
    return lambda scene: time.on(of_day(scene))


def _day_told(scene: Scene) -> Period:
    """The day of "by noon": the one that the surroundings tell of, never the publication date by default."""
    told_day = scene.around.told_day()
    if told_day is None:
        raise UnclearError("a day that the surroundings do not tell")
    return Period.on(told_day)


@rule
def counted(cursor: Cursor) -> Phrase | None:
    """An amount of time counted from a day: forwards, backwards, or up to it."""
    return longest(cursor, _within, _in, _ago, _from_point, _past, _uncounted)


@rule
def _within(cursor: Cursor) -> Phrase | None:
    """Read "within 72 hours", "over the next two weeks", "within 30 days of March 1", "within a week of the ruling"."""
    one = cursor.take(lexicon.WITHIN)
    if one is None:
        return None
    count = amount(cursor) or (_one_unit(cursor) if one else None)
    if count is None:
        return None
    cursor.word("'s", "'")
    start = cursor.at
    anchor = _anchor(cursor) if cursor.word("of", "from", "after", "following") else None
    if anchor is None:
        cursor.at = start
        return Phrase(_up_to(count, _origin, exact_day=False))
    return Phrase(_up_to(count, anchor, exact_day=True))


def _up_to(count: Amount, anchor: Meaning, *, exact_day: bool) -> Meaning:
    def meaning(scene: Scene) -> Period:
        first = anchor(scene)
        last = later(first, count, exact_day=exact_day)
        return Period(first.day, last.end, last.precision, last.time)

    return meaning


@rule
def _one_unit(cursor: Cursor) -> Amount | None:
    """The "hour" of "within the hour"."""
    name = cursor.next().norm
    unit = lexicon.UNITS.get(name)
    return Amount(1, 1, unit) if unit and not name.endswith("s") else None


@rule
def _in(cursor: Cursor) -> Phrase | None:
    """Read "in two weeks", "in three days' time"; not "in three days of fighting"."""
    count = amount(cursor) if cursor.word("in") else None
    if count is None:
        return None
    timely = cursor.word("'s", "'") and cursor.word("time")
    if cursor.word("of") or cursor.tokens[cursor.at - 1].norm in ("'", "'s"):
        return None
    return Phrase(_ahead(count, certain=bool(timely)))


def _ahead(count: Amount, *, certain: bool) -> Meaning:
    def meaning(scene: Scene) -> Period:
        # "killed 30 in two days" tells how long it took.
        if not certain and scene.around.direction() is Direction.PAST:
            raise UnclearError("an amount that may be a duration")
        return later(_origin(scene), count, exact_day=False)

    return meaning


def _origin(scene: Scene) -> Period:
    told_day = scene.origin()
    return Period.on(told_day, time=scene.clock if told_day == scene.published else None)


def _today(scene: Scene) -> Period:
    return Period.on(scene.today, time=scene.clock)


@rule
def _ago(cursor: Cursor) -> Phrase | None:
    """Read "two weeks ago"."""
    count = amount(cursor)
    if count is None or not cursor.word("ago"):
        return None
    return Phrase(lambda scene: later(_today(scene), count, exact_day=False, back=True))


@rule
def _from_point(cursor: Cursor) -> Phrase | None:
    """Read "90 days from July 1", "a week on Friday", "two days before Christmas Eve", "48 hours after the ruling"."""
    count = amount(cursor)
    link = cursor.take(lexicon.COUNT_LINKS) if count else None
    if count is None or link is None:
        return None
    if link == "now":
        return Phrase(lambda scene: later(_today(scene), count, exact_day=False))
    anchor = _anchor(cursor)
    if anchor is None:
        return None
    if link == "from":
        return Phrase(lambda scene: later(anchor(scene.under(Direction.FUTURE)), count, exact_day=True))
    return Phrase(lambda scene: later(anchor(scene), count, exact_day=True, back=link == "before"))


@rule
def _anchor(cursor: Cursor) -> Meaning | None:
    """What an amount is counted from: a point in time, or an event that the surroundings must date."""
    if found := longest(cursor, timed, period_part):
        return found.meaning
    event = _event(cursor)
    return None if event is None else lambda scene: Period.on(scene.around.event_day(event))


@rule
def _event(cursor: Cursor) -> str | None:
    """Read "the ruling", "the signing of the agreement": an article and what follows, up to a verb or a preposition."""
    if cursor.ahead.norm not in lexicon.EVENT_OPENERS:
        return None
    words = [cursor.next().norm]
    while cursor.ahead.kind == "word" and cursor.ahead.norm not in lexicon.EVENT_STOPS and len(words) < 6:
        words.append(cursor.next().norm)
    return " ".join(words) if len(words) > 1 else None


@rule
def _past(cursor: Cursor) -> Phrase | None:
    """Read "over the past 24 hours", "in the last two weeks", "the past week": up to today."""
    one = cursor.take(lexicon.PAST)
    if one is None:
        return None
    count = amount(cursor) or (_one_unit(cursor) if one else None)
    if count is None:
        return None
    return Phrase(lambda scene: Period(_back(scene, count).start, scene.today, count.unit))


def _back(scene: Scene, count: Amount) -> Period:
    return later(_today(scene), count, exact_day=False, back=True)


@rule
def _uncounted(cursor: Cursor) -> Phrase | None:
    """Read "within days", "in the coming weeks": genuine, but nothing to resolve."""
    if not cursor.take(lexicon.UNCOUNTED):
        return None
    name = cursor.next().norm
    return Phrase(unclear) if name in lexicon.UNITS and name.endswith("s") else None


@rule
def told(cursor: Cursor) -> Phrase | None:
    """Read "the following day", "two days later", "the previous Friday": counted from the day that the surroundings tell."""
    if (days := cursor.take(lexicon.FROM_TOLD_DAY)) is not None:
        return Phrase(_told_shift(Amount(abs(days), abs(days), "day"), back=days < 0))
    if (which := cursor.take(lexicon.WHICH_TOLD_WEEKDAY)) is not None:
        number = weekday_name(cursor)
        return None if number is None else Phrase(_told_weekday(number, which))
    count = amount(cursor)
    link = cursor.take(lexicon.TOLD_LINKS) if count else None
    return None if count is None or link is None else Phrase(_told_shift(count, back=link < 0))


def _told_shift(count: Amount, *, back: bool) -> Meaning:
    return lambda scene: later(_day_told(scene), count, exact_day=True, back=back)


def _told_weekday(number: int, which: int) -> Meaning:
    def meaning(scene: Scene) -> Period:
        beside = arithmetic.shift(_day_told(scene).day, which)
        return Period.on((arithmetic.earliest if which > 0 else arithmetic.latest)(number, beside))

    return meaning
