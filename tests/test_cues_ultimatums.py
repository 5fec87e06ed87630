"""Deadlines as agencies tell them: ultimatums told several times, hours without a day, grace periods, and weekdays."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.cues.limits import DeadlineCue, propose
from summarizer.document import Document

WEDNESDAY = dt.date(2026, 3, 11)
PLAIN = 1.25
"""What the likeliest candidate of a text must reach without any word of the model."""


def told(text: str) -> list[DeadlineCue]:
    """The deadlines of a text published on Wednesday, 11 March 2026."""
    return [cue for cue in propose(Document.of(text, "en"), WEDNESDAY) if cue.due and cue.prior > 0]


def only(text: str) -> DeadlineCue:
    """The text's one deadline."""
    [cue] = told(text)
    return cue


def span(cue: DeadlineCue) -> tuple[int | None, int | None]:
    """The days of March between which to act."""
    assert cue.when
    return cue.when.start and cue.when.start.day, cue.when.end and cue.when.end.day


@pytest.mark.parametrize(
    "text",
    [
        "The army has given the Orlan front 72 hours to leave the town.",
        "The High Court asked the ministry to answer within two weeks.",
        "The wind-down period for the mines expires on 9 April.",
        "The regulator ordered Velder Gas to hand in a plan by Friday.",
    ],
)
def test_a_limit_that_somebody_is_given_is_plain(text: str) -> None:
    assert only(text).prior >= PLAIN


def test_an_ultimatum_told_three_times_is_one() -> None:
    text = (
        "As the 10-day ultimatum of the dockers draws to a close, the port is calm.\n\n"
        "The dockers insist that the owners meet their demands ahead of the 10-day ultimatum it issued on 3 March.\n\n"
        "The union had handed down the 10-day ultimatum over pay, saying it might stop work if nothing was paid."
    )
    assert span(only(text)) == (3, 13)


def test_the_day_on_which_it_began_may_stand_in_another_sentence() -> None:
    text = (
        "The government has given a final, three-day ultimatum to the rebels in Tarn to leave.\n\n"
        "The radio said the 72-hour deadline began on Tuesday night."
    )
    assert span(only(text)) == (10, 13)


def test_the_day_of_an_hour_may_stand_in_another_sentence() -> None:
    text = (
        "Miners have until 1600 GMT to accept the offer.\n\nA spokesman said they hoped for a yes.\n\n"
        "“All will be over by six o’clock (1600 GMT) tonight,” the clerk said."
    )
    assert span(only(text)) == (None, 11)


def test_a_time_that_runs_from_what_another_must_do_first_has_no_day() -> None:
    text = (
        "The court on Tuesday gave the state two weeks to reply. The miners got one week to answer once it has replied."
    )
    assert [cue.when and cue.when.end for cue in told(text)] == [dt.date(2026, 3, 24), None]


def test_the_day_on_which_an_ultimatum_was_issued_is_not_its_own() -> None:
    text = "Rebels issued an ultimatum Tuesday to the garrison of Tarn: Give up the fort by Saturday or face assault."
    assert span(only(text)) == (None, 14)


def test_a_weekday_just_over_in_the_same_text_leaves_one_told_of_the_past_in_doubt() -> None:
    text = (
        "The bondholders agreed to wait, Velder Gas said Monday.\n\n"
        "If the firm could not repay them by Monday, all its bonds would fall due, according to the contract."
    )
    assert [cue.when and cue.when.end for cue in told(text)] == [None]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The failure to pay triggered a 30-day grace period that ended on 2 March.", 2),
        ("The grace period elapsed on Friday last week, the clerk said.", 6),
        ("A three-day deadline for the rebels to surrender has expired, the minister said on Wednesday.", None),
    ],
)
def test_a_period_told_to_be_over_has_passed(text: str, day: int | None) -> None:
    cue = only(text)
    assert (cue.status, cue.when and cue.when.end and cue.when.end.day) == ("passed", day)


