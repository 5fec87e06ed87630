"""`summarizer prompts try`: one article, two briefs, side by side."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from summarizer.cli.addressee import addressee, settled
from summarizer.cli.briefing import MakeSummarizer
from summarizer.cli.display import watching
from summarizer.cli.prompting_layers import pair
from summarizer.cli.prompting_words import About
from summarizer.progress import Progress
from summarizer.render.wording import visible

if TYPE_CHECKING:
    from rich.table import Table

    from summarizer.composition import Article
    from summarizer.prompts import Prompts
    from summarizer.schema import Brief
    from summarizer.settings import Settings
    from summarizer.workshop.changes import Content, Pair
    from summarizer.workshop.trial import Trial

MARKS = {"gained": "+", "lost": "−", "changed": "~", None: ""}
STYLES = {"gained": "green", "lost": "red", "changed": "yellow", None: "dim"}
WIDTH = 120
"""Columns where there is no terminal to ask."""


def run(
    about: About,
    own: Path | None,
    old: Path | None,
    make: MakeSummarizer | None,
    *,
    as_json: bool,
    fresh: bool,
    local_only: bool,
) -> None:
    """Ask for both briefs and show them. Errors are raised; what was answered before one is kept."""
    from summarizer.workshop.kept_briefs import KeptBriefs
    from summarizer.workshop.trial import try_

    before, after = pair(own, old)
    settled(about.arguments)  # before standard input is waited for
    with watching(sys.stderr) as report:
        report(Progress("reading the article", 0))
        article = about.article()
        chosen = addressee(about.arguments, local_only=local_only)
        kept = KeptBriefs.of(chosen, fresh=fresh)
        missing = [prompts for prompts in (before, after) if kept.find(article, prompts) is None]
        sys.stderr.write(_cost(article, missing, chosen))
        trial = try_(article, before, after, about.arguments, report, make=make, kept=kept)
    sys.stderr.write(_spent(trial))
    if as_json:
        typer.echo(trial.model_dump_json(indent=1))
    else:
        _show(trial, before, after)


def _cost(article: Article, asked: list[Prompts], chosen: Settings) -> str:
    """What is about to be asked, counted without asking."""
    from summarizer.workshop.dictation import dictate

    if not asked:
        return "both briefs are kept from an earlier try; nothing is asked\n"
    dictations = [dictate(article, prompts, chosen) for prompts in asked]
    calls, tokens = (sum(getattr(each, what) for each in dictations) for what in ("calls", "tokens"))
    briefs = "1 brief" if len(asked) == 1 else f"{len(asked)} briefs"
    return f"{briefs} to ask for: about {calls} questions, {tokens:,} tokens to read (model {chosen.model})\n"


def _spent(trial: Trial) -> str:
    """What each brief has cost."""
    lines = []
    for side, brief in (("old", trial.old), ("new", trial.new)):
        usage = brief.run.usage
        tokens = f"{usage.input_tokens:,} tokens in, {usage.output_tokens:,} out"
        kept = " (kept from an earlier try)" if side in trial.kept else ""
        lines.append(f"{side} prompts: {usage.calls} calls, {tokens}, {brief.run.seconds:.0f} s{kept}\n")
    return "".join(lines)


def _show(trial: Trial, before: Prompts, after: Prompts) -> None:
    from rich.console import Console

    console = Console(highlight=False, width=None if sys.stdout.isatty() else WIDTH)
    console.print(_table(trial, *(_title(prompts) for prompts in (before, after))))
    for side, brief in (("old", trial.old), ("new", trial.new)):
        for line in _remarks(brief):
            console.print(f"{side} prompts: {line}", markup=False)
    console.print(_count(trial), markup=False)


def _title(prompts: Prompts) -> str:
    return "shipped prompts" if len(prompts.layers) == 1 else str(prompts.layers[0])


def _table(trial: Trial, old: str, new: str) -> Table:
    """A row for each item of both briefs, sections apart; what is the same is shown once, dimmed."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from summarizer.workshop.changes import paired

    table = Table(box=box.SIMPLE_HEAD, expand=True)
    table.add_column("", no_wrap=True, width=9)
    table.add_column(Text(f"old: {old}"), ratio=1)
    table.add_column(Text(f"new: {new}"), ratio=1)
    section = None
    for each in paired(trial.old, trial.new):
        if each.section != section:
            section = each.section
            table.add_section()
            table.add_row("", Text(section.replace("_", " ").upper(), "bold"), "")
        style = STYLES[each.kind]
        table.add_row(
            Text(f"{MARKS[each.kind]} {each.kind or ''}".strip(), style), *(Text(t, style) for t in _sides(each))
        )
    return table


def _sides(pair: Pair) -> tuple[str, str]:
    """Both wordings; of a changed item the new one says which fields differ, and how."""
    old, new = (visible(_worded(pair.section, item)) if item else "" for item in (pair.old, pair.new))
    if pair.kind is None:
        return old, "the same"
    if pair.kind == "changed" and pair.fields != ["text"]:
        new = "\n".join([new, *_changed_fields(pair)])
    return old, new


def _changed_fields(pair: Pair) -> Iterator[str]:
    for name in pair.fields:
        old, new = ((item or {}).get(name) for item in (pair.old, pair.new))
        yield f"  {name}: {_value(old)} → {_value(new)}"


def _worded(section: str, item: Content) -> str:
    """An item on a line: what names it first."""
    match section:
        case "actors":
            return f"{item['name']} ({_value(item['kind'])})"
        case "claims":
            return f"{item['speaker']}: {item['text']} ({item['kind']})"
        case "deadlines":
            return f"{item['what']} ({_value(item['due'])}, {item['status']})"
        case "attacks":
            figures = "".join(f", {what} {_value(item[what])}" for what in ("killed", "injured") if item[what])
            return f"{item['kind'].replace('_', ' ')} in {_value(item['places'])}{figures}"
        case "headline" | "summary":
            return _value(item["text"])
    return "; ".join(
        f"{key}: {_value(value)}" for key, value in item.items() if key not in {"id", "evidence"} and value
    )


def _value(value: object) -> str:
    """A field's value in words, fit for a terminal."""
    if value in (None, [], ""):
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(_value, value))
    if isinstance(value, dict):
        told = value.get("quote") or value.get("text") or value
        days = value.get("end") if isinstance(value.get("end"), str) else value.get("start")
        return visible(f"{told} [{days}]") if isinstance(days, str) else visible(str(told))
    return visible(str(value))


def _remarks(brief: Brief) -> Iterator[str]:
    """What the editor should know of how a brief came about."""
    if brief.run.partial:
        yield "PARTIAL: not all of the article was read"
    yield from brief.run.warnings
    if brief.run.rejected:
        yield f"{len(brief.run.rejected)} item(s) refused, because the text does not bear them out"


def _count(trial: Trial) -> str:
    kinds = [change.kind for change in trial.changes]
    if not kinds:
        return "the briefs are the same"
    return ", ".join(f"{kinds.count(kind)} {kind}" for kind in ("gained", "lost", "changed"))
