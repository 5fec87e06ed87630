"""Breaks named lines one by one; each must turn a test red: `python evals/bench/mutate.py [--only NAME]`.

The lines stand in mutants.yaml, each with why it matters and the tests that guard it. All happens in a temporary copy
of the tree. Exits with 0 only if the tests pass unbroken and every mutant was killed, with 1 naming those that lived.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).parents[2]
TABLE = Path(__file__).with_name("mutants.yaml")
TREE = "summarizer prompts tests evals cassettes examples docs pyproject.toml README.md CHANGELOG.md".split()
"""What of the tree is copied: all that a test may read."""
PASSED, TESTS_FAILED = 0, 1
"""Exit codes of pytest; any other means that the tests could not be run."""
TIME_LIMIT = 600
"""Seconds for one run of tests, however slow the machine; a mutant that never ends is not killed but named."""
INTERRUPTED = 130
_RED = re.compile(r"^(?:FAILED|ERROR) (?:tests/)?(.+?)(?: - .*)?$", re.MULTILINE)


class TableError(Exception):
    """The table of mutants does not fit the tree."""


@dataclass(frozen=True)
class Mutant:
    """One line, or a few, and what is put in their place; `tests` are files or pytest's names of tests in them."""

    name: str
    why: str
    file: str
    original: str
    replacement: str
    tests: tuple[str, ...]

    def applied_to(self, content: str) -> str:
        """The file with the break in it; TableError unless the original stands there exactly once."""
        if (count := content.count(self.original)) != 1:
            raise TableError(
                f"{self.file}: mutant {self.name!r} wants its original there exactly once, and it is there {count} "
                f"times: {self.original.strip().splitlines()[0]!r}; put it right in {TABLE.name}"
            )
        return content.replace(self.original, self.replacement)


class Ran(NamedTuple):
    """How a run of tests ended: pytest's exit code, None for no end in time, and the first red test."""

    code: int | None
    red: str = ""


class Verdict(NamedTuple):
    """What became of a mutant."""

    mutant: Mutant
    ran: Ran
    seconds: float

    @property
    def killed(self) -> bool:
        """Whether a test turned red; tests that could not be run at all prove nothing."""
        return self.ran.code == TESTS_FAILED

    @property
    def outcome(self) -> str:
        """In a word or two."""
        if self.killed:
            return "killed"
        if self.ran.code == PASSED:
            return "SURVIVED"
        return "NO END" if self.ran.code is None else f"NOT RUN ({self.ran.code})"


RunTests = Callable[[Path, Sequence[str]], Ran]
"""Runs tests in a tree."""


def load(table: Path = TABLE) -> list[Mutant]:
    """The mutants of a table, in its order."""
    try:
        rows: list[dict[str, Any]] = yaml.safe_load(table.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise TableError(f"{table.name} is no YAML: {error}") from None
    names = {field.name for field in fields(Mutant)}
    for row in rows:
        if row.keys() != names:
            told = f"{row.get('name', row)!r} has not exactly the keys {', '.join(sorted(names))}"
            raise TableError(f"{table.name}: {told}")
    mutants = [Mutant(**{**row, "tests": tuple(row["tests"])}) for row in rows]
    if twice := {one.name for one in mutants if sum(one.name == other.name for other in mutants) > 1}:
        raise TableError(f"{table.name}: more than one mutant is called {', '.join(sorted(twice))}")
    return mutants


def copied(root: Path, folder: Path) -> Path:
    """A copy of the tree, compiled so that a changed file is told by its content."""
    tree = folder / "tree"
    for name in TREE:
        source, target = root / name, tree / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        elif source.is_file():
            tree.mkdir(exist_ok=True)
            shutil.copy2(source, target)
    # By its time and length a broken file could pass for the whole one: same second, same number of characters.
    compiling = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "summarizer"]
    subprocess.run(compiling, cwd=tree, check=True)
    return tree


