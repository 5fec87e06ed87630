"""Files of a prompts folder: which there are, and their texts, read so that no file can hang or mislead the reader."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from summarizer.errors import PromptError
from summarizer.prompts.faults import START, Position, broken, fault

LARGEST = 64 * 1024
"""Bytes of a file; the longest shipped prompt has about one thousand."""
MOST_FILES = 500
"""Files looked at in one folder."""
EXAMPLES = "examples"
_FOLDERS = {"": (".md",), "sections": (".md", ".yaml"), "questions": (".md",), EXAMPLES: (".yaml",)}
"""Where prompts and examples lie in a layer, and their suffixes; everything else there is left alone."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,60}$")
_NO_PROMPT = frozenset({"README"})
_SETTLED = 2.0
"""Seconds after which a file's time stamp can be relied on to change with the next edit."""
_QUIETLY = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)

Stamp = tuple[str, int, int, int]
"""Path, time of the last change, size, inode."""


@dataclass(frozen=True)
class FileText:
    """A file as it was read: its text with plain line ends, SHA-256 of its bytes, its stamp (None: look again)."""

    path: Path
    source: str
    sha256: str
    stamp: Stamp | None


def listing(layer: Path) -> Iterator[tuple[str, Path]]:
    """The id (path without suffix) and path of every prompt and example of a layer, by name.

    Raises:
        PromptError: a folder cannot be listed, or has more than `MOST_FILES` entries.
    """
    for folder, suffixes in _FOLDERS.items():
        where = layer / folder if folder else layer
        for name in _entries(where):
            stem, suffix = os.path.splitext(name)  # noqa: PTH122 - a name, not a path
            if suffix in suffixes and _NAME.match(stem) and stem not in _NO_PROMPT:
                yield f"{folder}/{stem}" if folder else stem, where / name


def _entries(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in islice(entries, MOST_FILES + 1)]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise PromptError(f"the folder of prompts {folder} cannot be listed: {error.strerror}") from error
    if len(names) > MOST_FILES:
        raise PromptError(f"{folder} has more than {MOST_FILES} entries; a folder of prompts has some twenty")
    return sorted(names)


def stamp(path: Path) -> Stamp | None:
    """What changes when the file does; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return str(path), found.st_mtime_ns, found.st_size, found.st_ino


def read(layer: Path, path: Path) -> FileText:
    """The text of a file of `layer`.

    Raises:
        PromptError: it leads out of the layer, is no regular file, is larger than `LARGEST`, or is not UTF-8.
    """
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(layer.resolve(strict=True)):
            hint = "put a copy of the file into the folder"
            raise broken([fault(path, START, "link", "this link leads out of the folder of prompts", hint)])
        data, found = _bytes(path, real)
    except (OSError, RuntimeError) as error:
        told = getattr(error, "strerror", None) or "the link goes in a circle"
        raise broken([fault(path, START, "file", f"this file cannot be read: {told}")]) from None
    settled = abs(time.time() - found.st_mtime) > _SETTLED
    mark = (str(path), found.st_mtime_ns, found.st_size, found.st_ino) if settled else None
    return FileText(path, _decoded(path, data), hashlib.sha256(data).hexdigest(), mark)


def _bytes(path: Path, real: Path) -> tuple[bytes, os.stat_result]:
    """At most `LARGEST` bytes of a regular file; a pipe or a device is neither waited for nor read."""
    descriptor = os.open(real, _QUIETLY)
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode):
        os.close(descriptor)
        message = "this is no regular file but a folder, a pipe or a device"
        raise broken([fault(path, START, "file", message, "put a text file in its place")])
    with os.fdopen(descriptor, "rb") as opened:
        data = opened.read(LARGEST + 1)
    if len(data) > LARGEST:
        message = f"this file has more than {LARGEST // 1024} KiB"
        raise broken([fault(path, START, "size", message, "say less; a model reads all of it with every question")])
    return data, found


def _decoded(path: Path, data: bytes) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        at = Position(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
        message = f"this file is not UTF-8: byte 0x{data[error.start]:02x}"
        raise broken([fault(path, at, "file", message, "save it as UTF-8")]) from None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
