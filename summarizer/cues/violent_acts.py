"""Tellings of violence in one sentence, each with the cues for and against that it is told as having happened; pure.

A telling's `prior` is the sum of hand-set weights of its cues, on the scale of log-odds.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from summarizer import dates
from summarizer.cues.casualties import Casualty, find_casualties
from summarizer.cues.clauses import Span, coordinate_parts
from summarizer.cues import states
from summarizer.cues.places import find_places, names_of
from summarizer.cues.topics import Topics
from summarizer.cues.vocabulary import names, pattern
from summarizer.document import Document, Sentence
from summarizer.schema import AttackKind, When

BIAS = -1.8
WEIGHTS: Mapping[str, float] = {
    "act": 2.3, "armed": 2.0, "assailed": 1.8, "attack": 0.8, "casualty": 1.3, "place": 0.4, "when": 0.5, "weapon": 0.3,
    "physical": 0.3, "hypothetical": -2.2, "negated": -1.8, "drill": -3.0, "foiled": -1.6, "accident": -2.6, "total": -2.6,
    "figurative": -2.6, "quoted": -0.8, "foreign_topic": -3.0, "released": -0.8, "attacker_falls": -1.0, "memorial": -1.2, "plural": -1.2,
}  # fmt: skip
_QUOTED = re.compile(r"[“\"«„][^”\"»“]*[”\"»“]")


@dataclass(frozen=True)
class Act:
    """One telling. `clause` is the part of the sentence that tells it; spans are offsets into the document's text."""

    sentence: Sentence
    clause: Span
    trigger: Span
    kinds: Counter[AttackKind]
    places: tuple[Span, ...]
    when: When | None
    when_span: Span | None
    weapon: Span | None
    casualties: tuple[Casualty, ...]
    cues: frozenset[str]
    definite: bool = False
    another: bool = False
    background: bool = False
    agents: frozenset[str] = frozenset()
    prior: float = field(default=BIAS)

    @property
    def tells_violence(self) -> bool:
        """Whether it tells an act and not only its victims."""
        return bool(self.cues & {"act", "armed", "assailed", "attack"})


def find_acts(document: Document, sentence: Sentence, published: dt.date | None, topics: Topics) -> list[Act]:
    """The tellings of violence or of its victims in the sentence, in order; likely or not."""
    found: list[Act] = []
    whole = Span(sentence.start, sentence.end)
    for part in coordinate_parts(document.text, whole, document.language):
        act = _act(document, sentence, part, published, topics)
        if act is None:
            continue
        if found and _same_telling(document, found[-1], act):
            joined = Span(found[-1].clause.start, act.clause.end)
            found[-1] = _act(document, sentence, joined, published, topics) or found[-1]
        else:
            found.append(act)
    if len(found) == 1 and found[0].clause != whole:
        # A part that tells nothing by itself still says where or when: "On Thursday, while …, a rocket came down".
        return [_act(document, sentence, whole, published, topics) or found[0]]
    return found


def prior(cues: frozenset[str] | set[str]) -> float:
    """Log-odds that a telling with these cues tells violence that happened."""
    acts = sorted((WEIGHTS[cue] for cue in cues & {"act", "armed", "assailed", "attack"}), reverse=True)
    rest = cues - {"act", "armed", "assailed", "attack"}
    return BIAS + sum(acts[:1]) + 0.3 * sum(acts[1:]) + sum(WEIGHTS[cue] for cue in rest)


def _list(document: Document, name: str) -> re.Pattern[str]:
    return pattern(document.language, "violence", name)


def _same_telling(document: Document, first: Act, second: Act) -> bool:
    """Whether two parts of one sentence tell one attack: the second brings no other place and no other time."""
    if second.another and second.tells_violence:
        return False
    if not second.tells_violence or not first.tells_violence:
        return not (first.places and second.places and _words(document, first) != _words(document, second))
    return not (second.places and first.places) and not (second.when_span and first.when_span)


def _words(document: Document, act: Act) -> set[str]:
    return {document.text[p.start : p.end] for p in act.places}


