"""The brief: the typed, evidence-bound result of `summarize()`.

Offsets are Unicode code points into the very text that was passed in. Every item carries at least one `Evidence`, and
`text[evidence.start:evidence.end] == evidence.quote` always holds. None means "the text does not say".
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator

from summarizer import edtf
from summarizer.errors import EvidenceError, InputError

SCHEMA_VERSION = "1"
SECTIONS = frozenset({"actors", "claims", "deadlines", "attacks"})
"""The sections that every brief has; any other name in `extra` is a section of one's own."""

ActorKind = Literal[
    "person", "state", "government", "military", "armed_group", "organisation", "company", "media", "people"
]
ClaimKind = Literal["statement", "accusation", "denial", "promise", "threat", "demand", "proposal", "prediction"]
Polarity = Literal["affirms", "denies"]
DeadlineStatus = Literal["pending", "moved", "extended", "passed", "met", "lifted", "uncertain"]
AttackKind = Literal[
    "airstrike", "missile", "drone", "shelling", "bombing", "shooting",
    "ground_assault", "stabbing", "kidnapping", "arson", "cyber", "other",
]  # fmt: skip
Attribution = Literal["claimed", "reported", "alleged", "denied", "unknown"]
FigureKind = Literal["killed", "injured", "missing", "captured", "displaced", "strikes"]
Precision = Literal["minute", "hour", "day", "week", "month", "quarter", "season", "year", "none"]
RejectionReason = Literal[
    "not_found", "figure", "date", "negation", "name", "reference", "duplicate", "other"
]  # fmt: skip


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def require_str(text: object, name: str) -> None:
    """See that it is a str; InputError, which calls it `name`, where it is not."""
    if not isinstance(text, str):
        raise InputError(f"{name} must be a str, not {type(text).__name__}; decode bytes first")


class Evidence(_Model):
    """A passage of the text: `text[start:end] == quote`, offsets in code points, at most one sentence."""

    quote: str = Field(min_length=1)
    start: int = Field(ge=0)
    end: int = Field(gt=0)

    @model_validator(mode="after")
    def _length_fits(self) -> Self:
        if self.end - self.start != len(self.quote):
            raise ValueError(f"evidence [{self.start}:{self.end}] is not as long as its quote ({len(self.quote)})")
        return self

    def stands_in(self, text: str) -> bool:
        """Whether the quote stands in `text` at its offsets."""
        return text[self.start : self.end] == self.quote

    def check(self, text: str, owner: str = "evidence") -> None:
        """Raise EvidenceError unless the quote stands in `text` at its offsets."""
        if not self.stands_in(text):
            found = text[self.start : self.end]
            raise EvidenceError(
                f"{owner}: the text at [{self.start}:{self.end}] reads {found!r}, the evidence says {self.quote!r}; "
                "check that the text is the one the brief was made from"
            )


class When(_Model):
    """A time expression as written and the calendar days it means; unresolved when start and end are None.

    Attributes:
        text: the words of the text.
        start: first day, included; None where that side is open ("by Friday").
        end: last day, included; None where that side is open ("from Monday").
        precision: how fine the words are; "none" where there is nothing to date.
        time: of day; it has a zone only where the text states one, and is local to what it tells of otherwise.
    """

    text: str
    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision = "none"
    time: dt.time | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"start {self.start} is after end {self.end}")
        return self

    @property
    def resolved(self) -> bool:
        """Whether at least one bound is known."""
        return self.start is not None or self.end is not None

    @property
    def edtf(self) -> str:
        """The time in Extended Date/Time Format (ISO 8601-2:2019); "" when unresolved."""
        return edtf.render(self.start, self.end, self.precision, self.time)


class Count(_Model):
    """A figure of the text with its bounds: "at least six" is low 6, high None; "dozens" has neither.

    Attributes:
        low: the lower bound, included; None where it is open.
        high: the upper bound, included; None where it is open.
        text: the words of the text.
    """

    low: int | None = Field(default=None, ge=0)
    high: int | None = Field(default=None, ge=0)
    text: str

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} is above high {self.high}")
        return self


class Actor(_Model):
    """Who acts, speaks or suffers; one entry for each, to whose id everything else refers.

    Attributes:
        id: "a1" …
        name: the fullest form in the text.
        aliases: the other forms in the text, pronouns excepted.
        role: office or occupation, as written.
        affiliation: the body that it belongs to or speaks for, as written.
        evidence: where it is named.
    """

    id: str = Field(pattern=r"^a[1-9][0-9]*$")
    name: str = Field(min_length=1)
    aliases: list[str] = []
    kind: ActorKind
    role: str | None = None
    affiliation: str | None = None
    evidence: list[Evidence] = Field(min_length=1)


