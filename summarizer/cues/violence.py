"""Attacks that a text may tell, proposed from its wording; nothing is decided here and no model is asked; pure.

Every telling of violence is found and weighed (`violent_acts`), those of one place and time are brought together
(`incidents`), and their figures are settled (`tolls`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from summarizer.cues.attackers import perpetrators
from summarizer.cues.backdrop import Backdrop
from summarizer.cues.blame import Blame, assign, find_blames
from summarizer.cues.campaigns import is_part, waging
from summarizer.cues.clauses import Span, part_around
from summarizer.cues.incidents import Incident
from summarizer.cues.munitions import strikes
from summarizer.cues.narrative import tell_days
from summarizer.cues.places import Whereabouts, narrowest
from summarizer.cues.restated import with_restated
from summarizer.cues.shown import attacker_beside
from summarizer.cues.struck import targets
from summarizer.cues.sums import grouped
from summarizer.cues.tolls import Toll, TollFigure, current, figures, survivors, toll
from summarizer.cues.triggers import attack_words
from summarizer.cues.violent_acts import Act, find_acts
from summarizer.cues.vocabulary import pattern
from summarizer.document import Document
from summarizer.schema import AttackKind, When

LEAST_PRIOR = -1.0
"""Incidents below this are not proposed at all; a caller sets its own threshold above it."""

_OF_OTHERS = frozenset({"total", "memorial"})
"""Cues of a sentence whose figures are not this attack's."""

_NEAR = 2
"""Sentences between two tellings within which the figures of one are the other's."""
_RIVAL = 4
"""Sentences behind it within which another source's figures are set against its own."""
_FAR = 8
"""Sentences between them within which nothing but another attack's telling would part them."""

_STRETCHES = frozenset({"month", "quarter", "season", "year"})
"""Precisions of a time in which many attacks fall."""

_TOLD_AGAIN = -0.5
_UNLIKELY = -1.5
_RETOLD_BONUS = 0.2
_TOLL_BESIDE = 0.8
_MOST_BONUS = 0.6

_ALONE = -0.7
"""What nothing else supports: no place, day, victims, police or troops, no second telling."""

_SUPPORT = frozenset({"place", "when", "casualty", "physical"})


@dataclass(frozen=True)
class AttackCue:
    """One attack that the text may tell. All spans are offsets into the document's text.

    `sentences` are numbers, the fullest telling first; `clause` is the part of it that tells the attack. `prior` is on
    the scale of log-odds.
    """

    sentences: tuple[int, ...]
    clause: Span
    kind: AttackKind
    prior: float
    places: tuple[Span, ...] = ()
    when: When | None = None
    when_span: Span | None = None
    weapon: Span | None = None
    killed: Toll | None = None
    injured: Toll | None = None
    figures: tuple[TollFigure, ...] = ()
    perpetrators: tuple[Span, ...] = ()
    targets: tuple[Span, ...] = ()
    blames: tuple[Blame, ...] = ()
    dated: int | None = None
    """The sentence that tells the time."""
    tellings: tuple[Span, ...] = ()
    """The words that tell it, one in each passage; of attacks in general only where no other passage tells it."""


def propose(document: Document, published: dt.date | None) -> list[AttackCue]:
    """The attacks that the text may tell, in its order; `published` anchors the relative dates."""
    return list(_proposed(document, published))


@lru_cache(maxsize=8)  # a long text is read in parts, and prompts are compared on the same text
def _proposed(document: Document, published: dt.date | None) -> tuple[AttackCue, ...]:
    backdrop = Backdrop(document, published)
    acts = [act for sentence in document.sentences for act in find_acts(backdrop, sentence)]
    incidents = grouped(acts, updated=backdrop.newest_first)
    tell_days(incidents, published)
    blamed = assign(document, find_blames(document), incidents)
    state = waging(backdrop, acts)
    tellings = [[act.sentence.number for act in incident.telling] for incident in incidents]
    cues = [
        _cue(backdrop, incident, blames, state, [s for m, told in enumerate(tellings) if m != n for s in told])
        for n, (incident, blames) in enumerate(zip(incidents, blamed, strict=True))
    ]
    return tuple(cue for cue in cues if cue.prior >= LEAST_PRIOR)


