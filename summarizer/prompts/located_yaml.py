"""YAML as an editor means it: words stay words, every key knows its place, and nothing in it can be a bomb or code."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from summarizer.errors import PromptError
from summarizer.prompts.faults import START, Fault, Position, broken, fault

DEEPEST = 8
"""Lists and mappings within each other; front matter needs three, an example six."""
MOST_NODES = 3_000
"""Keys, values and lists of one source; a long example has three hundred."""


class LocatedData(NamedTuple):
    """A mapping of plain values, and where each key and list item stands ("fields.against.type", "inputs.0")."""

    data: dict[str, Any]
    positions: dict[str, Position]


class _Refused(yaml.MarkedYAMLError):
    """Something that YAML knows and a prompts folder does not need."""


class _Loader(yaml.SafeLoader):
    """Composes nodes without anchors, aliases and tags, and not too deep: those are what YAML bombs are made of."""

    depth = nodes = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if getattr(event, "anchor", None) is not None:
            raise _Refused(problem="anchors (&) and aliases (*) are not used here", problem_mark=event.start_mark)
        if getattr(event, "tag", None) not in {None, "!"}:
            raise _Refused(problem="tags (!) are not used here", problem_mark=event.start_mark)
        if self.depth >= DEEPEST:
            raise _Refused(problem="this is nested too deep", problem_mark=event.start_mark)
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise _Refused(problem="this has too many keys and values", problem_mark=event.start_mark)
        self.depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self.depth -= 1


def read_mapping(path: Path, source: str, *, typed: Collection[str], first_line: int = 1) -> LocatedData:
    """The mapping that `source` holds.

    Args:
        path: the file, for what is said about it.
        source: its YAML, or the part of the file that is YAML.
        typed: keys whose values are numbers and yes or no; the values of all others are taken as they are written, so
            that a "no" or a "2020" in a list of words stays a word.
        first_line: the file's line, from 1, on which `source` begins.

    Raises:
        PromptError: it is no YAML, no mapping, has a key twice, or uses anchors, tags or too much depth.
    """
    reading = _Reading(path, frozenset(typed), first_line)
    root = reading.composed(source)
    if root is None:
        return LocatedData({}, {})
    if not isinstance(root, yaml.MappingNode):
        message = "there must be lines of the form `key: value` here"
        raise broken([fault(path, reading.place(root.start_mark), "yaml", message, "begin with `name:`")])
    data = reading.mapping(root, "")
    if reading.faults:
        raise broken(reading.faults)
    return LocatedData(data, reading.positions)


class _Reading:
    """One pass over the nodes of one source."""

    def __init__(self, path: Path, typed: frozenset[str], first_line: int) -> None:
        self.path, self.typed, self.first_line = path, typed, first_line
        self.positions: dict[str, Position] = {}
        self.faults: list[Fault] = []

    def place(self, mark: yaml.Mark | None) -> Position:
        return Position(mark.line + self.first_line, mark.column + 1) if mark else Position(self.first_line, 1)

    def _yaml_fault(self, mark: yaml.Mark | None, message: str, hint: str) -> PromptError:
        return broken([fault(self.path, self.place(mark), "yaml", message, hint)])

    def composed(self, source: str) -> yaml.Node | None:
        try:
            loader = _Loader(source)
            return loader.get_single_node()
        except _Refused as error:
            hint = "write it out in full" if "aliases" in str(error.problem) else "use plain keys, words and lists"
            raise self._yaml_fault(error.problem_mark, str(error.problem), hint) from None
        except yaml.MarkedYAMLError as error:
            told = error.problem or error.context or "it cannot be read"
            mark = error.problem_mark or error.context_mark
            if "end of stream" in told:  # what is open there was opened elsewhere
                mark = error.context_mark or mark
            if "document start" in told:
                told = "something stands behind its end"
            hint = "put texts with a colon or a quotation mark in quotes, and indent with spaces"
            raise self._yaml_fault(mark, f"this is not YAML: {told}", hint) from None
        except yaml.reader.ReaderError as error:
            line = source.count("\n", 0, error.position) + self.first_line
            column = error.position - (source.rfind("\n", 0, error.position) + 1) + 1
            message = f"the character U+{ord(source[error.position]):04X} may not stand here"
            raise broken([fault(self.path, Position(line, column), "yaml", message, "delete it")]) from None
        except (RecursionError, ValueError) as error:
            raise broken([fault(self.path, START, "yaml", f"this is not YAML: {error}")]) from None

    def mapping(self, node: yaml.MappingNode, prefix: str) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            at = self.place(key_node.start_mark)
            if not isinstance(key_node, yaml.ScalarNode):
                self.faults.append(fault(self.path, at, "yaml", "a key must be a word", "write `key: value`"))
                continue
            key = str(key_node.value)
            if key in data:
                self.faults.append(fault(self.path, at, "duplicate-key", f"{key!r} stands here twice", "drop one"))
            self.positions[f"{prefix}{key}"] = at
            data[key] = self.value(value_node, f"{prefix}{key}", typed=key in self.typed)
        return data

    def value(self, node: yaml.Node, where: str, *, typed: bool) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, f"{where}.")
        if isinstance(node, yaml.SequenceNode):
            items = []
            for number, item in enumerate(node.value):
                self.positions[f"{where}.{number}"] = self.place(item.start_mark)
                items.append(self.value(item, f"{where}.{number}", typed=typed))
            return items
        kind = node.tag.rpartition(":")[2]
        if kind == "null":
            return None
        return _typed(node.value, kind) if typed else str(node.value)


def _typed(written: str, kind: str) -> Any:
    """A number, or yes or no; anything else as written, for the model to refuse."""
    try:
        match kind:
            case "int":
                return int(written.replace("_", ""))
            case "float":
                return float(written.replace("_", ""))
            case "bool":
                return written.lower() in {"yes", "true", "on"}
    except ValueError:
        return written
    return written
