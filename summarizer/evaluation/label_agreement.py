"""How far two labellers agree, by the same scorer: the ceiling of every score."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from summarizer.evaluation.annotations import of_labels
from summarizer.evaluation.answers import Answer
from summarizer.evaluation.cases import Case, Labels
from summarizer.evaluation.located_yaml import LocatedYaml
from summarizer.evaluation.tallies import CaseTally

FIRST, SECOND = "first", "second"
"""Folders below `evals/labels/`; where there is no first labelling of a case, its labels are the first."""


class Labelling(BaseModel):
    """One labeller's file: `labels` in the form of a case's."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    labels: Labels


def label_agreement(cases: Iterable[Case], folder: Path) -> list[CaseTally]:
    """The second labelling scored as if it were a brief, case by case; nothing for cases labelled only once.

    Raises:
        CaseError: a labelling cannot be used; the message names file and line.
    """
    return [_agreement(case, folder) for case in cases if _file(folder, SECOND, case).is_file()]


def _agreement(case: Case, folder: Path) -> CaseTally:
    second = _labels(_file(folder, SECOND, case), case)
    first = _file(folder, FIRST, case)
    labelled = case.model_copy(update={"labels": _labels(first, case)}) if first.is_file() else case
    return CaseTally.of(labelled, [Answer(outcome="done", annotations=of_labels(second, case.text))])


def _labels(path: Path, case: Case) -> Labels:
    file = LocatedYaml.read(path)
    labels = file.validated(Labelling).labels
    for where, problem in labels.misplaced(case.text):
        raise file.complaint(("labels", *where), problem)
    return labels


def _file(folder: Path, labeller: str, case: Case) -> Path:
    return folder / labeller / f"{case.id}.yaml"
