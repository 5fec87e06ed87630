"""Names in German, where every noun has a capital: told by given names, by the noun before them, by their place; pure."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from summarizer.cues import states
from summarizer.cues.given_names import gender_of
from summarizer.cues.nouns import nouns
from summarizer.cues.reporting import verbs
from summarizer.cues.tokens import Token, is_calendar, sentence_tokens
from summarizer.cues.words import TITLES, word_classes
from summarizer.document import Document, Sentence

Run = tuple[Sentence, int, int]

_LONGEST_QUOTED = 4


def german_runs(document: Document) -> Iterator[Run]:
    """The names of a German text, in order."""
    nominal = _nouns_of(document)
    first_pass = [list(_names_of(words, nominal)) for words in sentence_tokens(document)]
    known = {
        words[last].word
        for words, runs in zip(sentence_tokens(document), first_pass, strict=True)
        for first, last in runs
        if words[last].capital
    }
    for sentence, words, runs in zip(document.sentences, sentence_tokens(document), first_pass, strict=True):
        covered = {i for first, last in runs for i in range(first, last + 1)}
        again = [(i, i) for i, token in enumerate(words) if token.word in known and i not in covered]
        for first, last in sorted(runs + again):
            yield sentence, words[first].start, words[last].end


def _nouns_of(document: Document) -> frozenset[str]:
    """Words that stand right after an article, an adjective or a number somewhere: common nouns."""
    classes = word_classes("de")
    found = set()
    for words in sentence_tokens(document):
        for before, token in itertools.pairwise(words):
            articled = before.lower in classes.determiners | classes.possessives or before.word[0].isdigit()
            adjective = (
                before.word.islower()
                and before.lower.endswith(("en", "er", "es", "em", "e"))
                and before.lower not in classes.function_words
                and before.lower not in verbs("de")
            )
            if token.capital and (articled or adjective):
                found.add(token.word)
    return frozenset(found)


def _names_of(words: Sequence[Token], nominal: frozenset[str]) -> Iterator[tuple[int, int]]:
    line = _Words(words, nominal)
    at = 0
    while at < len(words):
        last = line.name_from(at)
        if last is None:
            at += 1
        else:
            yield (at, last)
            at = last + 1


@dataclass(frozen=True)
class _Words:
    """The words of one sentence; every position is an index of a token."""

    words: Sequence[Token]
    nominal: frozenset[str]

    def name_from(self, at: int) -> int | None:
        """The last word of the name that opens at a word, None where none opens."""
        token = self.words[at]
        if self._is_quoted_name(at):
            return self._end_of_quoted(at)
        if not self._capital(at) or self._is_title(at):
            return None
        if token.word.isupper() and len(token.word) > 1:
            return self._extend(at, 1)
        if gender_of(token.word) and self._proper(at + 1):
            return self._extend(at, 3)
        if states.is_known(token.word):
            return at
        if self._follows_noun(at) and not self._is_noun(at):
            return self._extend(at, 2)
        return at if self._is_bare_subject(at) else None

    def _capital(self, at: int) -> bool:
        if not 0 <= at < len(self.words):
            return False
        token = self.words[at]
        functional = token.lower in word_classes("de").function_words
        return token.capital and len(token.word) > 1 and not is_calendar(self.words, at) and not functional

    def _proper(self, at: int) -> bool:
        return self._capital(at) and not nouns("de").knows(self.words[at].lower)

    def _is_title(self, at: int) -> bool:
        return self.words[at].word.rstrip(".") in TITLES or nouns("de").is_person(self.words[at].lower)

    def _is_noun(self, at: int) -> bool:
        return self.words[at].word in self.nominal or nouns("de").knows(self.words[at].lower)

    def _extend(self, at: int, most: int) -> int:
        """The last of the capitalised words from `at`, at most so many more."""
        last = at
        while last - at < most:
            if self._proper(last + 1):
                last += 1
            elif (
                last + 2 < len(self.words)
                and self.words[last + 1].lower in ("von", "van", "de", "zu")
                and self._proper(last + 2)
            ):
                last += 2
            else:
                break
        return last

    def _follows_noun(self, at: int) -> bool:
        """Whether a role, a body's noun or an articled noun stands right before: "die Gewerkschaft Vekra"."""
        if at == 0 or not self.words[at - 1].capital or self.words[at].start - self.words[at - 1].end != 1:
            return False
        before = self.words[at - 1]
        if before.word.rstrip(".") in TITLES or nouns("de").kind(before.lower) in ("person", "body"):
            return True
        return before.word in self.nominal and at > 1 and self.words[at - 2].lower in word_classes("de").determiners

    def _is_quoted_name(self, at: int) -> bool:
        return (
            at >= 2
            and self.words[at - 1].word in '„“»"'
            and nouns("de").kind(self.words[at - 2].lower) in ("body", "people")
        )

    def _end_of_quoted(self, at: int) -> int | None:
        close = next(
            (i for i in range(at, min(at + _LONGEST_QUOTED + 1, len(self.words))) if self.words[i].word in '“”«»"'),
            None,
        )
        return close - 1 if close is not None and close > at else None

    def _is_bare_subject(self, at: int) -> bool:
        """A capitalised word without an article that opens the sentence before its verb: no singular noun could."""
        if at > 0 or self._is_noun(at) or at + 1 >= len(self.words):
            return False
        word = self.words[at].word
        plural = word.endswith(("en", "er", "e", "n", "s", "ung", "heit", "keit"))
        return not plural and self.words[at + 1].lower in _finite_forms()


@cache
def _finite_forms() -> frozenset[str]:
    classes = word_classes("de")
    return frozenset(verbs("de")) | classes.auxiliaries | classes.modals
