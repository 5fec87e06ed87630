"""`summarizer prompts …`, as an editor types it, with a summarizer that answers from the test."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, Self

import pytest
from evaluation_suites import written_case
from sample import ARTICLE, deadlines, run, sample_brief
from test_evaluation_gate import FillsAnySchema

from summarizer.cli import main
from summarizer.cli.application import command as whole_command
from summarizer.cli.prompting_page import serve
from summarizer.cli.prompting_scoreboard import scoreboard
from summarizer.cli.prompting_words import About
from summarizer.errors import ConnectionFailed, SummarizerError, TimedOut
from summarizer.evaluation.suite import Step
from summarizer.evaluation.tallies import CaseTally
from summarizer.progress import Progress
from summarizer.prompts import Prompts, shipped_folder
from summarizer.schema import Brief
from summarizer.workshop.trial import Trial

COMMANDS = ("init", "list", "show", "check", "render", "try", "diff", "test", "edit")
SERVER = ("--base-url", "http://127.0.0.1:9/v1", "--model", "tiny")


class Fake:
    """Stands for `summarizer.Summarizer`: a brief for each folder of prompts, or an error."""

    def __init__(self, answer: Callable[[Path], Brief | BaseException] = lambda _: sample_brief()) -> None:
        self.answer = answer
        self.asked: list[Path] = []
        self.made_with: dict[str, Any] = {}

    def __call__(self, **arguments: Any) -> Fake.Open:
        self.made_with = arguments
        return Fake.Open(self, arguments["prompts"])

    class Open(NamedTuple):
        fake: Fake
        prompts: Path

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            """Nothing to close."""

        def summarize(self, _: str, **__: object) -> Brief:
            self.fake.asked.append(self.prompts)
            self.fake.made_with["progress"](Progress("asking", 1, 3, "calls"))
            answer = self.fake.answer(self.prompts)
            if isinstance(answer, BaseException):
                raise answer
            return answer


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("SUMMARIZER_MODEL", "SUMMARIZER_BASE_URL", "SUMMARIZER_PROMPTS", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_command(*arguments: str | Path, fake: Fake | None = None) -> Ran:
        with pytest.raises(SystemExit) as ended:
            main(["prompts", *map(str, arguments)], make_summarizer=fake or Fake())
        captured = capsys.readouterr()
        return Ran(int(ended.value.code or 0), captured.out, captured.err)

    return run_command


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with another opening."""
    return changed(tmp_path / "mine", "system", "a news desk", "a night desk")


def changed(folder: Path, name: str, before: str, after: str) -> Path:
    path = folder / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    source = (shipped_folder() / f"{name}.md").read_text(encoding="utf-8")
    assert before in source
    path.write_text(source.replace(before, after), encoding="utf-8")
    return folder


def test_every_command_and_option_is_explained_and_every_command_has_an_example() -> None:
    commands = whole_command().commands["prompts"].commands
    assert set(commands) == set(COMMANDS)
    for each in commands.values():
        assert each.epilog.startswith(f"Example: summarizer prompts {each.name}")
        assert each.help
        assert all(option.help for option in each.params), each.name


def test_init_writes_a_folder_without_faults_and_names_the_next_commands(command: Run, tmp_path: Path) -> None:
    ran = command("init", tmp_path / "mine")
    assert ran.code == 0
    assert "  README.md\n" in ran.out
    assert len(re.findall(r"^  summarizer prompts \w+ ", ran.out, re.MULTILINE)) == 3
    assert command("check", tmp_path / "mine").code == 0


def test_init_leaves_a_folder_with_files_alone_unless_told_otherwise(command: Run, own: Path) -> None:
    ran = command("init", own)
    assert ran.code == 1
    assert "--force" in ran.err
    assert command("init", own, "--force").code == 0
    assert "a night desk" in (own / "system.md").read_text(encoding="utf-8")


def test_init_of_a_folder_that_lacks_nothing_says_so(command: Run, tmp_path: Path) -> None:
    command("init", tmp_path / "mine")
    assert "has every file already; none was written" in command("init", tmp_path / "mine", "--force").out


def test_list_tells_where_each_prompt_comes_from(command: Run, own: Path) -> None:
    (own / "sections").mkdir()
    (own / "sections" / "sanctions.yaml").write_text(
        "name: sections/sanctions\nversion: 3\ndescription: Who is punished.\nrules: [List the sanctions.]\n"
        "fields:\n  by: {type: actor, description: who}\n",
        encoding="utf-8",
    )
    lines = {line.split()[0]: line for line in command("list", "--prompts", own).out.splitlines()}
    assert re.search(r"system +1 +own, overrides +[0-9a-f]{8} +What the model is", lines["system"])
    assert re.search(r"3 +own +sanctions +[0-9a-f]{8} +Who is punished", lines["sections/sanctions"])
    assert re.search(r" shipped +claims ", lines["sections/claims"])


