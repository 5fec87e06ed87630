"""Rules for parts of a period: "mid-March", "the end of the week", "the last Friday of the month"."""

from __future__ import annotations

from summarizer.dates import arithmetic, lexicon
from summarizer.dates.absolute_days import absolute_day, ordinal
from summarizer.dates.absolute_periods import absolute_period
from summarizer.dates.arithmetic import Unit
from summarizer.dates.cursor import Cursor, Phrases, Token, longest, phrases, rule
from summarizer.dates.lexicon import Part
from summarizer.dates.relative import day_from_today, own_period, relative_period, weekday_name
from summarizer.dates.scene import Direction, Meaning, Period, Phrase, Scene, UnclearError, unclear

_POSITIONS = phrases({"last": -1, "final": -1})
# The end of a period that is named without "of".
_OWN_ENDS: Phrases[Unit] = phrases({
    "year - end": "year", "year end": "year", "the year 's end": "year", "year 's end": "year",
    "month - end": "month", "month end": "month", "the month 's end": "month", "month 's end": "month",
    "week 's end": "week", "the week 's end": "week",
})  # fmt: skip
_ENDS_OF_DAY = phrases(
    {f"{article}{end}{of}": bool(of) for article in ("", "the ") for end in (
        "end of the day", "end of day", "close of business", "close of play", "end of business", "close of trading",
        "end of the business day",
    ) for of in ("", " on")}
    | dict.fromkeys(("the end of", "end of", "the close of"), True)
)  # fmt: skip


@rule
def part_of_period(cursor: Cursor) -> Phrase | None:
    """Read "early March", "mid-2027", "the end of next week", "the second half of the year"."""
    if unit := cursor.take(_OWN_ENDS):
        return Phrase(_part("end", lambda scene: Period(*arithmetic.period_of(scene.today, unit))), weak="period")
    part = cursor.take(lexicon.PARTS)
    if part is None:
        return None
    # "late the week" is no English; "the end of the week" is.
    own = own_period if part not in ("early", "late") else relative_period
    whole = longest(cursor, absolute_period, relative_period, own)
    return None if whole is None else Phrase(_part(part, whole.meaning))


def _part(part: Part, whole: Meaning) -> Meaning:
    def meaning(scene: Scene) -> Period:
        period = whole(scene)
        first, last = period.span
        if part == "end":
            return Period(last, last, closing=True)
        if part == "start":
            return Period.on(first)
        days = (last - first).days + 1
        if 28 <= days <= 31:
            return _third_or_half_of_month(part, period)
        if part in ("first_half", "second_half") and first.month == 1 and days > 364:
            return Period(*arithmetic.months_from(first.year, 1 if part == "first_half" else 7, 6), "month")
        return Period(first, last, period.precision, vague=True)

    return meaning


def _third_or_half_of_month(part: Part, month: Period) -> Period:
    bounds: dict[str, tuple[int, int]] = {
        "early": (1, 10), "mid": (11, 20), "late": (21, 31), "first_half": (1, 15), "second_half": (16, 31),
    }  # fmt: skip
    first, last = month.span
    low, high = bounds[part]
    return Period(first.replace(day=low), first.replace(day=min(high, last.day)), "month")


@rule
def end_of_day(cursor: Cursor) -> Phrase | None:
    """Read "the end of Friday", "close of business on Monday", "the end of the day"."""
    needs_day = cursor.take(_ENDS_OF_DAY)
    if needs_day is None:
        return None
    start = cursor.at
    day = longest(cursor, day_from_today, _weekday_named, absolute_day)
    if day is None:
        cursor.at = start
        return None if needs_day else Phrase(unclear, weak="period")
    return Phrase(_closing(day.meaning))


@rule
def _weekday_named(cursor: Cursor) -> Phrase | None:
    number = weekday_name(cursor)
    return None if number is None else Phrase(lambda scene: Period.on(scene.weekday(number)))


def _closing(whole: Meaning) -> Meaning:
    def meaning(scene: Scene) -> Period:
        return Period(*whole(scene).span, closing=True)

    return meaning


@rule
def position(cursor: Cursor) -> int | None:
    """Read "first", "2nd", "last" (-1)."""
    found = cursor.take(_POSITIONS)
    return ordinal(cursor) if found is None else found


@rule
def weekday_of_period(cursor: Cursor) -> Phrase | None:
    """Read "the last Friday of the month", "the second Tuesday in November 2026"."""
    cursor.word("the")
    number = position(cursor)
    weekday = weekday_name(cursor) if number is not None else None
    whole = _of_period(cursor) if weekday is not None else None
    if number is None or weekday is None or whole is None:
        return None
    return Phrase(_nth(number, weekday, whole.meaning))


