"""How strongly the cues around a time expression speak for a due date; pure."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

BIAS = -1.5
WEIGHTS: Mapping[str, float] = {
    "firm": 2.2,  # no later than
    "limit": 1.0,  # by, before, within
    "until": 0.8,
    "bare": -0.6,  # no preposition that limits
    "limit_noun": 2.0,  # deadline, ultimatum, near the date
    "limit_noun_far": 0.8,
    "named_limit": 2.3,  # the Friday deadline, a 48-hour ultimatum
    "expires": 2.8,
    "ends_thing": 2.2,  # a truce, a permit that ends
    "ends": 0.5,
    "due": 3.0,
    "given": 2.6,  # gave them until Friday to
    "obligation": 1.4,
    "undertaking": 1.2,
    "future": 1.2,  # the ministry will publish it, it will be published
    "consequence": 2.5,
    "allowed": 0.9,
    "postponed": 0.5,
    "extended_to": 1.8,
    "added": 3.0,  # extended the truce by 48 hours
    "pair": 1.2,  # an older date of the same deadline stands before
    "series": 1.5,  # another due date stands before: until May …, smelters until June …
    "scheduled": -1.5,
    "narrative": -1.2,
    "forecast": -1.2,
    "foretold": -2.5,  # predicts, in her opinion: nobody is bound
    "hours": -2.0,
    "backward": -2.0,
    "more": -5.0,  # by two weeks, three days later
    "reported": -2.6,
    "onset": -2.0,
    "past": -1.2,
    "lately": -0.4,  # over, but not for long
    "state": -2.0,  # stays closed until
    "lasts": -3.0,  # had to wait until
    "vague": -1.0,  # within weeks
    "reached": -3.0,  # by noon ten had died
    "comes_about": -2.5,  # should reach, expects it to fall: nobody does it
    "unreal": -5.0,  # would have had to
    "denied": -3.0,  # denies having given it
    "voted_down": -5.0,
    "general": -2.5,  # an employer must reply within 14 days: nobody in particular
    "traded": -5.0,  # the March contract
    "long_ago": -5.0,
    "mentioned": -5.0,  # words that are quoted as words
    "fiction": -5.0,
    "told": -5.0,  # the day on which something happened: issued an ultimatum on Wednesday
}
_OUTRIGHT = frozenset(
    {"limit_noun", "named_limit", "expires", "ends_thing", "given", "due", "firm", "series", "extended_to", "added"}
)
ENDING = frozenset({"expires", "ends_thing", "due", "extended_to", "pair"})
ENDED = frozenset({"expires", "ends_thing", "due", "limit_noun", "named_limit"})
"""Cues of a date that an extension can replace."""
MEANT = _OUTRIGHT | {"obligation", "undertaking", "future", "consequence"}
_LIMITED = _OUTRIGHT | {"limit", "until", "consequence", "pair"}
REPLACEABLE = _LIMITED | {"postponed", "limit_noun_far"}
"""Cues of a date that a newer one of its sentence can replace."""
_MERE_LIMITS = frozenset({"limit", "until"})
_NOBODY_MEANT = 0.8
"""What speaks against a limit beside which nothing tells that anybody must act: "halved by 2030", "within a minute"."""
_FURTHER_SHARE = 0.4
"""The third and later cues for a limit mostly repeat what the first two said."""


_VOIDED_BY: Sequence[tuple[frozenset[str], frozenset[str]]] = (
    (_OUTRIGHT, frozenset({"scheduled", "past", "lately", "bare", "state"})),
    (MEANT, frozenset({"narrative"})),
    (_OUTRIGHT - {"firm", "series", "expires"}, frozenset({"foretold"})),
    (frozenset({"given", "limit_noun"}), frozenset({"forecast"})),
    (frozenset({"given"}), frozenset({"reported"})),
    (frozenset({"expires", "ends_thing", "due"}), frozenset({"denied"})),
    (frozenset({"named_limit"}), frozenset({"reported", "limit_noun"})),
    (frozenset({"obligation"}), frozenset({"state", "future"})),
    (frozenset({"undertaking"}), frozenset({"future"})),
    (frozenset({"ends_thing", "obligation", "given"}), frozenset({"hours"})),
    (frozenset({"consequence"}), frozenset({"scheduled"})),
    (frozenset({"comes_about"}), frozenset({"obligation", "future"})),
    (frozenset({"undertaking", "given"}), frozenset({"comes_about"})),
)
"""Cues, each with those that it explains away."""


def prior(cues: set[str] | frozenset[str]) -> float:
    """Log-odds that an expression with these cues is a deadline's due date.

    A cue that explains the expression otherwise counts only where none says outright that it is a limit.
    """
    weights = [WEIGHTS[cue] for cue in cues - _overruled(cues)]
    strongest = sorted((weight for weight in weights if weight > 0), reverse=True)
    against = math.fsum(weight for weight in weights if weight < 0)  # as the order of a set must not decide
    if len(strongest) == 1 and cues & _MERE_LIMITS and not cues & MEANT:
        against -= _NOBODY_MEANT
    return BIAS + sum(strongest[:2]) + _FURTHER_SHARE * sum(strongest[2:]) + against


def _overruled(cues: set[str] | frozenset[str]) -> set[str]:
    """Cues that others of the set make void."""
    void = {name for some, voided in _VOIDED_BY if cues & some for name in voided}
    if cues & {"limit", "until", "firm"} and "obligation" in cues:
        void |= {"scheduled", "forecast"}
    if "until" in cues and not cues & {*_OUTRIGHT, "allowed", "obligation"}:
        void |= {"undertaking", "future"}
    if not cues & _LIMITED:
        void |= {"obligation", "undertaking", "future"}
    return void
