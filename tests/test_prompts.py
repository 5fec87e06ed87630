"""Prompt files: layers, sandbox, strictness, fingerprints."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from summarizer.errors import PromptError
from summarizer.prompts import Prompts

FRONT = "---\nname: probe\nversion: 3\ninputs: [word]\n---\n"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_shipped_prompt_loads_and_declares_its_inputs() -> None:
    prompts = Prompts.of()
    shipped = prompts.layers[-1]
    names = [str(path.relative_to(shipped))[:-3] for path in shipped.rglob("*.md") if path.name != "README.md"]
    assert len(names) >= 10
    assert all(prompts.get(name).meta["name"] == name for name in names)


def test_a_folder_of_ones_own_goes_before_the_shipped_prompts(tmp_path: Path) -> None:
    write(tmp_path, "system", "---\nname: system\nversion: 9\ninputs: []\n---\nRead.\n")
    rendering = Prompts.of(tmp_path).rendering()
    assert rendering.render("system") == "Read."
    assert "repeats" in rendering.render("reask", kind="loop", errors=[])


def test_an_article_is_data_and_never_a_template(tmp_path: Path) -> None:
    write(tmp_path, "probe", FRONT + "<{{ word }}>")
    rendering = Prompts.of(tmp_path).rendering()
    assert rendering.render("probe", word="{{ 7*7 }} {% raw %} <script>") == "<{{ 7*7 }} {% raw %} <script>>"


def test_a_rendered_prompt_is_named_with_the_hash_of_its_file(tmp_path: Path) -> None:
    path = write(tmp_path, "probe", FRONT + "{{ word }}")
    rendering = Prompts.of(tmp_path).rendering()
    rendering.render("probe", word="a")
    rendering.render("probe", word="b")
    (ref,) = rendering.refs
    assert (ref.id, ref.version) == ("probe", "3")
    assert ref.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("no front matter", r":1: .*front matter"),
        ("---\nname: probe\n---\nx", "lacks inputs, version"),
        ("---\n: [\n---\nx", "not YAML"),
        (FRONT + "line\n{% if %}", r"probe\.md:7: "),
        (FRONT + "{{ unknown }}", "unknown"),
        (FRONT + "{{ word.__class__.__mro__ }}", "unsafe"),
        (FRONT + "{% include '/etc/passwd' %}", "probe"),
    ],
    ids=["bare", "keys", "yaml", "syntax", "undefined", "escape", "include"],
)
def test_a_broken_prompt_is_an_error_that_names_the_file(text: str, words: str, tmp_path: Path) -> None:
    write(tmp_path, "probe", text)
    with pytest.raises(PromptError, match=words):
        Prompts.of(tmp_path).rendering().render("probe", word="a")


def test_a_missing_folder_or_prompt_is_named(tmp_path: Path) -> None:
    with pytest.raises(PromptError, match="no directory"):
        Prompts.of(tmp_path / "none")
    with pytest.raises(PromptError, match="no prompt 'nothing'"):
        Prompts.of().get("nothing")


def test_options_of_a_question_come_from_its_front_matter() -> None:
    assert Prompts.of().rendering().options("questions/deadline") == ["deadline", "event", "past", "duration", "other"]
