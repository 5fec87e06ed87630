"""Figures that leave out of what they are, behind one that tells it: "the hospital gave a figure of 11"; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.cues.clauses import Span
from summarizer.cues.lines import lines_of
from summarizer.cues.phrases import phrase_from
from summarizer.cues.subjects import subject_before
from summarizer.cues.tolls import TollFigure, giver_of, source_by, source_of
from summarizer.cues.victims import casualty_words
from summarizer.document import Document, Sentence
from summarizer.quantities import CountMention, find_counts

_BEHIND = 2
"""Sentences behind a figure in which another may go without its word of fate."""
_GAP = 2
"""Characters between the words and their figure: a space, a quotation mark."""
_RAISED_WITHIN = 70
"""Characters behind a figure within which the same sentence replaces it."""
_HARMED = ("killed", "injured")
_SPEAKS = (("figure_again", False), ("later_raised", True), ("bare_figure", False))


class _Answer(NamedTuple):
    """A number without a noun and whoever gives it; `start` is where its words begin, offsets into the document."""

    start: int
    mention: CountMention
    at: int
    """Where the count's own text begins counting: the document's offset of `mention`'s zero."""
    giver: Span | None
    revised: bool = False
    bare: bool = True

    @property
    def span(self) -> Span:
        return Span(self.start, self.at + self.mention.end)


def with_restated(document: Document, told: Sequence[TollFigure], others: Sequence[int]) -> list[TollFigure]:
    """The figures and those which other sources set against them, in the order given; `others` tell other attacks."""
    found = list(told)
    first = min((figure.sentence for figure in told), default=1)
    own = last = max((figure.sentence for figure in told if figure.what in _HARMED), default=0)
    number = first
    while number <= min(last + _BEHIND, len(document.sentences)) and not (number in others and number > own):
        new = list(_of_sentence(document, document.sentences[number - 1], found))
        found += new
        last = max(last, number) if new else last  # an answer may have an answer of its own
        number += 1
    return found


def _of_sentence(document: Document, sentence: Sentence, told: Sequence[TollFigure]) -> Iterator[TollFigure]:
    known = list(told)
    for answer in sorted(_answers(document, sentence), key=lambda answer: answer.span.end):
        figure = _figure(document, sentence, answer, known)
        if figure:
            known.append(figure)
            yield figure


def _answers(document: Document, sentence: Sentence) -> Iterator[_Answer]:
    """The numbers of a sentence that stand behind words of giving a figure, alone before them, or in a list of such."""
    text = document.text[sentence.start : sentence.end]
    said = casualty_words(document.language, "said_by")
    for name, revised in _SPEAKS:
        for match in casualty_words(document.language, name).finditer(text):
            mention = next(iter(find_counts(text[match.end() :], document.language)), None)
            bare = name == "bare_figure"
            if (
                mention
                and mention.start <= _GAP
                and (not bare or _stands_alone(document, text, match.end() + mention.end))
            ):
                start, at = sentence.start + match.start(), sentence.start + match.end()
                giver = _giver(document, sentence, Span(start, at + mention.end), by_verb=bare, revised=revised)
                yield _Answer(start, mention, at, giver, revised, bare)
    for mention in find_counts(text, document.language):
        after = said.match(text, mention.end + 2) if text[mention.end : mention.end + 2] == ", " else None
        alone = re.fullmatch(r"\W*", text[: mention.start]) or re.search(r";\s+$", text[: mention.start])
        if after and alone:
            giver = _phrase(document, sentence, sentence.start + after.end() + 1)
            yield _Answer(sentence.start + mention.start, mention, sentence.start, giver)
        elif giver := _gapped(document, sentence, mention):
            yield _Answer(giver.start, mention, sentence.start, giver)


