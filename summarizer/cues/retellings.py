"""The tellings of one deadline brought together: repeated, moved to a newer date, or taken up without one; pure."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer import dates
from summarizer.cues.vocabulary import deadline_words, primary
from summarizer.document import Document, Sentence
from summarizer.schema import When

if TYPE_CHECKING:
    from summarizer.cues.limits import DeadlineCue

_CONTENT_WORD = re.compile(r"[^\W\d_]{5,}")
_STEM = 6
_REACH = 3
"""Sentences within which one telling may go on with another."""
_FORMER_REACH = 5
"""Sentences within which an "earlier deadline" is a former date of one told before."""

_CLEARLY_FULLER = 0.5
_WEEK = 7
_BOTH = 2


def tell(document: Document, told: list[DeadlineCue], cue: DeadlineCue) -> None:
    """Add the cue to those told before: as another telling, a former date, the newer date, or a deadline of its own."""
    for index in range(len(told) - 1, -1, -1):
        if joined := _joined(document, told[index], cue):
            told[index] = joined
            return
    told.append(cue)


def _joined(document: Document, earlier: DeadlineCue, cue: DeadlineCue) -> DeadlineCue | None:
    """Both as one, or None where they are two deadlines; two dates of one sentence are two unless they are equal."""
    if earlier.sentences[-1] == cue.sentences[0] and not _same_day(earlier, cue):
        return None
    if _retells(document, earlier, cue) and not _is_later_hour(document, earlier, cue):
        return _merged(earlier, cue)
    return _continued(document, earlier, cue) or _moved(document, earlier, cue)


def _continued(document: Document, earlier: DeadlineCue, cue: DeadlineCue) -> DeadlineCue | None:
    """Both as one where the next sentence goes on about it: "It had been due on Monday", "The court extended it"."""
    added = earlier.when is not None and _is_added_length(document, earlier.when)
    if not _adjacent(document, earlier, cue, across=added):
        return None
    if _says(document, cue, "was_first") or (added and _says(document, cue, "earlier_given")):
        return _with_former(earlier, cue)
    moved = _says(document, cue, "moves_it") and not cue.previously
    return _with_former(cue, earlier) if moved else None


def _moved(document: Document, earlier: DeadlineCue, cue: DeadlineCue) -> DeadlineCue | None:
    """Both as one where the words tell which is the former and which the newer date."""
    if not _near(document, earlier, cue):
        beside = _near(document, earlier, cue, _FORMER_REACH)
        former = beside and (_says(document, cue, "former_deadline") or _was_given_less(document, earlier, cue))
        return _with_former(earlier, cue) if former else None
    if (
        _is_replaced(document, cue)
        or _says(document, cue, "former_deadline")
        or _tells_former_day(document, earlier, cue)
        or _had_been_set(document, earlier, cue)
        or _was_given_less(document, earlier, cue)
    ):
        return _with_former(earlier, cue)
    newer = _says(document, cue, "new_deadline") or _is_later_hour(document, earlier, cue)
    if newer or _says(document, earlier, "former_deadline"):
        return _with_former(cue, earlier)
    return None


def _had_been_set(document: Document, earlier: DeadlineCue, cue: DeadlineCue) -> bool:
    """Whether it tells the day for which something was set that was put off to a later one, as told before."""
    put_off = any(_says(document, earlier, name) for name in ("extended", "moved"))
    days = [one.when.end for one in (cue, earlier) if one.when and one.when.end]
    return put_off and _says(document, cue, "had_been_set") and len(days) == 2 and days[0] < days[1]


def _was_given_less(document: Document, earlier: DeadlineCue, cue: DeadlineCue) -> bool:
    """Whether it tells what the same people had been given on a day before: "on Tuesday he gave Orlan three days"."""
    sentence, first = document.sentence(cue.sentences[0]), document.sentence(earlier.sentences[0])
    days = [one.when.end for one in (cue, earlier) if one.when and one.when.end]
    if sentence is None or first is None or cue.due is None or len(days) < _BOTH or days[0] >= days[1]:
        return False
    told = document.quote(sentence)
    given = deadline_words(document.language, "gave_to").search(told)
    whom = given.group().split()[-1] if given else ""
    started = cue.when is not None and cue.when.start is not None and cue.when.start < days[0]
    return started and whom[:1].isupper() and whom in document.quote(first)


def _is_replaced(document: Document, cue: DeadlineCue) -> bool:
    """Whether its own date is told to hold no longer, without the new one: "24 hours, but that has been extended"."""
    sentence = document.sentence(cue.sentences[0])
    if sentence is None or cue.due is None:
        return False
    behind = document.text[cue.due.end : sentence.end]
    told = deadline_words(document.language, "since_extended").search(behind)
    return bool(told and not dates.find(behind[told.end() :], document.language))


def _is_later_hour(document: Document, earlier: DeadlineCue, cue: DeadlineCue) -> bool:
    """Whether the next sentence tells another hour of the same day, which now holds: "by noon", "now until 2 p.m."."""
    return (
        _differ_in_hour(earlier, cue)
        and _same_day(earlier, cue)
        and _near(document, earlier, cue)
        and _says(document, cue, "fresh")
    )


def _differ_in_hour(one: DeadlineCue, other: DeadlineCue) -> bool:
    hours = {when.time for when in (one.when, other.when) if when and when.time}
    return len(hours) > 1 and len({hour.tzinfo is None for hour in hours}) == 1


def _retells(document: Document, earlier: DeadlineCue, cue: DeadlineCue) -> bool:
    """Whether both tell one deadline: the same day and something in common, or "the deadline" without a day."""
    if _name_one_limit(document, earlier, cue) or _is_week_apart(document, earlier, cue):
        return True
    if cue.when is None:
        return _says(document, cue, "anaphora") or earlier.when is None
    if earlier.when is None:
        return _near(document, earlier, cue)
    if earlier.when.resolved != cue.when.resolved:
        return _dates_it(document, earlier, earlier.when, cue)
    return _tells_same_day(document, earlier, cue)


def _dates_it(document: Document, earlier: DeadlineCue, when: When, cue: DeadlineCue) -> bool:
    """Whether one of two neighbours gives the day of the other, unless it is that of what was extended."""
    if cue.when and cue.when.resolved and _takes_up(document, earlier, cue):
        return True
    if cue.when and cue.when.resolved and _is_added_length(document, when):
        former = any(_says(document, cue, name) for name in ("earlier_given", "was_first"))
        return not former and _adjacent(document, earlier, cue, across=True)
    return _adjacent(document, earlier, cue) and bool(_stems(document, earlier) & _stems(document, cue))


def _takes_up(document: Document, earlier: DeadlineCue, cue: DeadlineCue) -> bool:
    """Whether a sentence begins with the limit of a length that one shortly before it told: "That deadline ended"."""
    sentence = document.sentence(cue.sentences[0])
    again = sentence and deadline_words(document.language, "limit_again").match(document.quote(sentence))
    return bool(again and _named_lengths(document, earlier) and _near(document, earlier, cue))


def _tells_same_day(document: Document, earlier: DeadlineCue, cue: DeadlineCue) -> bool:
    """Whether both have one day and something in common: what is said, "the deadline", or a condition."""
    anaphoric = _says(document, cue, "anaphora")
    if not _same_day(earlier, cue) or (_differ_in_hour(earlier, cue) and not anaphoric):
        return False
    conditions = all(_says(document, one, "upon_condition") for one in (earlier, cue))
    return anaphoric or conditions or bool(_stems(document, earlier) & _stems(document, cue))


def _is_week_apart(document: Document, earlier: DeadlineCue, cue: DeadlineCue) -> bool:
    """Whether "the deadline of Sunday" is that told shortly before, its weekday taken for that of another week."""
    ends = [one.when.end for one in (earlier, cue) if one.when and one.when.end]
    weekday = deadline_words(document.language, "weekday")
    names = [weekday.search(one.when.text) for one in (earlier, cue) if one.when]
    alike = len(ends) == 2 and abs(ends[0] - ends[1]).days == _WEEK and all(names)
    return alike and _says(document, cue, "limit_again") and _near(document, earlier, cue)


def _name_one_limit(document: Document, earlier: DeadlineCue, cue: DeadlineCue) -> bool:
    """Whether both speak of a limit of the same length, "the 21-day ultimatum", and no two days part them."""
    parted = earlier.when and cue.when and earlier.when.end and cue.when.end and not _same_day(earlier, cue)
    return not parted and bool(_named_lengths(document, earlier) & _named_lengths(document, cue))


def _named_lengths(document: Document, cue: DeadlineCue) -> set[tuple[int, str]]:
    """The lengths of the limits that its sentences name: "a three-day deadline"."""
    told = " ".join(document.quote(sentence) for n in cue.sentences if (sentence := document.sentence(n)))
    named = (match.group() for match in deadline_words(document.language, "named_length").finditer(told))
    return {length for text in named if (length := dates.length_of(text))}


def _is_added_length(document: Document, when: When) -> bool:
    """Whether a deadline's time is only told as a length added to it: "a further 36 hours", "by three weeks"."""
    language = document.language
    added = deadline_words(language, "additional").search(f"{when.text} ")
    return bool(added or deadline_words(language, "added_length").fullmatch(when.text))


