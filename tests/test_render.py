"""Views of a brief for people."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import ARTICLE, run, sample_brief

from summarizer.render import as_markdown, as_text
from summarizer.render.markdown import escaped
from summarizer.render.wording import figure, moment, place, visible
from summarizer.schema import Count, Evidence, When

WIDE = 400
MONDAY = dt.date(2025, 8, 4)


def test_the_text_view_names_actors_in_the_place_of_ids() -> None:
    view = as_text(sample_brief(), ARTICLE, width=WIDE)
    assert "• Sok Dararith: We do not take orders by stopwatch. [statement, in quotation marks]" in view
    assert "about: Bangkok" in view
    assert not re.search(r"\b[acdk]\d\b", view)


def test_evidence_stands_with_its_line_of_the_article() -> None:
    view = as_text(sample_brief(), ARTICLE, width=WIDE)
    assert "line 4: He denied that any heavy gun had crossed the line.\n" in view


def test_a_quote_that_the_heading_gives_already_is_not_repeated() -> None:
    quote = "He denied that any heavy gun had crossed the line."
    claim = sample_brief().claims[1].model_copy(update={"text": quote})
    view = as_text(sample_brief(claims=[claim]), ARTICLE, width=WIDE)
    assert view.count(quote) == 1
    assert "so in line 4" in view


def test_a_speaker_whom_the_claim_names_first_is_named_once() -> None:
    claim = sample_brief().claims[0].model_copy(update={"text": "Sok Dararith: “We do not take orders.”"})
    view = as_text(sample_brief(claims=[claim]), ARTICLE, width=WIDE)
    assert "• Sok Dararith: “We do not take orders.”" in view


def test_evidence_without_the_article_stands_with_its_characters() -> None:
    assert re.search(r"characters \d+–\d+: He denied that", as_text(sample_brief(), width=WIDE))


def test_an_evidence_over_two_lines_names_both() -> None:
    start = ARTICLE.index("spokesman.\nHe")
    across = Evidence(quote="spokesman.\nHe", start=start, end=start + 13)
    assert place(across, ARTICLE) == "lines 3–4"


def test_counts_and_dates_are_given_as_figures_and_as_written() -> None:
    view = as_text(sample_brief(), ARTICLE, width=WIDE)
    assert "killed: 6 or more (“at least six”)" in view
    assert "injured: dozens" in view
    assert "killed according to rescue workers: 6 or more (“at least six”) [line 6]" in view
    assert "due: by Saturday 15 November 2025, 18:00 (“until 6 p.m. on Saturday”)" in view


def test_rejected_items_are_counted_always_and_shown_on_request() -> None:
    assert "1 item(s) of the model were refused" in as_text(sample_brief(), width=WIDE)
    assert "Ninety died" not in as_text(sample_brief(), width=WIDE)
    shown = as_text(sample_brief(), rejected=True, width=WIDE)
    assert "Ninety died" in shown
    assert "90 is not there" in shown


def test_a_partial_brief_and_its_warnings_say_so() -> None:
    view = as_text(sample_brief(run=run(partial=True, coverage=[(0, 100)])), width=WIDE)
    assert f"PARTIAL: 100 of {len(ARTICLE)} characters were read" in view
    assert "Warning: 1 answer was cut" in view


def test_empty_sections_say_none() -> None:
    view = as_text(sample_brief(claims=[], deadlines=[], attacks=[]))
    assert "ATTACKS (0)\n-----------\nnone" in view


def test_lines_keep_to_the_width() -> None:
    assert max(map(len, as_text(sample_brief(), ARTICLE, width=60).splitlines())) <= 60


def test_markdown_has_a_heading_a_section_and_an_item_a_bullet() -> None:
    view = as_markdown(sample_brief(), ARTICLE)
    assert view.startswith("# Bangkok gives Cambodia until Saturday\n")
    assert "\n## Deadlines (1)\n" in view
    assert "\n- pull the howitzers off the ridge \\[pending\\]\n  - due: by Saturday" in view


@pytest.mark.parametrize(
    "text", ["<script>x</script>", "[a](http://b)", "**b**", "# h", "1. one", "- x", "`c`", "&lt;"]
)
def test_markup_of_the_article_stays_text_in_markdown(text: str) -> None:
    special = re.compile(r"(?<!\\)[<>\[\]*`#&]|^[-+]|^\d+[.)]")
    assert not special.search(escaped(text))


def test_what_a_terminal_would_obey_is_shown_instead() -> None:
    assert visible("red \x1b[31m \u202e back") == r"red \x1b[31m \u202e back"


@given(st.text(max_size=60))
@settings(deadline=None, max_examples=60)
def test_no_text_can_move_the_cursor_or_break_the_line(text: str) -> None:
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", visible(text))


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(low=6, high=6, text="six"), "6 (“six”)"),
        (Count(low=21, high=21, text="21"), "21"),
        (Count(low=12, high=15, text="12 to 15"), "12 to 15"),
        (Count(high=20, text="fewer than 20"), "up to 20 (“fewer than 20”)"),
        (Count(low=0, high=0, text="no one"), "0 (“no one”)"),
        (Count(text="several"), "several"),
    ],
)
def test_a_count_reads_as_its_bounds(count: Count, words: str) -> None:
    assert figure(count) == words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When(text="some day"), "“some day” (no date)"),
        (When(text="from Monday", start=MONDAY, precision="day"), "from Monday 4 August 2025 (“from Monday”)"),
        (
            When(text="this week", start=MONDAY, end=dt.date(2025, 8, 10), precision="week"),
            "the week of Monday 4 August 2025 (“this week”)",
        ),
        (
            When(text="in August", start=dt.date(2025, 8, 1), end=dt.date(2025, 8, 31), precision="month"),
            "August 2025 (“in August”)",
        ),
        (When(text="Q3", start=dt.date(2025, 7, 1), end=dt.date(2025, 9, 30), precision="quarter"), "Q3 2025 (“Q3”)"),
        (
            When(text="next year", start=dt.date(2026, 1, 1), end=dt.date(2026, 12, 31), precision="year"),
            "2026 (“next year”)",
        ),
        (
            When(text="on the 4th and 5th", start=MONDAY, end=dt.date(2025, 8, 5), precision="day"),
            "Monday 4 August 2025 to Tuesday 5 August 2025 (“on the 4th and 5th”)",
        ),
        (
            When(text="early August", start=dt.date(2025, 8, 1), end=dt.date(2025, 8, 10), precision="month"),
            "Friday 1 August 2025 to Sunday 10 August 2025 (“early August”)",
        ),
    ],
)
def test_a_time_reads_as_its_days(when: When, words: str) -> None:
    assert moment(when) == words
