"""What the page is told, as plain JSON values: files, faults, runs and briefs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse

from summarizer.errors import PromptError, SummarizerError
from summarizer.render.outline import Entry, Section, provenance, sections
from summarizer.schema import SECTIONS
from summarizer.workshop.page.runs import Run, Sample

if TYPE_CHECKING:
    from summarizer.prompts import Fault
    from summarizer.schema import Actor, Attack, Brief, Claim, Deadline, ExtraItem
    from summarizer.workshop.changes import Change


class Json(JSONResponse):
    """JSON in plain ASCII: half a surrogate pair in an article is written as its escape instead of failing."""

    def render(self, content: Any) -> bytes:
        """The bytes of the answer."""
        return json.dumps(content, allow_nan=False).encode("ascii")


def fault_view(fault: Fault, folders: Iterable[Path]) -> dict[str, Any]:
    """A fault, its file named as in the list."""
    return {
        "file": _within(fault.path, folders),
        "line": fault.line,
        "column": fault.column,
        "code": fault.code,
        "severity": fault.severity,
        "message": fault.message,
        "hint": fault.hint,
    }


def error_view(error: SummarizerError, layer: str = "", folders: Sequence[Path] = ()) -> dict[str, Any]:
    """An error in words; `layer` is a folder whose path says nothing to the reader."""
    faults = error.faults if isinstance(error, PromptError) else ()
    return {
        "kind": type(error).__name__,
        "message": _without(str(error), layer),
        "faults": [fault_view(fault, (Path(layer), *folders)) for fault in faults],
    }


def change_view(change: Change) -> dict[str, Any]:
    """A difference of two briefs, its items by their ids."""
    return {
        "section": change.section,
        "kind": change.kind,
        "old": change.old_id,
        "new": change.new_id,
        "fields": change.fields,
    }


def sample_view(sample: Sample) -> dict[str, Any]:
    """An article to open."""
    published = sample.published.isoformat() if sample.published else None
    return {"name": sample.name, "text": sample.text, "published": published, "title": sample.title}


def run_view(run: Run, folders: Sequence[Path] = ()) -> dict[str, Any]:
    """A run as it stands, with its brief once it is there."""
    step = run.progress
    return {
        "id": run.id,
        "under": run.under,
        "state": run.state,
        "seconds": round(run.seconds, 1),
        "stages": [{"stage": stage, "at": at} for stage, at in run.stages],
        "step": {"done": step.done, "total": step.total, "unit": step.unit} if step else None,
        "brief": brief_view(run.brief, run.layer) if run.over and run.brief else None,
        "error": error_view(run.error, run.layer, folders) if run.error else None,
    }


def brief_view(brief: Brief, layer: str = "") -> dict[str, Any]:
    """A brief in the words of the text view, each item with the places in the text that say it."""
    run, usage = brief.run, brief.run.usage
    return {
        "headline": brief.headline,
        "summary": brief.summary,
        "about": provenance(brief.source),
        "sections": [_section(*each) for each in _named(brief)],
        "cost": {
            "seconds": round(run.seconds, 1),
            "calls": usage.calls,
            "input": usage.input_tokens,
            "output": usage.output_tokens,
            "cached": usage.cached_tokens,
            "estimated": usage.estimated,
            "model": run.model,
            "provider": run.provider,
        },
        "partial": run.partial,
        "warnings": [_without(warning, layer) for warning in run.warnings],
        "refused": [{"section": each.section, "reason": each.reason, "detail": each.detail} for each in run.rejected],
        "prompts": [{"id": each.id, "version": each.version, "sha256": each.sha256} for each in run.prompts],
    }


def _named(brief: Brief) -> Iterator[tuple[str, Section, list[str]]]:
    """Each section as it is shown, with its name and the ids of its items."""
    items: dict[str, Sequence[Actor | Claim | Deadline | Attack | ExtraItem]] = {
        "actors": brief.actors,
        "claims": brief.claims,
        "deadlines": brief.deadlines,
        "attacks": brief.attacks,
        # What is said of the items of a built-in section stands among their own lines.
        **{name: own for name, own in brief.extra.items() if name not in SECTIONS},
    }
    for (name, of_section), section in zip(items.items(), sections(brief, rejected=False), strict=True):
        yield name, section, [item.id for item in of_section]


def _section(name: str, section: Section, ids: Sequence[str]) -> dict[str, Any]:
    items = [_item(entry, of) for entry, of in zip(section.entries, ids, strict=True)]
    return {"name": name, "title": section.title, "items": items}


def _item(entry: Entry, name: str) -> dict[str, Any]:
    return {
        "id": name,
        "heading": entry.heading,
        "details": entry.details,
        "figures": [{"words": words, "start": each.start, "end": each.end} for words, each in entry.figures],
        "evidence": [{"start": each.start, "end": each.end} for each in entry.evidence],
    }


def _within(path: Path, folders: Iterable[Path]) -> str:
    """`path` as seen from the first of the folders that holds it."""
    for folder in folders:
        if folder != Path() and path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return path.as_posix()


def _without(words: str, layer: str) -> str:
    return words.replace(f"{layer}/", "") if layer else words