def pytest_run(tree: Path, tests: Sequence[str]) -> Ran:
    """Run tests in a process of their own, the tree's modules before any installed ones."""
    path = os.pathsep.join(filter(None, [str(tree), os.environ.get("PYTHONPATH")]))
    options = ["-x", "-q", "--tb=no", "-p", "no:cacheprovider", "-p", "no:randomly"]
    try:
        ran = subprocess.run(
            [sys.executable, "-m", "pytest", *options, *dict.fromkeys(tests)],
            check=False,
            cwd=tree,
            env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            timeout=TIME_LIMIT,
        )
    except subprocess.TimeoutExpired:
        return Ran(None)
    red = _RED.search(ran.stdout)
    return Ran(ran.returncode, red[1] if red else ran.stdout.strip()[-2000:] if ran.returncode else "")


def judged(mutant: Mutant, tree: Path, run: RunTests) -> Verdict:
    """Break the file, run the tests, and put the file right again, whatever happens."""
    file = tree / mutant.file
    whole = file.read_text(encoding="utf-8")
    began = time.monotonic()
    try:
        file.write_text(mutant.applied_to(whole), encoding="utf-8")
        ran = run(tree, mutant.tests)
    finally:
        file.write_text(whole, encoding="utf-8")
    return Verdict(mutant, ran, time.monotonic() - began)


def bench(mutants: Sequence[Mutant], run: RunTests, *, root: Path = ROOT) -> int:
    """Judge them all in a copy of the tree; the exit code."""
    for mutant in mutants:
        mutant.applied_to((root / mutant.file).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        tree = copied(root, Path(folder))
        tell(f"the tests of {len(mutants)} mutants, on unbroken code …")
        whole = run(tree, [test for mutant in mutants for test in mutant.tests])
        if whole.code != PASSED:
            tell(f"they do not pass, so that no mutant proves anything: {whole.red or 'no end in time'}")
            return 1
        verdicts = []
        for number, mutant in enumerate(mutants, 1):
            verdicts.append(verdict := judged(mutant, tree, run))
            tell(f"[{number}/{len(mutants)}] {verdict.outcome:9} {verdict.seconds:5.1f} s  {mutant.name}")
    return conclude(verdicts)


def conclude(verdicts: Sequence[Verdict]) -> int:
    """Print the table and who survived; the exit code."""
    width = max(len(verdict.mutant.name) for verdict in verdicts)
    for verdict in verdicts:
        told = verdict.ran.red.strip().splitlines()[-1:] if verdict.killed else [verdict.mutant.why]
        print(f"{verdict.mutant.name:{width}}  {verdict.outcome:9} {verdict.seconds:5.1f} s  {''.join(told)}")
    alive = [verdict.mutant.name for verdict in verdicts if not verdict.killed]
    seconds = sum(verdict.seconds for verdict in verdicts)
    print(f"\n{len(verdicts) - len(alive)} of {len(verdicts)} mutants killed in {seconds:.0f} s")
    if alive:
        print(f"not killed: {', '.join(alive)}")
    return 1 if alive else 0


def tell(line: str) -> None:
    """Progress goes to stderr, the result to stdout."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def main(
    arguments: Sequence[str] | None = None, *, run: RunTests = pytest_run, table: Path = TABLE, root: Path = ROOT
) -> int:
    """Judge the mutants of the table, or those named; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", metavar="NAME", action="append", help="only this mutant; may be repeated")
    only = parser.parse_args(arguments).only
    try:
        mutants = load(table)
        if unknown := set(only or ()) - {mutant.name for mutant in mutants}:
            parser.error(f"{table.name} has no mutant {', '.join(sorted(unknown))}")
        return bench([mutant for mutant in mutants if not only or mutant.name in only], run, root=root)
    except TableError as error:
        tell(str(error))
        return 1
    except KeyboardInterrupt:
        tell("interrupted; the copy is gone, the tree was never touched")
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
