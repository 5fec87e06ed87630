"""The time expressions of a sentence by which something may be due: their prepositions and meaning; pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer import dates
from summarizer.cues.clauses import Span, part_around
from summarizer.cues.foreign_times import in_english
from summarizer.cues.vocabulary import pattern
from summarizer.document import Document, Sentence
from summarizer.schema import When

_TO_COME = "must"  # a context in the future, for dates.resolve


@dataclass(frozen=True)
class Expression:
    """A time expression; offsets are into its sentence, `bare` is where it begins without its preposition."""

    document: Document
    sentence: Sentence
    start: int
    bare: int
    end: int

    @property
    def language(self) -> str:
        """The document's language."""
        return self.document.language

    @property
    def sentence_text(self) -> str:
        """The whole sentence."""
        return self.document.quote(self.sentence)

    @property
    def text(self) -> str:
        """The expression as written, preposition included."""
        return self.sentence_text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Its offsets in the document's text."""
        return Span(self.sentence.start + self.start, self.sentence.start + self.end)

    @property
    def clause(self) -> Span:
        """The part of the sentence around it, as offsets in the document's text."""
        whole = Span(self.sentence.start, self.sentence.end)
        return part_around(self.document.text, whole, self.span, self.language)

    @property
    def before(self) -> str:
        """The words of its clause before it."""
        return self.document.text[self.clause.start : self.span.start]

    @property
    def after(self) -> str:
        """The words of its clause after it."""
        return self.document.text[self.span.end : self.clause.end]

    def matches(self, *names: str) -> bool:
        """Whether the expression opens with a word of one of these lists."""
        return any(deadline_words(self.language, name).match(self.text) for name in names)

    @property
    def is_period(self) -> bool:
        """Whether it is a bare length of time: "30 days"."""
        return bool(deadline_words(self.language, "duration").fullmatch(self.text))


def deadline_words(language: str, name: str) -> re.Pattern[str]:
    """A list of the lexicon's section on deadlines."""
    return pattern(language, "deadlines", name)


def find_expressions(document: Document, sentence: Sentence) -> Iterator[Expression]:
    """The time expressions of the sentence, left to right, bare periods among them."""
    text, language = document.quote(sentence), document.language
    reached = 0
    joined = _joined(text, _found(text, language), language)
    for bare, end in (piece for span in joined for piece in _pieces(text, span, language)):
        start = max(_with_preposition(text, bare, end, language), reached)
        yield Expression(document, sentence, start, bare, end)
        reached = end


def resolved(expression: Expression, published: dt.date | None) -> When:
    """What the expression means where it stands; if that does not tell, as a time to come, or without its "by"."""
    text = expression.text
    attempts = [(text, _scene(expression) + expression.sentence_text), (text, _TO_COME)]
    if expression.is_period:
        plain = deadline_words(expression.language, "additional").sub("", text)
        attempts.append((f"within {plain}", ""))
    attempts += _counted_from(expression)
    if english := in_english(text, expression.language):
        attempts.append((english, _TO_COME))
    bare = expression.sentence_text[expression.bare : expression.end]
    inner = [bare, *(mention.text for mention in dates.find(text, expression.language))]
    attempts += [(part, _TO_COME) for part in inner if part != text]
    for attempt, context in attempts:
        when = dates.resolve(attempt, published, context=context)
        if when.resolved:
            open_start = attempt != text and expression.matches("firm", "limit") and when.end
            return when.model_copy(update={"text": text, "start": None if open_start else when.start})
    return dates.resolve(text, published, context=expression.sentence_text)


def _counted_from(expression: Expression) -> list[tuple[str, str]]:
    """A length of time that its own words count from a weekday: "within 72 hours of Monday's signing"."""
    text, language = expression.text, expression.language
    length, day = (deadline_words(language, name).search(text) for name in ("duration", "weekday"))
    if not (length and day and length.end() < day.start()):
        return []
    return [(f"within {length.group()}", f"It was signed on {day.group()}.")]


def resolved_at(document: Document, span: tuple[int, int], published: dt.date | None) -> When:
    """What the due date at `span` of the document's text means, to whoever has only its span."""
    start, end = span
    sentence = document.sentence_at(start)
    if sentence is None:
        return dates.resolve(document.text[start:end], published)
    at = start - sentence.start
    plain = Expression(document, sentence, at, at, end - sentence.start)
    return resolved(next((e for e in find_expressions(document, sentence) if e.span == span), plain), published)


def _found(text: str, language: str) -> list[tuple[int, int]]:
    found = [(mention.start, mention.end) for mention in dates.find(text, language)]
    for name in ("time", "duration"):
        for match in deadline_words(language, name).finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in found):
                found.append(match.span())
    return sorted(found)


def _pieces(text: str, span: tuple[int, int], language: str) -> list[tuple[int, int]]:
    """How far a date is moved and where to are two times: "by six months to 30 September"."""
    start, end = span
    moved = deadline_words(language, "moved_by").match(text, start, end)
    if moved is None:
        return [span]
    date = re.compile(r"\s+\w+\s+").match(text, moved.end(), end)
    return [(start, moved.end()), (date.end() if date else moved.end(), end)]


def _joined(text: str, found: list[tuple[int, int]], language: str) -> list[tuple[int, int]]:
    """A day and its hour are one expression: "el domingo a medianoche"."""
    gap = re.compile(rf"\s*(?:{deadline_words(language, 'hour_joint').pattern}\s+(?:la\s+|las\s+)?)?", re.IGNORECASE)
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and gap.fullmatch(text, joined[-1][1], start):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _with_preposition(text: str, start: int, end: int, language: str) -> int:
    """The start of the preposition and time of day that govern the expression ("by dawn"), or the expression's own."""
    governors = ("firm", "limit", "until")
    if any(deadline_words(language, name).match(text[start:end]) for name in governors):
        return start
    time = f"(?:{deadline_words(language, 'time_of_day').pattern}\\s+)?"
    for name in governors:
        preposition = deadline_words(language, name).pattern
        if governed := re.search(rf"{preposition}\s+(?:the\s+)?{time}$", text[:start], re.IGNORECASE):
            return governed.start()
    return start


def _scene(expression: Expression) -> str:
    """The day of the sentence before, from which a period counts: "ruled on Tuesday. … gave them 30 days"."""
    document, language = expression.document, expression.language
    before = document.sentence(expression.sentence.number - 1)
    if before is None or not deadline_words(language, "duration").search(expression.text):
        return ""
    if not deadline_words(language, "gave").search(expression.sentence_text) or _tells_day(expression):
        return ""
    days = [m.text for m in dates.find(document.quote(before), language)]
    weekdays = [day for day in days if deadline_words(language, "weekday").search(day)]
    return f"{weekdays[0]} " if len(weekdays) == 1 else ""


def _tells_day(expression: Expression) -> bool:
    """Whether the sentence has a time that neither is a length of time nor opens with a word that limits."""
    for mention in dates.find(expression.sentence_text, expression.language):
        governed = any(deadline_words(expression.language, n).match(mention.text) for n in ("firm", "limit", "until"))
        if not governed and not deadline_words(expression.language, "duration").fullmatch(mention.text):
            return True
    return False
