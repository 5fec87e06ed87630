"""Better, worse, or not told apart: two runs over the same cases in words, with what could have been told at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from summarizer.evaluation.scores import MACRO, Measure
from summarizer.evaluation.statistics import Difference, compare
from summarizer.evaluation.tallies import CaseTally

Outcome = Literal["better", "worse", "not told apart", "the same", "not scored"]


@dataclass(frozen=True)
class Finding:
    """What the test says of one section.

    Attributes:
        smallest: the smallest difference that so many cases would have shown four times in five; None where no
            difference however large could have been.
    """

    section: str
    measure: Measure
    outcome: Outcome
    before: float | None
    after: float | None
    p: float | None
    smallest: float | None

    @property
    def change(self) -> float | None:
        """After minus before."""
        return None if self.before is None or self.after is None else self.after - self.before


def findings(old: Sequence[CaseTally], new: Sequence[CaseTally]) -> list[Finding]:
    """Each section and measure, of runs over the same cases in the same order; the macro averages are no tests."""
    return [_finding(each) for each in compare(old, new) if each.section != MACRO]


def tests_in(findings: Sequence[Finding]) -> int:
    """How many of them are tests: scored in at least one of the runs."""
    return sum(each.p is not None for each in findings)


def _finding(difference: Difference) -> Finding:
    return Finding(
        section=difference.section,
        measure=difference.measure,
        outcome=_outcome(difference),
        before=difference.before,
        after=difference.after,
        p=difference.corrected,
        smallest=difference.detectable if difference.tellable else None,
    )


def _outcome(difference: Difference) -> Outcome:
    if difference.corrected is None:
        return "not scored"
    if difference.significant:
        return "better" if (difference.change or 0) > 0 else "worse"
    return "not told apart" if difference.detectable or difference.change else "the same"
