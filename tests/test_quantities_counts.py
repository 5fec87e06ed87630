"""Counts and their bounds, by the rules of the brief."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.quantities import find_counts, parse_count

Bounds = tuple[int | None, int | None]


@pytest.mark.parametrize(
    ("expression", "bounds"),
    [
        ("six", (6, 6)),
        ("at least six", (6, None)),
        ("more than five", (5, None)),
        ("over a hundred", (100, None)),
        ("no fewer than 12", (12, None)),
        ("40 or more", (40, None)),
        ("100+", (100, None)),
        ("more than a dozen", (12, None)),
        ("12 to 15", (12, 15)),
        ("12-15", (12, 15)),
        ("12–15", (12, 15)),
        ("between 12 and 15", (12, 15)),
        ("from 5 to 8", (5, 8)),
        ("six or seven", (6, 7)),
        ("up to 20", (None, 20)),
        ("as many as 30", (None, 30)),
        ("fewer than 20", (None, 20)),
        ("no more than 20", (None, 20)),
        ("about 40", (40, 40)),
        ("some 40", (40, 40)),
        ("nearly 300", (300, 300)),
        ("none", (0, 0)),
        ("no one", (0, 0)),
        ("nobody", (0, 0)),
        ("no casualties", (0, 0)),
        ("a couple", (2, 2)),
        ("a dozen", (12, 12)),
        ("half a dozen", (6, 6)),
        ("dozens", (None, None)),
        ("several", (None, None)),
        ("hundreds of thousands", (None, None)),
        ("a few hundred", (None, None)),
        ("1,200", (1200, 1200)),
        ("2.5 million", (2_500_000, 2_500_000)),
        ("a woman", (1, 1)),
        ("a 19-year-old student", (1, 1)),
        ("six people, including two children", (6, 6)),
    ],
)
def test_an_expression_is_a_count_with_its_bounds(expression: str, bounds: Bounds) -> None:
    count = parse_count(expression)
    assert count is not None
    assert ((count.low, count.high), count.text) == (bounds, expression)


@pytest.mark.parametrize("expression", ["", "unknown", "not stated", "the driver", "an unspecified number"])
def test_an_expression_without_a_quantity_is_no_count(expression: str) -> None:
    assert parse_count(expression) is None


@pytest.mark.parametrize(
    ("expression", "language", "bounds"),
    [
        ("mindestens zwölf", "de", (12, None)),
        ("bis zu 20", "de", (None, 20)),
        ("zwischen 12 und 15", "de", (12, 15)),
        ("Dutzende", "de", (None, None)),
        ("au moins six", "fr", (6, None)),
        ("une vingtaine", "fr", (20, 20)),
        ("al menos doce", "es", (12, None)),
        ("más de 40", "es", (40, None)),
        ("щонайменше дванадцять", "uk", (12, None)),
        ("до 20", "uk", (None, 20)),
        ("кілька", "uk", (None, None)),
        ("не менее двенадцати", "ru", (12, None)),
        ("co najmniej dwunastu", "pl", (12, None)),
        ("almeno dodici", "it", (12, None)),
        ("pelo menos vinte e um", "pt", (21, None)),
    ],
)
def test_bounds_are_read_in_other_languages_too(expression: str, language: str, bounds: Bounds) -> None:
    count = parse_count(expression, language)
    assert count is not None
    assert (count.low, count.high) == bounds


def texts(sentence: str, language: str = "en") -> list[str]:
    return [mention.count.text for mention in find_counts(sentence, language)]


def test_a_sentence_gives_every_count_with_its_bound() -> None:
    sentence = "At least six people died, between 12 and 15 were hurt and dozens fled."
    assert texts(sentence) == ["At least six", "between 12 and 15", "dozens"]


def test_a_mention_stands_where_it_says() -> None:
    sentence = "The army counted more than 40 dead."
    (mention,) = find_counts(sentence)
    assert sentence[mention.start : mention.end] == mention.count.text == "more than 40"


@pytest.mark.parametrize(
    "sentence",
    [
        "He came on 9 May.",
        "It began on May 9, 2025.",
        "It happened in 2014.",
        "At 18:00 it was dark.",
        "At 6 p.m. it was dark.",
        "A 34-year-old nurse spoke.",
        "Marta Boyle, 52, spoke.",
        "Prices rose 40 percent.",
        "It cost $40.",
        "The third man spoke.",
        "Two thirds of it is gone.",
        "An F-16 flew over.",
    ],
)
def test_dates_clocks_ages_prices_and_ranks_count_nothing(sentence: str) -> None:
    assert texts(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "count"), [("12 mayors met", "12"), ("5 junior doctors left", "5"), ("20 marchers fell", "20")]
)
def test_a_word_that_begins_like_a_month_makes_no_date(sentence: str, count: str) -> None:
    assert texts(sentence) == [count]


def test_the_word_some_before_a_number_is_no_count_of_its_own() -> None:
    assert texts("Some 40 people came.") == ["Some 40"]


@given(low=st.integers(1, 500), gap=st.integers(1, 500))
@settings(max_examples=60, deadline=None)
def test_the_two_ends_of_a_range_come_back(low: int, gap: int) -> None:
    count = parse_count(f"between {low} and {low + gap} people")
    assert count is not None
    assert (count.low, count.high) == (low, low + gap)
