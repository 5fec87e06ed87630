"""Deadline cues: which times bind somebody, which tellings are one deadline, and what became of its date."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.cues.limits import DeadlineCue, propose
from summarizer.document import Document, is_blank

WEDNESDAY = dt.date(2026, 3, 11)
SENTENCES = yaml.safe_load((Path(__file__).parent / "data" / "cue_sentences.yaml").read_text("utf-8"))["deadlines"]
LIKELY = 0.3


def deadlines(text: str, language: str = "en") -> list[DeadlineCue]:
    """The likely deadlines of a text published on Wednesday, 11 March 2026."""
    return [cue for cue in propose(Document.of(text, language), WEDNESDAY) if cue.prior >= LIKELY]


def only(text: str, language: str = "en") -> DeadlineCue:
    """The text's one likely deadline."""
    [cue] = deadlines(text, language)
    return cue


def end(cue: DeadlineCue) -> dt.date | None:
    """The last day on which to act."""
    return cue.when.end if cue.when else None


def march(day: int) -> dt.date:
    """A day of the month of publication."""
    return dt.date(2026, 3, day)


def test_nineteen_of_twenty_sentences_are_read_as_a_reader_reads_them() -> None:
    """Scheduled events, narrative, forecasts and opening hours are told from deadlines."""
    wrong = [
        case["text"] for case in SENTENCES if bool(deadlines(case["text"], case.get("lang", "en"))) != case["told"]
    ]
    assert len(SENTENCES) > 150
    assert len(wrong) <= 0.05 * len(SENTENCES), wrong


def test_due_dates_are_those_of_the_sentence() -> None:
    """Nineteen of twenty of the deadlines that are found have the date that the label has."""
    told = [case for case in SENTENCES if case["told"] and case.get("due")]
    found = [(case, cues[0]) for case in told if (cues := deadlines(case["text"], case.get("lang", "en")))]
    wrong = [(case["text"], end(cue)) for case, cue in found if end(cue) != case["due"]]
    assert len(wrong) <= 0.05 * len(found), wrong


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ida Roth kündigte an, die Wache bis zum 20. März zu öffnen.", 20),
        ("Die Stadt will den Tunnel bis Monatsende sanieren.", 31),
        ("Der Vertrag läuft am 30. März aus.", 30),
    ],
)
def test_german_bis_is_a_limit_for_whoever_undertakes_something(text: str, day: int) -> None:
    assert end(only(text, "de")) == march(day)


def test_german_bis_is_none_where_something_only_goes_on() -> None:
    assert all(cue.prior < 0 for cue in deadlines("Die Brücke bleibt bis Freitag gesperrt.", "de"))


def test_several_deadlines_of_one_sentence_have_a_clause_each() -> None:
    """The frame that the second leaves out is the first's."""
    text = "Importers have until 20 March to declare their stocks, and smelters until 31 March to prove their sources."
    first, second = deadlines(text)
    assert (end(first), end(second)) == (march(20), march(31))
    assert text[slice(*first.clause)] == "Importers have until 20 March to declare their stocks"
    assert text[slice(*second.clause)].startswith("and smelters until 31 March")


def test_a_deadline_told_twice_is_one_with_two_sentences() -> None:
    """The same day and a word in common."""
    cue = only("The council must publish its accounts by 20 March.\n\nThe accounts are due on 20 March at noon.")
    assert sorted(cue.sentences) == [1, 2]


def test_the_deadline_taken_up_without_a_date_is_no_other() -> None:
    """ "The ultimatum" refers to the one that was told."""
    text = "The rebels gave the city until Friday to surrender.\n\nThe ultimatum was rejected by the mayor."
    assert [end(cue) for cue in deadlines(text)] == [march(13)]


