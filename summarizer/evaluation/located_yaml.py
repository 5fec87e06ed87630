"""YAML whose complaints name file and line, also those that pydantic makes later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from summarizer.errors import InputError

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Step = str | int
M = TypeVar("M", bound=BaseModel)
SHOWN = 60
"""Characters of a value that cannot be used; a longer one is left out of the message."""
WRITTEN: dict[Step, str] = {
    "language": "en, de or pt-BR",
    "id": "small letters, digits and dashes",
    "[key]": "small letters and _",
}
"""How a text of a certain pattern is written, by its key."""
DEEPEST = 30
"""Lists and mappings within each other; a case has seven."""


class CaseError(InputError):
    """A file of the suite cannot be used; the message names file and line."""

    exit_code = 2


class _Loader(yaml.CSafeLoader):
    """Leaves dates to pydantic, which tells where a wrong one stands."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - as PyYAML declares it
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


@dataclass(frozen=True)
class LocatedYaml:
    """A parsed YAML file that knows on which line each of its values stands."""

    path: Path
    data: Any
    _root: yaml.Node | None

    @classmethod
    def read(cls, path: Path) -> LocatedYaml:
        """Parse a UTF-8 file.

        Raises:
            CaseError: it cannot be read, is no YAML, is nested too deeply, or has a key twice in one mapping.
        """
        try:
            text = path.read_text(encoding="utf-8")
            _refuse_depth(path, text)
            loader = _Loader(text)
            root = loader.get_single_node()
            data = loader.construct_document(root) if root is not None else None
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise CaseError(f"{path}:{line}: {error.problem or error.context}") from error
        except (OSError, UnicodeDecodeError, ValueError, yaml.YAMLError) as error:
            raise CaseError(f"{path}: cannot be read: {error}") from error
        file = cls(path, data, root)
        file._refuse_repeated_keys(root, set())
        return file

    def validated(self, model: type[M]) -> M:
        """The data as `model`; CaseError with every complaint, each with its line."""
        try:
            return model.model_validate(self.data, context={"path": self.path})
        except ValidationError as error:
            details = error.errors(include_url=False)
            raise CaseError("\n".join(self._explained(each["loc"], told(each)) for each in details)) from None

    def complaint(self, where: Sequence[Step], message: str) -> CaseError:
        """The error to raise for the value at `where` (keys and indices from the top)."""
        return CaseError(self._explained(where, message))

    def line(self, where: Sequence[Step]) -> int:
        """The line, from 1, of the value at `where`, or of the nearest thing around it that is there."""
        node, line = self._root, 1
        for step in where:
            key, node = _child(node, step)
            if node is None:
                break
            line = (key or node).start_mark.line + 1
        return line

    def _explained(self, where: Sequence[Step], message: str) -> str:
        named = ".".join(str(step) for step in where)
        return f"{self.path}:{self.line(where)}: {named + ': ' if named else ''}{message}"

    def _refuse_repeated_keys(self, node: yaml.Node | None, seen: set[int]) -> None:
        """Also where an alias leads back to what it stands in: `seen` are the nodes that were looked at."""
        if id(node) in seen:
            return
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            for each in node.value:
                self._refuse_repeated_keys(each, seen)
        elif isinstance(node, yaml.MappingNode):
            keys = set()
            for key, value in node.value:
                if key.value in keys:
                    raise CaseError(f"{self.path}:{key.start_mark.line + 1}: {key.value}: this key stands here twice")
                keys.add(key.value)
                self._refuse_repeated_keys(value, seen)


def _refuse_depth(path: Path, text: str) -> None:
    """Before anything is built of it: too deep a nest ends the interpreter."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            mark = event.start_mark
            line = mark.line + 1 if mark else 1
            raise CaseError(f"{path}:{line}: lists and mappings stand more than {DEEPEST} deep in each other")


def told(detail: ErrorDetails) -> str:
    """What is wrong with a value, in words that say which value it is."""
    kind, value = detail["type"], detail["input"]
    if kind == "extra_forbidden":
        return "there is no key of this name"
    if kind == "missing":
        return "this key is missing"
    if kind in {"model_type", "dict_type"}:
        return f"here belong keys with their values, not {'nothing' if value is None else type(value).__name__}"
    if kind == "string_type" and isinstance(value, bool | int | float):
        return f"YAML takes this for {_kind(value)}: put it in quotes"
    if kind == "value_error":
        return detail["msg"].removeprefix("Value error, ")
    shown = repr(value) if isinstance(value, str | int | float | bool | None) else ""
    return f"{_wanted(detail)}, not {shown}" if shown and len(shown) <= SHOWN else _wanted(detail)


def _wanted(detail: ErrorDetails) -> str:
    key = detail["loc"][-1] if detail["loc"] else None
    if detail["type"] == "string_pattern_mismatch" and key in WRITTEN:
        return f"write it as {WRITTEN[key]}"
    return detail["msg"]


def _kind(value: float) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else "a number"


def first_complaint(error: ValidationError) -> str:
    """The first thing wrong with a file of data, and the keys that lead to it: "runs.dev: this key is missing"."""
    first = error.errors(include_url=False)[0]
    return ": ".join([".".join(map(str, first["loc"])), told(first)] if first["loc"] else [told(first)])


def _child(node: yaml.Node | None, step: Step) -> tuple[yaml.Node | None, yaml.Node | None]:
    """The key's node (None in a list) and the value's, or two None."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), (None, None))
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None, None
