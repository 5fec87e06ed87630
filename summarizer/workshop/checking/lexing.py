"""The tokens of a template with the line and column of each, and its syntax tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

from summarizer.prompts.faults import Position
from summarizer.workshop.checking.sheet import position_at

_ENVIRONMENT = Environment(autoescape=False, keep_trailing_newline=True)  # noqa: S701 - parses only, renders nothing
_TANGLED = (RecursionError, MemoryError, ValueError, OverflowError)
"""What jinja's parser raises, besides its own errors, over brackets and numbers without end."""
_BLANK = frozenset({"whitespace", "data"})


class Token(NamedTuple):
    """One token of a template, as written."""

    at: Position
    kind: str
    value: str


@dataclass(frozen=True)
class Parsed:
    """A template that parses: its syntax tree, and its tokens without the text between them."""

    tree: nodes.Template
    tokens: tuple[Token, ...]

    def names(self, name: str) -> Sequence[Position]:
        """Where a name stands as a variable: not as an attribute, a filter or a keyword argument."""
        return self._names.get(name, [])

    def attributes(self, name: str, attribute: str) -> Iterator[Position]:
        """Where `attribute` stands behind `name` and a dot."""
        for one, dot, other in zip(self.tokens, self.tokens[1:], self.tokens[2:], strict=False):
            if (one.value, dot.value, other.value) == (name, ".", attribute):
                yield other.at

    @cached_property
    def _names(self) -> dict[str, list[Position]]:
        found: dict[str, list[Position]] = {}
        for before, token, after in zip((None, *self.tokens), self.tokens, (*self.tokens[1:], None), strict=False):
            follows = before.value if before else ""
            keyword = follows in {"(", ","} and after is not None and after.value == "="
            if token.kind == "name" and follows not in {".", "|", "is"} and not keyword:
                found.setdefault(token.value, []).append(token.at)
        return found


@lru_cache(maxsize=256)
def parsed(body: str, first_line: int) -> Parsed:
    """The tree and the tokens of a template; its lines count as those of the file that it ends.

    Raises:
        TemplateSyntaxError: it is no template.
    """
    source = "\n" * (first_line - 1) + body
    try:
        return Parsed(_ENVIRONMENT.parse(source), tuple(tokens(source)))
    except _TANGLED:
        raise TemplateSyntaxError("this template is too tangled to be read", first_line) from None


def tokens(source: str) -> Iterator[Token]:
    """The tokens of a template, text between them left out.

    Raises:
        TemplateSyntaxError: a token cannot be read; those before it are given first.
    """
    offset = 0
    for _, kind, value in _ENVIRONMENT.lex(source):
        # What jinja leaves out between tokens is white space only ("{%-"): the next one is found behind it.
        offset = source.find(value, offset)
        if kind not in _BLANK:
            yield Token(position_at(source, offset), kind, value)
        offset += len(value)
