"""Attributions that a reporting verb makes; pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from summarizer.cues.attribution.attributed import LIKELY, SURE, WEAK, Hit
from summarizer.cues.attribution.frames import end_of_verb, particle_of, quotes_after, reports_clause, right_of, use_of
from summarizer.cues.lines import CONTENT, Line
from summarizer.cues.nouns import nouns
from summarizer.cues.phrases import Phrase, over_adverbs, phrase_ending, phrase_from, subject_before
from summarizer.cues.reporting import Use, verbs

_CLOSING = "”“»\"’'"
_NOBODY = frozenset(
    "no nobody none neither nothing niemand keiner keine aucun aucune personne nadie ninguno ніхто жоден никто".split()
)
_NEVER_INVERTED = frozenset(
    """told tells tell accused accuses blamed blames urged urges informed informs assured assures called calls asked-for described describes
    praised praises thanked thanks dismissed dismisses rejected rejects criticised criticizes denounced condemned""".split()
)
_OF_ACTORS_ONLY = frozenset({"threat", "promise", "demand", "prediction", "proposal", "accusation", "denial"})
_ACTING_VERBS = frozenset(
    "show shows showed shown indicate indicates indicated suggest suggests suggested reveal reveals revealed mean means confirm confirms confirmed establish".split()
)
_BARRED_OBJECTS = frozenset("bail entry access permission visa visas leave parole victory boarding them him".split())
_IDLE_OBJECTS = frozenset(
    "goodbye farewell grace prayers mass nothing little otherwise story stories tale tales lie lies joke jokes truth fortune".split()
)
_ASSERTED_IN_PASSIVE = frozenset("accusation denial".split())


@dataclass(frozen=True)
class _Verb:
    """A reporting verb and the auxiliaries before it."""

    at: int
    before: int
    passive: bool
    negated: bool
    modal: bool
    infinitive: bool
    gerund: bool


def by_verb(line: Line, at: int) -> Hit | None:
    """The attribution that the verb at `at` makes, or None where it is none or has no speaker."""
    verb = _verb(line, at)
    if verb.infinitive or (verb.modal and not _says_only(line, at)) or line.quoted[at]:
        return None
    if verb.passive:
        return _by_agent(line, verb)
    if verb.gerund:
        return _by_participle(line, verb)
    if line.language == "de" and (auxiliary := _auxiliary_of(line, at)) is not None:
        return _by_perfect(line, verb, auxiliary)
    inverted = _inverted(line, at)
    subject = inverted or _plain_subject(line, verb) or _institution(line, verb)
    if subject is None or _is_nobody(line, subject):
        return None
    return _hit(line, verb, subject, is_inverted=inverted is not None)


def _auxiliary_of(line: Line, at: int) -> int | None:
    """The auxiliary of a German participle at the end of its clause: "Moskau hat den Angriff bestritten"."""
    if line.tag(at + 1) not in ("mark", "auxiliary"):
        return None
    for index in range(at - 1, -1, -1):
        if line.lower(index) in ("hat", "haben", "hatte", "hatten", "habe", "hätten"):
            return index
        if line.tag(index) == "mark":
            return None
    return None


def _by_perfect(line: Line, verb: _Verb, auxiliary: int) -> Hit | None:
    """The attribution of a German perfect: its subject stands on either side of the auxiliary."""
    before = subject_before(line, auxiliary)
    if before is None or line.lower(before.first) in line.classes.oblique:
        before = phrase_from(line, auxiliary + 1)
    return _hit(line, verb, before, is_inverted=False) if before and not _is_nobody(line, before) else None


def _verb(line: Line, at: int) -> _Verb:
    before = over_adverbs(line, at - 1)
    passed = [line.lower(i) for i in range(before + 1, at)]
    shapes = {use.shape for use in verbs(line.language)[line.lower(at)]}
    ends = line.lower(at)
    gerund = "gerund" in shapes
    be = [word for word in passed if word in line.classes.be or word in ("’s", "been")]
    return _Verb(
        at=at,
        before=before,
        passive=bool(be) and not gerund and _is_past(line, ends, shapes),
        negated=any(word in line.classes.negations for word in passed),
        modal=any(word in line.classes.modals for word in passed),
        infinitive=line.lower(before) == "to"
        or (line.lower(before) in ("zu", "de", "d’", "para") and "finite" not in shapes),
        gerund=gerund and not be,
    )


def _is_past(line: Line, form: str, shapes: Collection[str]) -> bool:
    """Whether the form can be a past participle."""
    if line.language == "en":
        return form.endswith(("ed", "n", "ught", "id", "old", "ld", "ut", "rd", "rn", "ne", "t", "ung"))
    return "participle" in shapes or line.language == "de"


def _says_only(line: Line, at: int) -> bool:
    """Whether a modal leaves something said: "would say only that", "would confirm only"."""
    following = {line.lower(i) for i in right_of(line, at)}
    return bool(following & {"only"}) or ("more" in following and "than" in following)


def _plain_subject(line: Line, verb: _Verb) -> Phrase | None:
    """The subject before the verb; the clause's own where a conjunction joins the verb to another one."""
    if verb.before >= 0 and line.tag(verb.before) == "conjunction":
        return shared_subject(line, verb.before)
    return subject_before(line, verb.at)


