"""When an attack that a sentence tells took place; pure."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from summarizer import dates
from summarizer.cues.backdrop import Backdrop
from summarizer.cues.clauses import Span
from summarizer.cues.foreign_times import in_english, is_night, tells_of_saying
from summarizer.cues.reporting import verbs
from summarizer.cues.victims import find_victims
from summarizer.cues.vocabulary import pattern
from summarizer.cues.words import word_classes
from summarizer.document import Document, Sentence
from summarizer.schema import When

_DAYS_IN_NAMES = frozenset("Today Tonight Yesterday Tomorrow".split())
"""Such a word with a capital in mid-sentence is part of a name."""

_ACCUSED_OF = re.compile(r"\s+of\s+\w+ing\b")
_ACCUSED_WITHIN = 8
"""Words before a day among which the verb of the accusation stands."""

_HAPPENED = "was"  # a context in the past, for dates.resolve
_BEHIND_ARTICLE = re.compile(r"\b(?:the|a|their|its|his|her)\s$", re.IGNORECASE)
_NOUN_NEXT = re.compile(r"\s[a-z]{3,}")
_YEAR = re.compile(r"\d{4}")
_ENDS_DATELINE = re.compile(r"\s*(?:\)|\([^)]*\))?\s*(?::|[–—]|--?\s)")
_LONGEST_DATELINE = 5  # words before the day of a dateline
_REPORT = 4  # words before a date within which "said" makes it the day of the report


class Occasion(NamedTuple):
    """A time expression, as offsets into the document's text, and what it means."""

    span: Span
    when: When
    possessive: bool = False
    """Whether it tells whose a deed is: "Sunday's ambush"."""
    onset: bool = False
    """Whether the deed is told as what opened a time: "the worst since October, when a bomb killed six"."""


def occasion(backdrop: Backdrop, sentence: Sentence, part: Span, trigger: Span) -> Occasion | None:
    """The time expression of the part nearest to the trigger that is neither to come nor the day of the report."""
    document, published = backdrop.document, backdrop.published
    text, best = document.quote(sentence), None
    for mention in _mentions(text, document.language):
        span = Span(sentence.start + mention.start, sentence.start + mention.end)
        if not part.start <= span.start < part.end:
            continue
        if sentence.number == 1 and _is_dateline(text, mention):
            continue
        if _dates_other(document, text, Span(*(at - sentence.start for at in trigger)), mention):
            continue
        since = _onset(document, text, mention.end, mention.text)
        if not since and pattern(document.language, "violence", "since").match(mention.text):
            continue
        span = Span(span.start + since, span.end)
        when = told_on(mention.text[since:], published, _HAPPENED if since else text, document.language)
        if when.start is None or (published and _is_to_come(when, published)):
            continue  # "until Friday" has an end only, and nothing has happened then
        loose = when.precision == "year" and not _YEAR.search(when.text)  # "in the worst of this year's"
        distance = loose, min(abs(span.start - trigger.start), abs(span.end - trigger.start))
        if best is None or distance < best[0]:
            best = distance, Occasion(span, when, text[mention.end : mention.end + 2] in ("'s", "’s"), since > 0)
    return best[1] if best else _of_entry(backdrop, sentence)


def _is_dateline(text: str, mention: dates.Mention) -> bool:
    """Whether it is the day on which the report was sent: "Besk, Nov 6: Raiders …"."""
    return len(text[: mention.start].split()) <= _LONGEST_DATELINE and bool(_ENDS_DATELINE.match(text, mention.end))


def _of_entry(backdrop: Backdrop, sentence: Sentence) -> Occasion | None:
    """The day in the heading of the entry that a sentence stands in."""
    day = backdrop.entry_days.get(sentence.paragraph)
    words = backdrop.document.text[slice(*day)] if day else ""
    when = told_on(words, backdrop.published, _HAPPENED, backdrop.document.language) if day else None
    return Occasion(day, when) if day and when and when.start else None


def _mentions(text: str, language: str) -> list[dates.Mention]:
    """The time expressions, and the month or year that stands before a deed's noun: "the February attack"."""
    found = dates.find(text, language)
    for match in _of_deeds(language, text):
        start, end = match.span(match.lastindex or 0)
        if not any(mention.start < end and start < mention.end for mention in found):
            found.append(dates.Mention(text[start:end], start, end))
    return sorted((_owned(mention, text, language) for mention in found), key=lambda mention: mention.start)


