"""An article about sanctions and a section of one's own for them, as an editor would write it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.document import Document
from summarizer.drafts import ActorDraft, OwnDraft, OwnReading, Reading

ARTICLE = """\
The EU imposed sanctions on Kitania on Friday, freezing the assets of at least six banks.

“We will answer in kind,” said Lena Orlo, the foreign minister of Kitania.

The United States did not impose an embargo on Kitania.
France will lift its embargo on Orion Shipping from 1 September.
"""
PUBLISHED = dt.date(2025, 8, 9)
DOCUMENT = Document.of(ARTICLE, "en")
IMPOSED, ANSWERED, REFUSED, LIFTED = (DOCUMENT.quote(sentence) for sentence in DOCUMENT.sentences)

SANCTIONS = """\
name: sections/sanctions
version: 1
description: Sanctions that somebody imposes or lifts.
section: sanctions
rules:
  - List the sanctions that the article reports as imposed or lifted.
  - One item for each measure.
cues: [sanction, embargo]
fields:
  imposed_by: {type: actor, description: who imposes it, required: true}
  against: {type: text, description: whom it hits}
  measure: {type: choice, options: [imposed, lifted, extended], description: what happens to it}
  from: {type: date, description: when it takes effect}
  banks: {type: count, description: how many banks it hits}
  financial: {type: flag, description: whether it freezes money}
"""
CLAIMS = """\
---
name: sections/claims
version: 2
description: The rules for claims.
inputs: []
section: claims
fields:
  topic: {type: choice, options: [trade, war, other], description: what the claim is about}
---
List the claims.
"""
VALUES = {
    "imposed_by": "EU",
    "against": "Kitania",
    "measure": "imposed",
    "from": "on Friday",
    "banks": "six banks",
    "financial": True,
}


@dataclass(frozen=True)
class Field:
    """A field as the front matter describes one."""

    type: str
    description: str = ""
    options: Sequence[str] = ()
    required: bool = False


FIELDS = {
    "imposed_by": Field("actor", required=True),
    "against": Field("text"),
    "measure": Field("choice", options=("imposed", "lifted", "extended")),
    "from": Field("date"),
    "banks": Field("count"),
    "financial": Field("flag"),
}


def folder(path: Path, **files: str) -> Path:
    """A prompts folder with `sections/<name>.yaml` or `.md` of these contents."""
    (path / "sections").mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        suffix = "md" if content.startswith("---") else "yaml"
        (path / "sections" / f"{name}.{suffix}").write_text(content, encoding="utf-8")
    return path


def draft(sentence: int, quote: str = "", **values: Any) -> OwnDraft:
    return OwnDraft(sentence=sentence, quote=quote, values=values)


def reading(*drafts: OwnDraft, fields: dict[str, Field] | None = None, actors: Sequence[str] = ("EU",)) -> Reading:
    """What was read: these sanctions, and these organisations."""
    return Reading(
        actors=[ActorDraft(sentence=1, name=name, kind="organisation") for name in actors],
        own={"sanctions": OwnReading(FIELDS if fields is None else fields, list(drafts))},
    )
