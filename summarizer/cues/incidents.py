"""Tellings of violence brought together into incidents: one per place and time; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from summarizer.cues.places import Level, heading, place_level
from summarizer.cues.violent_acts import Act
from summarizer.document import Document
from summarizer.schema import AttackKind

_FAMILIES: tuple[frozenset[str], ...] = (
    frozenset({"airstrike", "missile", "drone", "shelling", "bombing"}),
    frozenset({"ground_assault", "shooting", "kidnapping", "bombing", "arson", "stabbing"}),
    frozenset({"cyber"}),
)
_AS_GOOD = 0.8
"""News tells an attack in full where it tells it first; a later telling must be so much likelier to be the fullest."""

_LEAST_NEW = -1.2
"""An act less likely than this opens no incident of its own."""


@dataclass
class Incident:
    """Acts that tell one attack, in the order of the text."""

    acts: list[Act] = field(default_factory=list)

    @property
    def main(self) -> Act:
        """The fullest telling: the earliest of the likeliest acts that tell violence."""
        telling = [act for act in self.acts if act.tells_violence] or self.acts
        best = max(act.prior for act in telling)
        return next(act for act in telling if act.prior >= best - _AS_GOOD)

    @property
    def kinds(self) -> Counter[AttackKind]:
        """Votes of all acts."""
        return sum((act.kinds for act in self.acts), Counter())

    @property
    def last(self) -> int:
        """The number of the last sentence."""
        return max(act.sentence.number for act in self.acts)


def group(document: Document, acts: Iterable[Act]) -> list[Incident]:
    """The incidents of the text, in the order in which they are first told."""
    incidents: list[Incident] = []
    for act in acts:
        if not act.tells_violence and "total" in act.cues:
            continue
        home = _home(document, incidents, act)
        if home is not None:
            home.acts.append(act)
        elif act.prior >= _LEAST_NEW and _opens(act):
            incidents.append(Incident([act]))
    return incidents


def _opens(act: Act) -> bool:
    """Whether an act can be the first telling of an attack: violence, or dead and wounded at a place."""
    harmed = any(casualty.kind in ("killed", "injured") and casualty.count.high != 0 for casualty in act.casualties)
    return act.tells_violence or (harmed and bool(act.places))


def _place_words(document: Document, act: Act) -> dict[Level, set[str]]:
    """Words of the act's places by level; those of the heading of its paragraph where it names none."""
    words: dict[Level, set[str]] = {"town": set(), "region": set(), "state": set()}
    if "memorial" in act.cues:
        return words
    for span in list(act.places) or [span for span in [heading(document, act.sentence.paragraph)] if span]:
        name = document.text[span.start : span.end]
        words[place_level(document, span)] |= {word.casefold() for word in name.split() if len(word) > 2}
    return words


def _places(document: Document, incident: Incident, act: Act) -> str:
    """ "same", "other" or "" (cannot be told): a town lies in any region, but two towns or two states differ."""
    mine = _place_words(document, act)
    theirs: dict[Level, set[str]] = {"town": set(), "region": set(), "state": set()}
    for other in incident.acts:
        for level, words in _place_words(document, other).items():
            theirs[level] |= words
    if (mine["town"] | mine["region"]) & (theirs["town"] | theirs["region"]):
        return "same"
    if mine["town"] and theirs["town"]:
        return "other"
    wide = (mine["region"] and (theirs["region"] or theirs["town"])) or (mine["town"] and theirs["region"])
    if wide and act.casualties and any(other.casualties for other in incident.acts):
        return "other"  # a town may lie in the region, but the text gives them figures of their own
    differ = mine["state"] and theirs["state"] and not mine["state"] & theirs["state"]
    return "other" if differ else ""


def _home(document: Document, incidents: list[Incident], act: Act) -> Incident | None:
    """The incident that the act tells again or goes on with; None when it tells a new one."""
    fits = [(fit, incident.last, incident) for incident in incidents if (fit := _fit(document, incident, act)) > 0]
    if not fits:
        return None
    return max(fits, key=lambda entry: entry[:2])[2]


def _fit(document: Document, incident: Incident, act: Act) -> float:
    """How well the act goes with the incident; 0 or less when it tells another."""
    if not _same_family(incident, act):
        return 0
    places = _places(document, incident, act)
    same_place = places == "same"
    # A break-in has victims at many places; only another time makes it another attack.
    other_place = places == "other" and _top(incident.kinds) != "cyber"
    near = any(
        other.sentence.paragraph == act.sentence.paragraph or act.sentence.number - other.sentence.number == 1
        for other in incident.acts
    )
    if not act.tells_violence and near:
        return 1.5 + same_place
    days = _days(incident, act) if act.tells_violence else ""
    if days == "other" or (act.another and act.tells_violence and not act.definite and not (same_place and days == "same")):
        return 0
    if "attacker_falls" in act.cues and near:
        return 1.0
    if (other_place or _other_side(incident, act)) and not act.definite:
        return 0
    if act.background and act.tells_violence and not act.definite and days != "same":
        return 0
    return _score(act, same_place=same_place, other_place=other_place, same_day=days == "same", near=near)


def _score(act: Act, *, same_place: bool, other_place: bool, same_day: bool, near: bool) -> float:
    score = 1.0 * same_place + 0.5 * same_day + 0.6 * near - 0.7 * other_place
    if act.definite or act.cues & {"released", "attacker_falls"} or not act.tells_violence:
        return score + 0.5
    if same_place or near:
        return score
    # Told afresh, far from the first telling and with nothing in common but silence on time and place.
    return score + (0.2 if not act.when_span or same_day else -0.5)


def _same_family(incident: Incident, act: Act) -> bool:
    mine, theirs = _top(act.kinds), _top(incident.kinds)
    if mine is None or theirs is None or mine == theirs or act.definite:
        return mine != "cyber" if theirs not in (None, "cyber") else True
    return any(mine in family and theirs in family for family in _FAMILIES)


def _other_side(incident: Incident, act: Act) -> bool:
    """Whether both name who did it and name no one in common."""
    theirs = frozenset().union(*(other.agents for other in incident.acts))
    return bool(act.agents and theirs and not act.agents & theirs)


def _top(votes: Counter[AttackKind]) -> AttackKind | None:
    votes = Counter({kind: n for kind, n in votes.items() if kind != "other"})
    return votes.most_common(1)[0][0] if votes else None


def _days(incident: Incident, act: Act) -> str:
    """ "same", "other" or "" (cannot be told): whether the act's time goes with that of the incident."""
    if act.when is None or act.when.start is None:
        return ""
    spans = [other.when for other in incident.acts if other.when and other.when.start and other.tells_violence]
    if not spans:
        return ""
    first, last = act.when.start, act.when.end or act.when.start
    for when in spans:
        start, end = when.start or first, when.end or when.start or first
        if (start - last).days <= 1 and (first - end).days <= 1:
            return "same"
    return "other"
