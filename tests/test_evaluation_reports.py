"""The views of a verdict: nothing said twice differently, nothing of the test split shown, no request made."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from evaluation_samples import case, gold
from sample import ARTICLE, sample_brief

from summarizer.evaluation.annotations import SECTIONS, of_brief, of_labels
from summarizer.evaluation.answers import Answer, Share
from summarizer.evaluation.cases import Case
from summarizer.evaluation.makers import Maker
from summarizer.evaluation.report import formats
from summarizer.evaluation.report.marking import rows, segments
from summarizer.evaluation.report.page import as_html
from summarizer.evaluation.report.tables import Table
from summarizer.evaluation.report.written import as_job_summary, as_json, as_terminal, columns, headline, pipes
from summarizer.evaluation.results import Result
from summarizer.evaluation.statistics import Interval
from summarizer.evaluation.tallies import CaseTally
from summarizer.evaluation.thresholds import Floors, SectionFloor
from summarizer.evaluation.verdict import Verdict, judge

MAKER = Maker(model="tiny", plan="auto", library_version="0")
MADE = dt.datetime(2025, 11, 22, 12, 0, tzinfo=dt.UTC)


def verdict(**arguments: Any) -> Verdict:
    first, second = case("ridge"), case("valley", language="de", tags=["threat"])
    tallies = [CaseTally.of(first, [gold(first)]), CaseTally.of(second, [Answer(outcome="crashed", seconds=9.0)])]
    return judge("dev", MAKER, tallies, **arguments)


def page(*cases: Case, **arguments: Any) -> str:
    results = {each.id: [Result.of_brief(sample_brief(), each, 1, MAKER)] for each in cases}
    tallies = [CaseTally.of(each, [gold(each)]) for each in cases]
    return as_html(judge("dev", MAKER, tallies), cases, results, made=MADE, **arguments)


def test_one_verdict_feeds_every_view() -> None:
    fell = verdict(floors=Floors(claims=SectionFloor(found=0.9), exact=0.5))
    assert fell.exit_code == 3
    assert headline(fell) == "FELL (dev, 2 cases, tiny): claims.found at least 0.9"
    assert as_terminal(fell).splitlines()[-1] == headline(fell)
    assert as_job_summary(fell).startswith(f"## {headline(fell)}")
    assert [check["name"] for check in json.loads(as_json(fell))["checks"] if not check["kept"]] == [
        "claims.found at least 0.9"
    ]


def test_what_was_not_scored_has_not_fallen() -> None:
    nothing = case(labels={name: [] for name in SECTIONS})
    empty = judge("dev", MAKER, [CaseTally.of(nothing, [gold(nothing)])], floors=Floors(macro=SectionFloor(found=0.9)))
    assert empty.kept
    assert "not scored" in as_terminal(empty)
    assert "4 of 4 sections unscored" in as_terminal(empty)


def test_json_has_the_figures_unrounded_and_no_text() -> None:
    written = as_json(verdict())
    assert json.loads(written)["scores"]["macro.found"] == 2 / 3
    assert "howitzers" not in written


def test_the_ceiling_stands_beside_every_score() -> None:
    agreement = [CaseTally.of(case(), [gold(case())])]
    assert "1.00 / 1.00" in as_terminal(verdict(agreement=agreement))
    assert "a second labelling of 1 articles" in as_terminal(verdict(agreement=agreement))


def test_crashed_cases_are_named_and_groups_are_shown() -> None:
    told = as_job_summary(verdict())
    assert re.search(r"\| valley \|.*\| crashed \|", told)
    assert "| threat | 1 | 0.00 | 0.00 |" in told
    assert "| de | 1 | 0.00 | 0.00 |" in told


def test_a_row_is_a_hit_wrong_a_miss_or_an_invention() -> None:
    labels = of_labels(case().labels, ARTICLE)
    answer = of_brief(sample_brief())
    late = replace(answer.deadlines[0], due=None)
    answer = replace(answer, claims=answer.claims[:1], deadlines=(late,), attacks=(*answer.attacks, answer.attacks[0]))
    found = [(row.section, row.verdict) for row in rows(labels, answer) if row.section != "actors"]
    assert found == [
        ("claims", "hit"),
        ("claims", "miss"),
        ("deadlines", "wrong"),
        ("attacks", "hit"),
        ("attacks", "invention"),
    ]


def test_a_row_names_the_fields_that_differ() -> None:
    labels = of_labels(case().labels, ARTICLE)
    answer = of_brief(
        sample_brief(actors=[actor.model_copy(update={"kind": "media"}) for actor in sample_brief().actors])
    )
    assert {tuple(row.differs) for row in rows(labels, answer) if row.section == "actors"} == {("kind",)}


def test_marks_lie_where_the_passages_are_and_the_text_stays_whole() -> None:
    labels, answer = of_labels(case().labels, ARTICLE), of_brief(sample_brief(claims=[]))
    cut = segments(ARTICLE, rows(labels, answer))
    assert "".join(segment.text for segment in cut) == ARTICLE
    marked = "".join(segment.text for segment in cut if "claims-miss" in segment.marks)
    assert marked == "".join(label.quote for label in case().labels.claims)


class Page(HTMLParser):
    """What a browser would load, and whether tags are closed in order."""

    VOID = frozenset({"meta", "link", "input", "br"})

    def __init__(self, content: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(content)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.loads += [value or "" for name, value in attrs if name in {"src", "href", "action", "srcset"}]
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_is_one_file_that_loads_nothing() -> None:
    content = page(case())
    assert set(Page(content).loads) == {"data:,"}
    assert "<script" not in content
    assert "default-src 'none'" in content
    assert "@import" not in content


def test_the_page_shows_text_labels_and_brief_side_by_side() -> None:
    shown = Page(page(case())).text
    assert "until 6 p.m. on Saturday" in shown
    assert "due by 2025-11-15, pending, set by Bangkok, binds Cambodia" in shown
    assert "Bangkok gives Cambodia until Saturday" in shown


def test_markup_in_an_article_is_text_on_the_page() -> None:
    hostile = f"{ARTICLE}\n<script>alert(1)</script><img src=x onerror=alert(1)> {{{{ 6*7 }}}}"
    content = page(case(text=hostile))
    assert "<script" not in content
    assert "<img" not in content
    assert "{{ 6*7 }}" in Page(content).text


def test_texts_of_the_test_split_are_shown_only_when_asked_for() -> None:
    sealed = case("sealed", split="test")
    assert "howitzers" not in page(sealed)
    assert "Of 1 case of the test split only the scores are shown" in page(sealed)
    assert "howitzers" in page(sealed, reveal=True)


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (formats.score(None), "–"),
        (formats.score(0.125, Interval(0.1, 0.21)), "0.12 (0.10–0.21)"),
        (formats.share(Share(311, 311)), "311 of 311"),
        (formats.share(Share(1302, 1_302)), "1,302 of 1,302"),
        (formats.share(Share()), "–"),
        (formats.agreement(Share(1 / 3, 2)), "0.17 of 2"),
        (formats.probability(0.0004), "<0.001"),
        (formats.probability(0.0125), "0.013"),
        (formats.seconds(9.87), "9.9 s"),
        (formats.seconds(1234.5), "1,234 s"),
    ],
)
def test_figures_are_rounded_when_they_are_shown(shown: str, words: str) -> None:
    assert shown == words


def test_a_table_is_the_same_in_columns_and_in_markdown() -> None:
    table = Table("T", ("a", "b"), [("x|y", "1"), ("z", "22")], "note")
    assert columns(table).splitlines() == ["T", "  a    b", "  x|y  1", "  z    22", "note"]
    assert pipes(table).splitlines()[2:6] == ["| a | b |", "| --- | --- |", r"| x\|y | 1 |", "| z | 22 |"]
