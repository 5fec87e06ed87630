"""Items of a section aligned one to one with the labels: which were found, and which of them are right.

*Found*: the same name, or passages that overlap: nine tenths of the predicted characters lie within the labelled
passage, or half of it is covered by passages not three times as long. *Right*: found, and the speaker, the due date, or
both casualty figures agree; in a section of one's own every labelled field. The best assignment counts, whatever the
order of the items.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.evaluation.annotations import (
    ActorAnnotation,
    Annotation,
    AttackAnnotation,
    ClaimAnnotation,
    Days,
    DeadlineAnnotation,
    ExtraAnnotation,
    Range,
    Spans,
)
from summarizer.evaluation.assignment import assign
from summarizer.evaluation.fields import agreement, compare
from summarizer.evaluation.name_matching import any_same_name

WITHIN = 0.9
"""Share of the predicted characters inside the labelled passage from which on they overlap."""
COVERED = 0.5
"""Share of the labelled passage that is predicted from which on they overlap …"""
ON_TARGET = 0.3
"""… provided that this share of the predicted characters is inside it."""
FOUND, RIGHT = 1, 2
"""What a pair is worth."""


class Match(NamedTuple):
    """Indices of a label and of the item that found it, and whether it is right."""

    label: int
    item: int
    right: bool


def match(labels: Sequence[Annotation], items: Sequence[Annotation]) -> list[Match]:
    """The best one-to-one assignment within a section, by label.

    First comes the sum of found and right; among equal sums, items that are right, labels that are not minor, and
    fields that agree.
    """
    by_content = sorted(range(len(labels)), key=lambda i: repr(labels[i]))
    items_by_content = sorted(range(len(items)), key=lambda j: repr(items[j]))
    closest = 1 / (min(len(labels), len(items)) + 1)
    pairs = assign(by_content, items_by_content, lambda i, j: _worth(labels[i], items[j], closest))
    return sorted(Match(by_content[row], items_by_content[column], worth >= RIGHT) for row, column, worth in pairs)


def found(label: Annotation, item: Annotation) -> bool:
    """Whether `item` can be the labelled one at all."""
    if isinstance(label, ActorAnnotation) or isinstance(item, ActorAnnotation):
        return _names(label, item)
    return overlaps(label.spans, item.spans)


def right(label: Annotation, item: Annotation) -> bool:
    """Whether a found item says what matters most in its section as labelled; of actors nothing but the name."""
    match label, item:
        case ClaimAnnotation(), ClaimAnnotation():
            return any_same_name(label.speaker, item.speaker)
        case DeadlineAnnotation(), DeadlineAnnotation():
            return last_day(label.due) == last_day(item.due)
        case AttackAnnotation(), AttackAnnotation():
            return _low(label.killed) == _low(item.killed) and _low(label.injured) == _low(item.injured)
        case ExtraAnnotation(), ExtraAnnotation():
            return all(agreed == 1 for agreed in compare(label, item).values())
        case _:
            return True


def overlaps(labelled: Spans, predicted: Spans) -> bool:
    """Whether predicted passages count as the labelled one; lengths in characters, each counted once."""
    wanted, given = _characters(labelled), _characters(predicted)
    if not wanted or not given:
        return False
    shared = len(wanted & given)
    return shared >= WITHIN * len(given) or (shared >= COVERED * len(wanted) and shared >= ON_TARGET * len(given))


def last_day(days: Days) -> object:
    """The last moment to act, or None."""
    return days[1] if days else None


def _worth(label: Annotation, item: Annotation, closest: float) -> float:
    """0 unless found; 1 or 2 (right), and less than `closest` for how close the two are otherwise."""
    if not found(label, item):
        return 0.0
    is_right = right(label, item)
    closeness = (4 * is_right + 2 * (not label.minor) + agreement(label, item)) / 8
    return (RIGHT if is_right else FOUND) + closest * closeness


def _names(label: Annotation, item: Annotation) -> bool:
    return (
        isinstance(label, ActorAnnotation)
        and isinstance(item, ActorAnnotation)
        and any_same_name(label.names, item.names)
    )


def _characters(spans: Spans) -> set[int]:
    return {offset for start, end in spans for offset in range(start, end)}


def _low(figure: Range) -> int | None:
    return figure[0] if figure else None
