"""Faults at the keys of a file, those that pydantic finds among them, in the words of an editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.prompts.faults import START, Fault, Position, did_you_mean, fault

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Step = str | int

_IN_PLAIN_WORDS = {
    "missing": ("this key is missing", "add it"),
    "int_type": ("this must be a whole number", "write it in figures, without quotes"),
    "int_parsing": ("this must be a whole number", "write it in figures, without quotes"),
    "float_parsing": ("this must be a number", "write it in figures, without quotes"),
    "float_type": ("this must be a number", "write it in figures, without quotes"),
    "bool_type": ("this must be true or false", "write true or false, without quotes"),
    "bool_parsing": ("this must be true or false", "write true or false, without quotes"),
    "list_type": ("this must be a list", "write [one, two], or each on a line of its own that begins with a dash"),
    "dict_type": ("this must be a mapping", "write each key on a line of its own, indented"),
    "model_type": ("this must be a mapping", "write each key on a line of its own, indented"),
    "string_type": ("this must be a text", "write it behind its key, in quotes if it has a colon"),
    "string_too_short": ("this is empty", "write a text, or drop the key"),
    "string_too_long": ("this is too long", "say it shorter"),
    "date_from_datetime_parsing": ("this must be a day", "write it as 2026-03-12"),
    "string_pattern_mismatch": (
        "a name here has small letters, digits and _ only and begins with a letter",
        "rename it, for instance imposed_by",
    ),
}
_LONGEST_VALUE = 60


@dataclass(frozen=True)
class Places:
    """A file that knows where its keys stand."""

    path: Path
    positions: Mapping[str, Position]

    def at(self, where: Sequence[Step]) -> Position:
        """Where a key or list item stands, or the nearest thing around it that is there."""
        paths = (".".join(map(str, where[:length])) for length in range(len(where), 0, -1))
        return next((self.positions[path] for path in paths if path in self.positions), START)

    def fault(self, where: Sequence[Step], code: str, message: str, hint: str = "") -> Fault:
        """An error at a key."""
        return fault(self.path, self.at(where), code, message, hint)

    def explained(self, error: ErrorDetails, known: Iterable[str], prefix: Sequence[Step] = ()) -> Fault:
        """A complaint of pydantic; `known` are the keys that may stand where it found one that may not."""
        where = [*prefix, *(step for step in error["loc"] if step != "[key]")]
        named = ".".join(map(str, where))
        if error["type"] == "extra_forbidden":
            return self.fault(
                where, "unknown-key", f"there is no key {named!r} here", did_you_mean(str(where[-1]), known)
            )
        if error["type"] == "literal_error":
            hint = did_you_mean(str(error["input"]), _offered(error))
            return self.fault(where, "value", f"{named}: there is no {error['input']!r} here", hint)
        code = "missing-key" if error["type"] == "missing" else "value"
        message, hint = _IN_PLAIN_WORDS.get(error["type"], (error["msg"].removeprefix("Value error, "), ""))
        return self.fault(where, code, f"{named}: {message}{_given(error)}", hint)


def _given(error: ErrorDetails) -> str:
    value: Any = error["input"]
    shown = repr(value) if isinstance(value, str | int | float) else ""
    return f", not {shown}" if shown and len(shown) <= _LONGEST_VALUE and error["type"] in _IN_PLAIN_WORDS else ""


def _offered(error: ErrorDetails) -> Iterator[str]:
    """The words of a Literal, which pydantic tells as "'a', 'b' or 'c'"."""
    for word in str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ").split(", "):
        yield word.strip("'")
