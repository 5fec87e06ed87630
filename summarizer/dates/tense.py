"""Whether a clause tells of the past or the future, by its verbs; None where they leave it open.

No parser: markers are read off the sentence (auxiliaries with their verb, past forms, verbs that announce or postpone),
and the one that governs the expression decides. A doubtful verb gives no answer rather than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from summarizer.dates import lexicon, verbs
from summarizer.dates.cursor import Token, tokenize
from summarizer.dates.scene import Direction

_INFINITIVE_REACH = 6
_GRANT_REACH = 8


class Marker(NamedTuple):
    """A verb group of tokens `at` to `end`, `verb` its last word; `direction` None where it may look either way.

    `present`: told as of now ("has given", "expires"), so that its limits count from now.
    """

    at: int
    end: int
    direction: Direction | None
    verb: str
    present: bool = False

    @property
    def moves(self) -> bool:
        """Whether it puts something at another time ("postponed")."""
        return self.verb in verbs.MOVED


class Clause(NamedTuple):
    """An expression, tokens `first` to `last` of a sentence, among the verbs of that sentence."""

    tokens: list[Token]
    first: int
    last: int

    def direction(self) -> Direction | None:
        """The direction of the verb that governs the expression."""
        governing = self._governing()
        if governing is None:
            return None
        if governing.moves and self._is_target():
            return Direction.FUTURE
        # "announced a vote on Friday": the announcement or the vote?
        beside = governing.at >= self.last or self.first == governing.end
        doubtful = governing.direction is Direction.PAST and governing.verb in verbs.ANNOUNCED and not beside
        return None if doubtful and not self._calls_somebody(governing) else governing.direction

    def _calls_somebody(self, governing: Marker) -> bool:
        """Whether "called" has no event for its object: "called the convent on Saturday"."""
        between = self.tokens[governing.end : self.first]
        return governing.verb == "called" and not any(token.norm in verbs.CALLED_FOR for token in between)

    def surely_past(self) -> bool:
        """Whether a verb of the same clause says that the time is over: "was sworn in on 3 May", "In May he fled"."""
        governing = self._governing(neighbours=False)
        if governing is None or governing.direction is not Direction.PAST:
            return False
        return governing.at >= self.last or governing.verb not in verbs.SETTING_LIMITS

    def conditional(self) -> bool:
        """Whether the sentence names an event that an amount may count from: "once the order is signed"."""
        outside = self.tokens[: self.first] + self.tokens[self.last :]
        return any(token.norm in verbs.EVENT_CONJUNCTIONS for token in outside)

    def surely_ahead(self) -> bool:
        """Whether a verb of the same clause, in front of the expression, says that it is still to come."""
        before = self._before()
        opening, _ = self._bounds()
        governing = before[-1] if before and before[-1].at >= opening else None
        return governing is not None and governing.direction is Direction.FUTURE and governing.verb not in verbs.PENDING

    def firmly_ahead(self) -> bool:
        """Whether that verb is said as of now ("must", "will", "expires"), so that no year before this one is meant."""
        opening, _ = self._bounds()
        before = [marker for marker in self._before() if marker.at >= opening]
        now = bool(before) and (before[-1].present or self.tokens[before[-1].at].norm in verbs.BINDING)
        return now and self.surely_ahead() and not any(token.norm in verbs.EARLIER_PAST for token in self.tokens)

    def looks_back(self) -> bool:
        """Whether a limit in this place is one that was reached: "held until Tuesday", "by Friday 12 had died"."""
        governing = self._governing(neighbours=False)
        return governing is not None and self._is_over(governing)

    def may_count_from_past(self) -> bool:
        """Whether a time to come may count from a past act ("demanded … by Monday") and be over by now."""
        governing = self._governing(neighbours=False)
        return governing is None or not governing.present

    def told(self) -> bool:
        """Whether somebody tells what the sentence says, so that its day is the day of the telling."""
        return any(marker.verb in verbs.TELLING for marker in read_markers(self.tokens))

    def moved(self) -> bool:
        """Whether the verb in front moves something, so that "from … to …" is no span."""
        before = self._before()
        return bool(before) and before[-1].moves

    def granted(self) -> bool:
        """Whether an amount of time is what somebody is given: "gave them 72 hours", "has two weeks to answer"."""
        if self.tokens[self.first - 1 : self.first] and self.tokens[self.first - 1].norm in verbs.HAVING:
            return self.last < len(self.tokens) and self.tokens[self.last].norm in ("to", "in", "left")
        nearby = self.tokens[max(0, self.first - _GRANT_REACH) : self.first]
        ended = any(token.norm in verbs.BOUNDARIES for token in nearby[-2:])
        return not ended and any(token.norm in verbs.GRANTING for token in nearby)

    def _is_over(self, marker: Marker) -> bool:
        if marker.verb == "had":  # "said they had until Friday" looks ahead, "it had until Friday" may look back
            return not any(earlier.verb in verbs.TELLING for earlier in self._before() if earlier.at < marker.at)
        return marker.direction is Direction.PAST and marker.verb not in verbs.SETTING_LIMITS

    def _is_target(self) -> bool:
        beside = {token.norm for token in self.tokens[max(0, self.first - 1) : self.first + 1]}
        return bool(verbs.MOVE_TARGETS & beside)

    def _before(self) -> list[Marker]:
        return [marker for marker in read_markers(self.tokens) if marker.end <= self.first]

    def _governing(self, *, neighbours: bool = True) -> Marker | None:
        """Of the same clause the verb in front, else the one behind; else the nearest of the neighbouring clauses.

        In front of its clause ("On Friday, the court …") an expression belongs to the verb that follows.
        """
        before = self._before()
        after = [marker for marker in read_markers(self.tokens) if marker.at >= self.last]
        opening, closing = self._bounds()
        if before and before[-1].end > opening:
            return before[-1]
        if after and after[0].at < closing:
            return after[0]
        leading = self.first - opening <= 1 and self.tokens[opening].norm not in verbs.MOVE_TARGETS
        if not neighbours:
            fronted = leading and closing < len(self.tokens) and self.tokens[closing].norm == ","
            return after[0] if after and fronted else None
        if self.tokens[opening].norm == "with":
            return None
        ranked = after[:1] + before[-1:] if leading else before[-1:] + after[:1]
        return ranked[0] if ranked else None

    def _bounds(self) -> tuple[int, int]:
        opening, closing = self.first, self.last
        while opening > 0 and self.tokens[opening - 1].norm not in verbs.BOUNDARIES:
            opening -= 1
        while closing < len(self.tokens) and self.tokens[closing].norm not in verbs.BOUNDARIES:
            closing += 1
        return opening, closing


def ends_in_past(words: str) -> bool:
    """Whether the last verb of these words tells of the past, and not as of now ("has given")."""
    markers = read_markers(tokenize(words)[:-1])
    return bool(markers) and markers[-1].direction is Direction.PAST and not markers[-1].present


def unanimous(tokens: list[Token]) -> Direction | None:
    """The direction that all verbs of a text share."""
    found = {marker.direction for marker in read_markers(tokens)}
    return found.pop() if len(found) == 1 else None


def read_markers(tokens: list[Token]) -> list[Marker]:
    """The verb groups of a sentence that tell past from future, left to right."""
    return list(_markers(tokens))


def _markers(tokens: list[Token]) -> Iterator[Marker]:
    at = 0
    while at < len(tokens):
        marker = _auxiliary(tokens, at) or _main_verb(tokens, at)
        if marker:
            yield marker
            yield from _infinitive(tokens, marker)
        at = marker.end if marker else _past_infinitive(tokens, at)


def _past_infinitive(tokens: list[Token], at: int) -> int:
    """Behind "to be signed", whose participle is no past form; otherwise the next token."""
    if tokens[at].norm == "to" and _norm(tokens, at + 1) in verbs.LINKING:
        return _group_end(tokens, at + 2)
    return at + 1


def _auxiliary(tokens: list[Token], at: int) -> Marker | None:
    norm = tokens[at].norm.removesuffix("n't")
    end = _group_end(tokens, at + 1)
    if norm in verbs.MODALS and _norm(tokens, end) in verbs.LINKING:
        end = _group_end(tokens, end + 1)
    group = [token.norm for token in tokens[at + 1 : end]]
    following = _norm(tokens, end)
    direction: Direction | None = Direction.FUTURE
    if norm in verbs.MODALS or norm.endswith("'ll"):
        direction = None if "have" in group else Direction.FUTURE
    elif norm in verbs.HAVE:
        direction = Direction.FUTURE if following in ("to", "until", "till") and not group else Direction.PAST
    elif norm in verbs.PAST_AUXILIARIES:
        to_do = following == "to" and not (group and _names_thing(tokens, end + 1))
        open_ended = to_do or any(word in verbs.PENDING for word in group)
        direction = None if open_ended else Direction.PAST
    elif norm not in verbs.PRESENT_BE or tokens[at].kind != "word":
        return None
    return Marker(
        at, end, direction, _norm(tokens, end - 1), present=norm in verbs.TOLD_AS_OF_NOW or norm.endswith("'ll")
    )


def _names_thing(tokens: list[Token], at: int) -> bool:
    """Whether what stands behind "to" is no verb: "was sentenced to 35 years", "was taken to Oslo"."""
    token = tokens[at] if at < len(tokens) else None
    if token is None:
        return False
    noun = token.norm in verbs.DETERMINERS or token.norm in verbs.AFTER_SENTENCED or token.norm in lexicon.NUMBERS
    return noun or token.kind == "number" or token.capitalised


def _main_verb(tokens: list[Token], at: int) -> Marker | None:
    token, norm, before = tokens[at], tokens[at].norm, _norm(tokens, at - 1)
    if norm == "to" and _norm(tokens, at + 1) == "have":
        return Marker(at, _group_end(tokens, at + 1), Direction.PAST, "have")
    if token.kind != "word" or before in verbs.DETERMINERS or before == "to" or (at and token.capitalised):
        return None
    if norm in verbs.PENDING or (norm == "set" and _norm(tokens, at + 1) in ("for", "to")):
        return None if norm == "due" and _norm(tokens, at + 1) == "to" else Marker(at, at + 1, Direction.FUTURE, norm)
    if norm in verbs.PRESENT_EVENTS:
        return Marker(at, at + 1, Direction.FUTURE, norm, present=True)
    return Marker(at, at + 1, Direction.PAST, norm) if _is_past_form(norm) else None


def _is_past_form(norm: str) -> bool:
    if norm in verbs.NOT_PAST:
        return False
    return norm in verbs.PAST_FORMS or (norm.endswith("ed") and len(norm) > 3)


def _group_end(tokens: list[Token], at: int) -> int:
    """The end of a verb group that continues at `at`: adverbs and auxiliaries, then one participle."""
    while _norm(tokens, at) in verbs.IN_GROUP or _norm(tokens, at).endswith("ly"):
        at += 1
    norm = _norm(tokens, at)
    verb = _is_past_form(norm) or norm in verbs.PENDING or norm.endswith("ing") or norm in verbs.NOT_PAST
    return at + 1 if verb and tokens[at].kind == "word" else at


def _infinitive(tokens: list[Token], marker: Marker) -> Iterator[Marker]:
    """The future that "agreed to meet" opens at its infinitive."""
    if marker.verb not in verbs.PROSPECTIVE:
        return
    for at in range(marker.end, min(marker.end + _INFINITIVE_REACH, len(tokens) - 1)):
        follower = tokens[at + 1]
        if tokens[at].norm == "to" and follower.kind == "word" and not follower.capitalised:
            yield Marker(at, at + 2, Direction.FUTURE if marker.direction else None, follower.norm)
            return
        if tokens[at].norm in verbs.BOUNDARIES:
            return


def _norm(tokens: list[Token], at: int) -> str:
    return tokens[at].norm if 0 <= at < len(tokens) else ""
