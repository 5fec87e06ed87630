"""Words and marks of a stretch of text, with exact offsets; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from summarizer.cues.given_names import gender_of
from summarizer.cues.words import CALENDAR, TITLES
from summarizer.document import Document

UPPER = "A-ZÀ-ÖØ-ÞŁŚŻŹĆŃŠŽČĐŐŰİĞŞĂȘȚĀĒĪŪŅĻĶČĚŘŤĎŇŮА-ЯЁІЇЄҐ"
_TOKEN = re.compile(r"\d{1,3}(?:[,.]\d{3})+(?!\d)|[^\W_](?:[\w]|[-.’'&](?=\w))*\.?|[^\w\s]")
_CAPITAL = re.compile(rf"(?:\d+-(?=J)|(?:al|el|as|ad|an|ar|ash|at|az|bin|ibn|ul|ur|ud)-|[dlmn][’'])?[{UPPER}]")
_ABBREVIATION = re.compile(
    rf"^(?:[{UPPER}]\.)+$"
    r"|^[ap]\.m\.$|^(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Maj|Capt|Sgt|Gov|Sen|Rep|Prof|Rev|Jr|Sr|Adm|Brig|Cmdr|Msgr|Fr|Sra?|Hr|Mme|Mlle|Me)\.$"
)
_CLOCK = frozenset("GMT UTC CET BST EST EDT AM PM".split())
"""What belongs to the calendar behind a time of day and may be anybody's initials elsewhere."""
_STAMP = re.compile(r"\d{1,2}\.\d{2}")
_HOLIDAY = frozenset("New Year Eve".split())
_DATING = frozenset("in since of until by from last next early mid late im seit".split())
_POSSESSIVE = re.compile(r"[’']s?$")
_CONTRACTION = re.compile(r"(?i)(?<=[a-z])(?:n[’']t|[’'](?:s|d|ll|re|ve))$")
_ELISION = re.compile(r"(?i)^(?:l|d|s|n|m|t|j|c|qu|jusqu|lorsqu|puisqu)[’']")
_INVERSION = re.compile(r"(?i)(-(?:t-)?)(?:ils?|elles?|on|je|nous|vous)$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of punctuation: `text[start:end]` of the whole text; `lower` has curly apostrophes."""

    word: str
    start: int
    end: int
    lower: str

    @property
    def capital(self) -> bool:
        """Whether it opens with a capital, an article or an age set aside: "al-Mansoor", "d’Estaing", "61-Jährige"."""
        return bool(_CAPITAL.match(self.word))

    @property
    def is_word(self) -> bool:
        """Whether it is no punctuation; the possessive 's is none either."""
        return self.word[0].isalnum()


def tokens(text: str, start: int, end: int, language: str = "en") -> list[Token]:
    """The tokens of `text[start:end]`, offsets into `text`.

    A possessive 's, a contraction (n't, 've), and in French an elision (l', d') and an inverted pronoun (-t-il) are
    tokens of their own; a full stop stays with abbreviations only.
    """
    split = _split_french if language.startswith("fr") else _split_english
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        word = match.group()
        if word.endswith(".") and len(word) > 1 and not _ABBREVIATION.match(word):
            last -= 1
        cuts = split(text[first:last]) if word[0].isalnum() else []
        bounds = [first, *(first + cut for cut in cuts), last]
        found += [_token(text, s, e) for s, e in pairwise(bounds) if e > s]
        if last < match.end():
            found.append(_token(text, last, match.end()))
    return found


def _token(text: str, start: int, end: int) -> Token:
    word = text[start:end]
    return Token(word, start, end, word.lower().replace("'", "’"))


def _split_english(word: str) -> list[int]:
    """Where the word is cut: before a possessive 's or a contraction."""
    mark = _CONTRACTION.search(word) or (_POSSESSIVE.search(word) if len(word) > 2 else None)
    return [mark.start()] if mark and mark.start() else []


def _split_french(word: str) -> list[int]:
    """Where the word is cut: after an elided article or pronoun, before an inverted pronoun."""
    cuts = [elision.end()] if (elision := _ELISION.match(word)) else []
    if inversion := _INVERSION.search(word):
        cuts += [inversion.start(), inversion.end(1)]
    return [cut for cut in cuts if 0 < cut < len(word)]


def is_calendar(words: Sequence[Token], at: int) -> bool:
    """Whether the word is a day or a month, and no given name ("Jan Petersen", "June Ellis", but "in June")."""
    word = words[at].word
    if word in _HOLIDAY:
        return _is_new_year(words, at)
    if word not in CALENDAR:
        return False
    if word in _CLOCK:
        return at > 0 and (words[at - 1].word[0].isdigit() or words[at - 1].lower in ("a.m.", "p.m."))
    following = words[at + 1] if at + 1 < len(words) else None
    named = following is not None and following.capital and following.word not in CALENDAR | TITLES
    if gender_of(word) is None:
        return not (named and at > 0 and words[at - 1].lower == "the")  # "the Sunday Gazette"
    dated = at > 0 and (words[at - 1].word[0].isdigit() or words[at - 1].lower in _DATING)
    numbered = following is not None and (following.word[0].isdigit() or following.word == ".")
    surname = at > 0 and words[at - 1].capital and words[at - 1].word not in CALENDAR and not numbered
    return dated or not (named or surname)  # "Abdullah Jan said"


def _is_new_year(words: Sequence[Token], at: int) -> bool:
    """Whether the word is part of "New Year’s Eve", "Christmas Eve"."""
    before = words[at - 1].lower if at else ""
    if words[at].word == "New":
        return at + 1 < len(words) and words[at + 1].word == "Year"
    return before == "new" if words[at].word == "Year" else before in ("’s", "christmas")


def stamp_length(words: Sequence[str]) -> int:
    """How many words tell the hour that opens an entry of a live report: "13.10 Traders expect", "13:10 Traders"."""
    if words and _STAMP.fullmatch(words[0]):
        return 1
    hour, colon, minutes = [*words[:3], "", "", ""][:3]
    return 3 if colon == ":" and hour.isdigit() and minutes.isdigit() and len(minutes) == 2 else 0


@lru_cache(maxsize=8)
def sentence_tokens(document: Document) -> tuple[tuple[Token, ...], ...]:
    """The tokens of each sentence, in order."""
    language = document.language
    return tuple(tuple(tokens(document.text, s.start, s.end, language)) for s in document.sentences)
