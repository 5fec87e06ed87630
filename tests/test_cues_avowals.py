"""Who says of himself that he did an attack, who is blamed for it and who denies it; one behaviour a test."""

from __future__ import annotations

import pytest

from tests.test_cues_doers import told

CAMP = "Nine soldiers were killed on Monday when an army camp near Orsk was overrun before dawn. "
BOMB = "A bomb killed two people outside a bank in Tarso on Monday. "
STRIKE = "An air strike on a police post in Lemby killed six people on Tuesday. "


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (CAMP + "The Kasso Front said in a statement on Tuesday that its fighters had taken the camp.", "Kasso Front"),
        (CAMP + "The Kasso Front announced that its men had executed government agents.", "Kasso Front"),
        (STRIKE + "The military said it had targeted a rebel commander.", "The military"),
        (STRIKE + "Russia's defence ministry said its forces had hit a barracks of mercenaries.", "Russia"),
        ("The army announced on Monday that its helicopters had raided a camp in the Harb hills.", "The army"),
        (
            BOMB + "Norvia's military intelligence said on Telegram that its agents had placed the charge.",
            "intelligence",
        ),
        (BOMB + "“Our fighters planted it,” the Kasso Front wrote on its channel.", "Kasso Front"),
        (BOMB + "The Kasso Front, which surfaced last year, has also taken credit for the attack.", "Kasso Front"),
        (BOMB + "The Kasso militia, which lives on tolls, acknowledged the deed.", "Kasso"),
        (
            "A depot burned down in Tarso on Monday after an attack by drones. The SKR said the fire was its work.",
            "SKR",
        ),
    ],
)
def test_who_tells_of_the_deed_as_his_own_claims_it(text: str, by: str) -> None:
    found, attribution = told(text)
    assert attribution == "claimed"
    assert [by in name for name in found] == [True]


@pytest.mark.parametrize(
    "text",
    [
        BOMB + "The hospital said it had hit its limit.",
        BOMB + "The fire service said its units had responded within minutes.",
        BOMB + "Police said they had shot the attacker.",
        BOMB + "The army said its troops had been attacked twice before.",
        BOMB + "The Kasso Front said its fighters would attack more banks.",
        BOMB + "The Kasso Front praised the bombing but did not say that it was behind it.",
        STRIKE + "The Norvian air force said it had shot down 16 of 20 drones.",
    ],
)
def test_who_tells_of_something_else_claims_nothing(text: str) -> None:
    assert told(text)[1] in ("unknown", "reported")


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (BOMB + "Governor Ana Ruiz blamed the Kasso Front, which rejected the accord of 2016.", "Kasso Front"),
        (BOMB + "The ministry spoke of terror. It blamed “armed terrorist groups”.", "terrorist groups"),
        (BOMB + "Police blamed the Norvian military, which had no comment.", "Norvian military"),
        (BOMB + "Survivors recognised members of the Kasso Front among the attackers.", "Kasso Front"),
        (BOMB + "Tom Bell was also charged with the bombing.", "Tom Bell"),
    ],
)
def test_who_is_blamed_without_more_words_is_alleged(text: str, by: str) -> None:
    found, attribution = told(text)
    assert attribution == "alleged"
    assert [by in name for name in found] == [True]


@pytest.mark.parametrize(
    "text",
    [
        BOMB + "The mayor blamed the president for the state of the roads.",
        BOMB + "The mayor blamed bad luck.",
    ],
)
def test_who_is_blamed_for_something_else_did_no_attack(text: str) -> None:
    assert told(text) == ([], "unknown")


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            BOMB + "The police suspect the Kasso Front, but the group denied that it had mined the street.",
            "Kasso Front",
        ),
        (BOMB + "The governor blamed the Kasso Front. A man who speaks for the Front denied it.", "Kasso Front"),
        (
            BOMB + "The governor blamed the Kasso Front. The militia’s political wing denied any part in it.",
            "Kasso Front",
        ),
        (BOMB + "Ivo Marsh is charged with the bombing. He denies that he was ever there.", "Ivo Marsh"),
        (
            BOMB + "The Kasso Front angrily rejects suggestions by a councillor that its members were behind it.",
            "Kasso",
        ),
    ],
)
def test_who_is_blamed_and_says_no_denies_it(text: str, by: str) -> None:
    found, attribution = told(text)
    assert attribution == "denied"
    assert [by in name for name in found] == [True]


def test_each_of_two_who_accuse_each_other_is_alleged() -> None:
    text = "Four shells hit a camp at Lemby, killing nine people. The army and the Kasso Front accused each other."
    found, attribution = told(text)
    assert (len(found), attribution) == (2, "alleged")


def test_a_spokesman_claims_it_for_his_group() -> None:
    text = BOMB + "Ivo Marsh, a spokesman for the Kasso Front, said its men had planted the bomb."
    assert told(text) == (["Kasso Front"], "claimed")


def test_whom_a_jury_convicts_of_it_did_it() -> None:
    text = "A jury convicted a former guard on Friday of shooting four workers to death in Tarso in 2024."
    found, attribution = told(text)
    assert (found, attribution) == (["a former guard"], "reported")


def test_those_who_suffer_beside_the_word_for_arms_sent_none() -> None:
    text = "Norland hammered Ukrainian cities with drones and missiles overnight, killing eight people in Ukraine."
    assert "Ukraine" not in told(text)[0]
