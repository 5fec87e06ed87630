"""Where a noun phrase that ends at a word begins, with what it is a complement of and which word is its head; pure."""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.cues import states
from summarizer.cues.lines import CONTENT, Line
from summarizer.cues.phrases import (
    BEFORE_AN_ARTICLE,
    GENITIVE_ARTICLES,
    GERMAN_TIME,
    LONGEST,
    MEDIA,
    QUANTITIES,
    Phrase,
    tells_time,
)
from summarizer.cues.tokens import stamp_length

_AFTER_AN_ARTICLE = frozenset("other few many several one such another".split())
_ADJECTIVES_AFTER = frozenset("familiar close near present aware involved responsible based working led".split())
_ENVOYS = frozenset("envoy ambassador representative minister secretary commissioner coordinator rapporteur".split())
_JOINING = frozenset("and und et y".split())
_BEFORE_A_PLACE = frozenset("of from in between at for aus von de".split())
_NOMINATIVE = frozenset("i he she we they who".split())
_OBJECTS = frozenset("them him us me whom".split())
_YEAR = re.compile(r"(?:19|20)\d{2}")
_BEFORE_A_YEAR = frozenset("in since until by before after of".split())
_DAYPARTS = frozenset("morning afternoon evening night noon midnight".split())


def phrase_ending(line: Line, last: int) -> Phrase | None:
    """The noun phrase that ends with a word, complements and a restrictive relative clause included."""
    if last < 0 or (line.quoted[last] and not line.name_at(last)):
        return None
    if (relative := _restrictive_relative(line, last)) is not None:
        return relative
    if line.tag(last) == "pronoun":
        return _around_object(line, last) or (None if _is_governed(line, last) else Phrase(last, last, last))
    if line.tag(last) not in CONTENT and line.lower(last) not in QUANTITIES:
        return None
    if line.language == "de" and line.tag(last) == "word" and not line.words[last].capital:
        return None  # German nouns have capitals: a participle, as in "wurden sechs Menschen verletzt"
    phrase = _with_complements(line, last)
    return (_doing(line, phrase) or phrase) if phrase else None


def _is_governed(line: Line, at: int) -> bool:
    """Whether an English pronoun stands behind a preposition that opens no clause: "near it", but "before it"."""
    governed = line.language == "en" and line.tag(at - 1) == "preposition" and at > 0
    return governed and not _may_be_conjunction(line, at - 1) and line.lower(at) not in _NOMINATIVE


def _doing(line: Line, phrase: Phrase) -> Phrase | None:
    """Who does something to what the phrase ends with: "officials investigating | the crash"."""
    at = phrase.first - 1
    kind = line.nouns.kind(line.lower(at - 1)) if at > 0 else None
    if not line.lower(at).endswith("ing") or line.tag(at) not in ("word", "verb") or kind in (None, "document"):
        return None
    doer = _with_complements(line, at - 1)
    return replace(doer, last=phrase.last) if doer and line.tag(at - 1) in CONTENT else None


def _around_object(line: Line, last: int) -> Phrase | None:
    """The phrase that an object pronoun ends: "one of them", "the man negotiating with them"."""
    if line.lower(last) not in _OBJECTS and line.tag(last - 1) != "preposition":
        return None
    at = last - 1 if line.tag(last - 1) == "preposition" else last
    if line.lower(at - 1) in QUANTITIES and at < last:
        return Phrase(at - 1, last, at - 1)
    participle = line.tag(at - 1) in ("word", "verb") and line.lower(at - 1).endswith(("ing", "ed"))
    base = _with_complements(line, at - 2) if participle and line.tag(at - 2) in CONTENT else None
    return replace(base, last=last) if base else None


def region_start(line: Line, at: int) -> int:
    """The first word after the last mark before `at`; possessive marks are none."""
    while at > 0 and line.tag(at - 1) != "mark":
        at -= 1
    return at


def base_start(line: Line, last: int) -> int:
    """The first word of the noun phrase without complements that ends at `last`: its article, if it has one."""
    at = line.first_of_name(last)
    while at > 0 and last - at < LONGEST:
        if line.tag(at) == "determiner" and not _goes_on_before_article(line, at):
            break
        if not _belongs(line, at):
            break
        at = line.first_of_name(at - 1)
    return at


def _goes_on_before_article(line: Line, at: int) -> bool:
    """Whether the phrase has a word before its article: "all the men", "the two", "the army's other"."""
    before = line.lower(at - 1)
    counted = line.lower(at) in _AFTER_AN_ARTICLE and line.tag(at - 1) == "determiner"
    return line.tag(at - 1) == "possessive" or before in BEFORE_AN_ARTICLE or counted


