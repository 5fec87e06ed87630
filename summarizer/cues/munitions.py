"""How many drones, missiles or shells an attack took, as its tellings count them; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from summarizer.cues.clauses import Span
from summarizer.cues.tolls import TollFigure, source_of
from summarizer.cues.victims import casualty_words
from summarizer.cues.violent_acts import Act
from summarizer.document import Document
from summarizer.quantities import find_counts

_FEWEST = 2
"""One drone is just what it was."""
_ADJECTIVES = r"\s+(?:(?!(?:of|and|or|in|by|with|from)\b)[^\W\d_][\w’'-]*\s+){0,3}?"
_BARS_BEFORE = 40
"""Characters before a count in which a word may tell that they were brought down or found."""


def strikes(document: Document, acts: Iterable[Act]) -> list[TollFigure]:
    """The first count of munitions of each telling, once from each source: "two drones struck the depot"."""
    kept: list[TollFigure] = []
    for figure in (found for act in acts if act.tells_violence for found in list(_counted(document, act))[:1]):
        if all(figure.source != other.source and figure.count.low != other.count.low for other in kept):
            kept.append(figure)
    return kept


def _counted(document: Document, act: Act) -> Iterator[TollFigure]:
    text = document.text[slice(*act.clause)]
    munition = casualty_words(document.language, "munition").pattern
    follows = re.compile(rf"{_ADJECTIVES}{munition}", re.IGNORECASE)
    day = casualty_words(document.language, "opening_day").pattern
    sent = re.compile(
        rf"^\W*$|^\W*{day}$|{casualty_words(document.language, 'strikes_with').pattern}\W*$", re.IGNORECASE
    )
    barred = casualty_words(document.language, "never_struck")
    for mention in find_counts(text, document.language):
        behind = follows.match(text, mention.end)
        bound = mention.count.low if mention.count.low is not None else mention.count.high
        if behind is None or bound is None or bound < _FEWEST:
            continue
        before = re.split(r"[,;]", text[max(mention.start - _BARS_BEFORE, 0) : mention.start])[-1]
        if sent.search(before.rstrip()) and not (barred.search(before) or barred.match(text[behind.end() :].lstrip())):
            span = Span(act.clause.start + mention.start, act.clause.start + behind.end())
            parted = re.search(r"[;:]\s", document.text[span.end : act.sentence.end])
            source = "" if parted else source_of(document, act.sentence, span)
            yield TollFigure("strikes", mention.count, span, act.sentence.number, source=source)
