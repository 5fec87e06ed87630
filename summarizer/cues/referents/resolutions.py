"""What a sentence's own words tell of its speakers: who is spoken of and does not speak, who is given twice; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.cues.attribution import Attribution
from summarizer.cues.referents.referent import Referent, Resolved
from summarizer.document import Document, Sentence


def told_of(
    known: Sequence[Referent], attribution: Attribution, sentence: Sentence, document: Document, topic: Referent | None
) -> list[Referent]:
    """Whom a speaker's words name, whom a pronoun for the speaker does not mean: "A man was saved, he said".

    Only a name that the whole sentence is about may be his own: "Keller was at home, he said".
    """
    if attribution.speaker is None:
        return []
    speaker, end = attribution.speaker
    stop = (attribution.clause or (sentence.start, sentence.end))[1]
    told = [referent for referent in known if any(True for _ in referent.mentions_from(end, stop))]
    if attribution.follows:
        start = max(document.text.rfind(mark, sentence.start, speaker) for mark in ";:") + 1 or sentence.start
        before = [referent for referent in known if any(True for _ in referent.mentions_from(start, speaker))]
        told += [referent for referent in before if referent.common or referent is not topic]
    return told


def without_repeats(resolved: Sequence[Resolved]) -> list[Resolved]:
    """One attribution a sentence and speaker; what is left alone in its sentence has the whole of it."""
    kept: list[Resolved] = []
    for hit in resolved:
        twin = next((k for k in kept if _is_repeat(k, hit)), None)
        if twin is None:
            kept.append(hit)
        elif twin.attribution.clause and hit.attribution.clause:
            direct = twin.attribution.direct or hit.attribution.direct
            whole = replace(twin.attribution, clause=None, direct=direct)
            kept[kept.index(twin)] = replace(twin, attribution=whole)
    return kept


def _is_repeat(one: Resolved, other: Resolved) -> bool:
    same_sentence = one.attribution.sentence == other.attribution.sentence
    return same_sentence and one.referent is not None and one.referent is other.referent
