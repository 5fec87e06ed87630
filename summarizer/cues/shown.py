"""Whom a telling's own clauses show doing it: the doers of its verbs, pronouns led back to one told before; pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.cues.clauses import Span
from summarizer.cues.deeds import Deed, deeds_of
from summarizer.cues.doer_phrases import span_of
from summarizer.cues.lines import Line, lines_of
from summarizer.cues.triggers import attack_words
from summarizer.cues.vocabulary import pattern
from summarizer.cues.words import whom_of
from summarizer.document import Document

if TYPE_CHECKING:
    from summarizer.cues.incidents import Incident
    from summarizer.cues.violent_acts import Act

_BEHIND = 2
"""Sentences behind a telling in which "the gunman" is the one of this attack."""

_BACK = 2
"""Sentences before a pronoun in which the doer may have been told whom it stands for."""


def shown_by(document: Document, act: Act) -> tuple[Span, ...]:
    """The doers of the verbs of its clause; forces that only bring the attacker down are none."""
    line = lines_of(document)[act.sentence.number - 1]
    spans = []
    for deed in deeds_of(document)[act.sentence.number - 1]:
        if act.clause.start <= deed.verb.start < act.clause.end and not _brings_down(line, deed):
            span = span_of(line, deed.doer)
            meant = _told_before(document, line, span) if stands_for_another(document, span) else None
            if not any(span.start <= place.start and place.end == span.end for place in act.places):
                spans.append(meant or span)
    return tuple(spans)


def attacker_beside(document: Document, incident: Incident, others: Sequence[int]) -> tuple[Span, ...]:
    """Whom a noun right behind the telling calls the attacker: "The knifeman ran off"; `others` tell other attacks."""
    main = incident.main.sentence.number
    for sentence in document.sentences[main - 1 : main + _BEHIND]:
        if sentence.number in others:
            return ()
        quoted = lines_of(document)[sentence.number - 1]
        for match in attack_words(document.language, "the_attacker").finditer(
            document.text, sentence.start, sentence.end
        ):
            after = document.text[match.end() : match.end() + 2]
            if not quoted.quoted[quoted.position(match.start())] and not after.startswith(("’", "'", "-")):
                return (Span(*match.span()),)
    return ()


def stands_for_another(document: Document, span: Span) -> bool:
    """Whether the doer is told by a pronoun, or as whose men or arms they are: "they", the "its" of "its aircraft"."""
    return whom_of(document.text[slice(*span)]) is not None


def _told_before(document: Document, line: Line, pronoun: Span) -> Span | None:
    """The doer of the deed told last before a pronoun that can mean it."""
    number = line.sentence.number
    many = document.text[slice(*pronoun)].casefold() in ("they", "their")
    for before in range(number, max(number - _BACK - 1, 0), -1):
        beside = lines_of(document)[before - 1]
        for deed in reversed(deeds_of(document)[before - 1]):
            span = span_of(beside, deed.doer)
            if span.end > pronoun.start or stands_for_another(document, span) or _brings_down(beside, deed):
                continue
            single = beside.nouns.kind(beside.lower(deed.doer.head)) == "person" and not deed.doer.is_named(beside)
            if single != many:
                return span
        if band := _band_before(document, beside, pronoun.start, many=many):
            return band
    return None


def _band_before(document: Document, line: Line, end: int, *, many: bool) -> Span | None:
    """The band named last in a sentence before a pronoun of its number: "after the gunmen left, they"."""
    assailant, official = (attack_words(document.language, name) for name in ("assailant", "official"))
    matches = list(assailant.finditer(document.text, line.sentence.start, min(line.sentence.end, end)))
    for match in reversed(matches):
        last = match.group().casefold()
        plural = last.endswith(("s", "men")) and not last.endswith("’s")
        if not official.fullmatch(last) and plural == many and not line.quoted[line.position(match.start())]:
            return Span(*match.span())
    return None


def _brings_down(line: Line, deed: Deed) -> bool:
    """Whether police or troops kill or seize the attackers: "soldiers killed the gunman", "officers shot him"."""
    official = attack_words(line.document.language, "official").search(line.lower(deed.doer.head))
    if not official and not deed.doer.is_pronoun(line):
        return False
    attacker = pattern(line.document.language, "casualties", "attacker")
    if deed.harmed is None:
        assailant = attack_words(line.document.language, "assailant")
        before = line.sentence.start, deed.verb.start
        return bool(attacker.search(line.text, *before) or assailant.search(line.text, *before))
    whom = line.quote(deed.harmed.first, deed.harmed.last)
    return bool(attacker.search(whom)) or deed.harmed.is_pronoun(line)
