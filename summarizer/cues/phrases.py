"""Noun phrases around a verb: its subject on either side, appositions, relative clauses, what "and" joins; pure.

A small chunker over closed word classes: it knows no grammar beyond where a noun phrase can begin and end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from summarizer.cues.lines import CONTENT, Line
from summarizer.cues.names import Name
from summarizer.cues.nouns import nouns

_QUANTITIES = frozenset(
    "one two three four five six seven eight nine ten both others another some many several most half all each few none any".split()
)
_COMMON_ADJECTIVES_AFTER = frozenset("familiar close near present aware involved responsible based working led".split())
_ADJECTIVAL = frozenset(
    """armed unarmed masked hooded retired displaced suspected unidentified unnamed exiled elected jailed detained trapped stranded bereaved uniformed
    disabled unemployed uninvolved convicted alleged self-styled so-called experienced united combined""".split()
)
"""Participles that stand before a noun as adjectives rather than after it as verbs."""
_NAMING = frozenset("called named known as".split())
_TIME_NOUN = frozenset(
    "week month year night morning afternoon evening weekend day today spring summer autumn winter".split()
)
_MEDIUM = re.compile(
    r"^(?:statement|interview|letter|post|email|e-mail|note|memo|tweet|speech|briefing|report|article|message|call|telephone|phone|press|news|court|parliament"
    r"|condition|reporters|journalists|television|radio|telegram|facebook|x|twitter|instagram|private|public|blog|video|paper|filing|comments|remarks)$"
)
_LONGEST = 14


@dataclass(frozen=True)
class Phrase:
    """A noun phrase: its first and last word, the word that is its head, and a name that stands in apposition to it."""

    first: int
    last: int
    head: int
    name: Name | None = None

    def span(self, line: Line) -> tuple[int, int]:
        """The offsets of whoever is meant: of the name where there is one, else of the whole phrase."""
        return (self.name.start, self.name.end) if self.name else line.span(self.first, self.last)


def subject_before(line: Line, verb: int) -> Phrase | None:
    """The subject left of a verb, over adverbs, auxiliaries, times, parentheses and relative clauses."""
    last = _over_time(line, over_adverbs(line, verb - 1))
    if last < 0:
        return None
    if line.tag(last) == "relative":
        return _antecedent(line, last)
    if line.lower(last) == ")":
        last = next((i for i in range(last, -1, -1) if line.lower(i) == "("), 0) - 1
    if line.lower(last) in (",", "–", "—"):
        return _over_parenthesis(line, last)
    return phrase_ending(line, last)


def over_adverbs(line: Line, last: int) -> int:
    """The last word up to `last` that is no adverb, auxiliary, negation or object pronoun of the verb after it."""
    while last >= 0 and (
        line.tag(last) in ("adverb", "auxiliary", "modal", "negation")
        or (line.tag(last) == "pronoun" and _is_clitic(line, last))
    ):
        last -= 1
    return last


def _is_clitic(line: Line, at: int) -> bool:
    """Whether a pronoun is an object between subject and verb, as in "l’opposition l’accuse"."""
    return line.language in ("fr", "es") and line.lower(at) in (
        "l’",
        "le",
        "la",
        "les",
        "lui",
        "leur",
        "s’",
        "se",
        "y",
        "en",
        "lo",
        "los",
        "las",
        "n’",
        "me",
        "m’",
        "nous",
    )


def _over_time(line: Line, last: int) -> int:
    """Past a time between subject and verb: "on Tuesday", "last week", "in 2023"."""
    at = last
    if line.lower(at) in _TIME_NOUN and line.lower(at - 1) in ("last", "this", "that", "next", "the"):
        at -= 2
        at -= line.lower(at) in ("earlier", "later", "late", "early")
    elif line.tag(at) == "calendar" or (line.tag(at) == "number" and re.fullmatch(r"\d{4}", line.lower(at))):
        while at >= 0 and line.tag(at) in ("calendar", "number"):
            at -= 1
        at -= line.lower(at) in ("late", "early", "last", "earlier", "mid")
        at -= line.lower(at) in ("on", "in", "since", "le", "el", "am", "en")
        at -= line.lower(at) in ("late", "early", "later", "earlier")
    else:
        return last
    fits = at >= 0 and line.tag(at) in (*CONTENT, "pronoun", "adverb")
    return over_adverbs(line, at) if fits else last


def _antecedent(line: Line, relative: int) -> Phrase | None:
    """What a relative pronoun stands for: "a description that", "Mr Osei, who"."""
    last = relative - 1
    if line.lower(last) == ",":
        last -= 1
        if line.lower(last) == ")":
            last = next((i for i in range(last, -1, -1) if line.lower(i) == "("), 0) - 1
        phrase = phrase_ending(line, last)
        if (
            phrase
            and line.lower(phrase.first - 1) == ","
            and phrase.name is None
            and not line.names_within(phrase.first, phrase.last)
        ):
            return _over_parenthesis(line, relative - 1) or phrase
        return _named_by_apposition(line, phrase) if phrase else None
    return phrase_ending(line, last)


def _named_by_apposition(line: Line, phrase: Phrase) -> Phrase:
    """The role that stands before a name in apposition goes with it: "finance chief, Dominic Achterberg, who"."""
    return phrase


def phrase_ending(line: Line, last: int) -> Phrase | None:
    """The noun phrase that ends with a word, complements and a restrictive relative clause included."""
    if last < 0 or (line.quoted[last] and not line.name_at(last)):
        return None
    if (relative := _restrictive_relative(line, last)) is not None:
        return relative
    if line.tag(last) == "pronoun":
        return Phrase(last, last, last)
    if line.tag(last) not in CONTENT and line.lower(last) not in _QUANTITIES:
        return None
    return _with_complements(line, last)


def _restrictive_relative(line: Line, last: int) -> Phrase | None:
    """The phrase whose relative clause ends at `last`: "an economist who advises the government"."""
    start = _region_start(line, last)
    for at in range(start + 1, last):
        relative = (
            line.tag(at) == "relative"
            or line.lower(at) == "whose"
            or (line.lower(at) == "that" and _opens_with_verb(line, at + 1))
        )
        if not relative or line.tag(at - 1) not in CONTENT or (line.tag(last) == "pronoun" and at + 1 == last):
            continue
        phrase = _with_complements(line, at - 1)
        if phrase is None or (line.lower(at) == "that" and not nouns(line.language).knows(line.lower(phrase.head))):
            return None
        return replace(phrase, last=last)
    return None


def _opens_with_verb(line: Line, at: int) -> bool:
    """Whether a verb stands there: a known one, or a word before an article, a pronoun or a preposition ("that share the lake")."""
    unknown = line.tag(at) == "word" and line.tag(at + 1) in (
        "determiner",
        "pronoun",
        "preposition",
        "adverb",
        "subordinator",
    )
    return line.is_finite(at) or unknown


def _region_start(line: Line, at: int) -> int:
    """The first word after the last mark before `at`; possessive marks are none."""
    while at > 0 and line.tag(at - 1) != "mark":
        at -= 1
    return at


def _with_complements(line: Line, last: int) -> Phrase | None:
    """The phrase that ends at `last` with what it is a complement of: "a spokesman for the agency", "two of the judges"."""
    first = _start_of_joint_complement(line, base_start(line, last))
    bases = [Phrase(first, last, _head(line, first, last))]
    while (governor := bases[-1].first - 1) > 0 and _attaches(line, governor):
        end = governor - 1
        first = base_start(line, end)
        bases.append(Phrase(first, last, _head(line, first, end)))
        if last - first > _LONGEST:
            break
    whole = bases[-1]
    if line.tag(whole.first - 1) != "preposition" or whole.first == 0 or _is_opener_of_subject(line, whole.first - 1):
        return _with_joined(line, whole)
    return _after_opening_adverbial(line, bases)


def _start_of_joint_complement(line: Line, first: int) -> int:
    """The first of two names that one complement joins: "the ministers of France | and Germany"."""
    if (
        line.tag(first) != "name"
        or line.lower(first - 1) not in ("and", "und", "et", "y")
        or line.tag(first - 2) != "name"
    ):
        return first
    start = base_start(line, first - 2)
    noun = line.lower(start - 2)
    governed = (
        line.lower(start - 1) in ("of", "from", "in", "between", "at", "for", "aus", "von", "de")
        and nouns(line.language).kind(noun) == "people"
    )
    return start if governed else first


def _is_opener_of_subject(line: Line, at: int) -> bool:
    """Whether the preposition can as well be a conjunction, whose clause has a subject: "after the brewer said"."""
    return line.lower(at) in line.classes.subordinators or line.lower(at) in ("than", "with")


def _after_opening_adverbial(line: Line, bases: list[Phrase]) -> Phrase | None:
    """The subject after an adverbial that opens the clause, where no article shows its beginning: "In Kyiv officials said"."""
    last = bases[0].last
    for base in bases:
        stop = base.head if base is not bases[0] else last
        for at in range(stop, base.first, -1):
            before, here = line.tag(at - 1), line.tag(at)
            starts = here in ("word", "number") and (
                before in ("calendar", "name")
                or (before == "number" and here == "word" and re.fullmatch(r"\d{4}", line.lower(at - 1)))
            )
            if starts and line.lower(at - 1) != "’s":
                return Phrase(at, last, _head(line, at, base.head))
    return None


def base_start(line: Line, last: int) -> int:
    """The first word of the noun phrase without complements that ends at `last`: its article, if it has one."""
    at = line.first_of_name(last)
    while at > 0 and last - at < _LONGEST:
        here, before = line.tag(at), line.tag(at - 1)
        if here == "determiner" and not (
            before == "possessive" or line.lower(at - 1) in ("all", "both", "half") or _is_counted(line, at)
        ):
            break
        if before in ("possessive", "name", "determiner"):
            at = line.first_of_name(at - 1)
        elif here == "number" and line.lower(at - 1).endswith(("ing", "ed")):
            break
        elif (before in ("word", "number", "verb") and not (before in ("word", "verb") and _is_verb(line, at - 1))) or (
            before == "adverb" and line.tag(at - 2) in ("determiner", "number")
        ):
            at -= 1
        else:
            break
    return at


def _is_counted(line: Line, at: int) -> bool:
    """Whether a number word belongs to the article before it: "the two", "his three"."""
    return (
        line.lower(at) in ("other", "few", "many", "several", "one", "such", "another")
        and line.tag(at - 1) == "determiner"
    )


def _is_verb(line: Line, at: int) -> bool:
    """Whether the word before a noun phrase is its verb, no part of it: "met | officials"."""
    if line.tag(at) == "verb":
        return not line.lower(at).endswith("ing")
    if line.lower(at) in _ADJECTIVAL or at == 0:
        return False
    if line.tag(at) == "word" and (
        line.tag(at - 1) in ("auxiliary", "modal", "negation") or line.lower(at - 1) == "to"
    ):
        return True
    follows_subject = line.tag(at - 1) in ("name", "word", "pronoun", "relative", "possessive")
    return line.is_finite(at) and (follows_subject or line.tag(at - 1) in ("conjunction", "mark"))


def _attaches(line: Line, at: int) -> bool:
    """Whether a preposition binds the phrase after it to a noun before it."""
    if line.tag(at) != "preposition" or line.lower(at) not in line.classes.attaching:
        return False
    before = line.tag(at - 1)
    participle = before == "verb" and line.lower(at - 1).endswith(("ed", "en")) and line.tag(at - 2) in CONTENT
    return before in CONTENT or participle or line.lower(at - 1) in _QUANTITIES


def _head(line: Line, first: int, last: int) -> int:
    """The head noun: the last word, or the noun before a participle or adjective that follows it ("a diplomat involved")."""
    known = nouns(line.language)
    for at in range(first, last):
        following = line.lower(at + 1)
        trailing = following.endswith(("ed", "ing")) or following in _COMMON_ADJECTIVES_AFTER
        if line.tag(at) == "word" and known.knows(line.lower(at)) and trailing and line.tag(at + 1) in ("word", "verb"):
            return at
    return last


def _with_joined(line: Line, phrase: Phrase) -> Phrase:
    """The phrase with the first half of a body's double name: "the trade and industry ministry"."""
    bare = line.tag(phrase.first) == "word" and line.lower(phrase.first - 1) == "and" and phrase.first >= 2
    if not bare or nouns(line.language).kind(line.lower(phrase.head)) != "body":
        return phrase
    first = base_start(line, phrase.first - 2)
    single = (
        first < phrase.first - 2
        and line.tag(first) in ("determiner", "name")
        and not nouns(line.language).knows(line.lower(phrase.first - 2))
    )
    return replace(phrase, first=first) if single and phrase.last > phrase.first else phrase


