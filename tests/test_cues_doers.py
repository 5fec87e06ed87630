"""Who did an attack and who is bound by a deadline, on news of a few sentences; one behaviour a test."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from summarizer.cues import limits, violence
from summarizer.cues.attribution import continued, find_attributions
from summarizer.cues.names import find_names
from summarizer.cues.referents import Referents
from summarizer.dates import resolve
from summarizer.document import Document
from summarizer.reading.doers import doers

WEDNESDAY = dt.date(2026, 3, 11)
TEXTS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "data" / "doer_texts.yaml").read_text("utf-8")
)
RIGHT = 0.7
"""Share of the texts that must be read just as labelled."""


def told(text: str, language: str = "en") -> tuple[list[str], str]:
    """Perpetrators and attribution of the first attack."""
    document = Document.of(text, language)
    referents = Referents(document, find_names(document))
    claims = referents.resolve(continued(find_attributions(document), document))
    cue = violence.propose(document, WEDNESDAY)[0]
    found, attribution = doers(referents, cue, claims)
    return [referent.name for referent in found], attribution


def parties(text: str, language: str = "en") -> tuple[list[str], list[str]]:
    """Who sets the first deadline and whom it binds, as written."""
    cue = limits.propose(Document.of(text, language), WEDNESDAY)[0]
    return [text[slice(*span)] for span in cue.set_by], [text[slice(*span)] for span in cue.binding_on]


def named(found: list[str], accepted: list[str]) -> bool:
    return len(found) == min(len(accepted), 1) and all(any(a in name for a in accepted) for name in found)


def test_most_doers_are_those_that_a_reader_finds() -> None:
    wrong = []
    for case in TEXTS["doers"]:
        found, attribution = told(case["text"], case.get("lang", "en"))
        if not (named(found, case["by"]) and attribution in case["attribution"]):
            wrong.append((case["text"], found, attribution))
    assert len(wrong) <= (1 - RIGHT) * len(TEXTS["doers"]), wrong


def test_most_parties_are_those_that_a_reader_finds() -> None:
    wrong = []
    for case in TEXTS["parties"]:
        found = parties(case["text"], case.get("lang", "en"))
        if not (named(found[0], case["set_by"]) and named(found[1], case["binding_on"])):
            wrong.append((case["text"], found))
    assert len(wrong) <= (1 - RIGHT) * len(TEXTS["parties"]), wrong


def test_nobody_is_blamed_by_a_question() -> None:
    text = "A bomb killed two people in Quetta on Monday. He was asked whether Iran was behind the attack."
    assert told(text) == ([], "unknown")


def test_a_bound_flips_no_year() -> None:
    for words in ("from 1 September", "on 1 September"):
        assert resolve(words, dt.date(2025, 8, 9), context=f"France lifted the ban {words}.").start is None


@pytest.mark.parametrize(
    ("text", "setter", "bound"),
    [
        ("The drivers said they would block the port unless the ministry acts by Sunday.", "drivers", "ministry"),
        ("Ines Vold warned that Orlan must sign the treaty within two weeks.", "Ines Vold", "Orlan"),
        ("The council’s Friday deadline for the campers to leave is near.", "council", "campers"),
        ("The thieves said they are giving the clinic two days to pay or else lose its files.", "they", "clinic"),
        (
            "The colonel issued an ultimatum to the garrison on Tuesday. It has until Friday to leave.",
            "colonel",
            "garrison",
        ),
        ("The owner has until Friday to answer, and the tenants until Sunday.", "", "owner"),
        ("Petr Hanak told the Orlan Courier that the truce ends on Friday.", "", ""),
        ("The truce between Orlan and Tamrin expires on Friday.", "Orlan", "Orlan"),
        ("Agencies without a budget must send notices by Friday.", "", "Agencies"),
        ("The court agreed to extend the loan until 30 March.", "court", ""),
        ("Ines Vold promised the envoys that the army would leave by Sunday.", "Ines Vold", "army"),
        ("A commission that the three towns set up in May is to report no later than 30 April.", "", "commission"),
        ("The residents of Velder, Orlan and Tamrin have to be gone by Tuesday.", "", "Velder, Orlan and Tamrin"),
        ("The port has given the union until noon on Monday to accept.", "port", "union"),
        ("Within 72 hours the rebels must hand over their prisoners.", "", "rebels"),
        ("Each of her ministers has two weeks to find savings.", "", "her ministers"),
        ("She refused to stop the sale, but ordered the board to give the court a list by Monday.", "She", "board"),
        ("The judge told the hearing that carriers would be obliged to keep records by Friday.", "judge", "carriers"),
        ("The Velder mine's export permit runs out on 30 March.", "", "Velder mine"),
        ("A reward of 9,000 crowns, put up by the guild, expires on 30 March.", "guild", ""),
        ("The truce signed in Velder by five rebel groups lapses on 30 March.", "five rebel", "five rebel"),
        ("The department missed a deadline of 2 March for answering.", "", "department"),
        ("The clerks are to be told before 20 March whether they may stay.", "", ""),
        ("The sailors were to be shot if no money had come by Friday, the pirates warned.", "pirates", ""),
    ],
)
def test_parties_are_told_by_conditions_warnings_nouns_and_the_sentence_before(
    text: str, setter: str, bound: str
) -> None:
    """The first of each; "" where the wording tells nobody."""
    found = [names[0] if names else "" for names in parties(text)]
    assert all(
        wanted in name and bool(wanted) == bool(name) for wanted, name in zip((setter, bound), found, strict=True)
    ), found


def test_victims_are_no_perpetrators() -> None:
    text = "Nine Aresian soldiers were killed and five wounded in an attack on their post near Orlo on Monday."
    assert told(text) == ([], "unknown")


def test_the_doer_stands_in_the_clause_behind_the_victims() -> None:
    text = "Four people were killed near Orlo on Monday when gunmen opened fire on a convoy."
    assert told(text) == (["gunmen"], "reported")


def test_a_state_whose_drones_struck_did_it() -> None:
    text = "Russian drones struck a market in Orikhiv on Monday, killing two people. Russia did not comment."
    assert told(text)[0] == ["Russia"]


def test_a_group_that_claims_an_attack_is_not_the_one_that_is_asked() -> None:
    text = "Harkat claimed an attack on a bus in Orlo on Monday that killed six soldiers, police said."
    assert told(text) == (["Harkat"], "claimed")


def test_police_who_look_into_it_did_not_do_it() -> None:
    text = "Somebody set a house in Orlo ablaze on Monday. Police are treating it as an arson attack."
    assert told(text) == ([], "unknown")
