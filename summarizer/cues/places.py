"""Names that a text uses as the place of something, and whether two places may be one; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from summarizer.cues import states
from summarizer.cues.attribution import find_attributions
from summarizer.cues.backdrop import Backdrop
from summarizer.cues.clauses import Span
from summarizer.cues.given_names import gender_of
from summarizer.cues.names import Name
from summarizer.cues.vocabulary import names, pattern
from summarizer.cues.words import POSSESSIVES, name_words
from summarizer.document import Document

Level = Literal["town", "region", "state"]
_WIDTHS: tuple[Level, ...] = ("town", "region", "state")
_ABBREVIATION = 3  # letters of "IED", "CID"
_NEAR = 24  # characters around a name that tell how wide a place it is


class Whereabouts(NamedTuple):
    """Words of place names by how wide the place is."""

    town: frozenset[str] = frozenset()
    region: frozenset[str] = frozenset()
    state: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    """Of the regions those that are told as "near" a town."""
    street: frozenset[str] = frozenset()
    """Streets and buildings, which lie in any town."""

    def __or__(self, other: Whereabouts) -> Whereabouts:
        return Whereabouts(*(mine | theirs for mine, theirs in zip(self, other, strict=True)))

    def compare(self, other: Whereabouts, *, own_figures: bool) -> Literal["same", "other", ""]:
        """Whether both are one place; "" where it cannot be told.

        A town lies in any region, but two towns or two states differ, and so do a town and a region for each of which
        the text gives `own_figures`.
        """
        nested = self.town & other.region or self.region & other.town or self.street & other.street
        if nested or self.town & other.town or (self.region & other.region and not (self.town and other.town)):
            return "same"
        wide = (self.region and (other.region or other.town)) or (self.town and other.region)
        states_differ = self.state and other.state and not self.state & other.state
        towns_differ = (self.town and other.town) or (self.beside and other.beside)
        if towns_differ or (wide and own_figures) or states_differ:
            return "other"
        return ""


def find_places(backdrop: Backdrop, span: Span) -> Iterator[Span]:
    """The names within `span` that stand as places, in order; a region ("southern Lebanon") is one too."""
    text, language = backdrop.document.text, backdrop.document.language
    joint = re.compile(rf"\s*(?:,|,?\s+{_words(language, 'place_joint')}|/)\s+(?:{_words(language, 'by_place')}\s+)?")
    last = -1
    for name in backdrop.names_in(span):
        if not _may_be_place(backdrop.document, name) or name.form in backdrop.agents:
            continue
        if _is_of_source(backdrop.document, name) or _is_owned(language, text[span.start : name.start]):
            continue
        suffers = pattern(language, "violence", "place_suffers").match(text[name.end : name.end + 40].lstrip())
        joined = last >= 0 and joint.fullmatch(text, last, name.start)
        led = _leads_to_place(language).search(text, span.start, name.start)
        if last >= 0 and _is_milestone(backdrop.document, name):
            continue
        if suffers or joined or (led and not _lies_elsewhere(language, text[span.start : name.start])):
            last = name.end
            yield Span(name.start, name.end)


def _is_of_source(document: Document, name: Name) -> bool:
    """Whether the name only tells whose word it is: "prosecutors in Besk said"; the place alone may stand for them."""
    speakers = (attribution.speaker for attribution in find_attributions(document))
    return any(speaker and speaker[0] < name.start and name.end <= speaker[1] for speaker in speakers)


def _is_owned(language: str, before: str) -> bool:
    """Whether it is a thing of somebody's: "in their Land Cruiser"."""
    return before.split()[-1:] != [] and before.rsplit(maxsplit=1)[-1].casefold() in POSSESSIVES and language == "en"


def _lies_elsewhere(language: str, before: str) -> bool:
    """Whether the place is that of something else than the deed: "was taken to a hospital in Bristol".

    What the deed was done to or beside lies where it was done: "crippled a clinic in Bristol", "outside a court in".
    """
    elsewhere = re.search(rf"{_words(language, 'not_scene')}\s*$", before, re.IGNORECASE)
    if elsewhere is None:
        return False
    led = before[: elsewhere.start()]
    done_to = rf"{_words(language, 'done_to_place')}\s+(?:[\w’'-]+\s+){{0,4}}$"
    beside = rf"{_words(language, 'place_beside')}\s*(?:\w+\s+)?$"
    at_it = re.search(done_to, led, re.IGNORECASE) if names(language, "violence", "done_to_place") else None
    return not (at_it or re.search(beside, led, re.IGNORECASE))


def whereabouts(document: Document, places: Sequence[Span]) -> Whereabouts:
    """The words of these places, each at its level."""
    found: dict[str, set[str]] = {name: set() for name in Whereabouts._fields}
    for place in [place for place in places if not _is_milestone(document, place)] or places:
        words = {word.casefold() for word in re.split(r"[\s–-]+", document.text[slice(*place)]) if len(word) > 2}
        words = {w for w in words if not _is_broad(document.language, w)} or words  # "Irumu | territory"
        in_town = pattern(document.language, "violence", "street").fullmatch(document.text[slice(*place)].split()[-1])
        found["street" if in_town else _level(document, place)] |= words
        if not in_town and _stands_before(document, place, "place_beside"):
            found["beside"] |= words
    return Whereabouts(*map(frozenset, found.values()))


