"""Deadlines: what is due is worked out by code from the words of the text; one that moved is one deadline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from summarizer import grounding
from summarizer.cues.due_meanings import former_at, resolved_at
from summarizer.dates import resolve
from summarizer.drafts import DeadlineDraft
from summarizer.merge.cast import Member
from summarizer.merge.desk import Desk
from summarizer.schema import Deadline, Evidence, When

SAME_DEADLINE = 60.0
"""rapidfuzz token-set ratio above which two deadlines with one due date are one."""

_EXTRAS = ("consequence", "amount")
_TOLD_AS_OVER = "was"
_OVER = frozenset({"passed", "met", "lifted"})
"""What became of a deadline whose day may lie in the past."""


@dataclass
class CheckedDeadline:
    """A deadline that holds, its names still members of the cast."""

    draft: DeadlineDraft
    due: When
    previously: list[When]
    set_by: list[Member]
    binding_on: list[Member]
    evidence: list[Evidence]

    def build(self, deadline_id: str, ids: dict[int, str]) -> Deadline:
        """The deadline with its actors' ids."""
        return Deadline(
            id=deadline_id,
            what=self.draft.what,
            due=self.due,
            set_by=_ids(self.set_by, ids),
            binding_on=_ids(self.binding_on, ids),
            consequence=self.draft.consequence,
            amount=self.draft.amount,
            status=self.draft.status,
            previously=self.previously,
            evidence=self.evidence,
        )


def merge_deadlines(drafts: Sequence[DeadlineDraft], desk: Desk) -> list[CheckedDeadline]:
    """The deadlines that hold, in text order."""
    kept: list[CheckedDeadline] = []
    for draft in drafts:
        deadline = _checked(draft, desk)
        if deadline is None:
            continue
        known = next((other for other in kept if _same(deadline, other)), None)
        if known is None:
            kept.append(deadline)
        elif deadline.evidence[0] in known.evidence:
            desk.refuse("deadlines", draft, "duplicate", "this deadline is already there")
        else:
            known.evidence.extend(deadline.evidence)
            known.previously.extend(when for when in deadline.previously if when not in known.previously)
    return sorted(kept, key=lambda deadline: deadline.evidence[0].start)


def _checked(draft: DeadlineDraft, desk: Desk) -> CheckedDeadline | None:
    evidence = desk.bind("deadlines", draft)
    if not evidence:
        return None
    place = desk.find(draft.due, evidence)
    if place is None:
        desk.refuse("deadlines", draft, "date", f"{draft.due!r} does not stand in the evidence")
        return None
    if not desk.holds("deadlines", draft, {"what": draft.what}, desk.whole(evidence)):
        return None
    draft = _with_what_holds(draft, evidence, desk)
    context = desk.context(evidence)
    return CheckedDeadline(
        draft,
        _due(draft, place, desk, context),
        [_former(words, evidence[0], desk, context) for words in draft.previously if _stands(words, desk, draft)],
        desk.cast.find_all(draft.set_by),
        desk.cast.find_all(draft.binding_on),
        evidence,
    )


def _with_what_holds(draft: DeadlineDraft, evidence: Sequence[Evidence], desk: Desk) -> DeadlineDraft:
    """The draft without a consequence or a sum that its sentences do not bear out; each is reported by itself.

    What happens otherwise may stand in the next sentence: "If it does not, it will be fined 50,000 dollars a day."
    """
    following = [s for e in evidence[-1:] for s in desk.document.sentences if s.start >= e.end][:1]
    pieces = [*desk.whole(evidence), *(grounding.evidence(desk.document.text, s.start, s.end) for s in following)]
    dropped: dict[str, None] = {}
    for name in _EXTRAS:
        words = getattr(draft, name)
        refusal = grounding.check({name: words}, pieces, desk.document.text, desk.document.language) if words else None
        if refusal:
            desk.refuse("deadlines", {name: words, "quote": draft.quote}, refusal.reason, refusal.detail)
            dropped[name] = None
    return draft.model_copy(update=dropped)


def _due(draft: DeadlineDraft, place: Evidence, desk: Desk, context: str) -> When:
    """The due date by its sentence; a bare "Friday" of one that is still to come is the next one."""
    ahead = resolved_at(desk.document, (place.start, place.end), desk.published)
    if draft.status in _OVER:
        told = resolve(draft.due, desk.published, context=context)
        if not told.resolved and draft.status != "lifted":
            told = resolve(draft.due, desk.published, context=_TOLD_AS_OVER)
        over = ahead.end is not None and desk.published is not None and ahead.end <= desk.published
        still_to_come = bool(told.end and desk.published and told.end > desk.published)
        withdrawn = draft.status == "lifted" and not told.resolved  # its day may still lie ahead
        ahead = ahead if withdrawn or (over and (still_to_come or not told.resolved)) else told
    return ahead.model_copy(update={"text": draft.due})


def _former(words: str, beside: Evidence, desk: Desk, context: str) -> When:
    """An older date by the sentence in which it stands, the nearest to the evidence that has the words."""
    places = [match.span() for match in re.finditer(re.escape(words), desk.document.text)]
    if not places:
        return resolve(words, desk.published, context=context)
    nearest = min(places, key=lambda place: abs(place[0] - beside.start))
    return former_at(desk.document, nearest, desk.published).model_copy(update={"text": words})


def _stands(words: str, desk: Desk, draft: DeadlineDraft) -> bool:
    """Whether an older date stands anywhere in the text; it may be told in another sentence."""
    if grounding.locate(desk.document.text, words):
        return True
    desk.refuse(
        "deadlines", {"previously": words, "quote": draft.quote}, "date", f"{words!r} does not stand in the text"
    )
    return False


def _same(one: CheckedDeadline, other: CheckedDeadline) -> bool:
    if any(a.start < b.end and b.start < a.end for a in one.evidence for b in other.evidence):
        return one.due.text == other.due.text or (one.due.end is not None and one.due.end == other.due.end)
    alike = fuzz.token_set_ratio(one.draft.what, other.draft.what) >= SAME_DEADLINE
    return alike and one.due.end is not None and one.due.end == other.due.end


def _ids(members: Sequence[Member], ids: dict[int, str]) -> list[str]:
    return [ids[id(member)] for member in members]
