"""Rules for months, quarters, halves, seasons and years: "March", "Q3 2026", "next summer", "2027"."""

from __future__ import annotations

from collections.abc import Callable

from summarizer.dates import arithmetic, lexicon
from summarizer.dates.absolute_days import YearOf, figure_year, month_name, trailing_year, written, years_around
from summarizer.dates.arithmetic import Span
from summarizer.dates.cursor import Cursor, longest, rule
from summarizer.dates.scene import Meaning, Period, Phrase, Scene, UnclearError
from summarizer.schema import Precision


def months(year_of: YearOf | None, month: int, count: int, precision: Precision) -> Meaning:
    """`count` whole months from `month` on; without a year, placed by the scene."""

    def meaning(scene: Scene) -> Period:
        if year_of:
            return Period(*arithmetic.months_from(year_of(scene), month, count), precision)
        place = scene.place if precision == "month" else scene.place_by_tense
        return Period(*place(arithmetic.months_from(year, month, count) for year in years_around(scene)), precision)

    return meaning


@rule
def whole_month(cursor: Cursor) -> Phrase | None:
    """Read "March", "March 2026", "March of next year", "last March"."""
    shift = cursor.take(lexicon.SHIFTS)
    name = cursor.ahead.norm
    month = month_name(cursor)
    if month is None:
        return None
    if shift is not None:
        return Phrase(_shifted(shift, lambda year: arithmetic.months_from(year, month), "month"))
    year_of = trailing_year(cursor)
    if year_of is None and name in lexicon.MONTH_ABBREVIATIONS:
        return None
    return Phrase(months(year_of, month, 1, "month"), weak="" if year_of else "period")


def _shifted(shift: int, span_in: Callable[[int], Span], precision: Precision) -> Meaning:
    """Place "next March", "last summer", "this winter": only where this year's cannot be meant as well."""

    def meaning(scene: Scene) -> Period:
        year = scene.today.year
        if shift == 0:
            return Period(*span_in(year), precision)
        begun, over = span_in(year)[0] <= scene.today, span_in(year)[1] < scene.today
        if (shift > 0 and not begun) or (shift < 0 and over):
            raise UnclearError("this year's or another's")
        return Period(*span_in(year + shift), precision)

    return meaning


@rule
def quarter(cursor: Cursor) -> Phrase | None:
    """Read "Q3", "Q3 2026", "2026 Q3", "the third quarter of next year", "H1 2027", "the first half of 2027"."""
    year_of = figure_year(cursor)
    if code := cursor.kind("code"):
        size, number, sure = (3 if code.norm[0] == "q" else 6), int(code.norm[1]), True
    elif year_of is None and (found := _ordinal_quarter(cursor)):
        (size, number), sure = found, False
    else:
        return None
    year_of = year_of or trailing_year(cursor)
    if number * size > 12 or (size == 6 and year_of is None):
        return None
    meaning = months(year_of, (number - 1) * size + 1, size, "quarter" if size == 3 else "month")
    return Phrase(meaning, weak="" if sure or year_of else "period")


@rule
def _ordinal_quarter(cursor: Cursor) -> tuple[int, int] | None:
    cursor.word("the")
    number = cursor.take(lexicon.ORDINALS)
    if number is None or not cursor.word("quarter"):
        return None
    return 3, number


@rule
def season(cursor: Cursor) -> Phrase | None:
    """Read "this summer", "spring 2026", "the autumn of 2025"; a winter runs into the next year."""
    shift = cursor.take(lexicon.SHIFTS)
    definite = shift is None and cursor.word("the")
    token = cursor.kind("word")
    name = lexicon.SEASONS.get(token.norm) if token else None
    if name is None and token and token.norm == "fall" and not definite:
        name = "autumn"
    if name is None:
        return None
    if shift is not None:
        return Phrase(_shifted_season(shift, name))
    year_of = trailing_year(cursor)
    if token and token.norm == "fall" and year_of is None:
        return None
    return Phrase(_season(name, year_of), weak="" if year_of else "period")


def _season(name: str, year_of: YearOf | None) -> Meaning:
    def meaning(scene: Scene) -> Period:
        if year_of is None:
            if scene.direction() is None and not (scene.floor or scene.ceiling):
                raise UnclearError("the last one or the next")
            return Period(
                *scene.place_by_tense(arithmetic.season(name, year) for year in years_around(scene)), "season"
            )
        if name == "winter":
            raise UnclearError("a winter of two years")
        return Period(*arithmetic.season(name, year_of(scene)), "season")

    return meaning


def _shifted_season(shift: int, name: str) -> Meaning:
    def meaning(scene: Scene) -> Period:
        if shift == 0 and name == "winter":
            return Period(*scene.under(None).place(arithmetic.season(name, y) for y in years_around(scene)), "season")
        return _shifted(shift, lambda year: arithmetic.season(name, year), "season")(scene)

    return meaning


@rule
def whole_year(cursor: Cursor) -> Phrase | None:
    """Read "2027", "the year 2027"."""
    named = cursor.word("the") and cursor.word("year")
    token = cursor.ahead
    year_of = figure_year(cursor)
    if year_of is None or not 1900 <= int(token.text) <= 2199:
        return None
    return Phrase(months(year_of, 1, 12, "year"), weak="" if named else "period")


@rule
def iso_month(cursor: Cursor) -> Phrase | None:
    """Read "2026-03"; not "2010-12", which may be two years."""
    token = cursor.kind("isomonth")
    if token is None:
        return None
    year, month = int(token.text[:4]), int(token.text[5:])
    return Phrase(months(written(year), month, 1, "month")) if month <= year % 100 else None


@rule
def absolute_period(cursor: Cursor) -> Phrase | None:
    """A month, quarter, half, season or year."""
    return longest(cursor, whole_month, quarter, season, whole_year, iso_month)
