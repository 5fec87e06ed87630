"""Where a result goes: standard output, or a file that is whole or not there."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path


def deliver(content: str, out: Path | None) -> None:
    """Print `content`, or write it to `out` in UTF-8, in one step where that is a file: old or new, never half."""
    if out is None:
        sys.stdout.write(content)
        sys.stdout.flush()
        return
    if out.exists() and not out.is_file():
        out.write_text(content, encoding="utf-8", errors="backslashreplace")
        return
    _replace(out.resolve(), content.encode("utf-8", "backslashreplace"))


def _replace(out: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(_mode(out))
        Path(name).replace(out)
    finally:
        Path(name).unlink(missing_ok=True)


def _mode(out: Path) -> int:
    """The permissions of the file that is replaced, or those of a new one: temporary files are private."""
    if out.exists():
        return out.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
