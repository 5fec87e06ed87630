"""What is said on stderr while somebody waits: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from summarizer.progress import Progress, Report

SECONDS_BETWEEN_LINES = 5.0
MEGABYTE = 1_000_000


@contextmanager
def watching(stream: TextIO, *, clock: Callable[[], float] = time.monotonic) -> Iterator[Report]:
    """A report that shows what it is told on `stream`, from any thread."""
    if stream.isatty():
        with _bar(stream) as report:
            yield report
    else:
        yield _Lines(stream, clock)


class _Lines:
    """A line at each new stage, and within one at most every few seconds."""

    def __init__(self, stream: TextIO, clock: Callable[[], float]) -> None:
        self._stream = stream
        self._clock = clock
        self._lock = threading.Lock()
        self._stage = ""
        self._said = 0.0

    def __call__(self, progress: Progress) -> None:
        with self._lock:
            now = self._clock()
            if progress.stage == self._stage and now - self._said < SECONDS_BETWEEN_LINES:
                return
            self._stage, self._said = progress.stage, now
            amount = amount_of(progress)
            self._stream.write(f"{progress.stage}{': ' if amount else ''}{amount}\n")
            self._stream.flush()


def amount_of(progress: Progress) -> str:
    """How far: "3 of 7 calls", "120 of 1,117 MB", or "" when nothing is known yet."""
    done, total, unit = progress.done, progress.total, progress.unit
    if unit == "bytes":
        done, total, unit = done / MEGABYTE, total and total / MEGABYTE, "MB"
    if total is None:
        return f"{done:,.0f} {unit}".rstrip() if done else ""
    return f"{done:,.0f} of {total:,.0f} {unit}".rstrip()


@contextmanager
def _bar(stream: TextIO) -> Iterator[Report]:
    """A bar with a clock for the stage that is under way; gone when all is done."""
    from rich.console import Console
    from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    amount = TextColumn("{task.fields[amount]}", markup=False)
    stage = TextColumn("{task.description}", markup=False)
    columns = (SpinnerColumn(), stage, BarColumn(bar_width=24), amount, TimeElapsedColumn())
    lock = threading.Lock()
    with Bar(*columns, console=Console(file=stream), transient=True) as bar:
        under_way, task = "", bar.add_task("", amount="")

        def report(progress: Progress) -> None:
            nonlocal under_way, task
            with lock:
                if progress.stage != under_way:
                    bar.remove_task(task)
                    under_way, task = progress.stage, bar.add_task(progress.stage, total=None, amount="")
                bar.update(task, completed=progress.done, total=progress.total, amount=amount_of(progress))

        yield report
