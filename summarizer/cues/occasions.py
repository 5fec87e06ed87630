"""When an attack that a sentence tells took place; pure."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from summarizer import dates
from summarizer.cues.backdrop import Backdrop
from summarizer.cues.clauses import Span
from summarizer.cues.foreign_times import in_english
from summarizer.cues.vocabulary import pattern
from summarizer.document import Document, Sentence
from summarizer.schema import When

_HAPPENED = "was"  # a context in the past, for dates.resolve
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
        if _is_verdict(document, text, trigger.start - sentence.start, mention.start):
            continue
        if _is_of_another_deed(document, text, mention.start, mention.end):
            continue
        since = _onset(document, text, mention.end, mention.text)
        if not since and pattern(document.language, "violence", "since").match(mention.text):
            continue
        span = Span(span.start + since, span.end)
        when = told_on(mention.text[since:], published, _HAPPENED if since else text, document.language)
        if not when.resolved or (published and when.start and when.start > published):
            continue
        distance = min(abs(span.start - trigger.start), abs(span.end - trigger.start))
        if best is None or distance < best[0]:
            best = distance, Occasion(span, when)
    return best[1] if best else None


def _onset(document: Document, text: str, end: int, mention: str) -> int:
    """The length of "since" where the deed opened the time: "shut since Tuesday night, when a drone hit it"."""
    since = pattern(document.language, "violence", "since").match(mention)
    when = re.compile(rf"\s*,?\s+{pattern(document.language, 'violence', 'when').pattern}", re.IGNORECASE)
    if since is None or not when.match(text, end):
        return 0
    return len(mention) - len(mention[since.end() :].lstrip())


def told_on(expression: str, published: dt.date | None, sentence: str, language: str = "en") -> When:
    """What a time of something that has happened means; a bare weekday whose sentence does not tell lies behind."""
    attempts = [(expression, sentence), (expression, _HAPPENED)]
    if english := in_english(expression, language):
        attempts.append((english, _HAPPENED))
    for attempt, context in attempts:
        when = dates.resolve(attempt, published, context=context)
        if when.resolved:
            return when.model_copy(update={"text": expression})
    return when


def _is_verdict(document: Document, text: str, deed: int, date: int) -> bool:
    """Whether between the deed and the date another act is told, of which it is the date: "… was jailed on Tuesday"."""
    return deed < date and bool(pattern(document.language, "violence", "verdict").search(text, deed, date))


def _is_of_another_deed(document: Document, text: str, start: int, end: int) -> bool:
    """Whether it is the day of a verb right behind it ("on Tuesday claimed") or of a toll ("rose to 13 on Friday")."""

    def words(section: str, name: str) -> str:
        return pattern(document.language, section, name).pattern

    told = (
        rf"\s*,?\s*(?:{words('violence', 'said')}|{words('violence', 'verdict')}|{words('violence', 'claims_before')})"
    )
    if re.compile(told, re.IGNORECASE).match(text, end):
        return True
    toll = rf"{words('casualties', 'killed_toll')}.*?{words('casualties', 'revised')}(?P<since>[^;]*)$"
    risen = re.search(toll, text[:start], re.IGNORECASE)
    deed = pattern(document.language, "violence", "deed_or_act")
    return risen is not None and not deed.search(risen.group("since")) and not re.match(r"['’]s\b", text[end:])


def _is_report(document: Document, before: str) -> bool:
    return bool(pattern(document.language, "violence", "said").search(" ".join(before.split()[-_REPORT:])))
