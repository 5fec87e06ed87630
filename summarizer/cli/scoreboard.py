"""What is said on stderr while cases are scored: the case at hand, and the score so far."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TextIO

from summarizer.cli.display import amount_of
from summarizer.progress import Progress, silent

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from summarizer.evaluation.scores import Scores
    from summarizer.evaluation.suite import Step


class Scoreboard(Protocol):
    """Is told of every step, of a brief and of the suite."""

    def within(self, progress: Progress) -> None:
        """A step inside the brief under way."""

    def scored(self, step: Step, so_far: Scores) -> None:
        """A case done."""


@contextmanager
def scoreboard(stream: TextIO, total: int) -> Iterator[Scoreboard]:
    """A bar on a terminal, a line a case elsewhere."""
    if stream.isatty():
        with _bar(stream, total) as board:
            yield board
    else:
        yield _Lines(stream)


def shown(value: float | None) -> str:
    """A score in two digits, a dash where there is none."""
    return "–" if value is None else f"{value:.2f}"


def summary(so_far: Scores) -> str:
    """The running score."""
    return f"found {shown(so_far.macro('found'))}  right {shown(so_far.macro('right'))}"


class _Lines:
    within = staticmethod(silent)

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def scored(self, step: Step, so_far: Scores) -> None:
        self._stream.write(f"{step.done}/{step.total} {_told(step)}  so far {summary(so_far)}\n")
        self._stream.flush()


def _told(step: Step) -> str:
    from summarizer.evaluation.scores import scores

    how = "kept" if step.kept else f"{step.tally.seconds:.0f} s"
    failed = [result.error or "partial" for result in step.results if result.outcome != "done"]
    told = f"{step.tally.case} ({how}): {summary(scores([step.tally]))}"
    return "; ".join([told, *failed])


@contextmanager
def _bar(stream: TextIO, total: int) -> Iterator[Scoreboard]:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    told = TextColumn("{task.fields[told]}", markup=False)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(bar_width=24), told, TimeElapsedColumn())
    with Bar(*columns, console=Console(file=stream), transient=True) as bar:
        yield _Bars(bar, total)


class _Bars:
    """One bar for the cases with the score so far, one for the brief under way."""

    def __init__(self, bar: Bar, total: int) -> None:
        self._bar = bar
        self._cases = bar.add_task("cases", total=total, told=f"0 of {total}")
        self._brief = bar.add_task("", total=None, told="")

    def within(self, progress: Progress) -> None:
        told = amount_of(progress)
        at, of = progress.done, progress.total
        self._bar.update(self._brief, description=progress.stage, completed=at, total=of, told=told)

    def scored(self, step: Step, so_far: Scores) -> None:
        self._bar.console.print(_told(step), markup=False, highlight=False)
        self._bar.update(self._cases, completed=step.done, told=f"{step.done} of {step.total}  {summary(so_far)}")
