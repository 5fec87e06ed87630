"""The files that a verdict leaves: for machines, for CI, and the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from summarizer.evaluation.cases import Case
from summarizer.evaluation.report.junit import as_junit
from summarizer.evaluation.report.page import as_html
from summarizer.evaluation.report.written import as_job_summary, as_json
from summarizer.evaluation.results import Result
from summarizer.evaluation.verdict import Verdict

VERDICT, JUNIT, SUMMARY, PAGE = "verdict.json", "junit.xml", "summary.md", "report.html"


def write_reports(
    verdict: Verdict, cases: Sequence[Case], results: Mapping[str, Sequence[Result]], folder: Path
) -> None:
    """Write all four into `folder`; texts of the test split are in none of them."""
    contents = {
        VERDICT: as_json(verdict),
        JUNIT: as_junit(verdict),
        SUMMARY: as_job_summary(verdict),
        PAGE: as_html(verdict, cases, results),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (folder / name).write_text(content, encoding="utf-8")


def remove_reports(folder: Path) -> None:
    """Take away those of an earlier run: what they say is not true of the one that begins."""
    for name in (VERDICT, JUNIT, SUMMARY, PAGE):
        (folder / name).unlink(missing_ok=True)
