"""Who does violence to whom in a clause, and whom a text tells as the doer around it; one behaviour a test."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.cues import violence
from summarizer.cues.attribution import continued, find_attributions
from summarizer.cues.casualties import find_casualties
from summarizer.cues.deeds import deeds_of
from summarizer.cues.doer_phrases import span_of
from summarizer.cues.lines import lines_of
from summarizer.cues.names import find_names
from summarizer.cues.referents import Referents
from summarizer.document import Document
from summarizer.reading.doers import doers

WEDNESDAY = dt.date(2026, 3, 11)


def done(sentence: str) -> list[tuple[str, str]]:
    """Each doer with the verb, as written."""
    document = Document.of(sentence, "en")
    line = lines_of(document)[0]
    return [(sentence[slice(*span_of(line, deed.doer))], sentence[slice(*deed.verb)]) for deed in deeds_of(document)[0]]


def told(text: str) -> list[tuple[list[str], str]]:
    """Perpetrators and attribution of each attack, in the order of the text."""
    document = Document.of(text, "en")
    referents = Referents(document, find_names(document))
    claims = referents.resolve(continued(find_attributions(document), document))
    read = [doers(referents, cue, claims) for cue in violence.propose(document, WEDNESDAY)]
    return [([referent.name for referent in found], attribution) for found, attribution in read]


def harmed(sentence: str) -> list[tuple[str, int | None]]:
    """What befell how many, shares left out."""
    return [(c.kind, c.count.low) for c in find_casualties(sentence) if not (c.part or c.old)]


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("A man who stabbed two clerks at Hollow Lane station was jailed on Monday.", "A man"),
        ("Troops shot dead a boy of nine near the mill.", "Troops"),
        (
            "Raiders from across the Tarn border fell on a convoy at Oreb and killed two drivers.",
            "across the Tarn border",
        ),
        ("Some time after noon a dozen farmers, some of them masked, attacked the toll house.", "a dozen farmers"),
        ("On Monday night men who came out of the marsh burned six barns.", "men who came out of the marsh"),
        ("In October 2024 gunmen massacred 40 people in the town of Sarn.", "gunmen"),
        ("She was shot dead in her car, together with her bodyguard, by two men on a scooter.", "two men on a scooter"),
        ("According to the coast guard Velmark sent nine drones and a missile overnight.", "Velmark"),
    ],
)
def test_the_subject_or_the_agent_of_a_violent_verb_did_it(sentence: str, doer: str) -> None:
    assert {found.endswith(doer) for found, _ in done(sentence)} == {True}


def test_verbs_joined_by_and_or_a_comma_have_one_subject() -> None:
    sentence = "A driver ploughed into a queue on Sunday and then got out, stabbed a guard and set fire to two stalls."
    assert done(sentence) == [("A driver", "ploughed"), ("A driver", "stabbed"), ("A driver", "set")]


def test_a_name_before_a_comma_is_no_subject_of_a_verb_that_goes_on_a_list() -> None:
    sentence = (
        "A man with a shotgun opened fire in a shop in Oakdale, Merland, late on Saturday, killed two clerks and fled."
    )
    assert {doer for doer, _ in done(sentence)} == {"A man with a shotgun"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The number of people killed in the raid rose to nine.",
        "Two farmers were killed by a mine.",
        "Three soldiers wounded in the ambush were flown out.",
        "A missile hit a bakery.",
        "Six villagers were shot on Monday by the river.",
        "It asked whether troops shot two clerks.",
        "The victims hit the ground.",
        "The pipes were used by a group.",
    ],
)
def test_victims_weapons_and_questions_have_no_doer(sentence: str) -> None:
    assert done(sentence) == []


def test_somebody_unnamed_who_is_later_named_is_told_by_the_name() -> None:
    text = (
        "A man opened fire in a bakery in Sarn on Monday and killed two customers. "
        "The gunman was identified on Tuesday as Orin Dask, 19. Why he did it is not known."
    )
    assert told(text) == [(["Orin Dask"], "reported")]


def test_whoever_is_charged_or_held_for_it_is_alleged_to_have_done_it() -> None:
    charged = "A woman was stabbed to death in Sarn on Monday. Pavel Orm, 31, has been charged with murder."
    held = "A house in Sarn was firebombed on Monday. Two brothers from Oreb are in custody over it."
    assert told(charged) == [(["Pavel Orm"], "alleged")]
    assert told(held) == [(["Two brothers from Oreb"], "alleged")]


def test_whoever_is_convicted_of_it_did_it() -> None:
    text = "A boy was stabbed to death at a bus stop in Sarn in March. Pavel Orm, 31, was found guilty of his murder."
    assert told(text) == [(["Pavel Orm"], "reported")]


def test_whoever_helped_or_tells_of_it_in_court_did_not_do_it() -> None:
    text = "Gunmen killed nine guests of an inn in Sarn on Monday. Pavel Orm was found guilty of aiding terrorism."
    assert told(text) == [(["Gunmen"], "reported")]


def test_police_who_shoot_the_attacker_did_not_attack() -> None:
    text = "A man stabbed three people at a market in Sarn on Monday before officers shot him dead."
    assert told(text) == [(["A man"], "reported")]


def test_suspected_members_of_a_band_are_alleged_to_have_done_it() -> None:
    text = "Suspected fighters of the Sarn Front raided three villages near Oreb on Monday and killed nine farmers."
    [(found, attribution)] = told(text)
    assert attribution == "alleged"
    assert "Sarn Front" in found[0]


def test_a_suspicion_goes_to_the_attack_at_the_place_that_is_named_beside_it() -> None:
    text = (
        "A bomb killed two guards in Oreb on Monday. In Sarn, a day later, men on scooters opened fire on a school. "
        "The Red Hill Front claimed the bombing; in Sarn police suspect the Marsh Brigade."
    )
    assert [found for found, _ in told(text)] == [["Red Hill Front"], ["Marsh Brigade"]]


def test_whoever_denies_it_takes_no_place_of_those_who_are_shown_doing_it() -> None:
    text = (
        "Men in two skiffs fired grenades at a tanker off Sarn on Monday, wounding a lookout. "
        "The Marsh Front said it had nothing to do with it."
    )
    assert told(text) == [(["Men in two skiffs"], "reported")]


def test_a_wave_of_strikes_has_the_state_of_the_lead_as_its_doer() -> None:
    text = (
        "Nine people died when Russia sent 40 drones and six missiles against Ukraine overnight, officials said. "
        "In Sumy, three drones hit a warehouse, wounding eleven people. "
        "Across the border a Ukrainian drone hit a depot near Kursk, wounding a clerk."
    )
    assert ["Russia"] in [found for found, _ in told(text)]
    assert told(text)[-1][0] == ["Ukraine"]


def test_the_attacker_told_of_right_behind_the_attack_did_it() -> None:
    text = "A conductor was stabbed on a tram in Sarn on Monday. The knifeman, who is 34, ran off along the canal."
    assert told(text) == [(["The knifeman"], "reported")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They shot dead a man of 24 and a boy who had been on the roof.", [("killed", 2)]),
        ("Two of the guards, a mechanic and a teacher, were killed.", [("killed", 2)]),
        ("The mayor was shot dead in her car, together with her bodyguard.", [("killed", 2)]),
        ("Three surveyors were murdered with their two guards near Sarn.", [("killed", 5)]),
        ("A bus driver, Marko Hane, 54, and a passenger were shot dead.", [("killed", 2)]),
        ("A pharmacist, her husband and their lodger were found dead.", [("killed", 3)]),
        ("The bomb wounded three recruits, of whom one has since died.", [("injured", 3), ("killed", 1)]),
        ("Dynamite killed Dayo Orimu, who was doing the accounts.", [("killed", 1)]),
        ("The blaze destroyed the seed of the valley but cost no lives.", [("killed", 0)]),
        ("They beat a 70-year-old shepherd, whose arm was broken.", [("injured", 1)]),
        ("Men burned six barns and shot the chief’s driver, who survived.", [("injured", 1)]),
        ("A boy was speared in the thigh.", [("injured", 1)]),
        ("Two workers were burned when a drone hit the depot.", [("injured", 2)]),
        ("He stabbed his wife to death.", [("killed", 1)]),
        ("A clerk was kicked by four youths and suffered a broken jaw.", [("injured", 1)]),
        ("How many died was still unclear.", []),
        ("Since Friday three churches have been burned in the hills.", []),
        ("Nine people, four men and five women, were killed.", [("killed", 9)]),
    ],
)
def test_victims_are_counted_by_what_befell_them(sentence: str, expected: list[tuple[str, int | None]]) -> None:
    assert harmed(sentence) == expected


def test_a_place_with_a_persons_name_is_no_victim() -> None:
    assert harmed("A guard was stabbed at Victoria station in Manchester.") == [("injured", 1)]


def test_the_toll_of_the_only_attack_may_stand_farther_off() -> None:
    text = (
        "A man opened fire in a bakery in Sarn on Monday and killed two customers. The dead were sisters. "
        "They had come for rolls. The shop is old. Five other people were hurt."
    )
    [cue] = violence.propose(Document.of(text, "en"), WEDNESDAY)
    assert cue.injured is not None
    assert cue.injured.count.low == 5
