"""Schemas on the wire: what each kind of server takes, and what no server can be asked for."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, Field, RootModel, create_model

from summarizer.llm import Dialect, wire_schema
from summarizer.llm.wire import KEYWORDS, LONGEST_LIST, LONGEST_STRING, response_format


class Cat(BaseModel):
    sort: Literal["cat"] = "cat"
    lives: int = Field(default=9, gt=0, le=9)


class Dog(BaseModel):
    sort: Literal["dog"] = "dog"
    born: dt.date | None = None


class Pets(BaseModel):
    pets: list[Annotated[Cat | Dog, Field(discriminator="sort")]]
    names: list[str] = Field(default=[], min_length=1, max_length=5)
    home: str = Field(default="", max_length=5000)


def test_the_strict_schema_requires_every_key_and_no_other() -> None:
    assert wire_schema(Pets, "openai") == {
        "type": "object",
        "properties": {
            "pets": {
                "type": "array",
                "items": {
                    "anyOf": [
                        {
                            "type": "object",
                            "properties": {
                                "sort": {"type": "string", "enum": ["cat"]},
                                "lives": {"type": "integer", "exclusiveMinimum": 0, "maximum": 9},
                            },
                            "required": ["sort", "lives"],
                            "additionalProperties": False,
                        },
                        {
                            "type": "object",
                            "properties": {
                                "sort": {"type": "string", "enum": ["dog"]},
                                "born": {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]},
                            },
                            "required": ["sort", "born"],
                            "additionalProperties": False,
                        },
                    ]
                },
            },
            "names": {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 5},
            "home": {"type": "string"},
        },
        "required": ["pets", "names", "home"],
        "additionalProperties": False,
    }


def test_the_llama_schema_bounds_every_list_and_string() -> None:
    properties = wire_schema(Pets, "llama.cpp")["properties"]
    assert properties["pets"]["maxItems"] == LONGEST_LIST
    assert properties["names"]["maxItems"] == 5
    assert properties["names"]["items"] == {"type": "string", "maxLength": LONGEST_STRING}
    assert properties["home"] == {"type": "string", "maxLength": LONGEST_STRING}
    dog = properties["pets"]["items"]["anyOf"][1]
    assert dog["properties"]["born"]["anyOf"][0] == {"type": "string", "maxLength": LONGEST_STRING}


@pytest.mark.parametrize("dialect", ["openai", "llama.cpp"])
def test_a_schema_is_written_once(dialect: Dialect) -> None:
    assert wire_schema(Pets, dialect) is wire_schema(Pets, dialect)


def test_the_name_of_a_generic_draft_fits_the_server() -> None:
    named = create_model("Page[Draft, int]" + "x" * 80, note=(str, ...))
    name = response_format(named, "openai")["json_schema"]["name"]
    assert name.startswith("Page_Draft_int_x")
    assert len(name) == 64


class Tree(BaseModel):
    children: list[Tree]


@pytest.mark.parametrize(
    ("draft", "why"),
    [
        (create_model("Free", notes=(dict[str, str], ...)), "free-form mapping"),
        (create_model("Pair", span=(tuple[int, int], ...)), "prefixItems"),
        (RootModel[list[int]], "only an object"),
        (Tree, "contains itself"),
    ],
)
@pytest.mark.parametrize("dialect", ["openai", "llama.cpp"])
def test_a_draft_that_no_server_takes_is_a_type_error_that_names_it(
    draft: type[BaseModel], why: str, dialect: Dialect
) -> None:
    with pytest.raises(TypeError, match=why):
        wire_schema(draft, dialect)


FIELDS: list[Any] = [
    str,
    int,
    bool,
    float | None,
    dt.datetime,
    list[str],
    list[Cat],
    Dog | None,
    Literal["a", "b"],
    Literal["a", 1, None],
    Annotated[str, Field(pattern="^x", min_length=2, max_length=9, description="d", examples=["xx"])],
    Annotated[float, Field(multiple_of=0.5, lt=7)],
    Annotated[list[Cat | Dog], Field(max_length=7)],
]


def walk(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The schema and every schema within it."""
    inner = [*schema.get("properties", {}).values(), *schema.get("anyOf", []), *([schema.get("items")] * 1)]
    return [schema, *(deep for part in inner if part for deep in walk(part))]


@settings(deadline=None, max_examples=60)
@given(
    fields=st.lists(st.sampled_from(FIELDS), min_size=1, max_size=6), dialect=st.sampled_from(["openai", "llama.cpp"])
)
def test_whatever_a_draft_holds_only_whitelisted_keywords_are_sent(fields: list[Any], dialect: Dialect) -> None:
    definitions: Any = {f"f{at}": (kind, ...) for at, kind in enumerate(fields)}
    draft: type[BaseModel] = create_model("Draft", **definitions)
    for part in walk(wire_schema(draft, dialect)):
        assert set(part) <= KEYWORDS[dialect]
        if part.get("type") == "object":
            assert part["required"] == list(part["properties"])
            assert part["additionalProperties"] is False
        if dialect == "llama.cpp" and part.get("type") == "array":
            assert part["maxItems"] <= LONGEST_LIST
        if dialect == "llama.cpp" and part.get("type") == "string" and "enum" not in part:
            assert part["maxLength"] <= LONGEST_STRING
