"""What the text around an expression tells about it: its tense, the day it tells of, the day of an event."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from summarizer.dates import tense
from summarizer.dates.cursor import Token, tokenize
from summarizer.dates.scan import scan
from summarizer.dates.scene import Direction, Scene, UnclearError

_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*\s+(?=[\"“‘«(]?[^\W\d_a-z])")
_COARSE = {"week", "month", "quarter", "season", "year"}
_QUOTES = {'"', "“", "”", "„", "«", "»"}


class _Site(NamedTuple):
    """The expression as tokens `first` to `last` of one sentence of its context."""

    sentence: list[Token]
    first: int
    last: int


class Passage:
    """An expression in its context; answers `scene.Surroundings`, with an empty context nothing."""

    def __init__(self, context: str, expression: str, published: dt.date | None) -> None:
        self._published = published
        self._sentences = _sentences(context)
        self._sites = list(_sites(self._sentences, expression, context)) if expression else []

    def direction(self) -> Direction | None:
        """The tense at the expression; where it does not stand in the context, the one tense of all its verbs."""
        if not self._sites:
            return tense.unanimous([token for sentence in self._sentences for token in sentence])
        found = {tense.direction_at(*site) for site in self._sites}
        return found.pop() if len(found) == 1 else None

    def told_day(self) -> dt.date | None:
        """The one day that the sentence names beside the expression, or that the rest of the context names."""
        if not self._sites:
            return self._only_day(self._sentences, None)
        site = self._sites[0]
        own = self._only_day([site.sentence], site)
        return own or self._only_day([s for s in self._sentences if s is not site.sentence], None)

    def event_day(self, event: str) -> dt.date:
        """The one day named in the sentences that tell of the event by its last word."""
        noun = event.rsplit(maxsplit=1)[-1]
        telling = [s for s in self._sentences if sum(token.norm == noun for token in s) > self._mentions_here(s, noun)]
        day = self._only_day(telling, self._sites[0] if self._sites else None)
        if day is None:
            raise UnclearError(f"nothing tells when {event} was")
        return day

    def moves(self) -> bool:
        """Whether the verb in front of the expression moves something to another time."""
        return any(tense.moved_before(site.sentence, site.first) for site in self._sites)

    def lasted(self) -> bool:
        """Whether the verb in front of the expression tells of a past state that lasted up to it."""
        return any(tense.lasted_before(site.sentence, site.first) for site in self._sites)

    def quoted(self) -> bool:
        """Whether the expression stands inside quotation marks."""
        return any(sum(token.norm in _QUOTES for token in site.sentence[: site.first]) % 2 for site in self._sites)

    def _mentions_here(self, sentence: list[Token], noun: str) -> int:
        inside = [token for s, first, last in self._sites if s is sentence for token in s[first:last]]
        return sum(token.norm == noun for token in inside)

    def _only_day(self, sentences: list[list[Token]], site: _Site | None) -> dt.date | None:
        days = {day for sentence in sentences for day in self._days(sentence, site)}
        if len(days) > 1:
            raise UnclearError("several days are named")
        return days.pop() if days else None

    def _days(self, sentence: list[Token], site: _Site | None) -> Iterator[dt.date]:
        """The days that a sentence names outside the expression; UnclearError where one cannot be told."""
        end = Token("", "", sentence[-1].end, sentence[-1].end, "end")
        for first, last, phrase in scan([*sentence, end]):
            if site and sentence is site.sentence and first < site.last and last > site.first:
                continue
            period = phrase.meaning(Scene(self._published, _Clause(sentence, first, last)))
            if period.precision not in _COARSE:
                yield period.day


class _Clause:
    """The surroundings of a time expression within the context: its tense, and no more."""

    def __init__(self, sentence: list[Token], first: int, last: int) -> None:
        self._place = sentence, first, last

    def direction(self) -> Direction | None:
        return tense.direction_at(*self._place)

    def told_day(self) -> dt.date | None:
        raise UnclearError("counted from another day of the context")

    def event_day(self, event: str) -> dt.date:
        raise UnclearError(f"counted from {event}")

    def moves(self) -> bool:
        return tense.moved_before(*self._place[:2])

    def lasted(self) -> bool:
        return tense.lasted_before(*self._place[:2])

    def quoted(self) -> bool:
        return False


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


def _sites(sentences: list[list[Token]], expression: str, context: str) -> Iterator[_Site]:
    """Where the expression stands in the context, spaces and case apart."""
    words = r"\s+".join(re.escape(word) for word in expression.split())
    for match in re.finditer(rf"(?<!\w){words}(?!\w)", context, re.IGNORECASE):
        for sentence in sentences:
            inside = [at for at, token in enumerate(sentence) if match.start() <= token.start < match.end()]
            if inside:
                yield _Site(sentence, inside[0], inside[-1] + 1)
                break
