"""Attributions by a wording without a reporting verb: "according to", "in his view", "Police: two arrests"; pure."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.cues.attribution.attributed import LIKELY, SURE, Hit
from summarizer.cues.attribution.fitness import may_speak
from summarizer.cues.attribution.foreign_sources import called_from, learned_from, told_so, whose
from summarizer.cues.lines import Line
from summarizer.cues.phrase_ends import base_start, phrase_ending
from summarizer.cues.phrases import Phrase, phrase_from
from summarizer.cues.reporting import sources, verbs
from summarizer.cues.subjects import subject_before
from summarizer.cues.words import POSSESSIVES

_NO_SOURCE = frozenset(
    """plan schedule law rules custom tradition need size age reports taste circumstances data figures statistics
    records loi plan gesetz""".split()
)
"""What "according to" leads to where it names no source."""
_SAME = frozenset("même mêmes misma mismas".split())
_WORDINGS = frozenset(
    "answer reply response comment words word motto advice summary conclusion assessment battle-cry slogan".split()
)
_SHARED = frozenset("shared released issued published sent posted presented drew made compiled".split())
_OWN = frozenset("own eigenen eigener eigene propre propres propio".split())
_OWNING_PREPOSITIONS = frozenset("in by to from on".split())
_BE_OR_COME = frozenset("was is came comes".split())
_HOPEFUL = frozenset("confident hopeful optimistic".split())
_CONVINCED = frozenset("sure certain convinced adamant satisfied".split())
_DASHES = ("–", "—", "-")
_LONGEST_NAME = 5


def by_wording(line: Line) -> Iterator[Hit]:
    """The attributions of a line by wordings that stand outside quotation marks."""
    yield from _before_the_speaker(line)
    yield from _after_the_speaker(line)
    yield from _owned(line)
    yield from called_from(line)
    yield from learned_from(line)
    yield from _before_a_colon(line)
    yield from _standing_for(line)
    yield from _after_quotation(line)
    yield from _convinced(line)


def by_adjoining_quotation(line: Line) -> Iterator[Hit]:
    """A quotation that ends with a comma, and a phrase beside a verb that no table has: "“…,” shrugged Ferro"."""
    for at in range(1, len(line.words) - 1):
        if not line.quoted[at - 1] or line.quoted[at] or line.lower(at - 1) not in "”“»\"’'":
            continue
        start = at + 1 if line.lower(at) == "," else at
        ends_in_comma = start > at or line.lower(at - 2) in (",", "!", "?", "…")
        if ends_in_comma and (phrase := _beside_unknown_verb(line, start)) is not None:
            yield Hit(start, phrase.last, phrase, "statement", LIKELY, "left")


def _convinced(line: Line) -> Iterator[Hit]:
    """As in "The mayor is confident that", "was sure the dam would hold"."""
    for at in range(1, len(line.words) - 2):
        kind = "prediction" if line.lower(at) in _HOPEFUL else "statement"
        sure = line.lower(at) in _HOPEFUL | _CONVINCED and not line.quoted[at]
        verb = next((i for i in range(at - 1, max(at - 4, -1), -1) if line.lower(i) in line.classes.be), None)
        if not sure or verb is None or not _opens_clause(line, at + 1):
            continue
        subject = subject_before(line, verb)
        if subject and may_speak(line, subject) and not line.quoted[subject.first]:
            yield Hit(subject.first, at, subject, kind, LIKELY, "right")


def _opens_clause(line: Line, at: int) -> bool:
    """Whether "that" or a clause of its own follows."""
    phrase = phrase_from(line, at)
    near = range(at, min(at + 5, line.next_mark(at)))
    return any(line.lower(i) == "that" for i in near) or (phrase is not None and line.is_finite(phrase.last + 1))


def _before_the_speaker(line: Line) -> Iterator[Hit]:
    """As in "according to the coast guard", "laut Hafenamt"."""
    for match in sources(line.language).before.finditer(line.text, line.sentence.start, line.sentence.end):
        at, after = line.position(match.start()), line.position(match.end())
        if after >= len(line.words) or line.quoted[at]:
            continue
        if line.language == "de" and line.lower(after) in ("von", "vom"):
            after += 1  # "nach Angaben von | Aktivisten"
        if line.language == "es" and line.lower(after) in verbs("es"):
            after += 1  # "según explicó | el general"
        possessive = Phrase(after, after, after) if line.lower(after) in POSSESSIVES else None
        phrase = _source_from(line, after) or possessive
        phrase = (_sharing(line, phrase) or phrase) if phrase else None
        phrase = whose(line, phrase) if phrase else None
        if phrase and any(line.lower(i) in _SAME for i in range(phrase.first, phrase.last)):
            continue  # "selon la même source": see `reported`
        if phrase and line.lower(phrase.head) not in _NO_SOURCE:
            yield Hit(at, phrase.last, phrase, "statement", SURE, "around")


def _sharing(line: Line, phrase: Phrase) -> Phrase | None:
    """Who shared the writing that is the source: "a timeline that | the company | has shared with customers"."""
    at = phrase.last + 1
    if phrase.is_named(line) or line.lower(at) not in ("that", "which") or may_speak(line, phrase):
        return None
    sharer = phrase_from(line, at + 1)
    verb = at + 1 if sharer is None else sharer.last + 1
    while line.tag(verb) in ("auxiliary", "adverb"):
        verb += 1
    return sharer if sharer and line.lower(verb) in _SHARED and may_speak(line, sharer) else None


def _source_from(line: Line, at: int) -> Phrase | None:
    """The phrase of a source, parted from a clause whose subject follows it without a comma."""
    phrase = phrase_from(line, at)
    if phrase is None:
        return None
    if line.tag(phrase.last + 1) == "verb" and line.nouns.is_speech(line.lower(phrase.last + 1)):
        return Phrase(phrase.first, phrase.last + 1, phrase.head)  # "according to media | reports"
    for index in range(phrase.first + 1, phrase.last + 1):
        known = line.nouns.kind(line.lower(index - 1), line.lower(index - 2)) is not None
        if known and line.tag(index - 1) == "word" and line.tag(index) == "name" and line.is_finite(phrase.last + 1):
            return Phrase(phrase.first, index - 1, index - 1)  # "according to the air force | Norrland sent"
    return phrase


def _after_the_speaker(line: Line) -> Iterator[Hit]:
    """As in "dem Minister zufolge"."""
    for match in sources(line.language).after.finditer(line.text, line.sentence.start, line.sentence.end):
        at = line.position(match.start())
        phrase = phrase_ending(line, at - 1)
        phrase = whose(line, phrase) if phrase else None
        if phrase and not line.quoted[at]:
            yield Hit(phrase.first, at, phrase, "statement", SURE, "around")


def _owned(line: Line) -> Iterator[Hit]:
    """As in "in the ministry's view", "by his own account", "за її словами"."""
    table = sources(line.language)
    for at in range(1, len(line.words)):
        if line.lower(at) in table.about and not line.quoted[at] and (owner := _owner(line, at)) is not None:
            first = max(owner.first - 1, 0) if owner.first < at else at - 1
            yield Hit(first, at, owner, "statement", SURE, "around")


def _owner(line: Line, at: int) -> Phrase | None:
    """Whose view or words the noun at `at` is, None where it is nobody's."""
    own = line.lower(at - 1) in _OWN
    owner = at - 2 if own else at - 1
    governed = line.lower(owner - 1) in (sources(line.language).about_before or _OWNING_PREPOSITIONS)
    governed = governed or line.lower(at + 1) in sources(line.language).about_after
    if line.tag(owner) == "determiner" and line.lower(owner) in POSSESSIVES and governed:
        return Phrase(owner, owner, owner)
    if own and line.language == "de" and line.is_finite(at + 1):
        return phrase_from(line, at + 2)  # "nach eigenen Angaben hat sie": the verb comes second, its subject third
    if own and line.language == "de":
        return phrase_ending(line, at - 3)  # "mit dem sie nach eigenen Worten"
    first = base_start(line, owner - 1)
    possessor = line.tag(owner) == "possessive" and line.tag(first - 1) == "preposition"
    return Phrase(first, owner - 1, owner - 1) if possessor else None


