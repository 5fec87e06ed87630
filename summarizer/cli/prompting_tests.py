"""`summarizer prompts test`: the cases that a change touches, under both prompts, and which are better."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import typer

from summarizer.cli import INTERRUPTED, PROGRAM
from summarizer.cli.addressee import addressee, settled
from summarizer.cli.answer_sources import MakeSummarizer, endpoint_of
from summarizer.cli.display import watching
from summarizer.cli.prompting_layers import pair
from summarizer.cli.scoring import require_extra
from summarizer.errors import SummarizerError
from summarizer.progress import Report

if TYPE_CHECKING:
    from summarizer.evaluation.asking import Asks
    from summarizer.evaluation.cases import Case, Split
    from summarizer.evaluation.tallies import CaseTally
    from summarizer.llm.endpoint import Dialect
    from summarizer.prompts import Prompts
    from summarizer.settings import Settings
    from summarizer.workshop.findings import Finding
    from summarizer.workshop.testing import Estimate, Scope, Side, SideName

DONE, WORSE = 0, 3


@dataclass(frozen=True, kw_only=True)
class Request:
    """What was asked for on the command line; `arguments` are those of `Summarizer`, None where not given."""

    own: Path | None
    old: Path | None
    cases: Path | None
    split: str | None
    gate: bool
    limit: int | None
    arguments: dict[str, Any]
    dialect: str | None
    out: Path
    only_estimate: bool
    local_only: bool


def run(request: Request, make: MakeSummarizer | None = None) -> int:
    """Do it; 3 where a section is significantly worse, 130 where it was interrupted."""
    require_extra()
    from summarizer.evaluation.whole_files import alone_in
    from summarizer.workshop.testing import estimate, note, scope

    before, after = pair(request.own, request.old)
    chosen = settled(request.arguments) if request.only_estimate else _addressee(request)
    folder, cases = _cases(request)
    sides = (_side(request, chosen, "old", before, make), _side(request, chosen, "new", after, make))
    with watching(sys.stderr) as report:
        touched = scope(cases, before, after, chosen, report, dialect=cast("Dialect | None", request.dialect))
    affected = touched.affected[: request.limit]
    for line in _told(touched, len(affected), chosen):
        typer.echo(line)
    if not affected:
        return DONE
    typer.echo(_costs(estimate(affected, *sides, folder)))
    if request.only_estimate:
        return DONE
    chosen_cases = [each.case for each in affected]
    with alone_in(request.out):
        note(chosen_cases, sides, folder)
        return _ask(chosen_cases, sides, request)


def _ask(cases: Sequence[Case], sides: tuple[Side, Side], request: Request) -> int:
    from summarizer.cli.prompting_scoreboard import scoreboard
    from summarizer.workshop.testing import ask

    tallies: dict[SideName, list[CaseTally]] = {"old": [], "new": []}
    try:
        with scoreboard(sys.stderr, 2 * len(cases)) as board:
            for side, step in ask(cases, *sides, board.within):
                tallies[side].append(step.tally)
                board.scored(side, step, tallies)
    except KeyboardInterrupt:
        done = sum(map(len, tallies.values()))
        sys.stderr.write(
            f"{PROGRAM}: stopped after {done} of {2 * len(cases)} briefs; the same command goes on from there\n"
        )
        return INTERRUPTED
    return _deliver(tallies, request)


def _deliver(tallies: dict[SideName, list[CaseTally]], request: Request) -> int:
    """Print what the test says; the exit code.

    Raises:
        SummarizerError: under one of the two sets of prompts no brief came at all: nothing can be said of the other.
    """
    from summarizer.workshop.findings import findings

    crashed = {side: sum(each.outcomes.get("crashed", 0) for each in of) for side, of in tallies.items()}
    if empty := [side for side, number in crashed.items() if number == len(tallies[side])]:
        raise SummarizerError(
            f"under the {' and the '.join(empty)} prompts every brief ended in an error, as told above: "
            "there is nothing to compare; the same command goes on from there"
        )
    found = findings(tallies["old"], tallies["new"])
    for line in _verdict(found, len(tallies["old"])):
        typer.echo(line)
    if any(crashed.values()):
        told = ", ".join(f"{number} under the {side} prompts" for side, number in crashed.items())
        sys.stderr.write(f"{PROGRAM}: briefs that ended in an error, and count as finding nothing: {told}\n")
    sys.stderr.write(f"answers: {request.out / 'old'} and {request.out / 'new'}; `summarizer eval report` shows each\n")
    return WORSE if any(each.outcome == "worse" for each in found) else DONE


def _verdict(found: Sequence[Finding], cases: int) -> Iterator[str]:
    from summarizer.evaluation.report import formats
    from summarizer.evaluation.report.tables import Table
    from summarizer.evaluation.report.written import columns
    from summarizer.evaluation.statistics import fewest_cases
    from summarizer.workshop.findings import tests_in

    rows = [
        (
            f"{each.section}.{each.measure}",
            formats.score(each.before),
            formats.score(each.after),
            formats.NOTHING if each.change is None else f"{each.change:+.2f}",
            each.outcome,
            formats.score(each.smallest),
        )
        for each in found
    ]
    articles = formats.articles(cases)
    note = (
        f"{articles} under both prompts. Better and worse: more than chance, all sections considered (paired "
        "permutation test, Holm, 5 %). Shows: the smallest difference that so many articles show four times in five."
    )
    if not any(each.smallest for each in found if each.outcome != "the same"):
        tests = tests_in([each for each in found if each.p is not None])
        note += (
            f" With {articles} no difference can be told from chance, however large; "
            f"it takes at least {fewest_cases(tests)}: raise --limit, or take --split all."
        )
    yield columns(Table("Old and new prompts", ("score", "old", "new", "change", "verdict", "shows"), rows, note))
    for outcome in ("better", "worse", "not told apart"):
        names = [f"{each.section}.{each.measure}" for each in found if each.outcome == outcome]
        if names or outcome != "not told apart":
            yield f"{outcome}: {', '.join(names) or 'nothing'}"


def _addressee(request: Request) -> Settings:
    return addressee(request.arguments, local_only=request.local_only, what="the articles are")


def _cases(request: Request) -> tuple[Path, list[Case]]:
    """The folder and the cases to look at; of the package's own only the gate's are there to be scored."""
    from summarizer.evaluation.cases import Selection, load_cases
    from summarizer.evaluation.shipped import cases_folder, falls_back

    folder = cases_folder(request.cases)
    gate = request.gate or falls_back(request.cases)
    split = cast("Split | None", None if gate else request.split)
    if split != "dev" and not gate:
        sys.stderr.write("this is a look at the test split: note it where such looks are kept (here: evals/NOTES.md)\n")
    return folder, Selection(split=split, gate=gate).of(load_cases(folder))


def _side(request: Request, chosen: Settings, name: SideName, prompts: Prompts, make: MakeSummarizer | None) -> Side:
    from summarizer.evaluation.asking import asking
    from summarizer.evaluation.makers import Maker
    from summarizer.workshop.testing import Side
    from summarizer.workshop.trial import folder_of

    folder = folder_of(prompts)
    dialect = request.dialect or ""
    maker = Maker.of(chosen.model, chosen.plan, dialect=dialect, prompts=folder, settings=chosen)

    @contextmanager
    def ask(report: Report) -> Iterator[Asks]:
        endpoint = endpoint_of(request.dialect, chosen)
        arguments = {**request.arguments, "prompts": folder}
        with (make or _summarizer())(endpoint=endpoint, progress=report, **arguments) as summarizer:
            yield asking(summarizer)

    return Side(name, prompts, maker, request.out / name, ask)


def _told(scope: Scope, taken: int, chosen: Settings) -> Iterator[str]:
    """Which cases, and why."""
    if not scope.changed:
        yield "the prompts are the same in both: there is nothing to test"
        return
    yield f"changed: {', '.join(scope.changed)}"
    limited = f", of which the first {taken} asked for" if taken < len(scope.affected) else ""
    yield f"{len(scope.affected)} of {scope.cases} cases are told something else{limited}"
    if silent := scope.silent:
        hint = "" if scope.affected else "; another plan may send it (`summarizer prompts diff` says which)"
        where = f"under plan {scope.plan}, model {chosen.model}"
        yield f"not sent in any of these cases {where}: {', '.join(silent)}{hint}"


def _costs(cost: Estimate) -> str:
    each = f", about {cost.seconds_each:.0f} s each" if cost.seconds_each else ", nobody knows yet how long each takes"
    in_all = f", {_duration(cost.seconds)} in all" if cost.seconds else ""
    kept = f"; {cost.kept} kept from before" if cost.kept else ""
    return (
        f"to ask for: {cost.briefs} briefs{each}{in_all}; about {cost.calls:,} questions, "
        f"{cost.tokens:,} tokens to read, {cost.cached_tokens:,} of them cached{kept}"
    )


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{seconds:.0f} s" if minutes < 2 else f"{minutes} minutes" if minutes < 120 else f"{minutes / 60:.1f} hours"


def _summarizer() -> MakeSummarizer:
    from summarizer.pipeline import Summarizer

    return cast("MakeSummarizer", Summarizer)
