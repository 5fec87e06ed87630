"""German and French wordings that name a source: "hieß es aus dem Klinikum", "a-t-on appris de"; pure."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.cues.attribution.attributed import SURE, Hit
from summarizer.cues.attribution.fitness import may_speak
from summarizer.cues.lines import Line
from summarizer.cues.phrases import Phrase, phrase_from
from summarizer.cues.words import POSSESSIVES

_IMPERSONAL = frozenset(
    """angaben berichten bericht erkenntnissen informationen medienberichten medieninformationen ermittlungen
    mitteilung""".split()
)
"""German nouns for what was told, behind which somebody else stands or nobody."""
_BEING_CALLED = frozenset("heißt hieß".split())
_WHENCE = frozenset("aus von vom bei beim seitens".split())
_FROM = frozenset("de du des d’ auprès dans".split())
_NEAR_SOURCE = 9


def whose(line: Line, phrase: Phrase) -> Phrase | None:
    """Who is behind what was told: "Angaben | der Polizei"; None where it is nobody: "ersten Erkenntnissen zufolge"."""
    if line.language != "de" or phrase.is_named(line):
        return phrase
    told = next((i for i in range(phrase.first, phrase.last + 1) if line.lower(i) in _IMPERSONAL), None)
    if told is None or (phrase.first < told and line.lower(phrase.first) in POSSESSIVES):
        return phrase
    return phrase_from(line, told + 1) if told < phrase.last else None


def called_from(line: Line) -> Iterator[Hit]:
    """As in "hieß es am Montag aus dem Klinikum": where it was said, past when."""
    for at in range(len(line.words) - 3):
        if line.lower(at) not in _BEING_CALLED or line.lower(at + 1) != "es" or line.quoted[at]:
            continue
        place = line.first_of(_WHENCE, range(at + 2, line.next_mark(at + 2)))
        phrase = phrase_from(line, place + 1) if place is not None else None
        if place is not None and place > at + 2 and phrase and may_speak(line, phrase):
            yield Hit(at, phrase.last, phrase, "statement", SURE, "left")


def learned_from(line: Line) -> Iterator[Hit]:
    """As in French "a-t-on appris lundi de sources policières", "a-t-on indiqué auprès de la préfecture"."""
    for at in range(2, len(line.words) - 3):
        if line.language != "fr" or line.lower(at) != "on" or line.lower(at - 1) not in ("-t-", "-") or line.quoted[at]:
            continue
        place = line.first_of(_FROM, range(at + 2, min(at + _NEAR_SOURCE, line.next_mark(at + 1))))
        start = None if place is None else place + 1 + (line.lower(place) == "auprès")
        phrase = phrase_from(line, start) if start is not None else None
        if phrase and may_speak(line, phrase):
            yield Hit(at - 2, phrase.last, phrase, "statement", SURE, "left")


def told_so(line: Line, at: int) -> Phrase | None:
    """The source in which a German clause without quotation marks ends: "…, so | eine Sprecherin des Amtes"."""
    if line.language != "de" or line.lower(at) != "so" or line.lower(at - 1) != "," or line.quoted[at - 2]:
        return None
    phrase = phrase_from(line, at + 1)
    if phrase is None or not may_speak(line, phrase) or line.is_finite(phrase.last + 1):
        return None
    return phrase if line.tag(phrase.last + 1) in ("mark", "adverb", "calendar", "preposition") else None
