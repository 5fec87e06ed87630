"""How much a small model's word weighs beside the cues, measured with the embedded model on texts that are no test.

Asked yes or no, a small model says yes. Asked which of several words fits, its margin for one word ranks the sentences
of a text well (area under the curve on dev: 0.94 for attacks, 0.84 for due dates, against 0.3 to 0.6 for yes and no).
Asked what kind of event a candidate for an attack is, it knows hardly more than chance (0.54 to 0.60); asked whether
the violence in it took place, is a rumour, a plan or a figure of speech, it knows more (0.74; of due dates 0.72 to
0.82). So it tips those that the cues doubt. `support` puts the margin on the cues' scale; a candidate enters the
reading where support is positive. A text that tells attacks tells one of them plainly: where not even its likeliest
candidate reaches `plain`, all are taken for chance. evals/NOTES.md has the figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Question = Literal["attack", "deadline", "claim"]
"""What a candidate may be; also the name of the prompt that asks."""


class Calibration(NamedTuple):
    """`support = prior + weight * (margin - cut)`; candidates whose prior reaches `sure` are not asked about.

    `confirming` is the option of the prompt that bears a candidate out; `plain` is the support that the likeliest
    candidate of a text must have for the text to tell any.
    """

    confirming: str
    weight: float
    cut: float
    sure: float
    plain: float = 0.0


CALIBRATIONS: dict[Question, Calibration] = {
    "attack": Calibration("happened", weight=0.5, cut=0.5, sure=2.0, plain=1.0),
    "deadline": Calibration("deadline", weight=0.3, cut=-0.5, sure=1.5, plain=1.25),
    "claim": Calibration("claim", weight=0.5, cut=0.0, sure=2.0),
}

OWN_CHOICE = 2.0
"""Log-odds by which the cues' own choice of a speaker is ahead of the other candidates."""


def support(prior: float, weights: Mapping[str, float], question: Question) -> float:
    """The cues' prior moved by the margin, in log-odds, of the confirming answer over the best other."""
    calibration = CALIBRATIONS[question]
    others = [weight for answer, weight in weights.items() if answer != calibration.confirming]
    return prior + calibration.weight * (weights[calibration.confirming] - max(others) - calibration.cut)
