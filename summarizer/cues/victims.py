"""The people whom a sentence counts: "at least six", "a guard", "her husband and two sons"; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from summarizer.cues import states
from summarizer.cues.given_names import gender_of
from summarizer.cues.nouns import nouns
from summarizer.cues.vocabulary import names, pattern
from summarizer.cues.words import CALENDAR, word_classes
from summarizer.quantities import find_counts, find_numbers
from summarizer.schema import Count

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
CLAUSE_END = re.compile(r"[;:!?…]|[.](?=\s|$)|\s[–—-]\s")
FATES = ("killed", "injured", "missing", "captured", "displaced")
SIDES = ("both", "before", "after", "free")
_NAME = re.compile(
    r"(?<![\w’'-])[^\W\d_a-zß-öø-ÿа-яёіїєґ][\w’'-]+(?:\s+(?:(?:al|el)[-\s]|(?:bin|ben|ibn|ul|ur|de|del|di|da|dos|van|von)\s)?[^\W\d_a-zß-öø-ÿа-яёіїєґ][\w’'-]+)*"
)
_CLOCK = re.compile(r"\s+(?:in the (?:morning|afternoon|evening)|at night|o[’']clock)", re.IGNORECASE)
_NAMED_BY_NUMBER = re.compile(r"\b[A-Z][\w’'-]+\s[A-Z]$")  # "Quarter Four"
_JOINED = re.compile(r"-[^\W\d_]")  # "18-month-old", "ten-man": a quality and no count
_MONTH = re.compile(r"(?:January|March|April|May|June|July|August)\b(?!\s+[A-Z])")
_AGE_AFTER_NAME = re.compile(r",\s(?:1[0-9]|[2-9]\d?|1)(?=,\s|$|\s\()")
_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth".split()
_ASKED = 4  # characters of the word before a quantity that asks for it
_NOUN_WITHIN = 3  # words after a count among which its noun is looked for


@dataclass(frozen=True)
class Victims:
    """A count of people, or one person; offsets are into the sentence. `counted` when a number is written."""

    count: Count
    start: int
    end: int
    counted: bool


def casualty_words(language: str, name: str) -> re.Pattern[str]:
    """A list of the lexicon's section on casualties."""
    return pattern(language, "casualties", name)


def nth_victim(sentence: str, language: str) -> Iterator[Victims]:
    """How many have died once another has: "a third woman died in hospital" makes three."""
    nth = casualty_words(language, "nth_victim_died")
    for match in nth.finditer(sentence):
        numeral = match.group(match.lastindex or 0).lower()
        value = _ORDINALS.index(numeral) + 2
        yield Victims(Count(low=value, high=value, text=match.group()), *match.span(), counted=True)


def find_victims(sentence: str, language: str) -> list[Victims]:
    """The counts that are not of things or times, and single persons, left to right without overlaps."""
    found = [
        _risen(sentence, Victims(mention.count, mention.start, mention.end, counted=True), language)
        for mention in find_counts(sentence, language)
        if not (_counts_things(sentence[mention.end :], language) or _is_age(sentence, mention.start, language))
        and not _NAMED_BY_NUMBER.search(sentence[: mention.start + 1])
        and not casualty_words(language, "asked_before").search(sentence[: mention.start].rstrip()[-_ASKED:])
    ]
    found += [
        Victims(Count(low=2, high=2, text=match.group()), *match.span(), counted=True)
        for match in casualty_words(language, "both_of_two").finditer(sentence)
    ]
    singles = (
        *_one_of_many(sentence, language),
        *_single_persons(sentence, language),
        *_named_persons(sentence, language),
    )
    for match in (*singles, *_one_before_fate(sentence, language)):
        if _is_of_so_many(sentence, match, found, language):
            continue
        if not any(victims.start < match.end() and match.start() < victims.end for victims in found):
            number = 2 if casualty_words(language, "pair").search(match.group()) else 1
            count = Count(low=number, high=number, text=match.group())
            found.append(Victims(count, match.start(), match.end(), counted=False))
    found.sort(key=lambda victims: victims.start)
    found += _listed_roles(sentence, found, language)
    return _without_appositions(sentence, language, sorted(found, key=lambda victims: victims.start))


def _is_of_so_many(sentence: str, group: re.Match[str], counted: list[Victims], language: str) -> bool:
    """Whether it is the group whose number follows: the "a family" of "a family of four"."""
    of = re.compile(r"\s+of\s+").match(sentence, group.end())
    ends_so = re.search(rf"{casualty_words(language, 'group_of').pattern}$", group.group(), re.IGNORECASE)
    return of is not None and ends_so is not None and any(victims.start == of.end() for victims in counted)


