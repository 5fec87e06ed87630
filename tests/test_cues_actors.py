"""Kinds, affiliations, relaying media and days of saying, as the rules read them off a sentence."""

from __future__ import annotations

import pytest

from summarizer.cues.attribution import find_attributions
from summarizer.cues.groups import find_groups
from summarizer.cues.names import find_names
from summarizer.cues.referents import Referents
from summarizer.cues.referents.affiliations import affiliation_of
from summarizer.document import Document
from summarizer.reading.wording import plain_kind


def read(text: str, language: str = "en") -> tuple[Document, Referents]:
    document = Document.of(text, language)
    referents = Referents(document, find_names(document))
    referents.resolve(find_attributions(document))
    referents.join_groups(find_groups(document))
    return document, referents


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Free Delta Brigade, an armed group in the creeks, said it was ready.", {"armed_group"}),
        ("The fire brigade said nobody was hurt.", {"organisation"}),
        ("Opposition politicians said the vote was rigged.", {"people"}),
        ("The energy workers’ union said it would strike.", {"organisation"}),
        ("The trade body Halden Voice said so.", {"organisation"}),
        ("Sorvane, an insurgent army, said it was ready.", {"armed_group"}),
        ("The website Nordlys24 said so.", {"media"}),
        ("The Sunday Gazette said so.", {"media"}),
        ("Five hospitals said they were full.", {"organisation"}),
        ("Two freight operators said they were full.", {"company"}),
        ("Two clients said they were happy.", {"people"}),
        ("Prosecutors said she lied.", {"government"}),
        ("Three prosecutors said she lied.", {"people"}),
        ("Her foreign office said so.", {"government"}),
        ("One of her bankers said so.", {"person"}),
        ("The European Union said so.", {"organisation"}),
        ("The commissioner said so.", {"person"}),
    ],
)
def test_kind_is_what_an_actor_is_said_to_be(text: str, kinds: set[str]) -> None:
    _, referents = read(text)
    assert {kind for r in referents.all if r.speaks and (kind := plain_kind(r))} == kinds


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("Lena Vogt of the grain traders’ union said exports would stop.", "the grain traders’ union"),
        ("Interior Ministry spokesman Yusuf Kaan said nobody was hurt.", "Interior Ministry"),
        (
            "Helen Firth, an epidemiologist at Imperial College London, said cases were rising.",
            "Imperial College London",
        ),
        ("Dana Kern, the mayor of Brodow, said the bridge was open.", None),
        ("FBX special agent Dana Kern said the bridge was open.", "FBX"),
        ("The authority’s director, Dana Kern, said the bridge was open.", None),
        ("Press secretary Dana Kern said the bridge was open.", None),
    ],
)
def test_affiliation_is_a_body_that_the_text_names(text: str, affiliation: str | None) -> None:
    document, referents = read(text)
    assert [affiliation_of(document, r) for r in referents.all if r.person] == [affiliation]


def test_an_owner_without_a_name_is_told_by_the_name_of_whom_it_means() -> None:
    document, referents = read("The Harbour Authority closed. The authority’s director, Dana Kern, said so.")
    (director,) = (r for r in referents.all if r.person)
    assert affiliation_of(document, director, referents.all) == "Harbour Authority"


@pytest.mark.parametrize(
    ("text", "said", "via"),
    [
        ("Ana Ruiz said on Monday that exports would stop.", "on Monday", None),
        ("The ministry on Tuesday said the bridge was open.", "on Tuesday", None),
        ("Ana Ruiz said Monday’s attack was a crime.", None, None),
        ("Ana Ruiz told the BBC that officials had lied.", None, "BBC"),
        ("Ana Ruiz told reporters that officials had lied.", None, None),
    ],
)
def test_when_and_through_whom_it_was_said(text: str, said: str | None, via: str | None) -> None:
    (attribution,) = find_attributions(Document.of(text, "en"))
    assert (text[slice(*attribution.said)] if attribution.said else None) == said
    told = text[slice(*attribution.via)].removeprefix("the ") if attribution.via else None
    assert told == via


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Since May blasts have killed 27 people.", 0),
        ("The blast came after 27 people.", 0),
        ("A blast killed 27 people.", 0),
        ("A blast killed 27 civilians.", 1),
        ("Some 400 people fled the town.", 1),
    ],
)
def test_counted_people_are_actors_where_they_act_or_suffer(text: str, groups: int) -> None:
    assert len(find_groups(Document.of(text, "en"))) == groups


def test_a_name_that_which_tells_more_of_is_no_person() -> None:
    _, referents = read("Ivarto, which runs the port, agreed. In Halden, which fell, Ana Ruiz agreed.")
    assert [(r.name, r.body) for r in referents.all if r.name in ("Ivarto", "Halden", "Ana Ruiz")] == [
        ("Ivarto", True),
        ("Halden", False),
        ("Ana Ruiz", False),
    ]


def test_somebodys_office_is_not_the_body_that_was_spoken_of() -> None:
    _, referents = read("The NKB said so. The mayor’s office said no.")
    assert len([r for r in referents.all if r.speaks]) == 2


def test_everyone_is_no_speaker_and_both_sides_are_nobody_new() -> None:
    document, _ = read("Not everyone believes it. Both sides fired.")
    assert (find_attributions(document), find_groups(document)) == ([], [])
