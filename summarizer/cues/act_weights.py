"""How much each cue of a telling says for or against violence that happened, set by hand; pure."""

from __future__ import annotations

import math
from collections.abc import Mapping

BIAS = -1.8
WEIGHTS: Mapping[str, float] = {
    "act": 2.3,  # shelled, stabbed: violence by itself
    "armed": 2.0,  # a weapon and what it did
    "assailed": 1.8,  # assailants and a violent deed
    "attack": 0.8,  # attack, strike: said of much else too
    "casualty": 1.3,
    "place": 0.4,
    "when": 0.5,
    "weapon": 0.3,
    "physical": 0.3,
    "hypothetical": -2.2,
    "negated": -1.8,
    "of_nobody": -3.0,  # nobody has been executed
    "untrue": -4.5,  # rumours of it were false
    "of_nature": -4.0,  # the storm fired its last salvo
    "explained": -4.5,  # the bang was a cooling tower
    "lawful": -3.0,  # police at work
    "charged": -2.5,  # a crime as the law names it
    "called": -1.2,  # "as an ambush"
    "drill": -3.0,
    "fiction": -4.5,
    "foiled": -1.6,
    "accident": -2.6,
    "accidental": -5.0,  # in a text that opens with an accident
    "total": -5.2,
    "figurative": -2.6,
    "quoted": -0.9,
    "foreign_topic": -3.0,
    "foreign_apart": -1.0,  # there, with weapon or wounds, a place or a day
    "staged": -4.5,  # "it was the largest exercise on the coast"
    "props": -2.2,  # stage blood, blanks
    "supposed": -3.0,  # "take a man who follows another"
    "hired": -4.0,  # testers, at work for whom they broke in on
    "by_ourselves": -2.5,  # "we stole the passwords": who says so of themselves are such testers
    "reported": -1.5,  # "to report gunfire": heard of and not told
    "mishandled": -3.5,  # a drone whose operator lost contact with it
    "animals": -3.5,  # wolves killed eleven ewes
    "intended": -3.0,  # "meant to open fire"
    "never_came": -3.0,  # "that would have been the deadliest"
    "pretence": -3.4,  # in a text about the stage, the screen, an exercise
    "pretence_apart": -0.8,  # there, on a day of its own or told in full
    "politics": -1.6,
    "history": -4.0,  # in a century long gone
    "plural": -1.2,  # attacks, strikes: of no certain place and time
    "mere_noun": -1.0,  # arson, malware: a sort of crime
    "slain": 0.4,
    "goes_on": 1.2,
    "released": -0.8,
    "attacker_falls": -1.0,
    "memorial": -1.2,
}

VIOLENCE = frozenset({"act", "armed", "assailed", "attack"})
"""Cues that tell an act, and not only its victims."""

_FURTHER_SHARE = 0.3
"""A further sign of violence in the same words adds little to the strongest."""


def prior(cues: frozenset[str]) -> float:
    """Log-odds that a telling with these cues tells violence that happened."""
    signs = sorted((WEIGHTS[cue] for cue in cues & VIOLENCE), reverse=True)
    # fsum, as the order of a set must not decide at a threshold.
    return math.fsum(
        [BIAS, *signs[:1], _FURTHER_SHARE * math.fsum(signs[1:]), *(WEIGHTS[cue] for cue in cues - VIOLENCE)]
    )
