"""What the page takes from its neighbours, each replaceable in a test: the check, the comparison, a model."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from summarizer.progress import Report
from summarizer.workshop.page.layout import COPIES

if TYPE_CHECKING:
    from summarizer.pipeline import Summarizer
    from summarizer.prompts import Fault
    from summarizer.schema import Brief
    from summarizer.workshop.changes import Change

README = "README.md"


@dataclass(frozen=True)
class Checks:
    """`check` for the page.

    Attributes:
        folder: the faults of a whole folder over the shipped one, as it is on disk.
        text: those of one text that is not saved: (folder, file, text).
    """

    folder: Callable[[Path], Sequence[Fault]]
    text: Callable[[Path, str, str], Sequence[Fault]]


Compare = Callable[["Brief", "Brief"], Sequence["Change"]]


def checks() -> Checks:
    """The package's own check."""
    from summarizer.prompts import Prompts
    from summarizer.workshop.checking import check, check_source

    def text(folder: Path, file: str, source: str) -> Sequence[Fault]:
        if not is_prompt(file):
            return ()
        return check_source(file, source, Prompts.of(folder))

    return Checks(check, text)


def is_prompt(file: str) -> bool:
    """Whether the check has anything to say about such a file: not of the guide, not of what is set aside."""
    return file != README and not file.startswith(f"{COPIES}/")


@dataclass
class Relay:
    """Makes a `Summarizer` for each run, and keeps the last one open until the next has run.

    Two that use the embedded model share its server, which stops with its last user: so it is loaded once for all runs
    of the page, whatever prompts they read.

    Attributes:
        arguments: those of `Summarizer`, but prompts and progress.
        summarizer: what is made with them; None is `Summarizer`.
    """

    arguments: Mapping[str, Any]
    summarizer: Callable[..., Summarizer] | None = None
    _kept: Summarizer | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def __call__(self, prompts: Path, progress: Report) -> Iterator[Summarizer]:
        """A summarizer that reads the prompts of that folder."""
        from summarizer.pipeline import Summarizer

        summarizer = (self.summarizer or Summarizer)(**self.arguments, prompts=prompts, progress=progress)
        try:
            yield summarizer
        finally:
            self._keep(summarizer)

    def close(self) -> None:
        """Let go of the model."""
        self._keep(None)

    def _keep(self, summarizer: Summarizer | None) -> None:
        with self._lock:
            before, self._kept = self._kept, summarizer
        if before is not None:
            before.close()


def whom_it_asks(arguments: Mapping[str, Any]) -> str:
    """Where the article goes when a brief is made, in words.

    Raises:
        SettingsError: a setting has a value that cannot be used, or forbids the host.
        ModelUnavailable: there is no model to ask.
    """
    from summarizer import settings
    from summarizer.settings.access import is_loopback

    chosen = settings.resolve(**arguments)
    chosen.check_access()
    if chosen.endpoint is None:
        return f"model {chosen.model}, on this machine"
    host = urlsplit(chosen.endpoint).hostname
    if is_loopback(chosen.endpoint):
        return f"model {chosen.model}, served on this machine"
    return f"model {chosen.model}: a run sends the article to {host}"
