"""One sentence as the chunker sees it: its tokens, each with a coarse word class, its names and its quotations; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from summarizer.cues.names import Name, find_names
from summarizer.cues.quotations import is_within, quoted_spans
from summarizer.cues.reporting import verbs
from summarizer.cues.tokens import Token, is_calendar, is_past, sentence_tokens
from summarizer.cues.words import NUMBER_WORDS, TITLES, WordClasses, word_classes
from summarizer.document import Document, Sentence

Tag = Literal[
    "mark", "possessive", "name", "number", "calendar", "pronoun", "determiner", "preposition", "conjunction", "subordinator",
    "relative", "auxiliary", "modal", "negation", "adverb", "verb", "word",
]  # fmt: skip
CONTENT: frozenset[Tag] = frozenset({"name", "number", "word"})
"""What the body of a noun phrase is made of."""

_POSSESSIVE_MARKS = frozenset({"’s", "’"})
_NOUNS_TOO = frozenset(
    """report claim call offer demand promise pledge vow talk joke comment remark answer question request appeal protest charge forecast estimate bet
    fear hope guess doubt boast dispute contest record log count document figure place price gauge value post note signal state sign term brand label end start
    shout laugh smile whisper thank blame praise finding reason wonder rebuke project show point answer query quote address express view list put wink
    crow echo mumble murmur sigh shrug groan chant fault process cut repeat counter brief caution counsel""".split()
)
"""Reporting verbs whose base form, and with -s the third person, is a noun as well."""


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

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of the words from `first` to `last`."""
        return self.words[first].start, self.words[last].end

    def lower(self, at: int) -> str:
        """The word in lower case; "" outside the sentence."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    def tag(self, at: int) -> Tag:
        """The word's class; "mark" outside the sentence."""
        return self.tags[at] if 0 <= at < len(self.words) else "mark"

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
        if self.tag(at) in ("auxiliary", "modal", "verb"):
            return True
        if self.tag(at) != "word" or self.language != "en":
            return False
        lower = self.lower(at)
        if not is_past(lower):
            return False
        if not lower.endswith("ed"):
            return self.tag(at - 1) != "determiner"
        return self.tag(at - 1) in (
            "name",
            "word",
            "pronoun",
            "adverb",
            "calendar",
            "conjunction",
            "mark",
            "possessive",
            "relative",
        )


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
    classes, reporting = word_classes(document.language), verbs(document.language)
    tags = [_tag(words, at, names, classes, frozenset(reporting)) for at in range(len(words))]
    if document.language.startswith("fr"):
        _retag_french(words, tags)
    _retag_that(words, tags)
    return Line(document, sentence, words, _without_nouns(words, tags, document.language), names, quoted)


def _tag(
    words: Sequence[Token], at: int, names: Sequence[Name], classes: WordClasses, reporting: frozenset[str]
) -> Tag:
    token = words[at]
    if any(name.start <= token.start < name.end for name in names):
        return "name"
    if not token.is_word:
        return _mark(words, at)
    if token.word[0].isdigit() or token.lower in NUMBER_WORDS:
        return "number"
    if is_calendar(words, at):
        return "calendar"
    if token.word in TITLES and at + 1 < len(words) and words[at + 1].capital:
        return "word"
    if closed := _closed(token.lower, classes):
        return closed
    if token.lower in reporting:
        return "verb"
    return "adverb" if classes.adverb.match(token.lower) else "word"


def _mark(words: Sequence[Token], at: int) -> Tag:
    token = words[at]
    adjoining = at > 0 and words[at - 1].end == token.start
    if (
        adjoining
        and token.lower in _POSSESSIVE_MARKS
        and not (token.lower == "’" and not words[at - 1].lower.endswith("s"))
    ):
        return (
            "auxiliary"
            if token.lower == "’s"
            and words[at - 1].lower in ("he", "she", "it", "that", "there", "what", "who", "here")
            else "possessive"
        )
    if adjoining and token.lower in ("’ve", "’re", "’d"):
        return "auxiliary"
    return "modal" if adjoining and token.lower == "’ll" else "mark"


def _closed(lower: str, classes: WordClasses) -> Tag | None:
    """The closed class of a word, the likelier one first where it has several."""
    tables: tuple[tuple[Tag, frozenset[str]], ...] = (
        ("auxiliary", classes.auxiliaries), ("modal", classes.modals), ("negation", classes.negations), ("relative", classes.relatives),
        ("determiner", classes.determiners | classes.possessives), ("pronoun", classes.pronouns), ("preposition", classes.prepositions),
        ("conjunction", classes.conjunctions), ("subordinator", classes.subordinators | classes.complementisers), ("adverb", classes.adverbs),
    )  # fmt: skip
    return next((tag for tag, members in tables if lower in members), None)


def _retag_that(words: Sequence[Token], tags: list[Tag]) -> None:
    """English "that" is an article only where a sentence or a preposition's phrase opens with it ("that request", "of that month")."""
    for at, token in enumerate(words[:-1]):
        if token.lower == "that":
            articled = (at == 0 or tags[at - 1] in ("preposition", "mark")) and tags[at + 1] == "word"
            tags[at] = "determiner" if articled and words[at + 1].lower != "the" else "subordinator"


def _retag_french(words: Sequence[Token], tags: list[Tag]) -> None:
    """French "l’" between subject and verb is an object ("l’opposition l’accuse"), "du" after a noun a preposition."""
    for at in range(1, len(words) - 1):
        if words[at].lower in ("du", "des") and tags[at - 1] in ("word", "name"):
            tags[at] = "preposition"
        clitic = words[at].lower in ("l’", "le", "la", "les") and tags[at] == "determiner"
        if clitic and tags[at + 1] in ("verb", "auxiliary") and tags[at - 1] in ("word", "name", "pronoun", "negation"):
            tags[at] = "pronoun"


def _without_nouns(words: Sequence[Token], tags: Sequence[Tag], language: str) -> tuple[Tag, ...]:
    """The tags with reporting verbs that stand as nouns taken back: "the report", "its claims", "a written offer"."""
    fixed = list(tags)
    for at, tag in enumerate(tags):
        if tag != "verb":
            continue
        before = fixed[at - 1] if at else "mark"
        if at == 0 and language == "en" and not words[at].lower.endswith(("ed", "ing")):
            fixed[at] = "word"  # no statement opens with its verb
            continue
        governed = before in ("determiner", "possessive") or (
            before == "preposition" and words[at - 1].lower != "than" and not words[at].lower.endswith("ing")
        )
        if governed and language in ("en", "fr", "es"):
            fixed[at] = "word"
        elif (
            before in ("word", "number")
            and at > 1
            and fixed[at - 2] in ("determiner", "number", "possessive")
            and _looks_like_a_noun(words[at].lower, language)
        ):
            following = fixed[at + 1] if at + 1 < len(fixed) else "mark"
            fixed[at] = (
                "word" if following in ("auxiliary", "modal", "verb", "preposition", "conjunction", "mark") else tag
            )
    return tuple(fixed)


def _looks_like_a_noun(lower: str, language: str) -> bool:
    """Whether the form is a noun as well: "report", "claims", "reply"."""
    return language == "en" and (
        lower in _NOUNS_TOO
        or lower.removesuffix("s") in _NOUNS_TOO
        or lower in ("reply", "replies", "press", "stress", "cry", "cries", "worry", "worries")
    )
