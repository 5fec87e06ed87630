"""Names that a text uses as the place of something: after a preposition of place, or as the heading of a paragraph; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from summarizer.cues import states
from summarizer.cues.clauses import Span
from summarizer.cues.names import Name, find_names
from summarizer.cues.vocabulary import names, pattern
from summarizer.document import Document

_HEADING = re.compile(r"(?:[^\W\d_a-zà-öø-ÿа-яёіїєґ][\w’'.-]*\s?){1,4}(?=[.:]\s|\s[–—-]\s)")
Level = Literal["town", "region", "state"]
_STOPS = "to|for|by|who|that|which|said|says|told|when|while|as|with|than|avenge|after|before"
_JOINT = re.compile(r"\s*(?:,|,?\s+(?:and|und|et|y|и|і|та)|/)\s+(?:in\s+|at\s+|the\s+)?")


def find_places(document: Document, span: Span) -> Iterator[Span]:
    """The names within `span` that stand as places, in order; a region ("southern Lebanon") is one too."""
    language = document.language
    near = pattern(language, "violence", "place_preposition").pattern
    between = pattern(language, "violence", "place_between")
    close = pattern(language, "violence", "place_close").pattern
    words = rf"(?:(?!(?:{near}|{_STOPS})\s)[^\W\d_][\w’'-]*\s+)"
    led = rf"(?:(?:{between.pattern})\s+)?" if names(language, "violence", "place_between") else rf"{words}{{0,5}}"
    struck = pattern(language, "violence", "place_verb").pattern
    behind = re.compile(
        rf"(?:(?:{near})\s+{led}|(?:{close})\s+(?:the\s+)?|(?:{struck})\s+{words}{{0,2}})$", re.IGNORECASE
    )
    last = -1
    for name in names_of(document):
        if not (span.start <= name.start and name.end <= span.end) or states.demonym_of(name.form) or _is_person(document, name):
            continue
        if pattern(language, "violence", "not_place").fullmatch(name.form):
            continue
        suffers = pattern(language, "violence", "place_suffers").match(document.text[name.end : name.end + 40].lstrip())
        joined = last >= 0 and _JOINT.fullmatch(document.text, last, name.start)
        if suffers or joined or behind.search(document.text, span.start, name.start):
            last = name.end
            yield Span(name.start, name.end)


def place_level(document: Document, place: Span) -> Level:
    """How wide the place is: a town lies in a region and a region in a state, so only like places can differ."""
    language, form = document.language, document.text[place.start : place.end]
    after = re.sub(r"^(?:['’]s)?\s+", "", document.text[place.end : place.end + 24])
    before = document.text[max(place.start - 24, 0) : place.start]
    known = states.is_known(form) and not states.is_seat(form)
    broad, beside = (pattern(language, "violence", f"place_{name}").pattern for name in ("direction", "beside"))
    if pattern(language, "violence", "broad_after").match(after) or re.search(rf"(?:{beside})\s*$", before, re.IGNORECASE):
        return "region"
    if known:
        return "state"
    return "region" if re.search(rf"(?:{broad})\s*$", before, re.IGNORECASE) else "town"


def heading(document: Document, paragraph: int) -> Span | None:
    """The capitals that open a paragraph as its heading ("EL HAMRA. Shelling of …"); None for the first, a dateline."""
    first = next((s for s in document.sentences if s.paragraph == paragraph), None)
    if first is None or paragraph == 0:
        return None
    match = _HEADING.match(document.text, first.start, first.end + 2)
    if match and match.group().strip().isupper() and len(match.group().strip()) > 3:
        return Span(match.start(), match.start() + len(match.group().strip()))
    return None


def _is_person(document: Document, name: Name) -> bool:
    """Whether the name goes on as a speaker: "told Reuters", "from Hezbollah, which"."""
    after = document.text[name.end : name.end + 12]
    return bool(re.match(r"(?:['’]s\b|\s+(?:said|says|told)\b)", after))


@lru_cache(maxsize=16)
def names_of(document: Document) -> tuple[Name, ...]:
    """The document's names, found once."""
    return tuple(find_names(document))
