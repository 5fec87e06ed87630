"""From an article to its brief, around a scripted model."""

from __future__ import annotations

import asyncio
import datetime as dt
import threading
from pathlib import Path
from typing import Any

import pytest
from sample import ARTICLE, PUBLISHED
from scripted_model import ScriptedModel

from summarizer import Summarizer
from summarizer.composition import Article, Desk, compose
from summarizer.document import Document
from summarizer.errors import (
    BudgetSpent,
    CallFailed,
    InputError,
    OutputInvalid,
    OutputTruncated,
    RateLimited,
    RequestRefused,
    ServerFailed,
    TimedOut,
)
from summarizer.llm import Account
from summarizer.progress import Progress
from summarizer.prompts import Prompts
from summarizer.schema import Brief
from summarizer.settings import resolve

CLAIM = {
    "sentence": 2,
    "quote": "“We do not take orders by stopwatch,” said Sok Dararith",
    "speaker": "Sok Dararith",
    "text": "“We do not take orders by stopwatch,” said Sok Dararith.",
    "direct": True,
}


def brief_by(model: ScriptedModel, text: str = ARTICLE, report: Any = None, **arguments: Any) -> Brief:
    settings = resolve(env={}, cwd=Path("/nowhere"), **({"plan": "sections"} | arguments))
    seen: list[Progress] = []
    desk = Desk(model, Prompts.of(settings.prompts).rendering(), Account(), settings, report or seen.append)  # type: ignore[arg-type]
    return asyncio.run(compose(Article(Document.of(text, "en"), PUBLISHED), desk))


def test_the_brief_holds_what_the_model_read_and_verifies_against_the_text() -> None:
    brief = brief_by(ScriptedModel({"Claims": {"claims": [CLAIM]}}))
    brief.verify(ARTICLE)
    assert [claim.evidence[0].quote for claim in brief.claims] == [CLAIM["quote"]]
    assert Brief.model_validate_json(brief.model_dump_json(), context={"text": ARTICLE}) == brief


def test_a_prompt_sets_the_model_where_it_says_so_and_only_there(tmp_path: Path) -> None:
    front = "name: sections/claims\nversion: 99\ninputs: []\nsettings: {max_tokens: 77, temperature: 0.4}"
    rules = f"---\n{front}\n---\n- All.\n"
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "claims.md").write_text(rules, encoding="utf-8")
    model = ScriptedModel()
    brief_by(model, prompts=tmp_path)
    claims, actors = model.settings["Claims"], model.settings["Actors"]
    assert (claims["max_tokens"], claims["temperature"]) == (77, 0.4)
    assert (actors["max_tokens"], actors["temperature"]) == (640, 0)


def test_a_brief_without_items_has_the_first_sentence_as_headline_and_no_summary() -> None:
    brief = brief_by(ScriptedModel())
    assert (brief.headline, brief.summary) == (
        Document.of(ARTICLE, "en").quote(Document.of(ARTICLE, "en").sentences[0]),
        "",
    )


def test_a_summary_sentence_with_a_figure_of_its_own_is_rejected() -> None:
    answers = {
        "Claims": {"claims": [CLAIM]},
        "SummaryDraft": {
            "headline": "Cambodia takes no orders",
            "summary": ["Cambodia takes no orders.", "It has 400 guns."],
        },
    }
    brief = brief_by(ScriptedModel(answers))
    assert brief.summary == "Cambodia takes no orders."
    assert [(r.section, r.reason) for r in brief.run.rejected] == [("summary", "figure")]


def test_every_call_is_in_the_usage_and_every_prompt_in_the_run() -> None:
    model = ScriptedModel({"Claims": {"claims": [CLAIM]}})
    brief = brief_by(model)
    assert brief.run.usage.calls == len(model.asked) == 5
    assert {"system", "article", "sections/claims", "summary"} <= {ref.id for ref in brief.run.prompts}


def test_all_questions_of_an_article_share_their_beginning() -> None:
    model = ScriptedModel({"Claims": {"claims": [CLAIM]}})
    brief_by(model)
    openings = {(messages[0].content, messages[1].content.split("</article>")[0]) for _, messages in model.asked}
    assert len(openings) == 1


