"""The day from which "within 72 hours" counts where another sentence tells when it was set; pure."""

from __future__ import annotations

import datetime as dt
import re

from summarizer import dates
from summarizer.cues.clauses import Span
from summarizer.cues.vocabulary import deadline_words
from summarizer.document import Document, Sentence

_DATELINE = re.compile(r"^[^.a-z]{3,}[^—–]{0,40}?\s[—–-]\s")
_COMPLEMENT = re.compile(r"\s(?:that|to|which|who|whom)\s")
_LIVE = re.compile(r"\W{0,4}\d{1,2}[:.]\d\d\b")
"""What opens an entry that is told as it happens."""
_CLOCK = re.compile(r"\b\d{1,2}[:.]?\d\d ?(?:GMT|UTC|[A-Z]{2,4}T)\b|\b\d{1,2}[:.]\d\d ?[ap]\.?m\b")
"""A time of the clock that two sentences hardly share by chance."""
_RECENT = dt.timedelta(days=7)
"""How long before publication the day can lie from which news counts without naming it again."""
_EXACT = frozenset({"minute", "hour", "day"})
_HELD = 30
"""Characters before a length of time in which the verb that holds it stands."""
_FAR = 8
"""Sentences before in which no other day may be told where the lead tells it."""
_REACH = 3
"""Sentences before, and fewer behind, that may tell when it was set."""


def telling_day(document: Document, sentence: Sentence, span: Span, published: dt.date | None) -> str | None:
    """A sentence that tells that day, "" where its own sentence does or nothing hints at another day; None in doubt."""
    language, own, start = document.language, document.quote(sentence), span.start - sentence.start
    if _days(own, language, published, besides=(start, span.end - sentence.start)):
        return ""
    if named := _told_with_length(document, sentence, own[start : span.end - sentence.start], published):
        return named
    narrated = _is_narrated(language, own, start) or _follows_from_lead(document, sentence, own[:start])
    for number in [*range(sentence.number - 1, sentence.number - 1 - _REACH, -1), sentence.number + 1]:
        other = document.sentence(number)
        days = _days(document.quote(other), language, published) if other else {}
        if other and days and _tells_setting(document, other, behind=number > sentence.number):
            return _telling(days) or None
        beside = other is not None and 1 < number == sentence.number - 1 and other.paragraph == sentence.paragraph
        if days and beside and narrated:
            return None
    if narrated and (lead := _lead(document, sentence, published)) is not None:
        return lead or None
    return None if _is_told_earlier(language, own[:start]) else ""


def _told_with_length(document: Document, sentence: Sentence, text: str, published: dt.date | None) -> str:
    """A sentence that tells the one day on which another begins the same length: "the 72-hour deadline began on"."""
    language, length = document.language, dates.length_of(text)
    if length is None or not deadline_words(language, "duration").search(text):
        return ""
    for other in document.sentences:
        told = document.quote(other)
        found = deadline_words(language, "duration").finditer(told)
        if other == sentence or not any(dates.length_of(match.group()) == length for match in found):
            continue
        over = any(deadline_words(language, name).search(told) for name in ("passed", "is_over", "expires", "ends"))
        days = _days(told, language, published)
        if len(days) == 1 and not over:
            return _telling(days)
    return ""


def _telling(days: dict[dt.date, str]) -> str:
    """A sentence for `dates.resolve` that tells the one day, "" where there are several."""
    return f"It was told {next(iter(days.values()))}. " if len(days) == 1 else ""


def _lead(document: Document, sentence: Sentence, published: dt.date | None) -> str | None:
    """A sentence that tells the day of the lead; "" where others are named as well, None where it is today."""
    before = document.sentences[: sentence.number - 1]
    texts = [_DATELINE.sub("", document.quote(s)) for s in (*before[:1], *before[1:][-_FAR:])]
    told = [_days(text, document.language, published) for text in texts]
    days = {day: words for named in told for day, words in named.items()}
    if published:
        days = {day: words for day, words in days.items() if published - day <= _RECENT or day in told[0]}
    if told and len(told[0]) == 1:  # what the lead tells is the newest
        days = {day: words for day, words in days.items() if day >= next(iter(told[0]))}
    if not told or not told[0] or list(days) == [published]:
        return None
    return _telling(days)


