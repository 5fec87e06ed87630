"""Faults as a person reads them, with the line they are in, and as an editor does."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from summarizer.errors import PromptError
from summarizer.prompts.faults import Fault
from summarizer.prompts.files import read
from summarizer.render.wording import visible

_WIDEST = 160
"""Characters of a line that are shown around the caret."""


def as_text(faults: Iterable[Fault], sources: Mapping[Path, str] | None = None) -> str:
    """`file:line:column: error code: message`, then the line with a caret under the place, then the hint.

    Args:
        faults: what was found.
        sources: texts that are not those on disk.
    """
    texts: dict[Path, list[str]] = {path: text.split("\n") for path, text in (sources or {}).items()}
    lines: list[str] = []
    for fault in faults:
        if fault.path not in texts:
            texts[fault.path] = _lines(fault.path)
        lines.extend(_told(fault, texts[fault.path]))
    return "".join(f"{line}\n" for line in lines)


def as_json(faults: Iterable[Fault]) -> str:
    """A list of objects with path, line, column, code, severity, message and hint; lines and columns count from 1."""
    return json.dumps([fault.model_dump(mode="json") for fault in faults], indent=1, ensure_ascii=False) + "\n"


def summary(faults: Iterable[Fault]) -> str:
    """How much was found: "2 errors, 1 warning", or that nothing was."""
    severities = [fault.severity for fault in faults]
    counts = [(severities.count("error"), "error"), (severities.count("warning"), "warning")]
    return ", ".join(f"{n} {word}{'s' * (n != 1)}" for n, word in counts if n) or "nothing to complain of"


def _told(fault: Fault, lines: list[str]) -> Iterator[str]:
    place = f"{visible(str(fault.path))}:{fault.line}:{fault.column}"
    yield f"{place}: {fault.severity} {fault.code}: {visible(fault.message)}"
    if fault.line <= len(lines) and lines[fault.line - 1].strip():
        yield from _shown(lines[fault.line - 1], fault.column)
    if fault.hint:
        yield f"    {visible(fault.hint)}"


def _shown(line: str, column: int) -> Iterator[str]:
    """The line, or the part of a long one around the column, over a caret."""
    start = max(0, column - 1 - _WIDEST // 2)
    # One character for one: the caret must stay under its place.
    part = "".join(c if c.isprintable() else " " for c in line[start : start + _WIDEST])
    yield f"    | {part}"
    yield f"    | {' ' * (column - 1 - start)}^"


def _lines(path: Path) -> list[str]:
    try:
        return read(path.parent, path).source.split("\n")
    except PromptError:
        return []  # what cannot be read is the fault that is told, and has no line to show
