"""The table of time expressions: tests/data/dates.tsv, made by hand and by plain calendar arithmetic."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from summarizer.dates import resolve

TABLE = Path(__file__).parent / "data" / "dates.tsv"


class Row(NamedTuple):
    published: dt.date | None
    expression: str
    context: str
    start: dt.date | None
    end: dt.date | None
    precision: str
    time: dt.time | None

    @property
    def resolvable(self) -> bool:
        return self.start is not None or self.end is not None


def read_table() -> list[Row]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [read_row(line.split("\t")) for line in lines if line and not line.startswith("#")]


def read_row(cells: list[str]) -> Row:
    published, expression, context, start, end, precision, time = (None if cell == "-" else cell for cell in cells)
    return Row(
        published=day(published),
        expression=expression or "",
        context=context or "",
        start=day(start),
        end=day(end),
        precision=precision or "none",
        time=dt.time.fromisoformat(time) if time else None,
    )


def day(cell: str | None) -> dt.date | None:
    return dt.date.fromisoformat(cell) if cell else None


ROWS = read_table()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.published}:{row.expression}")
def test_the_expression_means_the_days_of_the_table(row: Row) -> None:
    when = resolve(row.expression, row.published, context=row.context)
    assert (when.start, when.end, when.precision, when.time) == (row.start, row.end, row.precision, row.time)
    assert when.text == row.expression


def test_the_table_is_as_wide_as_it_claims() -> None:
    kinds = Counter(row.resolvable for row in ROWS)
    assert kinds[True] >= 300
    assert kinds[False] >= 50
    assert {row.published.weekday() for row in ROWS if row.published} == set(range(7))
    assert any(row.published and (row.published.month, row.published.day) == (2, 29) for row in ROWS)


def test_no_row_stands_twice() -> None:
    twice = [row for row, n in Counter((r.published, r.expression, r.context) for r in ROWS).items() if n > 1]
    assert twice == []
