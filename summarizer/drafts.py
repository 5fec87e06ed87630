"""What a model fills, or cues propose: items that point into the text and are not yet checked.

`sentence` is a sentence's number, `quote` the clause that says the item, dates and figures stand as written: code finds
the exact characters, works out the dates and bounds, and refuses what does not hold. The bounds keep a small model from
looping.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, Protocol

from pydantic import BaseModel, ConfigDict, Field

from summarizer.schema import (
    ActorKind,
    AttackKind,
    Attribution,
    ClaimKind,
    DeadlineStatus,
    FigureKind,
    Polarity,
    Rejected,
)

Name = Annotated[str, Field(max_length=80)]
Phrase = Annotated[str, Field(max_length=160)]
Passage = Annotated[str, Field(max_length=390)]
Pointer = Annotated[int, Field(ge=1, le=9999)]


class Draft(BaseModel):
    """Base of every draft."""

    model_config = ConfigDict(extra="ignore", defer_build=True)


class ActorDraft(Draft):
    """An actor as named; `sentence` names it."""

    sentence: Pointer
    name: Name
    aliases: list[Name] = Field(default=[], max_length=6)
    kind: ActorKind
    role: Phrase | None = None
    affiliation: Name | None = None


class ClaimDraft(Draft):
    """A claim; `speaker` is a name, `said` an expression as written."""

    sentence: Pointer
    quote: Passage
    speaker: Name
    text: Passage
    kind: ClaimKind = "statement"
    polarity: Polarity = "affirms"
    direct: bool = False
    about: list[Name] = Field(default=[], max_length=4)
    via: Name | None = None
    said: Phrase | None = None


class DeadlineDraft(Draft):
    """A deadline; `due` and `previously` are expressions as written."""

    sentence: Pointer
    quote: Passage
    what: Passage
    due: Phrase
    set_by: list[Name] = Field(default=[], max_length=4)
    binding_on: list[Name] = Field(default=[], max_length=4)
    consequence: Passage | None = None
    amount: Phrase | None = None
    status: DeadlineStatus = "pending"
    previously: list[Phrase] = Field(default=[], max_length=3)


class FigureDraft(Draft):
    """One source's figure; `count` as written."""

    what: FigureKind
    count: Phrase
    by: Name | None = None
    sentence: Pointer


class AttackDraft(Draft):
    """An attack; figures and time as written; `also` are further sentences that tell it."""

    sentence: Pointer
    quote: Passage
    kind: AttackKind
    perpetrators: list[Name] = Field(default=[], max_length=4)
    attribution: Attribution = "unknown"
    targets: list[Phrase] = Field(default=[], max_length=4)
    places: list[Name] = Field(default=[], max_length=6)
    when: Phrase | None = None
    weapon: Phrase | None = None
    strikes: Phrase | None = None
    killed: Phrase | None = None
    injured: Phrase | None = None
    figures: list[FigureDraft] = Field(default=[], max_length=8)
    reported_by: list[Name] = Field(default=[], max_length=4)
    also: list[Pointer] = Field(default=[], max_length=8)


class Actors(Draft):
    """The answer about actors."""

    actors: list[ActorDraft] = Field(max_length=40)


class Claims(Draft):
    """The answer about claims."""

    claims: list[ClaimDraft] = Field(max_length=40)


class Deadlines(Draft):
    """The answer about deadlines."""

    deadlines: list[DeadlineDraft] = Field(max_length=20)


class Attacks(Draft):
    """The answer about attacks."""

    attacks: list[AttackDraft] = Field(max_length=20)


class Drafts(Draft):
    """All four sections: the answer of the plan "whole", and what every plan hands on."""

    actors: list[ActorDraft] = Field(default=[], max_length=60)
    claims: list[ClaimDraft] = Field(default=[], max_length=120)
    deadlines: list[DeadlineDraft] = Field(default=[], max_length=60)
    attacks: list[AttackDraft] = Field(default=[], max_length=60)


class SummaryDraft(Draft):
    """The headline and the sentences of the summary."""

    headline: Phrase
    summary: list[Passage] = Field(max_length=5)


Section = Literal["actors", "claims", "deadlines", "attacks"]
ANSWERS: dict[Section, type[Actors] | type[Claims] | type[Deadlines] | type[Attacks]] = {
    "actors": Actors,
    "claims": Claims,
    "deadlines": Deadlines,
    "attacks": Attacks,
}
"""The draft that answers each section's question, in the order they are asked."""


class FieldSpec(Protocol):
    """What a field of one's own holds; `type` is text, choice, flag, count, date or actor, `options` are a choice's."""

    @property
    def type(self) -> str: ...  # noqa: D102
    @property
    def description(self) -> str: ...  # noqa: D102
    @property
    def options(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def required(self) -> bool: ...  # noqa: D102


class OwnDraft(Draft):
    """An item of a section of one's own; `values` by field, all but choices and flags as written."""

    sentence: Pointer
    quote: Passage
    values: dict[str, Any]


@dataclass
class OwnReading:
    """What was read for one section of one's own."""

    fields: Mapping[str, FieldSpec]
    drafts: list[OwnDraft] = field(default_factory=list)


@dataclass
class Reading:
    """What a plan read of a document or of a part of it: drafts of all sections, and what was refused on the way.

    `own` has what was read of sections of one's own, `unread` the names of those that could not be.
    """

    actors: list[ActorDraft] = field(default_factory=list)
    claims: list[ClaimDraft] = field(default_factory=list)
    deadlines: list[DeadlineDraft] = field(default_factory=list)
    attacks: list[AttackDraft] = field(default_factory=list)
    own: dict[str, OwnReading] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    rejected: list[Rejected] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def take(self, answer: Draft) -> None:
        """Add the items of an answer, whichever sections it has."""
        for section in ANSWERS:
            getattr(self, section).extend(getattr(answer, section, ()))

    def join(self, other: Reading) -> None:
        """Add what another part of the document was read to say."""
        for section in (*ANSWERS, "rejected", "warnings"):
            getattr(self, section).extend(getattr(other, section))
        for name, read in other.own.items():
            self.own.setdefault(name, OwnReading(read.fields)).drafts.extend(read.drafts)
        self.unread |= other.unread