def _of_deeds(language: str, text: str) -> list[re.Match[str]]:
    return list(pattern(language, "violence", "month_of_deed").finditer(text))


def _owned(mention: dates.Mention, text: str, language: str) -> dates.Mention:
    """The day alone of a possessive, which no preposition before it governs: "the toll | from Friday's attack"."""
    words = mention.text.split()
    governed = len(words) > 1 and words[0].lower() in word_classes(language).prepositions
    if not governed or text[mention.end : mention.end + 2] not in ("'s", "’s"):
        return mention
    start = mention.start + mention.text.index(words[1], len(words[0]))
    return dates.Mention(text[start : mention.end], start, mention.end)


def _dates_other(document: Document, text: str, deed: Span, mention: dates.Mention) -> bool:
    """Whether it is the day of a report, of a verdict, of what a relative clause tells or of another deed."""
    beside = deed.end <= mention.start and not text[deed.end : mention.start].strip()
    if not beside and tells_of_saying(text, mention.start, mention.end, document.language):
        return True
    if _qualifies_deed(document, text, mention):
        return False
    if _names_thing(text, mention):
        return True
    return (
        _is_report(document, text[: mention.start])
        or _is_of_accusation(document, text, mention)
        or _is_in_aside(document, text, deed, mention)
        or _is_verdict(document, text, deed.start, mention.start)
        or is_within_relative(document, text, deed.end, mention.start)
        or _is_of_another_deed(document, text, mention.start, mention.end)
    )


def _onset(document: Document, text: str, end: int, mention: str) -> int:
    """The length of "since" where the deed opened the time: "shut since Tuesday night, when a drone hit it"."""
    since = pattern(document.language, "violence", "since").match(mention)
    when = re.compile(rf"\s*,?\s+{pattern(document.language, 'violence', 'when').pattern}", re.IGNORECASE)
    if since is None or not when.match(text, end):
        return 0
    return len(mention) - len(mention[since.end() :].lstrip())


def told_on(expression: str, published: dt.date | None, sentence: str, language: str = "en") -> When:
    """What a time of something that has happened means; a bare weekday whose sentence does not tell lies behind."""
    attempts = [(expression, sentence), (expression, _HAPPENED)]
    if english := in_english(expression, language):
        attempts.append((english, _HAPPENED))
    for attempt, context in attempts:
        when = dates.resolve(attempt, published, context=context)
        if when.resolved and published and when.start and when.start > published and not _YEAR.search(attempt):
            when = _latest(attempt, published) or when
        if when.resolved:
            night = language != "en" and when.start and is_night(expression) and when.start == when.end
            start = when.start - dt.timedelta(days=1) if night and when.start else when.start
            return when.model_copy(update={"text": expression, "start": start})
    return when


def _latest(expression: str, published: dt.date) -> When | None:
    """The latest such day that is not still to come: what happened "on 19 May", told in March, is of last year."""
    years = (dates.resolve(f"{expression} {published.year - n}", published, context=_HAPPENED) for n in (0, 1))
    return next((when for when in years if when.start and when.start <= published), None)


def _is_to_come(when: When, published: dt.date) -> bool:
    """Whether it lies ahead, or counts from today into days to come ("within seven days")."""
    counted = when.precision == "day" and when.start == published and bool(when.end and when.end > published)
    return counted or bool(when.start and when.start > published)


def _is_verdict(document: Document, text: str, deed: int, date: int) -> bool:
    """Whether another act is told of which it is the date: "the man who shot him was jailed on Tuesday".

    Between the deed and the date, or before both: "was jailed on Tuesday for shooting him".
    """
    verdict, court = (pattern(document.language, "violence", name) for name in ("verdict", "court"))
    if deed < date:
        return bool(verdict.search(text, deed, date))
    last = next(iter([*verdict.finditer(text, 0, date)][::-1]), None)
    told = pattern(document.language, "violence", "deed_or_act")
    governed = (
        last is not None and not re.search(r"[;:]", text[last.end() : date]) and not told.search(text, last.end(), date)
    )
    return governed or bool(court.search(text, date, deed))


