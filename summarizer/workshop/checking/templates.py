"""The variables and slots of a template against what the program gives and needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from jinja2 import meta

from summarizer.prompts.faults import Fault, Position
from summarizer.prompts.front_matter import DATA, ParsedFile
from summarizer.prompts.prompt import EXAMPLES_INPUT
from summarizer.workshop.checking.contracts import PASSAGES, Contract, root
from summarizer.workshop.checking.lexing import Parsed, parsed
from summarizer.workshop.checking.sheet import Sheet, listed, nearest
from summarizer.workshop.checking.slots import Slot, parts, repeated, slots


@dataclass(frozen=True)
class Template:
    """The template of one file, which parses, beside its contract."""

    sheet: Sheet
    file: ParsedFile
    contract: Contract

    def faults(self) -> Iterator[Fault]:
        """Everything that is wrong with its variables and slots; a slip is told once and not by what follows of it."""
        variables = [*self._undefined(), *self._not_given(), *self._unknown_parts()]
        yield from (fault for fault, _ in variables)
        explained = {meant for _, meant in variables if meant}
        if self.file.meta.examples and EXAMPLES_INPUT not in self._used and self.sheet.path.suffix != DATA:
            yield self._hidden_examples()
            explained.add(EXAMPLES_INPUT)
        yield from self._missing(explained)
        yield from self._repeated()
        yield from self._unused(explained)

    @cached_property
    def parsed(self) -> Parsed:
        """Its tree and tokens."""
        return parsed(self.file.body, self.file.first_line)

    @cached_property
    def slots(self) -> list[Slot]:
        """What it shows."""
        return slots(self.parsed.tree)

    @cached_property
    def _used(self) -> set[str]:
        return meta.find_undeclared_variables(self.parsed.tree)

    @property
    def _declared(self) -> list[str]:
        return self.file.meta.inputs

    def place(self, slot: Slot) -> Position:
        """Where a slot stands: the n-th that begins with its word in the line is the n-th such slot of the line."""
        word = slot.written.partition(".")[0]
        alike = [each for each in self.slots if (each.line, each.written.partition(".")[0]) == (slot.line, word)]
        here = [at for at in self.parsed.names(word) if at.line == slot.line]
        which = next(n for n, each in enumerate(alike) if each is slot)
        return here[min(which, len(here) - 1)] if here else Position(slot.line, 1)

    def _undefined(self) -> Iterator[tuple[Fault, str | None]]:
        """Names that are used and not declared, each with the input that was meant."""
        for name in sorted(self._used - set(self._declared) - {"loop"}):
            at = next(iter(self.parsed.names(name)), Position(self.file.first_line, 1))
            if name in self.contract.given:
                message = f"{name!r} is used here and is not among the `inputs` of the front matter"
                hint = f"add it at the top: inputs: [{', '.join([*self._declared, name])}]"
                yield self.sheet.fault(at, "undefined", message, hint), name
            else:
                yield self._stranger(name, at, "undefined")

    def _not_given(self) -> Iterator[tuple[Fault, str | None]]:
        """Names that are declared and that the program never fills in."""
        for number, name in enumerate(self._declared):
            if name not in self.contract.given:
                yield self._stranger(name, self.file.positions[f"inputs.{number}"], "unknown-input")

    def _stranger(self, name: str, at: Position, code: str) -> tuple[Fault, str | None]:
        if name in PASSAGES:
            message = f"{name!r} is the article's own text; here it would be read as instructions"
            hint = f"take {{{{ {name} }}}} out: article.md and the questions show the article by themselves"
            return self.sheet.fault(at, "article-as-instructions", message, hint), None
        if meant := nearest(name, self.contract.given):
            hint = f"did you mean {{{{ {meant} }}}}?"
        elif self.contract.given:
            hint = f"take it out: this prompt is given {listed(sorted(self.contract.given))}"
        else:
            hint = "take it out, or write the words themselves: this prompt has no inputs"
        return self.sheet.fault(at, code, f"the program gives this prompt no {name!r}", hint), meant

    def _unknown_parts(self) -> Iterator[tuple[Fault, str | None]]:
        """Attributes that the items of a list do not have."""
        told = set()
        for part in parts(self.parsed.tree):
            known = self.contract.parts.get(part.path)
            if known is None or part.attribute in known or part in told:
                continue
            told.add(part)
            at = next(self.parsed.attributes(part.word, part.attribute), Position(self.file.first_line, 1))
            meant = nearest(part.attribute, known)
            hint = f"did you mean {{{{ {part.word}.{meant} }}}}?" if meant else f"it has {listed(sorted(known))}"
            message = f"{part.word!r} has no {part.attribute!r}"
            yield self.sheet.fault(at, "undefined", message, hint), f"{part.path}.{meant}" if meant else None

    def _hidden_examples(self) -> Fault:
        names = listed(self.file.meta.examples)
        message = f"the text does not show its examples ({names}): the model never sees them"
        hint = (
            "write {% for example in examples %}{% for sentence in example.sentences %}{{ sentence.text }} {% endfor %}"
            "The answer: {{ example.answer }}{% endfor %}, and inputs: [examples]"
        )
        return self.sheet.fault(self.file.positions["examples"], "examples-not-shown", message, hint)

    def _missing(self, explained: set[str]) -> Iterator[Fault]:
        """Slots that the program needs and the template does not have."""
        shown = {slot.path for slot in self.slots}
        lacking = [path for path in self.contract.needed if path not in shown]
        for path in lacking:
            outer = path.rpartition("[].")[0]
            if explained & {path, root(path)} or (outer and f"{outer}[]" in lacking):
                continue
            slot = self.contract.needed[path]
            message = f"the slot {slot} is missing: without it the model does not see {_named(path)}"
            hint = f"write {slot} where it belongs"
            yield self.sheet.fault(self._near(path), "slot-missing", message, hint)

    def _near(self, path: str) -> Position:
        """Where a missing slot is best told: at the loop that lacks it, else where the input is declared."""
        outer = path.rpartition("[].")[0]
        if loop := next((slot for slot in self.slots if outer and slot.path == f"{outer}[]"), None):
            return self.place(loop)
        name, positions = root(path), self.file.positions
        if name in self._declared:
            return positions[f"inputs.{self._declared.index(name)}"]
        return positions.get("inputs", Position(self.file.first_line, 1))

    def _repeated(self) -> Iterator[Fault]:
        """Passages and lists that are shown twice."""
        twice = repeated(self.slots)
        for path in sorted(twice & set(self.contract.needed)):
            outer = f"{path.rpartition('[].')[0]}[]"
            if outer in twice or not (path.endswith("[]") or root(path) in PASSAGES):
                continue
            second = [slot for slot in self.slots if slot.path == path and slot.certain][1]
            message = f"{_named(path)} is shown here a second time"
            hint = f"keep one {self.contract.needed[path]} and take the other out"
            yield self.sheet.fault(self.place(second), "slot-duplicate", message, hint)

    def _unused(self, explained: set[str]) -> Iterator[Fault]:
        """Inputs that are declared, given, and used nowhere."""
        needed = {root(path) for path in self.contract.needed}
        for number, name in enumerate(self._declared):
            if name in self._used or name in needed | explained or name not in self.contract.given:
                continue
            at = self.file.positions[f"inputs.{number}"]
            hint = f"take {name!r} out of `inputs`, or write {{{{ {name} }}}} where it belongs"
            yield self.sheet.fault(at, "unused-input", f"the input {name!r} is declared and used nowhere", hint)


def _named(path: str) -> str:
    """A slot in words: "'sentences'", "'text' of each of 'sentences'"."""
    outer, _, attribute = path.rpartition("[].")
    return f"{attribute!r} of each of {outer!r}" if outer else repr(path.rstrip("[]."))
