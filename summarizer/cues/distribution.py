"""One sentence with a toll for each of several towns, taken apart into a telling for each; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from summarizer.cues.backdrop import Backdrop
from summarizer.cues.casualties import Casualty
from summarizer.cues.clauses import Span
from summarizer.cues.places import whereabouts
from summarizer.cues.victims import casualty_words, find_victims
from summarizer.cues.vocabulary import primary

if TYPE_CHECKING:
    from summarizer.cues.violent_acts import Act


class _Share(NamedTuple):
    place: Span
    casualty: Casualty


def by_place(backdrop: Backdrop, act: Act) -> list[Act]:
    """The act, or one for each town: "killed three people in Kherson, two in Bilozerka and one in Beryslav".

    It stays whole where a figure that belongs to no town is left over and is not just their sum.
    """
    shares = list(_shares(backdrop, act))
    towns = {backdrop.document.text[slice(*share.place)] for share in shares}
    if len(shares) < 2 or len(towns) < len(shares) or not _is_all(act, shares):
        return [act]
    offset = act.sentence.start
    cuts = [act.clause.start, *(offset + share.casualty.start for share in shares[1:]), act.clause.end]
    return [
        replace(
            act,
            clause=Span(start, end),
            places=(share.place,),
            where=whereabouts(backdrop.document, [share.place]),
            casualties=(share.casualty,),
        )
        for share, start, end in zip(shares, cuts[:-1], cuts[1:], strict=True)
    ]


def _shares(backdrop: Backdrop, act: Act) -> Iterator[_Share]:
    """Each figure that stands right before a town; its fate is that of the figure before where none is told."""
    text, offset, kind = backdrop.document.quote(act.sentence), act.sentence.start, None
    language = primary(backdrop.document.language)
    in_town = re.compile(rf"(?:\s+(?!{casualty_words(language, 'and').pattern}\s)[\w’'-]+){{0,3}}\s+$")
    for victims in find_victims(text, language):
        told = next((c for c in act.casualties if c.start <= victims.start < c.end), None)
        kind = told.kind if told else kind
        place = next((p for p in act.places if p.start >= offset + victims.end), None)
        if kind is None or place is None or (told and (told.part or told.old)):
            continue
        if in_town.fullmatch(text, victims.end, place.start - offset):
            yield _Share(place, told or Casualty(kind, victims.count, victims.start, victims.end, victims.counted))


def _is_all(act: Act, shares: Sequence[_Share]) -> bool:
    """Whether every figure of the act is a town's or, as their sum, the total of all."""
    shared = [share.casualty for share in shares]
    left = [c for c in act.casualties if not any(c.start <= s.start < c.end for s in shared)]
    sums = {k: sum(s.count.low or 0 for s in shared if s.kind == k) for k in ("killed", "injured")}
    return all(c.part or c.old or c.count.low == sums.get(c.kind) for c in left)
