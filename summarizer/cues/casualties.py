"""Figures of killed, injured, missing, captured and displaced people in one sentence; pure.

A figure is a count of the sentence ("at least six", "dozens") or one person ("a guard", "the driver") bound to the
nearest word that tells a fate, on the side where the word's grammar puts its people: "six dead", "killing six".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, NamedTuple, cast

from summarizer.cues.vocabulary import names, pattern, primary
from summarizer.quantities import find_counts
from summarizer.schema import Count, FigureKind

_KINDS: tuple[FigureKind, ...] = ("killed", "injured", "missing", "captured", "displaced")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_BREAK = re.compile(r"[;:!?…]|[.](?=\s|$)|\s[–—-]\s")
_CLOCK = re.compile(r"\s+(?:in the (?:morning|afternoon|evening)|at night|o[’']clock)", re.IGNORECASE)
_FARTHEST: dict[str, int] = {"before": 11, "after": 9, "free": 9}


@dataclass(frozen=True)
class Casualty:
    """A figure of one kind of victim. `start` and `end` bound the figure and the word of fate within the sentence.

    `part` marks a share of a larger figure ("including two children"), `old` one that the sentence itself replaces
    ("up from four"), `revised` one that replaces ("rose to 19").
    """

    kind: FigureKind
    count: Count
    start: int
    end: int
    part: bool = False
    old: bool = False
    revised: bool = False


Side = Literal["before", "after", "free"]


class _Fate(NamedTuple):
    kind: FigureKind
    side: Side
    start: int
    end: int


class _People(NamedTuple):
    count: Count
    start: int
    end: int
    numbered: bool


def find_casualties(sentence: str, language: str = "en") -> list[Casualty]:
    """Every figure of victims in `sentence`, left to right; offsets are into it. Attackers' own losses are left out.

    Two coordinated figures of one verb are added ("two soldiers and a civilian" is three); shares and replaced figures
    are kept and marked.
    """
    language = primary(language)
    found = list(_none(sentence, language))
    people = _people(sentence, language)
    fates = _fates(sentence, language, people)
    found += _tolls(sentence, language, people)
    people = [some for some in people if not any(c.start <= some.start < c.end for c in found)]
    if fates:
        found += [_casualty(sentence, language, fate, some) for fate, some in _bind(sentence, language, fates, people)]
        found += _elliptical(sentence, language, found, people)
    return sorted(found, key=lambda casualty: casualty.start)


def _elliptical(sentence: str, language: str, found: list[Casualty], people: list[_People]) -> Iterator[Casualty]:
    """A second source's figure that leaves the fate out: "one dead, the army says; eight, according to a nurse"."""
    said = _list(language, "said_by").pattern
    for some in people:
        earlier = [casualty for casualty in found if casualty.end <= some.start]
        opens = re.search(r"[;:]\s*(?:\w+\s+)?$", sentence[: some.start])
        if some.numbered and earlier and opens and re.match(rf"\s*,\s*(?:{said})", sentence[some.end :], re.IGNORECASE):
            yield Casualty(earlier[-1].kind, some.count, some.start, some.end)


def _list(language: str, name: str) -> re.Pattern[str]:
    return pattern(language, "casualties", name)


def _none(sentence: str, language: str) -> Iterator[Casualty]:
    """Nobody harmed: "without loss of life", "no one was hurt"."""
    for kind in ("killed", "injured"):
        for match in _list(language, f"none_{kind}").finditer(sentence):
            yield Casualty(cast(FigureKind, kind), Count(low=0, high=0, text=match.group()), match.start(), match.end())


def _tolls(sentence: str, language: str, people: list[_People]) -> Iterator[Casualty]:
    """A toll and the figure that it stands at, however far behind in its part of the sentence."""
    reached = rf"(?:^|\W)(?:{_list(language, 'toll_at').pattern})\W+(?:now\s+)?$"
    for kind in ("killed", "injured"):
        for noun in _list(language, f"{kind}_toll").finditer(sentence):
            stop = re.compile(r"[;!?](?:\s|$)").search(sentence, noun.end())
            end = stop.start() if stop else len(sentence)
            for some in people:
                if not (noun.end() <= some.start < end and some.numbered):
                    continue
                casualty = _casualty(sentence, language, _Fate(cast(FigureKind, kind), "after", *noun.span()), some)
                if not casualty.old and re.search(reached, sentence[noun.end() - 1 : some.start], re.IGNORECASE):
                    yield casualty
                    break


