"""Whether two ways of naming somebody, or some place, mean the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_POSSESSIVE = re.compile(r"[’']s\b")
_NO_WORD = re.compile(r"[^\w]+")
_ARTICLES = {"a", "an", "the", "of"}
_HONORIFICS = {"mr", "mrs", "ms", "dr", "sir"}
_OFFICES = {
    "president", "prime", "minister", "foreign", "governor", "mayor",
    "general", "gen", "colonel", "col", "spokesman", "spokeswoman",
}  # fmt: skip
_SAYS_NOT_WHO = _ARTICLES | _HONORIFICS | _OFFICES


def same_name(one: str, other: str) -> bool:
    """Same words but for titles; or, from two such words on, all words of the shorter name in the longer one.

    "President Sam Ruto" is Sam Ruto; "Ruto" alone may be another one, unless the labels list it.
    """
    words, other_words = _words(one), _words(other)
    who, other_who = words - _SAYS_NOT_WHO, other_words - _SAYS_NOT_WHO
    if not who or not other_who:
        return bool(words) and words == other_words
    if min(len(who), len(other_who)) < 2:
        return who == other_who
    return who <= other_who or other_who <= who


def any_same_name(ones: Iterable[str], others: Iterable[str]) -> bool:
    """Whether some name of the one is a name of the other."""
    others = list(others)
    return any(same_name(one, other) for one in ones for other in others)


def same_place(one: str, other: str) -> bool:
    """Whether one place is told within the other: "Marconiplein" and "Marconiplein, Rotterdam"."""
    words, other_words = _words(one) - _ARTICLES, _words(other) - _ARTICLES
    return bool(words and other_words) and (words <= other_words or other_words <= words)


def same_wording(one: str, other: str) -> bool:
    """Whether two wordings have the same words but for articles."""
    words, other_words = _words(one) - _ARTICLES, _words(other) - _ARTICLES
    return words == other_words if words or other_words else one.strip() == other.strip()


def made_of(name: str, text: str) -> bool:
    """Whether each word of a name is a word of the text: in the text's own spelling, whatever its case and marks."""
    return bool(_words(name)) and _words(name) <= _words(text)


@lru_cache(maxsize=20_000)
def _words(name: str) -> frozenset[str]:
    """The words of a name without case, accents, punctuation and genitive.

    An accent ends a word ("Sévaré" is "se", "vare"): scores published before were made so, and like is compared with
    like.
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    return frozenset(_NO_WORD.sub(" ", _POSSESSIVE.sub("", plain)).split())
