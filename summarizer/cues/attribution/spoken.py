"""Attributions that a reporting verb makes; pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from summarizer.cues.attribution.attributed import LIKELY, SURE, WEAK, Hit
from summarizer.cues.attribution.fitness import fits, is_nobody, may_speak
from summarizer.cues.attribution.frames import Setting, end_of_verb, quotes_after, reports_clause, right_of, use_of
from summarizer.cues.attribution.inversion import NEVER_INVERTED, before_commas, inverted_subject
from summarizer.cues.attribution.relayed import by_agent
from summarizer.cues.attribution.verb_groups import VerbGroup, catenative, used_to, verb_group
from summarizer.cues.lines import CONTENT, Line
from summarizer.cues.phrase_ends import phrase_ending, region_start
from summarizer.cues.phrases import Phrase, phrase_from
from summarizer.cues.reporting import Use
from summarizer.cues.subjects import shared_subject, subject_before

_NARRATOR = frozenset("we i wir ich nous je".split())
"""Outside quotation marks these are the paper itself, which is nobody's source."""
_BEING_CALLED = frozenset("heißt hieß heiße".split())
_PERFECT = frozenset("hat haben hatte hatten".split())
_IMPERSONAL_ENDINGS = ("ли", "ють", "ят", "ют")
_OFFICES = frozenset("у в во".split())
_TELLING = frozenset("told tells tell".split())
_SAYING_KINDS = frozenset("accusation denial demand threat promise".split())
_OUTCOMES = frozenset(
    """guaranteeing suggesting showing indicating signalling signaling revealing implying underlining
    highlighting""".split()
)
"""What a deed does, not its doer in words: "broke off the talks, all but guaranteeing a strike"."""
_THINKING = frozenset(
    """believing thinking doubting reckoning remembering fearing expecting anticipating hoping suspecting feeling
    foreseeing seeing""".split()
)
"""What only tells why somebody did something: "stayed in, believing that the managers were bluffing"."""
_LONGEST_PARENTHESIS = 8
_MEANWHILE = frozenset("as when while before after".split())
"""What opens a clause that tells when something was said."""
_NEAR = 5


def by_verb(line: Line, at: int) -> Hit | None:
    """The attribution that the verb at `at` makes, or None where it is none or has no speaker."""
    group = verb_group(line, at)
    if group.reduced:
        return _by_agent_judging(line, at)
    if group.infinitive or group.modal or line.quoted[at] or line.lower(group.before) in _NARRATOR:
        return None
    if group.passive:
        return by_agent(line, at)
    if group.gerund:
        return _by_participle(line, group)
    perfect = _subject_of_perfect(line, at)
    inverted = None if perfect else inverted_subject(line, at)
    subject = perfect or inverted or _plain_subject(line, group) or _office(line, at)
    if subject is None or is_nobody(line, subject) or _is_impersonal(line, at, subject):
        return None
    return _hit(line, group, subject, is_inverted=inverted is not None)


def _is_impersonal(line: Line, at: int, subject: Phrase) -> bool:
    """Whether nobody is named who says it: "hieß es", "wie es weiter hieß"."""
    return line.language == "de" and line.lower(at) in _BEING_CALLED and line.lower(subject.head) == "es"


def _by_agent_judging(line: Line, at: int) -> Hit | None:
    """A participle with its agent that judges: "a step described by the mayor as a blow", not "a truce declared by"."""
    hit = by_agent(line, at) if line.lower(at + 1) == "by" and not line.quoted[at] else None
    return hit if hit and hit.prior > WEAK else None


def _plain_subject(line: Line, group: VerbGroup) -> Phrase | None:
    """The subject before the verb; the clause's own where a conjunction joins the verb to another one."""
    if used_to(line, group):
        return subject_before(line, group.before - 1)
    verb = catenative(line, group.before) if line.lower(group.before) == "to" else None
    if verb is not None:
        return subject_before(line, verb)
    joined = group.before >= 0 and line.tag(group.before) == "conjunction"
    return shared_subject(line, group.before) if joined else subject_before(line, group.at)


def _subject_of_perfect(line: Line, at: int) -> Phrase | None:
    """The subject of a German participle at its clause's end, beside the auxiliary: "Moskau hat es bestritten"."""
    if line.language != "de" or line.tag(at + 1) not in ("mark", "auxiliary"):
        return None
    clause = range(at - 1, max((i for i in range(at) if line.tag(i) == "mark"), default=-1), -1)
    auxiliary = line.first_of(_PERFECT, clause)
    if auxiliary is None:
        return None
    before = subject_before(line, auxiliary)
    oblique = before is None or line.lower(before.first) in line.classes.oblique
    return phrase_from(line, auxiliary + 1) if oblique else before


def _office(line: Line, at: int) -> Phrase | None:
    """Where Ukrainian and Russian have no subject but an office: "у Генштабі повідомили", "сообщили в полиции"."""
    if line.language not in ("uk", "ru") or not line.lower(at).endswith(_IMPERSONAL_ENDINGS):
        return None
    if line.lower(at + 1) in _OFFICES:
        return phrase_from(line, at + 2)
    preposition = line.first_of(_OFFICES, range(at))
    phrase = phrase_from(line, preposition + 1) if preposition is not None else None
    return phrase if phrase and phrase.last == at - 1 else None


