"""How sure a score is, and whether the difference of two is real. Articles are drawn and swapped, never single items.

Counts of a run are an array of (articles, sections, 3): found, right, and labelled plus given items, which is what F1
divides by. An article's repetitions are averaged, so that each article weighs the same in both runs. Sections of one's
own are a family by themselves: tested like the four, whose mean and p values they do not touch.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from summarizer.evaluation.annotations import SECTIONS
from summarizer.evaluation.scores import MACRO, MEASURES, Measure
from summarizer.evaluation.tallies import CaseTally, SectionTally

Floats = npt.NDArray[np.float64]
SEED = 20_251_122
RESAMPLES = 2_000
PERMUTATIONS = 4_096
"""Swaps that are tried; with so few articles that all ways of swapping are no more, each is tried once."""
LEVEL = 0.05
OWN = "extra"
"""Before the names of sections of one's own: "extra.sanctions"."""
POWER = 0.8
"""How often a difference that is called detectable is found."""
_ROUNDING = 1e-9


class Interval(NamedTuple):
    """95 of 100 such intervals hold the score of the articles these are a sample of."""

    low: float
    high: float


@dataclass(frozen=True)
class Difference:
    """One score in two runs over the same articles.

    Attributes:
        section: one of the sections, "macro", or one of one's own as "extra.sanctions".
        p: two-sided probability of a difference as large if the runs were alike; None where neither has a score.
        corrected: `p` after Holm over sections and measures; None for the macro averages, no tests of their own.
        detectable: the smallest difference that is found significant four times in five; None where the runs do not
            differ at all, so that nothing can be said, and of no worth where they are not `tellable`.
        tellable: whether so many articles can show any difference, however large.
    """

    section: str
    measure: Measure
    before: float | None
    after: float | None
    p: float | None
    corrected: float | None
    detectable: float | None
    tellable: bool = True

    @property
    def change(self) -> float | None:
        """After minus before."""
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def significant(self) -> bool:
        """Whether the difference is more than chance, all sections and measures considered."""
        return self.corrected is not None and self.corrected < LEVEL


def counts(tallies: Sequence[CaseTally], sections: Sequence[str] = SECTIONS) -> Floats:
    """The counts of a run: (articles, sections, 3)."""
    table = [
        [
            [section.found / answers, section.right / answers, (section.labelled + section.given) / answers]
            for section in (_section(tally, name) for name in sections)
        ]
        for tally in tallies
        if (answers := tally.answers)
    ]
    return np.array(table, dtype=np.float64).reshape(-1, len(sections), 3)


def own_sections(tallies: Iterable[CaseTally]) -> list[str]:
    """The sections of one's own that some article labels, as "extra.sanctions"."""
    return sorted({f"{OWN}.{name}" for tally in tallies for name in tally.extra})


def f1_scores(sums: Floats) -> Floats:
    """(…, sections, 3) → (…, sections + macro, measures); NaN where there is nothing to score."""
    hits, size = sums[..., :2], sums[..., 2:]
    with np.errstate(invalid="ignore", divide="ignore"):
        by_section = np.where(size > _ROUNDING, 2 * hits / size, np.nan)
    known = ~np.isnan(by_section)
    total = np.where(known, by_section, 0).sum(axis=-2, keepdims=True)
    with np.errstate(invalid="ignore"):
        macro = total / known.sum(axis=-2, keepdims=True)
    return np.concatenate([by_section, macro], axis=-2)


def intervals(tallies: Sequence[CaseTally], seed: int = SEED) -> dict[tuple[str, Measure], Interval | None]:
    """(section or "macro", measure) → 95 % bootstrap interval; None with fewer than two articles to draw from."""
    own = own_sections(tallies)
    known = _intervals(tallies, SECTIONS, seed) | (_intervals(tallies, own, seed) if own else {})
    names = [(name, measure) for name in (*SECTIONS, MACRO, *own) for measure in MEASURES]
    return {name: known.get(name) for name in names}


def _intervals(
    tallies: Sequence[CaseTally], sections: Sequence[str], seed: int
) -> dict[tuple[str, Measure], Interval | None]:
    table = counts(tallies, sections)
    if len(table) < 2:
        return {}
    resampled = f1_scores(np.tensordot(draws(len(table), seed), table, axes=1)).reshape(RESAMPLES, -1)
    names = [(name, measure) for name in _rows(sections) for measure in MEASURES]
    return {name: _percentiles(resampled[:, column]) for column, name in enumerate(names)}


def compare(before: Sequence[CaseTally], after: Sequence[CaseTally], seed: int = SEED) -> list[Difference]:
    """Every score of two runs over the same articles in the same order, by section and measure; one's own last."""
    if [tally.case for tally in before] != [tally.case for tally in after]:
        raise ValueError("only runs over the same articles in the same order can be compared")
    own = own_sections([*before, *after])
    return [*_compare(before, after, SECTIONS, seed), *(_compare(before, after, own, seed) if own else ())]


def _compare(
    before: Sequence[CaseTally], after: Sequence[CaseTally], sections: Sequence[str], seed: int
) -> list[Difference]:
    one, other = counts(before, sections), counts(after, sections)
    swapped = permuted_differences(one, other, swaps(len(one), seed))
    drawn = draws(len(one), seed)
    resampled = f1_scores(np.tensordot(drawn, other, axes=1)) - f1_scores(np.tensordot(drawn, one, axes=1))
    totals = f1_scores(one.sum(axis=0)), f1_scores(other.sum(axis=0))
    return differences(*totals, swapped, resampled, articles=len(one), sections=sections)


