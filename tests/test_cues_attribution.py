"""Who says what in a sentence, on sentences written for this test in six languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from summarizer.cues.attribution import LIKELY, continued, find_attributions
from summarizer.cues.names import find_names
from summarizer.cues.referents import Referents, Resolved
from summarizer.document import Document

SENTENCES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "data" / "attribution_sentences.yaml").read_text("utf-8")
)
LEAST_RIGHT = {"en": 0.95}
"""The share of speakers that must be right; elsewhere four in five."""
ELSEWHERE = 0.8


def resolved(text: str, language: str) -> list[Resolved]:
    document = Document.of(text, language)
    names = find_names(document)
    found = Referents(document, names).resolve(continued(find_attributions(document), document))
    return [hit for hit in found if hit.referent and hit.attribution.prior >= LIKELY]


def is_named(speaker: str, hit: Resolved) -> bool:
    assert hit.referent is not None
    forms = {form.casefold().removeprefix("the ") for form in (*hit.referent.forms, *hit.referent.roles)}
    wanted = speaker.casefold().removeprefix("the ")
    return wanted in forms or wanted in hit.referent.name.casefold()


def outcomes(language: str) -> Iterator[bool]:
    """For each speaker that a reader hears, whether the cues hear the same."""
    for item in SENTENCES[language]:
        hits = resolved(item["text"], language)
        for number, speaker, *_ in item.get("says", []):
            yield any(hit.attribution.sentence == number and is_named(speaker, hit) for hit in hits)


@pytest.mark.parametrize("language", SENTENCES)
def test_the_speakers_are_those_whom_a_reader_hears(language: str) -> None:
    heard = list(outcomes(language))
    assert sum(heard) >= LEAST_RIGHT.get(language, ELSEWHERE) * len(heard)


def test_english_sentences_in_which_nobody_speaks_have_no_speaker() -> None:
    silent = [item["text"] for item in SENTENCES["en"] if not item.get("says")]
    wrong = [text for text in silent if resolved(text, "en")]
    assert len(wrong) <= 0.1 * len(silent), wrong


def test_a_broken_quotation_has_one_speaker() -> None:
    (hit,) = resolved("“We waited,” Ola Berg said, “and nobody came.”", "en")
    assert is_named("Ola Berg", hit)
    assert hit.attribution.direct


def test_a_pronoun_is_led_back_to_the_one_who_spoke_before() -> None:
    first, second = resolved("“We waited,” said Greta Berg. She denied that anyone had come.", "en")
    assert second.referent is first.referent
    assert second.attribution.kind == "denial"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Four houses burned in Kherson, the Suspilne broadcaster reported.", "Suspilne"),
        ("A grenade fell near Kfar Kila, the UNIFIL mission said.", "the UNIFIL mission"),
        ("“They will sell Rotterdam,” said one of them, Ruth Oyelaran.", "Ruth Oyelaran"),
    ],
)
def test_the_speaker_is_who_stands_at_the_verb_and_no_place_before_it(text: str, speaker: str) -> None:
    (hit,) = resolved(text, "en")
    assert is_named(speaker, hit)


def test_a_role_between_commas_is_its_name_s() -> None:
    (hit,) = resolved("Iryna Solodka, its operations chief, said the plant was safe.", "en")
    assert is_named("Iryna Solodka", hit)
