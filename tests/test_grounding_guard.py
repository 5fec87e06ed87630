"""The guard: what a content says must stand in its evidence, its names in the text."""

from __future__ import annotations

import pytest

from summarizer.grounding import Refusal, check, evidence, locate

TEXT = """At least twelve people were killed and 31 injured when a missile hit the market in Balaklia on Friday, 7 \
August, Governor Oleh Vasylenko said. Rescuers were searching for a trader under the roof.

Colonel Viktor Orlov denied that his battery had fired. He said the army had not attacked the village but \
had shelled the ridge for 1,200 metres. No. 10 did not comment, and no later than Sunday the inquiry must \
report to the United Nations. Dozens of Ukrainian families left. Petro Kovalenko, a teacher, could not rule \
out a second strike. F-16s were heard."""


def refusal(wording: object, quote: str, field: str = "text", language: str = "en", text: str = TEXT) -> Refusal | None:
    span = locate(text, quote)
    assert span is not None
    return check({field: wording}, [evidence(text, *span)], text, language)


def reason(wording: object, quote: str, field: str = "text") -> str | None:
    found = refusal(wording, quote, field)
    return found.reason if found else None


KILLED = (
    "At least twelve people were killed and 31 injured when a missile hit the market in Balaklia on Friday, 7 August"
)
SHELLED = "He said the army had not attacked the village but had shelled the ridge for 1,200 metres."


@pytest.mark.parametrize(
    ("wording", "quote"),
    [
        ("At least 12 people were killed in Balaklia.", KILLED),
        ("A dozen people were killed and thirty-one were injured.", KILLED),
        ("People were killed on Friday.", KILLED),
        ("It happened on Aug. 7 in Balaklia.", KILLED),
        ("The ridge was shelled for 1200 metres.", SHELLED),
        ("The army did not attack the village.", SHELLED),
        ("The army shelled the ridge.", SHELLED),
        ("One trader is under the roof.", "Rescuers were searching for a trader under the roof."),
        ("Orlov's battery did not fire.", "Colonel Viktor Orlov denied that his battery had fired."),
        ("Orlov denied that the battery had fired.", "Colonel Viktor Orlov denied that his battery had fired."),
        (
            "The U.N. gets the inquiry's report by Sunday.",
            "no later than Sunday the inquiry must report to the United Nations",
        ),
        ("A second strike cannot be ruled out.", "Petro Kovalenko, a teacher, could not rule out a second strike."),
        ("Families left Ukraine by the dozens.", "Dozens of Ukrainian families left."),
    ],
)
def test_a_faithful_paraphrase_passes(wording: str, quote: str) -> None:
    assert refusal(wording, quote) is None


@pytest.mark.parametrize(
    ("wording", "quote", "expected"),
    [
        ("At least 21 people were killed.", KILLED, "figure"),
        ("Sixteen people were killed.", KILLED, "figure"),
        ("Hundreds of people were killed in the market.", KILLED, "figure"),
        ("People were killed in the market on Monday.", KILLED, "date"),
        ("People were killed in the market in March.", KILLED, "date"),
        ("People were killed in the market on 8 August.", KILLED, "date"),
        ("People were killed in the market in 2024.", KILLED, "date"),
        ("The army had attacked the village.", SHELLED, "negation"),
        ("The army had not shelled the ridge.", SHELLED, "negation"),
        ("Orlov's battery had fired.", "Colonel Viktor Orlov denied that his battery had fired.", "negation"),
        (
            "A second strike can be ruled out.",
            "Petro Kovalenko, a teacher, could not rule out a second strike.",
            "negation",
        ),
        ("Twelve people were not killed in the market.", KILLED, "negation"),
        ("Colonel Petro Orlov shelled the ridge.", SHELLED, "name"),
        ("Hollister killed people in the market.", KILLED, "name"),
        ("Colonel Viktor Kovalenko shelled the ridge.", SHELLED, "name"),
        ("F-35s hit the market.", KILLED, "name"),
        ("The talks went well and the mood was good.", KILLED, "other"),
    ],
)
def test_what_the_evidence_does_not_say_is_refused_with_its_reason(wording: str, quote: str, expected: str) -> None:
    assert reason(wording, quote) == expected


def test_several_evidences_are_read_together() -> None:
    pieces = [evidence(TEXT, *span) for quote in (KILLED, SHELLED) if (span := locate(TEXT, quote))]
    content = {"summary": "At least 12 people were killed on Friday and the army shelled the ridge for 1,200 metres."}
    assert check(content, pieces, TEXT) is None
    assert check(content, pieces[:1], TEXT) is not None


