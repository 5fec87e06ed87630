"""The time expressions of a sentence by which something may be due, with their prepositions; pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from summarizer import dates
from summarizer.cues.clauses import Span, part_around
from summarizer.cues.lines import Line, lines_of
from summarizer.cues.tagging import Tag
from summarizer.cues.vocabulary import deadline_words, primary
from summarizer.document import Document, Sentence

GOVERNORS = ("firm", "limit", "until")
"""The lists of what stands before a due date and makes it a limit."""
_OBJECT = 40
"""Characters behind a verb within which its object stands."""
_SUBJECTS: frozenset[Tag] = frozenset({"name", "word", "pronoun", "relative"})


def _any_of(language: str, names: tuple[str, ...]) -> str:
    return "|".join(deadline_words(language, name).pattern for name in names)


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

    @property
    def has_length(self) -> bool:
        """Whether it counts a length of time: "30 days", "within 72 hours"."""
        return bool(deadline_words(self.language, "duration").search(self.text))

    @property
    def is_bare_weekday(self) -> bool:
        """Whether it names a weekday and no date: "by Monday", not "by Monday, 4 May" or "by next Monday"."""
        bare = self.sentence_text[self.bare : self.end]
        weekday = deadline_words(self.language, "weekday").pattern
        return bool(re.fullmatch(rf"(?:(?:{_any_of(self.language, GOVERNORS)}|on)\s+)?{weekday}", bare, re.IGNORECASE))

    @property
    def is_extent(self) -> bool:
        """Whether it tells how long something can be, and no limit: "up to eight weeks"."""
        until = deadline_words(self.language, "until").match(self.text)
        length = self.text[until.end() :].strip() if until else ""
        return bool(length and deadline_words(self.language, "duration").fullmatch(length))

    @property
    def is_added(self) -> bool:
        """Whether it is the length by which a truce, a permit or a deadline was made to last longer, and no limit."""
        if not self.has_length:
            return False
        words = deadline_words(self.language, "lengthens")
        thing = deadline_words(self.language, "lengthened")
        made = max((match.end() for match in words.finditer(self.before)), default=None)
        if made is None or (self.another_verb_follows(made) and not thing.search(self.before[made : made + _OBJECT])):
            return False
        around = self.before[made:] + self.after
        taken_up = re.match(r"\s+(?:it|them|this|that)\b|\W*$", self.before[made:]) and not self.after.strip(" .")
        return bool(thing.search(around) or (taken_up and thing.search(self.sentence_text[: self.start])))

    @property
    def is_hour(self) -> bool:
        """Whether it is a limit of the clock without its day: "by 4 p.m.", "until nightfall"."""
        hour = deadline_words(self.language, "hour").pattern
        limit = rf"(?:{_any_of(self.language, GOVERNORS)})\s+(?:the\s+)?(?:{hour})"
        return bool(re.fullmatch(limit, self.text, re.IGNORECASE))

    @property
    def names_limit(self) -> bool:
        """Whether it stands before the noun for a limit, or holds it: "the Friday deadline", "a 48-hour ultimatum"."""
        noun = deadline_words(self.language, "limit_noun")
        behind = self.sentence_text[self.end :].removeprefix("’s").removeprefix("'s").lstrip("- ")
        return bool(noun.match(behind) or noun.search(self.text))

    @property
    def line(self) -> Line:
        """The words of its sentence."""
        return lines_of(self.document)[self.sentence.number - 1]

    def another_verb_follows(self, last: int, subjects: Collection[Tag] = _SUBJECTS) -> bool:
        """Whether a verb with a subject of its own stands between: "ending a contest that the loser described on".

        `last` is where the verb that may govern the time ends in the words before it.
        """
        start, due = self.line.position(self.clause.start + last), self.line.position(self.span.start)
        verbs = (at for at in range(start + 1, due) if self.line.is_finite(at) and self.line.tag(at - 1) in subjects)
        return any(not self._is_contact(at) for at in verbs)

    def _is_contact(self, verb: int) -> bool:
        """Whether it is the verb of a clause that stands right behind its noun: "the rebels it supports"."""
        return self.line.tag(verb - 1) == "pronoun" and self.line.tag(verb - 2) in ("word", "name")

    def is_governed_by(self, name: str) -> bool:
        """Whether a verb of that list governs it: around it, before it with no other between, or behind an opening."""
        clause, due = self.before + self.text + self.after, len(self.before)
        found = list(deadline_words(self.language, name).finditer(clause))
        if any(match.start() < due < match.end() for match in found) or (found and not self.before.strip(' “"')):
            return True
        before = [match.end() for match in found if match.end() <= due]
        return bool(before) and not self.another_verb_follows(before[-1], _SUBJECTS | {"mark", "conjunction"})

    def put(self, words: str) -> str:
        """The sentence with other words in the place of the expression."""
        return self.sentence_text[: self.start] + words + self.sentence_text[self.end :]


def find_expressions(document: Document, sentence: Sentence) -> Iterator[Expression]:
    """The time expressions of the sentence, left to right, bare periods among them."""
    text, language = document.quote(sentence), document.language
    reached, last = 0, -1
    joined = _joined(text, _found(text, language), language)
    for bare, end in (piece for span in joined for piece in _pieces(text, span, language)):
        if last >= 0 and primary(language) != "en" and text[last:bare].strip() == "(":
            continue  # "um 12 Uhr (9.30 Uhr MESZ)"
        last = end
        start = max(_with_preposition(text, bare, end, language), reached)
        yield Expression(document, sentence, start, bare, end)
        reached = end


def _found(text: str, language: str) -> list[tuple[int, int]]:
    found = [(mention.start, mention.end) for mention in dates.find(text, language)]
    for name in ("time", "duration", "governed_hour"):
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
        up_to = primary(language) in ("de", "fr") and deadline_words(language, "up_to").match(text, start, end)
        if joined and not up_to and gap.fullmatch(text, joined[-1][1], start):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _with_preposition(text: str, start: int, end: int, language: str) -> int:
    """The start of the preposition and time of day that govern the expression ("by dawn"), or the expression's own."""
    if any(deadline_words(language, name).match(text[start:end]) for name in GOVERNORS):
        return start
    if deadline_words(language, "opening").match(text, start, end):
        return start  # "one by one from Sunday"
    time = f"(?:{deadline_words(language, 'time_of_day').pattern}\\s+)?"
    for name in GOVERNORS:
        preposition = deadline_words(language, name).pattern
        if governed := re.search(rf"{preposition}\s+(?:the\s+)?{time}$", text[:start], re.IGNORECASE):
            return governed.start()
    return start