@pytest.mark.parametrize(
    ("text", "due", "before", "status"),
    [
        ("The cut-off was extended from 20 March to 27 March.", march(27), [march(20)], "extended"),
        ("The duty, which was to take effect on 12 March, will now be imposed on 27 March unless a deal is struck.",
         march(27), [march(12)], "moved"),
        ("They must decide not by Friday, as first ordered, but by 20 March.", march(20), [march(13)], "moved"),
    ],
)  # fmt: skip
def test_a_moved_date_stands_in_previously(text: str, due: dt.date, before: list[dt.date], status: str) -> None:
    """The newest date is due, the older ones are kept, and the status says what became of it."""
    cue = only(text)
    assert (end(cue), [when.end for when in cue.previously], cue.status) == (due, before, status)


def test_a_newer_date_in_the_next_sentence_takes_the_place_of_the_first() -> None:
    """What "has now been postponed" is the deadline before it."""
    cue = only("The tariff pause was set to expire on Wednesday.\n\nIt has now been postponed to 27 March.")
    assert (end(cue), [when.end for when in cue.previously]) == (march(27), [march(11)])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The order to repay the aid by 31 March was withdrawn.", "lifted"),
        ("The ministry let a deadline of 1 March for the report slip.", "passed"),
        ("The fine, due on 2 March, was paid a day early.", "met"),
        ("The permit expires on 31 March.", "pending"),
    ],
)
def test_status_is_what_the_wording_tells(text: str, status: str) -> None:
    """A date in the past alone changes nothing."""
    assert only(text).status == status


def test_consequence_amount_and_parties_are_spans_of_the_clause() -> None:
    """As written."""
    text = "Washington gave Tehran until Friday to pay $2.5 million or face new sanctions."
    cue = only(text)
    assert cue.consequence is not None
    assert text[slice(*cue.consequence)] == "face new sanctions"
    assert cue.amount is not None
    assert text[slice(*cue.amount)] == "$2.5 million"
    assert [text[slice(*name)] for name in cue.set_by] == ["Washington"]
    assert [text[slice(*name)] for name in cue.binding_on] == ["Tehran"]


def test_an_ultimatum_without_a_date_is_proposed_without_one() -> None:
    """Less likely than a dated one, and due is None."""
    [cue] = propose(Document.of("The union issued an ultimatum to the ministry.", "en"), WEDNESDAY)
    assert cue.due is None
    assert cue.when is None
    assert cue.prior < LIKELY


def test_a_date_that_cannot_be_worked_out_keeps_its_expression() -> None:
    """It is a deadline all the same."""
    text = "The company must answer within 48 hours after the ruling is published."
    cue = only(text)
    assert end(cue) is None
    assert cue.due is not None
    assert "48 hours" in text[slice(*cue.due)]


def test_the_longest_and_the_shortest_of_a_period_count_from_publication() -> None:
    """A bare period is one within which to act."""
    assert end(only("The tenants have two weeks to leave.")) == march(25)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), st.sampled_from(["\n\n", " "]))
def test_clauses_lie_in_their_sentence_and_due_in_its_sentence(cases: list[dict[str, str]], between: str) -> None:
    """Whatever the order in which deadlines are told."""
    document = Document.of(between.join(case["text"] for case in cases), "en")
    for cue in propose(document, WEDNESDAY):
        sentence = document.sentence(cue.sentences[0])
        assert sentence is not None
        assert sentence.start <= cue.clause.start < cue.clause.end <= sentence.end
        assert cue.due is None or sentence.start <= cue.due.start < cue.due.end <= sentence.end


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=200), st.sampled_from(["en", "de", "fr", "es", "uk", "ru", "ja", "und"]))
def test_any_text_is_read_without_an_error(text: str, language: str) -> None:
    """Arbitrary characters in any language."""
    if not is_blank(text):
        assert isinstance(propose(Document.of(text, language), None), list)


