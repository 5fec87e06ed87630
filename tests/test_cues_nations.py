"""Whose arms struck, where only the arms are told; "US" is a state and no pronoun; strikes of a whole year are none."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.cues import violence
from summarizer.cues.names import find_names
from summarizer.cues.referents import Referents
from summarizer.cues.words import is_pronoun
from summarizer.document import Document
from summarizer.drafts import ActorDraft, Reading
from summarizer.merge import assemble
from summarizer.reading.doers import doers

SUNDAY = dt.date(2026, 3, 15)


def doers_of(text: str) -> list[str]:
    """Who did the first attack that the text tells."""
    document = Document.of(text, "en")
    [cue, *_] = [cue for cue in violence.propose(document, SUNDAY) if cue.prior > 0]
    return [referent.name for referent in doers(Referents(document, find_names(document)), cue, [])[0]]


@pytest.mark.parametrize(
    "text",
    [
        "Five fighters were killed in a US drone strike near Karvo on Saturday, two officials said.",
        "Five fighters were killed near Karvo on Saturday when a US drone struck their lorry, officials said.",
    ],
)
def test_the_state_whose_arms_struck_did_it_even_if_only_its_abbreviation_stands_there(text: str) -> None:
    assert doers_of(text) == ["US"]


def test_who_fired_is_no_aircraft_but_the_state_whose_it_was() -> None:
    text = (
        "Five fighters were killed in a US drone strike near Karvo on Saturday.\n\n"
        "Residents said two missiles fired by an unmanned US aircraft hit a farm outside Karvo."
    )
    assert doers_of(text) == ["US"]


def test_whoever_had_fought_at_the_place_before_did_not_do_it() -> None:
    text = (
        "A United States drone fired two missiles at a house in Karvo on Saturday and killed five people, in a valley "
        "where the Ruman Army had attacked a band of smugglers."
    )
    assert doers_of(text) == ["United States"]


def test_us_in_capitals_is_no_pronoun() -> None:
    assert is_pronoun("us")
    assert is_pronoun("Us")
    assert not is_pronoun("US")


def test_a_state_that_is_named_us_is_an_actor() -> None:
    document = Document.of("The envoy left after US officials had refused to meet him.", "en")
    reading = Reading(actors=[ActorDraft(sentence=1, name="US", kind="state")])
    assert [actor.name for actor in assemble(reading, document, SUNDAY).actors] == ["US"]


def test_what_several_strikes_killed_together_is_no_attack() -> None:
    text = (
        "There have been a dozen drone strikes in the valley this year. "
        "At least 40 people were killed in these strikes."
    )
    assert not [cue for cue in violence.propose(Document.of(text, "en"), SUNDAY) if cue.killed and cue.prior > 0]


def test_those_who_were_killed_in_an_attack_did_not_do_it() -> None:
    assert doers_of("Gunmen killed four US soldiers in an attack on a Ruman base in Karvo on Saturday.") == ["Gunmen"]


def test_a_state_whose_embassy_was_bombed_did_not_do_it() -> None:
    assert doers_of("A US embassy bombing killed nine people in Karvo on Saturday, the police said.") == []


def first_attack(text: str) -> violence.AttackCue:
    return next(cue for cue in violence.propose(Document.of(text, "en"), SUNDAY) if cue.prior > 0)


def test_whom_an_attack_avenges_is_not_counted_among_its_dead() -> None:
    text = (
        "The Oru Front fired dozens of rockets into northern Ruma on Friday in response to the killing of a commander."
    )
    assert first_attack(text).killed is None


def test_whoever_was_shot_did_not_do_it() -> None:
    assert doers_of("Two Karvo Guard soldiers were shot near the station in Oskel on Friday, the police said.") == []


def test_a_court_outside_which_a_bomb_went_off_is_in_the_place_of_the_attack() -> None:
    text = "A suicide bomber blew himself up outside a court in Karvo on Friday, killing 12 people, the ministry said."
    assert [text[slice(*place)] for place in first_attack(text).places] == ["Karvo"]


def targets_of(text: str) -> list[str]:
    return [text[slice(*span)] for span in first_attack(text).targets]


def test_what_was_fired_is_not_what_was_hit() -> None:
    assert targets_of("Oru rebels fired a missile at a tanker in the Gulf of Karvo on Friday and hit its bridge.") == [
        "a tanker"
    ]


def test_where_others_met_meanwhile_is_no_place_of_the_attack() -> None:
    text = "Air strikes killed 25 people in Karvo overnight, the ministry said, as negotiators met in Oskel."
    assert [text[slice(*place)] for place in first_attack(text).places] == ["Karvo"]


def test_a_seat_of_government_behind_a_preposition_is_a_town() -> None:
    text = "Turkish warplanes bombed a camp near Karvo on Friday, killing 14 people, the ministry in Ankara said."
    assert "Ankara" not in doers_of(text)


def test_what_somebody_confirmed_hours_before_is_another_attack() -> None:
    text = (
        "A drone struck a house in Karvo on Friday and killed 13 people.\n\n"
        "Friday’s strike took place hours after the Oru Front confirmed that a raid in Oskel killed its leader in May."
    )
    karvo = first_attack(text)
    assert [text[slice(*place)] for place in karvo.places] == ["Karvo"]


def test_a_pronoun_for_a_man_means_the_one_who_is_told_to_be_a_person() -> None:
    text = (
        "Datta Khel is controlled by Hafiz Orun, a commander of the Oru Front. "
        "He announced a truce on Friday after talks with the elders."
    )
    document = Document.of(text, "en")
    referents = Referents(document, find_names(document))
    pronoun = text.index("He announced")
    found = referents.whom(pronoun, pronoun + 2)
    assert found is not None
    assert found.name == "Hafiz Orun"
