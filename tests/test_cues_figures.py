"""Whose figures a sentence tells and which attack they belong to; one behaviour a test."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer import grounding
from summarizer.cues import violence
from summarizer.cues.casualties import find_casualties
from summarizer.document import Document
from summarizer.schema import Count

WEDNESDAY = dt.date(2026, 3, 11)
LIKELY = 0.0


def harmed(sentence: str) -> list[tuple[str, int | None]]:
    """Kind and lower bound of each figure that is no share of another and still holds."""
    return [(c.kind, c.count.low) for c in find_casualties(sentence) if not (c.part or c.old)]


def cues(text: str) -> list[violence.AttackCue]:
    """The likely attacks."""
    return [cue for cue in violence.propose(Document.of(text), WEDNESDAY) if cue.prior >= LIKELY]


def dead(text: str) -> list[int | None]:
    """The lower bound of the dead of each likely attack."""
    return [cue.killed.count.low if cue.killed else None for cue in cues(text)]


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("Gunmen killed two soldiers, a policeman and three cooks in Besk.", [("killed", 6)]),
        ("Four soldiers, two policemen and a driver were killed in Besk.", [("killed", 7)]),
        (
            "Raiders killed two village heads, chairman of a youth club and two other persons in Besk.",
            [("killed", 5)],
        ),
        ("The bomb killed nine people, four men and five women.", [("killed", 9)]),
        ("Raiders killed ten people, two women and a child among them.", [("killed", 10)]),
        ("A senior rebel commander and five other fighters were killed in a strike.", [("killed", 6)]),
        ("The wife of a soldier and two boys were killed.", [("killed", 3)]),
        ("A man and woman were taken to hospital with serious injuries.", [("injured", 2)]),
    ],
)
def test_those_who_are_listed_under_one_verb_are_added_up_unless_they_are_a_whole_told_again(
    sentence: str, figures: list[tuple[str, int]]
) -> None:
    assert harmed(sentence) == figures


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("Seven people died at once and three more succumbed to their wounds.", [("killed", 10)]),
        ("We buried 20 bodies here, while another 12 bodies were taken away.", [("killed", 32)]),
        ("Two people were killed in Besk and two more were killed in Tarn.", [("killed", 2), ("killed", 2)]),
    ],
)
def test_those_told_to_come_on_top_are_added_within_a_sentence_but_not_across_places(
    sentence: str, figures: list[tuple[str, int]]
) -> None:
    assert harmed(sentence) == figures


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("Nine miners — including two foreigners — were killed, the firm said.", [("killed", 9)]),
        ("Nine people, including the imam, children and women, were kidnapped.", [("captured", 9)]),
        (
            "Nine soldiers sent to the Besk area to check the doings of smugglers and armed thieves were killed.",
            [("killed", 9)],
        ),
        ("The raid ended in the capture of five people.", [("captured", 5)]),
        ("The drone killed rebel leader Omar Sani Bello in Besk.", [("killed", 1)]),
    ],
)
def test_asides_and_long_subjects_do_not_hide_a_figure(sentence: str, figures: list[tuple[str, int]]) -> None:
    assert harmed(sentence) == figures


@pytest.mark.parametrize(
    "sentence",
    [
        "A spokesman for the district governor told the agency the farmers were kidnapped.",
        "Those killed were identified as Oma Dare, the village head of Besk, and Sani Bello.",
        "A child and a member of the medical staff are among the dead.",
        "A bomber struck an ambulance with two officers wounded in the first attack.",
    ],
)
def test_speakers_the_named_and_victims_of_another_attack_are_no_figures_of_their_own(sentence: str) -> None:
    assert harmed(sentence) == []


def test_of_nine_shot_of_whom_three_died_three_are_dead() -> None:
    assert harmed("Nine people were shot and three died on the spot.") == [("killed", 3)]


def test_it_is_the_aide_of_a_commander_who_is_counted_and_a_name_is_told_in_full() -> None:
    aide, named = (
        find_casualties(sentence)[0].count.text
        for sentence in (
            "The official said an aide to the rebel commander was also killed.",
            "It said it had killed top commander Adnan el Hadi.",
        )
    )
    assert (aide, named) == ("an aide to the rebel commander", "Adnan el Hadi")


@pytest.mark.parametrize(
    ("sentence", "count", "fate"),
    [
        ("Rebels gunned down 13 villagers and wounded 18 near Besk.", "13", "killed"),
        ("Three more succumbed to their injuries in hospital.", "Three", "killed"),
        ("He was held for attempted murder after two people were stabbed in Besk.", "two", "injured"),
    ],
)
def test_the_guard_knows_the_fate_that_a_verb_tells(sentence: str, count: str, fate: str) -> None:
    from summarizer.grounding.fates import fates_of

    assert fates_of(Count(low=None, high=None, text=count), sentence) == {fate}
    assert grounding.locate(sentence, count)


def test_a_first_and_a_second_attack_are_two() -> None:
    text = (
        "At least eight fighters were killed in two separate drone attacks near Besk, officials said. "
        "In the first attack, a drone fired two missiles at a compound in Tarn. The attack killed five fighters. "
        "In the second attack, a drone hit a car in Orlo, killing another three late on Tuesday."
    )
    assert dead(text) == [5, 3]


def test_the_second_bombing_in_a_week_is_the_one_that_the_text_tells() -> None:
    text = (
        "A suicide bomber blew up his car at a checkpoint in Besk on Tuesday, killing at least 10 people. "
        "Two policemen were among the dead in the second suicide bombing in the city in a week, police said."
    )
    assert dead(text) == [10]


def test_an_earlier_attack_to_which_one_may_be_linked_keeps_its_dead() -> None:
    text = (
        "An aide to the governor was killed in an air strike on his house in Besk on Tuesday, officials said. "
        "Some reports said the strike could be related to a recent attack in the port of Tarn, which killed 90 people."
    )
    assert dead(text) == [1, 90]


def test_a_strike_that_comes_a_day_after_another_does_not_take_its_dead() -> None:
    text = (
        "Six fighters were killed in a drone strike in Besk, officials said. "
        "The strike comes a day after the army said it had killed rebel leader Adnan el Hadi."
    )
    assert dead(text)[0] == 6
    assert [figure.count.low for figure in cues(text)[0].figures] == [6]


def test_a_lead_that_adds_up_the_strikes_told_behind_it_is_no_strike_of_its_own() -> None:
    text = (
        "At least 15 people were killed in air strikes on the northern city of Besk on Tuesday, a monitor said.\n\n"
        "At least 10 people were killed in strikes on the Orlo hospital.\n\n"
        "In Tarn district, at least four people were killed when helicopters dropped barrel bombs.\n\n"
        "One more person was killed in an air strike in nearby Velm, the monitor added."
    )
    assert dead(text) == [10, 4, 1]


def test_people_told_of_again_by_their_number_are_those_of_the_attack_told_before() -> None:
    text = (
        "Gunmen shot dead 16 villagers in Karvia's state of Besk on Tuesday.\n\n"
        "The sixteen villagers, settlers from the eastern state of Orlo, were shot dead in their yards, police said."
    )
    assert dead(text) == [16]


def test_a_road_named_by_its_ends_is_where_the_district_at_one_of_them_is() -> None:
    text = (
        "Rebels kidnapped at least 60 people from a village in southern Besk, officials said. "
        '"They abducted 70 people from a village along the Besk-Orlo highway on Monday," the police chief said.'
    )
    assert [[f.count.low for f in cue.figures if f.what == "captured"] for cue in cues(text)] == [[60, 70]]


def test_an_attack_in_another_town_of_the_region_is_another() -> None:
    text = (
        "Fifteen people were killed in an attack by militants on the village of Kotch in Orlo province on Monday. "
        "Twelve soldiers were wounded when rebels lobbed a grenade at a patrol in Tipora town in Orlo province."
    )
    assert len(cues(text)) == 2


def test_a_later_exact_count_replaces_a_vague_one() -> None:
    text = (
        "A car bombing in Besk on Monday killed one officer and injured several others, police said.\n\n"
        '"There was a man in the car," the police chief told reporters.\n\nThe car did not stop.\n\n'
        '"They chased it. It was a suicide blast."\n\nFour police and two civilians were injured, he said.'
    )
    assert [cue.injured.count.low for cue in cues(text) if cue.injured] == [6]


def test_the_day_of_a_dateline_and_of_a_past_truce_is_not_that_of_the_attack() -> None:
    text = (
        "Besk, Mar 10: Militants attacked four villages in Orlo district, killing three people. "
        "Karvia declared a ceasefire on November 28 last year, but the violence has continued."
    )
    assert [cue.when for cue in cues(text)] == [None]


def test_what_happened_elsewhere_is_not_given_the_day_of_an_older_attack() -> None:
    text = (
        "Last night's massacre of nine villagers in Besk was carried out by rebels.\n\n"
        "Last Thursday, the rebels gunned down 13 villagers near Orlo village.\n\n"
        "Elsewhere, guerrillas gunned down five people in Tarn district."
    )
    assert cues(text)[-1].when is None


def test_attacks_of_two_weekdays_are_two() -> None:
    text = (
        "Earlier on Monday, a bomb tore through a market in central Besk, killing 13 people, the ministry said. "
        "On Sunday, insurgents attacked a headquarters outside Besk, leaving at least 18 people dead, police said."
    )
    assert dead(text) == [13, 18]


def test_a_rampage_of_a_past_year_keeps_its_dead_and_takes_none() -> None:
    text = (
        "A gunman opened fire in a club in Besk on Tuesday, killing 50 people and injuring 53 others. "
        "Until Tuesday, the 2007 rampage at Tarn College – which saw 32 people killed – was the worst.\n\n"
        "Officials say at least 50 people were killed in the shooting."
    )
    assert dead(text) == [50, 32]


def test_another_source_s_toll_a_few_sentences_behind_is_set_against_the_first() -> None:
    text = (
        "A bomb tore through a market in Besk on Tuesday, killing 13 people, the ministry said.\n\n"
        "Four officers were among the wounded.\n\nThe bomb had been in a box.\n\nThe army put the death toll at eight."
    )
    killed = cues(text)[0].killed
    assert killed is not None
    assert (killed.count.low, killed.count.high) == (8, 13)


def test_attacks_of_two_nights_are_two() -> None:
    text = (
        "Gunmen killed five people in the village of Besk in Orlo state on Monday night, police said.\n\n"
        "Meanwhile, a chief, Sani Bello, was kidnapped by gunmen numbering over 40 on Tuesday night."
    )
    assert len(cues(text)) == 2