def _follows_from_lead(document: Document, sentence: Sentence, before: str) -> bool:
    """Whether the time that somebody has now was set by what the lead tells: "she has 14 days to appeal"."""
    words, language = deadline_words, document.language
    held = words(language, "holds_time").search(before[-_HELD:])
    return bool(
        held and sentence.number > 1 and words(language, "setting").search(document.quote(document.sentences[0]))
    )


def day_of_hour(document: Document, sentence: Sentence, span: Span, published: dt.date | None) -> dt.date | None:
    """The day of an hour that is told without one, "by 4 p.m.": that on which it was set; None in doubt.

    What is told as it happens, or as of now in a text of that day, is of the day of publication.
    """
    language, start = document.language, span.start - sentence.start
    own = document.quote(sentence)
    if beside := _days(own, language, published, besides=(start, span.end - sentence.start)):
        return _single(beside)
    paragraph = next(s for s in document.sentences if s.paragraph == sentence.paragraph)
    if _LIVE.match(document.quote(paragraph)):
        return published
    if same := _told_with_hour(document, sentence, own[start : span.end - sentence.start], published):
        return same
    before = [document.sentences[n - 1] for n in range(sentence.number - 1, max(sentence.number - 1 - _REACH, 0), -1)]
    lead = [s for s in document.sentences[:1] if s.number < sentence.number]
    told = next((days for s in (*before, *lead) if (days := _days(document.quote(s), language, published))), {})
    if _is_narrated(language, own, start):
        return _single(told)
    return published if published in told else None


def _told_with_hour(document: Document, sentence: Sentence, text: str, published: dt.date | None) -> dt.date | None:
    """The one day that another sentence gives the same figures of the clock: "by six o'clock (1600 GMT) tonight"."""
    figures = _CLOCK.search(text)
    if figures is None:
        return None
    told = (document.quote(other) for other in document.sentences if other != sentence)
    named = (_days(other, document.language, published) for other in told if figures.group() in other)
    days = {day for found in named for day in found}
    return next(iter(days)) if len(days) == 1 else None


def _single(days: dict[dt.date, str]) -> dt.date | None:
    return next(iter(days)) if len(days) == 1 else None


def _is_told_earlier(language: str, before: str) -> bool:
    """Whether it was set before another past act: "had been given"; "and must answer" is told as of now."""
    earlier = deadline_words(language, "earlier_given").search(before)
    return earlier is not None and not deadline_words(language, "binds").search(before, earlier.end())


def _days(text: str, language: str, published: dt.date | None, besides: tuple[int, int] = (0, 0)) -> dict[dt.date, str]:
    """The single days up to publication that a text names, with their words."""
    found: dict[dt.date, str] = {}
    for mention in dates.find(text, language):
        if besides[0] < mention.end and mention.start < besides[1]:
            continue
        when = dates.resolve(mention.text, published, context=text)
        exact = when.precision in _EXACT and when.start == when.end
        if when.start and exact and (published is None or when.start <= published):
            found.setdefault(when.start, mention.text)
    return found


def _tells_setting(document: Document, sentence: Sentence, *, behind: bool) -> bool:
    """Whether the sentence tells that something was demanded, ordered or granted; behind, that the limit was."""
    text = document.quote(sentence)
    names = ("anaphora", "gave") if behind else ("setting",)
    return all(deadline_words(document.language, name).search(text) for name in names)


def _is_narrated(language: str, own: str, start: int) -> bool:
    """Whether the sentence tells a past act, so that the length of time may count from the day told before it.

    In "ordered the owner to leave" and "demanded that he leave" the act is told before "to" or "that".
    """
    before = own[:start]
    joint = _COMPLEMENT.search(before)
    main = before[: joint.start()] if joint else before
    relative = joint is not None and joint.group().strip() not in ("that", "to")
    owed = not relative and deadline_words(language, "binds").search(before, len(main))
    return dates.ends_in_past(before) or (not owed and dates.ends_in_past(main))
