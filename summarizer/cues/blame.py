"""Who is said to have done an attack, told beside its deed or far from it: claimed, blamed, denied; pure.

"The Front claimed responsibility", "the governor blamed Ukraine for the strike", "it was carried out by", "the group
denied any part", "two brothers are in custody over it", "the gunman was identified as": each wording has its doer
before it, as the clause's subject, or after it, as its object.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.cues.avowals import avowals_of, befalls_attackers
from summarizer.cues.clauses import Span
from summarizer.cues.coordination import joined_before
from summarizer.cues.deeds import deeds_of
from summarizer.cues.doer_phrases import NOBODY, may_do, span_of
from summarizer.cues.lines import Line, lines_of
from summarizer.cues.phrases import Phrase, phrase_from
from summarizer.cues.states import is_known
from summarizer.cues.stems import stem
from summarizer.cues.subjects import over_adverbs, shared_subject, subject_before
from summarizer.cues.triggers import attack_words, names_means
from summarizer.cues.vocabulary import names as lists
from summarizer.document import Document

if TYPE_CHECKING:
    from summarizer.cues.incidents import Incident

How = Literal["claimed", "alleged", "told", "denied", "established", "suspected"]

_BEFORE: tuple[tuple[str, How], ...] = (
    ("claims_before", "claimed"),
    ("done_before", "told"),
    ("denies_before", "denied"),
    ("disowns_before", "denied"),
    ("suspects_before", "alleged"),
    ("convicts_before", "established"),
)
_AFTER: tuple[tuple[str, How], ...] = (
    ("claimed_by", "claimed"),
    ("blamed_after", "alleged"),
    ("done_by", "told"),
    ("deed_by", "established"),
    ("suspects_after", "alleged"),
    ("convicts_after", "established"),
    ("suspect_named", "alleged"),
    ("identified_as", "established"),
)
_OPENING_QUOTES = frozenset("“\"„«‘'")
_PRONOUNS_OF_DOERS = frozenset("he she it they".split())
_BY_PRONOUN = frozenset({"claimed", "denied"})
_REACH = 5
"""Sentences behind a telling within which words of blame without an attack of their own are about it."""

_THIN = 99
"""Added to the rank of what is unlikely to be an attack's telling of its own: "the strike was carried out by"."""

_OTHER_WITHIN = 2
"""Sentences before words of blame in which another attack may have been told that they are about."""

_AHEAD = 2
"""Sentences before a telling within which somebody may be said to be held for it: "A man has been charged with"."""

_BESIDE = 0.5
"""The rank of words beside which the incident's place is named: "in Sukra police suspect the Front"."""

_TAKEN_UP, _MOST_TAKEN_UP = 1.2, 2
"""By how much each thing that both tell of ("the post") brings words of blame nearer, and of how many things."""

_KNOWN = re.compile(r"\b(?:the|that|this|those|these)\s(?:[\w-]+\s)?([a-z]{4,})")
_OTHER_CLAUSE = re.compile(r"[,;]|\b(?:where|which|who|when|whose)\b")
_FOR = frozenset("for für pour por".split())
_ASKED_WITHIN = 3
_WORDS_NEGATED = 2
_AT_FIRST = 12
"""Characters before words of blame that may tell that they hold no longer."""
_NOBODY = NOBODY | frozenset("other others that which what".split())


class Blame(NamedTuple):
    """A doer as a span of the text, how it is told, and where.

    `weak`: a denial that counts only for one who is accused, a claim that counts where nobody else is told.
    """

    how: How
    doer: Span
    mark: Span
    sentence: int
    weak: bool = False


def find_blames(document: Document) -> list[Blame]:
    """Every wording that says who did something violent, in the order of the text."""
    found = [
        blame
        for line in lines_of(document)
        for blame in (*_of_line(line), *_suspected(line), *_avowed(line), *_each_other(line))
    ]
    return sorted(found, key=lambda blame: blame.mark)


def _of_line(line: Line) -> Iterator[Blame]:
    language, start, end = line.document.language, line.sentence.start, line.sentence.end
    for names, doer_of in ((_BEFORE, _subject), (_AFTER, _object)):
        for name, how in names:
            for match in attack_words(language, name).finditer(line.text, start, end):
                phrase = doer_of(line, match, how)
                if phrase and not (_is_open(line, match, phrase) or _is_of_another(line, match)):
                    span = span_of(line, phrase)
                    repelled = name == "claims_before" and befalls_attackers(line, match.end())
                    at_first = attack_words(language, "at_first").search(line.text[: match.start()][-_AT_FIRST:])
                    weak = name == "disowns_before" or repelled or bool(at_first)
                    yield Blame(how, span, Span(*match.span()), line.sentence.number, weak)


