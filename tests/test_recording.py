"""The recordings themselves: what is kept, what is not, and what fails a run."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import httpx2
import pytest
import yaml
from pydantic import BaseModel
from recording.cassette import StrictCassette
from recording.provenance import prompts_said
from stub_server import StubServer, reply, says
from vcr.request import Request

from summarizer.evaluation.recording.storage import ReadableFiles, digest
from summarizer.llm import Account, Endpoint, Message, Model

KEY = "sk-THIS-KEY-IS-SECRET"
MODEL = {"name": "stub", "sha256": "0" * 64}
ARTICLE = (
    "Bangkok has given Cambodia until Saturday to pull its howitzers off the ridge.\n\nPhnom Penh was unmoved by it."
)
QUESTION = "List every speaker whose words the article gives."
PROMPT = f"---\nname: claims\n---\n{QUESTION}\n{{{{ article }}}}\n"


@pytest.fixture
def server() -> Iterator[str]:
    """A model that numbers its answers, and tells secrets of its own."""
    secrets = {"set_cookie": KEY, "openai_organization": KEY}
    with StubServer(*(reply({"answer": number}, **secrets) for number in range(1, 10))) as stub:
        yield stub.url


@pytest.fixture
def prompts(tmp_path: Path) -> Path:
    folder = tmp_path / "prompts"
    folder.mkdir()
    (folder / "claims.md").write_text(PROMPT, encoding="utf-8")
    (folder / "attacks.md").write_text("No. {{ number }} reports an attack.\n", encoding="utf-8")
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cassettes" / "test_it.yaml"


def ask(url: str, question: str) -> Any:
    headers = {"authorization": f"Bearer {KEY}", "cookie": KEY, "openai-organization": KEY, "x-api-key": KEY}
    answer = httpx2.post(f"{url}/chat/completions?trace=1", json={"question": question}, headers=headers)
    return answer.json()


def record(file: Path, prompts: Path, server: str, *questions: str) -> list[Any]:
    with StrictCassette.recorded_by(file, prompts=prompts, model=MODEL):
        return [ask(server, question) for question in questions]


def replay(file: Path, prompts: Path) -> AbstractContextManager[StrictCassette]:
    return StrictCassette.replayed_in_test(file, prompts=prompts)


def test_an_exchange_is_replayed_from_whatever_host_and_port_is_asked(file: Path, prompts: Path, server: str) -> None:
    recorded = record(file, prompts, server, "Who spoke?")
    with replay(file, prompts):
        assert [ask("http://model.invalid:1/v1", "Who spoke?")] == recorded


def test_answers_go_to_their_questions_in_any_order(file: Path, prompts: Path, server: str) -> None:
    short, long = record(file, prompts, server, "Who?", "Who spoke, and of whom?")
    with replay(file, prompts):
        assert ask(server, "Who spoke, and of whom?") == long
        assert ask(server, "Who?") == short


def test_no_secret_of_either_side_is_kept(file: Path, prompts: Path, server: str) -> None:
    record(file, prompts, server, "Who?")
    assert KEY not in file.read_text(encoding="utf-8")


def test_a_changed_body_is_a_miss_that_names_the_changed_prompt(file: Path, prompts: Path, server: str) -> None:
    record(file, prompts, server, QUESTION)
    (prompts / "claims.md").write_text("List speakers.\n", encoding="utf-8")
    with replay(file, prompts), pytest.raises(pytest.fail.Exception) as miss:
        ask(server, "List speakers.")
    message = str(miss.value)
    assert "prompt 'claims' has changed" in message
    assert "attacks" not in message
    assert "recorded 'List every" in message
    assert "make record" in message


def test_a_miss_under_unchanged_prompts_says_that_no_prompt_is_to_blame(file: Path, prompts: Path, server: str) -> None:
    record(file, prompts, server, "Who?")
    with replay(file, prompts), pytest.raises(pytest.fail.Exception, match="no prompt has changed"):
        ask(server, "Whom?")


def test_a_miss_passes_through_a_client_that_catches_every_exception(file: Path, prompts: Path, server: str) -> None:
    record(file, prompts, server, "Who?")

    def careless() -> str:
        try:
            return str(ask(server, "Whom?"))
        except Exception:  # noqa: BLE001
            return "swallowed"

    with replay(file, prompts), pytest.raises(pytest.fail.Exception):
        careless()


class Speaker(BaseModel):
    name: str


async def ask_model(url: str, question: str) -> Speaker:
    model = Model(Endpoint("m", url, KEY))
    account = Account(seconds=30)
    return await model.ask(
        [Message("user", question)], Speaker, account=account, max_tokens=9, reask=lambda _: "Again."
    )


async def test_a_model_is_recorded_and_replayed_and_its_misses_are_no_lost_connection(
    file: Path, prompts: Path
) -> None:
    with StubServer(says('{"name": "Ada"}')) as stub, StrictCassette.recorded_by(file, prompts=prompts, model=MODEL):
        recorded = await ask_model(stub.url, "Who?")
    with replay(file, prompts):
        assert await ask_model("http://127.0.0.1:9/v1", "Who?") == recorded
        with pytest.raises(pytest.fail.Exception, match="make record"):
            await ask_model("http://127.0.0.1:9/v1", "Whom?")


def test_a_test_never_recorded_says_so(file: Path, prompts: Path, server: str) -> None:
    with replay(file, prompts), pytest.raises(pytest.fail.Exception, match="not recorded yet"):
        ask(server, "Who?")


def test_an_exchange_is_played_once(file: Path, prompts: Path, server: str) -> None:
    record(file, prompts, server, "Who?")
    with replay(file, prompts):
        ask(server, "Who?")
        with pytest.raises(pytest.fail.Exception, match="more often"):
            ask(server, "Who?")


def test_an_exchange_not_asked_for_fails(file: Path, prompts: Path, server: str) -> None:
    record(file, prompts, server, "Who?", "Whom?")
    with replay(file, prompts) as cassette:
        ask(server, "Who?")
        with pytest.raises(pytest.fail.Exception, match=r"no\. 2 of 2 recorded exchanges"):
            cassette.expect_all_played()


def test_a_recording_carries_its_prompts_its_model_and_a_hash_of_each_body(
    file: Path, prompts: Path, server: str
) -> None:
    record(file, prompts, server, QUESTION)
    metadata = yaml.safe_load(file.read_text(encoding="utf-8"))["metadata"]
    assert list(metadata["prompts"]) == ["claims"]
    assert metadata["model"] == MODEL
    assert metadata["bodies"] == [digest(json.dumps({"question": QUESTION}).encode())]


def test_recording_again_replaces_what_was_recorded(file: Path, prompts: Path, server: str) -> None:
    record(file, prompts, server, "Who?")
    record(file, prompts, server, "Whom?")
    with replay(file, prompts) as cassette:
        ask(server, "Whom?")
        cassette.expect_all_played()


def test_a_text_shared_by_many_requests_is_stored_once(file: Path, prompts: Path, server: str) -> None:
    record(file, prompts, server, *(f"{ARTICLE}\n\nQuestion {number}?" for number in range(9)))
    assert file.read_text(encoding="utf-8").count("howitzers") == 1
    with replay(file, prompts):
        assert ask(server, f"{ARTICLE}\n\nQuestion 8?") == {"answer": 9}


@pytest.mark.parametrize(
    "text",
    [
        "“Nein”, сказал он\u2028…",
        "trailing space \n\n\n two\r\n",
        "{{ 7*7 }} <script> # : - &a *a !!python",
        "\t\x1b[31m\x00",
        "yes",
        "1_000",
        "",
        "\n\n",
        "long " * 200,
    ],
)
def test_a_text_comes_back_to_the_character(text: str, tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    body = {"messages": [{"content": text}, {"content": text}]}
    response = {"status": {"code": 200}, "headers": {}, "body": {"string": json.dumps(body).encode()}}
    request = Request("POST", "http://h/p", json.dumps(body), {})
    ReadableFiles.save_cassette(file, {"requests": [request], "responses": [response]})
    requests, responses, _ = ReadableFiles.load_cassette(file)
    assert json.loads(requests[0].body) == body
    assert json.loads(responses[0]["body"]["string"]) == body


def test_a_recorded_wait_is_not_waited_again(tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    response = {"status": {"code": 429}, "headers": {"Retry-After": ["120"]}, "body": {"string": b"{}"}}
    request = Request("POST", "http://h/p", "{}", {})
    ReadableFiles.save_cassette(file, {"requests": [request], "responses": [response]})
    assert ReadableFiles.load_cassette(file)[1][0]["headers"] == {"retry-after": ["0"]}


def test_a_prompt_counts_as_said_when_wording_of_its_own_was_sent(prompts: Path) -> None:
    assert list(prompts_said(prompts, [{"m": ["No. 3 reports an attack."]}])) == ["attacks"]


def test_wording_that_two_prompts_share_tells_of_neither(prompts: Path) -> None:
    (prompts / "strikes.md").write_text("Say where: {{ number }} reports an attack.", encoding="utf-8")
    assert prompts_said(prompts, ["No. 3 reports an attack."]) == {}


OUTER = """
import httpx2, pytest

