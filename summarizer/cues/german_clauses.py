"""Who is the subject of a German verb: its clause's first phrase, or the one behind the verb that comes second; pure.

"In Halden hatten am Abend | die Rebellen | einen Sprengsatz gezündet": before the finite verb stands one phrase, and
where that is none in the nominative, the subject follows. In a clause that a conjunction opens the verb comes last
and the subject first; a relative pronoun stands for the noun before it.
"""

from __future__ import annotations

from summarizer.cues import states
from summarizer.cues.lines import Line
from summarizer.cues.phrase_ends import phrase_ending
from summarizer.cues.phrases import GENITIVE_ARTICLES, Phrase, phrase_from

_RELATIVES = frozenset("der die das welcher welche welches".split())
_PASSIVE = frozenset("wird werden wurde wurden worden werde würden".split())
_OBJECTS = frozenset("sich ihm ihr ihnen ihn es uns mich mir dem".split())
_AGENT = frozenset("von vom durch".split())
_LONGEST_PREFIELD = 14
_OF_ONE = frozenset("der ein dem einem einen des eines dieser diesem jener".split())


def doer_in_clause(line: Line, verb: int) -> Phrase | None:
    """Who does what the verb tells: its subject, in the passive whom "von" or "durch" leads to."""
    first, last = _bounds(line, verb)
    if any(line.lower(i) in _PASSIVE for i in range(first, last + 1)):
        return _agent(line, first, verb)
    return subject_in_clause(line, verb)


def subject_in_clause(line: Line, verb: int) -> Phrase | None:
    """The subject of the verb's own clause; None where it leaves it to another one."""
    first, last = _bounds(line, verb)
    if line.lower(first) in _RELATIVES and line.lower(first - 1) == "," and _closes(line, verb, last):
        return phrase_ending(line, first - 2)
    if line.tag(first) in ("subordinator", "relative"):
        return _nominative_from(line, first + 1, verb)
    finite = next((i for i in range(first, last + 1) if line.is_finite(i) and not line.quoted[i]), None)
    if finite is None:
        return None
    return _prefield(line, first, finite) or _nominative_from(line, finite + 1, last + 1)


def _bounds(line: Line, verb: int) -> tuple[int, int]:
    """The first and the last word of the clause between marks, without an opening conjunction."""
    first = next((i + 1 for i in range(verb - 1, -1, -1) if line.tag(i) == "mark" and line.lower(i) not in "()“”„"), 0)
    dateline = line.first_of((")",), range(min(6, len(line.words)))) if line.lower(1) == "(" and first == 0 else None
    first = dateline + 1 if dateline is not None and dateline < verb else first
    last = line.next_mark(verb) - 1
    first = first + 1 if line.tag(first) == "conjunction" and first < verb else first
    return first, last


def _closes(line: Line, verb: int, last: int) -> bool:
    """Whether the verb and what belongs to it end the clause, as in every clause that depends on another."""
    return all(line.is_finite(i) or line.tag(i) in ("auxiliary", "modal") for i in range(verb + 1, last + 1))


def _prefield(line: Line, first: int, finite: int) -> Phrase | None:
    """The phrase before the finite verb where that can be its subject."""
    if not 0 < finite - first <= _LONGEST_PREFIELD or not _may_be_nominative(line, first):
        return None
    phrase = phrase_from(line, first)
    return phrase if phrase and phrase.last < finite and _is_noun(line, phrase) else None


def _nominative_from(line: Line, at: int, end: int) -> Phrase | None:
    """The first phrase from a word on that is in the nominative, past circumstances and objects."""
    while at < end:
        if line.tag(at) == "preposition":
            phrase = phrase_from(line, at + 1)
            at = phrase.last + 1 if phrase else at + 2
        elif line.lower(at) in _OBJECTS or line.tag(at) in ("adverb", "calendar", "mark", "negation"):
            at += 1
        else:
            phrase = phrase_from(line, at)
            if phrase is None:
                return None
            if _may_be_nominative(line, at) and _is_noun(line, phrase):
                return phrase
            at = phrase.last + 1
    return None


def _may_be_nominative(line: Line, at: int) -> bool:
    """Whether no preposition and no article of another case opens the phrase."""
    return line.tag(at) not in ("preposition", "adverb", "calendar") and line.lower(at) not in line.classes.oblique


def _is_noun(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase has a noun, a name or a pronoun as its head."""
    return phrase.is_pronoun(line) or phrase.is_named(line) or line.words[phrase.head].capital


def _agent(line: Line, first: int, verb: int) -> Phrase | None:
    """Whoever stands behind "von" or "durch" before a passive verb."""
    at = next((i for i in range(verb - 1, first - 1, -1) if line.lower(i) in _AGENT), None)
    phrase = phrase_from(line, at + 1) if at is not None else None
    if phrase is None or line.lower(phrase.last + 1) == "nach":  # "von Kabul nach Kandahar"
        return None
    return None if states.is_known(line.quote(phrase.head, phrase.head)) else phrase


def genitive_behind(line: Line, noun: int) -> Phrase | None:
    """Whose a deed's noun is: "Angriff | der Rebellen", "Luftangriff | Russlands"."""
    behind = noun + 1
    named = line.tag(behind) == "name" and line.lower(behind).endswith("s")
    if line.lower(behind) in GENITIVE_ARTICLES or named:
        return phrase_from(line, behind)
    return None


def is_genitive(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase tells whose the German noun before it is: "im Süden | der Stadt", "die Zahl | der Toten"."""
    first = line.lower(phrase.first)
    after_noun = line.tag(phrase.first - 1) in ("word", "name") and line.words[phrase.first - 1].capital
    man = (
        line.nouns.kind(line.lower(phrase.head)) == "person" and line.nouns.gender(line.lower(phrase.head)) != "female"
    )
    return phrase.first > 0 and after_noun and first in GENITIVE_ARTICLES and not (first == "der" and man)


def is_one(line: Line, phrase: Phrase) -> bool:
    """Whether a German noun whose plural is alike has the article of one: "der mutmaßliche Täter", "ein Minister"."""
    single = line.lower(phrase.first) in _OF_ONE and not is_genitive(line, phrase)
    return line.language == "de" and single and line.nouns.is_person(line.lower(phrase.head))
