"""What is shipped: the wheel is built, installed away from the checkout, and used from there."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from evaluation_suites import written_case
from test_evaluation_gate import FillsAnySchema

from summarizer.evaluation.cases import load_cases

ROOT = Path(__file__).parents[1]
SAID = {"sections/claims.md"}
"""A file of the reader's own."""
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(*PIP, "wheel", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", folder, ROOT)
    (built,) = folder.glob("newsbrief-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's content, beside the dependencies of this interpreter."""
    folder = tmp_path_factory.mktemp("installed")
    run(*PIP, "install", "--no-deps", "--no-index", "--target", folder, wheel)
    return folder


def test_the_source_distribution_has_the_pages_that_the_readme_sends_to(tmp_path: Path) -> None:
    program = "import os, sys; os.chdir(sys.argv[1]); from hatchling.build import build_sdist; build_sdist(sys.argv[2])"
    run(sys.executable, "-c", program, ROOT, tmp_path)
    (built,) = tmp_path.glob("newsbrief-*.tar.gz")
    with tarfile.open(built) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert set(re.findall(r"`([\w/-]+\.md)`", (ROOT / "README.md").read_text(encoding="utf-8"))) - SAID <= held


def run(*command: str | Path, **environment: str) -> str:
    ran = subprocess.run(
        command, capture_output=True, check=False, text=True, timeout=120, env={**os.environ, **environment}
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def in_folder(folder: Path, installed: Path, *commands: Sequence[str | Path], **environment: str) -> list[str]:
    """What each command prints when the installed program runs it in `folder`, all of them in one process."""
    program = """
import json, os, sys
os.chdir(sys.argv[1])
from summarizer.cli import main
for sys.argv[1:] in json.loads(sys.argv[2]):
    try:
        main()
    except SystemExit as ended:
        if ended.code:
            raise
    print(end="\\f")
"""
    environment |= {"PYTHONPATH": str(installed), "SUMMARIZER_CACHE_DIR": str(folder / "cache")}
    given = json.dumps([[str(argument) for argument in command] for command in commands])
    return run(sys.executable, "-c", program, folder, given, **environment).split("\f")[:-1]


def in_installed(folder: Path, code: str) -> str:
    return run(sys.executable, "-c", f"import os; os.chdir({str(folder)!r})\n{code}", PYTHONPATH=str(folder)).strip()


def test_the_wheel_has_the_package_its_prompts_and_the_licence_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0] for name in names if ".dist-info" not in name} == {"summarizer"}
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert "summarizer/py.typed" in names


def test_every_prompt_of_the_checkout_is_in_the_wheel_to_the_byte(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    for prompt in (path for path in (ROOT / "prompts").rglob("*") if path.is_file()):
        shipped = archive.read(f"summarizer/_prompts/{prompt.relative_to(ROOT / 'prompts').as_posix()}")
        assert shipped == prompt.read_bytes()


def test_the_wheel_has_the_gate_with_its_recordings_and_no_other_case(wheel: Path) -> None:
    gate = [case.id for case in load_cases(ROOT / "evals" / "cases") if case.gate]
    archive, evals = zipfile.ZipFile(wheel), "summarizer/_evals/"
    shipped = {name.removeprefix(evals): archive.read(name) for name in archive.namelist() if name.startswith(evals)}
    beside = {name: (ROOT / "evals" / name).read_bytes() for name in ("thresholds.toml", "baseline.json")}
    cases = {f"cases/{name}.yaml": (ROOT / "evals" / "cases" / f"{name}.yaml").read_bytes() for name in gate}
    recorded = {f"cassettes/{name}.yaml": (ROOT / "cassettes" / "evals" / f"{name}.yaml").read_bytes() for name in gate}
    assert shipped.keys() == (beside | cases | recorded).keys()
    assert shipped == beside | cases | recorded


def test_the_wheel_has_the_article_that_prompts_are_shown_on(wheel: Path) -> None:
    sample = zipfile.ZipFile(wheel).read("summarizer/_examples/canal-ultimatum.txt")
    assert sample == (ROOT / "examples" / "canal-ultimatum.txt").read_bytes()


def test_the_installed_package_is_the_one_of_the_wheel(installed: Path) -> None:
    assert Path(in_installed(installed, "import summarizer; print(summarizer.__file__)")).is_relative_to(installed)


def test_the_installed_command_runs(installed: Path) -> None:
    assert run(installed / "bin" / "summarizer", "--version", PYTHONPATH=str(installed)).startswith("newsbrief ")


def test_a_prompt_of_the_wheel_is_rendered(installed: Path) -> None:
    render = "from summarizer.prompts import Prompts; print(Prompts.of().rendering().render('window', first=2, last=7))"
    assert in_installed(installed, render) == "Look only at sentences [2] to [7]."


@pytest.fixture(scope="module")
def somewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that knows nothing of the checkout."""
    return tmp_path_factory.mktemp("somewhere")


@pytest.fixture(scope="module")
def told(installed: Path, somewhere: Path) -> dict[str, str]:
    """What the installed program prints in that folder, where a prompt of one's own stands before the shipped one."""
    question = somewhere / "mine" / "questions" / "actor.md"
    question.parent.mkdir(parents=True)
    shipped = (installed / "summarizer" / "_prompts" / "questions" / "actor.md").read_text(encoding="utf-8")
    question.write_text(shipped.replace("Word:", "One word:").replace("version: 2", "version: 3"), encoding="utf-8")
    commands: dict[str, Sequence[str]] = {
        "init": ("prompts", "init", "mine", "--force"),
        "check": ("prompts", "check", "mine"),
        "show": ("prompts", "show", "questions/actor", "--shipped"),
        "diff": ("prompts", "diff", "--prompts", "mine"),
        "estimate": ("prompts", "test", "--prompts", "mine", "--model", "local", "--estimate"),
        "replay": ("eval", "run", "--replay", "--case", "ridge-ultimatum", "--case", "tram-stabbing"),
    }
    return dict(zip(commands, in_folder(somewhere, installed, *commands.values()), strict=True))


def test_the_gate_is_replayed_from_the_wheel_in_any_folder(told: dict[str, str], somewhere: Path) -> None:
    assert "kept (gate, 2 cases, local)" in told["replay"]
    assert (somewhere / "eval-results" / "report.html").is_file()


def test_the_workshop_works_from_the_wheel_in_any_folder(told: dict[str, str], somewhere: Path) -> None:
    assert (somewhere / "mine" / "README.md").is_file()
    assert "no faults in" in told["check"]
    assert "Word:" in told["show"]
    assert "+One word:" in told["diff"]


def test_the_estimate_of_a_prompt_test_counts_the_gate_of_the_wheel(told: dict[str, str]) -> None:
    assert "changed: questions/actor" in told["estimate"]
    assert " of 12 cases are told something else" in told["estimate"]
    assert "to ask for: " in told["estimate"]


def test_the_evals_run_from_the_wheel_on_cases_of_ones_own(installed: Path, tmp_path: Path) -> None:
    written_case(tmp_path / "cases", "ridge")
    with FillsAnySchema() as stub:
        where = ("eval", "run", "--cases", tmp_path / "cases", "--cassettes", tmp_path / "cassettes")
        asked = ("--record", "--model", "m", "--base-url", stub.url, "--plan", "sections")
        told = in_folder(
            tmp_path, installed, (*where, *asked, "--out", "recorded"), (*where, "--replay", "--out", "run")
        )
    assert all("kept (gate, 1 case," in each for each in told)
    assert (tmp_path / "run" / "report.html").is_file()
