"""Who sets a deadline and whom it binds, where the syntax of the clause is plain; pure."""

from __future__ import annotations

import re

from summarizer.cues.clauses import Span
from summarizer.cues.names import find_names
from summarizer.cues.vocabulary import pattern
from summarizer.document import Document

_PHRASE = re.compile(r"(?:the|its|their|his|her|each of her|each of his|all)\s+(?:[\w’'-]+\s+){0,3}?[\w’'-]+|[^\W\d_]+s", re.IGNORECASE)


def parties(document: Document, clause: Span) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """(set by, binding on) as spans of names within `clause`; empty where the wording does not tell."""
    verb = pattern(document.language, "deadlines", "sets").search(document.text, clause.start, clause.end)
    if verb:
        return _names(document, Span(clause.start, verb.start())), _names(document, Span(verb.end(), clause.end))[:2]
    duty = pattern(document.language, "deadlines", "obligation").search(document.text, clause.start, clause.end)
    if duty:
        return (), _names(document, Span(clause.start, duty.start()))[-1:]
    return (), ()


def _names(document: Document, span: Span) -> tuple[Span, ...]:
    return tuple(Span(n.start, n.end) for n in find_names(document) if span.start <= n.start and n.end <= span.end)
