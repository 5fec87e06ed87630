"""Sections and fields of one's own: items bound to evidence, their values typed and checked like any other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from summarizer import grounding
from summarizer.document import Document
from summarizer.drafts import FieldSpec, OwnDraft, OwnReading
from summarizer.merge.cast import Cast, Member
from summarizer.merge.desk import Desk
from summarizer.merge.extra_values import Value, ValueReader, admit, find_known, find_or_name
from summarizer.schema import Actor, Evidence, ExtraItem, Rejected


@dataclass(frozen=True)
class CheckedExtra:
    """An item that holds, its actors still members of the cast."""

    values: Mapping[str, Value]
    evidence: list[Evidence]

    def build(self, item_id: str, ids: Mapping[int, str]) -> ExtraItem:
        """The item with its actors' ids."""
        members = {name: ids[id(value)] for name, value in self.values.items() if isinstance(value, Member)}
        plain = {name: value for name, value in self.values.items() if not isinstance(value, Member)}
        return ExtraItem(
            id=item_id,
            values={name: members.get(name, plain.get(name)) for name in self.values},
            references=list(members),
            evidence=self.evidence,
        )


def merge_own(section: str, reading: OwnReading, desk: Desk) -> list[CheckedExtra]:
    """The items of a section of one's own that hold, in text order; a name of the text may become an actor."""
    kept: list[CheckedExtra] = []
    for draft in reading.drafts:
        item = _checked(section, draft, reading.fields, desk)
        if item is None:
            continue
        known = next((other for other in kept if _same(item, other)), None)
        if known is None:
            kept.append(item)
        else:
            desk.refuse(section, draft, "duplicate", f"told before: {known.evidence[0].quote!r}")
    return sorted(kept, key=lambda item: item.evidence[0].start)


class OwnFields:
    """Checks what one's own fields say of the items of a finished brief; `rejected` fills as it refuses."""

    def __init__(self, document: Document, published: dt.date | None, actors: Iterable[Actor]) -> None:
        self._desk = Desk(document, published)
        self._desk.cast = Cast.of(document, actors)
        _, self._ids = self._desk.cast.actors()

    @property
    def rejected(self) -> list[Rejected]:
        """What was refused so far."""
        return self._desk.rejected

    def passages(self, evidence: Sequence[Evidence]) -> list[Evidence]:
        """The whole sentences around an item's evidence: what its fields are asked about, and checked against."""
        return self._desk.whole(evidence)

    def check(
        self,
        section: str,
        item_id: str,
        raw: Mapping[str, object],
        fields: Mapping[str, FieldSpec],
        evidence: Sequence[Evidence],
    ) -> ExtraItem | None:
        """The values of one item; None, and a rejection, where a required one does not hold."""
        values = _values(section, raw, fields, ValueReader(self._desk, evidence, find_known))
        return CheckedExtra(values, list(evidence)).build(item_id, self._ids) if values is not None else None


def _checked(section: str, draft: OwnDraft, fields: Mapping[str, FieldSpec], desk: Desk) -> CheckedExtra | None:
    evidence = desk.bind(section, draft)
    if not evidence:
        return None
    for piece in evidence:
        # A quote that begins behind its "did not" would say the opposite; looked at alone, so that a negation of
        # another clause does not count.
        if refusal := grounding.check({"quote": piece.quote}, [piece], desk.document.text, desk.document.language):
            desk.refuse(section, draft, refusal.reason, refusal.detail)
            return None
    values = _values(section, draft.values, fields, ValueReader(desk, evidence, find_or_name))
    if values is None:
        return None
    admit(values, desk)
    return CheckedExtra(values, evidence)


def _values(
    section: str,
    raw: Mapping[str, object],
    fields: Mapping[str, FieldSpec],
    reader: ValueReader,
) -> dict[str, Value] | None:
    """Each field's value, None where the text does not say or it does not hold; None for all if a required one lacks.

    Each value that does not hold is refused, with the item where it is a required one.
    """
    quote = " ".join(piece.quote for piece in reader.evidence)
    values: dict[str, Value] = {}
    for name, field in fields.items():
        value = reader.read(field, raw.get(name))
        if value is None and field.required:
            value = grounding.Refusal("other", "the text does not say it, and it is required")
        if isinstance(value, grounding.Refusal):
            content = dict(raw) if field.required else {name: raw.get(name)}
            refused = {"values": content, "quote": quote}
            reader.desk.refuse(section, refused, value.reason, f"{name}: {value.detail}")
            if field.required:
                return None
            value = None
        values[name] = value
    return values


def _same(one: CheckedExtra, other: CheckedExtra) -> bool:
    """Whether two items say the same of the same passage."""
    overlap = any(a.start < b.end and b.start < a.end for a in one.evidence for b in other.evidence)
    return overlap and one.values == other.values