def _tells_former_day(document: Document, earlier: DeadlineCue, cue: DeadlineCue) -> bool:
    """Whether the cue's day is one that the deadline had before."""
    days = {when.end for when in earlier.previously if when.end}
    return bool(cue.when and cue.when.end in days and _stems(document, earlier) & _stems(document, cue))


def _merged(earlier: DeadlineCue, cue: DeadlineCue) -> DeadlineCue:
    """One cue of two tellings; the earlier is the fuller unless the later is clearly likelier."""
    later_is_fuller = cue.due is not None and cue.prior > earlier.prior + _CLEARLY_FULLER
    if cue.when and earlier.when and cue.when.resolved != earlier.when.resolved:
        later_is_fuller = cue.when.resolved
    first, second = (cue, earlier) if later_is_fuller else (earlier, cue)
    return replace(
        first,
        sentences=_sentences(first, second),
        prior=max(first.prior, second.prior),
        previously=_in_order((*earlier.previously, *cue.previously), first.when),
    )


def _with_former(present: DeadlineCue, former: DeadlineCue) -> DeadlineCue:
    whens = (*former.previously, *([former.when] if former.when else []), *present.previously)
    return replace(present, previously=_in_order(whens, present.when), sentences=_sentences(present, former))


def _in_order(whens: tuple[When, ...], present: When | None) -> tuple[When, ...]:
    """Former dates without repeats and without the present one, oldest first where they are resolved."""
    kept: list[When] = []
    for when in whens:
        same = present and when.end and (when.end, when.time) == (present.end, when.time and present.time)
        same = same or bool(present and not when.end and when.text == present.text)
        if when not in kept and not same:
            kept.append(when)
    return tuple(sorted(kept, key=lambda when: when.end or dt.date.min))