def _before_a_colon(line: Line) -> Iterator[Hit]:
    """As in "Police: two arrests", "Keller: “What money?”", "the coach's verdict: “Poor.”"."""
    colon = _colon(line)
    dash = line.first_of(_DASHES, range(colon - 1, -1, -1)) if colon else None
    start = 0 if dash is None else dash + 1
    phrase = phrase_from(line, start) if colon and not line.quoted[start] else None
    if colon is None or phrase is None:
        return
    direct = line.quoted[colon + 1]
    opens = start == 0 or line.tag(start - 2) == "number"  # "15:05 – Police: two arrests"
    dateline = not direct and line.quote(phrase.first, phrase.last).isupper()  # "NEW TARN: The court ruled"
    if phrase.last == colon - 1 and _may_head_words(line, phrase) and (direct or (opens and not dateline)):
        yield Hit(phrase.first, colon, phrase, "statement", SURE if direct else LIKELY, "right")
    elif direct and (owner := _owner_of_wording(line, start, colon)):
        yield Hit(owner.first, colon, owner, "statement", LIKELY, "right")


def _colon(line: Line) -> int | None:
    """The first colon that a space follows, so that a clock's is none."""
    return next(
        (
            i
            for i, token in enumerate(line.words[:-1])
            if token.word == ":" and not line.quoted[i] and line.words[i + 1].start > token.end
        ),
        None,
    )


