"""`summarizer eval run`: cases in, verdict out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.cli import INTERRUPTED, PROGRAM
from summarizer.cli.scoreboard import scoreboard
from summarizer.errors import SummarizerError
from summarizer.settings import how_to_install

if TYPE_CHECKING:
    from summarizer.cli.answer_sources import MakeSummarizer, Request, Source
    from summarizer.evaluation.cases import Case
    from summarizer.evaluation.suite import Suite

EXTRA = ("numpy", "scipy", "vcr")
"""What the extra `evals` brings."""


def run(request: Request, make_summarizer: MakeSummarizer | None = None) -> int:
    """Do it; the exit code of the verdict."""
    require_extra()
    from summarizer.cli.answer_sources import source_of
    from summarizer.cli.verdicts import deliver_verdict
    from summarizer.evaluation.cases import load_cases
    from summarizer.evaluation.report.files import remove_reports
    from summarizer.evaluation.results import ResultFolder
    from summarizer.evaluation.run_record import RESULTS, SuiteFolder
    from summarizer.evaluation.suite import Suite
    from summarizer.evaluation.whole_files import alone_in

    known = load_cases(request.cases)
    cases = request.selection.of(known)
    SuiteFolder(request.cases).check()
    source = source_of(request, cases, make_summarizer)
    suite = Suite(cases, source.maker, ResultFolder(request.out / RESULTS), request.repeat, source.keeps)
    with alone_in(request.out):
        _record(request, known, suite)
        remove_reports(request.out)
        if (done := _run(suite, source)) < len(cases):
            sys.stderr.write(
                f"{PROGRAM}: stopped after {done} of {len(cases)} cases; the same command goes on from there\n"
            )
            return INTERRUPTED
        return deliver_verdict(request.out)


def require_extra() -> None:
    """Say what to install where the scorer's libraries are missing."""
    from importlib.util import find_spec

    if missing := [name for name in EXTRA if find_spec(name) is None]:
        raise SummarizerError(f"scoring needs {', '.join(missing)}: {how_to_install('evals')}")


def _run(suite: Suite, source: Source) -> int:
    """How many cases were done before an interruption, if there was one."""
    from summarizer.evaluation.scores import scores

    tallies = []
    try:
        with scoreboard(sys.stderr, len(suite.cases)) as board, source.ask(board.within) as ask:
            for step in suite.run(ask):
                tallies.append(step.tally)
                board.scored(step, scores(tallies))
    except KeyboardInterrupt:
        return len(tallies)
    return len(tallies)


def _record(request: Request, known: Sequence[Case], suite: Suite) -> None:
    from summarizer.evaluation.cases import Selection
    from summarizer.evaluation.run_record import RunRecord, name_of

    selection = request.selection
    named = Selection(split=selection.split, gate=selection.gate).of(known)
    RunRecord(
        name=name_of(selection),
        whole=named == list(suite.cases),
        cases_folder=request.cases,
        cases=[case.id for case in suite.cases],
        repeat=request.repeat,
        maker=suite.maker,
    ).save(request.out)
