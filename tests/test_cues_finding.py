"""Which tellings are attacks at all, which of them are the same attack, and where and on which day it was."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.cues.triggers import attack_words
from summarizer.cues.violence import AttackCue, propose
from summarizer.document import Document

WEDNESDAY = dt.date(2026, 3, 11)


def attacks(text: str) -> list[AttackCue]:
    """The likely attacks of a text published on Wednesday, 11 March 2026."""
    return [cue for cue in propose(Document.of(text, "en"), WEDNESDAY) if cue.prior > 0]


def places(text: str, cue: AttackCue) -> list[str]:
    return [text[slice(*place)] for place in cue.places]


def day(cue: AttackCue) -> dt.date | None:
    return cue.when.start if cue.when else None


@pytest.mark.parametrize(
    "text",
    [
        "Knife crime in Oxdale has dropped for the fourth year running, police figures show.",
        "Gun offences fell by 6 per cent in 2025, according to the police.",
        "The digger struck the bomb on Monday while workers were clearing the yard near Torvik.",
        "Soldiers of the third platoon call that table the firing line, police said.",
    ],
)
def test_a_weapon_that_does_nothing_is_no_attack(text: str) -> None:
    """One that only names a sort of crime, or is itself what somebody hits."""
    assert attacks(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Reports that gunmen had taken a nurse hostage in Oxdale were false, the police said.",
        "Police deny that a man has been shot near the station in Torvik.",
        "A website wrote that a grenade had killed three pupils in Oxdale. There was no grenade: a boiler had burst.",
        "The explosion that shook the harbour of Torvik on Tuesday was the demolition of a crane, police said.",
    ],
)
def test_what_the_text_takes_back_did_not_happen(text: str) -> None:
    """A rumour that proved false, a report that is denied, a bang that was something else."""
    assert attacks(text) == []


def test_a_denied_part_in_an_attack_leaves_the_attack_told() -> None:
    """Who denies having done it does not deny that it was done."""
    [cue] = attacks(
        "Gunmen killed four people in Oxdale on Monday. The Reed Front denied that its men had opened fire."
    )
    assert cue.killed is not None


@pytest.mark.parametrize(
    "text",
    [
        "Nobody has been executed in Karvia since 1991, the prison service and the police said.",
        "Police officers stormed two flats in the Mill district of Oxdale on Monday and found a map; nobody was hurt.",
        "He pleaded guilty at Torvik Crown Court to three counts of attempted murder, and the police thanked the jury.",
        "Some 9 people were killed with knives in Oxdale, against 14 in 2024, the police said.",
    ],
)
def test_negated_deeds_police_work_charges_and_statistics_are_no_attacks(text: str) -> None:
    assert attacks(text) == []


def test_an_article_about_an_accident_tells_no_attack_by_words_of_violence() -> None:
    """A storm overruns and assaults; a gas explosion is compared with others."""
    text = (
        "Cyclone Odile slammed into the coast of Marn on Monday, killing 20 people.\n\n"
        "The sea overran the lower town on Tuesday and police found nine of the dead there. It was the deadliest blow "
        "since 1988, when a fuel store blew up in the port of Elm and killed 11."
    )
    assert attacks(text) == []


def test_one_bare_word_needs_more_than_itself() -> None:
    """A sentence without victims, place, day, police or troops is not sure by its verb alone."""
    assert attacks("Legs of mutton are stabbed all over and stuffed with garlic.") == []


def test_policemen_who_were_killed_are_victims_of_the_attack_told_before() -> None:
    """The subject of a passive did nothing: their sentence tells no deed of its own."""
    text = (
        "A roadside bomb struck a convoy of the border guard on Tuesday. "
        "Three policemen and a driver were killed and five others injured near the village of Tamm."
    )
    [cue] = attacks(text)
    assert text[slice(*cue.clause)].startswith("A roadside bomb")
    assert places(text, cue) == ["Tamm"]


def test_an_attack_dated_by_the_one_before_is_another() -> None:
    text = (
        "Gunmen stormed a barracks in Oxdale on Tuesday, killing nine soldiers. "
        "Two hours after the siege ended, a bomb struck a bus near Tamm and killed two passengers."
    )
    assert [places(text, cue) for cue in attacks(text)] == [["Oxdale"], ["Tamm"]]


def test_two_arms_in_two_clauses_are_two_attacks_where_the_second_has_its_place() -> None:
    text = "On Tuesday artillery shelled the hills at the border, and a drone destroyed a van near Tamm, police said."
    assert [cue.kind for cue in attacks(text)] == ["shelling", "drone"]


def test_places_near_two_villages_are_two_places() -> None:
    text = (
        "A rocket fell in a field near Ormeth on Tuesday.\n\nThe mayor spoke to soldiers.\n\n"
        "A drone burned out a tractor near Tamm, the army said."
    )
    assert [places(text, cue) for cue in attacks(text)] == [["Ormeth"], ["Tamm"]]


def test_it_happened_lends_its_day_and_place_to_the_attack_before() -> None:
    text = (
        "A corporal was jailed for 30 years on Monday by a court in Torvik for shooting dead six herders. "
        "It happened in the early hours of 2 June last year below Mount Gelt."
    )
    [cue] = attacks(text)
    assert day(cue) == dt.date(2025, 6, 2)
    assert text[slice(*cue.clause)].startswith("for shooting dead six herders")


def test_attacks_without_a_day_have_that_of_which_the_news_tells() -> None:
    """The lead says "on Tuesday morning"; what follows only says at what hour."""
    text = (
        "A man stabbed two soldiers at a crossing in Oxdale on Tuesday morning, police said.\n\n"
        "Some time after noon masked men set fire to four tents in the village of Tamm."
    )
    assert [day(cue) for cue in attacks(text)] == [dt.date(2026, 3, 10)] * 2


def test_what_looks_back_or_is_merely_recent_has_no_day_of_the_news() -> None:
    text = (
        "Gunmen killed two men in Oxdale on Tuesday, police said.\n\n"
        "It follows another recent shooting, in Tamm, in which a student was killed."
    )
    assert [day(cue) for cue in attacks(text)] == [dt.date(2026, 3, 10), None]


def test_a_relative_clause_about_something_else_dates_no_attack() -> None:
    text = "An air strike in Tamm killed six people in spite of the truce that took hold in October, police said."
    [cue] = attacks(text)
    assert day(cue) is None


def test_a_past_day_without_a_year_is_not_one_to_come() -> None:
    """Told in March 2026, the attack of 19 May was last year's."""
    [cue] = attacks("Raiders fell on an army truck in Tamm on 19 May and killed five soldiers.")
    assert day(cue) == dt.date(2025, 5, 19)


