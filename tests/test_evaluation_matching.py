"""Found and right: names, passages, and the best pairs of labels and items."""

from __future__ import annotations

import datetime as dt
import random
from itertools import permutations

import pytest
from evaluation_samples import answer, case, day, gold
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.evaluation.annotations import (
    ActorAnnotation,
    AttackAnnotation,
    ClaimAnnotation,
    DeadlineAnnotation,
    FigureAnnotation,
    Spans,
)
from summarizer.evaluation.assignment import assign
from summarizer.evaluation.fields import compare
from summarizer.evaluation.matching import match, overlaps, right
from summarizer.evaluation.name_matching import same_name, same_place
from summarizer.evaluation.tallies import CaseTally, section_tally


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Dmitri Ushakov", "dmitri  ushakov", True),
        ("Mr Dmitri Ushakov", "Dmitri Ushakov", True),
        ("President Dmitri Ushakov", "the president, Dmitri Ushakov", True),
        ("Dmitri Petrovich Ushakov", "Dmitri Ushakov", True),
        ("Ushakov", "Dmitri Ushakov", False),
        ("Ushakov’s", "Ushakov", True),
        ("Dmitri Ushakov", "Anna Ushakov", False),
        ("the minister", "minister", False),
        ("the minister", "Minister the", True),
        ("", "Ushakov", False),
        ("“IOM”", "IOM", True),
    ],
)
def test_a_name_is_the_same_but_for_titles_and_middle_names(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Marconiplein", "Marconiplein, Rotterdam", True), ("the Poipet", "Poipet", True), ("Poipet", "Rotterdam", False)],
)
def test_a_place_within_another_is_the_same(one: str, other: str, same: bool) -> None:
    assert same_place(one, other) is same


@pytest.mark.parametrize(
    ("predicted", "found"),
    [
        (((100, 200),), True),
        (((120, 130),), True),  # wholly inside
        (((195, 205),), False),  # half of it inside, and next to nothing covered
        (((0, 150),), True),  # covers half, a third of it on target
        (((0, 149),), False),  # covers less than half
        (((150, 350),), False),  # a quarter on target
        (((100, 433),), True),  # 100 of 333 on target
        (((100, 434),), False),
        (((100, 120), (180, 200)), True),
        (((0, 50), (100, 150)), True),
        (((300, 400),), False),
        ((), False),
    ],
)
def test_passages_overlap_when_nine_tenths_lie_inside_or_half_is_covered(predicted: Spans, found: bool) -> None:
    assert overlaps(((100, 200),), predicted) is found


def test_a_character_given_twice_counts_once() -> None:
    assert overlaps(((100, 200),), ((100, 149), (100, 149), (300, 360))) is False


def claim(start: int, end: int, speaker: str = "Ada", **fields: object) -> ClaimAnnotation:
    return ClaimAnnotation(spans=((start, end),), speaker=(speaker,), **fields)  # type: ignore[arg-type]


def test_right_asks_for_speaker_due_date_and_both_figures() -> None:
    assert right(claim(0, 9), claim(5, 9, "Ada"))
    assert not right(claim(0, 9), claim(5, 9, "Bob"))
    by_saturday = (None, dt.date(2025, 11, 15))
    due = DeadlineAnnotation(spans=((0, 9),), due=by_saturday)
    assert right(due, DeadlineAnnotation(spans=(), due=day("2025-11-15")))
    assert not right(due, DeadlineAnnotation(spans=(), due=None))
    hit = AttackAnnotation(spans=((0, 9),), killed=(6, None), injured=(None, None))
    assert right(hit, AttackAnnotation(spans=(), killed=(6, 6)))
    assert not right(hit, AttackAnnotation(spans=(), killed=(6, 6), injured=(1, 1)))


def test_each_label_and_each_item_is_used_once() -> None:
    assert [(m.label, m.item) for m in match([claim(0, 100)], [claim(0, 50), claim(0, 60)])] == [(0, 0)]
    assert [(m.label, m.item) for m in match([claim(0, 100), claim(0, 100)], [claim(0, 60)])] == [(0, 0)]


def test_the_pairing_with_more_right_items_wins() -> None:
    labels = [claim(0, 100, "Ada"), claim(0, 100, "Bob")]
    matches = match(labels, [claim(10, 90, "Bob"), claim(10, 90, "Ada")])
    assert [(m.label, m.item, m.right) for m in matches] == [(0, 1, True), (1, 0, True)]


