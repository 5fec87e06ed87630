"""What agency and local copy taught: who only relays, who is no speaker, what is no name; sentences made for this test."""

from __future__ import annotations

import pytest

from summarizer.cues.attribution import Attribution, find_attributions
from summarizer.cues.groups import find_groups
from summarizer.cues.names import find_names
from summarizer.cues.referents import Referent, Referents
from summarizer.document import Document
from summarizer.reading.wording import plain_kind


def told(text: str) -> list[Attribution]:
    return find_attributions(Document.of(text, "en"))


def speakers(text: str) -> list[tuple[str | None, str | None]]:
    """Each speaker's words with those of whom he speaks through."""
    return [(_words(text, a.speaker), _words(text, a.via)) for a in told(text)]


def _words(text: str, span: tuple[int, int] | None) -> str | None:
    return text[slice(*span)] if span else None


def groups(text: str) -> list[str]:
    return [text[slice(*span)] for span, _ in find_groups(Document.of(text, "en"))]


def names(text: str) -> list[str]:
    return [name.form for name in find_names(Document.of(text, "en"))]


def cast(text: str) -> list[Referent]:
    document = Document.of(text, "en")
    referents = Referents(document, find_names(document))
    referents.resolve(find_attributions(document))
    referents.join_groups(find_groups(document))
    return [referent for referent in referents.all if referent.acts or referent.speaks or referent.relays]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to AFP, Tolvan police confirmed that two had died.", [("Tolvan police", "AFP")]),
        (
            "A resident said two had died, according to the Tolvan Post newspaper.",
            [("A resident", "the Tolvan Post newspaper")],
        ),
        ("He said they also took cattle, Xinhua news agency reported.", [("He", "Xinhua news agency")]),
    ],
)
def test_a_medium_beside_another_s_words_only_relays_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert speakers(text) == expected


def test_a_medium_that_tells_by_itself_speaks() -> None:
    assert speakers("The two sides expect a truce, the Tolvan Post reported.")[0][0] == "the Tolvan Post"


@pytest.mark.parametrize(
    "text",
    [
        "It is held that the offer made the drivers stay out, believing the managers were bluffing.",
        "The front has not yet claimed responsibility for the attack.",
        "A truce declared by the rebels ended.",
    ],
)
def test_who_thinks_has_yet_to_speak_or_is_told_of_says_nothing(text: str) -> None:
    assert speakers(text) == []


def test_what_is_said_by_phone_or_by_saying_so_is_said() -> None:
    assert speakers("The mayor responded by saying that the port was open.") == [("The mayor", None)]
    assert speakers("The mayor insisted by phone that the port was open.") == [("The mayor", None)]


def test_a_clause_beside_the_main_one_has_its_own_speaker() -> None:
    text = (
        "While police said that five were taken in the raid, three residents of Orvado maintained that 52 were seized."
    )
    clauses = [_words(text, a.clause) for a in told(text)]
    assert clauses == [
        "While police said that five were taken in the raid",
        "three residents of Orvado maintained that 52 were seized",
    ]


def test_who_speaks_in_a_circumstance_is_no_part_of_what_is_called_for() -> None:
    text = "The mayor repeated her call after Mr. Osek told Radio Tolvan that the bridge was safe."
    assert speakers(text)[1] == ("Mr. Osek", "Radio Tolvan")
    assert speakers("The mayor said she left after Mr. Osek told her that the bridge was safe.") == [
        ("The mayor", None)
    ]


def test_a_quotation_s_speaker_may_volunteer_it() -> None:
    assert speakers("“They came for revenge,” a local vigilante volunteered.") == [("a local vigilante", None)]
