"""When something was said, and which medium it was told to: what stands beside the attributing verb; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.cues import states
from summarizer.cues.attribution.attributed import Hit, Span
from summarizer.cues.lines import Line
from summarizer.cues.phrases import Phrase, phrase_from

_ON = frozenset("on am le el у в во late early".split())
_WEEKDAY_ENDINGS = ("day", "tag", "mittwoch", "di", "manche")
_AFTER_A_DAY = frozenset("mark subordinator preposition verb auxiliary name determiner".split())
_TOLD = frozenset("told tells telling".split())
_FARTHEST_MEDIUM = 8
"""Words from a verb to the interview in which something was said."""
_MEDIUM = re.compile(
    r"\b(?:Associated Press|BBC|CNN|NPR|ABC|CBS|NBC|RTE|ARD|ZDF|DW|AFP|AP|Reuters|Interfax|TASS|Tass|Xinhua"
    r"|Bloomberg|Al Jazeera|Al Arabiya|Newsnight"
    r"|[Nn]ewspaper|[Bb]roadcaster|[Tt]elevision|TV|Radio|[Rr]adio|Times|Post|Herald|Gazette|Guardian|Telegraph"
    r"|Tribune|Star|Globe|Mail|Sun|Mirror|Express|Independent"
    r"|Inquirer|Courier|Chronicle|Observer|Journal|Mercury|Daily|News|[Nn]ews agency|[Mm]agazine)\b"
)
"""Names and words of media, to whom something is told so that they relay it."""
_INITIALS = re.compile(r"[A-Z]{2,5}")
_NO_AGENCIES = frozenset("NATO ASEAN OPEC FIFA UEFA OSCE AU WHO UN EU FBI CIA MP".split())
"""Bodies that speech and style leave without an article."""


def said_at(line: Line, hit: Hit) -> Span | None:
    """The day on which it was said, where it stands right beside the verb: "said on Monday that", "on Monday said"."""
    if hit.side == "around":
        return None
    between = range(hit.first + 1, hit.speaker.first) if hit.speaker.first > hit.first else (hit.last - 1,)
    for first in (*between, hit.last + 1, *_after_addressee(line, hit)):
        at = first
        while line.lower(at) in _ON:
            at += 1
        if line.tag(at) == "calendar" and not line.quoted[at]:
            return _day(line, first, at)
    return None


def _after_addressee(line: Line, hit: Hit) -> Iterator[int]:
    """Where a day may stand after whom something was said to: "told reporters | on Monday that"."""
    phrase = phrase_from(line, hit.last + 1) if line.lower(hit.last) in _TOLD else None
    if phrase is not None:
        yield phrase.last + 1


def _day(line: Line, first: int, at: int) -> Span | None:
    """The day with its preposition, None where it belongs to what is said: "said Monday’s attack", "on Monday 40"."""
    if first == at and line.lower(at - 1) in _ON:
        first = at - 1
    if first == at and not line.lower(at).endswith(_WEEKDAY_ENDINGS):
        return None  # a month, or "may"
    last = at
    while line.tag(last + 1) == "calendar":
        last += 1
    closes = line.tag(last + 1) in _AFTER_A_DAY or line.lower(last + 1) in line.classes.complementisers
    return line.span(first, last) if closes else None


def _interviewer(line: Line, hit: Hit) -> Phrase | None:
    """Whom an interview beside the verb was given to: "said in an interview with Radio Vik"."""
    for at in range(hit.last + 1, min(hit.last + _FARTHEST_MEDIUM, len(line.words))):
        if line.quoted[at] or line.tag(at) in ("verb", "auxiliary", "subordinator"):
            return None
        if line.lower(at) == "interview" and line.lower(at + 1) in ("with", "to", "for"):
            return phrase_from(line, at + 2)
    return None


def medium_of(line: Line, hit: Hit) -> Phrase | None:
    """The medium that something was told to: "told the BBC that"."""
    at = next((i for i in range(hit.first, hit.last + 1) if line.lower(i) in _TOLD and not line.quoted[i]), None)
    phrase = phrase_from(line, at + 1) if at is not None else _interviewer(line, hit)
    if phrase is None or not phrase.is_named(line):
        return None  # a nameless one ("state television") is seldom somebody in the story
    words = line.quote(phrase.first, phrase.last)
    return phrase if is_medium(words) or (at is not None and is_agency(words)) else None


def is_agency(words: str) -> bool:
    """Whether initials without an article, to which something was told, are those of an agency: "told NAN"."""
    return _INITIALS.fullmatch(words) is not None and words not in _NO_AGENCIES and not states.is_known(words)


def is_medium(name: str) -> bool:
    """Whether a name has the words of a newspaper, a broadcaster or an agency."""
    return _MEDIUM.search(name) is not None
