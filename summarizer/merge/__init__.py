"""Drafts → one brief's items: bound to evidence, guarded, names made actors, what is told twice told once; pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from summarizer.document import Document
from summarizer.drafts import Reading
from summarizer.merge.attacks import merge_attacks
from summarizer.merge.claims import merge_claims
from summarizer.merge.deadlines import merge_deadlines
from summarizer.merge.desk import Desk
from summarizer.merge.extra import merge_own
from summarizer.schema import Actor, Attack, Claim, Deadline, Evidence, ExtraItem, Rejected

__all__ = ["Assembled", "assemble"]


@dataclass(frozen=True)
class Assembled:
    """The items of a brief, in text order, and what was refused; `extra` has the sections of one's own."""

    actors: list[Actor]
    claims: list[Claim]
    deadlines: list[Deadline]
    attacks: list[Attack]
    rejected: list[Rejected]
    extra: dict[str, list[ExtraItem]] = field(default_factory=dict)

    def evidence(self) -> Iterator[Evidence]:
        """The evidence of all items of the four sections."""
        items: list[Actor | Claim | Deadline | Attack] = [*self.actors, *self.claims, *self.deadlines, *self.attacks]
        for item in items:
            yield from item.evidence


def assemble(reading: Reading, document: Document, published: dt.date | None) -> Assembled:
    """Check and merge all drafts of one document."""
    desk = Desk(document, published)
    desk.rejected.extend(reading.rejected)
    for actor in reading.actors:
        desk.cast.introduce(actor, desk)
    claims = merge_claims(reading.claims, desk)
    deadlines = merge_deadlines(reading.deadlines, desk)
    attacks = merge_attacks(reading.attacks, desk)
    own = {
        section: merge_own(section, read, desk)
        for section, read in reading.own.items()
        if section not in reading.unread  # half a list would look like a whole one
    }
    actors, ids = desk.cast.actors()
    return Assembled(
        actors=actors,
        claims=[item.build(f"c{n}", ids) for n, item in enumerate(claims, 1)],
        deadlines=[item.build(f"d{n}", ids) for n, item in enumerate(deadlines, 1)],
        attacks=[item.build(f"k{n}", ids) for n, item in enumerate(attacks, 1)],
        rejected=desk.rejected,
        extra={
            section: [item.build(f"{section}{n}", ids) for n, item in enumerate(items, 1)]
            for section, items in own.items()
        },
    )
