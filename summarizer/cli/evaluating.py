"""`summarizer eval …`: its options. What a command needs is loaded when it runs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli.options import Article, BaseUrl, Model, Prompts, Published, day_of, require_directory
from summarizer.settings import PLANS

if TYPE_CHECKING:
    from summarizer.evaluation.makers import Mode

CASES = Path("evals/cases")
RESULTS = Path("eval-results")


class SplitName(StrEnum):
    """Which half of the cases."""

    DEV = "dev"
    TEST = "test"
    ALL = "all"

    @property
    def half(self) -> str | None:
        """None for both."""
        return None if self is SplitName.ALL else self.value


class DialectName(StrEnum):
    """How a server wants a schema."""

    OPENAI = "openai"
    LLAMA_CPP = "llama.cpp"


evals = typer.Typer(no_args_is_help=True, help="Score briefs against labelled articles (it needs the extra evals).")

RunFolder = Annotated[Path, typer.Argument(metavar="RUN", exists=True, file_okay=False, help="What --out was.")]
Cases = Annotated[
    Path | None,
    typer.Option(
        exists=True, file_okay=False, help="Folder of labelled articles; else ./evals/cases, else the package's gate."
    ),
]
OtherCases = Annotated[
    Path | None, typer.Option("--cases", exists=True, file_okay=False, help="If they have moved since the run.")
]
Split = Annotated[
    SplitName | None, typer.Option(help="Which half; test is for a look now and then.", show_default="dev")
]
Tags = Annotated[list[str] | None, typer.Option("--tag", metavar="TAG", help="Only cases so tagged; repeatable.")]
Ids = Annotated[list[str] | None, typer.Option("--case", metavar="ID", help="Only this case; repeatable.")]
Gate = Annotated[bool, typer.Option("--gate", help="Only the cases marked gate, of both halves.")]
Dialect = Annotated[DialectName | None, typer.Option(help="How the server at --base-url wants schemas.")]
Plan = Annotated[str | None, typer.Option(help=f"How articles are read: {', '.join(PLANS)}.")]
Timeout = Annotated[float | None, typer.Option(metavar="SECONDS", help="For one brief.")]
Repeat = Annotated[int, typer.Option(min=1, help="Answers for each case.")]
Out = Annotated[Path, typer.Option(file_okay=False, help="Folder of the run; the same one goes on with it.")]
Record = Annotated[bool, typer.Option("--record", help="Record the gate's cases (or --case) while asking.")]
Replay = Annotated[bool, typer.Option("--replay", help="Answer the gate's cases (or --case) from the recordings.")]
Cassettes = Annotated[
    Path | None,
    typer.Option(file_okay=False, help="Folder of recordings; else ./cassettes/evals, else the package's."),
]
LocalOnly = Annotated[bool, typer.Option("--local-only", help="Send the articles to no host but this machine.")]


@evals.command()
def run(  # noqa: PLR0917 - each option is a parameter
    context: typer.Context,
    cases: Cases = None,
    split: Split = None,
    tag: Tags = None,
    case: Ids = None,
    gate: Gate = False,
    model: Model = None,
    base_url: BaseUrl = None,
    dialect: Dialect = None,
    prompts: Prompts = None,
    plan: Plan = None,
    timeout: Timeout = None,
    repeat: Repeat = 1,
    record: Record = False,
    replay: Replay = False,
    cassettes: Cassettes = None,
    out: Out = RESULTS,
    local_only: LocalOnly = False,
) -> None:
    """Ask for the brief of each case and judge what comes; interrupted, the same command goes on from there.

    Thresholds, baseline and further labels are looked for beside the cases. Exit codes: 0 kept, 3 below a threshold
    or significantly below the baseline, 2 a case or an option that is wrong, 1 recordings that no longer fit.
    """
    from summarizer.cli.answer_sources import Request
    from summarizer.cli.scoring import run
    from summarizer.evaluation.shipped import cases_folder, falls_back

    arguments = {"model": model, "base_url": base_url, "prompts": prompts, "plan": plan, "timeout": timeout}
    request = Request(
        cases=cases_folder(cases),
        split=half_of(split, cases, gate=gate),
        tags=tag or [],
        ids=case or [],
        gate=gate or falls_back(cases),
        arguments=arguments,
        dialect=dialect.value if dialect else None,
        repeat=repeat,
        out=out,
        mode=_mode({**arguments, "dialect": dialect, "split": split}, record=record, replay=replay),
        cassettes=_recordings(cassettes, cases, record=record),
        local_only=local_only,
    )
    raise typer.Exit(run(request, context.obj))


def _mode(arguments: dict[str, Any], *, record: bool, replay: bool) -> Mode:
    """Where answers come from; typer.BadParameter for options that exclude each other."""
    given = [name for name, value in arguments.items() if value is not None]
    if record and replay:
        raise typer.BadParameter("--record and --replay exclude each other")
    if (record or replay) and "split" in given:
        raise typer.BadParameter("recordings are of the gate's cases, of both halves (or --case): drop --split")
    if replay and (settled := [name for name in given if name != "prompts"]):
        raise typer.BadParameter(f"--replay takes {', '.join(settled)} from the recordings")
    return "recorded" if record else "replayed" if replay else "asked"


def half_of(split: SplitName | None, cases: Path | None, *, gate: bool) -> str | None:
    """The half that was asked for, dev if none was; None for both."""
    from summarizer.evaluation.shipped import CASES, falls_back

    if split and gate:
        raise typer.BadParameter("--gate is of both halves: drop --split")
    if split and falls_back(cases):
        raise typer.BadParameter(f"there is no {CASES}: of the package's cases only the gate's are there; drop --split")
    return (split or SplitName.DEV).half


def _recordings(folder: Path | None, cases: Path | None, *, record: bool) -> Path:
    """The folder of recordings; those of the package are never written."""
    from summarizer.evaluation.shipped import CASSETTES, cassettes_folder

    return CASSETTES if record and folder is None else cassettes_folder(folder, cases=cases)


@evals.command()
def compare(before: RunFolder, after: RunFolder, cases: OtherCases = None) -> None:
    """Say whether one run differs from another; 3 where a section is significantly lower."""
    from summarizer.cli.scoring import require_extra

    require_extra()
    from summarizer.cli.verdicts import compare_runs

    raise typer.Exit(compare_runs(before, after, cases))


@evals.command()
def report(
    run: RunFolder,
    cases: OtherCases = None,
    out: Annotated[
        Path | None,
        typer.Option(callback=require_directory, dir_okay=False, help="The HTML file; in the run's folder if not set."),
    ] = None,
    reveal: Annotated[bool, typer.Option("--reveal-test", help="Show the texts of the test split too.")] = False,
) -> None:
    """Judge a run again, with labels, thresholds and baseline as they are now, and write its HTML report."""
    from summarizer.cli.scoring import require_extra

    require_extra()
    from summarizer.cli.verdicts import write_page

    raise typer.Exit(write_page(run, cases, out, reveal=reveal))


@evals.command()
def accept(
    run: RunFolder,
    why: Annotated[str, typer.Option(help="Kept beside the baseline.")],
    cases: OtherCases = None,
) -> None:
    """Make a whole run the baseline that later ones are held against; labels are never touched."""
    from summarizer.cli.scoring import require_extra

    require_extra()
    from summarizer.cli.verdicts import accept_run

    accept_run(run, cases, why)


@evals.command()
def add(  # noqa: PLR0917 - each option is a parameter
    brief_file: Annotated[Path, typer.Argument(metavar="BRIEF.json", exists=True, dir_okay=False)],
    article: Article,
    source: Annotated[str, typer.Option(help="What sort of article: agency, court, sport …")],
    cases: Annotated[Path, typer.Option(file_okay=False, help="Folder of labelled articles.")] = CASES,
    name: Annotated[str | None, typer.Option("--id", help="Of the new case; else the name of BRIEF.json.")] = None,
    published: Published = None,
) -> None:
    """Make a corrected brief a labelled case of the dev split; --published if the brief does not say."""
    from summarizer.cli.scoring import require_extra

    require_extra()
    from summarizer.cli.verdicts import add_case

    add_case(brief_file, article, cases, name=name or brief_file.stem, source=source, published=day_of(published))


@evals.command()
def schema() -> None:
    """Print the JSON Schema of a case, by which editors complete and check."""
    from summarizer.evaluation.case_schema import case_schema

    typer.echo(case_schema(), nl=False)
