"""Everything that can be wrong with one prompt file, each slip told once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.errors import PromptError
from summarizer.evaluation.leakage import Leakage
from summarizer.prompts.faults import Fault, Position
from summarizer.prompts.files import FileText
from summarizer.prompts.front_matter import ParsedFile, parse
from summarizer.prompts.prompt import Prompt, load
from summarizer.workshop.checking.contracts import Contract, Contracts
from summarizer.workshop.checking.files import overrides_nothing
from summarizer.workshop.checking.leaks import leak_faults
from summarizer.workshop.checking.placement import placement_faults
from summarizer.workshop.checking.questions import question_faults
from summarizer.workshop.checking.sections import section_faults
from summarizer.workshop.checking.sheet import Sheet
from summarizer.workshop.checking.syntax import syntax_faults
from summarizer.workshop.checking.templates import Template
from summarizer.workshop.checking.trial_run import stand_ins
from summarizer.workshop.checking.versions import Earlier, version_faults
from summarizer.workshop.checking.window import window_faults

_TOLD_HERE = frozenset({"syntax", "undefined", "unknown-input"})
"""Codes of faults that these checks find by themselves, with more to say."""


@dataclass(frozen=True)
class Surroundings:
    """What a file is checked against.

    Attributes:
        contracts: what the program gives every prompt and needs of it.
        context_window: tokens of the model's window.
        opening: what is sent before every question.
        examples: name of each example that there is → its text.
        leakage: what no file may hold.
    """

    contracts: Contracts
    context_window: int
    opening: str = ""
    examples: Mapping[str, str] = field(default_factory=dict)
    leakage: Leakage | None = None


@dataclass(frozen=True)
class PromptFile:
    """One prompt file under check.

    Attributes:
        sheet: its name, path and text.
        file: as it was read.
        around: what it is checked against.
        earlier: texts that it takes the place of.
    """

    sheet: Sheet
    file: FileText
    around: Surroundings
    earlier: Sequence[Earlier] = ()

    def faults(self) -> list[Fault]:
        """Everything that is wrong with it; of what hangs together only the first."""
        try:
            parsed = parse(self.sheet.path, self.sheet.text)
        except PromptError as error:
            return list(error.faults)
        stray = overrides_nothing(self.sheet, self.around.contracts.names, adds_fields=bool(parsed.meta.fields))
        if stray:
            return [stray]
        prompt, refused = self._loaded()
        found = [fault for fault in refused if fault.code not in _TOLD_HERE]
        found += self._of_template(parsed, prompt, found)
        found += self._of_content(parsed)
        if refused and not any(fault.severity == "error" for fault in found):
            return [*refused, *found]  # whatever the library refuses is told, also where these checks see nothing
        return found

    def _loaded(self) -> tuple[Prompt | None, list[Fault]]:
        """The prompt as the library loads it, or what it refuses."""
        try:
            return load(self.sheet.name, self.file, known_inputs=None, known_examples=self.around.examples), []
        except PromptError as error:
            return None, list(error.faults)

    def _of_template(self, parsed: ParsedFile, prompt: Prompt | None, refused: Collection[Fault]) -> Iterator[Fault]:
        """Syntax first; variables, slots and places only of a template that parses and stays in its sandbox."""
        if syntax := list(syntax_faults(self.sheet, parsed.body, parsed.first_line)):
            yield from syntax
            return
        contract = self.around.contracts.of(self.sheet.name)
        if contract is None:
            return
        yield from question_faults(self.sheet, parsed, contract)
        if any(fault.code == "sandbox" for fault in refused):
            return
        template = Template(self.sheet, parsed, contract)
        found = list(template.faults())
        yield from found
        yield from placement_faults(template)
        if prompt and not found:
            yield from _while_rendering(self.sheet, prompt, contract)

    def _of_content(self, parsed: ParsedFile) -> Iterator[Fault]:
        yield from section_faults(self.sheet, parsed)
        texts = [self.around.examples[name] for name in parsed.meta.examples if name in self.around.examples]
        opening = "" if self.sheet.name == "system" else self.around.opening
        yield from window_faults(self.sheet, parsed, opening, texts, self.around.context_window)
        yield from version_faults(self.sheet, parsed, list(self.earlier))
        if self.around.leakage:
            yield from leak_faults(self.sheet, self.around.leakage)


def _while_rendering(sheet: Sheet, prompt: Prompt, contract: Contract) -> Iterator[Fault]:
    """What only shows while the template is filled in."""
    try:
        text = prompt.template.render(stand_ins(contract))
    except PromptError as error:
        yield from error.faults
        return
    if not text.strip() and not prompt.section:  # of a section it is told that it has no rules
        hint = "write it below the second line of ---, or delete the file: the shipped one serves then"
        at = Position(min(prompt.first_line, len(sheet.lines)), 1)
        yield sheet.fault(at, "no-text", "this prompt says nothing: it has no text for the model", hint)
