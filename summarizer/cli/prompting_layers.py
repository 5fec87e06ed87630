"""Which prompts a command is about: the shipped ones, those of a folder, and the pair of a comparison."""

from __future__ import annotations

from pathlib import Path

import typer

from summarizer import settings
from summarizer.prompts import Prompts
from summarizer.render.wording import visible

SHIPPED, OWN, OVERRIDES = "shipped", "own", "own, overrides"
SUFFIXES = (".md", ".yaml")


def in_force(folder: Path | None) -> Prompts:
    """Those of `folder`, else of the folder that the settings name, over the shipped ones."""
    return Prompts.of(folder or settings.resolve().prompts)


def pair(own: Path | None, old: Path | None) -> tuple[Prompts, Prompts]:
    """The old prompts, the shipped ones unless named, and one's own.

    Raises:
        typer.BadParameter: no folder of one's own is named anywhere.
    """
    folder = own or settings.resolve().prompts
    if folder is None:
        raise typer.BadParameter(
            "name your folder of prompts: --prompts DIR (`summarizer prompts init DIR` starts one)"
        )
    return Prompts.of(old), Prompts.of(folder)


def layer_of(path: Path, prompts: Prompts) -> str:
    """Where a file in force comes from, in words."""
    shipped = prompts.layers[-1]
    if len(prompts.layers) == 1 or path.is_relative_to(shipped):
        return SHIPPED
    inside = path.relative_to(prompts.layers[0]).with_suffix("")
    covers = any((shipped / inside).with_suffix(suffix).is_file() for suffix in SUFFIXES)
    return OVERRIDES if covers else OWN


def visible_lines(text: str) -> str:
    """`text` with its line breaks and spaces as they are, and what a terminal would obey written as its escape."""
    return "\n".join(
        "".join(character if character in " \u3000" else visible(character) or character for character in line)
        for line in text.split("\n")
    )
