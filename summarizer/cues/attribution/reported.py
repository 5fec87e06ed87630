"""Speech that no verb of saying stands beside: German subjunctives, "hieß es", "Das teilte die Polizei mit"; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from summarizer.cues.attribution.attributed import Attribution
from summarizer.cues.lines import Line, lines_of
from summarizer.document import Document

_SUBJUNCTIVE = frozenset(
    """sei seien habe werde könne müsse solle wolle dürfe gebe nehme komme gehe stehe liege bleibe mache wisse
    lasse bringe finde halte sehe trage zeige bestehe drohe fehle brauche führe treffe spreche gelte stelle
    setze arbeite lebe fahre leide verliere kenne befinde ermittle laufe handle handele""".split()
)
"""Verb forms that report words without a reporting verb."""
_INSTEAD = frozenset("hätten würden müssten könnten sollten dürften würde".split())
"""Forms that stand in for subjunctives that look like the indicative: only where speech goes on."""
_MARKED = re.compile(
    r"(?<!\w)(?:(?:hieß|heißt) es|es (?:\w+ ){0,4}(?:hieß|heißt)"
    r"|(?:den|ersten|diesen) (?:\w+ )?(?:angaben|erkenntnissen) (?:nach|zufolge)|^demnach)(?!\w)",
    re.IGNORECASE,
)
_SAME_SOURCE = re.compile(
    r"(?<!\w)(?:selon|d[’']après|de|según|de acuerdo con) (?:(?:la|les|ces|cette|las) )?"
    r"(?:mêmes?|mismas?) (?:sources?|fuentes?)",
    re.IGNORECASE,
)
_BACKWARD = re.compile(r"(?:das|dies)(?= )", re.IGNORECASE)
_LONGEST_TELLING = 24
"""Words of the longest sentence that only tells who said the one before it."""


def is_reported_speech(line: Line, *, goes_on: bool) -> bool:
    """Whether a main clause of the sentence is in the subjunctive, or it says that it was said."""
    if line.language in ("fr", "es"):
        return bool(_SAME_SOURCE.search(line.text, line.sentence.start, line.sentence.end))
    if line.language != "de":
        return False
    forms = _SUBJUNCTIVE | _INSTEAD if goes_on else _SUBJUNCTIVE
    said = line.text[line.sentence.start : line.sentence.end]
    return bool(_MARKED.search(said)) or any(
        token.lower in forms and not _is_subordinate(line, at) for at, token in enumerate(line.words)
    )


def _is_subordinate(line: Line, at: int) -> bool:
    """Whether a conjunction opens the clause of the verb and makes it another one's: "obwohl er verletzt sei"."""
    start = at
    while start > 0 and line.tag(start - 1) != "mark":
        start -= 1
    return line.tag(start) in ("subordinator", "relative") and start < at


def told_of_before(found: Iterable[Attribution], document: Document) -> Iterator[Attribution]:
    """The attributions, each that only tells who said the sentence before given that sentence's words."""
    lines = lines_of(document)
    told: set[int] = set()
    kept: list[Attribution] = []
    for attribution in found:
        before = attribution.sentence - 1
        if before in told or not _tells_only_who(attribution, lines[attribution.sentence - 1]):
            kept.append(attribution)
            told.add(attribution.sentence)
            continue
        if before < 1 or lines[before - 1].sentence.paragraph != lines[before].sentence.paragraph:
            continue
        kept.append(replace(attribution, sentence=before, clause=None, content=None, direct=False, follows=True))
    yield from sorted(kept, key=lambda attribution: attribution.sentence)


def _tells_only_who(attribution: Attribution, line: Line) -> bool:
    """Whether the sentence has no words of the speaker: "Das sagte ein Sprecher der Stadt am Montag"."""
    if line.language != "de" or attribution.speaker is None or not _BACKWARD.match(line.quote(0, 1)):
        return False
    said = line.tag(1) == "verb" and not any(line.quoted)
    clauses = sum(line.is_finite(i) for i in range(len(line.words)))
    return said and clauses == 1 and len(line.words) <= _LONGEST_TELLING
