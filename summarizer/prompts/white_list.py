"""What a template may do: each part of its syntax tree is on the list, or refused with its line and a way to do it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from jinja2 import nodes

from summarizer.prompts.faults import Fault, Position, did_you_mean, fault
from summarizer.prompts.filters import ARGUMENTS, FILTERS, TESTS

MOST_PARTS = 4_000
"""Parts of a syntax tree; the longest shipped prompt has some sixty."""
DEEPEST = 60
"""How deep parts may stand within each other."""
LOOPS_DEEP = 2
LOOP_ATTRIBUTES = frozenset({"index", "index0", "first", "last", "length", "revindex", "revindex0"})

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For,
    nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Const, nodes.List, nodes.Tuple,
    nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Neg, nodes.CondExpr, nodes.Filter, nodes.Test,
)  # fmt: skip
_WRITE_IT_HERE = "write the text here; to change another file's text, put a file of that name into your folder"
_PLAIN = "use {{ }}, {% if %} and {% for %} on the inputs"
_REFUSED: dict[type[nodes.Node], tuple[str, str]] = {
    nodes.Call: ("a prompt cannot call anything", "use a filter, for instance {{ names | join(', ') }}"),
    nodes.CallBlock: ("a prompt cannot call anything", _PLAIN),
    nodes.Include: ("a prompt cannot include another file", _WRITE_IT_HERE),
    nodes.Import: ("a prompt cannot import another file", _WRITE_IT_HERE),
    nodes.FromImport: ("a prompt cannot import another file", _WRITE_IT_HERE),
    nodes.Extends: ("a prompt cannot extend another file", _WRITE_IT_HERE),
    nodes.Block: ("a prompt has no blocks", _WRITE_IT_HERE),
    nodes.Macro: ("a prompt has no macros", "write the text where it is needed"),
    nodes.Assign: ("a prompt cannot set names of its own", "use the input where it is needed"),
    nodes.AssignBlock: ("a prompt cannot set names of its own", "use the input where it is needed"),
    nodes.With: ("a prompt cannot set names of its own", "use the input where it is needed"),
    nodes.FilterBlock: ("a prompt has no filter blocks", "use the filter inside {{ }}"),
    nodes.Dict: ("a prompt has no mappings of its own", _PLAIN),
    nodes.Concat: ("texts cannot be put together with ~", "write them one after the other: {{ first }} {{ second }}"),
    nodes.Add: ("a prompt cannot calculate", "write texts one after the other; loop.index counts from 1"),
    nodes.Keyword: (
        "filters take their values in order, without names",
        "write default('none'), not default(x='none')",
    ),
}
_CALCULATES = ("a prompt cannot calculate", "use the input as it is; loop.index counts from 1")
_JINJA_NAMES = frozenset(
    "self super caller varargs kwargs config request session url_for get_flashed_messages g range dict lipsum cycler "
    "joiner namespace environ os".split()
)


class Inspection:
    """One walk over a syntax tree.

    Attributes:
        faults: what was refused, in no order.
        names: the inputs that are used.
    """

    def __init__(self, path: Path, body: str, first_line: int, inputs: frozenset[str]) -> None:
        self.faults: list[Fault] = []
        self.names: frozenset[str] = frozenset()
        self._path, self._first_line, self._inputs = path, first_line, inputs
        self._lines = body.split("\n")

    def run(self, tree: nodes.Template) -> None:
        """Walk it, without recursion: how deep it goes is up to whoever wrote it."""
        waiting: list[tuple[nodes.Node, frozenset[str], int, int]] = [(tree, frozenset(), 0, 0)]
        parts = 0
        while waiting:
            node, bound, depth, loops = waiting.pop()
            parts += 1
            if parts > MOST_PARTS or depth > DEEPEST:
                told = "too long" if parts > MOST_PARTS else "nested too deep"
                self._refuse(node, "sandbox", f"this template is {told}", "split it, or say it in plain words")
                return
            if isinstance(node, nodes.For):
                waiting.extend(self._loop(node, bound, depth, loops))
            elif self._passes(node, bound):
                waiting.extend((child, bound, depth + 1, loops) for child in self._children(node))

    def _loop(
        self, node: nodes.For, bound: frozenset[str], depth: int, loops: int
    ) -> list[tuple[nodes.Node, frozenset[str], int, int]]:
        """What stands in a loop, with the names that are known there."""
        if node.recursive:
            self._refuse(node, "sandbox", "a loop cannot go into itself", "drop the word `recursive`", "recursive")
        if loops >= LOOPS_DEEP:
            message = f"no more than {LOOPS_DEEP} loops can stand in each other"
            self._refuse(node, "sandbox", message, "let one loop follow the other", "for")
        targets = frozenset(name.name for name in node.target.find_all(nodes.Name))
        targets |= {node.target.name} if isinstance(node.target, nodes.Name) else frozenset()
        inside = bound | targets
        body = [(child, inside | {"loop"}, depth + 1, loops + 1) for child in node.body]
        test = [(node.test, inside, depth + 1, loops)] if node.test else []
        return [(node.iter, bound, depth + 1, loops), *test, *body, *((c, bound, depth + 1, loops) for c in node.else_)]

    def _children(self, node: nodes.Node) -> list[nodes.Node]:
        if isinstance(node, nodes.Getattr) and _is_loop(node.node):
            return []
        return list(node.iter_child_nodes())

    def _passes(self, node: nodes.Node, bound: frozenset[str]) -> bool:
        """Whether a part is on the list; False where what stands in it need not be looked at."""
        if not isinstance(node, _ALLOWED):
            message, hint = _REFUSED.get(type(node), _CALCULATES if _calculates(node) else ("", _PLAIN))
            message = message or f"a prompt has no {type(node).__name__.lower()}"
            self._refuse(node, "sandbox", message, hint, _SPELT.get(type(node), ""))
            return False
        check = getattr(self, f"_check_{type(node).__name__.lower()}", None)
        if check:
            check(node, bound)
        return True

    def _check_name(self, node: nodes.Name, bound: frozenset[str]) -> None:
        if node.name in bound and node.name != "loop":
            return
        if node.name in self._inputs:
            self.names |= {node.name}
            return
        if node.name == "loop" and "loop" in bound:
            hint = f"use loop.{', loop.'.join(sorted(LOOP_ATTRIBUTES))}"
            self._refuse(node, "sandbox", "a loop cannot be shown or handed on", hint, "loop")
        elif node.name in _JINJA_NAMES or node.name.startswith("_"):
            self._refuse(node, "sandbox", f"{node.name!r} is not there for prompts", _PLAIN, node.name)
        else:
            known = ", ".join(sorted(self._inputs | bound)) or "none"
            nearest = did_you_mean(node.name, self._inputs | bound)
            hint = f"{nearest} " if nearest.startswith("did") else ""
            message = f"there is no input {node.name!r}"
            self._refuse(node, "undefined", message, f"{hint}the inputs here are: {known}", node.name)

    def _check_getattr(self, node: nodes.Getattr, bound: frozenset[str]) -> None:
        if _is_loop(node.node):
            if "loop" not in bound:
                self._refuse(
                    node, "undefined", "there is no loop around this", "use loop.index inside a {% for %}", "loop"
                )
            elif node.attr not in LOOP_ATTRIBUTES:
                hint = did_you_mean(node.attr, LOOP_ATTRIBUTES)
                self._refuse(node, "sandbox", f"a loop has no {node.attr!r} in a prompt", hint, node.attr)
        self._check_attribute(node, node.attr)

    def _check_getitem(self, node: nodes.Getitem, _: frozenset[str]) -> None:
        if isinstance(node.arg, nodes.Const):
            self._check_attribute(node, node.arg.value)

    def _check_attribute(self, node: nodes.Node, name: Any) -> None:
        if isinstance(name, str) and name.startswith("_"):
            message = f"{name!r}: names that begin with _ are not there for prompts"
            self._refuse(node, "sandbox", message, "use the entries that the input has", name)

    def _check_const(self, node: nodes.Const, _: frozenset[str]) -> None:
        if isinstance(node.value, int) and abs(node.value) > 1_000_000:
            self._refuse(node, "sandbox", f"the number {node.value:.3e} is too large", "use a smaller one")

    def _check_list(self, node: nodes.List | nodes.Tuple, _: frozenset[str]) -> None:
        if not all(isinstance(item, nodes.Const) for item in node.items):
            hint = "write words and numbers in it, for instance kind in ['denial', 'threat']"
            self._refuse(node, "sandbox", "a list in a prompt has fixed words only", hint, "[")

    _check_tuple = _check_list

    def _check_neg(self, node: nodes.Neg, _: frozenset[str]) -> None:
        if not isinstance(node.node, nodes.Const):
            self._refuse(node, "sandbox", *_CALCULATES, "-")

    def _check_filter(self, node: nodes.Filter, _: frozenset[str]) -> None:
        if node.name not in FILTERS:
            hint = did_you_mean(node.name, FILTERS)
            if hint.startswith("did"):
                hint = f"{hint} there are {', '.join(sorted(FILTERS))}"
            self._refuse(node, "sandbox", f"there is no filter {node.name!r} for prompts", hint, node.name)
        elif len(node.args) > (most := ARGUMENTS.get(node.name, 0)) or node.dyn_args or node.dyn_kwargs:
            message = f"the filter {node.name!r} takes {most or 'no'} value(s) in brackets"
            self._refuse(node, "sandbox", message, "drop the others", node.name)

    def _check_test(self, node: nodes.Test, _: frozenset[str]) -> None:
        if node.name not in TESTS:
            self._refuse(
                node,
                "sandbox",
                f"there is no test {node.name!r} for prompts",
                did_you_mean(node.name, TESTS),
                node.name,
            )
        elif node.args or node.dyn_args or node.dyn_kwargs:
            self._refuse(node, "sandbox", f"the test {node.name!r} takes no values", "use == or in", node.name)

    def _refuse(self, node: nodes.Node, code: str, message: str, hint: str, spelt: str = "") -> None:
        self.faults.append(fault(self._path, self._place(node.lineno or 1, spelt), code, message[:300], hint))

    def _place(self, line: int, spelt: str) -> Position:
        """Where a part stands: jinja knows its line, or the line on which its statement begins."""
        for number in range(max(line, 1), min(line + 20, len(self._lines) + 1)) if spelt else ():
            pattern = rf"\b{re.escape(spelt)}\b" if spelt[0].isalnum() else re.escape(spelt)
            inside = re.search(r"\{[{%]", self._lines[number - 1])
            start = inside.end() if inside and number == line else 0
            if found := re.compile(pattern).search(self._lines[number - 1], start):
                return Position(number + self._first_line - 1, found.start() + 1)
        text = self._lines[line - 1] if 0 < line <= len(self._lines) else ""
        opening = re.search(r"\{[{%]", text)
        return Position(line + self._first_line - 1, opening.start() + 1 if opening else 1)


def _is_loop(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == "loop"


def _calculates(node: nodes.Node) -> bool:
    return isinstance(node, nodes.BinExpr | nodes.UnaryExpr)


_SPELT: dict[type[nodes.Node], str] = {
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "from",
    nodes.Extends: "extends",
    nodes.Block: "block",
    nodes.Macro: "macro",
    nodes.Assign: "set",
    nodes.AssignBlock: "set",
    nodes.With: "with",
    nodes.FilterBlock: "filter",
    nodes.Concat: "~",
    nodes.Add: "+",
    nodes.Sub: "-",
    nodes.Mul: "*",
    nodes.Pow: "**",
    nodes.Mod: "%",
    nodes.Div: "/",
    nodes.FloorDiv: "//",
    nodes.Call: "(",
    nodes.CallBlock: "call",
}
