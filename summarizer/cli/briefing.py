"""`summarizer brief`: file in, brief out, and what is said meanwhile."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from summarizer.cli import INCOMPLETE, PROGRAM
from summarizer.cli.addressee import addressee, settled
from summarizer.cli.application import Format
from summarizer.cli.display import watching
from summarizer.cli.options import STDIN
from summarizer.cli.output import deliver
from summarizer.document import read_file
from summarizer.progress import Progress

if TYPE_CHECKING:
    from summarizer.schema import Brief

DONE = 0


class Summarizes(Protocol):
    """What this command asks of a `summarizer.Summarizer`."""

    def summarize(
        self, text: str, *, published: dt.date | None = None, title: str | None = None, url: str | None = None
    ) -> Brief:
        """The brief of `text`."""


MakeSummarizer = Callable[..., AbstractContextManager[Summarizes]]


@dataclass(frozen=True)
class Request:
    """What was asked for on the command line; `arguments` are those of `Summarizer`, None where not given."""

    file: Path
    arguments: dict[str, Any]
    published: dt.date | None
    title: str | None
    url: str | None
    format: Format
    out: Path | None
    rejected: bool
    local_only: bool


def run(request: Request, make_summarizer: MakeSummarizer | None = None) -> int:
    """Do it; the exit code of a finished brief, whole or partial. Errors are raised."""
    settled(request.arguments)  # before standard input is waited for
    with watching(sys.stderr) as report:
        report(Progress(f"reading {_shown(request.file)}", 0))
        text = read(request.file)
        addressee(request.arguments, local_only=request.local_only)
        make_summarizer = make_summarizer or _default_summarizer()
        with make_summarizer(progress=report, **request.arguments) as summarizer:
            brief = summarizer.summarize(text, published=request.published, title=request.title, url=request.url)
    deliver(_written(brief, text, request), request.out)
    if brief.run.partial:
        sys.stderr.write(f"{PROGRAM}: the brief is partial: not all of the article was read\n")
        return INCOMPLETE
    return DONE


def read(file: Path) -> str:
    """The article's text, of a file or of standard input."""
    return read_file(sys.stdin.buffer if file == STDIN else file)


def _default_summarizer() -> MakeSummarizer:
    from summarizer.pipeline import Summarizer

    return Summarizer


def _written(brief: Brief, text: str, request: Request) -> str:
    if request.format is Format.JSON:
        return f"{brief.model_dump_json(indent=2)}\n"
    from summarizer.render import as_markdown, as_text

    view = as_markdown if request.format is Format.MD else as_text
    return view(brief, text, rejected=request.rejected)


def _shown(file: Path) -> str:
    return "standard input" if file == STDIN else str(file)
