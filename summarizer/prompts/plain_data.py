"""What a template is given: texts, numbers, lists and mappings, copied, with nothing of Python left in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic import BaseModel

DEEPEST = 12


class NotPlain(TypeError):
    """An input is an object that a template cannot be given."""


def plain(value: Any, depth: int = 0) -> Any:
    """A copy of `value` made of str, int, float, bool, None, list and dict; dates become their ISO form.

    Mappings keep their keys as str; dataclasses, named tuples and pydantic models become mappings of their fields.

    Raises:
        NotPlain: there is something else in it, or it is nested too deep.
    """
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, dt.date | dt.datetime | dt.time):
        return str(value)
    if depth >= DEEPEST:
        raise NotPlain("an input is nested too deep to be shown")
    if (entries := _entries(value)) is not None:
        return {str(key): plain(each, depth + 1) for key, each in entries.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(each, depth + 1) for each in value]
    raise NotPlain(f"an input is a {type(value).__name__}, which a prompt cannot show; give texts, numbers and lists")


def _entries(value: Any) -> Mapping[Any, Any] | None:
    if isinstance(value, Mapping):
        return value
    if isinstance(value, BaseModel):
        return {name: getattr(value, name) for name in type(value).model_fields}
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: getattr(value, each.name) for each in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return dict(value._asdict())
    return None
