"""Figures of killed, injured, missing, captured and displaced people in one sentence; pure.

A figure is a count of people (`victims`) bound to the nearest word of fate on the side of its grammar: "six dead",
"killing six".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce

from summarizer.cues.companions import coordinated, whole_of, with_them
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
from summarizer.cues.vocabulary import pattern, primary
from summarizer.schema import Count, FigureKind

_REACH: dict[Side, int] = {"before": 11, "after": 9, "free": 9}
"""Words that may stand between a fate and its people."""

_LONG_REACH = 22
"""The same where the people's noun has a participle behind it: "ten men sent there to mend the lines were killed"."""

_AGENT = 3
"""Characters before people that may hold "by"."""

_OUT_OF_REACH = 99.0
_TO_MORE, _TO_PLACE = 8, 24
"""Characters behind a figure within which "more" or the place belongs to it."""
_AT_PLACE = re.compile(r"\b(?:in|at|near)\s+(?:the\s+)?[A-Z]")

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
    fates = [fate for fate in fates if not any(c.start <= fate.start <= c.end + 1 for c in found)]  # "at four dead"
    for fate, victims in _bind(sentence, language, fates, people):
        found.append(_casualty(sentence, language, fate, victims, earlier=found))
    found += _elliptical(sentence, language, found, people)
    found = _with_more(sentence, language, _without_names(sentence, language, found))
    if casualty_words(language, "never_before").match(sentence.lstrip()):
        found = [casualty for casualty in found if casualty.counted]
    return sorted(found, key=lambda casualty: casualty.start)


def _without_names(sentence: str, language: str, found: Sequence[Casualty]) -> list[Casualty]:
    """The figures, those who are only named marked as a share: "those killed were identified as a cook, Ana Ruiz"."""
    named = casualty_words(language, "identified").search(sentence)
    end = named.end() if named else len(sentence)
    return [replace(c, part=True) if not c.counted and c.end > end and c.start < end else c for c in found]


def _with_more(sentence: str, language: str, found: Sequence[Casualty]) -> list[Casualty]:
    """The figures, one that is told to come on top added to that before it: "seven died at once and three more later".

    Not where the second is told of another place.
    """
    more = casualty_words(language, "more")
    kept: list[Casualty] = []
    for casualty in sorted(found, key=lambda c: c.start):
        before = next((c for c in kept[::-1] if c.kind == casualty.kind and c.counted), None)
        added = more.search(sentence[casualty.start : casualty.end + _TO_MORE])
        sure = before and casualty.counted and not any(c.part or c.old or c.revised for c in (before, casualty))
        if before and sure and added and not _AT_PLACE.search(sentence[before.start : casualty.end + _TO_PLACE]):
            kept[kept.index(before)] = _added(sentence, before, casualty)
        else:
            kept.append(casualty)
    return kept


def _added(sentence: str, one: Casualty, more: Casualty) -> Casualty:
    lows, highs = (one.count.low, more.count.low), (one.count.high, more.count.high)
    at = sentence.index(more.count.text, one.end)
    text = sentence[sentence.index(one.count.text, one.start) : at + len(more.count.text)]
    low, high = (None if None in pair else sum(n for n in pair if n is not None) for pair in (lows, highs))
    return replace(one, count=Count(low=low, high=high, text=text), end=more.end)


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
        if distance > (_reach(sentence, language, fate, people[best]) if best >= 0 else 0):
            continue
        if (whole := whole_of(sentence, language, people, best)) is not None and whole not in taken:
            taken.add(best)
            best = whole
        used = coordinated(sentence, language, fates, people, best, forward=people[best].start >= fate.end)
        if people[best].end <= fate.start:
            used |= with_them(sentence, language, people, fate) - taken
        taken.update(used)
        harmed = [people[n] for n in sorted(used) if not is_attacker(sentence, people[n], language)]
        if harmed:
            yield fate, reduce(partial(together, sentence), harmed)


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
    between = _without_asides(sentence[first:last]) if behind else sentence[first:last]
    bracketed = re.fullmatch(r"\s*(?:[(\[].*[)\]]|[–—-] .* [–—-])\s*", between)
    if CLAUSE_END.search(between) and not bracketed:
        return _OUT_OF_REACH
    plain = re.sub(r",[^,]*,", " ", between) if behind else between
    if behind:
        # "was kicked by four youths and suffered a broken jaw", "a guard told the court the boys were killed"
        by = casualty_words(language, "agent_before").search(sentence[: victims.start].rstrip()[-_AGENT:])
        dead = not victims.counted and casualty_words(language, "dead_before").match(between.lstrip())
        parted = bool(by or dead) or _says(plain, language)  # "a wake for a commander who had died the day before"
        plain = _without_middle_field(sentence[: victims.start], plain, language)
    else:
        parted = _goes_on(between, language, fate)
    if parted:
        return _OUT_OF_REACH
    return len(WORD.findall(plain)) + 2 * plain.count(",") + (0 if victims.counted else 0.5)


