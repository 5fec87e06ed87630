"""What is done with answers that are there: judged, compared, shown, accepted, made into cases."""

from __future__ import annotations

import datetime as dt
import re
import sys
from pathlib import Path

import typer

from summarizer.cli import PROGRAM
from summarizer.cli.briefing import read
from summarizer.cli.output import deliver
from summarizer.cli.verification import read_brief
from summarizer.evaluation import case_schema
from summarizer.evaluation.baseline import load_baseline, save_baseline, shared
from summarizer.evaluation.cases import CASE_ID, SOURCES, load_case
from summarizer.evaluation.drafting import as_yaml, drafted
from summarizer.evaluation.located_yaml import CaseError
from summarizer.evaluation.report.files import PAGE, write_reports
from summarizer.evaluation.report.formats import articles
from summarizer.evaluation.report.page import SEALED, as_html
from summarizer.evaluation.report.tables import comparison
from summarizer.evaluation.report.written import as_terminal, columns
from summarizer.evaluation.run_record import ScoredRun
from summarizer.evaluation.statistics import compare
from summarizer.evaluation.verdict import FELL, KEPT, fallen


def deliver_verdict(folder: Path) -> int:
    """Judge the run in `folder`, leave its reports there, print the verdict; its exit code."""
    scored = ScoredRun(folder)
    verdict = scored.verdict()
    write_reports(verdict, scored.cases, scored.results, folder)
    typer.echo(as_terminal(verdict))
    sys.stderr.write(f"reports: {folder / PAGE} and beside it\n")
    _tell_missing(scored)
    if scored.record.name == SEALED:
        sys.stderr.write(
            "this was a look at the test split: note it where such looks are kept (here: evals/NOTES.md)\n"
        )
    return verdict.exit_code


def compare_runs(before: Path, after: Path, cases: Path | None) -> int:
    """Print whether the second run differs from the first; 3 where a section is significantly lower."""
    one, other = ScoredRun(before, cases), ScoredRun(after, cases)
    _tell_missing(one)
    _tell_missing(other)
    paired = shared(one.tallies, other.tallies)
    if not paired[0]:
        raise CaseError(f"{before} and {after} have no case in common")
    differences = compare(*paired)
    typer.echo(columns(comparison(differences, len(paired[0]))))
    lower = [f"{each.section}.{each.measure}" for each in fallen(differences)]
    typer.echo(f"significantly lower: {', '.join(lower)}" if lower else "nothing is significantly lower")
    return FELL if lower else KEPT


def write_page(folder: Path, cases: Path | None, out: Path | None, *, reveal: bool) -> int:
    """Write the HTML report anew, with the labels, thresholds and baseline as they are now; the exit code."""
    scored = ScoredRun(folder, cases)
    _tell_missing(scored)
    verdict = scored.verdict()
    page = out or folder / PAGE
    deliver(as_html(verdict, scored.cases, scored.results, reveal=reveal), page)
    typer.echo(str(page))
    return verdict.exit_code


def accept_run(folder: Path, cases: Path | None, why: str, *, today: dt.date | None = None) -> None:
    """Make the run the baseline of its name, and keep the reason; labels are never touched."""
    if not why.strip():
        raise typer.BadParameter("--why is empty: say in a sentence why this run is accepted")
    scored = ScoredRun(folder, cases)
    _tell_missing(scored)
    if not scored.whole:
        raise CaseError(f"{folder}: only a whole run can be accepted, and this one has some of the cases")
    if all(result.outcome == "crashed" for results in scored.results.values() for result in results):
        raise CaseError(f"{folder}: no article got a brief: this cannot be accepted")
    path = scored.suite.baseline
    day = today or dt.datetime.now(dt.UTC).date()
    accepted = load_baseline(path).accept(scored.record.name, why, scored.record.maker, scored.tallies, day)
    save_baseline(accepted, path)
    typer.echo(f"{path}: {scored.record.name} is now this run of {articles(len(scored.tallies))}")


def _tell_missing(scored: ScoredRun) -> None:
    """What was to be answered and is not: what is scored is only the rest."""
    if scored.missing:
        of = len(scored.record.cases)
        sys.stderr.write(
            f"{PROGRAM}: {scored.folder} lacks answers to {len(scored.missing)} of its {of} cases "
            f"({', '.join(scored.missing)}); the same `summarizer eval run` goes on with it\n"
        )


def add_case(
    brief_file: Path, article: Path, cases: Path, *, name: str, source: str, published: dt.date | None
) -> None:
    """Write a brief and its article as a case of the dev split, to be corrected by hand."""
    if source not in SOURCES:
        raise typer.BadParameter(f"--source is one of {', '.join(SOURCES)}")
    if not re.fullmatch(CASE_ID, name):
        raise typer.BadParameter(f"{name!r} is no id of a case: give --id, lower-case letters, digits and dashes")
    path = cases / f"{name}.yaml"
    if path.exists():
        raise typer.BadParameter(f"{path} is there already: choose another --id")
    case = drafted(read_brief(brief_file), read(article), name=name, source=source, published=published)
    cases.mkdir(parents=True, exist_ok=True)
    if not (cases.parent / case_schema.FILE).exists():
        case_schema.write_schema(cases.parent)
    path.write_text(as_yaml(case, f"../{case_schema.FILE}"), encoding="utf-8")
    try:
        load_case(path)
    except CaseError as error:
        raise CaseError(f"{path} is there, and cannot be scored before it is corrected:\n{error}") from None
    typer.echo(f"{path}: correct it, then `summarizer eval run --cases {cases} --case {name}`")
