"""Files that are written whole or not at all, and folders into which one process writes at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from summarizer.errors import SummarizerError


def write_whole(path: Path, content: str) -> None:
    """Write beside `path` first; interrupted, it leaves `path` as it was and nothing beside it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    under_way = path.with_name(f".{path.name}.part")
    try:
        under_way.write_text(content, encoding="utf-8")
        under_way.replace(path)
    finally:
        under_way.unlink(missing_ok=True)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Make `folder` and hold it against other processes; it is let go with this one, however that ends.

    Raises:
        SummarizerError: another process holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        import fcntl
    except ImportError:  # not on Windows
        yield
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(held)
        raise SummarizerError(f"{folder}: another run is writing into it; wait for it, or give another --out") from None
    except OSError:
        pass  # a file system without locks
    try:
        yield
    finally:
        os.close(held)
