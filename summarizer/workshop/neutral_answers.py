"""Answers that stand for a model's while nobody is asked: as a schema allows, empty or with one of everything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from pydantic import BaseModel

    from summarizer.document import Document

T = TypeVar("T", bound="BaseModel")
Schema = Mapping[str, Any]

LONGEST_NAME = 80
"""Characters of a string that is a name; longer ones are phrases and passages."""
_EXPRESSIONS = frozenset({"due", "from", "said", "until", "when"})
"""Fields that hold a time as written, wherever they stand."""


@dataclass(frozen=True)
class Words:
    """Words of an article that may stand in an answer about it, each in its first sentence where possible."""

    sentence: int
    passage: str
    name: str
    time: str

    @classmethod
    def of(cls, document: Document) -> Words:
        """Those of the first sentence that tells a time, else of the first one."""
        from summarizer.cues.names import find_names
        from summarizer.dates import find

        timed = [(sentence, find(document.quote(sentence), document.language)) for sentence in document.sentences]
        sentence, times = next(((sentence, found) for sentence, found in timed if found), (document.sentences[0], []))
        passage = document.quote(sentence)
        names = [document.text[name.start : name.end] for name in find_names(document) if sentence.start <= name.start]
        time = passage[times[0].start : times[0].end] if times else ""
        return cls(sentence.number, passage, names[0] if names else passage.split()[0], time)


def answer(draft: type[T], words: Words | None = None) -> T:
    """An answer that fits `draft`: empty, or with one item in each list where `words` are given."""
    schema = draft.model_json_schema()
    return draft.model_validate(_Filler(schema.get("$defs", {}), words).fill(schema, ""))


class _Filler:
    def __init__(self, definitions: Mapping[str, Schema], words: Words | None) -> None:
        self._definitions = definitions
        self._words = words

    def fill(self, schema: Schema, name: str) -> Any:
        """A value of that schema, for the field of that name."""
        schema = self._resolved(schema)
        if "const" in schema or "enum" in schema:
            return schema.get("const", schema.get("enum", [None])[0])
        value: Any = None
        match schema.get("type"):
            case "object":
                value = {key: self.fill(field, key) for key, field in schema.get("properties", {}).items()}
            case "array":
                value = self._list(schema, name)
            case "string":
                value = self._text(schema, name)
            case "integer" | "number":
                value = self._words.sentence if self._words else schema.get("minimum", 0)
            case "boolean":
                value = False
        return value

    def _resolved(self, schema: Schema) -> Schema:
        """Without references and alternatives: null where there is nothing to say and null is allowed."""
        while "$ref" in schema:
            schema = self._definitions[schema["$ref"].rpartition("/")[2]]
        kinds = [self._resolved(kind) for kind in schema.get("anyOf", ())]
        if not kinds:
            return schema
        null = next((kind for kind in kinds if kind.get("type") == "null"), None)
        full = next(kind for kind in kinds if kind is not null)
        return full if null is None else null

    def _list(self, schema: Schema, name: str) -> list[Any]:
        wanted = max(schema.get("minItems", 0), 1 if self._words else 0)
        return [self.fill(schema["items"], name)] * min(wanted, schema.get("maxItems", wanted))

    def _text(self, schema: Schema, name: str) -> str:
        longest: int = schema.get("maxLength", LONGEST_NAME + 1)
        if self._words is None:
            return "-" * int(schema.get("minLength", 0))
        if name in _EXPRESSIONS and self._words.time:
            return self._words.time[:longest]
        return (self._words.name if longest <= LONGEST_NAME else self._words.passage)[:longest]
