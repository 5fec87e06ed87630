"""Which inputs a template shows, and where: `{{ passage }}` is a slot, and so is each part of an item of a list.

A slot is named by its path: "passage", "sentences[]" for a loop over a list, "sentences[].text" for what it shows of
each item, "items[]." for the item itself. A slot is certain where no condition stands around it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from jinja2 import nodes

_SHOWS_NOTHING = frozenset({"length", "count"})
"""Filters that tell something of an input without showing it."""


class Slot(NamedTuple):
    """One place at which an input is shown; `written` is how ("sentence.text")."""

    path: str
    line: int
    written: str
    certain: bool


class Part(NamedTuple):
    """An attribute that a template asks of an item of a list: `word.attribute`."""

    path: str
    word: str
    attribute: str


def slots(tree: nodes.Node) -> list[Slot]:
    """Every slot of a template, in order."""
    return list(_shown(tree, {}, certain=True))


def parts(tree: nodes.Node) -> list[Part]:
    """Every attribute that is asked of an item of a list, in conditions too."""
    return list(_asked(tree, {}))


def _shown(node: nodes.Node, names: Mapping[str, str], *, certain: bool) -> Iterator[Slot]:
    if isinstance(node, nodes.For):
        yield from _loop(node, names, certain=certain)
    elif isinstance(node, nodes.If):
        yield from _branches(node, names, certain=certain)
    elif isinstance(node, nodes.Output):
        for printed in node.nodes:
            yield from _printed(printed, names, certain=certain)
    else:
        for child in node.iter_child_nodes():
            yield from _shown(child, names, certain=certain)


def _loop(node: nodes.For, names: Mapping[str, str], *, certain: bool) -> Iterator[Slot]:
    path = path_of(node.iter, names)
    if path is not None:
        yield Slot(f"{path}[]", node.lineno, _written(node.iter), certain and node.test is None)
    inner = _inside(node, names)
    for child in node.body:
        yield from _shown(child, inner, certain=certain and node.test is None)
    for other in node.else_:
        yield from _shown(other, names, certain=False)


def _branches(node: nodes.If, names: Mapping[str, str], *, certain: bool) -> Iterator[Slot]:
    """What every branch shows is shown for certain, once; the rest perhaps."""
    bodies = [node.body, *(each.body for each in node.elif_), node.else_]
    found = [[s for child in body for s in _shown(child, names, certain=True)] for body in bodies]
    always = set.intersection(*({slot.path for slot in branch if slot.certain} for branch in found))
    for branch in found:
        for slot in branch:
            yield slot._replace(certain=certain and slot.path in always)
            always.discard(slot.path)


def _printed(node: nodes.Node, names: Mapping[str, str], *, certain: bool) -> Iterator[Slot]:
    if isinstance(node, nodes.CondExpr):
        for branch in (node.expr1, node.expr2):
            if branch is not None:
                yield from _printed(branch, names, certain=False)
    elif isinstance(node, nodes.Filter) and node.name in _SHOWS_NOTHING:
        return
    elif (path := path_of(node, names)) is not None:
        yield Slot(f"{path}." if path.endswith("[]") else path, node.lineno, _written(node), certain)
    else:
        for child in node.iter_child_nodes():
            yield from _printed(child, names, certain=certain)


def _asked(node: nodes.Node, names: Mapping[str, str]) -> Iterator[Part]:
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name) and node.node.name in names:
        yield Part(names[node.node.name], node.node.name, node.attr)
    inner = _inside(node, names) if isinstance(node, nodes.For) else names
    for child in node.iter_child_nodes():
        yield from _asked(child, inner)


def _inside(node: nodes.For, names: Mapping[str, str]) -> Mapping[str, str]:
    """The names that hold inside a loop."""
    path = path_of(node.iter, names)
    return {**names, node.target.name: f"{path}[]"} if path and isinstance(node.target, nodes.Name) else names


def path_of(node: nodes.Node, names: Mapping[str, str]) -> str | None:
    """The path of an expression that is an input or a part of one, None for any other."""
    if isinstance(node, nodes.Name):
        return names.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        inner = path_of(node.node, names)
        return None if inner is None else f"{inner}.{node.attr}"
    if isinstance(node, nodes.Filter) and node.node is not None:
        return path_of(node.node, names)
    return None


def _written(node: nodes.Node) -> str:
    """An input or a part of one as it is written, without filters."""
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Filter) and node.node is not None:
        return _written(node.node)
    return node.name if isinstance(node, nodes.Name) else ""


def repeated(found: Iterable[Slot]) -> set[str]:
    """The paths that are shown more than once for certain."""
    times = Counter(slot.path for slot in found if slot.certain)
    return {path for path, count in times.items() if count > 1}
