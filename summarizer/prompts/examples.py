"""Worked examples: a passage and the brief it should give, held to what real answers are held to."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from summarizer.drafts import ANSWERS, Draft, OwnDraft, OwnReading, Reading
from summarizer.prompts.faults import Fault, Position, broken, did_you_mean
from summarizer.prompts.files import FileText
from summarizer.prompts.front_matter import OwnField
from summarizer.prompts.located_yaml import read_mapping
from summarizer.prompts.places import Places
from summarizer.schema import PromptRef

if TYPE_CHECKING:
    from summarizer.document import Document
    from summarizer.schema import Rejected

_TYPED = frozenset({"version", "sentence", "also", "direct"})
LONGEST_PASSAGE = 6_000
_FEWEST_KEYS = 3
"""From so many keys on a rejection is about a whole item, below about one of its values."""
_OWN_KEYS = frozenset(OwnDraft.model_fields)


class _Content(BaseModel):
    """What stands in an example's file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1)
    version: int = Field(ge=1, strict=True)
    description: str = Field(default="", max_length=2_000)
    language: str | None = None
    published: dt.date | None = None
    passage: str = Field(min_length=1, max_length=LONGEST_PASSAGE)
    brief: dict[str, list[dict[str, Any]]]

    @field_validator("passage")
    @classmethod
    def _passage_says_something(cls, passage: str) -> str:
        if not passage.strip():
            raise ValueError("this is blank")
        return passage.strip("\n")


@dataclass(frozen=True)
class Example:
    """A passage and the answer about it.

    Attributes:
        id: "examples/NAME".
        path: where it was read.
        language: BCP 47; None has the passage tell.
        passage: what is read.
        drafts: the items of the shipped sections in the form of a model's answers.
        own: those of sections of one's own, by section.
        positions: each key and list item by its path, "brief.claims.0.quote".
    """

    id: str
    path: Path
    version: int
    description: str
    language: str | None
    published: dt.date | None
    passage: str
    drafts: Mapping[str, list[Draft]]
    own: Mapping[str, list[OwnDraft]]
    sha256: str
    positions: Mapping[str, Position] = field(repr=False, default_factory=dict)

    @property
    def name(self) -> str:
        """What a prompt's front matter calls it."""
        return self.id.rpartition("/")[2]

    @cached_property
    def ref(self) -> PromptRef:
        """Its id, version and sha256 of the whole file."""
        return PromptRef(id=self.id, version=str(self.version), sha256=self.sha256)

    @cached_property
    def document(self) -> Document:
        """The passage with its numbered sentences."""
        from summarizer.document import Document

        return Document.of(self.passage, self.language)

    @cached_property
    def sentences(self) -> list[dict[str, Any]]:
        """Number, text and whether a paragraph begins, as an article's sentences are shown."""
        shown: list[dict[str, Any]] = []
        paragraph = None
        for each in self.document.sentences:
            opens = each.paragraph != paragraph
            shown.append({"number": each.number, "text": self.document.quote(each), "opens_paragraph": opens})
            paragraph = each.paragraph
        return shown

    def answer(self, section: str, own_fields: Iterable[str] = ()) -> str:
        """The answer to a section's question, as JSON; an empty list where the example says nothing about it."""
        if section in ANSWERS:
            items = [draft.model_dump(mode="json") for draft in self.drafts.get(section, [])]
            return json.dumps({section: items}, ensure_ascii=False)
        own = [
            {"sentence": each.sentence, "quote": each.quote, "values": {f: each.values.get(f) for f in own_fields}}
            for each in self.own.get(section, [])
        ]
        return json.dumps({"items": own}, ensure_ascii=False)

    def shown(self, section: str, own_fields: Iterable[str] = ()) -> dict[str, Any]:
        """What a template sees of it: name, published, sentences (number, text, opens_paragraph) and answer.

        Args:
            section: the section whose question the answer is to.
            own_fields: the names of its fields, where it is one of one's own.
        """
        published = self.published.isoformat() if self.published else None
        return {
            "name": self.name,
            "published": published,
            "sentences": self.sentences,
            "answer": self.answer(section, own_fields),
        }


