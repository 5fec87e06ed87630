"""`summarizer eval run` and what is done with its results, on a suite of one's own, with a summarizer that answers."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from evaluation_samples import case, gold
from evaluation_suites import FakeSummarizer, Suite, about, good_brief, written_case
from sample import ARTICLE, sample_brief

from summarizer.cli.scoreboard import scoreboard
from summarizer.errors import ConnectionFailed, OutputInvalid, UnknownModel
from summarizer.evaluation.cases import load_case
from summarizer.evaluation.scores import scores
from summarizer.evaluation.shipped import cases_folder, cassettes_folder, falls_back
from summarizer.evaluation.suite import Step
from summarizer.evaluation.tallies import CaseTally
from summarizer.evaluation.whole_files import write_whole
from summarizer.progress import Progress
from summarizer.schema import Brief, Usage

ROOT = Path(__file__).parents[1]


@pytest.fixture
def suite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Suite:
    for name in ("SUMMARIZER_MODEL", "SUMMARIZER_BASE_URL", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    return Suite(tmp_path)


def without_deadlines(_: str) -> Brief:
    return sample_brief(deadlines=[])


def test_a_run_asks_each_case_and_keeps_brief_verdict_and_reports(
    suite: Suite, capsys: pytest.CaptureFixture[str]
) -> None:
    fake = FakeSummarizer()
    assert suite.run(make=fake) == 0
    assert [about(text) for text in fake.asked] == ["bridge", "canal", "depot"]
    assert sorted(path.name for path in (suite.out / "cases").iterdir()) == ["bridge.json", "canal.json", "depot.json"]
    assert suite.verdict()["scores"]["macro.found"] == 1.0
    told = capsys.readouterr()
    assert "3/3 depot" in told.err
    assert "so far found 1.00  right 1.00" in told.err
    assert "kept (dev, 3 cases, local): nothing was asked of it" in told.out


def test_a_terminal_shows_the_case_at_hand_and_the_score_so_far() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    tally = CaseTally.of(case(), [gold(case())])
    with scoreboard(stream, 3) as board:
        board.within(Progress("reading [claims]", 1, 4, "calls"))
        board.scored(Step(tally, [], kept=False, done=1, total=3), scores([tally]))
    for words in ("reading [claims]", "1 of 4 calls", "1 of 3  found 1.00  right 1.00"):
        assert words in stream.getvalue()


def test_a_look_at_the_test_split_is_said_to_be_one(suite: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    written_case(suite.cases, "sealed", split="test")
    suite.run("--split", "test", make=FakeSummarizer())
    told = capsys.readouterr()
    assert "this was a look at the test split" in told.err
    assert "howitzers" not in (suite.out / "report.html").read_text(encoding="utf-8")


def test_what_was_answered_is_not_asked_again(suite: Suite) -> None:
    suite.run(make=FakeSummarizer())
    again = FakeSummarizer()
    assert suite.run(make=again) == 0
    assert again.asked == []


@pytest.mark.parametrize(
    "option", [("--plan", "windows"), ("--model", "other", "--base-url", "http://127.0.0.1:9/v1"), ("--prompts", "own")]
)
def test_another_model_plan_or_prompt_is_asked_anew(suite: Suite, option: tuple[str, ...]) -> None:
    own = suite.folder / "own"
    own.mkdir()
    (own / "system.md").write_text("---\nname: system\nversion: 9\ninputs: []\n---\nBe brief.\n", encoding="utf-8")
    suite.run(make=FakeSummarizer())
    again = FakeSummarizer()
    suite.run(*(str(own) if word == "own" else word for word in option), make=again)
    assert len(again.asked) == 3


@pytest.mark.parametrize(
    "again",
    [("--base-url", "http://me:secret@127.0.0.1:8/v1"), ("--base-url", "http://127.0.0.1:9/v1", "--timeout", "9")],
)
def test_a_model_of_the_same_name_elsewhere_or_within_other_limits_is_asked_anew(
    suite: Suite, again: tuple[str, ...]
) -> None:
    """One that timed out would stay so, and two servers may serve anything under one name."""
    suite.run("--model", "m", "--base-url", "http://127.0.0.1:9/v1", make=FakeSummarizer())
    fake = FakeSummarizer()
    suite.run("--model", "m", *again, make=fake)
    assert len(fake.asked) == 3
    assert "secret" not in (suite.out / "run.json").read_text(encoding="utf-8")


def test_a_model_file_that_was_replaced_is_asked_anew(suite: Suite) -> None:
    file = suite.folder / "m.gguf"
    file.write_bytes(b"GGUF")
    suite.run("--model", f"gguf:{file}", make=FakeSummarizer())
    kept, fresh = FakeSummarizer(), FakeSummarizer()
    suite.run("--model", f"gguf:{file}", make=kept)
    file.write_bytes(b"GGUF of another")
    suite.run("--model", f"gguf:{file}", make=fresh)
    assert (len(kept.asked), len(fresh.asked)) == (0, 3)


def test_a_changed_text_is_asked_anew_and_changed_labels_are_not(suite: Suite) -> None:
    suite.run(make=FakeSummarizer())
    written_case(suite.cases, "canal", text=f"{ARTICLE}\nAbout the canal. And more.")
    nothing = {"actors": [], "claims": [], "deadlines": [], "attacks": []}
    written_case(suite.cases, "depot", text=f"{ARTICLE}\nAbout the depot.", labels=nothing)
    again = FakeSummarizer()
    suite.run(make=again)
    assert [about(text) for text in again.asked] == ["canal"]
    assert suite.verdict()["scores"]["macro.found"] < 1.0


def test_an_interrupted_run_keeps_what_is_done_and_goes_on(suite: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(text: str) -> Brief:
        if about(text) == "canal":
            raise KeyboardInterrupt
        return good_brief(text)

    assert suite.run(make=FakeSummarizer(interrupted)) == 130
    assert "stopped after 1 of 3 cases" in capsys.readouterr().err
    rest = FakeSummarizer()
    assert suite.run(make=rest) == 0
    assert [about(text) for text in rest.asked] == ["canal", "depot"]


def stopping_after(number: int) -> FakeSummarizer:
    """Answers so many cases, and then Ctrl-C is pressed."""

    def answer(text: str) -> Brief:
        if len(fake.asked) > number:
            raise KeyboardInterrupt
        return good_brief(text)

    fake = FakeSummarizer(answer)
    return fake


def test_a_report_of_an_interrupted_run_says_what_is_missing_and_holds_no_threshold_against_it(
    suite: Suite, capsys: pytest.CaptureFixture[str]
) -> None:
    suite.beside("thresholds.toml", "[dev]\nmacro = { found = 1.0 }\n")
    assert suite.run(make=stopping_after(1)) == 130
    capsys.readouterr()
    assert suite.eval("report", suite.out) == 0
    assert "lacks answers to 2 of its 3 cases (canal, depot)" in capsys.readouterr().err
    page = (suite.out / "report.html").read_text(encoding="utf-8")
    assert "dev, 1 of 3 cases" in page
    assert "its thresholds hold for the whole" in page


@pytest.mark.parametrize("command", ["report", "compare", "accept"])
def test_answers_of_another_model_in_the_same_folder_are_never_scored_as_this_ones(
    suite: Suite, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    server = ("--base-url", "http://127.0.0.1:9/v1")
    suite.run("--model", "old", *server, make=FakeSummarizer(without_deadlines))
    suite.run("--model", "new", *server, make=stopping_after(1))
    capsys.readouterr()
    further = {"report": (), "compare": (suite.out,), "accept": ("--why", "in a hurry")}[command]
    assert suite.eval(command, suite.out, *further) == (2 if command == "accept" else 0)
    told = capsys.readouterr()
    assert "lacks answers to 2 of its 3 cases (canal, depot)" in told.err
    if command == "compare":
        assert "1 article in both" in told.out


def test_an_answer_about_an_older_text_is_not_scored_against_the_new_one(
    suite: Suite, capsys: pytest.CaptureFixture[str]
) -> None:
    suite.run(make=FakeSummarizer())
    written_case(suite.cases, "bridge", text=f"A new lead.\n{ARTICLE}\nAbout the bridge.")
    assert suite.eval("accept", suite.out, "--why", "in a hurry") == 2
    assert "lacks answers to 1 of its 3 cases (bridge)" in capsys.readouterr().err


def test_a_folder_of_nothing_but_outdated_answers_exits_with_2(
    suite: Suite, capsys: pytest.CaptureFixture[str]
) -> None:
    suite.run("--case", "bridge", make=FakeSummarizer())
    written_case(suite.cases, "bridge", text=f"A new lead.\n{ARTICLE}\nAbout the bridge.")
    assert suite.eval("report", suite.out) == 2
    assert "of other texts, prompts or code" in capsys.readouterr().err


def test_a_run_with_too_few_repetitions_is_not_accepted(suite: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    suite.run("--repeat", "2", make=FakeSummarizer())
    (suite.out / "cases" / "bridge.2.json").unlink()
    assert suite.eval("accept", suite.out, "--why", "in a hurry") == 2
    assert "lacks answers to 1 of its 3 cases (bridge)" in capsys.readouterr().err


def test_a_case_that_is_gone_is_named_with_the_folder_it_was_looked_for_in(
    suite: Suite, capsys: pytest.CaptureFixture[str]
) -> None:
    suite.run(make=FakeSummarizer())
    (suite.cases / "canal.yaml").unlink()
    assert suite.eval("report", suite.out) == 2
    assert f"{suite.cases}: the case 'canal' of this run is not in it; --cases" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        ("run.json", '{"name": "dev"}', "run.json: is no record of a run of this version: whole: this key is missing"),
        ("cases/canal.json", '{"case": "canal"}', "canal.json: is no result of `summarizer eval run`: key: this key"),
        ("cases/canal.json", "", "canal.json: is no result of `summarizer eval run`: Invalid JSON"),
    ],
)
def test_a_file_of_a_run_that_cannot_be_used_is_told_with_what_is_wrong_in_it(
    suite: Suite, file: str, content: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    suite.run(make=FakeSummarizer())
    (suite.out / file).write_text(content, encoding="utf-8")
    assert suite.eval("report", suite.out) == 2
    assert words in capsys.readouterr().err


def test_a_run_in_which_every_article_crashed_is_not_kept_whatever_is_asked_of_it(
    suite: Suite, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(_: str) -> Brief:
        raise ConnectionFailed("refused")

    assert suite.run(make=FakeSummarizer(refused)) == 3
    assert "FELL (dev, 3 cases, local): some article gets a brief" in capsys.readouterr().out
    assert suite.eval("accept", suite.out, "--why", "in a hurry") == 2
    assert "no article got a brief" in capsys.readouterr().err


def test_an_error_with_half_a_character_in_it_is_kept_as_any_other(suite: Suite) -> None:
    """A model may write one, and the error quotes what it wrote."""

    def garbled(_: str) -> Brief:
        raise OutputInvalid("the answer was \ud800")

    suite.run(make=FakeSummarizer(garbled))
    assert "the answer was \\\\ud800" in (suite.out / "cases" / "canal.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (lambda tally: tally["sections"].pop("attacks"), "the sections are actors, claims, deadlines, attacks, not"),
        (lambda tally: tally.pop("outcomes"), "bridge has no answer"),
    ],
)
def test_a_baseline_whose_counts_cannot_be_compared_exits_with_2_before_anybody_is_asked(
    suite: Suite, broken: Callable[[dict[str, Any]], object], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    suite.run(make=FakeSummarizer())
    suite.eval("accept", suite.out, "--why", "the first one")
    baseline = json.loads((suite.cases.parent / "baseline.json").read_text(encoding="utf-8"))
    broken(baseline["runs"]["dev"]["cases"][0])
    suite.beside("baseline.json", json.dumps(baseline))
    fake = FakeSummarizer()
    assert suite.run(make=fake) == 2
    assert words in capsys.readouterr().err
    assert fake.asked == []


def test_a_run_that_stops_leaves_no_report_of_an_earlier_one(suite: Suite) -> None:
    suite.run(make=FakeSummarizer())
    assert suite.run("--plan", "sections", make=stopping_after(1)) == 130
    assert {path.name for path in suite.out.iterdir()} == {"run.json", "cases"}


def test_two_runs_never_write_into_one_folder_at_a_time(suite: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    codes = []

    def another_meanwhile(text: str) -> Brief:
        codes.append(suite.run("--plan", "sections", make=FakeSummarizer()))
        return good_brief(text)

    assert suite.run(make=FakeSummarizer(another_meanwhile)) == 0
    assert codes == [1, 1, 1]
    assert "another run is writing into it" in capsys.readouterr().err
    assert suite.run("--plan", "sections", make=FakeSummarizer()) == 0


def test_an_error_stands_on_one_line_and_commands_no_terminal(suite: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    def garbled(_: str) -> Brief:
        raise OutputInvalid("the answer was\n\x1b[2Jnothing")

    suite.run(make=FakeSummarizer(garbled))
    told = capsys.readouterr().err
    assert "the answer was \\x1b[2Jnothing  so far" in told
    assert "\x1b" not in told


def test_part_of_a_run_says_that_its_thresholds_were_not_asked_of_it(
    suite: Suite, capsys: pytest.CaptureFixture[str]
) -> None:
    suite.beside("thresholds.toml", "[dev]\nmacro = { found = 1.0 }\n")
    assert suite.run("--case", "canal", make=FakeSummarizer(without_deadlines)) == 0
    assert "its thresholds hold for the whole and were not asked of it" in capsys.readouterr().out


def test_a_value_just_below_its_floor_is_not_shown_as_reaching_it(
    suite: Suite, capsys: pytest.CaptureFixture[str]
) -> None:
    suite.beside("thresholds.toml", "[dev]\nclaims = { found = 0.66667 }\n")  # two thirds are a little less
    assert suite.run(make=FakeSummarizer(lambda _: sample_brief(claims=sample_brief().claims[:1]))) == 3
    assert "claims.found at least 0.66667  0.666667" in capsys.readouterr().out


def test_a_crash_is_a_result_with_its_cost_and_counts(suite: Suite) -> None:
    def failing(text: str) -> Brief:
        if about(text) == "canal":
            raise OutputInvalid("no usable answer", usage=Usage(calls=3, input_tokens=70))
        return good_brief(text)

    assert suite.run(make=FakeSummarizer(failing)) == 0
    scored = suite.verdict()["scores"]
    assert scored["outcomes"] == {"done": 2, "crashed": 1}
    assert scored["sections"]["claims"]["missed"] == 2
    assert scored["usage"]["calls"] == 2 * 5 + 3
    again = FakeSummarizer()
    suite.run(make=again)
    assert again.asked == []


def test_leftovers_of_other_cases_do_not_keep_a_run_from_being_scored(suite: Suite) -> None:
    suite.run(make=FakeSummarizer())
    (suite.out / "cases" / "gone.json").write_text('{"case": "gone"}', encoding="utf-8")
    (suite.out / "cases" / "canal.2.json").write_text("{", encoding="utf-8")
    assert suite.eval("report", suite.out, "--cases", suite.cases) == 0
    assert suite.run(make=FakeSummarizer()) == 0


def test_a_file_that_cannot_be_written_whole_leaves_the_old_one_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "cases" / "canal.json"
    write_whole(path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "new" * 10_000 + "\ud800")
    assert [(file.name, file.read_text(encoding="utf-8")) for file in path.parent.iterdir()] == [("canal.json", "old")]


def test_a_case_that_crashed_for_want_of_a_server_is_asked_again(suite: Suite) -> None:
    def unreachable(_: str) -> Brief:
        raise ConnectionFailed("nobody listens")

    suite.run(make=FakeSummarizer(unreachable))
    again = FakeSummarizer()
    suite.run(make=again)
    assert len(again.asked) == 3


def test_a_fault_of_the_library_is_a_crash_of_that_case_only(suite: Suite) -> None:
    def faulty(text: str) -> Brief:
        return good_brief(text) if about(text) != "canal" else sample_brief(claims=[{}])

    suite.run(make=FakeSummarizer(faulty))
    assert suite.verdict()["scores"]["outcomes"] == {"done": 2, "crashed": 1}


def test_what_no_case_is_to_blame_for_ends_the_run(suite: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    def unknown(_: str) -> Brief:
        raise UnknownModel("the server does not know the model")

    assert suite.run(make=FakeSummarizer(unknown)) == 1
    assert "does not know the model" in capsys.readouterr().err
    assert not (suite.out / "verdict.json").exists()


def test_repetitions_are_asked_and_kept_one_by_one(suite: Suite) -> None:
    fake = FakeSummarizer()
    suite.run("--repeat", "2", "--case", "canal", make=fake)
    assert len(fake.asked) == 2
    assert sorted(path.name for path in (suite.out / "cases").iterdir()) == ["canal.2.json", "canal.json"]
    assert suite.verdict()["scores"]["outcomes"] == {"done": 2}


def test_a_run_below_a_threshold_exits_with_3_and_names_it(suite: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    suite.beside("thresholds.toml", "[dev]\ndeadlines = { found = 0.5 }\nexact = 1.0\n")
    assert suite.run(make=FakeSummarizer(without_deadlines)) == 3
    assert "FELL (dev, 3 cases, local): deadlines.found at least 0.5" in capsys.readouterr().out
    xml = ET.parse(suite.out / "junit.xml").getroot()  # noqa: S314 - written by the run above
    assert [case.get("name") for case in xml if case.find("failure") is not None] == ["deadlines.found at least 0.5"]
    assert (xml.get("tests"), xml.get("failures")) == ("5", "1")
    assert suite.verdict()["kept"] is False
    assert "## FELL" in (suite.out / "summary.md").read_text(encoding="utf-8")
    assert 'class="fallen"' in (suite.out / "report.html").read_text(encoding="utf-8")


def test_thresholds_hold_for_nothing_less_than_the_whole_run(suite: Suite) -> None:
    suite.beside("thresholds.toml", "[dev]\ndeadlines = { found = 0.5 }\n")
    assert suite.run("--case", "canal", make=FakeSummarizer(without_deadlines)) == 0


@pytest.mark.parametrize("content", ["[dev]\nfound = 1.5", "[dev]\nexact = 1.5", "[dev", "[devs]\nexact = 1"])
def test_thresholds_that_cannot_be_used_exit_with_2_before_anybody_is_asked(suite: Suite, content: str) -> None:
    suite.beside("thresholds.toml", content)
    fake = FakeSummarizer()
    assert suite.run(make=fake) == 2
    assert fake.asked == []


def test_a_baseline_that_cannot_be_used_exits_with_2_before_anybody_is_asked(
    suite: Suite, capsys: pytest.CaptureFixture[str]
) -> None:
    suite.beside("baseline.json", '{"runs": 3}')
    fake = FakeSummarizer()
    assert suite.run(make=fake) == 2
    assert fake.asked == []
    assert "baseline.json: runs: here belong keys with their values, not int" in capsys.readouterr().err


def test_a_significant_drop_below_the_baseline_exits_with_3_and_names_the_section(
    suite: Suite, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(8):
        written_case(suite.cases, f"more-{number}", text=f"{ARTICLE}\nNumber {number}.")
    suite.run(make=FakeSummarizer())
    assert suite.eval("accept", suite.out, "--why", "the first one") == 0
    assert suite.run("--plan", "windows", make=FakeSummarizer()) == 0
    assert suite.run("--plan", "sections", make=FakeSummarizer(without_deadlines)) == 3
    assert "deadlines.found not below the baseline" in capsys.readouterr().out.splitlines()[-1]
    baseline = json.loads((suite.cases.parent / "baseline.json").read_text(encoding="utf-8"))
    assert [(reason["why"], reason["run"], reason["cases"]) for reason in baseline["reasons"]] == [
        ("the first one", "dev", 11)
    ]


def test_cases_whose_labels_changed_are_left_out_of_the_comparison(suite: Suite) -> None:
    suite.run(make=FakeSummarizer())
    suite.eval("accept", suite.out, "--why", "the first one")
    written_case(suite.cases, "canal", text=f"{ARTICLE}\nAbout the canal.", title="Now with a title")
    suite.run(make=FakeSummarizer())
    assert "2 articles in both" in (suite.out / "summary.md").read_text(encoding="utf-8")


def test_only_a_whole_run_can_be_accepted(suite: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    suite.run("--case", "canal", make=FakeSummarizer())
    assert suite.eval("accept", suite.out, "--why", "in a hurry") == 2
    assert "only a whole run" in capsys.readouterr().err


def test_every_acceptance_keeps_its_reason(suite: Suite) -> None:
    suite.run(make=FakeSummarizer())
    suite.eval("accept", suite.out, "--why", "first")
    suite.eval("accept", suite.out, "--why", "second")
    baseline = json.loads((suite.cases.parent / "baseline.json").read_text(encoding="utf-8"))
    assert [reason["why"] for reason in baseline["reasons"]] == ["first", "second"]


def test_two_runs_are_compared_section_by_section(suite: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    other = suite.folder / "other"
    suite.run(make=FakeSummarizer())
    suite.run("--out", other, make=FakeSummarizer(without_deadlines))
    capsys.readouterr()
    assert suite.eval("compare", suite.out, other) == 0  # three articles are too few to be sure
    told = capsys.readouterr().out
    assert "deadlines.found  1.00    0.00   -1.00" in told
    assert "3 articles in both" in told
    assert "With 3 articles no difference can be told from chance, however large: it takes at least 9." in told


def test_a_check_against_the_baseline_says_where_it_cannot_tell_anything(
    suite: Suite, capsys: pytest.CaptureFixture[str]
) -> None:
    suite.run(make=FakeSummarizer())
    suite.eval("accept", suite.out, "--why", "the first one")
    capsys.readouterr()
    assert suite.run("--plan", "sections", make=FakeSummarizer(without_deadlines)) == 0
    assert "1.000 → 0.000, p 1.000 after Holm: too few articles to tell" in capsys.readouterr().out


def test_a_run_is_accepted_for_a_reason_only(suite: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    suite.run(make=FakeSummarizer())
    assert suite.eval("accept", suite.out, "--why", " ") == 2
    assert "--why is empty" in capsys.readouterr().err
    assert not (suite.cases.parent / "baseline.json").exists()


def test_a_report_that_has_nowhere_to_lie_exits_with_2(suite: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    suite.run(make=FakeSummarizer())
    assert suite.eval("report", suite.out, "--out", suite.folder / "absent" / "page.html") == 2
    assert "there is no directory" in capsys.readouterr().err


def test_one_article_is_not_told_as_several(suite: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    suite.run("--case", "canal", make=FakeSummarizer())
    suite.eval("compare", suite.out, suite.out)
    assert "1 article in both" in capsys.readouterr().out


def test_a_folder_without_a_run_exits_with_2(suite: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    assert suite.eval("report", suite.folder) == 2
    assert "there is no run in it" in capsys.readouterr().err


def test_a_corrected_brief_becomes_a_case_of_the_dev_split(suite: Suite) -> None:
    brief, article = suite.folder / "ridge.json", suite.folder / "ridge.txt"
    brief.write_text(sample_brief().model_dump_json(), encoding="utf-8")
    article.write_text(ARTICLE, encoding="utf-8")
    cases = suite.folder / "own" / "cases"
    assert suite.eval("add", brief, article, "--source", "agency", "--cases", cases) == 0
    case = load_case(cases / "ridge.yaml")
    assert (case.split, case.text, len(case.labels.actors)) == ("dev", ARTICLE, 4)
    assert case.labels.attacks[0].killed is not None
    assert (cases.parent / "case.schema.json").is_file()
    assert suite.eval("run", "--cases", cases, "--out", suite.out, make=FakeSummarizer(lambda _: sample_brief())) == 0
    assert suite.verdict()["scores"]["macro.right"] == 1.0
    assert suite.eval("add", brief, article, "--source", "agency", "--cases", cases) == 2  # it is there already


def test_a_case_without_its_article_or_on_an_impossible_day_exits_with_2(
    suite: Suite, capsys: pytest.CaptureFixture[str]
) -> None:
    brief, article = suite.folder / "ridge.json", suite.folder / "ridge.txt"
    brief.write_text(sample_brief().model_dump_json(), encoding="utf-8")
    assert suite.eval("add", brief, article, "--source", "agency", "--cases", suite.cases) == 2
    article.write_text(ARTICLE, encoding="utf-8")
    assert suite.eval("add", brief, article, "--source", "agency", "--published", "2026-02-30") == 2
    assert "'2026-02-30' is no date" in capsys.readouterr().err


def test_a_draft_that_cannot_be_scored_yet_is_told_with_what_is_to_be_corrected(
    suite: Suite, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that the text does not have; a guard lets a model's wording of a common noun pass."""
    brief, article = suite.folder / "ridge.json", suite.folder / "ridge.txt"
    actors = [
        each.model_copy(update={"name": "those who rescue"}) if each.id == "a4" else each
        for each in sample_brief().actors
    ]
    brief.write_text(sample_brief(actors=actors).model_dump_json(), encoding="utf-8")
    article.write_text(ARTICLE, encoding="utf-8")
    cases = suite.folder / "own" / "cases"
    assert suite.eval("add", brief, article, "--source", "agency", "--cases", cases) == 2
    told = capsys.readouterr().err
    assert f"{cases / 'ridge.yaml'} is there, and cannot be scored before it is corrected" in told
    assert "'those who rescue' does not stand in the text" in told


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\n\t", " \n"])
def test_a_case_has_its_text_to_the_character_whatever_ends_its_lines(tmp_path: Path, end: str) -> None:
    text = f"{ARTICLE}{end}And so on.{end}"
    assert load_case(written_case(tmp_path, "ridge", text=text)).text == text