def test_lists_are_checked_and_other_values_passed_over() -> None:
    assert refusal(["the market", "the harbour of Gdansk"], KILLED, "targets") == Refusal(
        "name", "targets: 'Gdansk' does not stand in the text"
    )
    assert refusal(None, KILLED) is None
    assert refusal(3, KILLED) is None


def test_a_demand_may_leave_out_the_negation_of_not_meeting_it() -> None:
    text = "Schools that do not comply by Christmas will lose their grant. Guests must not leave the hall before noon."
    assert (
        refusal("comply", "Schools that do not comply by Christmas will lose their grant.", "what", text=text) is None
    )
    turned = refusal("leave the hall", "Guests must not leave the hall before noon.", "what", text=text)
    assert turned is not None
    assert turned.reason == "negation"


def test_an_evidence_cut_off_behind_its_negation_still_negates() -> None:
    assert reason("The army attacked the village.", "attacked the village") == "negation"


def test_the_name_of_a_thing_need_not_repeat_a_negation() -> None:
    assert refusal("the village", SHELLED, "targets") is None


@pytest.mark.parametrize(
    ("language", "text", "good", "bad", "expected"),
    [
        (
            "de",
            "Die Regierung werde nicht vor Freitag entscheiden, sagte Ute Harms.",
            "Vor Freitag wird nicht entschieden.",
            "Vor Montag wird nicht entschieden.",
            "date",
        ),
        (
            "de",
            "Das Werk in Leuna werde nicht geschlossen, sagte Ute Harms.",
            "Das Werk wird nicht geschlossen.",
            "Das Werk wird geschlossen.",
            "negation",
        ),
        (
            "fr",
            "Aucun civil n’a été touché, a affirmé Alain Doumba.",
            "Aucun civil n'a été touché.",
            "Des civils ont été touchés.",
            "negation",
        ),
        (
            "es",
            "El embalse no se vaciará antes de mayo, dijo Pilar Serrano.",
            "El embalse no se vaciará antes de mayo.",
            "El embalse no se vaciará antes de junio.",
            "date",
        ),
        (
            "uk",
            "Унаслідок удару по Трипіллю загинули двоє людей, сказала Олена Гончар.",
            "У Трипіллі загинули 2 людини.",
            "У Трипіллі загинули троє людей.",
            "figure",
        ),
        ("ru", "Войска не отступят, заявил Игорь Седов.", "Войска не отступят.", "Войска отступят.", "negation"),
        (
            "pl",
            "Zginęło dwunastu żołnierzy, powiedział Jan Kowalski.",
            "Zginęło 12 żołnierzy.",
            "Zginęło 21 żołnierzy.",
            "figure",
        ),
        (
            "it",
            "Il ponte non riaprirà prima di lunedì, ha detto Anna Bassi.",
            "Il ponte non riaprirà prima di lunedì.",
            "Il ponte riaprirà prima di lunedì.",
            "negation",
        ),
        (
            "pt",
            "A greve começa na sexta-feira, disse Rui Matos.",
            "A greve começa na sexta-feira.",
            "A greve começa na quinta-feira.",
            "date",
        ),
        ("fi", "Tulipalossa kuoli 12 ihmistä, kertoi Aino Laine.", "Kuolleita on 12.", "Kuolleita on 21.", "figure"),
    ],
)
def test_the_guard_holds_in_other_languages(language: str, text: str, good: str, bad: str, expected: str) -> None:
    piece = evidence(text, 0, len(text))
    assert check({"text": good}, [piece], text, language) is None
    refused = check({"text": bad}, [piece], text, language)
    assert refused is not None
    assert refused.reason == expected


@pytest.mark.parametrize(
    "wording",
    ["No later than Sunday the inquiry must report.", "No. 10 did not comment."],
)
def test_a_phrase_that_only_looks_negative_negates_nothing(wording: str) -> None:
    assert refusal(wording, "No. 10 did not comment, and no later than Sunday the inquiry must report") is None


def test_a_capital_at_the_sentence_start_is_no_name() -> None:
    quote = "Rescuers were searching for a trader under the roof."
    assert refusal("Searching went on for a trader under the roof.", quote) is None
    assert refusal("Officials were searching under the roof.", quote) is None
