"""Who is meant: the names of a text gathered into referents, and "he", "the spokesman", "the company" led back to one; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.cues import identity, states
from summarizer.cues.attribution import Attribution
from summarizer.cues.names import Name
from summarizer.cues.words import PRONOUNS, TITLES
from summarizer.document import Document

_ROLE_BEFORE = re.compile(r"(?:^|[\s“\"(])((?:[^\W\d_][\w’'-]*\s+){1,6})$")
_APPOSED_BEFORE = re.compile(
    r"(?:^|[.,;:–—]\s+|\b(?:and|but|said|says|that|when|told|as|by|from|to)\s+)((?:the|a|an|his|her|its|their|one of [a-z]+|[A-Z][\w’'-]*[’']s)\s+(?:[^\s,;.]+\s+){0,6}[^\s,;.]+),\s*$",
    re.I,
)
_APPOSED_AFTER = re.compile(r"^(?:\s+\([^)]*\))?,\s+((?:the|a|an|his|her|its|their|who is the|[\w’'-]+[’']s)\s+[^,;.]{2,80}?)(?=[,;.]|\s+(?:who|which|that)\b)")
_HEAD_STOP = frozenset(
    "of in for at from to with on by near against involved close familiar who which that whose into over under whom based speaking".split()
)
_PERSON_NOUN = re.compile(
    r"(?:^|.*[- ])(?:minister|president|spokes\w+|official|officer|diplomat|lawyer|attorney|judge|mayor|governor|chief|head|director|chair\w*|leader|economist"
    r"|analyst|adviser|advisor|manager|doctor|physician|nurse|teacher|professor|researcher|scientist|witness|resident|farmer|driver|captain|coach"
    r"|commander|general|colonel|soldier|priest|imam|bishop|envoy|ambassador|secretary|senator|deputy|lawmaker|prosecutor|detective|inspector|superintendent"
    r"|man|woman|boy|girl|mother|father|son|daughter|brother|sister|husband|wife|widow|uncle|aunt|student|colleague|neighbour|neighbor|trader|teenager|worker|shopkeeper"
    r"|engineer|activist|journalist|reporter|editor|founder|owner|player|keeper|\w+(?:ist|eer|wright))$"
)
_PLURAL_PERSON = re.compile(r".*(?:men|women|people|children|police|\w(?:ers|ors|ists|ians|ees|ants|ents|als|ies|lots|uests|ers))$")
_BODY_NOUN = frozenset(
    """company firm group bank party union club team commission ministry department agency council government army military police force forces court
    hospital university authority board committee association federation organisation organization network operator regulator charity church
    faction gang militia movement front newspaper website service office bureau institute manufacturer maker airline retailer supplier clinic
    administration army navy parliament senate""".split()
)
_INSTITUTION = re.compile(
    r"(?i)\b(?:ministry|department|bank|university|council|court|office|board|bureau|institute|college|union|federation|league|army|front|committee|commission"
    r"|agency|authority|party|forces?|service|hospital|club|rovers|united|group|company|inc|ltd|corp|gmbh|holdings?|lines|airlines?|police|senate|parliament"
    r"|movement|brigade|division|association|society|foundation|trust|press|times|post|news|courier|herald|conservatives|democrats)\b"
)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|from|to|into|through|around|across|over|towards?|outside|inside|off|of|on|via|between|between|north|south|east|west)(?: the)?\s+$", re.I)
_VERB_AFTER = re.compile(
    r"(?:\s*\([^)]*\))?(?:,[^,;.]{2,60},)?\s+(?:also |then |now |later |still |already |only |never |again )?"
    r"(?:has|had|have|is|was|were|will|would|did|does|must|may|can|could|gave|took|made|won|lost|went|came|left|fell|rose|held|kept|sent|met|set|put|led|paid"
    r"|struck|shot|hit|broke|began|stood|sat|ran|drew|threw|fought|sought|bought|sold|cut|built|knew|saw|became|says|wants|plans|faces|holds|[a-z]{2,}ed)\b"
)
_RECENT = 3


@dataclass
class Referent:
    """One candidate actor: every form that stands for it with its spans, its roles, what is known of its kind."""

    forms: dict[str, list[tuple[int, int]]]
    roles: list[str] = field(default_factory=list)
    speaks: bool = False
    person: bool = False
    acts: bool = False
    common: bool = False

    @property
    def name(self) -> str:
        """The fullest form: the one with most words, the earliest among equals."""
        return max(self.forms, key=lambda form: (len(identity.key(form)), -self.forms[form][0][0]))

    @property
    def first(self) -> int:
        """Where it is named first."""
        return min(span[0] for spans in self.forms.values() for span in spans)

    def add(self, form: str, span: tuple[int, int]) -> None:
        """Note a mention."""
        spans = self.forms.setdefault(form, [])
        if span not in spans:
            spans.append(span)

    def last_before(self, offset: int) -> int:
        """Where it was named last before `offset`, -1 if never."""
        return max((s for spans in self.forms.values() for s, _ in spans if s < offset), default=-1)


@dataclass(frozen=True)
class Resolved:
    """An attribution with its speaker; `sure` is False where the cues leave a choice among `candidates`."""

    attribution: Attribution
    referent: Referent | None
    sure: bool
    candidates: tuple[Referent, ...] = ()


class Referents:
    """All candidate actors of a document, built from its names; speakers without a name join as they are resolved."""

    def __init__(self, document: Document, names: Sequence[Name]) -> None:
        self.document = document
        self.all: list[Referent] = []
        for name in names:
            referent = self._by_name(name) or self._new(Referent({}))
            referent.add(name.form, (name.start, name.end))
            referent.roles += self._roles(name)
            referent.person = referent.person or self._looks_like_person(name, referent)
            referent.acts = referent.acts or self._acts(name)
        self._genders: dict[int, str] = {}

    def resolve(self, attributions: Sequence[Attribution]) -> list[Resolved]:
        """Each attribution with the referent of its speaker, in text order."""
        resolved: list[Resolved] = []
        for attribution in attributions:
            hit = self._speaker(attribution, resolved)
            if hit.referent:
                hit.referent.speaks = True
            resolved.append(hit)
        return resolved

    def join_groups(self, groups: Sequence[tuple[tuple[int, int], str]]) -> None:
        """Take unnamed actors: a phrase that means somebody known adds a form, any other is an actor of its own."""
        taken = [span for referent in self.all for spans in referent.forms.values() for span in spans]
        for (start, end), kind in groups:
            if any(start < e and s < end for s, e in taken):
                continue
            referent, _ = self._phrase(start, end)
            referent.acts = True
            referent.person = referent.person or kind == "person"

    def _acts(self, name: Name) -> bool:
        """Whether the name is the subject of a verb: nothing governs it, and an auxiliary or a past tense follows."""
        text, sentence = self.document.text, self.document.sentences[name.sentence - 1]
        if _PLACE_BEFORE.search(text[max(0, name.start - 20) : name.start]):
            return False
        return bool(_VERB_AFTER.match(text[name.end : sentence.end]))

    def of_phrase(self, start: int, end: int) -> Referent:
        """The referent of the noun phrase `text[start:end]`: its name's, its role's, or a new one named as written."""
        return self._phrase(start, end)[0]

    def _speaker(self, attribution: Attribution, before: list[Resolved]) -> Resolved:
        if attribution.speaker is None:
            last = next((r for r in reversed(before) if r.referent and r.attribution.sentence >= attribution.sentence - 2), None)
            return Resolved(attribution, last.referent if last else None, False, self._recent(attribution, any_kind=True))
        if attribution.pronoun:
            return self._pronoun(attribution, before)
        referent, sure = self._phrase(*attribution.speaker)
        return Resolved(attribution, referent, sure, () if sure else self._bodies(attribution.speaker[0], referent))

    def _pronoun(self, attribution: Attribution, before: list[Resolved]) -> Resolved:
        assert attribution.speaker and attribution.pronoun
        at, kind = attribution.speaker[0], PRONOUNS[attribution.pronoun]
        previous = next(
            (r.referent for r in reversed(before) if r.referent and attribution.sentence - r.attribution.sentence <= _RECENT), None
        )
        people = [r for r in self._recent(attribution) if r.person and self._agrees(r, attribution.pronoun)]
        if kind == "person":
            chosen = previous if previous and previous.person and self._agrees(previous, attribution.pronoun) else None
            newer = [r for r in people if chosen is None or r.last_before(at) > chosen.last_before(at)]
            chosen = chosen or (people[0] if people else None)
            if chosen:
                self._genders.setdefault(id(chosen), attribution.pronoun)
            return Resolved(attribution, chosen, not [r for r in newer if r is not chosen], tuple(people[:5]))
        bodies = self._bodies(at, None)
        if kind == "body":
            chosen = previous if previous and not previous.person else (bodies[0] if bodies else previous)
            return Resolved(attribution, chosen, False, bodies)
        chosen = previous or (bodies[0] if bodies else None)
        return Resolved(attribution, chosen, False, self._recent(attribution, any_kind=True))

    def _agrees(self, referent: Referent, pronoun: str) -> bool:
        return self._genders.get(id(referent), pronoun) == pronoun

    def _recent(self, attribution: Attribution, any_kind: bool = False) -> tuple[Referent, ...]:
        at = attribution.speaker[0] if attribution.speaker else self.document.sentences[attribution.sentence - 1].start
        known = [r for r in self.all if r.last_before(at) >= 0 and (any_kind or r.person)]
        return tuple(sorted(known, key=lambda r: -r.last_before(at))[:6])

    def _bodies(self, at: int, own: Referent | None) -> tuple[Referent, ...]:
        known = [r for r in self.all if not r.person and r is not own and r.last_before(at) >= 0]
        return tuple(sorted(known, key=lambda r: (not r.speaks, -r.last_before(at)))[:6])

    def _phrase(self, start: int, end: int) -> tuple[Referent, bool]:
        """The referent of a noun phrase and whether that is sure."""
        text = self.document.text
        if named := self._named_in(start, end):
            return named, True
        words = text[start:end]
        head, definite = head_of(words), words.split()[0].lower() in ("the", "that", "this", "his", "her", "its", "their", "both")
        for referent in self.all:
            if any(words.casefold() in role.casefold() for role in referent.roles):
                return referent, True
        for referent in sorted(self.all, key=lambda r: -r.last_before(start)):
            if referent.last_before(start) < 0:
                continue
            same_words = any(form.casefold() == words.casefold() for form in referent.forms)
            if same_words or (definite and head and head in self._heads(referent)):
                referent.add(words, (start, end))
                return referent, True
        return self._common(start, end, head), not (definite and head in _BODY_NOUN)

    def _common(self, start: int, end: int, head: str) -> Referent:
        referent = self._new(Referent({}, common=True, person=bool(_PERSON_NOUN.match(head))))
        referent.add(self.document.text[start:end], (start, end))
        return referent

    def _named_in(self, start: int, end: int) -> Referent | None:
        """The referent of the name that is the phrase's head: at its end, or before a preposition; not a possessor."""
        text = self.document.text
        for referent in self.all:
            for spans in referent.forms.values():
                for s, e in spans:
                    if not (start <= s and e <= end) or referent.common:
                        continue
                    lead, tail = text[start:s].lower().split(), text[e:end].strip().lower()
                    if tail and tail.split()[0] not in _HEAD_STOP:
                        continue
                    if any(word in _HEAD_STOP for word in lead):
                        continue
                    return referent
        return None

    def _heads(self, referent: Referent) -> set[str]:
        heads = {head_of(role) for role in referent.roles}
        heads |= {head_of(form) for form in referent.forms if referent.common}
        if not referent.person:
            heads |= {word.lower() for form in referent.forms for word in form.split()[-1:] if word.lower() in _BODY_NOUN}
        return heads - {""}

    def _by_name(self, name: Name) -> Referent | None:
        known = [r for r in self.all if not r.common]
        place = bool(_PLACE_BEFORE.search(self.document.text[max(0, name.start - 20) : name.start]))
        for referent in sorted(known, key=lambda r: -r.last_before(name.start)):
            for form in referent.forms:
                if identity.key(form) == identity.key(name.form):
                    return referent
                if identity.same(form, name.form) and not (place and len(identity.key(name.form)) == 1 and not states.is_known(name.form)):
                    return referent
        return None

    def _new(self, referent: Referent) -> Referent:
        self.all.append(referent)
        return referent

    def _roles(self, name: Name) -> list[str]:
        text, sentence = self.document.text, self.document.sentences[name.sentence - 1]
        lead, tail = text[sentence.start : name.start], text[name.end : sentence.end]
        found = []
        if match := _APPOSED_BEFORE.search(lead):
            found.append(match[1])
        if match := _APPOSED_AFTER.match(tail):
            found.append(match[1])
        if (match := _ROLE_BEFORE.search(lead)) and (role := _role_words(match[1])):
            found.append(role)
        return found

    def _looks_like_person(self, name: Name, referent: Referent) -> bool:
        if _INSTITUTION.search(name.form) or states.is_known(name.form) or name.form.isupper():
            return False
        lead = self.document.text[max(0, name.start - 30) : name.start].split()
        if lead and lead[-1].rstrip(".") in TITLES:
            return True
        if any(_PERSON_NOUN.match(head_of(role)) for role in referent.roles):
            return True
        place = _PLACE_BEFORE.search(" ".join(lead) + " ")
        return len(name.form.split()) >= 2 and not place


def _role_words(lead: str) -> str | None:
    """The role right before a name ("Odesa region governor "), None where those words are no role."""
    words = lead.split()
    at = next((i for i in range(len(words) - 1, -1, -1) if words[i].lower() in ("the", "a", "an", "said", "says", "and", "by", "that", ",")), -1)
    tail = words[at + 1 :]
    if tail and (_PERSON_NOUN.match(tail[-1].lower()) or tail[-1].rstrip(".") in TITLES):
        return " ".join(tail)
    return None


def head_of(phrase: str) -> str:
    """The head noun of a noun phrase, lower case: "an officer close to the planning" → officer."""
    words = [w.strip(",.;:()“”\"'’").lower() for w in phrase.split()]
    stop = next((i for i, w in enumerate(words) if i and (w in _HEAD_STOP or w.endswith("ing") and i > 1)), len(words))
    head = words[stop - 1] if stop else ""
    return head[:-1] if head.endswith("s") and not head.endswith("ss") and head[:-1] in _BODY_NOUN else head
