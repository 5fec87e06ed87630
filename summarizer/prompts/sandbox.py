"""Templates that can show what they are given and do nothing else: compiled from a white list, rendered within bounds.

What is rendered is plain data (texts, numbers, lists, mappings): no object, method or function of Python can be reached
from a template, because none is there and attribute access never leaves the data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, cast

from jinja2 import DictLoader, StrictUndefined, TemplateError, Undefined, nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from summarizer.errors import PromptError
from summarizer.prompts.bounds import BUDGET, Budget, OutOfBounds
from summarizer.prompts.faults import Fault, Position, broken, fault
from summarizer.prompts.filters import FILTERS, TESTS, counted, looked_at
from summarizer.prompts.plain_data import NotPlain, plain
from summarizer.prompts.white_list import LOOP_ATTRIBUTES, Inspection

_COUNTED, _LOOKED_AT = "_counted", "_looked_at"
"""Filters put around what a loop goes through and what an `if` tests; no template can name them."""
_RUNTIME_FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What an expression in a template can raise besides jinja's own errors."""
_COMPILE_FAULTS = (*_RUNTIME_FAULTS, SyntaxError, MemoryError, AssertionError)


_KINDS: dict[type, str] = {dict: "mapping", list: "list", str: "text", int: "number", float: "number"}


class _Environment(ImmutableSandboxedEnvironment):
    """Attribute access that looks into the data and never at a Python object."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """An entry of a mapping, or what a loop knows of itself."""
        if isinstance(obj, LoopContext):
            return getattr(obj, attribute) if attribute in LOOP_ATTRIBUTES else self.undefined(obj=obj, name=attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An entry of a mapping, an item of a list, a character or a slice; of what is missing, the missing thing."""
        if isinstance(obj, Undefined):
            return obj
        if isinstance(obj, dict | list | str):
            try:
                return obj[argument]
            except (LookupError, TypeError):
                pass
        return self.undefined(obj=obj, name=argument)

    def call(self, *_: Any, **__: Any) -> Any:
        """Nothing can be called."""
        raise TypeError("nothing can be called in a prompt")


class _StrictUndefined(StrictUndefined):
    """A missing entry, told without a word about the Python behind it."""

    @property
    def _undefined_message(self) -> str:
        kind = _KINDS.get(type(self._undefined_obj))
        return f"this {kind} has no {self._undefined_name!r}" if kind else f"there is no {self._undefined_name!r} here"


def _environment() -> _Environment:
    environment = _Environment(
        # No loader finds anything: a template cannot pull in another file.
        loader=DictLoader({}),
        undefined=_StrictUndefined,
        autoescape=False,  # what is rendered is read by a model, not by a browser
        keep_trailing_newline=True,
        optimized=False,  # nothing is worked out before the bounds are there
    )
    environment.globals.clear()
    filters: dict[str, Callable[..., Any]] = {**FILTERS, _COUNTED: counted, _LOOKED_AT: looked_at}
    environment.filters = filters
    environment.tests = dict(TESTS)
    return environment


_ENVIRONMENT = _environment()


