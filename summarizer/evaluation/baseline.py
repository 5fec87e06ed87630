"""What was accepted as good enough to be compared with, and why: `evals/baseline.json`."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from summarizer.evaluation.located_yaml import CaseError, first_complaint
from summarizer.evaluation.makers import Maker
from summarizer.evaluation.scores import scores
from summarizer.evaluation.tallies import CaseTally


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Reason(_Record):
    """One acceptance: which run, why, and what it scored (unrounded)."""

    accepted: dt.date
    run: str
    why: str
    model: str
    library_version: str
    cases: int
    found: float | None
    right: float | None


class Accepted(_Record):
    """The counts of an accepted run, case by case."""

    maker: Maker
    cases: list[CaseTally]


class Baseline(_Record):
    """The accepted run of each name, and every acceptance so far, oldest first."""

    reasons: list[Reason] = []
    runs: dict[str, Accepted] = {}

    def accept(self, run: str, why: str, maker: Maker, tallies: Sequence[CaseTally], today: dt.date) -> Baseline:
        """This baseline with a run in place of the one of the same name."""
        scored = scores(tallies)
        reason = Reason(
            accepted=today,
            run=run,
            why=why,
            model=maker.model,
            library_version=maker.library_version,
            cases=len(tallies),
            found=scored.macro("found"),
            right=scored.macro("right"),
        )
        runs = {**self.runs, run: Accepted(maker=maker, cases=list(tallies))}
        return Baseline(reasons=[*self.reasons, reason], runs=runs)


def load_baseline(path: Path) -> Baseline:
    """What was accepted so far; nothing when there is no file. CaseError for a file that is no baseline."""
    if not path.is_file():
        return Baseline()
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise CaseError(f"{path}: {first_complaint(error)}") from None


def save_baseline(baseline: Baseline, path: Path) -> None:
    """Write it with a case a line, so that a difference of two versions can be read."""
    content = baseline.model_dump(mode="json", exclude_defaults=True)
    path.write_text(_a_line_each(content) + "\n", encoding="utf-8")


def shared(before: Iterable[CaseTally], after: Iterable[CaseTally]) -> tuple[list[CaseTally], list[CaseTally]]:
    """The cases that both runs have with the same text and labels, in the same order."""
    known = {(tally.case, tally.case_sha256): tally for tally in before}
    pairs = [(known[key], tally) for tally in after if (key := (tally.case, tally.case_sha256)) in known]
    return [before for before, _ in pairs], [after for _, after in pairs]


def _a_line_each(value: object, depth: int = 0) -> str:
    """JSON in which lists of objects, and objects that hold them, are opened, and all else stands on one line."""
    pad, inner = " " * depth, " " * (depth + 1)
    if isinstance(value, list) and any(isinstance(each, dict) for each in value):
        lines = ",\n".join(inner + json.dumps(each, ensure_ascii=False) for each in value)
        return f"[\n{lines}\n{pad}]"
    if isinstance(value, dict) and any(isinstance(each, list | dict) for each in value.values()):
        lines = ",\n".join(f"{inner}{json.dumps(key)}: {_a_line_each(each, depth + 1)}" for key, each in value.items())
        return f"{{\n{lines}\n{pad}}}"
    return json.dumps(value, ensure_ascii=False)
