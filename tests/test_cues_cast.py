"""Who the parties of a story are: whole names, one party one actor, who is scenery; sentences made for this test."""

from __future__ import annotations

import pytest

from summarizer.cues.attribution import continued, find_attributions
from summarizer.cues.groups import find_groups
from summarizer.cues.identity import same
from summarizer.cues.names import find_names
from summarizer.cues.nouns import nouns
from summarizer.cues.referents import Referent, Referents
from summarizer.document import Document
from summarizer.reading.wording import plain_kind


def names(text: str, language: str = "en") -> list[str]:
    return [name.form for name in find_names(Document.of(text, language))]


def groups(text: str, language: str = "en") -> list[str]:
    return [text[slice(*span)] for span, _ in find_groups(Document.of(text, language))]


def cast(text: str, language: str = "en") -> list[Referent]:
    document = Document.of(text, language)
    referents = Referents(document, find_names(document))
    referents.resolve(continued(find_attributions(document), document))
    referents.join_groups(find_groups(document))
    return [referent for referent in referents.all if referent.acts or referent.speaks]


def speakers(text: str, language: str = "en") -> list[tuple[str, str]]:
    document = Document.of(text, language)
    referents = Referents(document, find_names(document))
    hits = referents.resolve(continued(find_attributions(document), document))
    return [(hit.referent.name if hit.referent else "?", hit.attribution.kind) for hit in hits]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("She spoke for the Freight Users' Council.", "Freight Users' Council"),
        ("It was the Tolvan Women’s League that paid.", "Tolvan Women’s League"),
        ("Miners' Union leaders met.", "Miners' Union"),
        ("A sergeant of the Tolvan People's Defence Forces left.", "Tolvan People's Defence Forces"),
        ("The Economic Community of Norrland States (ECNS) met.", "Economic Community of Norrland States"),
    ],
)
def test_a_name_goes_on_over_a_plural_s_possessive_and_up_to_its_initials(text: str, form: str) -> None:
    assert form in names(text)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Tolvan's Council met.", "Council"),
        ("It happened last New Year's Eve in Karsk.", "Karsk"),
        ("They asked the Lands ministry for Karsk.", "Karsk"),
        ("“Cows I could have counted,” she told Karsk.", "Karsk"),
    ],
)
def test_a_place_s_possessive_a_holiday_and_a_department_s_field_open_no_name(text: str, form: str) -> None:
    assert names(text)[-1] == form
    assert not {"Eve", "New Year", "Lands", "Cows", "Cows I"} & set(names(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Eleven guards, a cook and a family of three lost their lives.",
            ["Eleven guards", "a cook", "a family of three"],
        ),
        ("A police colonel and a former member of parliament also died.", ["A police colonel", "a former member"]),
        ("On Tuesday night men who came by boat burned it.", ["men"]),
        ("In 2021 raiders burned it.", ["raiders"]),
        ("He was jailed for shooting dead nine herders.", ["nine herders"]),
        ("A commission that the towns set up is to report.", ["A commission"]),
        ("It was stopped by an operator who pulled the plug.", ["an operator"]),
    ],
)
def test_whoever_shares_a_verb_or_follows_a_time_is_somebody(text: str, expected: list[str]) -> None:
    found = groups(text)
    assert all(any(actor.startswith(wanted) for actor in found) for wanted in expected)


@pytest.mark.parametrize(
    "text",
    [
        "Others fled, and some of them drowned.",
        "The dead were named as Olav Lind and Ana Ruiz.",
        "The petitioners, Olav Lind and Ana Ruiz, have 14 days.",
        "The agency, which is run by the state, has closed.",
        "The union, whose members have walked out, is small.",
        "The minister of power and water, Olav Lind, left.",
    ],
)
def test_quantities_the_named_and_owners_are_no_actors_of_their_own(text: str) -> None:
    assert not {"Others", "some of them", "The dead", "The petitioners", "the state", "whose members", "water"} & set(
        groups(text)
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The gunman fled. Police said the gunman was identified on Sunday as Darion Vale, 19.", 2),
        ("The Tarn Front, also known as the TLF, burned it. The TLF fled.", 1),
        ("Karsk police sealed off the town. Police said two men were held.", 2),
    ],
)
def test_a_description_and_the_name_that_identifies_it_are_one(text: str, count: int) -> None:
    assert len(cast(text)) == count


