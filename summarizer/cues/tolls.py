"""The figures of one attack from all its tellings: which stand, which are replaced, which are disputed; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.cues.attribution import find_attributions
from summarizer.cues.casualties import Casualty
from summarizer.cues.clauses import Span
from summarizer.cues.lines import lines_of
from summarizer.cues.phrase_ends import phrase_ending
from summarizer.cues.subjects import subject_before
from summarizer.cues.vocabulary import pattern
from summarizer.cues.words import whom_of
from summarizer.document import Document, Sentence
from summarizer.schema import Count, FigureKind

_RIVALS_WITHIN = 6
"""Sentences within which news sets one source's figure against another's."""


@dataclass(frozen=True)
class TollFigure:
    """A figure of an attack: `span` bounds its count and word of fate in the document's text.

    `source` tells one source from another; "" where the text names none or goes on from the one before.
    """

    what: FigureKind
    count: Count
    span: Span
    sentence: int
    counted: bool = True
    revised: bool = False
    source: str = ""
    giver: Span | None = None
    """The subject of a verb that gives it: "the charity counted 82 dead"."""


@dataclass(frozen=True)
class Toll:
    """The killed or the injured of an attack: the figure that stands, and all of them where they differ."""

    count: Count
    span: Span
    sentence: int
    disputed: tuple[TollFigure, ...] = ()


def figures(document: Document, told: Sequence[tuple[Sentence, Casualty]]) -> list[TollFigure]:
    """The figures as spans of the document, without shares of others; replaced ones where there are no others."""
    found = []
    newer = {c.kind for _, c in told if c.counted and not (c.part or c.old)}
    for sentence, casualty in told:
        if casualty.part or (casualty.old and casualty.kind in newer):
            continue
        span = Span(sentence.start + casualty.start, sentence.start + casualty.end)
        claimant = claimant_of(document, sentence, span)
        giver = claimant or giver_of(document, sentence, span)
        heard = "" if claimant else source_of(document, sentence, span)
        source = heard or source_by(document, sentence, giver)
        told_by = (sentence.number, casualty.counted, casualty.revised, source, giver)
        found.append(TollFigure(casualty.kind, casualty.count, span, *told_by))
    return [f for f in found if not (_is_share_of_told(f, found) or _is_denied(document, f, found))]


def _is_denied(document: Document, figure: TollFigure, told: Sequence[TollFigure]) -> bool:
    """Whether its sentence only denies it and another figure stands: "the army denied that 55 had died"."""
    said = [a for a in find_attributions(document) if a.sentence == figure.sentence]
    denied = bool(said) and figure.giver is None and all(a.kind == "denial" for a in said)
    return denied and any(f.what == figure.what and f.sentence != figure.sentence for f in told)


def _is_share_of_told(figure: TollFigure, told: Sequence[TollFigure]) -> bool:
    """Whether its sentence only parts a toll told elsewhere: "three died in the ward and four were killed outside"."""
    alike = [other for other in told if other.what == figure.what and other.counted]
    beside = [other.count.low for other in alike if other.sentence == figure.sentence]
    whole = sum(low for low in beside if low is not None)
    return len(beside) > 1 and any(o.sentence != figure.sentence and o.count.low == whole for o in alike)


def source_of(document: Document, sentence: Sentence, span: Span) -> str:
    """The last word of whoever gives a figure: of the speaker whose clause holds it, else of the sentence's first."""
    said = [a for a in find_attributions(document) if a.sentence == sentence.number and a.speaker]
    opens = document.text.rfind(";", sentence.start, max(span.start, sentence.start)) + 1
    apart = opens > 0 and not any(a.speaker and a.speaker[0] >= opens for a in said)
    if apart or not said:
        return _giver(document, opens or sentence.start, sentence.end)
    own = [a for a in said if a.clause and a.clause[0] <= span.start < a.clause[1]]
    for attribution in own or said:
        if attribution.speaker and not attribution.pronoun:
            return _last_word(document, attribution.speaker)
    return speaker_before(document, sentence) if any(a.pronoun for a in own or said) else ""


def source_by(document: Document, sentence: Sentence, giver: Span | None) -> str:
    """The last word of the subject that gives a figure; of a pronoun that of whoever spoke last before it."""
    if giver is None:
        return ""
    pronoun = whom_of(document.text[slice(*giver)]) is not None
    return speaker_before(document, sentence) if pronoun else _last_word(document, giver)


def speaker_before(document: Document, sentence: Sentence) -> str:
    """The last word of whoever spoke in the sentence before, for whom a pronoun stands; "" where nobody did."""
    before = [a for a in find_attributions(document) if a.sentence == sentence.number - 1]
    named = [a.speaker for a in before if a.speaker and not a.pronoun]
    return _last_word(document, named[-1]) if named else ""


def _last_word(document: Document, span: tuple[int, int]) -> str:
    return document.text[slice(*span)].split()[-1].casefold()


