"""Sections and fields of one's own from a folder of files into the brief, around a scripted model."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from own_sections import ARTICLE, CLAIMS, DOCUMENT, IMPOSED, PUBLISHED, SANCTIONS, VALUES, folder
from sample import ARTICLE as OTHER_ARTICLE
from scripted_model import ScriptedModel
from scripted_transport import ScriptedTransport

from summarizer import Summarizer
from summarizer.composition import Article, Desk, compose
from summarizer.document import Document
from summarizer.errors import EvidenceError, OutputInvalid, TimedOut
from summarizer.llm import Account
from summarizer.llm.wire import wire_schema
from summarizer.progress import silent
from summarizer.prompts import OwnField, Prompts
from summarizer.reading.extra import candidates, singular
from summarizer.reading.extra_drafts import items_draft, values_draft
from summarizer.schema import Brief, When
from summarizer.settings import resolve

ITEM = {"sentence": 1, "quote": IMPOSED, "values": VALUES}
CLAIM = {
    "sentence": 2,
    "quote": "“We will answer in kind,” said Lena Orlo",
    "speaker": "Lena Orlo",
    "text": "“We will answer in kind,” said Lena Orlo.",
    "direct": True,
}
LLAMA = "llama.cpp"


def brief_by(
    model: ScriptedModel, prompts: Path | None, plan: str = "sections", text: str = ARTICLE, **arguments: Any
) -> Brief:
    settings = resolve(env={}, cwd=Path("/nowhere"), plan=plan, **arguments)
    desk = Desk(model, Prompts.of(prompts).rendering(), Account(), settings, silent)  # type: ignore[arg-type]
    return asyncio.run(compose(Article(Document.of(text, "en"), PUBLISHED), desk))


def sorting(*kept: str) -> Any:
    """Weighs the first option highest in questions about own sections whose sentence has one of these words."""

    def weigh(question: str, options: Sequence[str]) -> dict[str, float]:
        sentence = question.rpartition("Sentence: ")[2]
        own = "Heading:" in question and any(word in sentence for word in kept)
        return {option: (0.0 if own == (option == options[0]) else -5.0) for option in options}

    return weigh


@pytest.mark.parametrize("plan", ["whole", "sections", "windows"])
def test_a_section_added_by_a_file_alone_is_in_the_brief(tmp_path: Path, plan: str) -> None:
    brief = brief_by(ScriptedModel({"Sanctions": {"items": [ITEM]}}), folder(tmp_path, sanctions=SANCTIONS), plan)
    (item,) = brief.extra["sanctions"]
    assert (item.id, item.values["measure"]) == ("sanctions1", "imposed")
    assert {"sections/sanctions", "rules", "own_section", "own_field"} <= {ref.id for ref in brief.run.prompts}
    assert Brief.model_validate_json(brief.model_dump_json(), context={"text": ARTICLE}) == brief


def test_a_section_with_a_template_is_asked_for_in_its_words(tmp_path: Path) -> None:
    head, _, fields = SANCTIONS.partition("rules:\n")
    source = f"---\n{head}inputs: []\n{fields[fields.index('cues:') :]}---\nOnly those of the EU.\n"
    model = ScriptedModel({"Sanctions": {"items": [ITEM]}})
    assert brief_by(model, folder(tmp_path, sanctions=source)).extra["sanctions"]
    assert (
        "Only those of the EU." in next(messages for what, messages in model.asked if what == "Sanctions")[-1].content
    )


def test_the_question_has_the_rules_and_a_line_for_each_field_behind_the_article(tmp_path: Path) -> None:
    model = ScriptedModel({"Sanctions": {"items": []}})
    brief_by(model, folder(tmp_path, sanctions=SANCTIONS))
    question = next(messages for what, messages in model.asked if what == "Sanctions")[-1].content
    article, _, asked = question.partition("</article>")
    assert "[1] The EU imposed" in article
    assert "- One item for each measure.\n" in asked
    assert "- measure: what happens to it (one of: imposed, lifted, extended), or null" in asked
    assert "- imposed_by: who imposes it (the name of one actor, as written)\n" in asked


def test_an_article_without_such_items_has_an_empty_list(tmp_path: Path) -> None:
    brief = brief_by(ScriptedModel({"Sanctions": {"items": []}}), folder(tmp_path, sanctions=SANCTIONS))
    assert brief.extra == {"sanctions": []}


def test_the_plan_questions_asks_about_sentences_with_a_cue_and_about_fields_of_those_that_belong(
    tmp_path: Path,
) -> None:
    model = ScriptedModel({"SanctionsValues": VALUES}, weigh=sorting("Friday"), dialect=LLAMA)
    brief = brief_by(model, folder(tmp_path, sanctions=SANCTIONS), "questions")
    assert [item.evidence[0].quote for item in brief.extra["sanctions"]] == [IMPOSED]
    sorted_ = [m[-1].content for what, m in model.asked if what == "weigh" and "Heading: sanction" in m[-1].content]
    assert len(sorted_) == 3
    assert [what for what, _ in model.asked].count("SanctionsValues") == 1
    unconfirmed = [each for each in brief.run.rejected if each.section == "sanctions"]
    assert [each.content["sentence"] for each in unconfirmed] == [3, 4]


def test_the_fields_of_one_passage_are_asked_without_the_article(tmp_path: Path) -> None:
    model = ScriptedModel({"SanctionsValues": VALUES}, weigh=sorting("Friday"), dialect=LLAMA)
    brief_by(model, folder(tmp_path, sanctions=SANCTIONS), "questions")
    question = next(messages for what, messages in model.asked if what == "SanctionsValues")[-1].content
    assert f"<passage>\n{IMPOSED}\n</passage>" in question
    assert "<article>" not in question


def test_without_cues_every_sentence_is_asked_about_and_none_is_listed_as_refused(tmp_path: Path) -> None:
    source = "\n".join(line for line in SANCTIONS.splitlines() if not line.startswith("cues"))
    model = ScriptedModel(weigh=sorting(), dialect=LLAMA)
    brief = brief_by(model, folder(tmp_path, sanctions=source), "questions")
    assert sum("Heading: sanction" in messages[-1].content for _, messages in model.asked) == len(DOCUMENT.sentences)
    assert brief.extra["sanctions"] == []
    assert not [each for each in brief.run.rejected if each.section == "sanctions"]


def test_a_sentence_whose_fields_get_no_answer_is_rejected_and_the_others_stay(tmp_path: Path) -> None:
    answers = {"SanctionsValues": [OutputInvalid("no JSON"), VALUES | {"imposed_by": "France", "against": None}]}
    model = ScriptedModel(answers, weigh=sorting("Friday", "France"), dialect=LLAMA)
    brief = brief_by(model, folder(tmp_path, sanctions=SANCTIONS), "questions")
    assert len(brief.extra["sanctions"]) == 1
    assert any("no answer about its fields: no JSON" in each.detail for each in brief.run.rejected)


def test_a_section_that_cannot_be_read_is_left_out_and_named_and_the_brief_stands(tmp_path: Path) -> None:
    answers = {"Claims": {"claims": [CLAIM]}, "Sanctions": OutputInvalid("no JSON")}
    brief = brief_by(ScriptedModel(answers), folder(tmp_path, sanctions=SANCTIONS))
    assert len(brief.claims) == 1
    assert brief.extra == {}
    assert not brief.run.partial
    assert any("section 'sanctions' was not read" in warning for warning in brief.run.warnings)


def test_a_section_that_fails_in_one_part_of_a_long_article_is_left_out_as_a_whole(tmp_path: Path) -> None:
    text = "\n\n".join(f"{IMPOSED} Paragraph {n} says it at length, and says little else. " * 20 for n in range(6))
    answers = {"Sanctions": [{"items": [ITEM]}, OutputInvalid("no JSON"), *[{"items": []}] * 20]}
    model = ScriptedModel(answers)
    brief = brief_by(model, folder(tmp_path, sanctions=SANCTIONS), text=text, context_window=5_000)
    assert [what for what, _ in model.asked].count("Sanctions") > 2
    assert "sanctions" not in brief.extra


@pytest.mark.parametrize("plan", ["sections", "questions"])
def test_an_own_field_of_claims_has_a_value_for_each_claim(tmp_path: Path, plan: str) -> None:
    weigh = sorting() if plan == "sections" else lambda _, options: dict.fromkeys(options, 0.0) | {options[0]: 5.0}
    model = ScriptedModel({"Claims": {"claims": [CLAIM]}, "ClaimsValues": {"topic": "trade"}}, weigh, dialect=LLAMA)
    brief = brief_by(model, folder(tmp_path, claims=CLAIMS), plan)
    (claim,), (own,) = brief.claims, brief.extra["claims"]
    assert (own.id, own.values, own.evidence) == ("c1", {"topic": "trade"}, claim.evidence)
    assert "sections/claims" in {ref.id for ref in brief.run.prompts}
    question = next(messages for what, messages in model.asked if what == "ClaimsValues")[-1].content
    assert "topic: what the claim is about (one of: trade, war, other)" in question
    assert claim.text in question
    brief.verify(ARTICLE)


def test_an_own_field_that_names_an_actor_refers_to_one_of_the_brief_and_adds_none(tmp_path: Path) -> None:
    source = CLAIMS.replace(
        "{type: choice, options: [trade, war, other], description: what", "{type: actor, description: who"
    )
    answers = {
        "Actors": {"actors": [{"sentence": 2, "name": "Kitania", "kind": "state"}]},
        "Claims": {"claims": [CLAIM]},
        "ClaimsValues": {"topic": "Kitania"},
    }
    brief = brief_by(ScriptedModel(answers), folder(tmp_path, claims=source))
    (own,) = brief.extra["claims"]
    assert {actor.id: actor.name for actor in brief.actors}[str(own.values["topic"])] == "Kitania"
    lost = brief_by(ScriptedModel(answers | {"Actors": {"actors": []}}), folder(tmp_path, claims=source))
    assert lost.extra["claims"][0].values == {"topic": None}
    assert [(each.section, each.reason) for each in lost.run.rejected] == [("claims", "reference")]


def test_an_item_whose_own_fields_get_no_answer_is_named_and_left_out(tmp_path: Path) -> None:
    answers = {"Claims": {"claims": [CLAIM]}, "ClaimsValues": OutputInvalid("no JSON")}
    brief = brief_by(ScriptedModel(answers), folder(tmp_path, claims=CLAIMS))
    assert brief.extra == {"claims": []}
    assert any("own fields of c1" in warning for warning in brief.run.warnings)


def test_own_fields_that_run_out_of_time_are_left_out_as_a_whole(tmp_path: Path) -> None:
    answers = {"Claims": {"claims": [CLAIM]}, "ClaimsValues": TimedOut("late")}
    brief = brief_by(ScriptedModel(answers), folder(tmp_path, claims=CLAIMS))
    assert brief.extra == {}
    assert any("own fields of claims" in warning for warning in brief.run.warnings)


@pytest.mark.parametrize("plan", ["whole", "sections", "windows", "questions"])
def test_without_own_sections_and_fields_nothing_more_is_asked_rendered_or_said(plan: str, tmp_path: Path) -> None:
    model, with_folder = ScriptedModel(dialect=LLAMA), ScriptedModel(dialect=LLAMA)
    brief = brief_by(model, None, plan, OTHER_ARTICLE)
    again = brief_by(with_folder, tmp_path, plan, OTHER_ARTICLE)
    assert brief.extra == {}
    assert not [ref for ref in brief.run.prompts if "own" in ref.id or ref.id == "rules"]
    assert not [what for what, _ in model.asked if what.endswith("Values")]
    assert (again.run.prompts, with_folder.asked) == (brief.run.prompts, model.asked)


def test_a_broken_edit_serves_on_in_its_last_good_version_and_the_brief_says_so(tmp_path: Path) -> None:
    prompts = Prompts.of(folder(tmp_path, sanctions=SANCTIONS))
    settings = resolve(env={}, cwd=Path("/nowhere"), plan="sections")

    def brief() -> Brief:
        model: Any = ScriptedModel({"Sanctions": {"items": [ITEM]}})
        desk = Desk(model, prompts.rendering(), Account(), settings, silent)
        return asyncio.run(compose(Article(DOCUMENT, PUBLISHED), desk))

    before = brief()
    folder(tmp_path, sanctions=SANCTIONS.replace("type: flag", "type: flagg"))
    after = brief()
    assert after.extra == before.extra
    assert any("sanctions.yaml" in warning for warning in after.run.warnings)


def test_evidence_of_own_items_is_verified_against_the_text(tmp_path: Path) -> None:
    brief = brief_by(ScriptedModel({"Sanctions": {"items": [ITEM]}}), folder(tmp_path, sanctions=SANCTIONS))
    with pytest.raises(EvidenceError, match="sanctions1"):
        brief.verify(ARTICLE.replace("imposed", "extended"))
    with pytest.raises(EvidenceError):
        Brief.model_validate_json(brief.model_dump_json(), context={"text": f"x{ARTICLE}"})


def test_a_brief_may_not_refer_to_an_actor_or_an_item_that_is_not_there(tmp_path: Path) -> None:
    brief = brief_by(ScriptedModel({"Sanctions": {"items": [ITEM]}}), folder(tmp_path, sanctions=SANCTIONS))
    data = brief.model_dump_json()
    with pytest.raises(ValueError, match="references to no actor of this brief: a9"):
        Brief.model_validate_json(data.replace('"imposed_by":"a1"', '"imposed_by":"a9"'))
    with pytest.raises(ValueError, match="extra claims: no item"):
        Brief.model_validate_json(data.replace('"sanctions":', '"claims":'))


def test_the_wire_schema_bounds_every_value_and_keeps_the_fields_names() -> None:
    fields = {
        "schema": OwnField(type="text", description="d"),
        "copy": OwnField(type="choice", description="d", options=["a", "b"], required=True),
    }
    for dialect in ("openai", LLAMA):
        schema = wire_schema(items_draft("rulings", fields), dialect)  # type: ignore[arg-type]
        assert schema["properties"]["items"]["maxItems"] == 20
        values = schema["properties"]["items"]["items"]["properties"]["values"]
        assert values["required"] == ["schema", "copy"]
        assert values["properties"]["copy"] == {"type": "string", "enum": ["a", "b"]}
        assert {"type": "null"} in values["properties"]["schema"]["anyOf"]
    assert values["properties"]["schema"]["anyOf"][0]["maxLength"] == 240
    assert values_draft("rulings", fields) is values_draft("rulings", dict(fields))


def test_the_answer_of_a_server_becomes_an_item(tmp_path: Path) -> None:
    import json

    empty = {name: json.dumps({name: []}) for name in ("actors", "claims", "deadlines", "attacks")}
    transport = ScriptedTransport(*empty.values(), json.dumps({"items": [ITEM]}))
    with Summarizer(client=transport.client(), plan="sections", prompts=folder(tmp_path, sanctions=SANCTIONS)) as made:
        brief = made.summarize(ARTICLE, published=PUBLISHED)
    (item,) = brief.extra["sanctions"]
    assert isinstance(item.values["from"], When)
    assert len(transport.requests) == 5


@pytest.mark.parametrize(
    ("section", "word"),
    [("sanctions", "sanction"), ("court_cases", "court case"), ("penalties", "penalty"), ("press", "press")],
)
def test_a_sentence_is_sorted_under_the_word_for_one_item(section: str, word: str) -> None:
    assert singular(section) == word


@pytest.mark.parametrize(
    ("cues", "numbers"),
    [(["SANCTION"], [1]), (["embargo on"], [3, 4]), (["anction"], []), (["c++", "kind"], [2]), ([], [1, 2, 3, 4])],
)
def test_a_cue_is_the_beginning_of_a_word_in_any_case(cues: list[str], numbers: list[int]) -> None:
    class Part:
        document, part = DOCUMENT, DOCUMENT.sentences

    assert [sentence.number for sentence in candidates(Part, cues)] == numbers  # type: ignore[arg-type]
