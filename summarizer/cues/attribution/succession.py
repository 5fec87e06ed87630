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
    """Each unattributed quotation given its neighbour's speaker: in the same quotation, else before it, else after."""
    known = {attribution.sentence: attribution for attribution in attributions if attribution.speaker}
    result = []
    for attribution in attributions:
        given = attribution if attribution.speaker else _given(attribution, known, document)
        if given.speaker:
            known.setdefault(given.sentence, given)
        result.append(given)
    return result


def _given(attribution: Attribution, known: dict[int, Attribution], document: Document) -> Attribution:
    """The quotation with its neighbour's speaker, as it is where it has none."""
    sentence = document.sentences[attribution.sentence - 1]
    neighbour = next((known[other.number] for other in _near(sentence, document) if other.number in known), None)
    if neighbour is None:
        return attribution
    return replace(attribution, speaker=neighbour.speaker, pronoun=neighbour.pronoun, prior=SURE)


def _near(sentence: Sentence, document: Document) -> Iterator[Sentence]:
    """The sentences of the same quotation, then those before it in its paragraph; where it opens one, the next."""
    quotation = quotation_of(document, sentence)
    around = [s for s in document.sentences if abs(s.number - sentence.number) <= 2 * _NEAR]
    if quotation:
        yield from (s for s in around if s.start < quotation.end and quotation.start < s.end and s is not sentence)
        if opening := _opens_earlier(sentence, document):
            yield opening
    same = [s for s in around if s.paragraph == sentence.paragraph and abs(s.number - sentence.number) <= _NEAR]
    yield from (s for s in reversed(same) if s.number < sentence.number)
    if not any(s.number < sentence.number for s in same):
        yield from (s for s in same if s.number == sentence.number + 1)


def _opens_earlier(sentence: Sentence, document: Document) -> Sentence | None:
    """The sentence before this paragraph, where its quotation was left open to go on here."""
    first = next(s for s in document.sentences if s.paragraph == sentence.paragraph)
    before = document.sentence(first.number - 1)
    quotation = quotation_of(document, before) if before else None
    return before if quotation and quotation.goes_on else None
