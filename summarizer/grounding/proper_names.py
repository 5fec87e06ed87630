"""The proper names of a content, and whether the text knows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from summarizer.grounding.closed_classes import word_list
from summarizer.grounding.content_words import is_function_word
from summarizer.grounding.typography import folded
from summarizer.quantities import find_calendar_words, find_numbers, primary

_TOKEN = re.compile(r"[^\W_]+(?:[-‐‑'’ʼ.&][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")
_OPENING = re.compile(r"(?:^|[.!?:;…]|\n)[\s\"'“”‘’„«»(\[–—-]*$|[\"“„«‘(]\s*$")
_POSSESSIVE = re.compile(r"(?:['’ʼ]s|['’ʼ])$", re.IGNORECASE)
_CAPITALISED_RUN = re.compile(
    r"[^\W\d_a-zà-öø-ÿа-яёіїєґ]\w+(?:\s+(?:(?:of|the|for|and|de|der|des|du|della)\s+)*[^\W\d_a-zà-öø-ÿа-яёіїєґ]\w+)+"
)
INFLECTED = frozenset({"de", "pl", "ru", "uk"})
"""Languages whose names change their ending with the case."""
_DEMONYM_ENDINGS = ("n", "an", "ian", "i", "ese", "ish", "ic", "s", "es", "e", "a")
_NEAR = 90
_COMMON_ENDING = re.compile(r"(?:ing|tion|tions|ment|ments|ness|ity|ally|ists|ers|ors)$")


class Name(NamedTuple):
    """A capitalised token; `opens` a sentence, `follows` the capitalised token before it without a comma between."""

    token: str
    opens: bool
    follows: bool


def unknown_name(content: str, text: str, language: str = "en") -> str | None:
    """The first proper name of `content` that `text` does not know, or None.

    Tolerates case, possessives, demonyms and initials; in inflected languages the ending too. Two capitalised words
    side by side must stand near each other somewhere in `text`, so that no first name is lent to another person.
    """
    names, known = list(_names(content, language)), _vocabulary(text)
    for index, name in enumerate(names):
        in_a_run = name.follows or (index + 1 < len(names) and names[index + 1].follows)
        if not _is_known(name, known, primary(language), in_a_run=in_a_run):
            return name.token
    for first, second in pairwise(names):
        if second.follows and not _met(first.token, second.token, text, known):
            return f"{first.token} {second.token}"
    return None


def _names(content: str, language: str) -> Iterator[Name]:
    """The capitalised tokens that may be names; numbers, weekdays and months are checked on their own."""
    taken = {number.start for number in find_numbers(content, language)}
    taken |= {word.start for word in find_calendar_words(content, language)}
    last_end = -1
    for match in _TOKEN.finditer(content):
        token = _POSSESSIVE.sub("", match.group())
        if match.start() in taken or len(token) < 2 or not any(map(str.isupper, token)) or is_function_word(token):
            continue
        opens = bool(_OPENING.search(content, 0, match.start()))
        yield Name(
            token, opens, follows=not opens and content[last_end : match.start()] in {" ", "\u00a0"} and last_end > 0
        )
        last_end = match.end() if token == match.group() else -1


class _Vocabulary(NamedTuple):
    words: frozenset[str]
    lower: frozenset[str]
    initials: frozenset[str]


@lru_cache(maxsize=16)
def _vocabulary(text: str) -> _Vocabulary:
    """The words of a text, folded; those that it also writes small; the initials of its capitalised runs."""
    tokens = {
        form for token in _TOKEN.findall(text) for form in (token, _POSSESSIVE.sub("", token), *_PART.findall(token))
    }
    runs = ("".join(word[0] for word in run.split() if word[0].isupper()) for run in _CAPITALISED_RUN.findall(text))
    return _Vocabulary(
        words=frozenset(map(folded, tokens)),
        lower=frozenset(folded(token) for token in tokens if token[0].islower()),
        initials=frozenset(map(folded, runs)),
    )


def _is_known(name: Name, known: _Vocabulary, language: str, *, in_a_run: bool) -> bool:
    word = folded(name.token)
    if word in known.words or word.replace(".", "") in known.words | known.initials:
        return True
    if any(map(str.isdigit, word)):
        return False
    parts = _PART.findall(word)
    if len(parts) > 1 and known.words.issuperset(parts):
        return True
    if any(is_form_of(word, other, inflected=language in INFLECTED) for other in known.words):
        return True
    if in_a_run:
        return False
    # German writes every noun with a capital: a lone one is no sign of a name.
    return language == "de" or (name.opens and _may_be_common(word, known, language))


def _may_be_common(word: str, known: _Vocabulary, language: str) -> bool:
    """Whether the capital of a sentence's first word says nothing, since the word may be an ordinary one.

    Where articles lead nouns, few of them may; in the other languages any noun may open a sentence.
    """
    openers = word_list("sentence_openers", language)
    if not openers or word in openers or _COMMON_ENDING.search(word):
        return True
    return any(other[:5] == word[:5] for other in known.lower if len(other) > 4)


def is_form_of(word: str, other: str, *, inflected: bool) -> bool:
    """Whether two words are one name: a demonym, a plural, or another case in an inflected language."""
    if word[:3] != other[:3] or min(len(word), len(other)) < 4:
        return False
    shorter, longer = sorted((word, other), key=len)
    root = shorter.rstrip("ae")
    if longer.startswith(root) and longer[len(root) :] in _DEMONYM_ENDINGS:
        return True
    return inflected and _same_but_for_ending(word, other)


def _same_but_for_ending(word: str, other: str) -> bool:
    shared = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    return shared >= max(3, min(len(word), len(other)) - 2) and max(len(word), len(other)) - shared <= 3


def _met(first: str, second: str, text: str, known: _Vocabulary) -> bool:
    """Whether two capitalised words stand near each other in the text, or one of them is an ordinary word there."""
    pair = folded(first), folded(second)
    if any(word in known.lower or word not in known.words for word in pair):
        return True
    ours, theirs = (_places(word, text) for word in pair)
    return any(abs(one - other) <= _NEAR for one in ours for other in theirs)


def _places(word: str, text: str) -> list[int]:
    return [match.start() for match in re.finditer(rf"(?<!\w){re.escape(word)}", folded(text))]
