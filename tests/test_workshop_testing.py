"""Which cases a change of prompts touches, what asking them costs, and what their answers say of the change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from evaluation_samples import case, gold
from sample import ARTICLE, sample_brief

from summarizer.errors import ConnectionFailed
from summarizer.evaluation.answers import Answer
from summarizer.evaluation.asking import Asks
from summarizer.evaluation.cases import Case
from summarizer.evaluation.makers import Maker
from summarizer.evaluation.run_record import ScoredRun
from summarizer.evaluation.statistics import can_tell, fewest_cases
from summarizer.evaluation.tallies import CaseTally
from summarizer.progress import Progress, Report
from summarizer.prompts import Prompts, shipped_folder
from summarizer.schema import Brief
from summarizer.settings import Settings, resolve
from summarizer.workshop.findings import findings
from summarizer.workshop.testing import Side, SideName, ask, estimate, note, scope
from summarizer.workshop.trial import folder_of

QUIET = "The committee met on Monday. It talked about its budget. Nobody was there to listen to it."


def settings(plan: str = "sections") -> Settings:
    return resolve(env={}, cwd=Path("/nowhere"), plan=plan)


def own(folder: Path, name: str, before: str, after: str) -> Prompts:
    path = folder / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    source = (shipped_folder() / f"{name}.md").read_text(encoding="utf-8")
    assert before in source
    path.write_text(source.replace(before, after), encoding="utf-8")
    return Prompts.of(folder)


def loud_and_quiet() -> list[Case]:
    nothing = {"actors": [], "claims": [], "deadlines": [], "attacks": []}
    return [case("loud"), case("quiet", text=QUIET, labels=nothing)]


def test_every_case_is_touched_by_what_every_case_is_told(tmp_path: Path) -> None:
    new = own(tmp_path, "system", "a news desk", "a night desk")
    assert [each.case.id for each in scope(loud_and_quiet(), Prompts.of(), new, settings()).affected] == [
        "loud",
        "quiet",
    ]


def test_only_cases_that_are_asked_the_question_are_touched_by_it(tmp_path: Path) -> None:
    doubtful = case("loud", text=f"{ARTICLE}\nThe ministry has to answer the letter by Friday, one reads.")
    cases = [doubtful, loud_and_quiet()[1]]
    new = own(tmp_path, "questions/deadline", "Word:", "One word:")
    touched = scope(cases, Prompts.of(), new, settings("questions"))
    assert (touched.cases, touched.changed, touched.plan) == (2, ["questions/deadline"], "questions")
    assert [each.case.id for each in touched.affected] == ["loud"]
    assert touched.affected[0].names == {"questions/deadline"}
    assert touched.silent == []


def test_what_the_plan_never_sends_touches_nothing_and_is_said_to_be_silent(tmp_path: Path) -> None:
    new = own(tmp_path, "sections/claims", "named or not", "named")
    touched = scope(loud_and_quiet(), Prompts.of(), new, settings("questions"))
    assert (touched.affected, touched.silent) == ([], ["sections/claims"])


def test_a_change_that_changes_no_words_touches_nothing(tmp_path: Path) -> None:
    new = own(tmp_path, "system", "version: 1", "version: 2")
    touched = scope(loud_and_quiet(), Prompts.of(), new, settings())
    assert (touched.changed, touched.affected) == (["system"], [])


def test_a_prompt_that_only_certain_answers_bring_about_touches_the_cases_too(tmp_path: Path) -> None:
    new = own(tmp_path, "summary", "Keep who said what.", "")
    assert len(scope(loud_and_quiet(), Prompts.of(), new, settings()).affected) == 2


def test_the_same_prompts_are_not_even_looked_at(tmp_path: Path) -> None:
    told: list[Progress] = []
    touched = scope(loud_and_quiet(), Prompts.of(), Prompts.of(tmp_path), settings(), told.append)
    assert (touched.changed, touched.affected, told) == ([], [], [])


class Desk:
    """Answers each case with a brief, and keeps who was asked under which prompts."""

    def __init__(self) -> None:
        self.asked: list[tuple[SideName, str]] = []

    def answer(self, side: SideName, asked: Case) -> Brief:
        self.asked.append((side, asked.id))
        return sample_brief(deadlines=[]) if side == "new" else sample_brief()

    def side(self, name: SideName, prompts: Prompts, folder: Path) -> Side:
        @contextmanager
        def asks(report: Report) -> Iterator[Asks]:
            report(Progress("asking", 0))
            yield lambda each: self.answer(name, each)

        maker = Maker.of("tiny", "sections", prompts=folder_of(prompts))
        return Side(name, prompts, maker, folder / name, asks)


def cases() -> list[Case]:
    return [case(name) for name in ("bridge", "canal")]


def sides(desk: Desk, folder: Path) -> tuple[Side, Side]:
    new = own(folder / "own", "system", "a news desk", "a night desk")
    return desk.side("old", Prompts.of(), folder), desk.side("new", new, folder)


def test_each_case_is_asked_under_the_old_prompts_and_then_under_the_new_ones(tmp_path: Path) -> None:
    desk, told = Desk(), list[Progress]()
    steps = list(ask(cases(), *sides(desk, tmp_path), told.append))
    assert desk.asked == [("old", "bridge"), ("new", "bridge"), ("old", "canal"), ("new", "canal")]
    assert [side for side, _ in steps] == ["old", "new", "old", "new"]
    assert told[0].stage == "old prompts: asking"


def test_an_interrupted_test_goes_on_where_it_was(tmp_path: Path) -> None:
    desk = Desk()
    steps = ask(cases(), *sides(desk, tmp_path))
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    again = Desk()
    list(ask(cases(), *sides(again, tmp_path)))
    assert again.asked == [("new", "bridge"), ("old", "canal"), ("new", "canal")]


def test_a_further_edit_asks_under_the_new_prompts_only(tmp_path: Path) -> None:
    list(ask(cases(), *sides(Desk(), tmp_path)))
    desk = Desk()
    old, _ = sides(desk, tmp_path)
    edited = own(tmp_path / "own", "system", "a news desk", "the morning desk")
    list(ask(cases(), old, desk.side("new", edited, tmp_path)))
    assert {side for side, _ in desk.asked} == {"new"}


def test_an_estimate_counts_what_is_still_to_be_asked(tmp_path: Path) -> None:
    both = sides(Desk(), tmp_path)
    touched = scope(cases(), both[0].prompts, both[1].prompts, settings()).affected
    before = estimate(touched, *both, tmp_path / "cases")
    assert (before.briefs, before.kept, before.seconds_each, before.seconds) == (4, 0, None, None)
    assert before.calls == sum(each.old.calls + each.new.calls for each in touched)
    assert before.tokens > before.cached_tokens > 0
    list(ask(cases()[:1], *both))
    after = estimate(touched, *both, tmp_path / "cases")
    assert (after.briefs, after.kept) == (2, 2)
    assert after.seconds_each == pytest.approx(sample_brief().run.seconds)


def test_a_case_that_fails_counts_and_the_others_go_on(tmp_path: Path) -> None:
    class Broken(Desk):
        def answer(self, side: SideName, asked: Case) -> Brief:
            if (side, asked.id) == ("new", "bridge"):
                raise ConnectionFailed("gone")
            return super().answer(side, asked)

    steps = list(ask(cases(), *sides(Broken(), tmp_path)))
    assert [result.outcome for _, step in steps for result in step.results] == ["done", "crashed", "done", "done"]


def test_both_runs_can_be_compared_and_reported_later(tmp_path: Path) -> None:
    from evaluation_suites import written_case

    for each in cases():
        written_case(tmp_path / "cases", each.id)
    both = sides(Desk(), tmp_path)
    list(ask(cases(), *both))
    note(cases(), both, tmp_path / "cases")
    assert [tally.case for tally in ScoredRun(tmp_path / "new").tallies] == ["bridge", "canal"]


def tallies(number: int, *, without: str = "") -> list[CaseTally]:
    """The counts of so many cases answered as labelled, but for one section."""
    found = []
    for n in range(number):
        each = case(f"case-{n}")
        answer = gold(each)
        if without:
            annotations = answer.annotations.__class__(
                **{**vars(answer.annotations), without: ()}  # type: ignore[arg-type]
            )
            answer = Answer(outcome="done", annotations=annotations)
        found.append(CaseTally.of(each, [answer]))
    return found


def test_a_section_that_is_lost_in_enough_cases_is_worse_and_the_others_are_the_same() -> None:
    outcomes = {
        (each.section, each.measure): each.outcome for each in findings(tallies(12), tallies(12, without="claims"))
    }
    assert outcomes["claims", "found"] == outcomes["claims", "right"] == "worse"
    assert outcomes["actors", "found"] == "the same"
    assert "macro" not in {section for section, _ in outcomes}


def test_a_section_that_is_gained_is_better_by_what_is_said() -> None:
    found = findings(tallies(12, without="claims"), tallies(12))
    (claims,) = (each for each in found if (each.section, each.measure) == ("claims", "found"))
    assert (claims.outcome, claims.change) == ("better", 1.0)


def test_too_few_cases_tell_nothing_apart_and_are_said_to_be_too_few() -> None:
    found = findings(tallies(3), tallies(3, without="claims"))
    (claims,) = (each for each in found if (each.section, each.measure) == ("claims", "found"))
    assert (claims.outcome, claims.smallest) == ("not told apart", None)


def test_how_many_cases_it_takes_goes_by_the_number_of_tests() -> None:
    assert fewest_cases(8) == 9
    assert fewest_cases(2) < fewest_cases(8)
    assert can_tell(9, 8)
    assert not can_tell(8, 8)
