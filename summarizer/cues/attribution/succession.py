"""Quotations that go on from one sentence or paragraph to the next, with the speaker of the first; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from summarizer.cues.attribution.attributed import SURE, Attribution
from summarizer.cues.quotations import quotation_of
from summarizer.document import Document, Sentence

_NEAR = 3
"""Sentences within one paragraph over which a quotation without a speaker looks for its own."""


def continued(attributions: list[Attribution], document: Document) -> list[Attribution]:
    """Each unattributed quotation given the speaker of its neighbour: in the same quotation, then before it, then after it."""
    by_sentence = {a.sentence: a for a in attributions if a.speaker}
    result = []
    for attribution in attributions:
        neighbour = None if attribution.speaker else _neighbour(attribution, by_sentence, document)
        settled = (
            replace(attribution, speaker=neighbour.speaker, pronoun=neighbour.pronoun, prior=SURE)
            if neighbour
            else attribution
        )
        if neighbour:
            by_sentence[settled.sentence] = settled
        result.append(settled)
    return result


def _neighbour(attribution: Attribution, known: dict[int, Attribution], document: Document) -> Attribution | None:
    sentence = document.sentences[attribution.sentence - 1]
    for other in _near(sentence, document):
        if other.number in known:
            return known[other.number]
    return None


def _near(sentence: Sentence, document: Document) -> Iterator[Sentence]:
    """The sentences of the same quotation, then those before it in its paragraph, then those after."""
    quotation = quotation_of(document, sentence)
    around = [s for s in document.sentences if abs(s.number - sentence.number) <= 2 * _NEAR]
    if quotation:
        yield from (s for s in around if s.start < quotation.end and quotation.start < s.end and s is not sentence)
        if opening := _opens_earlier(sentence, document):
            yield opening
    same = [s for s in around if s.paragraph == sentence.paragraph and abs(s.number - sentence.number) <= _NEAR]
    yield from (s for s in reversed(same) if s.number < sentence.number)
    yield from (s for s in same if s.number == sentence.number + 1)


def _opens_earlier(sentence: Sentence, document: Document) -> Sentence | None:
    """The sentence before this paragraph, where its quotation was left open to go on here."""
    first = next(s for s in document.sentences if s.paragraph == sentence.paragraph)
    before = document.sentence(first.number - 1)
    quotation = quotation_of(document, before) if before else None
    return before if quotation and quotation.goes_on else None
