"""From the hits of a line to its attributions: which hit is nested in another, who speaks jointly, which part is whose; pure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from summarizer.cues.attribution.asserted import content_of, kind_of, own_clauses
from summarizer.cues.attribution.attributed import LIKELY, SURE, WEAK, Attribution, Hit, speaker_of
from summarizer.cues.attribution.sourced import by_adjoining_quotation, by_wording
from summarizer.cues.attribution.spoken import by_relay, by_verb
from summarizer.cues.lines import Line, lines_of
from summarizer.cues.names import Name
from summarizer.cues.phrases import Phrase, joined_after, joined_before
from summarizer.document import Document

_CONTRASTING = frozenset(
    "but while whereas though although yet aber während doch mais tandis pero mientras але а тоді но".split()
)
_AND = frozenset("and und et y і й та и".split())
_DIRECT_WORDS = 2
"""Words in quotation marks that make a sentence direct speech; fewer are a quoted term."""


def find_attributions(document: Document, names: list[Name]) -> list[Attribution]:
    """One or more attributions a sentence that has cues, in order; a sentence without any has none.

    A quotation that nothing in its sentence attributes has an attribution without a speaker: see `continued`.
    """
    return list(_all(document))


@lru_cache(maxsize=8)
def _all(document: Document) -> tuple[Attribution, ...]:
    found: list[Attribution] = []
    for line in lines_of(document):
        own = list(_of_line(line))
        found += own or _unattributed(line)
    return tuple(found)


def _of_line(line: Line) -> Iterator[Attribution]:
    hits = _top_level(line, _hits(line))
    clauses = own_clauses(line, hits)
    for hit, clause in zip(hits, clauses, strict=True):
        content = content_of(line, hit, clause)
        first, last = clause or (0, len(line.words) - 1)
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
                via=hit.via.span(line) if hit.via else None,
            )


def _is_direct(line: Line, first: int, last: int) -> bool:
    """Whether the words are quoted at length, or as a sentence of their own ("What money?")."""
    quoted = [i for i in range(first, last + 1) if line.quoted[i]]
    whole = any(line.lower(i) in ".!?,…" and line.tag(i + 1) == "mark" for i in quoted)
    return sum(line.words[i].is_word for i in quoted) >= (1 if whole else _DIRECT_WORDS)


def _hits(line: Line) -> list[Hit]:
    """All hits in order of their verbs; one verb makes one hit, and a relayed quotation takes the relayer's place."""
    found = list(by_wording(line))
    relayed = [hit for at in range(len(line.words)) if (hit := by_relay(line, at))]
    found += relayed
    for at, tag in enumerate(line.tags):
        taken = any(hit.first <= at <= hit.last for hit in found)
        if tag == "verb" and not taken and (hit := by_verb(line, at)) is not None:
            found.append(hit)
    if not found:
        found += by_adjoining_quotation(line)
    relayers = {hit.via.first for hit in relayed if hit.via}
    return sorted(
        (hit for hit in found if hit in relayed or hit.speaker.first not in relayers), key=lambda hit: hit.last
    )


def _top_level(line: Line, hits: list[Hit]) -> list[Hit]:
    """Without the hits that stand within what another one reports, and without a second one of the same speaker."""
    kept: list[Hit] = []
    for hit in hits:
        if hit.side == "left":
            kept = [k for k in kept if not _is_swallowed(line, k, hit)]
        if kept and line.tag(hit.speaker.first - 1) == "relative" and line.tag(hit.speaker.first - 2) == "preposition":
            continue
        outer = next((k for k in reversed(kept) if k.side == "right" and k.last < hit.first), None)
        if outer and _is_nested(line, outer, hit):
            continue
        same = next((k for k in kept if _same_speaker(line, k, hit)), None)
        if same is None:
            kept.append(hit)
        elif same.kind == "statement" and hit.kind != "statement" and hit.prior >= same.prior:
            kept[kept.index(same)] = _with_kind(same, hit.kind)
    return kept


def _is_swallowed(line: Line, one: Hit, final: Hit) -> bool:
    """Whether the first hit lies in what a later one attributes as a whole: "Sirens reported on Monday were a drill, the mayor said."."""
    between = range(one.last + 1, min(final.first, final.speaker.first))
    parted = any(line.lower(i) == ";" or line.lower(i) in _CONTRASTING for i in between if not line.quoted[i])
    ends = all(line.tag(i) != "mark" or line.lower(i) == "." for i in range(final.last + 1, len(line.words)))
    return one.side == "right" and one.prior < SURE and ends and not parted


def _with_kind(hit: Hit, kind: str) -> Hit:
    return Hit(hit.first, hit.last, hit.speaker, kind, hit.prior, hit.side, hit.via, hit.relative)


def _same_speaker(line: Line, one: Hit, other: Hit) -> bool:
    if one.speaker.first == other.speaker.first:
        return True
    first, second = (line.text[slice(*hit.speaker.span(line))].casefold() for hit in (one, other))
    separated = any(token.word == ";" for token in line.words[min(one.last, other.last) : max(one.first, other.first)])
    return first == second and not separated


def _is_nested(line: Line, outer: Hit, hit: Hit) -> bool:
    """Whether `hit` lies in the clause that `outer` reports: "said that Washington had offered a truce"."""
    between = range(outer.last + 1, min(hit.speaker.first, hit.first))
    if any(line.lower(i) == ";" and not line.quoted[i] for i in between):
        return False
    if hit.side == "around" and line.lower(hit.first - 1) == ",":
        return line.lower(outer.last + 1) == "that" and False
    joint = hit.speaker.first - 1
    word, comma = line.lower(joint), line.lower(joint - 1) == ","
    pluperfect = any(line.lower(i) in ("had", "has", "have", "’d") for i in range(hit.speaker.last + 1, hit.last))
    if word in _CONTRASTING and not pluperfect:
        return False
    if word in _AND and comma and not pluperfect:
        return False
    if hit.relative:
        return not (hit.kind in ("denial", "accusation", "statement") and _opens_comment(line, hit))
    return True


def _opens_comment(line: Line, hit: Hit) -> bool:
    """Whether a relative clause comments on what stands before its comma, to the end: ", a description that Dunaris rejected"."""
    opening = next((i for i in range(hit.speaker.first - 1, -1, -1) if line.lower(i) in (",", "–", "—")), None)
    ends = all(
        line.tag(i) != "mark" or line.quoted[i] or line.lower(i) in '.”"' for i in range(hit.last + 1, len(line.words))
    )
    return opening is not None and hit.speaker.first - opening <= 6 and ends


def _speakers(line: Line, hit: Hit) -> Iterator[Phrase]:
    """Everybody who speaks jointly, in the order of the text."""
    yield from reversed(list(joined_before(line, hit.speaker)))
    yield hit.speaker
    if following := joined_after(line, hit.speaker):
        yield following


def _unattributed(line: Line) -> list[Attribution]:
    """A quotation that nothing in its sentence attributes."""
    words = [i for i, token in enumerate(line.words) if token.is_word]
    share = sum(line.quoted[i] for i in words) / max(1, len(words))
    if not share or (share < 1 and sum(line.quoted[i] for i in words) <= _DIRECT_WORDS):
        return []
    return [Attribution(line.sentence.number, None, "statement", True, LIKELY if share > 0.5 else WEAK)]
