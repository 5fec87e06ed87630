"""The guard and its peers on the same mutations, as a Markdown table.

    python evals/bench/mutations/guard_table.py [--peers PYTHON]

`--peers` is the interpreter of the environment in which peers-requirements.txt is installed. Shares are of rows
refused; those of the true items are losses. The peers, and a bare rapidfuzz ratio, judge quotes only: rows whose
content was changed have no share for them.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import mutate
from own_checks import refused_by
from rapidfuzz import fuzz

HERE = Path(__file__).parent
RATIO = 90.0
COLUMNS = ("ours, tuning", "ours, held out", "LangExtract", "instructor", f"rapidfuzz ≥ {RATIO:.0f}")
Row = dict[str, Any]
Refused = Callable[[Row], bool | None]


def peer_verdicts(rows: Sequence[Row], python: str | None) -> dict[str, Row]:
    """The peers' verdicts by row id; none without their interpreter."""
    if python is None:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder, "rows.jsonl")
        given.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        command = [python, str(HERE / "peer_checks.py"), str(given)]
        judged = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    return {verdict["id"]: verdict for verdict in map(json.loads, judged.splitlines())}


def judges(peers: dict[str, Row]) -> dict[str, Refused]:
    """Whether each column's check refuses a row; None where it does not judge it."""

    def ours(half: str) -> Refused:
        return lambda row: refused_by(row) is not None if row["half"] == half else None

    def peer(name: str) -> Refused:
        return lambda row: peers[row["id"]][name] if row["id"] in peers else None

    def ratio(row: Row) -> bool | None:
        if row["target"] == "content":
            return None
        return fuzz.partial_ratio(row["item"]["quote"], row["text"]) < RATIO

    checks = (ours("tuning"), ours("held_out"), peer("langextract"), peer("instructor"), ratio)
    return dict(zip(COLUMNS, checks, strict=True))


def share(verdicts: Iterable[bool | None]) -> str:
    """The share refused of the rows that were judged, and their number."""
    judged = [verdict for verdict in verdicts if verdict is not None]
    return f"{sum(judged) / len(judged):.1%} of {len(judged)}" if judged else "–"


def table(rows: Sequence[Row], checks: dict[str, Refused]) -> str:
    """One line a kind of mutation, and one a group."""
    verdicts = [(row, {name: refused(row) for name, refused in checks.items()}) for row in rows]
    lines = ["| | " + " | ".join(checks) + " |", "|---|" + "---:|" * len(checks)]
    for group in ("absent", "negation", "swap", "true"):
        of_group = [(row, judged) for row, judged in verdicts if row["group"] == group]
        kinds = dict.fromkeys((row["kind"], row["target"]) for row, _ in of_group)
        for kind, target in sorted(kinds) if group != "true" else ():
            of_kind = [judged for row, judged in of_group if (row["kind"], row["target"]) == (kind, target)]
            lines.append(_line(f"{kind.replace('_', ' ')}, {target}", of_kind, checks))
        lines.append(_line(f"**{group}**", [judged for _, judged in of_group], checks))
    return "\n".join(lines)


def _line(label: str, judged: Sequence[dict[str, bool | None]], names: Iterable[str]) -> str:
    return f"| {label} | " + " | ".join(share(verdict[name] for verdict in judged) for name in names) + " |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", metavar="PYTHON", help="interpreter of the peers' environment")
    rows = [asdict(row) for row in mutate.rows()]
    print(table(rows, judges(peer_verdicts(rows, parser.parse_args().peers))))


if __name__ == "__main__":
    main()
