"""The JSON schema of a draft as each kind of server takes it.

OpenAI's strict mode wants every key required and no other allowed, and refuses string lengths; llama.cpp compiles the
schema into a grammar, where an unbounded list or string is a loop waiting to happen, and takes no `pattern`. pydantic
enforces the draft's own bounds after either.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import BaseModel

    from summarizer.llm.endpoint import Dialect

Schema = dict[str, Any]

LONGEST_STRING = 400
"""Characters of a string in a llama.cpp grammar: that compiler refuses repetitions of about 2000."""
LONGEST_LIST = 40
"""Items of a list in a llama.cpp grammar that the draft does not bound itself."""

_COMMON = frozenset({
    "type", "properties", "required", "additionalProperties", "items", "enum", "anyOf",
    "minItems", "maxItems", "minimum", "maximum",
})  # fmt: skip
KEYWORDS: Mapping[Dialect, frozenset[str]] = {
    "openai": _COMMON | {"pattern", "format", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"},
    "llama.cpp": _COMMON | {"minLength", "maxLength"},
}
"""All that is ever sent."""

_LEFT_TO_PYDANTIC = frozenset({
    "title", "description", "default", "examples", "deprecated", "discriminator", "uniqueItems", "minLength",
    "maxLength", "pattern", "format", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
})  # fmt: skip
"""Dropped where a server does not take it. Descriptions go too: what is said to a model stands in prompt files."""


@cache
def wire_schema(draft: type[BaseModel], dialect: Dialect) -> Schema:
    """The JSON schema of `draft` for a server: references inlined, every key required, nothing it would refuse.

    Cached: treat it as read-only.

    Raises:
        TypeError: no server can be asked for it: no object, a free-form mapping, a tuple, a type that contains itself.
    """
    schema = draft.model_json_schema()
    written = _Writer(draft.__name__, dialect, schema.pop("$defs", {})).write(schema)
    if written.get("type") != "object":
        raise TypeError(f"{draft.__name__}: only an object can be asked for; wrap it in a model with one field")
    return written


def response_format(draft: type[BaseModel], dialect: Dialect) -> Schema:
    """The `response_format` of a request that wants a `draft`."""
    named: Schema = {"name": re.sub(r"\W+", "_", draft.__name__)[:64], "schema": wire_schema(draft, dialect)}
    if dialect == "openai":
        named["strict"] = True
    return {"type": "json_schema", "json_schema": named}


class _Writer:
    """Rewrites one draft's schema, as pydantic gives it, for one dialect."""

    def __init__(self, name: str, dialect: Dialect, definitions: Mapping[str, Schema]) -> None:
        self._name = name
        self._dialect = dialect
        self._definitions = definitions
        self._open: list[str] = []

    def write(self, schema: Schema) -> Schema:
        if "$ref" in schema:
            return self._inlined(schema["$ref"].rpartition("/")[2])
        written = {
            keyword: self._value(keyword, value)
            for keyword, value in self._plain(schema).items()
            if keyword in KEYWORDS[self._dialect] or self._refuse(keyword)
        }
        if written.get("type") == "object":
            written |= {"required": list(written["properties"]), "additionalProperties": False}
        return self._bounded(written) if self._dialect == "llama.cpp" else written

    def _inlined(self, name: str) -> Schema:
        if name in self._open:
            raise TypeError(f"{self._name}: {name} contains itself, and no finite schema can be sent for it")
        self._open.append(name)
        written = self.write(self._definitions[name])
        self._open.pop()
        return written

    def _plain(self, schema: Schema) -> Schema:
        """One spelling for what JSON schema can say in two: `const` is an `enum`, `oneOf` is an `anyOf`."""
        plain = dict(schema)
        if "const" in plain:
            plain["enum"] = [plain.pop("const")]
        if "oneOf" in plain:
            plain["anyOf"] = plain.pop("oneOf")
        if plain.get("type") == "object" and not plain.get("properties"):
            raise TypeError(f"{self._name}: a free-form mapping cannot be sent; give it fixed keys, or make it a list")
        return plain

    def _value(self, keyword: str, value: Any) -> Any:
        if keyword == "properties":
            return {name: self.write(field) for name, field in value.items()}
        if keyword == "anyOf":
            return [self.write(option) for option in value]
        if keyword == "items":
            return self.write(value)
        return value

    def _refuse(self, keyword: str) -> bool:
        """False for a keyword that may be dropped; a schema that would then mean something else is an error."""
        if keyword not in _LEFT_TO_PYDANTIC:
            raise TypeError(f"{self._name}: JSON schema keyword {keyword!r} cannot be sent to a model")
        return False

    def _bounded(self, written: Schema) -> Schema:
        if written.get("type") == "string" and "enum" not in written:
            written["maxLength"] = min(written.get("maxLength", LONGEST_STRING), LONGEST_STRING)
        if written.get("type") == "array":
            written["maxItems"] = written.get("maxItems", LONGEST_LIST)
        return written
