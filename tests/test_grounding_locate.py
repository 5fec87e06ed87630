"""A quote's exact span: typography is forgiven, facts are not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from summarizer.grounding import evidence, locate
from summarizer.grounding.typography import fold, folded

TEXT = """The hackers broke in on the night of 9 May through a supplier’s remote-access account, encrypted 60 servers \
and left a note. “We do not take orders by stopwatch,” said Sok Dararith, the foreign ministry spokesman.

At least twelve people were killed on Friday, said Colonel Viktor Orlov — the third strike in a month… He had not \
attacked the village but had fired on the ridge. Zoë Müller, 16, lost 1,200 euros."""

FRENCH = "Le ministre a répondu\u00a0: «\u00a0Nous ne partirons pas\u00a0», à 18\u00a0heures."


def found(quote: str, text: str = TEXT) -> str | None:
    span = locate(text, quote)
    return text[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("encrypted 60 servers", "encrypted 60 servers"),
        ('"We do not take orders by stopwatch,"', "“We do not take orders by stopwatch,”"),
        ("'We do not take orders by stopwatch'", "We do not take orders by stopwatch"),
        ("a supplier's remote-access account", "a supplier’s remote-access account"),
        ("a supplier’s remote\u2011access account", "a supplier’s remote-access account"),
        ("AT LEAST TWELVE PEOPLE", "At least twelve people"),
        ("at  least\u00a0twelve\npeople", "At least twelve people"),
        ("Viktor Orlov - the third strike", "Viktor Orlov — the third strike"),
        ("in a month... He had", "in a month… He had"),
        ("…encrypted 60 servers…", "encrypted 60 servers"),
        ("encrypted 60 servers and left a note", "encrypted 60 servers and left a note"),
        ("at\u00adtacked the vil\u200blage", "attacked the village"),
        (unicodedata.normalize("NFD", "Zoë Müller"), "Zoë Müller"),
    ],
)
def test_typography_is_forgiven(quote: str, passage: str) -> None:
    assert found(quote) == passage


def test_the_spaces_inside_guillemets_are_forgiven() -> None:
    assert found('"Nous ne partirons pas"', FRENCH) == "«\u00a0Nous ne partirons pas\u00a0»"


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("At least twelve people were killd on Friday", "At least twelve people were killed on Friday"),
        ("the hackers broke in on night of 9 May", "The hackers broke in on the night of 9 May"),
        (
            "a suppliers remote access account, encrypted 60 servers",
            "a supplier’s remote-access account, encrypted 60 servers",
        ),
    ],
)
def test_a_slip_of_copying_is_forgiven(quote: str, passage: str) -> None:
    assert found(quote) == passage


@pytest.mark.parametrize(
    "quote",
    [
        "encrypted 61 servers and left a note",
        "encrypted sixteen servers and left a note",
        "At least twenty people were killed on Friday",
        "At least twelve people were killed on Monday",
        "broke in on the night of 9 March through a supplier’s remote-access account",
        "said Colonel Petro Orlov — the third strike in a month",
        "said Colonel Viktor Orlow — the third strike in a month",
        "We do take orders by stopwatch",
        "He had attacked the village but had fired on the ridge",
        "He had not attacked the village but had not fired on the ridge",
        "At least twelve people were injured on Friday",
        "At least people were killed on Friday, said Colonel Viktor Orlov",
        "The mayor resigned after the meeting",
    ],
)
def test_a_changed_fact_is_refused_however_close_the_wording(quote: str) -> None:
    assert found(quote) is None


@pytest.mark.parametrize(
    "quote",
    [
        "encrypted 60 servers … said Sok Dararith, the foreign ministry spokesman",
        "encrypted 60 servers and left a note... fired on the ridge",
        "encrypted 60 servers, said Sok Dararith",
        "encrypted 60 servers and left a note said Sok Dararith, the foreign ministry spokesman",
    ],
)
def test_a_quote_glued_from_two_places_is_refused(quote: str) -> None:
    assert found(quote) is None


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("6", TEXT),
        ("200 euros", TEXT),
        ("orders by stop", TEXT),
        ("do", "They don’t."),
        ("5 people", "It was 1.5 people."),
    ],
)
def test_a_part_of_a_word_or_number_is_no_place(quote: str, text: str) -> None:
    assert found(quote, text) is None


def test_a_whole_word_behind_a_part_of_one_is_found() -> None:
    assert locate("He isn’t. He is.", "is") == (13, 15)


@pytest.mark.parametrize("quote", ["", "   ", "…", '""', "—"])
def test_a_quote_without_a_letter_is_nowhere(quote: str) -> None:
    assert locate(TEXT, quote) is None


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_a_text_without_a_letter_holds_nothing(text: str) -> None:
    assert locate(text, "a quote that is longer") is None


def test_the_search_keeps_within_its_limits() -> None:
    text = "He said no. Later he said no."
    assert locate(text, "he said no", within=(12, len(text))) == (18, 28)
    assert locate(text, "Later", within=(0, 11)) is None


def test_a_fuzzy_match_is_never_longer_than_a_sentence() -> None:
    text = "The plant will close in the autumn. Its workers were told by letter on the same day."
    assert locate(text, "The plant will close in autumn. Its workrs were told by letter on same day.") is None


words = st.text(alphabet="abcdeé12’-", min_size=1, max_size=6)
articles = st.lists(words, min_size=3, max_size=25).map(lambda found: " ".join(found) + ".")


@given(article=articles, first=st.integers(0, 24), count=st.integers(1, 25), data=st.data())
@settings(max_examples=80, deadline=None)
def test_whatever_is_copied_is_found_with_the_same_words(
    article: str, first: int, count: int, data: st.DataObject
) -> None:
    tokens = article.rstrip(".").split(" ")
    chosen = " ".join(tokens[first : first + count])
    assume(any(map(str.isalnum, chosen)))
    marks = data.draw(st.sampled_from("'’`")), data.draw(st.sampled_from("-–‑"))
    noisy = chosen.replace("’", marks[0]).replace("-", marks[1])
    copies = [noisy, noisy.upper(), noisy.replace(" ", "\u00a0 "), f"“{noisy}”"]
    span = locate(article, data.draw(st.sampled_from(copies)))
    assert span is not None
    assert folded(article[span.start : span.end]).strip("'-. ") == folded(chosen).strip("'-. ")


@given(text=st.text(max_size=80), quote=st.text(max_size=40))
@settings(max_examples=80, deadline=None)
def test_a_span_always_lies_in_the_text(text: str, quote: str) -> None:
    span = locate(text, quote)
    assert span is None or (0 <= span.start < span.end <= len(text) and text[span.start : span.end].strip())


@given(text=st.text(max_size=80))
@settings(max_examples=80, deadline=None)
def test_every_folded_character_knows_where_it_came_from(text: str) -> None:
    whole = fold(text)
    assert len(whole.text) == len(whole.starts) == len(whole.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(whole.starts, whole.ends, strict=True))
    assert whole.starts == sorted(whole.starts)


@given(text=st.text(alphabet="ab1,. ’\n", min_size=1, max_size=60), start=st.integers(0, 60), end=st.integers(0, 60))
@settings(max_examples=80, deadline=None)
def test_evidence_is_whole_words_of_the_text(text: str, start: int, end: int) -> None:
    if not text[start:end].strip():
        with pytest.raises(ValueError, match="no word"):
            evidence(text, start, end)
        return
    piece = evidence(text, start, end)
    assert text[piece.start : piece.end] == piece.quote == piece.quote.strip()
    assert not (text[piece.start - 1 : piece.start].isalnum() and text[piece.start].isalnum())
    assert not (text[piece.end : piece.end + 1].isalnum() and text[piece.end - 1].isalnum())


def test_evidence_is_widened_to_the_whole_number() -> None:
    assert evidence("It cost 1,200 euros.", 10, 13).quote == "1,200"
