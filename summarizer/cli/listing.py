"""`summarizer models` and `summarizer config`: what is here, and how things are set."""

from __future__ import annotations

import sys

import typer

from summarizer import local, settings
from summarizer.cli.columns import print_columns
from summarizer.cli.display import watching

MEGABYTE = 1_000_000


def show_settings() -> None:
    """A line each: name, value with secrets masked, origin."""
    print_columns(("SETTING", "VALUE", "FROM"), settings.resolve().shown())


def show_models() -> None:
    """A line each: name, size, state, what its makers call it, its licence."""
    known = local.models(settings.resolve().cache_dir)
    rows = [(model.name, _megabytes(model.size), _state(model), model.title, model.licence) for model in known]
    print_columns(("NAME", "SIZE", "STATE", "MODEL", "LICENCE"), rows)


def pull_model(name: str | None) -> None:
    """Download unless it is here; print the path."""
    with watching(sys.stderr) as report:
        file = local.pull(name or local.DEFAULT, cache_dir=settings.resolve().cache_dir, report=report)
    typer.echo(str(file))


def show_path(name: str | None) -> None:
    """Print the path; ModelUnavailable when the model is not here."""
    typer.echo(str(local.path(name or local.DEFAULT, settings.resolve().cache_dir)))


def remove_model(name: str) -> None:
    """Delete the file and say what that freed."""
    freed = local.remove(name, settings.resolve().cache_dir)
    typer.echo(f"{name}: {_megabytes(freed)} freed" if freed else f"{name} is not here")


def _state(model: local.ModelFile) -> str:
    if model.present:
        return "here, default" if model.default else "here"
    return f"{model.fetched / model.size:.0%} fetched" if model.fetched else "not here"


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:,.0f} MB"
