"""Time expressions of a sentence read as due dates: what speaks for a limit, and how strongly; pure.

A reading's `prior` is the sum of hand-set weights of the cues around the expression, on the scale of log-odds, so that
it can be added to a model's.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer import dates
from summarizer.cues.clauses import Span
from summarizer.cues.due_cues import CUES
from summarizer.cues.due_meanings import resolved
from summarizer.cues.due_weights import ENDED, ENDING, MEANT, REPLACEABLE, prior
from summarizer.cues.expressions import Expression, find_expressions
from summarizer.cues.foreign_times import tells_of_saying
from summarizer.cues.unbinding import is_long_ago
from summarizer.cues.vocabulary import deadline_words, primary
from summarizer.document import Document, Sentence
from summarizer.schema import When

_LED = 10
"""Characters before a day that may hold the word that makes it the limit."""
_NEAR = 4
"""Words within which a verb stands beside the time that it governs."""
_RECENT = dt.timedelta(days=14)
"""How long a deadline that is over remains news."""


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
        cues = {name for name, seen in CUES.items() if seen(expression)} | _governor(expression)
        cues |= _limit_noun(expression, found) | _sequel(expression, cues, found)
        cues |= _told_otherwise(expression, cues, when, published)
        if not expression.is_period or cues & {"given", "named_limit", "added"}:
            found.append(DueDate(expression, when, frozenset(cues), _is_old(expression, found), prior(cues)))
    return _without_replaced(found)


def _without_replaced(found: Sequence[DueDate]) -> list[DueDate]:
    """The due dates, those as old that a later one of the sentence prolongs: "good until May, prolonged to June"."""
    last = max((n for n, due in enumerate(found) if "extended_to" in due.cues), default=0)
    return [replace(due, old=True) if n < last and due.cues & ENDED else due for n, due in enumerate(found)]


def _told_otherwise(expression: Expression, cues: set[str], when: When, published: dt.date | None) -> set[str]:
    """What else the time may be, by its meaning and the cues: over, reached, or the time of something told."""
    found: set[str] = set()
    if when.end and published and when.end < published:
        found.add("past" if when.end < published - _RECENT else "lately")
    if cues & {"limit", "until"} and not cues & MEANT and _is_reached(expression):
        found.add("reached")
    if is_long_ago(expression, when, published):
        found.add("long_ago")
    if "obligation" in cues and _is_inferred(expression, when, published):
        found.add("reached")
    if "bare" in cues and not cues & ENDING and _is_told(expression, when, published):
        found.add("told")
    if "bare" in cues and any(is_of(expression) for is_of in (_is_of_event, _is_day_of_setting, _is_day_of_saying)):
        found.add("told")
    if "bare" in cues and _is_beside_event(expression) and not _owed(expression):
        found.add("more")
    return found


def _is_of_event(expression: Expression) -> bool:
    """Whether a day is that on which people meet, or on which it will happen otherwise: "Otherwise, it shuts on"."""
    otherwise = deadline_words(expression.language, "otherwise_opens").match(expression.sentence_text)
    return bool(otherwise) or expression.is_governed_by("convenes")


def _is_inferred(expression: Expression, when: When, published: dt.date | None) -> bool:
    """Whether "must have left before nine" tells what is thought of the past."""
    if when.end and published and when.end > published:
        return False
    return bool(deadline_words(expression.language, "inferred").search(expression.before))


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
        return {"limit", "more"} if by_period and not expression.is_added else {"limit"}
    if expression.matches("until") and not expression.is_extent:
        allowed = words(language, "allowed").search(expression.before + expression.after)
        return {"until", "allowed"} if allowed else {"until"}
    if words(language, "in_length").match(text) and expression.has_length and _owed(expression):
        return {"limit"}
    onset = words(language, "onset").search(expression.sentence_text[: expression.start][-24:])
    reported = words(language, "reporting").search(" ".join(expression.before.split()[-6:]))
    reported = None if _is_day_of_expiry(expression) else reported  # the deadline "passed on Sunday"
    onset = None if onset and expression.has_length and primary(language) == "de" else onset  # "eine Frist von"
    return {"bare"} | ({"onset"} if onset else set()) | ({"reported"} if reported else set())


def _is_told(expression: Expression, when: When, published: dt.date | None) -> bool:
    """Whether a day up to publication is that of an act, and not the day that a deadline is said to have."""
    if when.end is None or when.start is None or published is None or when.end > published:
        return False
    if expression.has_length or expression.names_limit:
        return False
    language, before = expression.language, expression.sentence_text[: expression.bare]
    if re.search(rf"{deadline_words(language, 'undated').pattern}\s*$", before, re.IGNORECASE):
        return True  # "issued an ultimatum Tuesday"
    noun = deadline_words(language, "limit_noun").pattern
    beside = (
        r"(?:\W+(?:of|for|on|at|is|was|by|set|fell|expired|passed|lapsed|the))*\W*|\s(?:for|of|to|on)\s[^,.;]{1,40},\s"
    )
    named = re.search(rf"{noun}(?:{beside})$", before, re.IGNORECASE)
    return not (named or _is_day_of_expiry(expression))


def _is_day_of_setting(expression: Expression) -> bool:
    """Whether a limit was set on the day, outside English: "hat am Mittwoch ein Ultimatum gestellt"."""
    language, clause = expression.language, expression.before + expression.text + expression.after
    led = deadline_words(language, "up_to").search(expression.sentence_text[: expression.start][-_LED:])
    if (
        primary(language) == "en"
        or led
        or expression.has_length
        or deadline_words(language, "up_to").match(expression.text)
    ):
        return False
    noun, ends = (deadline_words(language, name).search(clause) for name in ("limit_noun", "expires"))
    made = any(deadline_words(language, name).search(clause) for name in ("sets", "longer"))
    return bool(noun and not ends and made)


def _is_day_of_saying(expression: Expression) -> bool:
    """Whether the day stands outside English with a verb of saying, apart from what is said: "sagte er am Freitag"."""
    if expression.has_length or deadline_words(expression.language, "obligation").search(expression.before):
        return False
    return tells_of_saying(expression.sentence_text, expression.start, expression.end, expression.language)


def _is_day_of_expiry(expression: Expression) -> bool:
    """Whether a deadline is told in the words before to have passed on the day."""
    words, before = deadline_words, expression.sentence_text[: expression.bare]
    over = (len(before[m.end() :].split()) < _NEAR - 1 for m in words(expression.language, "passed").finditer(before))
    return any(over) and bool(words(expression.language, "limit_noun").search(before))


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
        and earlier[-1].cues & REPLACEABLE
        and not {"told", "lately", "limit_noun_far"} <= earlier[-1].cues
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
    moved = primary(language) == "en" or deadline_words(language, "longer").search(text)
    if moved and deadline_words(language, "goes_on_to").match(text[expression.end :].lstrip(" ,")):
        return True
    goes_on = re.match(r"\W*(?:to|until|till)\b", text[expression.end :])
    words = deadline_words(language, "old").finditer(near)
    old = [word.start() for word in words if goes_on or not word.group().lower().startswith("from")]
    fresh = [match.start() for match in deadline_words(language, "fresh").finditer(near)]
    return bool(old) and max(fresh, default=-1) < old[-1]
