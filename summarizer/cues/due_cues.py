"""What the clause around a time expression says for or against a due date, one cue at a time; pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from summarizer import dates
from summarizer.cues import bearers
from summarizer.cues.expressions import Expression
from summarizer.cues.likelihood import comes_about, is_supposed
from summarizer.cues.subjects import subject_before
from summarizer.cues.tagging import Tag
from summarizer.cues.unbinding import (
    is_denied,
    is_general,
    is_mentioned,
    is_of_fiction,
    is_rate,
    is_unreal,
    is_voted_down,
)
from summarizer.cues.vocabulary import deadline_words, primary

_NOUNS: Collection[Tag] = frozenset({"name", "word", "pronoun"})
_NAMED_IN_PASSING = 9
"""Words, capitals apart, in which those to whom a time is given are named."""
_BESIDE_A_LENGTH = frozenset("after for over during in since throughout".split())
"""What makes a length of time no object of "gave"."""
_DUE = re.compile(
    r"(?:\b(?:is|are|was|were|be|been)\s+)?\b(?:due|payable|repayable|returnable)\s+(?:back\s+)?$", re.IGNORECASE
)


def _in_clause(name: str) -> Callable[[Expression], bool]:
    def seen(expression: Expression) -> bool:
        clause = expression.before + expression.text + expression.after
        return bool(deadline_words(expression.language, name).search(clause))

    return seen


def _before_it(name: str) -> Callable[[Expression], bool]:
    """Before the expression; behind it where the expression opens the clause."""

    def seen(expression: Expression) -> bool:
        words = deadline_words(expression.language, name)
        if primary(expression.language) == "de":  # the verb's second part closes the clause
            return bool(words.search(expression.before + expression.text + expression.after))
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
            governed = expression.before + expression.text.split()[0]  # "runs until"
            if primary(language) == "de":  # a particle closes the clause: "läuft am Freitag aus"
                governed = expression.before + expression.text + expression.after
            return bool(words.search(governed))
        return not dates.find(expression.before[last:], language) and not expression.another_verb_follows(last)

    return seen


def _consequence(expression: Expression) -> bool:
    return bool(deadline_words(expression.language, "consequence").search(expression.sentence_text))


def _ends(expression: Expression) -> bool:
    """A verb of ending, or "the offer stands until"."""
    if deadline_words(expression.language, "stays_shut").search(expression.before):
        return False
    stands = deadline_words(expression.language, "stands").search(expression.before)
    return _governing("ends")(expression) or bool(stands and expression.matches("until", "limit"))


def _expires(expression: Expression) -> bool:
    """A verb of expiry, or what was set runs out: no fuel, no warning."""
    if _governing("expires")(expression):
        return True
    clause = expression.before + expression.after
    set_by_somebody = ("binding_thing", "limit_noun", "made_by_somebody", "held_by_somebody", "owed")
    thing = any(deadline_words(expression.language, name).search(clause) for name in set_by_somebody)
    return (thing or _tells_of_it(expression)) and _governing("runs_out")(expression)


def _tells_of_it(expression: Expression) -> bool:
    """Whether what runs out is a pronoun's, told before."""
    return _is_pronouns(expression, "runs_out")


def _is_pronouns(expression: Expression, name: str) -> bool:
    """Whether the subject of the verb of that list before the expression is a pronoun."""
    before = expression.document.text[expression.clause.start : expression.sentence.start + expression.bare]
    verb = deadline_words(expression.language, name).search(before)
    at = expression.line.position(expression.clause.start + verb.start()) if verb else 0
    subject = subject_before(expression.line, at - (expression.line.lower(at - 1) == "to"))
    return subject is not None and subject.is_pronoun(expression.line)


def _goes_on(expression: Expression) -> bool:
    """Whether "it" runs to the day, and the sentence before in the paragraph told when it would run out."""
    before = expression.document.sentence(expression.sentence.number - 1)
    if before is None or before.paragraph != expression.sentence.paragraph or not _is_pronouns(expression, "ends"):
        return False
    told = expression.document.quote(before)
    return all(deadline_words(expression.language, name).search(told) for name in ("binding_thing", "expires"))


def _ends_thing(expression: Expression) -> bool:
    clause, words = expression.before + expression.after, deadline_words
    thing = words(expression.language, "binding_thing").search(clause)
    if expression.matches("until") and words(expression.language, "lasting").search(clause):
        return True
    if expression.matches("until") and words(expression.language, "stands").search(expression.before):
        return bool(thing or words(expression.language, "made_by_somebody").search(expression.before))
    return bool(thing or _goes_on(expression)) and (_ends(expression) or _expires(expression))


