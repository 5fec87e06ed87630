"""One prompt file, taken apart, checked and compiled."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import BaseModel

from summarizer import schema
from summarizer.errors import PromptError
from summarizer.prompts.faults import START, Fault, Position, broken, did_you_mean, fault
from summarizer.prompts.files import EXAMPLES, FileText
from summarizer.prompts.front_matter import DATA, FrontMatter, parse
from summarizer.prompts.sandbox import Template, compile_template
from summarizer.schema import PromptRef

SHIPPED_SECTIONS = ("actors", "claims", "deadlines", "attacks")
SECTIONS = "sections"
EXAMPLES_INPUT = "examples"
"""What the rules of every section, shipped or not, may show."""
RULES = "rules"
"""The prompt that words the rules of an own section that is a plain list."""

_ITEMS: dict[str, type[BaseModel]] = {
    "actors": schema.Actor,
    "claims": schema.Claim,
    "deadlines": schema.Deadline,
    "attacks": schema.Attack,
}
_SECTION = re.compile(r"[a-z][a-z_]{1,30}$")
_TAKEN = frozenset(schema.Brief.model_fields) - frozenset(SHIPPED_SECTIONS)


@dataclass(frozen=True)
class Prompt:
    """One prompt file: its head and its template.

    Attributes:
        id: its path in the layer without suffix.
        path: where it was read.
        source: its text.
        meta: its front matter.
        template: what is rendered; empty for an own section of rules, which `own_section` words.
        first_line: the line, from 1, on which the template begins.
        sha256: of the file's bytes.
        positions: each key and list item of the front matter by its path.
    """

    id: str
    path: Path
    source: str
    meta: FrontMatter
    template: Template
    first_line: int
    sha256: str
    positions: Mapping[str, Position]

    @cached_property
    def ref(self) -> PromptRef:
        """Its id, version and sha256 of the whole file."""
        return PromptRef(id=self.id, version=str(self.meta.version), sha256=self.sha256)

    @property
    def inputs(self) -> frozenset[str]:
        """The names that the template may use."""
        return frozenset(self.meta.inputs)

    @property
    def section(self) -> str | None:
        """The section whose rules it has, or None."""
        folder, _, name = self.id.partition("/")
        return name if folder == SECTIONS else None

    @property
    def is_own_section(self) -> bool:
        """Whether it adds a section to the brief."""
        return self.section is not None and self.section not in SHIPPED_SECTIONS


def load(name: str, file: FileText, *, known_inputs: Collection[str] | None, known_examples: Collection[str]) -> Prompt:
    """The prompt in a file.

    Args:
        name: its id.
        file: what was read.
        known_inputs: what the program gives to the prompt of that name; None where that is not known.
        known_examples: names of the examples that there are.

    Raises:
        PromptError: with every fault of its head, or every fault of its template.
    """
    parsed = parse(file.path, file.source)
    faults = [
        *_name_faults(name, file.path, parsed.meta, parsed.positions),
        *_input_faults(file.path, parsed.meta, parsed.positions, known_inputs),
        *_section_faults(name, file.path, parsed.meta, parsed.positions),
        *_example_faults(file.path, parsed.meta, parsed.positions, known_examples),
    ]
    try:
        template = compile_template(file.path, parsed.body, parsed.first_line, frozenset(parsed.meta.inputs))
    except PromptError as error:
        raise broken([*faults, *error.faults]) from None
    if faults:
        raise broken(faults)
    return Prompt(name, file.path, file.source, parsed.meta, template, parsed.first_line, file.sha256, parsed.positions)


def _name_faults(name: str, path: Path, meta: FrontMatter, positions: Mapping[str, Position]) -> list[Fault]:
    if meta.name == name:
        return []
    message = f"name: {meta.name!r} is not where this file lies"
    return [fault(path, positions["name"], "name", message, f"write `name: {name}`, or rename the file")]


def _input_faults(
    path: Path, meta: FrontMatter, positions: Mapping[str, Position], known: Collection[str] | None
) -> list[Fault]:
    if known is None:
        return []
    faults = []
    for number, name in enumerate(meta.inputs):
        if name not in known:
            hint = did_you_mean(name, known) or "this prompt is given none: write `inputs: []`"
            message = f"inputs: the program gives no {name!r} to this prompt"
            faults.append(fault(path, positions[f"inputs.{number}"], "unknown-input", message, hint))
    return faults


def _section_faults(name: str, path: Path, meta: FrontMatter, positions: Mapping[str, Position]) -> list[Fault]:
    folder, _, section = name.partition("/")
    at = positions.get("section", positions.get("name", START))
    if folder != SECTIONS:
        keys = [key for key in ("section", "fields", "cues", "rules") if key in positions]
        message, hint = "only files in sections/ have `{}`", "drop it, or move the file into sections/"
        return [fault(path, positions[key], "value", message.format(key), hint) for key in keys]
    faults = []
    if meta.section not in {None, section}:
        message = f"section: {meta.section!r} is not what this file is called"
        faults.append(fault(path, at, "name", message, f"write `section: {section}`, or rename the file"))
    if section in SHIPPED_SECTIONS:
        return [*faults, *_shipped_section_faults(section, path, meta, positions)]
    if not _SECTION.match(section) or section in _TAKEN:
        message = f"a section cannot be called {section!r}"
        hint = "take another name of 2 to 31 small letters and _"
        faults.append(fault(path, at, "name", message, hint))
    if not meta.fields:
        hint = "add `fields:` with at least one, for instance by: {type: actor, description: who does it}"
        faults.append(fault(path, at, "missing-key", "a section of one's own needs `fields`", hint))
    return faults


def _shipped_section_faults(
    section: str, path: Path, meta: FrontMatter, positions: Mapping[str, Position]
) -> list[Fault]:
    faults = []
    if path.suffix == DATA:
        hint = f"start from a copy of the shipped {section}.md"
        faults.append(fault(path, START, "name", f"{section} is asked for by a text: this must be {section}.md", hint))
    for name in meta.fields:
        if name in _ITEMS[section].model_fields:
            at = positions[f"fields.{name}"]
            faults.append(fault(path, at, "value", f"fields.{name}: {section} have that already", "take another name"))
    return faults


def _example_faults(
    path: Path, meta: FrontMatter, positions: Mapping[str, Position], known: Collection[str]
) -> list[Fault]:
    faults = []
    for number, name in enumerate(meta.examples):
        if name not in known:
            message = f"examples: there is no {EXAMPLES}/{name}.yaml"
            hint = did_you_mean(name, known) or f"write it, or take the name out of `{EXAMPLES}`"
            faults.append(fault(path, positions[f"examples.{number}"], "unknown-example", message, hint))
    return faults
