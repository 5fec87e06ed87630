"""Who a phrase of a deadline's sentence stands for: subjects, objects, and what is joined to them; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from summarizer.cues.clauses import Span
from summarizer.cues.coordination import joined_after, joined_before
from summarizer.cues.german_clauses import subject_in_clause
from summarizer.cues.given_names import gender_of
from summarizer.cues.lines import CONTENT, Line
from summarizer.cues.phrase_ends import base_start, phrase_ending
from summarizer.cues.phrases import QUANTITIES, Phrase, phrase_from
from summarizer.cues.subjects import before_participle, over_adverbs, shared_subject, subject_before
from summarizer.cues.vocabulary import deadline_words
from summarizer.cues.words import POSSESSIVES, PRONOUNS

Bearers = tuple[Phrase, ...]

TO_WHOM = frozenset("à au aux a al".split())
"""What stands before whom a time is given to outside English."""
_NOBODY = frozenset("no nobody none neither nothing that this those there which what who".split())
_MEANT = frozenset({"male", "female", "person", "body", "many", "any"})
_FIRST_AND_SECOND = frozenset("i we you me us".split())
_RELATIVE = frozenset("who whom whose which that".split())
_OPENING_A_CLAUSE = frozenset("conjunction mark".split())
_SUBORDINATING = frozenset("that if unless whether".split())
_MOST_LISTED = 8
_ANYBODY = frozenset("everyone everybody anyone anybody".split())
_EVERY = frozenset("each all both".split())


class Verb(NamedTuple):
    """A verb that sets, binds or pledges, by the positions of its first word and of the word behind it."""

    kind: str
    first: int
    after: int


def verbs_of(line: Line, names: Iterable[str], end: int) -> Iterator[Verb]:
    """The verbs of these lists up to an offset of the text, list by list."""
    for name in names:
        for match in deadline_words(line.document.language, name).finditer(line.text, line.sentence.start, end):
            first = line.position(match.start())
            if first < len(line.words):
                yield Verb(name, first, line.position(match.end()))


def acts(line: Line, at: int) -> bool:
    """Whether what follows is a verb in the active voice, and no state."""
    end = line.words[-1].end
    ahead = line.text[line.words[at].start : end] if at < len(line.words) else ""
    passive = (deadline_words(line.document.language, name).match(ahead) for name in ("is_done", "is_state"))
    return bool(ahead) and not any(passive)


def subject(line: Line, verb: int, *, acts: bool = False) -> Bearers:
    """Who does what the verb says, with whoever is joined to the left; empty where nobody stands there.

    `acts`: the verb is one of giving or ordering, so that whatever noun stands there is somebody: "the port has given".
    """
    phrase = (subject_in_clause(line, verb) if line.language == "de" else None) or subject_before(line, verb)
    if phrase is None and line.tag(verb - 1) in _OPENING_A_CLAUSE:
        phrase = _subject_of_verb_before(line, verb) or shared_subject(line, verb)
    if phrase is None:
        phrase = _before_complements(line, verb)
    if phrase and (whole := _over_joined_complements(line, phrase)):
        return (whole,) if is_somebody(line, whole) else ()
    phrase = _of_each(line, phrase) if phrase else None
    if phrase and line.lower(phrase.first) == "whose" and phrase.first < phrase.head:
        phrase = replace(phrase, first=phrase.first + 1)
    if phrase is None or not (is_somebody(line, phrase) or (acts and _can_act(line, phrase))):
        own = phrase is not None and line.tag(phrase.first - 1) in _OPENING_A_CLAUSE
        living = before_participle(line, verb)
        opening = living if living and is_somebody(line, living) else None
        opening = opening or (None if own else _before_relative(line, verb))
        return (opening,) if opening else ()
    others = [other for other in joined_before(line, phrase) if is_somebody(line, other)]
    if others and _ends_complement(line, others[-1]):
        opening = _before_relative(line, verb)
        return (opening,) if opening else ()
    return (*reversed(others), _without_relative(line, phrase))


def _ends_complement(line: Line, phrase: Phrase) -> bool:
    """Whether a list goes on from a complement: "those who work for the bank, Velder Gas and Orlan Air"."""
    if line.lower(phrase.first - 1) != ",":
        return line.tag(phrase.first - 1) == "preposition"
    start = base_start(line, phrase.first - 2)
    return line.tag(start - 1 - (line.tag(start - 1) == "determiner")) == "preposition"


def _can_act(line: Line, phrase: Phrase) -> bool:
    """Whether a noun of no known kind may be that of somebody who gives or orders: no agreement, and no time."""
    if phrase.is_pronoun(line) or line.tag(phrase.head) not in ("word", "name") or line.lower(phrase.first) in _NOBODY:
        return False
    words, head = deadline_words(line.document.language, "binding_thing"), line.lower(phrase.head)
    thing = words.fullmatch(head) or line.nouns.kind(head) == "document"
    return line.tag(phrase.first) in ("determiner", "name") and not thing


def _over_joined_complements(line: Line, phrase: Phrase) -> Phrase | None:
    """The whole phrase of which this one only ends the complement: "residents of Ves, Olm and Tarn"."""
    if paired := _pairing(line, phrase):
        return paired
    joined = [phrase, *joined_before(line, phrase)]
    last, outer = joined[0], joined[-1]
    if len(joined) < 2:
        return None
    placed = any(line.tag(i) == "preposition" for i in range(outer.first + 1, outer.last))
    bare = all(line.tag(p.first) == "name" and not _is_person(line, p) for p in joined[:-1])
    return replace(outer, last=last.last, name=None) if placed and bare and not outer.name else None


def _pairing(line: Line, phrase: Phrase) -> Phrase | None:
    """What holds between two, of whom the phrase is the second: "a ceasefire between Ves and the rebels"."""
    first = phrase_ending(line, phrase.first - 2) if line.lower(phrase.first - 1) == "and" else None
    if first and any(line.lower(i) == "between" for i in range(first.first + 1, first.last)):
        return replace(first, last=phrase.last)
    if first is None or line.lower(first.first - 1) != "between" or line.tag(first.first - 2) not in CONTENT:
        return None
    governing = phrase_ending(line, first.first - 2)
    return replace(governing, last=phrase.last) if governing else None


def _is_person(line: Line, phrase: Phrase) -> bool:
    return gender_of(line.words[phrase.first].word) is not None


def _before_relative(line: Line, verb: int) -> Phrase | None:
    """Who opens the clause, a relative clause between: "a commission that the two states set up in May is to"."""
    starts = [i + 1 for i in range(verb - 1) if line.tag(i) in _OPENING_A_CLAUSE and line.lower(i) != ","]
    for start in reversed([0, *starts]):
        phrase = phrase_from(line, start)
        if phrase is None or phrase.last >= verb - 2:
            continue
        after = phrase.last + 1 + (line.lower(phrase.last + 1) == ",")
        after += line.tag(after) == "preposition"
        phrase = replace(phrase, head=min(phrase.head, phrase.last))
        if line.lower(after) in _RELATIVE and is_somebody(line, phrase):
            return phrase
    return None


def _of_each(line: Line, phrase: Phrase) -> Phrase:
    """Those of whom each is meant: "each of her ministers"."""
    counted = line.lower(phrase.first) in QUANTITIES and line.lower(phrase.first + 1) == "of"
    if not counted or line.lower(phrase.first) not in _EVERY:
        return phrase
    first = phrase.first + 2
    return replace(phrase, first=first, head=phrase.head if phrase.head >= first else phrase.last)


def _before_complements(line: Line, verb: int) -> Phrase | None:
    """The noun that opens the subject, over complements of any preposition: "agencies without a budget must"."""
    last = over_adverbs(line, verb - 1)
    while last >= 0 and line.tag(last) in CONTENT:
        start = base_start(line, last)
        if start < 2 or line.tag(start - 1) != "preposition":
            phrase = phrase_ending(line, last)
            return replace(phrase, last=over_adverbs(line, verb - 1)) if phrase else None
        last = start - 2
    return None


def _subject_of_verb_before(line: Line, verb: int) -> Phrase | None:
    """The subject of the verb that "and" joins this one to: "that the clerk had been told and must answer"."""
    if line.lower(verb - 1) != "and":
        return None
    for index in range(verb - 2, 0, -1):
        if line.tag(index) == "mark" and line.lower(index) != ",":
            return None
        if line.is_finite(index) and not line.quoted[index]:
            phrase = subject_before(line, index)
            if phrase and line.lower(phrase.first - 1) in _SUBORDINATING:
                return phrase
    return None


def at(line: Line, position: int, *, until: int | None = None, told_to_act: bool = False) -> Bearers:
    """Who begins there, cut behind the last noun for people or bodies; whoever is told to act is somebody.

    `until`: the word at which the due date begins, which is no part of anybody.
    """
    phrase = _phrase(line, position)
    if phrase is None or line.lower(phrase.first) in _NOBODY:
        return ()
    phrase = _before_verb(line, phrase)
    timed = until is not None and phrase.first < until <= phrase.last
    phrase = _before_time(phrase, until)
    infinitive = line.lower(phrase.last + 1) == "to" and line.tag(phrase.last + 2) in ("word", "verb", "auxiliary")
    infinitive = infinitive or (line.language == "de" and line.lower(phrase.last + 1) == "auf")  # "forderte X auf, zu"
    apposed = until is not None and phrase.name is not None and line.next_mark(phrase.last + 2) <= until
    acts = timed or phrase.last + 1 == until or infinitive or apposed
    if told_to_act and acts and not phrase.is_pronoun(line) and line.tag(phrase.head) in ("word", "name"):
        return (phrase,)
    for last in range(phrase.last, phrase.first - 1, -1):
        cut = Phrase(phrase.first, last, min(phrase.head, last), phrase.name)
        known = line.tag(last) in ("name", "pronoun") or line.nouns.knows(line.lower(last))
        if known and is_somebody(line, cut):
            return (cut, *_listed_after(line, cut, until))
    return ()


def addressee(line: Line, position: int) -> Bearers:
    """To whom an ultimatum goes: somebody, or whoever a plural names."""
    phrase = _phrase(line, position)
    several = phrase is not None and line.tag(phrase.head) == "word" and line.lower(phrase.head).endswith("s")
    return at(line, position) or ((phrase,) if phrase and several else ())


def _before_verb(line: Line, phrase: Phrase) -> Phrase:
    """The name that a verb in the guise of a plural follows: "Orlan returns Velder captives"."""
    for at in range(phrase.first + 1, phrase.last):
        verb = line.tag(at) == "word" and line.lower(at).endswith("s") and line.tag(at - 1) == "name"
        whom = line.tag(at + 1) in ("determiner", "number") or line.words[at + 1].word[:1].isupper()
        if verb and whom and line.tag(phrase.first) == "name":
            return replace(phrase, last=at - 1, head=min(phrase.head, at - 1))
    return phrase


def _listed_after(line: Line, phrase: Phrase, until: int | None) -> Bearers:
    """Those whom "and" joins to the right of one, commas before the last: "the treasury, the board and Oslo"."""
    found: list[Phrase] = []
    while len(found) < _MOST_LISTED:
        current = found[-1] if found else phrase
        if (after := joined_after(line, current)) and is_somebody(line, after):
            return (*found, after)
        comma = line.lower(current.last + 1) == ","
        final = line.lower(current.last + 1 + comma) == "and"
        listed = phrase_from(line, current.last + 1 + comma + final) if comma or final else None
        if listed is None or (final and (until is None or not listed.first < until <= listed.last + 1)):
            return ()
        listed = _before_time(listed, until)
        if not is_somebody(line, listed):
            return ()
        if final:
            return (*found, listed)
        found.append(listed)
    return ()


def _before_time(phrase: Phrase, until: int | None) -> Phrase:
    """The phrase without the due date that begins within it."""
    if until is None or not phrase.first < until <= phrase.last:
        return phrase
    return Phrase(phrase.first, until - 1, min(phrase.head, until - 1))


def _phrase(line: Line, position: int) -> Phrase | None:
    """The noun phrase that begins there, whose determiner may be a possessive: "her family"."""
    if position >= len(line.words):
        return None
    phrase = phrase_from(line, position)
    if line.lower(position) not in POSSESSIVES or line.tag(position + 1) not in ("word", "name"):
        return phrase
    owned = phrase_from(line, position + 1)
    return replace(owned, first=position) if owned else phrase


def ending(line: Line, last: int, *, owns: bool = False) -> Bearers:
    """Who ends there; whatever owns a permit or a deadline is somebody."""
    phrase = phrase_ending(line, last)
    return (phrase,) if phrase and (is_somebody(line, phrase) or (owns and _can_act(line, phrase))) else ()


def is_somebody(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase names somebody, is a pronoun for one, or its noun is one for people or bodies."""
    word = line.lower(phrase.first)
    if phrase.is_pronoun(line) or word in _ANYBODY:
        return word in _ANYBODY or (PRONOUNS.get(word) in _MEANT and word not in _FIRST_AND_SECOND)
    if word in _NOBODY or line.tag(phrase.first) == "calendar" or (word in _RELATIVE and phrase.first == phrase.last):
        return False
    if deadline_words(line.document.language, "binding_thing").fullmatch(line.lower(phrase.head)):
        return False  # an agreement binds, and is nobody
    kind = line.nouns.kind(line.lower(phrase.head), line.lower(phrase.head - 1))
    return line.tag(phrase.head) == "name" or phrase.name is not None or kind in ("people", "person", "body")


def spans(line: Line, bearers: Sequence[Phrase]) -> tuple[Span, ...]:
    """Their offsets in the document's text."""
    return tuple(Span(*_without_name(line, phrase).span(line)) for phrase in bearers)


def _without_name(line: Line, phrase: Phrase) -> Phrase:
    """The phrase without the name behind it where it is for several: "the families of Ida Roth, Piet Haas and"."""
    head = line.lower(phrase.head)
    several = line.tag(phrase.head) == "word" and head.endswith("s") and line.nouns.kind(head) == "people"
    return replace(phrase, name=None) if several and phrase.name else phrase


def _without_relative(line: Line, phrase: Phrase) -> Phrase:
    """The phrase before a relative clause: "separatists who held them" are separatists."""
    for position in range(phrase.head + 1, phrase.last + 1):
        if line.tag(position) == "relative" or line.lower(position) in _RELATIVE:
            return Phrase(phrase.first, position - 1, phrase.head, phrase.name)
    return phrase
