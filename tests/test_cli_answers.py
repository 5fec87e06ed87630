"""What bad input and a failing model get on the command line, through the whole program."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest
from stub_server import Reply, StubServer, completion, cut_body, drip, error, reply, says

from summarizer.cli import main

ARTICLE = "“We will not wait,” said Petra Hallin.\n\nThe locks must open by Friday, the ministry said.\n"
KEY = "sk-not-to-be-seen"
AT_ONCE = {"retry_after": "0"}


@pytest.fixture(autouse=True)
def article(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    for name in os.environ:
        if name.startswith(("SUMMARIZER_", "OPENAI_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("SUMMARIZER_API_KEY", KEY)
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    return file


def brief_by(url: str, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    """Exit code and last line on stderr of `summarizer brief` with the model at `url`."""
    with pytest.raises(SystemExit) as ended:
        main(["brief", "article.txt", "--base-url", url, "--model", "m", "--plan", "sections", *more])
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert KEY not in said.err + said.out
    return int(ended.value.code or 0), said.err.splitlines()[-1]


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (error(401, f"Incorrect API key provided: {KEY}"), "key"),
        (error(404, "The model m does not exist"), "m"),
        (error(400, "Your request was flagged"), "flagged"),
        (error(429, "Rate limit reached", **AT_ONCE), "429|rate"),
        (error(503, "Overloaded", **AT_ONCE), "503"),
        (says(None, refusal="I cannot help with that."), "refus"),
        (says('{"actors": [{"na', finish_reason="length"), "cut|limit"),
        (says("Sure! Here you go."), "schema|valid|fit"),
        (reply("<html>", content_type="text/html"), "127.0.0.1|completion"),
        (cut_body, "127.0.0.1|connection"),
    ],
    ids=["key", "model", "refused", "429", "5xx", "refusal", "truncated", "invalid", "html", "cut"],
)
def test_a_failing_model_is_one_line_and_exit_code_1(
    fault: Reply, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with StubServer(fault) as stub:
        code, said = brief_by(stub.url, capsys)
    assert code == 1
    assert said.startswith("summarizer: error: ")
    assert any(word in said.lower() for word in words.lower().split("|")), said


def test_a_key_is_kept_from_a_server_that_only_a_found_file_names_and_the_error_says_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with StubServer(error(401, "Unauthorized")) as stub:
        (tmp_path / "summarizer.toml").write_text(f'base_url = "{stub.url}"\nmodel = "m"\nplan = "sections"')
        with pytest.raises(SystemExit) as ended:
            main(["brief", "article.txt"])
        assert KEY not in str(stub.headers)
    assert ended.value.code == 1
    assert "no key was sent: SUMMARIZER_API_KEY is kept" in capsys.readouterr().err


def test_a_server_that_drips_ends_at_the_timeout(capsys: pytest.CaptureFixture[str]) -> None:
    with StubServer(drip(20)) as stub:
        code, said = brief_by(stub.url, capsys, "--timeout", "1")
    assert code == 1
    assert "time" in said


def test_a_spent_token_budget_is_exit_code_1(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_MAX_TOKENS_TOTAL", "10")
    with StubServer(reply(completion("{}"))) as stub:
        code, said = brief_by(stub.url, capsys)
    assert code == 1
    assert "token" in said


def test_a_refused_connection_is_exit_code_1_and_names_the_address(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        code, said = brief_by(f"http://{address}/v1", capsys, "--timeout", "3")
    assert code == 1
    assert address in said


def test_a_broken_prompt_is_exit_code_1_and_names_the_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "system.md").write_text("no front matter", encoding="utf-8")
    with StubServer(says("{}")) as stub:
        code, said = brief_by(stub.url, capsys, "--prompts", str(folder))
    assert code == 1
    assert "system.md" in said


def test_a_missing_model_file_is_exit_code_4(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["brief", "article.txt", "--model", "gguf:/no/such/file.gguf"])
    assert ended.value.code == 4
    assert "/no/such/file.gguf" in capsys.readouterr().err


def test_neither_key_nor_embedded_model_is_exit_code_4_with_both_remedies(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SUMMARIZER_API_KEY")
    monkeypatch.setitem(sys.modules, "xllamacpp", None)  # as if the extra were not installed
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(SystemExit) as ended:
        main(["brief", "article.txt"])
    said = capsys.readouterr().err
    assert ended.value.code == 4
    assert "pip install '.[local]'" in said
    assert "OPENAI_API_KEY" in said
    assert "downloading" not in said
    assert not (tmp_path / "cache").exists()
