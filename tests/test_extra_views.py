"""What a reader sees of sections and fields of one's own, and what a case scores of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from evaluation_samples import case, gold
from own_sections import ARTICLE, DOCUMENT, FIELDS, IMPOSED, LIFTED, PUBLISHED, REFUSED, VALUES, draft, reading
from sample import ARTICLE as RIDGE
from sample import evidence, sample_brief

from summarizer.cli.verification import verify
from summarizer.evaluation.answers import Answer, Share
from summarizer.evaluation.case_schema import case_schema
from summarizer.evaluation.cases import Case, load_case
from summarizer.evaluation.drafting import as_yaml, drafted
from summarizer.evaluation.fields import same_value
from summarizer.evaluation.located_yaml import CaseError
from summarizer.evaluation.makers import Maker
from summarizer.evaluation.report.page import as_html
from summarizer.evaluation.report.written import as_job_summary, as_json, as_terminal
from summarizer.evaluation.results import Result
from summarizer.evaluation.scores import Scores, scores
from summarizer.evaluation.statistics import compare, intervals
from summarizer.evaluation.tallies import CaseTally
from summarizer.evaluation.verdict import judge
from summarizer.merge import assemble
from summarizer.render import as_markdown, as_text
from summarizer.schema import Brief, ExtraItem, Run, Source

WIDE = 400
RIGHT = {
    "imposed_by": ["EU", "European Union"],
    "against": "Kitania",
    "measure": "imposed",
    "from": {"start": "2025-08-08", "end": "2025-08-08"},
    "banks": {"low": 6, "high": None},
    "financial": True,
}
NOTHING: dict[str, Any] = {"actors": [], "claims": [], "deadlines": [], "attacks": []}


def sanctions_brief(*drafts: Any) -> Brief:
    """A brief of `own_sections.ARTICLE` with these sanctions."""
    found = assemble(reading(*(drafts or [draft(1, **VALUES)])), DOCUMENT, PUBLISHED)
    return Brief(
        headline="Sanctions",
        summary="",
        actors=found.actors,
        extra=found.extra,
        source=Source(language="en", chars=len(ARTICLE), sha256=DOCUMENT.sha256, published=PUBLISHED),
        run=Run(model="m", provider="p", library_version="0"),
    )


def labelled(*items: dict[str, Any], **changes: Any) -> Case:
    return case(text=ARTICLE, published=PUBLISHED, labels=NOTHING | {"extra": {"sanctions": list(items)}}, **changes)


def scored(of: Case, *briefs: Brief) -> Scores:
    return scores([CaseTally.of(of, [Answer.of_brief(brief, of.text) for brief in briefs])])


def topic(claim: str, value: str | None) -> ExtraItem:
    return ExtraItem(id=claim, values={"topic": value}, evidence=[evidence("He denied that any heavy gun")])


def test_the_text_view_shows_each_item_with_its_values_and_names_for_ids() -> None:
    view = as_text(sanctions_brief(), ARTICLE, width=WIDE)
    assert f"SANCTIONS (1)\n-------------\n• {IMPOSED}\n" in view
    for line in (
        "imposed by: EU",
        "against: Kitania",
        "from: Friday 8 August 2025 (“on Friday”)",
        "banks: 6 or more (“at least six”)",
        "financial: yes",
        "so in line 1",
    ):
        assert f"    {line}\n" in view


def test_what_the_text_does_not_say_is_not_shown() -> None:
    assert "from:" not in as_text(sanctions_brief(draft(1, imposed_by="EU")), ARTICLE, width=WIDE)


def test_an_own_section_that_is_empty_says_none() -> None:
    assert "COURT CASES (0)\n---------------\nnone" in as_text(sample_brief(extra={"court_cases": []}), RIDGE)


def test_own_fields_stand_with_the_item_they_are_about() -> None:
    view = as_text(sample_brief(extra={"claims": [topic("c2", "war")]}), RIDGE, width=WIDE)
    lines = view.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("• Sok Dararith: No heavy gun"))
    assert lines[at + 1] == "    topic: war"
    assert "CLAIMS (2)" in view


def test_markdown_shows_own_sections_and_leaves_their_markup_text() -> None:
    item = ExtraItem(id="notes1", values={"word": "*a* <b>"}, evidence=[evidence("Bangkok")])
    view = as_markdown(sample_brief(extra={"notes": [item]}), RIDGE)
    assert "\n## Notes (1)\n\n- Bangkok\n  - word: \\*a\\* \\<b\\>\n" in view


def test_verify_counts_and_checks_the_evidence_of_own_sections(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brief, article = tmp_path / "brief.json", tmp_path / "article.txt"
    brief.write_text(sanctions_brief().model_dump_json(), encoding="utf-8")
    article.write_text(ARTICLE, encoding="utf-8")
    verify(brief, article)
    assert "all 2 quotes stand" in capsys.readouterr().out


def test_a_right_item_is_found_and_right_in_every_field() -> None:
    of = scored(labelled({"quote": IMPOSED, "values": RIGHT}), sanctions_brief())
    own = of.own["sanctions"]
    assert (own.found, own.right) == (1.0, 1.0)
    assert own.tally.fields == {name: Share(1, 1) for name in FIELDS}


def test_a_wrong_value_is_found_and_not_right() -> None:
    of = scored(labelled({"quote": IMPOSED, "values": RIGHT | {"measure": "lifted"}}), sanctions_brief())
    own = of.own["sanctions"]
    assert (own.found, own.right) == (1.0, 0.0)
    assert own.tally.fields["measure"] == Share(0, 1)


def test_a_field_that_is_not_labelled_is_not_scored() -> None:
    own = scored(labelled({"quote": IMPOSED, "values": {"measure": "imposed"}}), sanctions_brief()).own["sanctions"]
    assert own.right == 1.0
    assert list(own.tally.fields) == ["measure"]


def test_items_are_missed_and_invented_one_by_one() -> None:
    brief = sanctions_brief(draft(1, **VALUES), draft(3, imposed_by="EU"))
    own = scored(labelled({"quote": IMPOSED}, {"quote": LIFTED}), brief).own["sanctions"]
    assert (own.tally.found, own.tally.missed, own.tally.invented) == (1, 1, 1)


def test_an_empty_label_counts_inventions_and_no_label_scores_nothing() -> None:
    assert scored(labelled(), sanctions_brief()).own["sanctions"].tally.filled == 1
    assert scored(case(text=ARTICLE, labels=NOTHING), sanctions_brief()).own == {}


def test_own_sections_are_in_no_mean() -> None:
    with_own = scored(labelled({"quote": LIFTED}), sanctions_brief())
    without = scored(case(text=ARTICLE, labels=NOTHING), sanctions_brief())
    for measure in ("found", "right"):
        assert with_own.macro(measure) == without.macro(measure)  # type: ignore[arg-type]
    assert with_own.tally.kept_empty == without.tally.kept_empty


def test_own_fields_are_scored_where_they_are_labelled_and_invent_nothing() -> None:
    labels = case().labels.model_dump() | {
        "extra": {
            "claims": [{"quote": "He denied that any heavy gun had crossed the line.", "values": {"topic": "war"}}]
        }
    }
    items = [ExtraItem(id="c1", values={"topic": "war"}, evidence=[evidence("“We do not take")]), topic("c2", "trade")]
    own = scored(case(labels=labels), sample_brief(extra={"claims": items})).own["claims"]
    assert (own.tally.found, own.tally.right, own.tally.invented) == (1, 0, 0)


def test_a_crashed_answer_misses_own_sections_too() -> None:
    tally = CaseTally.of(labelled({"quote": IMPOSED}), [Answer(outcome="crashed")])
    assert tally.extra["sanctions"].missed == 1


@pytest.mark.parametrize(
    ("label", "item", "same"),
    [
        ("Kitania", "the Kitania", True),
        ("asset freeze", "freeze", False),
        ("imposed", None, False),
        (None, None, True),
        (None, "imposed", False),
        (("EU", "European Union"), ("EU",), True),
        (("banks", "six banks"), "six banks", True),
        (("EU",), (), False),
        ((6, None), (6, None), True),
        ((6, 6), (6, None), False),
        (True, False, False),
        (False, None, False),
    ],
)
def test_values_agree_by_their_meaning(label: Any, item: Any, same: bool) -> None:
    assert same_value(label, item) is same


def test_a_label_of_an_own_section_must_stand_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "ridge.yaml"
    written = as_yaml(labelled({"quote": LIFTED}), "../case.schema.json")
    path.write_text(written.replace(f"quote: {LIFTED}", "quote: nowhere"), encoding="utf-8")
    with pytest.raises(
        CaseError, match=r"ridge\.yaml:\d+: labels\.extra\.sanctions\.0\.quote: 'nowhere' does not stand"
    ):
        load_case(path)


def test_a_brief_with_own_sections_becomes_a_case_that_scores_it_as_right(tmp_path: Path) -> None:
    made = drafted(sanctions_brief(), ARTICLE, name="sanctions", source="agency")
    path = tmp_path / "sanctions.yaml"
    path.write_text(as_yaml(made, "x"), encoding="utf-8")
    assert load_case(path) == made
    assert scored(made, sanctions_brief()).own["sanctions"].right == 1.0


def test_a_case_without_own_labels_is_hashed_as_before() -> None:
    assert "extra" not in case().labels.model_dump()
    assert case(labels=case().labels.model_dump() | {"extra": {}}).sha256 == case().sha256
    assert labelled().sha256 != case(text=ARTICLE, published=PUBLISHED, labels=NOTHING).sha256


def test_the_schema_of_a_case_describes_own_labels() -> None:
    assert "ExtraLabel" in json.loads(case_schema())["$defs"]


def test_every_report_shows_own_sections_beside_the_others() -> None:
    of = labelled({"quote": IMPOSED, "values": RIGHT | {"measure": "lifted"}}, {"quote": REFUSED})
    maker = Maker(model="m", plan="sections")
    result = Result.of_brief(sanctions_brief(), of, 1, maker)
    verdict = judge("dev", maker, [CaseTally.of(of, [result.answer(of)])])
    for view in (as_terminal(verdict), as_job_summary(verdict)):
        assert "sanctions.measure" in view
        assert "Not in the macro: sanctions." in view
    figures = json.loads(as_json(verdict))["scores"]
    assert figures["extra.sanctions.found"] == pytest.approx(2 / 3)
    assert figures["extra.sanctions.right"] == 0
    assert figures["extra"]["sanctions"]["missed"] == 1
    page = as_html(verdict, [of], {of.id: [result]})
    assert "<h3>sanctions</h3>" in page
    assert "differs: measure" in page
    assert 'class="sanctions-wrong"' in page


def test_reports_without_own_sections_do_not_mention_any() -> None:
    verdict = judge("dev", Maker(model="m", plan="sections"), [CaseTally.of(case(), [gold(case())])])
    assert "Not in the macro" not in as_terminal(verdict)
    assert "own_" not in as_html(verdict, [], {})


def test_two_runs_are_compared_in_own_sections_without_touching_the_tests_of_the_four() -> None:
    of = [labelled({"quote": IMPOSED, "values": RIGHT}, name=f"case-{n}") for n in range(8)]
    without = sanctions_brief().model_copy(update={"extra": {}})
    before = [CaseTally.of(each, [Answer.of_brief(without, each.text)]) for each in of]
    after = [CaseTally.of(each, [Answer.of_brief(sanctions_brief(), each.text)]) for each in of]
    found = {(each.section, each.measure): each for each in compare(before, after)}
    gained = found["extra.sanctions", "found"]
    assert (gained.before, gained.after, gained.significant) == (0.0, 1.0, True)
    assert {key: each for key, each in found.items() if key[0] != "extra.sanctions"} == {
        (each.section, each.measure): each
        for each in compare([strip(each) for each in before], [strip(each) for each in after])
    }
    assert intervals(after)["extra.sanctions", "found"] == (1.0, 1.0)


def strip(tally: CaseTally) -> CaseTally:
    """Without sections of one's own."""
    return tally.model_copy(update={"extra": {}})
