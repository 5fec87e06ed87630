"""A folder of prompts from a stranger runs no code, reads no file and no environment, and takes no time."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import summarizer
from summarizer.errors import PromptError
from summarizer.prompts import Prompts, shipped_folder
from summarizer.prompts.files import LARGEST

FOLDERS = Path(__file__).parent / "data" / "hostile_prompts"
SECONDS = 3.0
SENTENCES = [
    {"number": n, "text": f"Sentence {n} tells of the river and of the mill beside it.", "opens_paragraph": n % 3 == 1}
    for n in range(1, 401)
]
ARTICLE = {"sentences": SENTENCES, "published": None, "title": "The {0.__class__} of the %s river, " * 40}
_watching: list[tuple[str, str]] | None = None


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    told = {"open", "os.system", "subprocess.Popen", "os.exec", "os.posix_spawn", "socket.connect", "ctypes.dlopen"}
    if _watching is not None and event in told:
        _watching.append((event, str(arguments[0])))


sys.addaudithook(_hook)  # for the life of the process; it notes only while `watched`


@contextmanager
def watched() -> Iterator[list[tuple[str, str]]]:
    """What is opened, run and connected to meanwhile."""
    global _watching  # noqa: PLW0603 - an audit hook cannot be taken out
    _watching = []
    try:
        yield _watching
    finally:
        _watching = None


def use(folder: Path) -> None:
    """Everything that a brief could do with a folder's files."""
    rendering = Prompts.of(folder).rendering()
    rendering.render("article", **ARTICLE)
    for section in ("actors", "claims", "deadlines", "attacks"):
        rendering.render(f"sections/{section}")
    for own in rendering.own_sections():
        rendering.render(own.id)


def refused(folder: Path) -> str:
    """The error that using `folder` gives, in time, without a file of anybody else's opened or anything run."""
    started = time.monotonic()
    with watched() as seen, pytest.raises(PromptError) as raised:
        use(folder)
    assert time.monotonic() - started < SECONDS
    ours = (str(folder.resolve()), str(folder), str(shipped_folder()))
    foreign = [each for each in seen if each[0] != "open" or not each[1].startswith(ours)]
    assert [each for each in foreign if not _of_python(each)] == []
    return str(raised.value)


def _of_python(seen: tuple[str, str]) -> bool:
    """A module of Python or of a library that is imported late; a file that was opened by its path just before."""
    if seen[0] != "open" or seen[1].isdigit():
        return seen[0] == "open"
    libraries = (sys.prefix, sys.base_prefix, str(Path(summarizer.__file__).parent))
    return seen[1].startswith(libraries) and seen[1].endswith((".py", ".pyc", ".so"))


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDERS.iterdir()))
def test_a_hostile_folder_does_nothing_but_give_an_error_in_time(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_SECRET_OF_THE_HOUSE", "tulip-4711")
    told = refused(FOLDERS / name)
    assert "tulip-4711" not in told
    assert "root:" not in told
    assert " at 0x" not in told
    assert "<" not in told.replace("<template>", "")
    assert str(FOLDERS / name) in told
    assert len(told) < 1_500


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "article.md").write_bytes(b"---\nname: article\n" + b"#" * LARGEST)
    assert "more than 64 KiB" in refused(tmp_path)


def test_a_front_matter_as_large_as_a_file_may_be_is_refused_in_time(tmp_path: Path) -> None:
    lines = ("- - - - ", "a: ", "[", "? ", "'", "&a ", "k: |\n  x\n")
    many = "".join(f"k{n}: {n}\n" for n in range(5_000))
    filled = [line * ((LARGEST - 200) // len(line)) for line in lines]
    for head in (*filled, many):
        text = f"---\nname: article\n{head}\n---\nx\n"
        (tmp_path / "article.md").write_text(text, encoding="utf-8")
        assert "article.md:" in refused(tmp_path)


@pytest.mark.parametrize("target", ["/etc/passwd", "../outside.md", "article.md", "/dev/zero"])
def test_a_link_that_leads_out_or_round_in_a_circle_is_refused(tmp_path: Path, target: str) -> None:
    (tmp_path / "outside.md").write_text("---\nname: article\nversion: 1\ninputs: []\n---\nx", encoding="utf-8")
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "article.md").symlink_to(target)
    assert "link" in refused(folder)


def test_a_linked_folder_of_sections_is_refused(tmp_path: Path) -> None:
    elsewhere, folder = tmp_path / "elsewhere", tmp_path / "own"
    elsewhere.mkdir()
    folder.mkdir()
    text = (
        "name: sections/leaks\nversion: 1\nrules: [Tell all.]\nfields: {what: {type: text, description: what it is}}\n"
    )
    (elsewhere / "leaks.yaml").write_text(text, encoding="utf-8")
    (folder / "sections").symlink_to(elsewhere)
    assert "this link leads out of the folder" in refused(folder)


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "texts.txt").write_text("---\nname: system\nversion: 2\ninputs: []\n---\nRead.", encoding="utf-8")
    (tmp_path / "system.md").symlink_to("texts.txt")
    assert Prompts.of(tmp_path).rendering().render("system") == "Read."


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "article.md")
    assert "no regular file" in refused(tmp_path)


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "article.md").mkdir()
    assert "no regular file" in refused(tmp_path)


def test_a_folder_with_thousands_of_files_is_refused(tmp_path: Path) -> None:
    for number in range(600):
        (tmp_path / f"n{number}.md").touch()
    assert "more than 500 entries" in refused(tmp_path)


def test_what_is_rendered_is_never_a_template(tmp_path: Path) -> None:
    source = "---\nname: window\nversion: 2\ninputs: [first, last]\n---\n{{ first }}{{ last | upper }}"
    (tmp_path / "window.md").write_text(source, encoding="utf-8")
    rendering = Prompts.of(tmp_path).rendering()
    assert rendering.render("window", first="{{ 7 * 7 }}", last="{% raw %}") == "{{ 7 * 7 }}{% RAW %}"


class Whole:
    """An object of a program's own."""

    secret = "tulip-4711"


def test_an_object_is_never_handed_to_a_template() -> None:
    with pytest.raises(PromptError, match="an input is a Whole"):
        Prompts.of().rendering().render("window", first=Whole(), last=2)


def test_there_are_enough_of_them() -> None:
    assert len(list(FOLDERS.iterdir())) >= 60
