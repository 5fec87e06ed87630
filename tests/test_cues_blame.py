"""Who is told as the doer where news words it at a distance: pronouns, other deeds, arms, suspicion; one each."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.cues import violence
from summarizer.cues.attribution import continued, find_attributions
from summarizer.cues.names import find_names
from summarizer.cues.referents import Referents
from summarizer.document import Document
from summarizer.drafts import Reading
from summarizer.merge import assemble
from summarizer.reading.doers import doers
from summarizer.reading.wording import attack
from summarizer.schema import Attack

WEDNESDAY = dt.date(2026, 3, 11)


def told(text: str, nth: int = 0) -> tuple[list[str], str]:
    """Perpetrators and attribution of one of the attacks, by default the first."""
    document = Document.of(text, "en")
    referents = Referents(document, find_names(document))
    claims = referents.resolve(continued(find_attributions(document), document))
    cue = violence.propose(document, WEDNESDAY)[nth]
    found, attribution = doers(referents, cue, claims)
    return [referent.name for referent in found], attribution


def test_a_pronoun_means_the_band_named_before_it_and_not_the_victims() -> None:
    text = (
        "Seven herders were shot dead at Osk on Monday.\n\n"
        "A spokesman said after the gunmen left the market, they killed seven men and wounded two others."
    )
    assert told(text) == (["gunmen"], "reported")


def test_the_suspects_of_another_attack_do_not_take_the_place_of_its_own_doers() -> None:
    text = (
        "Two people have been killed by unknown gunmen in Osk village on Monday.\n\n"
        "A resident said the gunmen kidnapped nine people.\n\n"
        "Eleven soldiers were killed by suspected bandits near Osk."
    )
    found, _ = told(text)
    assert found[0].startswith("unknown gunmen")


def test_what_an_attack_is_said_to_have_followed_is_no_claim_of_it() -> None:
    text = (
        "Five fighters were killed in a drone strike near Osk on Tuesday, officials said. "
        "The strike comes a day after Ruman said it had killed the commander Ivo Tarn."
    )
    assert told(text) == ([], "unknown")


def test_whoever_is_accused_of_killings_in_general_did_not_do_the_one_before() -> None:
    text = (
        "On Tuesday 25 people were killed when gunmen raided two villages near Osk.\n\n"
        "However, the villagers too are accused of carrying out unlawful killings of herders."
    )
    assert told(text) == (["gunmen"], "reported")


def test_whoever_is_blamed_for_scores_of_attacks_is_not_blamed_for_this_one() -> None:
    text = (
        "Gunmen raided a village near Osk on Tuesday and killed 18 people, the police said.\n\n"
        "The sect Ansar Dul has been blamed for scores of attacks in the north."
    )
    assert told(text) == (["Gunmen"], "reported")


def test_a_town_before_which_is_no_doer() -> None:
    text = "The police opened an inquiry into a raid in the capital, Kyiv, which killed 15 people on Tuesday."
    assert told(text)[0] == []


def test_men_posing_as_soldiers_are_not_the_soldiers() -> None:
    text = "Armed men posing as soldiers killed one policeman and injured another at a post near Osk on Monday."
    assert told(text)[0][0].startswith("Armed men")


@pytest.mark.parametrize(
    "text",
    [
        "The Saudi-led coalition carried out several air strikes on Osk on Tuesday, residents said.",
        "Saudi-led coalition air strikes killed nine people in Osk on Tuesday, residents said.",
        "Nine people were killed in Osk on Tuesday in a Saudi-led coalition air strike, residents said.",
    ],
)
def test_a_coalition_strikes_like_an_army(text: str) -> None:
    found, attribution = told(text)
    assert "coalition" in found[0]
    assert attribution == "reported"


def test_the_band_whose_attack_it_is_called_did_it() -> None:
    text = "Nine people were killed in Tarvan shelling of the market in Osk on Tuesday. Tarvan rebels hold the hills."
    assert told(text)[0] == ["Tarvan"]


def test_a_capital_in_a_dateline_is_no_government_that_struck() -> None:
    text = "KYIV (Agency) - Two Ukrainian drones struck a depot in southern Russia on Tuesday, a source said."
    assert told(text)[0] == []


@pytest.mark.parametrize(
    "text",
    [
        "A dozen people were stabbed at a hostel in Osk on Sunday. Police arrested a suspect identified as Ivo Tarn.",
        "Ivo Tarn, armed with a knife, allegedly entered a hostel in Osk on Sunday and stabbed two guests.",
        "Two guests were stabbed in Osk on Sunday. Police charged Ivo J. Tarn with two counts of attempted murder.",
        "Nine people were killed on Sunday in a raid on Osk by suspected jihadists.",
        "Nine people were killed on Sunday when Front fighters allegedly stormed Osk.",
    ],
)
def test_a_suspect_is_alleged_to_have_done_it(text: str) -> None:
    found, attribution = told(text)
    assert len(found) == 1
    assert attribution == "alleged"


def test_who_says_that_one_of_its_own_carried_it_out_claims_it() -> None:
    text = (
        "Sixty people died in a bombing in Osk on Friday. "
        "The Ansar Dul group claimed that one of its fighters had carried it out."
    )
    assert told(text)[1] == "claimed"


def test_whoever_is_blamed_by_somebody_and_disowns_it_denies_it() -> None:
    text = (
        "On Monday gunmen raided a school in Osk and took 25 girls. "
        "Lakuda, a militant group, was blamed by the army but has said it had nothing to do with it."
    )
    assert told(text) == (["Lakuda"], "denied")


def test_whoever_admits_the_strike_and_denies_only_its_victims_claims_it() -> None:
    text = (
        "Thirteen people were killed in an air strike on a vehicle near Osk on Monday. "
        "The coalition said it had targeted armed men, and denied that civilians were killed."
    )
    assert told(text)[1] == "claimed"


def test_a_denial_that_takes_the_strike_for_known_admits_it() -> None:
    text = (
        "The coalition on Wednesday denied that an air strike it carried out near Osk had killed civilians. "
        "Thirteen people were killed in the air strike near Osk on Monday, the clinic said."
    )
    found, attribution = told(text, -1)
    assert found[0].endswith("coalition")
    assert attribution == "claimed"


def test_who_has_not_yet_claimed_it_does_not_claim_it() -> None:
    text = (
        "Tarvan insurgents have kidnapped at least 60 people from Osk, officials said on Tuesday.\n\n"
        "The Tarvan has not yet claimed responsibility for the kidnappings."
    )
    assert told(text)[1] == "reported"


def test_whoever_is_blamed_for_another_attack_told_between_did_not_do_it() -> None:
    text = (
        "A commander was killed in an air strike near Osk on Tuesday, officials said. "
        "Some reports said the strike could be related to a recent attack in Besk, which killed 150 people. "
        "The government has blamed the Halkan network for the attack."
    )
    assert told(text) == ([], "unknown")


@pytest.mark.parametrize(
    "text",
    [
        "The Lantern Committees said another air strike on a village, also held by Tarvan fighters, killed seven "
        "people in Osk on Tuesday.",
        "On Tuesday the Lantern Observatory said air strikes killed 11 people in Osk, and wounded others.",
    ],
)
def test_whoever_only_tells_of_a_strike_did_not_do_it(text: str) -> None:
    assert told(text) == ([], "unknown")


def test_whom_a_witness_tells_of_did_it_and_not_the_witness() -> None:
    text = (
        "A resident of Osk, Ivo Tarn, has revealed that gunmen who unleashed terror on Tuesday night, "
        "abducted four women, killing four others."
    )
    assert told(text)[0] == ["gunmen"]


def test_who_was_found_by_police_was_not_attacked_by_them() -> None:
    text = "Two people were stabbed in Osk on Friday. The stabbing suspect was found by police and taken into custody."
    assert told(text) == ([], "unknown")


def test_a_doer_is_named_without_the_verbs_around_him() -> None:
    text = (
        "A spokesman confirmed the raid, saying armed gunmen numbering about 20 stormed Osk on Tuesday and killed five."
    )
    assert told(text)[0] == ["armed gunmen"]


def test_a_group_of_gunmen_is_not_the_group_that_hunts_them() -> None:
    text = (
        "At least 24 people were killed on Sunday when a group of gunmen stormed Osk. "
        "The local vigilance group in the area said four men were held."
    )
    assert told(text)[0] == ["a group of gunmen"]


def test_a_suspected_drone_of_a_state_is_only_alleged_to_be_its() -> None:
    assert told("A suspected US drone killed two men near Osk on Tuesday, officials said.") == (["US"], "alleged")


def test_the_word_of_its_army_is_a_states_own() -> None:
    text = (
        "Israel launched air strikes on Osk on Tuesday, killing nine people. "
        "The Israeli army said the air strikes in Osk hit three men of the Front."
    )
    assert told(text) == (["Israel"], "claimed")


def test_the_army_that_speaks_of_a_strike_did_it_where_only_its_arms_tell_the_state() -> None:
    text = (
        "An Israeli air strike on a police post in Osk killed six people on Tuesday, in spite of Israel's truce. "
        "The Israeli military said of the strike in Osk that its target was a commander."
    )
    found, attribution = told(text)
    assert found[0].endswith("Israeli military")
    assert attribution == "claimed"


def brief_of(text: str) -> list[Attack]:
    """The attacks of the brief that the rules alone give."""
    document = Document.of(text, "en")
    referents = Referents(document, find_names(document))
    claims = referents.resolve(continued(find_attributions(document), document))
    reading = Reading()
    for cue in violence.propose(document, WEDNESDAY):
        if cue.prior > 0:
            reading.attacks.append(attack(document, referents, cue, claims))
    return assemble(reading, document, WEDNESDAY).attacks


def test_the_place_that_a_later_sentence_names_is_kept_with_that_sentence_as_evidence() -> None:
    text = (
        "A village in northern Nigeria has been left in mourning after gunmen killed 17 people on Tuesday.\n\n"
        "The police confirmed the raid, which took place in Osk, where the gunmen shot at residents as they fled."
    )
    [found] = brief_of(text)
    assert found.places == ["Osk"]
    assert any("Osk" in piece.quote for piece in found.evidence)


def test_the_body_of_two_states_in_its_name_is_not_the_second_state() -> None:
    text = "The Islamic State of Iraq and Syria on Tuesday claimed responsibility for a bombing in Osk that killed six."
    assert told(text)[0] != ["Syria"]


def test_who_killed_the_attackers_in_return_did_not_do_it() -> None:
    text = (
        "The BLA attackers hijacked a train near Osk on Tuesday and killed 21 passengers.\n\n"
        "“Our security forces killed all 33 terrorists,” the ministry’s spokesman, Ivo Tarn, said of the attack."
    )
    assert "Tarn" not in " ".join(told(text)[0])


def test_the_day_of_an_accusation_is_not_that_of_the_deed() -> None:
    text = "Ruman accused the Front rebels on Tuesday of killing an officer in Osk, a bombing that wounded five others."
    assert brief_of(text)[0].when is None


def test_a_day_in_the_name_of_a_medium_dates_nothing() -> None:
    text = "Twelve soldiers were killed in an ambush near Osk, the army said in a statement seen by Ruman Today News."
    assert brief_of(text)[0].when is None


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Gunmen raided a northern village armed with guns on Tuesday and killed five people.", "a northern village"),
        ("Fighters ambushed a convoy escorted by soldiers near Osk on Tuesday and killed five people.", "a convoy"),
        ("A missile hit an apartment building in Osk on Tuesday, killing five people.", "an apartment building"),
    ],
)
def test_a_target_ends_before_what_only_tells_more_of_it(text: str, target: str) -> None:
    assert brief_of(text)[0].targets == [target]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("At least 24 people were killed on Sunday when gunmen stormed a village near Osk.", ["a village"]),
        ("Ten people were killed on Sunday when a bomber rammed his car into a bus near Osk.", []),
        ("Two soldiers were killed on Sunday after rebels blew up a truck with a mine near Osk.", ["a truck"]),
    ],
)
def test_what_another_verb_of_the_clause_hit_is_a_target_but_not_what_it_was_hit_with(
    text: str, hit: list[str]
) -> None:
    assert brief_of(text)[0].targets == hit


@pytest.mark.parametrize(
    "text",
    [
        "At least 15 people were killed in a shooting in Osk on Saturday. "
        "The president, Ada Roy, launched a major offensive to capture a gang leader.",
        "Four men were hurt when rockets hit Osk on Saturday in retaliation for an Israeli strike. Israel was silent.",
        "Fifteen people died in a blast in Osk on Saturday. Four militants who tried to enter were shot by police.",
    ],
)
def test_an_offensive_on_crime_an_answered_strike_and_police_that_end_it_give_no_doer(text: str) -> None:
    assert told(text)[0] == []


def test_in_a_clause_within_another_the_subject_is_its_own() -> None:
    text = "Police believe Saturday's attack in Osk began when an armed group entered a bar and opened fire on guests."
    assert told(text)[0] == ["an armed group"]


def test_who_had_nothing_to_do_with_it_denies_it() -> None:
    text = (
        "Hackers on Friday disabled the websites of ministries. The ministry blamed Russia for the cyberattack. "
        "A spokesman told Canal Nord that Russia had “nothing to do with it”."
    )
    assert told(text) == (["Russia"], "denied")


def test_whoever_was_blamed_at_first_gives_way_to_who_is_suspected() -> None:
    text = (
        "The last rebel group of Ruman is suspected of bombings that killed seven officers in Osk at the weekend. "
        "Authorities initially blamed drug gangs for the bombings."
    )
    assert all("gang" not in name for name in told(text)[0])


def test_where_a_band_owns_up_the_arms_of_its_enemy_give_no_second_doer() -> None:
    text = (
        "Hezbollah said it fired rockets and drones at Israel on Sunday. "
        "Six people were wounded in the overnight Israeli drone strike, an agency said."
    )
    assert "Israel" not in told(text)[0]


def test_what_he_says_is_not_the_word_of_a_band() -> None:
    text = (
        "Two officers were killed when Maoists blew up a truck in Osk on Sunday, the police said. "
        "The Maoists blew up the truck with a mine that killed the driver of the truck in Osk, he said."
    )
    assert told(text) == (["Maoists"], "reported")
