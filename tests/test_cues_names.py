"""Which words are a name, which names are one actor's, and what stands beside them as a role; one behaviour a test."""

from __future__ import annotations

import pytest

from summarizer.cues.attribution import find_attributions
from summarizer.cues.groups import find_groups
from summarizer.cues.identity import same
from summarizer.cues.names import find_names
from summarizer.cues.namesakes import Namesakes
from summarizer.cues.referents import Referents
from summarizer.document import Document


def names(text: str) -> list[str]:
    return [name.form for name in find_names(Document.of(text, "en"))]


def roles(text: str) -> dict[str, list[str]]:
    document = Document.of(text, "en")
    return {r.name: r.roles for r in Referents(document, find_names(document)).all if not r.common}


def groups(text: str) -> list[str]:
    return [text[slice(*span)] for span, _ in find_groups(Document.of(text, "en"))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Velmar", "the Velmar shipping bank"),
        ("Karsk", "Karsk police"),
        ("Karsk", "Karsk City Council"),
        ("Velmar", "Officials in Velmar"),
        ("New Tarn", "New Tarn Herald"),
        ("Leeds", "University of Leeds"),
        ("UN", "Un Bo"),
    ],
)
def test_a_name_that_only_modifies_another_noun_is_not_that_actor(one: str, other: str) -> None:
    assert not same(one, other)
    assert not same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bo", "Bo Jinrui"),
        ("Ruiz", "interior minister Ana Ruiz"),
        ("Tolvan", "Tolvan Brewing"),
        ("Hallin", "Hallin Group"),
        ("Defence Ministry", "Ministry of Defence"),
        ("Supreme Court", "Velmar Supreme Court"),
        ("Carlos Arce", "Carlos Arce Molina"),
    ],
)
def test_a_short_form_is_the_same_actor(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    "text",
    [
        "Velmar Shipping raised its rates. Rain fell in Velmar.",
        "The Ruiz Organization was sued. Ana Ruiz left the court.",
    ],
)
def test_a_body_does_not_share_the_name_of_a_place_or_a_person_that_it_opens_with(text: str) -> None:
    alike = Namesakes(Document.of(text, "en"))
    assert not any(alike.may_be_one(text.split()[i].strip("."), " ".join(text.split()[i : i + 2])) for i in (0, 1))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Joe Keith of the Transport and General Workers Union left.",
            ["Joe Keith", "Transport and General Workers Union"],
        ),
        ("The Foreign Secretary left with the Chief Executive.", []),
        ("Senate Minority Leader Ruth Amund answered.", ["Ruth Amund"]),
        ("Hallin Energy Chief Executive Tom Beck left.", ["Hallin Energy", "Tom Beck"]),
        ("Bank of Velmar officials left.", ["Bank of Velmar"]),
        ("The UTC was told at 10 UTC.", ["UTC"]),
        ("They met Jun Alvar in June.", ["Jun Alvar"]),
        ("They met S Halvorsen. A storm rose.", ["S Halvorsen"]),
    ],
)
def test_posts_and_hours_are_no_names_and_bodies_keep_theirs_whole(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Transport Minister Ana Ruiz said so.", "Transport Minister"),
        ("Karsk Police Chief Ana Ruiz said so.", "Karsk Police Chief"),
        ("Former Velmar Gov. Ana Ruiz said so.", "Former Velmar Gov."),
        ("Deputy General Secretary Ana Ruiz said so.", "Deputy General Secretary"),
        ("Ana Ruiz, chief conciliator at Acra, said so.", "chief conciliator at Acra"),
        ("The suspect, identified as Ana Ruiz, fled.", "The suspect"),
        ("The harbour’s Mines Minister, Ana Ruiz, fled.", "The harbour’s Mines Minister"),
        ("Ms Ana Ruiz said so.", None),
    ],
)
def test_a_role_is_told_whole(text: str, role: str | None) -> None:
    assert roles(text)["Ana Ruiz"] == ([role] if role else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Several of the attacks hit Karsk. Several of the men fled.", ["Several of the men"]),
        ("Men with silenced weapons shot two guards dead.", ["Men", "two guards"]),
        ("The town had come under fire.", []),
        ("A missile killed nine civilians. Since March 900 civilians were killed.", ["nine civilians"]),
        ("Yet public money has bought silence.", []),
    ],
)
def test_groups_are_those_who_act_or_suffer(text: str, found: list[str]) -> None:
    assert groups(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Suspected Halden Front rebels left.", ["Halden Front"]),
        ("They fear Halden Front Maoist rebels.", ["Halden Front"]),
        ("Tarn-based Velmar Bulk left.", ["Velmar Bulk"]),
        ("A King Soopers store burned.", ["King Soopers"]),
        ("By ANA RUIZ and TOM BECK\n\nTarn fell.", ["Tarn"]),
        ("Tarn fell. (Press Photo/Ana Ruiz, File)", ["Tarn"]),
        ("Tarn (Press Union) - Velmar fell.\n\n(Reporting by Ana Ruiz; Editing by Tom Beck)", ["Velmar"]),
        ("By Monday Ana Ruiz had left Tarn.", ["Ana Ruiz", "Tarn"]),
    ],
)
def test_what_only_describes_a_name_or_stands_around_the_story_is_no_name(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Officials investigating the crash said it was late.", "Officials investigating the crash"),
        ("A lawyer representing Ana Ruiz said she would appeal.", "A lawyer representing Ana Ruiz"),
        ("According to the Velmar air force Tarn fired nine drones.", "the Velmar air force"),
        ("Groups in Tarn state said it was late.", "Groups in Tarn state"),
    ],
)
def test_who_speaks_is_the_head_of_the_whole_phrase(text: str, speaker: str) -> None:
    (attribution,) = find_attributions(Document.of(text, "en"))
    assert attribution.speaker
    assert text[slice(*attribution.speaker)] == speaker


