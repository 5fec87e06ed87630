"""Time expressions in news: find them in a sentence, resolve them to calendar days; pure, and never a guess."""

from __future__ import annotations

from summarizer.dates.amounts import length_of
from summarizer.dates.resolution import is_reached, require_day, resolve
from summarizer.dates.search import Mention, find
from summarizer.dates.tense import ends_in_past

__all__ = ["Mention", "ends_in_past", "find", "is_reached", "length_of", "require_day", "resolve"]
