"""One value of a field of one's own: the words that the model gave, found in the evidence and typed by code."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarizer import grounding
from summarizer.cues.names import find_names
from summarizer.cues.words import is_pronoun
from summarizer.dates import find as find_dates
from summarizer.dates import resolve
from summarizer.drafts import FieldSpec
from summarizer.grounding import Refusal
from summarizer.merge.cast import Member, guess_kind
from summarizer.merge.desk import Desk
from summarizer.quantities import find_counts, parse_count
from summarizer.schema import Count, Evidence, When

Value = str | bool | Count | When | Member | None
Find = Callable[[str, Sequence[Evidence], Desk], Member | None]
"""Who a name stands for: (name, evidence, desk) → a member of the cast, or None."""


def find_known(name: str, _: Sequence[Evidence], desk: Desk) -> Member | None:
    """The actor of that name among those that are there."""
    return None if is_pronoun(name) else desk.cast.known(name)


def find_or_name(name: str, evidence: Sequence[Evidence], desk: Desk) -> Member | None:
    """The actor of that name; where there is none, a proper name of the evidence's sentences as a stranger to the cast.

    So a section of one's own may name somebody who does nothing else in the story, and no common noun becomes an actor.
    The stranger joins the cast with the item, if that holds (`admit`).
    """
    if member := find_known(name, evidence, desk):
        return member
    place = desk.find(name, evidence)
    if place is None or not _is_proper(place, desk):
        return None
    return Member(guess_kind(place.quote), {place.quote: place})


def admit(values: dict[str, Value], desk: Desk) -> None:
    """Let the strangers among the values join the cast, each once."""
    for name, value in values.items():
        if isinstance(value, Member) and not any(value is member for member in desk.cast.members):
            values[name] = desk.cast.find(value.name)


def _is_proper(place: Evidence, desk: Desk) -> bool:
    return any(found.start < place.end and place.start < found.end for found in find_names(desk.document))


class ValueReader:
    """Reads the values of one item against its evidence."""

    def __init__(self, desk: Desk, evidence: Sequence[Evidence], find: Find) -> None:
        self.desk = desk
        self.evidence = evidence
        self._find = find
        self._readers: dict[str, Callable[[str], Value | Refusal]] = {
            "text": self._text,
            "count": self._count,
            "date": self._date,
            "actor": self._actor,
        }

    def read(self, field: FieldSpec, raw: object) -> Value | Refusal:
        """The typed value; None where nothing was said, a refusal where it does not hold."""
        if raw is None or (isinstance(raw, str) and not raw.strip()):
            return None
        if field.type == "flag":
            # An example's YAML is read as words: there a flag is the word "true".
            said = {"true": True, "false": False}.get(str(raw).lower())
            return Refusal("other", f"{raw!r} is neither true nor false") if said is None else said
        if not isinstance(raw, str):
            return Refusal("other", f"{raw!r} is no text")
        if field.type == "choice":
            return raw if raw in field.options else Refusal("other", f"{raw!r} is none of {', '.join(field.options)}")
        return self._readers[field.type](" ".join(raw.split()))

    def _text(self, words: str) -> Value | Refusal:
        """The text's own words, which may be fewer than their sentence but not turn its sense."""
        place = self.desk.find(words, self.evidence)
        if place is None:
            return Refusal("not_found", f"{words!r} does not stand in the evidence")
        document = self.desk.document
        refusal = grounding.check({"what": place.quote}, [place], document.text, document.language)
        return refusal or place.quote

    def _count(self, words: str) -> Value | Refusal:
        """The figure with the bounds that its sentence gives it: of "at least six" also where "six" was given."""
        place = self.desk.find(words, self.evidence)
        if place is None:
            return Refusal("figure", f"{words!r} does not stand in the evidence")
        language = self.desk.document.language
        sentence, start, end = self._within_sentence(place)
        told = [m.count for m in find_counts(sentence, language) if m.start < end and start < m.end]
        if len(told) > 1:
            return Refusal("figure", f"{words!r} states more than one figure")
        count = told[0] if told else parse_count(place.quote, language)
        return count or Refusal("figure", f"{words!r} is no figure")

    def _date(self, words: str) -> Value | Refusal:
        """The days of a time expression, with the word that governs it: "by Friday" also where "Friday" was given."""
        place = self.desk.find(words, self.evidence)
        if place is None:
            return Refusal("date", f"{words!r} does not stand in the evidence")
        sentence, start, end = self._within_sentence(place)
        told = [m for m in find_dates(sentence, self.desk.document.language) if m.start < end and start < m.end]
        whole = next((m.text for m in told if m.start <= start and m.end == end), place.quote)
        when = resolve(whole, self.desk.published, context=sentence)
        return when if told or when.resolved else Refusal("date", f"{words!r} is no time expression")

    def _actor(self, name: str) -> Value | Refusal:
        if member := self._find(name, self.evidence, self.desk):
            return member
        if grounding.locate(self.desk.document.text, name) is None:
            return Refusal("name", f"the text does not name {name!r}")
        return Refusal("reference", f"{name!r} is no actor of the brief")

    def _within_sentence(self, place: Evidence) -> tuple[str, int, int]:
        """The whole sentence around a passage, and the passage's offsets in it."""
        around = self.desk.whole([place])[0]
        return around.quote, place.start - around.start, place.end - around.start
