"""Claims: one a sentence and speaker; the same words by the same speaker elsewhere are a second evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from summarizer.dates import resolve
from summarizer.drafts import ClaimDraft
from summarizer.merge.cast import Member
from summarizer.merge.desk import Desk
from summarizer.schema import Claim, Evidence, When

SAME_CLAIM = 92.0
"""rapidfuzz token-sort ratio above which two claims of one speaker are one."""


@dataclass
class CheckedClaim:
    """A claim that holds, its names still members of the cast."""

    draft: ClaimDraft
    speaker: Member
    about: list[Member]
    via: Member | None
    said: When | None
    evidence: list[Evidence]

    def build(self, claim_id: str, ids: dict[int, str]) -> Claim:
        """The claim with its actors' ids."""
        kind, polarity = _agreeing(self.draft)
        return Claim(
            id=claim_id,
            speaker=ids[id(self.speaker)],
            text=self.draft.text,
            kind=kind,
            polarity=polarity,
            direct=self.draft.direct,
            about=[ids[id(member)] for member in self.about],
            via=ids[id(self.via)] if self.via else None,
            said=self.said,
            evidence=self.evidence,
        )


def merge_claims(drafts: Sequence[ClaimDraft], desk: Desk) -> list[CheckedClaim]:
    """The claims that hold, in text order."""
    kept: list[CheckedClaim] = []
    for draft in drafts:
        claim = _checked(draft, desk)
        if claim is None:
            continue
        if (known := _told_before(claim, kept)) is None:
            kept.append(claim)
        elif claim.evidence[0] in known.evidence or _overlap(claim, known):
            desk.refuse(
                "claims", draft, "duplicate", f"the claim of {claim.speaker.name} in this sentence is already there"
            )
        else:
            known.evidence.extend(claim.evidence)
    return sorted(kept, key=lambda claim: claim.evidence[0].start)


def _checked(draft: ClaimDraft, desk: Desk) -> CheckedClaim | None:
    evidence = desk.bind("claims", draft)
    said_of_them = {"text": draft.text.replace(draft.speaker, "", 1)}  # "Two officials" stand there for "they"
    if not evidence or not desk.holds("claims", draft, said_of_them, desk.whole(evidence)):
        return None
    speaker = desk.cast.find(draft.speaker)
    if speaker is None:
        desk.refuse("claims", draft, "name", f"the text names no speaker {draft.speaker!r}")
        return None
    said = _said(draft, evidence, desk)
    return CheckedClaim(draft, speaker, desk.cast.find_all(draft.about), desk.cast.find(draft.via), said, evidence)


def _said(draft: ClaimDraft, evidence: Sequence[Evidence], desk: Desk) -> When | None:
    if not draft.said:
        return None
    if desk.find(draft.said, evidence) is None:
        desk.refuse(
            "claims",
            {"said": draft.said, "quote": draft.quote},
            "date",
            f"{draft.said!r} does not stand in the evidence",
        )
        return None
    return resolve(draft.said, desk.published, context=desk.context(evidence))


def _told_before(claim: CheckedClaim, kept: Sequence[CheckedClaim]) -> CheckedClaim | None:
    for known in kept:
        if known.speaker is claim.speaker and (
            _overlap(claim, known) or fuzz.token_sort_ratio(known.draft.text, claim.draft.text) >= SAME_CLAIM
        ):
            return known
    return None


def _overlap(one: CheckedClaim, other: CheckedClaim) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.evidence for b in other.evidence)


def _agreeing(draft: ClaimDraft) -> tuple[str, str]:
    """Kind and polarity made to agree: a denial denies, and nothing else does."""
    if draft.kind == "denial" or (draft.polarity == "denies" and draft.kind == "statement"):
        return "denial", "denies"
    return draft.kind, "affirms"
