"""What a time expression means as a due date, by its sentence and the day that the text tells of; pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from summarizer import dates
from summarizer.cues.expressions import Expression, find_expressions
from summarizer.cues.foreign_times import in_english
from summarizer.cues.origins import day_of_hour, telling_day
from summarizer.cues.vocabulary import deadline_words, primary
from summarizer.document import Document
from summarizer.schema import When

_TO_COME = "must"  # a context in the future, for dates.resolve
_OVER = "was"
_A_DAY = dt.timedelta(days=1)
_NEAR = 6
"""Words before a former date in which its verb stands."""
_MONTHS = "January February March April May June July August September October November December".split()


def resolved(expression: Expression, published: dt.date | None) -> When:
    """What the expression means where it stands; a weekday that its sentence leaves open is one to come.

    Unresolved wherever the sentence leaves a doubt: no attempt overrules what the words before it made unclear.
    """
    text = expression.text
    if _is_ambiguous(expression, published):
        return When(text=text)
    for attempt, context in _attempts(expression, published):
        when = dates.resolve(attempt, published, context=context)
        if when.resolved and not (context == _TO_COME and published and when.end and when.end < published):
            if when.start and _must_precede(expression):
                return when.model_copy(update={"text": text, "start": None, "end": when.start - _A_DAY, "time": None})
            return when.model_copy(update={"text": text, "start": _start(expression, attempt, when)})
    return When(text=text)


def _is_ambiguous(expression: Expression, published: dt.date | None) -> bool:
    """Whether "if it could not pay by Monday" may mean the Monday just over on which another sentence tells something.

    Only where its own clause is told of the past.
    """
    weekday = deadline_words(expression.language, "weekday").search(expression.text)
    if weekday is None or not expression.is_bare_weekday or not _could_be_over(expression):
        return False
    day = _latest_over(expression, published)
    for other in expression.document.sentences:
        told = expression.document.quote(other)
        if other == expression.sentence or weekday.group() not in told:
            continue
        for mention in dates.find(told, expression.language):
            if weekday.group() in mention.text and day == dates.resolve(mention.text, published, context=told).start:
                return True
    return False


def _could_be_over(expression: Expression) -> bool:
    return bool(deadline_words(expression.language, "backshifted").search(expression.before))


def _must_precede(expression: Expression) -> bool:
    """Whether somebody must act before it: "on 4 May unless it is signed before then"."""
    behind = expression.sentence_text[expression.end :]
    condition = deadline_words(expression.language, "condition").search(behind)
    if condition is None or dates.find(behind[: condition.start()], expression.language):
        return False
    return bool(deadline_words(expression.language, "before_then").search(behind, condition.end()))


def _start(expression: Expression, attempt: str, when: When) -> dt.date | None:
    """The first day: none of what is a limit, the day itself of "the Friday deadline"."""
    if expression.names_limit and not expression.has_length:
        return when.end
    limited = attempt != expression.text and expression.matches("firm", "limit", "until") and when.end
    return None if limited and not expression.has_length else when.start


def _attempts(expression: Expression, published: dt.date | None) -> Iterator[tuple[str, str]]:
    """Words that say the same, each with its context, the words as they stand first."""
    if expression.has_length:
        yield from _lengths(expression, published)
    elif expression.names_limit:
        yield from _of_named_limit(expression, published)
    elif expression.is_hour:
        yield from _of_hour(expression, published)
    else:
        if _is_told_as_over(expression):
            yield expression.sentence_text[expression.bare : expression.end].removeprefix("until "), _OVER
            if english := in_english(expression.text, expression.language):
                yield english, _OVER
        if not _is_threatened(expression, published):
            yield expression.text, expression.sentence_text
        yield from _as_to_come(expression, published)


def _is_told_as_over(expression: Expression) -> bool:
    """Whether it is told that it passed: "gave them until Tuesday and then put up the files", "… The deadline went by".

    By what followed in the sentence, or by the next one.
    """
    following = expression.document.sentence(expression.sentence.number + 1)
    words, language = deadline_words, expression.language
    behind = expression.sentence_text[expression.end :]
    if primary(language) != "en" and words(language, "passed").search(expression.before + expression.text + behind):
        return not expression.matches("firm", "limit", "until")  # "lief am Dienstag ab"
    if words(language, "gave_then").search(expression.before) and words(language, "followed").search(behind):
        return True
    if following is None or not words(language, "earlier_given").search(expression.before):
        return False
    return all(words(language, name).search(expression.document.quote(following)) for name in ("passed", "limit_noun"))


def _of_hour(expression: Expression, published: dt.date | None) -> Iterator[tuple[str, str]]:
    """An hour without its day is of the day on which it was set, where the text tells it; before noon in doubt."""
    day = day_of_hour(expression.document, expression.sentence, expression.span, published)
    if day and not deadline_words(expression.language, "early_hour").search(expression.text):
        named = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        yield f"{expression.text} on {named}", ""
        yield f"by {named}", ""


def _lengths(expression: Expression, published: dt.date | None) -> Iterator[tuple[str, str]]:
    """A length of time counts from the day on which it was set; none where that day is told in no way or in doubt."""
    text, language = expression.text, expression.language
    origin = telling_day(expression.document, expression.sentence, expression.span, published)
    if origin is None or (expression.names_limit and not _is_set(expression)):
        return
    if _runs_from_another_date(expression):
        return
    if deadline_words(language, "from_event").match(expression.sentence_text[expression.end :].lstrip(" ,")):
        yield from _from_event(expression)
        return
    if not expression.names_limit or deadline_words(language, "weekday").search(text):
        yield text, origin + expression.sentence_text
    yield from _counted_from(expression)
    length = deadline_words(language, "duration").search(text)
    if length and (expression.is_period or expression.names_limit):
        plain = length.group().replace("-", " ")
        yield f"within {plain}", origin + expression.put(f"within {plain}")
    elif language.partition("-")[0] == "en" and expression.bare > expression.start:
        bare = expression.sentence_text[expression.bare : expression.end]
        yield f"within {bare}", origin + expression.put(f"within {bare}")
    if english := in_english(text, language):
        yield english, _TO_COME


def _runs_from_another_date(expression: Expression) -> bool:
    """Whether it counts from the date before, "a further week", or from what somebody must do first."""
    if expression.is_added or deadline_words(expression.language, "additional").search(expression.text):
        return True
    return expression.is_period and bool(deadline_words(expression.language, "upon_event").search(expression.after))


def _from_event(expression: Expression) -> Iterator[tuple[str, str]]:
    """What counts from an event named behind it, by the longest words of it that the sentence dates."""
    behind = re.match(r",?\s+(?:from|after|following)\s+(?:the\s+)?\w+", expression.sentence_text[expression.end :])
    if behind:
        yield expression.text + behind.group(), expression.sentence_text


def _is_set(expression: Expression) -> bool:
    """Whether "a 48-hour ultimatum" is told as it is set, and not as it ends."""
    words, language = expression.sentence_text, expression.language
    ending = deadline_words(language, "passed").search(words) or re.search(
        rf"{deadline_words(language, 'ending_of').pattern}$", expression.sentence_text[: expression.bare], re.IGNORECASE
    )
    return bool(deadline_words(language, "gave").search(expression.before) and not ending)


def _of_named_limit(expression: Expression, published: dt.date | None) -> Iterator[tuple[str, str]]:
    """Read "the Friday deadline", which is set for the Friday after; unless it was missed."""
    day = expression.sentence_text[expression.bare : expression.end]
    day = re.sub(r"^(?:by|before|until)\s+(?:the\s+)?", "", day, flags=re.IGNORECASE)
    if deadline_words(expression.language, "passed").search(expression.sentence_text):
        yield day, _OVER
    elif not re.search(r"\bpassed\b", expression.sentence_text):  # a law may have been, or the deadline
        yield f"by {day}", expression.put(f"by {day}")
        if not _names_earlier_day(expression, published):
            yield day, _TO_COME


def _is_threatened(expression: Expression, published: dt.date | None) -> bool:
    """Whether a weekday is that of a threat, whatever tense tells its condition: "from Sunday unless it was opened"."""
    weekday = deadline_words(expression.language, "weekday").search(expression.text)
    dated = re.search(r"\d", expression.text)
    condition = deadline_words(expression.language, "condition").search(expression.sentence_text)
    ahead = expression.matches("firm", "limit", "until", "opening")
    return bool(weekday and condition and ahead and not dated) and not _names_earlier_day(expression, published)


def _as_to_come(expression: Expression, published: dt.date | None) -> Iterator[tuple[str, str]]:
    """The words, or those that the grammar of time knows, as a day to come where the sentence is silent."""
    text, language = expression.text, expression.language
    weekday = bool(deadline_words(language, "weekday").search(text)) and not re.search(r"\d", text)
    told_before = weekday and _names_earlier_day(expression, published)
    bare = expression.sentence_text[expression.bare : expression.end]
    inner = [bare, *(mention.text for mention in dates.find(text, language))]
    parts = dict.fromkeys((text, *inner))
    for part in parts:
        if part != text:
            yield part, expression.sentence_text
        if not told_before:
            yield part, _TO_COME
    if english := in_english(text, language):
        yield english, _TO_COME


def _names_earlier_day(expression: Expression, published: dt.date | None) -> bool:
    """Whether the sentence names a day before publication, or in doubt, from which a day already over may count.

    From last Friday "by Monday", told on Sunday, is still to come; told on Tuesday it is in doubt.
    """
    sentence, latest = expression.sentence_text, _latest_over(expression, published)
    for mention in dates.find(sentence, expression.language):
        if expression.start < mention.end and mention.start < expression.end:
            continue
        when = dates.resolve(mention.text, published, context=sentence)
        first = when.start or when.end
        if first is None or (_is_lately_over(when, published) and (latest is None or first < latest)):
            return True
    return False


def _latest_over(expression: Expression, published: dt.date | None) -> dt.date | None:
    """The latest weekday of that name up to publication."""
    ahead = dates.resolve(expression.text, published, context=_TO_COME)
    day = ahead.end or ahead.start
    return day - dt.timedelta(days=7) if day else None


def _is_lately_over(when: When, published: dt.date | None) -> bool:
    """Whether it lies within the week before publication, from which a weekday can count."""
    first = when.start or when.end
    return bool(published and first and dt.timedelta(0) < published - first <= dt.timedelta(days=7))


def _counted_from(expression: Expression) -> list[tuple[str, str]]:
    """A length of time that its own words count from a weekday: "within 72 hours of Monday's signing"."""
    text, language = expression.text, expression.language
    length, day = (deadline_words(language, name).search(text) for name in ("duration", "weekday"))
    if not (length and day and length.end() < day.start()):
        return []
    return [(f"within {length.group()}", f"It was signed on {day.group()}.")]


def former(expression: Expression, published: dt.date | None) -> When:
    """What a due date meant that no longer holds: of two weekdays the nearer, since most are put off shortly before.

    "Had been due to lapse on Monday" is told of one that is over.
    """
    weekday = deadline_words(expression.language, "weekday").search(expression.text)
    if not weekday or re.search(r"\d(?! ?[ap]\.?m)", expression.text) or published is None:
        return _dated(expression, published)
    text = expression.text
    days = [dates.resolve(text, published, context=context) for context in (_OVER, _TO_COME)]
    over = deadline_words(expression.language, "had_been").search(" ".join(expression.before.split()[-_NEAR:]))
    told = [when for when in days if when.end and (not over or when.end < published)]
    nearest = min(told, key=lambda when: abs((when.end or published) - published), default=None)
    return nearest.model_copy(update={"text": text}) if nearest else resolved(expression, published)


def _dated(expression: Expression, published: dt.date | None) -> When:
    """What a former date with a day of the month or a length means; in doubt about the year it is one that is over."""
    when = resolved(expression, published)
    if when.resolved or expression.has_length:
        return when
    return dates.resolve(expression.text, published, context=_OVER)


def former_at(document: Document, span: tuple[int, int], published: dt.date | None) -> When:
    """What the former due date at `span` of the document's text means, to whoever has only its span."""
    expression = _expression_at(document, span)
    return former(expression, published) if expression else dates.resolve(document.text[slice(*span)], published)


def resolved_at(document: Document, span: tuple[int, int], published: dt.date | None) -> When:
    """What the due date at `span` of the document's text means, to whoever has only its span."""
    expression = _expression_at(document, span)
    return resolved(expression, published) if expression else dates.resolve(document.text[slice(*span)], published)


def _expression_at(document: Document, span: tuple[int, int]) -> Expression | None:
    start, end = span
    sentence = document.sentence_at(start)
    if sentence is None:
        return None
    at = start - sentence.start
    plain = Expression(document, sentence, at, at, end - sentence.start)
    return next((e for e in find_expressions(document, sentence) if e.span == span), plain)
