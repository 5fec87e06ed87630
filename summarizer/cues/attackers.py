"""Who attacked and what was attacked, as spans of the text where the wording names them; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarizer.cues.clauses import Span
from summarizer.cues.places import find_places
from summarizer.cues.vocabulary import pattern
from summarizer.cues.violent_acts import Act
from summarizer.document import Document

_BY = re.compile(r"\b(?:by|from)\s+((?:the\s+|an?\s+)?(?:[\w’'-]+\s+){0,3}?)", re.IGNORECASE)
_OBJECT_END = re.compile(r"[,.;:()–—]|\s(?:in|at|near|on|outside|after|before|when|while|who|which|that|and|killing|wounding|injuring)\b")


def perpetrators(document: Document, acts: Iterable[Act]) -> tuple[Span, ...]:
    """Assailants that stand before the deed or after "by", and who claims it, each form once."""
    found: dict[str, Span] = {}
    for act in acts:
        for span in _assailants(document, act):
            found.setdefault(document.text[span.start : span.end].casefold(), span)
    return tuple(found.values())


def targets(document: Document, act: Act) -> tuple[Span, ...]:
    """What follows the deed up to the next preposition of place or the end of the clause."""
    places = {span.start for span in find_places(document, act.clause)}
    match = re.compile(r"\s+(?:into|on|at|against|for)?\s*((?:an?|the|his|her|its|their|two|three)\s+)").match(document.text, act.trigger.end, act.clause.end)
    if match is None:
        return ()
    stop = _OBJECT_END.search(document.text, match.end(), act.clause.end)
    end = stop.start() if stop else act.clause.end
    if pattern(document.language, "violence", "attack").search(document.text, match.start(), end):
        return ()
    return (Span(match.start(1), end),) if end > match.end() and match.end() not in places else ()


def _assailants(document: Document, act: Act) -> Iterable[Span]:
    assailant = pattern(document.language, "violence", "assailant")
    said = pattern(document.language, "violence", "said")
    for match in assailant.finditer(document.text, act.clause.start, act.clause.end):
        if said.search(document.text[match.end() : act.clause.end].lstrip()[:24]) or said.search(document.text[match.start() - 12 : match.start()]):
            continue  # the police who tell it did not do it
        before_deed = match.end() <= act.trigger.start
        after_by = re.search(r"\bby\s+(?:[\w-]+\s+){0,3}$", document.text[act.clause.start : match.start()], re.IGNORECASE)
        if before_deed or after_by or match.start() == act.trigger.start:
            yield Span(match.start(), match.end())
