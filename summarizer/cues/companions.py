"""Which counts of people one verb takes together: "two soldiers, a guard and three cooks"; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.cues.fates import Fate
from summarizer.cues.victims import CLAUSE_END, WORD, Victims, casualty_words, together

_BOUND = r"(?:at least|about|some)"
_BODY = r"(?:\s+of(?:\s+(?!and\b)[\w’'-]+){1,7}?)?"
_NAME = r"(?:,\s+(?-i:[^\W\d_a-z])[\w’'.-]+(?:\s+(?-i:[^\W\d_a-z])[\w’'.-]+)*)?"
_TOLD_OF_ONE = rf"{_BODY}{_NAME}(?:,?\s+(?:of\s+|aged\s+)?\d{{1,3}})?,?"
"""What tells of one person behind the noun, a body, a name and an age: "a driver of the firm, Marko Hane, 54, and"."""


def coordinated(
    sentence: str, language: str, fates: Sequence[Fate], people: Sequence[Victims], at: int, *, forward: bool
) -> set[int]:
    """The indices of the figure at `at` and of those that "and" joins to it under the same verb."""
    victims, used = people[at], {at}
    step = 1 if forward else -1
    following = at + step
    while 0 <= following < len(people):
        left, right = (victims, people[following]) if step > 0 else (people[following], victims)
        if step > 0:
            listed = _heads_list(sentence, language, people, following - 1)
        else:
            listed = len(used) > 1 and not _is_whole(sentence, language, left, right)
        if not _joined(sentence, language, left, right, listed=listed) or any(
            left.end <= f.start < right.start for f in fates
        ):
            break
        if _has_own_fate(sentence, fates, right if forward else left, forward=forward):
            break
        victims = together(sentence, left, right)
        used.add(following)
        following += step
    return used


def with_them(sentence: str, language: str, people: Sequence[Victims], fate: Fate) -> set[int]:
    """Who behind the verb suffered the same as those before it: "was shot dead, together with her bodyguard"."""
    following = next((n for n, victims in enumerate(people) if victims.start >= fate.end), None)
    if following is None:
        return set()
    first = people[following].start
    joint = casualty_words(language, "with_whom").search(sentence, fate.end, people[following].end)
    article = re.compile(rf"\s+(?:{casualty_words(language, 'one').pattern}\s+)?", re.IGNORECASE)
    ends = joint and article.fullmatch(sentence, joint.end(), first)
    return {following} if ends and not CLAUSE_END.search(sentence, fate.end, first) else set()


def whole_of(sentence: str, language: str, people: Sequence[Victims], at: int) -> int | None:
    """The figure of which the one at `at` is told to be a part: the ten of "ten people including four guards died"."""
    opens = rf"(?:\s+[\w’'-]+){{0,3}}?,?\s+{casualty_words(language, 'part_before').pattern}\s+(?:{_BOUND}\s+)?"
    first = at
    while first > 0 and not people[first].counted and _joined(sentence, language, people[first - 1], people[first]):
        first -= 1  # of "two guards, a father and his son, died" the father
    before = people[first - 1] if first > 0 else None
    share = casualty_words(language, "part_after").search(people[at].count.text)  # "one of whom died"
    if before is None or not before.counted or share:
        return None
    if not people[at].counted and before.count.low not in (None, 1):
        family = rf"(?:\s+[\w’'-]+){{1,2}}\s+{casualty_words(language, 'members_of').pattern}\s+"
        opens = rf"{opens}|{family}"
        if first == at or _is_whole_of_list(sentence, language, people, first - 1, at):
            opens = rf"{opens}|(?:\s+[\w’'-]+){{0,4}},\s+"
    return first - 1 if re.compile(opens, re.IGNORECASE).fullmatch(sentence, before.end, people[first].start) else None


def _is_whole_of_list(sentence: str, language: str, people: Sequence[Victims], at: int, last: int) -> bool:
    """Whether a figure is that of the list behind it: its sum, or anybody ("ten people, two women and a child")."""
    anybody = re.compile(rf"\s+(?:[\w’'-]+\s+)?{casualty_words(language, 'anybody').pattern}\b", re.IGNORECASE)
    lows = [victims.count.low for victims in people[at + 1 : last + 1]]
    total = None if None in lows else sum(low for low in lows if low is not None)
    return total == people[at].count.low or anybody.match(sentence, people[at].end) is not None


def _heads_list(sentence: str, language: str, people: Sequence[Victims], at: int) -> bool:
    """Whether the figure at `at` goes on in a list that ends in "and" and that does not only tell who they are."""
    last = at
    while last + 1 < len(people) and _joined(sentence, language, people[last], people[last + 1], listed=True):
        last += 1
        if _joined(sentence, language, people[last - 1], people[last]):
            return not _is_whole_of_list(sentence, language, people, at, last)
    return False


def _is_whole(sentence: str, language: str, left: Victims, right: Victims) -> bool:
    """Whether the figure before a list is that of it all: "nine people, four men and five women", "of the 30, two"."""
    out_of = re.search(rf"{casualty_words(language, 'out_of').pattern}\s+$", sentence[: left.start], re.IGNORECASE)
    return left.count.low == right.count.low or out_of is not None


def _joined(sentence: str, language: str, left: Victims, right: Victims, *, listed: bool = False) -> bool:
    """Whether only "and" stands between, or the comma of a list that ends in "and", and the noun of a number.

    `listed`: the right one is already known to belong to such a list.
    """
    finite = casualty_words(language, "passive").pattern
    noun = rf"(?:\s+(?!(?:{finite})\b)[\w’'-]+){{0,3}}?" if left.counted else _TOLD_OF_ONE
    and_, one = (casualty_words(language, name).pattern for name in ("and", "one"))
    joint = rf"{noun},?\s+{and_}\s+(?:{one}\s+)?" if listed else rf"{noun}\s+{and_}\s+(?:{one}\s+)?"
    if re.compile(joint, re.IGNORECASE).fullmatch(sentence, left.end, right.start):
        return True
    share = casualty_words(language, "part_after").pattern
    goes_on = rf"(?!\s+{share})(?:\s+[\w’'-]+){{0,3}}?,?\s+{and_}\s"
    ends_in_and = listed or (not left.counted and re.compile(goes_on, re.IGNORECASE).match(sentence, right.end))
    return bool(ends_in_and and re.compile(rf"{noun},\s+", re.IGNORECASE).fullmatch(sentence, left.end, right.start))


def _has_own_fate(sentence: str, fates: Sequence[Fate], victims: Victims, *, forward: bool) -> bool:
    """Whether another fate claims the figure, from behind ("and two passengers were hurt") or from before it."""
    for fate in fates:
        first, last = (victims.end, fate.start) if forward else (fate.end, victims.start)
        elsewhere = fate.side == ("after" if forward else "before")
        if first <= last and not elsewhere and len(WORD.findall(sentence[first:last])) <= 5:
            return not re.search(r"[,;:]", sentence[first:last])
    return False
