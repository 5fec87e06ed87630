"""The commands with their options. Only typer is loaded here: what a command needs is loaded when it runs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from summarizer import __version__
from summarizer.cli.evaluating import evals
from summarizer.cli.options import (
    Article,
    BaseUrl,
    LocalOnly,
    Model,
    Plan,
    Prompts,
    Published,
    Timeout,
    Title,
    require_directory,
)
from summarizer.cli.prompting import prompts as prompting


class Format(StrEnum):
    """How a brief is written."""

    TEXT = "text"
    JSON = "json"
    MD = "md"


def show_version(wanted: bool) -> None:
    """Print the version and exit."""
    if wanted:
        typer.echo(f"newsbrief {__version__}")
        raise typer.Exit


BriefFile = Annotated[Path, typer.Argument(metavar="BRIEF.json", exists=True, dir_okay=False)]
ModelName = Annotated[str | None, typer.Argument(metavar="NAME", help="As `models list` shows it.")]

Url = Annotated[str | None, typer.Option(help="The article's address, which is noted and not fetched.")]
As = Annotated[Format, typer.Option("--format", help="How the brief is written.")]
Out = Annotated[
    Path | None, typer.Option(callback=require_directory, dir_okay=False, help="A file to write instead of stdout.")
]
Rejected = Annotated[bool, typer.Option("--rejected", help="Show also what the text does not bear out.")]
Version = Annotated[bool, typer.Option("--version", callback=show_version, is_eager=True, help="Show the version.")]

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
models = typer.Typer(no_args_is_help=True, help="The models that run on this machine.")
app.add_typer(models, name="models")
app.add_typer(prompting, name="prompts")
app.add_typer(evals, name="eval")


def command() -> Any:
    """The whole program as one click command."""
    return typer.main.get_command(app)


@app.callback()
def program(version: Version = False) -> None:
    """News articles in, briefs out: actors, claims, deadlines and attacks, each with the words that say so."""


@app.command()
def brief(  # noqa: PLR0917 - each option is a parameter
    context: typer.Context,
    file: Article,
    published: Published = None,
    model: Model = None,
    base_url: BaseUrl = None,
    prompts: Prompts = None,
    plan: Plan = None,
    timeout: Timeout = None,
    title: Title = None,
    url: Url = None,
    form: As = Format.TEXT,
    out: Out = None,
    rejected: Rejected = False,
    local_only: LocalOnly = False,
) -> None:
    """Read an article and print its brief."""
    from summarizer.cli.briefing import Request, run

    arguments = {"model": model, "base_url": base_url, "prompts": prompts, "plan": plan, "timeout": timeout}
    request = Request(file, arguments, published, title, url, form, out, rejected, local_only)
    raise typer.Exit(run(request, context.obj))


@app.command()
def verify(brief_file: BriefFile, file: Article) -> None:
    """Check every quote of a brief against the article again; no model is asked."""
    from summarizer.cli.verification import verify

    verify(brief_file, file)


@app.command()
def config() -> None:
    """Show each setting, its value and who set it."""
    from summarizer.cli.listing import show_settings

    show_settings()


@models.command("list")
def list_models() -> None:
    """Show the known models and whether they are here."""
    from summarizer.cli.listing import show_models

    show_models()


@models.command("pull")
def pull_model(name: ModelName = None) -> None:
    """Download a model."""
    from summarizer.cli.listing import pull_model

    pull_model(name)


@models.command("path")
def show_path(name: ModelName = None) -> None:
    """Show where a model's file lies."""
    from summarizer.cli.listing import show_path

    show_path(name)


@models.command("remove")
def remove_model(name: Annotated[str, typer.Argument(metavar="NAME")]) -> None:
    """Delete a model's file."""
    from summarizer.cli.listing import remove_model

    remove_model(name)
