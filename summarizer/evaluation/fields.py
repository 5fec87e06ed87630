"""How well the fields of a found item agree with the label: 1 where they do, 0 where not, a share for lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from summarizer.evaluation.annotations import (
    ActorAnnotation,
    Annotation,
    AttackAnnotation,
    ClaimAnnotation,
    DeadlineAnnotation,
    ExtraAnnotation,
    FigureAnnotation,
    Names,
    OwnValue,
)
from summarizer.evaluation.assignment import assign
from summarizer.evaluation.name_matching import any_same_name, same_place, same_wording

T = TypeVar("T")
Comparison = Callable[[Any, Any], float]


def _equal(label: object, item: object) -> float:
    return float(label == item)


def _share_of(same: Callable[[T, T], bool]) -> Callable[[Sequence[T], Sequence[T]], float]:
    """Dice's coefficient of two lists whose elements pair off where `same` holds; two empty lists agree."""

    def share(label: Sequence[T], item: Sequence[T]) -> float:
        if not label and not item:
            return 1.0
        return 2 * len(assign(label, item, same)) / (len(label) + len(item))

    return share


def _same_figure(label: FigureAnnotation, item: FigureAnnotation) -> bool:
    same_count = (label.what, label.low, label.high) == (item.what, item.low, item.high)
    return same_count and _same_source(label.by, item.by)


def _same_source(label: Names, item: Names) -> bool:
    return any_same_name(label, item) if label and item else label == item


_actors = _share_of(any_same_name)
_days = _share_of(lambda one, other: one == other)

COMPARISONS: dict[type, dict[str, Comparison]] = {
    ActorAnnotation: {"kind": _equal},
    ClaimAnnotation: {"kind": _equal, "polarity": _equal, "direct": _equal},
    DeadlineAnnotation: {
        "due": _equal,
        "status": _equal,
        "set_by": _actors,
        "binding_on": _actors,
        "previously": _days,
    },
    AttackAnnotation: {
        "kind": _equal,
        "attribution": _equal,
        "killed": _equal,
        "injured": _equal,
        "places": _share_of(same_place),
        "perpetrators": _actors,
        "when": _equal,
        "figures": _share_of(_same_figure),
    },
}
"""The fields that are scored, and how two values of each are compared."""


def compare(label: Annotation, item: Annotation) -> dict[str, float]:
    """Each scored field of a matched pair → agreement in 0 to 1; of one's own fields those that are labelled."""
    if isinstance(label, ExtraAnnotation):
        given = item.values if isinstance(item, ExtraAnnotation) else {}
        return {name: float(same_value(value, given.get(name))) for name, value in label.values.items()}
    comparisons = COMPARISONS[type(label)]
    return {name: same(getattr(label, name), getattr(item, name)) for name, same in comparisons.items()}


def agreement(label: Annotation, item: Annotation) -> float:
    """The mean over the fields, in 0 to 1; 1 where no field is scored."""
    agreements = compare(label, item)
    return sum(agreements.values()) / len(agreements) if agreements else 1.0


def same_value(label: OwnValue, item: OwnValue) -> bool:
    """Whether a field of one's own holds what is labelled: one of the wordings or names, or just that value."""
    given = [item] if isinstance(item, str) else [each for each in _several(item) if isinstance(each, str)]
    if isinstance(label, str):
        return any(same_wording(label, wording) for wording in given)
    wordings = [each for each in _several(label) if isinstance(each, str)]
    return any_same_name(wordings, given) if wordings else label == item


def _several(value: OwnValue) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()
