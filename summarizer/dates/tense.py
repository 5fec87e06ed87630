"""Whether a clause tells of the past or the future, by its verbs; None where they leave it open.

No parser: markers are read off the sentence (auxiliaries with their verb, past forms, verbs that announce or postpone),
and the one that governs the expression decides. A doubtful verb gives no answer rather than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.dates import verbs
from summarizer.dates.cursor import Token
from summarizer.dates.scene import Direction

_INFINITIVE_REACH = 6


@dataclass(frozen=True)
class Marker:
    """A verb group from token `at` up to `end`; `direction` None where it may look either way."""

    at: int
    end: int
    direction: Direction | None
    announces: bool = False
    moves: bool = False


def direction_at(tokens: list[Token], first: int, last: int) -> Direction | None:
    """The direction of the verb that governs the expression made of `tokens[first:last]`."""
    markers = [marker for marker in _markers(tokens) if marker.end <= first or marker.at >= last]
    before = [marker for marker in markers if marker.end <= first]
    after = [marker for marker in markers if marker.at >= last]
    opening, closing = _clause(tokens, first, last)
    governing = _governing(before, after, opening, closing, leading=first - opening <= 1)
    if governing is None:
        return None
    if governing.moves and _is_target(tokens, first):
        return Direction.FUTURE
    beside = governing.at >= last or first - governing.end <= 1
    return None if governing.announces and not beside else governing.direction


def unanimous(tokens: list[Token]) -> Direction | None:
    """The direction that all verbs of a text share."""
    found = {marker.direction for marker in _markers(tokens)}
    return found.pop() if len(found) == 1 else None


def moved_before(tokens: list[Token], first: int) -> bool:
    """Whether the nearest verb in front of `tokens[first]` moves something to another time."""
    before = [marker for marker in _markers(tokens) if marker.end <= first]
    return bool(before) and before[-1].moves


def lasted_before(tokens: list[Token], first: int) -> bool:
    """Whether the verb in front of "until …" tells of a past state that lasted up to it."""
    previous = tokens[first - 1].norm if first else ""
    return previous in verbs.LASTED or any(
        tokens[at].norm in ("lasted", "remained", "raged", "stayed", "detained")
        for at in range(max(0, first - 5), first)
    )


def _governing(
    before: list[Marker], after: list[Marker], opening: int, closing: int, *, leading: bool
) -> Marker | None:
    """Of the same clause the verb in front, else the one behind; else the nearest of the neighbouring clauses."""
    if before and before[-1].end > opening:
        return before[-1]
    if after and after[0].at < closing:
        return after[0]
    ranked = after[:1] + before[-1:] if leading else before[-1:] + after[:1]
    return ranked[0] if ranked else None


def _clause(tokens: list[Token], first: int, last: int) -> tuple[int, int]:
    opening, closing = first, last
    while opening > 0 and tokens[opening - 1].norm not in verbs.BOUNDARIES:
        opening -= 1
    while closing < len(tokens) and tokens[closing].norm not in verbs.BOUNDARIES:
        closing += 1
    return opening, closing


def _is_target(tokens: list[Token], first: int) -> bool:
    return bool(verbs.MOVE_TARGETS & {tokens[first].norm, tokens[first - 1].norm if first else ""})


def _markers(tokens: list[Token]) -> list[Marker]:
    return list(_read(tokens))


def _read(tokens: list[Token]) -> Iterator[Marker]:
    at = 0
    while at < len(tokens):
        marker = _marker(tokens, at)
        if marker:
            yield marker
            yield from _infinitive(tokens, marker)
        at = marker.end if marker else _past_infinitive(tokens, at)


def _past_infinitive(tokens: list[Token], at: int) -> int:
    """Behind "to be signed", whose participle is no past form; otherwise the next token."""
    if tokens[at].norm == "to" and at + 1 < len(tokens) and tokens[at + 1].norm == "be":
        return _group_end(tokens, at + 1)
    return at + 1


def _marker(tokens: list[Token], at: int) -> Marker | None:
    norm = tokens[at].norm.removesuffix("n't")
    end = _group_end(tokens, at + 1)
    group = [token.norm for token in tokens[at + 1 : end + 1]]
    moves = any(word in verbs.MOVED for word in (norm, *group[: end - at - 1]))
    if norm in verbs.MODALS or norm.endswith("'ll"):
        return Marker(at, end, None if "have" in group else Direction.FUTURE)
    if norm in verbs.PRESENT_BE and tokens[at].kind == "word":
        return Marker(at, end, Direction.FUTURE, moves=moves)
    if norm in verbs.PAST_BE or norm == "had":
        open_ended = any(word in verbs.PENDING for word in group)
        return Marker(at, end, None if open_ended else Direction.PAST, moves=moves)
    if norm in verbs.HAVE:
        ahead = bool(group) and group[-1] in ("to", "until", "till")
        return Marker(at, end, Direction.FUTURE if ahead else Direction.PAST, moves=moves)
    return _single(tokens, at)


def _single(tokens: list[Token], at: int) -> Marker | None:
    norm, before = tokens[at].norm, tokens[at - 1].norm if at else ""
    if norm == "to" and at + 1 < len(tokens) and tokens[at + 1].norm == "have":
        return Marker(at, _group_end(tokens, at + 1), Direction.PAST)
    if tokens[at].kind != "word" or before in verbs.DETERMINERS or (at and tokens[at].capitalised):
        return None
    if norm in verbs.PENDING and norm not in ("to", "set", "likely") and tokens[at + 1 : at + 2] != []:
        return None if norm == "due" and tokens[at + 1].norm == "to" else Marker(at, at + 1, Direction.FUTURE)
    if norm in verbs.PRESENT_EVENTS:
        return Marker(at, at + 1, Direction.FUTURE)
    if _is_past_form(norm):
        return Marker(at, at + 1, Direction.PAST, announces=norm in verbs.ANNOUNCED, moves=norm in verbs.MOVED)
    return None


def _is_past_form(norm: str) -> bool:
    if norm in verbs.NOT_PAST:
        return False
    return norm in verbs.PAST_FORMS or (norm.endswith("ed") and len(norm) > 4)


def _group_end(tokens: list[Token], at: int) -> int:
    """The end of a verb group that continues at `at`: adverbs and auxiliaries, then one participle."""
    while at < len(tokens) and (tokens[at].norm in verbs.IN_GROUP or tokens[at].norm.endswith("ly")):
        at += 1
    if at < len(tokens) and tokens[at].kind == "word":
        norm = tokens[at].norm
        if _is_past_form(norm) or norm in verbs.PENDING - {"to"} or norm.endswith("ing") or norm in verbs.NOT_PAST:
            return at + 1
    return at


def _infinitive(tokens: list[Token], marker: Marker) -> Iterator[Marker]:
    """The future that "agreed to meet" opens at its infinitive."""
    if not any(token.norm in verbs.PROSPECTIVE for token in tokens[marker.at : marker.end]):
        return
    for at in range(marker.end, min(marker.end + _INFINITIVE_REACH, len(tokens) - 1)):
        follower = tokens[at + 1]
        if tokens[at].norm == "to" and follower.kind == "word" and not follower.capitalised:
            yield Marker(at, at + 2, Direction.FUTURE if marker.direction else None)
            return
        if tokens[at].norm in verbs.BOUNDARIES:
            return