class Template:
    """A compiled template.

    Attributes:
        names: the inputs that it uses.
    """

    def __init__(self, path: Path, body: str, first_line: int, names: frozenset[str], tree: nodes.Template) -> None:
        self.names = names
        self._path, self._body, self._first_line = path, body, first_line
        self._compiled = _ENVIRONMENT.from_string(tree)

    def render(self, inputs: Mapping[str, Any]) -> str:
        """The text, within two seconds and a million characters beyond the inputs.

        Raises:
            PromptError: an input is missing or not plain data, the template asks it for something that it does not
                have, or a bound is passed; with the line of the template.
        """
        try:
            data = {name: plain(value) for name, value in inputs.items()}
        except NotPlain as error:
            raise PromptError(f"{self._path}: {error}") from None
        budget = Budget.beside(data)
        token = BUDGET.set(budget)
        pieces: list[str] = []
        try:
            for piece in self._compiled.generate(data):
                budget.spend(len(piece))
                pieces.append(piece)
        except OutOfBounds as error:
            raise broken([self._fault(error, "bounds", error.hint)]) from None
        except TemplateError as error:
            hint = "write {% if … is defined %} around it, or correct the name"
            raise broken([self._fault(error, "undefined", hint)]) from None
        except _RUNTIME_FAULTS as error:
            hint = "check that the input is a list where a loop goes through it, and a text or number elsewhere"
            raise broken([self._fault(error, "render", hint)]) from None
        finally:
            BUDGET.reset(token)
        return "".join(pieces)

    def _fault(self, error: Exception, code: str, hint: str) -> Fault:
        return fault(self._path, Position(self._line(error), 1), code, str(error) or type(error).__name__, hint)

    def _line(self, error: Exception) -> int:
        """The file's line at which an error was raised while rendering: the last frame that stands in the template."""
        line, frame = 1, error.__traceback__
        while frame is not None:
            if frame.tb_frame.f_code.co_filename == "<template>":
                line = frame.tb_lineno
            frame = frame.tb_next
        return line + self._first_line - 1


def compile_template(path: Path, body: str, first_line: int, inputs: frozenset[str]) -> Template:
    """Compile a template that may use the names `inputs` and what stands on the white list.

    Args:
        path: its file, for what is said about it.
        body: the template.
        first_line: the file's line, from 1, on which `body` begins.
        inputs: the names that it may use.

    Raises:
        PromptError: with every fault: the syntax, names that are no inputs, and what a prompt may not do.
    """
    try:
        tree = _ENVIRONMENT.parse(body)
        inspection = Inspection(path, body, first_line, inputs)
        inspection.run(tree)
        if inspection.faults:
            raise broken(inspection.faults)
        _bind(tree)
        return Template(path, body, first_line, inspection.names, tree)
    except TemplateSyntaxError as error:
        raise broken([_syntax(path, body, first_line, error)]) from None
    except _COMPILE_FAULTS:
        message, hint = (
            "this template is too tangled to be read, or a number in it too long",
            "take brackets, conditions and loops out of each other",
        )
        raise broken([fault(path, Position(first_line, 1), "syntax", message, hint)]) from None


def _bind(tree: nodes.Template) -> None:
    """Have every loop counted and every condition looked at, so that time and steps are bounded."""
    for loop in list(tree.find_all(nodes.For)):
        loop.iter = _filtered(loop.iter, _COUNTED)
    conditions: list[nodes.If | nodes.CondExpr] = [*tree.find_all(nodes.If), *tree.find_all(nodes.CondExpr)]
    for condition in conditions:
        condition.test = _filtered(condition.test, _LOOKED_AT)


def _filtered(node: nodes.Node, name: str) -> nodes.Filter:
    made = nodes.Filter(cast("nodes.Expr", node), name, [], [], None, None, lineno=node.lineno)
    return made.set_environment(_ENVIRONMENT)  # type: ignore[return-value]


_SYNTAX_HINTS = {
    "Unexpected end of template": "close what is open: {% endif %} for {% if %}, {% endfor %} for {% for %}",
    "unexpected '}'": "an expression stands between {{ and }}",
    "expected token 'end of print statement'": "write {{ name }}, {{ name.part }} or {{ name | filter }}",
    "Encountered unknown tag": "there are {% if %}, {% elif %}, {% else %}, {% endif %}, {% for %} and {% endfor %}",
}


def _syntax(path: Path, body: str, first_line: int, error: TemplateSyntaxError) -> Fault:
    message = error.message or "this template cannot be read"
    hint = next((hint for start, hint in _SYNTAX_HINTS.items() if message.startswith(start)), "")
    message = message.partition(" Jinja ")[0].rstrip(".")  # what it looked for instead means nothing to an editor
    lines = body.splitlines()
    text = lines[error.lineno - 1] if 0 < error.lineno <= len(lines) else ""
    column = max(0, min((at for mark in ("{%", "{{", "{#") if (at := text.find(mark)) >= 0), default=0)) + 1
    return fault(path, Position(error.lineno + first_line - 1, column), "syntax", message, hint or "see the line")
