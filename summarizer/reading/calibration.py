"""How much a small model's yes and no weigh beside the cues, measured on the dev split with the embedded model.

A small model says yes too easily, but the log-odds of its yes rank candidates well. `support` puts them on the cues'
scale; a candidate enters the reading where support is positive. See evals/NOTES.md for how the figures were found.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Calibration(NamedTuple):
    """`support = prior + weight * (log-odds - cut)`; candidates surer than `sure` are not asked about."""

    weight: float
    cut: float
    sure: float


ATTACK = Calibration(weight=0.5, cut=2.0, sure=4.0)
DEADLINE = Calibration(weight=0.5, cut=2.0, sure=4.0)
CLAIM = Calibration(weight=0.5, cut=1.0, sure=2.5)


def support(prior: float, weights: Mapping[str, float], calibration: Calibration) -> float:
    """The cues' prior moved by the model's log-odds of yes."""
    return prior + calibration.weight * (weights["yes"] - weights["no"] - calibration.cut)


OWN_CHOICE = 2.0
"""Log-odds by which the cues' own choice of a speaker is ahead of the other candidates."""
