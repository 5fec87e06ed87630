"""What was answered, one file a case and repetition: what is there and still holds is not asked again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from summarizer.errors import ConnectionFailed, RateLimited, ServerFailed, SummarizerError
from summarizer.evaluation.answers import Answer, Outcome
from summarizer.evaluation.cases import Case
from summarizer.evaluation.located_yaml import CaseError, first_complaint
from summarizer.evaluation.makers import Maker
from summarizer.evaluation.whole_files import write_whole
from summarizer.schema import Brief, Usage

_TRANSIENT = tuple(kind.__name__ for kind in (ConnectionFailed, RateLimited, ServerFailed))
"""Errors that say more about the day than about the brief: such a case is asked again by the next run."""


class Result(BaseModel):
    """One answer as it is kept: the brief, or the error that came instead, and what it was made with."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    case: str
    repetition: int = 1
    key: str
    maker: Maker
    made: dt.datetime
    seconds: float
    outcome: Outcome
    error: str | None = None
    usage: Usage = Usage()
    brief: Brief | None = None

    @classmethod
    def of_brief(cls, brief: Brief, case: Case, repetition: int, maker: Maker) -> Result:
        """A brief, whole or partial."""
        return cls(
            case=case.id,
            repetition=repetition,
            key=maker.key(case),
            maker=maker,
            made=dt.datetime.now(dt.UTC),
            seconds=brief.run.seconds,
            outcome="partial" if brief.run.partial else "done",
            usage=brief.run.usage,
            brief=brief,
        )

    @classmethod
    def of_error(cls, error: Exception, case: Case, repetition: int, maker: Maker, seconds: float) -> Result:
        """An article that ended without a brief."""
        return cls(
            case=case.id,
            repetition=repetition,
            key=maker.key(case),
            maker=maker,
            made=dt.datetime.now(dt.UTC),
            seconds=seconds,
            outcome="crashed",
            error=_storable(f"{type(error).__name__}: {error}"),
            usage=(error.usage if isinstance(error, SummarizerError) else None) or Usage(),
        )

    @property
    def transient(self) -> bool:
        """Whether it crashed for a reason that may be gone by now."""
        return self.error is not None and self.error.startswith(_TRANSIENT)

    def answer(self, case: Case) -> Answer:
        """The answer to score against `case`."""
        if self.brief is None:
            return Answer(outcome="crashed", usage=self.usage, seconds=self.seconds)
        return Answer.of_brief(self.brief, case.text)


@dataclass(frozen=True)
class ResultFolder:
    """`<folder>/<case>.json`, `<case>.2.json` for the second repetition, and so on."""

    folder: Path

    def path(self, case: str, repetition: int) -> Path:
        """Where a result lies."""
        return self.folder / (f"{case}.json" if repetition == 1 else f"{case}.{repetition}.json")

    def find(self, case: Case, repetition: int, maker: Maker) -> Result | None:
        """The result that is there, unless something it depends on has changed since."""
        path = self.path(case.id, repetition)
        if not path.is_file():
            return None
        try:
            result = Result.model_validate_json(path.read_bytes())
        except ValidationError:
            return None  # of another version of this library: asked again
        return result if result.key == maker.key(case) and not result.transient else None

    def save(self, result: Result) -> None:
        """Write it whole or not at all."""
        write_whole(self.path(result.case, result.repetition), result.model_dump_json(indent=1))

    def results(self, cases: Iterable[str], repeat: int = 1) -> dict[str, list[Result]]:
        """The results of these cases, repetitions in order; whatever else lies in the folder is not looked at.

        Raises:
            CaseError: there is none, or a file is no result.
        """
        wanted = {case: [self.path(case, number) for number in range(1, repeat + 1)] for case in cases}
        found = {case: [_read(path) for path in paths if path.is_file()] for case, paths in wanted.items()}
        if not any(found.values()):
            raise CaseError(f"{self.folder}: no result of this run is in it; make some with `summarizer eval run`")
        return {case: results for case, results in found.items() if results}


def _storable(message: str) -> str:
    """`message` without halves of characters, which a model may write and no file can hold."""
    return message.encode("utf-8", "backslashreplace").decode("utf-8")


def _read(path: Path) -> Result:
    try:
        return Result.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise CaseError(f"{path}: is no result of `summarizer eval run`: {first_complaint(error)}") from None
