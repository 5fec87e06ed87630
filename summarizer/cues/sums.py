"""An incident that only sums up those told behind it, taken out of the list; pure."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.cues.incidents import Incident

_FEWEST_PARTS, _MOST_OF = 3, 0.5
"""Incidents, and the share of its dead that they make up, of which one is the sum."""
_LEAD, _LEAST_TOTAL = 2, 6
"""The last sentence of a lead, and the fewest dead that are no sum by chance."""


def without_sums(incidents: Sequence[Incident]) -> list[Incident]:
    """The incidents without one that only sums up those behind it ("bombs across the country killed 16 on Monday").

    Its day is that of those which tell none.
    """
    kept = list(incidents)
    for n, incident in enumerate(incidents):
        parts = [other for other in incidents[n + 1 :] if not any(act.background for act in other.acts)]
        dead = [max((low for low in _dead(other) if low), default=0) for other in parts]
        total = max((low for low in _dead(incident) if low), default=0)
        counted = sum(1 for low in dead if low)
        several = counted >= _FEWEST_PARTS and max(dead) < total and _MOST_OF <= sum(dead) / total <= 1
        if several or _adds_up(incident, total, parts):
            kept.remove(incident)
            for part in parts:
                part.inherit(incident)
    return kept


def _adds_up(incident: Incident, total: int, parts: Sequence[Incident]) -> bool:
    """Whether a lead counts just as many dead as two attacks behind it together, by one source or another."""
    if incident.main.sentence.number > _LEAD or total < _LEAST_TOTAL:
        return False
    dead = [{low for low in _dead(part) if low} for part in parts]
    return any(
        one + other == total
        for n, ones in enumerate(dead)
        for others in dead[n + 1 :]
        for one in ones
        for other in others
    )


def _dead(incident: Incident) -> set[int | None]:
    return {low for act in incident.acts for low in act.dead}