@pytest.mark.parametrize("plan", ["whole", "sections", "windows", "questions"])
def test_every_plan_ends_with_a_brief(plan: str) -> None:
    brief = brief_by(ScriptedModel(dialect="llama.cpp"), plan=plan)
    assert not brief.run.partial


def test_the_plan_questions_finds_speaker_due_date_and_toll_without_inventing() -> None:
    brief = brief_by(
        ScriptedModel(weigh=lambda _, options: dict.fromkeys(options, 0.0) | {options[0]: 5.0}), plan="questions"
    )
    names = {actor.id: actor.name for actor in brief.actors}
    assert "Sok Dararith" in {names[claim.speaker] for claim in brief.claims}
    assert [deadline.due.end for deadline in brief.deadlines] == [dt.date(2025, 11, 15)]
    assert [attack.killed.low for attack in brief.attacks if attack.killed] == [6]


def test_a_window_whose_answer_is_cut_is_asked_again_in_halves() -> None:
    cut = OutputTruncated("cut")
    model = ScriptedModel({"Claims": [cut, {"claims": []}, {"claims": [CLAIM]}]})
    assert len(brief_by(model, plan="windows").claims) == 1


def test_a_part_that_cannot_be_read_makes_the_brief_partial_and_is_named() -> None:
    text = "\n\n".join(f"Paragraph {n} says little but says it at length. " * 60 for n in range(6))
    model = ScriptedModel({"Actors": [{"actors": []}, OutputTruncated("cut"), *[{"actors": []}] * 20]})
    brief = brief_by(model, text=text, context_window=5_000)
    assert brief.run.partial
    assert sum(end - start for start, end in brief.run.coverage) < len(text)
    assert any("were not read" in warning for warning in brief.run.warnings)


def test_a_long_text_is_read_whole_in_parts() -> None:
    text = "\n\n".join(f"Paragraph {n} says little but says it at length. " * 60 for n in range(6))
    model = ScriptedModel()
    brief = brief_by(model, text=text, context_window=5_000)
    assert sum(what == "Claims" for what, _ in model.asked) > 1
    assert not brief.run.partial
    assert brief.run.coverage == [(0, len(text.rstrip()))]


def test_an_article_that_cannot_be_read_at_all_raises_the_error_of_its_call() -> None:
    with pytest.raises(TimedOut):
        brief_by(ScriptedModel({"Actors": [TimedOut("late")]}))


@pytest.mark.parametrize("error", [TimedOut, BudgetSpent, RateLimited, ServerFailed, RequestRefused, OutputInvalid])
def test_a_summary_that_fails_is_told_and_costs_no_items(error: type[CallFailed]) -> None:
    brief = brief_by(ScriptedModel({"Claims": {"claims": [CLAIM]}, "SummaryDraft": [error("late")]}))
    assert len(brief.claims) == 1
    assert brief.run.warnings == ["no summary: late"]
    assert brief.summary == ""
    assert not brief.run.partial


def test_progress_is_told_from_the_first_question() -> None:
    seen: list[Progress] = []
    brief_by(ScriptedModel(), report=seen.append)
    assert seen[0].stage == "reading actors"


@pytest.mark.parametrize("published", ["2025-11-13", 20251113])
def test_published_must_be_a_date(published: object) -> None:
    with (
        Summarizer("any", base_url="http://127.0.0.1:9/v1") as summarizer,
        pytest.raises(InputError, match=r"published .*date\.fromisoformat"),
    ):
        summarizer.summarize(ARTICLE, published=published)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["title", "url"])
@pytest.mark.parametrize("value", [17, b"Ridge", "half \ud83d of a pair"])
def test_a_title_or_url_that_no_brief_can_carry_is_refused_before_a_model_is_asked(name: str, value: object) -> None:
    with (
        Summarizer("any", base_url="http://127.0.0.1:9/v1") as summarizer,
        pytest.raises(InputError, match=f"the {name} "),
    ):
        summarizer.summarize(ARTICLE, **{name: value})  # type: ignore[arg-type]


def test_the_blocking_call_works_in_threads_and_inside_a_running_loop() -> None:
    from summarizer.background import Background

    background = Background()

    async def thread() -> str:
        return threading.current_thread().name

    async def inside() -> str:
        return background.run(thread())

    assert asyncio.run(inside()) == background.run(thread()) == "summarizer"
    background.close()
    background.close()
