"""How much time and text one rendering may take."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextvars import ContextVar
from typing import Any

SECONDS = 2.0
CHARACTERS = 1_000_000
"""Beyond those of the inputs."""
STEPS = 2_000_000
"""Passes through loops; an article has some hundred sentences."""


class OutOfBounds(Exception):
    """A bound was passed; `hint` says what can be done."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class Budget:
    """What is left to one rendering."""

    def __init__(self, characters: int, seconds: float = SECONDS, steps: int = STEPS) -> None:
        self.characters, self._steps = characters, steps
        self._left = characters
        self._deadline = time.monotonic() + seconds

    @classmethod
    def beside(cls, data: Mapping[str, Any]) -> Budget:
        """The budget of a rendering of `data`."""
        return cls(CHARACTERS + _size(data))

    def spend(self, characters: int) -> None:
        """Take note of written characters."""
        self._left -= characters
        if self._left < 0:
            raise OutOfBounds(
                f"this renders to more than {self.characters:,} characters", "let loops go through less, or say less"
            )
        self.tick()

    def step(self) -> None:
        """Take note of one pass through a loop."""
        self._steps -= 1
        if self._steps < 0:
            raise OutOfBounds(f"loops pass more than {STEPS:,} times", "do not put long loops into each other")
        self.tick()

    def fits(self, characters: int) -> None:
        """Refuse a text of that length before it is made."""
        if characters > self.characters:
            raise OutOfBounds(
                f"a filter makes more than {self.characters:,} characters", "replace or join with shorter texts"
            )
        self.tick()

    def tick(self) -> None:
        """Refuse to go on when the time is spent."""
        if time.monotonic() > self._deadline:
            raise OutOfBounds(
                f"rendering took more than {SECONDS:g} seconds", "use fewer loops, conditions and filters"
            )


BUDGET: ContextVar[Budget] = ContextVar("budget of the rendering under way")


def _size(value: Any) -> int:
    """Characters of all texts in plain data."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(_size(each) for each in value.values())
    return sum(_size(each) for each in value) if isinstance(value, list) else 0