def test_a_brief_of_another_text_becomes_no_case(suite: Suite) -> None:
    brief, article = suite.folder / "ridge.json", suite.folder / "ridge.txt"
    brief.write_text(sample_brief().model_dump_json(), encoding="utf-8")
    article.write_text("Quite another text.", encoding="utf-8")
    assert suite.eval("add", brief, article, "--source", "agency", "--cases", suite.cases) == 1


@pytest.mark.parametrize(
    "options",
    [
        ("--split", "neither"),
        ("--case", "nobody"),
        ("--record", "--replay"),
        ("--replay", "--model", "m"),
        ("--replay", "--dialect", "openai"),
        ("--replay", "--timeout", "0"),
        ("--replay", "--split", "test"),
        ("--record", "--split", "dev"),
        ("--gate", "--split", "test"),
    ],
)
def test_an_option_that_is_wrong_exits_with_2(suite: Suite, options: tuple[str, ...]) -> None:
    assert suite.run(*options, make=FakeSummarizer()) == 2


def test_the_packages_cases_are_the_gate_alone_where_nobody_names_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert falls_back(None)
    assert not falls_back(cases_folder())
    assert cassettes_folder() == ROOT / "cassettes" / "evals"
    assert Suite(tmp_path / "other").eval("run", "--split", "test", make=FakeSummarizer()) == 2
    written_case(tmp_path / "evals" / "cases", "own")
    assert not falls_back(None)


def test_the_packages_recordings_are_not_looked_through_for_cases_of_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    written_case(tmp_path / "own", "own")
    assert cassettes_folder(cases=tmp_path / "own") == Path("cassettes/evals")
    assert cassettes_folder(cases=ROOT / "evals" / "cases") == ROOT / "cassettes" / "evals"
    written_case(tmp_path / "evals" / "cases", "own")
    assert cassettes_folder() == Path("cassettes/evals")


def test_a_case_that_is_wrong_exits_with_2_before_anybody_is_asked(
    suite: Suite, capsys: pytest.CaptureFixture[str]
) -> None:
    path = suite.cases / "canal.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("source: agency", "source: rumour"), encoding="utf-8")
    fake = FakeSummarizer()
    assert suite.run(make=fake) == 2
    assert f"{path}:4: source: Input should be 'agency'" in capsys.readouterr().err
    assert fake.asked == []
