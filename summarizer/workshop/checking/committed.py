"""The committed text of files, read from a folder's git repository without anything in it being run."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

_SECONDS = 10.0
# A stranger's folder may hold a repository of its own: only objects are read, no index, filter, hook or remote is.
_GUARDED = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}


def committed(folder: Path, files: Sequence[str]) -> dict[str, str]:
    """The last committed text of each file, by its path in `folder`; those that were never committed are left out.

    Without git, or outside a repository, nothing is known and the answer is empty.
    """
    git = shutil.which("git")
    wanted = [file for file in files if "\n" not in file]
    if git is None or not wanted:
        return {}
    asked = "".join(f"HEAD:./{file}\n" for file in wanted)
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command; the names go in by standard input
            [git, "-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit", "cat-file", "--batch"],
            cwd=folder,
            env={**os.environ, **_GUARDED},
            input=asked.encode(),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return {}  # no git that answers: the shipped files are still compared
    return _told(done.stdout, wanted)


def _told(output: bytes, files: Sequence[str]) -> dict[str, str]:
    """Text by file, from one header line and one content for each; "… missing" has no content."""
    found: dict[str, str] = {}
    for file in files:
        header, _, output = output.partition(b"\n")
        words = header.split()
        if len(words) != 3 or words[1] != b"blob":
            continue
        size = int(words[2])
        content, output = output[:size], output[size + 1 :]
        found[file] = content.decode("utf-8", "replace")
    return found
