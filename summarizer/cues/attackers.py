"""Who attacked and what was attacked, as spans of the text where the wording names them; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.cues import states
from summarizer.cues.backdrop import Backdrop
from summarizer.cues.clauses import Span
from summarizer.cues.lines import lines_of
from summarizer.cues.subjects import subject_before
from summarizer.cues.triggers import attack_words
from summarizer.cues.vocabulary import names
from summarizer.document import Document

if TYPE_CHECKING:
    from summarizer.cues.violent_acts import Act

_NEAR = 5  # words before a deed among which its doer is named
_SAID_BEFORE = 32  # characters before an assailant that may hold ", said the"
_SAID_NEAR = 24  # characters behind a name within which "said" makes it a source


def agents(backdrop: Backdrop, part: Span, trigger: Span, places: Sequence[Span]) -> frozenset[str]:
    """The states and names just before a deed in the active voice; "Israeli" gives Israel."""
    document = backdrop.document
    before = document.text[part.start : trigger.start]
    near = trigger.start - len(" ".join(before.split(" ")[-_NEAR:]))
    passive = attack_words(document.language, "passive").search(before[-12:])
    deed = document.text[slice(*trigger)]
    if passive or any(attack_words(document.language, noun).fullmatch(deed) for noun in ("mere_noun", "attack")):
        return frozenset()  # a noun has no doer before it: "Kyiv condemned the strike"
    placed = {place.start for place in places}
    forms = [
        name.form
        for name in backdrop.names_in(Span(near, trigger.start))
        if name.start not in placed and _may_do(document, document.text[name.end : trigger.start])
    ]
    nations = {state for word in document.text[near : trigger.start].split() if (state := states.demonym_of(word))}
    return frozenset(states.demonym_of(form) or states.state_of(form) or form for form in forms) | nations


def perpetrators(backdrop: Backdrop, acts: Iterable[Act]) -> tuple[Span, ...]:
    """Assailants that stand before the deed or after "by", and named subjects of its verb, each form once."""
    text, found = backdrop.document.text, dict[str, Span]()
    for act in acts:
        for span in (*_assailants(backdrop.document, act), *_subjects(backdrop.document, act)):
            found.setdefault(text[slice(*span)].casefold(), span)
    return tuple(found.values())


def targets(document: Document, act: Act) -> tuple[Span, ...]:
    """What follows the deed, from its article to the next preposition of place or the end of the clause."""
    if _is_passive(document, act):
        return ()  # what was attacked stands before: "the bridge was attacked the same night"
    opening = re.compile(rf"\s+{attack_words(document.language, 'target_opens').pattern}\s+", re.IGNORECASE)
    match = opening.match(document.text, act.trigger.end, act.clause.end)
    if match is None:
        return ()
    closing = re.compile(rf"[,.;:()–—]|\s{attack_words(document.language, 'target_closes').pattern}", re.IGNORECASE)
    stop = closing.search(document.text, match.end(), act.clause.end)
    start, end = match.start() + 1, stop.start() if stop else act.clause.end
    told_again = attack_words(document.language, "attack").search(document.text, start, end)
    return () if told_again or any(start <= place.start < end for place in act.places) else (Span(start, end),)


def _is_passive(document: Document, act: Act) -> bool:
    """Whether the deed is told of whom it was done to."""
    before = document.text[act.clause.start : act.trigger.start][-12:]
    return bool(attack_words(document.language, "passive").search(before))


def _may_do(document: Document, between: str) -> bool:
    """Whether the words between a name and a deed let the name be its doer: "Hezbollah says it fired"."""
    said = attack_words(document.language, "said").search(between)
    return not said or bool(attack_words(document.language, "pronoun").search(between))


def _subjects(document: Document, act: Act) -> Iterator[Span]:
    """The named subject of the deed's verb in the active: "Russia attacked Odesa", "Israel's navy has shelled"."""
    line = lines_of(document)[act.sentence.number - 1]
    at = line.position(act.trigger.start)
    if _is_passive(document, act) or not line.is_finite(at) or line.quoted[at]:
        return
    phrase = subject_before(line, at)
    if phrase and line.tag(phrase.head) == "name" and not _is_weapon(document, line.lower(phrase.head)):
        start, end = line.span(phrase.first, phrase.last)
        if start >= act.clause.start and not any(start <= place.start < end for place in act.places):
            yield Span(start, end)


def _is_weapon(document: Document, word: str) -> bool:
    """Whether the head of a named subject is what it struck with: "a Shahed drone"."""
    means = names(document.language, "violence", "means_")
    return any(attack_words(document.language, name).search(word) for name in means)


def _assailants(document: Document, act: Act) -> Iterator[Span]:
    text, language = document.text, document.language
    by = re.compile(rf"{attack_words(language, 'by').pattern}\s+(?:[\w-]+\s+){{0,3}}$", re.IGNORECASE)
    source = [attack_words(language, name) for name in ("said", "accuses")]
    told = re.compile(rf"[,”“\"’]\s*{attack_words(language, 'said').pattern}\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE)
    for match in attack_words(language, "assailant").finditer(text, *act.clause):
        after = text[match.end() : act.clause.end].lstrip()[:_SAID_NEAR]
        if any(words.search(after) for words in source) or told.search(text[: match.start()][-_SAID_BEFORE:]):
            continue  # the police who tell it did not do it
        if match.start() <= act.trigger.start or by.search(text[act.clause.start : match.start()]):
            yield Span(_with_nation(text, match.start(), act.clause.start), match.end())


def _with_nation(text: str, start: int, earliest: int) -> int:
    """Where "Israeli warplanes" begins, whose last word alone would be anybody's."""
    before = re.search(r"([^\W\d_][\w’'-]*)\s+$", text[earliest:start])
    return earliest + before.start() if before and states.demonym_of(before.group(1)) else start
