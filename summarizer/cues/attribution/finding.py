"""From the hits of a line to its attributions: who speaks, with whom, and which quotation is nobody's; pure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from summarizer.cues.attribution.asserted import content_of, own_clauses
from summarizer.cues.attribution.attributed import LIKELY, WEAK, Attribution, Hit, speaker_of
from summarizer.cues.attribution.circumstances import medium_of, said_at
from summarizer.cues.attribution.inversion import before_commas
from summarizer.cues.attribution.issuers import issuer_of
from summarizer.cues.attribution.kinds import kind_of, kind_quoted
from summarizer.cues.attribution.nesting import top_level
from summarizer.cues.attribution.relayed import by_relay
from summarizer.cues.attribution.reported import is_reported_speech, told_of_before
from summarizer.cues.attribution.sourced import by_adjoining_quotation, by_wording
from summarizer.cues.attribution.spoken import by_verb
from summarizer.cues.coordination import joined_after, joined_before, named_members
from summarizer.cues.furniture import is_furniture
from summarizer.cues.lines import Line, lines_of
from summarizer.cues.phrases import Phrase
from summarizer.cues.reporting import verbs
from summarizer.document import Document

_LONGEST_SENTENCE = 400
"""Words of the longest sentence that is prose; what is longer is a table or a dump, and would take long."""
_DIRECT_WORDS = 2
"""Words in quotation marks that make a sentence direct speech; fewer are a quoted term."""


def find_attributions(document: Document) -> list[Attribution]:
    """One or more attributions a sentence that has cues, in order; a sentence without any has none.

    A quotation that nothing in its sentence attributes has an attribution without a speaker: see `continued`.
    """
    return list(_all(document))


@lru_cache(maxsize=8)
def _all(document: Document) -> tuple[Attribution, ...]:
    found: list[Attribution] = []
    for line in lines_of(document):
        if is_furniture(document, line.sentence.start) and is_furniture(document, line.sentence.end - 1):
            continue
        goes_on = bool(found) and found[-1].sentence == line.sentence.number - 1
        found += list(_of_line(line)) or _unattributed(line, goes_on=goes_on)
    return tuple(told_of_before(found, document))


def _of_line(line: Line) -> Iterator[Attribution]:
    hits = top_level(line, _hits(line))
    for hit, clause in zip(hits, own_clauses(line, hits), strict=True):
        content = content_of(line, hit, clause)
        first, last = clause or (0, len(line.words) - 1)
        relaying = hit.via or medium_of(line, hit)
        for phrase in _speakers(line, hit):
            span, pronoun = speaker_of(line, phrase)
            yield Attribution(
                sentence=line.sentence.number,
                speaker=span,
                kind=kind_of(line, hit, content),
                direct=_is_direct(line, first, last),
                prior=hit.prior,
                pronoun=pronoun,
                clause=line.span(*clause) if clause else None,
                content=content,
                via=relaying.span(line) if relaying else None,
                said=said_at(line, hit),
                follows=hit.side == "left",
            )


def _is_direct(line: Line, first: int, last: int) -> bool:
    """Whether the words are quoted at length, or as a sentence of their own ("What money?")."""
    quoted = [i for i in range(first, last + 1) if line.quoted[i]]
    whole = any(line.lower(i) in ".!?,…" and line.tag(i + 1) == "mark" for i in quoted)
    return sum(line.words[i].is_word for i in quoted) >= (1 if whole else _DIRECT_WORDS)


def _hits(line: Line) -> list[Hit]:
    """All hits in order of their verbs; one verb makes one hit, and a relayed quotation takes the relayer's place."""
    if len(line.words) > _LONGEST_SENTENCE:
        return []
    relayed = [hit for at in range(len(line.words)) if (hit := by_relay(line, at))]
    found = [*by_wording(line), *relayed]
    for at, tag in enumerate(line.tags):
        taken = tag != "verb" or any(hit.first <= at <= hit.last for hit in found)
        if not taken and (hit := by_verb(line, at)) is not None:
            found.append(hit)
    relayers = {hit.via.first for hit in relayed if hit.via}
    own = [hit for hit in found if hit in relayed or hit.speaker.first not in relayers]
    return sorted(own or by_adjoining_quotation(line), key=lambda hit: hit.last)


def _speakers(line: Line, hit: Hit) -> Iterator[Phrase]:
    """Everybody who speaks jointly, in the order of the text."""
    yield from reversed(list(joined_before(line, hit.speaker)))
    if named := named_members(line, hit.speaker):
        yield from named
        return
    yield issuer_of(line, hit.speaker) or hit.speaker
    if following := joined_after(line, hit.speaker):
        yield following


def _unattributed(line: Line, *, goes_on: bool) -> list[Attribution]:
    """Words of somebody whom the sentence does not name: a quotation, or German reported speech."""
    number = line.sentence.number
    words = [i for i, token in enumerate(line.words) if token.is_word]
    quoted = sum(line.quoted[i] for i in words)
    if not quoted:
        said = line.text[line.sentence.start : line.sentence.end]
        kind = kind_quoted(said, line.language)
        return [Attribution(number, None, kind, False, LIKELY)] if is_reported_speech(line, goes_on=goes_on) else []
    verb = _verb_after_quotation(line)
    if verb is None and _DIRECT_WORDS >= quoted < len(words):
        return []  # a quoted term
    said = line.text[line.sentence.start : line.sentence.end]
    kind = kind_quoted(said, line.language) if verb is None else verbs(line.language)[line.lower(verb)][0].kind
    likely = verb is not None or quoted > len(words) / 2
    return [Attribution(number, None, kind, True, LIKELY if likely else WEAK)]


def _verb_after_quotation(line: Line) -> int | None:
    """A reporting verb right after a quotation, as where Spanish leaves the speaker out: "“Aguantaremos”, prometió"."""
    for at, tag in enumerate(line.tags):
        last = before_commas(line, at - 1)
        if tag == "verb" and not line.quoted[at] and last >= 0 and line.quoted[last]:
            return at
    return None
