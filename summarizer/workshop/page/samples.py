"""Articles that the page offers to try the prompts on; written for this, about invented people and events."""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib.resources import files

import yaml

from summarizer.workshop.page.runs import Sample


@cache
def shipped_samples() -> tuple[Sample, ...]:
    """The articles that come with the page, by name."""
    found = (file for file in files(__package__).joinpath("samples").iterdir() if file.name.endswith(".yaml"))
    return tuple(_sample(file.read_text(encoding="utf-8")) for file in sorted(found, key=lambda file: file.name))


def _sample(source: str) -> Sample:
    content = yaml.safe_load(source)
    published: dt.date = content["published"]
    return Sample(content["title"], content["text"], published, content["title"])