def test_the_day_of_the_verdict_is_not_that_of_the_deed() -> None:
    [cue] = attacks("Two men were jailed in Torvik on Monday for stabbing a baker and his son.")
    assert day(cue) is None


def test_a_place_that_sets_the_scene_is_wider_than_that_of_the_deed() -> None:
    text = "In Marn, an air strike on a police post in Tamm killed six people on Tuesday."
    [cue] = attacks(text)
    assert places(text, cue) == ["Tamm"]


def test_where_the_wounded_lie_and_what_a_minister_names_is_no_place_of_the_attack() -> None:
    text = (
        "A bomb exploded in a market in Oxdale on Tuesday, killing nine. "
        "Some 30 people are being treated for wounds in Oxdale and Torvik. "
        "The minister said the order for the attack had come from a house in Karst."
    )
    [cue] = attacks(text)
    assert places(text, cue) == ["Oxdale"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rockets were fired at the port of Tamm on Tuesday, the army said.", "missile"),
        ("A jet fired at a wedding party in Tamm on Tuesday, killing nine.", "airstrike"),
        ("Somebody fired at a cafe in Tamm on Tuesday, police said.", "shooting"),
        ("A suicide bomber blew up the gate in Tamm on Tuesday and six gunmen ran in behind him.", "ground_assault"),
        ("A man stabbed two soldiers in Tamm on Tuesday before he was shot dead, police said.", "stabbing"),
    ],
)
def test_the_kind_is_that_of_the_attackers_means(text: str, kind: str) -> None:
    """Not that it was fired, nor how the attacker fell."""
    assert [cue.kind for cue in attacks(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Storm Ottilie bombarded the quays of Harnsea on Monday night, the harbour office said.",
        "Hailstones as big as plums bombarded Tormund shortly after noon on Monday, killing two cows.",
        "Winds of up to 140 kilometres an hour attacked the roofs of Tormund on Monday.",
    ],
)
def test_what_forces_of_nature_do_is_no_attack(text: str) -> None:
    assert attacks(text) == []


def test_a_hail_of_bullets_is_no_weather() -> None:
    assert attacks("Gunmen attacked a police post near Tormund on Monday; a hail of bullets killed two officers.")


@pytest.mark.parametrize(
    "text",
    [
        "By page forty, two constables have been stabbed and somebody has set fire to the library.",
        "On 9 June 1934 an explosion of firedamp in the pit at Haldon killed 41 miners.",
        "A special unit stormed the flat in Tormund on Monday; no shot was fired, and nobody was hurt.",
        "“My client shot his mouth off in Tormund on Monday, nothing else,” the lawyer said.",
    ],
)
def test_violence_on_a_page_a_mine_gas_and_a_raid_without_a_shot_are_no_attacks(text: str) -> None:
    assert attacks(text) == []


def test_a_space_that_a_word_list_calls_optional_may_be_missing() -> None:
    """A wildfire is a wild fire."""
    assert attack_words("en", "mishap").search("a wildfire")
    assert attack_words("en", "mishap").search("a wild fire")
