"""Text → sentences with exact offsets."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document import Document, is_blank, read_file
from summarizer.errors import InputError

PROSE = st.lists(
    st.sampled_from(
        [
            "He left.",
            "“We go. It rains,” she said.",
            "Approx. 40 men",
            "\n\n",
            " ",
            "\n",
            "😀",
            "No. 5 Main St.",
            "«Ні», – сказав він.",
            "…",
            "\u00a0",
        ]
    ),
    min_size=1,
    max_size=12,
).map("".join)


def sentences(text: str, language: str = "en") -> list[str]:
    document = Document.of(text, language)
    return [document.quote(sentence) for sentence in document.sentences]


@settings(deadline=None, max_examples=60)
@given(PROSE.filter(lambda text: not is_blank(text)))
def test_sentences_cover_all_but_whitespace_in_order(text: str) -> None:
    document = Document.of(text, "en")
    at = 0
    for sentence in document.sentences:
        assert not text[at : sentence.start].strip()
        assert sentence.start < sentence.end
        at = sentence.end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    "text",
    [
        "He counted approx. 40 men at the gate.",
        "Three guards (incl. two officers) were hurt.",
        "Gen. Orlo met Lt. Col. J. R. Smit on Jan. 5.",
        "“What now?” she asked.",
        "Shots were fired near No. 5 Main St. at dawn.",
    ],
)
def test_an_abbreviation_or_a_quotation_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_a_quotation_of_two_sentences_is_two_sentences() -> None:
    assert sentences("“Ten days sounded long. Today I would not bet on them.”") == [
        "“Ten days sounded long.",
        "Today I would not bet on them.”",
    ]


def test_a_blank_line_ends_a_sentence_and_a_paragraph() -> None:
    document = Document.of("OVERVIEW\n\nShelling went on", "en")
    assert [sentence.paragraph for sentence in document.sentences] == [0, 1]


def test_offsets_are_code_points_behind_an_astral_character() -> None:
    document = Document.of("😀 He left. She stayed.", "en")
    assert document.quote(document.sentences[1]) == "She stayed."


@pytest.mark.parametrize("text", ["", "   \n\t", None, 7, b"bytes"])
def test_what_is_no_text_is_refused(text: object) -> None:
    with pytest.raises(InputError):
        Document.of(text)  # type: ignore[arg-type]


def test_a_byte_order_mark_is_dropped_and_newlines_stay(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbfOne.\r\nTwo.")
    assert read_file(file) == "One.\r\nTwo."


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xffO", "not UTF-8"),
        ("Grüße".encode("utf-16"), "UTF-16, not UTF-8; save it as UTF-8"),
        (b"PK\x00\x00\x00", "binary"),
        (b" \n", "empty"),
        ("\u200b\u2060".encode(), "empty"),
    ],
)
def test_bytes_that_are_no_text_are_named(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        read_file(io.BytesIO(data))


def test_a_text_in_which_nothing_can_be_seen_is_empty() -> None:
    with pytest.raises(InputError, match="the text is empty: 2 characters, none of them visible"):
        Document.of("\u200b ")


def test_a_day_or_a_zone_behind_a_half_of_the_day_goes_on_with_the_sentence() -> None:
    """ "5 p.m. Monday" is one time; any other capital behind "p.m." opens a sentence."""
    text = "Owners must reply by 5 p.m. Monday. The offer ends at 9 a.m. ET Tuesday. It began at 6 a.m. Several left."
    document = Document.of(text, "en")
    assert [document.quote(sentence) for sentence in document.sentences] == [
        "Owners must reply by 5 p.m. Monday.",
        "The offer ends at 9 a.m. ET Tuesday.",
        "It began at 6 a.m.",
        "Several left.",
    ]


def test_half_a_surrogate_pair_is_refused_with_its_place_and_a_remedy_that_works() -> None:
    text = "Rain \ud83d fell on \ud83d\ude00 day."
    with pytest.raises(InputError, match=r"U\+D83D.* at offset 5.*surrogatepass"):
        Document.of(text, "en")
    Document.of(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), "en")


@pytest.mark.parametrize("word", ["rain ", "rain\n", "дощ ", "雨"])
def test_a_text_without_sentence_ends_is_cut_into_pieces_that_fit_a_window(word: str) -> None:
    text = word * 3_000
    document = Document.of(text, "en")
    assert max(sentence.end - sentence.start for sentence in document.sentences) <= 2_000
    assert "".join("".join(map(document.quote, document.sentences)).split()) == "".join(text.split())
    assert all(document.quote(sentence)[-1] == word.strip()[-1] for sentence in document.sentences)