def _without_middle_field(before: str, between: str, language: str) -> str:
    """The words outside the bracket of an auxiliary and its participle: "acht Menschen | wurden … getötet"."""
    opening = casualty_words(language, "bracket")
    if (auxiliary := opening.search(between)) and "," not in between[auxiliary.end() :]:
        return between[: auxiliary.start()]
    opened = re.search(rf"{opening.pattern}\s+(?:[\w’'-]+\s+){{0,4}}$", before, re.IGNORECASE)
    return "" if opened and "," not in between else between


def _goes_on(between: str, language: str, fate: Fate) -> bool:
    """Whether something else is told between a fate and people behind it, to whom it does not belong then."""
    if _SAID_NEXT.search(between) or _does_next(between, language):
        return True
    return fate.side == "free" and _opens_with_and(between, language)


def _without_asides(between: str) -> str:
    """The words between people and their fate without what dashes part: "nine men – two of them cooks – died"."""
    return re.sub(r"\s(?:[–—]|--?)\s[^–—]*\s(?:[–—]|--?)\s", " ", between)


def _says(between: str, language: str) -> bool:
    """Whether somebody is told to say something there, so that another subject stands before the fate."""
    said = casualty_words(language, "states_that")
    return bool(re.search(rf"\s{said.pattern}\s+[^\W\d_]", between, re.IGNORECASE))


def _reach(sentence: str, language: str, fate: Fate, victims: Victims) -> int:
    """How many words may stand between a fate and its people: more where all of them belong to the people's noun."""
    between = sentence[victims.end : fate.start]
    told = casualty_words(language, "finite")
    passive = re.compile(
        rf"(?P<noun>.*?)\s+(?:have been|had been|{casualty_words(language, 'passive').pattern})\s+", re.IGNORECASE
    )
    subject = passive.fullmatch(between) if victims.counted and victims.end < fate.start else None
    if subject is None or "," in between or told.search(subject["noun"]):
        return _REACH[fate.side]
    return _LONG_REACH


def _opens_with_and(between: str, language: str) -> bool:
    """Whether a new figure, with a fate of its own to come, begins after "and"."""
    return bool(re.match(rf"\s*{casualty_words(language, 'and').pattern}\s", between, re.IGNORECASE))


def _does_next(between: str, language: str) -> bool:
    """Whether another verb follows "and": the people behind it are its own ("killed the warden and led away 12")."""
    joint = casualty_words(language, "and").pattern
    follows = re.finditer(rf"(?<!^)\s{joint}\s+(?:[^\W\d_]+ly\s+|then\s+|also\s+)?([^\W\d_]+)", between, re.IGNORECASE)
    return primary(language) == "en" and any(is_past(match.group(1).lower()) for match in follows)


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

    between = sentence[victims.end : max(fate.start, victims.end)]
    among = rf"\s+{casualty_words(language, 'person').pattern}\s+" if before.endswith("among ") else r"\s+"
    whole = re.fullmatch(among, between, re.IGNORECASE) is not None  # "among the 11 killed", "among four men killed"
    first = victims.start > fate.start and all(casualty.kind != fate.kind for casualty in earlier)
    told_as_share = (stands_before("part_before") and not whole) or (stands_after("part_after") and not first)
    if (
        stands_after("among_after")
        or stands_after("of_those")
        or _in_another(sentence, language, fate, victims)
        or _is_share(fate, earlier, told_as_share, grave=stands_after("grave"))
    ):
        return replace(found, part=True)
    if stands_before("old_before", r"(?:[^\W\d_]+\s+and\s+)?") or _joins_old(sentence, language, victims, earlier):
        return replace(found, old=True)
    return replace(found, revised=stands_before("revised"))


def _in_another(sentence: str, language: str, fate: Fate, victims: Victims) -> bool:
    """Whether a mere participle tells what another attack did: "a van with two men wounded in the first raid"."""
    passive = casualty_words(language, "passive").search(sentence, victims.end, max(fate.start, victims.end))
    if " " in sentence[fate.start : fate.end]:
        return False
    other = pattern(language, "violence", "in_another").match(sentence[fate.end :].lstrip())
    return fate.start >= victims.end and not passive and other is not None


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
