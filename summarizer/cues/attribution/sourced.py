"""Attributions that a wording makes without a reporting verb: "according to", "in his view", "Police: two arrests"; pure."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.cues.attribution.attributed import LIKELY, SURE, Hit
from summarizer.cues.attribution.spoken import shared_subject
from summarizer.cues.lines import Line
from summarizer.cues.nouns import nouns
from summarizer.cues.phrases import Phrase, base_start, phrase_ending, phrase_from
from summarizer.cues.reporting import sources
from summarizer.cues.words import POSSESSIVES

_NO_SOURCE = frozenset(
    "plan schedule law rules custom tradition need size age reports taste circumstances loi plan gesetz".split()
)
_WORDINGS = frozenset(
    "answer reply response comment words word motto advice summary conclusion assessment battle-cry slogan".split()
)
_OWN = frozenset("own eigenen eigener eigene propre propres propio".split())


def by_wording(line: Line) -> Iterator[Hit]:
    """The attributions of a line by wordings that stand outside quotation marks."""
    yield from _before_the_speaker(line)
    yield from _after_the_speaker(line)
    yield from _owned(line)
    yield from _before_a_colon(line)
    yield from _standing_for(line)
    yield from _after_quotation(line)


def _after_quotation(line: Line) -> Iterator[Hit]:
    """As in "“…,” was the verdict of Per Lindholm", "„…“, so die Verbandschefin"."""
    for at in range(1, len(line.words) - 1):
        last = at - 2 if line.lower(at - 1) in (",", "–") else at - 1
        if last < 0 or not line.quoted[last] or line.quoted[at]:
            continue
        if line.language == "de" and line.lower(at) == "so" and (phrase := phrase_from(line, at + 1)):
            yield Hit(at, phrase.last, phrase, "statement", SURE, "left")
        of = next((i for i in range(at + 2, min(at + 5, len(line.words))) if line.lower(i) in ("of", "from")), None)
        called = of is not None and line.lower(at) in ("was", "is", "came", "comes") and _is_wording(line, of - 1)
        if called and of is not None and (phrase := phrase_from(line, of + 1)):
            yield Hit(at, phrase.last, phrase, "statement", SURE, "left")


def _is_wording(line: Line, at: int) -> bool:
    """Whether the noun is what somebody says: a verdict, an answer."""
    return nouns(line.language).is_speech(line.lower(at)) or line.lower(at) in _WORDINGS


def _standing_for(line: Line) -> Iterator[Hit]:
    """French "Pour l’économiste Luc Ferrand, …" at the start of a sentence."""
    if line.language != "fr" or line.lower(0) != "pour":
        return
    phrase = phrase_from(line, 1)
    if phrase and line.lower(phrase.last + 1) == "," and (phrase.name or line.tag(phrase.last) == "name"):
        yield Hit(0, phrase.last, phrase, "statement", LIKELY, "around")


def _before_the_speaker(line: Line) -> Iterator[Hit]:
    """As in "According to the coast guard"."""
    for match in sources(line.language).before.finditer(line.text, line.sentence.start, line.sentence.end):
        at = next((i for i, token in enumerate(line.words) if token.start >= match.start()), None)
        after = next((i for i, token in enumerate(line.words) if token.start >= match.end()), None)
        if at is None or after is None or line.quoted[at]:
            continue
        phrase = phrase_from(line, after) or (Phrase(after, after, after) if line.lower(after) in POSSESSIVES else None)
        if phrase and line.lower(phrase.head) not in _NO_SOURCE:
            yield Hit(at, phrase.last, phrase, "statement", SURE, "around")


def _after_the_speaker(line: Line) -> Iterator[Hit]:
    """As in "Dem Minister zufolge"."""
    for match in sources(line.language).after.finditer(line.text, line.sentence.start, line.sentence.end):
        at = next((i for i, token in enumerate(line.words) if token.start >= match.start()), 0)
        phrase = phrase_ending(line, at - 1) if at else None
        if phrase and not line.quoted[at]:
            yield Hit(phrase.first, at, phrase, "statement", SURE, "around")


def _owned(line: Line) -> Iterator[Hit]:
    """As in "In the ministry's view", "by his own account", "за її словами"."""
    table = sources(line.language)
    for at in range(2, len(line.words)):
        if line.lower(at) not in table.about or line.quoted[at]:
            continue
        owner = at - 2 if line.lower(at - 1) in _OWN else at - 1
        governed = line.lower(owner - 1) in (table.about_before or ("in", "by", "to", "from", "on"))
        if line.tag(owner) == "determiner" and line.lower(owner) in POSSESSIVES and governed:
            yield Hit(owner - 1, at, Phrase(owner, owner, owner), "statement", SURE, "around")
        elif (
            line.lower(at - 1) in _OWN and line.language == "de" and (subject := shared_subject(line, len(line.words)))
        ):
            yield Hit(owner, at, subject, "statement", SURE, "around")
        elif line.tag(owner) == "possessive" and line.tag((first := base_start(line, owner - 1)) - 1) == "preposition":
            yield Hit(first - 1, at, Phrase(first, owner - 1, owner - 1), "statement", SURE, "around")


def _before_a_colon(line: Line) -> Iterator[Hit]:
    """As in "Police: two arrests", "Keller: “What money?”", "the coach's verdict: “Poor.”"."""
    colon = next(
        (
            i
            for i, token in enumerate(line.words[:-1])
            if token.word == ":" and not line.quoted[i] and line.words[i + 1].start > token.end
        ),
        None,
    )
    if colon is None:
        return
    start = next((i + 1 for i in range(colon - 1, -1, -1) if line.lower(i) in ("–", "—", "-")), 0)
    phrase = phrase_from(line, start)
    direct = line.quoted[colon + 1]
    if phrase is None or line.quoted[start]:
        return
    if phrase.last == colon - 1 and _speaks(line, phrase) and (direct or start == 0 or line.tag(start - 2) == "number"):
        yield Hit(phrase.first, colon, phrase, "statement", SURE if direct else LIKELY, "right")
    elif direct and (owner := _owner_of_words(line, start, colon)):
        yield Hit(owner.first, colon, owner, "statement", LIKELY, "right")


def _speaks(line: Line, phrase: Phrase) -> bool:
    named = line.tag(phrase.head) == "name" and phrase.last - phrase.first < 5
    return named or nouns(line.language).kind(line.lower(phrase.head)) in ("person", "people", "body")


def _owner_of_words(line: Line, start: int, colon: int) -> Phrase | None:
    """Whose words follow the colon: "the coach's verdict:", "His answer was:"."""
    for at in range(start, colon):
        if not _is_wording(line, at):
            continue
        if line.tag(at - 1) == "possessive":
            return phrase_ending(line, at - 2)
        owner = next((i for i in range(at - 1, max(start - 1, at - 4), -1) if line.lower(i) in POSSESSIVES), None)
        return Phrase(owner, owner, owner) if owner is not None else None
    return None


def by_adjoining_quotation(line: Line) -> Iterator[Hit]:
    """A quotation that ends with a comma, and a phrase beside a verb that no table has: "“…,” shrugged Ferro"."""
    for at in range(1, len(line.words) - 1):
        closes = line.quoted[at - 1] and not line.quoted[at] and line.lower(at - 1) in "”“»\"’'"
        if not closes:
            continue
        comma = line.lower(at - 2) in (",", "!", "?", "…") or line.lower(at) == ","
        start = at + 1 if line.lower(at) == "," else at
        if comma and (phrase := _beside(line, start)) is not None:
            yield Hit(start, phrase.last, phrase, "statement", LIKELY, "left")


def _beside(line: Line, at: int) -> Phrase | None:
    """The subject of an unknown verb at `at` or right after the phrase that begins there."""
    if (
        line.tag(at) == "word"
        and (line.lower(at).endswith(("ed", "s")) or line.is_finite(at))
        and (phrase := phrase_from(line, at + 1))
    ):
        return phrase if _speaks(line, phrase) else None
    phrase = phrase_from(line, at)
    if (
        phrase
        and phrase.last > phrase.first
        and line.tag(phrase.last) == "word"
        and line.tag(phrase.last - 1) == "name"
    ):
        phrase = Phrase(phrase.first, phrase.last - 1, phrase.last - 1)
    if phrase is None or line.tag(phrase.last + 1) not in ("word", "verb"):
        return None
    return phrase if line.tag(phrase.head) == "pronoun" or _speaks(line, phrase) else None
