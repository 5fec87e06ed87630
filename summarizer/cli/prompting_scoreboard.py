"""What is said on stderr while cases are asked for under two sets of prompts: the case at hand, and both scores."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TextIO

from summarizer.cli.scoreboard import Bars, bars, failures, shown
from summarizer.evaluation.scores import scores
from summarizer.progress import Progress, silent

if TYPE_CHECKING:
    from summarizer.evaluation.suite import Step
    from summarizer.evaluation.tallies import CaseTally
    from summarizer.workshop.testing import SideName

Tallies = Mapping["SideName", Sequence["CaseTally"]]


class Board(Protocol):
    """Is told of every step, of a brief and of the test."""

    def within(self, progress: Progress) -> None:
        """A step inside the brief under way."""

    def scored(self, side: SideName, step: Step, tallies: Tallies) -> None:
        """A brief done."""


@contextmanager
def scoreboard(stream: TextIO, total: int) -> Iterator[Board]:
    """A bar on a terminal, a line a brief elsewhere; `total` is the number of briefs."""
    if stream.isatty():
        with bars(stream, "briefs", total) as both:
            yield _OnBars(both)
    else:
        yield _Lines(stream, total)


def _told(side: SideName, step: Step) -> str:
    how = "kept" if step.kept else f"{step.tally.seconds:.0f} s"
    return "; ".join([f"{step.tally.case}, {side} prompts ({how})", *failures(step)])


def _score(tallies: Tallies) -> str:
    """Both scores so far, over the cases that both have."""
    done = min(map(len, tallies.values()))
    if not done:
        return ""
    found = [f"{side} {shown(scores(each[:done]).macro('right'))}" for side, each in tallies.items()]
    return f"right so far: {', '.join(found)}"


class _Lines:
    within = staticmethod(silent)

    def __init__(self, stream: TextIO, total: int) -> None:
        self._stream = stream
        self._total = total

    def scored(self, side: SideName, step: Step, tallies: Tallies) -> None:
        done = sum(map(len, tallies.values()))
        self._stream.write(f"{done}/{self._total} {_told(side, step)}  {_score(tallies)}".rstrip() + "\n")
        self._stream.flush()


class _OnBars:
    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self.within = bars.within

    def scored(self, side: SideName, step: Step, tallies: Tallies) -> None:
        self._bars.finish(_told(side, step), sum(map(len, tallies.values())), _score(tallies))
