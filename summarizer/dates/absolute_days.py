"""Rules for days that stand on the calendar: "12 March 2026", "Friday, March 12", "3-5 March", "2026-03-12"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from summarizer.dates import arithmetic, lexicon
from summarizer.dates.cursor import Cursor, Token, longest, rule
from summarizer.dates.scene import Meaning, Period, Phrase, Scene, UnclearError

YearOf = Callable[[Scene], int]


@rule
def month_name(cursor: Cursor) -> int | None:
    """A month's name or abbreviation; doubtful ones ("may", "mar") only with a capital."""
    token = cursor.kind("word")
    if token is None or (token.norm in lexicon.DOUBTFUL_MONTHS and not token.capitalised):
        return None
    if token.norm in lexicon.MONTH_ABBREVIATIONS:
        cursor.word(".")
        return lexicon.MONTH_ABBREVIATIONS[token.norm]
    return lexicon.MONTHS.get(token.norm)


@rule
def ordinal(cursor: Cursor) -> int | None:
    """Read "12th" or "twelfth"."""
    if token := cursor.kind("ordinal"):
        return int(token.text[:-2])
    return cursor.take(lexicon.ORDINALS)


@rule
def _day_of_month(cursor: Cursor) -> int | None:
    if token := cursor.kind("number"):
        return int(token.text) if len(token.text) <= 2 else None
    cursor.word("the")
    return ordinal(cursor)


def is_year(token: Token) -> bool:
    """Whether a token is a four-digit figure."""
    return token.kind == "number" and len(token.text) == 4 and token.text.isdigit() and token.text[0] != "0"


def written(year: int) -> YearOf:
    """The year as it stands there."""
    return lambda _: year


@rule
def figure_year(cursor: Cursor) -> YearOf | None:
    """Read "2026", unless it counts something ("2000 people")."""
    token = cursor.next()
    if not is_year(token) or cursor.ahead.norm in lexicon.COUNTED_NOUNS:
        return None
    year = int(token.text)
    return written(year)


@rule
def shifted_year(cursor: Cursor) -> YearOf | None:
    """Read "next year", "of this year"."""
    cursor.word("of", "in")
    shift = cursor.take(lexicon.SHIFTS)
    if shift is None or not cursor.word("year"):
        return None
    return lambda scene: scene.today.year + shift


def _year_told(_: Scene) -> int:
    raise UnclearError("the year of another day")


@rule
def trailing_year(cursor: Cursor) -> YearOf | None:
    """The year behind a day, a month or a quarter: ", 2026", "of 2026", "next year", "that year"."""
    if cursor.take(lexicon.TOLD_YEARS):
        return _year_told
    if found := shifted_year(cursor):
        return found
    cursor.word(",", "of")
    return figure_year(cursor) or shifted_year(cursor)


def years_around(scene: Scene) -> Iterator[int]:
    """The years in which a date without one may lie."""
    return (year for year in range(scene.pivot.year - 1, scene.pivot.year + 2) if dt.MINYEAR <= year < dt.MAXYEAR)


def dated(month: int, day: int, year_of: YearOf | None, weekday: int | None = None) -> Meaning:
    """A day of a month, its weekday checked where one was written; without a year, placed by the scene."""

    def meaning(scene: Scene) -> Period:
        years = [year_of(scene)] if year_of else years_around(scene)
        days = [found for year in years if (found := arithmetic.valid_day(year, month, day))]
        days = [found for found in days if weekday is None or found.weekday() == weekday]
        if year_of is None:
            return Period.on(scene.place((found, found) for found in days)[0])
        if not days:
            raise UnclearError("no such day")
        return Period.on(days[0])

    return meaning


@rule
def weekday_before_date(cursor: Cursor) -> int | None:
    """Read "Friday", "Fri.", "on Friday," in front of a date."""
    token = cursor.kind("word")
    if token is None or not token.capitalised or token.norm not in lexicon.WEEKDAYS_BEFORE_DATE:
        return None
    cursor.word(".")
    cursor.word(",")
    cursor.word("the", "on")
    return lexicon.WEEKDAYS_BEFORE_DATE[token.norm]


