"""A medium beside somebody's words that it only relays: "he said there were two, Reuters reported"; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.cues.attribution.attributed import Hit
from summarizer.cues.attribution.circumstances import is_agency, is_medium
from summarizer.cues.lines import Line

_CONTRASTING = frozenset("but while whereas though although however".split())


def without_relays(line: Line, hits: Sequence[Hit]) -> list[Hit]:
    """The hits without those of media that stand beside another's words; the medium is whom that one speaks through."""
    found = list(hits)
    for hit in hits:
        told = _relayed(line, hit, [h for h in found if h is not hit]) if _is_relay(line, hit) else None
        if told is not None:
            found[found.index(told)] = told if told.via else replace(told, via=hit.speaker)
            found.remove(hit)
    return found


def _is_relay(line: Line, hit: Hit) -> bool:
    """Whether a named medium speaks, after or around the words."""
    named = bool(line.names_within(hit.speaker.first, hit.speaker.last)) and hit.speaker.name is None
    if not named or hit.kind != "statement" or hit.via is not None or hit.side == "right":
        return False
    words = line.quote(hit.speaker.first, hit.speaker.last)
    return is_medium(words) or (is_agency(words) and line.lower(hit.last).startswith("report"))


def _relayed(line: Line, medium: Hit, others: Sequence[Hit]) -> Hit | None:
    """Whose words it relays: the next one's where the medium opens the sentence, else the one's right before it."""
    if medium.first == 0 or line.lower(medium.first - 1) in ("but", "and"):
        later = [h for h in others if min(h.first, h.speaker.first) > medium.last]
        comma = line.lower(medium.last + 1) == ","
        return later[0] if later and comma and later[0].speaker.first == medium.last + 2 else None
    before = [h for h in others if h.last < medium.first and h.side == "right"]
    parted = before and any(line.lower(i) in _CONTRASTING for i in range(before[-1].last, medium.first))
    thought = before and before[-1].kind == "prediction"  # "They expect a truce, the Post reported"
    return before[-1] if before and not parted and not thought else None
