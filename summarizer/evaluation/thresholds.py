"""The least that a run must reach: `evals/thresholds.toml`, a table for each named run."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from summarizer.evaluation.annotations import SECTIONS
from summarizer.evaluation.located_yaml import CaseError, first_complaint
from summarizer.evaluation.scores import MACRO, MEASURES, Scores

Level = Annotated[float, Field(ge=0, le=1, strict=True)]
RUNS = ("gate", "dev", "test", "all")
"""What a run can be named, see `run_record.name_of`; a table of another name would ask nothing of any."""


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SectionFloor(_Table):
    """The least F1 of one section, or of the mean over the sections."""

    found: Level | None = None
    right: Level | None = None


class Floors(_Table):
    """What one run must reach; what is not set is not asked.

    Attributes:
        exact: share of evidences that stand in the text to the character.
        referenced: share of references that lead to an actor.
        finished: share of articles that ended with a whole brief.
        kept_empty: share of sections without a label in which nothing was invented; a crash does not count as kept.
    """

    macro: SectionFloor = SectionFloor()
    actors: SectionFloor = SectionFloor()
    claims: SectionFloor = SectionFloor()
    deadlines: SectionFloor = SectionFloor()
    attacks: SectionFloor = SectionFloor()
    exact: Level | None = None
    referenced: Level | None = None
    finished: Level | None = None
    kept_empty: Level | None = None

    def values(self) -> dict[str, float]:
        """Every floor that is set, by a name like "attacks.found"."""
        return {
            f"{table}.{name}" if isinstance(value, dict) else table: floor
            for table, value in self.model_dump().items()
            for name, floor in (value.items() if isinstance(value, dict) else [("", value)])
            if floor is not None
        }


class Reached(NamedTuple):
    """A floor and the value that was scored, None where there was nothing to score."""

    name: str
    floor: float
    value: float | None

    @property
    def kept(self) -> bool:
        """Whether the floor holds; what could not be scored has not fallen."""
        return self.value is None or self.value >= self.floor


def load_thresholds(path: Path) -> dict[str, Floors]:
    """The tables of a file, by the run's name; none when there is no file.

    Raises:
        CaseError: the file is no TOML, or has a table of no run, an unknown key or a value outside 0 to 1.
    """
    if not path.is_file():
        return {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        if unknown := [name for name in tables if name not in RUNS]:
            raise CaseError(f"{path}: {unknown[0]}: there is no run of this name; known are {', '.join(RUNS)}")
        return TypeAdapter(dict[str, Floors]).validate_python(tables)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CaseError(f"{path}: is not valid TOML: {error}") from error
    except ValidationError as error:
        raise CaseError(f"{path}: {first_complaint(error)}") from None


def reached(floors: Floors, scores: Scores) -> Iterator[Reached]:
    """Each floor that is set beside what was scored."""
    values = scored_values(scores)
    for name, floor in floors.values().items():
        yield Reached(name, floor, values[name])


def scored_values(scores: Scores) -> dict[str, float | None]:
    """What each floor is compared with, by the same names."""
    values: dict[str, float | None] = {f"{MACRO}.{measure}": scores.macro(measure) for measure in MEASURES}
    for section in SECTIONS:
        values |= {f"{section}.{measure}": getattr(scores.section(section), measure) for measure in MEASURES}
    tally = scores.tally
    return values | {
        "exact": tally.exact.value,
        "referenced": tally.referenced.value,
        "finished": tally.finished.value,
        "kept_empty": tally.kept_empty.value,
    }


def lowered(old: dict[str, Floors], new: dict[str, Floors]) -> list[str]:
    """The floors of `old` that are lower in `new`, or gone, like "gate.attacks.found"."""
    fallen = []
    for run, floors in old.items():
        values = new.get(run, Floors()).values()
        fallen += [f"{run}.{name}" for name, floor in floors.values().items() if values.get(name, -1.0) < floor]
    return fallen
