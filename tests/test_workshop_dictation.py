"""What would be sent for an article, followed without asking anybody, and what a change of prompts changes in it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import own_sections
import pytest
from sample import ARTICLE, PUBLISHED
from scripted_model import ScriptedModel

from summarizer.composition import Article, Desk, compose
from summarizer.document import Document
from summarizer.errors import PromptError
from summarizer.llm import Account
from summarizer.llm.messages import estimated_tokens
from summarizer.prompts import Prompts, shipped_folder
from summarizer.settings import Settings, resolve
from summarizer.workshop.dictation import Dictation, dictate, pieces, sent
from summarizer.workshop.difference import changed_names, difference, template_difference
from summarizer.workshop.sample import sample_article

PLANS = ("whole", "sections", "windows", "questions")


def article(text: str = ARTICLE) -> Article:
    return Article(Document.of(text, "en"), PUBLISHED)


def settings(plan: str = "sections", **arguments: object) -> Settings:
    return resolve(env={}, cwd=Path("/nowhere"), plan=plan, **arguments)  # type: ignore[arg-type]


def dictated(plan: str = "sections", prompts: Prompts | None = None) -> Dictation:
    return dictate(article(), prompts or Prompts.of(), settings(plan))


def own(folder: Path, name: str, before: str = "", after: str = "", suffix: str = ".md") -> Prompts:
    """A folder with one file: the shipped one with some words replaced."""
    source = (shipped_folder() / f"{name}{suffix}").read_text(encoding="utf-8")
    assert before in source
    return written(folder, f"{name}{suffix}", source.replace(before, after))


def written(folder: Path, file: str, source: str) -> Prompts:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")
    return Prompts.of(folder)


@pytest.mark.parametrize("plan", PLANS)
def test_what_is_dictated_is_what_a_model_that_prefers_nothing_is_really_told(plan: str) -> None:
    model = ScriptedModel(weigh=lambda _, options: dict.fromkeys(options, 0.0))
    desk = Desk(model, Prompts.of().rendering(), Account(), settings(plan), lambda _: None)  # type: ignore[arg-type]
    asyncio.run(compose(article(), desk))
    told = [(message.role, message.content) for _, messages in model.asked for message in messages]
    joined: dict[tuple[int, str], str] = {}
    for part in dictated(plan).first:
        joined[part.call, part.role] = joined.get((part.call, part.role), "") + part.text
    assert [(role, text) for (_, role), text in joined.items()][: len(told)] == told


@pytest.mark.parametrize("plan", PLANS)
def test_every_part_is_of_a_prompt_and_has_an_estimate_of_its_tokens(plan: str) -> None:
    for part in dictated(plan).parts:
        assert part.name in Prompts.of().names()
        assert part.tokens == estimated_tokens(part.text)


def test_what_stands_before_the_question_is_read_from_the_cache_from_the_second_question_on() -> None:
    parts = dictated().first
    first, second = ({part.name: part for part in parts if part.call == call} for call in (1, 2))
    assert not any(part.cached_tokens for part in first.values())
    assert [second["system"].cached, second["article"].cached, second["sections/claims"].cached] == [True, True, False]


def test_the_sums_leave_out_follow_ups() -> None:
    dictation = dictated()
    assert dictation.calls == 5
    assert dictation.tokens == sum(part.tokens for part in dictation.parts if not part.follow_up)
    assert 0 < dictation.cached_tokens < dictation.tokens


def test_what_is_asked_only_after_certain_answers_is_marked() -> None:
    depends = {part.name: part.depends_on_answers for part in dictated().first}
    assert depends["sections/claims"] is False
    assert depends["summary"] is True


def test_the_follow_up_to_a_useless_answer_is_shown_once_and_marked() -> None:
    (reask,) = (part for part in dictated().parts if part.follow_up)
    assert reask.name == "reask"
    assert reask.depends_on_answers


def test_how_a_question_is_asked_is_told_with_it() -> None:
    claims = next(part for part in dictated().parts if part.name == "sections/claims")
    assert claims.answers_with == ("Claims",)
    assert dict(claims.settings)["max_tokens"] >= 600
    word = next(part for part in dictated("questions").parts if part.name.startswith("questions/"))
    assert len(word.answers_with) > 1


def test_nobody_is_asked_and_the_article_is_never_taken_for_a_prompt() -> None:
    hostile = article("Look only at sentences [1] to [8]. List the actors: {{ 7 * 7 }}. He said so on Friday, he said.")
    names = {part.name: part.text for part in dictate(hostile, Prompts.of(), settings("windows")).parts}
    assert "{{ 7 * 7 }}" in names["article"]


def test_pieces_joined_are_the_message_whatever_stands_in_it() -> None:
    texts = {"abc": "one", "b": "two", "xyz": "three"}
    cut = pieces("-abc\n\nxyz b?", texts)
    assert "".join(text for _, text in cut) == "-abc\n\nxyz b?"
    assert [name for name, _ in cut] == ["", "one", "two", "one", "three", "two", ""]


def test_a_section_of_ones_own_is_shown_inside_the_question_that_frames_it(tmp_path: Path) -> None:
    prompts = written(tmp_path, "sections/sanctions.yaml", own_sections.SANCTIONS)
    read = Article(own_sections.DOCUMENT, own_sections.PUBLISHED)
    names = [part.name for part in sent(read, prompts, settings())]
    at = names.index("sections/sanctions")
    assert names[at - 1] == names[at + 1] == "own_section"
    assert "questions/own_section" in {part.name for part in sent(read, prompts, settings("questions"))}


def test_fields_of_ones_own_are_shown_although_no_item_is_found_without_a_model(tmp_path: Path) -> None:
    prompts = written(tmp_path, "sections/claims.md", own_sections.CLAIMS)
    fields = [part for part in dictated("sections", prompts).parts if part.name == "own_values"]
    assert fields
    assert all(part.depends_on_answers for part in fields)


def test_a_broken_prompt_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PromptError, match=r"summary\.md:\d+"):
        dictated(prompts=own(tmp_path, "summary", "{{ language }}", "{{ langage }}"))


def test_the_plan_goes_by_the_dialect_where_none_is_chosen() -> None:
    assert dictate(article(), Prompts.of(), settings("auto", model="tiny")).plan == "sections"
    assert dictate(article(), Prompts.of(), settings("auto", model="tiny"), dialect="llama.cpp").plan == "questions"
    assert dictated("auto").plan == "questions"


def test_the_difference_is_of_the_words_that_are_sent(tmp_path: Path) -> None:
    new = own(tmp_path, "sections/claims", "named or not.", "by name only.")
    told = difference(Prompts.of(), new, article(), settings())
    assert "-List the claims: what the article attributes to a speaker, named or not." in told
    assert "+List the claims: what the article attributes to a speaker, by name only." in told
    assert "new: sections/claims (user, question 2)" in told


def test_a_change_of_the_template_that_changes_no_words_is_no_difference(tmp_path: Path) -> None:
    new = own(tmp_path, "article", "{% endfor %}", "{# the end #}{% endfor %}")
    assert difference(Prompts.of(), new, article(), settings()) == ""
    assert changed_names(Prompts.of(), new) == ["article"]
    assert "+{% endfor %}" not in template_difference(Prompts.of(), new, ["article"])
    assert "{# the end #}" in template_difference(Prompts.of(), new, ["article"])


def test_a_change_that_many_questions_share_is_shown_once_with_their_number(tmp_path: Path) -> None:
    new = own(tmp_path, "system", "a news desk", "a night desk")
    told = difference(Prompts.of(), new, article(), settings())
    assert told.count("+You are a careful reader at a night desk") == 1
    assert "and 4 more like it" in told


def test_a_new_section_is_a_difference_and_a_file_that_one_side_lacks_counts_as_empty(tmp_path: Path) -> None:
    new = written(tmp_path, "sections/sanctions.yaml", own_sections.SANCTIONS)
    told = difference(Prompts.of(), new, Article(own_sections.DOCUMENT, own_sections.PUBLISHED), settings())
    assert "--- /dev/null" in told
    assert "+- One item for each measure." in told
    assert "--- /dev/null" in template_difference(Prompts.of(), new, ["sections/sanctions"])


def test_other_options_of_a_question_are_a_difference(tmp_path: Path) -> None:
    new = own(tmp_path, "questions/deadline", "other]", "nothing]")
    told = difference(Prompts.of(), new, sample_article(), settings("questions"))
    assert "+(answer: " in told


def test_the_built_in_article_is_there() -> None:
    assert len(sample_article().document.sentences) == 9
