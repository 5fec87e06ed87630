"""Where a text names somebody or something: spans of proper names, and the noun phrase on either side of a word; pure.

Names are found by capitals, so that no language model and no gazetteer decides what may be an actor. What opens a
sentence is a name only where something else says so: a second capitalised word, or the same word capitalised within
another sentence, or a place in the table of states.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.cues import states
from summarizer.cues.words import ADVERBIAL, CALENDAR, FUNCTION_WORDS, TITLES
from summarizer.document import Document, Sentence

_UPPER = "A-ZÀ-ÖØ-ÞŁŚŻŹĆŃŠŽČĐŐŰİĞŞА-ЯЁІЇЄҐ"
_TOKEN = re.compile(r"\d{1,3}(?:[,.]\d{3})+(?!\d)|[^\W_](?:[\w]|[-.’'&](?=\w))*\.?|[^\w\s]")
_CAPITAL = re.compile(rf"[{_UPPER}]")
_ABBREVIATION = re.compile(rf"^(?:[{_UPPER}]\.)+$|^(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Maj|Capt|Sgt|Gov|Sen|Rep|Prof|Rev|Jr|Sr|Adm|Brig|Msgr|Fr|Sra?|Hr|Mme)\.$")
_POSSESSIVE = re.compile(r"[’']s?$")
_LINKS = frozenset(
    "of de del della di da do dos das du des la le el al bin ibn bint van von der den ter ten zu zur y für & for the".split()
)
_OPENERS = frozenset("\"“„«‘'(–—-:")
_INSTITUTION = re.compile(
    r"(?i)^(?:department|ministry|bank|university|council|court|house|office|board|bureau|institute|college|school|church|union|state|republic"
    r"|kingdom|federation|league|order|army|front|chamber|committee|commission|agency|centre|center|society|federal|supreme|high|federation)$"
)
_NUMBERED = re.compile(r"^\d+(?:st|nd|rd|th)?$")


@dataclass(frozen=True)
class Token:
    """A word or a mark of punctuation: `text[start:end]` of the whole text."""

    word: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it opens with a capital letter."""
        return bool(_CAPITAL.match(self.word))

    @property
    def is_word(self) -> bool:
        """Whether it is no punctuation."""
        return self.word[0].isalnum()


@dataclass(frozen=True)
class Name:
    """One mention of a proper name: `text[start:end] == form`, in the sentence of that number."""

    form: str
    start: int
    end: int
    sentence: int


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`, offsets into `text`; a possessive 's is cut off its word, a full stop kept only by abbreviations."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        word, last = match.group(), match.end()
        if word.endswith(".") and len(word) > 1 and (not _ABBREVIATION.search(word) or len(word.rstrip(".")) > 5):
            word, last = word[:-1], last - 1
        if len(word) > 2 and (mark := _POSSESSIVE.search(word)):
            word, last = word[: mark.start()], last - len(mark.group())
        found.append(Token(word, match.start(), last))
        if last < match.end() and not match.group().endswith("."):
            found.append(Token(text[last : match.end()], last, match.end()))
    return found


def find_names(document: Document) -> list[Name]:
    """Every mention of a proper name, in order; titles ("President") and calendar words stand outside."""
    inner = _capitalised_within(document)
    found = []
    for sentence in document.sentences:
        for first, last in _runs(document, sentence, inner):
            form = document.text[first:last]
            found.append(Name(form, first, last, sentence.number))
    return found


def _capitalised_within(document: Document) -> Counter[str]:
    """How often each word stands capitalised where no sentence or quotation opens, less its lower-case uses."""
    seen: Counter[str] = Counter()
    for sentence in document.sentences:
        words = [t for t in tokens(document.text, sentence.start, sentence.end)]
        for before, token in zip(words, words[1:], strict=False):
            if token.capital and before.is_word:
                seen[token.word] += 1
            elif token.word.islower():
                seen[token.word.capitalize()] -= 1
    return seen


def _runs(document: Document, sentence: Sentence, inner: Counter[str]) -> Iterator[tuple[int, int]]:
    words = tokens(document.text, sentence.start, sentence.end)
    at = 0
    while at < len(words):
        if not _opens_name(words, at, inner):
            at += 1
            continue
        last = _run_end(document.text, words, at)
        first = at
        while first < last and words[first].word.rstrip(".") in TITLES:
            first += 1
        if _is_name(words, first, last):
            yield words[first].start, words[last].end
        at = last + 1


def _opens_name(words: list[Token], at: int, inner: Counter[str]) -> bool:
    token = words[at]
    if not token.capital or token.word in CALENDAR or len(token.word) == 1:
        return False
    if at > 0 and words[at - 1].word not in _OPENERS:
        return token.word.lower() not in FUNCTION_WORDS or token.word in ("El", "La", "Le", "Las", "Los", "EL", "LA", "US", "AL", "Al")
    lower = token.word.lower()
    if lower in FUNCTION_WORDS or ADVERBIAL.search(lower):
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    paired = following is not None and following.capital and following.word not in CALENDAR
    return paired or inner[token.word] > 0 or states.is_known(token.word) or (len(token.word) > 1 and token.word.isupper())


def _run_end(text: str, words: list[Token], at: int) -> int:
    """The index of the last token of the name that opens at `at`."""
    last = at
    while last + 1 < len(words):
        gap = text[words[last].end : words[last + 1].start]
        if gap.strip() or "\n" in gap:
            break
        following = words[last + 1]
        if following.capital and following.word not in CALENDAR and following.word.lower() not in FUNCTION_WORDS:
            last += 1
        elif _NUMBERED.match(following.word) and last + 2 < len(words) and words[last + 2].capital:
            last += 2
        elif (jump := _linked(words, at, last + 1)) is not None:
            last = jump
        else:
            break
    return last


def _linked(words: list[Token], first: int, at: int) -> int | None:
    """The index of the capitalised word that one to three linking words ("of the") lead to, or None.

    "of" goes on with a body's name (Bank of Mali) and not with a person's (Ndiaye of the Institute).
    """
    if words[at].word in ("of", "for") and at - first > 1 and not any(_INSTITUTION.match(t.word) for t in words[first:at]):
        return None
    stop = at
    while stop < len(words) and stop < at + 3 and words[stop].word in _LINKS:
        stop += 1
    if stop == at or stop >= len(words) or not words[stop].capital or words[stop].word in CALENDAR:
        return None
    if words[at].word in ("the", "y"):
        return None
    return stop


def _is_name(words: list[Token], first: int, last: int) -> bool:
    if first > last:
        return False
    run = words[first : last + 1]
    return any(t.capital for t in run) and not all(t.word in TITLES or t.word in CALENDAR for t in run)
