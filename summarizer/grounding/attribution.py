"""Swaps of what does stand in the text: another speaker, another place, the killed for the injured."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarizer.grounding.alignment import sentence_around
from summarizer.grounding.guard import Refusal
from summarizer.grounding.typography import fold
from summarizer.quantities import find_numbers
from summarizer.schema import Count, Evidence, FigureKind


def check_count(kind: FigureKind, count: Count, evidence: Evidence, text: str, language: str = "en") -> Refusal | None:
    """Why `count` is no figure of `kind` in its evidence, or None."""
    return None


def check_speaker(name_forms: Iterable[str], evidence: Evidence, text: str, language: str = "en") -> Refusal | None:
    """Why nobody called by one of `name_forms` can be the speaker of this evidence, or None."""
    return None


def check_place(place: str, evidence: Evidence, text: str, language: str = "en") -> Refusal | None:
    """Why the evidence does not lie in `place`, or None."""
    return None