def ends(text: str) -> list[tuple[dt.date | None, dt.date | None]]:
    """The first and last day of each likely deadline."""
    return [(cue.when.start, cue.when.end) if cue.when else (None, None) for cue in deadlines(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The Orlan brigade issued an ultimatum on Monday. It demands that the garrison leave within 72 hours.",
        "The thieves wrote to the Velder clinics on Monday.\n\nThe chain has 72 hours to pay, the note says.",
        "The Orlan brigade gave the town 72 hours to surrender. The ultimatum was issued on Monday.",
        "A judge on Monday closed the Tamrin pit.\n\nIn her order, Ines Vold gave the owner 72 hours to drain it.",
    ],
)
def test_a_length_of_time_counts_from_the_day_on_which_another_sentence_says_it_was_set(text: str) -> None:
    """The sentence before, the one behind, or the lead of a story that is told in the past."""
    assert ends(text) == [(march(9), march(12))]


@pytest.mark.parametrize(
    "text",
    [
        "The Orlan brigade had threatened to shell the port within 24 hours unless it was paid.",
        "The families were given 20 days, counted from the day of the raid, to pay the ransom.",
        "On Monday the court gave the Tamrin council 30 days to answer a complaint filed on Friday.",
        "The Tamrin council gave the campers two more weeks to leave.",
    ],
)
def test_a_length_of_time_whose_first_day_is_not_told_stays_unresolved(text: str) -> None:
    """It is a deadline, but publication is not when it began."""
    assert ends(text) == [(None, None)]


def test_a_day_without_a_year_that_must_still_come_is_the_next() -> None:
    """The nearest is long past; where the nearest passed lately it may be a slip, and stays unresolved."""
    assert ends("The ministry must submit its plan by 1 December.") == [(None, dt.date(2026, 12, 1))]
    assert ends("The pact expires on 30 November.") == [(dt.date(2026, 11, 30), dt.date(2026, 11, 30))]
    assert ends("The ministry must submit its plan by 15 February.") == [(None, None)]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The gang has issued a Friday deadline for the clinic to pay.", march(13)),
        ("Talks went on ahead of a Friday deadline for a new budget.", march(13)),
        ("The council’s Friday deadline for the campers to leave passed without arrests.", march(6)),
    ],
)
def test_the_weekday_of_a_named_deadline_lies_ahead_unless_it_passed(text: str, due: dt.date) -> None:
    """The tense of "has issued" is that of the issuing."""
    assert [end(cue) for cue in deadlines(text)] == [due]


@pytest.mark.parametrize(
    "text",
    [
        "The colonel issued an ultimatum to the garrison on Tuesday.",
        "Two days before the new duty was to take effect, Orlan asked for an extension.",
        "By noon on Tuesday the river had risen by two metres.",
        "Inflation will fall to 2 percent by 2027, the bank said.",
        "The council said the hall would stay closed until Monday.",
        "The museum is open until 6 p.m. on Sundays.",
        "The company expects to return to profit by the end of the year.",
        "The state had been given forty minutes’ warning.",
    ],
)
def test_when_something_was_told_happened_or_will_come_about_is_no_deadline(text: str) -> None:
    """Nobody has to act by then."""
    assert deadlines(text) == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("If the minister does nothing within a week, the drivers will block the port.", march(18)),
        ("The owner must reply in 10 days.", march(21)),
        ("The reward stands until the end of March.", march(31)),
        ("The cabinet decided to hold its fire until midnight on Sunday.", march(15)),
        ("The rebels issued a 48-hour ultimatum on Tuesday.", march(12)),
        ("Owners must send in their plans by 5 p.m. Friday.", march(13)),
    ],
)
def test_deadlines_are_found_in_conditions_grants_and_what_lasts_until(text: str, due: dt.date) -> None:
    """What news words them with besides "by"."""
    assert [end(cue) for cue in deadlines(text)] == [due]


def test_what_is_threatened_beside_a_condition_is_the_consequence() -> None:
    """Not the condition itself."""
    text = "If the council does not act by Sunday, the drivers will block the port."
    cue = only(text)
    assert cue.consequence is not None
    assert text[slice(*cue.consequence)] == "the drivers will block the port"


def test_an_extension_of_unnamed_length_and_its_new_date_are_one() -> None:
    """The date is told in the next sentence."""
    text = "The Orlan agency is giving people another month to comment. Letters must now be in by 29 March."
    assert ends(text) == [(None, march(29))]


