"""Which of several options a model would say next, from the log-probabilities of its first token."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.llm.reply import Candidate


def score(candidates: Sequence[Candidate], options: Sequence[str]) -> dict[str, float]:
    """Log-probability of each option: that of all candidates that begin it, and it alone.

    Space and case around a candidate do not count. An option that no candidate begins gets the floor, the lowest
    log-probability listed: it has at most that.

    Args:
        candidates: at least one candidate.
        options: distinct also without regard to case, and told apart by their first token.
    """
    floor = min(candidate.logprob for candidate in candidates)
    begun: dict[str, list[float]] = {option: [] for option in options}
    for candidate in candidates:
        if option := _only_option(candidate.text, options):
            begun[option].append(candidate.logprob)
    return {option: _log_sum(logprobs) if logprobs else floor for option, logprobs in begun.items()}


def require_distinct(options: Iterable[str]) -> None:
    """Raise ValueError unless there are options, none blank, no two the same but for case."""
    folded = [option.strip().casefold() for option in options]
    if not folded or "" in folded or len(set(folded)) < len(folded):
        raise ValueError(f"options must be distinct and not blank: {folded}")


def _only_option(text: str, options: Sequence[str]) -> str | None:
    start = text.strip().casefold()
    if not start:
        return None
    exact = [option for option in options if option.strip().casefold() == start]
    begun = exact or [option for option in options if option.strip().casefold().startswith(start)]
    return begun[0] if len(begun) == 1 else None


def _log_sum(logprobs: Sequence[float]) -> float:
    highest = max(logprobs)
    return highest + math.log(sum(math.exp(logprob - highest) for logprob in logprobs))
