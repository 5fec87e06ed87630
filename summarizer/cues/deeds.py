"""Who does violence to whom in a clause: the subject of its verb or the agent behind "by", and its object; pure.

"A driver ploughed into a queue and then got out and stabbed a soldier": both verbs have the driver as their subject.
"She was shot in her car, with her bodyguard, by two men": the doers stand behind "by". A participle without its object
("the people killed in the raid") tells what was done to its noun, which is no subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from summarizer.cues import states
from summarizer.cues.clauses import Span
from summarizer.cues.doer_phrases import may_do
from summarizer.cues.lines import Line, lines_of
from summarizer.cues.phrase_ends import base_start
from summarizer.cues.phrases import Phrase, phrase_from
from summarizer.cues.subjects import over_adverbs, subject_before
from summarizer.cues.triggers import attack_words, names_means
from summarizer.document import Document

_LISTS = ("does_to", "sends_arms", "acts_violently")
_BE = frozenset("was were been being be is are got".split())
_PARTING = frozenset(";:")
_OPENS_A_SUBORDINATE = frozenset("subordinator relative".split())
_BEFORE_A_CLAUSE = frozenset("after before until since as when while where".split())
_TO_AGENT = 16
"""Words between a participle and its agent: "was shot in her car, together with her bodyguard, by two men"."""
_OBJECT_LENGTH = 6
_DISGUISED = frozenset("posing disguised dressed masquerading".split())
_AUXILIARIES = 3
"""Words before a participle among which stands whatever qualifies it: "was allegedly shot by"."""
_THIRD_PERSONS = frozenset("he she they".split())
_OWNED_BY = frozenset("its their".split())
_OBJECT_TAGS = frozenset("determiner number name word pronoun".split())
_TIMES = frozenset("noon midnight dawn dusk night morning afternoon evening day week month year time".split())
_TELLS_WHOSE = frozenset("of from".split())
_YEAR = re.compile(r"(?:19|20)\d\d")


class Deed(NamedTuple):
    """A verb of violence with its doer and, where one follows, its object; `suspected`: told of a suspected doer."""

    verb: Span
    doer: Phrase
    harmed: Phrase | None
    suspected: bool


@lru_cache(maxsize=8)
def deeds_of(document: Document) -> tuple[tuple[Deed, ...], ...]:
    """The deeds of each sentence whose clause tells who did them."""
    return tuple(tuple(_deeds(line)) for line in lines_of(document))


def _deeds(line: Line) -> Iterator[Deed]:
    verbs = dict(_verbs(line))
    for at, last in sorted(verbs.items()):
        passive = _is_passive(line, at, last)
        phrase = _agent(line, last) if passive else _subject(line, at, frozenset(verbs))
        if phrase is None or not may_do(line, phrase) or (not passive and _is_open(line, phrase, at)):
            continue
        if not passive and _is_former(line, phrase, at):
            continue
        harmed = None if passive else _object(line, last + 1)
        yield Deed(Span(*line.span(at, last)), phrase, harmed, _is_suspected(line, phrase, at))


def _is_suspected(line: Line, doer: Phrase, verb: int) -> bool:
    """Whether the doer is called suspected, or is said to have done it "allegedly"."""
    if attack_words(line.document.language, "suspected").match(line.quote(doer.first, doer.last)):
        return True
    allegedly = attack_words(line.document.language, "allegedly")
    beside = range(doer.last + 1 if doer.last < verb else verb - _AUXILIARIES, verb)
    return any(allegedly.fullmatch(line.lower(i)) for i in beside)


def _is_former(line: Line, subject: Phrase, verb: int) -> bool:
    """Whether it is what had happened before at a place: "in Oskel, where the army had shelled the rebels"."""
    return line.lower(subject.first - 1) == "where" and any(line.lower(i) == "had" for i in range(subject.last, verb))


def _verbs(line: Line) -> Iterator[tuple[int, int]]:
    """The first and the last word of each verb of violence that its own words make a deed."""
    language, start, end = line.document.language, line.sentence.start, line.sentence.end
    for name in _LISTS:
        for match in attack_words(language, name).finditer(line.text, start, end):
            at, last = line.position(match.start()), line.position(match.end()) - 1
            if at > last or line.quoted[at] or line.tag(at - 1) in ("determiner", "possessive"):
                continue
            if (
                name == "acts_violently"
                or _is_passive(line, at, last)
                or _takes(line, last + 1, arms=name == "sends_arms")
            ):
                yield at, last


def _takes(line: Line, at: int, *, arms: bool) -> bool:
    """Whether an object follows a transitive verb; one for arms only where it is some."""
    if line.tag(at) not in _OBJECT_TAGS or (line.tag(at) == "pronoun" and line.lower(at) in _THIRD_PERSONS):
        return False
    if not arms:
        return not (line.tag(at) == "word" and line.is_finite(at))
    ahead = line.quote(at, min(at + _OBJECT_LENGTH, len(line.words) - 1))
    return names_means(line.document.language, ahead)


def _is_passive(line: Line, at: int, last: int) -> bool:
    """Whether it is told of whom it was done to: behind a form of "to be", or a bare participle before "by"."""
    before = _over_adverbs_only(line, at - 1)
    if line.lower(before) in _BE:
        return True
    return line.lower(last + 1) == "by"


def _over_adverbs_only(line: Line, last: int) -> int:
    """The last word up to `last` that is no adverb."""
    while last >= 0 and line.tag(last) in ("adverb", "negation"):
        last -= 1
    return last


def _agent(line: Line, last: int) -> Phrase | None:
    """Whoever stands behind the first "by" after a participle, unless a new clause begins before it."""
    for at in range(last + 1, min(last + _TO_AGENT, len(line.words) - 1)):
        if line.lower(at) in _PARTING or (line.is_finite(at) and line.tag(at) != "word"):
            return None
        if line.lower(at) == "by" and line.tag(at + 1) != "calendar":
            phrase = phrase_from(line, at + 1)
            if phrase and may_do(line, phrase):
                return phrase
    return None


def _object(line: Line, at: int) -> Phrase | None:
    return phrase_from(line, at) if at < len(line.words) else None


def _subject(line: Line, verb: int, violent: frozenset[int]) -> Phrase | None:
    """The subject of an active verb: left of it, or of the verb that "and" or a comma joins it to."""
    last = over_adverbs(line, verb - 1)
    if line.tag(last) == "conjunction":
        return _shared(line, last, violent)
    if line.lower(last) == ",":
        return _shared(line, last, violent, lists=_lists_predicates(line, last)) or _own(line, verb)
    return _own(line, verb)


def _own(line: Line, verb: int) -> Phrase | None:
    """The subject right before a verb; of a relative clause the nearest noun that can be one."""
    last = over_adverbs(line, verb - 1)
    if line.tag(last) == "relative" and line.tag(last - 1) in ("word", "name"):
        nearest = Phrase(base_start(line, last - 1), last - 1, last - 1)
        if may_do(line, nearest):
            return _behind_time(line, nearest)
    if line.lower(last) == "which" and _is_told_as_place(line, last - 1):
        return None  # "a raid in the capital, Osk, which killed nine"
    if owner := _owner(line, last):
        return owner
    phrase = subject_before(line, verb)
    phrase = _behind_source(line, phrase) if phrase else None
    if phrase is None or any(line.tag(i) == "verb" for i in range(phrase.last + 1, verb)):
        return None  # "the spokesman, Ana Ruiz, said a team, on Sunday, stormed"
    if line.lower(phrase.first - 1) == "as" and line.lower(phrase.first - 2) in _DISGUISED:
        phrase = subject_before(line, phrase.first - 2)  # "men posing as | soldiers"
        return phrase if phrase and _is_subject(line, phrase) else None
    return _behind_time(line, phrase) if _is_subject(line, phrase) else None


def _is_told_as_place(line: Line, last: int) -> bool:
    """Whether what stands before "which" is a seat of government, or a place that a preposition leads to."""
    last -= line.lower(last) == ","
    name = line.name_at(last)
    if name is None:
        return False
    before = line.position(name.start) - 1
    return states.is_seat(name.form) or (line.tag(before) == "preposition" and line.lower(before) not in _TELLS_WHOSE)


def _behind_source(line: Line, phrase: Phrase) -> Phrase:
    """The subject behind a source without a comma: "according to the air force | Russia sent drones"."""
    sourced = "according" in (line.lower(phrase.first), line.lower(phrase.first - 2))
    first = line.first_of_name(phrase.last)
    named = line.tag(phrase.last) == "name" and first > phrase.first
    return Phrase(first, phrase.last, phrase.last) if sourced and named else phrase


def _owner(line: Line, last: int) -> Phrase | None:
    """The "its" of "its aircraft" and "30 of its men", whose owner did it."""
    first = base_start(line, last) if line.tag(last) == "word" else last
    own = attack_words(line.document.language, "ones_own")
    return Phrase(first, first, first) if line.lower(first) in _OWNED_BY and own.fullmatch(line.lower(last)) else None


def _behind_time(line: Line, phrase: Phrase) -> Phrase:
    """The phrase behind the time that opens its clause: "On Tuesday night | men", "In May 2024 | gunmen"."""
    first = phrase.first
    while first < phrase.head and (line.lower(first) in _TIMES or _YEAR.fullmatch(line.lower(first))):
        first += 1
    return replace(phrase, first=first)


def _is_subject(line: Line, phrase: Phrase) -> bool:
    """Whether no preposition governs the phrase, other than one that opens a clause."""
    before = phrase.first - 1
    return line.tag(before) != "preposition" or line.lower(before) in _BEFORE_A_CLAUSE


def _lists_predicates(line: Line, comma: int) -> bool:
    """Whether what stands before the comma is a predicate and no parenthesis: "fell on a truck, killed"."""
    opening = next((i for i in range(comma - 1, -1, -1) if line.lower(i) in (",", *_PARTING)), -1)
    first = _over_adverbs_forward(line, opening + 1)
    if line.tag(first) == "relative" or line.lower(first) in ("whose", "who", "which"):
        return False
    region = range(first, comma)
    return any(line.is_finite(i) and not line.quoted[i] for i in region)


def _over_adverbs_forward(line: Line, at: int) -> int:
    """The first word from `at` on that is no adverb and no conjunction."""
    while at < len(line.words) and line.tag(at) in ("adverb", "conjunction"):
        at += 1
    return at


def _shared(line: Line, last: int, violent: frozenset[int], *, lists: bool = True) -> Phrase | None:
    """The subject of a verb before, of a violent one where there is one, else (`lists`) of the nearest main clause."""
    found: list[Phrase] = []
    for at in _finite_before(line, last):
        phrase = _subject(line, at, violent)
        able = phrase is not None and may_do(line, phrase)
        if at in violent and phrase is not None:
            return phrase if able else None
        if phrase is None or not able:
            continue
        if _opens_assertion(line, phrase) or (lists and not _is_parted(line, at, last)):
            return phrase
        before = phrase.first - 1
        if lists and line.tag(before) not in _OPENS_A_SUBORDINATE and line.lower(before) not in _BEFORE_A_CLAUSE:
            found.append(phrase)
    return found[0] if found else None


def _finite_before(line: Line, last: int) -> Iterator[int]:
    """The finite verbs before, the nearest first, but for those that lead to a clause with a subject of its own.

    "The group said a strike killed five, and wounded six": it was not the group.
    """
    for at in range(last - 1, 0, -1):
        if line.lower(at) in _PARTING:
            return
        if line.is_finite(at) and not line.quoted[at] and not _leads_to_clause(line, at):
            yield at


def _leads_to_clause(line: Line, at: int) -> bool:
    """Whether a verb is one of saying or has a clause as its object, which has a subject of its own."""
    leads = attack_words(line.document.language, "leads_to_clause").fullmatch(line.lower(at))
    return bool(leads) or line.lower(at + 1) == "that"


def _is_parted(line: Line, first: int, last: int) -> bool:
    """Whether a mark stands between: "when a gang entered the bar and | opened fire" is all one clause."""
    return any(line.tag(i) == "mark" for i in range(first, last))


def _opens_assertion(line: Line, subject: Phrase) -> bool:
    """Whether it is the subject of what is said, or whom a relative clause tells of: "said that gunmen who came"."""
    before = subject.first - 1
    return line.lower(before) == "that" and line.is_finite(before - 1)


def _is_open(line: Line, phrase: Phrase, verb: int) -> bool:
    """Whether it is asked, supposed or denied that they did it."""
    between = range(phrase.last + 1, verb)
    if any(line.tag(i) in ("modal", "negation") for i in between):
        return True
    return line.lower(phrase.first - 1) in ("if", "whether", "unless", "that")
