"""What the text around an expression tells about it: its tense, the day it tells of, the day of an event."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from summarizer.dates import tense
from summarizer.dates.cursor import Token, tokenize
from summarizer.dates.scan import scan
from summarizer.dates.scene import Direction, Period, Scene, UnclearError
from summarizer.dates.tense import Clause

_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*\s+(?=[\"“‘«(]?[^\W\d_a-z])")
_COARSE = {"week", "month", "quarter", "season", "year"}
_QUOTES = {'"', "“", "”", "„", "«", "»"}


class Alone:
    """The surroundings of an expression without any context; answers `scene.Surroundings`."""

    def direction(self) -> Direction | None:
        """No tense."""
        return None

    def surely_ahead(self) -> bool:
        """Nothing says so."""
        return False

    def looks_back(self) -> bool:
        """Nothing says so."""
        return False

    def days_of_past_limit(self) -> list[dt.date]:
        """None."""
        return []

    def granted(self) -> bool:
        """Nothing says so."""
        return False

    def moved(self) -> bool:
        """Nothing says so."""
        return False

    def quoted(self) -> bool:
        """Nothing says so."""
        return False

    def told_day(self) -> dt.date | None:
        """None."""
        return None

    def event_day(self, event: str) -> dt.date:
        """Raise UnclearError: nothing tells it."""
        raise UnclearError(f"nothing tells when {event} was")


class Beside(Alone):
    """The surroundings of another time expression of the context: its tense, and no more."""

    def __init__(self, clause: Clause) -> None:
        self._clause = clause

    def direction(self) -> Direction | None:
        """The tense at the expression."""
        return self._clause.direction()

    def looks_back(self) -> bool:
        """Whether a limit in its place was reached."""
        return self._clause.looks_back()

    def moved(self) -> bool:
        """Whether the verb in front of it moves something."""
        return self._clause.moved()

    def told_day(self) -> dt.date | None:
        """Raise UnclearError: days are not counted from each other twice."""
        raise UnclearError("counted from another day of the context")


class Passage(Alone):
    """An expression in its context. Where it stands in it more than once, all places must agree."""

    def __init__(self, context: str, expression: str, published: dt.date | None) -> None:
        self._published = published
        self._sentences = _sentences(context)
        self._places = list(_places(self._sentences, expression, context))

    def direction(self) -> Direction | None:
        """The tense at the expression; where it does not stand in the context, the one tense of all its verbs."""
        if not self._places:
            return tense.unanimous([token for sentence in self._sentences for token in sentence])
        found = {clause.direction() for clause in self._places}
        return found.pop() if len(found) == 1 else None

    def surely_ahead(self) -> bool:
        """Whether the verb in front says that the time is still to come."""
        return any(clause.surely_ahead() for clause in self._places)

    def looks_back(self) -> bool:
        """Whether a limit in this place was reached."""
        return any(clause.looks_back() for clause in self._places)

    def days_of_past_limit(self) -> list[dt.date]:
        """The days named in the sentence, if the limit was set by a past act."""
        clauses = [clause for clause in self._places if clause.limit_told_in_past()]
        return [day for clause in clauses for day, _ in self._days(clause.tokens, clause) if day]

    def granted(self) -> bool:
        """Whether the amount is what somebody is given."""
        return any(clause.granted() for clause in self._places)

    def moved(self) -> bool:
        """Whether the verb in front moves something."""
        return any(clause.moved() for clause in self._places)

    def quoted(self) -> bool:
        """Whether the expression stands inside quotation marks."""
        return any(sum(token.norm in _QUOTES for token in c.tokens[: c.first]) % 2 for c in self._places)

    def told_day(self) -> dt.date | None:
        """The one day that the sentence names beside the expression, or that the rest of the context names."""
        if not self._places:
            return self._only_day(self._sentences, None)
        clause = self._places[0]
        own = self._only_day([clause.tokens], clause)
        return own or self._only_day([s for s in self._sentences if s is not clause.tokens], None)

    def event_day(self, event: str) -> dt.date:
        """The one day named in the sentences that tell of the event by its last word."""
        noun = event.rsplit(maxsplit=1)[-1]
        clause = self._places[0] if self._places else None
        telling = [s for s in self._sentences if _tells_of(noun, s, clause)]
        day = self._only_day(telling, clause)
        if day is None:
            raise UnclearError(f"nothing tells when {event} was")
        return day

    def _only_day(self, sentences: list[list[Token]], clause: Clause | None) -> dt.date | None:
        named = [found for sentence in sentences for found in self._days(sentence, clause)]
        limits_matter = clause is None or not clause.granted()
        if any(day is None and (limits_matter or not limit) for day, limit in named):
            raise UnclearError("a day is named that cannot be told")
        days = {day for day, _ in named if day}
        if clause and clause.granted():
            # What was given is told already: a day to come is not the day of the telling.
            days = {day for day in days if self._published is None or day <= self._published}
        if len(days) > 1:
            raise UnclearError("several days are named")
        return days.pop() if days else None

    def _days(self, sentence: list[Token], clause: Clause | None) -> Iterator[tuple[dt.date | None, bool]]:
        """The days that a sentence names outside the expression (None: cannot be told), and whether as a limit."""
        end = Token("", "", sentence[-1].end, sentence[-1].end, "end")
        for first, last, phrase in scan([*sentence, end]):
            if clause and sentence is clause.tokens and first < clause.last and last > clause.first:
                continue
            try:
                period = phrase.meaning(Scene(self._published, Beside(Clause(sentence, first, last))))
            except (UnclearError, OverflowError):
                yield None, False
                continue
            if period.precision not in _COARSE:
                yield _single_day(period), period.start is None


def _single_day(period: Period) -> dt.date | None:
    return period.start if period.start == period.end else None


def _tells_of(noun: str, sentence: list[Token], clause: Clause | None) -> bool:
    """Whether a sentence has the noun outside the expression itself."""
    inside = range(clause.first, clause.last) if clause and sentence is clause.tokens else range(0)
    return any(token.norm == noun and at not in inside for at, token in enumerate(sentence))


def _sentences(context: str) -> list[list[Token]]:
    """The tokens of each sentence."""
    ends = [match.end() for match in _SENTENCE_END.finditer(context)]
    sentences: list[list[Token]] = [[] for _ in range(len(ends) + 1)]
    number = 0
    for token in tokenize(context)[:-1]:
        while number < len(ends) and token.start >= ends[number]:
            number += 1
        sentences[number].append(token)
    return [sentence for sentence in sentences if sentence]


def _places(sentences: list[list[Token]], expression: str, context: str) -> Iterator[Clause]:
    """Where the expression stands in the context, spaces and case apart."""
    words = r"\s+".join(re.escape(word) for word in expression.split())
    for match in re.finditer(rf"(?<!\w){words}(?!\w)", context, re.IGNORECASE) if words else ():
        for sentence in sentences:
            inside = [at for at, token in enumerate(sentence) if match.start() <= token.start < match.end()]
            if inside:
                yield Clause(sentence, inside[0], inside[-1] + 1)
                break
