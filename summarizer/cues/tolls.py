"""The figures of one attack from all its tellings: which stand, which are replaced, which are disputed; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.cues.casualties import Casualty
from summarizer.cues.clauses import Span
from summarizer.cues.vocabulary import pattern
from summarizer.document import Document, Sentence
from summarizer.schema import Count, FigureKind


@dataclass(frozen=True)
class TollFigure:
    """A figure of an attack: `span` bounds its count and word of fate in the document's text."""

    what: FigureKind
    count: Count
    span: Span
    sentence: int
    counted: bool = True
    revised: bool = False
    attributed: bool = False


@dataclass(frozen=True)
class Toll:
    """The killed or the injured of an attack: the figure that stands, and all of them where they differ."""

    count: Count
    span: Span
    sentence: int
    disputed: tuple[TollFigure, ...] = ()


def figures(document: Document, told: Sequence[tuple[Sentence, Casualty]]) -> list[TollFigure]:
    """The figures as spans of the document, without shares of others and without replaced ones."""
    found = []
    for sentence, casualty in told:
        if casualty.part or casualty.old:
            continue
        span = Span(sentence.start + casualty.start, sentence.start + casualty.end)
        attributed = bool(pattern(document.language, "casualties", "said_by").search(document.quote(sentence)))
        found.append(
            TollFigure(
                casualty.kind, casualty.count, span, sentence.number, casualty.counted, casualty.revised, attributed
            )
        )
    return found


def toll(found: Sequence[TollFigure], what: FigureKind) -> Toll | None:
    """What the text ends up saying about the killed or the injured; None where it says nothing.

    A revised figure replaces those before it. Where attributed figures differ, low is the lowest and high the highest.
    """
    mine = [figure for figure in found if figure.what == what]
    # One person told of by himself ("a woman was hurt") is among those counted elsewhere.
    mine = [figure for figure in mine if figure.counted] or mine
    if not mine:
        return None
    revised = [figure for figure in mine if figure.revised]
    if revised:
        return _single(revised[-1])
    bounds = {(figure.count.low, figure.count.high) for figure in mine}
    vague = {(None, None)}
    if len(bounds - vague) <= 1:
        return _single(next((f for f in mine if f.count.low is not None or f.count.high is not None), mine[0]))
    mine = [figure for figure in mine if (figure.count.low, figure.count.high) not in vague]
    if sum(figure.attributed for figure in mine) == 0:
        return _single(max(mine, key=lambda figure: figure.count.low or figure.count.high or 0))
    return _disputed(mine)


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
