"""Everything that can be wrong with one example: it must be what a model could answer and the library would keep."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from summarizer.errors import PromptError
from summarizer.evaluation.leakage import Leakage
from summarizer.prompts.examples import Example, faults, load_example
from summarizer.prompts.faults import Fault
from summarizer.prompts.files import FileText
from summarizer.prompts.front_matter import OwnField
from summarizer.workshop.checking.leaks import leak_faults
from summarizer.workshop.checking.sheet import Sheet

_QUOTED = re.compile(r"'([^']+)'")


def example_faults(
    sheet: Sheet, file: FileText, own_fields: Mapping[str, Mapping[str, OwnField]], leakage: Leakage | None
) -> Iterator[Fault]:
    """What does not fit the schema, or does not ground; and what an eval case has too.

    Args:
        sheet: the example's file.
        file: as it was read.
        own_fields: the fields of sections of one's own, by section.
        leakage: what no example may hold.
    """
    try:
        example = load_example(sheet.name, file)
        yield from _first_of_each_item(_at_its_key(each, example, sheet) for each in faults(example, own_fields))
    except PromptError as error:
        yield from error.faults
    if leakage:
        yield from leak_faults(sheet, leakage)


def _at_its_key(fault: Fault, example: Example, sheet: Sheet) -> Fault:
    """The fault at that key of its item whose value it tells, where it is told at the whole item."""
    path = next((p for p, at in example.positions.items() if at == (fault.line, fault.column) and p.count(".") > 1), "")
    keys = [(p, at) for p, at in example.positions.items() if path and p.startswith(path.rpartition(".")[0] + ".")]
    for value in _QUOTED.findall(fault.message):
        for key, at in keys:
            written = sheet.lines[at.line - 1][at.column - 1 :]
            if written.removeprefix(f"{key.rpartition('.')[2]}:").lstrip(" \"'").startswith(value):
                return fault.model_copy(update={"line": at.line, "column": at.column})
    return fault


def _first_of_each_item(found: Iterable[Fault]) -> Iterator[Fault]:
    """One fault a place: an item that is refused for two reasons is put right once."""
    told = set()
    for fault in found:
        if (fault.line, fault.column) not in told:
            told.add((fault.line, fault.column))
            yield fault