@pytest.mark.vcr
def test_asks():
    assert httpx2.post("{server}/chat/completions", json={{"question": "Who?"}}).json() == {{"answer": 1}}
"""


@pytest.fixture
def project(pytester: pytest.Pytester, server: str, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    tests = Path(__file__).parent
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(map(str, (tests, tests.parent))))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # quicker
    pytester.makeini("[pytest]\naddopts = -p pytest_recording.plugin --block-network")
    pytester.makeconftest("pytest_plugins = ['recording.plugin']")
    pytester.makepyfile(test_inner=OUTER.format(server=server))
    pytester.mkdir("prompts")
    return pytester


def test_a_run_records_and_replays_with_the_network_blocked(project: pytest.Pytester) -> None:
    assert project.runpytest_subprocess("--record-mode=rewrite").ret == 0
    assert (project.path / "cassettes" / "test_inner" / "test_asks.yaml").is_file()
    assert project.runpytest_subprocess().ret == 0


def test_a_recording_without_a_test_stops_the_run(project: pytest.Pytester) -> None:
    orphan = project.path / "cassettes" / "test_inner" / "test_gone.yaml"
    orphan.parent.mkdir(parents=True)
    orphan.write_text("{}", encoding="utf-8")
    run = project.runpytest_subprocess()
    assert run.ret == pytest.ExitCode.USAGE_ERROR
    run.stderr.fnmatch_lines(["*recordings without a test*test_gone.yaml*"])


def test_an_exchange_no_longer_asked_for_fails_the_run(project: pytest.Pytester, server: str) -> None:
    record(project.path / "cassettes" / "test_inner" / "test_asks.yaml", project.path / "prompts", server, "Who?")
    project.makepyfile(test_inner="import pytest\n\n@pytest.mark.vcr\ndef test_asks(): pass")
    run = project.runpytest_subprocess()
    run.assert_outcomes(failed=1)
    run.stdout.fnmatch_lines(["*no. 1 of 1 recorded exchanges not asked for*"])