def _belongs(line: Line, at: int) -> bool:
    """Whether the word before `at` is part of the same noun phrase."""
    before = line.tag(at - 1)
    if before in ("possessive", "name", "determiner"):
        return True
    if _stands_apart(line, at):
        return False
    if before == "adverb":
        return line.tag(at - 2) in ("determiner", "number")
    if line.language == "de" and before == "word" and line.words[at - 1].capital:
        if GERMAN_TIME.match(line.lower(at - 1)):
            return False  # "auf dem Bahnsteig | drei Fahrgäste", "am Mittag | Rebellen"
        return line.words[at].capital and line.tag(at) != "number"
    return before == "number" or (before in ("word", "verb") and not line.governs(at - 1))


def _stands_apart(line: Line, at: int) -> bool:
    """Whether the word before `at` ends something else: "a ferry carrying | 214 people", "in October 2024 | gunmen"."""
    if line.tag(at) == "number" and line.lower(at - 1).endswith(("ing", "ed")):
        return True
    of_a_month = line.tag(at - 1) == "number" and line.tag(at - 2) == "calendar"
    return (of_a_month and _YEAR.fullmatch(line.lower(at - 1)) is not None) or closes_time(line, at - 1)


def closes_time(line: Line, at: int) -> bool:
    """Whether a time ends at a word, and what follows stands apart: "on Tuesday night | men", "in 2023 | gunmen"."""
    if line.lower(at) in _DAYPARTS and line.tag(at - 1) == "calendar":
        return True
    if 0 <= at < LONGEST and at + 1 == stamp_length([token.word for token in line.words[: at + 1]]):
        return True  # "13.10 | Traders expect"
    dated = line.lower(at - 1) in _BEFORE_A_YEAR or line.tag(at - 1) == "calendar"
    return dated and _YEAR.fullmatch(line.lower(at)) is not None


def _restrictive_relative(line: Line, last: int) -> Phrase | None:
    """The phrase whose relative clause ends at `last`: "an economist who advises the government"."""
    for at in range(_start_of_list(line, last) + 1, last):
        subject_of_its_own = _is_own_subject(line, at + 1, last)
        noun = at - 2 if line.tag(at) == "relative" and line.tag(at - 1) == "preposition" else at - 1
        if not _opens_relative(line, at) or line.tag(noun) not in CONTENT or subject_of_its_own:
            continue
        phrase = _with_complements(line, noun)
        if phrase is None or (line.lower(at) == "that" and not line.nouns.knows(line.lower(phrase.head))):
            return None  # "the claim that the army"
        return replace(phrase, last=last)
    return None


def _start_of_list(line: Line, last: int) -> int:
    """Where the region begins in which a relative clause may stand that ends with a list: "who served A, B and C"."""
    start = region_start(line, last)
    listed = any(line.lower(i) in _JOINING for i in range(start, last))
    while listed and start > 1 and line.lower(start - 1) == "," and line.tag(start) == line.tag(start - 2) == "name":
        start = region_start(line, start - 2)
    return start


def _is_own_subject(line: Line, first: int, last: int) -> bool:
    """Whether a relative clause has no more than its own subject yet: "people who police | believe"."""
    if line.tag(last) == "pronoun":
        return first == last
    nominal = line.tag(first) in ("determiner", "name") or line.nouns.knows(line.lower(last))
    return nominal and base_start(line, last) == first


def _opens_relative(line: Line, at: int) -> bool:
    """Whether a relative clause opens there; "that" opens one before a verb: "that runs", "that share the lake"."""
    if line.tag(at) == "relative" or line.lower(at) == "whose":
        return True
    followers = ("determiner", "pronoun", "preposition", "adverb", "subordinator")
    if line.language == "es" and line.lower(at) == "que":
        return line.tag(at + 1) in ("word", "verb", "auxiliary", "pronoun")
    unknown_verb = line.tag(at + 1) == "word" and line.tag(at + 2) in followers
    return line.lower(at) == "that" and (line.is_finite(at + 1) or unknown_verb)


def _with_complements(line: Line, last: int) -> Phrase | None:
    """The phrase that ends at `last` with what it completes: "a spokesman for the agency", "two of the judges"."""
    first = _start_of_joint_complement(line, base_start(line, last))
    bases = [Phrase(first, last, _head(line, first, last))]
    while last - bases[-1].first <= LONGEST and (end := _noun_governing(line, bases[-1].first)) is not None:
        first = base_start(line, end)
        bases.append(Phrase(first, last, _head(line, first, end)))
    whole = bases[-1]
    if line.tag(whole.first - 1) != "preposition" or whole.first == 0 or _may_be_conjunction(line, whole.first - 1):
        return _with_joined(line, whole)
    return _after_opening_adverbial(line, bases)


