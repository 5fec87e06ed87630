"""The noun phrase that ends or begins at a word: a small chunker over closed word classes, with appositions; pure."""

from __future__ import annotations

import re

from summarizer.cues.names import Name, Token
from summarizer.cues.words import FUNCTION_WORDS, PRONOUNS

Span = tuple[int, int]

_DETERMINERS = frozenset(
    "a an the this these those his her its their our my your one two three four five several some many most other another "
    "der die das ein eine le la les l un une el los las una".split()
)
_LINKS = frozenset("of in for at from on with to against near into by close involved familiar".split())
_RELATIVES = frozenset("who which whom whose that where when der die qui que який яка яке які который которая".split())
_BREAKS = frozenset(
    "that told when while as because after before since although though if unless until and but or so than said says would will could "
    "has have had is are was were be been not whether what how why".split()
)
_HEADS = frozenset("one two three four five six seven eight nine ten others both another several many some most".split())
_SKIPPED = frozenset(
    "also later then now earlier again first simply repeatedly still already only just even has have had would will could did does do "
    "may might must can is was are were been being have himself herself itself themselves a hat haben hatte haben ha".split()
)
_ADVERB = re.compile(r"^(?:\w+ly|yesterday|today)$")
_MARKS = frozenset(",;:.!?()–—-“”„«»\"'‘’/…")
_LONGEST = 12


def before(text: str, words: list[Token], at: int, names: list[Name]) -> Span | None:
    """The subject that ends left of `words[at]`, appositions and relative clauses skipped; None where there is none."""
    last = _skip_left(words, at - 1)
    if last >= 0 and words[last].word.lower() in _RELATIVES:
        last -= 1  # "X, who insisted": the relative clause is about what stands before it
        if last >= 0 and words[last].word == ",":
            last -= 1
    if last < 0:
        return None
    if words[last].word == ",":
        return _over_apposition(text, words, last, names)
    if words[last].word == ")":
        last = next((i for i in range(last, -1, -1) if words[i].word == "("), 0) - 1
    return _grow_left(text, words, last, names)


def noun_phrase(text: str, words: list[Token], head: int, names: list[Name]) -> Span | None:
    """The noun phrase that ends with its head noun `words[head]`."""
    return _grow_left(text, words, head, names)


def last_before_adverbs(words: list[Token], last: int) -> int:
    """The index of the last word up to `last` that is no adverb, -1 where there is none."""
    while last >= 0 and _ADVERB.match(words[last].word.lower()):
        last -= 1
    return last


def _skip_left(words: list[Token], last: int) -> int:
    while last >= 0 and (words[last].word.lower() in _SKIPPED or _ADVERB.match(words[last].word.lower())):
        last -= 1
    return last


def _over_apposition(text: str, words: list[Token], comma: int, names: list[Name]) -> Span | None:
    """The subject left of a phrase between commas; the name inside it where that is all it is."""
    opening = next((i for i in range(comma - 1, -1, -1) if words[i].word in ",;–—(“”\""), None)
    if opening is None or words[opening].word != ",":
        return None
    first, last = words[opening + 1], words[comma - 1]
    inner = next((n for n in names if n.start >= first.start and n.end == last.end and n.start - first.start < 25), None)
    outer = _grow_left(text, words, opening - 1, names) if opening else None
    if inner and (outer is None or not any(n.end == outer[1] for n in names)):
        return inner.start, inner.end
    return outer


def _grow_left(text: str, words: list[Token], last: int, names: list[Name]) -> Span | None:
    """The noun phrase whose last word is `words[last]`."""
    if last < 0 or not words[last].is_word:
        return None
    if words[last].word.lower() in PRONOUNS:
        return words[last].start, words[last].end
    if words[last].word.lower() in FUNCTION_WORDS and words[last].word.islower() and words[last].word not in _HEADS:
        return None
    at = last
    while at > 0 and last - at < _LONGEST:
        here = _start_of_name(words, at, names)
        if here < at:
            at = here
            continue
        if words[at].word.lower() in _DETERMINERS and not (at and words[at - 1].word.lower() in _LINKS):
            break
        previous = words[at - 1]
        if (previous.word in _MARKS and not _is_possessive(previous)) or previous.word.lower() in _BREAKS or previous.word.lower() in PRONOUNS:
            break
        if at - 2 >= 0 and previous.word.lower() in _LINKS and not words[at - 2].is_word:
            break
        at -= 1
    while at < last and words[at].word.lower() in _LINKS:
        at += 1
    return words[at].start, words[last].end


def _start_of_name(words: list[Token], at: int, names: list[Name]) -> int:
    """The index of the first word of the name that `words[at]` ends, or `at`."""
    name = next((n for n in names if n.end == words[at].end), None)
    return next((i for i in range(at + 1) if name and words[i].start >= name.start), at)


def after(text: str, words: list[Token], at: int, names: list[Name]) -> Span | None:
    """The noun phrase that begins at `words[at]`; a name in apposition to it wins ("its lawyer, Scott Imhoff")."""
    if at >= len(words) or not words[at].is_word:
        return None
    if words[at].word.lower() in PRONOUNS:
        return words[at].start, words[at].end
    last = _grow_right(words, at, names)
    if last is None:
        return None
    span = (words[at].start, words[last].end)
    if not _has_name(span, names) and last + 2 < len(words) and words[last + 1].word == ",":
        apposed = next((n for n in names if n.start == words[last + 2].start), None)
        if apposed:
            return apposed.start, apposed.end
    return span


def _grow_right(words: list[Token], at: int, names: list[Name]) -> int | None:
    if words[at].word.lower() in FUNCTION_WORDS - _DETERMINERS:
        return None
    last = at
    while last + 1 < len(words) and last - at < _LONGEST:
        following = words[last + 1]
        name = next((n for n in names if n.start == following.start), None)
        if name:
            last = next(i for i in range(last + 1, len(words)) if words[i].end >= name.end)
            continue
        low = following.word.lower()
        if following.word in _MARKS and not _is_possessive(following):
            break
        if low in _RELATIVES or low in _BREAKS or low in PRONOUNS:
            break
        if low in ("on", "in", "at", "to", "by") and last + 2 < len(words) and _ends_speaker(words[last + 2]):
            break
        last += 1
    return last if last > at or words[at].word.lower() not in _DETERMINERS else None


_CALENDAR = re.compile(r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^\d|^(?:a|an|the|his|her|its|their|Telegram|Facebook|X|Instagram|reporters)$")


def _ends_speaker(word: Token) -> bool:
    """Whether the word after a preposition says that the phrase is about when or how, no longer about the speaker."""
    return bool(_CALENDAR.match(word.word))


def _is_possessive(token: Token) -> bool:
    return token.word[0] in "’'" and len(token.word) <= 2


def _has_name(span: Span, names: list[Name]) -> bool:
    return any(span[0] <= n.start and n.end <= span[1] for n in names)
