"""Whether a difference is real: intervals, paired permutations, Holm."""

from __future__ import annotations

import numpy as np
import pytest
from evaluation_samples import tally

from summarizer.evaluation.scores import MACRO
from summarizer.evaluation.statistics import (
    Floats,
    compare,
    counts,
    differences,
    draws,
    f1_scores,
    holm,
    intervals,
    permuted_differences,
    proportion_interval,
    swaps,
)
from summarizer.evaluation.tallies import CaseTally, SectionTally

SEED = 2025
ARTICLES = 22
COMPARISONS = 1_000
LABELLED = (10, 8, 2, 1)
"""Items of a section that an article has on average."""


def run_of(found: list[tuple[int, int]]) -> list[CaseTally]:
    """A run in which each article has (found, missed) actors and nothing else."""
    nothing = SectionTally(empty=1)
    return [
        tally(f"c{number}", [SectionTally(found=hits, right=hits, missed=missed), nothing, nothing, nothing])
        for number, (hits, missed) in enumerate(found)
    ]


def simulated(rng: np.random.Generator, difficulty: Floats, labelled: Floats) -> Floats:
    """Counts of one run: articles differ in how hard they are, and chance does the rest."""
    found = rng.binomial(labelled.astype(int), difficulty)
    right = rng.binomial(found, 0.7)
    invented = rng.poisson([3, 2, 0.7, 0.4], size=found.shape)
    return np.stack([found, right, labelled + found + invented], axis=-1).astype(np.float64)


def some_significant(before: Floats, after: Floats, ways: Floats, drawn: Floats) -> bool:
    scored = f1_scores(before.sum(axis=0)), f1_scores(after.sum(axis=0))
    resampled = f1_scores(np.tensordot(drawn, after, axes=1)) - f1_scores(np.tensordot(drawn, before, axes=1))
    swapped = permuted_differences(before, after, ways)
    return any(each.significant for each in differences(*scored, swapped, resampled, articles=ARTICLES))


def test_two_runs_of_the_same_model_rarely_differ_significantly() -> None:
    """In at most 6.5 % of a thousand comparisons, any section and measure counted; the seed was fixed beforehand."""
    rng = np.random.default_rng(SEED)
    difficulty = rng.uniform(0.2, 0.9, size=(ARTICLES, len(LABELLED)))
    ways, drawn = swaps(ARTICLES, most=499), draws(ARTICLES)[:2]
    significant = 0
    for _ in range(COMPARISONS):
        labelled = rng.poisson(LABELLED, size=(ARTICLES, len(LABELLED))).astype(np.float64)
        before, after = (simulated(rng, difficulty, labelled) for _ in range(2))
        significant += some_significant(before, after, ways, drawn)
    assert significant / COMPARISONS <= 0.065


def test_a_planted_drop_is_found_and_its_section_named() -> None:
    rng = np.random.default_rng(SEED)
    labelled = np.maximum(rng.poisson(LABELLED, size=(ARTICLES, len(LABELLED))), 1).astype(np.float64)
    before = simulated(rng, np.full(labelled.shape, 0.8), labelled)
    after = before.copy()
    after[:, 2, :2] = 0  # deadlines: none found any more
    found = differences(
        f1_scores(before.sum(axis=0)),
        f1_scores(after.sum(axis=0)),
        permuted_differences(before, after, swaps(ARTICLES)),
        np.zeros((1, 5, 2)),
        articles=ARTICLES,
    )
    assert {each.section for each in found if each.significant} == {"deadlines"}


def test_few_articles_are_swapped_in_every_way() -> None:
    """Three articles, all better: of the 8 ways to swap them, two are as extreme."""
    better = compare(run_of([(1, 3)] * 3), run_of([(3, 1)] * 3))
    found = next(each for each in better if (each.section, each.measure) == ("actors", "found"))
    assert (found.before, found.after, found.p) == (pytest.approx(0.4), pytest.approx(6 / 7), 2 / 8)
    assert found.corrected == 2 / 8 * 2  # found and right are the two tests that there are
    assert found.change == pytest.approx(6 / 7 - 0.4)


def test_a_section_without_items_is_no_test() -> None:
    claims = [each for each in compare(run_of([(1, 3)] * 3), run_of([(3, 1)] * 3)) if each.section == "claims"]
    assert {(each.p, each.corrected, each.change, each.significant) for each in claims} == {(None, None, None, False)}


def test_macro_averages_are_shown_and_not_tested_again() -> None:
    macro = [each for each in compare(run_of([(1, 3)] * 3), run_of([(3, 1)] * 3)) if each.section == MACRO]
    assert [(each.p, each.corrected) for each in macro] == [(0.25, None), (0.25, None)]


