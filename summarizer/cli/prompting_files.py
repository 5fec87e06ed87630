"""`summarizer prompts init | list | show | check`: the files themselves; no model is asked."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer

from summarizer import settings
from summarizer.cli import PROGRAM
from summarizer.cli.columns import print_columns
from summarizer.cli.prompting_layers import OVERRIDES, in_force, layer_of, visible_lines
from summarizer.errors import PromptError
from summarizer.prompts import Prompts
from summarizer.prompts.faults import did_you_mean
from summarizer.prompts.files import listing, read

NO_ERRORS, ERRORS = 0, 1
GUIDE = "README"
"""The one file of a layer that is for people only."""
DIGEST = 8
"""Characters of a SHA-256 that are shown."""


def init(folder: Path, *, force: bool) -> None:
    """Start a folder, and say what it holds and what comes next."""
    from summarizer.prompts.starting import start

    written = start(folder, force=force)
    typer.echo(f"{folder} is there, with" if written else f"{folder} has every file already; none was written")
    for path in written:
        typer.echo(f"  {path.relative_to(folder)}")
    typer.echo("\nChange a file in any text editor, README.md says what each does; then")
    typer.echo(f"  summarizer prompts check {folder}")
    typer.echo(f"  summarizer prompts diff --prompts {folder}")
    typer.echo(f"  summarizer prompts try ARTICLE.txt --prompts {folder}")


def show_list(folder: Path | None) -> None:
    """A line for each prompt and example in force."""
    prompts = in_force(folder)
    print_columns(("NAME", "VERSION", "FROM", "SECTION", "SHA-256", "WHAT IT IS FOR"), _rows(prompts))


def _rows(prompts: Prompts) -> Iterator[Sequence[str]]:
    digests = prompts.digests()
    for name in prompts.names():
        digest = digests.get(name, "")[:DIGEST]
        try:
            prompt = prompts.get(name)
        except PromptError:
            yield name, "-", "own", "", digest, "BROKEN: `summarizer prompts check` says where"
            continue
        description = " ".join(prompt.meta.description.split())
        yield name, str(prompt.meta.version), layer_of(prompt.path, prompts), prompt.section or "", digest, description
    for name, example in prompts.all_examples().items():
        digest = digests.get(f"examples/{name}", "")[:DIGEST]
        if isinstance(example, PromptError):
            yield f"examples/{name}", "-", "own", "", digest, "BROKEN: `summarizer prompts check` says where"
        else:
            about = " ".join(example.description.split())
            yield example.id, str(example.version), layer_of(example.path, prompts), "", digest, about


def show_one(name: str, folder: Path | None, *, shipped: bool) -> None:
    """The file of that name as it lies there.

    Raises:
        PromptError: there is none of that name, or it leads out of its folder or is no text.
    """
    prompts = Prompts.of() if shipped else in_force(folder)
    layer, path = file_of(prompts, name)
    content = read(layer, path).source
    sys.stderr.write(f"{path} ({layer_of(path, prompts)})\n")
    sys.stdout.write(visible_lines(content) if sys.stdout.isatty() else content)
    if layer_of(path, prompts) == OVERRIDES:
        sys.stderr.write(f"the one that it overrides: summarizer prompts show {name} --shipped\n")


def file_of(prompts: Prompts, name: str) -> tuple[Path, Path]:
    """Layer and file of a prompt or example, broken ones too, or of the guide; PromptError where no layer has it."""
    name = name.removesuffix(".md").removesuffix(".yaml")
    known = {each: (layer, path) for layer in reversed(prompts.layers) for each, path in listing(layer)}
    for layer in reversed(prompts.layers):
        if (guide := layer / f"{GUIDE}.md").is_file():
            known[GUIDE] = layer, guide
    if name not in known:
        raise PromptError(f"there is no prompt {name!r}; {did_you_mean(name, known)}")
    return known[name]


def check(folder: Path | None, *, as_json: bool) -> int:
    """Print every fault; 1 where one of them is an error."""
    from summarizer.workshop import checking
    from summarizer.workshop.checking import listing as told

    faults = checking.check(folder, context_window=settings.resolve().context_window)
    if as_json:
        typer.echo(told.as_json(faults), nl=False)
    else:
        number = sum(1 for _ in listing(folder or Prompts.of().layers[-1]))
        files = f"{number} file{'' if number == 1 else 's'}"
        typer.echo(told.as_text(faults), nl=False)
        typer.echo(f"{told.summary(faults)} in {files}" if faults else f"no faults in {files}")
        if not number:
            sys.stderr.write(f"{PROGRAM}: there is no prompt in {folder}: is it the folder that you mean?\n")
    return ERRORS if any(fault.severity == "error" for fault in faults) else NO_ERRORS
