"""What a model fills for sections and fields of one's own: drafts made from the fields' descriptions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field, create_model

from summarizer.drafts import Draft, FieldSpec, Name, OwnDraft, Passage, Phrase, Pointer

MOST_ITEMS = 20
_LONGEST_TEXT = 240
_WRITTEN: dict[str, Any] = {
    "text": Annotated[str, Field(max_length=_LONGEST_TEXT)],
    "count": Phrase,
    "date": Phrase,
    "actor": Name,
    "flag": bool,
}
"""How the value of each type is written, bounded so that a small model does not loop; code works out what it means."""


class _Slot(NamedTuple):
    """All of a field that its draft depends on."""

    name: str
    type: str
    options: tuple[str, ...]
    required: bool


def values_draft(section: str, fields: Mapping[str, FieldSpec]) -> type[Draft]:
    """The draft of one item's fields, under their own names; the same class for the same fields."""
    return _values_draft(_class_name(section), _slots(fields))


def items_draft(section: str, fields: Mapping[str, FieldSpec]) -> type[Draft]:
    """The draft of a list of `items`: each points at its sentence, and has its fields as `values` if there are any."""
    return _items_draft(_class_name(section), _slots(fields))


def own_draft(item: Any, sentence: int | None = None) -> OwnDraft:
    """What a list says of one item; or, given its sentence, what a draft of its fields alone says."""
    values = item if sentence is not None else getattr(item, "values", None)
    return OwnDraft.model_construct(
        sentence=item.sentence if sentence is None else sentence,
        quote=item.quote if sentence is None else "",
        values=values.model_dump(by_alias=True) if values is not None else {},
    )


def _slots(fields: Mapping[str, FieldSpec]) -> tuple[_Slot, ...]:
    return tuple(_Slot(name, field.type, tuple(field.options), field.required) for name, field in fields.items())


@cache
def _values_draft(title: str, slots: tuple[_Slot, ...]) -> type[Draft]:
    """The names of the fields stand as aliases: no word of theirs can collide with a method of pydantic."""
    fields: dict[str, Any] = {f"field_{n}": (_written(slot), Field(alias=slot.name)) for n, slot in enumerate(slots)}
    return create_model(f"{title}Values", __base__=Draft, **fields)


@cache
def _items_draft(title: str, slots: tuple[_Slot, ...]) -> type[Draft]:
    fields: dict[str, Any] = {"sentence": (Pointer, ...), "quote": (Passage, ...)}
    if slots:
        fields["values"] = (_values_draft(title, slots), ...)
    item = create_model(f"{title}Item", __base__=Draft, **fields)
    return create_model(title, __base__=Draft, items=(Annotated[list[item], Field(max_length=MOST_ITEMS)], ...))


def _written(slot: _Slot) -> Any:
    """The type of a value; one that may be missing can be null, and is asked for all the same."""
    written = Literal[slot.options] if slot.type == "choice" else _WRITTEN[slot.type]
    return written if slot.required else written | None


def _class_name(section: str) -> str:
    return section.title().replace("_", "")
