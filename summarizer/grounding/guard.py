"""The guard of the evidence contract: what a content says must stand in its evidence, its names in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from summarizer.grounding.content_words import content_stems, holds
from summarizer.grounding.negation import turned
from summarizer.grounding.passages import sentence_at
from summarizer.grounding.proper_names import unknown_name
from summarizer.quantities import CalendarWord, Number, find_calendar_words, find_numbers, find_vague
from summarizer.schema import Evidence, RejectionReason

# Whole sentences may neither add a negation nor drop one; names of things ("weapon") may stand without the negation
# of their evidence, and a demand ("what") without the one that tells what follows from not meeting it.
_SENTENCES = frozenset({"text", "summary", "headline", "consequence", "quote"})
_DEMANDS = frozenset({"what"})
_RELATED = frozenset({"text", "summary"})
_LEAD = 40
_ENOUGH_WORDS = 3
_SHARE = 0.25


class Refusal(NamedTuple):
    """Why a content may not enter the brief; `detail` is for people."""

    reason: RejectionReason
    detail: str


def check(
    content: Mapping[str, object], evidence: Sequence[Evidence], text: str, language: str = "en"
) -> Refusal | None:
    """Why `content` is not borne out by its evidence, or None when it is.

    `content` maps field names to strings, lists of strings or None; other values are passed over. Several evidences are
    read together. Every figure, number word, weekday and month of the content must stand in the evidence (by value: 12,
    twelve and a dozen are one), a sentence must be negated where its evidence is and only there, and proper names must
    stand anywhere in `text`.
    """
    quotes = "\n".join(piece.quote for piece in evidence)
    clauses = "\n".join(_from_clause_start(piece, text, language) for piece in evidence)
    for field, wording in _wordings(content):
        refusal = (
            _figure(wording, quotes, language)
            or _date(wording, quotes, language)
            or _negation(field, wording, clauses, language)
            or _name(wording, text, language)
            or _unrelated(field, wording, clauses)
        )
        if refusal:
            return refusal._replace(detail=f"{field}: {refusal.detail}")
    return None


def _wordings(content: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for field, value in content.items():
        for wording in value if isinstance(value, list | tuple) else [value]:
            if isinstance(wording, str) and wording.strip():
                yield field, wording


def _from_clause_start(piece: Evidence, text: str, language: str) -> str:
    """The evidence with what stands right before it in its clause, lest it be cut off behind its negation."""
    start = max(sentence_at(text, piece.start, language).start, piece.start - _LEAD)
    lead = text[start : piece.start]
    cut = max(lead.rfind(mark) for mark in ',;:—–(“"«')
    return lead[cut + 1 :] + piece.quote


def _figure(wording: str, quotes: str, language: str) -> Refusal | None:
    values = {number.value for number in find_numbers(quotes, language)}
    named = find_calendar_words(wording, language)
    for number in find_numbers(wording, language):
        if number.value in values or (number.value == 1 and _stands_for_one(wording, number, quotes)):
            continue
        if any(word.start <= number.start < word.end for word in named):
            continue  # Portuguese counts its weekdays: "sexta-feira"
        reason: RejectionReason = "date" if _dates(number, named) else "figure"
        return Refusal(reason, f"{wording[number.start : number.end]!r} does not stand in the evidence")
    said = {mention.word for mention in find_vague(quotes, language)}
    for mention in find_vague(wording, language):
        if mention.magnitude and mention.word not in said:
            return Refusal("figure", f"{mention.word!r} does not stand in the evidence")
    return None


def _dates(number: Number, months: Sequence[CalendarWord]) -> bool:
    """Whether a number is a day of a month or a year."""
    beside = any(m.kind == "month" and min(abs(m.end - number.start), abs(number.end - m.start)) <= 4 for m in months)
    return beside or (1900 <= number.value <= 2100 and number.end - number.start == 4)


def _stands_for_one(wording: str, number: Number, quotes: str) -> bool:
    """Whether "one soldier" stands in the evidence as "a soldier"."""
    noun = wording[number.end :].split(maxsplit=1)[:1]
    return bool(noun) and any(
        f"{word} {noun[0]}".casefold() in quotes.casefold() for word in ("a", "an", "single", "another")
    )


def _date(wording: str, quotes: str, language: str) -> Refusal | None:
    there = {(word.kind, word.index) for word in find_calendar_words(quotes, language)}
    for word in find_calendar_words(wording, language):
        if (word.kind, word.index) not in there:
            return Refusal("date", f"{wording[word.start : word.end]!r} does not stand in the evidence")
    return None


def _negation(field: str, wording: str, clauses: str, language: str) -> Refusal | None:
    if field not in _SENTENCES | _DEMANDS:
        return None
    detail = turned(wording, clauses, language, demand=field in _DEMANDS)
    return Refusal("negation", detail) if detail else None


def _name(wording: str, text: str, language: str) -> Refusal | None:
    name = unknown_name(wording, text, language)
    return Refusal("name", f"{name!r} does not stand in the text") if name else None


def _unrelated(field: str, wording: str, clauses: str) -> Refusal | None:
    """A sentence that shares hardly a content word with its evidence was made up, however plain its words."""
    stems, there = content_stems(wording), content_stems(clauses)
    shared = sum(holds(there, stem) for stem in stems)
    if field not in _RELATED or len(stems) < _ENOUGH_WORDS or shared >= _SHARE * len(stems):
        return None
    return Refusal("other", f"only {shared} of its {len(stems)} content words stand in the evidence")
