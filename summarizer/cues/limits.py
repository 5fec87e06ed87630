"""Deadlines that a text may tell, proposed from its wording; nothing is decided here and no model is asked; pure.

Every time expression is read as a due date (`due_dates`); the likely ones become cues, those of one deadline are
brought together, and the dates that it had before stand in `previously`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.cues.clauses import Span, divide, part_around
from summarizer.cues.due_dates import DueDate, due_dates
from summarizer.cues.parties import parties
from summarizer.cues.vocabulary import pattern
from summarizer.document import Document, Sentence
from summarizer.schema import DeadlineStatus, When

LEAST_PRIOR = -1.0
"""Readings below this are not proposed at all; a caller sets its own threshold above it."""

_UNDATED_PRIOR = -0.5
_STATUS_ORDER: tuple[DeadlineStatus, ...] = ("lifted", "met", "extended", "moved", "passed")
_CONTENT = re.compile(r"[^\W\d_]{5,}")


@dataclass(frozen=True)
class DeadlineCue:
    """One deadline that the text may tell. All spans are offsets into the document's text.

    `sentences` are numbers, the fullest telling first; `clause` is the part of it that says the deadline; `due` is the
    expression (None where the text names no date), `when` its meaning, `choices` every time expression of the clause;
    `previously` the dates that it had before, oldest first. `prior` is on the scale of log-odds.
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
    told: list[DeadlineCue] = []
    for sentence in document.sentences:
        for cue in _of_sentence(document, sentence, published):
            _add(document, told, cue)
    return [_completed(document, cue, published) for cue in told]


def _list(document: Document, name: str) -> re.Pattern[str]:
    return pattern(document.language, "deadlines", name)


def _of_sentence(document: Document, sentence: Sentence, published: dt.date | None) -> list[DeadlineCue]:
    """The cues of one sentence, one for each due date that is not merely a former one of the same deadline."""
    likely = [found for found in due_dates(document, sentence, published) if found.prior >= LEAST_PRIOR]
    likely = _without_repeats(likely)
    if not likely:
        return _undated(document, sentence)
    current = [found for found in likely if not found.old]
    former = [found for found in likely if found.old]
    if not current:
        current, former = [likely[-1]], likely[:-1]
    whole = Span(sentence.start, sentence.end)
    clauses = divide(document.text, whole, [found.span for found in current])
    cues = []
    for index, (found, part) in enumerate(zip(current, clauses, strict=True)):
        before = [f for f in former if _same_deadline(document, f, found, current)]
        start = min([found.start, *(f.start for f in before)])
        end = max([found.end, *(f.end for f in before)])
        reach = whole if len(current) == 1 else part
        clause = part_around(document.text, reach, max(start, reach.start), min(end, reach.end)) if index >= 0 else reach
        cues.append(_cue(document, sentence, found, clause, before))
    return cues


def _cue(document: Document, sentence: Sentence, found: DueDate, clause: Span, before: Sequence[DueDate]) -> DeadlineCue:
    choices = tuple(sorted({found.span, *(f.span for f in before)}))
    return DeadlineCue(
        sentences=(sentence.number,),
        clause=clause,
        due=found.span,
        when=found.when,
        choices=choices,
        prior=max([found.prior, *(f.prior for f in before)]),
        previously=tuple(f.when for f in before),
    )


def _without_repeats(found: list[DueDate]) -> list[DueDate]:
    """Of two readings of the same day in one clause, the likelier: "by Friday, the 20th"."""
    kept: list[DueDate] = []
    for reading in found:
        twin = next((k for k in kept if k.when.end and k.when.end == reading.when.end and k.clause == reading.clause), None)
        if twin is None:
            kept.append(reading)
        elif reading.prior > twin.prior:
            kept[kept.index(twin)] = reading
    return kept


def _same_deadline(document: Document, former: DueDate, found: DueDate, current: Sequence[DueDate]) -> bool:
    """Whether a former date belongs to this due date: it is the nearest one that follows, or the nearest at all."""
    following = [c for c in current if c.start > former.start]
    nearest = following[0] if following else current[-1]
    return nearest is found


def _undated(document: Document, sentence: Sentence) -> list[DeadlineCue]:
    """An ultimatum or a deadline that is set without any date."""
    text = document.quote(sentence)
    match = _list(document, "undated").search(text)
    if not match:
        return []
    clause = part_around(document.text, Span(sentence.start, sentence.end), sentence.start + match.start(), sentence.start + match.end())
    return [DeadlineCue((sentence.number,), clause, None, None, (), _UNDATED_PRIOR)]


def _add(document: Document, told: list[DeadlineCue], cue: DeadlineCue) -> None:
    """Put the cue among those told before: as another telling, as a former date, as the newer date, or as a new one."""
    for index in range(len(told) - 1, -1, -1):
        earlier = told[index]
        if earlier.sentences[-1] == cue.sentences[0] and not _repeats(earlier, cue):
            continue
        if _retells(document, earlier, cue):
            told[index] = _merged(earlier, cue)
            return
        if _near(document, earlier, cue) and _tells_former(document, cue):
            told[index] = replace(
                earlier, previously=_in_order((*cue.previously, *_dated(cue)), earlier), sentences=_joined(earlier, cue)
            )
            return
        if _near(document, earlier, cue) and (_tells_former(document, earlier) or _supersedes(document, cue)):
            told[index] = replace(
                cue, previously=_in_order((*earlier.previously, *_dated(earlier), *cue.previously), cue), sentences=_joined(cue, earlier)
            )
            return
    told.append(cue)