def test_a_label_that_counts_is_matched_before_a_minor_one() -> None:
    labels = [claim(0, 100, minor=True), claim(0, 100)]
    assert [m.label for m in match(labels, [claim(0, 100)])] == [1]


def test_of_equal_pairings_the_one_whose_fields_agree_wins() -> None:
    items = [claim(0, 100, kind="threat"), claim(0, 100, kind="promise")]
    assert [m.item for m in match([claim(0, 100, kind="promise")], items)] == [1]


def test_minor_items_count_neither_way() -> None:
    labels = [claim(0, 100), claim(200, 300, minor=True), claim(400, 500, minor=True)]
    counts = section_tally(labels, [claim(0, 100), claim(200, 300)])
    assert (counts.found, counts.right, counts.missed, counts.invented) == (1, 1, 0, 0)


def test_lists_agree_by_the_share_that_they_have_in_common() -> None:
    label = AttackAnnotation(
        spans=((0, 9),),
        places=("Poipet", "Aranya"),
        perpetrators=(("the army", "troops"),),
        figures=(FigureAnnotation("killed", 6, None, ("IOM",)), FigureAnnotation("injured", 9, 9, ())),
    )
    item = AttackAnnotation(
        spans=((0, 9),),
        places=("Poipet",),
        perpetrators=(("troops",), ("rebels",)),
        figures=(FigureAnnotation("killed", 6, None, ("IOM",)), FigureAnnotation("injured", 9, 9, ("IOM",))),
    )
    agreements = compare(label, item)
    assert agreements["places"] == pytest.approx(2 / 3)
    assert agreements["perpetrators"] == pytest.approx(2 / 3)
    assert agreements["figures"] == 0.5
    assert agreements["killed"] == 1.0


def test_the_best_pair_gives_way_where_two_others_are_worth_more() -> None:
    worths = [[3, 2], [2, 0]]
    assert assign(worths, range(2), lambda row, column: row[column]) == [(0, 1, 2.0), (1, 0, 2.0)]


@settings(deadline=None, max_examples=50)
@given(st.lists(st.lists(st.integers(0, 3), min_size=3, max_size=3), min_size=1, max_size=3))
def test_no_other_assignment_is_worth_more(worths: list[list[int]]) -> None:
    ways = permutations(range(3), len(worths))
    best = max(sum(row[column] for row, column in zip(worths, columns, strict=True)) for columns in ways)
    assert sum(worth for *_, worth in assign(worths, range(3), lambda row, column: row[column])) == best


@settings(deadline=None, max_examples=30)
@given(st.randoms(use_true_random=False))
def test_the_order_of_items_and_labels_changes_nothing(rng: random.Random) -> None:
    spans = [(start, start + rng.randint(20, 60)) for start in rng.sample(range(400), 12)]
    kinds = ["threat", "promise"]
    labels = [claim(*span, rng.choice("AB"), kind=rng.choice(kinds), minor=rng.random() < 0.2) for span in spans[:7]]
    items = [claim(*span, rng.choice("AB"), kind=rng.choice(kinds)) for span in spans[3:]]
    shuffled = section_tally(rng.sample(labels, len(labels)), rng.sample(items, len(items)))
    assert shuffled == section_tally(labels, items)


def test_gold_against_gold_is_perfect() -> None:
    tally = CaseTally.of(case(), [gold(case())])
    for section in tally.sections.values():
        assert (section.right, section.missed, section.invented) == (section.labelled, 0, 0)
        assert all(share.value == 1.0 for share in section.fields.values())


def test_an_actor_is_found_by_any_of_its_names() -> None:
    labels = [ActorAnnotation(names=("Sok Dararith", "the spokesman"))]
    assert match(labels, [ActorAnnotation(names=("Dara", "The spokesman"))])
    assert not match(labels, [ActorAnnotation(names=("Dararith",))])


def test_repetitions_of_a_case_add_up() -> None:
    once, twice = CaseTally.of(case(), [gold(case())]), CaseTally.of(case(), [gold(case()), gold(case())])
    assert twice.sections["claims"].found == 2 * once.sections["claims"].found
    assert twice.answers == 2
    assert answer(gold(case()).annotations) == gold(case())