def claimant_of(document: Document, sentence: Sentence, figure: Span) -> Span | None:
    """Whose claim the sentence speaks of, whoever answers it: "the army dismissed the Front's claim of 55 dead"."""
    claim = pattern(document.language, "casualties", "claim_of").pattern
    before = document.text[sentence.start : figure.start]
    of = re.search(rf"(?P<whose>[^\W\d_][\w-]*(?:['’]s|s['’]))\s+{claim}\s+(?:\S+\s+){{0,2}}$", before, re.IGNORECASE)
    if of is None:
        return None
    line = lines_of(document)[sentence.number - 1]
    phrase = phrase_ending(line, line.position(sentence.start + of.start("whose")))
    return None if phrase is None or phrase.is_pronoun(line) else Span(*phrase.span(line))


def giver_of(document: Document, sentence: Sentence, figure: Span) -> Span | None:
    """The subject of the last verb before a figure that gives it, where one does and stands in its part."""
    line = lines_of(document)[sentence.number - 1]
    gives = pattern(document.language, "casualties", "gives_figure")
    verbs = [verb for verb in gives.finditer(document.text, sentence.start, sentence.end) if verb.end() <= figure.end]
    verb = verbs[-1] if verbs else None
    if verb is None or re.search(r";|, (?:while|whereas|but)\b", document.text[verb.end() : figure.start]):
        return None
    phrase = subject_before(line, line.position(verb.start()))
    return None if phrase is None or phrase.is_pronoun(line) else Span(*phrase.span(line))


def _giver(document: Document, start: int, end: int) -> str:
    """The word before one of giving a figure ("the governor puts it at 46"), where it is no pronoun."""
    gives = pattern(document.language, "casualties", "said_by").search(document.text, start, end)
    before = document.text[start : gives.start()].split() if gives else []
    word = before[-1].casefold() if before else ""
    return "" if pattern(document.language, "casualties", "no_source").fullmatch(word) else word


def survivors(document: Document, found: Sequence[TollFigure]) -> list[TollFigure]:
    """The figures without the one person hurt of whom it is then told: "He died in hospital"."""
    died = pattern(document.language, "casualties", "survivor_no_more")
    if not any(figure.what == "killed" and died.match(document.text, figure.span.start) for figure in found):
        return list(found)
    hurt = [figure for figure in found if figure.what == "injured"]
    alone = len(hurt) == 1 and not hurt[0].counted
    return [figure for figure in found if not (alone and figure.what == "injured")]


def toll(found: Sequence[TollFigure], what: FigureKind, *, updated: bool = False) -> Toll | None:
    """What the text ends up saying about the killed or the injured; None where it says nothing; `found`, oldest first.

    A revised figure replaces those before it. Where sources beside each other differ, low is the lowest and high the
    highest; of other figures the largest stands: smaller ones are shares of it, or were told earlier. `updated`: as in
    a live ticker, where sources differ because time has passed.
    """
    mine = [figure for figure in found if figure.what == what]
    # One person told of by himself ("a woman was hurt") is among those counted elsewhere.
    mine = [figure for figure in mine if figure.counted] or mine
    # Nobody was hurt there, somebody here; another source's word that nobody was is kept.
    mine = [figure for figure in mine if figure.count.high != 0 or figure.source] or mine
    mine = [figure for figure in mine if figure.count.low is not None or figure.count.high is not None] or mine
    if not mine:
        return None
    revised = [figure for figure in mine if figure.revised]
    if revised:
        return _single(revised[-1])
    largest = max(mine, key=_size)
    rivals = [figure for figure in mine if not updated and _disputes(figure, largest)]
    return _disputed([figure for figure in mine if figure in (*rivals, largest)]) if rivals else _single(largest)


def current(found: Sequence[TollFigure]) -> list[TollFigure]:
    """The figures without those that their own source has replaced: "spoke of 18 … later corrected this to 26"."""
    newer = [figure for figure in found if figure.revised and figure.source]

    def replaced(old: TollFigure) -> bool:
        return any(
            (old.what, old.source) == (new.what, new.source) and old.span.end <= new.span.start and not old.revised
            for new in newer
        )

    return [figure for figure in found if not replaced(figure)]


def _size(figure: TollFigure) -> int:
    return figure.count.low if figure.count.low is not None else figure.count.high or 0


def _disputes(figure: TollFigure, largest: TollFigure) -> bool:
    """Whether a smaller figure is another source's word on the same toll, and no share of it and no older count."""
    differs = (figure.count.low, figure.count.high) != (largest.count.low, largest.count.high)
    beside = abs(figure.sentence - largest.sentence) <= _RIVALS_WITHIN
    return differs and beside and bool(figure.source and largest.source) and figure.source != largest.source


def _single(figure: TollFigure) -> Toll:
    return Toll(figure.count, figure.span, figure.sentence)


def _disputed(mine: Sequence[TollFigure]) -> Toll:
    lows = [figure.count.low for figure in mine if figure.count.low is not None]
    highs = [figure.count.high for figure in mine if figure.count.high is not None]
    low, high = min(lows, default=None), max(highs, default=None)
    if low is not None and high is not None and low > high:
        high = None
    text = mine[0].count.text
    return Toll(Count(low=low, high=high, text=text), mine[0].span, mine[0].sentence, tuple(mine))
