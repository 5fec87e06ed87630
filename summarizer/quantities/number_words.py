"""Numbers written in words, by two kept libraries: text2num where it has a grammar, a num2words lexicon where not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+|[^\w\s]|\s+|_")
_GRAMMARS = frozenset({"de", "en", "es", "fr", "it", "nl", "pt"})
_CASES: dict[str, tuple[str, ...]] = {
    "ru": ("n", "g", "d", "a", "i", "p"),
    "uk": ("nominative", "genitive", "dative", "accusative", "instrumental", "locative"),
    "pl": (),
}
_GENDERS: dict[str, tuple[str, ...]] = {"ru": ("m", "f", "n"), "uk": ("masculine", "feminine"), "pl": ()}
# What the lexicon lacks: the forms that go with groups of people ("dwunastu żołnierzy", "четверо").
_COLLECTIVE_FORMS = {
    "pl": {
        "dwie": 2, "dwóch": 2, "dwoje": 2, "trzech": 3, "troje": 3, "czterech": 4, "czworo": 4, "pięciu": 5, "pięcioro": 5, "sześciu": 6,
        "siedmiu": 7, "ośmiu": 8, "dziewięciu": 9, "dziesięciu": 10, "jedenastu": 11, "dwunastu": 12, "trzynastu": 13,
        "czternastu": 14, "piętnastu": 15, "szesnastu": 16, "siedemnastu": 17, "osiemnastu": 18, "dziewiętnastu": 19,
        "dwudziestu": 20, "trzydziestu": 30, "czterdziestu": 40, "pięćdziesięciu": 50, "sześćdziesięciu": 60,
        "siedemdziesięciu": 70, "osiemdziesięciu": 80, "dziewięćdziesięciu": 90, "stu": 100, "dwustu": 200,
    },
    "ru": {"двое": 2, "двоих": 2, "трое": 3, "троих": 3, "четверо": 4, "четверых": 4, "пятеро": 5, "пятерых": 5, "шестеро": 6,
           "шестерых": 6, "семеро": 7, "семерых": 7, "восьмеро": 8, "оба": 2, "обе": 2},
    "uk": {"двоє": 2, "двох": 2, "троє": 3, "четверо": 4, "п'ятеро": 5, "шестеро": 6, "семеро": 7, "восьмеро": 8,
           "дев'ятеро": 9, "десятеро": 10, "обидва": 2, "обидві": 2},
}  # fmt: skip


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

    def nt_separated(self, previous: _Token) -> bool:
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
    from text_to_num import find_numbers as read  # deferred: a compiled module that most calls never need

    for found in read(tokens, language, threshold=0):
        run = tokens[found.start : found.end]
        if not any(token.word.isdigit() for token in run):
            yield NumberWord(Fraction(str(found.value)), run[0].start, run[-1].end, found.is_ordinal)


def _by_lexicon(tokens: list[_Token], language: str) -> Iterator[NumberWord]:
    words = _lexicon(language)
    run: list[_Token] = []
    for token in [*tokens, None]:
        if token and _known(token.word) in words and _continues(run, token, words):
            run.append(token)
        elif token is None or not token.word.isspace():
            if run:
                yield _number(run, words)
            run = [token] if token and _known(token.word) in words else []


def _continues(run: list[_Token], token: _Token, words: dict[str, int]) -> bool:
    """Whether `token` goes on with the number: a smaller part ("twenty", "one") or a scale ("five", "thousand")."""
    if not run:
        return True
    last, value = words[_known(run[-1].word)], words[_known(token.word)]
    return value >= 1000 or (value < last and len(str(value)) < len(str(last)) and last != 10)


def _number(run: list[_Token], words: dict[str, int]) -> NumberWord:
    total, part = 0, 0
    for token in run:
        value = words[_known(token.word)]
        if value >= 1000:
            total, part = total + max(part, 1) * value, 0
        else:
            part += value
    return NumberWord(Fraction(total + part), run[0].start, run[-1].end, ordinal=False)


def _known(word: str) -> str:
    return word.lower().replace("’", "'").replace("ʼ", "'").replace("ё", "е")


@cache
def _lexicon(language: str) -> dict[str, int]:
    """Every single number word of the language, in all cases and genders that num2words declines, with its value."""
    from num2words import num2words  # deferred: 70 ms that only these languages pay

    words: dict[str, int] = {}
    values = [*range(21), *range(30, 100, 10), *range(100, 1000, 100), 10**3, 2 * 10**3, 5 * 10**3, 10**6, 2 * 10**6, 5 * 10**6, 10**9, 5 * 10**9]
    for value in values:
        for options in _declensions(language):
            *_, word = num2words(value, lang=language, **options).split()
            scale = next((s for s in (10**9, 10**6, 10**3) if value >= s), None)
            words.setdefault(_known(word), scale or value)
    return words | {_known(word): value for word, value in _COLLECTIVE_FORMS[language].items()}


def _declensions(language: str) -> Iterator[dict[str, str]]:
    for case in _CASES[language] or ("",):
        for gender in _GENDERS[language] or ("",):
            yield {name: option for name, option in (("case", case), ("gender", gender)) if option}