def _noun_governing(line: Line, first: int) -> int | None:
    """The noun whose complement begins at `first`, behind a preposition or as a German genitive; None without one."""
    if first > 1 and _attaches(line, first - 1):
        return first - 2
    if first > 2 and line.lower(first - 2) == "from" and line.tag(first - 1) == "preposition":
        return first - 3 if _attaches(line, first - 2) else None  # "raiders from across | the border"
    genitive = line.language == "de" and line.lower(first) in GENITIVE_ARTICLES
    noun = genitive and first > 1 and line.tag(first - 1) == "word" and line.words[first - 1].capital
    return first - 1 if noun else None


def _attaches(line: Line, at: int) -> bool:
    """Whether a preposition binds the phrase after it to a noun before it."""
    if line.tag(at) != "preposition" or line.lower(at) not in line.classes.attaching or tells_time(line, at):
        return False
    if line.lower(at - 1) == "according" and at > 1:  # one that opens a sentence may run into the subject
        return False
    before = line.tag(at - 1)
    participle = before == "verb" and line.lower(at - 1).endswith(("ed", "en")) and line.tag(at - 2) in CONTENT
    return before in CONTENT or participle or line.lower(at - 1) in QUANTITIES


def _start_of_joint_complement(line: Line, first: int) -> int:
    """The first of two names that one complement joins: "the ministers of France | and Germany"."""
    named = line.tag(first) == "name" or (line.lower(first) == "the" and line.tag(first + 1) == "name")
    if not (named and line.lower(first - 1) in _JOINING and line.tag(first - 2) == "name"):
        return first
    start = base_start(line, first - 2)
    kind, preposition = line.nouns.kind(line.lower(start - 2)), line.lower(start - 1)
    envoy = preposition in ("for", "to") and line.lower(start - 2) in _ENVOYS
    if _is_of_states(line, first - 2, first):
        return base_start(line, line.first_of_name(first - 2))
    return start if envoy or (preposition in _BEFORE_A_PLACE and kind == "people") else first


def _is_of_states(line: Line, before: int, second: int) -> bool:
    """Whether a body's name goes on with a second state: "the Islamic State of Iraq | and Syria"."""
    body, state = line.name_at(before), line.name_at(second + (line.tag(second) == "determiner"))
    if body is None or state is None or " of " not in body.form or states.is_known(body.form):
        return False
    return states.is_known(body.form.split()[-1]) and states.is_known(state.form)


def _may_be_conjunction(line: Line, at: int) -> bool:
    """Whether the preposition can as well be a conjunction, whose clause has a subject: "after the brewer said"."""
    return line.lower(at) in line.classes.subordinators or line.lower(at) in ("than", "with")


def _with_joined(line: Line, phrase: Phrase) -> Phrase:
    """The phrase with the first half of a body's double name: "the trade and industry ministry"."""
    bare = line.tag(phrase.first) == "word" and line.lower(phrase.first - 1) == "and" and phrase.first >= 2
    if not bare or phrase.last == phrase.first or line.nouns.kind(line.lower(phrase.head)) != "body":
        return phrase
    first = base_start(line, phrase.first - 2)
    articled = first < phrase.first - 2 and line.tag(first) in ("determiner", "name")
    return replace(phrase, first=first) if articled and not line.nouns.knows(line.lower(phrase.first - 2)) else phrase


def _after_opening_adverbial(line: Line, bases: list[Phrase]) -> Phrase | None:
    """The subject after an adverbial that opens the clause, where no article shows it: "In Kyiv officials said"."""
    innermost, last = bases[0], bases[0].last
    if line.language in ("uk", "ru") and line.nouns.knows(line.lower(last)) and innermost.first < last:
        return Phrase(last, last, last)
    for base in bases:
        for at in range(last if base is innermost else base.head, base.first, -1):
            told = line.lower(at - 1) in MEDIA and line.tag(at) == "name"  # "In a statement | Ada Roy’s office"
            if told or (_ends_adverbial(line, at - 1) and line.tag(at) in ("word", "number")):
                return Phrase(at, last, _head(line, at, base.head))
    return None


def _ends_adverbial(line: Line, at: int) -> bool:
    """Whether a place or a time can end there: a name, a day, a year."""
    year = line.tag(at) == "number" and _YEAR.fullmatch(line.lower(at)) and line.tag(at + 1) == "word"
    return line.tag(at) in ("calendar", "name") or bool(year)


def _head(line: Line, first: int, last: int) -> int:
    """The head noun: the last word, or the noun before a participle or adjective after it ("a diplomat involved")."""
    known = line.nouns
    if line.language in ("fr", "es"):
        return next((i for i in range(first, last + 1) if known.knows(line.lower(i)) or line.tag(i) == "name"), last)
    for at in range(first, last):
        following = line.lower(at + 1)
        trailing = following.endswith(("ed", "ing")) or following in _ADJECTIVES_AFTER
        if line.tag(at) == "word" and known.knows(line.lower(at)) and trailing and line.tag(at + 1) in ("word", "verb"):
            return at
    return last
