"""Who sets a deadline and whom it binds, by the verbs and nouns that tell it; pure.

"The court gave Halden until Friday" sets and binds, "was told by the city to" binds its subject, "must" and "has until"
bind theirs, whoever promises binds himself, "unless it pays" binds whoever is to pay, and "the Friday deadline for the
union to answer" the union. What the fullest telling leaves open another one may say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer import dates
from summarizer.cues import bearers, holders, telling
from summarizer.cues.bearers import Bearers, Verb, acts, verbs_of
from summarizer.cues.clauses import Span
from summarizer.cues.lines import Line, lines_of
from summarizer.cues.retellings import goes_on
from summarizer.cues.vocabulary import deadline_words, primary
from summarizer.cues.words import POSSESSIVES, PRONOUNS
from summarizer.document import Document

Parties = tuple[tuple[Span, ...], tuple[Span, ...]]

_IMPERATIVES = frozenset("give allow oblige".split())
_IN_GROUP = ("auxiliary", "modal", "adverb", "negation")
_LISTS = ("sets", "expects_of", "binds", "pledges")
_SETTING = ("sets", "expects_of")
_UP_TO_TIME = re.compile(r",?(?: (?:who|which|whose)\b[^,;]*,)?[\s,]*(?:only\s)?")
"""What may stand between whoever is given a time and the time: "and the minister, who was named, only until Friday"."""
_EMBEDDING = 2
"""Words at most between "ruled" and the subject of what was ruled: "that", "on Friday" apart."""


def parties(document: Document, numbers: Sequence[int], clause: Span, due: Span) -> Parties:
    """(set by, binding on) as spans of noun phrases; `numbers` are the sentences that tell it, the fullest first."""
    lines = lines_of(document)
    setter, bound = _told(lines[numbers[0] - 1], clause, due)
    for number in numbers[1:]:
        other = lines[number - 1]
        start, end = other.sentence.start, other.sentence.end
        limit = deadline_words(document.language, "named_length").search(document.text, start, end)
        for reach in (Span(*limit.span()), Span(end, end)) if limit else (Span(end, end),):
            more_setters, more_bound = _told(other, Span(start, end), reach)
            setter, bound = _plainer(document, setter, more_setters), _plainer(document, bound, more_bound)
    return setter or _decreeing(lines, numbers[0], clause), bound


def _plainer(document: Document, first: tuple[Span, ...], more: tuple[Span, ...]) -> tuple[Span, ...]:
    """Those whom the fullest telling has, unless it has a mere pronoun where another tells who it is."""
    pronouns = {*POSSESSIVES, *PRONOUNS}
    vague = [all(document.text[slice(*span)].casefold() in pronouns for span in spans) for spans in (first, more)]
    return more if vague[0] and more and not vague[1] else first or more


def _decreeing(lines: Sequence[Line], number: int, clause: Span) -> tuple[Span, ...]:
    """Who is told in the sentence before to rule, where this one goes on in the passive: "It was ordered to pay"."""
    line = lines[number - 1]
    ordered = [v for v in verbs_of(line, ("sets",), clause.end) if _is_passive(line, v) and _takes_somebody(line, v)]
    if number < 2 or not ordered or not goes_on(line.document, lines[number - 2].sentence, line.sentence):
        return ()
    whom = bearers.subject(line, ordered[0].first)
    if not any(phrase.is_pronoun(line) or line.lower(phrase.first) == "the" for phrase in whom):
        return ()
    before = lines[number - 2]
    ruling = verbs_of(before, ("decrees", "finds"), before.sentence.end)
    found = (ruler for verb in ruling if (ruler := bearers.subject(before, verb.first)))
    return bearers.spans(before, next(found, ()))


def _told(line: Line, clause: Span, due: Span) -> Parties:
    """What one sentence tells: its conditions first, then its verbs, then the noun for the limit."""
    at = line.position(due.start)
    setter: Bearers = ()
    bound: Bearers = ()
    told = _by_verb(line, clause, at)
    by_verb = (told[0], () if _is_within_condition(line, at) else told[1])
    by_noun = (holders.by_limit(line), holders.by_urging(line, at), holders.by_thing(line), holders.by_command(line))
    if by_noun[1][1] and by_verb[1] and by_verb[1][0].is_pronoun(line):
        by_verb = by_verb[0], ()  # an ultimatum to residents warns them
    for found in (holders.by_condition(line, at), holders.by_failing(line, at), by_verb, *by_noun):
        setter, bound = setter or found[0], bound or found[1]
    return bearers.spans(line, setter), bearers.spans(line, bound)


def _is_within_condition(line: Line, at: int) -> bool:
    """Whether the date is that of a condition, so that whoever suffers otherwise is not bound: "if none comes by"."""
    conditions = [c.after for c in verbs_of(line, ("condition",), line.sentence.end) if c.after <= at]
    return bool(conditions) and not any(line.tag(i) == "mark" for i in range(conditions[-1], at))


def _by_verb(line: Line, clause: Span, at: int) -> tuple[Bearers, Bearers]:
    verbs = [verb for verb in verbs_of(line, _LISTS, clause.end) if not _is_ordered(line, verb)]
    before = [verb for verb in verbs if verb.first < at]
    if not before:
        return _opened(line, clause, verbs, at) or _undertaken(line, at)
    if shared := _listed(line, clause, before, at):
        return shared
    verb = max(before, key=lambda v: (v.first, v.after))
    if verb.kind in _SETTING:
        return _ordered(line, verb, at)
    bound = _doer(line, verb)
    if verb.kind == "pledges":
        return bound, () if _puts_off(line, verb) else _promised(line, verb, at) or bound
    if told := telling.addressed(line, verb) or telling.warned(line, bound):
        return told
    setter, whom = _set_before(line, verb)
    meant = whom if whom and bound and bound[0].is_pronoun(line) else bound
    return _orderer(line, verbs, at, bound) or setter, meant


def _set_before(line: Line, verb: Verb) -> tuple[Bearers, Bearers]:
    """Who set it in a main clause before, and for whom where that is all it tells.

    "The ministry has asked all firms to register; they have until Monday", "Residents were told to leave: they must …".
    """
    parted = max((i for i in range(verb.first) if line.lower(i) in (";", ":")), default=0)
    before = [v for v in verbs_of(line, ("sets",), line.words[verb.first].start) if v.first < parted]
    if not before or not _takes_somebody(line, before[-1]):
        return (), ()
    doer = bearers.subject(line, before[-1].first)
    if _is_passive(line, before[-1]):
        return (), doer
    told_that = any(line.lower(i) == "that" for i in range(before[-1].after, parted))
    return (() if told_that else doer), ()


def _doer(line: Line, verb: Verb) -> Bearers:
    """Who does what the verb says; of what "must be paid" whoever pays, where that is told."""
    ahead = line.text[line.words[verb.after - 1].end : line.sentence.end]
    if verb.kind != "binds" or not deadline_words(line.document.language, "to_be_done").match(ahead.lstrip()):
        return bearers.subject(line, verb.first)
    by = line.first_of(("by",), range(verb.after, len(line.words)))
    return bearers.at(line, by + 1) if by is not None and line.tag(by + 1) != "calendar" else ()


def _is_ordered(line: Line, verb: Verb) -> bool:
    """Whether a verb that could set a limit is what somebody is to do, or only recalled: "to give", "as ordered"."""
    imperative = line.lower(verb.first) in _IMPERATIVES and (verb.first == 0 or line.tag(verb.first - 1) == "mark")
    noun = line.tag(verb.first - 1) in ("determiner", "possessive") or line.lower(verb.first - 1) in POSSESSIVES
    return verb.kind == "sets" and (imperative or noun or line.lower(verb.first - 1) in ("to", "as"))


def _opened(line: Line, clause: Span, verbs: Sequence[Verb], at: int) -> tuple[Bearers, Bearers] | None:
    """The parties where the due date opens the clause and the verb follows: "Within 72 hours the front must"."""
    following = next((verb for verb in verbs if verb.first > at and verb.kind == "binds"), None)
    if following is None or at > line.position(clause.start) + 1:
        return None
    bound = _doer(line, following)
    return (_orderer(line, list(verbs), at, bound), bound) if bound else None


def _promised(line: Line, verb: Verb, at: int) -> Bearers:
    """Who is to do what somebody else promises: "promised the envoys that the army would leave"."""
    that = line.first_of(("that",), range(verb.after, at))
    if that is None:
        return ()
    for will in verbs_of(line, ("will_act", "binds"), line.sentence.end):
        if will.first > that:
            whom = bearers.subject(line, will.first)
            return whom if whom and not whom[0].is_pronoun(line) and whom[0].first > that else ()
    return ()


def _ordered(line: Line, verb: Verb, due: int) -> tuple[Bearers, Bearers]:
    """Who gave an order and to whom, in the active or the passive voice."""
    passive = re.compile(rf"{deadline_words(line.document.language, 'passive').pattern}$", re.IGNORECASE)
    told = line.text[line.sentence.start : line.words[verb.after - 1].end]
    if (passive.search(told) and not told.endswith("ing")) or _is_passive(line, verb):
        by = line.first_of(("by",), range(verb.after, len(line.words)))
        agent = by is not None and by + 1 != due and line.tag(by + 1) != "calendar"
        named = bearers.at(line, by + 1, until=due) if by is not None and agent else ()
        takes = _takes_somebody(line, verb) and not _only_tells(line, verb, due)
        bound = (bearers.subject(line, verb.first) or telling.despite(line, verb)) if takes else ()
        return named or _orderer(line, [], due, bound) or telling.writer(line, verb), bound
    if _only_tells(line, verb, due):
        return (), ()
    whom = _object(line, verb, due)
    return bearers.subject(line, verb.first, acts=bool(whom) and _takes_somebody(line, verb)), whom


def _takes_somebody(line: Line, verb: Verb) -> bool:
    """Whether the object of the verb is somebody: "gave", "ordered", not "extended", "issued"."""
    language = line.document.language
    words = line.quote(verb.first, verb.after - 1)
    return language.partition("-")[0] != "en" or bool(deadline_words(language, "orders").search(words))


def _only_tells(line: Line, verb: Verb, due: int) -> bool:
    """Whether somebody is merely told something: "told reporters the truce ends on Friday"."""
    words = line.quote(verb.first, verb.after - 1)
    if not deadline_words(line.document.language, "tells").search(words):
        return False
    ahead = [line.lower(i) for i in range(verb.after, min(due, len(line.words)))]
    if {"to", "must", "unless", "if"} & set(ahead):
        return False
    conditions = (c.first for c in verbs_of(line, ("condition",), line.sentence.end) if c.first > due)
    return not any({"will", "would"} & {line.lower(i) for i in range(verb.after, at)} for at in conditions)


def _is_passive(line: Line, verb: Verb) -> bool:
    """Whether a form of "to be" stands before the participle, adverbs between."""
    at = verb.first
    while at < verb.after and line.tag(at) in ("auxiliary", "adverb"):
        at += 1
    if line.lower(verb.first) == "given" and line.lower(verb.after) in ("to", "by"):
        return True  # "a period given to residents"
    before = [line.lower(i) for i in range(max(verb.first - 2, 0), at)]
    if line.lower(verb.after - 1).endswith("ing"):
        return False
    return any(word in ("was", "were", "been", "being", "be", "is", "are") for word in before)


def _object(line: Line, verb: Verb, due: int) -> Bearers:
    """Whom the order is given to: behind the verb, behind "that", "to" or "from", else behind the date."""
    at = verb.after
    to_whom = () if primary(line.language) == "en" else bearers.TO_WHOM  # where "a" is no article
    if line.lower(at) in to_whom or line.lower(at) in ("that", "of"):
        at += 1
    takes = _takes_somebody(line, verb)
    found = bearers.at(line, at, until=due, told_to_act=takes)
    if found and (takes or not found[0].is_pronoun(line)):
        return found  # "prolonged it" is no one
    words = ("for", "from", "to", "on", *to_whom)
    spots = [i + 1 for i in range(at, len(line.words)) if line.lower(i) in words and not line.quoted[i]]
    near = [spot for spot in spots if line.lower(spot - 1) in ("from", "to") and spot < due]
    behind = [spot for spot in spots if line.lower(spot - 1) not in ("from", "to", "on") and spot > due]
    return next((found for spot in (*near, *behind) if (found := bearers.at(line, spot))), ())


def _listed(line: Line, clause: Span, verbs: Sequence[Verb], due: int) -> tuple[Bearers, Bearers] | None:
    """Of a list of dates that one verb gives, whoever stands before this one: "and the owner until May"."""
    verb = max(verbs, key=lambda v: (v.first, v.after))
    start = line.position(clause.start)
    opening = range(max(start, verb.after), due)
    for first in opening:
        joined = line.lower(first - 1) == "and" or line.lower(first) == "and"
        opens = joined or line.lower(first - 1) == "," or first == start > verb.first
        if not _names_time(line, verb.after, first):
            continue
        found = bearers.at(line, first, until=due, told_to_act=joined) if opens and due < len(line.words) else ()
        if found and _UP_TO_TIME.fullmatch(line.text, line.words[found[-1].last].end, line.words[due].start):
            return (bearers.subject(line, verb.first) if verb.kind == "sets" else ()), found
    return None


def _names_time(line: Line, first: int, last: int) -> bool:
    """Whether the words from `first` up to `last` name a time, which is another's."""
    between = line.text[line.words[first].start : line.words[last].start] if first < last else ""
    return bool(dates.find(between, line.language) or deadline_words(line.language, "duration").search(between))


