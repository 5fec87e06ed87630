"""Prepositions behind which a name is a place, and nobody who acts or is meant; pure."""

from __future__ import annotations

_WHERE = frozenset(
    """in at on near above below under over off from inside outside across within around sur dans à en sous im auf bei
    über unter aus sobre bajo desde у в на під над""".split()
)
_THROUGH_AND_TOWARDS = frozenset("into through nach hacia з із до из с по".split())
"""Some of them stand before those who are spoken to as well: "звернувся до Києва"."""


def is_where(word: str) -> bool:
    """Whether what follows is where something is."""
    return word.casefold() in _WHERE


def is_place(word: str) -> bool:
    """Whether what follows is where something is, comes through or goes to."""
    return is_where(word) or word.casefold() in _THROUGH_AND_TOWARDS
