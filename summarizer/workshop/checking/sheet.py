"""One file under the eye of the checks: its text by lines, and faults that name a place in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from rapidfuzz import process

from summarizer.prompts.faults import ALIKE, Fault, Position


@dataclass(frozen=True)
class Sheet:
    """A prompt or example file as it is to be checked: on disk, or unsaved in an editor.

    Attributes:
        name: its path in the folder without suffix ("questions/actor").
        path: where it lies, or would lie.
        text: its content; lines end in one newline, however the file writes it.
    """

    name: str
    path: Path
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """Its lines without their ends."""
        return self.text.split("\n")

    def fault(
        self, at: Position, code: str, message: str, hint: str, severity: Literal["error", "warning"] = "error"
    ) -> Fault:
        """A fault at a place of this file."""
        return Fault(
            path=self.path, line=at.line, column=at.column, code=code, severity=severity, message=message, hint=hint
        )

    def warning(self, at: Position, code: str, message: str, hint: str) -> Fault:
        """A fault that keeps nothing from working."""
        return self.fault(at, code, message, hint, "warning")


def position_at(text: str, offset: int) -> Position:
    """Line and column, both from 1, of the character at `offset`."""
    return Position(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` is likeliest a slip of, or None."""
    found = process.extractOne(word, sorted(known), score_cutoff=ALIKE)
    return found[0] if found else None


def listed(words: Iterable[str]) -> str:
    """Words as a sentence names them: "a, b and c"."""
    *before, last = list(words) or ["none"]
    return f"{', '.join(before)} and {last}" if before else last


def plain_newlines(text: str) -> str:
    """A text as the library reads it: without a byte order mark, its lines ended by one newline."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
