"""Tellings of violence brought together into incidents: one per place and time; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Literal, NamedTuple

from summarizer.cues.days_apart import is_long, looseness, meet
from summarizer.cues.occasions import Occasion
from summarizer.cues.places import Whereabouts
from summarizer.cues.rival_counts import counts_apart, counts_others, counts_the_same, tells_same_victims
from summarizer.cues.violent_acts import Act
from summarizer.schema import AttackKind

_FAMILIES: tuple[frozenset[str], ...] = (
    frozenset({"airstrike", "missile", "drone", "shelling", "bombing"}),
    frozenset({"ground_assault", "shooting", "kidnapping", "bombing", "arson", "stabbing"}),
    frozenset({"cyber"}),
)
_AS_GOOD = 0.8
"""News tells an attack in full where it tells it first; a later telling must be so much likelier to be the fullest."""

_NEXT_TO_IT = 1.2
"""The score of a sentence of victims beside the telling of an attack."""

_TO_PLACE = 15
"""Characters before a place with which a clause opens: "in the town of"."""

_SAME_COUNT = 0.8
"""What as many dead as the incident has add."""

_SAME_VICTIMS = 3.0
"""The score of a telling of the very people whom an incident counts."""

_TAKEN_UP = 0.8
"""What each thing that both tell of ("the depot") adds."""

_TAKEN_FOR_KNOWN = 0.8
_NUMBERS = "first second third fourth fifth".split()

_LEAST_NEW = -1.2
"""An act less likely than this opens no incident of its own."""


@dataclass
class Incident:
    """Acts that tell one attack, in the order of the text."""

    acts: list[Act] = field(default_factory=list)

    @property
    def telling(self) -> list[Act]:
        """The acts that tell violence; all of them where none does."""
        return [act for act in self.acts if act.tells_violence] or self.acts

    @property
    def main(self) -> Act:
        """The fullest telling: the earliest of the likeliest acts that tell violence."""
        best = max(_fullness(act) for act in self.telling)
        return next(act for act in self.telling if _fullness(act) >= best - _AS_GOOD)

    @property
    def occasion(self) -> Occasion | None:
        """The time of its fullest telling that has one; a day that another gives for a mere "two years ago"."""
        main = self.main
        told = [a.occasion for a in (main, *self.acts) if a.occasion and (main.background or not a.background)]
        if not told or not looseness(told[0].when):
            return told[0] if told else None
        exact = (o for o in told if not looseness(o.when) and o.when.precision in ("day", "hour", "minute"))
        return next((o for o in exact if meet(o.when, told[0].when)), told[0])

    def inherit(self, total: Incident) -> None:
        """Take the day of the sum in which it is counted, where none of its acts tells one."""
        if not any(act.occasion for act in self.acts):
            self.acts = [replace(act, occasion=total.main.occasion) for act in self.acts]

    @property
    def kind(self) -> AttackKind | None:
        """The kind for which most words vote, None where none does."""
        return _top(sum((act.kinds for act in self.acts), Counter()))

    @property
    def words(self) -> frozenset[str]:
        """The stems of the words of all its acts."""
        return frozenset().union(*(act.words for act in self.acts))

    @property
    def numbers(self) -> frozenset[str]:
        """What it is called among several: "first"."""
        return frozenset(act.number for act in self.acts if act.number)

    @property
    def last(self) -> int:
        """The number of the last sentence."""
        return max(act.sentence.number for act in self.acts)


def _fullness(act: Act) -> float:
    """How full a telling it is; one that takes the attack for known ("the gunmen who seized them") is none."""
    return act.prior - (_TAKEN_FOR_KNOWN if act.definite else 0)


class _Relation(NamedTuple):
    """How an act stands to an incident; `beside_it` when one sentence tells both apart."""

    place: Literal["same", "other", ""]
    day: Literal["same", "other", ""]
    near: bool
    beside_it: bool
    other_side: bool
    taken_up: int


def group(acts: Iterable[Act], *, updated: bool = False) -> list[Incident]:
    """The incidents of the text, in the order in which they are first told.

    `updated`: as in a live ticker, where another count is a newer one of the same attack.
    """
    incidents: list[Incident] = []
    for act in acts:
        if not act.tells_violence and "total" in act.cues:
            continue
        if (numbered := _of_number(incidents, act)) is not None:
            numbered.acts.append(act)
            continue
        fits = [
            (fit, incident.last, n) for n, incident in enumerate(incidents) if (fit := _fit(incident, act, updated)) > 0
        ]
        if fits:
            incidents[max(fits)[2]].acts.append(act)
        elif act.prior >= _LEAST_NEW and _opens(act):
            goes_on = not act.tells_violence and incidents and act.sentence.number - incidents[-1].last <= 1
            incidents.append(Incident([act.going_on() if goes_on else act]))
    return incidents


def _of_number(incidents: Sequence[Incident], act: Act) -> Incident | None:
    """The incident that "the second attack" is: that called so, else the second one told, where none has a number."""
    if not (act.number and act.definite):
        return None
    called = [incident for incident in incidents if act.number in incident.numbers]
    if called or any(incident.numbers for incident in incidents):
        return called[0] if called else None
    at = _NUMBERS.index(act.number)
    return incidents[at] if at < len(incidents) and len(incidents) > 1 else None


def _opens(act: Act) -> bool:
    """Whether an act can be the first telling of an attack: violence, or dead and wounded at a place."""
    harmed = any(casualty.kind in ("killed", "injured") and casualty.count.high != 0 for casualty in act.casualties)
    return act.tells_violence or (harmed and (bool(act.places) or "slain" in act.cues))


def _fit(incident: Incident, act: Act, updated: bool) -> float:
    """How well the act goes with the incident; 0 or less when it tells another."""
    relation = _relation(incident, act)
    summed = ("total" in incident.main.cues) != ("total" in act.cues)  # several attacks together are none of them
    apart = _is_numbered_apart(incident, act) or _is_of_another_item(incident, act)
    if summed or apart or not _same_family(incident, act):
        return 0
    if relation.day != "other" and tells_same_victims(incident.acts, act):
        return _SAME_VICTIMS
    if not act.tells_violence:
        return 0 if _is_left_behind(incident, act, relation) else _victims_of(act, relation)
    return 0 if relation.day == "other" or relation.other_side else _fit_of_deed(incident, act, relation, updated)


def _fit_of_deed(incident: Incident, act: Act, relation: _Relation, updated: bool) -> float:
    """The score of a telling of violence that no other day and no other doer sets apart."""
    if "attacker_falls" in act.cues and relation.near:
        return 1
    looks_back = act.background and act.occasion and not (relation.day or relation.place or relation.near)
    if act.definite and not looks_back:
        return _follow_up(relation) + (_SAME_COUNT if counts_the_same(incident.acts, act) else 0)
    apart = _sets_itself_off(act, relation) or _is_left_behind(incident, act, relation)
    return 0 if apart else _told_afresh(incident, act, relation, updated)


def _is_of_another_item(incident: Incident, act: Act) -> bool:
    """Whether a digest tells it in another item: "ULM. A man …", "LYON. Someone threw …"."""
    return bool(act.item) and any(other.item not in (0, act.item) for other in incident.acts)


def _is_numbered_apart(incident: Incident, act: Act) -> bool:
    """Whether it is another one of several than the incident: "the second attack" and not the first one told."""
    if not act.number:
        return False
    return act.number not in incident.numbers if incident.numbers else act.number != _NUMBERS[0]


def _relation(incident: Incident, act: Act) -> _Relation:
    own_figures = bool(act.casualties) and any(other.casualties for other in incident.acts)
    theirs = reduce(Whereabouts.__or__, (other.where for other in incident.acts))
    place = act.where.compare(theirs, own_figures=own_figures)
    day = _day(incident, act)
    if place == "other" and (incident.kind == "cyber" or (day == "same" and _another_source(incident, act, theirs))):
        place = ""  # a break-in has victims at many places, and another source tells of one the village or the province
    near = any(
        act.sentence.paragraph == other.sentence.paragraph or act.sentence.number - other.sentence.number == 1
        for other in incident.acts
    )
    doers = frozenset().union(*(other.agents for other in incident.acts))
    other_side = bool(act.agents and doers and not act.agents & doers)
    beside_it = any(act.sentence is other.sentence and other.tells_violence for other in incident.acts)
    return _Relation(place, day, near, beside_it, other_side, len(act.taken_up & incident.words))


def _another_source(incident: Incident, act: Act, theirs: Whereabouts) -> bool:
    """Whether somebody else tells it whose place is only wider or narrower."""
    sources = {other.source for other in incident.acts if other.source}
    nested = bool(act.where.town) != bool(theirs.town) and not (act.where.state or theirs.state)
    return nested and bool(act.source and sources) and act.source not in sources


def _victims_of(act: Act, relation: _Relation) -> float:
    """The score of a telling of dead and injured alone; one that looks back tells another attack's."""
    if act.background and not (relation.place == "same" or relation.day == "same"):
        return 0
    if relation.place == "other" and _opens_with_place(act) and relation.day != "same" and relation.taken_up == 0:
        return 0
    if relation.near and relation.place != "other":
        return _NEXT_TO_IT + (relation.place == "same") + _TAKEN_UP * min(relation.taken_up, 2)
    return _follow_up(relation)


