"""The best one-to-one assignment between two lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")
Pairs = list[tuple[int, int, float]]


def assign(ones: Sequence[A], others: Sequence[B], worth: Callable[[A, B], float]) -> Pairs:
    """Indices of the pairs whose worth, never negative, has the greatest sum; pairs worth nothing are none."""
    from scipy.optimize import linear_sum_assignment  # late: takes a second to load

    if not ones or not others:
        return []
    worths = [[float(worth(one, other)) for other in others] for one in ones]
    rows, columns = linear_sum_assignment(worths, maximize=True)
    pairs = zip(map(int, rows), map(int, columns), strict=True)
    return [(row, column, worths[row][column]) for row, column in pairs if worths[row][column]]