def _dated(cue: DeadlineCue) -> tuple[When, ...]:
    return (cue.when,) if cue.when else ()


def _in_order(whens: tuple[When, ...], cue: DeadlineCue) -> tuple[When, ...]:
    """Former dates without repeats and without the present one, oldest first where they are resolved."""
    kept: list[When] = []
    for when in whens:
        if (cue.when is None or when.end != cue.when.end or when.end is None) and when not in kept:
            kept.append(when)
    return tuple(sorted(kept, key=lambda when: when.end or dt.date.min))


def _joined(first: DeadlineCue, second: DeadlineCue) -> tuple[int, ...]:
    return tuple(dict.fromkeys((*first.sentences, *second.sentences)))


def _repeats(earlier: DeadlineCue, cue: DeadlineCue) -> bool:
    return bool(earlier.when and cue.when and earlier.when.end and earlier.when.end == cue.when.end)


def _retells(document: Document, earlier: DeadlineCue, cue: DeadlineCue) -> bool:
    """Whether both tell one deadline: the same day and something in common, or "the deadline" without a day."""
    anaphoric = _list(document, "anaphora").search(_text(document, cue.clause))
    if cue.when is None or cue.due is None:
        return bool(anaphoric) or earlier.when is None
    if earlier.when is None:
        return _near(document, earlier, cue)
    if not _repeats(earlier, cue):
        return False
    return bool(anaphoric) or bool(_common(document, earlier, cue))


def _common(document: Document, one: DeadlineCue, other: DeadlineCue) -> set[str]:
    """Stems of content words that both clauses have."""
    return _stems(_text(document, one.clause)) & _stems(_text(document, other.clause))


def _stems(text: str) -> set[str]:
    return {word.lower()[:6] for word in _CONTENT.findall(text)}


def _near(document: Document, one: DeadlineCue, other: DeadlineCue) -> bool:
    """Whether the two stand in the same paragraph or within three sentences."""
    first, second = (document.sentence(cue.sentences[0]) for cue in (one, other))
    if first is None or second is None:
        return False
    return first.paragraph == second.paragraph or abs(first.number - second.number) <= 3


def _tells_former(document: Document, cue: DeadlineCue) -> bool:
    """Whether the clause tells "the first deadline", "an earlier ultimatum": one that was replaced."""
    return bool(_list(document, "former_deadline").search(_text(document, cue.clause)))


def _supersedes(document: Document, cue: DeadlineCue) -> bool:
    """Whether the clause tells a date that takes the place of one told before: "a second date", "a new deadline"."""
    return bool(_list(document, "new_deadline").search(_text(document, cue.clause)))


def _merged(earlier: DeadlineCue, cue: DeadlineCue) -> DeadlineCue:
    """One cue of two tellings; the likelier is the fullest."""
    first, second = (cue, earlier) if cue.prior > earlier.prior + 0.5 and cue.due else (earlier, cue)
    return replace(
        first,
        sentences=_joined(first, second),
        prior=max(first.prior, second.prior),
        previously=_in_order((*earlier.previously, *cue.previously), first),
    )


def _text(document: Document, span: Span) -> str:
    return document.text[span.start : span.end]


def _completed(document: Document, cue: DeadlineCue, published: dt.date | None) -> DeadlineCue:
    """The cue with its parties, consequence, amount and status."""
    sentence = document.sentence(cue.sentences[0])
    if sentence is None:
        return cue
    whole = Span(sentence.start, sentence.end)
    set_by, binding_on = parties(document, cue.clause)
    return replace(
        cue,
        set_by=set_by,
        binding_on=binding_on,
        consequence=_consequence(document, whole, sentence.number),
        amount=_first(document, "amount", cue.clause),
        status=_status(document, cue, published),
    )


def _first(document: Document, name: str, span: Span) -> Span | None:
    match = _list(document, name).search(document.text, span.start, span.end)
    return Span(match.start(), match.end()) if match else None


def _consequence(document: Document, sentence: Span, number: int) -> Span | None:
    """ "or face …" to the end of the clause; else a next sentence that opens with "Otherwise"."""
    match = _list(document, "consequence").search(document.text, sentence.start, sentence.end)
    if match:
        return part_around(document.text, Span(match.start(), sentence.end), match.start(), match.end())
    following = document.sentence(number + 1)
    if following and _list(document, "consequence").match(document.text, following.start, following.end):
        return Span(following.start, following.end)
    return None


def _status(document: Document, cue: DeadlineCue, published: dt.date | None) -> DeadlineStatus:
    """What the wording tells; a date in the past alone changes nothing."""
    told = " ".join(_text(document, Span(s.start, s.end)) for n in cue.sentences if (s := document.sentence(n)))
    for status in _STATUS_ORDER:
        if status in ("moved", "extended") and not (cue.previously or _list(document, "longer").search(told)):
            continue
        if status == "passed" and not (published and cue.when and cue.when.end and cue.when.end < published):
            continue
        if status == "moved" and cue.previously:
            return "moved"
        if _list(document, status).search(told):
            return status
    return "pending"
