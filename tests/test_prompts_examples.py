"""Examples: held to what answers are held to, and shown where a prompt names them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evaluation_samples import case

from summarizer.drafts import ANSWERS, Reading
from summarizer.errors import PromptError
from summarizer.evaluation.cases import load_cases
from summarizer.evaluation.leakage import Leakage
from summarizer.merge import assemble
from summarizer.prompts import Example, Prompts, shipped_folder
from summarizer.prompts.examples import faults

ROOT = Path(__file__).parents[1]
SHIPPED = sorted(path.stem for path in (shipped_folder() / "examples").glob("*.yaml"))
EXAMPLE = """\
name: examples/lamp
version: 3
published: 2026-03-02
passage: |
  Lumenor called back 4,000 desk lamps on Friday. “Two have burned,” Ada Quill said.

  Customers have until 1 May to return them.
brief:
  actors:
    - {sentence: 1, name: Lumenor, kind: company}
  claims:
    - sentence: 2
      quote: “Two have burned,” Ada Quill said.
      speaker: Ada Quill
      text: Two lamps have burned.
      direct: true
  deadlines:
    - {sentence: 3, quote: Customers have until 1 May to return them., what: return them, due: until 1 May}
"""
SECTION = """\
name: sections/recalls
version: 1
rules: [List the products that are called back.]
examples: [lamp]
fields:
  product: {type: text, description: what is called back}
  units: {type: count, description: how many}
  urgent: {type: flag, description: whether at once}
"""
RECALLS = """\
  recalls:
    - {sentence: 1, quote: "Lumenor called back 4,000 desk lamps on Friday.", product: desk lamps, units: "4,000"}
