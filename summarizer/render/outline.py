"""A brief → its sections, entries and lines, with names in the place of ids; what every view is made from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from summarizer.render.extra import own_lines, own_titles, value_lines
from summarizer.render.wording import day, figure, moment, place
from summarizer.schema import (
    Actor,
    Attack,
    Brief,
    Claim,
    Count,
    Deadline,
    Evidence,
    ExtraItem,
    Figure,
    Rejected,
    Source,
)

Names = Mapping[str, str]
"""Actor id → name."""

_ATTACKS = {"missile": "Missile attack", "drone": "Drone attack", "cyber": "Cyber attack", "other": "Attack"}
"""Kinds that do not name an attack by themselves."""


@dataclass(frozen=True)
class Entry:
    """One item: a heading, what is known of it a line each, and where the text says so.

    Attributes:
        heading: names the item.
        details: a line each.
        figures: a line each, and where that figure stands.
        evidence: of the item as a whole.
    """

    heading: str
    details: list[str] = field(default_factory=list)
    figures: list[tuple[str, Evidence]] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    def lines(self, text: str | None) -> Iterator[str]:
        """All but the heading; a quote that the heading gives word for word is not given again."""
        yield from self.details
        yield from (f"{words} [{place(evidence, text)}]" for words, evidence in self.figures)
        yield from dict.fromkeys(self._stands(evidence, text) for evidence in self.evidence)

    def _stands(self, evidence: Evidence, text: str | None) -> str:
        where = place(evidence, text)
        return f"so in {where}" if evidence.quote in self.heading else f"{where}: {evidence.quote}"


@dataclass(frozen=True)
class Section:
    """A titled list of entries, which may be empty."""

    title: str
    entries: list[Entry]


def sections(brief: Brief, *, rejected: bool) -> Iterator[Section]:
    """The four sections, empty ones too, then sections of one's own, then on request what was refused."""
    names = {actor.id: actor.name for actor in brief.actors}
    own = own_lines(brief)

    def with_own(item: Actor | Claim | Deadline | Attack, entry: Entry) -> Entry:
        return replace(entry, details=[*entry.details, *own[item.id]]) if item.id in own else entry

    yield Section("Actors", [with_own(actor, _actor(actor)) for actor in brief.actors])
    yield Section("Claims", [with_own(claim, _claim(claim, names)) for claim in brief.claims])
    yield Section("Deadlines", [with_own(deadline, _deadline(deadline, names)) for deadline in brief.deadlines])
    yield Section("Attacks", [with_own(attack, _attack(attack, names)) for attack in brief.attacks])
    for title, items in own_titles(brief):
        yield Section(title, [_own(item, names) for item in items])
    if rejected:
        yield Section("Rejected", [_rejected(item) for item in brief.run.rejected])


def provenance(source: Source) -> str:
    """One line about the article."""
    published = f"published {day(source.published)}" if source.published else "no publication date"
    parts = (source.title, source.url, published, f"language {source.language}", f"{source.chars:,} characters")
    return " · ".join(part for part in parts if part)


def remarks(brief: Brief) -> Iterator[str]:
    """What a reader should know about how the brief was made: what is missing first."""
    run = brief.run
    if run.partial:
        read = sum(end - start for start, end in run.coverage)
        yield f"PARTIAL: {read:,} of {brief.source.chars:,} characters were read"
    yield from (f"Warning: {warning}" for warning in run.warnings)
    if run.rejected:
        yield f"{len(run.rejected)} item(s) of the model were refused, because the text does not bear them out"
    tokens = f"{run.usage.input_tokens:,} tokens in, {run.usage.output_tokens:,} out"
    about = "about " if run.usage.estimated else ""
    yield f"{run.model} ({run.provider}): {run.usage.calls} calls, {about}{tokens}, {run.seconds:.1f} s"


def _actor(actor: Actor) -> Entry:
    about = ", ".join(part for part in (actor.kind.replace("_", " "), actor.role, actor.affiliation) if part)
    return Entry(f"{actor.name} ({about})", _lines(("also", ", ".join(actor.aliases))), evidence=actor.evidence)


def _claim(claim: Claim, names: Names) -> Entry:
    form = f"{claim.kind}, in quotation marks" if claim.direct else claim.kind
    details = _lines(
        ("about", _named(claim.about, names)),
        ("relayed by", names[claim.via] if claim.via else ""),
        ("said", moment(claim.said) if claim.said else ""),
    )
    speaker = f"{names[claim.speaker]}: "
    return Entry(f"{speaker}{claim.text.removeprefix(speaker)} [{form}]", details, evidence=claim.evidence)


def _deadline(deadline: Deadline, names: Names) -> Entry:
    details = _lines(
        ("due", moment(deadline.due)),
        ("set by", _named(deadline.set_by, names)),
        ("binding on", _named(deadline.binding_on, names)),
        ("otherwise", deadline.consequence),
        ("at stake", deadline.amount),
        ("previously", "; ".join(moment(when) for when in deadline.previously)),
    )
    return Entry(f"{deadline.what} [{deadline.status}]", details, evidence=deadline.evidence)


def _attack(attack: Attack, names: Names) -> Entry:
    where = f" in {', '.join(attack.places)}" if attack.places else ""
    details = _lines(
        ("when", moment(attack.when) if attack.when else ""),
        ("by", _named(attack.perpetrators, names)),
        ("attribution", attack.attribution),
        ("targets", ", ".join(attack.targets)),
        ("weapon", attack.weapon),
        *((what, figure(count)) for what, count in _counts(attack)),
        ("reported by", _named(attack.reported_by, names)),
    )
    figures = [(_figure(item, names), item.evidence) for item in attack.figures]
    return Entry(
        f"{_ATTACKS.get(attack.kind, attack.kind.replace('_', ' ').capitalize())}{where}",
        details,
        figures,
        attack.evidence,
    )


def _counts(attack: Attack) -> list[tuple[str, Count]]:
    counts = (("strikes", attack.strikes), ("killed", attack.killed), ("injured", attack.injured))
    return [(what, count) for what, count in counts if count]


def _figure(item: Figure, names: Names) -> str:
    source = names[item.by] if item.by else "the text"
    return f"{item.what} according to {source}: {figure(item.count)}"


def _own(item: ExtraItem, names: Names) -> Entry:
    return Entry(item.evidence[0].quote, value_lines(item, names), evidence=item.evidence)


def _rejected(item: Rejected) -> Entry:
    return Entry(f"{item.section} [{item.reason.replace('_', ' ')}]", [item.detail, _as_json(item.content)])


def _named(ids: list[str], names: Names) -> str:
    return ", ".join(names[actor] for actor in ids)


def _lines(*pairs: tuple[str, str | None]) -> list[str]:
    return [f"{label}: {value}" for label, value in pairs if value]


def _as_json(content: object) -> str:
    return content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, default=str)