def _institution(line: Line, verb: _Verb) -> Phrase | None:
    """Where Ukrainian and Russian have no subject but a place of office: "у Генштабі повідомили", "сообщили в полиции"."""
    if line.language not in ("uk", "ru") or not line.lower(verb.at).endswith(("ли", "ють", "ят", "ют")):
        return None
    for at in (verb.at + 1, *range(verb.at)):
        if (
            line.lower(at) in ("у", "в", "во")
            and line.tag(at) == "preposition"
            and (phrase := phrase_from(line, at + 1))
        ):
            return phrase if at > verb.at or phrase.last == verb.at - 1 else None
    return None


def shared_subject(line: Line, at: int) -> Phrase | None:
    """The subject of the clause that holds the word at `at`: that of its first finite verb."""
    start = next((i + 1 for i in range(at - 1, -1, -1) if line.lower(i) in (";", ":") and not line.quoted[i]), 0)
    for index in range(start + 1, at):
        phrase = subject_before(line, index) if line.is_finite(index) and not line.quoted[index] else None
        if phrase and phrase.first >= start and line.tag(phrase.first - 1) not in ("relative", "preposition"):
            return phrase
    return None


def _inverted(line: Line, at: int) -> Phrase | None:
    """The subject after the verb, where a quotation or a whole clause stands before it."""
    if line.lower(at) in _NEVER_INVERTED:
        return None
    if line.lower(at - 2) in ("-", "-t-") and line.tag(at - 1) == "pronoun":
        return Phrase(at - 1, at - 1, at - 1)  # "a-t-elle promis"
    opening = over_adverbs(line, at - 1)
    last = opening
    while last >= 0 and line.lower(last) in (",", "–", "—", "-"):
        last -= 1
    after_quotation = last >= 0 and line.quoted[last] and line.lower(last) in _CLOSING
    if not after_quotation and not _opens_clause(line, at, opening, last):
        return None
    phrase = _after_addressee(line, at)
    if phrase is None or (line.is_finite(phrase.last + 1) and not after_quotation):
        return None
    return phrase if after_quotation or _may_speak(line, phrase) else None


def _opens_clause(line: Line, at: int, opening: int, last: int) -> bool:
    """Whether nothing before the verb can be its subject: a whole clause ends there, or the language puts something else first."""
    if line.language == "en":
        return last >= 0 and last != opening and subject_before(line, at) is None
    before = subject_before(line, at)
    return before is None or line.lower(before.first) in line.classes.oblique


def _after_addressee(line: Line, at: int) -> Phrase | None:
    """The phrase after the verb, over "to the agency" and times where these come first ("a indiqué lundi à l’AFP un porte-parole")."""
    start = at + 1 + len(particle_of(line, at))
    if line.lower(start) in ("-", "-t-"):
        start += 1
    for _ in range(3):
        if line.tag(start) in ("adverb", "calendar") or (
            line.language != "en" and line.lower(start) in ("lundi", "sich", "s’")
        ):
            start += 1
        elif line.language != "en" and line.tag(start) == "preposition" and (governed := phrase_from(line, start + 1)):
            start = governed.last + 1
    return phrase_from(line, start)


