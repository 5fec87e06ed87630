"""What the page may ask for: the bodies of its requests, checked before anything is done."""

from __future__ import annotations

import datetime as dt
import json
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request

from summarizer.errors import InputError
from summarizer.workshop.page.runs import Under

B = TypeVar("B", bound="Body")

MAX_BODY = 4 * 1024 * 1024
"""Bytes of one request: an article and every file of a folder with unsaved changes have room in it."""
MAX_ARTICLE = 1_000_000
MAX_EDITS = 200
NAME = 120


class Body(BaseModel):
    """Unknown fields are refused: a slip of the page is found, not passed over."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class File(Body):
    """One file."""

    file: str = Field(max_length=NAME)


class Text(File):
    """A file and what the editor holds of it."""

    source: str


class Save(Text):
    """A text to write; `seen` is the sha256 of the one that was opened, None for a new file."""

    seen: str | None = None


class SetAside(File):
    """An own file to move among the copies."""

    seen: str


class NewSection(Body):
    """An own section to begin."""

    name: str = Field(max_length=NAME)


class Start(Body):
    """A brief to make; `edits` maps files to what the editor holds of them."""

    text: str = Field(max_length=MAX_ARTICLE)
    published: dt.date | None = None
    title: str | None = Field(default=None, max_length=1_000)
    under: Under
    edits: dict[str, str] = Field(default={}, max_length=MAX_EDITS)


class Pair(Body):
    """Two runs to compare."""

    before: str = Field(max_length=NAME)
    after: str = Field(max_length=NAME)


async def body_of(request: Request, form: type[B]) -> B:
    """The body of a request, as JSON of that form.

    Raises:
        InputError: it is no JSON, or does not fit.
    """
    # A form of another site can send text, but not this type without being asked about it first.
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise InputError("a request needs the content type application/json")
    try:
        return form.model_validate(json.loads(await request.body()))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise InputError(f"{'.'.join(map(str, first['loc'])) or 'the request'}: {first['msg']}") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"the request is no JSON: {error}") from error
