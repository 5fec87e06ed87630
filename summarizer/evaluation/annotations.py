"""What a labeller or a brief says about a text, in one form, so that both can be held against each other.

A brief's actors are known by id; here every reference is spelled out as the names of whom it points to.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from summarizer.evaluation.cases import (
    ActorLabel,
    AttackLabel,
    ClaimLabel,
    DeadlineLabel,
    ExtraLabel,
    Labels,
)
from summarizer.evaluation.label_values import Bounds, OwnValueLabel, Period
from summarizer.schema import (
    Actor,
    Attack,
    Brief,
    Claim,
    Count,
    Deadline,
    Evidence,
    ExtraItem,
    ExtraValue,
    Figure,
    When,
)

Names = tuple[str, ...]
Spans = tuple[tuple[int, int], ...]
"""Passages of the text as half-open offsets in code points."""
Range = tuple[int | None, int | None] | None
"""A figure's lower and upper bound; None where nothing is said."""
Days = tuple[dt.date | None, dt.date | None] | None
"""First and last day; None where nothing is said or it could not be worked out."""

SECTIONS = ("actors", "claims", "deadlines", "attacks")


@dataclass(frozen=True, kw_only=True)
class ActorAnnotation:
    """An actor, by all names given; the passages only show where it is named, and are not scored."""

    names: Names
    spans: Spans = ()
    kind: str = ""
    minor: bool = False


@dataclass(frozen=True, kw_only=True)
class ClaimAnnotation:
    """A claim; `speaker` are the speaker's names."""

    spans: Spans
    speaker: Names
    kind: str = ""
    polarity: str = ""
    direct: bool = False
    minor: bool = False


@dataclass(frozen=True, kw_only=True)
class DeadlineAnnotation:
    """A deadline; `set_by` and `binding_on` hold the names of one actor each."""

    spans: Spans
    due: Days
    status: str = ""
    set_by: tuple[Names, ...] = ()
    binding_on: tuple[Names, ...] = ()
    previously: tuple[Days, ...] = ()
    minor: bool = False


@dataclass(frozen=True)
class FigureAnnotation:
    """One source's figure; `by` is empty where it is the reporter's own."""

    what: str
    low: int | None
    high: int | None
    by: Names


@dataclass(frozen=True, kw_only=True)
class AttackAnnotation:
    """An attack."""

    spans: Spans
    kind: str = ""
    killed: Range = None
    injured: Range = None
    places: Names = ()
    perpetrators: tuple[Names, ...] = ()
    attribution: str = ""
    when: Days = None
    figures: tuple[FigureAnnotation, ...] = ()
    minor: bool = False


OwnValue = bool | str | Names | Range | Days
"""A value of a field of one's own: a wording, all names of an actor or all right wordings, or what it works out to."""


@dataclass(frozen=True, kw_only=True)
class ExtraAnnotation:
    """An item of a section of one's own, or what own fields say of a built-in item."""

    spans: Spans
    values: Mapping[str, OwnValue]
    minor: bool = False


Annotation = ActorAnnotation | ClaimAnnotation | DeadlineAnnotation | AttackAnnotation | ExtraAnnotation


@dataclass(frozen=True)
class Annotations:
    """The four sections of one text, and in `extra` what is said of sections and fields of one's own."""

    actors: tuple[ActorAnnotation, ...] = ()
    claims: tuple[ClaimAnnotation, ...] = ()
    deadlines: tuple[DeadlineAnnotation, ...] = ()
    attacks: tuple[AttackAnnotation, ...] = ()
    extra: Mapping[str, tuple[ExtraAnnotation, ...]] = field(default_factory=dict)

    def section(self, name: str) -> tuple[Annotation, ...]:
        """The items of one of `SECTIONS`."""
        items: tuple[Annotation, ...] = getattr(self, name)
        return items


def of_labels(labels: Labels, text: str) -> Annotations:
    """What the labels of `text` say; their quotes stand in it."""
    return Annotations(
        actors=tuple(_actor_label(actor, text) for actor in labels.actors),
        claims=tuple(_claim_label(claim, text) for claim in labels.claims),
        deadlines=tuple(_deadline_label(deadline, text) for deadline in labels.deadlines),
        attacks=tuple(_attack_label(attack, text) for attack in labels.attacks),
        extra={name: tuple(_own_label(item, text) for item in items) for name, items in labels.extra.items()},
    )


def of_brief(brief: Brief) -> Annotations:
    """What a brief says."""
    names = {actor.id: (actor.name, *actor.aliases) for actor in brief.actors}
    return Annotations(
        actors=tuple(map(_actor, brief.actors)),
        claims=tuple(_claim(claim, names) for claim in brief.claims),
        deadlines=tuple(_deadline(deadline, names) for deadline in brief.deadlines),
        attacks=tuple(_attack(attack, names) for attack in brief.attacks),
        extra={name: tuple(_own(item, names) for item in items) for name, items in brief.extra.items()},
    )


