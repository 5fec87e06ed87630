"""Swaps of what does stand in the text: the speaker, the place, the injured for the killed."""

from __future__ import annotations

import pytest

from summarizer.grounding import check_count, check_place, check_speaker, evidence, locate
from summarizer.quantities import parse_count
from summarizer.schema import Evidence, FigureKind

TEXT = """Twelve people were killed and 31 injured when a missile hit the market in Balaklia, Governor Oleh Vasylenko \
said. “Nobody there wore a uniform,” he told reporters in Kharkiv.

Igor Sedov, a spokesman in Moscow, said soldiers from Tver had fired at a depot near Izium. According to a statement, \
the depot burned for six hours."""


def piece(quote: str, text: str = TEXT) -> Evidence:
    span = locate(text, quote)
    assert span is not None
    return evidence(text, *span)


@pytest.mark.parametrize(
    ("language", "sentence", "killed", "injured"),
    [
        ("en", "Twelve people were killed and 31 injured.", "Twelve people", "31"),
        ("en", "The blast killed six, wounding fourteen.", "six", "fourteen"),
        ("en", "A bomb went off, killing six people and injuring another nine.", "six people", "another nine"),
        ("en", "Shells killed four people and left ten others hurt.", "four people", "ten others"),
        ("en", "Lund reported seven dead and a dozen injured.", "seven", "a dozen"),
        ("en", "Two guards died; eleven hostages were wounded.", "Two guards", "eleven"),
        ("de", "Drei Arbeiter wurden getötet und mindestens zwölf verletzt.", "Drei", "mindestens zwölf"),
        ("fr", "L’attaque a fait six morts et une vingtaine de blessés.", "six", "une vingtaine"),
        ("es", "Mataron a nueve personas; otras quince resultaron heridas.", "nueve", "quince"),
        ("uk", "Загинули двоє людей, ще п’ятеро дістали поранення.", "двоє", "ще п’ятеро"),
    ],
)
def test_killed_and_injured_are_told_apart(language: str, sentence: str, killed: str, injured: str) -> None:
    whole = evidence(sentence, 0, len(sentence))
    kinds: list[tuple[FigureKind, str]] = [("killed", killed), ("injured", injured)]
    for kind, wording in kinds:
        count = parse_count(wording, language)
        assert count is not None
        assert check_count(kind, count, whole, sentence, language) is None
        other: FigureKind = "injured" if kind == "killed" else "killed"
        refused = check_count(other, count, whole, sentence, language)
        assert refused is not None
        assert refused.reason == "figure"


def test_killed_or_injured_may_be_either() -> None:
    sentence = "At least 30 people were killed or injured."
    count = parse_count("30")
    assert count is not None
    assert check_count("killed", count, evidence(sentence, 0, len(sentence)), sentence) is None
    assert check_count("injured", count, evidence(sentence, 0, len(sentence)), sentence) is None


def test_a_figure_of_another_kind_may_overlap_with_the_dead() -> None:
    sentence = "Eleven hostages were killed."
    count = parse_count("Eleven")
    assert count is not None
    assert check_count("captured", count, evidence(sentence, 0, len(sentence)), sentence) is None


def test_an_evidence_without_a_fate_refuses_no_figure() -> None:
    count = parse_count("six")
    assert count is not None
    assert check_count("killed", count, piece("the depot burned for six hours"), TEXT) is None


@pytest.mark.parametrize(
    ("place", "quote", "passes"),
    [
        ("Balaklia", "a missile hit the market in Balaklia", True),
        ("Kharkiv", "a missile hit the market in Balaklia", False),
        ("Izium", "soldiers from Tver had fired at a depot near Izium", True),
        ("Tver", "soldiers from Tver had fired at a depot near Izium", False),
        ("Izium", "the depot burned for six hours", True),
    ],
)
def test_a_place_must_be_told_as_the_place(place: str, quote: str, passes: bool) -> None:
    assert (check_place(place, piece(quote), TEXT) is None) is passes


@pytest.mark.parametrize(
    ("forms", "quote", "passes"),
    [
        (["Oleh Vasylenko", "Governor Oleh Vasylenko"], "Twelve people were killed and 31 injured", True),
        (["Igor Sedov"], "Twelve people were killed and 31 injured", False),
        (["Oleh Vasylenko"], "“Nobody there wore a uniform,” he told reporters in Kharkiv.", True),
        (["Igor Sedov"], "“Nobody there wore a uniform,” he told reporters in Kharkiv.", False),
        (["Igor Sedov", "a spokesman"], "said soldiers from Tver had fired at a depot near Izium", True),
        (["Oleh Vasylenko"], "said soldiers from Tver had fired at a depot near Izium", False),
    ],
)
def test_a_speaker_must_be_the_one_to_whom_the_text_attributes_it(forms: list[str], quote: str, passes: bool) -> None:
    refused = check_speaker(forms, piece(quote), TEXT)
    assert (refused is None) is passes
    assert refused is None or refused.reason == "reference"


def test_the_words_of_a_document_may_be_anybodys() -> None:
    assert check_speaker(["Igor Sedov"], piece("the depot burned for six hours"), TEXT) is None


def test_a_passage_without_a_speaker_refuses_nobody() -> None:
    text = "The rain went on. It rained for days."
    assert check_speaker(["Igor Sedov"], piece("It rained for days.", text), text) is None
