"""Attacks: counts with the bounds that the text gives, figures with their sources, one for each place and time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from summarizer import grounding
from summarizer.cues.casualties import find_casualties
from summarizer.cues.clauses import Span, comma_part, coordinate_parts
from summarizer.cues.occasions import told_on
from summarizer.document import Sentence
from summarizer.drafts import AttackDraft, FigureDraft
from summarizer.merge.cast import Member
from summarizer.merge.desk import Desk
from summarizer.quantities import parse_count
from summarizer.schema import Attack, Count, Evidence, Figure, FigureKind, When

_SPELLED = ("killed", "injured", "strikes")

_FAR_LONGER = 2
"""How many times as long as an attack's own telling a part may be that only tells its day."""


@dataclass
class CheckedFigure:
    """One source's figure that holds."""

    what: FigureKind
    count: Count
    by: Member | None
    evidence: Evidence


@dataclass
class CheckedAttack:
    """An attack that holds, its names still members of the cast."""

    draft: AttackDraft
    when: When | None
    counts: dict[str, Count]
    figures: list[CheckedFigure]
    perpetrators: list[Member]
    reported_by: list[Member]
    evidence: list[Evidence] = field(default_factory=list)

    def build(self, attack_id: str, ids: dict[int, str]) -> Attack:
        """The attack with its actors' ids."""
        draft = self.draft
        return Attack(
            id=attack_id,
            kind=draft.kind,
            perpetrators=[ids[id(member)] for member in self.perpetrators],
            attribution=draft.attribution,
            targets=draft.targets,
            places=draft.places,
            when=self.when,
            weapon=draft.weapon,
            strikes=self.counts.get("strikes"),
            killed=self.counts.get("killed"),
            injured=self.counts.get("injured"),
            figures=[
                Figure(what=f.what, count=f.count, by=ids[id(f.by)] if f.by else None, evidence=f.evidence)
                for f in self.figures
            ],
            reported_by=[ids[id(member)] for member in self.reported_by],
            evidence=self.evidence,
        )


def merge_attacks(drafts: Sequence[AttackDraft], desk: Desk) -> list[CheckedAttack]:
    """The attacks that hold, in text order."""
    kept: list[CheckedAttack] = []
    for draft in drafts:
        attack = _checked(draft, desk)
        if attack is None:
            continue
        known = next((other for other in kept if _same(attack, other)), None)
        if known is None:
            kept.append(attack)
        else:
            _join(known, attack)
            desk.refuse("attacks", draft, "duplicate", f"told before: {known.evidence[0].quote!r}")
    return sorted(kept, key=lambda attack: attack.evidence[0].start)


def _checked(draft: AttackDraft, desk: Desk) -> CheckedAttack | None:
    evidence = desk.bind("attacks", draft)
    if not evidence:
        return None
    evidence += _further(draft, evidence, desk)
    content = {"targets": draft.targets, "weapon": draft.weapon}
    if not desk.holds("attacks", draft, content, desk.whole(evidence)):
        return None
    figures = [figure for f in draft.figures if (figure := _figure(f, draft, evidence, desk))]
    counts = {what: count for what in _SPELLED if (count := _count(what, draft, evidence, desk))}
    return CheckedAttack(
        _with_known_places(draft, evidence, desk),
        _when(draft, evidence, desk),
        counts | _range_over_sources(figures, counts),
        figures,
        desk.cast.find_all(draft.perpetrators),
        desk.cast.find_all(draft.reported_by),
        evidence,
    )


def _further(draft: AttackDraft, evidence: Sequence[Evidence], desk: Desk) -> list[Evidence]:
    """The other sentences that tell the attack: whole, or the part that tells its day where they tell no more."""
    sentences = [s for number in draft.also if (s := desk.document.sentence(number))]
    told = [_telling(draft, sentence, desk, evidence[0]) for sentence in sentences]
    pieces = [grounding.evidence(desk.document.text, *span) for span in told]
    return [piece for piece in pieces if not any(piece.start < e.end and e.start < piece.end for e in evidence)]


def _telling(draft: AttackDraft, sentence: Sentence, desk: Desk, own: Evidence) -> tuple[int, int]:
    """The span of the sentence's parts that tell toll and day; the whole sentence where it tells neither.

    A far longer part before the attack's `own` telling is about another one and gives only the day.
    """
    text, whole = desk.document.text, Span(sentence.start, sentence.end)
    tolls = [w for w in (draft.killed, draft.injured, *(figure.count for figure in draft.figures)) if w]
    told = [span for words in tolls if (span := grounding.locate(text, words, within=whole))]
    parts = [
        p
        for p in coordinate_parts(text, whole, desk.document.language)
        for s in told
        if p.start < s[1] and s[0] < p.end
    ]
    day = grounding.locate(text, draft.when, within=whole) if draft.when else None
    if day:
        part = comma_part(text, whole, Span(*day))
        foreign = part.end < own.start and part.end - part.start > _FAR_LONGER * (own.end - own.start)
        parts.append(Span(*day) if foreign and not parts else part)
    if not parts:
        told = [span for place in draft.places if (span := grounding.locate(text, place, within=whole))]
        parts = [comma_part(text, whole, Span(*span)) for span in told[:1]]
    return (min(part.start for part in parts), max(part.end for part in parts)) if parts else whole