@rule
def calendar_date(cursor: Cursor) -> Phrase | None:
    """Read "12 March 2026", "Friday, March 12", "the 12th of March", "March 12 next year"."""
    weekday = weekday_before_date(cursor)
    if (found := _day_and_month(cursor)) is None:
        return None
    return Phrase(dated(found[1], found[0], trailing_year(cursor), weekday))


@rule
def _day_and_month(cursor: Cursor) -> tuple[int, int] | None:
    if (month := month_name(cursor)) is not None:
        day = _day_of_month(cursor)
        return None if day is None or cursor.ahead.norm == "%" else (day, month)
    day = _day_of_month(cursor)
    if day is None:
        return None
    cursor.word("of")
    month = month_name(cursor)
    return None if month is None else (day, month)


@rule
def days_of_month(cursor: Cursor) -> Phrase | None:
    """Read "3-5 March 2026", "March 3 to 5", "3 and 4 March": days of one month."""
    opener = cursor.take(lexicon.RANGE_OPENERS)
    month = month_name(cursor)
    first = _day_of_month(cursor)
    link = "and" if opener != "from" and cursor.word("and") else cursor.take(lexicon.RANGE_LINKS)
    last = _day_of_month(cursor) if first and link else None
    if first is None or last is None:
        return None
    cursor.word("of")
    month = month or month_name(cursor)
    if month is None:
        return None
    return Phrase(_days(month, first, last, trailing_year(cursor), adjacent=link == "and" and not opener))


def _days(month: int, first: int, last: int, year_of: YearOf | None, *, adjacent: bool) -> Meaning:
    def meaning(scene: Scene) -> Period:
        years = [year_of(scene)] if year_of else years_around(scene)
        pairs = [(arithmetic.valid_day(year, month, first), arithmetic.valid_day(year, month, last)) for year in years]
        spans = [(start, end) for start, end in pairs if start and end and start <= end]
        if (adjacent and last - first != 1) or not spans:
            raise UnclearError("no such days")
        return Period(*(spans[0] if year_of else scene.place(spans)))

    return meaning


@rule
def iso_date(cursor: Cursor) -> Phrase | None:
    """Read "2026-03-12", "2026-03-12T14:30Z"."""
    token = cursor.kind("iso")
    return Phrase(_iso_meaning(token.text)) if token else None


def _iso_meaning(text: str) -> Meaning:
    def meaning(_: Scene) -> Period:
        try:
            if "T" not in text.upper():
                return Period.on(dt.date.fromisoformat(text))
            moment = dt.datetime.fromisoformat(text.upper())
        except ValueError as error:
            raise UnclearError(str(error)) from error
        return Period.on(moment.date(), "minute", moment.timetz().replace(microsecond=0))

    return meaning


@rule
def numeric_date(cursor: Cursor) -> Phrase | None:
    """Read "2026/03/12", "31/03/2026": only where day and month cannot be taken for each other."""
    token = cursor.kind("numeric")
    if token is None:
        return None
    parts = token.text.replace("/", ".").split(".")
    if len(parts) != 3 or not all(parts):
        return None
    first, second, third = (int(part) for part in parts)
    if len(parts[0]) == 4:
        year, month, day = first, second, third
    elif len(parts[2]) == 4 and (first == second or max(first, second) > 12):
        year, month, day = third, min(first, second), max(first, second)
    else:
        return None
    return Phrase(dated(month, day, written(year)))


@rule
def feast(cursor: Cursor) -> Phrase | None:
    """Read "Christmas Eve", "New Year's Day"."""
    capitalised = cursor.ahead.capitalised
    found = cursor.take(lexicon.FEASTS)
    if found is None or not capitalised:
        return None
    return Phrase(dated(*found, trailing_year(cursor)), weak="period")


@rule
def absolute_day(cursor: Cursor) -> Phrase | None:
    """A day, or days, that the calendar alone gives."""
    return longest(cursor, calendar_date, days_of_month, iso_date, numeric_date, feast)
