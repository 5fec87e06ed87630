"""Labelled articles: `evals/cases/<id>.yaml`, in the format of evals/GUIDELINE.md, checked on loading."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    StrictBool,
    model_serializer,
    model_validator,
)

from summarizer.evaluation.located_yaml import CaseError, LocatedYaml, Step
from summarizer.schema import (
    ActorKind,
    AttackKind,
    Attribution,
    ClaimKind,
    DeadlineStatus,
    FigureKind,
    Polarity,
)

SourceKind = Literal[
    "agency", "situation_report", "court", "sport", "cyber", "obituary", "trade",
    "live_blog", "analysis", "local", "business", "science", "speech",
]  # fmt: skip
Split = Literal["dev", "test"]
SOURCES: tuple[SourceKind, ...] = get_args(SourceKind)
CASE_ID = r"^[a-z0-9][a-z0-9-]*$"
Names = Annotated[list[Annotated[str, Field(min_length=1)]], Field(min_length=1)]
"""Every name by which one actor may rightly be given."""


class _Label(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Bounds(_Label):
    """A figure: "at least six" is low 6, high null; "dozens" has neither."""

    low: int | None = Field(ge=0)
    high: int | None = Field(ge=0)


class Period(_Label):
    """Calendar days, both inclusive; "by Friday" has an end only."""

    start: dt.date | None
    end: dt.date | None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"start {self.start} is after end {self.end}")
        return self


class ActorLabel(_Label):
    """Who acts, speaks or suffers."""

    names: Names
    kind: ActorKind
    minor: bool = False


class ClaimLabel(_Label):
    """What the text attributes to a speaker."""

    speaker: Names
    quote: str = Field(min_length=1)
    kind: ClaimKind
    polarity: Polarity
    direct: bool
    minor: bool = False

    @model_validator(mode="after")
    def _denial_denies(self) -> Self:
        if (self.kind == "denial") != (self.polarity == "denies"):
            raise ValueError(f"kind {self.kind!r} does not go with polarity {self.polarity!r}")
        return self


class DeadlineLabel(_Label):
    """A time by which somebody must act; `due` is null where the text gives no date that can be worked out."""

    quote: str = Field(min_length=1)
    due: Period | None
    status: DeadlineStatus
    set_by: list[Names] = []
    binding_on: list[Names] = []
    previously: list[Period] = []
    minor: bool = False


class FigureLabel(_Label):
    """One source's figure; `by` has every name of that source, null where it is the reporter's own."""

    what: FigureKind
    low: int | None = Field(ge=0)
    high: int | None = Field(ge=0)
    by: list[str] | None = None


class AttackLabel(_Label):
    """Violence, or a cyber attack, that the text reports as having happened."""

    quote: str = Field(min_length=1)
    kind: AttackKind
    killed: Bounds | None
    injured: Bounds | None
    places: list[str] = []
    perpetrators: list[Names] = []
    attribution: Attribution
    when: Period | None
    figures: list[FigureLabel] = []
    minor: bool = False


OwnValueLabel = StrictBool | Bounds | Period | Names | str | None
"""What a field of one's own should hold: a list has every wording, or every name of the actor, that is right."""


class ExtraLabel(_Label):
    """An item of a section of one's own, or own fields of a built-in item; fields that are not given are not scored."""

    quote: str = Field(min_length=1)
    values: dict[str, OwnValueLabel] = {}
    minor: bool = False


