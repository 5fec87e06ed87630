"""Who sets a deadline and whom it binds, where the syntax of the clause is plain; pure."""

from __future__ import annotations

from summarizer.cues.backdrop import Backdrop
from summarizer.cues.clauses import Span
from summarizer.cues.expressions import deadline_words

Parties = tuple[tuple[Span, ...], tuple[Span, ...]]


def parties(backdrop: Backdrop, clause: Span) -> Parties:
    """(set by, binding on) as spans of names within `clause`; empty where the wording does not tell."""
    document = backdrop.document
    verb = deadline_words(document.language, "sets").search(document.text, *clause)
    if verb:
        return _names(backdrop, Span(clause.start, verb.start())), _names(backdrop, Span(verb.end(), clause.end))[:2]
    duty = deadline_words(document.language, "obligation").search(document.text, *clause)
    return (), _names(backdrop, Span(clause.start, duty.start()))[-1:] if duty else ()


def _names(backdrop: Backdrop, span: Span) -> tuple[Span, ...]:
    return tuple(Span(name.start, name.end) for name in backdrop.names_in(span))
