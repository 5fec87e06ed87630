"""What stands around a story on its page and is no part of it: bylines, picture credits, stamps, notices; pure."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.cues.tokens import UPPER
from summarizer.cues.words import CALENDAR
from summarizer.document import Document

Span = tuple[int, int]

_FLAGS = re.IGNORECASE | re.MULTILINE
_PICTURE = r"(?:file\s+)?(?:photos?|photographs?|pictures?|images?|video|graphic|illustration)"
_MADE = r"(?:reporting|writing|editing|edited|compiled|translated)"
_NOTICE = (
    r"(?:this\s+(?:story|article|report)\s+(?:has\s+been|has\s+not\s+been|was|is)\b|read\s+more|sign\s+up|subscribe"
    r"|follow\s+us|click\s+here|copyright|©|all\s+rights\s+reserved|advertisement|related\s+articles?)"
)
_BYLINE = r"^[ \t]*(?:by|von|par|por)[ \t]+(?:the[ \t]+)?(?P<who>\w[^\n]{1,80}[^\s.?!…:;,])[ \t]*$"
_STAMP = r"^[^\n]{0,80}\b(?:updated|published|created|posted|modified)(?:\s+(?:on|at))?\s*:?\s*[^\n.]*\d[^\n.]*$"
_CREDIT = rf"^[ \t]*(?-i:[{UPPER}])[\w.’' -]{{2,40}}/[ ]?(?-i:[{UPPER}])[\w. ]{{1,30}}$"
_SOURCE = rf"^[ \t]*(?:source|credit|{_PICTURE}(?:\s+(?:source|credit))?)\s*[:,]\s*[^\n.]{{1,80}}\.?[ \t]*$"
_STAFF = rf"\(?\b(?:additional\s+)?{_MADE}\s+by\s+(?-i:[{UPPER}])[^\n)]*\)?"
_BRACKETED = rf"\([^()\n]{{0,30}}\b{_PICTURE}\s*(?:/|:|by\b|via\b|courtesy\b)[^()\n]*\)"
_UNBRACKETED = rf"(?<=[.!?”\"]\s){_PICTURE}\s*(?::|by\b|via\b|courtesy\b)[^\n.]*"
_AGENCY = rf"^[^\n.()]{{2,50}}\((?-i:[{UPPER}])[\w ./-]{{1,30}}\)\s*[-–—]+\s"
_KINDS = (
    _BYLINE, rf"^[ \t]*\(?{_NOTICE}[^\n]*$", _STAMP, _CREDIT, _SOURCE, _STAFF, _BRACKETED, _UNBRACKETED, _AGENCY,
)  # fmt: skip
"""A byline; a notice to readers; when it was put up; "Ana Ruiz/Press Union"; "Image source, Halden Radio"; who made
it; "(Press Photo/Ana Ruiz)"; "Photo by Ana Ruiz"; a dateline with its agency, "Halden (Press Union) - "."""
_PATTERNS = tuple(re.compile(kind, _FLAGS) for kind in _KINDS)
_LONGEST_BYLINE = 14


@lru_cache(maxsize=8)
def furniture(document: Document) -> tuple[Span, ...]:
    """The spans of a text that are no part of its story, in order."""
    found = (match for pattern in _PATTERNS for match in pattern.finditer(document.text))
    return tuple(sorted(match.span() for match in found if _is_one(match.groupdict())))


def is_furniture(document: Document, offset: int) -> bool:
    """Whether the character belongs to no story."""
    return any(start <= offset < end for start, end in furniture(document))


def _is_one(told: dict[str, str | None]) -> bool:
    """Whether what looks like a byline is one: "By Monday all trains had stopped" is none."""
    words = (told.get("who") or "").split()
    named = words and words[0][0].isupper() and words[0].strip(",") not in CALENDAR
    return not words or (bool(named) and len(words) <= _LONGEST_BYLINE)
