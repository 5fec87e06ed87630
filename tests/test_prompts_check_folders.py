"""What `check` makes of whole folders: correct ones, hostile ones, repositories; and of texts that are not saved."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.errors import PromptError
from summarizer.prompts import Fault, Prompts, shipped_folder
from summarizer.prompts.starting import start
from summarizer.workshop.checking import check, check_source, listing
from summarizer.workshop.checking.contracts import PASSAGES, Contracts
from summarizer.workshop.checking.trial_run import stand_ins

ROOT = Path(__file__).parents[1]
CASES = ROOT / "evals" / "cases"
NO_CASES = ROOT / "tests" / "data" / "prompts_correct"
SHIPPED = shipped_folder()

Git = Callable[..., None]


def codes(faults: list[Fault]) -> list[str]:
    return [fault.code for fault in faults]


def override(folder: Path, name: str, old: str = "", new: str = "", *, raised: bool = True) -> Path:
    """A copy of a shipped file in `folder`, with one change and, unless not `raised`, a version of its own."""
    text = (SHIPPED / name).read_text(encoding="utf-8")
    assert old in text
    text = text.replace(old, new, 1) if old else text
    if raised:
        version = int(text.split("version: ", 1)[1].split("\n", 1)[0])
        text = text.replace(f"version: {version}\n", f"version: {version + 1}\n", 1)
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Runs git in `tmp_path`, in a repository of its own."""
    if (program := shutil.which("git")) is None:
        pytest.skip("what is committed can only be compared with where git is installed")

    def run(*arguments: str) -> None:
        identity = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run([program, *identity, *arguments], cwd=tmp_path, check=True, capture_output=True)

    run("init", "--quiet")
    return run


def test_the_shipped_prompts_have_no_fault() -> None:
    assert check(None, cases=CASES) == []


def test_a_correct_folder_has_no_fault(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(NO_CASES, tmp_path / "prompts"))
    assert check(folder, cases=CASES) == []


def test_a_folder_that_was_just_started_has_no_fault_awake_or_asleep(tmp_path: Path) -> None:
    for path in start(tmp_path / "mine"):
        if path.suffix == ".example":
            path.replace(path.with_suffix(""))
        assert check(tmp_path / "mine", cases=NO_CASES) == []


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PromptError, match="no directory"):
        check(tmp_path / "none", cases=NO_CASES)


def test_every_contract_is_kept_by_stand_ins_for_its_inputs() -> None:
    prompts = Prompts.of()
    contracts = Contracts(prompts)
    for name in prompts.names():
        contract = contracts.of(name)
        assert contract is not None
        assert prompts.get(name).template.render(stand_ins(contract))
    assert all(any(passage in prompts.get(name).inputs for name in prompts.names()) for passage in PASSAGES)


def test_faults_come_by_file_and_place(tmp_path: Path) -> None:
    override(tmp_path, "window.md", "{{ last }}", "{{ lost }}")
    override(tmp_path, "article.md", "{{ title }}", "{{ titel }}, {{ sentense }}")
    found = check(tmp_path, cases=NO_CASES)
    assert [(fault.path.name, fault.line, fault.code) for fault in found] == [
        ("article.md", 7, "undefined"),
        ("article.md", 7, "undefined"),
        ("window.md", 7, "undefined"),
    ]
    assert found[0].column < found[1].column


def test_windows_line_ends_and_a_byte_order_mark_are_fine(tmp_path: Path) -> None:
    path = override(tmp_path, "article.md")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert check(tmp_path, cases=NO_CASES) == []


def test_a_text_set_aside_a_hidden_file_and_a_readme_are_left_alone(tmp_path: Path) -> None:
    for name in ("copies/old.md", ".git/config", "README.md", "sections/.swp", "sections/claims.md.example"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("anything {{")
    assert check(tmp_path, cases=NO_CASES) == []


def test_a_link_that_leads_out_of_the_folder_is_refused_and_its_text_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("password: hunter2")
    folder = tmp_path / "prompts"
    folder.mkdir()
    (folder / "system.md").symlink_to(tmp_path / "secret.md")
    found = check(folder, cases=NO_CASES)
    assert codes(found) == ["link"]
    assert "hunter2" not in listing.as_text(found) + listing.as_json(found)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "system.md")
    assert codes(check(tmp_path, cases=NO_CASES)) == ["file"]


@pytest.mark.parametrize(
    "body",
    [
        "{{ " + "(" * 20_000 + "passage" + ")" * 20_000 + " }}",
        "{% raw %}" + "{{" * 30_000 + "{% endraw %}",
        "{% if passage %}" * 300 + "{% endif %}" * 300,
        "{{ passage" + ".a" * 20_000 + " }}",
        "".join(f"{{{{n{number}}}}}" for number in range(1_500)),
        "{{ 9 ** 9 ** 9 }}",
        "{% for one in range(10 ** 9) %}{% endfor %}",
        "{{ cycler.__init__.__globals__.os.popen('id') }}",
    ],
    ids=["brackets", "raw", "conditions", "attributes", "names", "power", "range", "escape"],
)
def test_a_hostile_template_is_told_as_faults_in_bounded_time(tmp_path: Path, body: str) -> None:
    head = "---\nname: questions/claim\nversion: 9\ninputs: [passage]\noptions: [claim, action, event, other]\n"
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "claim.md").write_text(f"{head}instruction: Say it.\n---\n{body}\n")
    started = time.monotonic()
    assert "error" in {fault.severity for fault in check(tmp_path, cases=NO_CASES)}
    assert time.monotonic() - started < 20