def is_within_relative(document: Document, text: str, deed: int, date: int) -> bool:
    """Whether it dates what a relative clause tells of something else: "the truce that took hold in October"."""
    between = text[deed:date]
    relative = next(iter([*pattern(document.language, "violence", "relative").finditer(between)][::-1]), None)
    if relative is None:
        return False
    tail = between[relative.end() :]
    goes_on = re.match(r"\s+(?:was|were|had been)\s+\w+ing\b", tail)  # at the same time
    told = pattern(document.language, "violence", "deed_or_act").search(tail) or find_victims(tail, document.language)
    return not (goes_on or told or "," in tail or not tail.strip())


def _qualifies_deed(document: Document, text: str, mention: dates.Mention) -> bool:
    """Whether a deed's noun is told by its day: "the toll from Friday's suicide attack", "the February attack"."""
    owner = (
        "" if any(m.span(m.lastindex or 0)[0] == mention.start for m in _of_deeds(document.language, text)) else "[’']s"
    )
    deed = pattern(document.language, "violence", "deed").pattern
    return bool(re.compile(rf"{owner}\s+(?:[\w-]+\s+){{0,2}}?{deed}").match(text, mention.end))


def _names_thing(text: str, mention: dates.Mention) -> bool:
    """Whether a bare weekday only tells which thing is meant: "at the Friday market"."""
    bare = " " not in mention.text and mention.text[0].isalpha()
    if mention.text in _DAYS_IN_NAMES and mention.start > 0 and text[mention.start - 2 : mention.start - 1].isalpha():
        return True  # "seen by Ruman Today News"
    return bare and bool(_BEHIND_ARTICLE.search(text[: mention.start]) and _NOUN_NEXT.match(text, mention.end))


def _is_in_aside(document: Document, text: str, deed: Span, mention: dates.Mention) -> bool:
    """Whether commas part it from the deed behind: "the gang, which surfaced last summer, claimed the attack"."""
    relative = pattern(document.language, "violence", "relative").pattern
    opens = re.search(rf",\s+(?:{relative})\b[^,;]*$", text[: mention.start], re.IGNORECASE)
    closes = text.find(",", mention.end)
    return bool(opens) and 0 <= closes < deed.start


def _is_of_another_deed(document: Document, text: str, start: int, end: int) -> bool:
    """Whether it is the day of a verb right behind it ("on Tuesday claimed") or of a toll ("rose to 13 on Friday")."""

    def words(section: str, name: str) -> str:
        return pattern(document.language, section, name).pattern

    told = (
        rf"\s*,?\s*(?:{words('violence', 'said')}|{words('violence', 'verdict')}|{words('violence', 'claims_before')})"
    )
    if re.compile(told, re.IGNORECASE).match(text, end):
        return True
    toll = rf"{words('casualties', 'killed_toll')}.*?{words('casualties', 'revised')}(?P<since>[^;]*)$"
    risen = re.search(toll, text[:start], re.IGNORECASE)
    deed = pattern(document.language, "violence", "deed_or_act")
    return risen is not None and not deed.search(risen.group("since")) and not re.match(r"['’]s\b", text[end:])


def _is_of_accusation(document: Document, text: str, mention: dates.Mention) -> bool:
    """Whether it is the day of an accusation: "accused the rebels | on Monday | of killing"."""
    leads = _ACCUSED_OF.match(text, mention.end)
    accuses = pattern(document.language, "violence", "accuses")
    return bool(leads) and bool(accuses.search(" ".join(text[: mention.start].split()[-_ACCUSED_WITHIN:])))


def _is_report(document: Document, before: str) -> bool:
    """Whether a verb of saying stands before it: "described on Tuesday as", not "with requests on Tuesday"."""
    near = before.split()[-_REPORT:]
    governed = len(near) > 1 and near[-2].lower() in word_classes(document.language).prepositions
    noun = len(near) > 1 and near[-2][:1].isupper() and near[-1].casefold() == "state"
    speaks = bool(near) and near[-1].lower() in verbs(document.language) and not (governed or noun)
    return speaks or bool(pattern(document.language, "violence", "said").search(" ".join(near)))