def _given(expression: Expression) -> bool:
    """Whether a time is granted: "gave them until Friday to", "has two weeks to", "was given 30 days"."""
    language, before, after = expression.language, expression.before, expression.after
    gave = [m for m in deadline_words(language, "given").finditer(before) if _is_granted(expression, m.end())]
    if not gave or (after[:1] in "’'" and after[:1]) or not _can_be_granted(expression, gave[-1]):
        return False
    if expression.matches("until", "firm"):
        return True
    period = deadline_words(language, "period").search(expression.text) and not expression.matches("point")
    counted = re.match(r"\s*(?:from|after|following)\b[^.;,]{1,60}?(?=,| to\b)", after)
    after = re.sub(r"^, (?:which|who)\b[^,]{1,60},", "", after)
    to_act = deadline_words(language, "to_act").match((after[counted.end() :] if counted else after).lstrip(" ,"))
    if to_act or not period:
        return bool(period)
    sentence = re.search(r"\b(?:years?|life)\b", expression.text)  # "was given six years": in prison
    return not sentence and bool(deadline_words(language, "gave").search(gave[-1].group()))


def _can_be_granted(expression: Expression, gave: re.Match[str]) -> bool:
    """Whether what stands beside the verb fits a grant: no study gives a glacier ten years, nor is "after" an object.

    Whatever is left is so to somebody or in order to act: not "leaving rates alone until autumn".
    """
    line, language = expression.line, expression.language
    verb, due = (line.position(at) for at in (expression.clause.start + gave.start(), expression.span.start))
    giver = subject_before(line, verb)
    if giver and deadline_words(language, "forecaster").fullmatch(line.lower(giver.head)):
        return False
    if line.lower(due - 1) in _BESIDE_A_LENGTH and not expression.matches("until", "limit", "firm"):
        return False
    held = expression.before[gave.end() :]
    if deadline_words(language, "has").fullmatch(gave.group()) and deadline_words(language, "object").search(held):
        return False
    if not deadline_words(language, "leaves").fullmatch(gave.group()):
        return True
    return bool(bearers.at(line, verb + 1) or deadline_words(language, "to_act").match(expression.after.lstrip(" ,")))


def _is_granted(expression: Expression, after: int) -> bool:
    """Whether only those to whom a time is given stand between the verb, which ends at `after`, and the time."""
    between = expression.before[after:]
    named = len(re.findall(r"\b[A-Z]", between))
    return len(between.split()) - named <= _NAMED_IN_PASSING and not expression.another_verb_follows(after, _NOUNS)


def _due(expression: Expression) -> bool:
    """Whether what is owed is due then, or anything by then: "the loan is due on", not "results are due on"."""
    subject = " ".join(_DUE.sub("", expression.before).split()[-5:])
    words, language = deadline_words, expression.language
    if not _DUE.search(expression.before) or words(language, "event").search(subject):
        return False
    return expression.matches("firm", "limit") or bool(words(language, "owed_thing").search(subject))


def _will_be_done(expression: Expression) -> bool:
    """Whether somebody will do it by then, or it will be done; not that something will come about."""
    line = expression.line
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
    if expression.is_added:
        return False
    longer = deadline_words(expression.language, "longer_by").search(expression.text)
    if is_rate(expression) or deadline_words(expression.language, "before_then").fullmatch(expression.text):
        return True  # another time of the sentence, which it makes a limit
    behind = expression.has_length and deadline_words(expression.language, "more").match(expression.after.lstrip())
    return bool(longer or behind)


def _extended_to(expression: Expression) -> bool:
    up_to = re.compile(rf"{deadline_words(expression.language, 'up_to').pattern}\W*$", re.IGNORECASE)
    longer = [m.end() for m in deadline_words(expression.language, "longer").finditer(expression.before)]
    closing = primary(expression.language) == "de" and deadline_words(expression.language, "longer").search(
        expression.after
    )
    if (longer or closing) and up_to.search(expression.sentence_text[: expression.bare]):
        return True
    opening = deadline_words(expression.language, "up_to").match(expression.text)
    return bool(longer and opening) and not expression.another_verb_follows(longer[-1])


CUES: Mapping[str, Callable[[Expression], bool]] = {
    **{name: _in_clause(name) for name in ("postponed", "hours", "forecast", "foretold", "scheduled", "narrative")},
    "undertaking": _before_it("undertaking"),
    "obligation": lambda expression: _before_it("obligation")(expression) and not is_supposed(expression),
    "comes_about": comes_about,
    "unreal": is_unreal,
    "denied": is_denied,
    "voted_down": is_voted_down,
    "general": is_general,
    "traded": _in_clause("traded"),
    "mentioned": is_mentioned,
    "fiction": is_of_fiction,
    "expires": _expires,
    "added": lambda expression: expression.is_added,
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
    "lasts": lambda expression: expression.matches("until") and expression.is_governed_by("lasts"),
    "vague": lambda e: bool(deadline_words(e.language, "vague_length").fullmatch(e.text)),
}