def _follow_up(relation: _Relation) -> float:
    """The score of what takes up an attack ("the strike") or tells its victims."""
    return (
        0.5
        + (relation.place == "same")
        - 0.7 * (relation.place == "other")
        + 0.5 * (relation.day == "same")
        + 0.6 * relation.near
        + _TAKEN_UP * min(relation.taken_up, 2)
    )


def _sets_itself_off(act: Act, relation: _Relation) -> bool:
    """Whether the act is told as another one: elsewhere, at an earlier time, or in so many words."""
    if relation.place == "other" or relation.beside_it:
        return True
    if act.background and relation.day != "same":
        return True
    return act.another and not (relation.place == relation.day == "same")


def _tells_captives(incident: Incident, act: Act) -> bool:
    """Whether it tells whom they took, and the incident knows of no captives."""
    taken = _top(act.kinds) == "kidnapping" and bool(act.casualties)
    return taken and all("kidnapping" not in other.kinds for other in incident.acts)


def _told_afresh(incident: Incident, act: Act, relation: _Relation, updated: bool) -> float:
    """The score of what may be the same attack told again without a word that says so."""
    same_place, same_day = relation.place == "same", relation.day == "same"
    retold = "quoted" in act.cues and same_place and same_day  # somebody's own count of it
    apart = not (updated or retold) and counts_apart(incident.acts, incident.main, act)
    if apart or (not same_place and _is_answer(incident, act)):
        return 0
    score = same_place + 0.5 * same_day + 0.6 * relation.near
    if same_place or (relation.near and not act.background):
        return score
    if not updated and counts_others(incident.acts, act):
        return 0
    elsewhere = act.places and relation.taken_up == 0 and any(other.places for other in incident.acts)
    if "released" in act.cues and not elsewhere:
        return score + 0.5
    if elsewhere or _tells_captives(incident, act) or not any(other.tells_violence for other in incident.acts):
        return 0  # victims told of before any attack are not those of just any attack
    # Far from the first telling, with nothing in common but silence on time and place.
    return score + (0.2 if not act.occasion or same_day else -0.5)