def _hit(line: Line, verb: _Verb, subject: Phrase, *, is_inverted: bool) -> Hit | None:
    at = verb.at
    parenthetical = is_inverted or _is_parenthetical(line, subject, at)
    beside = quotes_after(line, at) or _follows_quotation(line, subject, at, is_inverted)
    use = use_of(line, at, beside_quotation=beside, parenthetical=parenthetical, subject=subject)
    if use is None or not _fits(line, at, use, subject, beside):
        return None
    if verb.negated and use.particle != ("out",):
        return None
    sure = use.frame in ("plain", "quote") or beside or parenthetical or use.frame == "figure"
    relative = _in_relative(line, subject)
    side: Literal["left", "right"] = "left" if parenthetical else "right"
    return Hit(
        min(subject.first, at),
        max(end_of_verb(line, at, use), subject.last),
        subject,
        use.kind,
        SURE if sure else LIKELY,
        side,
        relative=relative,
    )


def _in_relative(line: Line, subject: Phrase) -> bool:
    """Whether the subject stands in a relative clause: "a description that Dunaris", "whose lobby, Autoforum,"."""
    before = line.lower(subject.first - 1)
    after_noun = before == "that" and line.tag(subject.first - 2) in CONTENT
    return line.tag(subject.first - 1) == "relative" or after_noun or line.lower(subject.first) == "whose"


def _is_parenthetical(line: Line, subject: Phrase, at: int) -> bool:
    """Whether the attribution stands between commas or at the end: "X, he noted, was", "X, he noted."."""
    opens = (
        subject.first == 0 or line.lower(subject.first - 1) in (",", "–", "—", "-") or (line.quoted[subject.first - 1])
    )
    after = next((i for i in range(at + 1, len(line.words)) if line.tag(i) == "mark"), len(line.words))
    stops = line.lower(after) in (",", ".", "–", "—", "", ";") and not reports_clause(line, at)
    circumstance = line.tag(at + 1) in ("mark", "preposition", "adverb", "calendar", "pronoun") or line.lower(
        at + 1
    ) in ("this", "last", "the")
    addressed = line.lower(at) in _NEVER_INVERTED
    return opens and subject.first > 0 and stops and after - at <= 8 and (circumstance or addressed)


def _follows_quotation(line: Line, subject: Phrase, at: int, is_inverted: bool) -> bool:
    """Whether a quotation closes right before the attribution."""
    last = (at if is_inverted else subject.first) - 1
    while last >= 0 and line.lower(last) in (",", "–", "—", "-"):
        last -= 1
    return last >= 0 and line.quoted[last]


def _fits(line: Line, at: int, use: Use, subject: Phrase, beside_quotation: bool) -> bool:
    """Whether such a subject can use the verb for words: no storm threatens, no court rejects an appeal in words alone."""
    known, head = nouns(line.language), line.lower(subject.head)
    if _is_idle(line, at):
        return False
    if beside_quotation or _is_pronoun(line, subject):
        return line.lower(at + 1) not in _BARRED_OBJECTS or use.kind != "denial"
    if known.is_court(head) and (use.frame == "speech" or use.kind == "denial"):
        return False
    if use.kind == "denial" and any(line.lower(i) in _BARRED_OBJECTS for i in (at + 1, at + 2)):
        return False
    if use.kind in _OF_ACTORS_ONLY or line.lower(at) in _ACTING_VERBS:
        return _may_speak(line, subject)
    return True


def _is_idle(line: Line, at: int) -> bool:
    """Whether the words said are none: "said goodbye", "tells the story of"."""
    phrase = phrase_from(line, at + 1)
    return (
        phrase is not None
        and line.lower(phrase.head if line.tag(phrase.head) == "word" else phrase.last) in _IDLE_OBJECTS
    ) or line.lower(at + 1) in _IDLE_OBJECTS


def _is_pronoun(line: Line, phrase: Phrase) -> bool:
    return phrase.first == phrase.last and line.tag(phrase.first) == "pronoun"