def _count(what: str, draft: AttackDraft, evidence: Sequence[Evidence], desk: Desk) -> Count | None:
    """The count of the words that stand in the evidence; refused where they do not, or are no figure."""
    words = getattr(draft, what)
    if not words:
        return None
    place = desk.sentence_saying(words, evidence)
    count = _parsed(what, words, place, desk)
    fault = _fault(what, words, place, count, desk)
    if fault:
        desk.refuse("attacks", {what: words, "quote": draft.quote}, "figure", fault)
        return None
    return count


def _fault(what: str, words: str, place: Evidence | None, count: Count | None, desk: Desk) -> str | None:
    """What is wrong with a figure: not there, none at all, or the killed where the text tells the injured."""
    if place is None:
        return f"{words!r} does not stand in the evidence"
    if count is None:
        return f"{words!r} is no figure"
    refusal = grounding.check_count(cast("FigureKind", what), count, place, desk.document.text, desk.document.language)
    return refusal.detail if refusal else None


def _parsed(what: str, words: str, place: Evidence | None, desk: Desk) -> Count | None:
    """The bounds of a figure's words: as its sentence tells them ("a guard", "nobody was hurt"), else by themselves."""
    language = desk.document.language
    told = find_casualties(place.quote, language) if place else []
    as_told = next((c.count for c in told if c.kind == what and c.count.text == words), None)
    return as_told or parse_count(words, language)


def _figure(draft: FigureDraft, attack: AttackDraft, evidence: Sequence[Evidence], desk: Desk) -> CheckedFigure | None:
    pointed = desk.document.sentence(draft.sentence)
    own = [grounding.evidence(desk.document.text, pointed.start, pointed.end)] if pointed else []
    pieces = [*own, *evidence]  # the same words may stand in the lead without their source
    place = desk.sentence_saying(draft.count, pieces)
    count = _parsed(draft.what, draft.count, place, desk)
    fault = _fault(draft.what, draft.count, place, count, desk)
    if fault or place is None or count is None:
        desk.refuse("attacks", {"figure": dict(draft), "quote": attack.quote}, "figure", fault or "no figure")
        return None
    return CheckedFigure(draft.what, count, desk.cast.find(draft.by), place)


def _range_over_sources(figures: Sequence[CheckedFigure], counts: dict[str, Count]) -> dict[str, Count]:
    """Where sources differ and the text adopts none: from the lowest to the highest."""
    merged: dict[str, Count] = {}
    for what in ("killed", "injured"):
        told = [f.count for f in figures if f.what == what]
        if what in counts or not told:
            continue
        merged[what] = Count(
            low=min((c.low for c in told if c.low is not None), default=None),
            high=_highest(told),
            text="; ".join(dict.fromkeys(c.text for c in told)),
        )
    return merged


def _highest(told: Sequence[Count]) -> int | None:
    """The highest bound; None where a figure without one ("more than fifty") begins above all others."""
    closed = max((c.high for c in told if c.high is not None), default=None)
    opened = max((c.low or 0 for c in told if c.high is None), default=0)
    return closed if closed is not None and closed >= opened else None


def _when(draft: AttackDraft, evidence: Sequence[Evidence], desk: Desk) -> When | None:
    if not draft.when:
        return None
    if desk.find(draft.when, evidence) is None:
        desk.refuse(
            "attacks",
            {"when": draft.when, "quote": draft.quote},
            "date",
            f"{draft.when!r} does not stand in the evidence",
        )
        return None
    return told_on(draft.when, desk.published, desk.context(evidence), desk.document.language)


def _with_known_places(draft: AttackDraft, evidence: Sequence[Evidence], desk: Desk) -> AttackDraft:
    """The draft without places that the text does not name or that its evidence tells otherwise; each is reported."""
    kept = []
    for place in draft.places:
        if fault := _misplaced(place, evidence, desk):
            desk.refuse("attacks", {"place": place, "quote": draft.quote}, fault.reason, fault.detail)
        else:
            kept.append(place)
    return draft.model_copy(update={"places": kept})


def _misplaced(place: str, evidence: Sequence[Evidence], desk: Desk) -> grounding.Refusal | None:
    text, language = desk.document.text, desk.document.language
    if not grounding.locate(text, place):
        return grounding.Refusal("name", f"the text does not name {place!r}")
    faults = [grounding.check_place(place, piece, text, language) for piece in evidence]
    return next(iter(faults)) if all(faults) else None


def _same(one: CheckedAttack, other: CheckedAttack) -> bool:
    """Whether two drafts tell one attack: the same passage, and no other place or day."""
    if not any(a.start < b.end and b.start < a.end for a in one.evidence[:1] for b in other.evidence[:1]):
        return False
    if one.draft.places and other.draft.places and not set(one.draft.places) & set(other.draft.places):
        return False
    return (
        one.when is None or other.when is None or (one.when.start, one.when.end) == (other.when.start, other.when.end)
    )


def _join(known: CheckedAttack, again: CheckedAttack) -> None:
    for what, count in again.counts.items():
        known.counts.setdefault(what, count)
    known.evidence.extend(piece for piece in again.evidence if piece not in known.evidence)
    known.when = known.when or again.when