def _is_left_behind(incident: Incident, act: Act, relation: _Relation) -> bool:
    """Whether the incident is one that the text looked back at, and the story has gone on since."""
    looks_back = incident.main.background and not act.background
    return looks_back and not (relation.near or "same" in (relation.day, relation.place))


def _is_answer(incident: Incident, act: Act) -> bool:
    """Whether a named side struck in another way than those told of before: "Rockets fell. Its guns shelled"."""
    mine, theirs = _top(act.kinds), incident.kind
    nobody = not any(other.agents for other in incident.acts)
    return bool(act.agents) and nobody and mine is not None and theirs is not None and mine != theirs


def _opens_with_place(act: Act) -> bool:
    """Whether it turns to another place and gives the toll there: "in Tyre six people were wounded"."""
    turns = bool(act.places) and act.places[0].start - act.clause.start <= _TO_PLACE
    return turns and any(casualty.kind in ("killed", "injured") for casualty in act.casualties)


def _same_family(incident: Incident, act: Act) -> bool:
    """Whether the kinds may be one attack's; what takes up an attack may name it by any kind but a cyber attack."""
    mine, theirs = _top(act.kinds), incident.kind
    if mine is None or theirs is None or mine == theirs:
        return True
    if "cyber" in (mine, theirs):
        return act.definite and mine != "cyber"
    return act.definite or any(mine in family and theirs in family for family in _FAMILIES)


def _top(votes: Counter[AttackKind]) -> AttackKind | None:
    named = [kind for kind, _ in votes.most_common() if kind != "other"]
    return named[0] if named else None


def _day(incident: Incident, act: Act) -> Literal["same", "other", ""]:
    """Whether the act's time goes with that of the incident; "" where it cannot be told."""
    mine = act.occasion.when if act.occasion and not is_long(act.occasion.when) else None
    theirs = [other.occasion.when for other in incident.acts if other.occasion and other.tells_violence]
    theirs = [when for when in theirs if when.start and not is_long(when)]
    if mine is None or mine.start is None or not theirs:
        return ""
    return "same" if any(meet(mine, when) for when in theirs) else "other"
