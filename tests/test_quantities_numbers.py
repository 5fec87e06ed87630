"""Figures and number words, read by value."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from summarizer.quantities import find_calendar_words, find_numbers, find_vague

# Italian is left out: the library that spells elides vowels ("centottanta") that the one that reads does not.
SPELT = ("de", "en", "es", "fr", "pl", "pt", "ru", "uk")


def values(text: str, language: str = "en") -> list[Fraction]:
    return [number.value for number in find_numbers(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("1,200 people", "en", [1200]),
        ("1 200 people", "en", [1200]),
        ("1.200 Menschen", "de", [1200]),
        ("1 200 personnes", "fr", [1200]),
        ("1.200 personas", "es", [1200]),
        ("rose 2.5 percent", "en", [Fraction(5, 2)]),
        ("2,5 Prozent", "de", [Fraction(5, 2)]),
        ("2.5 million", "en", [2_500_000]),
        ("2,5 Millionen", "de", [2_500_000]),
        ("300 тисяч гривень", "uk", [300_000]),
        ("5 млн рублей", "ru", [5_000_000]),
        ("$40m and €3.5bn", "en", [40_000_000, 3_500_000_000]),
        ("a dozen", "en", [12]),
        ("two dozen", "en", [24]),
        ("half a dozen", "en", [6]),
        ("a couple", "en", [2]),
        ("half a million", "en", [500_000]),
        ("two and a half million", "en", [2_500_000]),
        ("two-thirds of it", "en", [Fraction(2, 3)]),
        ("three quarters", "en", [Fraction(3, 4)]),
        ("a hundred and twenty", "en", [120]),
        ("twenty-one others", "en", [21]),
        ("une douzaine de blessés", "fr", [12]),
        ("una docena", "es", [12]),
        ("ще п’ятеро", "uk", [5]),
        ("сімох людей", "uk", [7]),
        ("dwunastu żołnierzy", "pl", [12]),
        ("двадцати одного человека", "ru", [21]),
        ("on May 12 300 people", "en", [12, 300]),
        ("the 16th", "en", [16]),
        ("a 34-year-old", "en", [34]),
        ("since mid-2025", "en", [2025]),
    ],
)
def test_a_number_is_read_by_its_value(text: str, language: str, expected: list[Fraction]) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("an F-16 and a Shahed-136", "en"),
        ("COVID-19", "en"),
        ("the G7", "en"),
        ("no one came", "en"),
        ("one of them", "en"),
        ("which one?", "en"),
        ("dozens of people", "en"),
        ("several hundred people", "en"),
        ("une femme", "fr"),
        ("eine Frau", "de"),
        ("una mujer", "es"),
        ("кілька десятків людей", "uk"),
    ],
)
def test_a_name_a_pronoun_an_article_and_a_vague_quantity_are_no_numbers(text: str, language: str) -> None:
    assert values(text, language) == []


def test_one_before_a_noun_is_a_number() -> None:
    assert values("he said that one hostage was dead") == [1]


@given(value=st.integers(min_value=2, max_value=9999), language=st.sampled_from(SPELT))
@settings(max_examples=80, deadline=None)
def test_a_number_spelt_out_is_read_back(value: int, language: str) -> None:
    assert values(num2words(value, lang=language).replace(",", ""), language) == [value]


@given(value=st.integers(min_value=0, max_value=10**9))
@settings(max_examples=60, deadline=None)
def test_a_figure_with_separators_is_read_back(value: int) -> None:
    assert values(f"about {value:,} people") == [value]


@given(
    text=st.text(alphabet="ab 12,.-five millionXIII\u00a0", max_size=60),
    language=st.sampled_from(["en", "de", "uk", "xx"]),
)
@settings(max_examples=80, deadline=None)
def test_numbers_come_in_order_and_never_overlap(text: str, language: str) -> None:
    found = find_numbers(text, language)
    assert all(0 <= number.start < number.end <= len(text) for number in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


def test_the_rest_of_the_world_has_its_figures_read() -> None:
    assert values("12 henkilöä kuoli", "fi") == [12]


def test_a_magnitude_is_told_from_a_few() -> None:
    found = find_vague("Dozens died, several hundred fled, many stayed.")
    assert [(vague.word, vague.magnitude) for vague in found] == [
        ("dozens", True),
        ("several hundred", True),
        ("many", False),
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("on Friday, 5 March", "en", [("weekday", 4), ("month", 3)]),
        ("Fridays in Aug. 2025", "en", [("weekday", 4), ("month", 8)]),
        ("he may march on", "en", []),
        ("May he rest", "en", []),
        ("May was cold", "en", [("month", 5)]),
        ("am Sonnabend im März", "de", [("weekday", 5), ("month", 3)]),
        ("до п’ятниці, 1 грудня", "uk", [("weekday", 4), ("month", 12)]),
        ("у середині тижня", "uk", []),
        ("vendredi 15 août", "fr", [("weekday", 4), ("month", 8)]),
        ("във вторник", "bg", [("weekday", 1)]),  # no table: the Russian one reads it
    ],
)
def test_names_of_days_and_months_are_read_by_value(text: str, language: str, expected: list[tuple[str, int]]) -> None:
    assert [(word.kind, word.index) for word in find_calendar_words(text, language)] == expected
