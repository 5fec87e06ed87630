"""A file of section rules must have rules, and should be what its name says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.prompts import SHIPPED_SECTIONS
from summarizer.prompts.faults import Fault, Position
from summarizer.prompts.front_matter import DATA, ParsedFile
from summarizer.workshop.checking.sheet import Sheet

FOLDER = "sections/"
_RULE = re.compile(r"^[ \t]*[-*•] +\S", re.MULTILINE)


def section_faults(sheet: Sheet, file: ParsedFile) -> Iterator[Fault]:
    """A section without rules."""
    if not sheet.name.startswith(FOLDER):
        return
    if sheet.path.suffix == DATA:
        if not file.meta.rules:
            hint = "write under `rules:` one sentence a line, each behind a dash"
            yield sheet.fault(_at(file, "rules"), "section-without-rules", "this section has no rules", hint)
    elif not _RULE.search(file.body):
        line = min(file.first_line, len(sheet.lines))
        message = "this section has no rules: no line of its text begins with a dash"
        hint = "write one rule a line, each behind a dash: - One item for each measure."
        yield sheet.fault(Position(line, 1), "section-without-rules", message, hint)


def is_own_section(name: str) -> bool:
    """Whether a name is that of a section beside the four."""
    return name.startswith(FOLDER) and name.removeprefix(FOLDER) not in SHIPPED_SECTIONS


def _at(file: ParsedFile, key: str) -> Position:
    return file.positions.get(key, Position(1, 1))