def _is_milestone(document: Document, place: Span | Name) -> bool:
    """Whether the distance to it only tells where another place lies: "Tarn, 40 km north of Besk"."""
    before = document.text[max(place.start - 2 * _NEAR, 0) : place.start]
    return bool(re.search(rf"{_words(document.language, 'milestone')}\s+$", before, re.IGNORECASE))


def _is_broad(language: str, word: str) -> bool:
    return bool(pattern(language, "violence", "broad_after").fullmatch(word))


def narrowest(document: Document, places: Sequence[Span]) -> list[Span]:
    """The places without those in which another one lies: of "Kaboro village in Zamfara State" the village."""
    kept = [place for place in places if not any(_sets_scene(document, place, other) for other in places)]
    kept = [place for n, place in enumerate(kept) if not any(_holds(document, place, other) for other in kept[:n])]
    levels = [_level(document, place) for place in kept]
    narrow = next((level for level in _WIDTHS if level in levels), None)
    return [p for p, level in zip(kept, levels, strict=True) if level == narrow or _is_joined(document, p)]


def _holds(document: Document, wide: Span, narrow: Span) -> bool:
    """Whether one place is told right behind another as that in which it lies: "Hangu, a district in Khyber"."""
    if _WIDTHS.index(_level(document, wide)) < _WIDTHS.index(_level(document, narrow)):
        return False
    word = rf"[^.;:A-Z\d]{{0,{_NEAR}}}"
    inside = re.compile(rf"{word}?(?:,|\s{_words(document.language, 'lies_in')})\s{word}")
    joint = rf"(?:^|\s){_words(document.language, 'place_joint')}\s"
    between = document.text[narrow.end : wide.start]
    return narrow.end <= wide.start and bool(inside.fullmatch(between)) and not re.search(joint, between)


def _sets_scene(document: Document, wide: Span, narrow: Span) -> bool:
    """Whether the sentence opens with one place and tells the deed at another: "In Gaza, a strike in Rafah …"."""
    sentence = document.sentence_at(wide.start)
    if sentence is None or not wide.end < narrow.start < sentence.end or _is_joined(document, narrow):
        return False
    opens = re.compile(rf"{_words(document.language, 'place_preposition')}\s+(?:the\s+)?", re.IGNORECASE)
    between = document.text[wide.end : narrow.start]
    deed = pattern(document.language, "violence", "deed_or_act").search(between)
    return bool(deed and opens.fullmatch(document.text, sentence.start, wide.start)) and between.startswith(",")


def _is_joined(document: Document, place: Span) -> bool:
    """Whether "and" joins the place to another one: both were attacked."""
    before = document.text[max(place.start - 2 * _NEAR, 0) : place.start]
    return bool(re.search(rf"\s{_words(document.language, 'place_joint')}\s+(?:\w+\s+){{0,2}}$", before))


def _words(language: str, name: str) -> str:
    return pattern(language, "violence", name).pattern


@cache
def _leads_to_place(language: str) -> re.Pattern[str]:
    """What stands before a place: a preposition and up to five words, "the town of", or "shelled" and up to two."""
    near, stop = _words(language, "place_preposition"), _words(language, "place_stop")
    word = rf"(?:(?!(?:{near}|{stop})\s)[^\W\d_][\w’'-]*\s+)"
    led = f"{word}{{0,5}}"
    if names(language, "violence", "place_between"):
        led = rf"(?:{_words(language, 'place_between')}\s+)?"
    close, struck = _words(language, "place_close"), _words(language, "place_verb")
    return re.compile(rf"(?:{near}\s+{led}|{close}\s+(?:the\s+)?|{struck}\s+{word}{{0,2}})$", re.IGNORECASE)


def _may_be_place(document: Document, name: Name) -> bool:
    """Not a nationality, a speaker, a medium, a group or an abbreviation."""
    if name.form.isupper() and len(name.form) <= _ABBREVIATION and not states.is_known(name.form):
        return False
    if (
        name.form.casefold() in _groups()
        or states.demonym_of(name.form)
        or pattern(document.language, "violence", "not_place").fullmatch(name.form)
    ):
        return False
    says = rf"(?:['’]s\b|\s+{_words(document.language, 'said')})"
    after = document.text[name.end : name.end + _NEAR]
    qualified = pattern(document.language, "violence", "qualified").match(after.lstrip())
    placed = pattern(document.language, "violence", "place_noun").match(after.lstrip())
    person = " " in name.form and gender_of(name.form) and not placed
    return not (re.match(says, after) or qualified or person)


@cache
def _groups() -> frozenset[str]:
    """Names of bands that stand where places do: "attribuée à Boko Haram"."""
    return frozenset(group.replace("-", " ") for group in name_words("group")) | name_words("group")


def _level(document: Document, place: Span) -> Level:
    """How wide the place is; what only lies beside a town ("south of Paris") is as wide as a region."""
    language, form = document.language, document.text[slice(*place)]
    after = re.sub(r"^(?:['’]s)?\s+", "", document.text[place.end : place.end + _NEAR])
    if pattern(language, "violence", "broad_after").match(after) or _stands_before(document, place, "place_beside"):
        return "region"
    if states.is_known(form) and not states.is_seat(form):
        return "state"
    return "region" if _stands_before(document, place, "place_direction") else "town"


def _stands_before(document: Document, place: Span, name: str) -> bool:
    before = document.text[max(place.start - _NEAR, 0) : place.start]
    return bool(re.search(rf"{_words(document.language, name)}\s*$", before, re.IGNORECASE))
