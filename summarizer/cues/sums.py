"""What only sums up the attacks told behind it, taken out of the list; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from summarizer.cues.incidents import Incident, group
from summarizer.cues.violent_acts import Act

_FEWEST_PARTS, _MOST_OF = 3, 0.5
"""Incidents, and the share of its dead that they make up, of which one is the sum."""
_MOST_PARTS = 6
_LEAD, _LEAST_TOTAL = 2, 4
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


def lead_total(acts: Sequence[Act], *, updated: bool) -> Act | None:
    """A lead that counts the dead of all the attacks told behind it: "strikes killed 15 on Monday"."""
    for lead in [act for act in acts if act.sentence.number <= _LEAD and act.dead and "total" not in act.cues]:
        total = max((low for low in lead.dead if low), default=0)
        if total >= _LEAST_TOTAL and _tell_it_apart(group(_without(acts, lead), updated=updated), lead, total):
            return lead
    return None


def grouped(acts: Sequence[Act], *, updated: bool) -> list[Incident]:
    """The attacks that the acts tell, without what only sums them up, whose day and kind are those of its parts."""
    lead = lead_total(acts, updated=updated)
    if lead is None:
        return without_sums(group(acts, updated=updated))
    incidents = without_sums(group([_as_part(act, lead) for act in _without(acts, lead)], updated=updated))
    for part in incidents:
        if not part.main.background:
            part.inherit(Incident([lead]))
    return incidents


def _without(acts: Sequence[Act], lead: Act) -> list[Act]:
    return [act for act in acts if act is not lead]


def _as_part(act: Act, lead: Act) -> Act:
    """The act of which the lead tells the kind where it tells none; strikes of a certain place, as the lead counts."""
    if act.background or not act.dead:
        return act
    kinds = act.kinds or (lead.kinds if act.tells_violence else act.kinds)
    return replace(act, kinds=kinds, cues=act.cues - {"plural"})


def _tell_it_apart(incidents: Sequence[Incident], lead: Act, total: int) -> bool:
    """Whether the attacks with dead that are told first behind the lead are those it sums up, or most of them."""
    dead = [lows for part in incidents if not part.main.background and (lows := _all_dead(part))]
    fewest = 2 if lead.tells_several else _FEWEST_PARTS
    first = dead[:_MOST_PARTS]
    if any(sum(one) == total for n in range(fewest, len(first) + 1) for one in product(*first[:n])):
        return True
    most = [max(lows) for lows in dead]
    return lead.tells_several and len(most) > _FEWEST_PARTS and max(most) < total and _MOST_OF <= sum(most) / total <= 1


def _all_dead(incident: Incident) -> list[int]:
    """The numbers of dead that it is told to have, a single one without a number where there are no others."""
    counted = sorted({low for low in _dead(incident) if low})
    told = (c for act in incident.acts for c in act.casualties if c.kind == "killed" and not (c.part or c.old))
    return counted or sorted({low for c in told if (low := c.count.low)})


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
