"""Who sets a deadline and whom it binds, where the syntax of the clause is plain; pure."""

from __future__ import annotations

from summarizer.cues.clauses import Span
from summarizer.cues.expressions import deadline_words
from summarizer.cues.places import names_of
from summarizer.document import Document

Parties = tuple[tuple[Span, ...], tuple[Span, ...]]


def parties(document: Document, clause: Span) -> Parties:
    """(set by, binding on) as spans of names within `clause`; empty where the wording does not tell."""
    verb = deadline_words(document.language, "sets").search(document.text, *clause)
    if verb:
        return _names(document, Span(clause.start, verb.start())), _names(document, Span(verb.end(), clause.end))[:2]
    duty = deadline_words(document.language, "obligation").search(document.text, *clause)
    return (), _names(document, Span(clause.start, duty.start()))[-1:] if duty else ()


def _names(document: Document, span: Span) -> tuple[Span, ...]:
    return tuple(Span(n.start, n.end) for n in names_of(document) if span.start <= n.start and n.end <= span.end)
