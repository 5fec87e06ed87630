"""What stands beside a reporting verb: whether it reports words there, or tells an act; pure."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.cues.lines import CONTENT, Line
from summarizer.cues.nouns import nouns
from summarizer.cues.phrases import Phrase, phrase_from
from summarizer.cues.reporting import Use, verbs

_FAR = 12
_STOPS = frozenset(", ; : . ? ! … – — ( )".split())
_CALLED_TOGETHER = frozenset(
    "election elections meeting vote strike referendum session conference police ambulance witness witnesses halt truce time emergency doctor".split()
)
_QUESTION_WORDS = frozenset(
    "that whether how why who what where when if dass daß ob wie que qu’ si що як чи что ли".split()
)
_NUMBER_AT = frozenset(
    "put place price gauge estimate puts places prices gauges estimates placed priced gauged estimated putting placing estimating value valued".split()
)


def particle_of(line: Line, at: int) -> tuple[str, ...]:
    """The particle that stands by the verb, () where none does or the language sets it apart."""
    if line.language == "de":
        return ()
    return next(
        (
            use.particle
            for use in verbs(line.language).get(line.lower(at), ())
            if use.particle and _has_particle(line, at, use.particle)
        ),
        (),
    )


def use_of(line: Line, at: int, *, beside_quotation: bool, parenthetical: bool, subject: Phrase | None) -> Use | None:
    """The first use of the verb at `at` whose particle and need are met.

    `beside_quotation`: a quotation stands next to the attribution; `parenthetical`: it stands between commas or at the end,
    so that what it reports is around it.
    """
    for use in verbs(line.language).get(line.lower(at), ()):
        if use.particle and not _has_particle(line, at, use.particle):
            continue
        if _meets(line, at, use, beside_quotation, parenthetical, subject):
            return use
    return None


def end_of_verb(line: Line, at: int, use: Use) -> int:
    """The last word of the verb, its particle included where that stands right after it."""
    return at + len(use.particle) if line.language != "de" else at


def _has_particle(line: Line, at: int, particle: tuple[str, ...]) -> bool:
    """Right after the verb; in German anywhere before the clause ends."""
    if line.language != "de":
        return all(line.lower(at + 1 + i) == word for i, word in enumerate(particle))
    for index in range(at + 1, len(line.words)):
        if line.lower(index) == particle[0] and not line.quoted[index]:
            return True
        if line.lower(index) in (";", ":") or line.tag(index) == "subordinator":
            return False
    return False


def _meets(line: Line, at: int, use: Use, beside_quotation: bool, parenthetical: bool, subject: Phrase | None) -> bool:
    if use.frame == "plain":
        return True
    if use.frame == "quote":
        return beside_quotation
    if use.frame == "content":
        return beside_quotation or parenthetical or reports_clause(line, at) or quotes_after(line, at)
    if use.frame == "asks":
        return _asks(line, at)
    if use.frame == "figure":
        return _gives_figure(line, at)
    if quotes_after(line, at):
        return True
    if use.frame == "as":
        return _word_after(line, at, frozenset({"as"}))
    if use.frame == "named":
        return _names_it(line, at, subject)
    return _object_is_speech(line, at, subject) or _word_after(line, at, frozenset({"as"}))


def right_of(line: Line, at: int) -> Iterator[int]:
    """The positions after the verb up to the next comma, semicolon or end, at most a dozen; quotation marks are passed over."""
    for index in range(at + 1, min(at + 1 + _FAR, len(line.words))):
        if line.lower(index) in _STOPS and not line.quoted[index]:
            return
        yield index


def quotes_after(line: Line, at: int) -> bool:
    """Whether a quotation opens between the verb and the next comma."""
    return any(line.quoted[index] for index in right_of(line, at))


def reports_clause(line: Line, at: int) -> bool:
    """Whether a that-clause, a question or a clause without a conjunction follows, or a colon."""
    for index in right_of(line, at):
        if line.lower(index) in _QUESTION_WORDS:
            return index == at + 1 or (
                line.tag(index - 1) not in ("determiner", "preposition") and not _is_relative_that(line, at, index)
            )
        if line.tag(index) == "conjunction":
            break
        if line.tag(index) in ("verb", "modal") or (line.tag(index) == "auxiliary" and index > at + 1):
            return index > at + 1
    end = next((i for i in range(at + 1, len(line.words)) if line.tag(i) == "mark"), len(line.words))
    if line.lower(end) == ":":
        return True
    clause = phrase_from(line, at + 1)
    return clause is not None and line.is_finite(clause.last + 1)


def _is_relative_that(line: Line, verb: int, at: int) -> bool:
    """Whether "that" after an object opens a relative clause: "found a dog that had"."""
    return (
        any(line.lower(i) in ("a", "an", "the", "its", "his", "their") for i in range(verb + 1, at))
        and line.tag(at - 1) in CONTENT
    )


def _asks(line: Line, at: int) -> bool:
    if line.lower(at + 1) in ("not", "to"):
        return False
    return any(
        line.lower(i) == "to" and line.tag(i + 1) in ("word", "verb", "auxiliary") for i in right_of(line, at + 1)
    )


def _gives_figure(line: Line, at: int) -> bool:
    """A figure soon after the verb; after "at" for the verbs that put a number on something."""
    needs_at = line.lower(at) in _NUMBER_AT
    passed = not needs_at
    for index in right_of(line, at):
        passed = passed or line.lower(index) == "at"
        near = needs_at or index - at <= 4
        if (
            passed
            and near
            and (line.tag(index) == "number" or line.lower(index) in ("no", "none", "dozens", "hundreds"))
        ):
            return True
    return False


def _word_after(line: Line, at: int, wanted: frozenset[str]) -> bool:
    return any(line.lower(index) in wanted for index in right_of(line, at))


def _names_it(line: Line, at: int, subject: Phrase | None) -> bool:
    """An object and what it is called: "called the deal a triumph", "called it absurd", "a claim that Norrby called absurd"."""
    if subject and (line.tag(subject.first - 1) == "relative" or line.lower(subject.first - 1) == "that"):
        return line.tag(at + 1) in (*CONTENT, "determiner", "adverb")
    if line.tag(at + 1) == "pronoun" or line.lower(at + 1) in ("it", "them", "that", "this", "her", "him"):
        return line.tag(at + 2) in (*CONTENT, "determiner", "adverb")
    phrase = phrase_from(line, at + 1)
    if phrase is None or any(line.lower(i) in _CALLED_TOGETHER for i in range(phrase.first, phrase.last + 1)):
        return False
    if line.tag(phrase.last + 1) == "determiner":
        return True
    articled = line.tag(phrase.first) == "determiner" and line.lower(phrase.first) not in ("a", "an")
    return articled and phrase.last - phrase.first > 1 and not nouns(line.language).knows(line.lower(phrase.last))


def _object_is_speech(line: Line, at: int, subject: Phrase | None) -> bool:
    """Whether the object is a claim or an idea: the noun after the verb, or what a relative clause is about."""
    known = nouns(line.language)
    phrase = phrase_from(line, at + 1)
    if phrase and known.is_speech(line.lower(phrase.head)):
        return True
    if phrase is None and line.lower(at + 1) in ("that", "this", "it", "them", "any", "all"):
        return True
    if subject and line.lower(subject.first - 1) in ("that", "which"):
        return any(known.is_speech(line.lower(i)) for i in range(max(0, subject.first - 4), subject.first - 1))
    return False
