"""Which cases a folder of results belongs to, so that it can be scored again without asking anybody."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from summarizer.evaluation.baseline import load_baseline
from summarizer.evaluation.cases import Case, Selection, load_cases
from summarizer.evaluation.label_agreement import label_agreement
from summarizer.evaluation.located_yaml import CaseError
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

    Raises:
        CaseError: the folder has no run, or a case is gone or cannot be used.
    """

    def __init__(self, folder: Path, cases_folder: Path | None = None) -> None:
        self.folder = folder
        self.record = _record(folder / RECORD)
        self._cases_folder = cases_folder or self.record.cases_folder
        chosen = Selection(ids=self.record.cases).of(load_cases(self._cases_folder))
        found = ResultFolder(folder / RESULTS).results(self.record.cases, self.record.repeat)
        self.cases: list[Case] = [case for case in chosen if case.id in found]
        self.results: dict[str, list[Result]] = {case.id: found[case.id] for case in self.cases}
        self.tallies = [CaseTally.of(case, [r.answer(case) for r in self.results[case.id]]) for case in self.cases]

    @property
    def suite(self) -> SuiteFolder:
        """Where its cases, labels, thresholds and baseline lie."""
        return SuiteFolder(self._cases_folder)

    def verdict(self) -> Verdict:
        """Judge it by the thresholds, the baseline and the label agreement of its suite."""
        floors = load_thresholds(self.suite.thresholds).get(self.record.name) if self.record.whole else None
        return judge(
            self.record.name,
            self.record.maker,
            self.tallies,
            floors=floors,
            baseline=load_baseline(self.suite.baseline),
            agreement=label_agreement(self.cases, self.suite.labels),
        )


def _record(path: Path) -> RunRecord:
    try:
        return RunRecord.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        raise CaseError(
            f"{path.parent}: there is no run in it ({path.name}); make one with `summarizer eval run`"
        ) from None
    except ValidationError as error:
        raise CaseError(f"{path}: {error.errors(include_url=False)[0]['msg']}") from None
