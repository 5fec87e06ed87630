"""What is wrong with a file of a prompts folder: where, what, and what can be done about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict
from rapidfuzz import fuzz, process

from summarizer.errors import PromptError

ALIKE = 60.0
"""Similarity, from 0 to 100, from which on a known name is offered for a mistyped one."""


class Position(NamedTuple):
    """A place in a file; both count from 1, columns in characters."""

    line: int
    column: int


START = Position(1, 1)


class Fault(BaseModel):
    """One thing wrong with a file; `str()` is "path:line:column: message; hint"."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    path: Path
    line: int = 1
    column: int = 1
    code: str
    severity: Literal["error", "warning"] = "error"
    message: str
    hint: str = ""

    def __str__(self) -> str:
        told = f"{self.path}:{self.line}:{self.column}: {self.message}"
        return f"{told}; {self.hint}" if self.hint else told


def fault(path: Path, at: Position, code: str, message: str, hint: str = "") -> Fault:
    """An error at a place of a file."""
    return Fault(path=path, line=at.line, column=at.column, code=code, message=message, hint=hint)


def broken(faults: Sequence[Fault]) -> PromptError:
    """The error to raise for at least one fault; its message is the first, and how many more there are."""
    ordered = tuple(sorted(faults, key=lambda each: (each.line, each.column)))
    more = f" (and {len(ordered) - 1} more)" if len(ordered) > 1 else ""
    return PromptError(f"{ordered[0]}{more}", faults=ordered)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The known name that is nearest to `name` as a hint, else the known ones; "" where there are none."""
    names = sorted(known)
    if nearest := process.extractOne(name, names, scorer=fuzz.ratio, score_cutoff=ALIKE):
        return f"did you mean {nearest[0]!r}?"
    return f"known are {', '.join(names)}" if names else ""