def _listed_roles(sentence: str, people: list[Victims], language: str) -> list[Victims]:
    """Bare roles in a list of counts: the chairman of "two guards, chairman of the club and two other men"."""
    person, and_ = (casualty_words(language, name).pattern for name in ("person", "and"))
    role = re.compile(
        rf"(?:\s+[\w’'-]+){{1,3}},\s+((?:{person})\s+of\s+(?:(?!{and_}\s)[\w’'-]+\s+){{0,4}}?[\w’'-]+)\s+{and_}\s",
        re.IGNORECASE,
    )
    listed = (role.match(sentence, v.end) for v in people if v.counted and v.count.low != 1)
    return [
        Victims(Count(low=1, high=1, text=match.group(1)), *match.span(1), counted=False)
        for match in listed
        if match and not casualty_words(language, "plural").fullmatch(match.group(1).split()[0])
    ]


def _without_appositions(sentence: str, language: str, people: list[Victims]) -> list[Victims]:
    """The people without those who only tell who one of them is: "a bus driver, Marko Hane", "an aide to the mayor"."""
    whose = re.compile(rf"\s+(?:{casualty_words(language, 'whose').pattern})\s+", re.IGNORECASE)
    kept: list[Victims] = []
    for own in people:
        before = kept[-1] if kept else None
        alone = before is not None and not (before.counted or own.counted)
        if before and alone and whose.fullmatch(sentence, before.end, own.start):
            count = before.count.model_copy(update={"text": sentence[before.start : own.end]})
            kept[-1] = replace(before, count=count, end=own.end)
        elif not (before and alone and _names(sentence, before, own)):
            kept.append(own)
    return kept


def _names(sentence: str, before: Victims, own: Victims) -> bool:
    """Whether it is the name of the one before it: "a bus driver, Marko Hane, 54, and"."""
    told = sentence[before.end - 1 : before.end].islower() and before.count.text.split()[-1].islower()
    return sentence[before.end : own.start] == ", " and told and own.count.text[:1].isupper()


def together(sentence: str, left: Victims, right: Victims) -> Victims:
    """Two counts that one verb takes: "two soldiers and a civilian" is three."""

    def add(a: int | None, b: int | None) -> int | None:
        return None if a is None or b is None else a + b

    low, high = add(left.count.low, right.count.low), add(left.count.high, right.count.high)
    count = Count(low=low, high=high, text=sentence[left.start : right.end])
    return Victims(count, left.start, right.end, left.counted or right.counted)


def is_attacker(sentence: str, victims: Victims, language: str) -> bool:
    """Whether the people are the attackers themselves: "the gunman", "three assailants"."""
    attacker = casualty_words(language, "attacker")
    noun = re.sub(
        rf"^\s*{casualty_words(language, 'out_of').pattern}\s+", "", sentence[victims.end :], flags=re.IGNORECASE
    )
    counted = victims.counted and attacker.match(noun.lstrip())
    return bool(attacker.search(sentence[victims.start : victims.end]) or counted)


@cache
def fate_words(language: str) -> str:
    """Every word of death and injury of the language, as an expression."""
    return "|".join(casualty_words(language, f"{fate}_{side}").pattern for fate in FATES[:2] for side in SIDES)


def _risen(sentence: str, victims: Victims, language: str) -> Victims:
    """Of "rose from 27 to 31", which reads like a range, or "зросла до 31", like a bound, the figure it rose to."""
    rises = rf"{casualty_words(language, 'rises').pattern}\s+$"
    numbers = find_numbers(sentence[victims.start : victims.end], language)
    bound = bool(numbers) and victims.count.low is None
    if not (len(numbers) > 1 or bound) or not re.search(rises, sentence[: victims.start], re.IGNORECASE):
        return victims
    start, value = victims.start + numbers[-1].start, int(numbers[-1].value)
    return Victims(Count(low=value, high=value, text=sentence[start : victims.end]), start, victims.end, counted=True)


def _counts_things(after: str, language: str) -> bool:
    """Whether the noun that follows a count is a thing, a measure or a span of time."""
    things, persons = casualty_words(language, "thing"), casualty_words(language, "person")
    if _CLOCK.match(after) or _JOINED.match(after):
        return True
    near = CLAUSE_END.split(after, maxsplit=1)[0]
    for word in list(WORD.finditer(near))[:_NOUN_WITHIN]:
        if re.search(r"[,(]", near[: word.start()]):
            return False
        if things.match(near, word.start()) and not persons.match(near, word.start()):
            return True
        is_person = persons.fullmatch(near, word.start(), word.end())
        if is_person or casualty_words(language, "noun_over").fullmatch(word.group()):
            return False
    return False


def _is_age(sentence: str, start: int, language: str) -> bool:
    """Whether the figure is the 70 of "a man of 70", the 40 of "in her 40s" or the 41 of "Marta Olsen, 41,"."""
    person, before = (casualty_words(language, name).pattern for name in ("person", "age_before"))
    and_ = casualty_words(language, "and").pattern
    listed = rf"(?:\w+(?:,\s+\w+)*\s+{and_}\s+|(?:\w+,\s+)+)?"  # "aged 11 and six", "who were 14, 12 and seven"
    told = rf"(?:(?!{casualty_words(language, 'group_of').pattern}){person}\s+of|{before}\s+{listed}|{before})\s*$"
    return bool(re.search(told, sentence[:start], re.IGNORECASE) or _AGE_AFTER_NAME.match(sentence, max(start - 2, 0)))