def _cue(
    backdrop: Backdrop, incident: Incident, blames: Sequence[Blame], state: Span | None, others: Sequence[int]
) -> AttackCue:
    """What an incident's tellings say of it together; `others` are the sentences that tell other attacks."""
    document, main = backdrop.document, incident.main
    fullest_first = [main, *(act for act in incident.acts if act is not main)]
    occasion = incident.occasion
    dated = document.sentence_at(occasion.span.start) if occasion else None
    doers = perpetrators(backdrop, fullest_first)
    told = _of_victims(document, _figures(backdrop, incident, others), [*doers, *(blame.doer for blame in blames)])
    return AttackCue(
        sentences=tuple(dict.fromkeys(act.sentence.number for act in fullest_first)),
        clause=main.clause if main.sentence.number in others else _clause(document, main),
        kind=_kind(main) or incident.kind or "other",
        prior=_prior(incident),
        places=_places(backdrop, fullest_first),
        when=occasion.when if occasion else None,
        when_span=occasion.span if occasion else None,
        weapon=next((act.weapon for act in fullest_first if act.weapon), None),
        killed=toll(told, "killed", updated=backdrop.newest_first),
        injured=toll(told, "injured", updated=backdrop.newest_first),
        figures=tuple(current(told)),
        perpetrators=doers if doers or blames else _unnamed_doers(backdrop, incident, state, others),
        targets=targets(document, main),
        blames=tuple(blames),
        dated=dated.number if dated else None,
        tellings=tuple(act.trigger for act in fullest_first if act is main or "plural" not in act.cues),
    )


def _figures(backdrop: Backdrop, incident: Incident, others: Sequence[int]) -> list[TollFigure]:
    """The figures of its own tellings, the newest last."""
    document, main = backdrop.document, incident.main
    own: list[Act] = []
    for act in incident.acts:
        counts = not (act.cues & _OF_OTHERS or _is_of_long(act, main))
        if act is main or (counts and (_is_near(act, main, others) or _goes_on(act, [main, *own], others))):
            own.append(act)
    if backdrop.newest_first:
        own.reverse()
    told = figures(document, [(act.sentence, c) for act in own for c in act.casualties])
    return [*survivors(document, with_restated(document, told, others)), *strikes(document, own)]


def _of_victims(document: Document, told: Sequence[TollFigure], doers: Sequence[Span]) -> list[TollFigure]:
    """The figures without those by which a doer counts his own losses: "the Front said four of its fighters died"."""
    names = {document.text[slice(*doer)].split()[-1].casefold() for doer in doers}
    own = pattern(document.language, "casualties", "own_men")
    return [f for f in told if f.source not in names or not own.search(document.text[slice(*f.span)])]


def _unnamed_doers(
    backdrop: Backdrop, incident: Incident, state: Span | None, others: Sequence[int]
) -> tuple[Span, ...]:
    """Who did what no clause and no blame gives a doer: the state whose campaign it is part of, else "the gunman"."""
    if state and is_part(backdrop, incident, state):
        return (state,)
    return attacker_beside(backdrop.document, incident, others)


def _clause(document: Document, main: Act) -> Span:
    """The part of its sentence that tells the deed: of a sentence in court what follows "for"."""
    sentence = Span(main.sentence.start, main.sentence.end)
    around = part_around(document.text, sentence, main.clause, document.language)
    before = document.text[around.start : main.trigger.start]
    charge = re.search(rf"{attack_words(document.language, 'sentenced_for').pattern}\s+$", before)
    in_court = charge and attack_words(document.language, "court").search(before)
    return Span(around.start + charge.start(), around.end) if charge and in_court else around


def _is_near(act: Act, main: Act, others: Sequence[int]) -> bool:
    """Whether a telling's figures are surely this attack's: close by, taking it up, or of the same town.

    Farther behind they are where its own telling has other victims and no attack is told between: `others` tell those.
    """
    apart = act.sentence.number - main.sentence.number
    if abs(apart) <= _NEAR or act.definite or act.where.compare(main.where, own_figures=False) == "same":
        return True
    between = any(main.sentence.number < number <= act.sentence.number for number in others)
    of_harmed = any(casualty.kind in ("killed", "injured") for casualty in act.casualties)
    if apart > 0 and not (between or of_harmed) and act.sentence.paragraph == main.sentence.paragraph:
        return True  # those who fled or are missed
    if 0 < apart <= _RIVAL and not between and act.source and main.source and act.source != main.source:
        return True
    told, here = ({c.kind for c in each.casualties if c.count.low is not None} for each in (main, act))
    return 0 < apart <= _FAR and not (between or act.where.town) and bool(told) and not told & here