def _suspected(line: Line) -> Iterator[Blame]:
    """Who is told to have done it as a suspect: "suspected fighters of the Front raided three villages"."""
    told = list(_of_line(line))
    for deed in deeds_of(line.document)[line.sentence.number - 1]:
        doer = span_of(line, deed.doer)
        if deed.suspected and not any(blame.doer.end == doer.end for blame in told):
            yield Blame("suspected", doer, deed.verb, line.sentence.number)


def _avowed(line: Line) -> Iterator[Blame]:
    """Who says that he or his own men did it, or denies that they did something: "said its fighters had taken it"."""
    for avowal in avowals_of(line):
        if _is_told_to_precede(line, avowal.mark.start):
            continue
        how: How = "denied" if avowal.denied else "claimed"
        yield Blame(how, avowal.speaker, avowal.mark, line.sentence.number, weak=avowal.weak)


def _each_other(line: Line) -> Iterator[Blame]:
    """Two sides that blame each other."""
    words = attack_words(line.document.language, "each_other")
    for match in words.finditer(line.text, line.sentence.start, line.sentence.end):
        phrase = subject_before(line, line.position(match.start()))
        for each in (phrase, *joined_before(line, phrase)) if phrase else ():
            if _may_have_done(line, each):
                yield Blame("alleged", span_of(line, each), Span(*match.span()), line.sentence.number)


def _subject(line: Line, match: re.Match[str], how: How) -> Phrase | None:
    """Whoever claims or denies: the subject left of the wording, for "and denied" that of its clause."""
    at = line.position(match.start())
    phrase = subject_before(line, at)
    if phrase is None and line.tag(over_adverbs(line, at - 1)) == "conjunction":
        phrase = shared_subject(line, at)
    if phrase and how in _BY_PRONOUN and phrase.is_pronoun(line):
        return phrase if line.lower(phrase.first) in _PRONOUNS_OF_DOERS else None
    accused = how == "denied" and attack_words(line.document.language, "accusation").search(match.group())
    body = phrase and accused and line.nouns.kind(line.lower(phrase.head)) == "body"
    return phrase if phrase and (body or _may_have_done(line, phrase)) else None


def _object(line: Line, match: re.Match[str], _how: How) -> Phrase | None:
    """Whoever is blamed: the phrase right behind the wording, which must name somebody or some band."""
    at = line.position(match.end())
    at += line.lower(at) in _OPENING_QUOTES
    phrase = phrase_from(line, at)
    if phrase is None or not _may_have_done(line, phrase):
        return None
    return _before_circumstance(line, phrase)


def _before_circumstance(line: Line, phrase: Phrase) -> Phrase:
    """The phrase up to what it is blamed for or when: "by Islamic State on Friday", "blamed the Front for the raid"."""
    inside = range(phrase.first, phrase.last + 1)
    stop = next((i for i in inside if line.tag(i) == "calendar" or line.lower(i) in _FOR), phrase.last + 1)
    return Phrase(phrase.first, max(stop - 1, phrase.first), phrase.head, phrase.name)


def _is_open(line: Line, match: re.Match[str], phrase: Phrase) -> bool:
    """Whether it is asked or not the case: "asked whether Iran was behind the raid", "has not claimed it"."""
    first = min(line.span(phrase.first, phrase.last)[0], match.start())
    asked = line.text[line.sentence.start : first].split()[-_ASKED_WITHIN:]
    near = line.text[line.sentence.start : match.start()].split()[-_WORDS_NEGATED:]
    negated = attack_words(line.document.language, "negation").search(" ".join(near))
    return bool(negated or attack_words(line.document.language, "open_question").search(" ".join(asked)))


def _is_of_another(line: Line, match: re.Match[str]) -> bool:
    """Whether the words are about deeds in general ("accused of killings of herders") or one before that is told."""
    end = line.text.find(".", match.end(), line.sentence.end)
    told = line.text[match.start() : line.sentence.end if end < 0 else end]
    general = attack_words(line.document.language, "of_deeds_in_general").match(told)
    return bool(general) or _is_told_to_precede(line, match.start())


def _is_told_to_precede(line: Line, at: int) -> bool:
    """Whether it is what an attack is said to have followed: "the raid comes a day after the army said it had"."""
    follows = attack_words(line.document.language, "comes_after").search(line.text, line.sentence.start, at)
    return bool(follows and not _OTHER_CLAUSE.search(line.text, follows.end(), at))


