"""`summarizer verify`: a brief and its article, held against each other without a model."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import typer

from summarizer.cli import PROGRAM
from summarizer.cli.briefing import read
from summarizer.errors import EvidenceError, InputError
from summarizer.schema import Brief


def verify(brief_file: Path, article: Path) -> None:
    """Say how many quotes stand, or raise EvidenceError with every one that does not; InputError for no brief.

    An article that the brief was not made from is said to be another, before its quotes are.
    """
    brief = read_brief(brief_file)
    text = read(article)
    if not brief.source.is_of(text):
        sys.stderr.write(f"{PROGRAM}: {article} is not the text that the brief was made from: {_told(brief, text)}\n")
    failures = list(dict.fromkeys(_failures(brief, text)))
    checked = sum(1 for _ in brief.evidence())
    if failures:
        wrong = sum(not evidence.stands_in(text) for _, evidence in brief.evidence())
        raise EvidenceError("\n  ".join([f"{wrong} of {checked} quotes do not stand in {article}:", *failures]))
    typer.echo(f"all {checked} quotes stand in {article}")


def read_brief(file: Path) -> Brief:
    """The brief in a file; InputError for what is none."""
    from pydantic import ValidationError

    try:
        return Brief.model_validate_json(file.read_bytes())
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(step) for step in first["loc"]) or "the whole"
        raise InputError(f"{file} is no brief: {where}: {first['msg']}; make one with `--format json`") from None


def _told(brief: Brief, text: str) -> str:
    """How the text differs from the one that was read, of which a brief keeps length and digest only."""
    if len(text) == brief.source.chars:
        return f"it has as many characters ({len(text)}), and not all of them are the same"
    return f"it has {len(text)} characters where that had {brief.source.chars}"


def _failures(brief: Brief, text: str) -> Iterator[str]:
    for owner, evidence in brief.evidence():
        if not evidence.stands_in(text):
            found = text[evidence.start : evidence.end]
            yield f"{owner} quotes {evidence.quote!r}, and at [{evidence.start}:{evidence.end}] stands {found!r}"
