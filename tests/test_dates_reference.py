"""The dates that docs/brief.md gives as examples are those that the code gives."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from summarizer.dates import resolve

REFERENCE = (Path(__file__).parents[1] / "docs" / "brief.md").read_text(encoding="utf-8")


def test_every_dated_example_of_the_reference_is_what_resolve_gives() -> None:
    heading = re.search(r"^\| words, on (.+?) \|.*\n\|[-|]+\n((?:\|.*\n)+)", REFERENCE, re.MULTILINE)
    assert heading
    published = dt.datetime.strptime(f"{heading.group(1)} +0000", "%A %d %B %Y %z").date()
    assert f"{published:%A}" == heading.group(1).split()[0]
    rows = [[cell.strip(" `") for cell in row.strip("|").split("|")] for row in heading.group(2).splitlines()]
    assert len(rows) == 4
    for words, start, end, precision in rows:
        when = resolve(words, published)
        found = [day.isoformat() if day else "null" for day in (when.start, when.end)]
        assert [*found, when.precision] == [start, end, precision], words