def _act(document: Document, sentence: Sentence, part: Span, published: dt.date | None, topics: Topics) -> Act | None:
    text = document.text[part.start : part.end]
    triggers = list(_triggers(document, text, topics))
    casualties = _casualties(document, sentence, part)
    if not triggers and not casualties:
        return None
    first = min((span for _, span in triggers), default=Span(0, 0))
    places = tuple(find_places(document, part))
    when_span, when = _when(document, sentence, part, part.start + first.start, published)
    weapon = _weapon(document, text)
    cues = {name for name, _ in triggers} | _circumstances(document, text, triggers, topics)
    cues |= {name for name, seen in (("place", places), ("when", when_span), ("weapon", weapon), ("casualty", casualties)) if seen}
    if not triggers:
        cues -= {"weapon"}
    definite = bool(triggers) and _is_definite(document, text, triggers, first)
    return Act(
        sentence, part, Span(part.start + first.start, part.start + first.end), _kinds(document, text, topics), places, when, when_span,
        Span(part.start + weapon.start, part.start + weapon.end) if weapon else None, casualties, frozenset(cues), definite,
        bool(_list(document, "another").search(text)), bool(_list(document, "background").search(text)),
        _agents(document, part, first) if triggers else frozenset(), prior(cues),
    )  # fmt: skip


def _casualties(document: Document, sentence: Sentence, part: Span) -> tuple[Casualty, ...]:
    """The figures of the sentence that stand in the part; their offsets stay those of the sentence."""
    inside = Span(part.start - sentence.start, part.end - sentence.start)
    return tuple(c for c in find_casualties(document.quote(sentence), document.language) if inside.start <= c.start < inside.end)


def _triggers(document: Document, text: str, topics: Topics) -> Iterator[tuple[str, Span]]:
    """The words that tell violence: on their own, as a means with an impact, as assailants with a violent deed."""
    figurative = [m.span() for m in _list(document, "figurative").finditer(text)]

    def plain(match: re.Match[str]) -> bool:
        return not any(start < match.end() and match.start() < end for start, end in figurative)

    for name in names(document.language, "violence", "act_"):
        for match in filter(plain, _list(document, name).finditer(text)):
            yield "act", Span(*match.span())
    means = [m for name in names(document.language, "violence", "means_") for m in _list(document, name).finditer(text)]
    impacts = [m for m in filter(plain, _list(document, "impact").finditer(text))]
    if pair := _pair(means, impacts, 12, text):
        yield "armed", pair
    assailants = list(_list(document, "assailant").finditer(text))
    deeds = list(filter(plain, _list(document, "violent").finditer(text)))
    if pair := _pair(assailants, deeds, 9, text):
        yield "assailed", pair
    if topics.cyber:
        for match in filter(plain, _list(document, "cyber_soft").finditer(text)):
            yield "act", Span(*match.span())
    for match in filter(plain, _list(document, "attack").finditer(text)):
        yield "attack", Span(*match.span())


def _pair(subjects: list[re.Match[str]], deeds: list[re.Match[str]], reach: int, text: str) -> Span | None:
    """The first deed that stands near another match, with it; None where none does."""
    for deed in deeds:
        for subject in subjects:
            first, last = sorted((subject, deed), key=lambda m: m.start())
            if first.end() <= last.start() and len(text[first.end() : last.start()].split()) <= reach:
                return Span(deed.start(), deed.end())
    return None


def _kinds(document: Document, text: str, topics: Topics) -> Counter[AttackKind]:
    """Votes for each kind: an act of the kind counts for more than its means."""
    votes: Counter[AttackKind] = Counter()
    for weight, prefix in ((3, "act_"), (2, "means_")):
        for name in names(document.language, "violence", prefix):
            kind: AttackKind = name.removeprefix(prefix)  # type: ignore[assignment]
            if hits := len(_list(document, name).findall(text)):
                votes[kind] += weight * min(hits, 2)
    if topics.cyber and _list(document, "cyber_soft").search(text):
        votes["cyber"] += 3
    return votes


