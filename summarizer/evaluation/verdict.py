"""Whether a run is kept: its scores against the thresholds and the baseline. All reports are views of one verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.evaluation.baseline import Baseline, shared
from summarizer.evaluation.makers import Maker
from summarizer.evaluation.scores import Measure, Scores, grouped, scores
from summarizer.evaluation.statistics import Difference, Interval, compare, intervals
from summarizer.evaluation.tallies import CaseTally
from summarizer.evaluation.thresholds import Floors, Reached, reached

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
        run: which cases: "gate", "dev", "test", "all", or those that a change of prompts "affected".
        tallies: the counts of each case.
        asked: how many cases it was to have; with fewer tallies it was interrupted.
        unheld: whether thresholds stand for such a run and were not held against it, because it is not whole.
        intervals: by section (or "macro") and measure.
        differences: against the baseline, over the cases that both have; empty without one.
        compared: how many cases those are.
        agreement: the second labelling scored the same way: the ceiling; empty where there is none.
    """

    run: str
    maker: Maker
    tallies: Sequence[CaseTally]
    asked: int
    unheld: bool = False
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
    asked: int | None = None,
    floors: Floors | None = None,
    whole: bool = True,
    baseline: Baseline | None = None,
    agreement: Sequence[CaseTally] = (),
) -> Verdict:
    """Score a run of `asked` cases; hold it against the floors, if `whole`, and the accepted run of the same name."""
    scored = scores(tallies)
    held = (floors if whole else None) or Floors()
    accepted = baseline.runs.get(run) if baseline else None
    before, after = shared(accepted.cases, tallies) if accepted else ([], [])
    differences = compare(before, after) if before else []
    return Verdict(
        run=run,
        maker=maker,
        tallies=tallies,
        asked=len(tallies) if asked is None else asked,
        unheld=bool(floors) and not whole,
        scores=scored,
        intervals=intervals(tallies),
        differences=differences,
        compared=len(before),
        agreement=agreement,
        checks=[*_answer_checks(scored), *_floor_checks(held, scored), *_baseline_checks(differences)],
    )


def fallen(differences: Sequence[Difference]) -> list[Difference]:
    """Those that are significantly lower than before."""
    return [each for each in differences if each.significant and (each.change or 0) < 0]


def _answer_checks(scored: Scores) -> list[Check]:
    """None unless every answer crashed: that is no run, whatever is asked of it."""
    outcomes = scored.tally.outcomes
    if outcomes.keys() != {"crashed"}:
        return []
    return [
        Check("some article gets a brief", kept=False, detail=f"{outcomes['crashed']} of {outcomes['crashed']} crashed")
    ]


def _floor_checks(floors: Floors, scored: Scores) -> list[Check]:
    return [
        Check(
            name=f"{each.name} at least {each.floor:g}",
            kept=each.kept,
            detail=_against(each),
        )
        for each in reached(floors, scored)
    ]


def _against(reached: Reached) -> str:
    """The value, with as many digits as show on which side of the floor it lies."""
    if reached.value is None:
        return "not scored: nothing labelled and nothing given"
    shown = (f"{reached.value:.{digits}f}" for digits in range(3, 18))
    return next((each for each in shown if (float(each) >= reached.floor) is reached.kept), repr(reached.value))


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
    few = "" if difference.tellable else ": too few articles to tell any difference from chance"
    return f"{difference.before:.3f} → {difference.after:.3f}, p {difference.corrected:.3f} after Holm{few}"
