"""Options and arguments that several commands have. Only typer is loaded here."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from summarizer.settings import PLANS

STDIN = Path("-")
DAY = "2025-08-07"


def parse_article(written: str) -> Path:
    """A file that is there, a pipe too, or standard input."""
    if not written.strip():
        raise typer.BadParameter(f"{written!r} names no file")
    file = Path(written)
    if file != STDIN and not file.exists():
        raise typer.BadParameter(f"there is no file {written!r}")
    if file.is_dir():
        raise typer.BadParameter(f"{written!r} is a directory")
    return file


def parse_folder(written: str) -> Path:
    """A folder that is there; no name at all, as an empty variable of a shell gives it, is not the current folder."""
    folder = Path(written)
    if not written.strip():
        raise typer.BadParameter(f"{written!r} names no directory")
    if not folder.is_dir():
        raise typer.BadParameter(f"{written!r} is a file" if folder.exists() else f"there is no directory {written!r}")
    return folder


def parse_moment(written: str) -> dt.date:
    """A date or a date with a time, in ISO 8601; of a time only the day it falls on counts, in its own zone."""
    parse = dt.date.fromisoformat if len(written) <= len(DAY) else dt.datetime.fromisoformat
    try:
        return parse(written)
    except ValueError:
        raise typer.BadParameter(f"{written!r} is no date; write it as {DAY} or {DAY}T18:00") from None


def day_of(published: dt.date | None) -> dt.date | None:
    """The day of a date or of a moment, in its own zone."""
    return published.date() if isinstance(published, dt.datetime) else published


def require_directory(out: Path | None) -> Path | None:
    """Where the file can lie; found out before a model is asked for minutes."""
    if out is not None and not out.absolute().parent.is_dir():
        raise typer.BadParameter(f"there is no directory {out.parent}")
    return out


Article = Annotated[Path, typer.Argument(parser=parse_article, metavar="FILE", help="The article; - is stdin.")]
Published = Annotated[
    dt.date | None,
    typer.Option(parser=parse_moment, metavar="DATE", help="When it appeared; relative dates count from its day."),
]
Model = Annotated[str | None, typer.Option(help='A name the server knows, "local", or "gguf:/path/to/file".')]
BaseUrl = Annotated[str | None, typer.Option(metavar="URL", help="Of an OpenAI-compatible server.")]
Prompts = Annotated[
    Path | None, typer.Option(parser=parse_folder, metavar="DIR", help="Prompts used before the built-in ones.")
]
Plan = Annotated[str | None, typer.Option(help=f"How the article is read: {', '.join(PLANS)}.")]
Timeout = Annotated[float | None, typer.Option(metavar="SECONDS", help="For the whole brief.")]
Title = Annotated[str | None, typer.Option(help="The article's title.")]
LocalOnly = Annotated[bool, typer.Option("--local-only", help="Send the article to no host but this machine.")]
