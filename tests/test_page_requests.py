"""What the page answers: files, faults, runs, errors."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from page_stand_ins import CHECKS, SHIPPED, ScriptedSummarizer, shipped_folder
from starlette.testclient import TestClient

from summarizer.schema import Brief
from summarizer.workshop.changes import compare_briefs
from summarizer.workshop.page import Sample, application
from summarizer.workshop.page.folder import Folder
from summarizer.workshop.page.samples import shipped_samples

BASE = "http://127.0.0.1:8123"
CLAIMS = "sections/claims.md"
ARTICLE = "Ivo Kasten said 🌊 so. He denied the rest.\n"
MISTYPED = SHIPPED[CLAIMS] + "{{ sentances }}\n"

Post = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    own = tmp_path / "own"
    own.mkdir()
    return Folder(own, shipped_folder(tmp_path / "shipped"))


@pytest.fixture
def model() -> ScriptedSummarizer:
    return ScriptedSummarizer()


@pytest.fixture
def client(folder: Folder, model: ScriptedSummarizer) -> Iterator[TestClient]:
    sample = Sample("Mine", ARTICLE)
    page = application(
        folder, "t", make=model, checks=CHECKS, compare=compare_briefs, samples=[sample], asks="a model here"
    )
    with TestClient(page, base_url=BASE, headers={"origin": BASE}) as client:
        client.get("/", params={"token": "t"})
        yield client


@pytest.fixture
def post(client: TestClient) -> Post:
    return lambda path, **body: client.post(f"/api/{path}", json=body)


def finished(client: TestClient, run: str) -> dict[str, Any]:
    for _ in range(500):
        state: dict[str, Any] = client.get(f"/api/runs/{run}").json()
        if state["state"] not in {"running", "stopping"}:
            return state
        time.sleep(0.01)
    raise AssertionError(f"still {state['state']}")


def test_the_page_knows_its_folder_its_model_and_its_articles(client: TestClient, folder: Folder) -> None:
    start = client.get("/api/start").json()
    assert start["folder"] == str(folder.own)
    assert start["asks"] == "a model here"
    assert [sample["name"] for sample in start["samples"]] == ["Mine", *(each.name for each in shipped_samples())]


def test_the_samples_are_whole_articles_with_a_date() -> None:
    assert len(shipped_samples()) >= 2
    assert all(len(each.text) > 400 and each.published for each in shipped_samples())


def test_a_file_can_be_opened_made_ones_own_and_saved(client: TestClient, post: Post, folder: Folder) -> None:
    assert client.get("/api/file", params={"file": CLAIMS}).json()["origin"] == "shipped"
    opened = post("adopt", file=CLAIMS).json()
    saved = post("save", file=CLAIMS, source="new\n", seen=opened["sha256"])
    assert saved.json() == {"sha256": client.get("/api/file", params={"file": CLAIMS}).json()["sha256"]}
    assert (folder.own / CLAIMS).read_text() == "new\n"


def test_a_save_over_a_change_made_meanwhile_is_answered_with_what_stands_there(post: Post, folder: Folder) -> None:
    opened = post("adopt", file=CLAIMS).json()
    (folder.own / CLAIMS).write_text("theirs\n")
    refused = post("save", file=CLAIMS, source="mine\n", seen=opened["sha256"])
    assert refused.status_code == 409
    assert refused.json()["error"]["kind"] == "ChangedMeanwhile"
    assert refused.json()["now"] == "theirs\n"
    assert post("difference", file=CLAIMS, source="mine\n").json()["saved"][1:] == [
        {"kind": "-", "text": "theirs"},
        {"kind": "+", "text": "mine"},
    ]


def test_the_faults_of_an_unsaved_text_are_told_with_their_place(post: Post) -> None:
    (fault,) = post("check", file=CLAIMS, source=MISTYPED).json()["faults"]
    assert fault == {
        "file": CLAIMS,
        "line": 12,
        "column": 4,
        "code": "undefined-variable",
        "severity": "error",
        "message": "there is no input 'sentances'.",
        "hint": "did you mean 'sentences'?",
    }


def test_the_faults_of_the_folder_name_their_files_as_the_list_does(client: TestClient, folder: Folder) -> None:
    folder.save(CLAIMS, MISTYPED, None)
    assert [fault["file"] for fault in client.get("/api/faults").json()["faults"]] == [CLAIMS]


def test_a_run_tells_its_steps_and_ends_with_a_brief_and_its_cost(
    client: TestClient, post: Post, model: ScriptedSummarizer
) -> None:
    model.hold.clear()
    begun = post("runs", text=ARTICLE, published="2026-03-11", under="saved")
    assert begun.status_code == 202
    assert begun.json()["brief"] is None
    model.hold.set()
    run = finished(client, begun.json()["id"])
    assert run["state"] == "done"
    assert [step["stage"] for step in run["stages"]] == ["reading the claims"]
    assert run["step"] == {"done": 4, "total": 4, "unit": "questions"}
    cost = run["brief"]["cost"]
    assert (cost["calls"], cost["input"], cost["output"], cost["cached"]) == (4, 1234, 56, 800)


def test_an_item_of_a_brief_has_its_places_in_characters_of_the_article(client: TestClient, post: Post) -> None:
    run = finished(client, post("runs", text=ARTICLE, under="saved").json()["id"])
    claims = next(section for section in run["brief"]["sections"] if section["name"] == "claims")
    (place,) = claims["items"][0]["evidence"]
    assert ARTICLE[place["start"] : place["end"]] == "Ivo Kasten said 🌊 so."
    assert claims["items"][0]["id"] == "c1"


@pytest.mark.parametrize(("under", "claims"), [("shipped", 1), ("saved", 2), ("edits", 1)])
def test_a_run_reads_the_shipped_the_saved_or_the_edited_prompts(
    client: TestClient, post: Post, folder: Folder, under: str, claims: int
) -> None:
    folder.save(CLAIMS, "list denials\n", None)
    run = finished(client, post("runs", text=ARTICLE, under=under, edits={CLAIMS: "no more\n"}).json()["id"])
    assert run["brief"]["headline"] == f"{claims} things were said"
    assert (folder.own / CLAIMS).read_text() == "list denials\n"


def test_two_runs_are_compared_item_by_item(client: TestClient, post: Post) -> None:
    before, after = (
        finished(client, post("runs", text=ARTICLE, under="edits", edits=edits).json()["id"])["id"]
        for edits in ({}, {CLAIMS: "list denials\n"})
    )
    changes = post("compare", before=before, after=after).json()["changes"]
    assert {"section": "claims", "kind": "gained", "old": None, "new": "c2", "fields": []} in changes


def test_briefs_of_different_articles_are_not_compared(client: TestClient, post: Post) -> None:
    texts = (ARTICLE, "Ada said.")
    runs = [finished(client, post("runs", text=text, under="saved").json()["id"])["id"] for text in texts]
    assert post("compare", before=runs[0], after=runs[1]).status_code == 422


def test_a_second_run_is_refused_while_one_is_under_way(
    client: TestClient, post: Post, model: ScriptedSummarizer
) -> None:
    model.hold.clear()
    first = post("runs", text=ARTICLE, under="saved").json()["id"]
    second = post("runs", text=ARTICLE, under="saved")
    assert second.status_code == 409
    assert second.json()["error"]["kind"] == "Busy"
    model.hold.set()
    assert finished(client, first)["state"] == "done"
    assert post("runs", text=ARTICLE, under="saved").status_code == 202


def test_a_run_that_is_stopped_ends_at_its_next_step(client: TestClient, post: Post, model: ScriptedSummarizer) -> None:
    model.hold.clear()
    run = post("runs", text=ARTICLE, under="saved").json()["id"]
    assert post(f"runs/{run}/stop").json()["state"] == "stopping"
    model.hold.set()
    ended = finished(client, run)
    assert ended["state"] == "stopped"
    assert ended["brief"] is None


def test_the_layer_of_a_run_is_gone_when_it_ends(client: TestClient, post: Post, model: ScriptedSummarizer) -> None:
    run = post("runs", text=ARTICLE, under="edits", edits={CLAIMS: "broken\n"}).json()["id"]
    finished(client, run)
    (layer,) = model.folders
    for _ in range(100):
        if not layer.exists():
            return
        time.sleep(0.01)
    raise AssertionError(f"{layer} is still there")


def test_a_broken_prompt_ends_the_run_with_its_place_and_without_our_own_paths(client: TestClient, post: Post) -> None:
    run = post("runs", text=ARTICLE, under="edits", edits={CLAIMS: "broken\n"}).json()["id"]
    error = finished(client, run)["error"]
    assert error["message"] == "sections/claims.md:8:1: this is broken"
    assert (error["faults"][0]["file"], error["faults"][0]["line"]) == (CLAIMS, 8)


def test_a_fault_of_the_program_ends_the_run_and_is_shown(folder: Folder) -> None:
    def make(*_: Any) -> Any:
        raise ZeroDivisionError("by zero")

    page = application(folder, "t", make=make, checks=CHECKS, compare=compare_briefs)
    with TestClient(page, base_url=BASE, headers={"origin": BASE}) as client:
        client.get("/", params={"token": "t"})
        run = client.post("/api/runs", json={"text": ARTICLE, "under": "saved"}).json()["id"]
        assert "ZeroDivisionError: by zero" in finished(client, run)["error"]["message"]


@pytest.mark.parametrize(
    "body",
    [
        {"text": "  ", "under": "saved"},
        {"text": ARTICLE, "under": "theirs"},
        {"text": ARTICLE, "under": "saved", "published": "tomorrow"},
        {"text": ARTICLE, "under": "edits", "edits": {"../x.md": "x"}},
        {"text": ARTICLE, "under": "saved", "surprise": 1},
        {},
    ],
)
def test_a_run_that_cannot_begin_is_refused_with_the_reason(post: Post, body: dict[str, Any]) -> None:
    answer = post("runs", **body)
    assert answer.status_code == 422
    assert answer.json()["error"]["message"]


def test_no_json_is_told_as_such(client: TestClient) -> None:
    answer = client.post("/api/check", content=b"{", headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["error"]["kind"]) == (422, "InputError")


def test_an_unknown_address_and_a_wrong_method_are_answered_as_json(client: TestClient) -> None:
    assert client.get("/api/nothing").json()["error"]["kind"] == "HTTP"
    assert client.get("/api/save").status_code == 405


def test_half_a_character_in_a_brief_does_not_break_the_answer(folder: Folder) -> None:
    from page_stand_ins import brief_of

    from summarizer.workshop.page.views import Json, brief_view

    brief: Brief = brief_of(ARTICLE, None, ("said",)).model_copy(update={"headline": "half \ud83c"})
    assert rb"half \ud83c" in Json(brief_view(brief)).body


def test_a_new_section_is_begun_and_opened(client: TestClient, post: Post) -> None:
    assert post("section", name="sanctions").json()["file"] == "sections/sanctions.yaml"
    assert post("section", name="sanctions").status_code == 422


def test_a_file_set_aside_is_kept_as_a_copy(client: TestClient, post: Post) -> None:
    opened = post("adopt", file=CLAIMS).json()
    kept = post("aside", file=CLAIMS, seen=opened["sha256"]).json()["file"]
    origins = {entry["file"]: entry["origin"] for entry in client.get("/api/files").json()["files"]}
    assert (origins[CLAIMS], origins[kept]) == ("shipped", "copy")


def test_the_guide_and_the_copies_are_files_without_a_check(client: TestClient) -> None:
    from summarizer.workshop.page.seams import is_prompt

    assert is_prompt(CLAIMS)
    assert not is_prompt("README.md")
    assert not is_prompt("copies/x.md")
