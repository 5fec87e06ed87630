"""Who attacked and what was attacked, as spans of the text where the wording names them; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.cues import states
from summarizer.cues.backdrop import Backdrop
from summarizer.cues.clauses import Span
from summarizer.cues.triggers import attack_words
from summarizer.document import Document

if TYPE_CHECKING:
    from summarizer.cues.violent_acts import Act

_NEAR = 5  # words before a deed among which its doer is named
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
    """Assailants that stand before the deed or after "by", and who claims it, each form once."""
    text, found = backdrop.document.text, dict[str, Span]()
    for act in acts:
        for span in (*_assailants(backdrop.document, act), *_claimants(backdrop, act)):
            found.setdefault(text[slice(*span)].casefold(), span)
    return tuple(found.values())


def targets(document: Document, act: Act) -> tuple[Span, ...]:
    """What follows the deed, from its article to the next preposition of place or the end of the clause."""
    opening = re.compile(rf"\s+{attack_words(document.language, 'target_opens').pattern}\s+", re.IGNORECASE)
    match = opening.match(document.text, act.trigger.end, act.clause.end)
    if match is None:
        return ()
    closing = re.compile(rf"[,.;:()–—]|\s{attack_words(document.language, 'target_closes').pattern}", re.IGNORECASE)
    stop = closing.search(document.text, match.end(), act.clause.end)
    start, end = match.start() + 1, stop.start() if stop else act.clause.end
    told_again = attack_words(document.language, "attack").search(document.text, start, end)
    return () if told_again or any(start <= place.start < end for place in act.places) else (Span(start, end),)


def _may_do(document: Document, between: str) -> bool:
    """Whether the words between a name and a deed let the name be its doer: "Hezbollah says it fired"."""
    said = attack_words(document.language, "said").search(between)
    return not said or bool(attack_words(document.language, "pronoun").search(between))


def _claimants(backdrop: Backdrop, act: Act) -> Iterator[Span]:
    """The last name before "claimed responsibility"."""
    claim = attack_words(backdrop.document.language, "claim_of_responsibility")
    if match := claim.search(backdrop.document.text, *act.clause):
        for name in backdrop.names_in(Span(act.clause.start, match.start()))[-1:]:
            yield Span(name.start, name.end)


def _assailants(document: Document, act: Act) -> Iterator[Span]:
    text, language = document.text, document.language
    by = re.compile(rf"{attack_words(language, 'by').pattern}\s+(?:[\w-]+\s+){{0,3}}$", re.IGNORECASE)
    said = attack_words(language, "said")
    for match in attack_words(language, "assailant").finditer(text, *act.clause):
        source = said.search(text[match.end() : act.clause.end].lstrip()[:_SAID_NEAR])
        if source or said.search(text[max(match.start() - 12, 0) : match.start()]):
            continue  # the police who tell it did not do it
        if match.start() <= act.trigger.start or by.search(text[act.clause.start : match.start()]):
            yield Span(*match.span())