def _may_have_done(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase names somebody, or some band by its noun, and not nobody."""
    if phrase.is_pronoun(line) or line.lower(phrase.first) in _NOBODY:
        return False
    words = line.quote(phrase.first, phrase.last)
    if line.tag(phrase.head) != "name" and names_means(line.document.language, line.lower(phrase.head)):
        return False  # "fired by an unmanned Ruman aircraft": whose it was is read from its nation
    named = bool(line.names_within(phrase.first, phrase.last))
    return named or may_do(line, phrase) or bool(attack_words(line.document.language, "band").search(words))


def assign(document: Document, blames: Sequence[Blame], incidents: Sequence[Incident]) -> list[list[Blame]]:
    """The blames of each incident: of the one whose telling holds the words, else one whose place stands beside them.

    Where no place tells, of the last one told before.
    """
    found: list[list[Blame]] = [[] for _ in incidents]
    for blame in blames:
        if attack_words(document.language, "of_all").search(document.text, *blame.mark):
            for told, incident in zip(found, incidents, strict=True):
                if incident.acts[0].sentence.number < blame.sentence and not incident.main.background:
                    told.append(blame)
            continue
        if len(listed := [n for n, incident in enumerate(incidents) if _is_listed(blame, incident, document)]) > 1:
            for n in listed:
                found[n].append(blame)
            continue
        ranks = ((_rank(blame, incident, document), -n) for n, incident in enumerate(incidents))
        ranked = [(rank, at) for rank, at in ranks if rank is not None]
        if ranked:
            found[-min(ranked)[1]].append(blame)
    return found


def _rank(blame: Blame, incident: Incident, document: Document) -> float | None:
    """How far the words lie behind the incident's telling, 0 where it holds them; None where they are none of its."""
    if (other := _told_of_last(blame, document)) and not (
        incident.acts[0].clause.start <= other.start < incident.acts[0].clause.end
    ):
        return None
    thin = _THIN if incident.main.prior < 0 else 0
    named = set(_kinds(document.language, document.text[slice(*blame.mark)]))
    holds = any(act.clause.start <= blame.mark.start < act.clause.end for act in incident.acts if act.tells_violence)
    if holds and (not named or incident.kind in named):
        return thin
    away = [blame.sentence - act.sentence.number for act in incident.acts]
    behind = min((b for b in away if b >= 0), default=None)
    if behind is None or behind > _REACH:
        return thin + _REACH + 1.5 if -_AHEAD <= max(away) < 0 else None
    if incident.kind in named or _is_placed(blame, incident, document):
        return thin + _BESIDE
    taken_up = len(_taken_up(blame, document) & incident.words)
    return thin + max(behind + 1 - _TAKEN_UP * min(taken_up, _MOST_TAKEN_UP), _BESIDE + 0.1)


def _told_of_last(blame: Blame, document: Document) -> Span | None:
    """The other attack told last before "the attack" that somebody is blamed for: "a recent raid on the capital"."""
    end = document.sentences[blame.sentence - 1].end
    if not attack_words(document.language, "the_deed").search(document.text, blame.mark.start, end):
        return None
    start = document.sentences[max(blame.sentence - 1 - _OTHER_WITHIN, 0)].start
    others = list(attack_words(document.language, "other_deed").finditer(document.text, start, blame.mark.start))
    return Span(*others[-1].span()) if others else None


def _kinds(language: str, words: str) -> Iterator[str]:
    """The kinds of attack that words of blame name: "claimed the bombing"."""
    for name in lists(language, "violence", "act_"):
        if name != "act_other" and attack_words(language, name).search(words):
            yield name.removeprefix("act_")


def _taken_up(blame: Blame, document: Document) -> frozenset[str]:
    """The stems of what the words take for known: "said its fighters had taken the post"."""
    end = document.sentences[blame.sentence - 1].end
    told = _KNOWN.findall(document.text[blame.mark.start : end].split(";")[0])
    return frozenset(stem(word) for word in told)


def _is_listed(blame: Blame, incident: Incident, document: Document) -> bool:
    """Whether a town of an attack told before is named behind the words: "claimed the bombs of Arba and Soro"."""
    if blame.how not in _BY_PRONOUN or incident.acts[0].sentence.number >= blame.sentence:
        return False
    behind = document.text[blame.mark.end : document.sentences[blame.sentence - 1].end]
    towns = {document.text[slice(*place)] for act in incident.telling for place in act.places}
    return any(not is_known(town) and re.search(rf"(?<!\w){re.escape(town)}(?!\w)", behind) for town in towns)


def _is_placed(blame: Blame, incident: Incident, document: Document) -> bool:
    """Whether the attack's place is named beside the words."""
    sentence = document.sentences[blame.sentence - 1]
    start = document.text.rfind(";", sentence.start, blame.mark.start) + 1 or sentence.start
    end = document.text.find(";", blame.mark.end, sentence.end)
    beside = document.text[start : end if end >= 0 else sentence.end]
    towns = {document.text[slice(*place)] for act in incident.acts for place in act.places}
    return any(town in beside and not is_known(town) for town in towns)