def _sentences(first: DeadlineCue, second: DeadlineCue) -> tuple[int, ...]:
    return tuple(dict.fromkeys((*first.sentences, *second.sentences)))


def _same_day(one: DeadlineCue, other: DeadlineCue) -> bool:
    return bool(one.when and other.when and one.when.end and one.when.end == other.when.end)


def _near(document: Document, one: DeadlineCue, other: DeadlineCue, reach: int = _REACH) -> bool:
    """Whether a telling of each stands in the same paragraph or within a few sentences of the other."""
    pairs = [(document.sentence(a), document.sentence(b)) for a in one.sentences for b in other.sentences]
    return any(a and b and (a.paragraph == b.paragraph or abs(a.number - b.number) <= reach) for a, b in pairs)


def _adjacent(document: Document, one: DeadlineCue, other: DeadlineCue, *, across: bool = False) -> bool:
    """Whether a telling of one stands in the sentence before one of the other's, in one paragraph or `across` two."""
    pairs = [(document.sentence(a), document.sentence(b)) for a in one.sentences for b in other.sentences]
    return any(a and b and abs(a.number - b.number) == 1 and (across or goes_on(document, a, b)) for a, b in pairs)


def goes_on(document: Document, one: Sentence, other: Sentence) -> bool:
    """Whether one of two neighbours may go on about the other: in one paragraph, or each alone as agencies write."""
    paragraphs = [sentence.paragraph for sentence in document.sentences]
    alone = all(paragraphs.count(sentence.paragraph) == 1 for sentence in (one, other))
    return alone or one.paragraph == other.paragraph


def _says(document: Document, cue: DeadlineCue, name: str) -> bool:
    """Whether the sentence has a word of that list."""
    sentence = document.sentence(cue.sentences[0])
    return bool(sentence and deadline_words(document.language, name).search(document.quote(sentence)))


def _stems(document: Document, cue: DeadlineCue) -> set[str]:
    """Stems of the content words of its sentences.

    None of the words of a date, which any deadline of that day has, and no names, which stand in other deadlines too;
    a German noun is written like one.
    """
    told = " ".join(document.quote(sentence) for n in cue.sentences if (sentence := document.sentence(n)))
    dated = {word.casefold() for mention in dates.find(told, document.language) for word in mention.text.split()}
    words = [word for word in _CONTENT_WORD.findall(told) if word.islower() or primary(document.language) == "de"]
    return {word.casefold()[:_STEM] for word in words if word.casefold() not in dated}
