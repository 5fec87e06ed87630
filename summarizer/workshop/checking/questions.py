"""What the front matter of a prompt must keep because the program depends on it: its answers and its instruction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.prompts.faults import Fault, Position
from summarizer.prompts.front_matter import ParsedFile
from summarizer.workshop.checking.contracts import PASSAGES, Contract
from summarizer.workshop.checking.sheet import Sheet, listed, nearest

_BRACES = re.compile(r"\{\{\s*(\w+)|\{%")


def question_faults(sheet: Sheet, file: ParsedFile, contract: Contract) -> Iterator[Fault]:
    """Answers that are renamed, missing, doubled or not understood; an instruction that is missing or has slots."""
    if contract.options:
        yield from _option_faults(sheet, file, contract.options)
    if contract.instructed and not file.meta.instruction:
        message = "the key `instruction` is missing: the question is asked behind it"
        hint = "add instruction: and say in a sentence or two what the model is to answer"
        yield sheet.fault(_at(file, "name"), "instruction-missing", message, hint)
    elif file.meta.instruction:
        yield from _instruction_faults(sheet, file)


def _option_faults(sheet: Sheet, file: ParsedFile, known: tuple[str, ...]) -> Iterator[Fault]:
    offered = file.meta.options
    if not offered:
        hint = f"write options: [{', '.join(known)}]"
        yield sheet.fault(_at(file, "options"), "options-empty", "the question offers no answers", hint)
        return
    lacking = [option for option in known if option not in offered]
    for number, option in enumerate(offered):
        at = file.positions[f"options.{number}"]
        if option in offered[:number]:
            yield sheet.fault(at, "option-duplicate", f"the answer {option!r} is offered twice", "take one out")
        elif option not in known and lacking:
            meant = nearest(option, lacking) or lacking[0]
            lacking.remove(meant)
            message = f"the program does not know the answer {option!r}; it waits for {meant!r}"
            yield sheet.fault(at, "option-renamed", message, f"write {meant!r}; explain it in `instruction`")
        elif option not in known:
            message = f"the program does not know the answer {option!r} and takes it for none of the others"
            hint = f"the answers that mean something are {listed(known)}"
            yield sheet.warning(at, "option-unknown", message, hint)
    if lacking:
        message = f"the answer {listed(map(repr, lacking))} is missing: the program waits for it"
        yield sheet.fault(_at(file, "options"), "option-missing", message, f"add {', '.join(lacking)} to `options`")


def _instruction_faults(sheet: Sheet, file: ParsedFile) -> Iterator[Fault]:
    """An instruction is sent as it is written; the article in it would be an instruction itself."""
    at = _at(file, "instruction")
    for number, line in enumerate(sheet.lines[at.line - 1 :], at.line):
        if number >= file.first_line - 1:
            return
        if found := _BRACES.search(line):
            here = Position(number, found.start() + 1)
            if found[1] in PASSAGES:
                message = f"{found[1]!r} is the article's own text and may not stand in the instruction"
                hint = f"take it out here; the text below the second --- shows it with {{{{ {found[1]} }}}}"
                yield sheet.fault(here, "article-as-instructions", message, hint)
            else:
                message = "nothing is filled in here: the instruction is the same for every question"
                hint = "move what is in braces into the text below the second ---"
                yield sheet.fault(here, "instruction-not-filled", message, hint)
            return


def _at(file: ParsedFile, key: str) -> Position:
    """Where a key stands, or the first line of the front matter where it does not."""
    return file.positions.get(key, Position(2, 1))
