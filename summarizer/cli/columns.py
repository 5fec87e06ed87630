"""Rows of text in columns, on standard output."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import typer


def print_columns(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A line for the titles and one for each row; columns are as wide as their widest cell."""
    table = [titles, *rows]
    widths = [max(len(row[column]) for row in table) for column in range(len(titles))]
    for row in table:
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
