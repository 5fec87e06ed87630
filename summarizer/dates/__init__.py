"""Time expressions in news: find them in a sentence, resolve them to calendar days; pure, and never a guess."""

from __future__ import annotations

from summarizer.dates.resolution import resolve
from summarizer.dates.search import Mention, find

__all__ = ["Mention", "find", "resolve"]
