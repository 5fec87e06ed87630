"""Which files a prompts folder holds, and under which names the page may read and write them."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from summarizer.errors import InputError, SummarizerError

MAX_BYTES = 256 * 1024
"""Of one file: a prompt is a page or two, and one this long would fit no model's window."""
COPIES = "copies"
"""Where texts are set aside; nothing but this page looks in there."""
SUFFIXES = {"": (".md",), "sections": (".md", ".yaml"), "questions": (".md",), "examples": (".yaml",)} | {
    COPIES: (".md", ".yaml")
}
"""Folder of the layout → what its files end in."""

# Plain names only: no dot, so that neither "..", a hidden file nor a second suffix can be meant.
_STEM = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


class ChangedMeanwhile(SummarizerError):
    """The file on disk is no longer the one that was opened.

    Attributes:
        source: what it says now; None where it is gone.
    """

    def __init__(self, message: str, source: str | None) -> None:
        super().__init__(message)
        self.source = source


def parse_name(file: str) -> PurePosixPath:
    """`file` as a path of the layout: "system.md", "sections/claims.md", "examples/truce.yaml".

    Raises:
        InputError: it is no name that a prompts folder may hold.
    """
    parent, _, last = file.rpartition("/")
    stem, dot, suffix = last.rpartition(".")
    if parent not in SUFFIXES or dot + suffix not in SUFFIXES[parent] or not _STEM.fullmatch(stem):
        raise InputError(
            f"{file!r} is no file of a prompts folder: it holds NAME.md, sections/NAME.md or .yaml, questions/NAME.md "
            "and examples/NAME.yaml, with names of letters, digits, - and _"
        )
    return PurePosixPath(file)


def place(folder: Path, file: str) -> Path:
    """Where `file` lies or would lie in `folder`; never outside it.

    Raises:
        InputError: the name does not fit the layout, or the way to it leads over a symbolic link.
    """
    name = parse_name(file)
    path = folder / name
    for step in (path, *(folder / parent for parent in name.parents if parent.name)):
        if step.is_symlink():
            raise InputError(f"{step} is a symbolic link, which this page does not follow; put the file itself there")
    return path


def files_of(folder: Path) -> Iterator[str]:
    """The names of all files of the layout in `folder`, sorted within each of its folders; links are left out."""
    for parent, suffixes in SUFFIXES.items():
        inside = folder / parent
        if inside.is_symlink() or not inside.is_dir():
            continue
        for path in sorted(inside.iterdir()):
            if path.suffix in suffixes and _STEM.fullmatch(path.stem) and path.is_file() and not path.is_symlink():
                yield path.relative_to(folder).as_posix()


def read(path: Path) -> str:
    """The text of a file, with its line ends as they are.

    Raises:
        InputError: it cannot be read, is too long, or is no UTF-8.
    """
    try:
        # One byte more than is allowed tells whether it is too long, however long it is.
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise InputError(f"{path} is longer than {MAX_BYTES:,} bytes, too long for a prompt")
        return content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read as UTF-8 text: {error}") from error


def write(path: Path, source: str) -> None:
    """Put `source` into the file as a whole or not at all: a reader sees the old text or the new one.

    Raises:
        InputError: it is too long, no valid text, or the disk refuses it.
    """
    content = encoded(source)
    try:
        path.parent.mkdir(exist_ok=True)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).chmod(mode)
            Path(temporary).replace(path)
        finally:
            Path(temporary).unlink(missing_ok=True)
        _settle(path.parent)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error}; what you wrote is still in the page") from error


def encoded(source: str) -> bytes:
    """The bytes of a file that says `source`.

    Raises:
        InputError: it is too long or no valid text.
    """
    try:
        content = source.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(f"the text has half a character at {error.start}, which no file can hold") from error
    if len(content) > MAX_BYTES:
        raise InputError(f"the text has {len(content):,} bytes; a prompt may have {MAX_BYTES:,}")
    return content


def sha256(source: str) -> str:
    """What tells one state of a file from another."""
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()


def _settle(folder: Path) -> None:
    """Have the folder's entry on disk too; only POSIX lets a folder be opened for that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
