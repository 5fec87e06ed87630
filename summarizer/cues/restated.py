"""Figures that leave out of what they are, right behind one that tells it: "the hospital gave a figure of 11"; pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.cues.clauses import Span
from summarizer.cues.tolls import TollFigure, giver_of, source_of
from summarizer.cues.victims import casualty_words
from summarizer.document import Document, Sentence
from summarizer.quantities import find_counts

_BEHIND = 2
"""Sentences behind a figure in which another may go without its word of fate."""
_GAP = 2
"""Characters between the words and their figure: a space, a quotation mark."""
_RAISED_WITHIN = 70
"""Characters behind a figure within which the same sentence replaces it."""
_HARMED = ("killed", "injured")


def with_restated(document: Document, told: Sequence[TollFigure], others: Sequence[int]) -> list[TollFigure]:
    """The figures and those which other sources set against them, in the order given; `others` tell other attacks."""
    found = list(told)
    last = max((figure.sentence for figure in told if figure.what in _HARMED), default=None)
    for number in range(min((figure.sentence for figure in told), default=1), (last or 0) + _BEHIND + 1):
        if number > len(document.sentences) or (number in others and number > (last or 0)):
            break
        found += _of_sentence(document, document.sentences[number - 1], found)
    return found


def _of_sentence(document: Document, sentence: Sentence, told: Sequence[TollFigure]) -> Iterator[TollFigure]:
    for name, revised in (("figure_again", False), ("later_raised", True)):
        for match in casualty_words(document.language, name).finditer(document.text, sentence.start, sentence.end):
            before = [f for f in told if f.what in _HARMED and f.span.end <= match.start() and f.counted]
            latest = max(before, key=lambda figure: figure.span.end, default=None)
            if latest is None or (revised and match.start() - latest.span.end > _RAISED_WITHIN):
                continue
            text = document.text[match.end() : sentence.end]
            for mention in find_counts(text, document.language):
                span = Span(match.start(), match.end() + mention.end)
                known = any(f.span.start < span.end and span.start < f.span.end for f in told)
                if mention.start <= _GAP and not known:
                    source = source_of(document, sentence, span)
                    giver = giver_of(document, sentence, span)
                    told_by = (sentence.number, True, revised, source, giver)
                    yield TollFigure(latest.what, mention.count, span, *told_by)
                break
