"""What came for one article: a brief, a part of one, or an error; whoever made it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from summarizer.evaluation.annotations import Annotations, of_brief
from summarizer.schema import Brief, Usage

Outcome = Literal["done", "partial", "crashed"]


class Share(NamedTuple):
    """So many of so many."""

    credit: float = 0
    of: int = 0

    @property
    def value(self) -> float | None:
        """In 0 to 1; None where there was nothing to score."""
        return self.credit / self.of if self.of else None

    def plus(self, other: Share) -> Share:
        """Both together; nothing is rounded on the way."""
        return Share(self.credit + other.credit, self.of + other.of)


NOTHING, NONE, FREE = Annotations(), Share(), Usage()


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One article's answer, ready to be scored; a crashed one says nothing and still cost something.

    Attributes:
        exact: evidences that stand in the text at their offsets, of all.
        referenced: references that lead to an actor, of all.
        seconds: wall-clock time.
    """

    outcome: Outcome
    annotations: Annotations = NOTHING
    exact: Share = NONE
    referenced: Share = NONE
    usage: Usage = FREE
    seconds: float = 0.0

    @classmethod
    def of_brief(cls, brief: Brief, text: str) -> Answer:
        """The answer that a brief of `text` is."""
        return cls(
            outcome="partial" if brief.run.partial else "done",
            annotations=of_brief(brief),
            exact=share(text[each.start : each.end] == each.quote for _, each in brief.evidence()),
            referenced=share(reference in {actor.id for actor in brief.actors} for reference in references(brief)),
            usage=brief.run.usage,
            seconds=brief.run.seconds,
        )


def share(verdicts: Iterable[bool]) -> Share:
    """How many of them are true."""
    known = list(verdicts)
    return Share(sum(known), len(known))


def references(brief: Brief) -> Iterator[str]:
    """Every actor id that claims, deadlines, attacks, figures and fields of one's own point to."""
    for claim in brief.claims:
        yield from (claim.speaker, *claim.about, *filter(None, [claim.via]))
    for deadline in brief.deadlines:
        yield from (*deadline.set_by, *deadline.binding_on)
    for attack in brief.attacks:
        yield from (*attack.perpetrators, *attack.reported_by)
        yield from (figure.by for figure in attack.figures if figure.by)
    for items in brief.extra.values():
        yield from (str(item.values[name]) for item in items for name in item.references)
