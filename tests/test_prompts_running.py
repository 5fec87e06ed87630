"""A program that makes one brief after the other, and the editor who changes its prompts meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sample import ARTICLE, PUBLISHED
from test_evaluation_gate import FillsAnySchema

from summarizer import Summarizer, summarize
from summarizer.schema import Brief

RULE = "Answer like a lighthouse keeper."


def system(text: str, version: int) -> str:
    return f"---\nname: system\nversion: {version}\ninputs: []\n---\n{text}\n"


@pytest.fixture
def server() -> Iterator[FillsAnySchema]:
    with FillsAnySchema() as stub:
        yield stub


def version_of(brief: Brief) -> str:
    return next(ref.version for ref in brief.run.prompts if ref.id == "system")


def test_an_edit_shows_in_the_next_brief_and_a_broken_one_leaves_the_last_good_version(
    tmp_path: Path, server: FillsAnySchema
) -> None:
    path = tmp_path / "system.md"
    path.write_text(system("Read.", 7), encoding="utf-8")
    with Summarizer("m", base_url=server.url, api_key="k", prompts=tmp_path, plan="sections") as running:
        assert version_of(running.summarize(ARTICLE, published=PUBLISHED)) == "7"
        path.write_text(system(RULE, 8), encoding="utf-8")
        edited = running.summarize(ARTICLE, published=PUBLISHED)
        assert version_of(edited) == "8"
        assert RULE in str(server.requests[-1])
        path.write_text(system("Read {% if", 9), encoding="utf-8")
        spoilt = running.summarize(ARTICLE, published=PUBLISHED)
    assert (version_of(edited), version_of(spoilt)) == ("8", "8")
    assert RULE in str(server.requests[-1])
    assert not any("system.md" in warning for warning in edited.run.warnings)
    (warning,) = [each for each in spoilt.run.warnings if "system.md" in each]
    assert warning.startswith(f"{path}:6:6: ")
    assert "version 8 (" in warning


def test_the_last_good_version_outlives_a_single_call(tmp_path: Path, server: FillsAnySchema) -> None:
    path = tmp_path / "system.md"
    path.write_text(system("Read.", 3), encoding="utf-8")

    def brief() -> Brief:
        return summarize(ARTICLE, model="m", base_url=server.url, api_key="k", prompts=tmp_path, plan="sections")

    brief()
    path.write_text("broken", encoding="utf-8")
    assert version_of(brief()) == "3"