def _gapped(document: Document, sentence: Sentence, mention: CountMention) -> Span | None:
    """Who gives a figure in a list that tells the verb once: "the mayor says 20, the governor's office nine"."""
    text = document.text[sentence.start : sentence.end]
    before = re.search(
        r"[,;] (?:and |but |while )?((?:the |an? |[A-Z])[^,;:.\d]{2,60}?)(?: of| at)?\s$", text[: mention.start]
    )
    if before is None or not _stands_alone(document, text, mention.end):
        return None
    bare = casualty_words(document.language, "bare_figure")
    if not any(b.end() <= before.start() for b in bare.finditer(text)):
        return None
    start, end = (sentence.start + offset for offset in before.span(1))
    giver = _phrase(document, sentence, start)
    return Span(start, end) if giver and giver.end >= end else None


def _stands_alone(document: Document, text: str, end: int) -> bool:
    """Whether no noun follows the number: "says that there were five.", not "there were five guards"."""
    ends = casualty_words(document.language, "figure_ends").pattern
    return re.compile(rf"\s*(?:$|[.,;:)”\"–—]|{ends})", re.IGNORECASE).match(text, end) is not None


def _giver(document: Document, sentence: Sentence, span: Span, *, by_verb: bool, revised: bool) -> Span | None:
    """Whoever is told to give the number: the subject of the verb that the span opens with, a pronoun included."""
    if not (by_verb or revised):
        return giver_of(document, sentence, span)
    line = lines_of(document)[sentence.number - 1]
    passive = re.compile(
        rf"{casualty_words(document.language, 'passive').pattern}\s+(?:\w+ly\s+|later\s+)?$", re.IGNORECASE
    )
    phrase = subject_before(line, line.position(span.start))
    if phrase is None or passive.search(document.text[sentence.start : span.start]):
        return None
    return Span(*phrase.span(line))


def _phrase(document: Document, sentence: Sentence, at: int) -> Span | None:
    line = lines_of(document)[sentence.number - 1]
    phrase = phrase_from(line, line.position(at))
    return None if phrase is None or phrase.is_pronoun(line) else Span(*phrase.span(line))


def _figure(document: Document, sentence: Sentence, answer: _Answer, told: Sequence[TollFigure]) -> TollFigure | None:
    """The answer as a figure of those told last before it; None where it may count something else."""
    before = [f for f in told if f.what in _HARMED and f.span.end <= answer.start and f.counted]
    latest = max(before, key=lambda figure: figure.span.end, default=None)
    if latest is None or (answer.revised and answer.start - latest.span.end > _RAISED_WITHIN):
        return None
    if any(f.span.start < answer.span.end and answer.span.start < f.span.end for f in told):
        return None
    if answer.bare and (
        sentence.number - latest.sentence > 1 or _both_told(latest, before) or _counts_between(document, latest, answer)
    ):
        return None
    source = source_by(document, sentence, answer.giver) or source_of(document, sentence, answer.span)
    if answer.bare and (not source or _said_before(answer, source, before)):
        return None
    told_by = (sentence.number, True, answer.revised, source, answer.giver)
    return TollFigure(latest.what, answer.mention.count, answer.span, *told_by)


def _said_before(answer: _Answer, source: str, before: Sequence[TollFigure]) -> bool:
    """Whether the source has given that number: "at least nine", and then again "of nine"."""
    return any(f.source == source and f.count.low == answer.mention.count.low for f in before)


def _both_told(latest: TollFigure, before: Sequence[TollFigure]) -> bool:
    """Whether dead and injured are told together before it, so that it may answer either."""
    return any(f.sentence == latest.sentence and f.what != latest.what for f in before)


def _counts_between(document: Document, latest: TollFigure, answer: _Answer) -> bool:
    """Whether something else is counted between a figure and what may answer it: "30 houses burned; he says 50"."""
    text = document.text[latest.span.end : answer.start]
    time = casualty_words(document.language, "time_unit")
    return any(not time.match(text[mention.end :].lstrip()) for mention in find_counts(text, document.language))
