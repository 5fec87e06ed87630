"""From a model's pointer to checked evidence: find a quote's exact span, and refuse what the evidence does not say.

Pure functions, no model. `locate` finds a quote, `evidence` makes the span an `Evidence`; `check` is the guard of the
evidence contract for an item's free text, and `check_count`, `check_speaker` and `check_place` refuse swaps of what
does stand in the text. `language` is a BCP 47 tag; in a language without tables those of all nine are joined.
"""

from __future__ import annotations

from summarizer.grounding.guard import Refusal, check
from summarizer.grounding.passages import Span, evidence
from summarizer.grounding.quote_search import locate
from summarizer.grounding.speakers import check_speaker
from summarizer.grounding.swaps import check_count, check_place

__all__ = ["Refusal", "Span", "check", "check_count", "check_place", "check_speaker", "evidence", "locate"]
