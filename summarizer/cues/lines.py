"""One sentence as the chunker sees it: its tokens with a coarse word class each, its names and its quotations; pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from summarizer.cues.names import Name, find_names
from summarizer.cues.nouns import Nouns, nouns
from summarizer.cues.quotations import is_within, quoted_spans
from summarizer.cues.tagging import Tag, tags_of
from summarizer.cues.tokens import Token, sentence_tokens
from summarizer.cues.verb_forms import has_finite_ending, is_past, is_regular_past
from summarizer.cues.words import WordClasses, word_classes
from summarizer.document import Document, Sentence

CONTENT: frozenset[Tag] = frozenset({"name", "number", "word"})
"""What the body of a noun phrase is made of."""

_BEFORE_A_PAST: frozenset[Tag] = frozenset(
    {"name", "word", "pronoun", "adverb", "calendar", "conjunction", "mark", "possessive", "relative"}
)
_ADJECTIVAL = frozenset(
    """armed unarmed masked hooded retired displaced suspected unidentified unnamed exiled elected jailed
    detained trapped stranded bereaved uniformed disabled unemployed uninvolved convicted alleged self-styled
    so-called experienced united combined""".split()
)
"""Participles that stand before a noun as adjectives rather than after it as verbs."""
_BEFORE_A_VERB: frozenset[Tag] = frozenset({"name", "word", "pronoun", "relative", "possessive", "conjunction", "mark"})
_BEFORE_A_FINITE: frozenset[Tag] = frozenset({"name", "word", "pronoun", "adverb", "mark"})


@dataclass(frozen=True)
class Line:
    """A sentence; every position is an index into `words` and `tags`."""

    document: Document
    sentence: Sentence
    words: tuple[Token, ...]
    tags: tuple[Tag, ...]
    names: tuple[Name, ...]
    quoted: tuple[bool, ...]

    @property
    def text(self) -> str:
        """The whole document's text."""
        return self.document.text

    @property
    def language(self) -> str:
        """The primary language subtag."""
        return self.document.language.split("-")[0].lower()

    @property
    def classes(self) -> WordClasses:
        """The closed word classes of the language."""
        return word_classes(self.language)

    @property
    def nouns(self) -> Nouns:
        """The nouns for people and bodies of the language."""
        return nouns(self.language)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of the words from `first` to `last`."""
        return self.words[first].start, self.words[last].end

    def quote(self, first: int, last: int) -> str:
        """The text of the words from `first` to `last`."""
        return self.text[slice(*self.span(first, last))]

    def lower(self, at: int) -> str:
        """The word in lower case; "" outside the sentence."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    def tag(self, at: int) -> Tag:
        """The word's class; "mark" outside the sentence."""
        return self.tags[at] if 0 <= at < len(self.words) else "mark"

    def first_of(self, wanted: Collection[str], positions: Iterable[int]) -> int | None:
        """The first of these positions that holds one of the words, outside quotation marks; None without one."""
        return next((at for at in positions if self.lower(at) in wanted and not self.quoted[at]), None)

    def next_mark(self, at: int) -> int:
        """The first mark of punctuation from `at` on; the length of the sentence without one."""
        return next((i for i in range(at, len(self.words)) if self.tag(i) == "mark"), len(self.words))

    def position(self, offset: int) -> int:
        """The first word that starts at the offset or after it; the length of the sentence without one."""
        return next((i for i, token in enumerate(self.words) if token.start >= offset), len(self.words))

    def name_at(self, at: int) -> Name | None:
        """The name that the word is part of."""
        if not 0 <= at < len(self.words):
            return None
        start = self.words[at].start
        return next((name for name in self.names if name.start <= start < name.end), None)

    def first_of_name(self, at: int) -> int:
        """The first word of the name that the word is part of; the word itself where it is part of none."""
        name = self.name_at(at)
        while name and at > 0 and self.words[at - 1].start >= name.start:
            at -= 1
        return at

    def last_of_name(self, at: int) -> int:
        """The last word of the name that the word is part of; the word itself where it is part of none."""
        name = self.name_at(at)
        while name and at + 1 < len(self.words) and self.words[at + 1].end <= name.end:
            at += 1
        return at

    def names_within(self, first: int, last: int) -> list[Name]:
        """The names among the words from `first` to `last`."""
        start, end = self.span(first, last)
        return [name for name in self.names if start <= name.start and name.end <= end]

    def is_finite(self, at: int) -> bool:
        """Whether the word looks like a finite verb: an auxiliary, a known past tense, "-ed" after a noun."""
        if self.tag(at) != "word":
            return self.tag(at) in ("auxiliary", "modal", "verb")
        lower, before = self.lower(at), self.tag(at - 1)
        if self.language == "en":
            return is_past(lower) and (before in _BEFORE_A_PAST if is_regular_past(lower) else before != "determiner")
        shaped = self.words[at].word.islower() and has_finite_ending(lower, self.language)
        return shaped and before in _BEFORE_A_FINITE and not self.nouns.knows(lower)

    def governs(self, at: int) -> bool:
        """Whether the word before a noun phrase is its verb and no part of it: "met | officials"."""
        if self.tag(at) == "verb":
            return not self.lower(at).endswith("ing") or (at > 0 and self.lower(at - 1) == ",")  # ", saying | gunmen"
        if self.lower(at) in _ADJECTIVAL or at == 0:
            return False
        if self.tag(at - 1) in ("auxiliary", "modal", "negation") or self.lower(at - 1) == "to":
            return True
        return self.is_finite(at) and self.tag(at - 1) in _BEFORE_A_VERB


@lru_cache(maxsize=8)
def lines_of(document: Document) -> tuple[Line, ...]:
    """The lines of a document, one a sentence."""
    by_sentence: dict[int, list[Name]] = {}
    for name in find_names(document):
        by_sentence.setdefault(name.sentence, []).append(name)
    return tuple(
        _line(document, sentence, words, tuple(by_sentence.get(sentence.number, ())))
        for sentence, words in zip(document.sentences, sentence_tokens(document), strict=True)
    )


def _line(document: Document, sentence: Sentence, words: tuple[Token, ...], names: tuple[Name, ...]) -> Line:
    spans = quoted_spans(document, sentence)
    quoted = tuple(is_within(token.start, spans) for token in words)
    return Line(document, sentence, words, tags_of(words, names, document.language), names, quoted)
