"""A template rendered once with stand-ins for its inputs: what only shows while it is filled in."""

from __future__ import annotations

from typing import Any

from summarizer.prompts.prompt import EXAMPLES_INPUT
from summarizer.workshop.checking.contracts import EXAMPLE, Contract

_KINDS: dict[str, Any] = {"number": 1, "first": 1, "last": 8, "opens_paragraph": False, "required": True}
"""Inputs and parts of inputs that are no text."""
_LISTS = frozenset({"sentences", "candidates", "items", "errors", "fields", "options", "others"})
_ITEMS = 3


def stand_ins(contract: Contract) -> dict[str, Any]:
    """A value of the right shape for each input that the program gives."""
    return {name: _stand_in(name, contract) for name in contract.given}


def _stand_in(name: str, contract: Contract) -> Any:
    if name == EXAMPLES_INPUT:
        return [EXAMPLE] * _ITEMS
    if name not in _LISTS:
        return _KINDS.get(name, f"some {name}")
    parts = contract.parts.get(f"{name}[]")
    if not parts:
        return [f"some {name}"] * _ITEMS
    return [{part: _KINDS.get(part, f"some {part}") for part in parts}] * _ITEMS
