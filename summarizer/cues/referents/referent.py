"""One candidate actor, and an attribution with its speaker; pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from summarizer.cues import identity
from summarizer.cues.attribution import Attribution

Gender = Literal["female", "male"]
Span = tuple[int, int]


@dataclass(eq=False)
class Referent:
    """One candidate actor: every form that stands for it with its spans, its roles, and what is known of its kind.

    `person`: one human being; `body`: an organisation or a state; `plural`: several people; none of them where the cues do not
    tell. `common`: it has no name. `latent`: an unnamed one that so far only serves to resolve pronouns. `held` are
    spans that mean it beside a form, its roles in apposition.
    """

    forms: dict[str, list[Span]]
    roles: list[str] = field(default_factory=list)
    speaks: bool = False
    person: bool = False
    acts: bool = False
    common: bool = False
    body: bool = False
    plural: bool = False
    latent: bool = False
    gender: Gender | None = None
    held: list[Span] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form: the one with most words, the earliest among equals; a name before a common noun."""
        return max(self.forms, key=lambda form: (self._is_name(form), len(identity.key(form)), -self.forms[form][0][0]))

    def _is_name(self, form: str) -> bool:
        return self.common or any(word[:1].isupper() for word in form.split()[-2:])

    @property
    def first(self) -> int:
        """Where it is named first."""
        return min(span[0] for spans in self.forms.values() for span in spans)

    def add(self, form: str, span: Span) -> None:
        """Note a mention."""
        spans = self.forms.setdefault(form, [])
        if span not in spans:
            spans.append(span)

    def spans(self) -> list[Span]:
        """Where it is named, in order."""
        return sorted(span for spans in self.forms.values() for span in spans)

    def last_before(self, offset: int) -> int:
        """Where it was named last before `offset`, -1 if never."""
        return max((s for s, _ in (*self.held, *self.spans()) if s < offset), default=-1)


@dataclass(frozen=True)
class Resolved:
    """An attribution with its speaker; `sure` is False where the cues leave a choice among `candidates`; `via` relays it."""

    attribution: Attribution
    referent: Referent | None
    sure: bool
    candidates: tuple[Referent, ...] = ()
    via: Referent | None = None
