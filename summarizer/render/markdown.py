"""The Markdown view: CommonMark in which the article's own markup stays text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.render.outline import Entry, Section, provenance, remarks, sections
from summarizer.render.wording import visible
from summarizer.schema import Brief

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&!$]")
_BLOCK_OPENER = re.compile(r"^([-+=]|\d+[.)])")


def as_markdown(brief: Brief, text: str | None = None, *, rejected: bool = False) -> str:
    """The brief as CommonMark that ends with a newline.

    Args:
        brief: what to show.
        text: the article; with it evidence is given by line, without it by character.
        rejected: whether to show also what the model said and code refused.
    """
    blocks = [f"# {escaped(brief.headline)}"]
    if brief.summary:
        blocks.append(escaped(brief.summary))
    blocks.append(escaped(provenance(brief.source)))
    for section in sections(brief, rejected=rejected):
        blocks += _section(section, text)
    blocks += ["---", "\n".join(f"- {escaped(remark)}" for remark in remarks(brief))]
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """`text` on one line, so that a renderer shows its very characters."""
    shown = _MARKUP.sub(r"\\\g<0>", visible(text))
    return _BLOCK_OPENER.sub(_shield, shown)


def _shield(opener: re.Match[str]) -> str:
    return f"{opener[0][:-1]}\\{opener[0][-1]}"


def _section(section: Section, text: str | None) -> Iterator[str]:
    yield f"## {escaped(section.title)} ({len(section.entries)})"
    if not section.entries:
        yield "none"
    for entry in section.entries:
        yield "\n".join(_entry(entry, text))


def _entry(entry: Entry, text: str | None) -> Iterator[str]:
    yield f"- {escaped(entry.heading)}"
    yield from (f"  - {escaped(line)}" for line in entry.lines(text))
