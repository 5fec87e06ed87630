"""Hits, misses and inventions of one case, in words and at their place in the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.evaluation.annotations import (
    SECTIONS,
    ActorAnnotation,
    Annotation,
    Annotations,
    AttackAnnotation,
    ClaimAnnotation,
    Days,
    DeadlineAnnotation,
    ExtraAnnotation,
    OwnValue,
    Range,
    Spans,
)
from summarizer.evaluation.fields import compare
from summarizer.evaluation.matching import match

HIT, WRONG, MISS, INVENTION, MINOR = "hit", "wrong", "miss", "invention", "minor"
"""Found and right; found, and the speaker, date or figure is wrong; not found; matches no label; counts neither way."""


@dataclass(frozen=True)
class Row:
    """A label and the item that found it, or one of the two alone; `differs` names the fields that disagree."""

    section: str
    verdict: str
    label: Annotation | None = None
    item: Annotation | None = None
    differs: Sequence[str] = ()

    @property
    def spans(self) -> Spans:
        """Where it is marked: the item's passages; the label's where no item found it."""
        shown = self.item or self.label
        return shown.spans if shown else ()

    @property
    def label_words(self) -> str:
        """The label in words."""
        return describe(self.label) if self.label else ""

    @property
    def item_words(self) -> str:
        """The item in words."""
        return describe(self.item) if self.item else ""


@dataclass(frozen=True)
class Segment:
    """A stretch of the text and the marks that lie on it, as "section-verdict"."""

    text: str
    marks: Sequence[str]


def rows(labels: Annotations, answer: Annotations) -> Iterator[Row]:
    """Every label and item once, by section: what was labelled first, then what was invented."""
    for section in SECTIONS:
        yield from _section_rows(section, labels.section(section), answer.section(section))
    for section, own in labels.extra.items():
        shown = _section_rows(own_mark(section), own, answer.extra.get(section, ()))
        yield from (row for row in shown if section not in SECTIONS or row.label)


def own_mark(section: str) -> str:
    """Under which name a section of one's own is marked; own fields of a built-in section have one beside it."""
    return f"own_{section}" if section in SECTIONS else section


def segments(text: str, shown: Iterable[Row]) -> list[Segment]:
    """The whole text, cut where a mark begins or ends; misses are marked where the label stands."""
    marks = [(start, end, f"{row.section}-{row.verdict}") for row in shown for start, end in row.spans]
    cuts = sorted({0, len(text), *(cut for start, end, _ in marks for cut in (start, end))})
    return [
        Segment(text[start:end], sorted({name for first, last, name in marks if first <= start and end <= last}))
        for start, end in pairwise(cuts)
    ]


def describe(item: Annotation) -> str:
    """An item in a line."""
    match item:
        case ActorAnnotation():
            return f"{'; '.join(item.names)} ({item.kind})"
        case ClaimAnnotation():
            return f"{_who(item.speaker)}: {item.kind}{', direct' if item.direct else ''}"
        case DeadlineAnnotation():
            parts = [f"due {_days(item.due)}", item.status]
            parts += [f"before: {_days(each)}" for each in item.previously]
            parts += [f"set by {_who(each)}" for each in item.set_by]
            parts += [f"binds {_who(each)}" for each in item.binding_on]
            return ", ".join(parts)
        case AttackAnnotation():
            parts = [item.kind, item.attribution, f"killed {_range(item.killed)}", f"injured {_range(item.injured)}"]
            parts += [f"on {_days(item.when)}", *item.places, *(f"by {_who(each)}" for each in item.perpetrators)]
            figures = [f"{each.what} {_range((each.low, each.high))} ({_who(each.by)})" for each in item.figures]
            return ", ".join([*parts, *figures])
        case ExtraAnnotation():
            return ", ".join(f"{name}: {_own(value)}" for name, value in item.values.items())


def _section_rows(section: str, labels: Sequence[Annotation], items: Sequence[Annotation]) -> Iterator[Row]:
    found = {each.label: each for each in match(labels, items)}
    for index, label in enumerate(labels):
        if index not in found:
            yield Row(section, MINOR if label.minor else MISS, label)
            continue
        item = items[found[index].item]
        differs = [name for name, agreement in compare(label, item).items() if agreement < 1]
        verdict = MINOR if label.minor else HIT if found[index].right else WRONG
        yield Row(section, verdict, label, item, differs)
    matched = {each.item for each in found.values()}
    yield from (Row(section, INVENTION, item=item) for index, item in enumerate(items) if index not in matched)


def _own(value: OwnValue) -> str:
    match value:
        case None:
            return "not stated"
        case bool(flag):
            return "yes" if flag else "no"
        case str(words) | (str(words), *_):
            return words
        case (int() | None as low, int() | None as high):
            return _range((low, high))
        case (dt.date() | None as start, dt.date() | None as end):
            return _days((start, end))
        case _:
            return "nobody named"


def _who(names: Sequence[str]) -> str:
    return names[0] if names else "nobody named"


def _days(days: Days) -> str:
    if days is None:
        return "unresolved"
    start, end = days
    if start == end:
        return f"{start}"
    return f"by {end}" if start is None else f"from {start}" if end is None else f"{start} to {end}"


def _range(figure: Range) -> str:
    if figure is None:
        return "not stated"
    low, high = figure
    if low == high:
        return "not known" if low is None else str(low)
    return f"at most {high}" if low is None else f"at least {low}" if high is None else f"{low} to {high}"