class Claim(_Model):
    """What the text attributes to a speaker.

    Attributes:
        id: "c1" …
        speaker: id of the actor who says it.
        text: what is said, in one sentence, denial included.
        kind: "denial" exactly when `polarity` is "denies".
        polarity: whether the speaker affirms or denies.
        direct: whether the words stand in quotation marks.
        about: ids of the actors that it is about, other than the speaker.
        via: id of the actor who passes the words on ("told Canal Radio").
        said: when it was said, not when what it tells of happened.
    """

    id: str = Field(pattern=r"^c[1-9][0-9]*$")
    speaker: str
    text: str = Field(min_length=1)
    kind: ClaimKind = "statement"
    polarity: Polarity = "affirms"
    direct: bool = False
    about: list[str] = []
    via: str | None = None
    said: When | None = None
    evidence: list[Evidence] = Field(min_length=1)

    @model_validator(mode="after")
    def _denial_denies(self) -> Self:
        if (self.kind == "denial") != (self.polarity == "denies"):
            raise ValueError(f"claim {self.id}: kind {self.kind!r} does not go with polarity {self.polarity!r}")
        return self


class Deadline(_Model):
    """A time by which somebody must act or faces a consequence, or at which a truce, offer or permit ends.

    Attributes:
        id: "d1" …
        what: what must be done, or what ends.
        due: the newest time.
        set_by: ids of the actors who set it, demand it or gave the undertaking.
        binding_on: ids of the actors who must act.
        consequence: what happens otherwise, as written.
        amount: a sum at stake, as written.
        status: what the text tells, never worked out from the calendar. "pending": it runs; "moved": to another time;
            "extended": what ends lasts longer; "passed": over, whether met or not; "met": kept; "lifted": withdrawn;
            "uncertain": whether it stands is open.
        previously: the older times of one that moved, oldest first.
    """

    id: str = Field(pattern=r"^d[1-9][0-9]*$")
    what: str = Field(min_length=1)
    due: When
    set_by: list[str] = []
    binding_on: list[str] = []
    consequence: str | None = None
    amount: str | None = None
    status: DeadlineStatus = "pending"
    previously: list[When] = []
    evidence: list[Evidence] = Field(min_length=1)


class Figure(_Model):
    """One source's figure for an attack.

    Attributes:
        what: what is counted, of victims or of strikes; "displaced" are those driven from home.
        count: how many.
        by: id of the actor whose figure it is; None where it is the text's own.
        evidence: where the figure stands.
    """

    what: FigureKind
    count: Count
    by: str | None = None
    evidence: Evidence


class Attack(_Model):
    """Violence, or a cyber attack, that the text reports as having happened.

    Attributes:
        id: "k1" …
        perpetrators: ids of the actors who did it, or are said to have.
        attribution: how the text knows that. "claimed": they say so; "reported": told as a fact; "alleged": an accuser
            says so; "denied": they deny it, and stay in `perpetrators`; "unknown": nobody is named.
        targets: what or whom it hit, as written.
        places: where, as written.
        when: when it happened.
        weapon: as written.
        strikes: how many strikes, drones or shells.
        killed: victims, the attackers not counted; low and high span what sources say where the text adopts none.
        injured: the same.
        figures: each figure with whose it is.
        reported_by: ids of the actors who tell of it.
    """

    id: str = Field(pattern=r"^k[1-9][0-9]*$")
    kind: AttackKind = "other"
    perpetrators: list[str] = []
    attribution: Attribution = "unknown"
    targets: list[str] = []
    places: list[str] = []
    when: When | None = None
    weapon: str | None = None
    strikes: Count | None = None
    killed: Count | None = None
    injured: Count | None = None
    figures: list[Figure] = []
    reported_by: list[str] = []
    evidence: list[Evidence] = Field(min_length=1)


ExtraValue = str | bool | Count | When | None
"""What a field of one's own may hold; an actor stands as its id."""


class ExtraItem(_Model):
    """An item of a section of one's own, or what one's own fields say of the built-in item of the same id.

    Attributes:
        id: "sanctions1" …; of a built-in item its own, "c1".
        values: field → value as its type says; None where the text does not say.
        references: the fields whose value is the id of an actor.
    """

    id: str = Field(pattern=r"^[a-z][a-z_]*[1-9][0-9]*$")
    values: dict[str, ExtraValue]
    references: list[str] = []
    evidence: list[Evidence] = Field(min_length=1)

    @model_validator(mode="after")
    def _references_are_ids(self) -> Self:
        if wrong := [name for name in self.references if not isinstance(self.values.get(name), str)]:
            raise ValueError(f"{self.id}: {', '.join(wrong)} cannot refer to an actor, its value is no id")
        return self


class Source(_Model):
    """The text that was read: `chars` in code points, `sha256` of its UTF-8 bytes (surrogatepass)."""

    title: str | None = None
    url: str | None = None
    published: dt.date | None = None
    language: str
    chars: int = Field(ge=0)
    sha256: str

    def is_of(self, text: str) -> bool:
        """Whether `text` is the very text that was read."""
        require_str(text, "the text")
        return self.sha256 == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class PromptRef(_Model):
    """A prompt file that was rendered for this brief."""

    id: str
    version: str
    sha256: str


