"""The recordings of this project under an edited prompt: those that it was said in are named, and no others."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from summarizer.cli import main

ROOT = Path(__file__).parents[1]
RECORDINGS = ROOT / "cassettes" / "evals"


def replay(prompts: Path, out: Path) -> int:
    """The exit code of `summarizer eval run --replay` with the gate as it is committed."""
    folders = {"--cases": ROOT / "evals" / "cases", "--cassettes": RECORDINGS, "--prompts": prompts, "--out": out}
    with pytest.raises(SystemExit) as ended:
        main(["eval", "run", "--replay", *(str(each) for pair in folders.items() for each in pair)])
    assert isinstance(ended.value.code, int)
    return ended.value.code


def recordings_with(words: str) -> set[str]:
    """The recordings in whose requests some words stand, however their lines are broken."""
    wanted = " ".join(words.split())
    return {file.name for file in RECORDINGS.glob("*.yaml") if wanted in " ".join(file.read_text("utf-8").split())}


@pytest.mark.parametrize("question", ["speaker", "actor", "attack", "deadline", "claim"])
def test_one_more_character_in_a_question_names_exactly_the_recordings_that_asked_it(
    question: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prompts = shutil.copytree(ROOT / "prompts", tmp_path / "prompts")
    path = prompts / "questions" / f"{question}.md"
    whole = path.read_text(encoding="utf-8")
    asked = recordings_with(yaml.safe_load(whole.split("---")[1])["instruction"])
    path.write_text(f"{whole.rstrip()}.\n", encoding="utf-8")

    assert replay(prompts, tmp_path / "out") == 1
    told = capsys.readouterr()
    named = re.findall(rf"(\S+\.yaml): prompt 'questions/{question}' has changed since", told.err)
    assert sorted(Path(each).name for each in named) == sorted(asked)
    assert set(re.findall(r"[\w-]+\.yaml", told.err)) == asked
    assert asked
    assert not (tmp_path / "out" / "verdict.json").exists()


def test_a_folder_that_the_environment_names_counts_like_one_on_the_command_line(tmp_path: Path) -> None:
    questions = tmp_path / "prompts" / "questions"
    questions.mkdir(parents=True)
    whole = (ROOT / "prompts" / "questions" / "speaker.md").read_text(encoding="utf-8")
    (questions / "speaker.md").write_text(f"{whole.rstrip()}.\n", encoding="utf-8")
    program = "from summarizer.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "eval", "run", "--replay", "--out", str(tmp_path / "out")],
        cwd=ROOT,
        env={**os.environ, "SUMMARIZER_PROMPTS": str(tmp_path / "prompts")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "prompt 'questions/speaker' has changed since" in done.stderr
