"""Our dates and dateparser's on the same table, side by side: `python evals/bench/dates_table.py [--rows]`.

The table is tests/data/dates.tsv. dateparser answers with one moment, so it is judged mildly: a day inside the
expected span is right, and so is the one bound of "by Friday". `parse` reads the expression as a whole, `search` looks
for a date inside it; both know the publication date and the nine languages of the table.
"""

from __future__ import annotations

import argparse
import datetime as dt
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).parents[2] / "tests" / "data" / "dates.tsv"
LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "pl", "uk", "ru"]
OUTCOMES = ("right", "wrong", "unresolved", "refused", "invented")


class Row(NamedTuple):
    """One line of the table; days are None where the table has "-"."""

    published: dt.date | None
    expression: str
    context: str
    start: dt.date | None
    end: dt.date | None

    @property
    def resolvable(self) -> bool:
        return self.start is not None or self.end is not None


Days = tuple[dt.date | None, dt.date | None]
Reader = Callable[[Row], Days]


def rows(path: Path = TABLE) -> list[Row]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_row(line) for line in lines if line and not line.startswith("#")]


def _row(line: str) -> Row:
    published, expression, context, start, end, *_ = line.split("\t")
    return Row(_day(published), expression, "" if context == "-" else context, _day(start), _day(end))


def _day(cell: str) -> dt.date | None:
    return None if cell == "-" else dt.date.fromisoformat(cell)


def ours(row: Row) -> Days:
    from summarizer.dates import resolve

    when = resolve(row.expression, row.published, context=row.context)
    return when.start, when.end


def dateparser_parse(row: Row) -> Days:
    import dateparser

    return _as_days(dateparser.parse(row.expression, languages=LANGUAGES, settings=_settings(row)), row)


def dateparser_search(row: Row) -> Days:
    from dateparser.search import search_dates

    found = search_dates(row.expression, languages=LANGUAGES, settings=_settings(row)) or []
    return _as_days(found[0][1] if found else None, row)


def _settings(row: Row) -> dict[str, object]:
    base = row.published
    return {"RELATIVE_BASE": dt.datetime.combine(base, dt.time())} if base else {"STRICT_PARSING": True}


def _as_days(moment: dt.datetime | None, row: Row) -> Days:
    """The moment as the table's span where it lies in it, else as a day."""
    if moment is None:
        return None, None
    day = moment.date()
    inside = row.start and row.end and row.start <= day <= row.end
    if inside or day in (row.start, row.end):
        return row.start, row.end
    return day, day


def outcome(row: Row, days: Days) -> str:
    if days == (None, None):
        return "unresolved" if row.resolvable else "refused"
    if not row.resolvable:
        return "invented"
    return "right" if days == (row.start, row.end) else "wrong"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rows", action="store_true", help="list every row that is not right or refused")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    table = rows()
    readers: dict[str, Reader] = {
        "summarizer.dates": ours,
        "dateparser.parse": dateparser_parse,
        "dateparser.search": dateparser_search,
    }
    resolvable = sum(row.resolvable for row in table)
    print(f"{resolvable} rows that resolve, {len(table) - resolvable} that must not\n")
    print(f"{'':20}" + "".join(f"{name:>12}" for name in OUTCOMES))
    for name, reader in readers.items():
        outcomes = [(row, outcome(row, reader(row))) for row in table]
        counts = Counter(found for _, found in outcomes)
        print(f"{name:20}" + "".join(f"{counts[kind]:12}" for kind in OUTCOMES), flush=True)
        for row, found in outcomes if options.rows else []:
            if found not in ("right", "refused"):
                print(f"    {found:11} {row.published}  {row.expression}")


if __name__ == "__main__":
    main()
