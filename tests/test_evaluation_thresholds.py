"""Floors only rise, unless the changelog says why."""

from __future__ import annotations

import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from summarizer.evaluation.located_yaml import CaseError
from summarizer.evaluation.scores import scores
from summarizer.evaluation.thresholds import Floors, SectionFloor, load_thresholds, lowered, scored_values

ROOT = Path(__file__).parents[1]
THRESHOLDS = "evals/thresholds.toml"
CHANGELOG = "CHANGELOG.md"


def test_every_floor_has_a_value_that_is_scored() -> None:
    every = SectionFloor(found=0.5, right=0.5)
    sections = dict.fromkeys(("macro", "actors", "claims", "deadlines", "attacks"), every)
    floors = Floors(**sections, exact=1, referenced=1, finished=1, kept_empty=1)
    assert set(floors.values()) == set(scored_values(scores([])))
    assert set(floors.values()) >= {"macro.found", "attacks.right", "exact"}


@pytest.mark.parametrize(
    ("old", "new", "fallen"),
    [
        ({"dev": Floors(exact=0.9)}, {"dev": Floors(exact=0.9)}, []),
        ({"dev": Floors(exact=0.9)}, {"dev": Floors(exact=1.0), "gate": Floors(exact=0.1)}, []),
        ({"dev": Floors(exact=0.9)}, {"dev": Floors(exact=0.8)}, ["dev.exact"]),
        ({"dev": Floors(claims=SectionFloor(found=0.5))}, {"dev": Floors()}, ["dev.claims.found"]),
        ({"dev": Floors(exact=0.0)}, {}, ["dev.exact"]),
    ],
)
def test_a_floor_that_sinks_or_goes_is_named(old: dict[str, Floors], new: dict[str, Floors], fallen: list[str]) -> None:
    assert lowered(old, new) == fallen


def test_no_commit_lowers_a_floor_without_naming_it_in_the_changelog(tmp_path: Path) -> None:
    history = git("log", "--first-parent", "--format=%H", "--", THRESHOLDS).split()[::-1]
    for before, after in pairwise(history):
        fallen = lowered(floors_at(before, tmp_path), floors_at(after, tmp_path))
        told = git("diff", f"{after}^", after, "--", CHANGELOG)
        assert [name for name in fallen if f"`{name}`" not in told] == [], after
    if history:
        fallen = lowered(floors_at(history[-1], tmp_path), load_thresholds(ROOT / THRESHOLDS))
        told = git("diff", "HEAD", "--", CHANGELOG)
        assert [name for name in fallen if f"`{name}`" not in told] == []


def floors_at(commit: str, folder: Path) -> dict[str, Floors]:
    path = folder / f"{commit}.toml"
    path.write_text(git("show", f"{commit}:{THRESHOLDS}"), encoding="utf-8")
    return load_thresholds(path)


def git(*arguments: str) -> str:
    """What git prints; nothing outside a repository, as in an unpacked sdist, where there is no history to hold."""
    ran = subprocess.run(("/usr/bin/env", "git", *arguments), cwd=ROOT, capture_output=True, text=True, check=False)
    return ran.stdout if ran.returncode == 0 else ""


@pytest.mark.parametrize("level", ["true", "'0.9'", "90", "nan"])
def test_a_floor_is_a_number_from_0_to_1(tmp_path: Path, level: str) -> None:
    path = tmp_path / "thresholds.toml"
    path.write_text(f"[gate]\nexact = {level}\n", encoding="utf-8")
    with pytest.raises(CaseError, match=r"thresholds\.toml: gate\.exact: "):
        load_thresholds(path)


def test_a_file_that_an_editor_began_with_a_byte_order_mark_is_read_as_any_other(tmp_path: Path) -> None:
    path = tmp_path / "thresholds.toml"
    path.write_text("[gate]\nexact = 1\n", encoding="utf-8-sig")
    assert load_thresholds(path) == {"gate": Floors(exact=1)}
