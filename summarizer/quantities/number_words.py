"""Numbers written in words, by two kept libraries: text2num where it has a grammar, a num2words lexicon where not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from summarizer.quantities.count_words import count_words

_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+|[^\w\s]|\s+|_")
_GRAMMARS = frozenset({"de", "en", "es", "fr", "it", "nl", "pt"})
_CASES: dict[str, tuple[str, ...]] = {
    "ru": ("n", "g", "d", "a", "i", "p"),
    "uk": ("nominative", "genitive", "dative", "accusative", "instrumental", "locative"),
    "pl": (),
}
_GENDERS: dict[str, tuple[str, ...]] = {"ru": ("m", "f", "n"), "uk": ("masculine", "feminine"), "pl": ()}
_UNITS = (*range(21), *range(30, 100, 10), *range(100, 1000, 100))
_SCALES = (10**3, 10**6, 10**9)


class NumberWord(NamedTuple):
    """A maximal run of number words."""

    value: Fraction
    start: int
    end: int
    ordinal: bool


class _Token:
    """The shape that text2num asks of a token."""

    __slots__ = ("end", "start", "word")

    def __init__(self, match: re.Match[str]) -> None:
        self.word, self.start, self.end = match.group(), match.start(), match.end()

    def text(self) -> str:
        return self.word

    def nt_separated(self, _previous: _Token) -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


def find_number_words(text: str, language: str) -> list[NumberWord]:
    """Every run of number words, left to right; none in a language that neither library spells."""
    tokens = [_Token(match) for match in _TOKEN.finditer(text)]
    if language in _GRAMMARS:
        return list(_by_grammar(tokens, language))
    if language in _CASES:
        return list(_by_lexicon(tokens, language))
    return []


def _by_grammar(tokens: list[_Token], language: str) -> Iterator[NumberWord]:
    from text_to_num import find_numbers as read  # late: a compiled module that most imports never need

    for found in read(tokens, language, threshold=0):
        run = tokens[found.start : found.end]
        if not any(token.word.isdigit() for token in run):
            yield NumberWord(Fraction(str(found.value)), run[0].start, run[-1].end, found.is_ordinal)


def _by_lexicon(tokens: list[_Token], language: str) -> Iterator[NumberWord]:
    words = _lexicon(language)
    run: list[_Token] = []
    for token in tokens:
        if token.word.isspace():
            continue
        value = words.get(_key(token.word))
        if run and (value is None or not _continues(words[_key(run[-1].word)], value)):
            yield _number(run, words)
            run = []
        if value is not None:
            run.append(token)
    if run:
        yield _number(run, words)


def _continues(last: int, value: int) -> bool:
    """Whether a word goes on with the number: a smaller part ("twenty", "one") or a scale ("five", "thousand")."""
    return value in _SCALES or (value < last and len(str(value)) < len(str(last)) and last != 10)


def _number(run: list[_Token], words: dict[str, int]) -> NumberWord:
    total, part = 0, 0
    for token in run:
        value = words[_key(token.word)]
        if value in _SCALES:
            total, part = total + max(part, 1) * value, 0
        else:
            part += value
    return NumberWord(Fraction(total + part), run[0].start, run[-1].end, ordinal=False)


def _key(word: str) -> str:
    return word.lower().replace("’", "'").replace("ʼ", "'").replace("ё", "е")


@cache
def _lexicon(language: str) -> dict[str, int]:
    """Every single number word of the language, in all cases and genders that num2words declines, with its value."""
    words = {_key(word): unit for unit in _UNITS for word in _spellings(unit, language)}
    for scale in _SCALES:
        words |= {_key(word): scale for times in (1, 2, 5) for word in _spellings(times * scale, language)}
    return words | {_key(word): value for word, value in count_words(language).of_people.items()}


def _spellings(value: int, language: str) -> Iterator[str]:
    """The last word of a number in every case and gender; of "five thousand" that is the scale."""
    from num2words import num2words  # late: 70 ms that only these languages pay

    for case in _CASES[language] or ("",):
        for gender in _GENDERS[language] or ("",):
            options = {name: option for name, option in (("case", case), ("gender", gender)) if option}
            yield num2words(value, lang=language, **options).split()[-1]
