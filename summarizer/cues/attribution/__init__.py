"""Who says what: the attributions of each sentence, with the speaker's words and how sure the cues are; pure.

The cues propose; the model confirms, refuses or chooses among them. `Attribution.prior` is on a log-odds scale.
"""

from __future__ import annotations

from summarizer.cues.attribution.attributed import LIKELY, NONE, SURE, WEAK, Attribution
from summarizer.cues.attribution.finding import find_attributions
from summarizer.cues.attribution.succession import continued

__all__ = ["LIKELY", "NONE", "SURE", "WEAK", "Attribution", "continued", "find_attributions"]
