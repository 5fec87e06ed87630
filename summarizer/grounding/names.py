"""Proper names of a content and whether the text knows them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from summarizer.grounding.typography import fold
from summarizer.grounding.vocabulary import is_function_word
from summarizer.quantities.phrases import primary

_TOKEN = re.compile(r"[^\W_]+(?:[-‐‑'’ʼ.&][^\W_]+)*", re.UNICODE)
_OPENS = re.compile(r"(?:^|[.!?:;…]|\n)[\s\"'“”‘’„«»(\[–—-]*$|[\"“„«‘(][\s]*$")
_POSSESSIVE = re.compile(r"(?:['’ʼ]s|['’ʼ])$", re.IGNORECASE)
_INFLECTED = frozenset({"de", "pl", "ru", "uk"})
_DEMONYM_ENDINGS = ("", "n", "an", "ian", "i", "ese", "ish", "ic", "s", "es", "e", "a")
_NEAR = 90
# Nouns and other openers of a news sentence that the article itself need not hold.
_OPENERS = frozenset(
    "officials authorities police soldiers rescuers residents people troops forces government ministry prosecutors lawyers investigators witnesses "
    "doctors rescue workers firefighters talks negotiators reporters journalists parliament opposition army military attackers gunmen hackers men "
    "women children civilians victims nobody someone everyone everything anyone nothing something several many most few some another others "
    "today yesterday tomorrow tonight now then later earlier meanwhile instead still thus hence yet once twice despite besides".split()
)
_COMMON_ENDING = re.compile(r"(?:ing|tion|tions|ment|ments|ness|ity|ally|ists|ers|ors)$")


class Name(NamedTuple):
    """A capitalised token of a content; `opens` a sentence, `follows` the one before it as one name."""

    token: str
    opens: bool
    follows: bool


def unknown_name(content: str, text: str, language: str = "en") -> str | None:
    """The first proper name of `content` that `text` does not know, or None.

    Tolerates case, possessives and the form of letters; in inflected languages the ending too. Two capitalised words
    side by side must stand near each other somewhere in `text`, so that a first name is not lent to another person.
    """
    lexicon = _lexicon(text)
    names = list(_names(content))
    for index, name in enumerate(names):
        paired = index + 1 < len(names) and names[index + 1].follows
        if not _known(name, lexicon, primary(language), paired or name.follows):
            return name.token
    for first, second in zip(names, names[1:], strict=False):
        if second.follows and not _met(first.token, second.token, text, lexicon):
            return f"{first.token} {second.token}"
    return None


class _Lexicon(NamedTuple):
    words: frozenset[str]
    lower: frozenset[str]
    initials: frozenset[str]


@lru_cache(maxsize=16)
def _lexicon(text: str) -> _Lexicon:
    """The words of a text, folded; those that it also writes small; the initials of its capitalised runs."""
    tokens = [match.group() for match in _TOKEN.finditer(text)]
    parts = [part for token in tokens for part in {token, _bare(token), *re.split(r"[-‐‑'’ʼ.&]", token)} if part]
    return _Lexicon(
        words=frozenset(fold(part).text for part in parts),
        lower=frozenset(fold(part).text for part in parts if part[0].islower()),
        initials=frozenset(_initials(text)),
    )


def _initials(text: str) -> list[str]:
    runs = re.findall(r"[^\W\d_a-zа-яіїєґ]\w+(?:\s+(?:of\s+|the\s+|for\s+|and\s+|de\s+)*[^\W\d_a-zа-яіїєґ]\w+)+", text)
    return ["".join(word[0] for word in run.split() if word[0].isupper()).casefold() for run in runs]


def _bare(token: str) -> str:
    return _POSSESSIVE.sub("", token)


def _names(content: str) -> list[Name]:
    """The capitalised tokens of a content that may be names; weekdays and months are the guard's own matter."""
    from summarizer.grounding.calendar_words import find_calendar_words

    dated = {word.start for word in find_calendar_words(content, "en")}
    names: list[Name] = []
    last_end = -1
    for match in _TOKEN.finditer(content):
        token = match.group()
        if not any(character.isupper() for character in token) or match.start() in dated or len(_bare(token)) < 2:
            continue
        opens = bool(_OPENS.search(content, 0, match.start()))
        if is_function_word(_bare(token)) or (opens and is_function_word(token)):
            continue
        follows = last_end >= 0 and content[last_end : match.start()] in {" ", "\u00a0"} and not opens
        names.append(Name(_bare(token), opens, follows))
        last_end = match.end() if token == _bare(token) else -1
    return names


def _known(name: Name, lexicon: _Lexicon, language: str, in_a_run: bool) -> bool:
    word = fold(name.token).text
    if word in lexicon.words or word.replace(".", "") in lexicon.words | lexicon.initials:
        return True
    if any(character.isdigit() for character in word):
        return False
    parts = re.split(r"[-'.&]", word)
    if len(parts) > 1 and all(part in lexicon.words for part in parts):
        return True
    if _related(word, lexicon.words, inflected=language in _INFLECTED):
        return True
    if name.opens and not in_a_run:
        return word in _OPENERS or bool(_COMMON_ENDING.search(word)) or any(w[:5] == word[:5] for w in lexicon.lower if len(w) > 4)
    return language == "de" and not in_a_run


def _related(word: str, words: frozenset[str], *, inflected: bool) -> bool:
    """Whether the text has the word in another form: a demonym of the name, a plural, a case."""
    if len(word) < 4:
        return False
    for other in words:
        if other[:3] != word[:3]:
            continue
        shorter, longer = sorted((word, other), key=len)
        if longer.startswith(shorter.rstrip("ae")) and len(shorter) >= 4 and longer[len(shorter.rstrip("ae")) :] in _DEMONYM_ENDINGS:
            return True
        if inflected and len(other) >= 4 and _same_but_for_ending(word, other):
            return True
    return False


def _same_but_for_ending(word: str, other: str) -> bool:
    shared = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    return shared >= max(3, min(len(word), len(other)) - 2) and max(len(word), len(other)) - shared <= 3


def _met(first: str, second: str, text: str, lexicon: _Lexicon) -> bool:
    """Whether two capitalised words stand near each other in the text, or one of them is a common word there."""
    a, b = fold(first).text, fold(second).text
    if a in lexicon.lower or b in lexicon.lower or a not in lexicon.words or b not in lexicon.words:
        return True
    places = [[m.start() for m in re.finditer(rf"(?<!\w){re.escape(word)}", fold(text).text)] for word in (a, b)]
    return any(abs(x - y) <= _NEAR for x in places[0] for y in places[1])
