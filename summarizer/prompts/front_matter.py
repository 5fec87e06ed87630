"""The head of a prompt file: what it is called, what goes into it, and what else the editor may say about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from summarizer.prompts.faults import START, Fault, Position, broken, fault
from summarizer.prompts.located_yaml import LocatedData, read_mapping
from summarizer.prompts.places import Places

__all__ = ["Fault", "FieldType", "FrontMatter", "ModelSettings", "OwnField", "ParsedFile", "Position", "parse"]

FieldType = Literal["text", "choice", "flag", "count", "date", "actor"]
TEMPLATE, DATA = ".md", ".yaml"
"""Suffixes of a file with front matter and a template, and of an own section that is all front matter."""

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_TYPED = frozenset({"version", "max_tokens", "temperature", "required"})
_INPUT = r"^[a-z][a-z0-9_]{0,40}$"
_RESERVED = frozenset({"loop", "self", "super", "caller", "varargs", "kwargs", "true", "false", "none"})
_RESERVED_FIELDS = frozenset({"id", "sentence", "quote", "evidence", "values"})

Words = Annotated[str, Field(min_length=1, max_length=2_000)]
InputName = Annotated[str, Field(pattern=_INPUT)]
FieldName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,30}$")]


class _Head(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class OwnField(_Head):
    """A field of an own section, or a further field of a shipped one."""

    type: FieldType
    description: Words
    options: list[Words] = Field(default=[], max_length=40)
    required: bool = Field(default=False, strict=True)

    @model_validator(mode="after")
    def _options_go_with_a_choice(self) -> Self:
        if self.type == "choice" and len(set(self.options)) < 2:
            raise ValueError("a choice needs `options`, a list of at least two different words")
        if self.type != "choice" and self.options:
            raise ValueError(f"only a choice has `options`, not a {self.type}")
        return self


class ModelSettings(_Head):
    """How this one question is asked where it differs from the rest; None is what it would be anyway."""

    max_tokens: int | None = Field(default=None, ge=1, le=100_000, strict=True)
    temperature: float | None = Field(default=None, ge=0, le=2)


class FrontMatter(_Head):
    """Everything that may stand in the head of a file; see prompts/README.md for what each key does."""

    name: Words
    version: int = Field(ge=1, strict=True)
    description: str = Field(default="", max_length=2_000)
    inputs: list[InputName] = []
    section: str | None = None
    instruction: Words | None = None
    options: list[Words] = Field(default=[], max_length=40)
    settings: ModelSettings = ModelSettings()
    examples: list[Words] = Field(default=[], max_length=20)
    fields: dict[FieldName, OwnField] = Field(default={}, max_length=20)
    cues: list[Words] = Field(default=[], max_length=400)
    rules: list[Words] = Field(default=[], max_length=100)


@dataclass(frozen=True)
class ParsedFile:
    """A file taken apart: its head, its template ("" in a file of rules), and where everything stands.

    Attributes:
        first_line: the file's line, from 1, on which the template begins.
        positions: each key and list item by its path, "fields.against.type" or "inputs.0".
    """

    meta: FrontMatter
    body: str
    first_line: int
    positions: Mapping[str, Position]


def parse(path: Path, source: str) -> ParsedFile:
    """Take a prompt file apart; a `.yaml` file is all front matter, any other has it between two lines of `---`.

    Raises:
        PromptError: with every fault of the head, each with its line and column.
    """
    if path.suffix == DATA:
        head, body, first_line = source, "", source.count("\n") + 1
        located = read_mapping(path, head, typed=_TYPED)
    else:
        head, body, first_line = _split(path, source)
        located = read_mapping(path, head, typed=_TYPED, first_line=2)
    meta = _validated(path, located, template=path.suffix != DATA)
    return ParsedFile(meta, body, first_line, located.positions)


def _split(path: Path, source: str) -> tuple[str, str, int]:
    """Head, template and the line on which the template begins."""
    fences = [each for each, _ in zip(_FENCE.finditer(source), range(2), strict=False)]
    if not fences or fences[0].start() != 0:
        message = "the file must open with front matter between two lines of ---"
        raise broken([fault(path, START, "front-matter", message, "begin with a line --- and then name: and version:")])
    if len(fences) < 2:
        message = "the front matter does not end: the second line of --- is missing"
        hint = "put a line --- between the last key and the text for the model"
        raise broken([fault(path, START, "front-matter", message, hint)])
    head = source[fences[0].end() + 1 : fences[1].start()]
    return head, source[fences[1].end() + 1 :], source.count("\n", 0, fences[1].end()) + 2


def _validated(path: Path, located: LocatedData, *, template: bool) -> FrontMatter:
    faults = list(_missing(path, located, template=template))
    try:
        meta = FrontMatter.model_validate(located.data)
    except ValidationError as error:
        places = Places(path, located.positions)
        details = [
            each for each in error.errors(include_url=False) if each["type"] != "missing" or len(each["loc"]) > 1
        ]
        faults += [places.explained(each, _known_beside(each["loc"])) for each in details]
        raise broken(faults) from None
    faults += _beyond_types(path, meta, located.positions, template=template)
    if faults:
        raise broken(faults)
    return meta


def _missing(path: Path, located: LocatedData, *, template: bool) -> Iterator[Fault]:
    needed = ("name", "version", "inputs") if template else ("name", "version", "rules")
    at = Position(2 if template else 1, 1)
    if missing := [key for key in needed if key not in located.data]:
        written = {
            "name": f"name: {path.stem}",
            "version": "version: 1",
            "inputs": "inputs: []",
            "rules": "rules: [...]",
        }
        message = f"the front matter lacks {', '.join(sorted(missing))}"
        yield fault(path, at, "missing-key", message, f"add {' and '.join(f'`{written[key]}`' for key in missing)}")


def _known_beside(steps: Sequence[str | int]) -> Iterable[str]:
    """The keys that may stand beside the one at `steps`."""
    if len(steps) == 1:
        return FrontMatter.model_fields
    return ModelSettings.model_fields if steps[0] == "settings" else OwnField.model_fields


def _beyond_types(
    path: Path, meta: FrontMatter, positions: Mapping[str, Position], *, template: bool
) -> Iterator[Fault]:
    """What is well formed and yet cannot be meant."""
    for number, name in enumerate(meta.inputs):
        at = positions[f"inputs.{number}"]
        if name in _RESERVED:
            yield fault(path, at, "value", f"inputs: {name!r} means something else in templates", "take another name")
        if name in meta.inputs[:number]:
            yield fault(path, at, "value", f"inputs: {name!r} stands here twice", "drop one")
    for name in sorted(_RESERVED_FIELDS & set(meta.fields)):
        message = f"fields.{name}: every item has a {name!r} of its own"
        yield fault(path, positions[f"fields.{name}"], "value", message, "take another name")
    if template and meta.rules:
        hint = "write them into the text below, or make the file a .yaml without a text"
        yield fault(path, positions["rules"], "value", "rules: a file with a text has no `rules`", hint)
