"""What lies in a prompts folder: what is read, what is never read, and names that take the place of nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz

from summarizer.errors import PromptError
from summarizer.prompts import SHIPPED_SECTIONS
from summarizer.prompts.faults import START, Fault
from summarizer.prompts.files import FileText, listing, read
from summarizer.workshop.checking.sections import FOLDER, is_own_section
from summarizer.workshop.checking.sheet import Sheet, nearest

ASIDE = "copies"
"""Folder in which texts are set aside; nothing there is used."""
EXAMPLES = "examples/"
_READ_BY_PEOPLE = frozenset({"readme.md", "readme.txt", "license", "licence", "changelog.md", "notes.md"})
_SLEEPING = ".example"
"""Suffix of a file that waits to be renamed."""
_MOST = 2_000
_SLIP = 80.0
"""rapidfuzz ratio from which the name of an own section is taken for a slip of a shipped one."""


class Layer(NamedTuple):
    """What one folder has: texts by id, paths of all prompts and examples, faults of those that cannot be read."""

    texts: dict[str, FileText]
    paths: list[Path]
    faults: list[Fault]


def read_layer(folder: Path, unsaved: FileText | None = None) -> Layer:
    """Every prompt and example of a folder, `unsaved` in the place of the file on disk.

    Raises:
        PromptError: the folder cannot be listed.
    """
    layer = Layer({}, [], [])
    for name, path in listing(folder):
        layer.paths.append(path)
        if name in layer.texts:
            layer.faults.append(_second(path, layer.texts[name].path))
            continue
        try:
            layer.texts[name] = unsaved if unsaved and unsaved.path == path else read(folder, path)
        except PromptError as error:
            layer.faults.extend(error.faults)
    if unsaved:
        layer.texts[unsaved.path.relative_to(folder).with_suffix("").as_posix()] = unsaved
    return layer


def unknown_files(folder: Path, known: Iterable[Path]) -> Iterator[Fault]:
    """A warning for each file that is never read; hidden files and what people read are left alone."""
    used = set(known)
    for number, path in enumerate(_files(folder)):
        if number >= _MOST:
            message = f"there are more than {_MOST:,} files in this folder; the rest was not looked at"
            yield _unknown(folder, message, "give a folder that has only prompts")
            return
        if path not in used and path.suffix != _SLEEPING and path.name.casefold() not in _READ_BY_PEOPLE:
            yield _unknown(path, "this file is never read", _remedy(path.relative_to(folder)))


def overrides_nothing(sheet: Sheet, shipped: Iterable[str], *, adds_fields: bool) -> Fault | None:
    """The fault of a file whose name is no shipped prompt's, unless it is a section of one's own."""
    shipped = set(shipped)
    if sheet.name in shipped:
        return None
    if is_own_section(sheet.name):
        section = sheet.name.removeprefix(FOLDER)
        meant = next((each for each in SHIPPED_SECTIONS if fuzz.ratio(section, each) >= _SLIP), None)
        if meant is None or adds_fields:
            return None
        message, hint = f"there is no shipped section {section!r}", f"did you mean {FOLDER}{meant}.md? rename the file"
    else:
        close = nearest(sheet.name, shipped)
        message = "this file takes the place of no shipped prompt, and nothing else reads it"
        hint = f"did you mean {close}.md? rename the file" if close else "see `summarizer prompts list` for the names"
    return sheet.fault(START, "overrides-nothing", message, hint)


def _files(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        top = Path(where) == folder
        folders[:] = sorted(f for f in folders if not f.startswith((".", "__")) and not (top and f == ASIDE))
        yield from (Path(where, name) for name in sorted(names) if not name.startswith("."))


def _remedy(path: Path) -> str:
    place = path.parent.as_posix()
    if f"{place}/" == EXAMPLES:
        return "an example is called examples/NAME.yaml, NAME being letters, digits, - and _; rename it"
    if path.suffix in {".yml", ".json", ".yaml"}:
        return f"a section of one's own is called {FOLDER}NAME.yaml; rename or move it"
    if place in {".", "sections", "questions"}:
        return "a prompt is called NAME.md, NAME being letters, digits, - and _; rename it, or move it elsewhere"
    return "prompts lie in the folder itself, in sections/ and in questions/; move it there, or elsewhere"


def _second(path: Path, other: Path) -> Fault:
    message = f"{other.name} is the same prompt: only one of them can be used"
    return Fault(path=path, code="two-files", message=message, hint="delete or rename one of the two")


def _unknown(path: Path, message: str, hint: str) -> Fault:
    return Fault(path=path, code="unknown-file", severity="warning", message=message, hint=hint)
