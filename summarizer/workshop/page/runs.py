"""Briefs made for the page: one at a time, in a thread, with steps to watch and a way to stop."""

from __future__ import annotations

import datetime as dt
import secrets
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from summarizer.errors import InputError, SummarizerError
from summarizer.progress import Progress, Report
from summarizer.workshop.page.folder import Folder

if TYPE_CHECKING:
    from summarizer.schema import Brief

KEPT = 20
"""Finished runs that can still be looked at and compared."""
SECONDS_TO_LET_GO = 5.0
"""How long closing the page waits for a run to stop."""

Under = Literal["shipped", "saved", "edits"]
"""Which prompts a run reads: the shipped ones, the folder as it is on disk, the folder with what is in the editor."""
State = Literal["running", "stopping", "done", "failed", "stopped"]


class Summarizes(Protocol):
    """What a run asks of a `summarizer.Summarizer`."""

    def summarize(self, text: str, *, published: dt.date | None = None, title: str | None = None) -> Brief:
        """The brief of `text`."""


Make = Callable[[Path, Report], AbstractContextManager[Summarizes]]
"""Prompts folder and whom to tell the steps → what makes the brief."""


class Busy(SummarizerError):
    """Another brief is being made."""


class _Stopped(Exception):
    """Breaks a run off at its next step."""


@dataclass(frozen=True)
class Sample:
    """An article that the page offers to open."""

    name: str
    text: str
    published: dt.date | None = None
    title: str | None = None


@dataclass
class Run:
    """One brief in the making, and made.

    `stages` are the steps so far, with the second at which each began; `layer` is the folder of prompts it read.
    """

    id: str
    article: Sample
    under: Under
    layer: str
    outcome: State = "running"
    stages: list[tuple[str, float]] = field(default_factory=list)
    progress: Progress | None = None
    brief: Brief | None = None
    error: SummarizerError | None = None
    began: float = field(default_factory=time.monotonic)
    ended: float | None = None
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def state(self) -> State:
        """Where it stands."""
        return self.outcome if self.over else "stopping" if self.stop.is_set() else "running"

    @property
    def seconds(self) -> float:
        """How long it has taken so far, or took."""
        return (self.ended or time.monotonic()) - self.began

    @property
    def over(self) -> bool:
        """Whether it has ended, in whichever way."""
        return self.ended is not None

    def report(self, progress: Progress) -> None:
        """Note a step; break off if somebody asked for that."""
        if self.stop.is_set():
            raise _Stopped
        self.progress = progress
        if not self.stages or self.stages[-1][0] != progress.stage:
            self.stages.append((progress.stage, round(self.seconds, 1)))


class Runs:
    """The runs of one page over one folder."""

    def __init__(self, folder: Folder, make: Make) -> None:
        self._folder = folder
        self._make = make
        self._runs: dict[str, Run] = {}
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()

    def start(self, article: Sample, under: Under, edits: Mapping[str, str]) -> Run:
        """Begin a run.

        Args:
            article: what is read.
            under: the prompts that are used.
            edits: file → text in the editor; used where `under` is "edits".

        Raises:
            Busy: another one is not over yet.
            InputError: the article is blank, or a file of `edits` cannot be used.
        """
        if not article.text.strip():
            raise InputError("there is no article yet: paste one, or open a sample")
        with self._lock:
            if self._thread is not None and self._thread.is_alive():
                raise Busy("a brief is being made already; wait for it, or stop it")
            layer = tempfile.TemporaryDirectory(prefix="workshop-")
            try:
                if under != "shipped":
                    self._folder.layer(Path(layer.name), edits if under == "edits" else {})
            except SummarizerError:
                layer.cleanup()
                raise
            run = Run(secrets.token_hex(8), article, under, layer.name)
            self._keep(run)
            # A daemon: a model that does not answer must not keep the program from ending.
            self._thread = threading.Thread(target=self._work, args=(run, layer), name="workshop-run", daemon=True)
            self._thread.start()
            return run

    def get(self, name: str) -> Run:
        """The run of that id.

        Raises:
            InputError: it is not known, or too long ago.
        """
        try:
            return self._runs[name]
        except KeyError:
            raise InputError(f"there is no run {name!r} any more; run it again") from None

    def cancel(self, name: str) -> Run:
        """Have a run stop at its next step."""
        run = self.get(name)
        if not run.over:
            run.stop.set()
        return run

    def close(self) -> None:
        """Stop what is running, and wait a little until it has let go."""
        for run in list(self._runs.values()):
            run.stop.set()
        if self._thread is not None:
            self._thread.join(SECONDS_TO_LET_GO)

    def _keep(self, run: Run) -> None:
        self._runs[run.id] = run
        while len(self._runs) > KEPT:
            del self._runs[next(iter(self._runs))]

    def _work(self, run: Run, layer: tempfile.TemporaryDirectory[str]) -> None:
        outcome: State = "failed"
        try:
            with layer, self._make(Path(layer.name), run.report) as summarizer:
                article = run.article
                run.brief = summarizer.summarize(article.text, published=article.published, title=article.title)
            outcome = "done"
        except _Stopped:
            outcome = "stopped"
        except SummarizerError as error:
            run.error = error
        except Exception as error:  # noqa: BLE001 - the thread's last stop: what is no error of ours is shown, not lost
            run.error = SummarizerError(f"the run broke off: {type(error).__name__}: {error}")
            run.error.__cause__ = error
        finally:
            run.outcome = outcome
            run.ended = time.monotonic()
