"""Figures of killed, injured, missing, captured and displaced people in one sentence; pure.

A figure is a count of people (`victims`) bound to the nearest word of fate on the side of its grammar: "six dead",
"killing six".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce

from summarizer.cues.fates import KINDS, Fate, Side, find_fates
from summarizer.cues.verb_forms import is_past
from summarizer.cues.victims import (
    CLAUSE_END,
    FATES,
    WORD,
    Victims,
    casualty_words,
    find_victims,
    is_attacker,
    nth_victim,
    together,
)
from summarizer.cues.vocabulary import primary
from summarizer.schema import Count, FigureKind

_REACH: dict[Side, int] = {"before": 11, "after": 9, "free": 9}
"""Words that may stand between a fate and its people."""

_BOUND = r"(?:at least|about|some)"
_AGENT = 3
"""Characters before people that may hold "by"."""

_OUT_OF_REACH = 99.0
_TOLD_OF_ONE = (
    r"(?:,\s+(?-i:[^\W\d_a-z])[\w’'.-]+(?:\s+(?-i:[^\W\d_a-z])[\w’'.-]+)*)?(?:,?\s+(?:of\s+|aged\s+)?\d{1,3})?,?"
)
"""The name and the age of one person, told behind the noun: "a bus driver, Marko Hane, 54, and"."""

_SAID_NEXT = re.compile(r"\b\w+(?:ed|s|said|told)\s+that\b", re.IGNORECASE)
"""Words of which another statement hangs: "deplored the killings and promised that 30 officers would come"."""


@dataclass(frozen=True)
class Casualty:
    """A figure of one kind of victim. `start` and `end` bound the figure and the word of fate within the sentence.

    `counted` when a number is written ("a guard" has none). `part` marks a share of a larger figure ("including two
    children"), `old` one that the sentence itself replaces ("up from four"), `revised` one that replaces another,
    `known` one of people told of before ("the three victims", "two of the women").
    """

    kind: FigureKind
    count: Count
    start: int
    end: int
    counted: bool = True
    part: bool = False
    old: bool = False
    revised: bool = False
    known: bool = False


def find_casualties(sentence: str, language: str = "en") -> list[Casualty]:
    """Every figure of victims in `sentence`, left to right; offsets are into it. Attackers' own losses are left out.

    Two coordinated figures of one verb are added ("two soldiers and a civilian" is three); shares and replaced figures
    are kept and marked.
    """
    language = primary(language)
    people = find_victims(sentence, language)
    found = [*_none(sentence, language), *_tolls(sentence, language, people)]
    for nth in nth_victim(sentence, language):
        found.append(Casualty("killed", nth.count, nth.start, nth.end, revised=True))
    people = [victims for victims in people if not any(c.start <= victims.start < c.end for c in found)]
    answered = re.compile(rf"{casualty_words(language, 'answered').pattern}\s+(?:[\w’'-]+\s+){{0,2}}$", re.IGNORECASE)
    fates = [fate for fate in find_fates(sentence, language, people) if not answered.search(sentence[: fate.start])]
    for fate, victims in _bind(sentence, language, fates, people):
        found.append(_casualty(sentence, language, fate, victims, earlier=found))
    found += _elliptical(sentence, language, found, people)
    if casualty_words(language, "never_before").match(sentence.lstrip()):
        found = [casualty for casualty in found if casualty.counted]
    return sorted(found, key=lambda casualty: casualty.start)


def _none(sentence: str, language: str) -> Iterator[Casualty]:
    """Nobody harmed: "without loss of life", "no one was hurt"."""
    for fate in FATES[:2]:
        for match in casualty_words(language, f"none_{fate}").finditer(sentence):
            yield Casualty(KINDS[fate], Count(low=0, high=0, text=match.group()), *match.span())
    for match in casualty_words(language, "unhurt").finditer(sentence):
        yield Casualty("injured", Count(low=0, high=0, text=match.group()), *match.span(), counted=False)


def _tolls(sentence: str, language: str, people: Sequence[Victims]) -> Iterator[Casualty]:
    """A toll and the figure that it stands at, however far behind in its part of the sentence."""
    reached = re.compile(rf"(?:^|\W){casualty_words(language, 'toll_at').pattern}\W+(?:now\s+)?$", re.IGNORECASE)
    brought = re.compile(rf"{casualty_words(language, 'brings_toll').pattern}\s+$", re.IGNORECASE)
    for fate in FATES[:2]:
        for noun in casualty_words(language, f"{fate}_toll").finditer(sentence):
            stop = re.compile(r"[;!?](?:\s|$)").search(sentence, noun.end())
            end = stop.start() if stop else len(sentence)
            for victims in people:
                if not (noun.end() <= victims.start < end and victims.counted):
                    continue
                casualty = _casualty(sentence, language, Fate(KINDS[fate], "after", *noun.span()), victims)
                if not casualty.old and reached.search(sentence[noun.end() - 1 : victims.start]):
                    yield replace(casualty, revised=casualty.revised or bool(brought.search(sentence[: noun.start()])))
                    break


def _elliptical(
    sentence: str, language: str, found: Sequence[Casualty], people: Sequence[Victims]
) -> Iterator[Casualty]:
    """A second source's figure that leaves the fate out: "one dead, the army says; eight, according to a nurse"."""
    source = re.compile(rf"\s*,\s*{casualty_words(language, 'said_by').pattern}", re.IGNORECASE)
    for victims in people:
        earlier = [casualty for casualty in found if casualty.end <= victims.start]
        opens = re.search(r"[;:]\s*(?:\w+\s+)?$", sentence[: victims.start])
        if victims.counted and earlier and opens and source.match(sentence, victims.end):
            yield Casualty(earlier[-1].kind, victims.count, victims.start, victims.end)


def _bind(
    sentence: str, language: str, fates: Sequence[Fate], people: Sequence[Victims]
) -> Iterator[tuple[Fate, Victims]]:
    """Each fate with the figure nearest to it on its side; a figure serves one fate."""
    taken: set[int] = set()
    for index, fate in enumerate(fates):
        if _joined_alternatives(sentence, language, fates, index):
            continue
        fits = [(_distance(sentence, language, fate, v, fates), n) for n, v in enumerate(people) if n not in taken]
        distance, best = min(fits, default=(_OUT_OF_REACH, -1))
        if distance > _REACH[fate.side]:
            continue
        if (whole := _whole(sentence, language, people, best)) is not None and whole not in taken:
            taken.add(best)
            best = whole
        used = _coordinated(sentence, language, fates, people, best, forward=people[best].start >= fate.end)
        if people[best].end <= fate.start:
            used |= _with_them(sentence, language, people, fate) - taken
        taken.update(used)
        harmed = [people[n] for n in sorted(used) if not is_attacker(sentence, people[n], language)]
        if harmed:
            yield fate, reduce(partial(together, sentence), harmed)


def _whole(sentence: str, language: str, people: Sequence[Victims], at: int) -> int | None:
    """The figure of which the one at `at` is told to be a part: the ten of "ten people including four guards died"."""
    opens = rf"\s+(?:[\w’'-]+\s+){{0,3}}?{casualty_words(language, 'part_before').pattern}\s+(?:{_BOUND}\s+)?"
    first = at
    while first > 0 and not people[first].counted and _joined(sentence, language, people[first - 1], people[first]):
        first -= 1  # of "two guards, a father and his son, died" the father
    before = people[first - 1] if first > 0 else None
    share = casualty_words(language, "part_after").search(people[at].count.text)  # "one of whom died"
    if before is None or not before.counted or share:
        return None
    if not people[at].counted and before.count.low not in (None, 1):
        family = rf"(?:\s+[\w’'-]+){{1,2}}\s+{casualty_words(language, 'members_of').pattern}\s+"
        opens = rf"{opens}|(?:\s+[\w’'-]+){{0,4}},\s+|{family}"
    return first - 1 if re.compile(opens, re.IGNORECASE).fullmatch(sentence, before.end, people[first].start) else None


def _joined_alternatives(sentence: str, language: str, fates: Sequence[Fate], index: int) -> bool:
    """Whether two fates share one figure, so that neither has it: "killed or wounded 30"."""
    either = re.compile(rf"\s*{casualty_words(language, 'alternative').pattern}\s*", re.IGNORECASE)
    fate = fates[index]
    neighbours = [fates[i] for i in (index - 1, index + 1) if 0 <= i < len(fates)]
    return any(either.fullmatch(sentence, min(n.end, fate.end), max(n.start, fate.start)) for n in neighbours)


def _distance(sentence: str, language: str, fate: Fate, victims: Victims, fates: Sequence[Fate]) -> float:
    """Words between a fate and a figure on its side; out of reach across another fate or the end of a clause."""
    behind = fate.side == "before" or (fate.side == "free" and victims.end <= fate.start)
    first, last = (victims.end, fate.start) if behind else (fate.end, victims.start)
    if first > last or any(other.start >= first and other.end <= last for other in fates if other is not fate):
        return _OUT_OF_REACH
    between = sentence[first:last]
    if behind and casualty_words(language, "agent_before").search(sentence[: victims.start].rstrip()[-_AGENT:]):
        return _OUT_OF_REACH  # "was kicked by four youths and suffered a broken jaw"
    if not behind and _SAID_NEXT.search(between):
        return _OUT_OF_REACH
    bracketed = re.fullmatch(r"\s*(?:[(\[].*[)\]]|[–—-] .* [–—-])\s*", between)
    if CLAUSE_END.search(between) and not bracketed:
        return _OUT_OF_REACH
    if not behind and (_does_next(between, language) or (fate.side == "free" and _opens_with_and(between, language))):
        return _OUT_OF_REACH
    plain = re.sub(r",[^,]*,", " ", between) if behind else between
    if behind:
        plain = _without_middle_field(sentence[: victims.start], plain, language)
    return len(WORD.findall(plain)) + 2 * plain.count(",") + (0 if victims.counted else 0.5)


def _without_middle_field(before: str, between: str, language: str) -> str:
    """The words outside the bracket of an auxiliary and its participle: "acht Menschen | wurden … getötet"."""
    opening = casualty_words(language, "bracket")
    if (auxiliary := opening.search(between)) and "," not in between[auxiliary.end() :]:
        return between[: auxiliary.start()]
    opened = re.search(rf"{opening.pattern}\s+(?:[\w’'-]+\s+){{0,4}}$", before, re.IGNORECASE)
    return "" if opened and "," not in between else between


def _opens_with_and(between: str, language: str) -> bool:
    """Whether a new figure, with a fate of its own to come, begins after "and"."""
    return bool(re.match(rf"\s*{casualty_words(language, 'and').pattern}\s", between, re.IGNORECASE))


def _does_next(between: str, language: str) -> bool:
    """Whether another verb follows "and": the people behind it are its own ("killed the warden and led away 12")."""
    joint = casualty_words(language, "and").pattern
    follows = re.finditer(rf"(?<!^)\s{joint}\s+(?:[^\W\d_]+ly\s+|then\s+|also\s+)?([^\W\d_]+)", between, re.IGNORECASE)
    return primary(language) == "en" and any(is_past(match.group(1).lower()) for match in follows)


def _coordinated(
    sentence: str, language: str, fates: Sequence[Fate], people: Sequence[Victims], at: int, *, forward: bool
) -> set[int]:
    """The indices of the figure at `at` and of those that "and" joins to it under the same verb."""
    victims, used = people[at], {at}
    step = 1 if forward else -1
    following = at + step
    while 0 <= following < len(people):
        left, right = (victims, people[following]) if step > 0 else (people[following], victims)
        listed = step < 0 and len(used) > 1 and not _is_whole(sentence, language, left, right)
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


def _with_them(sentence: str, language: str, people: Sequence[Victims], fate: Fate) -> set[int]:
    """Who behind the verb suffered the same as those before it: "was shot dead, together with her bodyguard"."""
    following = next((n for n, victims in enumerate(people) if victims.start >= fate.end), None)
    if following is None:
        return set()
    first = people[following].start
    joint = casualty_words(language, "with_whom").search(sentence, fate.end, people[following].end)
    article = re.compile(rf"\s+(?:{casualty_words(language, 'one').pattern}\s+)?", re.IGNORECASE)
    ends = joint and article.fullmatch(sentence, joint.end(), first)
    return {following} if ends and not CLAUSE_END.search(sentence, fate.end, first) else set()


def _is_whole(sentence: str, language: str, left: Victims, right: Victims) -> bool:
    """Whether the figure before a list is that of it all: "nine people, four men and five women", "of the 30, two"."""
    out_of = re.search(rf"{casualty_words(language, 'out_of').pattern}\s+$", sentence[: left.start], re.IGNORECASE)
    return left.count.low == right.count.low or out_of is not None


def _joined(sentence: str, language: str, left: Victims, right: Victims, *, listed: bool = False) -> bool:
    """Whether only "and" stands between, or the comma of a list that ends in "and", and the noun of a number.

    `listed`: the right one is already the end of such a list.
    """
    noun = r"(?:\s+[\w’'-]+){0,3}?" if left.counted else _TOLD_OF_ONE
    and_, one = (casualty_words(language, name).pattern for name in ("and", "one"))
    joint = rf"{noun}\s+{and_}\s+(?:{one}\s+)?"
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


def _casualty(
    sentence: str, language: str, fate: Fate, victims: Victims, *, earlier: Sequence[Casualty] = ()
) -> Casualty:
    start, end = min(fate.start, victims.start), max(fate.end, victims.end)
    before, after = sentence[: victims.start], sentence[victims.end :]
    taken_up = casualty_words(language, "taken_up")
    known = bool(taken_up.match(victims.count.text) or taken_up.match(after.lstrip()))
    found = Casualty(fate.kind, victims.count, start, end, victims.counted, known=known)

    def stands_before(name: str, between: str = "") -> bool:
        return bool(re.search(rf"{casualty_words(language, name).pattern}\W*{between}$", before, re.IGNORECASE))

    def stands_after(name: str) -> bool:
        return bool(re.match(rf"\W*{casualty_words(language, name).pattern}", after, re.IGNORECASE))

    whole = sentence[victims.end : max(fate.start, victims.end)].isspace()  # "among the 11 killed"
    first = victims.start > fate.start and all(casualty.kind != fate.kind for casualty in earlier)
    told_as_share = (stands_before("part_before") and not whole) or (stands_after("part_after") and not first)
    if stands_after("among_after") or _is_share(fate, earlier, told_as_share, grave=stands_after("grave")):
        return replace(found, part=True)
    if stands_before("old_before", r"(?:[^\W\d_]+\s+and\s+)?") or _joins_old(sentence, language, victims, earlier):
        return replace(found, old=True)
    return replace(found, revised=stands_before("revised"))


def _joins_old(sentence: str, language: str, victims: Victims, earlier: Sequence[Casualty]) -> bool:
    """Whether the figure goes with a replaced one: "the first count was 24 dead and 28 wounded"."""
    joint = re.compile(rf"\s*{casualty_words(language, 'and').pattern}\s+", re.IGNORECASE)
    return any(c.old and joint.fullmatch(sentence, c.end, victims.start) for c in earlier)


def _is_share(fate: Fate, earlier: Sequence[Casualty], told_as_share: bool, *, grave: bool) -> bool:
    """Whether a figure is part of one of the same kind: "six dead, two of them children", "nine hurt, two seriously".

    "26 wounded, of whom four died" tells two figures, and "seriously hurt" by itself is no share of anything.
    """
    told = [casualty.kind for casualty in earlier if casualty.count.high != 0]
    if told_as_share:
        return fate.kind in told or not told
    return grave and fate.kind in told
