"""Nothing of the labelled articles stands in what a model is told; of sealed articles only the name is told here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from evaluation_samples import case

from summarizer.evaluation.cases import load_cases
from summarizer.evaluation.leakage import Leakage

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def leakage() -> Leakage:
    return Leakage.of(load_cases(ROOT / "evals" / "cases"))


def prompts() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "prompts").rglob("*")):
        if path.is_file():
            yield path.name, path.read_text(encoding="utf-8")


def test_no_case_and_prompt_share_five_words_in_a_row(leakage: Leakage) -> None:
    found = [(each.case, name) for name, told in prompts() for each in leakage.shared(told) if not each.is_name]
    assert found == []


def test_no_invented_name_of_a_case_stands_in_a_prompt(leakage: Leakage) -> None:
    found = [(each.case, name) for name, told in prompts() for each in leakage.shared(told) if each.is_name]
    assert found == []


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("He has given Cambodia until 6 P.M. on SATURDAY to leave.", "has given Cambodia until 6 P.M. on SATURDAY to"),
        ("It says: pull its\nhowitzers off the ridge", "pull its\nhowitzers off the ridge"),
        ("Later sok dararith spoke.", "sok dararith"),
    ],
    ids=["goes on", "over a line end", "a name"],
)
def test_a_shared_passage_is_found_as_far_as_it_goes(text: str, shared: str) -> None:
    (found,) = Leakage.of([case()]).shared(text)
    assert found.case == "ridge"
    assert text[found.start : found.end] == shared


def test_four_words_in_a_row_and_a_name_of_one_word_are_free() -> None:
    assert not list(Leakage.of([case()]).shared("Cambodia will pull its howitzers off by noon."))
