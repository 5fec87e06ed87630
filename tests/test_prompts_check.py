"""`check` on folders with one mistake each, on a correct folder, and on the shipped prompts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from summarizer.workshop.checking import check

DATA = Path(__file__).parent / "data"
MISTAKES = sorted(path.parent for path in (DATA / "prompt_mistakes").glob("*/expected.yaml"))


def copied(folder: Path, to: Path) -> Path:
    """A copy outside any repository, so that nothing depends on what is committed."""
    return Path(shutil.copytree(folder, to / "prompts"))


def cases_beside(folder: Path, empty: Path) -> Path:
    return folder / "cases" if (folder / "cases").is_dir() else empty


def test_there_are_enough_seeded_mistakes() -> None:
    assert len(MISTAKES) >= 28


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda path: path.name)
def test_a_mistake_is_told_alone_with_its_place_and_a_hint_that_helps(mistake: Path, tmp_path: Path) -> None:
    expected = yaml.safe_load((mistake / "expected.yaml").read_text(encoding="utf-8"))
    folder = copied(mistake / "prompts", tmp_path)
    found = check(folder, cases=cases_beside(mistake, tmp_path))
    told = [(f.path.relative_to(folder).as_posix(), f.line, f.column, f.code, f.severity) for f in found]
    assert told == [tuple(expected[key] for key in ("file", "line", "column", "code", "severity"))]
    assert expected["hint"] in found[0].hint


def test_a_missing_slot_is_named_as_the_editor_knows_it(tmp_path: Path) -> None:
    (tmp_path / "summary.md").write_text("---\nname: summary\nversion: 9\ninputs: []\n---\nSay it.\n", encoding="utf-8")
    told = [fault.message for fault in check(tmp_path, cases=tmp_path)]
    assert any(message.endswith("the model does not see 'items'") for message in told)
    assert any(message.endswith("the model does not see 'language'") for message in told)