def load_example(name: str, file: FileText, own_fields: Mapping[str, Mapping[str, OwnField]] | None = None) -> Example:
    """The example in a file; whether it grounds is for `faults` to say.

    Args:
        name: its id.
        file: what was read.
        own_fields: the fields of sections of one's own, by section: of a flag yes and no are taken as such.

    Raises:
        PromptError: with every fault: it is no YAML, or does not fit the schema of answers.
    """
    fields = (field for section in (own_fields or {}).values() for field in section.items())
    flags = {key for key, field in fields if field.type == "flag"}
    located = read_mapping(file.path, file.source, typed=_TYPED | flags)
    at = Places(file.path, located.positions)
    try:
        content = _Content.model_validate(located.data)
    except ValidationError as error:
        raise broken([at.explained(each, _Content.model_fields) for each in error.errors(include_url=False)]) from None
    faults = []
    if content.name != name:
        hint = f"write `name: {name}`, or rename the file"
        faults.append(at.fault(("name",), "name", f"name: {content.name!r} is not where this file lies", hint))
    drafts, own = dict[str, list[Draft]](), dict[str, list[OwnDraft]]()
    for section, items in content.brief.items():
        for number, item in enumerate(items):
            draft = _draft(section, item, ("brief", section, number), at, faults)
            if isinstance(draft, OwnDraft):
                own.setdefault(section, []).append(draft)
            elif draft is not None:
                drafts.setdefault(section, []).append(draft)
    if faults:
        raise broken(faults)
    return Example(
        name, file.path, content.version, content.description, content.language, content.published, content.passage,
        drafts, own, file.sha256, located.positions,
    )  # fmt: skip


def faults(example: Example, own_fields: Mapping[str, Mapping[str, OwnField]] | None = None) -> list[Fault]:
    """What the code would refuse of the example if a model had answered so; nothing may be.

    Args:
        example: it.
        own_fields: the fields of sections of one's own, by section.
    """
    from summarizer.merge import assemble

    known = own_fields or {}
    at = Places(example.path, example.positions)
    told = [_unknown_section(at, section, known) for section in example.own if section not in known]
    reading = Reading(own={s: OwnReading(known[s], list(d)) for s, d in example.own.items() if s in known})
    for section, drafts in example.drafts.items():
        getattr(reading, section).extend(drafts)
    for section, drafts_of in reading.own.items():
        told += _unknown_values(at, section, drafts_of)
    for refused in assemble(reading, example.document, example.published).rejected:
        told.append(_refused(at, example, refused))
    return told


def _draft(
    section: str, item: dict[str, Any], where: tuple[str | int, ...], at: Places, faults: list[Fault]
) -> Draft | None:
    """One item in the form of a model's answer; None, and faults, where it does not fit."""
    model: type[Draft] = OwnDraft
    if section in ANSWERS:
        model = _item_model(section)
        unknown = [key for key in item if key not in model.model_fields]
        for key in unknown:
            hint = did_you_mean(key, model.model_fields)
            faults.append(at.fault((*where, key), "example-schema", f"{section} have no {key!r}", hint))
        if unknown:
            return None
    else:
        item = {
            "sentence": item.get("sentence"),
            "quote": item.get("quote", ""),
            "values": {key: value for key, value in item.items() if key not in _OWN_KEYS} | (item.get("values") or {}),
        }
    try:
        return model.model_validate(item)
    except ValidationError as error:
        faults += [at.explained(each, model.model_fields, where) for each in error.errors(include_url=False)]
        return None


def _item_model(section: str) -> type[Draft]:
    """The draft of one item of a shipped section."""
    answer = next(model for name, model in ANSWERS.items() if name == section)
    (inner,) = answer.model_fields[section].annotation.__args__  # type: ignore[union-attr]
    return inner  # type: ignore[no-any-return]


def _unknown_section(at: Places, section: str, known: Iterable[str]) -> Fault:
    hint = did_you_mean(section, [*ANSWERS, *known])
    return at.fault(("brief", section), "example-schema", f"there is no section {section!r}", hint)


def _unknown_values(at: Places, section: str, reading: OwnReading) -> Iterator[Fault]:
    for number, draft in enumerate(reading.drafts):
        for key in draft.values:
            if key not in reading.fields:
                hint = did_you_mean(key, reading.fields)
                where = ("brief", section, number, key)
                yield at.fault(where, "example-schema", f"{section} have no field {key!r}", hint)


def _refused(at: Places, example: Example, refused: Rejected) -> Fault:
    """A rejection at the item that it is about."""
    section, content = refused.section, refused.content
    drafts = [*example.drafts.get(section, []), *example.own.get(section, [])]
    dumps = [draft.model_dump(mode="json", warnings=False) for draft in drafts]
    whole = (n for n, dump in enumerate(dumps) if all(dump.get(key) == value for key, value in content.items()))
    quoted = (n for n, dump in enumerate(dumps) if dump.get("quote") and dump["quote"] in str(content.get("quote")))
    number = next(itertools.chain(whole, quoted), 0)
    key = next((key for key in content if len(content) < _FEWEST_KEYS and key != "quote"), "quote")
    message = f"this would be refused ({refused.reason}): {refused.detail}"
    hint = "copy quotes, names, figures and dates from the passage exactly as they stand there"
    return at.fault(("brief", section, number, key), "example-grounding", message, hint)
