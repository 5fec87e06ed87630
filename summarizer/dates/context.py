"""What the text around an expression tells about it: its tense, the day it tells of, the day of an event."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.dates import naming, tense
from summarizer.dates.cursor import Token, tokenize
from summarizer.dates.naming import Alone, Named
from summarizer.dates.scene import Direction, UnclearError
from summarizer.dates.tense import Clause

_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*\s+(?=[\"“‘«(]?[^\W\d_a-z])")
_QUOTES = {'"', "“", "”", "„", "«", "»"}
_ARTICLES = {"the", "a", "an", "of", "its", "their"}


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

    def firmly_ahead(self) -> bool:
        """Whether the verb in front says so as of now, and no week, month or year is named that it may be said in."""
        firm = [clause for clause in self._places if clause.firmly_ahead()]
        return bool(firm) and not any(named.era for c in firm for named in self._named([c.tokens], c))

    def surely_past(self) -> bool:
        """Whether the verb says that the time is over."""
        return any(clause.surely_past() for clause in self._places)

    def conditional(self) -> bool:
        """Whether the sentence names an event that the expression may count from."""
        return any(clause.conditional() for clause in self._places)

    def looks_back(self) -> bool:
        """Whether a limit in this place was reached."""
        return any(clause.looks_back() for clause in self._places)

    def past_origins(self) -> list[dt.date]:
        """The days named in the sentence, if a past act may have set the time."""
        clauses = [clause for clause in self._places if clause.may_count_from_past()]
        named = [(found, clause) for clause in clauses for found in self._named([clause.tokens], clause)]
        if any(not found.day and not found.era and clause.direction() is Direction.PAST for found, clause in named):
            raise UnclearError("set in the past, beside a day that cannot be told")
        return [found.day for found, _ in named if found.day]

    def granted(self) -> bool:
        """Whether the amount is what somebody is given."""
        return any(clause.granted() for clause in self._places)

    def moved(self) -> bool:
        """Whether the verb in front moves something."""
        return any(clause.moved() for clause in self._places)

    def told(self) -> bool:
        """Whether somebody tells what the sentence says."""
        return any(clause.told() for clause in self._places)

    def quoted(self) -> bool:
        """Whether the expression stands inside quotation marks."""
        return any(sum(token.norm in _QUOTES for token in c.tokens[: c.first]) % 2 for c in self._places)

    def apposed(self) -> bool:
        """Whether a comma alone parts the expression from another time."""
        return any(naming.apposed(clause) for clause in self._places)

    def told_day(self) -> dt.date | None:
        """The one day that the sentence names beside the expression, or that the rest of the context names."""
        if not self._places:
            return self._only_day(self._sentences, None)
        clause = self._places[0]
        own = self._only_day([clause.tokens], clause)
        return own or self._only_day([s for s in self._sentences if s is not clause.tokens], None)

    def event_day(self, event: str) -> dt.date:
        """The one day named in the sentences that have all the words of the event."""
        words = set(event.split()) - _ARTICLES
        clause = self._places[0] if self._places else None
        telling = [sentence for sentence in self._sentences if words <= _words_besides(sentence, clause)]
        day = self._only_day(telling, clause)
        if day is None:
            raise UnclearError(f"nothing tells when {event} was")
        return day

    def _only_day(self, sentences: list[list[Token]], clause: Clause | None) -> dt.date | None:
        named = self._named(sentences, clause)
        granted = clause is not None and clause.granted()
        if any(not found.day and not found.era and not (granted and found.limit) for found in named):
            raise UnclearError("a day is named that cannot be told")
        if clause and clause.told() and clause.may_count_from_past() and any(found.era for found in named):
            raise UnclearError("told in a week, month or year, on a day that nothing tells")
        days = {found.day for found in named if found.day}
        if granted:
            # What was given is told already: a day to come is not the day of the telling.
            days = {day for day in days if self._published is None or day <= self._published}
        if len(days) > 1:
            raise UnclearError("several days are named")
        return days.pop() if days else None

    def _named(self, sentences: list[list[Token]], clause: Clause | None) -> list[Named]:
        return [
            found for sentence in sentences for found in naming.times_named(sentence, self._published, besides=clause)
        ]


def _words_besides(sentence: list[Token], clause: Clause | None) -> set[str]:
    """The words of a sentence outside the expression itself."""
    inside = range(clause.first, clause.last) if clause and sentence is clause.tokens else range(0)
    return {token.norm for at, token in enumerate(sentence) if at not in inside}


@lru_cache(maxsize=64)
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