@pytest.mark.parametrize(
    "text",
    [
        "Doctors will strike if the council fails to pay what it owed them for the last three months.",
        "The chief set the feast that ends the month of Ramadan as the deadline for Tarn.",
        "Clubs that are late on the deadline can hand in their papers between 9:00 p.m. and 11:00 p.m.",
    ],
)
def test_a_time_that_sets_no_limit_is_none(text: str) -> None:
    assert not told(text)


def test_what_ran_until_a_truce_was_prolonged_is_its_former_date() -> None:
    text = (
        "Envoys of Ves and Tarn agreed on Wednesday to extend a ceasefire by 24 hours.\n\n"
        "The current five-day ceasefire was set to expire at noon on Thursday."
    )
    cue = only(text)
    assert (cue.status, [when.text for when in cue.previously]) == ("extended", ["at noon on Thursday"])


def test_two_conditions_of_one_day_are_one_deadline() -> None:
    text = (
        "The nurses of Tarn called for a walkout if they are not paid by March 16.\n\nThe wards are full.\n\n"
        "“If we won't get our money by 16 March 2026, we have to go,” the letter read."
    )
    assert span(only(text)) == (None, 16)


def consequence(text: str) -> str | None:
    """What follows otherwise, as written."""
    found = only(text).consequence
    return text[slice(*found)] if found else None


@pytest.mark.parametrize(
    ("text", "otherwise"),
    [
        (
            "“If nothing is paid in the next 15 days, we will go on strike,” said Ida Roth, who speaks for the nurses.",
            "we will go on strike",
        ),
        (
            "Rebels threatened Tuesday to kill their captives unless Orlan agrees by today to free 15 men.",
            "threatened Tuesday to kill their captives",
        ),
        ("The truce expires on Saturday, and it is unclear what will happen if no deal is reached.", None),
    ],
)
def test_a_consequence_is_what_the_condition_threatens(text: str, otherwise: str | None) -> None:
    assert consequence(text) == otherwise


def test_the_length_of_an_ultimatum_that_is_over_counts_from_no_day_of_its_own() -> None:
    text = (
        "The union is set to down tools on Wednesday following the expiration of its two-week ultimatum to Orlan.\n\n"
        "The ultimatum, which ended on Sunday night, demanded higher pay."
    )
    cue = only(text)
    assert (span(cue), cue.status) == ((8, 8), "passed")


def test_a_willingness_to_prolong_is_no_extension() -> None:
    assert not told("The gunmen said they were willing to extend the deadline by two hours if money was on its way.")


def test_the_day_of_a_summit_is_none_beside_an_ultimatum_that_is_over() -> None:
    text = "Leaders will meet in Velder on Thursday after the rulers defied its ultimatum to cede power or face force."
    assert not told(text)


def test_the_deadline_of_a_weekday_is_the_one_told_before() -> None:
    text = (
        "The president has issued an ultimatum to the rebels: accept the deal by Sunday evening or face an assault.\n\n"
        "The deadline of 18:00 Velder time on Sunday followed a warning on Tuesday that they had little time."
    )
    assert span(only(text)) == (None, 15)


def test_what_happens_otherwise_has_no_deadline_of_its_own() -> None:
    text = "Users must register by 30 March. Otherwise, their lines will be cut off at noon on 31 March."
    assert span(only(text)) == (None, 30)


def test_the_date_for_which_a_postponed_deadline_was_set_is_a_former_one() -> None:
    text = (
        "The minister announced the extension of the deadline for registration to 31 March.\n\n"
        "The deadline was set for 16 March, and many had missed the news."
    )
    cue = only(text)
    assert (span(cue)[1], [when.text for when in cue.previously]) == (31, ["for 16 March"])


def test_what_the_same_people_were_given_before_is_a_former_date() -> None:
    text = (
        "The president on Wednesday gave Orlan until Sunday to accept the plan.\n\nThe envoys are at work.\n\n"
        "He had said on Tuesday that he would give Orlan three days to answer."
    )
    cue = only(text)
    assert (span(cue)[1], [when.text for when in cue.previously]) == (15, ["three days"])


def test_a_threat_is_told_with_whoever_makes_it() -> None:
    text = "The guild issued an ultimatum of 20 March, saying it might stop work if nothing was paid."
    assert consequence(text) == "it might stop work"
