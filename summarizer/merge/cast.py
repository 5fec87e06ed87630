"""The cast of an article: names become actors, one actor one entry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import yaml

from summarizer import grounding
from summarizer.cues import identity, states
from summarizer.cues.namesakes import Namesakes
from summarizer.cues.nouns import nouns
from summarizer.cues.referents.roles import head_of
from summarizer.cues.words import is_pronoun
from summarizer.document import Document
from summarizer.drafts import ActorDraft
from summarizer.schema import Actor, ActorKind, Evidence

if TYPE_CHECKING:
    from summarizer.merge.desk import Desk

_UNIONS_OF_STATES = frozenset({"United Nations", "European Union"})
_INDEFINITE = frozenset("a an another".split())
_KINDS_APART = frozenset({"person", "people"})
_NO_STATE = frozenset({"company", "media", "armed_group"})


@dataclass
class Member:
    """An actor in the making."""

    kind: ActorKind
    forms: dict[str, Evidence] = field(default_factory=dict)
    role: str | None = None
    affiliation: str | None = None

    @property
    def name(self) -> str:
        """The fullest form: a name before a description, most words, then the earliest."""

        def fullness(form: str) -> tuple[bool, int, int]:
            opens = form[:1].isupper() or form[:3] in ("al ", "al-", "el ", "el-")
            named = opens and not identity.is_description(form)
            return named, len(identity.key(form)), -self.forms[form].start

        return max(self.forms, key=fullness)

    @property
    def first(self) -> int:
        """Where the actor is named first."""
        return min(piece.start for piece in self.forms.values())


class Cast:
    """All actors of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.members: list[Member] = []
        self._namesakes = Namesakes(document)

    @classmethod
    def of(cls, document: Document, actors: Iterable[Actor]) -> Cast:
        """The actors of a brief again, in their order, so that names can be looked up among them."""
        cast = cls(document)
        cast.members = [
            Member(actor.kind, dict.fromkeys((actor.name, *actor.aliases), actor.evidence[0])) for actor in actors
        ]
        return cast

    def introduce(self, draft: ActorDraft, desk: Desk) -> None:
        """Take an actor that was read, with the aliases that the text has; refuse one that it does not name."""
        if is_pronoun(draft.name) or not (piece := self._mention(draft.name)):
            desk.refuse("actors", draft, "name", f"the text does not name {draft.name!r}")
            return
        forms = {draft.name: piece}
        forms |= {a: found for a in draft.aliases if not is_pronoun(a) and (found := self._mention(a))}
        member = self._same(forms, draft.kind)
        if member is None:
            member = Member(draft.kind)
            self.members.append(member)
        for form, evidence in forms.items():
            member.forms.setdefault(form, evidence)
        member.role = member.role or self._stated(draft.role)
        member.affiliation = member.affiliation or self._stated(draft.affiliation)

    def known(self, name: str) -> Member | None:
        """The actor of that name, by a form of it or by likeness to exactly one; None where there is none."""
        exact = [m for m in self.members if any(form.casefold() == name.casefold() for form in m.forms)]
        if exact:
            return exact[0]
        alike = [m for m in self.members if any(self._namesakes.may_be_one(form, name) for form in m.forms)]
        return alike[0] if len(alike) == 1 else None

    def find(self, name: str | None) -> Member | None:
        """The actor that a name stands for, added if only the text names it; None where the text does not."""
        if not name or is_pronoun(name):
            return None
        if member := self.known(name):
            return member
        piece = self._mention(name)
        if piece is None:
            return None
        member = Member(_kind_of(name, self.document.language), {name: piece})
        self.members.append(member)
        return member

    def find_all(self, names: Iterable[str]) -> list[Member]:
        """The actors of several names, each once; names that the text does not have are passed over."""
        found = {id(member): member for name in names if (member := self.find(name))}
        return list(found.values())

    def actors(self) -> tuple[list[Actor], dict[int, str]]:
        """The actors in text order, and the id of each member by its `id()`."""
        ordered = sorted(self.members, key=lambda member: member.first)
        ids = {id(member): f"a{n}" for n, member in enumerate(ordered, 1)}
        return [_actor(member, ids[id(member)]) for member in ordered], ids

    def _mention(self, name: str) -> Evidence | None:
        span = grounding.locate(self.document.text, name)
        return grounding.evidence(self.document.text, *span) if span else None

    def _stated(self, wording: str | None) -> str | None:
        """A role or affiliation, if the text has the words."""
        return wording if wording and grounding.locate(self.document.text, wording) else None

    def _same(self, forms: Iterable[str], kind: ActorKind) -> Member | None:
        for form in forms:
            member = self.known(form)
            told_first = form.split(maxsplit=1)[0].casefold() in _INDEFINITE  # "a man" is not who was told of before
            if member and (not told_first or form in member.forms) and _may_be_one(member, kind, form):
                return member
        return None


def _may_be_one(member: Member, kind: ActorKind, form: str) -> bool:
    """A person is no body and a state no company, though the name of the one may be part of the other's."""
    if any(known.casefold() == form.casefold() for known in member.forms):
        return True
    kinds = {member.kind, kind}
    state_and_other = "state" in kinds and bool(kinds & _NO_STATE)
    return (member.kind in _KINDS_APART) == (kind in _KINDS_APART) and not state_and_other


def _actor(member: Member, actor_id: str) -> Actor:
    name = member.name
    evidence = sorted(dict.fromkeys(member.forms.values()), key=lambda piece: piece.start)
    return Actor(
        id=actor_id,
        name=name,
        aliases=[form for form in member.forms if form != name],
        kind=member.kind,
        role=member.role,
        affiliation=member.affiliation,
        evidence=evidence,
    )


def _kind_of(name: str, language: str) -> ActorKind:
    """The kind of whoever is only named in passing: several by their noun, a body by its own."""
    guess, known = guess_kind(name), nouns(language)
    if guess != "person" or name[:1].isupper() or not (head := head_of(name)):
        return guess
    single = known.singular(head)
    if known.kind(single) == "body":
        told = guess_kind(single)
        return "organisation" if told == "person" else told
    return "people" if known.kind(head) == "people" else guess


@cache
def _kind_words(*, compound: bool) -> list[tuple[ActorKind, re.Pattern[str]]]:
    """Each kind with the words of a name that tell it, from the lexicon, in its order: those of one word or of more."""
    entries = yaml.safe_load((files("summarizer.cues") / "lexicon" / "kinds.yaml").read_text("utf-8"))
    told = [(entry["kind"], [w for w in entry["words"].split() if (r"\s" in w) == compound]) for entry in entries]
    return [(kind, re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)) for kind, words in told if words]


def guess_kind(name: str, *, head: str = "") -> ActorKind:
    """The kind that a name's own words suggest, its `head` noun's first; a person where they suggest nothing."""
    if state := states.state_of(name):
        return "organisation" if state in _UNIONS_OF_STATES else "government" if states.is_seat(name) else "state"
    for words, compound in ((name, True), (head, False), (name, False)):
        for kind, pattern in _kind_words(compound=compound):
            if pattern.search(words):
                return kind
    return "person"
