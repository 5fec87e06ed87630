"""Time expressions of a sentence read as due dates: what speaks for a limit, and how strongly; pure.

A reading's `prior` is the sum of hand-set weights of the cues around the expression, on the scale of log-odds, so that
it can be added to a model's.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from summarizer import dates
from summarizer.cues import bearers
from summarizer.cues.clauses import Span
from summarizer.cues.due_meanings import former, resolved
from summarizer.cues.due_weights import ENDED, ENDING, MEANT, prior
from summarizer.cues.expressions import Expression, find_expressions
from summarizer.cues.likelihood import is_supposed
from summarizer.cues.lines import lines_of
from summarizer.cues.tagging import Tag
from summarizer.cues.vocabulary import deadline_words
from summarizer.document import Document, Sentence
from summarizer.schema import When

_NEAR = 4
"""Words within which a verb stands beside the time that it governs."""
_NOUNS: Collection[Tag] = frozenset({"name", "word", "pronoun"})
_SUBJECTS: Collection[Tag] = frozenset({"name", "word", "pronoun", "relative"})
_RECENT = dt.timedelta(days=14)
"""How long a deadline that is over remains news."""
_NAMED_IN_PASSING = 9
"""Words, capitals apart, in which those to whom a time is given are named."""
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
        cues |= _limit_noun(expression, found) | _sequel(expression, cues, found)
        cues |= _told_otherwise(expression, cues, when, published)
        if not expression.is_period or cues & {"given", "named_limit"}:
            old = _is_old(expression, found)
            when = former(expression, published) if old else when
            found.append(DueDate(expression, when, frozenset(cues), old, prior(cues)))
    return _without_replaced(found, published)


def _without_replaced(found: Sequence[DueDate], published: dt.date | None) -> list[DueDate]:
    """The due dates, those as old that a later one of the sentence prolongs: "good until May, prolonged to June"."""
    last = max((n for n, due in enumerate(found) if "extended_to" in due.cues), default=0)
    return [
        replace(due, old=True, when=former(due.expression, published)) if n < last and due.cues & ENDED else due
        for n, due in enumerate(found)
    ]


def _told_otherwise(expression: Expression, cues: set[str], when: When, published: dt.date | None) -> set[str]:
    """What else the time may be, by its meaning and the cues: over, reached, or the time of something told."""
    found: set[str] = set()
    if when.end and published and when.end < published:
        found.add("past" if when.end < published - _RECENT else "lately")
    if cues & {"limit", "until"} and not cues & MEANT and _is_reached(expression):
        found.add("reached")
    if "bare" in cues and not cues & ENDING and _is_told(expression, when, published):
        found.add("told")
    if "bare" in cues and _is_beside_event(expression) and not _owed(expression):
        found.add("more")
    return found


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
    if words(language, "in_length").match(text) and expression.has_length and _owed(expression):
        return {"limit"}
    onset = words(language, "onset").search(expression.sentence_text[: expression.start][-24:])
    reported = words(language, "reporting").search(" ".join(expression.before.split()[-6:]))
    return {"bare"} | ({"onset"} if onset else set()) | ({"reported"} if reported else set())


def _is_told(expression: Expression, when: When, published: dt.date | None) -> bool:
    """Whether a day up to publication is that of an act, and not the day that a deadline is said to have."""
    if when.end is None or when.start is None or published is None or when.end > published:
        return False
    if expression.has_length or expression.names_limit:
        return False
    language, before = expression.language, expression.sentence_text[: expression.bare]
    noun = deadline_words(language, "limit_noun").pattern
    named = re.search(
        rf"{noun}(?:\W+(?:of|for|on|at|is|was|by|set|fell|expired|passed|lapsed|the))*\W*$", before, re.IGNORECASE
    )
    over = deadline_words(language, "passed").search(" ".join(before.split()[-_NEAR:]))
    return not (named or (over and deadline_words(language, "limit_noun").search(before)))


def _is_beside_event(expression: Expression) -> bool:
    """Whether a length of time places one event by another: "two days before the duties took effect"."""
    words = deadline_words(expression.language, "around_event")
    return expression.has_length and bool(words.search(expression.text))


def _owed(expression: Expression) -> bool:
    """Whether a verb of obligation governs the expression: "must reply in ten days"."""
    return bool(deadline_words(expression.language, "binds").search(" ".join(expression.before.split()[-2 * _NEAR :])))


def _is_reached(expression: Expression) -> bool:
    """Whether the time is one up to which something has happened: "by noon ten had died"."""
    return dates.is_reached(expression.text, expression.sentence_text)


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


def _governing(name: str) -> Callable[[Expression], bool]:
    """A verb before the expression with no other time between; behind it where the expression opens the clause."""

    def seen(expression: Expression) -> bool:
        words, language = deadline_words(expression.language, name), expression.language
        if not expression.before.strip() or expression.names_limit:
            return bool(words.search(expression.before + expression.text + expression.after))
        last = max((match.end() for match in words.finditer(expression.before)), default=None)
        if last is None:
            governed = expression.before + expression.sentence_text[expression.start : expression.bare]
            return bool(words.search(governed))
        return not dates.find(expression.before[last:], language) and not _another_verb_follows(expression, last)

    return seen


def _another_verb_follows(expression: Expression, last: int, subjects: Collection[Tag] = _SUBJECTS) -> bool:
    """Whether a verb with a subject of its own stands between: "ending a contest that the loser described on Tuesday".

    `last` is where the verb that may govern the time ends in the words before it.
    """
    line = lines_of(expression.document)[expression.sentence.number - 1]
    start, due = line.position(expression.clause.start + last), line.position(expression.span.start)
    return any(line.is_finite(at) and line.tag(at - 1) in subjects for at in range(start + 1, due))


def _consequence(expression: Expression) -> bool:
    return bool(deadline_words(expression.language, "consequence").search(expression.sentence_text))


def _ends(expression: Expression) -> bool:
    """A verb of ending, or "the offer stands until"."""
    stands = deadline_words(expression.language, "stands").search(expression.before)
    return _governing("ends")(expression) or bool(stands and expression.matches("until", "limit"))


def _ends_thing(expression: Expression) -> bool:
    clause = expression.before + expression.after
    thing = deadline_words(expression.language, "binding_thing").search(clause)
    if expression.matches("until") and deadline_words(expression.language, "lasting").search(clause):
        return True
    if expression.matches("until") and deadline_words(expression.language, "stands").search(expression.before):
        return True
    return bool(thing) and (_ends(expression) or _governing("expires")(expression))


def _given(expression: Expression) -> bool:
    """Whether a time is granted: "gave them until Friday to", "has two weeks to", "was given 30 days"."""
    language, before, after = expression.language, expression.before, expression.after
    gave = [m for m in deadline_words(language, "given").finditer(before) if _is_granted(expression, m.end())]
    if not gave or (after[:1] in "’'" and after[:1]):
        return False
    if expression.matches("until", "firm"):
        return True
    period = deadline_words(language, "period").search(expression.text) and not expression.matches("point")
    counted = re.match(r"\s*(?:from|after|following)\b[^.;,]{1,60}?(?=,| to\b)", after)
    after = re.sub(r"^, (?:which|who)\b[^,]{1,60},", "", after)
    to_act = deadline_words(language, "to_act").match((after[counted.end() :] if counted else after).lstrip(" ,"))
    return bool(period and (to_act or deadline_words(language, "gave").search(gave[-1].group())))


def _is_granted(expression: Expression, after: int) -> bool:
    """Whether only those to whom a time is given stand between the verb, which ends at `after`, and the time."""
    between = expression.before[after:]
    named = len(re.findall(r"\b[A-Z]", between))
    return len(between.split()) - named <= _NAMED_IN_PASSING and not _another_verb_follows(expression, after, _NOUNS)


def _due(expression: Expression) -> bool:
    """Whether what is owed is due then, or anything by then: "the loan is due on", not "results are due on"."""
    subject = " ".join(_DUE.sub("", expression.before).split()[-5:])
    words, language = deadline_words, expression.language
    if not _DUE.search(expression.before) or words(language, "event").search(subject):
        return False
    return expression.matches("firm", "limit") or bool(words(language, "owed_thing").search(subject))


def _will_be_done(expression: Expression) -> bool:
    """Whether somebody will do it by then, or it will be done; not that something will come about."""
    line = lines_of(expression.document)[expression.sentence.number - 1]
    due = line.position(expression.span.start)
    words = deadline_words(expression.language, "future")
    told = [line.position(m.start()) for m in words.finditer(line.text, expression.clause.start, expression.clause.end)]
    if not told:
        return False
    verb = max((at for at in told if at < due), default=told[0])
    done = deadline_words(expression.language, "is_done").match(line.text[line.words[verb].end :].lstrip())
    return bool(done or bearers.subject(line, verb))


def _backward(expression: Expression) -> bool:
    bare = expression.sentence_text[expression.bare : expression.end]
    return bool(deadline_words(expression.language, "backward").match(bare))


def _more(expression: Expression) -> bool:
    longer = deadline_words(expression.language, "longer_by").search(expression.text)
    if deadline_words(expression.language, "before_then").fullmatch(expression.text):
        return True  # another time of the sentence, which it makes a limit
    return bool(longer or deadline_words(expression.language, "more").match(expression.after.lstrip()))


def _extended_to(expression: Expression) -> bool:
    up_to = re.compile(rf"{deadline_words(expression.language, 'up_to').pattern}\W*$", re.IGNORECASE)
    preposition = expression.sentence_text[: expression.bare]
    return bool(deadline_words(expression.language, "longer").search(expression.before) and up_to.search(preposition))


_CUES: Mapping[str, Callable[[Expression], bool]] = {
    **{name: _in_clause(name) for name in ("postponed", "hours", "forecast", "foretold", "scheduled", "narrative")},
    "undertaking": _before_it("undertaking"),
    "obligation": lambda expression: _before_it("obligation")(expression) and not is_supposed(expression),
    "expires": _governing("expires"),
    "named_limit": lambda expression: expression.names_limit,
    "consequence": _consequence,
    "ends": _ends,
    "ends_thing": _ends_thing,
    "given": _given,
    "due": _due,
    "future": _will_be_done,
    "backward": _backward,
    "more": _more,
    "extended_to": _extended_to,
    "state": lambda expression: expression.matches("until") and _in_clause("state_until")(expression),
    "vague": lambda e: bool(deadline_words(e.language, "vague_length").fullmatch(e.text)),
}


def _limit_noun(expression: Expression, earlier: Sequence[DueDate]) -> set[str]:
    """A deadline by name: near the expression with no other time between, or elsewhere in the sentence."""
    text = expression.sentence_text
    found = list(deadline_words(expression.language, "limit_noun").finditer(text))
    for noun in found:
        ahead = noun.end() <= expression.start
        first, last = (noun.end(), expression.start) if ahead else (expression.end, noun.start())
        other = any(first <= due.expression.start < last for due in earlier)
        if ahead and not expression.matches("for_day") and _tells_setting(expression, text[first:last]):
            continue
        if len(text[first:last].split()) <= 8 and not other:
            return {"limit_noun"}
    return {"limit_noun_far"} if found else set()


def _tells_setting(expression: Expression, between: str) -> bool:
    """Whether the words between the noun and a bare time tell that the limit was set then."""
    bare = not expression.matches("firm", "limit", "until")
    return bare and bool(deadline_words(expression.language, "was_set").search(between))


def _sequel(expression: Expression, cues: set[str], earlier: Sequence[DueDate]) -> set[str]:
    """What a due date before in the sentence lends: the frame that it leaves out, or the date that it replaces."""
    found: set[str] = set()
    if cues & {"firm", "limit", "until"} and any(due.prior > 0.2 for due in earlier):
        found.add("series")
    replaces = (
        earlier
        and earlier[-1].old
        and ";" not in expression.sentence_text[earlier[-1].expression.end : expression.start]
    )
    if replaces and not cues & {"reported", "backward", "more"}:
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