"""


def folder(tmp_path: Path, example: str = EXAMPLE, **prompts: str) -> Prompts:
    for name, text in {"examples/lamp": example, **{f"sections/{k}": v for k, v in prompts.items()}}.items():
        path = tmp_path / f"{name}.{'yaml' if text.startswith('name') else 'md'}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Prompts.of(tmp_path)


def showing(section: str, *names: str) -> str:
    source = (shipped_folder() / "sections" / f"{section}.md").read_text(encoding="utf-8")
    return source.replace("examples: []", f"examples: [{', '.join(names)}]")


def refused(tmp_path: Path, example: str) -> list[str]:
    found = folder(tmp_path, example).all_examples()["lamp"]
    assert isinstance(found, PromptError)
    return [f"{fault.line}:{fault.column} {fault.code}: {fault.message}; {fault.hint}" for fault in found.faults]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_example_would_be_a_brief_of_which_nothing_is_refused(name: str) -> None:
    example = Prompts.of().all_examples()[name]
    assert isinstance(example, Example)
    assert faults(example) == []
    assert sum(map(len, example.drafts.values())) >= 8


def test_there_are_shipped_examples_and_no_shipped_prompt_shows_one() -> None:
    prompts = Prompts.of()
    assert len(SHIPPED) >= 2
    assert [name for name in prompts.names() if prompts.examples(name)] == []


def test_no_shipped_example_shares_words_or_names_with_a_case() -> None:
    leakage = Leakage.of(load_cases(ROOT / "evals" / "cases"))
    examples = [each for each in Prompts.of().all_examples().values() if isinstance(each, Example)]
    assert [shared for each in examples for shared in leakage.shared(each.passage)] == []
    assert list(Leakage.of([case()]).shared(case().text))


def test_the_shown_answer_fits_the_schema_of_answers() -> None:
    for example in Prompts.of().all_examples().values():
        assert isinstance(example, Example)
        for section, model in ANSWERS.items():
            answer = json.loads(example.answer(section))
            assert model.model_validate(answer).model_dump(mode="json") == answer


def test_an_example_is_shown_where_front_matter_names_it(tmp_path: Path) -> None:
    rendering = folder(tmp_path, deadlines=showing("deadlines", "lamp")).rendering()
    text = rendering.render("sections/deadlines")
    plain_rules = Prompts.of().rendering().render("sections/deadlines")
    assert text.startswith(
        f"{plain_rules}\n\nExample. The sentences:\n[1] Lumenor called back 4,000 desk lamps on Friday.\n"
    )
    answer = text.partition("The answer: ")[2]
    assert json.loads(answer)["deadlines"][0]["due"] == "until 1 May"
    assert [(ref.id, ref.version) for ref in rendering.refs] == [("examples/lamp", "3"), ("sections/deadlines", "2")]


def test_two_examples_are_shown_in_the_order_of_front_matter(tmp_path: Path) -> None:
    prompts = folder(tmp_path, claims=showing("claims", "ration-queue", "lamp"))
    assert [example.name for example in prompts.examples("sections/claims")] == ["ration-queue", "lamp"]
    text = prompts.rendering().render("sections/claims")
    assert text.index("Belharra") < text.index("Lumenor")
    assert {name for name in prompts.digests() if name.startswith("examples/")} == {
        "examples/lamp",
        "examples/ration-queue",
    }


def test_an_example_can_have_items_of_a_section_of_ones_own(tmp_path: Path) -> None:
    prompts = folder(tmp_path, EXAMPLE + RECALLS, recalls=SECTION)
    text = prompts.rendering().render("sections/recalls")
    (item,) = json.loads(text.partition("The answer: ")[2])["items"]
    assert item["values"] == {"product": "desk lamps", "units": "4,000", "urgent": None}
    assert text.startswith("- List the products that are called back.\n\nExample. ")


def test_yes_and_no_of_a_flag_are_taken_as_such(tmp_path: Path) -> None:
    prompts = folder(tmp_path, EXAMPLE + RECALLS.replace("}", ", urgent: no}"), recalls=SECTION)
    (example,) = prompts.examples("sections/recalls")
    assert example.own["recalls"][0].values["urgent"] is False


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("quote: “Two", "quote: “Three", "13:7 example-grounding: this would be refused (not_found): no passage"),
        ("text: Two lamps", "text: Three lamps", "13:7 example-grounding: this would be refused (figure)"),
        ("speaker: Ada Quill", "speaker: Ida Quill", "13:7 example-grounding: this would be refused (name)"),
        ("name: Lumenor,", "name: Luminor,", "10:7 example-grounding: this would be refused (name): the text does"),
        (
            "due: until 1 May",
            "due: until 2 May",
            "18:21 example-grounding: this would be refused (date): 'until 2 May'",
        ),
        ("kind: company", "kind: firm", "10:36 value: brief.actors.0.kind: there is no 'firm' here; known are"),
        ("speaker: Ada Quill", "speeker: Ada Quill", "14:7 example-schema: claims have no 'speeker'; did you mean"),
        ("sentence: 2", "sentence: two", "12:7 value: brief.claims.0.sentence: this must be a whole number, not 'two'"),
        (
            "  deadlines:",
            "  dedlines:",
            "17:3 example-schema: there is no section 'dedlines'; did you mean 'deadlines'?",
        ),
        ("published: 2026-03-02", "published: last week", "3:1 value: published: this must be a day, not 'last week'"),
        ("passage: |", "pasage: |", "1:1 missing-key: passage: this key is missing; add it"),
        ("examples/lamp", "examples/lamps", "1:1 name: name: 'examples/lamps' is not where this file lies"),
    ],
    ids="quote figure speaker actor date kind key sentence section published passage name".split(),
)
def test_what_would_be_refused_of_an_answer_is_an_error_at_its_line(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert any(each.startswith(expected) for each in refused(tmp_path, EXAMPLE.replace(old, new)))


def test_an_item_of_ones_own_section_that_does_not_ground_is_told(tmp_path: Path) -> None:
    wrong = EXAMPLE + RECALLS.replace('"4,000"}', '"5,000", colour: red}')
    found = folder(tmp_path, wrong, recalls=SECTION).all_examples()["lamp"]
    assert isinstance(found, PromptError)
    assert {(fault.code, fault.line) for fault in found.faults} == {("example-schema", 20), ("example-grounding", 20)}


def test_a_broken_example_stops_only_the_prompts_that_show_it(tmp_path: Path) -> None:
    rendering = folder(tmp_path, EXAMPLE.replace("“Two", "“Six"), claims=showing("claims", "lamp")).rendering()
    assert rendering.render("sections/actors")
    with pytest.raises(PromptError, match=r"lamp\.yaml:13:7: this would be refused"):
        rendering.render("sections/claims")


def test_the_items_of_an_example_are_those_of_a_brief() -> None:
    example = Prompts.of().all_examples()["ration-queue"]
    assert isinstance(example, Example)
    reading = Reading()
    for section, drafts in example.drafts.items():
        getattr(reading, section).extend(drafts)
    (attack,) = assemble(reading, example.document, example.published).attacks
    assert (attack.killed.low, attack.killed.high) == (7, 9)
