"""Which of a sentence's hits stand by themselves, and which lie within what another one reports; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.cues.attribution.attributed import Hit
from summarizer.cues.attribution.relaying import without_relays
from summarizer.cues.lines import Line

_CONTRASTING = frozenset(
    "but while whereas though although yet aber während doch mais tandis pero mientras але а тоді но".split()
)
_AND = frozenset("and und et y і й та и".split())
_PERFECT = frozenset("had has have ’d".split())
_ADVERBIAL = frozenset("after before while when as because since although though whereas once until if".split())
"""What opens a clause beside the main one."""
_COMMENT = 6
"""Words between a comma and the subject of a comment: ", a description that Dunaris"."""


def top_level(line: Line, hits: Sequence[Hit]) -> list[Hit]:
    """Without the hits within what another one reports, and without a second one of the same speaker; in order."""
    kept: list[Hit] = []
    repeated: list[Hit] = []
    for found in without_relays(line, hits):
        hit = found
        if hit.side == "left":
            swallowed = [k for k in kept if _is_swallowed(line, k, hit)]
            kept = [k for k in kept if k not in swallowed]
            hit = next((replace(hit, kind=k.kind) for k in swallowed if _goes_on(line, k, hit)), hit)
        if any(_encloses(line, k, hit) for k in (*kept, *repeated)):
            continue
        same = next((k for k in kept if _same_speaker(line, k, hit)), None)
        if same is None:
            kept.append(hit)
            continue
        repeated.append(hit)
        if same.kind == "statement" and hit.kind != "statement" and hit.prior >= same.prior:
            kept[kept.index(same)] = replace(same, kind=hit.kind)
    return kept


def _encloses(line: Line, outer: Hit, hit: Hit) -> bool:
    """Whether the later hit belongs to what the earlier one reports."""
    begins_before = hit.speaker.first < min(outer.first, outer.speaker.first) and outer.last < hit.last
    if begins_before and outer.side != "right":
        return True  # "the pilot, according to his widow, had complained", "She was conscious, he said, and asked"
    if outer.side == "around" and outer.first == 0 and outer.last < min(hit.first, hit.speaker.first):
        return not _is_contrasted(line, outer.last + 1, hit.last)  # "According to him, the police said"
    if line.tag(hit.speaker.first - 1) == "relative" and line.tag(hit.speaker.first - 2) == "preposition":
        return True  # "an email in which a manager proposed"
    return outer.side == "right" and outer.last < hit.first and _is_nested(line, outer, hit)


def _is_nested(line: Line, outer: Hit, hit: Hit) -> bool:
    """Whether `hit` lies in the clause that `outer` reports: "said that Washington had offered a truce"."""
    if _parted(line, outer.last + 1, min(hit.speaker.first, hit.first)):
        return False
    if hit.side == "around" and line.lower(hit.first - 1) == ",":
        return False
    if opens_beside(line, outer, hit) or _is_of_the_circumstance(line, outer, hit):
        return False
    joint = hit.speaker.first - 1
    perfect = any(line.lower(i) in _PERFECT for i in range(hit.speaker.last + 1, hit.last))
    contrast = line.lower(joint) in _CONTRASTING or (line.lower(joint) in _AND and line.lower(joint - 1) == ",")
    if (contrast and not perfect) or line.lower(joint) == "what":
        return False
    return not (hit.relative and _opens_comment(line, hit))


def opens_beside(line: Line, one: Hit, other: Hit) -> bool:
    """Whether the first stands in a clause before the main one, the other's: "While police said X, he said"."""
    opener, start = one.speaker.first - 1, min(other.first, other.speaker.first)
    opened = line.lower(opener) in _ADVERBIAL and (opener == 0 or line.tag(opener - 1) in ("mark", "conjunction"))
    return opened and one.side == "right" and line.lower(start - 1) == ","


def _is_of_the_circumstance(line: Line, outer: Hit, hit: Hit) -> bool:
    """Whether the later one tells when or why the first was said: "repeated her call after he told the BBC that"."""
    joint = min(hit.first, hit.speaker.first) - 1
    told = any(line.is_finite(i) or line.quoted[i] for i in range(outer.last + 1, joint))
    return line.lower(joint) in _ADVERBIAL and joint > outer.last + 1 and not told


def _opens_comment(line: Line, hit: Hit) -> bool:
    """Whether a relative clause comments on what stands before its comma: ", a description that Dunaris rejected."."""
    opening = line.first_of((",", "–", "—"), range(hit.speaker.first - 1, -1, -1))
    return opening is not None and hit.speaker.first - opening <= _COMMENT and _ends_sentence(line, hit.last, '.”"')


def _is_swallowed(line: Line, one: Hit, final: Hit) -> bool:
    """Whether the first hit lies in what a later one attributes as a whole: "He denies it, his lawyer said."."""
    start, end = one.last + 1, min(final.first, final.speaker.first)
    contrast = any(line.lower(i) in _CONTRASTING and not line.quoted[i] for i in range(start, end))
    amid = line.lower(final.last + 1) == "," and line.lower(end - 1) == ","
    whole = (amid or _ends_sentence(line, final.last, ".")) and not contrast and not _parted(line, start, end)
    return one.side == "right" and whole


def _is_contrasted(line: Line, start: int, end: int) -> bool:
    """Whether a new part of the sentence begins between the words."""
    joints = (*_CONTRASTING, ";")
    return any(line.lower(i) in joints and not line.quoted[i] for i in range(start, end))


def _goes_on(line: Line, one: Hit, final: Hit) -> bool:
    """Whether the final hit only tells at length what the first one does: "He denied it: X, he said"."""
    own = one.speaker.is_pronoun(line) and final.speaker.is_pronoun(line)
    colon = line.first_of((":",), range(one.last + 1, final.first)) is not None
    same = _same_speaker(line, one, final) if own else final.speaker.is_pronoun(line)
    return colon and same and one.kind != "statement" and final.kind == "statement"


def _parted(line: Line, start: int, end: int) -> bool:
    return line.first_of((";",), range(start, end)) is not None


def _ends_sentence(line: Line, last: int, stops: str) -> bool:
    """Whether no mark but these follows, outside quotation marks."""
    end = line.first_of((";",), range(last + 1, len(line.words)))
    following = range(last + 1, len(line.words) if end is None else end)
    return all(line.tag(i) != "mark" or line.quoted[i] or line.lower(i) in stops for i in following)


def _same_speaker(line: Line, one: Hit, other: Hit) -> bool:
    if one.speaker.first == other.speaker.first:
        return True
    names = [line.text[slice(*hit.speaker.span(line))].casefold() for hit in (one, other)]
    return names[0] == names[1] and not _parted(line, min(one.last, other.last), max(one.first, other.first))