class Usage(_Model):
    """Calls and tokens, failed and truncated attempts included; `estimated` where a server did not say."""

    calls: int = 0
    reasks: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    estimated: bool = False

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            calls=self.calls + other.calls,
            reasks=self.reasks + other.reasks,
            input_tokens=self.input_tokens + other.input_tokens,
            output_tokens=self.output_tokens + other.output_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
            estimated=self.estimated or other.estimated,
        )


class Rejected(_Model):
    """An item that the model gave and code refused, with the reason; nothing is dropped in silence."""

    section: str
    content: dict[str, Any]
    reason: RejectionReason
    detail: str


class Run(_Model):
    """How the brief was made. `coverage` holds the read spans; `partial` is true when some character was not read."""

    model: str
    provider: str
    prompts: list[PromptRef] = []
    schema_version: str = SCHEMA_VERSION
    library_version: str
    usage: Usage = Usage()
    seconds: float = Field(default=0.0, ge=0)
    partial: bool = False
    coverage: list[tuple[int, int]] = []
    rejected: list[Rejected] = []
    warnings: list[str] = []


class Brief(_Model):
    """What an article says: actors, claims, deadlines and attacks, each tied to the characters that say it.

    `extra` holds the sections of one's own by name, and under "actors", "claims", "deadlines" or "attacks" what one's
    own fields say of their items. `Brief.model_validate_json(data, context={"text": text})` and `brief.verify(text)`
    check every evidence against the text and raise EvidenceError; ids and references are checked always
    (pydantic.ValidationError).
    """

    headline: str
    summary: str
    actors: list[Actor] = []
    claims: list[Claim] = []
    deadlines: list[Deadline] = []
    attacks: list[Attack] = []
    extra: dict[str, list[ExtraItem]] = {}
    source: Source
    run: Run

    @model_validator(mode="before")
    @classmethod
    def _version_is_read(cls, data: Any) -> Any:
        """First of all, or a brief of another version is refused for a field that nobody misspelt."""
        run = data.get("run") if isinstance(data, dict) else None
        version = run.get("schema_version", SCHEMA_VERSION) if isinstance(run, dict) else SCHEMA_VERSION
        if version != SCHEMA_VERSION:
            raise ValueError(
                f"schema_version {version!r} cannot be read: this version of newsbrief reads {SCHEMA_VERSION!r}"
            )
        return data

    @model_validator(mode="after")
    def _references_hold(self) -> Self:
        ids = Counter([*(item.id for item in self.items()), *(item.id for item in self._own_items())])
        if twice := [name for name, n in ids.items() if n > 1]:
            raise ValueError(f"ids used twice: {', '.join(twice)}")
        known = {actor.id for actor in self.actors}
        if lost := sorted({ref for ref in self._actor_references() if ref not in known}):
            raise ValueError(f"references to no actor of this brief: {', '.join(lost)}")
        return self

    @model_validator(mode="after")
    def _own_fields_have_items(self) -> Self:
        for section in SECTIONS & self.extra.keys():
            known = {item.id for item in getattr(self, section)}
            ids = [item.id for item in self.extra[section]]
            if lost := [name for name in ids if name not in known or ids.count(name) > 1]:
                raise ValueError(f"extra {section}: no item of this brief, or told twice: {', '.join(lost)}")
        return self

    @model_validator(mode="after")
    def _evidence_stands(self, info: ValidationInfo) -> Self:
        if info.context and "text" in info.context:
            self.verify(info.context["text"])
        return self

    def items(self) -> Iterator[Actor | Claim | Deadline | Attack]:
        """Every item of the four sections, in order."""
        yield from self.actors
        yield from self.claims
        yield from self.deadlines
        yield from self.attacks

    def evidence(self) -> Iterator[tuple[str, Evidence]]:
        """Every evidence with the id of the item that carries it, those of figures and of `extra` included."""
        for item in self.items():
            yield from ((item.id, evidence) for evidence in item.evidence)
        for attack in self.attacks:
            yield from ((attack.id, figure.evidence) for figure in attack.figures)
        for items in self.extra.values():
            yield from ((item.id, evidence) for item in items for evidence in item.evidence)

    def verify(self, text: str) -> None:
        """Check every quote against `text`; raise EvidenceError naming the first that does not stand there.

        What is no str is an InputError.

        Quotes may stand in another text too: whether it is the very one that was read, `source.is_of(text)` tells.
        """
        require_str(text, "the text")
        for owner, evidence in self.evidence():
            evidence.check(text, owner)

    def _actor_references(self) -> Iterator[str]:
        for claim in self.claims:
            yield from (claim.speaker, *claim.about)
            if claim.via:
                yield claim.via
        for deadline in self.deadlines:
            yield from (*deadline.set_by, *deadline.binding_on)
        for attack in self.attacks:
            yield from (*attack.perpetrators, *attack.reported_by)
            yield from (figure.by for figure in attack.figures if figure.by)
        for items in self.extra.values():
            yield from (str(item.values[name]) for item in items for name in item.references)

    def _own_items(self) -> Iterator[ExtraItem]:
        """The items of sections of one's own; those of own fields bear the ids of built-in items."""
        for section, items in self.extra.items():
            if section not in SECTIONS:
                yield from items
