"""What says against any limit: unreal, denied, voted down, long ago, invented, quoted as words or true of anybody."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.cues.limits import DeadlineCue, propose
from summarizer.document import Document

WEDNESDAY = dt.date(2026, 3, 11)


def deadlines(text: str, language: str = "en") -> list[DeadlineCue]:
    """The deadlines that hold without a model's word, of a text published on Wednesday, 11 March 2026."""
    return [cue for cue in propose(Document.of(text, language), WEDNESDAY) if cue.due and cue.prior > 0]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The clause would have obliged the mills to fit filters by 30 June.", "en"),
        ("The minister would have had to lay a plan before the house within 90 days.", "en"),
        ("Der Antrag hätte die Stadt verpflichtet, bis Ende Juni einen Plan vorzulegen.", "de"),
        ("L'amendement aurait obligé les communes à publier leurs comptes avant le 1er juin.", "fr"),
    ],
)
def test_what_would_have_been_due_is_no_deadline(text: str, language: str) -> None:
    assert deadlines(text, language) == []


def test_the_date_that_holds_beside_one_that_would_have_is_found() -> None:
    text = "The firm would have had to pay by 1 March, but has now been given until 1 April."
    assert [text[slice(*cue.due)] for cue in deadlines(text) if cue.due] == ["until 1 April"]


@pytest.mark.parametrize(
    "text",
    [
        "Orlan denied that it had given Tamrin 72 hours to withdraw.",
        "The ministry denied reports that it had ordered the school to close by Friday.",
        'The letter calls on Tamrin to leave by Friday. "There is no ultimatum and there are no 72 hours," Orlan said.',
        "The note gave the bank until Friday to pay. Both sides took it for a forgery.",
        "It is not true that tenants have to leave by 1 April, the council said.",
        "Nobody has to reply by Monday, the chairman stressed.",
    ],
)
def test_a_limit_that_whoever_would_set_it_denies_is_none(text: str) -> None:
    assert deadlines(text) == []


def test_whoever_denies_missing_a_deadline_does_not_deny_that_it_was_set() -> None:
    assert deadlines("The minister denied having missed the deadline of 2 March for the report.")


def test_what_a_proposal_would_require_goes_with_the_proposal() -> None:
    assert not deadlines("The draft required landlords to register by 1 May. The clause was struck out on Tuesday.")
    assert deadlines("The act requires landlords to register by 1 May. The house rose on Tuesday.")


@pytest.mark.parametrize(
    "text",
    [
        "In July 1914 Vienna gave Belgrade 48 hours to reply.",
        "The harbour silted up in the 1630s. The duke gave the town three years to dredge it, and nobody did.",
        "The firm was told to hand over its books by 1 February 2024.",
    ],
)
def test_what_ran_out_long_ago_is_no_deadline(text: str) -> None:
    assert deadlines(text) == []


def test_a_year_in_a_relative_clause_sets_up_no_time_long_ago() -> None:
    assert deadlines("The owners, who bought the mill in 2019, have undertaken to pay the families by 30 April.")


REVIEW = """Ada has until midnight. The police have given her until ten to say where he is.

"The Tenth Door" is a thriller of few words, and the film is at its best when nothing is said. {more}

The director lets each character wait. Audiences will not mind."""


def test_the_plot_of_a_reviewed_film_sets_no_deadlines() -> None:
    assert deadlines(REVIEW.format(more="It opens on Friday.")) == []


def test_beside_a_plot_the_duties_of_the_trade_are_real() -> None:
    more = "The distributor must withdraw every copy of the film by 1 April."
    [cue] = deadlines(REVIEW.format(more=more))
    assert cue.due is not None


@pytest.mark.parametrize(
    "text",
    [
        "In the exercise the mayor had until noon to empty the town.",
        "In the play the miller owes the bailiff everything. He has until Friday to pay.",
    ],
)
def test_what_is_set_up_as_pretended_stays_so_to_the_end_of_its_paragraph(text: str) -> None:
    assert deadlines(text) == []


@pytest.mark.parametrize(
    "text",
    [
        'She read the sentence "payment is due within 30 days" to her class.',
        '"You have until Monday to return the form" is understood in two ways.',
    ],
)
def test_words_that_are_quoted_as_words_set_no_limit(text: str) -> None:
    assert deadlines(text) == []


def test_words_that_are_quoted_as_somebodys_set_one() -> None:
    assert deadlines('"You have until Monday to return the form," the clerk told the tenants.')


@pytest.mark.parametrize(
    "text",
    [
        "An employer must as a rule answer within 14 days.",
        "Eggs must be used within three weeks of laying.",
        "Do I have to agree? No. Can I wait? The landlord has to go to court, which must be done within three months.",
    ],
)
def test_a_length_of_time_that_anybody_has_whenever_is_no_deadline(text: str) -> None:
    assert deadlines(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Growers must register their orchards within 30 days, the ministry ruled on Tuesday.",
        "Under the old rules an appeal has to be lodged within 60 days of the judgment.",
        "Each of her ministers has two weeks to find savings.",
    ],
)
def test_a_length_of_time_that_somebody_set_or_that_runs_from_something_told_is_one(text: str) -> None:
    assert deadlines(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The lake should reach the moraine no later than the summer of 2033.", "en"),
        ("The service expects it to reach six metres by Friday evening and to fall below five by Sunday.", "en"),
        ("By 2041, if the model is right, there will be no ice left on the pass.", "en"),
        ("The glacier will have vanished by 2041 at the latest, even if summers grow no warmer.", "en"),
        ("La production devrait reprendre d'ici à la mi-avril.", "fr"),
        ("Der Pegel soll bis Freitag auf sechs Meter steigen.", "de"),
    ],
)
def test_what_is_likely_to_come_about_is_no_deadline(text: str, language: str) -> None:
    assert deadlines(text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "A study of 2003 gave the glacier until 2027.",
        "Doctors gave her until Easter.",
        "The winger has a contract until 2028.",
        "The bank is seen leaving rates alone until the autumn.",
        "The driver was set free after an hour.",
        "Customers had to wait until Thursday for their parcels.",
    ],
)
def test_only_time_that_is_held_or_granted_is_a_limit(text: str) -> None:
    assert deadlines(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The storm warning for the valley is in force until noon on Saturday.",
        "Its fuel will run out in 2031.",
        "The March contract expires on Friday, which makes for thin trading.",
        "The March contract was up 2 percent at 6.48 dollars by 11:40.",
        "A firm without meters pays 5,000 crowns a day.",
    ],
)
def test_only_what_somebody_set_runs_out(text: str) -> None:
    assert deadlines(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The regulator expects the bank's answers no later than 20 March.",
        "The council has told the 140 people on the caravan site at Velder to be out by Friday.",
        "The authority has prolonged it until 15 April.",
        "Leaflets signed by the brigade allow farmers one week to quit their fields.",
        "The brigade gave the town and the farmers it protects until Sunday to choose.",
    ],
)
def test_who_expects_tells_allows_or_prolongs_sets_a_limit(text: str) -> None:
    assert deadlines(text)


def test_two_hours_of_one_day_are_two_deadlines() -> None:
    text = (
        "Seats must be paid for at the office in Mill Lane by 5 p.m. on Thursday.\n\n"
        "Residents of Mill Lane are asked to move their cars by midnight on Thursday."
    )
    assert len(deadlines(text)) == 2
