"""The subject left of a verb: over adverbs and auxiliaries, times, parentheses and relative clauses; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from summarizer.cues.lines import CONTENT, Line
from summarizer.cues.phrase_ends import phrase_ending, region_start
from summarizer.cues.phrases import Phrase, apposed_name, phrase_from

_CLITICS = frozenset("l’ le la les lui leur s’ se y en lo los las n’ me m’ nous".split())
_SLAVIC_OBJECTS = frozenset("це это".split())
_TIME_NOUNS = frozenset(
    "week month year night morning afternoon evening weekend day today spring summer autumn winter".split()
)
_DAYS = frozenset("today yesterday tonight".split())
_PARTS_OF_A_DAY = frozenset("late early earlier later".split())
_YEAR = re.compile(r"\d{4}")
_SET_PHRASES = frozenset(
    {("at", "first"), ("in", "turn"), ("at", "last"), ("in", "fact"), ("so", "far"), ("in", "response"), ("at", "once")}
)
"""Adverbs of two words."""
_SPANISH_RELATIVES = frozenset("que quien quienes".split())
_PARENTHESES = (",", "–", "—")


def subject_before(line: Line, verb: int) -> Phrase | None:
    """The subject left of a verb, None where none stands there."""
    if (told := _of_wie_clause(line, verb)) is not None:
        return told
    last = _over_time(line, over_adverbs(line, verb - 1))
    if last < 0:
        return None
    if line.tag(last) == "relative":
        return _antecedent(line, last)
    last = _over_brackets(line, last)
    return _over_parenthesis(line, last) if line.lower(last) in _PARENTHESES else phrase_ending(line, last)


def _of_wie_clause(line: Line, verb: int) -> Phrase | None:
    """The subject that opens a German clause whose verb closes it: "wie | die Polizei | am Montag mitteilte"."""
    if line.language != "de" or line.tag(verb + 1) not in ("mark", "auxiliary"):
        return None
    opening = line.first_of(("wie",), range(verb - 1, -1, -1))
    if opening is None or (opening > 0 and line.tag(opening - 1) != "mark"):
        return None
    if any(line.is_finite(i) or line.lower(i) in (";", ":") for i in range(opening + 1, verb)):
        return None
    start = opening + 1
    while line.tag(start) in ("adverb", "calendar"):
        start += 1
    return phrase_from(line, start)


def shared_subject(line: Line, at: int) -> Phrase | None:
    """The subject of the clause that holds the word at `at`: that of its first finite verb."""
    parted = line.first_of((";", ":"), range(at - 1, -1, -1))
    start = 0 if parted is None else parted + 1
    for index in range(start + 1, at):
        phrase = subject_before(line, index) if line.is_finite(index) and not line.quoted[index] else None
        free = phrase is not None and line.tag(phrase.first - 1) not in ("relative", "preposition")
        if phrase and free and phrase.first >= start and line.lower(phrase.first) != "whose":
            return phrase
    return None


def before_participle(line: Line, verb: int) -> Phrase | None:
    """Who stands before a participle and what belongs to it: "everyone living on the east bank must"."""
    for at in range(verb - 1, 0, -1):
        if line.tag(at) == "mark" or line.is_finite(at):
            return None
        if line.lower(at).endswith("ing") and line.tag(at) in ("word", "verb") and line.tag(at + 1) == "preposition":
            phrase = phrase_ending(line, at - 1)
            return replace(phrase, last=over_adverbs(line, verb - 1)) if phrase else None
    return None


def over_adverbs(line: Line, last: int) -> int:
    """The last word up to `last` that is no adverb, auxiliary, negation or object pronoun of the verb after it."""
    while last >= 0 and (line.tag(last) in ("adverb", "auxiliary", "modal", "negation") or _is_object(line, last)):
        last -= 1 + (line.lower(last) in _DAYS and line.lower(last - 1) in _PARTS_OF_A_DAY)
    return last


def _is_object(line: Line, at: int) -> bool:
    """Whether a pronoun is an object between subject and verb, as in "l’opposition l’accuse"."""
    if line.language in ("uk", "ru"):
        pronoun = line.tag(at) == "pronoun" or line.lower(at) in _SLAVIC_OBJECTS
        return pronoun and at > 1 and line.tag(at - 1) in ("name", "word")
    return line.language in ("fr", "es") and line.tag(at) == "pronoun" and line.lower(at) in _CLITICS


def _over_brackets(line: Line, last: int) -> int:
    if line.lower(last) != ")":
        return last
    return next((i for i in range(last, -1, -1) if line.lower(i) == "("), 0) - 1


def _over_time(line: Line, last: int) -> int:
    """Past a time between subject and verb: "on Tuesday", "last week", "in 2023", "at first"."""
    for first in (last, last - 1):
        set_apart = (line.lower(first), line.lower(first + 1)) in _SET_PHRASES
        if set_apart and line.tag(first - 1) in (*CONTENT, "pronoun", "auxiliary"):
            return over_adverbs(line, first - 1)
    at = last - (line.lower(last) in _TIME_NOUNS and line.tag(last - 1) == "calendar")  # "on Monday night"
    if line.lower(at) in _TIME_NOUNS and line.lower(at - 1) in ("last", "this", "that", "next", "the"):
        at -= 2
    elif line.tag(at) == "calendar" or (line.tag(at) == "number" and _ends_date(line, at)):
        while at >= 0 and line.tag(at) in ("calendar", "number"):
            at -= 1
        at -= line.lower(at) in ("late", "early", "last", "earlier", "mid")
        at -= line.lower(at) in ("on", "in", "since", "le", "el", "am", "en")
    else:
        return last
    at -= line.lower(at) in ("earlier", "later", "late", "early")
    fits = at >= 0 and (line.tag(at) in (*CONTENT, "pronoun", "adverb", "auxiliary") or line.lower(at) == ",")
    return over_adverbs(line, at) if fits else last


def _ends_date(line: Line, at: int) -> bool:
    """Whether a number is a year, or the day behind its month: "on February 25"."""
    return bool(_YEAR.fullmatch(line.lower(at))) or line.tag(at - 1) == "calendar"


def _antecedent(line: Line, relative: int) -> Phrase | None:
    """What a relative pronoun stands for: "a description that", "Mr Osei, who"."""
    if line.lower(relative - 1) != ",":
        return phrase_ending(line, relative - 1)
    phrase = phrase_ending(line, _over_brackets(line, relative - 2))
    if phrase is None:
        return None
    if (own := _owner_named_last(line, phrase, line.lower(relative))) is not None:
        return own
    apposed = line.lower(phrase.first - 1) == "," and not line.names_within(phrase.first, phrase.last)
    return (_over_parenthesis(line, relative - 1) if apposed else None) or phrase


def _owner_named_last(line: Line, phrase: Phrase, relative: str) -> Phrase | None:
    """The name that ends a phrase which the relative cannot mean: "a commander of | Ember Tide, which said"."""
    kind, named = line.nouns.kind(line.lower(phrase.head)), line.name_at(phrase.last)
    somebody = kind in ("person", "people") or line.tag(phrase.head) == "name"
    agrees = not somebody if relative == "which" else somebody
    if (
        line.language != "en"
        or relative not in ("which", "who")
        or agrees
        or named is None
        or phrase.first == phrase.last
    ):
        return None
    first = line.position(named.start)
    return Phrase(first, phrase.last, phrase.last) if first > phrase.head else None


def _over_parenthesis(line: Line, closing: int) -> Phrase | None:
    """The subject left of what stands between commas or dashes; the name inside where that is what stands there."""
    for opening in _marks_before(line, closing):
        outer = phrase_ending(line, _over_brackets(line, over_adverbs(line, opening - 1)))
        if outer is None or _is_number(line, outer) or _is_within_clause(line, outer) or _is_post(line, outer):
            continue
        if not _can_be_left_out(line, opening + 1, closing - 1):
            return None
        inner = apposed_name(line, opening + 1, closing - 1)
        return replace(outer, name=inner) if inner and not outer.is_named(line) else outer
    return None


def _marks_before(line: Line, closing: int) -> Iterator[int]:
    """The marks like that at `closing` left of it, the nearest first, nearer than a semicolon or a colon."""
    for index in range(closing - 1, -1, -1):
        if line.lower(index) == line.lower(closing) and not line.quoted[index]:
            yield index
        if line.lower(index) in (";", ":"):
            return


def _is_number(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase is an age or a date between the commas: "Keller, 61, said"."""
    return phrase.first == phrase.last and line.tag(phrase.first) in ("number", "calendar")


