"""What a clause or the text around it says against any limit at all: unreal, denied, merely quoted, invented; pure."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from summarizer import dates
from summarizer.cues.expressions import Expression
from summarizer.cues.quotations import quotation_at
from summarizer.cues.subjects import subject_before
from summarizer.cues.vocabulary import deadline_words
from summarizer.document import Document, Sentence
from summarizer.schema import When

_BESIDE = (-1, 0, 1)
_FORGOTTEN = dt.timedelta(days=180)
"""How long a limit that is over can still be told as one."""
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|that|where)\b")
_TITLE = re.compile(r"[“„«\"‘'][A-Z0-9][\w’'-]*(?: (?:[a-z]{1,4} )*[A-Z0-9][\w’'-]*){1,7}[”“»\"’']")
"""A title in quotation marks: every word of weight with a capital."""
_LEAST_ASKED = 2
_LEAST_OF_FICTION, _DIFFERENT, _DENSE = 4, 3, 0.012
"""Words of a review: in all, different ones, and as a share of its words."""


def is_unreal(expression: Expression) -> bool:
    """Whether the clause tells what might have been: "would have obliged the firms to pay by May"."""
    return expression.is_governed_by("unreal")


def is_denied(expression: Expression) -> bool:
    """Whether whoever would have set the limit denies it, or the sentences beside say that there is none."""
    unbound = deadline_words(expression.language, "unbound").search(expression.before)
    if unbound or expression.is_governed_by("denies_setting"):
        return True
    document, number = expression.document, expression.sentence.number
    beside = [s for step in _BESIDE if (s := document.sentence(number + step)) and _share_paragraph(s, expression)]
    return any(_denies_limit(document, sentence) for sentence in beside)


def is_voted_down(expression: Expression) -> bool:
    """Whether the time is that of a proposal of which this sentence or one beside it says that it came to nothing."""
    document, language, number = expression.document, expression.language, expression.sentence.number
    if not deadline_words(language, "proposal").search(expression.before):
        return False
    near = [s for step in _BESIDE if (s := document.sentence(number + step)) and _share_paragraph(s, expression)]
    return any(_loses_vote(language, document.quote(sentence)) for sentence in near)


def _loses_vote(language: str, text: str) -> bool:
    return all(deadline_words(language, name).search(text) for name in ("proposal", "voted_down"))


def is_general(expression: Expression) -> bool:
    """Whether a length of time is one that anybody has whenever a case arises: "an employer must reply in 14 days".

    Nobody is named, nobody is told to have set it, and it runs from nothing that the text tells of.
    """
    line, language = expression.line, expression.language
    if not expression.has_length or line.names or _runs_from_something(expression):
        return False
    found = [m for name in ("binds", "holds_time") for m in deadline_words(language, name).finditer(expression.before)]
    verb = max((m.start() for m in found), default=None)
    if _advises(expression.document):
        return True
    if verb is None or any(deadline_words(language, n).search(expression.sentence_text) for n in ("decrees", "sets")):
        return False
    subject = subject_before(line, line.position(expression.clause.start + verb))
    first = subject.first if subject else line.position(expression.clause.start)
    several = subject is not None and line.tag(first) == "word" and line.lower(subject.head).endswith("s")
    anybody = deadline_words(language, "general_subject").fullmatch(line.lower(first)) and line.lower(first + 1) != "of"
    return several or bool(anybody)


@lru_cache(maxsize=8)
def _advises(document: Document) -> bool:
    """Whether the text answers the questions of anybody who asks: "Do I have to agree?"."""
    asked = deadline_words(document.language, "asked")
    return sum(bool(asked.search(document.quote(sentence))) for sentence in document.sentences) >= _LEAST_ASKED


def _runs_from_something(expression: Expression) -> bool:
    """Whether it counts from something known: "within 60 days of the judgment"."""
    tail = expression.text + expression.after
    return bool(re.search(r"\b(?:of|from|after|following) (?:the|its|his|her|their|this|that|\w+[’']s)\b", tail))


def is_long_ago(expression: Expression, when: When, published: dt.date | None) -> bool:
    """Whether the time is over for long, by its own day or by the year that this sentence or one before it sets up."""
    if published is None:
        return False
    if when.end and published - when.end > _FORGOTTEN:
        return True
    if when.end and when.end >= published and re.search(r"\d{4}", expression.text):
        return False
    own, language = expression.sentence_text[: expression.start], expression.language
    if not dates.ends_in_past(own) or deadline_words(language, "weekday").search(expression.text):
        return False
    told = [expression.document.quote(sentence) for sentence in _up_to(expression)[:-1]]
    frames = [year for text in told for year in _years(language, text)] + _years(language, own)[:1]
    return bool(frames) and frames[-1] < published.year - 1


def _years(language: str, text: str) -> list[int]:
    """The years that a sentence sets up as the time of what it tells, none of its relative clauses."""
    frames = [m for m in deadline_words(language, "long_ago").finditer(text) if not _RELATIVE.search(text[: m.start()])]
    return [int(re.findall(r"[12]\d{3}", frame.group())[-1]) for frame in frames]


def _up_to(expression: Expression) -> list[Sentence]:
    """The sentences of its paragraph up to its own."""
    own = expression.sentence
    sentences = expression.document.sentences[: own.number]
    return [sentence for sentence in sentences if sentence.paragraph == own.paragraph]


def _share_paragraph(sentence: Sentence, expression: Expression) -> bool:
    return sentence.paragraph == expression.sentence.paragraph


def _denies_limit(document: Document, sentence: Sentence) -> bool:
    """Whether the sentence says that there is no deadline or that a letter is forged, and tells no other limit."""
    return bool(deadline_words(document.language, "no_limit").search(document.quote(sentence)))


def is_mentioned(expression: Expression) -> bool:
    """Whether the time stands in words that are quoted as words: the sentence "payment is due within 30 days".

    Such a quotation stands beside a noun for words, or is itself the subject of a verb.
    """
    quotation = quotation_at(expression.document, expression.span.start)
    if quotation is None:
        return False
    text, language = expression.document.text, expression.language
    before = text[expression.sentence.start : quotation.start].split()[-1:]
    if before and deadline_words(language, "wording").fullmatch(before[0]):
        return True
    behind = re.match(r"\s+(\w+)", text[quotation.end : expression.sentence.end])
    said = text[quotation.end - 2 : quotation.end - 1] in ",.!?"
    return bool(behind and not said and not before and expression.line.classes.auxiliaries & {behind.group(1)})


def is_rate(expression: Expression) -> bool:
    """Whether it is the time of a rate: "£5,000 a day", "once an hour"."""
    one = deadline_words(expression.language, "each").fullmatch(expression.text)
    counted = re.search(
        r"(?:[\d,.]+|\b(?:once|twice|times|thousand|million|billion)|[^\W\d_]*s)\W*$", expression.before
    )
    return bool(one and counted)


def is_of_fiction(expression: Expression) -> bool:
    """Whether it stands in the plot of a work that the text reviews, told in hours and days of the week.

    A sentence that speaks of the work or its trade, or names a date, tells of the world outside.
    """
    document, language = expression.document, expression.language
    if any(deadline_words(language, "pretended").search(document.quote(s)) for s in _up_to(expression)):
        return True
    if not _reviews_fiction(document) or re.search(r"\d{4}|\d{1,2} [A-Z]|[A-Z][a-z]+ \d", expression.text):
        return False
    return not deadline_words(language, "fiction").search(expression.sentence_text)


@lru_cache(maxsize=8)
def _reviews_fiction(document: Document) -> bool:
    """Whether the text is about a work of fiction that it names by its title."""
    found = deadline_words(document.language, "fiction").findall(document.text)
    enough = (
        len(found) >= max(_LEAST_OF_FICTION, _DENSE * len(document.text.split()))
        and len({word.lower().rstrip("s") for word in found}) >= _DIFFERENT
    )
    return enough and bool(_TITLE.search(document.text))
