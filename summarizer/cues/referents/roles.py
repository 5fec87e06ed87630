"""What a text says somebody is: the roles beside a name ("its leader, Ana Ruiz", "General Diallo"), and the head of a phrase; pure."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.cues.lines import CONTENT, Line
from summarizer.cues.nouns import NounKind, Nouns, nouns
from summarizer.cues.phrases import Phrase, base_start, phrase_ending, phrase_from
from summarizer.cues.words import TITLES

Span = tuple[int, int]

_CALLED = frozenset(
    "called named dubbed nicknamed itself himself herself themselves as namens genannt nommé nommée appelé llamado llamada".split()
)
_STOPS = frozenset(
    """of in for at from to with on by near against involved close familiar who which that whose into over under whom based speaking calling
    de du des à en para por про у в von vom aus im bei für""".split()
)


def roles_of(line: Line, first: int, last: int) -> Iterator[Span]:
    """The roles that stand beside the name from `first` to `last`, as spans."""
    start = base_start(line, last)
    if start < first and (role := _before(line, start, first)):
        yield role
    yield from _titles(line, first)
    if (apposed := _apposed_before(line, start)) is not None and _closes(line, last):
        yield line.span(apposed.first, apposed.last)
    if (following := _apposed_after(line, last)) is not None:
        yield line.span(following.first, following.last)


def _before(line: Line, start: int, first: int) -> Span | None:
    """The noun phrase right before the name: "the Ghanaian lawyer Kwabena Asare", "the website Piac24"."""
    noun = first - 1
    while noun > start and line.words[noun].word.rstrip(".") in TITLES:
        noun -= 1
    if line.words[noun].word.rstrip(".") in TITLES and line.words[noun].capital and noun > 0:
        return None
    if line.tag(noun) not in ("word", "verb") or not nouns(line.language).knows(line.lower(noun)):
        return None
    return line.span(start, noun)


def _titles(line: Line, first: int) -> Iterator[Span]:
    """The titles right before the name: "General", "Deputy Prime Minister"."""
    start = first
    while start > 0 and line.words[start - 1].word.rstrip(".") in TITLES and line.words[start - 1].capital:
        start -= 1
    if start < first:
        yield line.span(start, first - 1)


def _apposed_before(line: Line, start: int) -> Phrase | None:
    """The role before a comma before the name: "the mayor, Ghassan Tohme"; or before "called"."""
    if line.lower(start - 1) in _CALLED and start >= 3:
        end = start - 2
        end -= line.lower(end) in ("calling", "known", "describing", "styling")
        return _known(line, phrase_ending(line, end))
    if line.lower(start - 1) != "," or start < 2:
        return None
    return _known(line, phrase_ending(line, start - 2))


def _known(line: Line, phrase: Phrase | None) -> Phrase | None:
    """The phrase, if its head is a noun for people or bodies and it is no name itself."""
    if phrase is None or line.tag(phrase.head) == "name" or line.tag(phrase.head) == "pronoun":
        return None
    return phrase if nouns(line.language).kind(line.lower(phrase.head)) in ("person", "body", "people") else None


def _closes(line: Line, last: int) -> bool:
    """Whether an apposition ends after the name: with a mark, or "who"."""
    return line.tag(last + 1) in ("mark", "relative") or line.lower(last + 1) == "of"


def _apposed_after(line: Line, last: int) -> Phrase | None:
    """The role after a comma after the name: "Iryna Solodka, its operations chief", "Razey, 52, a fire inspector"."""
    at = last + 1
    if line.lower(at) == "(":
        at = next((i + 1 for i in range(at, len(line.words)) if line.lower(i) == ")"), at)
    if line.lower(at) != ",":
        return None
    at += 3 if line.tag(at + 1) == "number" and line.lower(at + 2) == "," else 1
    phrase = phrase_from(line, at) if line.tag(at) in (*CONTENT, "determiner") else None
    if phrase is None or line.name_at(phrase.head) or not nouns(line.language).knows(line.lower(phrase.head)):
        return None
    after = line.tag(phrase.last + 1)
    listed = line.tag(phrase.first) == "word" and line.lower(phrase.last + 1) == "and"
    return phrase if after in ("mark", "relative", "preposition", "subordinator", "verb") and not listed else None


def head_of(phrase: str) -> str:
    """The head noun of a noun phrase, lower case: "an officer close to the planning" gives "officer"."""
    words = [w.strip(",.;:()“”«»\"'’").casefold() for w in phrase.split()]
    stop = next((i for i, w in enumerate(words) if i and (w in _STOPS or (w.endswith("ing") and i > 1))), len(words))
    return words[stop - 1] if stop else ""


def kind_of_phrase(phrase: str, language: Nouns) -> NounKind | None:
    """What the phrase's head stands for: "the coast guard" is a body, "the guard" a person."""
    words, head = [word.casefold() for word in phrase.split()], head_of(phrase)
    before = words[words.index(head) - 1] if head in words[1:] else ""
    return language.kind(head, before)


def modifiers_of(phrase: str) -> frozenset[str]:
    """The words before the head noun, without articles and possessives: "the former finance minister" gives former, finance."""
    words = [w.strip(',.;:()“”«»"').casefold() for w in phrase.split()]
    head = head_of(phrase)
    before = words[: words.index(head)] if head in words else words
    return frozenset(before) - frozenset(
        "the a an this that his her its their our my der die das ein eine le la les un une el los las".split()
    )
