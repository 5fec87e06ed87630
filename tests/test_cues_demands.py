"""How news words that somebody must act by a day, and who sets it and who is bound."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.cues.limits import DeadlineCue, propose
from summarizer.document import Document

WEDNESDAY = dt.date(2026, 3, 11)
LIKELY = 0.3


def deadlines(text: str) -> list[DeadlineCue]:
    """The likely deadlines of a text published on Wednesday, 11 March 2026."""
    return [cue for cue in propose(Document.of(text, "en"), WEDNESDAY) if cue.prior >= LIKELY]


def sides(text: str) -> tuple[list[str], list[str]]:
    """Who set the text's one deadline and whom it binds, as written."""
    [cue] = deadlines(text)
    return [text[slice(*span)] for span in cue.set_by], [text[slice(*span)] for span in cue.binding_on]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The judge gave the ministry one last chance to file its reply by 15 March.", 15),
        ("The court allowed the port a final opportunity to respond, by 20 March.", 20),
        ("Ines Vold, the auditor, sent the firm 14 questions and expects the answers no later than 20 March.", 20),
        ("Orlan and Velder agreed on Monday to free all prisoners by 20 March.", 20),
        ("A levy on Orlan steel would come into force on 20 March should the talks fail.", 20),
        ("The note was short: free the captives by 6 p.m. on 15 March, or the offer is dead.", 15),
    ],
)
def test_a_deadline_is_found_however_news_words_it(text: str, due: int) -> None:
    [cue] = deadlines(text)
    assert cue.when
    assert cue.when.end == dt.date(2026, 3, due)


@pytest.mark.parametrize(
    ("text", "setters", "bound"),
    [
        ("The judge gave the ministry one last chance to file its reply by 15 March.",
         ["The judge"], ["the ministry"]),
        ("The union had on 25 February given the government until 20 March to pay.", ["The union"], ["the government"]),
        ("Under an order from the High Court, the council must publish the report by 2 April.",
         ["the High Court"], ["the council"]),
        ("The council must publish the report by 2 April under a ruling by Judge Ines Vold.",
         ["Judge Ines Vold"], ["The council"]),
        ("At the request of the regulator, the bank has to file new accounts by 20 March.",
         ["the regulator"], ["the bank"]),
        ("The curfew, which was to run out on 9 March, has been extended by the governor to 6 a.m. on 20 March.",
         ["the governor"], []),
        ("“You have until 20 March to leave,” the mayor told the tenants.", ["the mayor"], ["the tenants"]),
        ("The mayor warned the tenants that they had until 20 March to leave.", ["The mayor"], ["the tenants"]),
        ("Drivers who fail to register by 1 April will be fined £100.", [], ["Drivers"]),
        ("The junta’s decree that all teachers enlist by 20 March was read out on Monday.",
         ["The junta"], ["all teachers"]),
        ("The government’s offer of talks to the Orlan Front stands until 31 March.",
         ["The government"], ["the Orlan Front"]),
        ("The council expects Harrow Homes to submit a new plan by 4 May.", ["The council"], ["Harrow Homes"]),
    ],
)  # fmt: skip
def test_who_sets_a_deadline_and_who_is_bound(text: str, setters: list[str], bound: list[str]) -> None:
    assert sides(text) == (setters, bound)


def test_whoever_will_miss_a_deadline_is_bound_by_it_and_has_not_set_it() -> None:
    assert sides("Orlan will miss a deadline of 20 March for its list of reforms.") == ([], ["Orlan"])


def test_what_analysts_expect_of_somebody_binds_nobody() -> None:
    assert not deadlines("Analysts expect the central bank to cut rates by June.")


def test_the_day_of_the_month_may_stand_behind_its_name_between_subject_and_verb() -> None:
    text = "The union on February 25 gave the port until March 20 to pay."
    assert sides(text) == (["The union"], ["the port"])


def test_whoever_would_be_in_some_state_has_not_undertaken_it() -> None:
    assert sides("The suspects would be in custody by 20 March, Karim Adil said.") == ([], [])


@pytest.mark.parametrize(
    ("text", "consequence"),
    [
        ("A levy on steel would come into force on 20 March should the talks fail.",
         "A levy on steel would come into force on 20 March"),
        ("Should the talks fail, a levy on steel would come into force on 20 March.",
         "a levy on steel would come into force on 20 March"),
        ("The drivers will block the port on Sunday unless they are paid.",
         "The drivers will block the port on Sunday"),
        ("The gang threatened to publish the files on Sunday unless it was paid.",
         "threatened to publish the files on Sunday"),
    ],
)  # fmt: skip
def test_what_happens_otherwise_is_told_with_its_subject(text: str, consequence: str) -> None:
    [cue] = deadlines(text)
    assert cue.consequence
    assert text[slice(*cue.consequence)] == consequence


def test_whoever_wants_something_behind_the_date_has_not_set_it() -> None:
    assert sides("Members have until 20 March to say what they want struck off.") == ([], ["Members"])


def test_a_ban_that_runs_until_a_day_ends_then() -> None:
    [cue] = deadlines("The ban on exports runs until 1 June.")
    assert cue.when
    assert cue.when.end == dt.date(2026, 6, 1)


def test_a_limit_after_which_the_story_goes_on_lies_in_the_past() -> None:
    """A weekday that is told like the rest of the sentence is none to come."""
    [cue] = deadlines("The gang gave its victims until noon on Tuesday to pay and then put up their files.")
    assert cue.when
    assert cue.when.end == dt.date(2026, 3, 10)


def test_a_weekday_that_follows_a_day_just_gone_is_still_to_come() -> None:
    [cue] = deadlines("On Monday the rebels gave the army until Friday to leave.")
    assert cue.when
    assert cue.when.end == dt.date(2026, 3, 13)
    [cue] = deadlines("On Friday the rebels gave the army until Monday to leave.")
    assert cue.when is None or cue.when.end is None


def test_a_verb_that_looks_like_a_plural_is_no_part_of_whoever_is_bound() -> None:
    text = "Unless Hamra returns Velder captives by noon on Saturday, 14 March, the truce will end, Ines Vold said."
    [cue] = deadlines(text)
    assert [text[slice(*span)] for span in cue.binding_on] == ["Hamra"]
    assert cue.consequence
    assert text[slice(*cue.consequence)].startswith("the truce will end")


def test_a_deadline_of_which_both_parties_are_told_is_plainer() -> None:
    [told] = deadlines("The county has told residents of Velder to leave by 20 March.")
    [untold] = deadlines("Residents of Velder have to leave by 20 March.")
    assert told.prior > untold.prior
