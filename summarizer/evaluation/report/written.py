"""A verdict for the terminal, for a CI job page, and for machines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from summarizer.evaluation.annotations import SECTIONS
from summarizer.evaluation.report.tables import Table, articles, checks, comparison, sections, tables
from summarizer.evaluation.scores import MEASURES, Scores
from summarizer.evaluation.thresholds import scored_values
from summarizer.evaluation.verdict import Verdict


def headline(verdict: Verdict) -> str:
    """The verdict in one line."""
    fell = [check.name for check in verdict.checks if not check.kept]
    count = len(verdict.tallies)
    answered = f"{count} of {verdict.asked}" if count < verdict.asked else f"{count}"
    cases = f"{verdict.run}, {answered} case{'' if verdict.asked == 1 else 's'}, {verdict.maker.model}"
    if fell:
        return f"FELL ({cases}): {'; '.join(fell)}"
    if not verdict.checks:
        return f"kept ({cases}): nothing was asked of it"
    return f"kept ({cases}): {'1 check holds' if len(verdict.checks) == 1 else f'{len(verdict.checks)} checks hold'}"


def as_terminal(verdict: Verdict) -> str:
    """Every table but that of the cases, which were shown as they were done."""
    shown = [table for table in tables(verdict) if table.title != articles(verdict).title]
    return "\n\n".join([*map(columns, shown), headline(verdict)])


def as_job_summary(verdict: Verdict) -> str:
    """Markdown: the verdict first, what fell next, all else folded away."""
    fell = [row for row in checks(verdict).rows if row[0] != "kept"]
    parts = [f"## {headline(verdict)}", pipes(sections(verdict))]
    if fell:
        parts.insert(1, pipes(Table("What fell", checks(verdict).header, fell)))
    if verdict.differences:
        parts.append(pipes(comparison(verdict.differences, verdict.compared)))
    rest = "\n\n".join(pipes(table) for table in tables(verdict) if table.title != sections(verdict).title)
    return "\n\n".join([*parts, f"<details><summary>Everything</summary>\n\n{rest}\n\n</details>"]) + "\n"


def as_json(verdict: Verdict) -> str:
    """Every figure, unrounded."""
    content = {
        "run": verdict.run,
        "kept": verdict.kept,
        "exit_code": verdict.exit_code,
        "asked": verdict.asked,
        "maker": verdict.maker.model_dump(),
        "checks": [vars(check) for check in verdict.checks],
        "scores": _figures(verdict.scores),
        "intervals": {f"{section}.{measure}": interval for (section, measure), interval in verdict.intervals.items()},
        "tags": {name: _figures(scored) for name, scored in verdict.by_tag.items()},
        "languages": {name: _figures(scored) for name, scored in verdict.by_language.items()},
        "label_agreement": _figures(verdict.ceiling) if verdict.ceiling else None,
        "baseline": [{**vars(each), "change": each.change} for each in verdict.differences],
        "cases": [tally.model_dump(mode="json") for tally in verdict.tallies],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def columns(table: Table) -> str:
    """A table in columns of text."""
    lines: Iterable[str] = ()
    if table.rows:
        cells = [table.header, *table.rows] if any(table.header) else table.rows
        widths = [max(len(row[column]) for row in cells) for column in range(len(table.header))]
        lines = (
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
        )
    return "\n".join(line for line in (table.title, *(f"  {line}" for line in lines), *filter(None, [table.note])))


def pipes(table: Table) -> str:
    """A table in Markdown."""
    note = f"\n\n{table.note}" if table.note else ""
    if not table.rows:
        return f"### {table.title}{note}"
    lines = [table.header, ["---"] * len(table.header), *table.rows]
    body = "\n".join(f"| {' | '.join(map(_escaped, line))} |" for line in lines)
    return f"### {table.title}\n\n{body}{note}"


def _escaped(cell: str) -> str:
    return cell.replace("|", r"\|")


def _figures(scores: Scores) -> dict[str, Any]:
    return {
        "cases": scores.cases,
        **scored_values(scores),
        "unscored": {measure: scores.unscored(measure) for measure in MEASURES},
        "sections": {name: scores.section(name).tally.model_dump() for name in SECTIONS},
        **{
            f"extra.{name}.{measure}": getattr(score, measure)
            for name, score in scores.own.items()
            for measure in MEASURES
        },
        "extra": {name: score.tally.model_dump() for name, score in scores.own.items()},
        "outcomes": scores.tally.outcomes,
        "usage": scores.tally.usage.model_dump(),
        "seconds": scores.tally.seconds,
    }
