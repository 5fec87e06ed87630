"""The command line, with a summarizer that hands out what the test says."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Self

import pytest
from sample import ARTICLE, run, sample_brief

import summarizer.errors
from summarizer.cli import main
from summarizer.errors import InputError, ModelUnavailable, SummarizerError
from summarizer.progress import Progress
from summarizer.schema import Brief

LOOPBACK = ("--base-url", "http://127.0.0.1:9/v1", "--model", "tiny")
ERRORS = [
    error
    for error in vars(summarizer.errors).values()
    if isinstance(error, type) and issubclass(error, SummarizerError)
]


@dataclass
class FakeSummarizer:
    """Called like `summarizer.Summarizer`, it keeps what it was asked and gives its answer, or raises it."""

    answer: Brief | BaseException = field(default_factory=sample_brief)
    made_with: dict[str, Any] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def __call__(self, **arguments: Any) -> Self:
        self.made_with = arguments
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to close."""

    def summarize(self, text: str, **about: Any) -> Brief:
        self.asked.append((text, about))
        self.made_with["progress"](Progress("asking", 1, 3, "calls"))
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in os.environ:
        if name.startswith(("SUMMARIZER_", "OPENAI_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_command(*arguments: str | Path, fake: FakeSummarizer | None = None) -> Ran:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments], make_summarizer=fake or FakeSummarizer())
        captured = capsys.readouterr()
        return Ran(int(ended.value.code or 0), captured.out, captured.err)

    return run_command


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return written(tmp_path, ARTICLE.encode())


def written(folder: Path, content: bytes) -> Path:
    file = folder / "article.txt"
    file.write_bytes(content)
    return file


def test_a_brief_is_printed_as_text(command: Run, article: Path) -> None:
    ran = command("brief", article, *LOOPBACK)
    assert ran.code == 0
    assert "DEADLINES (1)" in ran.out


def test_json_alone_stands_on_stdout_and_reads_back_as_the_same_brief(command: Run, article: Path) -> None:
    ran = command("brief", article, *LOOPBACK, "--format", "json")
    assert Brief.model_validate_json(ran.out, context={"text": ARTICLE}) == sample_brief()


def test_markdown_is_printed_on_request(command: Run, article: Path) -> None:
    assert command("brief", article, *LOOPBACK, "--format", "md").out.startswith("# Bangkok")


def test_rejected_items_are_printed_on_request(command: Run, article: Path) -> None:
    assert "Ninety died" in command("brief", article, *LOOPBACK, "--rejected").out


def test_what_was_given_reaches_the_summarizer_and_nothing_else(command: Run, article: Path, tmp_path: Path) -> None:
    fake = FakeSummarizer()
    given = ("--published", "2025-11-13", "--title", "T", "--url", "U", "--plan", "whole", "--timeout", "9")
    command("brief", article, *LOOPBACK, *given, "--prompts", tmp_path, fake=fake)
    assert fake.asked == [(ARTICLE, {"published": dt.date(2025, 11, 13), "title": "T", "url": "U"})]
    progress = fake.made_with.pop("progress")
    assert callable(progress)
    assert fake.made_with == {
        "model": "tiny",
        "base_url": "http://127.0.0.1:9/v1",
        "prompts": tmp_path,
        "plan": "whole",
        "timeout": 9.0,
    }


def test_a_publication_time_is_taken_too(command: Run, article: Path) -> None:
    fake = FakeSummarizer()
    command("brief", article, *LOOPBACK, "--published", "2025-11-13T18:00", fake=fake)
    assert fake.asked[0][1]["published"] == dt.datetime(2025, 11, 13, 18, 0)  # noqa: DTZ001


def test_a_byte_order_mark_is_dropped_and_newlines_stay(command: Run, tmp_path: Path) -> None:
    fake = FakeSummarizer()
    command("brief", written(tmp_path, b"\xef\xbb\xbfone\r\ntwo\rthree\n"), *LOOPBACK, fake=fake)
    assert fake.asked[0][0] == "one\r\ntwo\rthree\n"


def test_out_gets_the_brief_and_stdout_nothing(command: Run, article: Path, tmp_path: Path) -> None:
    out = tmp_path / "brief.json"
    assert command("brief", article, *LOOPBACK, "--format", "json", "--out", out).out == ""
    assert Brief.model_validate_json(out.read_bytes()) == sample_brief()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "brief.json"]


def test_a_failed_run_leaves_the_old_file(command: Run, article: Path, tmp_path: Path) -> None:
    out = tmp_path / "brief.json"
    out.write_text("old", encoding="utf-8")
    command("brief", article, *LOOPBACK, "--out", out, fake=FakeSummarizer(InputError("no")))
    assert out.read_text(encoding="utf-8") == "old"


def test_a_file_that_is_replaced_keeps_its_permissions(command: Run, article: Path, tmp_path: Path) -> None:
    out = tmp_path / "brief.txt"
    out.touch(mode=0o640)
    command("brief", article, *LOOPBACK, "--out", out)
    assert out.stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_and_not_replaced(command: Run, article: Path) -> None:
    command("brief", article, *LOOPBACK, "--out", os.devnull)
    assert Path(os.devnull).is_char_device()


def test_a_partial_brief_is_printed_and_exits_with_1(command: Run, article: Path) -> None:
    ran = command("brief", article, *LOOPBACK, fake=FakeSummarizer(sample_brief(run=run(partial=True))))
    assert ran.code == 1
    assert "DEADLINES (1)" in ran.out
    assert "partial" in ran.err


@pytest.mark.parametrize("error", ERRORS)
def test_every_error_of_the_library_is_one_line_and_its_exit_code(
    error: type[SummarizerError], command: Run, article: Path
) -> None:
    ran = command("brief", article, *LOOPBACK, fake=FakeSummarizer(error("what went wrong")))
    assert ran.code == (4 if error is ModelUnavailable else 1)
    assert ran.out == ""
    assert ran.err.splitlines()[-1] == "summarizer: error: what went wrong"


def test_an_interrupt_exits_with_130(command: Run, article: Path) -> None:
    assert command("brief", article, *LOOPBACK, fake=FakeSummarizer(KeyboardInterrupt())).code == 130


def test_an_error_cannot_steer_the_terminal(command: Run, article: Path) -> None:
    ran = command("brief", article, *LOOPBACK, fake=FakeSummarizer(InputError("\x1b[2Jgone")))
    assert "\x1b" not in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("brief", "no-such-file.txt"),
        ("brief", "."),
        ("brief", ""),
        ("brief", "article.txt", "--prompts", ""),
        ("brief", "article.txt", "--published", "yesterday"),
        ("brief", "article.txt", "--published", "2025-02-30"),
        ("brief", "article.txt", "--plan", "guess"),
        ("brief", "article.txt", "--timeout", "0"),
        ("brief", "article.txt", "--timeout", "soon"),
        ("brief", "article.txt", "--base-url", "example.org"),
        ("brief", "article.txt", "--prompts", "no-such-folder"),
        ("brief", "article.txt", "--format", "pdf"),
        ("brief", "article.txt", "--out", "no-such-folder/brief.txt"),
        ("brief", "article.txt", "--no-such-option"),
        ("verify", "no-such-brief.json", "article.txt"),
        ("no-such-command",),
    ],
)
@pytest.mark.usefixtures("article")
def test_a_bad_option_a_bad_date_and_a_missing_file_exit_with_2(arguments: Sequence[str], command: Run) -> None:
    fake = FakeSummarizer()
    ran = command(*arguments, fake=fake)
    assert ran.code == 2
    assert ran.out == ""
    assert fake.asked == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n\t", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"caf\xe9", "not UTF-8"),
        ("Grüße".encode("utf-16"), "binary|not UTF-8"),
    ],
)
def test_a_file_without_readable_text_exits_with_1(content: bytes, message: str, command: Run, tmp_path: Path) -> None:
    ran = command("brief", written(tmp_path, content), *LOOPBACK)
    assert ran.code == 1
    assert any(part in ran.err for part in message.split("|"))


