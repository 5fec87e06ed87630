"""The guard of the evidence contract: what a content says must stand in its evidence, its names in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from summarizer.grounding.alignment import sentence_around
from summarizer.grounding.calendar_words import CalendarWord, find_calendar_words
from summarizer.grounding.names import unknown_name
from summarizer.grounding.negation import turned
from summarizer.quantities import Number, find_numbers, find_vague
from summarizer.schema import Evidence, RejectionReason

# Fields that are whole sentences: they may neither add a negation nor drop one. In the others, which name things, a
# negation of the evidence need not appear.
SENTENCES = frozenset({"text", "summary", "headline", "what", "consequence"})


class Refusal(NamedTuple):
    """Why a content may not enter the brief; `detail` is for people."""

    reason: RejectionReason
    detail: str


def check(content: Mapping[str, Any], evidence: Sequence[Evidence], text: str, language: str = "en") -> Refusal | None:
    """Why `content` is not borne out by its evidence, or None when it is.

    `content` maps field names to strings, lists of strings or None; other values are passed over. Several evidences are
    read together. Numbers compare by value (12 = twelve = a dozen), weekdays and months too; proper names may stand
    anywhere in `text`.
    """
    quotes = "\n".join(piece.quote for piece in evidence)
    clauses = "\n".join(_from_clause_start(piece, text) for piece in evidence)
    for field, wording in _wordings(content):
        refusal = (
            _figure(wording, quotes, language)
            or _date(wording, quotes, language)
            or (_negation(wording, clauses, language) if field in SENTENCES else None)
            or _name(wording, text, language)
        )
        if refusal:
            return refusal._replace(detail=f"{field}: {refusal.detail}")
    return None


def _wordings(content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for field, value in content.items():
        values = value if isinstance(value, list | tuple) else [value]
        yield from ((field, wording) for wording in values if isinstance(wording, str) and wording.strip())


def _from_clause_start(piece: Evidence, text: str) -> str:
    """The evidence with what stands before it in its sentence, lest it be cut off behind its negation."""
    sentence = sentence_around(text, piece.start)
    lead = text[max(sentence.start, piece.start - 40) : piece.start]
    cut = max((lead.rfind(mark) for mark in ",;:—–("), default=-1)
    return lead[cut + 1 :] + piece.quote


def _figure(wording: str, quotes: str, language: str) -> Refusal | None:
    there = find_numbers(quotes, language)
    values = {number.value for number in there}
    months = find_calendar_words(wording, language)
    for number in find_numbers(wording, language):
        if number.value in values or (number.value == 1 and _stands_for_one(wording, number, quotes)):
            continue
        figure = wording[number.start : number.end]
        reason: RejectionReason = "date" if _dates(wording, number, months) else "figure"
        return Refusal(reason, f"{figure!r} does not stand in the evidence")
    said = {mention.word for mention in find_vague(quotes, language)}
    for mention in find_vague(wording, language):
        if mention.word not in said and mention.word in _MAGNITUDES:
            return Refusal("figure", f"{mention.word!r} does not stand in the evidence")
    return None


_MAGNITUDES = frozenset({"dozens", "scores", "hundreds", "thousands", "millions", "billions", "tens of thousands", "hundreds of thousands"})


def _dates(wording: str, number: Number, months: Sequence[CalendarWord]) -> bool:
    """Whether a number is a day of a month or a year."""
    beside = any(m.kind == "month" and min(abs(m.end - number.start), abs(number.end - m.start)) <= 4 for m in months)
    return beside or (1900 <= number.value <= 2100 and number.end - number.start == 4)


def _stands_for_one(wording: str, number: Number, quotes: str) -> bool:
    """Whether "one soldier" stands in the evidence as "a soldier"."""
    noun = wording[number.end :].split(maxsplit=1)[:1]
    return bool(noun) and any(f"{article} {noun[0]}".casefold() in quotes.casefold() for article in ("a", "an", "single", "another"))


def _date(wording: str, quotes: str, language: str) -> Refusal | None:
    there = {(word.kind, word.index) for word in find_calendar_words(quotes, language)}
    for word in find_calendar_words(wording, language):
        if (word.kind, word.index) not in there:
            return Refusal("date", f"{wording[word.start : word.end]!r} does not stand in the evidence")
    return None


def _negation(wording: str, clauses: str, language: str) -> Refusal | None:
    detail = turned(wording, clauses, language)
    return Refusal("negation", detail) if detail else None


def _name(wording: str, text: str, language: str) -> Refusal | None:
    name = unknown_name(wording, text, language)
    return Refusal("name", f"{name!r} does not stand in the text") if name else None