def _puts_off(line: Line, verb: Verb) -> bool:
    """Whether what is agreed is more time: "agreed to extend the loan until June" binds nobody."""
    ahead = line.text[line.words[verb.after - 1].end : line.sentence.end]
    return bool(deadline_words(line.document.language, "to_put_off").match(ahead.lstrip()))


def _undertaken(line: Line, due: int) -> tuple[Bearers, Bearers]:
    """Who will do it, and who says so: "it would leave by May, the army promised" binds whoever would."""
    if next(verbs_of(line, ("condition",), line.sentence.end), None):
        return (), ()
    missing = {verb.first for verb in verbs_of(line, ("keeps",), line.sentence.end)}
    will = [v for v in verbs_of(line, ("will_act",), line.sentence.end) if v.first < due and v.first not in missing]
    bound = bearers.subject(line, will[-1].first) if will and acts(line, will[-1].after) else ()
    behind = (verb for verb in verbs_of(line, ("pledges",), line.sentence.end) if verb.first > due)
    setter = next((found for verb in behind if (found := bearers.subject(line, verb.first))), ())
    return setter or bound, bound


def _orderer(line: Line, verbs: list[Verb], due: int, bound: Bearers) -> Bearers:
    """Who ordered what somebody must do, told before ("ruled that it must") or behind (", a judge ordered")."""
    behind = (verb for verb in verbs if verb.first > due and verb.kind in ("sets", "pledges"))
    named = (found for verb in behind if (found := bearers.subject(line, verb.first)))
    if found := next((found for found in named if line.tag(found[0].first - 1) == "mark"), ()):
        return found
    if not bound:
        return ()
    for verb in verbs_of(line, ("decrees",), line.sentence.end):
        if verb.after <= bound[0].first <= verb.after + _EMBEDDING:
            return bearers.subject(line, verb.first)
    if line.lower(bound[0].first - 1) in ("that", "which") and _is_first_verb(line, bound[-1].last + 1, due):
        told = list(verbs_of(line, ("decrees", "tells", "finds"), line.words[bound[0].first].start))
        return bearers.subject(line, told[-1].first) if told else ()
    return ()


def _is_first_verb(line: Line, start: int, due: int) -> bool:
    """Whether one verb group at most stands between the bound and the date: not "had been served and must answer"."""
    groups = [
        i for i in range(start, due) if line.tag(i) in ("auxiliary", "modal") and line.tag(i - 1) not in _IN_GROUP
    ]
    return len(groups) <= 1