def test_the_host_is_named_before_the_text_leaves_the_machine(command: Run, article: Path) -> None:
    fake = FakeSummarizer(InputError("stopped here"))
    ran = command("brief", article, "--base-url", "https://user:pass@models.example/v1", "--model", "m", fake=fake)
    lines = ran.err.splitlines()
    named = next(number for number, line in enumerate(lines) if "sent to models.example (model m)" in line)
    asked = next(number for number, line in enumerate(lines) if "asking" in line)
    assert named < asked
    assert "pass" not in ran.err


def test_no_host_is_named_when_the_text_stays_here(command: Run, article: Path) -> None:
    assert "sent to" not in command("brief", article, *LOOPBACK).err


def test_local_only_refuses_another_host(command: Run, article: Path) -> None:
    fake = FakeSummarizer()
    ran = command("brief", article, "--base-url", "https://models.example/v1", "--local-only", fake=fake)
    assert ran.code == 1
    assert "models.example" in ran.err
    assert fake.asked == []


def test_local_only_lets_this_machine_be_asked(command: Run, article: Path) -> None:
    assert command("brief", article, *LOOPBACK, "--local-only").code == 0


def test_progress_goes_to_stderr_a_line_a_stage(command: Run, article: Path) -> None:
    ran = command("brief", article, *LOOPBACK)
    assert ran.err.splitlines() == [f"reading {article}", "asking: 1 of 3 calls"]


def test_a_missing_key_exits_with_4_and_names_the_remedies(command: Run, article: Path) -> None:
    ran = command("brief", article, "--model", "gpt-5-mini")
    assert ran.code == 4
    assert "OPENAI_API_KEY" in ran.err
    assert "pip install '.[local]'" in ran.err