def test_a_change_is_held_against_what_was_committed_last(tmp_path: Path, git: Git) -> None:
    path = override(tmp_path, "summary.md", "short sentences", "plain sentences")
    git("add", ".")
    git("commit", "--quiet", "--message", "Prompts")
    assert check(tmp_path, cases=NO_CASES) == []
    path.write_text(path.read_text().replace("plain sentences", "plain and short sentences"))
    (found,) = check(tmp_path, cases=NO_CASES)
    assert (found.code, found.severity, found.line) == ("version-not-raised", "warning", 3)
    assert "committed" in found.message


def test_nothing_of_a_strangers_repository_is_run(tmp_path: Path, git: Git) -> None:
    override(tmp_path, "summary.md", "short sentences", "plain sentences")
    git("add", ".")
    git("commit", "--quiet", "--message", "Prompts")
    hook = tmp_path / ".git" / "run-me"
    hook.write_text(f"#!/bin/sh\ntouch {tmp_path}/.git/was-run\n")
    hook.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "diff.external",
        "filter.x.clean",
        "filter.x.smudge",
    ):
        git("config", key, str(hook))
    (tmp_path / ".git" / "was-run").unlink(missing_ok=True)
    check(tmp_path, cases=NO_CASES)
    assert not (tmp_path / ".git" / "was-run").exists()


def test_a_text_that_is_not_saved_is_checked_in_the_place_of_its_file(tmp_path: Path) -> None:
    path = override(tmp_path, "window.md")
    broken = path.read_text().replace("{{ last }}", "{{ lost }}")
    prompts = Prompts.of(tmp_path)
    for name in ("window", "window.md"):
        assert codes(check_source(name, broken, prompts, cases=NO_CASES)) == ["undefined"]
    assert check_source("window", path.read_text(), prompts, cases=NO_CASES) == []


def test_a_new_text_goes_by_what_it_looks_like(tmp_path: Path) -> None:
    section = (NO_CASES / "sections" / "sanctions.yaml").read_text().replace("examples: [embargo]\n", "")
    prompts = Prompts.of(tmp_path)
    assert check_source("sections/sanctions", section, prompts, cases=NO_CASES) == []
    (found,) = check_source("examples/harbour", "name: [", prompts, cases=NO_CASES)
    assert found.path == tmp_path / "examples" / "harbour.yaml"


def test_a_text_that_is_too_large_is_not_looked_at(tmp_path: Path) -> None:
    assert codes(check_source("system", "x" * 100_000, Prompts.of(tmp_path), cases=NO_CASES)) == ["size"]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_whatever_is_typed_every_fault_has_a_place_and_a_hint(data: st.DataObject) -> None:
    text = (SHIPPED / "questions" / "speaker.md").read_text(encoding="utf-8")
    at = data.draw(st.integers(0, len(text)))
    piece = data.draw(
        st.sampled_from(["{{", "}}", "{%", "\t", "---\n", ": ", "\x00", "[", "&a "]) | st.text(max_size=5)
    )
    text = text[:at] + piece + text[at + data.draw(st.integers(0, 20)) :]
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for fault in check_source("questions/speaker", text, Prompts.shared(), cases=NO_CASES):
        assert fault.message
        assert fault.hint
        assert 1 <= fault.line <= len(lines)
        assert 1 <= fault.column <= len(lines[fault.line - 1]) + 2


def test_the_listing_points_at_the_place(tmp_path: Path) -> None:
    path = override(tmp_path, "window.md", "{{ last }}", "{{ lost }}")
    assert listing.as_text(check(tmp_path, cases=NO_CASES)) == (
        f"{path}:7:45: error undefined: the program gives this prompt no 'lost'\n"
        "    | Look only at sentences [{{ first }}] to [{{ lost }}].\n"
        "    |                                             ^\n"
        "    did you mean {{ last }}?\n"
    )


def test_a_long_line_is_shown_around_the_place_and_obeys_no_control_character(tmp_path: Path) -> None:
    fault = Fault(path=tmp_path / "system.md", line=1, column=301, code="x", message="a\x1b[31mb", hint="do")
    text = "\x1b" * 300 + "here" + "y" * 300
    shown = listing.as_text([fault], {fault.path: text})
    assert "\x1b" not in shown
    _, line, caret, _ = shown.splitlines()
    assert line[caret.index("^") :].startswith("here")
    assert len(line) < 200


def test_editors_get_a_list_of_objects(tmp_path: Path) -> None:
    override(tmp_path, "summary.md", "short sentences", "plain sentences", raised=False)
    (fault,) = json.loads(listing.as_json(check(tmp_path, cases=NO_CASES)))
    assert fault.keys() == {"path", "line", "column", "code", "severity", "message", "hint"}
    assert (fault["line"], fault["column"], fault["severity"]) == (3, 1, "warning")


def test_the_summary_counts() -> None:
    fault = Fault(path=Path("x"), code="x", message="m")
    assert listing.summary([fault, fault, fault.model_copy(update={"severity": "warning"})]) == "2 errors, 1 warning"
    assert listing.summary([]) == "nothing to complain of"


def test_the_pre_commit_hook_runs_the_command_once_for_a_whole_folder() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["id"], hook["entry"], hook["language"]) == (
        "summarizer-prompts-check", "summarizer prompts check", "python",
    )  # fmt: skip
    assert hook["pass_filenames"] is False
