"""When an attack that a sentence tells took place; pure."""

from __future__ import annotations

from typing import NamedTuple

from summarizer import dates
from summarizer.cues.backdrop import Backdrop
from summarizer.cues.clauses import Span
from summarizer.cues.vocabulary import pattern
from summarizer.document import Document, Sentence
from summarizer.schema import When

_REPORT = 4  # words before a date within which "said" makes it the day of the report


class Occasion(NamedTuple):
    """A time expression, as offsets into the document's text, and what it means."""

    span: Span
    when: When


def occasion(backdrop: Backdrop, sentence: Sentence, part: Span, trigger: Span) -> Occasion | None:
    """The time expression of the part nearest to the trigger that is neither to come nor the day of the report."""
    document, published = backdrop.document, backdrop.published
    text, best = document.quote(sentence), None
    for mention in dates.find(text, document.language):
        span = Span(sentence.start + mention.start, sentence.start + mention.end)
        if not part.start <= span.start < part.end or _is_report(document, text[: mention.start]):
            continue
        when = dates.resolve(mention.text, published, context=text)
        if not when.resolved or (published and when.start and when.start > published):
            continue
        distance = min(abs(span.start - trigger.start), abs(span.end - trigger.start))
        if best is None or distance < best[0]:
            best = distance, Occasion(span, when)
    return best[1] if best else None


def _is_report(document: Document, before: str) -> bool:
    return bool(pattern(document.language, "violence", "said").search(" ".join(before.split()[-_REPORT:])))
