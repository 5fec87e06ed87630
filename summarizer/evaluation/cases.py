"""Labelled articles: `evals/cases/<id>.yaml`, in the format of evals/GUIDELINE.md, checked on loading."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from summarizer.evaluation.label_values import Bounds, Day, Figure, Names, OwnValueLabel, Period, Said, in_order
from summarizer.evaluation.located_yaml import CaseError, LocatedYaml, Step
from summarizer.evaluation.name_matching import made_of
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


class _Label(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


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
    low: Figure | None
    high: Figure | None
    by: list[str] | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        return in_order(self, self.low, self.high)


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

    def namings(self) -> Iterator[tuple[tuple[Step, ...], Sequence[str]]]:
        """The names of everybody who is named, with where they stand in the labels."""
        for index, actor in enumerate(self.actors):
            yield ("actors", index, "names"), actor.names
        for index, claim in enumerate(self.claims):
            yield ("claims", index, "speaker"), claim.speaker
        for index, deadline in enumerate(self.deadlines):
            for role in ("set_by", "binding_on"):
                yield from ((("deadlines", index, role, n), names) for n, names in enumerate(getattr(deadline, role)))
        for index, attack in enumerate(self.attacks):
            for n, names in enumerate(attack.perpetrators):
                yield ("attacks", index, "perpetrators", n), names
            for n, figure in enumerate(attack.figures):
                yield ("attacks", index, "figures", n, "by"), figure.by or ()

    def misplaced(self, text: str) -> Iterator[tuple[tuple[Step, ...], str]]:
        """Each quote that `text` does not have exactly once, everybody whom it never names, and what is wrong."""
        for where, names in self.namings():
            if names and not any(made_of(name, text) for name in names):
                yield where, f"{' or '.join(map(repr, names))} does not stand in the text"
        for where, quote in self.quotes():
            if (times := text.count(quote)) != 1:
                what = "does not stand in the text" if not times else f"stands in the text {times} times: quote more"
                yield where, f"{quote!r} {what}"


class Case(_Label):
    """One article with its labels. `gate` cases are those that are replayed from recordings."""

    id: str = Field(pattern=CASE_ID, description="The file's name without .yaml")
    published: Day = Field(description="The day relative dates count from")
    source: SourceKind
    language: str = Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$", description="BCP 47")
    split: Split = Field(description="dev: tuned on; test: only its scores are read")
    gate: bool = False
    tags: list[str] = []
    title: str | None = None
    text: Said
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
        if self.gate and not any(case.gate for case in cases):
            raise CaseError("no case has `gate: true`: mark some, or name them by --case")
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
        CaseError: unknown key, value of the wrong kind, quote or name that is not in the text, id that is not the
            file's name.
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
    if misnamed := sorted(folder.glob("*.yml")):
        raise CaseError(f"{misnamed[0]}: a case is called NAME.yaml: rename it, or move it elsewhere")
    files = sorted(path for path in folder.glob("*.yaml") if not path.name.startswith("."))
    if not files:
        raise CaseError(f"{folder}: there is no case (*.yaml) in it")
    return [load_case(path) for path in files]


def _refuse_unknown(what: str, wanted: Collection[str], known: Collection[str]) -> None:
    if unknown := sorted(set(wanted) - set(known)):
        raise CaseError(f"no case has the {what} {unknown[0]!r}")
