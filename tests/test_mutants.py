"""The bench of mutants: its table fits the code, and its script names who survives and leaves the tree as it was."""

from __future__ import annotations

import ast
import importlib.util
import re
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
LEAST = 24


@cache
def script() -> ModuleType:
    """The script as a module, under a name of its own; the bench is no package."""
    spec = importlib.util.spec_from_file_location("bench_mutate", ROOT / "evals" / "bench" / "mutate.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules["bench_mutate"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MUTANTS = script().load()


@cache
def functions_of(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return frozenset(n.name for n in tree.body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_what_a_mutant_breaks_stands_once_in_its_file_and_its_tests_exist(mutant: Any) -> None:
    whole = (ROOT / mutant.file).read_text(encoding="utf-8")
    broken = mutant.applied_to(whole)
    assert broken != whole
    ast.parse(broken)
    assert mutant.why.endswith(".")
    assert mutant.tests
    for test in mutant.tests:
        file, _, name = test.partition("::")
        assert not name or name in functions_of(file)
        assert functions_of(file)


def test_the_table_is_as_long_as_it_has_to_be() -> None:
    assert len(MUTANTS) >= LEAST


class Project:
    """A tree with one line to break, and runs of its tests that end as told: the first is that of the unbroken tree."""

    def __init__(self, folder: Path, *codes: int | BaseException, **changes: Any) -> None:
        self.root, self.codes, self.seen = folder, list(codes), list[str]()
        (folder / "summarizer").mkdir()
        self.file = folder / "summarizer" / "sums.py"
        self.file.write_text("total = 1 + 1\n", encoding="utf-8")
        fields = {"name": "minus", "why": "Sums are wrong.", "file": "summarizer/sums.py", "original": "1 + 1"}
        fields |= {"replacement": "1 - 1", "tests": ("tests/test_sums.py",)}
        self.mutant = script().Mutant(**(fields | changes))

    def run(self, tree: Path, _tests: Sequence[str]) -> Any:
        assert tree != self.root
        self.seen.append((tree / "summarizer" / "sums.py").read_text(encoding="utf-8"))
        code = self.codes.pop(0)
        if isinstance(code, BaseException):
            raise code
        return script().Ran(code, "test_sums.py::test_total")

    def bench(self, *mutants: Any) -> int:
        return int(script().bench(mutants or [self.mutant], self.run, root=self.root))


def test_a_mutant_that_a_test_notices_is_killed_and_the_tree_untouched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = Project(tmp_path, 0, 1, 1)
    assert project.bench(project.mutant, project.mutant) == 0
    assert project.seen == ["total = 1 + 1\n", "total = 1 - 1\n", "total = 1 - 1\n"]
    assert project.file.read_text(encoding="utf-8") == "total = 1 + 1\n"
    assert "2 of 2 mutants killed" in capsys.readouterr().out


@pytest.mark.parametrize(("code", "outcome"), [(0, "SURVIVED"), (2, r"NOT RUN (2)"), (None, "NO END")])
def test_a_mutant_that_no_test_notices_is_named(
    code: Any, outcome: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert Project(tmp_path, 0, code).bench() == 1
    told = capsys.readouterr()
    assert "not killed: minus" in told.out
    assert outcome in told.err


def test_tests_that_fail_on_unbroken_code_prove_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = Project(tmp_path, 1)
    assert project.bench() == 1
    assert len(project.seen) == 1
    assert "they do not pass" in capsys.readouterr().err


@pytest.mark.parametrize(("content", "times"), [("total = 3\n", 0), ("total = 1 + 1 + (1 + 1)\n", 2)])
def test_a_snippet_that_does_not_stand_there_once_is_told_with_its_file(
    content: str, times: int, tmp_path: Path
) -> None:
    project = Project(tmp_path, 0, 1)
    project.file.write_text(content, encoding="utf-8")
    with pytest.raises(script().TableError, match=rf"summarizer/sums\.py: mutant 'minus' .* it is there {times} times"):
        project.bench()


def test_an_interruption_is_told_by_its_exit_code_and_leaves_no_copy(tmp_path: Path) -> None:
    project = Project(tmp_path, 0, KeyboardInterrupt())
    table = tmp_path / "mutants.yaml"
    table.write_text(yaml.safe_dump([vars(project.mutant) | {"tests": ["tests/test_sums.py"]}]), encoding="utf-8")
    trees: list[Path] = []

    def run(tree: Path, tests: Sequence[str]) -> Any:
        trees.append(tree)
        return project.run(tree, tests)

    assert script().main([], run=run, table=table, root=tmp_path) == 130
    assert len(trees) == 2
    assert not any(tree.exists() for tree in trees)


def test_a_name_that_the_table_does_not_have_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        script().main(["--only", "nobody"])
    assert "mutants.yaml has no mutant nobody" in capsys.readouterr().err


def test_whatever_guarding_tests_read_of_the_tree_is_in_the_copy() -> None:
    guarding = {name.partition("::")[0] for mutant in MUTANTS for name in mutant.tests}
    read = {
        folder
        for name in guarding
        for folder in re.findall(r'(?:parents\[1\]|ROOT) / "([\w.-]+)"', (ROOT / name).read_text(encoding="utf-8"))
    }
    assert read <= set(script().TREE)