def _over_parenthesis(line: Line, comma: int) -> Phrase | None:
    """The subject left of what stands between commas or dashes; the name inside where that is what stands there."""
    inner_last = comma - 1
    mark: int | None = comma
    while mark is not None and (mark := _mark_before(line, mark, line.lower(comma))) is not None:
        opening = mark
        outer = phrase_ending(line, opening - 1)
        if outer is None or _is_number(line, outer) or _opens_relative(line, outer):
            continue
        inner = _apposed_name(line, opening + 1, inner_last)
        if inner and not _is_named(line, outer):
            return replace(outer, name=inner)
        return outer
    return None


def _mark_before(line: Line, at: int, mark: str) -> int | None:
    """The nearest such mark left of `at`, nearer than a semicolon, a colon or a quotation."""
    for index in range(at - 1, -1, -1):
        if line.lower(index) == mark and not line.quoted[index]:
            return index
        if line.lower(index) in (";", ":"):
            return None
    return None


def _is_number(line: Line, phrase: Phrase) -> bool:
    return phrase.first == phrase.last and line.tag(phrase.first) in ("number", "calendar")


def _opens_relative(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase lies in a relative clause or a participle's clause that is itself between commas."""
    start = _region_start(line, phrase.last)
    return line.tag(start) == "relative" or (
        line.tag(start) in ("word", "verb") and line.lower(start).endswith(("ed", "ing")) and start < phrase.first
    )


def _is_named(line: Line, phrase: Phrase) -> bool:
    """Whether the head of the phrase is a name."""
    return phrase.name is not None or line.tag(phrase.head) == "name"


def _apposed_name(line: Line, first: int, last: int) -> Name | None:
    """The name that stands between `first` and `last`, alone or after its role."""
    if first > last:
        return None
    names = line.names_within(first, last)
    if not names or any(
        (line.is_finite(i) and line.lower(i) not in _NAMING) or line.tag(i) == "relative"
        for i in range(first, last + 1)
    ):
        return None
    name = names[-1]
    leads = line.tag(first) in ("determiner", "name", "word") and all(
        line.tag(i) in (*CONTENT, "determiner", "possessive") or line.lower(i) in _NAMING
        for i in range(first, last + 1)
    )
    return name if leads and (name.end == line.words[last].end or line.tag(first) == "name") else None


def phrase_from(line: Line, at: int) -> Phrase | None:
    """The noun phrase that begins at a word; a name in apposition is taken with it ("its lawyer, Scott Imhoff")."""
    if line.tag(at) == "pronoun":
        return Phrase(at, at, at)
    if line.tag(at) not in (*CONTENT, "determiner", "verb"):
        return None
    last = _grow_right(line, at)
    if last is None:
        return None
    phrase = Phrase(at, last, _head_from(line, at, last))
    if _is_named(line, phrase) or line.lower(last + 1) != ",":
        return phrase
    end = next((i for i in range(last + 2, len(line.words)) if line.tag(i) == "mark"), len(line.words))
    name = _apposed_name(line, last + 2, end - 1)
    return replace(phrase, name=name) if name else phrase


def _head_from(line: Line, first: int, last: int) -> int:
    """The last word before a preposition or a second article; where the head comes first, the first known noun, or a person's name."""
    stop = next(
        (
            i
            for i in range(first + 1, last + 1)
            if line.tag(i) in ("preposition", "determiner") and line.tag(i - 1) != "possessive"
        ),
        last + 1,
    )
    if line.language not in ("uk", "ru") or (line.tag(stop - 1) == "name" and line.first_of_name(stop - 1) < stop - 1):
        return stop - 1
    return next((i for i in range(first, stop) if nouns(line.language).knows(line.lower(i))), stop - 1)


def _grow_right(line: Line, at: int) -> int | None:
    last = line.last_of_name(at)
    while last + 1 < len(line.words) and last - at < _LONGEST:
        following = line.tag(last + 1)
        if following in ("name", "number", "possessive") or (following == "word" and not _ends_phrase(line, last + 1)):
            last = line.last_of_name(last + 1)
        elif following == "determiner" and _continues_with_article(line, last):
            last += 1
        elif following == "preposition" and _complement_follows(line, at, last):
            last = line.last_of_name(last + 2)
        elif following == "verb" and line.tag(last) == "determiner":
            last += 1
        else:
            break
    return last if line.tag(last) in CONTENT or last == at or line.lower(last) in _QUANTITIES else None


def _ends_phrase(line: Line, at: int) -> bool:
    return line.is_finite(at) and line.tag(at - 1) in ("name", "word", "number")


def _continues_with_article(line: Line, last: int) -> bool:
    """After a quantity ("both the"), a possessive, and in German before a genitive ("ein Sprecher des Konzerns")."""
    if line.tag(last) == "possessive" or line.lower(last) in ("both", "all", "half"):
        return True
    return (
        line.language == "de" and line.lower(last + 1) in ("der", "des", "eines", "einer") and line.tag(last) == "word"
    )


def _complement_follows(line: Line, first: int, last: int) -> bool:
    """Whether the preposition after `last` opens a complement of the phrase, no circumstance of the speech."""
    preposition, head = line.lower(last + 1), line.tag(last)
    following = line.tag(last + 2)
    if preposition not in line.classes.attaching or following not in (*CONTENT, "determiner"):
        return False
    if preposition in ("to", "zu", "à") and following == "word":
        return False  # an infinitive
    noun = next(
        (
            line.lower(i)
            for i in range(last + 2, min(last + 6, len(line.words)))
            if line.tag(i) in ("word", "name", "mark")
        ),
        "",
    )
    if _MEDIUM.match(noun):
        return False
    if preposition in ("of", "de", "d’", "du", "des", "del", "von", "vom"):
        return head != "name" or line.language != "en"
    return head != "name" and first <= last


def joined_before(line: Line, phrase: Phrase) -> Iterator[Phrase]:
    """The phrases that "and" and commas join to the left of one, where together they open a clause; nearest first."""
    found: list[Phrase] = []
    opening = 0
    current = phrase
    while _may_act(line, phrase) and (last := _joint(line, current, found)) is not None:
        before = phrase_ending(line, last)
        if before is None or not _may_act(line, before):
            break
        found.append(before)
        current = before
        if (
            current.first == 0
            or line.tag(current.first - 1) in ("mark", "subordinator", "conjunction", "adverb", "calendar")
            or line.lower(current.first) == "both"
        ):
            opening = len(found)
    yield from found[:opening]


def _joint(line: Line, phrase: Phrase, found: list[Phrase]) -> int | None:
    """The last word of the phrase that is joined to the left of this one, None where none is."""
    at = phrase.first - 1
    if line.lower(at) in ("and", "und", "et", "y", "e", "і", "й", "та", "и") and not found:
        return at - 2 if line.lower(at - 1) == "," else at - 1
    if found and line.lower(at) == "," and line.tag(at - 1) in ("name", "word"):
        return at - 1
    return None


def joined_after(line: Line, phrase: Phrase) -> Phrase | None:
    """The phrase that "and" joins to the right of one: "said Lena Storm and Piet Haas"."""
    if line.lower(phrase.last + 1) not in ("and", "und", "et", "y", "і", "та", "и"):
        return None
    following = phrase_from(line, phrase.last + 2)
    if (
        following
        and line.tag(following.first) == "name"
        and any(line.tag(i) == "preposition" for i in range(phrase.first, phrase.last))
    ):
        return None  # "researchers in Tbilisi and Leuven"
    if following is None or not _may_act(line, following) or not _may_act(line, phrase):
        return None
    after = line.tag(following.last + 1)
    return following if after in ("mark", "preposition", "adverb", "calendar") else None


def _may_act(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase is a name, a pronoun or a noun for somebody who can act."""
    if phrase.first == phrase.last and line.tag(phrase.first) == "pronoun":
        return True
    return _is_named(line, phrase) or nouns(line.language).kind(line.lower(phrase.head)) in ("person", "people", "body")
