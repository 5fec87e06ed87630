"""Who sets a deadline and whom it binds where the words stand apart: holders, makers, clauses and sentences before."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.cues.limits import DeadlineCue, propose
from summarizer.document import Document

WEDNESDAY = dt.date(2026, 3, 11)


def only(text: str) -> DeadlineCue:
    """The text's one deadline, published on Wednesday, 11 March 2026."""
    [cue] = [cue for cue in propose(Document.of(text, "en"), WEDNESDAY) if cue.due and cue.prior > 0]
    return cue


def setters(text: str) -> list[str]:
    """Who sets the text's one deadline, as written."""
    return [text[slice(*span)] for span in only(text).set_by]


def bound(text: str) -> list[str]:
    """Whom it binds, as written."""
    return [text[slice(*span)] for span in only(text).binding_on]


def test_whoever_declared_a_truce_set_it() -> None:
    assert setters("A ceasefire that Brigadier Ines Vold declared was to expire on Friday.") == ["Brigadier Ines Vold"]


def test_its_offer_is_the_owners() -> None:
    assert setters("The yard will not talk. Its latest offer is good until noon on Thursday.") == ["Its"]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Permission for Orlan Air to land at Velder lapses on 31 March.", "Orlan Air"),
        ("The permit under which Orlan Air flies lapses on 31 March.", "Orlan Air"),
    ],
)
def test_a_permit_binds_whoever_holds_it(text: str, holder: str) -> None:
    assert bound(text) == [holder]


def test_whoever_puts_out_a_video_sets_what_it_tells_people_to_do() -> None:
    text = "The Orlan brigade posted a video in which traders were told to close their shops by Friday."
    assert setters(text) == ["The Orlan brigade"]


def test_a_clause_before_tells_who_set_it() -> None:
    text = "The ministry has asked all firms to accept escorts; they have until Monday to reply."
    assert setters(text) == ["The ministry"]


def test_a_clause_before_tells_whom_a_pronoun_means() -> None:
    assert bound("Residents have been given an hour longer: they must now be out by 7 p.m. on Thursday.") == [
        "Residents"
    ]


def test_a_judge_who_ruled_in_the_sentence_before_gave_the_order() -> None:
    text = "Judge Ines Vold found that the yard had ignored complaints. It was ordered to pay by 31 March."
    cue = only(text)
    assert [text[slice(*span)] for span in cue.set_by] == ["Judge Ines Vold"]


@pytest.mark.parametrize(
    ("text", "due", "before"),
    [
        (
            "The permit was to lapse on 28 February. The authority has prolonged it until 31 March.",
            "31 March",
            "28 Feb",
        ),
        (
            "The huts must be handed over by 31 March. They were to have been finished by 20 February.",
            "31 March",
            "20 F",
        ),
    ],
)
def test_the_next_sentence_may_tell_the_newer_or_the_former_date(text: str, due: str, before: str) -> None:
    cue = only(text)
    assert cue.when is not None
    assert due in cue.when.text
    assert [before in when.text for when in cue.previously] == [True]


def test_what_had_been_set_and_is_told_to_have_passed_lies_in_the_past() -> None:
    text = "The brigade had given the army until Sunday to leave Velder. The deadline passed without a shot."
    cue = only(text)
    assert (cue.when and cue.when.end, cue.status) == (dt.date(2026, 3, 8), "passed")


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        (
            "The army issued an ultimatum on Tuesday to residents of Tarn, warning them to leave the fort by Friday.",
            ["residents of Tarn"],
        ),
        (
            "Orlan is stepping up pressure on trading partners to make deals before a Friday deadline, with plans for "
            "Velder to start sending letters.",
            ["trading partners"],
        ),
        ("Velder Group failed to make interest payments due 1 March.", ["Velder Group"]),
        ("Directing Ves and Tarn to reply within two weeks, the bench rose.", ["Ves", "Tarn"]),
    ],
)
def test_whoever_is_pressed_or_warned_is_bound(text: str, whom: list[str]) -> None:
    assert bound(text) == whom


def test_an_imperative_sets_nothing_by_itself() -> None:
    text = "The rebels issued an ultimatum to the garrison: Give up the fort by Saturday or face an assault."
    assert (setters(text), bound(text)) == (["The rebels"], ["the garrison"])


def test_a_list_within_a_relative_clause_is_no_setter() -> None:
    text = "Thieves who stole files from staff of the bank, Velder Gas and Orlan Air have told them to pay by Friday."
    assert setters(text) == []


def test_what_somebody_requires_of_papers_sets_no_deadline() -> None:
    text = "The clubs have until midnight on the deadline to hand in the papers required by Velder's Matching System."
    assert setters(text) == []


def test_whoever_ruled_may_stand_behind_a_participle() -> None:
    text = (
        "Ruling for the families, Judge Ines Vold found that it had ignored them. It was ordered to pay within 30 days."
    )
    assert setters(text) == ["Judge Ines Vold"]


def test_a_period_given_to_residents_sets_nothing_by_itself() -> None:
    text = "The ministry has extended the grace period given to residents to change their papers until 31 March."
    assert "grace period" not in " ".join(setters(text))


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Everyone living on the east bank must leave by Friday.", "Everyone living on the east bank"),
        ("Applicants should send their papers by 20 March.", "Applicants"),
    ],
)
def test_everyone_and_whoever_should_act_is_bound(text: str, whom: str) -> None:
    assert bound(text) == [whom]


@pytest.mark.parametrize(
    "text",
    [
        "The court ruled on Tuesday that Velder Gas had lied.\n\nThe company was ordered to pay by Friday.",
        "The court awarded the widows 30 million crowns, which the ministry is to pay by Friday.",
    ],
)
def test_whoever_awards_or_rules_in_the_sentence_before_set_it(text: str) -> None:
    assert setters(text) == ["The court"]


def test_another_telling_names_whom_a_pronoun_leaves_open() -> None:
    text = (
        "The guild insisted that the ministry must meet its demands ahead of the 21-day ultimatum it issued on 2 March."
        "\n\nIt had handed down its 21-day ultimatum over pay, saying it might stop work if nothing was paid."
    )
    assert (setters(text), bound(text)) == (["The guild"], ["the ministry"])


def test_the_name_behind_several_people_is_not_theirs() -> None:
    text = "The gang gave the families of clerk Ida Roth, sailor Piet Haas, until Friday to pay the ransom."
    assert "Piet Haas" not in bound(text)


def test_whose_permits_they_are_is_left_open_where_nothing_names_them() -> None:
    assert bound("Even those whose permits are out of date will now be given until 31 March to renew them.") == []
