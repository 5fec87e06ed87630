"""Common nouns that stand for people, bodies and their writings, from `lexicon/people.yaml`; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from summarizer.cues.given_names import Gender
from summarizer.cues.words import lexicon

NounKind = Literal["people", "person", "body", "document"]

_PERSON_ENDING = {
    "en": re.compile(
        r".*(?:spokes(?:man|woman|person)|(?:[a-z]{3}|-)(?:man|woman|person|master|wright|maker|keeper|holder|worker"
        r"|ologist|crat)|[a-z]{4}ist|[a-z]{4}ician|[a-z]{3}eer)$"
    ),
    "de": re.compile(
        r".*(?:sprecher|minister|präsident|chef|meister|anwalt|führer|leiter|direktor|vorsitzende|händler|experte|forscher"
        r"|beauftragte|bevollmächtigte|vorstand|kanzler|sekretär|trainer|kapitän|kommissar|inspektor|arbeiter|fahrer|rätin"
        r"|anwältin|richter|unternehmer|eigentümer|besitzer|inhaber|hüter|techniker|politiker|schützer|beamte|monteur"
        r"|verteidiger|sicherer|(?:feuerwehr|fach|geschäfts|wach|ob|amt)(?:mann|frau)|soldat|polizist|täter|angreifer|kommandeur"
        r"|gouverneur|botschafter|vertreter|schütze|helfer|sanitäter|manager|aktivist|journalist|reporter|korrespondent|ermittler"
        r"|\d+-jährige)(?:in|r|s)?$"
    ),
}
_PEOPLE_ENDING = {
    "de": re.compile(
        r".+(?:soldaten|polizisten|beamten|kräften?|truppen|kämpfern?|rebellen|milizen|bewohnern?|anwohnern?|menschen|bürgern?"
        r"|leuten?|demonstranten|aktivisten|journalisten|häftlingen?|flüchtlingen?|touristen|zivilisten|insassen|medien"
        r"|passagieren?|schülern?|extremisten|terroristen|islamisten|sanitätern?|vertretern?|kreisen|ermittlern?)$"
    ),
    "en": re.compile(
        r".*(?:[a-z]men|women|people|(?:[a-z]{3}|-)(?:masters|wrights|makers|keepers|holders|workers|ologists|crats"
        r"|persons)|[a-z]{4}ists|[a-z]{4}icians|[a-z]{3}eers)$"
    ),
}
_BODY_ENDING = {
    "de": re.compile(
        r".*(?:ministerium|gericht|anwaltschaft|gewerkschaft|partei|behörde|verband|verein|kommission|ausschuss|initiative"
        r"|opposition|kette|konzern|betriebe|werke|werken|kammer|zentrale|institut|gesellschaft|leitung|amt|rat|agentur|bank|stiftung"
        r"|klinikum|krankenhaus|geheimdienst|rettungsdienst|katastrophenschutz|verfassungsschutz|zivilschutz|küstenwache|zentrum|stelle"
        r"|verwaltung|miliz|gruppe|armee|truppe|regime|organisation|zeitung|fraktion|regierung|polizei|feuerwehr|klinik|unternehmen)$"
    ),
}
_NOTHING = re.compile(r"(?!)")
_CASE_ENDINGS = ("es", "s", "n", "en")
_PLURAL = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("s", ""))


@dataclass(frozen=True)
class Nouns:
    """The nouns of one language, in lower case."""

    classes: dict[str, frozenset[str]]
    alike: tuple[frozenset[str], ...]
    person_ending: re.Pattern[str]
    people_ending: re.Pattern[str]
    body_ending: re.Pattern[str]
    plural_by_rule: bool
    inflected: bool = False

    def kind(self, noun: str, before: str = "") -> NounKind | None:
        """What a noun stands for, None where it is none of these; `before` is the word before it ("coast guard")."""
        if f"{before}-{noun}" in self.classes["compound"]:
            return "body"
        if (own := self._own_kind(noun)) is not None:
            return own
        single = self.singular(noun)
        if self.inflected and single != noun and self.is_person(single):
            return "people" if noun.endswith("n") else "person"
        if single != noun and (kind := self._own_kind(single)) is not None:
            return "document" if kind == "document" else "people"
        return "people" if self.people_ending.match(noun) else None

    def _own_kind(self, noun: str) -> NounKind | None:
        """What the very form stands for."""
        if noun in self.classes["people"]:
            return "people"
        if self.is_person(noun):
            return "person"
        if noun in self.classes["body"] or self.body_ending.match(noun):
            return "body"
        return "document" if noun in self.classes["document"] else None

    def knows(self, noun: str) -> bool:
        """Whether the noun is in any class."""
        return self.kind(noun) is not None

    def is_person(self, noun: str) -> bool:
        """Whether the noun stands for one person; "secretary-general", "vice-chairman" and their like included."""
        title, _, rank = noun.partition("-")
        ranked = title in ("vice", "deputy", "co", "ex", "general", "under") and rank
        if rank in ("general", "elect", "designate") or ranked:
            noun = title if rank in ("general", "elect", "designate") else rank
        return any(noun in self.classes[c] for c in ("person", "female", "male")) or bool(
            self.person_ending.match(noun)
        )

    def is_either(self, noun: str) -> bool:
        """Whether the noun can stand for a person as well as for a body: "the owner"."""
        return noun in self.classes["either"]

    def is_speech(self, noun: str) -> bool:
        """Whether the noun is a claim, an idea, a figure: what can be rejected or repeated."""
        return noun in self.classes["speech"] or self.singular(noun) in self.classes["speech"]

    def is_deed(self, noun: str) -> bool:
        """Whether the noun is a deed of violence that somebody may claim."""
        return noun in self.classes["deed"] or self.singular(noun) in self.classes["deed"]

    def is_court(self, noun: str) -> bool:
        """Whether the noun is a body whose words are acts: a court, a parliament."""
        return noun in self.classes["court"]

    def gender(self, noun: str) -> Gender | None:
        """The gender that the noun tells, or None."""
        if noun in self.classes["female"]:
            return "female"
        return "male" if noun in self.classes["male"] else None

    def singular(self, noun: str) -> str:
        """The singular by rule, in German without the ending of its case; the noun itself where there is no rule."""
        if self.inflected:
            stems = (noun.removesuffix(ending) for ending in _CASE_ENDINGS if noun.endswith(ending))
            return next((stem for stem in stems if self._own_kind(stem) is not None), noun)
        if not self.plural_by_rule or noun.endswith("ss") or len(noun) < 4:
            return noun
        return next((noun.removesuffix(ending) + stem for ending, stem in _PLURAL if noun.endswith(ending)), noun)

    def are_alike(self, one: str, other: str) -> bool:
        """Whether the two nouns may stand for the same actor."""
        pair = {one, other}
        singles = {self.singular(one), self.singular(other)}
        if len(pair) == 1 or any(pair <= group for group in self.alike) or (self.inflected and len(singles) == 1):
            return True
        agree = (self.singular(one) == one) == (self.singular(other) == other)  # "the owners" are no group
        return agree and any(singles <= group for group in self.alike)


@cache
def nouns(language: str) -> Nouns:
    """The nouns of a BCP 47 tag's language; empty classes for a language without a table."""
    tag = language.split("-", maxsplit=1)[0].lower()
    table = lexicon("people").get(tag) or {}
    classes = {
        name: frozenset(str(table.get(name, "")).casefold().split())
        for name in (
            "people",
            "person",
            "female",
            "male",
            "body",
            "compound",
            "either",
            "document",
            "speech",
            "court",
            "deed",
        )
    }
    return Nouns(
        classes=classes,
        alike=tuple(frozenset(line.split()) for line in table.get("alike", ())),
        person_ending=_PERSON_ENDING.get(tag, _NOTHING),
        people_ending=_PEOPLE_ENDING.get(tag, _NOTHING),
        body_ending=_BODY_ENDING.get(tag, _NOTHING),
        plural_by_rule=tag in ("en", "fr", "es"),
        inflected=tag == "de",
    )