@pytest.mark.parametrize(("short", "name"), [("the court", "Supreme Court"), ("TTP", "The two privates")])
def test_a_common_noun_is_no_short_form_of_a_name(short: str, name: str) -> None:
    assert not same(short, name)


def test_people_are_also_told_with_what_tells_which_they_are() -> None:
    assert "Men with silenced weapons" in cast("Men with silenced weapons shot a guard.")[0].forms


def test_several_owners_are_no_group_and_the_general_is_a_person() -> None:
    assert not nouns("en").are_alike("owners", "group")
    assert nouns("en").are_alike("officers", "police")
    assert nouns("en").is_person("general")


def test_a_name_after_a_conjunction_that_is_a_preposition_too_acts() -> None:
    assert {r.name for r in cast("It began after Yahya Tamm had lost the vote.")} == {"Yahya Tamm"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Tolvan cyber centre said so.", "people"),
        ("The consortium said so.", "organisation"),
        ("Six gunmen opened fire.", "people"),
        ("The rebels opened fire.", "armed_group"),
    ],
)
def test_an_unnamed_body_is_an_organisation_and_counted_fighters_are_people(text: str, kind: str) -> None:
    assert plain_kind(cast(text)[0]) == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two clerks, Olav Lind and Ana Ruiz, said it rained.", ["Olav Lind", "Ana Ruiz"]),
        ("Olav Lind and Ana Ruiz said it rained. They denied any part.", ["Olav Lind", "Ana Ruiz"] * 2),
        ("By six, according to a timeline that the company shared, all was well.", ["the company"]),
        ("An inquiry by the Tolvan Rights Board, whose report was read out, confirmed it.", ["Tolvan Rights Board"]),
        (
            "The envoy for West Tarn and the Sound, who was there, said it rained.",
            ["The envoy for West Tarn and the Sound"],
        ),
        ("Ana Ruiz wants more: she told parliament that it rained.", ["Ana Ruiz"]),
        ("The attacker was named by Karsk officials as Darion Vale.", ["Karsk officials"]),
        ("A bag found near it held two devices that ticked.", []),
        ("Olav Lind pleaded guilty on Tuesday to three counts that stood.", []),
        ("The firm would neither confirm nor deny that.", []),
    ],
)
def test_the_speaker_is_who_says_it_and_no_thing(text: str, expected: list[str]) -> None:
    assert [name for name, _ in speakers(text)] == expected


def test_a_writing_once_told_whose_speaks_for_its_issuer() -> None:
    text = "The bloc met, its communiqué said. Ana Ruiz left. She denied it. The communiqué said it would end."
    assert speakers(text)[-1][0] == "The bloc"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ana Ruiz warned that an all-out war meant to bring people home would drive others out.", "prediction"),
        ("They would answer for it, he said.", "statement"),
        ("The Front praised the attack as an attack on our people.", "statement"),
        ("Olav Lind said that he had been tortured into it.", "accusation"),
        ("Karsk police suspect a small gang of the raid.", "accusation"),
        ("Olav Lind said that he expected the strike to go ahead.", "prediction"),
    ],
)
def test_the_kind_is_that_of_what_is_said(text: str, kind: str) -> None:
    assert speakers(text)[0][1] == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berichte, wonach er verkauft, wies er zurück.", "denial"),
        ("Die beiden Angeklagten bestreiten die Tat.", "denial"),
        ("Die Landesopposition warf ihm vor, gewarnt gewesen zu sein.", "accusation"),
        ("Andernfalls werde man streiken, kündigte Verhandlungsführerin Sabine Kolm an.", "threat"),
        ("Bis Dienstag solle alles laufen, versprach Werksbevollmächtigter Ansgar Tiel.", "promise"),
    ],
)
def test_german_verbs_of_several_forms_and_parts_attribute(text: str, expected: str) -> None:
    assert [kind for _, kind in speakers(text, "de")] == [expected]


def test_german_participles_are_no_names_and_a_role_leads_to_one() -> None:
    assert names("Verletzt wurde niemand.", "de") == []
    assert names("Das sagte Werksbevollmächtigter Ansgar Tiel.", "de") == ["Ansgar Tiel"]
