"""How long-running stages tell whoever watches where they are; a seam, so that nothing here prints."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Progress(NamedTuple):
    """One step: `done` of `total` (None while unknown), in `unit` ("calls", "bytes", …), of the stage named `stage`."""

    stage: str
    done: float
    total: float | None = None
    unit: str = ""


Report = Callable[[Progress], None]


def silent(_: Progress) -> None:
    """Tell nobody."""
