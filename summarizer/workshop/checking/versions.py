"""A file that was changed and whose version was not raised: briefs made with it could not be told from older ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from summarizer.errors import PromptError
from summarizer.prompts.faults import Fault, Position
from summarizer.prompts.front_matter import ParsedFile, parse
from summarizer.workshop.checking.sheet import Sheet, plain_newlines

CODE = "version-not-raised"


class Earlier(NamedTuple):
    """A text that a file takes the place of, and what that is called."""

    text: str
    called: str


def version_faults(sheet: Sheet, file: ParsedFile, earlier: list[Earlier]) -> Iterator[Fault]:
    """A warning where the text differs from an earlier one and the version is not above it; one a file."""
    changed = [each for each in earlier if plain_newlines(each.text).strip() != sheet.text.strip()]
    known = [(version, each.called) for each in changed if (version := _version(sheet, each.text)) is not None]
    if not known or max(known)[0] < file.meta.version:
        return
    version, called = max(known)
    message = f"the text differs from {called}, and the version is not above its {version}"
    at = file.positions.get("version", Position(1, 1))
    yield sheet.warning(at, CODE, message, f"raise it: write version: {version + 1}")


def _version(sheet: Sheet, text: str) -> int | None:
    try:
        return parse(sheet.path, plain_newlines(text)).meta.version
    except PromptError:
        return None  # an earlier text that was broken has no version to compare
