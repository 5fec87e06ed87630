"""The article that a change of prompts is shown on where none is given; it comes with the package."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from summarizer.composition import Article
from summarizer.document import Document, read_file

FILE = "canal-ultimatum.txt"
PUBLISHED = dt.date(2025, 8, 7)
_PACKAGE = Path(__file__).parents[1]
_PLACES = (_PACKAGE / "_examples", _PACKAGE.parent / "examples")
"""Where it lies: in an installed wheel, in a checkout."""


def sample_article() -> Article:
    """An article of nine sentences about an ultimatum, a strike and who says what of it."""
    file = next(place / FILE for place in _PLACES if (place / FILE).is_file())
    return Article(Document.of(read_file(file)), PUBLISHED)
