"""The text view: for a terminal, where nothing that the article says may act on it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from summarizer.render.outline import Entry, Section, provenance, remarks, sections
from summarizer.render.wording import visible
from summarizer.schema import Brief

WIDTH = 100
"""Columns of a line, at most; a longer word stands over."""


def as_text(brief: Brief, text: str | None = None, *, rejected: bool = False, width: int = WIDTH) -> str:
    """The brief as plain text that ends with a newline.

    Args:
        brief: what to show.
        text: the article; with it evidence is given by line, without it by character.
        rejected: whether to show also what the model said and code refused.
        width: columns of a line.
    """
    lines = [*_wrapped(brief.headline, width), ""]
    if brief.summary:
        lines += [*_wrapped(brief.summary, width), ""]
    lines += [*_wrapped(provenance(brief.source), width), ""]
    for section in sections(brief, rejected=rejected):
        lines += [*_section(section, text, width), ""]
    for remark in remarks(brief):
        lines += _wrapped(remark, width)
    return "\n".join(lines) + "\n"


def _section(section: Section, text: str | None, width: int) -> Iterator[str]:
    title = f"{visible(section.title).upper()} ({len(section.entries)})"
    yield title
    yield "-" * len(title)
    if not section.entries:
        yield "none"
    for entry in section.entries:
        yield from _entry(entry, text, width)


def _entry(entry: Entry, text: str | None, width: int) -> Iterator[str]:
    yield from _wrapped(entry.heading, width, first="• ", rest="  ")
    for line in entry.lines(text):
        yield from _wrapped(line, width, first="    ", rest="      ")


def _wrapped(text: str, width: int, *, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        visible(text),
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [first.rstrip()]