def test_list_tells_which_prompt_is_broken_and_shows_the_others(command: Run, own: Path) -> None:
    (own / "system.md").write_text("no front matter", encoding="utf-8")
    ran = command("list", "--prompts", own)
    assert ran.code == 0
    assert re.search(r"^system .*BROKEN", ran.out, re.MULTILINE)


def test_show_prints_the_file_as_it_lies_there_and_where(command: Run, own: Path) -> None:
    ran = command("show", "system", "--prompts", own)
    assert ran.out == (own / "system.md").read_text(encoding="utf-8")
    assert str(own / "system.md") in ran.err
    assert "--shipped" in ran.err


def test_show_reads_no_file_that_a_link_leads_to_outside_the_folder(command: Run, own: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("a secret", encoding="utf-8")
    (own / "article.md").symlink_to(tmp_path / "secret.md")
    ran = command("show", "article", "--prompts", own)
    assert ran.code == 1
    assert "leads out of the folder" in ran.err
    assert "a secret" not in ran.out + ran.err


def test_show_shipped_prints_the_one_that_is_overridden(command: Run, own: Path) -> None:
    ran = command("show", "system", "--prompts", own, "--shipped")
    assert ran.out == (shipped_folder() / "system.md").read_text(encoding="utf-8")


def test_show_of_the_guide_prints_it(command: Run) -> None:
    assert command("show", "README").out == (shipped_folder() / "README.md").read_text(encoding="utf-8")


def test_show_of_a_name_that_is_none_offers_the_nearest(command: Run) -> None:
    ran = command("show", "sections/claim")
    assert ran.code == 1
    assert "did you mean 'sections/claims'?" in ran.err


def test_check_of_the_shipped_prompts_finds_nothing(command: Run) -> None:
    ran = command("check")
    assert (ran.code, ran.err) == (0, "")
    assert re.fullmatch(r"no faults in \d+ files\n", ran.out)


def test_check_tells_file_line_column_and_a_hint_and_exits_with_1(command: Run, own: Path) -> None:
    changed(own, "summary", "{{ language }}", "{{ langage }}")
    ran = command("check", own)
    assert ran.code == 1
    assert re.search(rf"{re.escape(str(own))}/summary\.md:\d+:\d+: error", ran.out)
    assert "language" in ran.out


def test_check_prints_json_for_editors(command: Run, own: Path) -> None:
    changed(own, "summary", "{{ language }}", "{{ langage }}")
    faults = json.loads(command("check", own, "--format", "json").out)
    assert {"path", "line", "column", "code", "severity", "message", "hint"} <= faults[0].keys()


def test_render_shows_each_question_with_tokens_cache_and_what_depends_on_answers(command: Run, article: Path) -> None:
    out = command("render", article, "--published", "2025-11-13", "--plan", "sections").out
    assert "QUESTION 2: the answer is JSON (Claims), max_tokens " in out
    assert re.search(r"── article \(user\), about \d+ tokens, all cached ──", out)
    assert "depends on earlier answers" in out
    assert "FOLLOW-UP to question 1" in out
    assert re.search(r"5 questions, about [\d,]+ tokens, [\d,]+ of them cached .* plan sections, model local", out)
    assert "Published: 2025-11-13" in out


def test_render_takes_one_part_and_writes_json(command: Run, article: Path) -> None:
    out = command("render", article, "--plan", "sections", "--part", "sections/claims", "--format", "json").out
    shown = json.loads(out)
    assert [part["name"] for part in shown["parts"]] == ["sections/claims"]
    assert shown["tokens_estimated"] is True
    assert shown["calls"] == 5


def test_render_of_a_part_that_is_not_sent_tells_which_are(command: Run, article: Path) -> None:
    ran = command("render", article, "--plan", "questions", "--part", "sections/claims")
    assert ran.code == 2
    assert "questions/" in ran.err
    assert "--plan sections" in " ".join(ran.err.replace("│", " ").split())


def test_render_and_diff_of_a_name_that_is_none_offer_the_nearest(command: Run, article: Path, own: Path) -> None:
    for arguments in (("render", article, "--part", "sections/claim"), ("diff", "sections/claim", "--prompts", own)):
        ran = command(*arguments)
        assert ran.code == 2
        assert "did you mean 'sections/claims'?" in " ".join(ran.err.replace("│", " ").split())


def test_what_a_terminal_would_obey_is_shown_and_not_sent(command: Run, tmp_path: Path) -> None:
    (tmp_path / "evil.txt").write_text("The \x1b[31mred\x1b[0m army came.", encoding="utf-8")
    out = command("render", tmp_path / "evil.txt", "--plan", "whole").out
    assert "\x1b" not in out
    assert "\\x1b[31m" in out


def test_diff_shows_the_words_and_on_request_the_files(command: Run, own: Path) -> None:
    ran = command("diff", "--prompts", own, "--plan", "sections")
    assert "+You are a careful reader at a night desk." in ran.out
    assert "changed: system" in ran.err
    assert f"+++ {own / 'system.md'}" not in ran.out
    assert f"+++ {own / 'system.md'}" in command("diff", "system", "--prompts", own, "--template").out


def test_diff_of_what_the_plan_in_force_does_not_send_shows_it_under_one_that_does(
    command: Run, tmp_path: Path
) -> None:
    own = changed(tmp_path / "mine", "sections/claims", "named or not", "named")
    out = command("diff", "--prompts", own).out
    assert "not sent under plan questions, which is in force; under plan sections:" in out
    assert "+List the claims: what the article attributes to a speaker, named." in out


def test_diff_of_prompts_that_are_the_same_says_so(command: Run, own: Path, tmp_path: Path) -> None:
    assert "every prompt is the same in both" in command("diff", "--prompts", own, "--old", own).out
    assert "summary is the same in both" in command("diff", "summary", "--prompts", own).out


def test_diff_goes_by_an_article_of_ones_own(command: Run, tmp_path: Path, article: Path) -> None:
    own = changed(tmp_path / "mine", "article", "<article>", "<text>")
    assert "[1] Bangkok has given" in command("diff", "--prompts", own, "--article", article, "--plan", "whole").out


@pytest.mark.parametrize("name", ["try", "diff", "test"])
def test_a_comparison_without_a_folder_of_ones_own_says_how_to_name_one(command: Run, article: Path, name: str) -> None:
    ran = command(name, *([article] if name == "try" else []))
    assert ran.code == 2
    assert "--prompts DIR" in " ".join(ran.err.split())


def test_the_folder_of_the_environment_counts(
    command: Run, own: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_PROMPTS", str(own))
    fake = Fake()
    assert command("try", article, *SERVER, fake=fake).code == 0
    assert fake.asked == [shipped_folder(), own]


def without_deadline(folder: Path) -> Brief:
    """Under the folder of one's own the deadline is another one, and the attack is gone."""
    if folder == shipped_folder():
        return sample_brief()
    moved = deadlines()[0].model_copy(update={"status": "moved"})
    return sample_brief(deadlines=[moved], attacks=[], extra={})


def test_try_shows_both_briefs_with_marks_and_words(command: Run, own: Path, article: Path) -> None:
    ran = command("try", article, "--prompts", own, *SERVER, fake=Fake(without_deadline))
    assert ran.code == 0
    assert re.search(r"~ changed +pull the howitzers", ran.out)
    assert "status: pending → moved" in ran.out
    assert re.search(r"− lost +drone in Poipet", ran.out)
    assert "0 gained, 1 lost, 1 changed" in ran.out
    assert "the same" in ran.out
    assert "old prompts: 5 calls, 4,200 tokens in, 310 out" in ran.err
    assert re.search(r"2 briefs to ask for: about \d+ questions, [\d,]+ tokens to read", ran.err)


def test_try_writes_both_briefs_and_the_changes_as_json(command: Run, own: Path, article: Path) -> None:
    ran = command("try", article, "--prompts", own, *SERVER, "--format", "json", fake=Fake(without_deadline))
    trial = Trial.model_validate_json(ran.out)
    assert [(change.section, change.kind) for change in trial.changes] == [
        ("deadlines", "changed"),
        ("attacks", "lost"),
    ]


def test_each_brief_of_a_try_is_made_with_its_own_prompts(
    own: Path, article: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_PROMPTS", str(own))
    with FillsAnySchema() as stub:
        asked = ["--base-url", stub.url, "--model", "m", "--plan", "whole", "--format", "json"]
        with pytest.raises(SystemExit, match="0"):
            main(["prompts", "try", str(article), *asked])
    trial = Trial.model_validate_json(capsys.readouterr().out)
    digests = [{ref.id: ref.sha256 for ref in brief.run.prompts} for brief in (trial.old, trial.new)]
    assert digests[0]["system"] == Prompts.of().digests()["system"]
    assert digests[1]["system"] == Prompts.of(own).digests()["system"] != digests[0]["system"]


def test_a_second_try_asks_only_for_what_has_changed_and_says_so(command: Run, own: Path, article: Path) -> None:
    command("try", article, "--prompts", own, *SERVER)
    changed(own, "system", "a news desk", "the morning desk")
    fake = Fake()
    ran = command("try", article, "--prompts", own, *SERVER, fake=fake)
    assert fake.asked == [own]
    assert "old prompts: 5 calls, 4,200 tokens in, 310 out, 12 s (kept from an earlier try)" in ran.err
    asked_anew = Fake()
    command("try", article, "--prompts", own, *SERVER, "--fresh", fake=asked_anew)
    assert len(asked_anew.asked) == 2


def test_a_try_that_was_stopped_keeps_the_first_brief(command: Run, own: Path, article: Path) -> None:
    stopped = Fake(lambda folder: KeyboardInterrupt() if folder == own else sample_brief())
    assert command("try", article, "--prompts", own, *SERVER, fake=stopped).code == 130
    fake = Fake()
    command("try", article, "--prompts", own, *SERVER, fake=fake)
    assert fake.asked == [own]


def test_a_try_whose_model_fails_ends_as_a_brief_does(command: Run, own: Path, article: Path) -> None:
    ran = command("try", article, "--prompts", own, *SERVER, fake=Fake(lambda _: TimedOut("too slow")))
    assert (ran.code, ran.out) == (1, "")
    assert "too slow" in ran.err


def test_try_tells_what_the_editor_should_know_of_a_brief(command: Run, own: Path, article: Path) -> None:
    half = sample_brief(run=run(partial=True))
    out = command("try", article, "--prompts", own, *SERVER, fake=Fake(lambda _: half)).out
    assert "new prompts: PARTIAL" in out
    assert "old prompts: 1 answer was cut" in out
    assert "the briefs are the same" in out


@pytest.mark.parametrize("name", ["try", "test"])
def test_what_asks_a_model_names_the_host_and_can_be_kept_on_this_machine(
    command: Run, own: Path, article: Path, cases: Path, name: str
) -> None:
    subject = [article] if name == "try" else ["--cases", cases]
    far = (*subject, "--prompts", own, "--base-url", "https://api.example.org/v1", "--model", "tiny")
    fake = Fake()
    assert command(name, *far, "--local-only", fake=fake).code == 1
    assert fake.asked == []
    assert "sent to api.example.org (model tiny)" in command(name, *far, fake=fake).err


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    folder = tmp_path / "evals" / "cases"
    for name in ("bridge", "canal"):
        written_case(folder, name, text=f"{ARTICLE}\nAbout the {name}.")
    return folder


def several(folder: Path, number: int) -> Path:
    for n in range(number):
        written_case(folder, f"case-{n:02}", text=f"{ARTICLE}\nAbout number {n}.")
    return folder


def test_an_estimate_asks_nobody(command: Run, own: Path, cases: Path) -> None:
    fake = Fake()
    ran = command("test", "--prompts", own, *SERVER, "--estimate", fake=fake)
    assert (ran.code, fake.asked) == (0, [])
    assert "2 of 2 cases are told something else" in ran.out
    assert re.search(r"to ask for: 4 briefs, nobody knows yet how long each takes; about \d+ questions", ran.out)


def test_a_test_asks_under_both_prompts_and_says_when_the_cases_are_too_few(
    command: Run, own: Path, cases: Path
) -> None:
    fake = Fake(without_deadline)
    ran = command("test", "--prompts", own, *SERVER, fake=fake)
    assert ran.code == 0
    assert fake.asked == [shipped_folder(), own] * 2
    assert re.search(r"attacks.found +1.00 +0.00 +-1.00 +not told apart", ran.out)
    assert "2 articles no difference can be told from chance, however large; it takes at least 9" in ran.out
    assert "4/4 canal, new prompts" in ran.err
    assert "right so far: old 1.00, new " in ran.err


def test_a_test_with_a_section_that_is_significantly_worse_exits_with_3(
    command: Run, own: Path, tmp_path: Path
) -> None:
    many = several(tmp_path / "many", 10)
    ran = command("test", "--prompts", own, "--cases", many, *SERVER, fake=Fake(without_deadline))
    assert ran.code == 3
    assert re.search(r"^worse: .*attacks.found", ran.out, re.MULTILINE)
    assert re.search(r"^better: nothing$", ran.out, re.MULTILINE)


def test_a_test_can_be_stopped_and_goes_on_from_there(command: Run, own: Path, cases: Path) -> None:
    stopped = Fake(lambda folder: KeyboardInterrupt() if folder == own else sample_brief())
    ran = command("test", "--prompts", own, *SERVER, fake=stopped)
    assert ran.code == 130
    assert "stopped after 1 of 4 briefs; the same command goes on from there" in ran.err
    fake = Fake()
    ran = command("test", "--prompts", own, *SERVER, fake=fake)
    assert fake.asked == [own, shipped_folder(), own]
    assert "to ask for: 3 briefs, about 12 s each, 37 s in all" in ran.out
    assert "1 kept from before" in ran.out


def test_where_no_brief_came_nothing_is_said_to_be_the_same(command: Run, own: Path, cases: Path) -> None:
    lost = Fake(lambda _: ConnectionFailed("refused"))
    ran = command("test", "--prompts", own, *SERVER, fake=lost)
    assert ran.code == 1
    assert "under the old and the new prompts every brief ended in an error" in ran.err
    assert "the same" not in ran.out
    ran = command("test", "--prompts", own, *SERVER)
    assert (ran.code, "to ask for: 4 briefs" in ran.out) == (0, True)


def test_briefs_that_ended_in_an_error_are_counted_beside_the_verdict(command: Run, own: Path, cases: Path) -> None:
    answers = iter([sample_brief(), ConnectionFailed("refused"), sample_brief(), sample_brief()])
    ran = command("test", "--prompts", own, *SERVER, fake=Fake(lambda _: next(answers)))
    assert "count as finding nothing: 0 under the old prompts, 1 under the new prompts" in ran.err


def test_a_folder_without_a_prompt_is_not_passed_over_in_silence(command: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert f"there is no prompt in {tmp_path / 'empty'}" in command("check", tmp_path / "empty").err


def test_what_says_nothing_in_any_case_is_named_and_nobody_is_asked(command: Run, cases: Path, tmp_path: Path) -> None:
    own = changed(tmp_path / "mine", "sections/claims", "named or not", "named")
    fake = Fake()
    ran = command("test", "--prompts", own, fake=fake)
    assert (ran.code, fake.asked) == (0, [])
    assert "not sent in any of these cases under plan questions, model local: sections/claims" in ran.out
    assert "there is nothing to test" in command("test", "--prompts", own, "--old", own).out


def test_a_limit_asks_for_the_first_cases_only(command: Run, own: Path, cases: Path) -> None:
    fake = Fake()
    ran = command("test", "--prompts", own, *SERVER, "--limit", "1", fake=fake)
    assert len(fake.asked) == 2
    assert "2 of 2 cases are told something else, of which the first 1 asked for" in ran.out


def test_without_cases_at_hand_those_of_the_package_are_looked_at(command: Run, own: Path) -> None:
    ran = command("test", "--prompts", own, *SERVER, "--estimate")
    assert ran.code == 0
    assert "12 of 12 cases are told something else" in ran.out


def test_a_look_at_the_test_split_is_said_to_be_one(command: Run, own: Path, cases: Path) -> None:
    written_case(cases, "sealed", split="test", gate=False)
    ran = command("test", "--prompts", own, *SERVER, "--split", "test", "--estimate")
    assert "a look at the test split" in ran.err
    assert "1 of 1 cases" in ran.out


def test_a_terminal_shows_both_scores_so_far() -> None:
    from evaluation_samples import case, gold

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    tally = CaseTally.of(case(), [gold(case())])
    with scoreboard(stream, 4) as board:
        board.within(Progress("new prompts: reading [claims]", 1, 4, "calls"))
        board.scored("new", Step(tally, [], kept=False, done=1, total=2), {"old": [tally], "new": [tally]})
    for words in ("reading [claims]", "1 of 4 calls", "2 of 4  right so far: old 1.00, new 1.00"):
        assert words in stream.getvalue()


def test_edit_names_what_to_install_where_the_extra_is_missing(own: Path) -> None:
    about = About(None, None, None, {})
    with pytest.raises(SummarizerError, match=r"needs no_such_library: .*pip install '\.\[edit\]'"):
        serve(own, about, port=0, open_browser=False, local_only=False, needs=("typer", "no_such_library"))


def test_an_article_of_a_moment_has_a_day(tmp_path: Path, article: Path) -> None:
    about = About(article, dt.datetime(2025, 11, 13, 18, 0, tzinfo=dt.UTC), None, {})
    assert about.article().published == dt.date(2025, 11, 13)
