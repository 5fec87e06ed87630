"""Time expressions of a sentence read as due dates: what speaks for a limit, and how strongly; pure.

A reading's `prior` is the sum of hand-set weights of the cues around the expression, on the scale of log-odds, so that
it can be added to a model's.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from summarizer import dates
from summarizer.cues.clauses import Span, part_around
from summarizer.cues.vocabulary import pattern
from summarizer.document import Document, Sentence
from summarizer.schema import When

BIAS = -1.5
WEIGHTS: Mapping[str, float] = {
    "firm": 2.2, "limit": 1.0, "until": 0.8, "duration": 0.0,
    "limit_noun": 2.0, "limit_noun_far": 0.8, "expires": 2.2, "ends_thing": 2.2, "pair": 1.2, "extended_to": 1.8, "ends": 0.5, "due": 1.6, "given": 2.0,
    "obligation": 1.4, "undertaking": 1.2, "consequence": 2.2, "postponed": 0.5, "allowed": 0.9, "series": 1.5,
    "scheduled": -1.5, "narrative": -1.2, "forecast": -1.2, "hours": -2.0, "backward": -2.0, "more": -4.0, "reported": -2.0, "onset": -1.5, "past": -1.2,
    "bare": -0.6,
}  # fmt: skip
_GAP = re.compile(r"\s*(?:(?:a|à|at|um|gegen|о|об|в|de|del|du)\s+(?:la\s+|las\s+)?)?")
_TO_COME = "must"
_DUE = re.compile(r"(?:\b(?:is|are|was|were|be|been)\s+)?\b(?:due|payable|repayable|returnable)\s+(?:back\s+)?$", re.IGNORECASE)


@dataclass(frozen=True)
class DueDate:
    """One reading: the expression `text[start:end]` with its preposition, what it means, and the cues that were seen."""

    sentence: Sentence
    start: int
    end: int
    clause: Span
    when: When
    cues: frozenset[str]
    old: bool = False
    prior: float = field(default=BIAS)

    @property
    def span(self) -> Span:
        """The expression's offsets."""
        return Span(self.start, self.end)


def due_dates(document: Document, sentence: Sentence, published: dt.date | None) -> list[DueDate]:
    """Every time expression of the sentence as a due date, left to right, likely or not."""
    text, language = document.quote(sentence), document.language
    found: list[DueDate] = []
    for bare, end in _expressions(text, language):
        start = max(_with_preposition(text, bare, end, language), found[-1].end - sentence.start if found else 0)
        when = _resolved(document, sentence, start, bare, end, published)
        clause = part_around(document.text, Span(sentence.start, sentence.end), sentence.start + start, sentence.start + end)
        cues = _cues(document, sentence, start, bare, end, found)
        if _list(language, "duration").fullmatch(text[start:end]) and not cues & {"given", "limit_noun"}:
            continue
        if when.end and published and when.end < published:
            cues.add("past")
        found.append(
            DueDate(
                sentence, sentence.start + start, sentence.start + end, clause, when,
                frozenset(cues), _is_old(text, start, found, sentence, language), prior(cues),
            )
        )  # fmt: skip
    return found


def prior(cues: set[str] | frozenset[str]) -> float:
    """Log-odds that an expression with these cues is a deadline's due date.

    A cue that explains the expression otherwise counts only where none says outright that it is a limit.
    """
    weights = {cue: WEIGHTS[cue] for cue in cues}
    outright = cues & {"limit_noun", "expires", "ends_thing", "given", "due", "firm", "series", "extended_to"}
    meant = outright or cues & {"obligation", "undertaking", "consequence"}
    if cues & {"limit", "until"} and "obligation" in cues:
        weights.pop("scheduled", None)
        weights.pop("forecast", None)
    if "consequence" in cues:
        weights.pop("scheduled", None)
    if outright:
        weights = {cue: weight for cue, weight in weights.items() if cue not in ("scheduled", "past", "bare")}
    if meant:
        weights.pop("narrative", None)
    if not cues & {"firm", "limit", "until", "given", "limit_noun", "expires", "ends_thing", "due", "consequence", "series", "pair"}:
        weights.pop("obligation", None)
        weights.pop("undertaking", None)
    strongest = sorted((w for w in weights.values() if w > 0), reverse=True)
    # The third and later cues for a limit mostly repeat what the first two said.
    return BIAS + sum(strongest[:2]) + 0.4 * sum(strongest[2:]) + sum(w for w in weights.values() if w < 0)