def test_a_run_against_itself_shows_nothing_and_could_detect_nothing() -> None:
    run = run_of([(1, 3), (2, 2), (4, 0)])
    actors = compare(run, run)[0]
    assert (actors.change, actors.p, actors.detectable) == (0.0, 1.0, None)


def test_more_articles_show_smaller_differences() -> None:
    few, many = [(1, 3), (3, 1), (2, 2)], [(1, 3), (3, 1), (2, 2)] * 6
    mixed = {
        n: [((hits + n) % 4, 4 - (hits + n) % 4) for n, (hits, _) in enumerate(run)]
        for n, run in enumerate((few, many))
    }
    by_few, by_many = (compare(run_of(run), run_of(mixed[n]))[0].detectable for n, run in enumerate((few, many)))
    assert by_few
    assert by_many
    assert by_many < by_few


def test_a_difference_that_is_called_detectable_is_significant_four_times_in_five() -> None:
    """Deadlines fall by just that; in 0.7 to 0.9 of three hundred comparisons, corrected as all are."""
    rng = np.random.default_rng(SEED)
    shape, ways, drawn = (ARTICLES, len(LABELLED)), swaps(ARTICLES, most=999), draws(ARTICLES)[:200]
    shown = []
    for _ in range(300):
        labelled = np.full(shape, 20.0)
        before, after = (rng.binomial(20, 0.6 - np.array([0, 0, drop, 0]), size=shape) for drop in (0.0, 0.15))
        runs = [np.stack([found, found, labelled * 2], axis=-1).astype(np.float64) for found in (before, after)]
        resampled = f1_scores(np.tensordot(drawn, runs[1], axes=1)) - f1_scores(np.tensordot(drawn, runs[0], axes=1))
        scored = (f1_scores(run.sum(axis=0)) for run in runs)
        found = differences(*scored, permuted_differences(*runs, ways), resampled, articles=ARTICLES)
        shown.append(next(each for each in found if (each.section, each.measure) == ("deadlines", "found")))
    detectable = np.mean([each.detectable for each in shown])
    assert detectable == pytest.approx(0.15, abs=0.01)
    assert 0.7 <= np.mean([each.significant for each in shown]) <= 0.9


def test_so_few_articles_that_no_difference_can_be_significant_are_told() -> None:
    """Found and right of one section are two tests: of six articles the rarest p value is 2/64, of seven 2/128."""
    six, seven = (compare(run_of([(0, 4)] * n), run_of([(4, 0)] * n))[0] for n in (6, 7))
    assert (six.tellable, six.significant) == (False, False)
    assert (seven.tellable, seven.significant) == (True, True)


def test_different_articles_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="same articles"):
        compare(run_of([(1, 3)]), run_of([(1, 3), (2, 2)]))


def test_the_order_of_the_articles_changes_no_score() -> None:
    run = run_of([(1, 3), (2, 2), (4, 0)])
    assert f1_scores(counts(run).sum(axis=0))[0, 0] == f1_scores(counts(run[::-1]).sum(axis=0))[0, 0]


def test_holm_multiplies_the_smallest_by_all_and_never_falls() -> None:
    corrected = holm(np.array([0.01, 0.04, np.nan, 0.03]))
    assert corrected[[0, 1, 3]] == pytest.approx([0.03, 0.06, 0.06])
    assert np.isnan(corrected[2])


def test_an_interval_holds_the_score_and_is_none_of_one_article() -> None:
    interval = intervals(run_of([(1, 3), (2, 2), (4, 0), (3, 1)]))["actors", "found"]
    assert interval is not None
    assert interval.low < 2 * 10 / (16 + 10) < interval.high
    assert set(intervals(run_of([(1, 3)])).values()) == {None}


def test_articles_are_drawn_whole() -> None:
    """Where all articles score the same, drawing others changes nothing, however many items they have."""
    assert intervals(run_of([(2, 2)] * 5))["actors", "found"] == pytest.approx((2 / 3, 2 / 3))


def test_repetitions_do_not_make_an_article_weigh_more() -> None:
    once = run_of([(1, 3), (4, 0)])
    twice = [once[0].model_copy(update={"sections": once[0].plus(once[0]).sections, "outcomes": {"done": 2}}), once[1]]
    assert counts(once).tolist() == counts(twice).tolist()


def test_a_share_has_the_exact_binomial_interval() -> None:
    interval = proportion_interval(1, 40)
    assert interval == pytest.approx((0.0006, 0.1316), abs=0.0001)
    assert proportion_interval(0, 0) is None