def test_a_broken_settings_file_exits_with_1_and_is_named(command: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "summarizer.toml").write_text("model = [", encoding="utf-8")
    ran = command("brief", article)
    assert ran.code == 1
    assert "summarizer.toml" in ran.err


def test_verify_counts_the_quotes_that_stand(command: Run, article: Path, tmp_path: Path) -> None:
    ran = command("verify", brief_file(tmp_path, sample_brief().model_dump_json()), article)
    assert ran.code == 0
    assert "all 9 quotes stand" in ran.out
    assert ran.err == ""


def test_verify_names_every_quote_that_does_not(command: Run, tmp_path: Path) -> None:
    changed = ARTICLE.replace("Sok", "Sam").replace("A drone", "A truck")
    ran = command("verify", brief_file(tmp_path, sample_brief().model_dump_json()), written(tmp_path, changed.encode()))
    assert ran.code == 1
    assert "3 of 9 quotes do not stand" in ran.err
    assert "Sam Dararith" in ran.err
    assert "A truck" in ran.err
    assert "it has as many characters" in ran.err
    assert len(ran.err.splitlines()) == 2 + 3


def test_verify_says_when_the_article_is_another_one_though_every_quote_stands(command: Run, tmp_path: Path) -> None:
    longer = written(tmp_path, f"{ARTICLE}\nMore to follow.\n".encode())
    ran = command("verify", brief_file(tmp_path, sample_brief().model_dump_json()), longer)
    assert ran.code == 0
    assert "all 9 quotes stand" in ran.out
    assert "is not the text that the brief was made from" in ran.err


@pytest.mark.parametrize("content", ["", "{", "[]", '{"headline": 1}', json.dumps({"source": {}})])
def test_verify_refuses_what_is_no_brief(content: str, command: Run, article: Path, tmp_path: Path) -> None:
    ran = command("verify", brief_file(tmp_path, content), article)
    assert ran.code == 1
    assert "is no brief" in ran.err


def brief_file(folder: Path, content: str) -> Path:
    file = folder / "brief.json"
    file.write_text(content, encoding="utf-8")
    return file


def test_config_shows_each_setting_with_its_origin_and_masks_the_key(
    command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    monkeypatch.setenv("SUMMARIZER_PLAN", "whole")
    ran = command("config")
    assert ran.code == 0
    rows = {line.split()[0]: line.split()[1:] for line in ran.out.splitlines()}
    assert rows["plan"] == ["whole", "SUMMARIZER_PLAN"]
    assert rows["timeout"][-1] == "default"
    assert "sk-secret" not in ran.out


def test_models_are_listed_as_not_here_before_they_are_pulled(command: Run) -> None:
    ran = command("models", "list")
    assert ran.code == 0
    assert ran.out.count("not here") == 2


def test_the_path_of_a_model_that_is_not_here_exits_with_4_and_the_remedy(command: Run) -> None:
    ran = command("models", "path")
    assert ran.code == 4
    assert "summarizer models pull" in ran.err


def test_an_unknown_model_exits_with_4(command: Run) -> None:
    assert command("models", "pull", "no-such-model").code == 4


def test_removing_a_model_that_is_not_here_says_so(command: Run) -> None:
    assert "is not here" in command("models", "remove", "qwen2.5-coder-0.5b").out


def test_the_version_is_that_of_the_distribution(command: Run) -> None:
    assert command("--version").out == f"newsbrief {summarizer.__version__}\n"


def test_no_command_shows_the_help(command: Run) -> None:
    ran = command()
    assert "brief" in ran.out + ran.err


STDIN_PROGRAM = """
from test_cli import FakeSummarizer
from summarizer.cli import main
main(["brief", "-", *{options!r}], make_summarizer=FakeSummarizer())
"""


def piped(stdin: bytes, **environment: str) -> subprocess.CompletedProcess[bytes]:
    here = Path(__file__).parent
    path = os.pathsep.join((str(here), str(here.parent)))
    return subprocess.run(
        [sys.executable, "-c", STDIN_PROGRAM.format(options=LOOPBACK)],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": path, **environment},
    )


def test_standard_input_is_read_and_any_locale_gets_utf8() -> None:
    ran = piped(ARTICLE.encode(), PYTHONIOENCODING="ascii")
    assert ran.returncode == 0, ran.stderr.decode()
    assert "“We do not take orders by stopwatch,”" in ran.stdout.decode("utf-8")


def test_a_bad_option_is_told_before_standard_input_is_waited_for() -> None:
    program = STDIN_PROGRAM.format(options=(*LOOPBACK, "--plan", "guess"))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, Path(__file__).parents[:2]))}
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as waiting:
        assert waiting.wait(timeout=60) == 2


def test_standard_input_that_is_not_text_exits_with_1() -> None:
    ran = piped(b"caf\xe9")
    assert ran.returncode == 1
    assert b"standard input is not UTF-8" in ran.stderr
    assert b"Traceback" not in ran.stderr
