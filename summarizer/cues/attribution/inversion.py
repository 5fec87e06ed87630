"""The subject that stands after its reporting verb: "“…,” said Ana Ruiz", "a-t-elle dit"; pure."""

from __future__ import annotations

import re

from summarizer.cues.attribution.fitness import may_speak
from summarizer.cues.attribution.frames import particle_of
from summarizer.cues.lines import Line
from summarizer.cues.phrases import Phrase, phrase_from
from summarizer.cues.reporting import verbs
from summarizer.cues.subjects import over_adverbs, subject_before

NEVER_INVERTED = frozenset(
    """told tells tell accused accuses blamed blames urged urges informed informs assured assures called calls
    described describes praised praises thanked thanks dismissed dismisses rejected rejects criticised
    criticizes denounced condemned""".split()
)
"""Verbs whose object is whom they are said to or of: what follows them is never their subject."""

_SAID = frozenset(
    """said says say added adds add wrote writes write explained explains argued argues noted notes stated states
    remarked remarks observed observes insisted insists claimed claims recalled recalls reported reports""".split()
)
"""Verbs that nobody is the object of: what follows them between commas is who speaks."""
_TAKES_PEOPLE = re.compile(
    r"(?:inform(?!ó|aron)|salu|souten|soutien|assur|évoqu|excl|jug|consid|qualif|félicit|remerci|recon|calific|felicit|celebr)"
)
"""French and Spanish verbs of saying whose object may be somebody."""
_ADDRESSING = frozenset("der dem den gegenüber".split())
_GERMAN_RELATIVES = frozenset("der die das dem den deren dessen welche welcher welches".split())
_CLOSING = "”“»\"’'"
_COMMAS = (",", "–", "—", "-")
_HYPHENS = ("-", "-t-")
_NOMINATIVE = frozenset("er ich wir man".split())
_REFLEXIVE = frozenset("sich s’".split())
_DATIVE_ENDINGS = ("ам", "ям")


def inverted_subject(line: Line, at: int) -> Phrase | None:
    """The subject after the verb, where a quotation or a whole clause stands before it."""
    if line.lower(at) in NEVER_INVERTED:
        return None
    if (pronoun := _adjoining_pronoun(line, at)) is not None:
        return Phrase(pronoun, pronoun, pronoun)
    last = before_commas(line, over_adverbs(line, at - 1))
    if last >= 0 and line.quoted[last] and line.lower(last) in _CLOSING:
        inverts = last < at - 1 or _closes_speech(line, last)
        return _phrase_after(line, at) if inverts and not _ends_relative(line, last) else None
    if (phrase := _said_after_comma(line, at)) is not None:
        return phrase
    if not _opens_clause(line, at, last):
        return None
    phrase = _phrase_after(line, at)
    return phrase if phrase and _is_subject(line, at, phrase) else None


def _adjoining_pronoun(line: Line, at: int) -> int | None:
    """The pronoun that can only be the subject: "a-t-elle promis", "Berichte darüber wies er zurück"."""
    if line.lower(at - 2) in _HYPHENS and line.tag(at - 1) == "pronoun":
        return at - 1
    return at + 1 if line.language == "de" and at > 0 and line.lower(at + 1) in _NOMINATIVE else None


def _said_after_comma(line: Line, at: int) -> Phrase | None:
    """A speaker between "…, says" and the next mark, whoever stands before the comma: "…, says the mayor, Ada Roy"."""
    if line.language in ("fr", "es"):
        return _said_after_clause(line, at)
    german = line.language == "de" and at > 1 and (subject_before(line, at) is None or _is_said_after(line, at))
    if line.lower(at - 1) != "," or not (german or (line.language == "en" and line.lower(at) in _SAID)):
        return None
    phrase = phrase_from(line, at + 1)
    if german:  # a clause stands first, so that the subject comes after the verb
        told_to = phrase is not None and line.lower(phrase.last + 1) in _ADDRESSING
        closed = phrase is not None and (told_to or _is_closed(line, phrase.last + 1))
        return phrase if phrase and line.words[phrase.head].capital and closed else None
    closed = phrase is not None and _is_closed(line, phrase.last + 1)
    return phrase if phrase and closed and not phrase.is_pronoun(line) and may_speak(line, phrase) else None


