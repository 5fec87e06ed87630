"""The prompts folder as the page lists, opens and saves it."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_stand_ins import SHIPPED, shipped_folder

from summarizer.errors import InputError
from summarizer.workshop.page.folder import Folder, description_of, difference
from summarizer.workshop.page.layout import MAX_BYTES, ChangedMeanwhile, files_of, place, sha256
from summarizer.workshop.page.new_section import begin_section

CLAIMS = "sections/claims.md"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    own = tmp_path / "own"
    own.mkdir()
    return Folder(own, shipped_folder(tmp_path / "shipped"))


def on_disk(folder: Folder, file: str = CLAIMS) -> str:
    return (folder.own / file).read_bytes().decode()


def test_every_shipped_file_is_listed_with_what_it_says_of_itself(folder: Folder) -> None:
    listed = {entry.file: entry for entry in folder.entries()}
    assert set(listed) == set(SHIPPED)
    assert {entry.origin for entry in listed.values()} == {"shipped"}
    assert listed["questions/speaker.md"].description == "Chooses the speaker."


def test_a_shipped_file_that_is_adopted_is_the_same_text_in_the_folder(folder: Folder) -> None:
    opened = folder.adopt(CLAIMS)
    assert opened.origin == "overridden"
    assert on_disk(folder) == opened.shipped == SHIPPED[CLAIMS]


def test_a_file_is_adopted_once(folder: Folder) -> None:
    folder.save(CLAIMS, "mine\n", None)
    with pytest.raises(ChangedMeanwhile, match="already"):
        folder.adopt(CLAIMS)
    assert on_disk(folder) == "mine\n"


def test_a_rule_file_takes_the_place_of_the_shipped_template_of_that_name(folder: Folder) -> None:
    folder.save("sections/claims.yaml", "name: sections/claims\n", None)
    assert [entry.file for entry in folder.entries() if "claims" in entry.file] == ["sections/claims.yaml"]


def test_a_save_of_what_was_opened_is_written_and_leaves_nothing_else_behind(folder: Folder) -> None:
    opened = folder.adopt(CLAIMS)
    assert folder.save(CLAIMS, "new\n", opened.sha256) == sha256("new\n")
    assert [path.name for path in (folder.own / "sections").iterdir()] == ["claims.md"]
    assert on_disk(folder) == "new\n"


def test_a_save_over_a_change_made_meanwhile_is_refused_and_tells_what_stands_there(folder: Folder) -> None:
    opened = folder.adopt(CLAIMS)
    (folder.own / CLAIMS).write_text("theirs\n")
    with pytest.raises(ChangedMeanwhile, match="changed by somebody else") as refused:
        folder.save(CLAIMS, "mine\n", opened.sha256)
    assert refused.value.source == "theirs\n"
    assert on_disk(folder) == "theirs\n"


def test_a_save_of_a_file_that_was_emptied_meanwhile_is_refused(folder: Folder) -> None:
    opened = folder.adopt(CLAIMS)
    (folder.own / CLAIMS).write_text("")
    with pytest.raises(ChangedMeanwhile):
        folder.save(CLAIMS, "mine\n", opened.sha256)


def test_a_save_of_a_file_that_was_removed_meanwhile_is_refused(folder: Folder) -> None:
    opened = folder.adopt(CLAIMS)
    (folder.own / CLAIMS).unlink()
    with pytest.raises(ChangedMeanwhile, match="removed") as refused:
        folder.save(CLAIMS, "mine\n", opened.sha256)
    assert refused.value.source is None


def test_a_save_of_the_very_text_that_another_wrote_is_no_conflict(folder: Folder) -> None:
    opened = folder.adopt(CLAIMS)
    (folder.own / CLAIMS).write_text("same\n")
    assert folder.save(CLAIMS, "same\n", opened.sha256) == sha256("same\n")


def test_windows_line_ends_are_kept_though_the_editor_has_none(folder: Folder) -> None:
    (folder.own / "system.md").write_bytes(b"one\r\ntwo\r\n")
    opened = folder.open("system.md")
    assert opened.source == "one\ntwo\n"
    saved = folder.save("system.md", "one\n2\n", opened.sha256)
    assert on_disk(folder, "system.md") == "one\r\n2\r\n"
    assert folder.open("system.md").sha256 == saved


def test_the_permissions_of_a_file_outlive_a_save(folder: Folder) -> None:
    opened = folder.adopt(CLAIMS)
    (folder.own / CLAIMS).chmod(0o600)
    folder.save(CLAIMS, "new\n", opened.sha256)
    assert (folder.own / CLAIMS).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "name",
    [
        "", "..", "../system.md", "sections/../../x.md", "/etc/passwd", "sections/claims", "system.yaml", "a/b/c.md",
        "sections/.claims.md", "claims.md.exe", "examples/x.md", "questions/x.yaml", "C:\\x.md", "sections\\x.md",
        "con/x.md", "x\0.md", "sections//x.md", "./x.md", "x .md", "sections/x.md\n", "ſ.md", "a" * 65 + ".md",
    ],
)  # fmt: skip
def test_a_name_outside_the_layout_is_refused(folder: Folder, name: str) -> None:
    with pytest.raises(InputError, match="prompts folder"):
        folder.save(name, "x", None)
    with pytest.raises(InputError):
        folder.open(name)


def test_a_linked_file_is_neither_listed_nor_opened_nor_written(folder: Folder, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("secret")
    (folder.own / "system.md").symlink_to(secret)
    assert "system.md" not in list(files_of(folder.own))
    for act in (folder.open, lambda file: folder.save(file, "x", sha256("secret"))):
        with pytest.raises(InputError, match="symbolic link"):
            act("system.md")
    assert secret.read_text() == "secret"


def test_a_linked_folder_is_not_followed(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.md").write_text("secret")
    (folder.own / "sections").symlink_to(tmp_path / "elsewhere")
    assert list(files_of(folder.own)) == []
    with pytest.raises(InputError, match="symbolic link"):
        place(folder.own, "sections/x.md")


def test_a_text_too_long_for_a_prompt_is_not_written(folder: Folder) -> None:
    with pytest.raises(InputError, match="bytes"):
        folder.save("long.md", "x" * (MAX_BYTES + 1), None)
    assert list(folder.own.iterdir()) == []


def test_a_file_too_long_for_a_prompt_is_not_read(folder: Folder) -> None:
    (folder.own / "long.md").write_bytes(b"x" * (MAX_BYTES + 1))
    with pytest.raises(InputError, match="too long"):
        folder.open("long.md")


def test_one_file_that_cannot_be_read_does_not_hide_the_others(folder: Folder) -> None:
    (folder.own / "system.md").write_bytes(b"\xff\xfe\x00")
    listed = {entry.file: entry for entry in folder.entries()}
    assert "UTF-8" in listed["system.md"].description
    assert CLAIMS in listed


def test_half_a_character_is_refused_instead_of_written(folder: Folder) -> None:
    with pytest.raises(InputError, match="half a character"):
        folder.save("x.md", "a\ud800b", None)


def test_a_copy_lies_beside_the_prompts_and_keeps_its_suffix(folder: Folder) -> None:
    first, second = folder.copy(CLAIMS, "mine"), folder.copy(CLAIMS, "mine too")
    assert first != second
    assert first.startswith("copies/sections-claims-")
    assert first.endswith(".md")
    assert (folder.own / first).read_text() == "mine"


def test_a_file_set_aside_gives_way_to_the_shipped_one_and_is_kept(folder: Folder) -> None:
    saved = folder.save(CLAIMS, "mine\n", None)
    kept = folder.set_aside(CLAIMS, saved)
    assert folder.open(CLAIMS).origin == "shipped"
    assert folder.open(kept).source == "mine\n"


def test_a_file_that_was_changed_meanwhile_is_not_set_aside(folder: Folder) -> None:
    folder.save(CLAIMS, "mine\n", None)
    with pytest.raises(ChangedMeanwhile):
        folder.set_aside(CLAIMS, sha256("older\n"))


def test_a_layer_has_the_saved_files_the_unsaved_texts_and_no_copies(folder: Folder, tmp_path: Path) -> None:
    folder.save(CLAIMS, "saved\n", None)
    folder.save("system.md", "saved\n", None)
    folder.copy(CLAIMS, "older")
    into = tmp_path / "layer"
    into.mkdir()
    folder.layer(into, {CLAIMS: "in the editor\n", "sections/new.yaml": "name: x\n"})
    assert {file: (into / file).read_text() for file in files_of(into)} == {
        CLAIMS: "in the editor\n",
        "system.md": "saved\n",
        "sections/new.yaml": "name: x\n",
    }


def test_a_new_section_is_a_commented_file_under_its_name(folder: Folder) -> None:
    opened = begin_section(folder, " Arms  deliveries ")
    assert opened.file == "sections/arms_deliveries.yaml"
    assert "section: arms_deliveries\n" in opened.source
    assert "cues: [arms deliveries]" in opened.source


@pytest.mark.parametrize("name", ["claims", "", "x", "a/b", "../x", "Ärger", "a" * 32, "1st"])
def test_a_name_that_cannot_be_one_of_a_section_is_refused(folder: Folder, name: str) -> None:
    with pytest.raises(InputError):
        begin_section(folder, name)
    assert list(folder.own.iterdir()) == []


def test_a_section_is_begun_once(folder: Folder) -> None:
    begin_section(folder, "sanctions")
    with pytest.raises(InputError, match="already"):
        begin_section(folder, "sanctions")


def test_a_description_is_found_in_a_file_whose_head_is_broken() -> None:
    assert description_of('---\nname: [x\ndescription: "What it does."\n') == "What it does."
    assert description_of("no head at all") == ""


def test_a_difference_has_the_lines_around_it() -> None:
    assert [line.kind for line in difference("a\nb\nc\n", "a\nB\nc\n")] == ["@", " ", "-", "+", " "]
    assert difference("same\n", "same\n") == []