def _fates(sentence: str, language: str, people: list[_People]) -> list[_Fate]:
    """The words of fate, longest reading first, without overlaps, each with the side on which its people stand."""
    found: list[_Fate] = []
    for kind in _KINDS:
        for side in ("both", "before", "after", "free"):
            for match in _list(language, f"{kind}_{side}").finditer(sentence):
                turned = _side(sentence, match, language, people) if side == "both" else cast(Side, side)
                found.append(_Fate(kind, turned, match.start(), match.end()))
    found.sort(key=lambda fate: (fate.start - fate.end, fate.start))
    kept: list[_Fate] = []
    for fate in found:
        if not any(fate.start < other.end and other.start < fate.end for other in kept):
            kept.append(fate)
    return sorted(kept, key=lambda fate: fate.start)


def _side(sentence: str, match: re.Match[str], language: str, people: list[_People]) -> Side:
    """Where the people of a participle stand: before it in the passive, after it as its object."""
    before, after = sentence[: match.start()], sentence[match.end() :]
    if re.search(rf"(?:{_list(language, 'passive').pattern})\s+(?:[^\W\d_]+ly\s+)?$", before, re.IGNORECASE):
        return "before"
    if any(0 <= some.start - match.end() <= 2 for some in people):
        return "after"
    if re.match(r"\s*(?:$|[,.;:()–—]|(?:and|or|in|by|when|as|on|at|after|during|while|since|overnight|near|from|inside)\b)", after, re.IGNORECASE):
        return "before"
    return "after"


def _people(sentence: str, language: str) -> list[_People]:
    """The counts that may count people, and single persons ("a guard", "her husband")."""
    things, persons = _list(language, "thing"), _list(language, "person")
    found = []
    for mention in find_counts(sentence, language):
        if not (_counts_things(sentence[mention.end :], things, persons) or _is_age(sentence, mention.start, persons)):
            found.append(_People(mention.count, mention.start, mention.end, True))
    for match in _single(sentence, language):
        if not any(p.start < match.end() and match.start() < p.end for p in found):
            found.append(_People(Count(low=1, high=1, text=match.group()), match.start(), match.end(), False))
    for match in _one_dead(sentence, language):
        if not any(p.start < match.end() and match.start() < p.end for p in found):
            found.append(_People(Count(low=1, high=1, text=match.group()), match.start(), match.end(), False))
    return sorted(found, key=lambda some: some.start)


def _one_dead(sentence: str, language: str) -> Iterator[re.Match[str]]:
    """An indefinite article right before a noun of fate: the "einen" of "einen Toten"."""
    return re.finditer(rf"(?:{_list(language, 'a').pattern})(?=\s+(?:{_fate_words(language)}))", sentence, re.IGNORECASE)


def _counts_things(after: str, things: re.Pattern[str], persons: re.Pattern[str]) -> bool:
    """Whether the noun that follows a count is a thing, a measure or a span of time."""
    near = _BREAK.split(after, maxsplit=1)[0]
    if _CLOCK.match(after):
        return True
    words = [m for m in _WORD.finditer(near)][:3]
    for word in words:
        if re.search(r"[,(]", near[: word.start()]):
            return False
        if things.match(near, word.start()) and not persons.match(near, word.start()):
            return True
        if persons.fullmatch(near, word.start(), word.end()) or word.group().lower() in ("of", "and", "were", "was", "had", "have"):
            return False
    return False


def _is_age(sentence: str, start: int, persons: re.Pattern[str]) -> bool:
    """Whether the figure is the 70 of "a man of 70"."""
    return bool(re.search(rf"(?:{persons.pattern})\s+of\s+$", sentence[:start], re.IGNORECASE))


def _single(sentence: str, language: str) -> Iterator[re.Match[str]]:
    """One person with an article or a possessive, three adjectives at most between: "a 61-year-old tram driver"."""
    article, persons = _list(language, "one").pattern, _list(language, "person").pattern
    barred = f"{article}|{_list(language, 'and').pattern}|{_fate_words(language)}"
    # Languages without articles have no such list: there a bare singular noun is one person.
    noun = rf"(?:{article})\s+(?:(?!{barred})[\w’'-]+\s+){{0,3}}?(?:{persons})(?!\w|['’]s)"
    if not names(language, "casualties", "one"):
        noun = persons
    for match in re.finditer(noun, sentence, re.IGNORECASE):
        if not _list(language, "plural").search(match.group()):
            yield match


@cache
def _fate_words(language: str) -> str:
    return "|".join(_list(language, f"{kind}_{side}").pattern for kind in ("killed", "injured") for side in ("both", "before", "after", "free"))


def _bind(sentence: str, language: str, fates: list[_Fate], people: list[_People]) -> Iterator[tuple[_Fate, _People]]:
    """Each fate with the figure nearest to it on its side; a figure serves one fate."""
    taken: set[int] = set()
    for index, fate in enumerate(fates):
        if _joined_alternatives(sentence, fates, index):
            continue
        fits = [
            (_distance(sentence, language, fate, some, fates) + (0 if some.numbered else 0.5), n)
            for n, some in enumerate(people)
            if n not in taken
        ]
        cost, best = min(fits, default=(99.0, -1))
        if cost > _FARTHEST[fate.side]:
            continue
        taken.add(best)
        some = people[best]
        if _is_attacker(sentence, some, language):
            continue
        some, used = _coordinated(sentence, language, fate, people, best)
        taken.update(used)
        yield fate, some


