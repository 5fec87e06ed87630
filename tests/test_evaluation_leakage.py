"""Nothing of the labelled articles stands in what a model is told; of sealed articles only the name is told here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer.evaluation.cases import Case, load_cases

ROOT = Path(__file__).parents[1]
WORDS_IN_A_ROW = 5


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return load_cases(ROOT / "evals" / "cases")


def prompts() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "prompts").rglob("*")):
        if path.is_file():
            yield path.name, path.read_text(encoding="utf-8")


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(text: str) -> set[tuple[str, ...]]:
    """Every five words in a row."""
    found = words(text)
    return {tuple(found[at : at + WORDS_IN_A_ROW]) for at in range(len(found) - WORDS_IN_A_ROW + 1)}


def invented_names(case: Case) -> set[str]:
    """Names of people and groups in the labels: two capitalised words or more, which no sentence has by chance."""
    names = {name for actor in case.labels.actors for name in actor.names}
    return {name for name in names if len(name.split()) > 1 and all(word[:1].isupper() for word in name.split())}


def test_no_case_and_prompt_share_five_words_in_a_row(cases: list[Case]) -> None:
    told = [(name, runs(text)) for name, text in prompts()]
    shared = [(case.id, name) for case in cases for name, said in told if said & runs(case.text)]
    assert shared == []


def test_no_invented_name_of_a_case_stands_in_a_prompt(cases: list[Case]) -> None:
    told = [(name, f" {' '.join(words(text))} ") for name, text in prompts()]
    shared = [
        (case.id, name)
        for case in cases
        for name, said in told
        if any(f" {' '.join(words(invented))} " in said for invented in invented_names(case))
    ]
    assert shared == []


def test_a_shared_passage_would_be_found() -> None:
    assert runs("He had until Friday to leave the hall.") & runs("“until friday to LEAVE the” end")
    assert not runs("He had until Friday to leave the hall.") & runs("until Friday to leave")