def _goes_on(act: Act, own: Sequence[Act], others: Sequence[int]) -> bool:
    """Whether it follows on what takes this attack up ("the Front claimed the ambush"), no other one told between."""
    before = [other.sentence.number for other in own if other.definite and other.sentence.number < act.sentence.number]
    last = max(before, default=0)
    between = any(last < number <= act.sentence.number for number in others)
    return bool(before) and act.sentence.number - last <= _NEAR and not between


def _is_of_long(act: Act, main: Act) -> bool:
    """Whether it counts what happened in a year or months, and the attack is of a day: "has killed 400 this year"."""
    if act is main or act.occasion is None or main.occasion is None or act.definite:
        return False
    mine, its = act.occasion.when, main.occasion.when
    return mine.precision in _STRETCHES and its.precision not in _STRETCHES


def _kind(act: Act) -> AttackKind | None:
    """The kind for which the act's own words vote, None where none does."""
    return next((kind for kind, _ in act.kinds.most_common() if kind != "other"), None)


def _prior(incident: Incident) -> float:
    """That of the likeliest act, a little more for each further telling."""
    best = max(act.prior for act in incident.telling)
    further = sum(1 for act in incident.acts if act is not incident.main and act.prior > _TOLD_AGAIN)
    return best + min(_RETOLD_BONUS * further, _MOST_BONUS) + _from_beside(incident) + _alone(incident)


def _alone(incident: Incident) -> float:
    """What one sentence with a word of violence lacks where nothing else in the text bears it out."""
    again = any(act.prior > _TOLD_AGAIN for act in incident.telling if act is not incident.main)
    return 0.0 if again or any(act.cues & _SUPPORT for act in incident.acts) else _ALONE


def _from_beside(incident: Incident) -> float:
    """What victims in the next sentence add to a telling that has none of its own."""
    main = incident.main
    beside = (act for act in incident.acts if 0 < act.sentence.number - main.sentence.number <= 1)
    counted = any(casualty.counted and casualty.count.high != 0 for act in beside for casualty in act.casualties)
    return _TOLL_BESIDE if counted and "casualty" not in main.cues else 0.0


def _within(act: Act, clause: Span) -> Act:
    """The act without places that its clause does not hold: where the court sits."""
    places = tuple(place for place in act.places if clause.start <= place.start < clause.end)
    return act if len(places) == len(act.places) else replace(act, places=places, where=Whereabouts())


def _without_wards(document: Document, act: Act) -> Act:
    """The act without the hospitals in which the wounded lie."""
    ward = attack_words(document.language, "ward")
    places = tuple(place for place in act.places if not ward.search(document.text[slice(*place)]))
    return act if len(places) == len(act.places) else replace(act, places=places, where=Whereabouts())


def _places(backdrop: Backdrop, acts: Sequence[Act]) -> tuple[Span, ...]:
    """Each place once, those of the main act first; that of the heading where the acts name none.

    Victims are taken elsewhere and what is said of an attack is said elsewhere: their places count only where its own
    tellings name no town.
    """
    told = [act for act in acts if "memorial" not in act.cues and (act is acts[0] or act.prior > _UNLIKELY)]
    clause = _clause(backdrop.document, acts[0])
    told = [act if act.tells_violence else _without_wards(backdrop.document, act) for act in told]
    told[:1] = [_within(told[0], clause)] if told and told[0] is acts[0] else told[:1]
    own = [act for act in told if act is told[0] or (act.tells_violence and not act.definite)]
    spans = [span for act in (own if any(act.where.town for act in own) else told) for span in act.places]
    if not spans and (heading := backdrop.headings.get(acts[0].sentence.paragraph)):
        spans = [heading]
    once = list({backdrop.document.text[slice(*span)]: span for span in reversed(spans)}.values())[::-1]
    return tuple(narrowest(backdrop.document, once))
