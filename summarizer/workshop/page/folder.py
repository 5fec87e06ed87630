"""A prompts folder over the shipped one, as the page lists, opens and saves it."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import Literal, NamedTuple

from summarizer.errors import InputError
from summarizer.workshop.page.layout import (
    COPIES,
    ChangedMeanwhile,
    encoded,
    files_of,
    parse_name,
    place,
    read,
    sha256,
    write,
)

Origin = Literal["own", "overridden", "shipped", "copy"]
"""In the folder alone; in the folder, over a shipped one; shipped alone; set aside."""

_ABOUT = re.compile(r"^description:[ \t]*(?P<words>\S.*)$", re.MULTILINE)
_FOLDED = re.compile(r"^description:[ \t]*[>|][-+]?[ \t]*\n(?P<words>(?:[ \t]+\S.*\n?)+)", re.MULTILINE)


class Entry(NamedTuple):
    """One file in the list."""

    file: str
    origin: Origin
    description: str
    sha256: str


class Opened(NamedTuple):
    """One file in the editor, each line end a line feed, as an editor holds it; `shipped` is what it stands over."""

    file: str
    origin: Origin
    source: str
    sha256: str
    shipped: str | None


class DiffLine(NamedTuple):
    """One line of a difference; `kind` is "+", "-", " " or "@"."""

    kind: str
    text: str


@dataclass
class Folder:
    """The prompts folder `own` over the `shipped` one. Safe in threads; every write is whole or not at all.

    A write names the state that its writer has seen. Between looking at the disk and replacing the file another
    program could still write: the window is a few microseconds, and no portable call closes it.
    """

    own: Path
    shipped: Path

    def __post_init__(self) -> None:
        self._lock = Lock()

    def entries(self) -> Iterator[Entry]:
        """Every file of both layers, once, under its name in the folder."""
        own, shipped = set(files_of(self.own)), set(files_of(self.shipped))
        overridden = {_id(file) for file in own}
        for file in sorted(own | {file for file in shipped if _id(file) not in overridden}):
            try:
                source = self._text(file)
            except InputError as error:
                # Listed all the same: who sees the file can mend it.
                yield Entry(file, self._origin(file), str(error), "")
                continue
            yield Entry(file, self._origin(file), description_of(source), sha256(source))

    def open(self, file: str) -> Opened:
        """The file as it serves now.

        Raises:
            InputError: there is no such file, or it cannot be read.
        """
        source = self._text(file)
        shipped = self._shipped_text(file) if self._origin(file) == "overridden" else None
        return Opened(file, self._origin(file), _unix(source), sha256(source), shipped)

    def save(self, file: str, source: str, seen: str | None) -> str:
        """Write an own file; the sha256 of what is on disk then.

        Args:
            file: its name in the folder.
            source: its new text, each line end a line feed; a file that had those of Windows keeps them.
            seen: sha256 of the text that was opened, None for a new file.

        Raises:
            ChangedMeanwhile: the file on disk is another one; nothing is written.
            InputError: the name or the text cannot be used.
        """
        path = place(self.own, file)
        with self._lock:
            before = read(path) if path.exists() else None
            now = None if before is None else sha256(before)
            if seen != now and before != source:
                raise ChangedMeanwhile(_what_happened(file, before, seen), None if before is None else _unix(before))
            text = source.replace("\n", "\r\n") if before and "\r\n" in before else source
            write(path, text)
        return sha256(text)

    def adopt(self, file: str) -> Opened:
        """Copy a shipped file into the folder, where it can be changed.

        Raises:
            ChangedMeanwhile: the folder has it already.
            InputError: nothing is shipped under that name.
        """
        source = self._shipped_text(file)
        if source is None:
            raise InputError(f"{file} is not among the shipped prompts")
        self.save(file, source, None)
        return self.open(file)

    def copy(self, file: str, source: str) -> str:
        """Keep `source` beside the prompts, where it serves nobody; the name it got."""
        name = PurePosixPath(file)
        parse_name(file)
        stem = "-".join(part for part in (*name.parts[:-1], name.stem) if part != COPIES)
        stamp = dt.datetime.now(dt.UTC).astimezone().strftime("%Y%m%d-%H%M%S")
        for number in range(1, 100):
            kept = f"{COPIES}/{stem[:40]}-{stamp}-{number}{name.suffix}"
            if not place(self.own, kept).exists():
                self.save(kept, source, None)
                return kept
        raise InputError(f"there are too many copies of {file} already; remove some of {self.own / COPIES}")

    def set_aside(self, file: str, seen: str) -> str:
        """Move an own file among the copies, so that the shipped one serves again; the name of the copy.

        Raises:
            ChangedMeanwhile: the file on disk is another one than was seen.
        """
        path = place(self.own, file)
        if not path.is_file():
            raise InputError(f"{file} is not in {self.own}: there is nothing to set aside")
        source = read(path)
        if sha256(source) != seen:
            raise ChangedMeanwhile(_what_happened(file, source, seen), _unix(source))
        kept = self.copy(file, source)
        path.unlink()
        return kept

    def layer(self, into: Path, edits: Mapping[str, str]) -> None:
        """Write the own files into the folder `into`, those of `edits` with the text they have there.

        Raises:
            InputError: a name or a text of `edits` cannot be used.
        """
        sources = {file: read(self.own / file) for file in files_of(self.own) if not file.startswith(f"{COPIES}/")}
        for file, source in {**sources, **edits}.items():
            path = place(into, file)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(encoded(source))

    def _origin(self, file: str) -> Origin:
        if file.startswith(f"{COPIES}/"):
            return "copy"
        if not place(self.own, file).exists():
            return "shipped"
        return "own" if self._shipped_text(file) is None else "overridden"

    def _text(self, file: str) -> str:
        for layer in (self.own, self.shipped):
            if (path := place(layer, file)).exists():
                return read(path)
        raise InputError(f"there is no file {file} in {self.own}, and none is shipped")

    def _shipped_text(self, file: str) -> str | None:
        path = place(self.shipped, file)
        return _unix(read(path)) if path.is_file() else None


def difference(old: str, new: str) -> list[DiffLine]:
    """The lines of both texts that differ, with three lines around each place."""
    lines = list(difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm=""))[2:]
    return [DiffLine(line[:1] or " ", line if line.startswith("@@") else line[1:]) for line in lines]


def description_of(source: str) -> str:
    """What the file says of itself; read without a YAML parser, so that a broken file has its line too."""
    found = _FOLDED.search(source[:4000]) or _ABOUT.search(source[:4000])
    return " ".join(found["words"].split()).strip("\"'") if found else ""


def _what_happened(file: str, now: str | None, seen: str | None) -> str:
    if now is None:
        return f"{file} was removed since you opened it; nothing was saved"
    if seen is None:
        return f"there is a file {file} already; nothing was saved"
    return f"{file} was changed by somebody else since you opened it; nothing was saved"


def _id(file: str) -> str:
    return str(PurePosixPath(file).with_suffix(""))


def _unix(source: str) -> str:
    return source.replace("\r\n", "\n").replace("\r", "\n")
