"""Which cases a folder of results belongs to, so that it can be scored again without asking anybody."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from summarizer.evaluation.baseline import load_baseline
from summarizer.evaluation.cases import Case, Selection, load_cases
from summarizer.evaluation.label_agreement import label_agreement
from summarizer.evaluation.located_yaml import CaseError, first_complaint
from summarizer.evaluation.makers import Maker
from summarizer.evaluation.results import Result, ResultFolder
from summarizer.evaluation.tallies import CaseTally
from summarizer.evaluation.thresholds import load_thresholds
from summarizer.evaluation.verdict import Verdict, judge

RECORD, RESULTS = "run.json", "cases"


class RunRecord(BaseModel):
    """What lies beside the results of a run.

    Attributes:
        name: "gate", "dev", "test" or "all": where its thresholds and its baseline stand.
        whole: whether it has all cases of that name; thresholds hold for nothing less.
        cases_folder: where the cases were found.
        cases: their ids.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    whole: bool
    cases_folder: Path
    cases: list[str]
    repeat: int
    maker: Maker

    def save(self, folder: Path) -> None:
        """Write it into `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        content = json.dumps(self.model_dump(mode="json"), indent=1, ensure_ascii=False)
        (folder / RECORD).write_text(content + "\n", encoding="utf-8")


@dataclass(frozen=True)
class SuiteFolder:
    """Where the parts of a suite lie, given its cases: beside them."""

    cases: Path

    @property
    def labels(self) -> Path:
        """Further labellings of the cases."""
        return self.cases.parent / "labels"

    @property
    def thresholds(self) -> Path:
        """What each run must reach."""
        return self.cases.parent / "thresholds.toml"

    @property
    def baseline(self) -> Path:
        """What was accepted."""
        return self.cases.parent / "baseline.json"

    def check(self) -> None:
        """See that what a run is judged by can be read, before anybody is asked; CaseError where it cannot."""
        load_thresholds(self.thresholds)
        load_baseline(self.baseline)


def name_of(selection: Selection) -> str:
    """The name under which thresholds and baseline of such a run stand."""
    return "gate" if selection.gate else selection.split or "all"


class ScoredRun:
    """A folder of results with its cases, scored with the labels as they are now.

    Answers of another model, prompts or code, or about an older text, may lie there too: they are no part of it.

    Attributes:
        missing: the cases that it has no answer to, or not as many as it was to have.

    Raises:
        CaseError: the folder has no run, or a case is gone or cannot be used.
    """

    def __init__(self, folder: Path, cases_folder: Path | None = None) -> None:
        self.folder = folder
        self.record = _record(folder / RECORD)
        self._cases_folder = cases_folder or self.record.cases_folder
        chosen = _chosen(self.record, self._cases_folder)
        found = ResultFolder(folder / RESULTS).results(self.record.cases, self.record.repeat)
        own = {case.id: [r for r in found.get(case.id, ()) if r.key == self.record.maker.key(case)] for case in chosen}
        if not any(own.values()):
            raise CaseError(f"{folder}: what was answered is of other texts, prompts or code than its {RECORD} says")
        self.cases: list[Case] = [case for case in chosen if own[case.id]]
        self.results: dict[str, list[Result]] = {case.id: own[case.id] for case in self.cases}
        self.missing = [name for name, results in own.items() if len(results) < self.record.repeat]
        self.tallies = [CaseTally.of(case, [r.answer(case) for r in self.results[case.id]]) for case in self.cases]

    @property
    def whole(self) -> bool:
        """Whether every case of its name is answered as often as it was to be; thresholds hold for nothing less."""
        return self.record.whole and not self.missing

    @property
    def suite(self) -> SuiteFolder:
        """Where its cases, labels, thresholds and baseline lie."""
        return SuiteFolder(self._cases_folder)

    def verdict(self) -> Verdict:
        """Judge it by the thresholds, the baseline and the label agreement of its suite."""
        return judge(
            self.record.name,
            self.record.maker,
            self.tallies,
            asked=len(self.record.cases),
            floors=load_thresholds(self.suite.thresholds).get(self.record.name),
            whole=self.whole,
            baseline=load_baseline(self.suite.baseline),
            agreement=label_agreement(self.cases, self.suite.labels),
        )


def _chosen(record: RunRecord, folder: Path) -> list[Case]:
    known = load_cases(folder)
    if gone := sorted(set(record.cases) - {case.id for case in known}):
        raise CaseError(f"{folder}: the case {gone[0]!r} of this run is not in it; --cases says where they are now")
    return Selection(ids=record.cases).of(known)


def _record(path: Path) -> RunRecord:
    try:
        return RunRecord.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        raise CaseError(
            f"{path.parent}: there is no run in it ({path.name}); make one with `summarizer eval run`"
        ) from None
    except ValidationError as error:
        raise CaseError(f"{path}: is no record of a run of this version: {first_complaint(error)}") from None
