"""What two briefs of the same article do not share: items gained, lost and changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from summarizer.schema import Brief

Content = dict[str, Any]
"""An item as plain data, fields of one's own among the others; actors stand as their names."""
Kind = Literal["gained", "lost", "changed"]

SECTIONS = ("actors", "claims", "deadlines", "attacks")
TEXTS = ("headline", "summary")
NO_FIELDS = frozenset({"id"})
"""An item that is counted anew is the same item."""
LEAST_OVERLAP = 0.5
"""Share of the shorter evidence that two items have in common when they may be the same one."""
_ACTOR_ID = re.compile(r"a[1-9][0-9]*")


class Change(BaseModel):
    """One difference.

    Attributes:
        section: one of the four, a section of one's own, "headline" or "summary".
        old: the item as it was; None where it is gained.
        new: the item as it is; None where it is lost.
        fields: of a changed item, those whose values differ; "evidence" where it is bound to other words.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    section: str
    kind: Kind
    old: Content | None = None
    new: Content | None = None
    fields: list[str] = []

    @property
    def old_id(self) -> str | None:
        """The item's id in the old brief; None for headline and summary."""
        return self.old.get("id") if self.old else None

    @property
    def new_id(self) -> str | None:
        """The item's id in the new brief; None for headline and summary."""
        return self.new.get("id") if self.new else None


class Pair(NamedTuple):
    """An item in both briefs, or in one of them; `fields` are those that differ."""

    section: str
    old: Content | None
    new: Content | None
    fields: list[str]

    @property
    def kind(self) -> Kind | None:
        """What became of it; None where it is the same."""
        if self.old is None:
            return "gained"
        if self.new is None:
            return "lost"
        return "changed" if self.fields else None


def compare_briefs(old: Brief, new: Brief) -> list[Change]:
    """Every difference of two briefs of the same text, in the order in which a reader meets them."""
    return [
        Change(section=pair.section, kind=pair.kind, old=pair.old, new=pair.new, fields=pair.fields)
        for pair in paired(old, new)
        if pair.kind
    ]


def paired(old: Brief, new: Brief) -> Iterator[Pair]:
    """Every item of both, those that are the same in both included; headline and summary first."""
    for name in TEXTS:
        before, after = ({"text": text} if (text := getattr(brief, name)) else None for brief in (old, new))
        if before or after:
            yield Pair(name, before, after, ["text"] if before and after and before != after else [])
    own = sorted({*old.extra, *new.extra} - set(SECTIONS))
    for section in (*SECTIONS, *own):
        yield from _paired_items(section, contents(old, section), contents(new, section))


def contents(brief: Brief, section: str) -> list[Content]:
    """The items of a section as plain data, their evidence as start, end and quote."""
    names = {actor.id: actor.name for actor in brief.actors}
    further = brief.extra.get(section, [])
    if section not in SECTIONS:
        return [_content(item.id, item.values, item, names) for item in further]
    own = {item.id: item.values for item in further}
    items = []
    for item in getattr(brief, section):
        fields = {name: getattr(item, name) for name in type(item).model_fields if name not in {"id", "evidence"}}
        items.append(_content(item.id, {**fields, **own.get(item.id, {})}, item, names))
    return items


def _content(name: str, values: Mapping[str, Any], item: Any, names: Mapping[str, str]) -> Content:
    spelled = {key: _spelled(_plain(value), names) for key, value in values.items()}
    return {"id": name, **spelled, "evidence": [each.model_dump() for each in item.evidence]}


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude={"evidence"})
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _spelled(value: Any, names: Mapping[str, str]) -> Any:
    """`value` with names in the place of actor ids."""
    if isinstance(value, str):
        return names.get(value, value) if _ACTOR_ID.fullmatch(value) else value
    if isinstance(value, list):
        return [_spelled(each, names) for each in value]
    return {key: _spelled(each, names) for key, each in value.items()} if isinstance(value, dict) else value


def _paired_items(section: str, old: Sequence[Content], new: Sequence[Content]) -> Iterator[Pair]:
    """Each new item with the old one that is likeliest the same, the best matches first; then what is lost."""
    likely = sorted(
        ((_likeness(section, one, other), -n, -m) for n, one in enumerate(old) for m, other in enumerate(new)),
        reverse=True,
    )
    partner: dict[int, int] = {}
    for likeness, n, m in likely:
        if likeness and -n not in partner.values() and -m not in partner:
            partner[-m] = -n
    yield from _in_order(section, old, new, partner)


def _in_order(
    section: str, old: Sequence[Content], new: Sequence[Content], partner: Mapping[int, int]
) -> Iterator[Pair]:
    """By place in the text, which both briefs have in common."""
    pairs = [Pair(section, old[n], new[m], _differing(old[n], new[m])) for m, n in partner.items()]
    pairs += [Pair(section, None, each, []) for m, each in enumerate(new) if m not in partner]
    pairs += [Pair(section, each, None, []) for n, each in enumerate(old) if n not in partner.values()]
    return iter(sorted(pairs, key=lambda pair: _start(pair.new or pair.old or {})))


def _likeness(section: str, old: Content, new: Content) -> float:
    """0 for items that cannot be the same, else the more the more they share."""
    same = sum(old.get(key) == value for key, value in new.items()) / len(new)
    if section == "actors":
        return 1 + same if _names(old) & _names(new) else 0
    overlap = _overlap(old, new)
    return overlap + same if overlap >= LEAST_OVERLAP else 0


def _names(actor: Content) -> set[str]:
    return {name.casefold() for name in (actor["name"], *actor["aliases"])}


def _overlap(old: Content, new: Content) -> float:
    covered = [{at for each in item["evidence"] for at in range(each["start"], each["end"])} for item in (old, new)]
    return len(covered[0] & covered[1]) / min(map(len, covered))


def _differing(old: Content, new: Content) -> list[str]:
    keys = dict.fromkeys([*old, *new])
    return [key for key in keys if key not in NO_FIELDS and old.get(key) != new.get(key)]


def _start(item: Content) -> tuple[int, int]:
    first = item["evidence"][0]
    return first["start"], first["end"]
