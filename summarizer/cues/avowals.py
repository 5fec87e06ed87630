"""What a speaker says that he himself or his own men did: "its fighters had taken it", "it had hit a depot"; pure.

The subject of the asserted clause means the speaker ("it", "its helicopters", in a quotation "we"), and its verb is one
of violence in the active. A denial of that form ("denied that it had mined the line") needs no verb of violence: it
counts only for one who is accused.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from summarizer.cues.attribution import Attribution, find_attributions
from summarizer.cues.clauses import Span
from summarizer.cues.lines import Line
from summarizer.cues.phrases import QUANTITIES, phrase_from
from summarizer.cues.triggers import attack_words, names_means
from summarizer.cues.vocabulary import pattern

_OF_OTHER_TIMES = frozenset("threat promise demand proposal prediction".split())
_OWN = {False: frozenset("it they".split()), True: frozenset("we".split())}
_OWNED = {False: frozenset("its their".split()), True: frozenset("our".split())}
_OWN_NOUN_WITHIN = 3
_BE = frozenset("was were been being be is are".split())
_VERBS = ("does_to", "sends_arms", "acts_violently", "avowed")
_GOVERNING = frozenset("preposition relative subordinator verb".split())
_ANY_SUBJECT = frozenset("he she it they we i".split())


class Avowal(NamedTuple):
    """Who says it, where the deed is told, and whether it is said not to be so.

    `weak`: no deed is told, or one against a band.
    """

    speaker: Span
    mark: Span
    denied: bool
    weak: bool


def avowals_of(line: Line) -> Iterator[Avowal]:
    """What each speaker of a sentence says to have done, or not."""
    for attribution in find_attributions(line.document):
        if attribution.sentence != line.sentence.number or attribution.kind in _OF_OTHER_TIMES:
            continue
        speaker = Span(*attribution.speaker) if attribution.speaker else None
        if speaker and may_avow(line, speaker):
            yield from _of_attribution(line, attribution, speaker)


def _is_unsaid(line: Line, speaker: Span, at: int) -> bool:
    """Whether it is told as not said, or as what may be said: "did not say that | it was behind it"."""
    between = range(line.position(speaker.end), at)
    return any(line.tag(i) in ("negation", "modal") and not line.quoted[i] for i in between)


def may_avow(line: Line, speaker: Span) -> bool:
    """Whether the speaker may do violence: a name or a band, no hospital, company or residents, no police."""
    language, words = line.document.language, line.text[slice(*speaker)]
    if attack_words(language, "avows_nothing").search(words):
        return False
    if (
        any(attack_words(language, name).search(words) for name in ("band", "command"))
        or line.document.text[slice(*speaker)].casefold() in _ANY_SUBJECT
    ):
        return True
    first, last = line.position(speaker.start), line.position(speaker.end) - 1
    common = line.nouns.kind(line.lower(last), line.lower(last - 1)) in ("people", "body")
    return not common and first <= last and bool(line.names_within(first, last))


def _of_attribution(line: Line, attribution: Attribution, speaker: Span) -> Iterator[Avowal]:
    start, end = attribution.content or attribution.clause or (line.sentence.start, line.sentence.end)
    first, stop = line.position(start), line.position(end)
    denial = attribution.kind == "denial"
    for at in range(first, stop):
        if not _agrees(line, at, speaker) or (verb := _own_verb(line, at, opens=at == first)) is None:
            continue
        if speaker.start <= line.words[at].start < speaker.end or _is_unsaid(line, speaker, at):
            continue
        verb_at, negated = verb
        deed = _deed_at(line, verb_at)
        mark = Span(line.words[at].start, deed.end if deed else line.words[verb_at].end)
        if deed or denial:
            known = _is_taken_for_known(line, at, opens=at == first) or _is_denied_later(line, speaker, mark)
            denied = negated or (denial and not known)
            weak = deed is None or negated or befalls_attackers(line, deed.end)
            yield Avowal(speaker, mark, denied, weak=weak)
            return


def _is_taken_for_known(line: Line, at: int, *, opens: bool) -> bool:
    """Whether what is denied only takes the deed for known: "denied that a strike | it had carried out killed"."""
    return not opens and line.tag(at - 1) in ("word", "name") and line.lower(at - 1) not in line.classes.complementisers


def _is_denied_later(line: Line, speaker: Span, mark: Span) -> bool:
    """Whether what is denied is told only behind: "said it had hit armed men, and denied that villagers died"."""
    denies = attack_words(line.document.language, "denies")
    return not denies.search(line.text, speaker.end, mark.start) and bool(
        denies.search(line.text, mark.end, line.sentence.end)
    )


def _agrees(line: Line, at: int, speaker: Span) -> bool:
    """Whether the pronoun may mean the speaker by its number: "the military … they" may not."""
    last = line.position(speaker.end) - 1
    word, noun = line.lower(at), line.lower(last)
    if line.tag(last) == "name" or word in ("we", "our"):
        return True
    many = noun in ("they", "we") or noun.endswith(("s", "men", "people"))
    return many == (word in ("they", "their"))


def _own_verb(line: Line, at: int, *, opens: bool) -> tuple[int, bool] | None:
    """The main verb of a clause whose subject means the speaker, and whether it is negated; None where it is none.

    `opens`: what is asserted begins there.
    """
    quoted, word = line.quoted[at], line.lower(at)
    if word in _OWN[quoted]:
        verb = at + 1
    elif word in _OWNED[quoted] and (head := _own_noun(line, at)) is not None:
        verb = head + 1
    else:
        return None
    part = line.lower(at - 1) == "of" and (line.tag(at - 2) == "number" or line.lower(at - 2) in QUANTITIES)
    free = opens or part or line.lower(at - 1) in line.classes.complementisers
    if not free and line.tag(at - 1) in _GOVERNING:
        return None
    return _main_verb(line, verb)


def _own_noun(line: Line, at: int) -> int | None:
    own = attack_words(line.document.language, "ones_own")
    return next((i for i in range(at + 1, at + 1 + _OWN_NOUN_WITHIN) if own.fullmatch(line.lower(i))), None)


def _main_verb(line: Line, at: int) -> tuple[int, bool] | None:
    """The verb behind auxiliaries and adverbs; None behind a modal, and in the passive."""
    negated = passive = False
    while line.tag(at) in ("auxiliary", "adverb", "negation", "modal"):
        if line.tag(at) == "modal":
            return None
        negated = negated or line.tag(at) == "negation" or line.lower(at) == "never"
        passive = line.lower(at) in _BE or (passive and line.tag(at) != "auxiliary")
        at += 1
    state = attack_words(line.document.language, "avowed_state").match(line.text, _offset(line, at))
    return None if at >= len(line.words) or (passive and not state) else (at, negated)


def _deed_at(line: Line, at: int) -> Span | None:
    """The words of violence that begin at a verb, unless it befell weapons or an attacker: "shot down 16 drones"."""
    language, start = line.document.language, _offset(line, at)
    if attack_words(language, "figurative").match(line.text, start):  # "had struck a deal"
        return None
    for name in (*_VERBS, "avowed_state"):
        match = attack_words(language, name).match(line.text, start, line.sentence.end)
        if match is None or (name == "sends_arms" and not _sends(line, match.end())):
            continue
        if name != "does_to" or _harms(line, line.position(match.end())):
            return Span(*match.span())
    return None


def befalls_attackers(line: Line, end: int) -> bool:
    """Whether a deed's object, behind `end`, is a band: who says that he killed militants may only have fought back."""
    at = line.position(end)
    phrase = phrase_from(line, at) if at < len(line.words) else None
    if phrase is None or phrase.is_named(line):
        return False
    assailant, official = (attack_words(line.document.language, name) for name in ("assailant", "official"))
    words = line.quote(phrase.first, phrase.last)
    return bool(assailant.search(words)) and not official.search(words)


def _harms(line: Line, at: int) -> bool:
    """Whether the object is no weapon and no attacker."""
    if line.lower(at) == "down":
        return False
    phrase = phrase_from(line, at) if at < len(line.words) else None
    if phrase is None:
        return True
    attacker = pattern(line.document.language, "casualties", "attacker")
    words = line.quote(phrase.first, phrase.last)
    return not (names_means(line.document.language, line.lower(phrase.head)) or attacker.search(words))


def _sends(line: Line, start: int) -> bool:
    """Whether arms follow, or what was planted is told as known: "had fired rockets", "planted it"."""
    ahead = line.text[start : line.sentence.end].split()[:6]
    told_before = line.tag(line.position(start)) == "pronoun"
    return told_before or names_means(line.document.language, " ".join(ahead))


def _offset(line: Line, at: int) -> int:
    return line.words[at].start if at < len(line.words) else line.sentence.end
