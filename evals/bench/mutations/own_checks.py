"""What this library says to a row of the bench: the stages that an item passes on its way into a brief."""

from __future__ import annotations

from typing import Any

from summarizer.grounding import check, check_count, check_place, check_speaker, evidence, locate
from summarizer.quantities import parse_count
from summarizer.schema import Evidence

_FREE_TEXT = (
    "text",
    "what",
    "consequence",
    "amount",
    "killed",
    "injured",
    "due",
    "when",
    "weapon",
    "targets",
    "places",
)


def refused_by(row: dict[str, Any]) -> str | None:
    """The stage that refuses a row ("locate", "check/figure", "check_speaker", …), or None where it passes.

    `row` is a line of the generator, as a mapping.
    """
    text, item, language = row["text"], row["item"], row["language"]
    span = locate(text, item["quote"])
    if span is None:
        return "locate"
    found = evidence(text, *span)
    content = {field: item[field] for field in _FREE_TEXT if item.get(field)}
    refusal = check(content, [found], text, language)
    if refusal:
        return f"check/{refusal.reason}"
    return _misplaced(item, found, text, language)


def _misplaced(item: dict[str, Any], found: Evidence, text: str, language: str) -> str | None:
    """The swap check that refuses the item."""
    if item.get("speaker"):
        unknown = check({"speaker": item["speaker"][:1]}, [found], text, language)
        if unknown:
            return f"check/{unknown.reason}"
        if check_speaker(item["speaker"], found, text, language):
            return "check_speaker"
    for kind in ("killed", "injured"):
        count = parse_count(item[kind], language) if item.get(kind) else None
        if count and check_count(kind, count, found, text, language):  # type: ignore[arg-type]
            return "check_count"
    if any(check_place(place, found, text, language) for place in item.get("places", [])):
        return "check_place"
    return None
