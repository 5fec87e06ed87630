"""What holds of every expression, publication date and context."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.dates import find, resolve

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WORDS = st.sampled_from(
    "by until before from since after within in on at the a an end of last next this early mid late between and to"
    " Monday Friday Sunday March May 12 March 3 31 2026 1999 Q3 first second half quarter summer weekend week month"
    " year day days hours hour 72 two fortnight ago later earlier overnight today tomorrow tonight noon midnight"
    " 6 p.m. 18:30 0600 GMT ( ) , - – ’s 2026-03-12 03.04.2026 it ruling gave to bis до Freitag п'ятниці".split()
)
EXPRESSIONS = st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=40)
CONTEXTS = st.lists(WORDS | st.sampled_from(["will", "said", "was", ".", "held", "had"]), max_size=20).map(" ".join)
DATES = st.dates() | st.sampled_from([dt.date.min, dt.date.max, dt.date(2024, 2, 29)]) | st.none()
ORDINARY = st.dates(dt.date(1900, 1, 10), dt.date(2199, 12, 20))

lasting = settings(deadline=None, max_examples=80)


@given(EXPRESSIONS, DATES, CONTEXTS)
@lasting
def test_resolving_never_raises_and_start_is_not_after_end(
    expression: str, published: dt.date | None, context: str
) -> None:
    when = resolve(expression, published, context=f"{context} {expression} {context}")
    assert when.text == expression
    assert when.start is None or when.end is None or when.start <= when.end
    assert (when.precision == "none") == (not when.resolved)
    assert when.resolved or when.time is None


@given(EXPRESSIONS, CONTEXTS)
@lasting
def test_what_is_found_lies_in_the_sentence_in_order(expression: str, context: str) -> None:
    sentence = f"{context} {expression}"
    mentions = find(sentence)
    assert all(sentence[m.start : m.end] == m.text != "" for m in mentions)
    assert all(left.end <= right.start for left, right in pairwise(mentions))


@given(ORDINARY, st.sampled_from(WEEKDAYS))
@lasting
def test_by_a_weekday_is_that_weekday_within_six_days(published: dt.date, weekday: str) -> None:
    end = resolve(f"by {weekday}", published).end
    assert end is not None
    assert 0 <= (end - published).days <= 6
    assert end.weekday() == WEEKDAYS.index(weekday)


@given(ORDINARY, st.sampled_from(WEEKDAYS))
@lasting
def test_last_this_and_next_weekday_come_in_that_order(published: dt.date, weekday: str) -> None:
    last, this, following = (resolve(f"{which} {weekday}", published).start for which in ("last", "this", "next"))
    assert last
    assert this
    assert following
    assert last < published
    assert last <= this < following
    assert (following - this).days == 7


@given(ORDINARY, st.integers(0, 3000), st.sampled_from(["days", "weeks"]))
@lasting
def test_within_in_and_ago_are_plain_sums(published: dt.date, amount: int, unit: str) -> None:
    distance = dt.timedelta(**{unit: amount})
    within = resolve(f"within {amount} {unit}", published)
    ahead = resolve(f"in {amount} {unit}", published)
    ago = resolve(f"{amount} {unit} ago", published)
    assert (within.start, within.end) == (published, published + distance)
    assert ahead.start == ahead.end == published + distance
    assert ago.start == ago.end == published - distance


@given(st.dates(), ORDINARY)
@lasting
def test_a_full_date_means_itself_however_it_is_written(day: dt.date, published: dt.date) -> None:
    month = f"{day:%B}"
    year = f"{day.year:04d}"
    if day.year >= 1000:
        for written in (
            f"{day.day} {month} {year}",
            f"{month} {day.day}, {year}",
            day.isoformat(),
            f"on {day:%d} {month} {year}",
        ):
            when = resolve(written, published)
            assert (when.start, when.end, when.precision) == (day, day, "day"), written


@given(ORDINARY, st.integers(1, 12), st.integers(1, 28))
@lasting
def test_a_day_without_a_year_is_the_nearest(published: dt.date, month: int, day: int) -> None:
    name = f"{dt.date(2000, month, day):%d %B}"
    found = resolve(name, published).start
    if found is None:
        return  # two years are equally near
    others = [dt.date(found.year + step, month, day) for step in (-1, 1)]
    assert all(abs((found - published).days) < abs((other - published).days) for other in others)


@given(
    ORDINARY, st.sampled_from(["by", "until", "before", "no later than"]), st.sampled_from([*WEEKDAYS, "next month"])
)
@lasting
def test_a_limit_has_an_end_and_no_start(published: dt.date, word: str, what: str) -> None:
    assert resolve(f"{word} {what}", published).start is None


@given(EXPRESSIONS)
@lasting
def test_without_a_publication_date_nothing_comes_from_today(expression: str) -> None:
    """What resolves without a publication date means the same on any day."""
    bare = resolve(expression, None)
    if bare.resolved:
        assert resolve(expression, dt.date(1931, 7, 9)) == bare
