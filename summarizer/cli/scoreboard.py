"""What is said on stderr while cases are scored: the case at hand, and the score so far."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TextIO

from summarizer.cli.display import amount_of
from summarizer.progress import Progress, silent
from summarizer.render.wording import visible

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
        with bars(stream, "cases", total) as both:
            yield _OnBars(both)
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
    return "; ".join([f"{step.tally.case} ({how}): {summary(scores([step.tally]))}", *failures(step)])


def failures(step: Step) -> list[str]:
    """What came instead of whole briefs; an error quotes a server or a model, so it is made fit for a terminal."""
    return [visible(result.error or "partial") for result in step.results if result.outcome != "done"]


class _OnBars:
    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self.within = bars.within

    def scored(self, step: Step, so_far: Scores) -> None:
        self._bars.finish(_told(step), step.done, summary(so_far))


@contextmanager
def bars(stream: TextIO, what: str, total: int) -> Iterator[Bars]:
    """Two bars on a terminal; `what` is counted, "cases"."""
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    told = TextColumn("{task.fields[told]}", markup=False)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(bar_width=24), told, TimeElapsedColumn())
    with Bar(*columns, console=Console(file=stream), transient=True) as bar:
        yield Bars(bar, what, total)


class Bars:
    """One bar for all that is to be done with the score so far, one for the brief under way."""

    def __init__(self, bar: Bar, what: str, total: int) -> None:
        self._bar = bar
        self._total = total
        self._all = bar.add_task(what, total=total, told=f"0 of {total}")
        self._brief = bar.add_task("", total=None, told="")

    def within(self, progress: Progress) -> None:
        """A step inside the brief under way."""
        told = amount_of(progress)
        at, of = progress.done, progress.total
        self._bar.update(self._brief, description=progress.stage, completed=at, total=of, told=told)

    def finish(self, line: str, done: int, score: str) -> None:
        """One more done: its line stays above the bars, `score` stands beside them."""
        self._bar.console.print(line, markup=False, highlight=False)
        self._bar.update(self._all, completed=done, told=f"{done} of {self._total}  {score}".rstrip())