def _may_head_words(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase is a short name or a noun for somebody who speaks."""
    named = line.tag(phrase.head) == "name" and phrase.last - phrase.first < _LONGEST_NAME
    return named or line.nouns.kind(line.lower(phrase.head)) in ("person", "people", "body")


def _owner_of_wording(line: Line, start: int, colon: int) -> Phrase | None:
    """Whose words follow the colon: "the coach's verdict:", "His answer was:"."""
    at = next((i for i in range(start, colon) if _is_wording(line, i)), None)
    if at is None:
        return None
    if line.tag(at - 1) == "possessive":
        return phrase_ending(line, at - 2)
    owner = next((i for i in range(at - 1, max(start - 1, at - 4), -1) if line.lower(i) in POSSESSIVES), None)
    return Phrase(owner, owner, owner) if owner is not None else None


def _is_wording(line: Line, at: int) -> bool:
    """Whether the noun is what somebody says: a verdict, an answer."""
    return line.nouns.is_speech(line.lower(at)) or line.lower(at) in _WORDINGS


def _standing_for(line: Line) -> Iterator[Hit]:
    """French "Pour l’économiste Luc Ferrand, …" at the start of a sentence."""
    if line.language != "fr" or line.lower(0) != "pour":
        return
    phrase = phrase_from(line, 1)
    if phrase and line.lower(phrase.last + 1) == "," and line.tag(phrase.last) == "name":
        yield Hit(0, phrase.last, phrase, "statement", LIKELY, "around")


def _after_quotation(line: Line) -> Iterator[Hit]:
    """As in "“…,” was the verdict of Per Lindholm", "„…“, so die Verbandschefin"."""
    for at in range(1, len(line.words) - 1):
        last = at - 2 if line.lower(at - 1) in (",", "–") else at - 1
        if (teller := told_so(line, at)) is not None:
            yield Hit(at, teller.last, teller, "statement", SURE, "left")
            continue
        if last < 0 or not line.quoted[last] or line.quoted[at]:
            continue
        start = at + 1 if line.language == "de" and line.lower(at) == "so" else _whose_wording(line, at)
        if start is not None and (phrase := phrase_from(line, start)):
            yield Hit(at, phrase.last, phrase, "statement", SURE, "left")


def _whose_wording(line: Line, at: int) -> int | None:
    """Where the speaker begins after "was the verdict of", None where that does not stand at `at`."""
    of = line.first_of(("of", "from"), range(at + 2, min(at + 5, len(line.words))))
    return of + 1 if of is not None and line.lower(at) in _BE_OR_COME and _is_wording(line, of - 1) else None


def _beside_unknown_verb(line: Line, at: int) -> Phrase | None:
    """The subject of an unknown verb at `at` or right after the phrase that begins there."""
    verbal = (line.tag(at) == "word" or line.language == "de") and (
        line.lower(at).endswith(("ed", "s")) or line.is_finite(at)
    )
    if verbal and (phrase := phrase_from(line, at + 1)):
        return phrase if _may_head_words(line, phrase) else None
    phrase = phrase_from(line, at)
    if phrase is None:
        return None
    if phrase.last > phrase.first and line.tag(phrase.last) == "word" and line.tag(phrase.last - 1) == "name":
        phrase = Phrase(phrase.first, phrase.last - 1, phrase.last - 1)  # "Laura Finch | beamed"
    followed = line.tag(phrase.last + 1) in ("word", "verb")
    return phrase if followed and (phrase.is_pronoun(line) or _may_head_words(line, phrase)) else None
