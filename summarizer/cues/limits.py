"""Deadlines that a text may tell, proposed from its wording; nothing is decided here and no model is asked; pure.

Every time expression is read as a due date (`due_dates`); the likely ones become cues, those of one deadline are
brought together (`retellings`), and the dates that it had before stand in `previously`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from summarizer import dates
from summarizer.cues.backdrop import Backdrop
from summarizer.cues.clauses import Span, divide, part_around, trim
from summarizer.cues.due_dates import DueDate, due_dates
from summarizer.cues.due_meanings import former as former_meaning
from summarizer.cues.due_weights import ENDED
from summarizer.cues.lines import lines_of
from summarizer.cues.parties import parties
from summarizer.cues.retellings import tell
from summarizer.cues.subjects import subject_before
from summarizer.cues.vocabulary import deadline_words
from summarizer.document import Document, Sentence
from summarizer.schema import DeadlineStatus, When

LEAST_PRIOR = -1.0
"""Readings below this are not proposed at all; a caller sets its own threshold above it."""

_UNDATED_PRIOR = -0.5
_BOTH_TOLD = 0.5
"""What speaks for a deadline of which is told who set it and who must act: "the county has told residents to"."""
_TOLD_FIRST: tuple[DeadlineStatus, ...] = ("lifted", "met", "extended", "moved", "passed")


@dataclass(frozen=True)
class DeadlineCue:
    """One deadline that the text may tell. All spans are offsets into the document's text.

    `sentences` are numbers, the fullest telling first; `clause` is the part of it that says the deadline; `due` is the
    expression (None where the text names no date), `when` its meaning, `choices` every date that the clause gives the
    deadline; `previously` the dates that it had before, oldest first. `prior` is on the scale of log-odds.
    """

    sentences: tuple[int, ...]
    clause: Span
    due: Span | None
    when: When | None
    choices: tuple[Span, ...]
    prior: float
    previously: tuple[When, ...] = ()
    status: DeadlineStatus = "pending"
    set_by: tuple[Span, ...] = ()
    binding_on: tuple[Span, ...] = ()
    consequence: Span | None = None
    amount: Span | None = None


def propose(document: Document, published: dt.date | None) -> list[DeadlineCue]:
    """The deadlines that the text may tell, in its order; `published` anchors the relative dates."""
    return list(_proposed(document, published))


@lru_cache(maxsize=8)  # a long text is read in parts, and prompts are compared on the same text
def _proposed(document: Document, published: dt.date | None) -> tuple[DeadlineCue, ...]:
    backdrop = Backdrop(document, published)
    told: list[DeadlineCue] = []
    for sentence in document.sentences:
        for cue in _of_sentence(document, sentence, published):
            tell(document, told, cue)
    return tuple(_completed(backdrop, cue) for cue in told if cue.prior >= LEAST_PRIOR)


def _of_sentence(document: Document, sentence: Sentence, published: dt.date | None) -> list[DeadlineCue]:
    """The cues of one sentence, one for each due date that is not merely a former one of the same deadline."""
    read = due_dates(document, sentence, published)
    likely = [found for n, found in enumerate(read) if found.prior >= LEAST_PRIOR or _is_former(n, read)]
    if all(found.prior < LEAST_PRIOR for found in likely):
        return [
            _cue(document, due, (), Span(sentence.start, sentence.end)) for due in read if _would_have_ended(due)
        ] or _undated(document, sentence)
    unclear = [found for found in likely if _is_dated_beside(found, likely)]
    least = max((found.prior for found in unclear), default=LEAST_PRIOR)
    likely = _without_repeats([replace(d, prior=max(d.prior, least)) for d in likely if d not in unclear])
    if not likely:
        return _undated(document, sentence)
    current = [found for found in likely if not found.old] or likely[-1:]
    former = [
        replace(found, when=former_meaning(found.expression, published)) for found in likely if found not in current
    ]
    whole = Span(sentence.start, sentence.end)
    parts = divide(document.text, whole, [found.span for found in current], document.language)
    return [
        _cue(document, found, [f for f in former if _next(f, current) is found], whole if len(current) == 1 else part)
        for found, part in zip(current, parts, strict=True)
    ]


def _cue(document: Document, found: DueDate, before: Sequence[DueDate], reach: Span) -> DeadlineCue:
    spans = sorted({found.span, *(former.span for former in before)})
    mark = Span(max(spans[0].start, reach.start), min(spans[-1].end, reach.end))
    return DeadlineCue(
        sentences=(found.expression.sentence.number,),
        clause=part_around(document.text, reach, mark, document.language),
        due=found.span,
        when=found.when,
        choices=tuple(spans),
        prior=max([found.prior, *(former.prior for former in before)]),
        previously=tuple(former.when for former in before),
    )


def _next(former: DueDate, current: Sequence[DueDate]) -> DueDate:
    """The due date that took the place of a former one: the first behind it, else the last before it."""
    return next((due for due in current if due.span.start > former.span.start), current[-1])


def _without_repeats(found: Sequence[DueDate]) -> list[DueDate]:
    """Of two readings of the same day in one clause, the likelier: "by Friday, the 20th"."""
    kept: list[DueDate] = []
    for due in found:
        twin = next((k for k in kept if k.when.end and k.when.end == due.when.end and _share_clause(k, due)), None)
        if twin is None:
            kept.append(due)
        elif due.prior > twin.prior:
            kept[kept.index(twin)] = due
    return kept


def _is_former(index: int, read: Sequence[DueDate]) -> bool:
    """Whether it is the former date of another of the sentence that replaced it, however it is worded itself."""
    found, behind = read[index], read[index + 1 : index + 2]
    if not found.old or not found.when.resolved or "more" in found.cues:
        return False
    replaced = any("pair" in due.cues and due.prior >= LEAST_PRIOR for due in behind)
    before = found.expression.sentence_text[: found.expression.start]
    return replaced or bool(deadline_words(found.expression.language, "had_first").search(before))


def _would_have_ended(due: DueDate) -> bool:
    """Whether it is the day on which a permit would have expired: a former date of one that another sentence tells."""
    ended = deadline_words(due.expression.language, "would_have_ended").search(due.expression.before)
    return bool(ended and due.cues & ENDED)


def _is_dated_beside(one: DueDate, others: Sequence[DueDate]) -> bool:
    """Whether "the 24-hour deadline", whose day its words do not give, has one in its clause: "expired on Friday".

    "A further 36 hours" has one anywhere in its sentence.
    """
    further = deadline_words(one.expression.language, "additional").search(one.expression.text)
    if not one.when.resolved and (further or "added" in one.cues):
        dated = {"limit", "until", "firm"} | ENDED
        return any(other.when.resolved and not other.old and other.cues & dated for other in others)
    unclear = one.expression.names_limit and one.expression.has_length and not one.when.resolved
    return unclear and any(other.when.resolved and _share_clause(one, other) for other in others)


def _share_clause(one: DueDate, other: DueDate) -> bool:
    return one.expression.clause == other.expression.clause


def _undated(document: Document, sentence: Sentence) -> list[DeadlineCue]:
    """An ultimatum or a deadline that is set without any date."""
    whole = Span(sentence.start, sentence.end)
    mark = _first(document, "undated", whole)
    if mark is None:
        return []
    clause = part_around(document.text, whole, mark, document.language)
    return [DeadlineCue((sentence.number,), clause, None, None, (), _UNDATED_PRIOR)]


def _completed(backdrop: Backdrop, cue: DeadlineCue) -> DeadlineCue:
    """The cue with its parties, consequence, amount and status."""
    document = backdrop.document
    set_by, binding_on = parties(document, cue.sentences, cue.clause, cue.due) if cue.due else ((), ())
    consequence = _consequence(document, cue.sentences[0])
    at_stake = [span for span in (cue.clause, consequence) if span]
    return replace(
        cue,
        prior=cue.prior + (_BOTH_TOLD if set_by and binding_on else 0.0),
        set_by=set_by,
        binding_on=binding_on,
        consequence=consequence,
        amount=next((found for span in at_stake if (found := _first(document, "amount", span))), None),
        status=_status(document, cue, backdrop.published),
    )


def _first(document: Document, name: str, span: Span) -> Span | None:
    match = deadline_words(document.language, name).search(document.text, span.start, span.end)
    return Span(*match.span()) if match else None


def _consequence(document: Document, number: int) -> Span | None:
    """What follows otherwise: behind "or", what is threatened beside "unless" and "if not", else "Otherwise, …"."""
    sentence, following = document.sentence(number), document.sentence(number + 1)
    if sentence and (mark := _first(document, "consequence", Span(sentence.start, sentence.end))):
        if any(_first(document, name, Span(mark.start, mark.end)) for name in ("condition", "should")):
            return _threatened(document, Span(sentence.start, sentence.end), mark)
        part = part_around(document.text, Span(mark.start, sentence.end), mark, document.language)
        joint = deadline_words(document.language, "or").match(document.text, part.start, part.end)
        return trim(document.text, joint.end() if joint else part.start, _without_stop(document.text, part))
    if following:
        mark = _first(document, "consequence", Span(following.start, following.end))
        if mark and mark.start == following.start:
            return Span(following.start, following.end)
    return None


def _threatened(document: Document, sentence: Span, condition: Span) -> Span | None:
    """The main clause of a condition: from its "will" or "threatened to" to "unless", else behind the comma."""
    text, language = document.text, document.language
    before = list(deadline_words(language, "would_follow").finditer(text, sentence.start, condition.start))
    if before:
        verb = before[-1].start()
        asked = deadline_words(language, "interrogative").search(text[sentence.start : verb])
        return None if asked else trim(text, _with_subject(document, verb), condition.start)
    dated = [
        range(m.start + condition.end, m.end + condition.end)
        for m in dates.find(text[condition.end : sentence.end], language)
    ]
    commas = (m.start() for m in re.finditer(", ", text[: sentence.end]) if m.start() >= condition.end)
    comma = next((at for at in commas if not any(at in date for date in dated)), -1)
    if comma < 0 or text[sentence.start : condition.start].strip(' “"'):
        return None
    whole = part_around(text, sentence, Span(comma, comma + 1), language)
    return trim(text, comma + 1, _without_stop(text, Span(comma, whole.end)))


def _with_subject(document: Document, verb: int) -> int:
    """Where the subject of "will" or "would" at this offset begins, so that what follows can stand alone."""
    sentence = document.sentence_at(verb)
    if sentence is None or not deadline_words(document.language, "will_follow").match(document.text, verb):
        return verb
    line = lines_of(document)[sentence.number - 1]
    subject = subject_before(line, line.position(verb))
    return subject.span(line)[0] if subject else verb


def _without_stop(text: str, part: Span) -> int:
    """The end of the part without a full stop, which belongs to the sentence, or the close of a quotation about it."""
    closed = re.compile(r'[.,!?]?["”»]').search(text, part.start, part.end)
    if closed and not re.search(r'["“«]', text[part.start : closed.start()]):
        return closed.start()
    return part.end - 1 if text[part.end - 1 : part.end] == "." else part.end


def _status(document: Document, cue: DeadlineCue, published: dt.date | None) -> DeadlineStatus:
    """What the wording tells; a date in the past alone changes nothing."""
    told = " ".join(document.quote(sentence) for n in cue.sentences if (sentence := document.sentence(n)))
    told += _sequel(document, cue)
    over = bool(published and cue.when and cue.when.end and cue.when.end < published)
    longer = deadline_words(document.language, "longer")
    near = document.text[cue.clause.start : cue.due.end if cue.due else cue.clause.end]
    changed = bool(
        cue.previously or longer.search(near) or deadline_words(document.language, "longer_than").search(told)
    )
    possible = {"lifted": True, "met": True, "extended": changed, "moved": changed, "passed": over}
    for status in _TOLD_FIRST:
        if possible[status] and deadline_words(document.language, status).search(told):
            return status
    if cue.previously:
        ends = any(
            deadline_words(document.language, name).search(told)
            for name in ("expires", "runs_out", "lasting", "stands_open")
        )
        given = deadline_words(document.language, "gives_time").search(near)
        return "extended" if ends or given else "moved"
    if _is_over(document, cue, published):
        return "passed"
    return "passed" if over and _is_narrated(document, cue) else "pending"


def _is_over(document: Document, cue: DeadlineCue, published: dt.date | None) -> bool:
    """Whether a telling says that it ran out, and no day of it lies ahead: "the three-day ultimatum has expired"."""
    if cue.when and cue.when.end and published and cue.when.end > published:
        return False
    told = [document.quote(sentence) for n in cue.sentences if (sentence := document.sentence(n))]
    names = ("limit_noun", "is_over")
    return any(all(deadline_words(document.language, name).search(text) for name in names) for text in told)


def _sequel(document: Document, cue: DeadlineCue) -> str:
    """The next sentence where it tells what became of "the deadline"."""
    following = document.sentence(cue.sentences[0] + 1)
    text = f" {document.quote(following)}" if following else ""
    taken_up = all(deadline_words(document.language, name).search(text) for name in ("anaphora", "passed"))
    return text if taken_up else ""


def _is_narrated(document: Document, cue: DeadlineCue) -> bool:
    """Whether the deadline is told as one of the past, and nobody must still act by it."""
    sentence = document.sentence(cue.sentences[0])
    if sentence is None or cue.due is None:
        return False
    return not deadline_words(document.language, "as_of_now").search(document.text, sentence.start, cue.due.start)