def _is_said_after(line: Line, at: int) -> bool:
    """Whether a whole German clause and its comma stand before the verb, and a nominative behind it."""
    phrase = phrase_from(line, at + 1)
    if line.lower(at - 1) != "," or phrase is None or not may_speak(line, phrase):
        return False
    opening = max((i for i in range(at - 1) if line.lower(i) == ","), default=-1)
    relative = opening >= 0 and line.lower(opening + 1) in _GERMAN_RELATIVES
    first, person = line.lower(phrase.first), line.nouns.is_person(line.lower(phrase.head))
    nominative = first not in line.classes.oblique and (first not in ("der", "einer") or person)
    return nominative and not relative and any(line.is_finite(i) for i in range(at - 1))


def _said_after_clause(line: Line, at: int) -> Phrase | None:
    """A French or Spanish speaker behind a whole clause: "…, a indiqué mardi la police", "…, informó el alcalde"."""
    comma = over_adverbs(line, at - 1)
    if line.lower(comma) != "," or _TAKES_PEOPLE.match(line.lower(at)):
        return None
    stated = any(use.kind == "statement" for use in verbs(line.language).get(line.lower(at), ()))
    told = any(line.is_finite(i) and not line.quoted[i] for i in range(comma))
    phrase = _phrase_after(line, at) if stated and told else None
    known = phrase is not None and not phrase.is_pronoun(line) and may_speak(line, phrase)
    return phrase if phrase and known and _is_closed(line, phrase.last + 1) else None


def _is_closed(line: Line, at: int) -> bool:
    """Whether the phrase before ends there: at a mark, at a circumstance, or at an adverb before a mark."""
    return line.tag(at) in ("mark", "preposition", "calendar", "relative") or (
        line.tag(at) == "adverb" and line.tag(at + 1) == "mark"
    )


def before_commas(line: Line, last: int) -> int:
    """The last word up to `last` that is no comma or dash."""
    while last >= 0 and line.lower(last) in _COMMAS:
        last -= 1
    return last


def _opens_clause(line: Line, at: int, last: int) -> bool:
    """Whether nothing before the verb can be its subject: a clause ends there, or something else comes first."""
    before = subject_before(line, at)
    if line.language == "en":
        return before is None and last >= 0 and last != over_adverbs(line, at - 1)
    return before is None or line.lower(before.first) in line.classes.oblique or line.lower(before.first) == "dies"


def _is_subject(line: Line, at: int, phrase: Phrase) -> bool:
    """Whether a phrase after the verb, with no quotation before, can be its subject rather than its object."""
    if line.is_finite(phrase.last + 1) or line.lower(phrase.first) in ("it", "them"):
        return False
    return may_speak(line, phrase) and not (line.language == "en" and particle_of(line, at))


def _ends_relative(line: Line, quotation: int) -> bool:
    """Whether a quoted term ends a relative clause of the subject: "An aide, who called it “hot”, said"."""
    opening = line.first_of((",",), range(quotation, -1, -1))
    return opening is not None and line.tag(opening + 1) == "relative"


def _closes_speech(line: Line, closing: int) -> bool:
    """Whether a quotation with no comma after it is speech: it has its own stop, or opens the sentence."""
    return line.lower(closing - 1) in (",", ".", "!", "?", "…") or all(line.quoted[:closing]) or line.language != "en"


def _phrase_after(line: Line, at: int) -> Phrase | None:
    """The phrase after the verb, over times and addressees: "a indiqué lundi à l’AFP un porte-parole"."""
    start = at + 1 + len(particle_of(line, at))
    start += line.lower(start) in _HYPHENS
    for _ in range(3):
        if line.tag(start) in ("adverb", "calendar") or line.lower(start) in _REFLEXIVE or _is_dative(line, start):
            start += 1
        elif line.language != "en" and line.tag(start) == "preposition" and (governed := phrase_from(line, start + 1)):
            start = governed.last + 1
    return phrase_from(line, start)


def _is_dative(line: Line, at: int) -> bool:
    """Whether a Slavic word is whom something is told: "сказала журналістам її лікарка"."""
    plural_dative = line.tag(at) == "word" and line.lower(at).endswith(_DATIVE_ENDINGS)
    return line.language in ("uk", "ru") and plural_dative and line.tag(at + 1) != "mark"
