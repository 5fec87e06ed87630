"""Time expressions of a sentence read as due dates: what speaks for a limit, and how strongly; pure.

A reading's `prior` is the sum of hand-set weights of the cues around the expression, on the scale of log-odds, so that
it can be added to a model's.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from summarizer.cues.clauses import Span
from summarizer.cues.expressions import Expression, deadline_words, find_expressions, resolved
from summarizer.document import Document, Sentence
from summarizer.schema import When

BIAS = -1.5
WEIGHTS: Mapping[str, float] = {
    "firm": 2.2,  # no later than
    "limit": 1.0,  # by, before, within
    "until": 0.8,
    "bare": -0.6,  # no preposition that limits
    "limit_noun": 2.0,  # deadline, ultimatum, near the date
    "limit_noun_far": 0.8,
    "expires": 2.2,
    "ends_thing": 2.2,  # a truce, a permit that ends
    "ends": 0.5,
    "due": 1.6,
    "given": 2.0,  # gave them until Friday to
    "obligation": 1.4,
    "undertaking": 1.2,
    "consequence": 2.5,
    "allowed": 0.9,
    "postponed": 0.5,
    "extended_to": 1.8,
    "pair": 1.2,  # an older date of the same deadline stands before
    "series": 1.5,  # another due date stands before: until May …, smelters until June …
    "scheduled": -1.5,
    "narrative": -1.2,
    "forecast": -1.2,
    "hours": -2.0,
    "backward": -2.0,
    "more": -5.0,  # by two weeks, three days later
    "reported": -2.6,
    "onset": -2.0,
    "past": -1.2,
}
_OUTRIGHT = frozenset({"limit_noun", "expires", "ends_thing", "given", "due", "firm", "series", "extended_to"})
_MEANT = _OUTRIGHT | {"obligation", "undertaking", "consequence"}
_LIMITED = _OUTRIGHT | {"limit", "until", "consequence", "pair"}
_FURTHER_SHARE = 0.4
"""The third and later cues for a limit mostly repeat what the first two said."""

_DUE = re.compile(
    r"(?:\b(?:is|are|was|were|be|been)\s+)?\b(?:due|payable|repayable|returnable)\s+(?:back\s+)?$", re.IGNORECASE
)


@dataclass(frozen=True)
class DueDate:
    """An expression read as a due date: what it means, the cues that were seen, and whether it no longer holds."""

    expression: Expression
    when: When
    cues: frozenset[str]
    old: bool
    prior: float

    @property
    def span(self) -> Span:
        """The expression's offsets in the document's text."""
        return self.expression.span


def due_dates(document: Document, sentence: Sentence, published: dt.date | None) -> list[DueDate]:
    """Every time expression of the sentence as a due date, left to right, likely or not."""
    found: list[DueDate] = []
    for expression in find_expressions(document, sentence):
        when = resolved(expression, published)
        cues = {name for name, seen in _CUES.items() if seen(expression)} | _governor(expression)
        cues |= _limit_noun(expression, found) | _sequel(cues, found)
        if when.end and published and when.end < published:
            cues.add("past")
        if not expression.is_period or cues & {"given", "limit_noun"}:
            found.append(DueDate(expression, when, frozenset(cues), _is_old(expression, found), prior(cues)))
    return found


def prior(cues: set[str] | frozenset[str]) -> float:
    """Log-odds that an expression with these cues is a deadline's due date.

    A cue that explains the expression otherwise counts only where none says outright that it is a limit.
    """
    weights = [WEIGHTS[cue] for cue in cues - _overruled(cues)]
    strongest = sorted((weight for weight in weights if weight > 0), reverse=True)
    against = sum(weight for weight in weights if weight < 0)
    return BIAS + sum(strongest[:2]) + _FURTHER_SHARE * sum(strongest[2:]) + against


def _overruled(cues: set[str] | frozenset[str]) -> set[str]:
    """Cues that others of the set make void."""
    void: set[str] = set()
    if cues & _OUTRIGHT:
        void |= {"scheduled", "past", "bare"}
    if cues & _MEANT:
        void |= {"narrative"}
    if "obligation" in cues and cues & {"limit", "until"}:
        void |= {"scheduled", "forecast"}
    if cues & {"ends_thing", "obligation", "given"}:
        void |= {"hours"}
    if "consequence" in cues:
        void |= {"scheduled"}
    if not cues & _LIMITED:
        void |= {"obligation", "undertaking"}
    return void


def _governor(expression: Expression) -> set[str]:
    """How the preposition binds: firm, limit, until, or bare where none limits."""
    words = deadline_words
    language, text = expression.language, expression.text
    around = words(language, "after_date").match(expression.after.lstrip()) or words(language, "before_date").search(
        expression.before[-25:]
    )
    if around or (expression.matches("firm") and not expression.matches("until")):
        return {"firm"}
    if expression.matches("limit"):
        by_period = words(language, "duration").search(text) and re.match(r"by\b", text, re.IGNORECASE)
        return {"limit", "more"} if by_period else {"limit"}
    if expression.matches("until"):
        allowed = words(language, "allowed").search(expression.before + expression.after)
        return {"until", "allowed"} if allowed else {"until"}
    onset = words(language, "onset").search(expression.sentence_text[: expression.start][-24:])
    reported = words(language, "reporting").search(" ".join(expression.before.split()[-6:]))
    return {"bare"} | ({"onset"} if onset else set()) | ({"reported"} if reported else set())


def _in_clause(name: str) -> Callable[[Expression], bool]:
    def seen(expression: Expression) -> bool:
        clause = expression.before + expression.text + expression.after
        return bool(deadline_words(expression.language, name).search(clause))

    return seen


def _before_it(name: str) -> Callable[[Expression], bool]:
    """Before the expression; behind it where the expression opens the clause."""

    def seen(expression: Expression) -> bool:
        words = deadline_words(expression.language, name)
        return bool(
            words.search(expression.before) or (not expression.before.strip() and words.search(expression.after))
        )

    return seen


def _consequence(expression: Expression) -> bool:
    return bool(deadline_words(expression.language, "consequence").search(expression.sentence_text))


def _ends(expression: Expression) -> bool:
    """A verb of ending, or "the offer stands until"."""
    stands = deadline_words(expression.language, "stands").search(expression.before)
    return _in_clause("ends")(expression) or bool(stands and expression.matches("until", "limit"))


def _ends_thing(expression: Expression) -> bool:
    thing = deadline_words(expression.language, "binding_thing").search(expression.sentence_text)
    return bool(thing) and (_ends(expression) or _in_clause("expires")(expression))


def _given(expression: Expression) -> bool:
    """Whether a time is granted: "gave them until Friday to", "has two weeks to", "was given 30 days"."""
    language, before, after = expression.language, expression.before, expression.after
    gave = [m for m in deadline_words(language, "given").finditer(before) if len(before[m.end() :].split()) <= 9]
    if not gave:
        return False
    if expression.matches("until", "firm"):
        return True
    period = deadline_words(language, "period").search(expression.text) and not expression.matches("point")
    to_act = deadline_words(language, "to_act").match(after.lstrip())
    return bool(period and (to_act or deadline_words(language, "gave").search(gave[-1].group())))


def _due(expression: Expression) -> bool:
    """Whether something is due then, unless that is an event: "the loan is due on"."""
    subject = " ".join(_DUE.sub("", expression.before).split()[-5:])
    return bool(_DUE.search(expression.before)) and not deadline_words(expression.language, "event").search(subject)


def _backward(expression: Expression) -> bool:
    bare = expression.sentence_text[expression.bare : expression.end]
    return bool(deadline_words(expression.language, "backward").match(bare))


def _more(expression: Expression) -> bool:
    longer = deadline_words(expression.language, "longer_by").search(expression.text)
    return bool(longer or deadline_words(expression.language, "more").match(expression.after.lstrip()))


def _extended_to(expression: Expression) -> bool:
    up_to = re.compile(rf"{deadline_words(expression.language, 'up_to').pattern}\W*$", re.IGNORECASE)
    preposition = expression.sentence_text[: expression.bare]
    return bool(deadline_words(expression.language, "longer").search(expression.before) and up_to.search(preposition))


_CUES: Mapping[str, Callable[[Expression], bool]] = {
    **{name: _in_clause(name) for name in ("expires", "postponed", "hours", "forecast", "scheduled", "narrative")},
    **{name: _before_it(name) for name in ("obligation", "undertaking")},
    "consequence": _consequence,
    "ends": _ends,
    "ends_thing": _ends_thing,
    "given": _given,
    "due": _due,
    "backward": _backward,
    "more": _more,
    "extended_to": _extended_to,
}


def _limit_noun(expression: Expression, earlier: Sequence[DueDate]) -> set[str]:
    """A deadline by name: near the expression with no other time between, or elsewhere in the sentence."""
    text = expression.sentence_text
    found = list(deadline_words(expression.language, "limit_noun").finditer(text))
    for noun in found:
        ahead = noun.end() <= expression.start
        first, last = (noun.end(), expression.start) if ahead else (expression.end, noun.start())
        other = any(first <= due.expression.start < last for due in earlier)
        if len(text[first:last].split()) <= 8 and not other:
            return {"limit_noun"}
    return {"limit_noun_far"} if found else set()


def _sequel(cues: set[str], earlier: Sequence[DueDate]) -> set[str]:
    """What a due date before in the sentence lends: the frame that it leaves out, or the date that it replaces."""
    found: set[str] = set()
    if cues & {"firm", "limit", "until"} and any(due.prior > 0.2 for due in earlier):
        found.add("series")
    if earlier and earlier[-1].old and not cues & {"reported", "backward", "more"}:
        found.add("pair")
    return found


def _is_old(expression: Expression, earlier: Sequence[DueDate]) -> bool:
    """Whether the words before the expression tell a date that no longer holds."""
    text, language = expression.sentence_text, expression.language
    since = max((due.expression.end for due in earlier if due.expression.end <= expression.start), default=0)
    near = " ".join([*text[since : expression.start].split()[-9:], *text[expression.start :].split()[:1]])
    old = [match.start() for match in deadline_words(language, "old").finditer(near)]
    fresh = [match.start() for match in deadline_words(language, "fresh").finditer(near)]
    return bool(old) and max(fresh, default=-1) < old[-1]
