"""The filters and tests that a template may use; each is bounded, and none can be worked out before it is rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context, StrictUndefined

from summarizer.prompts.bounds import BUDGET

WIDEST = 10_000
"""Characters that `truncate` may be asked for."""


def _text(value: Any) -> str:
    """`value` as it would be shown; a missing one raises."""
    return str(value)


def _made(value: str) -> str:
    BUDGET.get().fits(len(value))
    return value


@pass_context
def _default(_: Context, value: Any, instead: Any = "", empty: Any = False) -> Any:
    """`value`, or `instead` where there is none; with `true` behind it also where it is empty."""
    missing = isinstance(value, Undefined) or value is None
    return instead if missing or (empty and not value) else value


@pass_context
def _join(_: Context, value: Any, between: Any = "") -> str:
    """The items one after the other, with a text between them."""
    budget, between = BUDGET.get(), _text(between)
    parts, total = [], 0
    for each in value:
        parts.append(_text(each))
        total += len(parts[-1]) + len(between)
        budget.fits(total)
    return str(between.join(parts))


@pass_context
def _length(_: Context, value: Any) -> int:
    """How many items, entries or characters."""
    BUDGET.get().tick()
    return len(value)


@pass_context
def _lower(_: Context, value: Any) -> str:
    return _made(_text(value).lower())


@pass_context
def _upper(_: Context, value: Any) -> str:
    return _made(_text(value).upper())


@pass_context
def _capitalize(_: Context, value: Any) -> str:
    return _made(_text(value).capitalize())


@pass_context
def _trim(_: Context, value: Any) -> str:
    return _made(_text(value).strip())


@pass_context
def _first(_: Context, value: Sequence[Any]) -> Any:
    return value[0] if value else StrictUndefined(name="first item")


@pass_context
def _last(_: Context, value: Sequence[Any]) -> Any:
    return value[-1] if value else StrictUndefined(name="last item")


@pass_context
def _replace(_: Context, value: Any, old: Any, new: Any) -> str:
    """The text with `new` for every `old`; an empty `old` is refused."""
    text, old, new = _text(value), _text(old), _text(new)
    if not old:
        raise ValueError("replace needs a text to replace, and it is empty")
    BUDGET.get().fits(len(text) + text.count(old) * max(0, len(new) - len(old)))
    return text.replace(old, new)


@pass_context
def _truncate(_: Context, value: Any, length: Any = 255) -> str:
    """The first `length` characters, cut between words, with … where something was cut."""
    text = _text(value)
    if not isinstance(length, int) or not 0 < length <= WIDEST:
        raise ValueError(f"truncate takes a number from 1 to {WIDEST}")
    if len(text) <= length:
        return text
    return _made(f"{text[:length].rpartition(' ')[0] or text[:length]}…")


FILTERS: dict[str, Callable[..., Any]] = {
    "capitalize": _capitalize,
    "count": _length,
    "default": _default,
    "first": _first,
    "join": _join,
    "last": _last,
    "length": _length,
    "lower": _lower,
    "replace": _replace,
    "trim": _trim,
    "truncate": _truncate,
    "upper": _upper,
}
ARGUMENTS = {"default": 2, "join": 1, "replace": 2, "truncate": 1}
"""The most arguments of each filter that takes any."""

TESTS: dict[str, Callable[..., bool]] = {
    "defined": lambda value: not isinstance(value, Undefined),
    "undefined": lambda value: isinstance(value, Undefined),
    "none": lambda value: value is None,
    "string": lambda value: isinstance(value, str),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "true": lambda value: value is True,
    "false": lambda value: value is False,
    "mapping": lambda value: isinstance(value, dict),
    "sequence": lambda value: isinstance(value, list | str),
    # Of a text % would fill in its placeholders, and one can ask for gigabytes.
    "odd": lambda value: isinstance(value, int) and value % 2 == 1,
    "even": lambda value: isinstance(value, int) and value % 2 == 0,
}


class _Counted:
    """A list whose every step is counted."""

    def __init__(self, items: Any) -> None:
        self._items = items

    def __iter__(self) -> Iterator[Any]:
        budget = BUDGET.get()
        for each in self._items:
            budget.step()
            yield each

    def __len__(self) -> int:
        return len(self._items)


@pass_context
def counted(_: Context, value: Any) -> _Counted:
    """What a loop goes through."""
    if not isinstance(value, list | dict | str):
        _refuse_missing(value)
        raise TypeError("a loop goes through a list, and this is none")
    BUDGET.get().tick()
    return _Counted(value)


@pass_context
def looked_at(_: Context, value: Any) -> Any:
    """What a condition tests."""
    BUDGET.get().tick()
    return value


def _refuse_missing(value: Any) -> None:
    """Raise the error of a missing input, if it is one."""
    if isinstance(value, Undefined):
        str(value)
