"""Statements that tell what an article's events are: a film's plot, an exercise, a lie, an accident, hired work; pure.

Such a statement often stands far from the deed ("It was the largest exercise on the coast"), and governs the events
of its scene. One that speaks of another time, denies, compares or tells what somebody took them for sets no frame.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from summarizer.cues.vocabulary import names, pattern
from summarizer.document import Document, Sentence

FrameKind = Literal["staged", "props", "made_up", "none_found", "settled", "no_terror", "supposed", "hired"]

_VOIDED: tuple[FrameKind, ...] = ("staged", "props", "hired")
"""Frames that another time, a denial or a comparison makes void."""

_LEAD = 2
"""Sentences whose cause of a blast is that of every blast of the text …"""
_BACK, _ON = 6, 2
"""… while another statement of a cause holds for so many sentences before and behind it."""

_STATEMENTS = ("staged", "is_staged", "work_topic", "props", "hired")
"""Lists of words that set the frames that can be void."""

_ONE_STORY = 40
"""Sentences of a text that may all be of one scene; of a longer one a statement governs its own stretch."""

_FEWEST_OF_REVIEWS = 2
"""Different words of reviews beside the statement in a text that is about a work."""

_FEWEST_HIRED = 2
"""Different signs that intruders were at work for whom they broke in on."""

_QUOTED = re.compile(r"[“\"«„][^”\"»“]*[”\"»“]")  # what the accused and the accusers say settles nothing
_PARENTHESIS = re.compile(r",[^,.;]{1,60},")
_CAUSE = re.compile(r"(?:(?! (?:and|but|rather|not|which|who|that|as)\b)[^,.;:])*")


class Frame(NamedTuple):
    """A statement, and the first and the last of the sentences whose events it speaks of."""

    kind: FrameKind
    sentence: Sentence
    first: int
    last: int


@lru_cache(maxsize=8)
def frames_of(document: Document) -> tuple[Frame, ...]:
    """The frames that a text's statements set, in its order."""
    hired = {match.group().casefold() for s in document.sentences for match in _signs_of_hire(document, s)}
    broke_in = any(_words(document, "hired_to_break").search(sign) for sign in hired)
    found = []
    for sentence in document.sentences:
        void = _is_void(document, document.quote(sentence))
        for kind in _kinds(document, sentence):
            if not (void and kind in _VOIDED) and (kind != "hired" or (broke_in and len(hired) >= _FEWEST_HIRED)):
                found.append(Frame(kind, sentence, *_stretch(document, sentence, kind)))
    return tuple(found)


def _stretch(document: Document, sentence: Sentence, kind: FrameKind) -> tuple[int, int]:
    """The sentences that a statement governs: its paragraph where the events stand there, else the whole story."""
    number, end = sentence.number, len(document.sentences)
    own = [s.number for s in document.sentences if s.paragraph == sentence.paragraph]
    told_before = [s for s in document.sentences[own[0] - 1 : number - 1] if _tells_violence(document, s)]
    if kind == "supposed":
        return number, own[-1]
    if kind == "settled" and number > _LEAD:
        return number - _BACK, number + _ON
    if kind == "staged" and told_before:
        return own[0], own[-1]
    if end <= _ONE_STORY:
        return 1, number - 1 if kind == "none_found" else end
    before = document.sentence(own[0] - 1)
    first = [s.number for s in document.sentences if before and number == own[0] and s.paragraph == before.paragraph]
    return (first or own)[0], own[-1]


def _tells_violence(document: Document, sentence: Sentence) -> bool:
    acts = names(document.language, "violence", "act_")
    return any(_words(document, name).search(document.quote(sentence)) for name in acts)


def is_hostile_cause(document: Document, text: str) -> bool | None:
    """Whether `text` gives a blast a cause that is an enemy's; None where it gives none."""
    if _words(document, "faulty_cause").search(text):
        return False
    if not (match := _words(document, "cause_of").search(text)):
        return None
    cause = _CAUSE.match(text, match.end())
    words = cause.group() if cause else ""
    return any(_words(document, name).search(words) for name in ("hostile", "somebody"))


def _kinds(document: Document, sentence: Sentence) -> Iterator[FrameKind]:
    text = document.quote(sentence)
    if _tells_staging(document, sentence, text):
        yield "staged"
    if any(not _is_beside(document, text, match) for match in _words(document, "props").finditer(text)):
        yield "props"
    if _words(document, "made_up").search(_QUOTED.sub(" ", text)):
        yield "made_up"
    if _words(document, "none_found").search(text):
        yield "none_found"
    if _words(document, "supposes").match(text):
        yield "supposed"
    yield from _causes(document, text)
    if any(_signs_of_hire(document, sentence)):
        yield "hired"


def _causes(document: Document, text: str) -> Iterator[FrameKind]:
    """What it tells of a cause: one without an enemy, or only that no terrorist was at work."""
    harmless = any(_words(document, name).search(text) for name in ("no_enemy", "harmless"))
    if harmless or is_hostile_cause(document, text) is False:
        yield "settled"
    elif _words(document, "no_terror").search(text):
        yield "no_terror"


def _is_beside(document: Document, text: str, match: re.Match[str]) -> bool:
    """Whether a subordinate clause tells of filming what went on at the time: "while a crew was shooting a scene"."""
    return bool(_words(document, "at_the_time").search(text[: match.start()]))


def _is_void(document: Document, text: str) -> bool:
    """Whether a statement is of another time, denied or a comparison; one outside the parentheses by itself alone."""
    plain = _PARENTHESIS.sub(",", text)
    outside = any(_words(document, name).search(plain) for name in _STATEMENTS)
    return bool(_words(document, "frame_void").search(plain if outside else text))


def _tells_staging(document: Document, sentence: Sentence, text: str) -> bool:
    """Whether it calls what was told a performance, and not the film of which it has just spoken."""
    real = _words(document, "felt_real").search(text) and _words(document, "pretence").search(document.text)
    if real or _words(document, "staged").search(text) or _is_about_a_work(document, sentence, text):
        return True
    if _words(document, "known_genre").search(text):
        return not _words(document, "genre").search(document.text[: sentence.start])
    before = document.sentence(sentence.number - 1)
    spoken_of = before and _words(document, "genre").search(document.quote(before))
    return bool(_words(document, "is_staged").search(text)) and not spoken_of


def _is_about_a_work(document: Document, sentence: Sentence, text: str) -> bool:
    """Whether it tells what a work is about, in a text that goes on as reviews do and calls it no true account."""
    if not _words(document, "work_topic").search(text) or _words(document, "true_account").search(document.text):
        return False
    beside = document.text[: sentence.start] + document.text[sentence.end :]
    return len({match.casefold() for match in _words(document, "review").findall(beside)}) >= _FEWEST_OF_REVIEWS


def _signs_of_hire(document: Document, sentence: Sentence) -> Iterator[re.Match[str]]:
    text = document.quote(sentence)
    if not _is_void(document, text):
        yield from _words(document, "hired").finditer(text)


def _words(document: Document, name: str) -> re.Pattern[str]:
    return pattern(document.language, "violence", name)
