"""`summarizer prompts …`: its options. What a command needs is loaded when it runs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli.evaluating import Cases, Dialect, Gate, Split, half_of
from summarizer.cli.options import (
    Article,
    BaseUrl,
    LocalOnly,
    Model,
    Plan,
    Published,
    Timeout,
    Title,
    parse_article,
    parse_folder,
)

TESTS = Path("eval-results/prompts")


class Form(StrEnum):
    """For people, or for programs."""

    TEXT = "text"
    JSON = "json"


prompts = typer.Typer(
    no_args_is_help=True,
    help="The workshop: change what the model is told, and see what that does, without writing any code.",
    epilog="Begin with: summarizer prompts init my-prompts",
)

Own = Annotated[
    Path | None,
    typer.Option(
        "--prompts",
        parser=parse_folder,
        metavar="DIR",
        help="Your folder of prompts; else SUMMARIZER_PROMPTS.",
    ),
]
Old = Annotated[
    Path | None,
    typer.Option("--old", parser=parse_folder, metavar="DIR", help="What to compare with; else the shipped prompts."),
]
As = Annotated[Form, typer.Option("--format", help="text for people, json for programs.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="As `prompts list` shows it, for instance sections/claims.")]
Sample = Annotated[
    Path | None,
    typer.Option(
        "--article", parser=parse_article, metavar="FILE", help="The article to show it on; else a built-in one."
    ),
]
Limit = Annotated[int | None, typer.Option(min=1, help="Of the cases that are touched, at most so many.")]
Answers = Annotated[
    Path, typer.Option(file_okay=False, help="Where the answers are kept; the same folder goes on with them.")
]
Estimate = Annotated[bool, typer.Option("--estimate", help="Only say what it would cost.")]


@prompts.command(epilog="Example: summarizer prompts init my-prompts")
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", file_okay=False, help="The folder to make; new or empty.")],
    force: Annotated[
        bool, typer.Option("--force", help="Write into a folder that has files; none is overwritten.")
    ] = False,
) -> None:
    """Start a folder of prompts of your own: a guide, the files most worth changing, and one section to copy from."""
    from summarizer.cli.prompting_files import init

    init(folder, force=force)


@prompts.command("list", epilog="Example: summarizer prompts list --prompts my-prompts")
def list_prompts(own: Own = None) -> None:
    """Show every prompt in force: where it comes from, its version, and what it is for."""
    from summarizer.cli.prompting_files import show_list

    show_list(own)


@prompts.command(epilog="Example: summarizer prompts show sections/claims --shipped")
def show(
    name: Name,
    own: Own = None,
    shipped: Annotated[bool, typer.Option("--shipped", help="The shipped one, even if you have your own.")] = False,
) -> None:
    """Show one prompt: its file, what stands in its head, and its text."""
    from summarizer.cli.prompting_files import show_one

    show_one(name, own, shipped=shipped)


@prompts.command(epilog="Example: summarizer prompts check my-prompts")
def check(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="DIR", exists=True, file_okay=False, help="Your folder; the shipped prompts if not set."
        ),
    ] = None,
    form: As = Form.TEXT,
) -> None:
    """Look for mistakes, each with its file, line, column and what to do about it; no model is asked.

    Exit codes: 0 no errors (there may be warnings), 1 errors.
    """
    from summarizer.cli.prompting_files import check

    raise typer.Exit(check(folder, as_json=form is Form.JSON))


@prompts.command(epilog="Example: summarizer prompts render article.txt --plan sections --part sections/claims")
def render(  # noqa: PLR0917 - each option is a parameter
    file: Article,
    published: Published = None,
    title: Title = None,
    own: Own = None,
    plan: Plan = None,
    model: Model = None,
    part: Annotated[str | None, typer.Option(metavar="NAME", help="Only what this prompt says.")] = None,
    form: As = Form.TEXT,
) -> None:
    """Show exactly what would be sent for an article, with about how many tokens it has; no model is asked.

    Questions that depend on the answers to earlier ones are marked.
    """
    from summarizer.cli.prompting_words import About, render

    about = About(file, published, title, {"plan": plan, "model": model})
    render(about, own, part, as_json=form is Form.JSON)


@prompts.command("try", epilog="Example: summarizer prompts try article.txt --prompts my-prompts --model local")
def try_(  # noqa: PLR0917 - each option is a parameter
    context: typer.Context,
    file: Article,
    own: Own = None,
    old: Old = None,
    published: Published = None,
    title: Title = None,
    model: Model = None,
    base_url: BaseUrl = None,
    plan: Plan = None,
    timeout: Timeout = None,
    form: As = Form.TEXT,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Ask for both briefs, even if one was asked for before.")
    ] = False,
    local_only: LocalOnly = False,
) -> None:
    """Show the brief of an article under the old and under your prompts, side by side.

    What is gained is marked +, what is lost −, what is changed ~. An answer that is there from an earlier try with the
    same article, prompts and model is not asked for again.
    """
    from summarizer.cli.prompting_trials import run
    from summarizer.cli.prompting_words import About

    arguments = {"model": model, "base_url": base_url, "plan": plan, "timeout": timeout}
    about = About(file, published, title, arguments)
    run(about, own, old, context.obj, as_json=form is Form.JSON, fresh=fresh, local_only=local_only)


@prompts.command(epilog="Example: summarizer prompts diff sections/claims --prompts my-prompts --template")
def diff(  # noqa: PLR0917 - each option is a parameter
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Only this prompt; else all that differ.")] = None,
    own: Own = None,
    old: Old = None,
    file: Sample = None,
    published: Published = None,
    title: Title = None,
    plan: Plan = None,
    model: Model = None,
    template: Annotated[bool, typer.Option("--template", help="Show the change of the files too.")] = False,
) -> None:
    """Show what your changes change in what is sent: the words themselves, not the template; no model is asked."""
    from summarizer.cli.prompting_words import About, diff

    about = About(file, published, title, {"plan": plan, "model": model})
    diff(about, name, own, old, template=template)


@prompts.command("test", epilog="Example: summarizer prompts test --prompts my-prompts --limit 12 --model local")
def ask_cases(  # noqa: PLR0917 - each option is a parameter
    context: typer.Context,
    own: Own = None,
    old: Old = None,
    cases: Cases = None,
    split: Split = None,
    gate: Gate = False,
    limit: Limit = None,
    model: Model = None,
    base_url: BaseUrl = None,
    dialect: Dialect = None,
    plan: Plan = None,
    timeout: Timeout = None,
    out: Answers = TESTS,
    only_estimate: Estimate = False,
    local_only: LocalOnly = False,
) -> None:
    """Ask for the labelled articles that your change touches under both prompts, and say which are better.

    Which cases are touched is found out without asking. Interrupted, the same command goes on from there; the answers
    under the old prompts are asked for once. Exit codes: 0 nothing is worse, 3 a section is significantly worse.
    """
    from summarizer.cli.prompting_tests import Request, run

    request = Request(
        own=own,
        old=old,
        cases=cases,
        split=half_of(split, cases, gate=gate),
        gate=gate,
        limit=limit,
        arguments={"model": model, "base_url": base_url, "plan": plan, "timeout": timeout},
        dialect=dialect.value if dialect else None,
        out=out,
        only_estimate=only_estimate,
        local_only=local_only,
    )
    raise typer.Exit(run(request, context.obj))


@prompts.command(epilog="Example: summarizer prompts edit my-prompts --model local --open")
def edit(  # noqa: PLR0917 - each option is a parameter
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", exists=True, file_okay=False, help="Your folder of prompts.")
    ],
    file: Sample = None,
    published: Published = None,
    title: Title = None,
    model: Model = None,
    base_url: BaseUrl = None,
    plan: Plan = None,
    timeout: Timeout = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where to listen on this machine; 0 takes a free one.")
    ] = 0,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    local_only: LocalOnly = False,
) -> None:
    """Change the prompts on a page in the browser, on this machine only (it needs the extra edit); Ctrl-C ends it."""
    from summarizer.cli.prompting_page import serve
    from summarizer.cli.prompting_words import About

    arguments = {"model": model, "base_url": base_url, "plan": plan, "timeout": timeout}
    about = About(file, published, title, arguments)
    serve(folder, about, port=port, open_browser=open_browser, local_only=local_only)