def _hit(line: Line, group: VerbGroup, subject: Phrase, *, is_inverted: bool) -> Hit | None:
    """The hit of a verb and its subject, None where the verb tells an act or is denied."""
    at = group.at
    parenthetical = is_inverted or _is_parenthetical(line, subject, at)
    beside = quotes_after(line, at) or _follows_quotation(line, at if is_inverted else subject.first)
    use = use_of(Setting(line, at, subject, beside, parenthetical))
    beyond_doubt = beside or (parenthetical and not is_inverted)
    if use is None or not fits(line, at, use, subject, beyond_doubt=beyond_doubt):
        return None
    if group.negated and use.particle != ("out",):
        return None  # but "has not ruled out" says something
    relative = _in_relative(line, subject)
    if (relative and _is_merely_told(line, at, use)) or _is_asked_for(line, subject, at, use):
        return None
    if line.lower(at) in _TELLING and _is_order(line, at):
        return Hit(subject.first, at, subject, "demand", WEAK, "right", relative=relative)
    sure = beside or parenthetical or use.frame in ("plain", "quote", "figure")
    side: Literal["left", "right"] = "left" if parenthetical else "right"
    last = _last(line, at, use, subject)
    return Hit(min(subject.first, at), last, subject, use.kind, SURE if sure else LIKELY, side, relative=relative)


def _is_merely_told(line: Line, at: int, use: Use) -> bool:
    """Whether a restrictive clause only tells which: "the war that the president declared"."""
    restrictive = line.lower(region_start(line, at)) not in ("which", "who", "whom", "whose")
    reported = reports_clause(line, at) and line.lower(at + 1) not in ("when", "where", "how", "why")
    closed = not (quotes_after(line, at) or reported or line.is_finite(at + 1))
    return (
        use.frame == "plain"
        and use.kind in ("statement", "proposal")
        and restrictive
        and closed
        and line.language == "en"
    )


def _is_asked_for(line: Line, subject: Phrase, at: int, use: Use) -> bool:
    """Whether an embedded question leaves open what is said: "to find out what the minister had told her"."""
    asked = line.lower(subject.first - 1) == "what" and use.frame in ("plain", "content")
    rest = range(at + 1, min(at + 4, len(line.words)))
    return asked and not any(line.is_finite(i) or line.quoted[i] for i in rest)


def _last(line: Line, at: int, use: Use, subject: Phrase) -> int:
    """The last word of the attribution: of the verb, its subject or the name in apposition to it."""
    apposition = line.last_of_name(line.position(subject.name.start)) if subject.name else -1
    return max(end_of_verb(line, at, use), subject.last, apposition)


def _is_order(line: Line, at: int) -> bool:
    """Whether somebody is told to do something, which is more an act than words: "told 40,000 people to leave"."""
    phrase = phrase_from(line, at + 1)
    nearest = (phrase.last + 1, phrase.last + 2) if phrase else ()
    return any(line.lower(i) == "to" and line.tag(i + 1) == "word" for i in nearest)


def _in_relative(line: Line, subject: Phrase) -> bool:
    """Whether the subject stands in a relative clause: "a description that Dunaris", "whose lobby, Autoforum,"."""
    after_noun = line.lower(subject.first - 1) == "that" and line.tag(subject.first - 2) in CONTENT
    return line.tag(subject.first - 1) == "relative" or after_noun or line.lower(subject.first) == "whose"


def _is_parenthetical(line: Line, subject: Phrase, at: int) -> bool:
    """Whether the attribution stands between commas or at the end: "X, he noted, was", "X, he noted."."""
    before = line.lower(subject.first - 1)
    if subject.first == 0 or not (before in (",", "–", "—", "-") or line.quoted[subject.first - 1]):
        return False
    if _is_before_circumstance(line, subject, at):
        return True
    after = line.next_mark(at + 1)
    stops = line.lower(after) in (",", ".", "–", "—", "", ";") and not reports_clause(line, at)
    time = line.lower(at + 1) in ("this", "last", "the")
    circumstance = time or line.tag(at + 1) in ("mark", "preposition", "adverb", "calendar", "pronoun")
    return stops and after - at <= _LONGEST_PARENTHESIS and (circumstance or line.lower(at) in NEVER_INVERTED)


def _is_before_circumstance(line: Line, subject: Phrase, at: int) -> bool:
    """Whether a clause stands before the attribution, and after it only when that was: "X, she said as she left"."""
    after = list(right_of(line, at))
    clause = next((i for i in after[:_NEAR] if line.lower(i) in _MEANWHILE), None)
    if clause is None or not any(line.is_finite(i) for i in range(subject.first - 1)):
        return False
    told = any(line.is_finite(i) for i in range(at + 1, clause))
    return not told and not any(line.lower(i) == "that" for i in range(clause, after[-1] + 1) if i - clause < _NEAR)


def _follows_quotation(line: Line, first: int) -> bool:
    """Whether a quotation closes right before the attribution."""
    last = before_commas(line, first - 1)
    return last >= 0 and line.quoted[last]


def _by_participle(line: Line, group: VerbGroup) -> Hit | None:
    """A participle's clause: "cut short his trip, saying that"; the subject is the clause's or right before it."""
    adjoining = line.tag(group.before) in CONTENT
    if not adjoining and line.lower(group.before) not in (",", "and", "but", "–", "—"):
        return None
    subject = _adjoining_subject(line, group.before) if adjoining else shared_subject(line, group.before + 1)
    if subject is None or is_nobody(line, subject) or not may_speak(line, subject):
        return None
    hit = _hit(line, replace(group, gerund=False), subject, is_inverted=False)
    says = reports_clause(line, group.at) or quotes_after(line, group.at)
    if line.lower(group.at) in _OUTCOMES | _THINKING and not adjoining:
        return None
    if hit is None or not (says or hit.kind in _SAYING_KINDS):
        return None
    return replace(hit, first=group.at, last=group.at, side="right", prior=min(hit.prior, LIKELY))


def _adjoining_subject(line: Line, last: int) -> Phrase | None:
    """The participle's own subject: "…, officials saying that", "with officials saying that"."""
    phrase = phrase_ending(line, last)
    return phrase if phrase and line.lower(phrase.first - 1) in (",", "with") else None
