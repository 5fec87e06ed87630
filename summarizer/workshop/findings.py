"""Better, worse, or not told apart: two runs over the same cases in words, with what could have been told at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from summarizer.evaluation.scores import MACRO, Measure
from summarizer.evaluation.statistics import LEVEL, OWN, Difference, compare
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
    """Each section and measure, of runs over the same cases in the same order; the macro averages are no tests.

    The four sections are one family of tests, sections of one's own another.
    """
    differences = [each for each in compare(old, new) if each.section != MACRO]
    families = ([each for each in differences if _is_own(each) is own] for own in (False, True))
    return [_finding(each, tellable=can_tell(len(old), tests_in(family))) for family in families for each in family]


def tests_in(differences: Sequence[Difference | Finding]) -> int:
    """How many of them are tests: scored in at least one of the runs."""
    return sum(each.p is not None for each in differences)


def _is_own(difference: Difference) -> bool:
    return difference.section.startswith(f"{OWN}.")


def can_tell(cases: int, tests: int) -> bool:
    """Whether so many cases can show any difference: one in which every case agrees must pass the corrected level."""
    rarest: float = 2.0 ** (1 - cases)
    return rarest * tests < LEVEL


def fewest_cases(tests: int) -> int:
    """How many cases it takes at least to show any difference."""
    return next(cases for cases in range(1, 100) if can_tell(cases, tests))


def _finding(difference: Difference, *, tellable: bool) -> Finding:
    return Finding(
        section=difference.section,
        measure=difference.measure,
        outcome=_outcome(difference),
        before=difference.before,
        after=difference.after,
        p=difference.corrected,
        smallest=difference.detectable if tellable else None,
    )


def _outcome(difference: Difference) -> Outcome:
    if difference.corrected is None:
        return "not scored"
    if difference.significant:
        return "better" if (difference.change or 0) > 0 else "worse"
    return "not told apart" if difference.detectable or difference.change else "the same"