class Labels(_Label):
    """What a careful reader finds in an article; of sections of one's own only those in `extra` are scored."""

    actors: list[ActorLabel]
    claims: list[ClaimLabel]
    deadlines: list[DeadlineLabel]
    attacks: list[AttackLabel]
    extra: dict[Annotated[str, Field(pattern=r"^[a-z][a-z_]{1,30}$")], list[ExtraLabel]] = {}

    @model_serializer(mode="wrap")
    def _without_empty_extra(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """A case without sections of one's own is written, and hashed, as if there were none in the world."""
        written: dict[str, Any] = handler(self)
        if not self.extra:
            written.pop("extra", None)
        return written

    def quotes(self) -> Iterator[tuple[tuple[Step, ...], str]]:
        """Each quote with where it stands in the labels."""
        for section in ("claims", "deadlines", "attacks"):
            for index, label in enumerate(getattr(self, section)):
                yield (section, index, "quote"), label.quote
        for section, labels in self.extra.items():
            for index, own in enumerate(labels):
                yield ("extra", section, index, "quote"), own.quote

    def misplaced(self, text: str) -> Iterator[tuple[tuple[Step, ...], str]]:
        """Each quote that `text` does not have exactly once, and what is wrong with it."""
        for where, quote in self.quotes():
            if (times := text.count(quote)) != 1:
                what = "does not stand in the text" if not times else f"stands in the text {times} times: quote more"
                yield where, f"{quote!r} {what}"


class Case(_Label):
    """One article with its labels. `gate` cases are those that are replayed from recordings."""

    id: str = Field(pattern=CASE_ID, description="The file's name without .yaml")
    published: dt.date = Field(description="The day relative dates count from")
    source: SourceKind
    language: str = Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$", description="BCP 47")
    split: Split = Field(description="dev: tuned on; test: only its scores are read")
    gate: bool = False
    tags: list[str] = []
    title: str | None = None
    text: str = Field(min_length=1)
    labels: Labels

    @property
    def article_sha256(self) -> str:
        """Of everything that a brief is made from: text, dateline and title."""
        return self._sha256_of({"text", "published", "title"})

    @property
    def sha256(self) -> str:
        """Of everything that a score depends on: the article and its labels."""
        return self._sha256_of({"text", "published", "title", "labels"})

    def _sha256_of(self, fields: set[str]) -> str:
        return hashlib.sha256(self.model_dump_json(include=fields).encode()).hexdigest()


@dataclass(frozen=True)
class Selection:
    """Which cases are wanted; an empty set of names leaves all."""

    split: Split | None = None
    tags: Collection[str] = ()
    ids: Collection[str] = ()
    gate: bool = False

    def of(self, cases: Iterable[Case]) -> list[Case]:
        """Those that are wanted, in order.

        Raises:
            CaseError: a name or tag that no case has, or nothing is left.
        """
        cases = list(cases)
        _refuse_unknown("id", self.ids, {case.id for case in cases})
        _refuse_unknown("tag", self.tags, {tag for case in cases for tag in case.tags})
        chosen = [case for case in cases if self._wants(case)]
        if not chosen:
            raise CaseError("no case is left to score: widen --split, --tag and --case")
        return chosen

    def _wants(self, case: Case) -> bool:
        return (
            self.split in {None, case.split}
            and (not self.tags or not set(self.tags).isdisjoint(case.tags))
            and (not self.ids or case.id in self.ids)
            and (case.gate or not self.gate)
        )


def load_case(path: Path) -> Case:
    """The case in a file.

    Raises:
        CaseError: unknown key, value of the wrong kind, quote that is not in the text, id that is not the file's name.
    """
    file = LocatedYaml.read(path)
    case = file.validated(Case)
    if case.id != path.stem:
        raise file.complaint(("id",), f"{case.id!r} is not the file's name; write {path.stem!r}")
    for where, problem in case.labels.misplaced(case.text):
        raise file.complaint(("labels", *where), problem)
    return case


def load_cases(folder: Path) -> list[Case]:
    """Every case of a folder, by name; CaseError for the first that cannot be used, or when there is none."""
    files = sorted(folder.glob("*.yaml"))
    if not files:
        raise CaseError(f"{folder}: there is no case (*.yaml) in it")
    return [load_case(path) for path in files]


def _refuse_unknown(what: str, wanted: Collection[str], known: Collection[str]) -> None:
    if unknown := sorted(set(wanted) - set(known)):
        raise CaseError(f"no case has the {what} {unknown[0]!r}")
