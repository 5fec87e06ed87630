"""The replayed gate: recorded once over HTTP, scored offline, never with answers to an older prompt."""

from __future__ import annotations

import http.client
import json
import shutil
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from evaluation_suites import NAMES, Suite
from sample import sample_brief
from stub_server import StubServer, says, tokens

from summarizer.evaluation.cases import Selection, load_cases
from summarizer.evaluation.makers import prompt_digests
from summarizer.evaluation.recording.exact_cassette import ExactCassette
from summarizer.evaluation.recording.gate import Recordings, Setting
from summarizer.evaluation.results import ResultFolder
from summarizer.prompts import Prompts

ROOT = Path(__file__).parents[1]
MOST_BYTES = 3_000_000


class FillsAnySchema(StubServer):
    """Answers every question in the form that it asks for, with the first value that is allowed."""

    def take(self, handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        self.requests.append(body)
        filled = first_of(body["response_format"]["json_schema"]["schema"])
        says(json.dumps(filled), usage=tokens(100, 20))(handler)


def first_of(schema: dict[str, Any]) -> Any:
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return first_of(schema["anyOf"][0])
    match schema["type"]:
        case "object":
            return {name: first_of(field) for name, field in schema["properties"].items()}
        case "array":
            return [first_of(schema["items"])]
        case "string":
            return "Bangkok"
        case other:
            return {"integer": 1, "number": 1, "boolean": False, "null": None}[other]


@pytest.fixture
def suite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Suite:
    for name in ("SUMMARIZER_MODEL", "SUMMARIZER_BASE_URL", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    shutil.copytree(ROOT / "prompts", tmp_path / "prompts")
    return Suite(tmp_path)


@pytest.fixture(scope="module")
def recorded_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with cases, prompts and recordings, which each test has a copy of."""
    folder = tmp_path_factory.mktemp("recorded")
    shutil.copytree(ROOT / "prompts", folder / "prompts")
    record(Suite(folder))
    return folder


@pytest.fixture
def recorded(suite: Suite, recorded_once: Path) -> Suite:
    """The suite with all its cases recorded."""
    shutil.copytree(recorded_once / "cassettes", suite.folder / "cassettes")
    return suite


def record(suite: Suite, *options: str) -> int:
    """Record the suite's cases from a stub; how many requests it got."""
    with FillsAnySchema() as stub:
        model = ("--model", "m", "--base-url", stub.url, "--plan", "sections")
        assert suite.run("--record", *model, *where(suite), *options) == 0
        return len(stub.requests)


def replay(suite: Suite, *options: str) -> int:
    return suite.run("--replay", *where(suite), *options)


def where(suite: Suite) -> tuple[Path | str, ...]:
    return ("--cassettes", suite.folder / "cassettes", "--prompts", suite.folder / "prompts")


def edit(suite: Suite, prompt: str) -> None:
    path = suite.folder / "prompts" / f"{prompt}.md"
    path.write_text(path.read_text(encoding="utf-8") + "Be quick.\n", encoding="utf-8")


def test_a_recorded_run_replays_to_the_same_briefs_and_scores_offline(suite: Suite) -> None:
    record(suite)
    asked = {name: brief_of(suite, name) for name in NAMES}
    recorded = suite.verdict()["scores"]
    assert replay(suite) == 0
    assert {name: brief_of(suite, name) for name in NAMES} == asked
    assert suite.verdict()["scores"] == recorded  # the seconds too: those of the recording
    assert (suite.verdict()["run"], suite.verdict()["maker"]["mode"]) == ("gate", "replayed")


def brief_of(suite: Suite, name: str) -> Any:
    (result,) = ResultFolder(suite.out / "cases").results([name])[name]
    assert result.brief is not None
    return result.brief


def test_an_edited_prompt_is_named_with_every_recording_that_depends_on_it(
    recorded: Suite, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(recorded, "sections/deadlines")
    assert replay(recorded) == 1
    told = capsys.readouterr().err
    for name in NAMES:
        assert f"{name}.yaml: prompt 'sections/deadlines' has changed since" in told
    assert "make record-gate" in told
    assert told.count("has changed since") == len(NAMES)


def test_a_prompt_that_was_not_said_may_change(recorded: Suite) -> None:
    edit(recorded, "questions/attack")
    assert replay(recorded) == 0


def test_a_changed_article_is_named(recorded: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    path = recorded.cases / "canal.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("About the canal", "On the canal"), encoding="utf-8")
    assert replay(recorded) == 1
    told = capsys.readouterr().err
    assert "canal.yaml: the article has changed since" in told
    assert "bridge.yaml" not in told


def test_a_missing_recording_is_named(recorded: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    (recorded.folder / "cassettes" / "depot.yaml").unlink()
    assert replay(recorded) == 1
    assert "depot.yaml is missing or no recording" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"\xff\xfe", b"metadata: abc\ninteractions: []\n", b"- one\n"])
def test_a_file_that_is_no_recording_is_named(
    recorded: Suite, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (recorded.folder / "cassettes" / "depot.yaml").write_bytes(content)
    assert replay(recorded) == 1
    assert "depot.yaml is missing or no recording" in capsys.readouterr().err


@pytest.mark.parametrize("rest", ["", "interactions: {a: b}\n", "interactions:\n- request: {method: POST, path: /v1"])
def test_a_recording_that_is_cut_off_is_named_and_no_score(
    recorded: Suite, rest: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = recorded.folder / "cassettes" / "depot.yaml"
    head, _, _ = path.read_text(encoding="utf-8").partition("interactions:")
    path.write_text(head + rest, encoding="utf-8")
    assert replay(recorded) == 1
    assert "depot.yaml is damaged or cut off; renew it" in capsys.readouterr().err
    assert not (recorded.out / "verdict.json").exists()


def test_a_brief_for_which_nothing_was_asked_is_recorded_beside_the_others(suite: Suite) -> None:
    """Plan questions asks about doubtful candidates only: an article may have none."""
    record(suite, "--case", "bridge", "--case", "depot")
    prompts = prompt_digests(Prompts.of(suite.folder / "prompts"))
    recordings = Recordings(suite.folder / "cassettes", prompts)
    bridge, canal, depot = load_cases(suite.cases)
    before = recordings.origin([bridge, depot])
    setting = Setting(name="m", plan="sections", dialect="openai")
    made = sample_brief(run=sample_brief().run.model_copy(update={"prompts": []}))
    assert recordings.recording(lambda _: made, setting)(canal) == made
    assert recordings.origin([bridge, canal, depot]) == before
    assert recordings.replaying(lambda _: made)(canal) == made


def test_a_request_that_was_never_recorded_is_no_score(recorded: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    """As when the code asks otherwise than it did: every such recording is named, and there is no verdict."""
    for name in ("bridge", "depot"):
        path = recorded.folder / "cassettes" / f"{name}.yaml"
        stored = yaml.safe_load(path.read_text(encoding="utf-8"))
        stored["interactions"][0]["request"]["body"]["temperature"] = 0.9
        path.write_text(yaml.safe_dump(stored, sort_keys=False), encoding="utf-8")
    assert replay(recorded) == 1
    told = capsys.readouterr().err
    assert "is not in" in told
    assert "bridge.yaml" in told
    assert "depot.yaml" in told
    assert "body.temperature: recorded 0.9" in told
    assert not (recorded.out / "verdict.json").exists()


def test_recording_goes_on_where_it_was_stopped(suite: Suite) -> None:
    first = record(suite, "--case", "bridge")
    assert record(suite, "--case", "bridge", "--case", "canal", "--case", "depot") == 2 * first
    assert record(suite) == 0
    edit(suite, "sections/deadlines")
    assert record(suite) == 3 * first


def test_recordings_made_in_different_ways_are_not_mixed(recorded: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    path = recorded.folder / "cassettes" / "depot.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("plan: sections", "plan: whole"), encoding="utf-8")
    assert replay(recorded) == 1
    assert "were made in 2 ways" in capsys.readouterr().err


def test_no_key_is_recorded(suite: Suite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_API_KEY", "sk-THIS-IS-SECRET")
    record(suite)
    for path in (suite.folder / "cassettes").iterdir():
        assert "SECRET" not in path.read_text(encoding="utf-8")


def test_the_recordings_of_this_project_are_those_of_its_gate_and_fit_its_prompts() -> None:
    """Nothing may lie there that no case of the gate stands for; what lies there must be valid and small."""
    gate = Selection(gate=True).of(load_cases(ROOT / "evals" / "cases"))
    recordings = Recordings(ROOT / "cassettes" / "evals", prompt_digests(Prompts.of(ROOT / "prompts")))
    files = list(recordings.folder.glob("*"))
    assert {path.name for path in files} <= {recordings.path(case).name for case in gate}
    assert sum(path.stat().st_size for path in files) < MOST_BYTES
    assert [
        complaint for case in gate if recordings.path(case) in files for complaint in recordings.complaints(case)
    ] == []


def test_that_a_server_is_greeted_while_a_case_is_recorded_is_no_part_of_the_recording(tmp_path: Path) -> None:
    with FillsAnySchema() as stub, ExactCassette.recorded(tmp_path / "case.yaml") as cassette:
        connection = http.client.HTTPConnection(urlsplit(stub.url).netloc, timeout=5)
        connection.request("GET", "/lora-adapters")
        connection.getresponse().read()
        connection.close()
        assert cassette.bodies() == []
