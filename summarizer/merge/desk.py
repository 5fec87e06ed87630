"""The checking desk: binds drafts to evidence, runs the guard, and keeps what was refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from summarizer import grounding
from summarizer.document import Document, Sentence
from summarizer.drafts import Draft
from summarizer.merge.cast import Cast
from summarizer.schema import Evidence, Rejected, RejectionReason


class Desk:
    """One document's checks; `rejected` fills as they refuse."""

    def __init__(self, document: Document, published: dt.date | None) -> None:
        self.document = document
        self.published = published
        self.cast = Cast(document)
        self.rejected: list[Rejected] = []

    def bind(self, section: str, draft: Any) -> list[Evidence]:
        """The evidence of a quote, a piece a sentence; [], and a rejection, where the text has no such passage."""
        text, pointed = self.document.text, self.document.sentence(draft.sentence)
        span = None
        if not draft.quote.strip() and pointed:
            span = grounding.Span(pointed.start, pointed.end)
        elif draft.quote.strip():
            within = (pointed.start, pointed.end) if pointed else None
            span = within and grounding.locate(text, draft.quote, within=within)
            span = span or grounding.locate(text, draft.quote)
        if span is None:
            self.refuse(section, draft, "not_found", f"no passage of the text reads {draft.quote!r}")
            return []
        return [
            grounding.evidence(text, max(span.start, s.start), min(span.end, s.end))
            for s in self.sentences(span.start, span.end)
        ]

    def sentences(self, start: int, end: int) -> list[Sentence]:
        """The sentences that `text[start:end]` touches."""
        return [s for s in self.document.sentences if s.start < end and start < s.end]

    def whole(self, evidence: Sequence[Evidence]) -> list[Evidence]:
        """The whole sentences around some pieces of evidence: what an item's words are checked against."""
        spans = dict.fromkeys((s.start, s.end) for piece in evidence for s in self.sentences(piece.start, piece.end))
        return [grounding.evidence(self.document.text, start, end) for start, end in spans]

    def holds(self, section: str, draft: Draft, content: Mapping[str, Any], evidence: Sequence[Evidence]) -> bool:
        """Whether the guard lets the content pass; if not, the draft is refused."""
        refusal = grounding.check(content, evidence, self.document.text, self.document.language)
        if refusal:
            self.refuse(section, draft, refusal.reason, refusal.detail)
        return refusal is None

    def find(self, wording: str, evidence: Sequence[Evidence]) -> Evidence | None:
        """Where a wording stands in the sentences of some evidence."""
        for piece in self.whole(evidence):
            if span := grounding.locate(self.document.text, wording, within=(piece.start, piece.end)):
                return grounding.evidence(self.document.text, *span)
        return None

    def sentence_saying(self, wording: str, evidence: Sequence[Evidence]) -> Evidence | None:
        """The first sentence of some evidence that has a wording."""
        whole = self.whole(evidence)
        text = self.document.text
        return next((p for p in whole if grounding.locate(text, wording, within=(p.start, p.end))), None)

    def context(self, evidence: Sequence[Evidence]) -> str:
        """The sentences around the evidence, for what decides a bare weekday."""
        return " ".join(piece.quote for piece in self.whole(evidence))

    def refuse(self, section: str, draft: Draft | Mapping[str, Any], reason: RejectionReason, detail: str) -> None:
        """Keep what may not enter the brief."""
        content = dict(draft) if isinstance(draft, Mapping) else draft.model_dump(mode="json", warnings=False)
        self.rejected.append(Rejected(section=section, content=content, reason=reason, detail=detail))
