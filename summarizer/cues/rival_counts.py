"""Whether an act counts other victims than an attack told before, so that it is another one; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.cues.violent_acts import Act

_FEWEST_TOLD_AGAIN = 3
"""Of so many people "the three villagers" means those told of before; "the two men" may be any."""


def counts_apart(incident: Sequence[Act], main: Act, act: Act) -> bool:
    """Whether an act that takes up nothing counts victims of its own: other dead and other injured by one source.

    "Gunmen killed two men in Kirkuk. A bomb killed one there": news lists attacks of one town so.
    """
    told = [other for other in incident if other.casualties]
    if not told or act.sentence.number == main.sentence.number:
        return False
    apart = False
    for kind in ("killed", "injured"):
        mine, theirs = _numbers([act], kind), _numbers(told, kind)
        if mine & theirs or any(c.revised or c.old for c in act.casualties):
            return False
        apart = apart or bool(mine and theirs)
    sources = {other.source for other in told if other.source}
    return apart and not (act.source and sources and act.source not in sources)


def _numbers(acts: Iterable[Act], kind: str) -> set[tuple[int | None, int | None]]:
    told = (casualty for act in acts for casualty in act.casualties)
    sure = (c for c in told if c.kind == kind and c.counted and not (c.part or c.known))
    return {bounds for c in sure if (bounds := (c.count.low, c.count.high)) != (None, None)}  # "several" may be any


def counts_others(incident: Sequence[Act], act: Act) -> bool:
    """Whether an act far from the incident counts other dead than it does: one attack is seldom counted twice."""

    def dead(acts: Iterable[Act]) -> set[int | None]:
        told = (casualty for each in acts for casualty in each.casualties)
        return {casualty.count.low for casualty in told if casualty.kind == "killed" and not casualty.old}

    mine, theirs = dead([act]), dead(incident)
    return bool(mine and theirs and not mine & theirs) and not any(casualty.revised for casualty in act.casualties)


def tells_same_victims(incident: Iterable[Act], act: Act) -> bool:
    """Whether it takes up the very people whom the incident counts: "the sixteen villagers were shot"."""
    again = {(c.kind, c.count.low, c.count.high) for c in act.casualties if c.known and c.counted and not c.part}
    told = {(c.kind, c.count.low, c.count.high) for other in incident for c in other.casualties if c.counted}
    return any(low is not None and low >= _FEWEST_TOLD_AGAIN for _, low, _ in again & told)


def counts_the_same(incident: Iterable[Act], act: Act) -> bool:
    """Whether it counts as many dead as the incident, and not just a few."""
    told = {low for other in incident for low in other.dead}
    return any(low is not None and low >= _FEWEST_TOLD_AGAIN for low in act.dead & told)