def test_the_end_of_a_week_is_no_length_of_time_in_other_languages() -> None:
    """ "До кінця тижня" is Sunday, not seven days on."""
    cue = only("Міністерка закликала раду до кінця тижня надіслати спостерігачів.", "uk")
    assert end(cue) == march(15)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Leaflets fell on Velder on Wednesday.\n\nEverybody was to be out of the village by 4 p.m.", march(11)),
        ("Leaflets fell on Velder on Tuesday.\n\nEverybody was to be out of the village by nightfall.", march(10)),
        ("15:10 – Residents near the dam have been told to leave by sunset.", march(11)),
        ("The owners were told on Tuesday to clear the road. The gate must be open by 6 p.m.", None),
        ("Tenants must be home by 10 p.m. under the rules of the house.", None),
        ("Leaflets fell on Velder on Tuesday.\n\nEverybody was to be out of the village by dawn.", None),
    ],
)
def test_an_hour_without_its_day_is_of_the_day_on_which_it_was_set(text: str, due: dt.date | None) -> None:
    """Unresolved where nothing tells that day, or the hour may as well be one of the next."""
    assert end(only(text)) == due


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Marek Doll was sentenced to 12 years in prison on Tuesday. He has 14 days to appeal.", march(10)),
        ("A caller who had called the abbey on Monday gave the abbot, Brother Odo Renn, 72 hours.", march(9)),
        ("Ines Vold was jailed on Tuesday.\n\nThe mill burned in May 2024.\n\nThe court awarded the guild two million "
         "crowns, which the town is to pay within 30 days.", march(10)),
    ],
)  # fmt: skip
def test_the_time_to_appeal_or_to_pay_counts_from_the_judgment(text: str, first: dt.date) -> None:
    """Not from publication, where the lead tells the day of what set it."""
    assert [cue.when.start for cue in deadlines(text) if cue.when] == [first]


def test_what_must_happen_before_then_is_due_the_day_before() -> None:
    """The threat's own day is too late."""
    cue = only("The duty will be charged from 20 March unless a treaty is signed before then.")
    assert cue.when
    assert (cue.when.start, cue.when.end) == (None, march(19))


@pytest.mark.parametrize(
    ("text", "due", "before", "status"),
    [
        ("The mandate of the monitors, due to run out on 31 March, was prolonged to 30 April.", dt.date(2026, 4, 30),
         march(31), "extended"),
        ("The offer, which had been due to lapse on Monday, will stay open until 20 March.", march(20), march(9),
         "extended"),
        ("A commission is to present its maps by 20 March. An earlier deadline for the maps, 2 March, had gone by.",
         march(20), march(2), "moved"),
        ("The sailors were to be shot if no money had come by noon on Wednesday. The gang has now given the owners "
         "until 2 p.m. on Wednesday.", march(11), march(11), "extended"),
    ],
)  # fmt: skip
def test_a_former_date_is_known_by_what_replaced_it(text: str, due: dt.date, before: dt.date, status: str) -> None:
    """In the sentence or the next, what runs out or whoever is given time is extended, what is to be done is moved."""
    cue = only(text)
    assert (end(cue), [when.end for when in cue.previously], cue.status) == (due, [before], status)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The firm had until 6 March to file its accounts, a time limit that it met.", "met"),
        ("The garrison was to leave by 6 March, which it did.", "met"),
        ("On 2 March the gang gave the owners three days to pay.", "passed"),
        ("The firm must pay by 20 March, and no longer asks why.", "pending"),
    ],
)
def test_what_is_over_is_told_as_met_or_passed(text: str, status: str) -> None:
    """By the text's own tense, not by the day alone."""
    assert only(text).status == status


def test_years_that_a_court_gives_somebody_are_no_deadline() -> None:
    assert not [c for c in deadlines("Ulric Senn, 24, was given six years and nine months on Friday.") if c.prior > 0]
    assert only("The court gave the ministry three years to rebuild the wing.").prior > 0
