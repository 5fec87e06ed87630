"""A verdict as one HTML file: no script, no request, every case with its text, labels and brief side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from summarizer.evaluation.annotations import SECTIONS, of_labels
from summarizer.evaluation.cases import Case
from summarizer.evaluation.report.marking import Row, Segment, own_mark, rows, segments
from summarizer.evaluation.report.tables import comparison, tables
from summarizer.evaluation.report.written import headline
from summarizer.evaluation.results import Result
from summarizer.evaluation.verdict import Verdict

TEMPLATE = "page.html.j2"
SEALED = "test"
"""The split of which only scores are read."""


@dataclass(frozen=True)
class CasePage:
    """One case as it is shown; a crashed one has its error and nothing but misses."""

    case: Case
    result: Result
    rows: Sequence[Row]
    segments: Sequence[Segment]

    def section(self, name: str) -> list[Row]:
        """The rows of one section."""
        return [row for row in self.rows if row.section == name]

    def count(self, *verdicts: str) -> int:
        """How many rows have one of these verdicts."""
        return sum(row.verdict in verdicts for row in self.rows)


def case_page(case: Case, result: Result) -> CasePage:
    """Align the answer with the labels once more, to show what lies where."""
    shown = list(rows(of_labels(case.labels, case.text), result.answer(case).annotations))
    return CasePage(case, result, shown, segments(case.text, shown))


def as_html(
    verdict: Verdict,
    cases: Iterable[Case],
    results: Mapping[str, Sequence[Result]],
    *,
    reveal: bool = False,
    made: dt.datetime | None = None,
) -> str:
    """The page; of the test split only the scores, unless `reveal`. Of repetitions the first is shown."""
    cases = list(cases)
    own = dict.fromkeys(own_mark(name) for case in cases for name in case.labels.extra)
    open_cases = [case for case in cases if reveal or case.split != SEALED]
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(TEMPLATE).render(
        verdict=verdict,
        headline=headline(verdict),
        made=made or dt.datetime.now(dt.UTC),
        tables=list(tables(verdict)),
        comparison=comparison(verdict.differences, verdict.compared) if verdict.differences else None,
        pages=[case_page(case, results[case.id][0]) for case in open_cases],
        sealed=len(cases) - len(open_cases),
        sections=[*SECTIONS, *own],
        built_in=SECTIONS,
    )
