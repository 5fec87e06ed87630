"""One candidate actor, and an attribution with its speaker; pure."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field

from summarizer.cues import identity
from summarizer.cues.attribution import Attribution
from summarizer.cues.given_names import Gender

Span = tuple[int, int]


@dataclass(eq=False)
class Referent:
    """One candidate actor: every form that stands for it with its spans, its roles, and what is known of its kind.

    `person`: one human being; `body`: an organisation or a state; `plural`: several people; none of them where the cues
    do not tell. `common`: it has no name. `latent`: an unnamed one that so far only serves to resolve pronouns.
    `relays`: a medium that others speak through. `told`: an age or a relative clause tells that it is a person.
    `fights`: it is said whose fighters they are.
    `mentions` are all spans that mean it, in order: its forms' and its roles' in apposition.
    """

    forms: dict[str, list[Span]] = field(default_factory=dict)
    roles: list[str] = field(default_factory=list)
    speaks: bool = False
    person: bool = False
    acts: bool = False
    common: bool = False
    body: bool = False
    plural: bool = False
    latent: bool = False
    relays: bool = False
    told: bool = False
    fights: bool = False
    gender: Gender | None = None
    mentions: list[Span] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form: the one with most words, the earliest among equals; a name before a common noun."""
        return max(self.forms, key=lambda form: (self._is_name(form), len(identity.key(form)), -self.forms[form][0][0]))

    def _is_name(self, form: str) -> bool:
        named = any(word[:1].isupper() for word in form.split()[-2:])
        return self.common or (named and not identity.is_description(form))

    @property
    def is_scenery(self) -> bool:
        """Whether it may be a mere place: nothing tells that it is somebody, speaks or acts."""
        return not (self.common or self.person or self.body or self.acts or self.speaks)

    @property
    def first(self) -> int:
        """Where it is named first."""
        return min(span[0] for spans in self.forms.values() for span in spans)

    def add(self, form: str, span: Span) -> None:
        """Note a mention by a form."""
        spans = self.forms.setdefault(form, [])
        if span not in spans:
            spans.append(span)
            insort(self.mentions, span)

    def hold(self, span: Span) -> None:
        """Note that a span beside a form means it: a role in apposition."""
        insort(self.mentions, span)

    def last_before(self, offset: int) -> int:
        """Where it was meant last before `offset`, -1 if never."""
        at = bisect_left(self.mentions, (offset, -1))
        return self.mentions[at - 1][0] if at else -1

    def mentions_from(self, start: int, end: int) -> Iterator[Span]:
        """The mentions that begin from `start` on and before `end`."""
        at = bisect_left(self.mentions, (start, -1))
        while at < len(self.mentions) and self.mentions[at][0] < end:
            yield self.mentions[at]
            at += 1


@dataclass(frozen=True)
class Resolved:
    """An attribution with its speaker and who relays it; not `sure` where the cues leave a choice of `candidates`."""

    attribution: Attribution
    referent: Referent | None
    sure: bool
    candidates: tuple[Referent, ...] = ()
    via: Referent | None = None