def _when(
    document: Document, sentence: Sentence, part: Span, trigger: int, published: dt.date | None
) -> tuple[Span | None, When | None]:
    """The time expression of the part nearest to the trigger that is not in the future."""
    text = document.quote(sentence)
    best: tuple[int, Span, When] | None = None
    for mention in dates.find(text, document.language):
        span = Span(sentence.start + mention.start, sentence.start + mention.end)
        if not part.start <= span.start < part.end:
            continue
        if _list(document, "said").search(" ".join(text[: mention.start].split()[-4:])):
            continue  # the day of the report, not of the deed
        when = dates.resolve(mention.text, published, context=text)
        if not when.resolved or (published and when.start and when.start > published):
            continue
        distance = min(abs(span.start - trigger), abs(span.end - trigger))
        if best is None or distance < best[0]:
            best = distance, span, when
    return (best[1], best[2]) if best else (None, None)


def _agents(document: Document, part: Span, trigger: Span) -> frozenset[str]:
    """Who does it: the states and names just before a deed in the active voice."""
    deed = part.start + trigger.start
    before = document.text[part.start : deed]
    near = part.start + len(before) - len(" ".join(before.split(" ")[-5:]))
    if _list(document, "passive").search(document.text, deed - 12 if deed - 12 > part.start else part.start, deed):
        return frozenset()
    placed = {place.start for place in find_places(document, part)}
    forms = [
        name.form
        for name in names_of(document)
        if near <= name.start and name.end <= deed and name.start not in placed and _acts(document, name.end, deed)
    ]
    return frozenset(states.demonym_of(form) or states.state_of(form) or form for form in forms)


def _acts(document: Document, after: int, deed: int) -> bool:
    """Whether what stands between a name and a deed lets the name be its doer: "Hezbollah says it fired"."""
    between = document.text[after:deed]
    return not _list(document, "said").search(between) or bool(re.search(r"\b(?:it|they|its)\b", between))


def _weapon(document: Document, text: str) -> Span | None:
    for name in names(document.language, "violence", "means_"):
        if match := _list(document, name).search(text):
            return Span(*match.span())
    return None


def _is_definite(document: Document, text: str, triggers: list[tuple[str, Span]], first: Span) -> bool:
    """Whether the telling takes up an earlier one: by every trigger ("the strike") or by its subject ("the gunmen")."""
    taken_up = [m.span() for m in _list(document, "anaphora").finditer(text)]
    if all(any(start <= span.start and span.end <= end for start, end in taken_up) for _, span in triggers):
        return True
    return any(start <= first.start and len(text[end : first.start].split()) <= 6 for start, end in taken_up)


def _circumstances(document: Document, text: str, triggers: list[tuple[str, Span]], topics: Topics) -> set[str]:
    """Cues against: told as a threat, denied, rehearsed, foiled, an accident, a total, a figure of speech."""
    cues: set[str] = set()
    first = min((span.start for _, span in triggers), default=0)
    before = " ".join(text[:first].split()[-9:]) if triggers else ""
    if _list(document, "hypothetical").search(before):
        cues.add("hypothetical")
    if _list(document, "negation").search(" ".join(before.split()[-4:])):
        cues.add("negated")
    for name in ("drill", "foiled", "accident", "total", "released", "attacker_falls", "memorial"):
        if _list(document, name).search(text):
            cues.add(name)
    if _list(document, "figurative").search(text) and not any(name in ("act", "armed", "assailed") for name, _ in triggers):
        cues.add("figurative")
    if topics.physical:
        cues.add("physical")
    elif topics.foreign:
        cues.add("foreign_topic")
    if triggers and all(_in_quotes(text, span) for _, span in triggers):
        cues.add("quoted")
    if triggers and all(name == "attack" and text[span.start : span.end].lower().endswith("s") for name, span in triggers):
        cues.add("plural")
    return cues


def _in_quotes(text: str, span: Span) -> bool:
    return any(m.start() <= span.start and span.end <= m.end() for m in _QUOTED.finditer(text))
