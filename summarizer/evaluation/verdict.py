"""Whether a run is kept: its scores against the thresholds and the baseline. All reports are views of one verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.evaluation.baseline import Baseline, shared
from summarizer.evaluation.makers import Maker
from summarizer.evaluation.scores import Measure, Scores, grouped, scores
from summarizer.evaluation.statistics import Difference, Interval, compare, intervals
from summarizer.evaluation.tallies import CaseTally
from summarizer.evaluation.thresholds import Floors, reached

KEPT, FELL = 0, 3
"""Exit codes."""


@dataclass(frozen=True)
class Check:
    """One thing that was asked of the run, in words."""

    name: str
    kept: bool
    detail: str


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """All that there is to say about a run.

    Attributes:
        run: which cases: "gate", "dev", "test", "all", or "some" of them.
        tallies: the counts of each case.
        intervals: by section (or "macro") and measure.
        differences: against the baseline, over the cases that both have; empty without one.
        compared: how many cases those are.
        agreement: the second labelling scored the same way: the ceiling; empty where there is none.
    """

    run: str
    maker: Maker
    tallies: Sequence[CaseTally]
    scores: Scores
    intervals: dict[tuple[str, Measure], Interval | None]
    differences: Sequence[Difference] = ()
    compared: int = 0
    agreement: Sequence[CaseTally] = ()
    checks: Sequence[Check] = field(default=())

    @property
    def kept(self) -> bool:
        """Whether every check holds."""
        return all(check.kept for check in self.checks)

    @property
    def exit_code(self) -> int:
        """0 kept, 3 fell."""
        return KEPT if self.kept else FELL

    @property
    def by_tag(self) -> dict[str, Scores]:
        """The scores of the cases with each tag."""
        return grouped(self.tallies, lambda tally: tally.tags)

    @property
    def by_language(self) -> dict[str, Scores]:
        """The scores of the cases in each language."""
        return grouped(self.tallies, lambda tally: [tally.language])

    @property
    def ceiling(self) -> Scores | None:
        """The label agreement, or None."""
        return scores(self.agreement) if self.agreement else None


def judge(
    run: str,
    maker: Maker,
    tallies: Sequence[CaseTally],
    *,
    floors: Floors | None = None,
    baseline: Baseline | None = None,
    agreement: Sequence[CaseTally] = (),
) -> Verdict:
    """Score a run and hold it against the floors and the accepted run of the same name."""
    scored = scores(tallies)
    accepted = baseline.runs.get(run) if baseline else None
    before, after = shared(accepted.cases, tallies) if accepted else ([], [])
    differences = compare(before, after) if before else []
    return Verdict(
        run=run,
        maker=maker,
        tallies=tallies,
        scores=scored,
        intervals=intervals(tallies),
        differences=differences,
        compared=len(before),
        agreement=agreement,
        checks=[*_floor_checks(floors or Floors(), scored), *_baseline_checks(differences)],
    )


def fallen(differences: Sequence[Difference]) -> list[Difference]:
    """Those that are significantly lower than before."""
    return [each for each in differences if each.significant and (each.change or 0) < 0]


def _floor_checks(floors: Floors, scored: Scores) -> list[Check]:
    return [
        Check(
            name=f"{each.name} at least {each.floor:g}",
            kept=each.kept,
            detail="not scored: nothing labelled and nothing given" if each.value is None else f"{each.value:.3f}",
        )
        for each in reached(floors, scored)
    ]


def _baseline_checks(differences: Sequence[Difference]) -> list[Check]:
    """One check a section and measure."""
    lower = fallen(differences)
    return [
        Check(f"{each.section}.{each.measure} not below the baseline", each not in lower, told(each))
        for each in differences
        if each.corrected is not None
    ]


def told(difference: Difference) -> str:
    """A difference in words."""
    if difference.change is None or difference.corrected is None:
        return "not scored"
    return f"{difference.before:.3f} → {difference.after:.3f}, p {difference.corrected:.3f} after Holm"