def _single_persons(sentence: str, language: str) -> Iterator[re.Match[str]]:
    """One person with an article or a possessive, three words at most between: "a 61-year-old tram driver"."""
    persons = _a_person(language)
    noun = persons
    # Languages without articles have no such list: there a bare singular noun is one person.
    if names(language, "casualties", "one"):
        article, joint = casualty_words(language, "one").pattern, casualty_words(language, "and").pattern
        barred = f"{article}|{joint}|{fate_words(language)}"
        noun = rf"{article}\s+(?:(?!{barred})[\w’'-]+\s+){{0,3}}?{persons}(?:\s+{persons})?(?!\w|['’]s)"
    for match in re.finditer(noun, sentence, re.IGNORECASE):
        plural = casualty_words(language, "plural").search(match.group())
        if not plural and not casualty_words(language, "body_after").match(sentence[match.end() :].lstrip()):
            yield match


@cache
def _a_person(language: str) -> str:
    """An expression for the nouns for one person, those of actors included."""
    persons = casualty_words(language, "person").pattern
    if not names(language, "casualties", "one"):
        return persons
    classes = nouns(language).classes
    known = sorted(classes["person"] | classes["female"] | classes["male"])
    return f"(?:{persons}|(?:{'|'.join(map(re.escape, known))})(?![\\w-]))" if known else persons


def _one_of_many(sentence: str, language: str) -> Iterator[re.Match[str]]:
    """One of people told of before: "one of the boys", the "he" of "he died in hospital"."""
    yield from casualty_words(language, "one_of_many").finditer(sentence)
    yield from casualty_words(language, "survivor_no_more").finditer(sentence)


def _capitals(sentence: str, language: str) -> Iterator[re.Match[str]]:
    """Runs of capitals without what opens the sentence before them: of "In February Jordan Sykes" the name."""
    opening = word_classes(language).function_words
    for match in _NAME.finditer(sentence):
        words = list(re.finditer(r"\S+", match.group()))
        first = next((n for n, word in enumerate(words) if word.group().casefold() not in opening), len(words))
        if 0 < first < len(words) - 1 and words[first].group() in CALENDAR:
            first += 1
        name = _NAME.match(sentence, match.start() + words[first].start()) if first < len(words) else None
        if name:
            yield name


def _named_persons(sentence: str, language: str) -> Iterator[re.Match[str]]:
    """A person's name that is neither a speaker nor followed by a noun: "Olena Marchuk and", "killed Dao Menka"."""
    said, noun = (casualty_words(language, name).pattern for name in ("said_by", "person"))
    apart = re.compile(rf"(?!['’]s?\b)(?!\s+{noun})(?!,?\s+{said})", re.IGNORECASE)
    for match in _capitals(sentence, language):
        linked = re.match(r"\w+-[^\W\d_]*[a-z]+ed\b", match.group())  # "Amal-linked Scouts"
        if _MONTH.match(match.group()):
            continue
        aged = _AGE_AFTER_NAME.match(sentence, match.end())  # "Jordan Sykes, 17, was"
        told = aged or gender_of(match.group()) or _is_harmed(sentence, match, language)
        placed = re.search(
            rf"{casualty_words(language, 'at_place').pattern}\s$", sentence[: match.start()], re.IGNORECASE
        )
        if not linked and told and not placed and apart.match(sentence, match.end()):
            yield match


def _is_harmed(sentence: str, name: re.Match[str], language: str) -> bool:
    """Whether a full name, and no people's, stands behind a verb of harm: "killed rebel leader Dao Menka"."""
    words = name.group().split()
    people = states.demonym_of(words[0]) or states.state_of(name.group())
    harm = casualty_words(language, "killed_both").pattern + "|" + casualty_words(language, "injured_both").pattern
    person, and_ = (casualty_words(language, name).pattern for name in ("person", "and"))
    role = rf"(?:(?:(?!{and_}\b)[^\W\d][\w’'-]*\s+){{0,4}}(?:{person})\s+)?"
    before = re.search(rf"(?:{harm})\s+{role}$", sentence[: name.start()], re.IGNORECASE)
    return len(words) > 1 and not people and before is not None


def _one_before_fate(sentence: str, language: str) -> Iterator[re.Match[str]]:
    """An indefinite article right before a noun of fate: the "einen" of "einen Toten"."""
    article = casualty_words(language, "a").pattern
    return re.finditer(rf"{article}(?=\s+(?:{fate_words(language)}))", sentence, re.IGNORECASE)
