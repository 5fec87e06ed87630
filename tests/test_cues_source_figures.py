"""The figures that sources set against each other: whose they are, and what stands; one behaviour a test."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.cues import violence
from summarizer.cues.casualties import find_casualties
from summarizer.document import Document

WEDNESDAY = dt.date(2026, 3, 11)
ARMY = "Gunmen attacked an army post at Besk on Tuesday and killed at least nine soldiers, the army said. "
CROWD = "Gunmen stormed a market in Besk on Tuesday and shot at whoever ran. "
SHELLS = "Shells fell on the village of Tarn on Tuesday, killing six people, the governor's office said.\n\n"
FRONT = "Fighters of the Red Front attacked an army post at Besk on Tuesday and killed nine soldiers, the army said. "


def first(text: str) -> violence.AttackCue:
    return violence.propose(Document.of(text), WEDNESDAY)[0]


def figures(text: str) -> list[tuple[str, int | None, str]]:
    """Kind, lower bound and last word of the source of each figure of the first attack."""
    return [(f.what, f.count.low, f.source) for f in first(text).figures]


def dead(text: str) -> tuple[int | None, int | None] | None:
    toll = first(text).killed
    return (toll.count.low, toll.count.high) if toll else None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            CROWD + "The Lorn Watch, a rights group, has the names of 38 dead. At least twenty, says the town hall. "
            "The governor's office speaks of nine and calls the rest rumour.",
            [("killed", 38, "watch"), ("killed", 20, "hall"), ("killed", 9, "office")],
        ),
        (
            CROWD + "The Lorn Watch has been able to confirm 38 deaths. The town hall says at least 20, the governor's "
            "office nine.",
            [("killed", 38, "watch"), ("killed", 20, "hall"), ("killed", 9, "office")],
        ),
        (
            SHELLS
            + "The port's owner, Ana Lin, counts three dead among her men; the Lorn Army says that there were five.",
            [("killed", 6, "office"), ("killed", 3, "lin"), ("killed", 5, "army")],
        ),
        (ARMY + "The Red Front said the true number was 60.", [("killed", 9, "army"), ("killed", 60, "front")]),
        (SHELLS + "The Red Cross counted 11.", [("killed", 6, "office"), ("killed", 11, "cross")]),
    ],
)
def test_a_number_without_a_noun_answers_the_figure_before_it(text: str, told: list[tuple[str, int, str]]) -> None:
    assert figures(text) == told


@pytest.mark.parametrize(
    "answer",
    [
        "There were five guards on duty, the mayor said.",
        "The mayor said there were 60 of them, on motorcycles.",
        "Thirty houses were burned, the army said. Residents said there were 50.",
        "Police recovered 12 guns. The mayor said it was 20.",
        "The raid lasted two hours. The mayor said there were 20.",
        "Police arrested five suspects. The mayor said there were eight.",
        "The mayor said he was 60.",
        "The mayor said the number was twice as high.",
        "The mayor said 25 reinforcements had been sent.",
        "The Red Front holds at least 20, says the town hall, in a camp across the border.",
        "The Red Front said its men had seized 40 rifles.",
        "The Red Front has killed 400 people this year, the Lorn Watch says.",
        "It was the 19th raid of the year; at least 129 people have been killed in all.",
    ],
)
def test_numbers_of_others_of_things_and_of_a_year_answer_nothing(answer: str) -> None:
    assert figures(ARMY + answer) == [("killed", 9, "army")]


def test_dead_and_injured_told_together_leave_it_open_which_a_bare_number_answers() -> None:
    text = "Shells killed six people and wounded 20 in Tarn on Tuesday, the mayor said. The army speaks of nine."
    assert figures(text) == [("killed", 6, "mayor"), ("injured", 20, "mayor")]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        (ARMY + "The Red Front claimed the raid in a message. It spoke of 42 dead soldiers.", (9, 42)),
        (
            ARMY + "The commander praised his men. The road was closed. A bridge was shut. A school was shut as well. "
            "The Red Front claimed the raid and said it had killed 30 soldiers.",
            (9, 30),
        ),
        (SHELLS + "A resident, Omar Dal, said that he had helped to bury eleven people.", (6, 11)),
        (
            SHELLS + "The dead were fishermen.\n\nThe number of dead rose to eleven on Wednesday, a doctor said.",
            (11, 11),
        ),
    ],
)
def test_sources_apart_give_a_range_and_what_a_toll_rose_to_replaces_it(text: str, bounds: tuple[int, int]) -> None:
    assert dead(text) == bounds


def test_a_party_that_answers_far_behind_the_attack_is_heard_while_no_other_attack_is_told_between() -> None:
    text = (
        "On Sunday fighters on motorcycles opened fire on a convoy at Besk.\n\n"
        "The ministry put its losses at nineteen soldiers on Monday. A pursuit was under way, it added.\n\n"
        "The Red Front claimed the ambush in a message. It spoke of 42 dead soldiers and of seven prisoners."
    )
    assert figures(text) == [("killed", 19, "ministry"), ("killed", 42, "front"), ("captured", 7, "front")]
    assert dead(text) == (19, 42)


def test_a_source_that_corrects_itself_has_one_figure() -> None:
    text = CROWD + "Local chief Kasa Mun first reported 18 people killed. On Thursday he corrected this to 26."
    assert (figures(text), dead(text)) == ([("killed", 26, "mun")], (26, 26))


def test_whoever_raises_the_figure_of_another_has_his_own() -> None:
    text = (
        "A missile hit a house in Arba. The mayor said 23 people were hurt, a figure that the rescue service later "
        "raised to 27."
    )
    assert figures(text) == [("injured", 23, "mayor"), ("injured", 27, "service")]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("The army dismissed the Red Front's claim of 55 dead as propaganda.", [("killed", 55, "front")]),
        ("The army denied that 55 people had died.", []),
        ("The army rejected a report by the Lorn Watch that 55 people had been killed.", []),
        (
            "The Lorn Watch said 31 people were killed, while the government acknowledged 12.",
            [
                ("killed", 31, "watch"),
                ("killed", 12, "government"),
            ],
        ),
    ],
)
def test_whoever_denies_a_figure_gives_none(answer: str, told: list[tuple[str, int, str]]) -> None:
    assert figures(SHELLS + answer) == [("killed", 6, "office"), *told]


def test_the_people_who_fled_are_told_in_the_paragraph_of_the_attack() -> None:
    text = (
        CROWD + "Nobody had seen them come. Then they left. More than 3,000 people have fled, according to the mayor."
    )
    assert figures(text) == [("displaced", 3000, "mayor")]


def test_losses_that_a_doer_counts_as_his_own_are_no_victims_of_his_attack() -> None:
    assert figures(FRONT + "The Red Front said four of its fighters were killed.") == [("killed", 9, "army")]


def test_losses_that_the_other_side_counts_as_its_own_are() -> None:
    text = (
        "Jets bombed a camp of the Red Front at Besk on Tuesday. The Red Front said four of its fighters were killed."
    )
    assert figures(text) == [("killed", 4, "front")]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Eleven, according to the hospital.", []),
        ("A shell killed a family of four in Besk.", [("killed", 4)]),
        ("He was among four people killed by a drone in Besk.", [("killed", 4)]),
        ("A drone hit mourners at a wake for a commander who had died on Friday.", []),
        ("It said it had taken four prisoner.", [("captured", 4)]),
        ("The army freed seven prisoners.", []),
        ("They buried nine people.", [("killed", 9)]),
    ],
)
def test_words_of_fate_count_those_who_met_it(sentence: str, told: list[tuple[str, int]]) -> None:
    assert [(c.kind, c.count.low) for c in find_casualties(sentence) if not (c.part or c.old)] == told
