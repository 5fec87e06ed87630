"""The bench of mutations: what the guard must refuse, and the true items that it must let pass."""

from __future__ import annotations

import ast
import importlib.util
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCH = Path(__file__).parents[1] / "evals" / "bench" / "mutations"
HALVES = ("tuning", "held_out")
SWAP_CHECKS = {"check_speaker", "check_count", "check_place"}
Row = dict[str, Any]


@cache
def script(name: str) -> ModuleType:
    """A script of the bench as a module; the bench is no package."""
    spec = importlib.util.spec_from_file_location(name, BENCH / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def verdicts() -> list[tuple[Row, str | None]]:
    """Every row of the bench with the stage that refuses it."""
    rows = [asdict(row) for row in script("mutate").rows()]
    return [(row, script("own_checks").refused_by(row)) for row in rows]


def of(group: str, half: str) -> Iterator[str | None]:
    return (stage for row, stage in verdicts() if row["group"] == group and row["half"] == half)


def share(stages: Iterable[str | None]) -> float:
    judged = [stage is not None for stage in stages]
    return sum(judged) / len(judged)


def test_the_bench_is_large_and_of_several_languages() -> None:
    true = [row for row, _ in verdicts() if row["group"] == "true"]
    assert len(true) >= 220
    assert sum(row["language"] != "en" for row in true) / len(true) >= 0.1
    assert {row["kind"] for row, _ in verdicts()} >= {
        "figure", "number_word", "weekday", "month", "surname", "first_name", "place", "fabricated", "glued",
        "glued_by_ellipsis", "speaker", "killed_injured", "negation_dropped", "negation_added",
    }  # fmt: skip


def test_the_same_seed_gives_the_same_rows() -> None:
    again = [asdict(row) for row in script("mutate").rows(first=8)]
    assert again == [row for row, _ in verdicts()][: len(again)]
    assert again != [asdict(row) for row in script("mutate").rows(seed=1, first=8)]


def test_the_generator_knows_nothing_of_the_guard() -> None:
    tree = ast.parse((BENCH / "mutate.py").read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not [name for name in imported if name.startswith("summarizer")]


def test_every_mutation_changes_its_item() -> None:
    true = {row["id"].rsplit("/", 2)[0]: row["item"] for row, _ in verdicts() if row["group"] == "true"}
    assert all(row["item"] != true[row["id"].rsplit("/", 2)[0]] for row, _ in verdicts() if row["group"] != "true")


@pytest.mark.parametrize("half", HALVES)
def test_what_does_not_stand_in_the_evidence_is_refused(half: str) -> None:
    assert share(of("absent", half)) >= 0.99


@pytest.mark.parametrize("half", HALVES)
def test_the_guard_loses_hardly_a_true_item(half: str) -> None:
    assert share(None if stage in SWAP_CHECKS else stage for stage in of("true", half)) <= 0.01


@pytest.mark.parametrize("half", HALVES)
def test_a_negation_turned_round_is_refused(half: str) -> None:
    assert share(of("negation", half)) >= 0.9


def test_swaps_of_what_stands_in_the_text_are_refused_and_few_true_items_with_them() -> None:
    assert share(stage for half in HALVES for stage in of("swap", half)) >= 0.9
    assert share(stage for half in HALVES for stage in of("true", half)) <= 0.02