def _nth(number: int, weekday: int, whole: Meaning) -> Meaning:
    def meaning(scene: Scene) -> Period:
        period = whole(scene)
        day = arithmetic.nth_weekday(number, weekday, period.span) if period.precision == "month" else None
        if day is None:
            raise UnclearError("no such weekday in it")
        return Period.on(day)

    return meaning


@rule
def _of_period(cursor: Cursor) -> Phrase | None:
    return longest(cursor, absolute_period, relative_period, own_period) if cursor.word("of", "in") else None


@rule
def day_of_period(cursor: Cursor) -> Phrase | None:
    """Read "the 15th of this month", "the last day of March", "by the 15th"."""
    if not cursor.word("the"):
        return None
    number = position(cursor)
    if number is None:
        return None
    named_day = cursor.word("day")
    whole = _of_period(cursor)
    if whole is None and (named_day or cursor.tokens[cursor.at - 1].kind != "ordinal" or _names_more(cursor.ahead)):
        return None
    return Phrase(_day_in(number, whole.meaning) if whole else _next_such_day(number), weak="" if whole else "period")


def _names_more(token: Token) -> bool:
    """Whether "the 15th" goes on to what is numbered ("amendment")."""
    return token.kind == "word" and token.norm not in lexicon.EVENT_STOPS


def _day_in(number: int, whole: Meaning) -> Meaning:
    def meaning(scene: Scene) -> Period:
        first, last = whole(scene).span
        if number < 0:
            return Period(last, last, closing=True)
        day = arithmetic.shift(first, number - 1)
        if day > last:
            raise UnclearError("the period is shorter")
        return Period.on(day)

    return meaning


def _next_such_day(number: int) -> Meaning:
    """Place "by the 15th": the first such day from publication on; without a limit it may lie on either side."""

    def meaning(scene: Scene) -> Period:
        if not scene.limit or scene.lean is not Direction.FUTURE or scene.strict:
            raise UnclearError("a day of this month or another")
        for months in range(3):
            first = arithmetic.shift_months(scene.today.replace(day=1), months)
            day = arithmetic.valid_day(first.year, first.month, number)
            if day and day >= scene.today:
                return Period.on(day)
        raise UnclearError("no such day")

    return meaning


@rule
def week_of_day(cursor: Cursor) -> Phrase | None:
    """Read "the week of March 30", "the weekend of 21-22 March": in Monday to Sunday around it."""
    cursor.word("the")
    what = cursor.next().norm
    day = absolute_day(cursor) if what in ("week", "weekend") and cursor.word("of") else None
    return None if day is None else Phrase(_week_around(day.meaning, weekend=what == "weekend"))


def _week_around(of_day: Meaning, *, weekend: bool) -> Meaning:
    def meaning(scene: Scene) -> Period:
        first, last = of_day(scene).span
        monday, sunday = arithmetic.week_of(first)
        if last > sunday:
            raise UnclearError("days of two weeks")
        return Period(arithmetic.shift(monday, 5), sunday) if weekend else Period(monday, sunday, "week")

    return meaning


@rule
def week_of_period(cursor: Cursor) -> Phrase | None:
    """Read "the first week of March": begins where? Never resolved."""
    cursor.word("the")
    found = position(cursor) is not None and cursor.word("week", "weeks") and _of_period(cursor) is not None
    return Phrase(unclear) if found else None


@rule
def first_units(cursor: Cursor) -> Phrase | None:
    """Read "the first six months of 2026", "the last ten days of March"."""
    cursor.word("the")
    end = position(cursor)
    token = cursor.kind("number")
    count = int(token.text) if token and len(token.text) <= 2 else cursor.take(lexicon.NUMBERS)
    unit = cursor.next().norm
    whole = _of_period(cursor) if end in (1, -1) and count and unit in ("months", "days", "weeks") else None
    if whole is None or count is None:
        return None
    return Phrase(_units_in(count, unit, whole.meaning, last=end == -1))


def _units_in(count: int, unit: str, whole: Meaning, *, last: bool) -> Meaning:
    def meaning(scene: Scene) -> Period:
        period = whole(scene)
        first, end = period.span
        if unit == "months" and period.precision == "year" and 1 <= count <= 12:
            return Period(*arithmetic.months_from(first.year, 13 - count if last else 1, count), "month")
        if unit == "days" and 1 <= count <= (end - first).days:
            edge = arithmetic.shift(end, 1 - count) if last else arithmetic.shift(first, count - 1)
            return Period(edge, end) if last else Period(first, edge)
        raise UnclearError("no such part of it")

    return meaning


@rule
def period_part(cursor: Cursor) -> Phrase | None:
    """Any part of a period, a single day of it included."""
    return longest(
        cursor, part_of_period, weekday_of_period, day_of_period, end_of_day, week_of_day, week_of_period, first_units
    )