def draws(articles: int, seed: int = SEED) -> Floats:
    """(resamples, articles): how often each article is drawn, with replacement."""
    drawn = np.random.default_rng(seed).multinomial(articles, [1 / articles] * articles, size=RESAMPLES)
    return np.asarray(drawn, dtype=np.float64)


def swaps(articles: int, seed: int = SEED, most: int = PERMUTATIONS) -> npt.NDArray[np.bool_]:
    """(ways, articles): which articles change sides; the first way leaves all where they are."""
    if 2**articles <= most:
        ways = np.arange(2**articles)[:, np.newaxis]
        return np.asarray((ways >> np.arange(articles)) & 1, dtype=np.bool_)
    drawn = np.asarray(np.random.default_rng(seed).random((most, articles)) < 0.5, dtype=np.bool_)
    drawn[0] = False
    return drawn


def permuted_differences(before: Floats, after: Floats, ways: npt.NDArray[np.bool_]) -> Floats:
    """(ways, sections + macro, measures): the differences after swapping."""
    moved = np.tensordot(ways.astype(np.float64), after - before, axes=1)
    return f1_scores(after.sum(axis=0) - moved) - f1_scores(before.sum(axis=0) + moved)


def differences(
    before: Floats,
    after: Floats,
    swapped: Floats,
    resampled: Floats,
    *,
    articles: int,
    sections: Sequence[str] = SECTIONS,
) -> list[Difference]:
    """The differences with their p values.

    Args:
        before: (sections + macro, measures) scores of one run.
        after: those of the other.
        swapped: (ways, …) differences of all ways of swapping, the first of them unswapped.
        resampled: (resamples, …) differences over drawn articles, whose spread says what could have been detected.
        articles: how many the runs have.
        sections: names of the rows but the last, which is their mean.
    """
    observed = np.abs(np.nan_to_num(swapped[0]))
    p = (np.abs(np.nan_to_num(swapped)) >= observed - _ROUNDING).mean(axis=0)
    p[np.isnan(before) & np.isnan(after)] = np.nan
    corrected = np.full_like(p, np.nan)
    corrected[:-1] = np.reshape(holm(p[:-1].ravel()), p[:-1].shape)
    tests = [int((~np.isnan(p[:-1])).sum()) or 1] * (len(p) - 1) + [1]
    needed = np.array([[_standard_errors(articles, each)] for each in tests])
    detectable = np.nan_to_num(resampled).std(axis=0) * needed
    return [
        Difference(
            section=section,
            measure=measure,
            before=_known(before[row, column]),
            after=_known(after[row, column]),
            p=_known(p[row, column]),
            corrected=_known(corrected[row, column]),
            detectable=_known(detectable[row, column]) or None,
            tellable=can_tell(articles, tests[row]),
        )
        for row, section in enumerate(_rows(sections))
        for column, measure in enumerate(MEASURES)
    ]


def holm(p_values: Floats) -> Floats:
    """Holm's step-down correction for several tests at once; NaN are no tests."""
    corrected = np.full_like(p_values, np.nan)
    tests = np.flatnonzero(~np.isnan(p_values))
    by_size = tests[np.argsort(p_values[tests], kind="stable")]
    factors = np.arange(len(by_size), 0, -1)
    corrected[by_size] = np.minimum(1, np.maximum.accumulate(p_values[by_size] * factors))
    return corrected


def can_tell(cases: int, tests: int) -> bool:
    """Whether so many cases can show any difference: one in which every case agrees must pass the corrected level."""
    rarest: float = 2.0 ** (1 - cases)
    return rarest * tests < LEVEL


def fewest_cases(tests: int) -> int:
    """How many cases it takes at least to show any difference."""
    return next(cases for cases in range(1, 100) if can_tell(cases, tests))


def _standard_errors(articles: int, tests: int) -> float:
    """How many a real difference needs to pass the first step of Holm's correction as often as `POWER` says.

    Swapping sides turns the difference itself into spread, the more the fewer the articles are. Where they are too few
    to tell any, it is told of many.
    """
    normal = NormalDist()
    level, power = normal.inv_cdf(1 - LEVEL / 2 / tests), normal.inv_cdf(POWER)
    left = 1 - level**2 / articles
    if left <= 0:
        return level + power
    return (power + math.sqrt(power**2 + left * (level**2 - power**2))) / left


def proportion_interval(count: int, of: int) -> Interval | None:
    """The exact 95 % (Clopper-Pearson) interval of a share; None of nothing."""
    from scipy.stats import binomtest

    if not of:
        return None
    bounds = binomtest(count, of).proportion_ci(confidence_level=1 - LEVEL, method="exact")
    return Interval(float(bounds.low), float(bounds.high))


def _section(tally: CaseTally, name: str) -> SectionTally:
    """The counts of one section; of one's own none where the article does not label it."""
    own = name.removeprefix(f"{OWN}.")
    return tally.sections[name] if own == name else tally.extra.get(own, SectionTally())


def _rows(sections: Sequence[str]) -> list[str]:
    """What the rows of scores stand for; the mean over sections of one's own is nothing to report."""
    return [*sections, MACRO] if sections is SECTIONS else list(sections)


def _percentiles(values: Floats) -> Interval | None:
    known = values[~np.isnan(values)]
    if not len(known):
        return None
    low, high = np.percentile(known, [100 * LEVEL / 2, 100 * (1 - LEVEL / 2)])
    return Interval(float(low), float(high))


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
