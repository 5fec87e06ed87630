"""Counts of one case: what was found, missed, invented. Counts can be added; scores are made of sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator

from summarizer.evaluation.annotations import SECTIONS, Annotation, Annotations, of_labels
from summarizer.evaluation.answers import Answer, Outcome, Share
from summarizer.evaluation.cases import Case
from summarizer.evaluation.fields import compare
from summarizer.evaluation.matching import Match, match
from summarizer.schema import Usage


class _Tally(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SectionTally(_Tally):
    """One section of one or more cases; items that are minor, or match a minor one, count neither way.

    Attributes:
        found: labelled items that were found.
        right: those of them that are right.
        missed: labelled items that were not found.
        invented: items that match no label.
        fields: scored field → agreement, summed over the found items.
        empty: chances to invent: cases whose label has nothing in this section.
        filled: cases of those in which something was invented.
        unanswered: cases of those that ended without a brief, so that nothing could be invented.
    """

    found: int = 0
    right: int = 0
    missed: int = 0
    invented: int = 0
    fields: dict[str, Share] = {}
    empty: int = 0
    filled: int = 0
    unanswered: int = 0

    @property
    def labelled(self) -> int:
        """Labelled items that count."""
        return self.found + self.missed

    @property
    def given(self) -> int:
        """Items of the answer that count."""
        return self.found + self.invented

    def plus(self, other: SectionTally) -> SectionTally:
        """Both together."""
        names = self.fields | other.fields
        shares = {name: self.fields.get(name, Share()).plus(other.fields.get(name, Share())) for name in names}
        counts = {name: getattr(self, name) + getattr(other, name) for name in _COUNTS}
        return SectionTally(**counts, fields=shares)


_COUNTS = [name for name in SectionTally.model_fields if name != "fields"]


def _each_once(sections: dict[str, SectionTally]) -> dict[str, SectionTally]:
    if sections.keys() != set(SECTIONS):
        raise ValueError(f"the sections are {', '.join(SECTIONS)}, not {', '.join(sections) or 'none'}")
    return sections


class Tally(_Tally):
    """One or more answers: the four sections, and what the answers cost and are worth as such.

    `extra` has the sections of one's own that a case labels, and under a built-in section's name its own fields.
    """

    sections: Annotated[dict[str, SectionTally], AfterValidator(_each_once)]
    extra: dict[str, SectionTally] = {}
    exact: Share = Share()
    referenced: Share = Share()
    outcomes: dict[Outcome, int] = {}
    usage: Usage = Usage()
    seconds: float = 0.0

    def plus(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(
            sections={name: self.sections[name].plus(other.sections[name]) for name in SECTIONS},
            extra={
                name: self.extra.get(name, SectionTally()).plus(other.extra.get(name, SectionTally()))
                for name in sorted(self.extra.keys() | other.extra.keys())
            },
            exact=self.exact.plus(other.exact),
            referenced=self.referenced.plus(other.referenced),
            outcomes=dict(Counter(self.outcomes) + Counter(other.outcomes)),
            usage=self.usage + other.usage,
            seconds=self.seconds + other.seconds,
        )

    @property
    def answers(self) -> int:
        """How many answers are in it, crashed ones included."""
        return sum(self.outcomes.values())

    @property
    def finished(self) -> Share:
        """Answers that are whole briefs, of all."""
        return Share(self.outcomes.get("done", 0), self.answers)

    @property
    def kept_empty(self) -> Share:
        """Sections without a label that were left empty, of all such; a crashed answer kept none."""
        tallies = self.sections.values()
        return Share(
            sum(tally.empty - tally.filled - tally.unanswered for tally in tallies),
            sum(tally.empty for tally in tallies),
        )


class CaseTally(Tally):
    """All answers for one case; `case_sha256` tells whether text and labels are still the same."""

    case: str
    case_sha256: str
    language: str
    tags: list[str]

    @model_validator(mode="after")
    def _answered(self) -> Self:
        if not self.answers:
            raise ValueError(f"{self.case} has no answer: outcomes is empty")
        return self

    @classmethod
    def of(cls, case: Case, answers: Iterable[Answer]) -> Self:
        """Score the answers, one for each repetition, against the case's labels."""
        labels = of_labels(case.labels, case.text)
        tally = total(tally_of(labels, answer) for answer in answers)
        return cls(case=case.id, case_sha256=case.sha256, language=case.language, tags=case.tags, **dict(tally))


def total(tallies: Iterable[Tally]) -> Tally:
    """All together; of none, an empty one."""
    summed = Tally(sections={name: SectionTally() for name in SECTIONS})
    for tally in tallies:
        summed = summed.plus(tally)
    return summed


def tally_of(labels: Annotations, answer: Answer) -> Tally:
    """One answer held against the labels; a crashed one misses everything."""
    crashed = answer.outcome == "crashed"
    return Tally(
        sections={
            name: section_tally(labels.section(name), answer.annotations.section(name), crashed=crashed)
            for name in SECTIONS
        },
        extra={
            name: _own_tally(name, labels.extra[name], answer.annotations.extra.get(name, ()), crashed=crashed)
            for name in labels.extra
        },
        exact=answer.exact,
        referenced=answer.referenced,
        outcomes={answer.outcome: 1},
        usage=answer.usage,
        seconds=answer.seconds,
    )


def _own_tally(name: str, labels: Sequence[Annotation], items: Sequence[Annotation], *, crashed: bool) -> SectionTally:
    """A section of one's own; own fields of a built-in section invent no items: those count there already."""
    tally = section_tally(labels, items, crashed=crashed)
    return tally.model_copy(update={"invented": 0, "filled": 0}) if name in SECTIONS else tally


def section_tally(labels: Sequence[Annotation], items: Sequence[Annotation], *, crashed: bool = False) -> SectionTally:
    """One section of one answer."""
    matches = match(labels, items)
    counted = [each for each in matches if not labels[each.label].minor]
    matched = {each.item for each in matches}
    invented = sum(not item.minor for index, item in enumerate(items) if index not in matched)
    return SectionTally(
        found=len(counted),
        right=sum(each.right for each in counted),
        missed=sum(not label.minor for label in labels) - len(counted),
        invented=invented,
        fields=_field_shares(labels, items, counted),
        empty=not labels,
        filled=not labels and invented > 0,
        unanswered=not labels and crashed,
    )


def _field_shares(
    labels: Sequence[Annotation], items: Sequence[Annotation], matches: Iterable[Match]
) -> dict[str, Share]:
    shares: dict[str, Share] = {}
    for each in matches:
        for name, agreement in compare(labels[each.label], items[each.item]).items():
            shares[name] = shares.get(name, Share()).plus(Share(agreement, 1))
    return shares
