"""What the whole text is about weighed against violence that it tells in passing; pure."""

from __future__ import annotations

import datetime as dt

from summarizer.cues.backdrop import Backdrop
from summarizer.cues.clauses import Span
from summarizer.cues.occasions import Occasion
from summarizer.cues.triggers import attack_words

_A_MONTH, _LATELY = dt.timedelta(days=31), dt.timedelta(days=10)


def by_topic(backdrop: Backdrop) -> set[str]:
    """Whether police and rescue appear in the text, or it is about sport, markets or science."""
    if backdrop.is_physical:
        return {"physical"}
    return {"foreign_topic"} if backdrop.is_foreign else set()


def told_as_news(backdrop: Backdrop, text: str, trigger: Span, when: Occasion | None, cues: set[str]) -> set[str]:
    """Cues against violence in a text about pretence or party politics, unless told in full; or of long ago."""
    told = len(cues & {"casualty", "place", "when"})
    found = {"history"} if attack_words(backdrop.document.language, "long_ago").search(text) else set()
    if backdrop.is_pretence:
        apart = told == len(("casualty", "place", "when")) or _is_of_another_day(backdrop, trigger, when)
        found.add("pretence_apart" if apart else "pretence")
    elif backdrop.is_political and told <= 1:
        found.add("politics")
    return found


def _is_of_another_day(backdrop: Backdrop, trigger: Span, when: Occasion | None) -> bool:
    """Whether it has a day or a month of its own, before that of which the text tells."""
    published = backdrop.published
    if not (when and published and when.when.start and when.when.end):
        return False
    between = backdrop.document.text[min(trigger.end, when.span.end) : max(trigger.start, when.span.start)]
    short = when.when.end - when.when.start <= _A_MONTH
    return short and published - when.when.end > _LATELY and ";" not in between
