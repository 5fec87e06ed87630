"""What was answered, one file a case and repetition: what is there and still holds is not asked again."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from pydantic import BaseModel, ConfigDict, ValidationError

from summarizer.errors import ConnectionFailed, RateLimited, ServerFailed, SummarizerError
from summarizer.evaluation.answers import Answer, Outcome
from summarizer.evaluation.cases import Case
from summarizer.evaluation.located_yaml import CaseError
from summarizer.evaluation.makers import Maker
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
            error=f"{type(error).__name__}: {error}",
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
        self.folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=self.folder, encoding="utf-8", delete=False) as file:
            file.write(result.model_dump_json(indent=1))
        Path(file.name).replace(self.path(result.case, result.repetition))

    def results(self) -> dict[str, list[Result]]:
        """Every result by case, repetitions in order; CaseError where the folder has none or a file is none."""
        found: dict[str, list[Result]] = {}
        for path in sorted(self.folder.glob("*.json")):
            try:
                result = Result.model_validate_json(path.read_bytes())
            except ValidationError as error:
                problem = error.errors(include_url=False)[0]["msg"]
                raise CaseError(f"{path}: is no result of `summarizer eval run`: {problem}") from None
            found.setdefault(result.case, []).append(result)
        if not found:
            raise CaseError(f"{self.folder}: there is no result (*.json) in it; make some with `summarizer eval run`")
        return {case: sorted(each, key=lambda result: result.repetition) for case, each in found.items()}
