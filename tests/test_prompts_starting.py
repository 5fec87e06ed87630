"""Starting a folder of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.errors import PromptError
from summarizer.prompts import Prompts, shipped_folder
from summarizer.prompts.starting import start


def test_a_new_folder_says_what_the_shipped_prompts_say(tmp_path: Path) -> None:
    written = start(tmp_path / "new" / "own")
    own, shipped = Prompts.of(tmp_path / "new" / "own"), Prompts.of()
    assert own.digests() == shipped.digests()
    assert own.names() == shipped.names()
    assert {path.name for path in written} >= {"README.md", "claims.md", "summary.md", "sanctions.yaml.example"}


def test_its_examples_of_own_section_and_fields_sleep_until_they_are_renamed(tmp_path: Path) -> None:
    start(tmp_path)
    prompts = Prompts.of(tmp_path)
    assert (prompts.own_sections(), dict(prompts.own_fields("claims"))) == ([], {})
    for name in ("sanctions.yaml", "claims.md"):
        (tmp_path / "sections" / f"{name}.example").replace(tmp_path / "sections" / name)
    (section,) = prompts.own_sections()
    assert (section.id, next(iter(section.meta.fields))) == ("sections/sanctions", "imposed_by")
    assert list(prompts.own_fields("claims")) == ["topic", "on_the_record"]
    assert prompts.get("sections/claims").meta.version == Prompts.of().get("sections/claims").meta.version + 1
    rendering = prompts.rendering()
    assert rendering.render("sections/claims") == Prompts.of().rendering().render("sections/claims")
    assert rendering.warnings == []


def test_a_folder_that_has_files_is_refused_by_name_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("mine", encoding="utf-8")
    with pytest.raises(PromptError, match=r"is not empty \(it has mine\.md\).* --force"):
        start(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.md"]


def test_with_force_what_lacks_is_added_and_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "summary.md").write_text("mine", encoding="utf-8")
    written = start(tmp_path, force=True)
    assert tmp_path / "summary.md" not in written
    assert (tmp_path / "summary.md").read_text(encoding="utf-8") == "mine"
    assert start(tmp_path, force=True) == []


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own").touch()
    with pytest.raises(PromptError, match="own is a file; name a folder"):
        start(tmp_path / "own")


def test_the_guide_tells_of_every_shipped_prompt_and_every_key() -> None:
    guide = (shipped_folder() / "README.md").read_text(encoding="utf-8")
    prompts = Prompts.of()
    assert [name for name in prompts.names() if f"`{name}.md`" not in guide] == []
    assert [key for key in type(prompts.get("system").meta).model_fields if f"| `{key}` |" not in guide] == []
