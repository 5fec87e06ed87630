"""Raw answers as they are kept: answers/<system>/<case>.json, with what they were made from; and as they are scored."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import mapping
from rules import HERE, Article, instructions

from summarizer.evaluation.answers import Answer, share
from summarizer.evaluation.cases import Case
from summarizer.evaluation.makers import Maker
from summarizer.local.catalogue import CATALOGUE, DEFAULT
from summarizer.schema import Brief, Usage

OURS = "newsbrief"
PEERS = ("instructor", "langextract")
SYSTEMS = (OURS, *PEERS)
SHARED = ("ask.py", "calls.py", "example.yaml", "requirements.txt")
OWN = {"instructor": ("instructor_peer.py", "schema.py"), "langextract": ("langextract_peer.py", "extractions.py")}
MODEL_SHA256 = CATALOGUE[DEFAULT].sha256

Raw = dict[str, Any]


@dataclass(frozen=True)
class Answers:
    """The answers in a folder."""

    folder: Path

    def path(self, system: str, case: str) -> Path:
        return self.folder / system / f"{case}.json"

    def find(self, system: str, case: Case) -> Raw | None:
        """The answer that is there, unless the article or what asked about it has changed since."""
        raw = self.read(system, case)
        return raw if raw and raw["key"] == key(system, case) else None

    def read(self, system: str, case: Case) -> Raw | None:
        """The answer to the article as it is now, whatever has changed besides."""
        try:
            raw: Raw = json.loads(self.path(system, case.id).read_bytes())
        except (FileNotFoundError, json.JSONDecodeError):
            return None
        return raw if raw["article"] == case.article_sha256 else None

    def save(self, system: str, case: Case, came: Raw) -> Raw:
        """Write what came, whole or not at all."""
        raw = {
            "system": system,
            "case": case.id,
            "article": case.article_sha256,
            "key": key(system, case),
            "made": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            **came,
        }
        path = self.path(system, case.id)
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=path.parent, encoding="utf-8", delete=False) as file:
            file.write(json.dumps(raw, ensure_ascii=False, separators=(",", ":")) + "\n")
        Path(file.name).replace(path)
        return raw


def key(system: str, case: Case) -> str:
    """SHA-256 of everything an answer depends on: article, model, and whatever asks about it."""
    if system == OURS:
        return Maker.of("local", "questions").key(case)
    # The rules as they are told: a prompt file may change in what a peer is never told.
    told = instructions() + Article(case.text, case.published, case.title).framed
    parts = [*((HERE / name).read_bytes() for name in (*SHARED, *OWN[system])), told.encode()]
    made = [case.article_sha256, MODEL_SHA256, *(hashlib.sha256(part).hexdigest() for part in parts)]
    return hashlib.sha256(json.dumps(made).encode()).hexdigest()


def of_brief(brief: Brief) -> Raw:
    """A brief without what is not scored."""
    unscored = {"rejected": True, "prompts": True, "coverage": True, "warnings": True}
    return brief.model_dump(mode="json", exclude={"run": unscored}, exclude_defaults=True)


def answer(raw: Raw, case: Case) -> Answer:
    """The answer to score; `exact` counts items, each with all of its evidence."""
    if raw["system"] == OURS and raw["answer"]:
        return _own(Brief.model_validate(raw["answer"]), raw, case.text)
    lost = sum(call["lost"] for call in raw["calls"])
    if raw["answer"] is None or (lost and lost == len(raw["calls"])):
        return Answer(outcome="crashed", usage=usage(raw["calls"]), seconds=raw["seconds"])
    read = mapping.of_instructor if raw["system"] == "instructor" else mapping.of_langextract
    annotations, exact = mapping.annotations(read(raw["answer"], case.text), case.language)
    return Answer(
        # instructor repairs what was lost by asking again; LangExtract leaves the chunk out.
        outcome="partial" if lost and raw["system"] == "langextract" else "done",
        annotations=annotations,
        exact=exact,
        usage=usage(raw["calls"]),
        seconds=raw["seconds"],
    )


def _own(brief: Brief, raw: Raw, text: str) -> Answer:
    exact = share(all(text[each.start : each.end] == each.quote for each in item.evidence) for item in brief.items())
    return replace(Answer.of_brief(brief, text), exact=exact, seconds=raw["seconds"])


def usage(calls: Iterable[Raw]) -> Usage:
    """Of all calls together."""
    calls = list(calls)
    return Usage(
        calls=len(calls),
        input_tokens=sum(call["input"] for call in calls),
        output_tokens=sum(call["output"] for call in calls),
        cached_tokens=sum(call["cached"] for call in calls),
    )
