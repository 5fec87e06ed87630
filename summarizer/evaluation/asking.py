"""Where the briefs of a run come from: the model, the model with its exchanges recorded, or the recordings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Protocol

from summarizer.errors import SummarizerError
from summarizer.evaluation.cases import Case
from summarizer.schema import Brief


class Summarizes(Protocol):
    """What is asked of a `summarizer.Summarizer`."""

    def summarize(self, text: str, *, published: dt.date | None = None, title: str | None = None) -> Brief:
        """The brief of `text`."""


Asks = Callable[[Case], Brief]
"""Makes the brief of a case, or raises whatever comes instead of one."""


def asking(summarizer: Summarizes) -> Asks:
    """Asks the model; text, dateline and title are all that it is told."""
    return lambda case: summarizer.summarize(case.text, published=case.published, title=case.title)


class Remembering:
    """Asks, and remembers the errors of one kind, each told once, for the end of the run."""

    def __init__(self, ask: Asks, kind: type[SummarizerError]) -> None:
        self._ask = ask
        self._kind = kind
        self.errors: list[str] = []

    def __call__(self, case: Case) -> Brief:
        """As the one it wraps."""
        try:
            return self._ask(case)
        except self._kind as error:
            self.errors.append(str(error))
            raise

    def raise_remembered(self) -> None:
        """Raise one error that tells them all, if there were any."""
        if self.errors:
            raise self._kind("\n".join(self.errors))
