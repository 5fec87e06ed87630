"""`summarizer eval …`: its options. What a command needs is loaded when it runs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from summarizer.settings import PLANS

CASES = Path("evals/cases")
RESULTS = Path("eval-results")
CASSETTES = Path("cassettes/evals")


class SplitName(StrEnum):
    """Which half of the cases."""

    DEV = "dev"
    TEST = "test"
    ALL = "all"


class DialectName(StrEnum):
    """How a server wants a schema."""

    OPENAI = "openai"
    LLAMA_CPP = "llama.cpp"


evals = typer.Typer(no_args_is_help=True, help="Score briefs against labelled articles (extra: newsbrief[evals]).")

Cases = Annotated[Path, typer.Option(exists=True, file_okay=False, help="Folder of labelled articles.")]
SplitOption = Annotated[SplitName, typer.Option("--split", help="Which half; test is for looking at once.")]
Tags = Annotated[list[str] | None, typer.Option("--tag", help="Only cases with this tag; may be given again.")]
Ids = Annotated[list[str] | None, typer.Option("--case", metavar="ID", help="Only this case; may be given again.")]
Gate = Annotated[bool, typer.Option("--gate", help="Only the cases marked gate, of both halves.")]
ModelOption = Annotated[str | None, typer.Option("--model", help='As for `brief`: a name, "local", "gguf:/path".')]
BaseUrl = Annotated[str | None, typer.Option(metavar="URL", help="Of an OpenAI-compatible server.")]
Dialect = Annotated[
    DialectName | None, typer.Option(help="How the server at --base-url wants schemas; OpenAI's way unless given.")
]
Prompts = Annotated[
    Path | None, typer.Option(exists=True, file_okay=False, help="Prompts used before the built-in ones.")
]
Plan = Annotated[str | None, typer.Option(help=f"How articles are read: {', '.join(PLANS)}.")]
Timeout = Annotated[float | None, typer.Option(metavar="SECONDS", help="For one brief.")]
Repeat = Annotated[int, typer.Option(min=1, help="Answers for each case.")]
OutFolder = Annotated[Path, typer.Option("--out", file_okay=False, help="Folder of results; the same one goes on.")]
LocalOnly = Annotated[bool, typer.Option("--local-only", help="Refuse every host but this machine.")]


@evals.command()
def run(  # noqa: PLR0917 - each option is a parameter
    context: typer.Context,
    cases: Cases = CASES,
    split: SplitOption = SplitName.DEV,
    tag: Tags = None,
    case: Ids = None,
    gate: Gate = False,
    model: ModelOption = None,
    base_url: BaseUrl = None,
    dialect: Dialect = None,
    prompts: Prompts = None,
    plan: Plan = None,
    timeout: Timeout = None,
    repeat: Repeat = 1,
    out: OutFolder = RESULTS,
    local_only: LocalOnly = False,
) -> None:
    """Ask for the brief of each case and score it; interrupted, it goes on from there next time.

    Exit codes: 0 kept · 3 below a threshold, or significantly below the baseline · 2 a case or option that is wrong.
    """
    from summarizer.cli.scoring import Request, run

    arguments = {"model": model, "base_url": base_url, "prompts": prompts, "plan": plan, "timeout": timeout}
    request = Request(
        cases=cases,
        split=None if gate or split is SplitName.ALL else split.value,
        tags=tag or [],
        ids=case or [],
        gate=gate,
        arguments=arguments,
        dialect=dialect.value if dialect else None,
        repeat=repeat,
        out=out,
        local_only=local_only,
    )
    raise typer.Exit(run(request, context.obj))