def _joined_alternatives(sentence: str, fates: list[_Fate], index: int) -> bool:
    """ "killed or wounded 30" gives neither figure."""
    neighbours = [fates[i] for i in (index - 1, index + 1) if 0 <= i < len(fates)]
    return any(
        re.fullmatch(r"\s*(?:and/or|or|oder|ou|o|або|чи|или)\s*", sentence[min(f.end, fates[index].end) : max(f.start, fates[index].start)])
        for f in neighbours
    )


def _distance(sentence: str, language: str, fate: _Fate, some: _People, fates: list[_Fate]) -> float:
    """Words between a fate and a figure on its side; beyond reach across another fate or the end of a clause."""
    behind = fate.side == "before" or (fate.side == "free" and some.end <= fate.start)
    first, last = (some.end, fate.start) if behind else (fate.end, some.start)
    if first > last:
        return 99
    between = sentence[first:last]
    if any(other.start >= first and other.end <= last for other in fates if other is not fate):
        return 99
    if _BREAK.search(between) and not _parenthesis(between):
        return 99
    aside = re.sub(r",[^,]*,", " ", between) if behind else between
    return len(_WORD.findall(aside)) + 2 * aside.count(",")


def _parenthesis(between: str) -> bool:
    """Whether the text between opens with a bracket or a dash that it closes again."""
    return bool(re.fullmatch(r"\s*(?:[(\[].*[)\]]|[–—-] .* [–—-])\s*", between))


def _is_attacker(sentence: str, some: _People, language: str) -> bool:
    attacker = _list(language, "attacker")
    near = " ".join(_WORD.findall(sentence[some.start : some.end + 30])[:4])
    return bool(attacker.search(sentence[some.start : some.end]) or (some.numbered and attacker.match(near)))


def _coordinated(
    sentence: str, language: str, fate: _Fate, people: list[_People], at: int
) -> tuple[_People, set[int]]:
    """The figure at index `at` with those that "and" joins to it under the same verb: "two soldiers and a civilian"."""
    some, used = people[at], {at}
    step = 1 if some.start >= fate.end else -1
    joint = _list(language, "and").pattern
    gap = rf"\s+(?:[\w’'-]+\s+){{0,3}}?(?:{joint})\s+" if some.numbered else rf"\s+(?:{joint})\s+"
    nxt = at + step
    while 0 <= nxt < len(people):
        left, right = (some, people[nxt]) if step > 0 else (people[nxt], some)
        between = sentence[left.end : right.start]
        plain = re.fullmatch(gap if left.numbered else rf"\s+(?:{joint})\s+", between, re.IGNORECASE)
        if not plain or any(left.end <= c.start < right.start for c in _fates(sentence, language, people)):
            break
        if step > 0 and _belongs_to_next(sentence, language, people[nxt]):
            break
        some = _sum(sentence, left, right)
        used.add(nxt)
        nxt += step
    return some, used


def _belongs_to_next(sentence: str, language: str, some: _People) -> bool:
    """Whether a fate of its own follows the figure: the "two passengers" of "… and two passengers were hurt"."""
    rest = sentence[some.end :]
    for fate in _fates(rest, language, []):
        if fate.side == "before" and len(_WORD.findall(rest[: fate.start])) <= 5 and not re.search(r"[,;:]", rest[: fate.start]):
            return True
    return False


def _sum(sentence: str, left: _People, right: _People) -> _People:
    def add(a: int | None, b: int | None) -> int | None:
        return None if a is None or b is None else a + b

    text = sentence[left.start : right.end]
    count = Count(low=add(left.count.low, right.count.low), high=add(left.count.high, right.count.high), text=text)
    return _People(count, left.start, right.end, left.numbered or right.numbered)


def _casualty(sentence: str, language: str, fate: _Fate, some: _People) -> Casualty:
    start, end = min(fate.start, some.start), max(fate.end, some.end)
    before, after = sentence[: some.start], sentence[some.end :]
    found = Casualty(fate.kind, some.count, start, end)
    if re.search(rf"(?:{_list(language, 'part_before').pattern})\W*$", before, re.IGNORECASE) or re.match(
        rf"\W*(?:{_list(language, 'part_after').pattern})", after, re.IGNORECASE
    ):
        return replace(found, part=True)
    if re.search(rf"(?:{_list(language, 'old_before').pattern})\W*(?:[^\W\d_]+\s+and\s+)?$", before, re.IGNORECASE):
        return replace(found, old=True)
    if re.search(rf"(?:{_list(language, 'revised').pattern})\W*$", before, re.IGNORECASE):
        return replace(found, revised=True)
    return found
