"""Who is meant: names gathered into referents, and "he", "the spokesman", "the company" led back to one; pure."""

from __future__ import annotations

from summarizer.cues.referents.gathering import Referents
from summarizer.cues.referents.referent import Referent, Resolved

__all__ = ["Referent", "Referents", "Resolved"]