def _actor_label(actor: ActorLabel, text: str) -> ActorAnnotation:
    spans = next((_place(text, name) for name in actor.names if name in text), ())
    return ActorAnnotation(names=tuple(actor.names), spans=spans, kind=actor.kind, minor=actor.minor)


def _claim_label(claim: ClaimLabel, text: str) -> ClaimAnnotation:
    return ClaimAnnotation(
        spans=_place(text, claim.quote),
        speaker=tuple(claim.speaker),
        kind=claim.kind,
        polarity=claim.polarity,
        direct=claim.direct,
        minor=claim.minor,
    )


def _deadline_label(deadline: DeadlineLabel, text: str) -> DeadlineAnnotation:
    return DeadlineAnnotation(
        spans=_place(text, deadline.quote),
        due=_days(deadline.due),
        status=deadline.status,
        set_by=tuple(map(tuple, deadline.set_by)),
        binding_on=tuple(map(tuple, deadline.binding_on)),
        previously=tuple(map(_days, deadline.previously)),
        minor=deadline.minor,
    )


def _attack_label(attack: AttackLabel, text: str) -> AttackAnnotation:
    return AttackAnnotation(
        spans=_place(text, attack.quote),
        kind=attack.kind,
        killed=_range(attack.killed),
        injured=_range(attack.injured),
        places=tuple(attack.places),
        perpetrators=tuple(map(tuple, attack.perpetrators)),
        attribution=attack.attribution,
        when=_days(attack.when),
        figures=tuple(FigureAnnotation(f.what, f.low, f.high, tuple(f.by or ())) for f in attack.figures),
        minor=attack.minor,
    )


def _own_label(label: ExtraLabel, text: str) -> ExtraAnnotation:
    values = {name: _own_value(value) for name, value in label.values.items()}
    return ExtraAnnotation(spans=_place(text, label.quote), values=values, minor=label.minor)


def _own(item: ExtraItem, names: Mapping[str, Names]) -> ExtraAnnotation:
    values = {name: _own_value(value) for name, value in item.values.items()}
    actors = {name: names.get(str(item.values[name]), ()) for name in item.references}
    return ExtraAnnotation(spans=_spans(item.evidence), values={**values, **actors})


def _own_value(value: OwnValueLabel | ExtraValue) -> OwnValue:
    match value:
        case Bounds() | Count():
            return _range(value)
        case Period() | When():
            return _days(value)
        case list():
            return tuple(value)
        case _:
            return value


def _actor(actor: Actor) -> ActorAnnotation:
    return ActorAnnotation(names=(actor.name, *actor.aliases), spans=_spans(actor.evidence), kind=actor.kind)


def _claim(claim: Claim, names: Mapping[str, Names]) -> ClaimAnnotation:
    return ClaimAnnotation(
        spans=_spans(claim.evidence),
        speaker=names.get(claim.speaker, ()),
        kind=claim.kind,
        polarity=claim.polarity,
        direct=claim.direct,
    )


def _deadline(deadline: Deadline, names: Mapping[str, Names]) -> DeadlineAnnotation:
    return DeadlineAnnotation(
        spans=_spans(deadline.evidence),
        due=_days(deadline.due),
        status=deadline.status,
        set_by=_named(deadline.set_by, names),
        binding_on=_named(deadline.binding_on, names),
        previously=tuple(map(_days, deadline.previously)),
    )


def _attack(attack: Attack, names: Mapping[str, Names]) -> AttackAnnotation:
    return AttackAnnotation(
        spans=_spans(attack.evidence),
        kind=attack.kind,
        killed=_range(attack.killed),
        injured=_range(attack.injured),
        places=tuple(attack.places),
        perpetrators=_named(attack.perpetrators, names),
        attribution=attack.attribution,
        when=_days(attack.when),
        figures=tuple(_figure(figure, names) for figure in attack.figures),
    )


def _figure(figure: Figure, names: Mapping[str, Names]) -> FigureAnnotation:
    by = names.get(figure.by, ()) if figure.by else ()
    return FigureAnnotation(figure.what, figure.count.low, figure.count.high, by)


def _place(text: str, quote: str) -> Spans:
    start = text.index(quote)
    return ((start, start + len(quote)),)


def _spans(evidence: Iterable[Evidence]) -> Spans:
    return tuple((each.start, each.end) for each in evidence)


def _named(ids: Iterable[str], names: Mapping[str, Names]) -> tuple[Names, ...]:
    return tuple(names.get(each, ()) for each in ids)


def _range(count: Bounds | Count | None) -> Range:
    return None if count is None else (count.low, count.high)


def _days(when: Period | When | None) -> Days:
    return None if when is None or (when.start is None and when.end is None) else (when.start, when.end)
