"""Attacks that a text may tell, proposed from its wording; nothing is decided here and no model is asked; pure.

Every telling of violence is found and weighed (`violent_acts`), those of one place and time are brought together
(`incidents`), and their figures are settled (`tolls`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.cues.attackers import perpetrators, targets
from summarizer.cues.clauses import Span, part_around
from summarizer.cues.incidents import Incident, group
from summarizer.cues.places import heading
from summarizer.cues.tolls import Toll, TollFigure, figures, toll
from summarizer.cues.topics import Topics
from summarizer.cues.violent_acts import Act, find_acts
from summarizer.document import Document
from summarizer.schema import AttackKind, When

LEAST_PRIOR = -1.0
"""Incidents below this are not proposed at all; a caller sets its own threshold above it."""

_RETOLD_BONUS = 0.2
_MOST_BONUS = 0.6


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


def propose(document: Document, published: dt.date | None) -> list[AttackCue]:
    """The attacks that the text may tell, in its order; `published` anchors the relative dates."""
    topics = Topics.of(document)
    acts = [act for sentence in document.sentences for act in find_acts(document, sentence, published, topics)]
    cues = [_cue(document, incident) for incident in group(document, acts)]
    return [cue for cue in cues if cue.prior >= LEAST_PRIOR]


def _cue(document: Document, incident: Incident) -> AttackCue:
    main = incident.main
    told = figures(document, [(act.sentence, casualty) for act in incident.acts if not act.cues & {"total", "memorial"} for casualty in act.casualties])
    when = next((act for act in (main, *incident.acts) if act.when), None)
    return AttackCue(
        sentences=tuple(dict.fromkeys([main.sentence.number, *(act.sentence.number for act in incident.acts)])),
        clause=_clause(document, main),
        kind=_kind(incident),
        prior=_prior(incident),
        places=_places(document, incident),
        when=when.when if when else None,
        when_span=when.when_span if when else None,
        weapon=next((act.weapon for act in (main, *incident.acts) if act.weapon), None),
        killed=toll(told, "killed"),
        injured=toll(told, "injured"),
        figures=tuple(told),
        perpetrators=perpetrators(document, incident.acts),
        targets=targets(document, main),
    )


def _clause(document: Document, act: Act) -> Span:
    """The whole sentence where it tells one thing, the act's own part where it is cut by a semicolon or a dash."""
    sentence = Span(act.sentence.start, act.sentence.end)
    return part_around(document.text, sentence, act.clause, document.language)


def _kind(incident: Incident) -> AttackKind:
    votes = incident.main.kinds or incident.kinds
    named = [(n, kind) for kind, n in votes.most_common() if kind != "other"]
    return named[0][1] if named else "other"


def _prior(incident: Incident) -> float:
    """That of the likeliest act, a little more for each further telling."""
    best = max(act.prior for act in incident.acts if act.tells_violence) if any(a.tells_violence for a in incident.acts) else incident.main.prior
    further = sum(1 for act in incident.acts if act is not incident.main and act.prior > -0.5)
    return best + min(_RETOLD_BONUS * further, _MOST_BONUS)


def _places(document: Document, incident: Incident) -> tuple[Span, ...]:
    """Each place once, those of the main act first."""
    spans: Iterable[Span] = [span for act in (incident.main, *incident.acts) if "memorial" not in act.cues for span in act.places]
    seen: dict[str, Span] = {}
    for span in spans or [s for s in [heading(document, incident.main.sentence.paragraph)] if s]:
        seen.setdefault(document.text[span.start : span.end], span)
    return tuple(seen.values())
