"""Deadlines that were extended, moved or missed: what is due now, what was before, and what became of it."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.cues.limits import DeadlineCue, propose
from summarizer.document import Document

WEDNESDAY = dt.date(2026, 3, 11)
LIKELY = 0.3


def only(text: str) -> DeadlineCue:
    """The one likely deadline of a text published on Wednesday, 11 March 2026."""
    [cue] = [cue for cue in propose(Document.of(text, "en"), WEDNESDAY) if cue.prior >= LIKELY]
    return cue


def history(text: str) -> tuple[dt.date | None, list[dt.date | None], str]:
    """The end, the former ends and the status of the text's deadline."""
    cue = only(text)
    return cue.when.end if cue.when else None, [when.end for when in cue.previously], cue.status


def march(day: int) -> dt.date:
    """A day of the month of publication."""
    return dt.date(2026, 3, day)


@pytest.mark.parametrize(
    ("text", "due", "before", "status"),
    [
        ("The cut-off was moved from 9 March to 30 March after the guild asked for more time.",
         march(30), [march(9)], "moved"),
        ("The deadline, initially set for 9 March, was pushed back to 30 March.", march(30), [march(9)], "moved"),
        ("The day for closing the quarry, originally 28 February, has been pushed back to 30 June.",
         dt.date(2026, 6, 30), [dt.date(2026, 2, 28)], "moved"),
        ("The deadline has been extended twice, from 31 January to 28 February and then to 31 March.",
         march(31), [dt.date(2026, 1, 31), dt.date(2026, 2, 28)], "extended"),
        ("The owners must be out before 20 March; the council had at first insisted on 15 March.",
         march(19), [march(15)], "moved"),
    ],
)  # fmt: skip
def test_former_dates_are_kept_wherever_the_sentence_tells_them(
    text: str, due: dt.date, before: list[dt.date], status: str
) -> None:
    assert history(text) == (due, before, status)


def test_a_pronoun_that_now_runs_to_another_day_is_the_permit_of_the_sentence_before() -> None:
    text = "The licence of the Tamrin pit was to lapse on 20 March. It now runs to 10 April."
    assert history(text) == (dt.date(2026, 4, 10), [march(20)], "extended")


@pytest.mark.parametrize(
    "text",
    [
        "Mediators have extended the Velder truce by 48 hours.",
        "The captors have extended by two days an ultimatum to Orlan to free the priest.",
        "The drivers’ union on Tuesday extended for another week the ultimatum that it had given the port.",
        "The two sides agreed to extend the ceasefire for another two days.",
    ],
)
def test_what_is_extended_by_a_length_of_time_is_a_deadline_whose_new_day_is_not_told(text: str) -> None:
    cue = only(text)
    assert cue.when is None or cue.when.end is None
    assert cue.status == "extended"


def test_the_day_that_an_extension_by_a_length_of_time_replaced_is_a_former_one() -> None:
    text = "The truce, which was due to end on 9 March, has been extended by two more days."
    assert history(text) == (None, [march(9)], "extended")


@pytest.mark.parametrize(
    "text",
    [
        "Doctors have extended her life by two years.",
        "The museum extended its opening hours by one hour.",
        "The runner extended his lead by two minutes.",
        "The line was extended by 40 minutes of travel.",
    ],
)
def test_what_nobody_has_to_act_by_is_no_deadline_when_it_is_extended(text: str) -> None:
    assert not [cue for cue in propose(Document.of(text, "en"), WEDNESDAY) if cue.prior >= LIKELY]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Parliament must vote on the extension by 20 March.", "pending"),
        ("The aid programme, the price of a four-month extension, expires on 20 March.", "pending"),
        ("The council won an extension to 20 March to hand in its accounts.", "extended"),
        ("The firm filed its accounts on 5 March, meeting a deadline of 8 March.", "met"),
        ("The premier’s own deadline to form a cabinet passed on 8 March.", "passed"),
    ],
)
def test_a_noun_for_an_extension_extends_nothing_by_itself(text: str, status: str) -> None:
    """Nor does one that is still to be voted on; what was met or missed is told as such."""
    assert only(text).status == status


def test_what_could_still_be_extended_has_not_been() -> None:
    text = "The judge gave the firm until Friday to agree, but said it could get an extension if it asks by Thursday."
    found = [cue.status for cue in propose(Document.of(text, "en"), WEDNESDAY)]
    assert found == ["pending", "pending"]


def test_a_further_length_of_time_and_its_new_day_in_one_sentence_are_one() -> None:
    text = "A second man can be held until 22:00 on 14 March after a court granted detectives a further 36 hours."
    assert history(text) == (march(14), [], "extended")


@pytest.mark.parametrize(
    "text",
    [
        "The mine’s licence would have expired on 20 March. It now runs to 10 April.",
        "The agency has prolonged the licence of the mine by three weeks. The licence would have expired on 20 March. "
        "It now runs to 10 April.",
        "The agency has prolonged the licence of the mine until 10 April. It would otherwise have lapsed on 20 March.",
    ],
)
def test_the_day_on_which_a_permit_would_have_expired_is_a_former_one(text: str) -> None:
    assert history(text) == (dt.date(2026, 4, 10), [march(20)], "extended")


def test_what_would_have_expired_and_is_told_of_nowhere_else_is_no_deadline() -> None:
    text = "The licence of the mine would have expired on 20 March."
    assert not propose(Document.of(text, "en"), WEDNESDAY)


def test_two_deadlines_of_one_day_that_share_a_name_only_are_two() -> None:
    text = (
        "The pit’s owner, Severin, must be out of Orlan by 20 March.\n\n"
        "Severin’s supply contract with the town ends on 20 March."
    )
    assert len([cue for cue in propose(Document.of(text, "en"), WEDNESDAY) if cue.prior >= LIKELY]) == 2


def test_a_limit_that_has_been_extended_since_is_the_former_one() -> None:
    text = (
        "The commission has extended the closure order on debtor stations to 20 March. "
        "The stations had until 13 March to pay but that has now been extended."
    )
    assert history(text) == (march(20), [march(13)], "extended")


def test_an_ultimatum_that_had_been_given_before_is_the_one_that_was_extended() -> None:
    text = (
        "The drivers’ union has extended the ultimatum given to the port by seven days.\n\n"
        "The union had on 25 February given the port until 11 March to pay."
    )
    assert history(text) == (None, [march(11)], "extended")


def test_an_extension_that_is_only_offered_is_none() -> None:
    text = "Orlan earlier said it would extend the truce by one day for every ten captives that are freed."
    assert not [cue for cue in propose(Document.of(text, "en"), WEDNESDAY) if cue.prior >= LIKELY]


def test_a_similar_order_that_was_met_tells_nothing_of_this_one() -> None:
    text = "Elders have been given until Friday to hand over the men. A similar order in May was met a day early."
    assert history(text)[2] == "pending"