def _may_speak(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase is a name, a pronoun, or a noun for people, bodies or writings."""
    if phrase.name or line.tag(phrase.head) in ("name", "pronoun"):
        return True
    return nouns(line.language).knows(line.lower(phrase.head)) or line.lower(phrase.head) in (
        "many",
        "others",
        "some",
        "most",
        "one",
        "two",
        "both",
        "several",
    )


def _is_nobody(line: Line, phrase: Phrase) -> bool:
    return (
        line.lower(phrase.first) in _NOBODY
        or line.lower(phrase.head) in _NOBODY
        or (line.lower(phrase.head) == "one" and line.lower(phrase.first) == "no")
    )


def _by_participle(line: Line, verb: _Verb) -> Hit | None:
    """A participle's clause: "cut short his trip, saying that"; its subject is the clause's."""
    if line.lower(verb.before) not in (",", "and", "but", "–", "—") and line.tag(verb.before) not in CONTENT:
        return None
    adjoining = phrase_ending(line, verb.before) if line.tag(verb.before) in CONTENT else None
    if adjoining and not (line.lower(adjoining.first - 1) in (",", "with") and _may_speak(line, adjoining)):
        return None
    subject = adjoining or shared_subject(line, verb.before + 1)
    if subject is None or _is_nobody(line, subject) or not _may_speak(line, subject):
        return None
    hit = _hit(line, replace(verb, gerund=False), subject, is_inverted=False)
    if hit is None or not (
        reports_clause(line, verb.at)
        or quotes_after(line, verb.at)
        or hit.kind in ("accusation", "denial", "demand", "threat", "promise")
    ):
        return None
    return replace(hit, first=verb.at, last=verb.at, side="right", prior=min(hit.prior, LIKELY))


def _by_agent(line: Line, verb: _Verb) -> Hit | None:
    """A passive with its agent: "was described by residents as"; "was quoted as saying"."""
    at = verb.at
    if line.lower(at) == "quoted":
        return _quoted_as_saying(line, verb)
    by = next((i for i in right_of(line, at) if line.lower(i) in ("by", "par", "por", "von")), None)
    if by is None or by - at > 6:
        return None
    agent = phrase_from(line, by + 1)
    if agent is None or not _may_speak(line, agent) or _is_nobody(line, agent):
        return None
    for use in verbs(line.language)[line.lower(at)]:
        asserted = (
            use.kind in _ASSERTED_IN_PASSIVE
            or use.frame in ("as", "named")
            or (use.frame == "plain" and use.kind == "statement")
        )
        if asserted and not use.particle:
            weak = use.frame == "plain" and use.kind == "statement"
            return Hit(at, agent.last, agent, use.kind, WEAK if weak else LIKELY, "around")
    return None


def _quoted_as_saying(line: Line, verb: _Verb) -> Hit | None:
    """As in "The commander was quoted by Tass as saying that": the commander's words, relayed by Tass."""
    as_saying = next(
        (i for i in right_of(line, verb.at) if line.lower(i) == "as" and line.lower(i + 1) in ("saying", "telling")),
        None,
    )
    subject = subject_before(line, verb.at)
    if as_saying is None or subject is None:
        return None
    by = phrase_from(line, verb.at + 2) if line.lower(verb.at + 1) == "by" else None
    return Hit(subject.first, as_saying + 1, subject, "statement", SURE, "right", via=by)


def by_relay(line: Line, at: int) -> Hit | None:
    """As in "Tass quoted the commander as saying that", "citing two officials": the words of whoever is quoted, relayed by the subject."""
    if line.lower(at) not in ("quoted", "quotes", "quoting", "citing", "cites", "cited") or line.quoted[at]:
        return None
    quoted = phrase_from(line, at + 1)
    if quoted is None or not _may_speak(line, quoted):
        return None
    participle = line.lower(at).endswith("ing")
    apposed = phrase_ending(line, at - 2) if participle and line.lower(at - 1) == "," else None
    relaying = (
        (apposed if apposed and apposed.first == 0 else shared_subject(line, at))
        if participle
        else subject_before(line, at)
    )
    saying = line.lower(quoted.last + 1) == "as" and line.lower(quoted.last + 2) in ("saying", "telling")
    if not saying and not participle:
        return None
    return Hit(
        at if relaying is None else relaying.first,
        quoted.last + (2 if saying else 0),
        quoted,
        "statement",
        SURE,
        "right" if saying else "around",
        via=relaying,
    )
