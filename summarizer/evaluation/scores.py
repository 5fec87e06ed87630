"""Counts → scores: micro within a section, macro over the sections. What cannot be scored is None, never 0 or 1."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from summarizer.evaluation.annotations import SECTIONS
from summarizer.evaluation.tallies import CaseTally, SectionTally, Tally, total

Measure = Literal["found", "right"]
MEASURES: tuple[Measure, ...] = ("found", "right")
MACRO = "macro"


def f1(hits: float, labelled: float, given: float) -> float | None:
    """The harmonic mean of precision and recall; None where nothing is labelled and nothing given."""
    return 2 * hits / (labelled + given) if labelled + given else None


@dataclass(frozen=True)
class SectionScore:
    """F1 of found and right with precision and recall of found; `None` where there is nothing to divide by."""

    tally: SectionTally

    @property
    def found(self) -> float | None:
        """F1 of the items that were found."""
        return f1(self.tally.found, self.tally.labelled, self.tally.given)

    @property
    def right(self) -> float | None:
        """F1 of the items that are right."""
        return f1(self.tally.right, self.tally.labelled, self.tally.given)

    @property
    def precision(self) -> float | None:
        """Found items of all that were given."""
        return self.tally.found / self.tally.given if self.tally.given else None

    @property
    def recall(self) -> float | None:
        """Found items of all that are labelled."""
        return self.tally.found / self.tally.labelled if self.tally.labelled else None


@dataclass(frozen=True)
class Scores:
    """The scores of some cases together."""

    tally: Tally
    cases: int

    def section(self, name: str) -> SectionScore:
        """The score of one section."""
        return SectionScore(self.tally.sections[name])

    @property
    def own(self) -> dict[str, SectionScore]:
        """The scores of sections and fields of one's own, reported beside the others and in no mean."""
        return {name: SectionScore(tally) for name, tally in self.tally.extra.items()}

    def macro(self, measure: Measure) -> float | None:
        """The mean over the sections that can be scored, or None."""
        return mean(getattr(self.section(name), measure) for name in SECTIONS)

    def unscored(self, measure: Measure) -> list[str]:
        """The sections that are None and so left out of `macro`."""
        return [name for name in SECTIONS if getattr(self.section(name), measure) is None]


def scores(tallies: Sequence[Tally]) -> Scores:
    """The scores of some cases; every answer counts, crashed and partial ones included."""
    return Scores(total(tallies), len(tallies))


def grouped(tallies: Iterable[CaseTally], groups: Callable[[CaseTally], Iterable[str]]) -> dict[str, Scores]:
    """The scores by tag or language, by name; a case counts in each of its groups."""
    members: dict[str, list[CaseTally]] = {}
    for tally in tallies:
        for group in groups(tally):
            members.setdefault(group, []).append(tally)
    return {group: scores(members[group]) for group in sorted(members)}


def mean(values: Iterable[float | None]) -> float | None:
    """Over what is known; None where nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def median_seconds(tallies: Iterable[Tally]) -> float | None:
    """Of an article's seconds, its repetitions averaged."""
    known = [tally.seconds / tally.answers for tally in tallies if tally.answers]
    return median(known) if known else None