def forms(text: str) -> list[set[str]]:
    document = Document.of(text, "en")
    referents = Referents(document, find_names(document))
    referents.resolve(find_attributions(document))
    referents.join_groups(find_groups(document))
    return [set(r.forms) for r in referents.all]


def test_the_fighters_of_a_group_are_the_group_and_the_union_of_a_firm_is_not_the_firm() -> None:
    assert forms("Boko Tarn fighters fled. Boko Tarn said so.") == [{"Boko Tarn", "Boko Tarn fighters"}]
    assert {"The Tarn union"} in forms("The Tarn union said so. Tarn said no.")
    assert {"Tarn militants"} in forms("Tarn militants said so. It rained in Tarn.")


def test_a_name_of_one_word_has_its_title() -> None:
    assert forms("Commander Jasko said so. Mr Beck left.") == [{"Commander Jasko"}, {"Beck"}]


def test_a_statement_is_that_of_whoever_released_it() -> None:
    assert {"his father"} in forms("Velmar Bank was right, according to a statement released by his father.")


def test_an_office_of_several_words_is_a_role_and_its_holder_speaks() -> None:
    text = "Velmar Secretary of State Ana Ruiz said so."
    assert roles(text) == {"Ana Ruiz": ["Velmar Secretary of State"]}
    assert {"Ana Ruiz"} in forms(text)


def test_a_spokesman_is_not_the_firm_he_speaks_for() -> None:
    assert not same("Tolvan", "a Tolvan spokesman")


def test_an_apposition_behind_a_place_is_that_of_the_body_there() -> None:
    assert roles("The Court of Appeal in Halden, the second court, left.").get("Halden", []) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Harbours Department left.", ["Harbours Department"]),
        ("She sued Tarn Mills Private Limited.", ["Tarn Mills Private Limited"]),
        ("Its Office of Foreign Trade Control agreed.", ["Office of Foreign Trade Control"]),
        ("Foreign Affairs Minister Ana Ruiz agreed.", ["Ana Ruiz"]),
        ("Members of the Union of Dock and Ferry Workers left.", ["Union of Dock and Ferry Workers"]),
        ("He told the Sunday Gazette so.", ["Sunday Gazette"]),
        ("He left on the Friday Mr Ruiz came.", ["Ruiz"]),
    ],
)
def test_the_name_of_a_body_is_taken_whole(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Early reports of a spill were wrong.",
        "Ferry prices in the port rose.",
        "Tea had to be brought in by lorry.",
        "13.10 Dockers at the port walked out.",
        "13:10 Dockers at the port walked out.",
    ],
)
def test_a_common_noun_that_opens_a_sentence_or_an_entry_of_a_live_report_is_no_name(text: str) -> None:
    assert names(text) == []


def test_a_body_is_also_called_by_its_name_without_what_it_is_of() -> None:
    assert same("Free Army", "Free Army of Tarn")
    assert not same("Supreme Court", "Supreme Court of Mali")


def test_a_number_opens_its_phrase_behind_a_verb_that_no_table_knows() -> None:
    assert groups("The Velmar Authority employs 3,100 men.") == ["3,100 men"]
    assert groups("The last two soldiers left.") == ["The last two soldiers"]