def _is_post(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase is only what a name before it is: "Per Lind, | head of the port in Tarn, a town, said"."""
    return (
        not phrase.is_named(line)
        and line.tag(phrase.first) == "word"
        and line.tag(phrase.first - 1) == "mark"
        and line.tag(phrase.first - 2) == "name"
    )


def _is_within_clause(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase lies in a relative or participle's clause that itself stands between commas."""
    start = region_start(line, phrase.last)
    participle = line.tag(start) in ("word", "verb") and line.lower(start).endswith(("ed", "ing"))
    subject = phrase.first == start + 1 and line.tag(phrase.first) in (
        "determiner",
        "name",
    )  # "which the president, Ada Roy, denied"
    return (line.tag(start) == "relative" and not subject) or (participle and start < phrase.first)


def _can_be_left_out(line: Line, first: int, last: int) -> bool:
    """Whether what stands between the commas is a parenthesis: no clause, except after a relative or a conjunction."""
    opener = line.tag(first)
    german_relative = line.language == "de" and opener == "determiner"
    if opener == "conjunction" and (line.tag(first + 1) == "relative" or line.lower(first + 1) in _SPANISH_RELATIVES):
        return True  # "a priest who follows the talks, and who asked not to be named, said"
    if first == last or opener in ("relative", "subordinator") or line.lower(first) == "whose" or german_relative:
        return True
    if line.language in ("uk", "ru") and any(line.is_finite(i) for i in range(first, last + 1)):
        return False
    clause = any(line.tag(i) in ("modal", "relative") for i in range(first, min(first + 2, last)))
    return opener not in ("auxiliary", "modal", "pronoun") and not clause
