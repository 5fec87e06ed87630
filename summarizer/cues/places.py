"""Names that a text uses as the place of something: after a preposition of place, or as the heading of a paragraph; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.cues import states
from summarizer.cues.clauses import Span
from summarizer.cues.names import Name, find_names
from summarizer.cues.vocabulary import pattern
from summarizer.document import Document

_HEADING = re.compile(r"(?:[^\W\d_a-zà-öø-ÿа-яёіїєґ][\w’'.-]*\s?){1,4}(?=[.:]\s|\s[–—-]\s)")


def find_places(document: Document, span: Span) -> Iterator[Span]:
    """The names within `span` that stand as places, in order; a region ("southern Lebanon") is one too."""
    language = document.language
    near = pattern(language, "violence", "place_preposition").pattern
    behind = re.compile(rf"(?<!\w)(?:{near})\s+(?:(?!(?:{near})\s)[^\W\d_A-Z][\w’'-]*\s+){{0,5}}$", re.IGNORECASE)
    for name in _names(document):
        if span.start <= name.start and name.end <= span.end and not states.demonym_of(name.form):
            if behind.search(document.text, span.start, name.start) and not _is_person(document, name):
                yield Span(name.start, name.end)


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
def _names(document: Document) -> tuple[Name, ...]:
    return tuple(find_names(document))