def _list(language: str, name: str) -> re.Pattern[str]:
    return pattern(language, "deadlines", name)


def _expressions(text: str, language: str) -> list[tuple[int, int]]:
    """The time expressions of a sentence, and the bare periods ("30 days") that no such expression takes in."""
    found = [(mention.start, mention.end) for mention in dates.find(text, language)]
    for name in ("time", "duration"):
        for match in _list(language, name).finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in found):
                found.append(match.span())
    return _joined(text, sorted(found))


def _joined(text: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Expressions that only a short word parts are one: "el domingo a medianoche"."""
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and _GAP.fullmatch(text, joined[-1][1], start):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _resolved(document: Document, sentence: Sentence, start: int, bare: int, end: int, published: dt.date | None) -> When:
    """What the expression means in its sentence; if that does not tell, as a time that is to come, or without its "by"."""
    text, language = document.quote(sentence), document.language
    expression = text[start:end]
    context = _scene(document, sentence, expression) + text
    attempts = [(expression, context), (expression, _TO_COME)]
    if _list(language, "duration").fullmatch(expression):
        attempts.append((f"within {expression}", ""))
    attempts += [(inner, _TO_COME) for inner in [text[bare:end], *(m.text for m in dates.find(expression, language))] if inner != expression]
    for attempt, told in attempts:
        when = dates.resolve(attempt, published, context=told)
        if when.resolved:
            limited = attempt != expression and any(_list(language, name).match(expression) for name in ("firm", "limit"))
            return when.model_copy(update={"text": expression, "start": None if limited and when.end else when.start})
    return dates.resolve(expression, published, context=text)


def _scene(document: Document, sentence: Sentence, expression: str) -> str:
    """The sentence before, where a period counts from the day that it tells: "ruled on Tuesday. … gave them 30 days"."""
    before = document.sentence(sentence.number - 1)
    own = dates.find(document.quote(sentence), document.language)
    if before is None or not _list(document.language, "duration").search(expression) or len(own) > 1:
        return ""
    told = _list(document.language, "gave").search(document.quote(sentence))
    days = dates.find(document.quote(before), document.language)
    return document.quote(before) + " " if told and len(days) == 1 else ""


def _with_preposition(text: str, start: int, end: int, language: str) -> int:
    """The start of the preposition and time of day that govern the expression ("by dawn"), or the expression's own."""
    if any(_list(language, name).match(text[start:end]) for name in ("firm", "limit", "until")):
        return start
    time = f"(?:(?:{_list(language, 'time_of_day').pattern})\\s+)?"
    for name in ("firm", "limit", "until"):
        if governed := re.search(rf"(?:{_list(language, name).pattern})\s+(?:the\s+)?{time}$", text[:start], re.IGNORECASE):
            return governed.start()
    return start


def _cues(document: Document, sentence: Sentence, start: int, bare: int, end: int, earlier: list[DueDate]) -> set[str]:
    text, language = document.quote(sentence), document.language
    clause = part_around(document.text, Span(sentence.start, sentence.end), sentence.start + start, sentence.start + end)
    first, last = clause.start - sentence.start, clause.end - sentence.start
    before, expression, after = text[first:start], text[start:end], text[end:last]
    cues = _governor(expression, before, after, language)
    whole = text[first:last]
    for name in ("consequence", "expires", "postponed", "hours", "forecast", "scheduled", "narrative"):
        if _list(language, name).search(text if name == "consequence" else whole):
            cues.add(name)
    cues |= _limit_noun(text, start, end, earlier, sentence, language)
    for name in ("obligation", "undertaking"):
        if _list(language, name).search(before) or (not before.strip() and _list(language, name).search(after)):
            cues.add(name)
    if _list(language, "ends").search(whole) or (cues & {"until", "limit"} and _list(language, "stands").search(before)):
        cues.add("ends_thing" if _list(language, "binding_thing").search(text) else "ends")
    if _given(before, expression, after, language):
        cues.add("given")
    subject = " ".join(_DUE.sub("", before).split()[-5:])
    if _DUE.search(before) and not _list(language, "event").search(subject):
        cues.add("due")
    if _list(language, "backward").match(text[bare:end]):
        cues.add("backward")
    if _list(language, "more").match(after.lstrip()) or _list(language, "longer_by").search(expression):
        cues.add("more")
    if "until" in cues and _list(language, "allowed").search(whole):
        cues.add("allowed")
    if "bare" in cues and _list(language, "onset").search(text[:start][-24:]):
        cues.add("onset")
    if _list(language, "reporting").search(" ".join(before.split()[-6:])) and "bare" in cues:
        cues.add("reported")
    if "limit" in cues and _list(language, "duration").search(expression) and re.match("by\\b", expression):
        cues.add("more")
    if _list(language, "longer").search(before) and re.search(r"(?:^|\\W)(?:to|until|till|auf|bis|au|jusqu|hasta|al|до|на)\\W*$", text[:bare][-14:] + " "):
        cues.add("extended_to")
    if any(found.prior > -0.3 for found in earlier) and cues & {"firm", "limit", "until"}:
        cues.add("series")
    if earlier and earlier[-1].old and not cues & {"reported", "backward", "more"}:
        cues.add("pair")
    return cues


def _limit_noun(text: str, start: int, end: int, earlier: list[DueDate], sentence: Sentence, language: str) -> set[str]:
    """A deadline by name: near the expression with no other time between, or elsewhere in the sentence."""
    found = list(_list(language, "limit_noun").finditer(text))
    taken = [(e.start - sentence.start, e.end - sentence.start) for e in earlier]
    for noun in found:
        first, last = (noun.end(), start) if noun.end() <= start else (end, noun.start())
        between = text[first:last]
        if len(between.split()) <= 8 and not any(first <= s < last for s, _ in taken):
            return {"limit_noun"}
    return {"limit_noun_far"} if found else set()


def _governor(expression: str, before: str, after: str, language: str) -> set[str]:
    if _list(language, "firm").match(expression) and not re.match(r"(?:until|till)\b", expression, re.IGNORECASE):
        return {"firm"}
    if _list(language, "after_date").match(after.lstrip()) or _list(language, "before_date").search(before[-25:]):
        return {"firm"}
    if _list(language, "limit").match(expression):
        return {"limit"}
    if _list(language, "until").match(expression):
        return {"until"}
    return {"bare"}


def _given(before: str, expression: str, after: str, language: str) -> bool:
    """ "gave them until Friday to", "has two weeks to", "was given 30 days"."""
    reach = _list(language, "given")
    gave = [m for m in reach.finditer(before) if len(before[m.end() :].split()) <= 9]
    if not gave:
        return False
    to_act = re.match(_list(language, "to_act").pattern, after.lstrip(), re.IGNORECASE)
    limited = _list(language, "until").match(expression) or _list(language, "firm").match(expression)
    period = _list(language, "period").search(expression) and not _list(language, "point").match(expression)
    return bool((limited or period) and (to_act or re.search(r"\bgave|\bgiven|\bgive", gave[-1].group(), re.IGNORECASE) or limited))


def _is_old(text: str, start: int, earlier: list[DueDate], sentence: Sentence, language: str) -> bool:
    """Whether the words before the expression tell a date that no longer holds."""
    since = max((found.end - sentence.start for found in earlier if found.end - sentence.start <= start), default=0)
    near = " ".join(text[since:start].split()[-9:]) + " " + " ".join(text[start:].split()[:1])
    hits = list(_list(language, "old").finditer(near))
    fresh = list(_list(language, "fresh").finditer(near))
    return bool(hits) and (not fresh or fresh[-1].start() < hits[-1].start())
