"""What both peers are told: this project's own rules for the four sections, and one worked example.

The rules are read from prompts/ at run time, so that nobody gets others than this project's own model would. They
change only where they speak of numbered sentences, or leave to code what a peer must do itself: days and bounds.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import StrictUndefined, Template

HERE = Path(__file__).parent
PROMPTS = HERE.parents[1] / "prompts"
EXAMPLE = HERE / "example.yaml"
SECTIONS = ("actors", "claims", "deadlines", "attacks")
FILES = {"system": PROMPTS / "system.md", **{name: PROMPTS / "sections" / f"{name}.md" for name in SECTIONS}}

ADAPTED: dict[str, list[tuple[str, str]]] = {
    "system": [(" whose sentences are numbered", "")],
    "actors": [(" sentence: the number of a sentence that names the actor.", "")],
    "claims": [
        (
            "sentence: the number of the sentence. quote: the clause of it that says the claim, copied exactly.",
            "quote: the clause or sentence that says the claim, copied exactly.",
        )
    ],
    "deadlines": [
        (
            "sentence: the number of the sentence. quote: the clause of it that says the deadline, copied exactly.",
            "quote: the clause or sentence that says the deadline, copied exactly.",
        ),
        (
            'due: the time exactly as written ("by Friday", "within 72 hours"); do not work out a date.',
            'due_text: the time exactly as written ("by Friday", "within 72 hours"). due_start, due_end: its first and '
            "last day as YYYY-MM-DD, worked out from the day of publication; by, until and before have no due_start; "
            "null when no day can be worked out.",
        ),
    ],
    "attacks": [
        (
            "sentence: the number of the sentence that tells it best. quote: the clause of it, copied exactly.",
            "quote: the clause or sentence that tells it best, copied exactly.",
        ),
        (
            "when: as written, or null.",
            "when_text: as written, or null. when_start, when_end: its first and last day as YYYY-MM-DD, or null.",
        ),
        (
            '- strikes, killed, injured: the words of the figure as written ("at least six"), or null. Victims only.\n',
            '- killed_text, injured_text: the words of the figure as written ("at least six"), or null. Victims only.\n'
            "- killed_low, killed_high, injured_low, injured_high: its bounds as numbers: six is 6 and 6, at least six "
            "is 6 and null, up to 20 is null and 20, dozens is null and null; all null when no figure is given.\n",
        ),
        (
            "- figures: each figure with its source, when sources give their own: what, count as written, by (a name "
            "or null), sentence.\n",
            "",
        ),
    ],
}


@dataclass(frozen=True)
class Article:
    """What a peer is told of an article: the same three things as this project's own model."""

    text: str
    published: dt.date
    title: str | None = None

    @property
    def heading(self) -> str:
        """Title and day of publication, with its weekday, which relative dates need."""
        title = f"Title: {self.title}\n" if self.title else ""
        return f"{title}Published: {self.published:%A %Y-%m-%d}"

    @property
    def framed(self) -> str:
        """The whole article as one message."""
        return f"{self.heading}\n<article>\n{self.text}\n</article>"


def rules(name: str) -> str:
    """What a prompt file says without examples, adapted; ValueError when it no longer says what is to be adapted."""
    template = FILES[name].read_text(encoding="utf-8").split("---\n", 2)[2]
    body = Template(template, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined).render(examples=[])
    for told, adapted in ADAPTED[name]:
        if told.strip() not in body:
            raise ValueError(f"{FILES[name]} no longer says {told.strip()!r}: adapt it anew in {__file__}")
        body = body.replace(told, adapted)
    return body.strip()


def instructions() -> str:
    """Who the model is and the rules of all four sections."""
    return "\n\n".join(rules(name) for name in FILES)


def example() -> tuple[Article, dict[str, Any]]:
    """The worked example: the article and its answer by section."""
    known = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))
    return Article(known["text"], known["published"], known["title"]), known["answer"]
