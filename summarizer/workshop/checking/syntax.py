"""What keeps a template from being parsed, told at the place where an editor puts it right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import TemplateSyntaxError

from summarizer.prompts.faults import Fault, Position
from summarizer.workshop.checking.lexing import Token, parsed, tokens
from summarizer.workshop.checking.sheet import Sheet, nearest

CODE = "syntax"
_CLOSED_BY = {"for": "endfor", "if": "endif"}
_TAGS = ("for", "endfor", "if", "elif", "else", "endif")
_QUOTED = re.compile(r"'([^']+)'")
_HINTS = (
    ("end of print statement", "between {{ and }} write one name and nothing else; words belong outside the braces"),
    ("end of statement block", "write nothing more before the %} that closes this line"),
    ("unexpected '", "close with }} what {{ opens, and with %} what {% opens"),
    ("end of comment", "write #} where the comment that {# opens ends"),
    ("end of raw", "write {% endraw %} where it ends"),
    ("expected an expression", "write the name of an input there, as in {{ passage }}"),
    ("unexpected end of template", "close with }} what {{ opens, and with %} what {% opens"),
)
_OTHERWISE = (
    "write an input as {{ name }}, a condition as {% if name %}…{% endif %}, "
    "a list as {% for one in names %}…{% endfor %}"
)


class _Slip(NamedTuple):
    at: Position
    message: str
    hint: str


def syntax_faults(sheet: Sheet, body: str, first_line: int) -> Iterator[Fault]:
    """The first thing that keeps the template from being parsed; nothing where it parses."""
    try:
        parsed(body, first_line)
    except TemplateSyntaxError as error:
        slip = _unbalanced(body, first_line) or _told(sheet, error)
        yield sheet.fault(slip.at, CODE, slip.message, slip.hint)


def _unbalanced(body: str, first_line: int) -> _Slip | None:
    """A block that is opened and not closed, closed and not opened, or misspelt: told at its own tag."""
    open_blocks: list[Token] = []
    try:
        for tag in _tags("\n" * (first_line - 1) + body):
            word = tag.value
            if word not in _TAGS and (meant := nearest(word, _TAGS)):
                return _Slip(tag.at, f"there is no block {word!r}", f"did you mean {meant!r}? write {{% {meant} %}}")
            if word in _CLOSED_BY:
                open_blocks.append(tag)
            elif word in _CLOSED_BY.values():
                if not open_blocks or _CLOSED_BY[open_blocks[-1].value] != word:
                    return _closes_nothing(tag, open_blocks)
                open_blocks.pop()
    except TemplateSyntaxError:
        return None  # not even tokens: jinja's own complaint is told
    if not open_blocks:
        return None
    tag = open_blocks[-1]
    hint = f"write {{% {_CLOSED_BY[tag.value]} %}} where it ends"
    return _Slip(tag.at, f"this {{% {tag.value} %}} is never closed", hint)


def _closes_nothing(tag: Token, open_blocks: list[Token]) -> _Slip:
    if not open_blocks:
        return _Slip(tag.at, f"this {{% {tag.value} %}} closes nothing", f"take {{% {tag.value} %}} out")
    opened = open_blocks[-1]
    message = f"{{% {tag.value} %}} cannot close the {{% {opened.value} %}} of line {opened.at.line}"
    return _Slip(tag.at, message, f"write {{% {_CLOSED_BY[opened.value]} %}} before it")


def _tags(source: str) -> Iterator[Token]:
    """The first word of each block."""
    opens = False
    for token in tokens(source):
        if opens:
            yield token
        opens = token.kind == "block_begin"


def _told(sheet: Sheet, error: TemplateSyntaxError) -> _Slip:
    """Jinja's complaint, at the column of what it complains of."""
    message = error.message or "this is no template"
    hint = next((hint for words, hint in _HINTS if words in message.casefold()), _OTHERWISE)
    return _Slip(Position(error.lineno, _column(sheet, error.lineno, message)), message, hint)


def _column(sheet: Sheet, line: int, message: str) -> int:
    """The column of the last thing in quotation marks that stands in the line, or of the brace that opens last."""
    written = sheet.lines[line - 1] if line <= len(sheet.lines) else ""
    for quoted in reversed(_QUOTED.findall(message)):
        if (at := written.rfind(quoted)) >= 0:
            return at + 1
    at = max(written.rfind(opening) for opening in ("{{", "{%", "{#"))
    return at + 1 if at >= 0 else len(written) - len(written.lstrip()) + 1
