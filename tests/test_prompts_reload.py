"""Edits of a prompts folder while a process runs: a good one serves the next brief, a broken one serves nobody."""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from summarizer.errors import PromptError
from summarizer.prompts import Prompts, shipped_folder
from summarizer.prompts import files as reading

SECTION = """\
name: sections/recalls
version: 1
rules: [List the products that are called back.]
fields: {product: {type: text, description: what is called back}}
"""
EXAMPLE = """\
name: examples/lamp
version: 1
passage: Lumenor calls back its desk lamp.
brief: {actors: [{sentence: 1, name: Lumenor, kind: company}]}
"""


def system(text: str, version: int = 1) -> str:
    return f"---\nname: system\nversion: {version}\ninputs: []\n---\n{text}\n"


def write(path: Path, text: str) -> None:
    """As an editor does: a new file in place of the old one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)


def said(prompts: Prompts) -> str:
    return prompts.rendering().render("system")


def test_a_folder_without_a_prompt_is_warned_of_until_it_has_one(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("to do", encoding="utf-8")
    prompts = Prompts.of(tmp_path / "mine")
    assert prompts.rendering().warnings == [f"{tmp_path / 'mine'} has no prompt in it: the shipped ones serve"]
    write(tmp_path / "mine" / "system.md", system("You read news."))
    assert prompts.rendering().warnings == []


def test_an_edit_serves_the_next_brief(tmp_path: Path) -> None:
    write(tmp_path / "system.md", system("One."))
    prompts = Prompts.of(tmp_path)
    assert said(prompts) == "One."
    write(tmp_path / "system.md", system("Two."))
    assert said(prompts) == "Two."


def test_an_edit_in_place_of_the_same_length_within_a_tick_of_the_clock_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "system.md"
    path.write_text(system("One."), encoding="utf-8")
    prompts, stamp = Prompts.of(tmp_path), path.stat()
    assert said(prompts) == "One."
    path.write_text(system("Two."), encoding="utf-8")
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert said(prompts) == "Two."


def test_a_file_that_has_not_changed_is_not_read_again(tmp_path: Path) -> None:
    path = tmp_path / "system.md"
    write(path, system("One."))
    os.utime(path, (1, 1))
    prompts = Prompts.of(tmp_path)
    assert said(prompts) == "One."
    path.write_text(system("Two."), encoding="utf-8")
    os.utime(path, (1, 1))  # the same time, size and inode: only reading it would tell
    assert said(prompts) == "One."


def test_a_brief_keeps_to_the_prompts_it_began_with(tmp_path: Path) -> None:
    write(tmp_path / "system.md", system("One."))
    prompts = Prompts.of(tmp_path)
    rendering = prompts.rendering()
    write(tmp_path / "system.md", system("Two.", 2))
    assert rendering.render("system") == "One."
    assert [ref.version for ref in rendering.refs] == ["1"]
    assert said(prompts) == "Two."


def test_a_broken_edit_leaves_the_last_good_version_serving_and_says_so(tmp_path: Path) -> None:
    write(tmp_path / "system.md", system("One.", 4))
    prompts = Prompts.of(tmp_path)
    good = prompts.get("system").ref
    write(tmp_path / "system.md", system("Two {{ who }}.", 5))
    rendering = prompts.rendering()
    assert rendering.render("system") == "One."
    assert rendering.refs == [good]
    (warning,) = rendering.warnings
    assert warning.startswith(f"{tmp_path}/system.md:6:8: there is no input 'who'")
    assert warning.endswith(f"version 4 ({good.sha256[:12]}) serves on")


def test_a_mended_file_serves_again_without_a_warning(tmp_path: Path) -> None:
    write(tmp_path / "system.md", system("One."))
    prompts = Prompts.of(tmp_path)
    said(prompts)
    write(tmp_path / "system.md", "broken")
    assert prompts.rendering().warnings
    write(tmp_path / "system.md", system("Three.", 3))
    assert said(prompts) == "Three."
    assert prompts.rendering().warnings == []


def test_a_new_broken_file_of_ones_own_leaves_the_shipped_one_serving(tmp_path: Path) -> None:
    prompts = Prompts.of(tmp_path)
    shipped = said(prompts)
    write(tmp_path / "system.md", "broken")
    rendering = prompts.rendering()
    assert rendering.render("system") == shipped
    assert "system.md:1:1: " in rendering.warnings[0]


def test_a_file_that_was_never_good_is_an_error_when_it_is_used(tmp_path: Path) -> None:
    write(tmp_path / "system.md", "broken")
    rendering = Prompts.of(tmp_path).rendering()
    assert rendering.render("window", first=1, last=2)
    with pytest.raises(PromptError, match=r"system\.md:1:1: the file must open with front matter") as raised:
        rendering.render("system")
    assert [(fault.line, fault.code) for fault in raised.value.faults] == [(1, "front-matter")]


def test_what_fails_only_when_rendered_is_said_by_the_last_version_that_could_be(tmp_path: Path) -> None:
    head = "---\nname: window\nversion: 2\ninputs: [first, last]\n---\n"
    write(tmp_path / "window.md", head + "From {{ first }}")
    prompts = Prompts.of(tmp_path)
    prompts.rendering().render("window", first=1, last=2)
    write(tmp_path / "window.md", head.replace("2", "3") + "{% for each in first %}{{ each }}{% endfor %}")
    rendering = prompts.rendering()
    assert [rendering.render("window", first=n, last=9) for n in (1, 2)] == ["From 1", "From 2"]
    assert [ref.version for ref in rendering.refs] == ["2"]
    (warning,) = rendering.warnings
    assert "window.md:6:1: a loop goes through a list" in warning
    assert "version 2 (" in warning


def test_a_deleted_file_of_ones_own_gives_way_to_the_shipped_one(tmp_path: Path) -> None:
    write(tmp_path / "system.md", system("One."))
    prompts = Prompts.of(tmp_path)
    said(prompts)
    (tmp_path / "system.md").unlink()
    assert said(prompts) == said(Prompts.of())
    assert prompts.rendering().warnings == [f"{tmp_path} has no prompt in it: the shipped ones serve"]


def test_a_shipped_file_that_disappears_serves_on_with_a_warning(tmp_path: Path) -> None:
    shutil.copytree(shipped_folder(), tmp_path / "shipped")
    prompts = Prompts((tmp_path / "shipped",))
    shipped = said(prompts)
    (tmp_path / "shipped" / "system.md").unlink()
    assert said(prompts) == shipped
    assert "system.md is gone; version 1 (" in prompts.rendering().warnings[0]


def test_a_folder_that_disappears_serves_on_with_a_warning(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    write(folder / "system.md", system("One."))
    prompts = Prompts.of(folder)
    assert said(prompts) == "One."
    shutil.rmtree(folder)
    assert said(prompts) == "One."
    assert f"there is no directory of prompts {folder}" in prompts.rendering().warnings[0]


def test_a_section_of_ones_own_comes_and_goes_with_its_file(tmp_path: Path) -> None:
    prompts = Prompts.of(tmp_path)
    assert prompts.rendering().own_sections() == []
    write(tmp_path / "sections" / "recalls.yaml", SECTION)
    (own,) = prompts.rendering().own_sections()
    assert (own.id, own.section, list(own.meta.fields)) == ("sections/recalls", "recalls", ["product"])
    (tmp_path / "sections" / "recalls.yaml").unlink()
    assert prompts.rendering().own_sections() == []
    assert prompts.rendering().warnings == [f"{tmp_path} has no prompt in it: the shipped ones serve"]


def test_a_new_broken_section_is_left_out_of_a_running_process_and_stops_a_new_one(tmp_path: Path) -> None:
    prompts = Prompts.of(tmp_path)
    prompts.rendering()
    write(tmp_path / "sections" / "recalls.yaml", SECTION.replace("text", "txt"))
    rendering = prompts.rendering()
    assert rendering.own_sections() == []
    assert "did you mean 'text'?; it is left out" in rendering.warnings[0]
    with pytest.raises(PromptError, match=r"recalls\.yaml:4:20: fields\.product\.type: there is no 'txt' here"):
        Prompts.of(tmp_path).rendering().own_sections()


def test_an_example_that_is_broken_or_deleted_while_it_is_shown_serves_on(tmp_path: Path) -> None:
    source = (shipped_folder() / "sections" / "actors.md").read_text(encoding="utf-8")
    write(tmp_path / "sections" / "actors.md", source.replace("examples: []", "examples: [lamp]"))
    write(tmp_path / "examples" / "lamp.yaml", EXAMPLE)
    prompts = Prompts.of(tmp_path)
    first = prompts.rendering().render("sections/actors")
    assert "Lumenor" in first
    for spoil in (lambda path: write(path, EXAMPLE.replace("sentence: 1", "sentence: one")), Path.unlink):
        spoil(tmp_path / "examples" / "lamp.yaml")
        rendering = prompts.rendering()
        assert rendering.render("sections/actors") == first
        assert any("lamp.yaml" in warning for warning in rendering.warnings)


def test_one_process_has_one_object_for_a_folder(tmp_path: Path) -> None:
    assert Prompts.shared(tmp_path) is Prompts.shared(str(tmp_path))
    assert Prompts.shared(tmp_path) is not Prompts.shared()
    assert Prompts.of(tmp_path) is not Prompts.of(tmp_path)


def test_many_threads_see_whole_versions_only(tmp_path: Path) -> None:
    write(tmp_path / "system.md", system("v1 v1"))
    prompts = Prompts.of(tmp_path)
    said(prompts)

    def edit(number: int) -> None:
        write(tmp_path / "system.md", "broken" if number % 3 == 0 else system(f"v{number} v{number}", number))

    with ThreadPoolExecutor(6) as pool:
        texts = [pool.submit(said, prompts) for _ in range(60)]
        for number in range(1, 40):
            edit(number)
        for text in texts:
            first, second = text.result().split()
            assert first == second


def test_the_stamp_of_a_file_just_written_is_not_relied_on(tmp_path: Path) -> None:
    path = tmp_path / "system.md"
    write(path, system("One."))
    assert reading.read(tmp_path, path).stamp is None
    os.utime(path, (1, 1))
    assert reading.read(tmp_path, path).stamp == reading.stamp(path)
