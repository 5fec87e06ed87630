"""What `dates.find` takes for a time expression in a sentence, and what it does not."""

from __future__ import annotations

import pytest

from summarizer.dates import find


def texts(sentence: str, language: str = "en") -> list[str]:
    return [mention.text for mention in find(sentence, language)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The firm must answer by Friday or pay.", ["by Friday"]),
        ("Rebels were told to leave within 72 hours.", ["within 72 hours"]),
        ("The permit runs until the end of March.", ["until the end of March"]),
        ("Lorries must be gone before 10 a.m. on Monday, he said.", ["before 10 a.m. on Monday"]),
        ("They may sail 48 hours after the ruling was read.", ["48 hours after the ruling"]),
        ("The truce holds until 6 p.m. (1600 GMT) on Sunday.", ["until 6 p.m. (1600 GMT) on Sunday"]),
        ("The deadline is Friday, March 13, at 5 p.m. ET.", ["Friday, March 13, at 5 p.m. ET"]),
        ("Drones hit the port between 3 and 5 March 2026.", ["between 3 and 5 March 2026"]),
        ("Overnight into Wednesday shells fell; on Thursday it was calm.", ["Overnight into Wednesday", "on Thursday"]),
        ("Friday's vote follows last week's riots.", ["Friday", "last week"]),
        ("He has to go by the end of next week at the latest.", ["by the end of next week at the latest"]),
        ("They left more than two weeks ago.", ["more than two weeks ago"]),
        ("It was planned for 3 March, then 12 March 2026.", ["for 3 March", "12 March 2026"]),
        ("The vote was moved from March 3 to March 17.", ["March 3", "March 17"]),
        ("The court gave the bank 30 days to appeal.", ["30 days"]),
        ("A 72-hour ultimatum ran out.", ["72-hour ultimatum"]),
        ("The unit was built in 2019 and closes in Q3.", ["in 2019", "in Q3"]),
        ("It ends at midnight tonight.", ["at midnight tonight"]),
        ("The law takes effect on 2026-04-01.", ["on 2026-04-01"]),
        ("They have to be out by ten tonight.", ["by ten tonight"]),
        ("The strike begins in the early hours of Monday.", ["in the early hours of Monday"]),
    ],
)
def test_the_longest_expression_is_found_with_its_governing_word(sentence: str, expected: list[str]) -> None:
    assert texts(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The Sun reported that two men may march on the second of three forts.",
        "He marched in the second row, sat in the sun and wed in the fall of the regime.",
        "The 2000 soldiers fired 1999 rounds at 12 villages, and 5 of 7 died.",
        "Theresa May met April Jones and June Smith.",
        "Sales fell 3.5 points to 2,026 units at $12 million.",
        "He was 45 years old and had served for three years.",
        "Every Friday people gather; on Fridays they pray.",
        "Good Friday is a holiday, Black Friday is not.",
        "By the time the police came it was over.",
        "Article 5, paragraph 3 (2015/849), section 12.3 of the 15th amendment; call 112.",
        "It was 1-0 at half-time; he came 2nd of 12 and scored in the 45th minute.",
        "The 1990s were the last decade of the 20th century.",
        "Thu Nguyen asked Mon Ra whether they sat and wed.",
        "He told the Orlan Today that Velder Tonight was a show.",
        "",
    ],
)
def test_plain_words_and_numbers_are_no_times(sentence: str) -> None:
    assert texts(sentence) == []


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        (
            "de",
            "Die Frist läuft bis zum 13. April 2026, am Freitag tagt der Rat.",
            ["bis zum 13. April 2026", "am Freitag"],
        ),
        ("fr", "Il a jusqu’au 15 septembre, la grève commence lundi.", ["jusqu’au 15 septembre", "lundi"]),
        (
            "es",
            "El plazo vence el 5 de abril de 2026, antes del viernes.",
            ["el 5 de abril de 2026", "antes del viernes"],
        ),
        ("it", "Deve pagare entro il 30 aprile o martedì.", ["entro il 30 aprile", "martedì"]),
        ("pl", "Ma czas do 12 marca 2026 r. albo do piątku.", ["do 12 marca 2026 r.", "do piątku"]),
        ("uk", "До 15 березня 2026 року або до п’ятниці.", ["До 15 березня 2026 року", "до п’ятниці"]),
        ("ru", "Срок истекает 12 марта, ответ нужен до пятницы.", ["12 марта", "до пятницы"]),
        ("de", "Am 2026-04-01 starben 12 Menschen.", ["Am 2026-04-01"]),
        ("ru", "Погибли 12 человек в 3 домах.", []),
    ],
)
def test_dates_and_weekdays_of_other_languages_are_found(language: str, sentence: str, expected: list[str]) -> None:
    assert texts(sentence, language) == expected


def test_offsets_point_at_the_text_behind_wide_characters() -> None:
    sentence = "🚢 «Ще» — by Friday, 𝒙, until 3–5 March."
    mentions = find(sentence)
    assert [sentence[mention.start : mention.end] for mention in mentions] == ["by Friday", "until 3–5 March"]
    assert all(mention.text == sentence[mention.start : mention.end] for mention in mentions)


def test_an_unknown_language_finds_figures_only() -> None:
    assert texts("Wa 2026-04-01 blah 12 foo", "xx") == ["2026-04-01"]
