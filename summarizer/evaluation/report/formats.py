"""Numbers as they are shown; rounding happens here and nowhere before."""

from __future__ import annotations

from summarizer.evaluation.answers import Share
from summarizer.evaluation.statistics import Difference, Interval

NOTHING = "–"


def score(value: float | None, interval: Interval | None = None) -> str:
    """As "0.52" or "0.52 (0.41–0.63)"; a dash where there is nothing to score."""
    if value is None:
        return NOTHING
    return f"{value:.2f}" if interval is None else f"{value:.2f} ({interval.low:.2f}–{interval.high:.2f})"


def share(value: Share) -> str:
    """As "1,302 of 1,302", or a dash."""
    return f"{value.credit:,.15g} of {value.of:,}" if value.of else NOTHING


def agreement(value: Share) -> str:
    """As "0.83 of 41": the mean agreement, and of how many pairs."""
    return f"{score(value.value)} of {value.of}" if value.of else NOTHING


def change(difference: Difference | None) -> str:
    """As "+0.04", with a star where it is significant."""
    if difference is None or difference.change is None:
        return NOTHING
    return f"{difference.change:+.2f}{'*' if difference.significant else ''}"


def probability(value: float | None) -> str:
    """As "0.012" or "<0.001"."""
    if value is None:
        return NOTHING
    return "<0.001" if value < 0.001 else f"{value:.3f}"


def seconds(value: float | None) -> str:
    """As "95 s", or a dash."""
    return NOTHING if value is None else f"{value:,.0f} s" if value >= 10 else f"{value:.1f} s"


def articles(number: int) -> str:
    """So many articles, be it one or several."""
    return f"{number} article{'' if number == 1 else 's'}"
