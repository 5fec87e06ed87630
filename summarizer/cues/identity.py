"""When two names are the same actor's: surnames, short forms, abbreviations, seats of government; pure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from summarizer.cues import states
from summarizer.cues.given_names import gender_of
from summarizer.cues.words import TITLES, name_words, word_classes

_TITLES = frozenset(title.casefold() for title in TITLES) | {"the", "a", "an", "spokesman", "spokeswoman", "of"}
_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’']s?$")
_LEGAL_FORM = frozenset(
    "inc ltd limited plc corp corporation co company group holding holdings gmbh ag sa srl llc oy ab nv bv".split()
)
_ARTICLES = frozenset("the a an".split())
_GERMAN_ARTICLES = frozenset("der die das des dem den ein eine eines einer einem einen".split())
_GENITIVES = frozenset("der des eines einer".split())
_OF = re.compile(r"\s(?:of|for)\s")
_COMPLEMENT = re.compile(r"\s(?:of|for)\s\S+$")
_LINKS = frozenset(
    """of the and for de del della di da do dos das du des la le las les los l’ d’ y e et en der die den dem und für zu
    zur am im van von bin ibn bint al el ter ten""".split()
)
"""Words in lower case that stand within names."""
_PREPOSITIONS = frozenset().union(*(word_classes(language).prepositions for language in ("en", "de", "fr", "es")))
_NO_SHORT_FORM = frozenset(
    """united national royal federal free first great saint san santa new north south east west northern
    southern eastern western central general international world european american african red black white blue
    green old upper lower grand el al la le los las big little""".split()
)
"""Words that open many names and stand alone for none."""
_OF_REBELS = frozenset("people people's liberation resistance revolutionary republican free".split())
_INFLECTED = re.compile(r"^[Ѐ-ӿ’'-]{3,}$")


@lru_cache(maxsize=4096)
def key(name: str) -> tuple[str, ...]:
    """The words that identify a name: casefolded, without accents, possessives, titles and legal forms."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(c for c in folded if not unicodedata.combining(c)).replace("’", "'")
    words = [_POSSESSIVE.sub("", w) for w in _WORD.findall(plain)]
    kept = tuple(w for w in words if w not in _TITLES and w not in _LEGAL_FORM)
    return kept or tuple(w for w in words if w not in _ARTICLES) or tuple(words)


@lru_cache(maxsize=16384)
def same(one: str, other: str) -> bool:
    """Whether two names may stand for one actor, by their words alone."""
    a, b = key(one), key(other)
    if not a or not b:
        return False
    if a == b or _inflected(a, b):
        return is_description(one) == is_description(other)  # "a Tolvan spokesman" is not Tolvan
    mine, theirs = states.state_of(one), states.state_of(other)
    if mine or theirs:
        return mine == theirs
    return shortened(one, other) or shortened(other, one) or abbreviates(one, other) or abbreviates(other, one)


def shortened(short: str, name: str) -> bool:
    """Whether `short` is a short form of a name: its surname, its first word, its words with fewer before them.

    A description is no name: "Officials in Halden" and "Halden police" have no short form "Halden".
    """
    common = short.islower() and not name.islower()  # "the court", beside "Supreme Court"
    if common or is_description(name) or is_description(short) or _possesses(short, name):
        return False
    few, many = key(short), key(name)
    if len(few) >= len(many):
        return set(few) == set(many)
    if len(few) == 1:
        return _is_short_form(few[0], short, name)
    tail = few[-1] == many[-1] or (gender_of(name) is not None and not is_body(name))
    return (tail and set(few) <= set(many)) or _lacks_complement(few, name)


def _lacks_complement(few: tuple[str, ...], name: str) -> bool:
    """Whether only what the body is of is left out: "Free Army" of "Free Army of Tarn"; a state's ministry is apart."""
    body, _, complement = re.split(r"(\s(?:of|for)\s)", name, maxsplit=1) if _OF.search(name) else (name, "", "")
    lent = few[-1] in name_words("lent") and states.state_of(complement) is not None
    return bool(complement) and key(body) == few and not lent


def _is_short_form(word: str, short: str, name: str) -> bool:
    """Whether one word stands for the name: a person's first or last; a body's last, or its first if no place's."""
    many = key(name)
    initial = len(word) == 2 and short.isupper()
    if len(word) < 2 or initial or word in _NO_SHORT_FORM:
        return False
    opens, closes = (word == end or _inflected((word,), (end,)) for end in (many[0], many[-1]))
    lent = any(word in name_words("lent") for word in many[1:])
    if word == "army" and set(many) & _OF_REBELS:
        return False  # "the Army" fights the New People's Army
    return (closes and not _COMPLEMENT.search(name)) or (opens and not lent)


def is_body(name: str) -> bool:
    """Whether a word of the name, the first of several set aside, tells a body."""
    words = [word.strip(".,").casefold() for word in name.split()]
    return any(word in name_words("institution") for word in words[1:] or words)


@lru_cache(maxsize=4096)
def _possesses(short: str, name: str) -> bool:
    """Whether the short form is a German genitive in the name: "Polizei" in "Gewerkschaft der Polizei"."""
    words = _WORD.findall(name)
    at = next((i for i in range(1, len(words)) if words[i] in _GENITIVES and words[i - 1][:1].isupper()), None)
    own = {word.casefold() for word in words[:at]} - _GERMAN_ARTICLES
    return at is not None and not {word.casefold() for word in _WORD.findall(short)} & own


def is_description(name: str) -> bool:
    """Whether the form says what somebody is: it has a common noun that is no role before a person's name."""
    words = _WORD.findall(name)
    if not any(word[:1].isupper() for word in words):
        return False
    while words and words[0].lower() in _ARTICLES:
        words = words[1:]
    common = [word for word in words if word[0].islower() and word.lower() not in _LINKS]
    led = len(words) > len(common) + 1 and all(word[0].islower() for word in words[: len(common)])
    doing = any(word in _PREPOSITIONS or word.endswith("ing") for word in words[: len(common)])
    one = bool(common) and not common[-1].endswith("s")  # "fighters of the Katiba" are the Katiba
    belongs = one and words[len(common) : len(common) + 1] in (["of"], ["for"])  # "a commander of Ember Tide"
    return bool(common) and (doing or belongs or not led)


def abbreviates(short: str, name: str) -> bool:
    """Whether `short` is made of the initials of `name`: RSF, Rapid Support Forces."""
    letters = short.replace(".", "")
    if not (2 <= len(letters) <= 8 and letters.isupper()):
        return False
    words = [w for w in re.split(r"[\s-]+", name) if w[:1].isalpha()]
    named = next((w[0].isupper() for w in words if w.casefold() not in _ARTICLES), False)
    return named and letters in ("".join(w[0] for w in words).upper(), "".join(w[0] for w in words if w[0].isupper()))


def _inflected(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names in Cyrillic differ in nothing but the endings of their cases."""
    return len(one) == len(other) and all(_same_stem(a, b) for a, b in zip(one, other, strict=True))


def _same_stem(one: str, other: str) -> bool:
    if not (_INFLECTED.match(one) and _INFLECTED.match(other)):
        return one == other
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= 3 and max(len(one), len(other)) - shared <= 3 and min(len(one), len(other)) - shared <= 2
