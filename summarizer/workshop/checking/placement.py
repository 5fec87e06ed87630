"""The article's words must stand where nobody takes them for instructions: between tags, or behind a label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from summarizer.prompts.faults import Fault, Position
from summarizer.workshop.checking.contracts import PASSAGES, root
from summarizer.workshop.checking.sheet import position_at
from summarizer.workshop.checking.slots import Slot
from summarizer.workshop.checking.templates import Template

CODE = "article-as-instructions"
_CONSTRUCTS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENING = re.compile(r"\{[{%#]")
_FENCED_LIST = "sentences[]"
_TAG = re.compile(r"<(/?)article>")
_OPENED = re.compile(r"(?:<\w{1,40}>|[“„«\"'])$")
_CLOSED = re.compile(r"</\w{1,40}>|[”“»\"']")
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s")
_WORD = re.compile(r"[^\W\d_]+")
_WORDS_OF_A_RULE = 4


class _Tag(NamedTuple):
    at: Position
    offset: int
    closes: bool


def placement_faults(template: Template) -> Iterator[Fault]:
    """Where the article's words stand bare, and where rules follow them; in one place a file."""
    source = "\n" * (template.file.first_line - 1) + template.file.body
    first = next((slot for slot in template.slots if root(slot.path) in PASSAGES), None)
    if first is None or not set(template.contract.needed) & {_FENCED_LIST, first.path}:
        return
    check = _fence_faults if first.path.startswith(_FENCED_LIST) else _label_faults
    yield from check(template, first, source)


def _fence_faults(template: Template, first: Slot, source: str) -> Iterator[Fault]:
    """Of the article itself, which stands between <article> and </article> with nothing else there."""
    sheet, at = template.sheet, template.place(first)
    text = blanked(source)
    tags = [_Tag(position_at(text, m.start()), m.end(), bool(m[1])) for m in _TAG.finditer(text)]
    opening = next((tag for tag in tags if not tag.closes), None)
    closing = next((tag for tag in reversed(tags) if tag.closes), None)
    if opening is None or opening.at > at:
        message = "the article's sentences stand outside <article>: their words could be read as instructions"
        yield sheet.fault(
            at, CODE, message, "put a line <article> before the sentences and a line </article> after them"
        )
    elif closing is None:
        message = "this <article> is never closed: what follows would be read as the article, and the article as rules"
        yield sheet.fault(opening.at, CODE, message, "put a line </article> after the sentences")
    elif closing.at < at:
        message = "the article's sentences stand behind </article>: their words could be read as instructions"
        yield sheet.fault(at, CODE, message, "move the line </article> below the sentences")
    else:
        inside = text[opening.offset : text.index("</article>", opening.offset)]
        yield from _rules_inside(template, text, opening.offset, inside)


def _rules_inside(template: Template, text: str, start: int, inside: str) -> Iterator[Fault]:
    for line in re.finditer(r"[^\n]+", inside):
        if len(_WORD.findall(line[0])) >= _WORDS_OF_A_RULE:
            offset = start + line.start() + len(line[0]) - len(line[0].lstrip())
            message = "this line stands inside <article>, where the model takes it for a part of the article"
            hint = "move it above the line <article>, or into a rule of the section"
            yield template.sheet.fault(position_at(text, offset), "rules-in-article", message, hint)
            return


def _label_faults(template: Template, first: Slot, source: str) -> Iterator[Fault]:
    """Of a passage in a question: between quotation marks or tags, or behind a label and with no rules after it."""
    at = template.place(first)
    start, end = _braces(source, at)
    text = blanked(source)
    before, after = text[:start].rstrip(), text[end:]
    if _OPENED.search(before[-60:]) and _CLOSED.match(after.lstrip()):
        return
    if not before.endswith(":"):
        message = "the passage stands here without a label: its words could be read as instructions"
        yield template.sheet.fault(at, CODE, message, "write a label before it, as in Sentence: {{ passage }}")
        return
    for line in re.finditer(r"[^\n]+", after):
        if _is_rule(line[0]):
            message = "this rule follows the passage, whose words could then be read as rules too"
            hint = "move it into `instruction` at the top, or above the passage"
            indent = len(line[0]) - len(line[0].lstrip())
            yield template.sheet.fault(
                position_at(text, end + line.start() + indent), "rules-after-article", message, hint
            )
            return


def _is_rule(line: str) -> bool:
    """Whether a line has a sentence that tells something; a question or a label asks."""
    sentences = (piece.rstrip() for piece in _SENTENCE_END.split(line))
    return any(each.endswith((".", "!")) and len(_WORD.findall(each)) >= _WORDS_OF_A_RULE for each in sentences)


def _braces(source: str, at: Position) -> tuple[int, int]:
    """From where to where the braces around a place go."""
    offset = sum(len(line) + 1 for line in source.split("\n")[: at.line - 1]) + at.column - 1
    return next((span for span in _constructs(source) if span[0] <= offset < span[1]), (offset, offset))


def _constructs(source: str) -> Iterator[tuple[int, int]]:
    """From where to where each {{ }}, {% %} and {# #} goes."""
    at = 0
    while opening := _OPENING.search(source, at):
        closing = source.find(_CONSTRUCTS[opening[0]], opening.end())
        if closing < 0:
            return
        at = closing + 2
        yield opening.start(), at


def blanked(source: str) -> str:
    """A template with everything in braces blanked out, so that its own words keep their places."""
    pieces, at = [], 0
    for start, end in _constructs(source):
        inside = source[start:end]
        pieces += [source[at:start], "".join(c if c == "\n" else " " for c in inside)]
        at = end
    return "".join([*pieces, source[at:]])
