"""What a text says somebody is: the roles beside a name ("its leader, Ana Ruiz"), and the head of a phrase; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarizer.cues.coordination import is_portfolio
from summarizer.cues.given_names import gender_of
from summarizer.cues.identity import is_body
from summarizer.cues.lines import CONTENT, Line
from summarizer.cues.names import Name
from summarizer.cues.nouns import NounKind, Nouns
from summarizer.cues.phrase_ends import base_start, phrase_ending
from summarizer.cues.phrases import GENITIVE_ARTICLES, Phrase, phrase_from
from summarizer.cues.subjects import subject_before
from summarizer.cues.words import COURTESY_TITLES, TITLES, role_words

Span = tuple[int, int]

_OPENING_MARKS = frozenset('"“„«»‘')
_LONGEST_OFFICE = 4
_IDENTIFIED = frozenset("identified named".split())
_FARTHEST_NAMING = 10
"""Words between "identified" and "as"."""
_OF_SOMETHING = frozenset("de du des del en à au".split())
_ROMANCE_ARTICLES = frozenset("le la les un une el los las una unos unas ce cette ces".split())
_BEFORE_A_NOUN = frozenset(
    """ancien ancienne nouveau nouvelle premier première second seconde jeune jeunes grand grande petit petite
    autre autres même mêmes haut haute hauts deux trois quatre cinq six sept huit neuf dix nombreux
    nombreuses principal nuevo nueva primer primera joven gran otro otra otros otras mismo misma alto alta
    dos tres cuatro cinco entonces actual ex""".split()
)
_PLACING = frozenset("in near outside around from".split())
_AFTER_APPOSITION = frozenset("mark relative preposition subordinator verb".split())


def roles_of(line: Line, first: int, last: int) -> Iterator[Span]:
    """The roles that stand beside the name from `first` to `last`, as spans."""
    start = base_start(line, last)
    if role := _before(line, min(start, first_title(line, first)), first):
        yield role
    start -= line.lower(start - 1) in _OPENING_MARKS  # "a group called “Ember Tide”"
    called = line.lower(start - 1) in role_words("called")
    apposed = _called_before(line, start) if called else _apposed_before(line, start)
    if apposed is not None and (called or _closes(line, last)):
        yield line.span(apposed.first, apposed.last)
    told = last + 1 + line.lower(last + 1).isalpha() * (line.tag(last + 2) == "word")
    if line.lower(told) in role_words("kind_of_body"):
        yield line.span(last + 1, told)
    if (following := _apposed_after(line, last)) is not None:
        yield line.span(following.first, following.last)


def _is_title(line: Line, at: int) -> bool:
    return at >= 0 and line.words[at].capital and line.words[at].word.rstrip(".") in TITLES


def first_title(line: Line, first: int) -> int:
    """The first of the titles right before the name."""
    while _is_title(line, first - 1):
        first -= 1
    return first


def _before(line: Line, start: int, first: int) -> Span | None:
    """What stands before the name: "the Ghanaian lawyer Kwabena Asare", "Transport Minister Ana Ruiz"."""
    if (office := _office_before(line, first)) is not None:
        return line.span(base_start(line, office), first - 1)
    if line.language in ("fr", "es") and (role := _romance_role(line, first - 1)) is not None:
        return line.span(role.first, first - 1)
    noun = first - 1
    while noun >= start and line.words[noun].word.rstrip(".") in COURTESY_TITLES:
        noun -= 1
    body = line.lower(noun) == "body" and line.nouns.kind("body", line.lower(noun - 1)) is not None  # "the trade body"
    if noun < start or not (_is_title(line, noun) or body or line.nouns.knows(line.lower(noun))):
        return None
    told = _is_title(line, noun) or line.tag(noun) in ("word", "verb")
    return line.span(_start_of_title(line, start, noun), noun) if told else None


def _start_of_title(line: Line, start: int, title: int) -> int:
    """The first word of a capitalised title: "a helicopter carrying | President", but "the then Prime Minister"."""
    if not _is_title(line, title):
        return start
    first = title
    while first > start and (line.words[first - 1].capital or line.tag(first - 1) == "possessive"):
        first -= 1
    while first > start and line.lower(first - 1) in role_words("before_title"):
        first -= 1
    return first - (first - 1 == start and line.tag(start) == "determiner")


def _romance_role(line: Line, last: int) -> Phrase | None:
    """The role before a name with its adjectives and complements: "un responsable de la présidence ukrainienne"."""
    phrase = phrase_ending(line, last) if line.tag(last) == "word" else None
    told = phrase is not None and line.nouns.is_person(line.lower(phrase.head)) and not phrase.is_named(line)
    return phrase if told and phrase and line.tag(phrase.first) == "determiner" else None


def _office_before(line: Line, first: int) -> int | None:
    """The title of an office of several words right before the name: "Secretary | of State Ana Ruiz"."""
    at = first - 1
    while at > max(first - _LONGEST_OFFICE, 0) and line.words[at].capital and line.tag(at) == "word":
        at -= 1
    at -= line.lower(at) == "the"
    return at - 1 if 0 < at < first - 1 and line.lower(at) == "of" and _is_title(line, at - 1) else None


def _called_before(line: Line, start: int) -> Phrase | None:
    """Who bears the name: "a gang calling itself Ember Tide", "a docker called Mick Rooney"."""
    if line.lower(start - 1) == "as" and (told := _identified(line, start - 2)) is not None:
        return _without_relative(line, told) if line.nouns.is_person(line.lower(told.head)) else None
    end = start - 2 - (line.lower(start - 2) in role_words("before_called"))
    end -= end < start - 2 and line.lower(end) == ","  # "the suspect, identified as Ahmad Alissa"
    return _without_relative(line, _known(line, phrase_ending(line, end)))


def _without_relative(line: Line, phrase: Phrase | None) -> Phrase | None:
    """The phrase up to its relative clause: "the resident | who asked to be identified as Rabe"."""
    relative = next((i for i in range(phrase.head + 1, phrase.last) if line.tag(i) == "relative"), 0) if phrase else 0
    return replace(phrase, last=relative - 1) if phrase and relative else phrase


def _identified(line: Line, at: int) -> Phrase | None:
    """Who was identified: "The gunman | was named by the police on Sunday as Ana Ruiz"; None where nobody was."""
    for index in range(at, max(at - _FARTHEST_NAMING, 0), -1):
        if line.lower(index) in _IDENTIFIED and line.tag(index - 1) in ("auxiliary", "adverb"):
            return subject_before(line, index)
        if line.lower(index) in (",", ";", ":"):
            return None
    return None


def called_otherwise(line: Line, first: int) -> Name | None:
    """The name before ", known as" that the name from `first` is another form of; None where none stands there."""
    at = base_start(line, first) - 1
    if line.lower(at) != "as" or line.lower(at - 1) != "known":
        return None
    at -= 2
    while line.tag(at) == "adverb" or line.lower(at) in (",", "better"):
        at -= 1
    return line.name_at(at)


def in_brackets(line: Line, first: int) -> Name | None:
    """The body's name whose initials in another language follow it: "Liberation Army (ELN)"; None where none stands."""
    form = line.words[first].word
    closed = line.lower(first - 1) == "(" and line.lower(first + 1) == ")" and form.isupper() and len(form) > 1
    name = line.name_at(first - 2) if closed else None
    return name if name and is_body(name.form) and len(name.form.split()) > 1 else None


def _apposed_before(line: Line, start: int) -> Phrase | None:
    """The role before a comma before the name: "the mayor, Ghassan Tohme"."""
    if line.lower(start - 1) != "," or start < 2:
        return None
    end = start - 2
    if line.lower(end) == ")":  # "a commander of the Halden Front (HF), Ana Ruiz"
        end = next((i for i in range(end, 0, -1) if line.lower(i) == "("), end) - 1
    while end > 0 and line.tag(end) == "adverb":
        end -= 1  # "the police chief there, Ana Ruiz"
    first = base_start(line, end)
    told = phrase_ending(line, end)
    office = phrase_ending(line, first - 2) if line.lower(first - 1) == "and" else None
    if office and is_portfolio(line, office):
        return Phrase(office.first, end, office.head)  # "the minister of trade and industry, Ana Ruiz"
    bare = told is None or told.head == end or line.nouns.kind(line.lower(told.head)) == "people"
    if bare and line.lower(end) in role_words("settlement"):
        return None  # "three men in the region’s main city, Halden", "in Tarn state, Ana Ruiz, said"
    if first > 0 and line.words[first - 1].capital and line.tag(first - 1) == "name":
        return _known(line, told)  # "the press secretary to Prime | Minister, Odo Lank"
    return _known(line, phrase_ending(line, end)) or _known(line, Phrase(first, end, end))


def _known(line: Line, phrase: Phrase | None) -> Phrase | None:
    """The phrase, if its head is a noun for people or bodies and it is no name itself."""
    if phrase is None or line.tag(phrase.head) in ("name", "pronoun"):
        return None
    return phrase if line.nouns.kind(line.lower(phrase.head)) in ("person", "body", "people") else None


def _closes(line: Line, last: int) -> bool:
    """Whether an apposition ends after the name: with a mark, or "who"."""
    return line.tag(last + 1) in ("mark", "relative") or line.lower(last + 1) == "of"


def _apposed_after(line: Line, last: int) -> Phrase | None:
    """The role after a comma after the name: "Iryna Solodka, its operations chief", "Razey, 52, a fire inspector"."""
    at = last + 1
    if line.lower(at) == "(":
        closing = line.first_of((")",), range(at, len(line.words)))
        at = at if closing is None else closing + 1
    if line.lower(at) != ",":
        return None
    at += 3 if line.tag(at + 1) == "number" and line.lower(at + 2) == "," else 1
    phrase = phrase_from(line, at) if line.tag(at) in (*CONTENT, "determiner") else None
    if phrase is None or line.name_at(phrase.head) or _is_doing(line, at) or _leads_to_name(line, phrase):
        return None
    if line.nouns.kind(line.lower(phrase.head)) == "people" and line.tag(phrase.first) == "word":
        return None  # "on the road from Halden, soldiers who had slept there fired"
    if line.lower(base_start(line, last) - 1) in _PLACING and not line.nouns.is_person(line.lower(phrase.head)):
        return None  # "the Court of Appeal in Halden, the second highest court"
    if not line.nouns.knows(line.lower(phrase.head)) and not _is_post_of(line, last, phrase):
        return None
    listed = line.tag(phrase.first) == "word" and line.lower(phrase.last + 1) == "and"
    subject = line.is_finite(phrase.last + 1)  # "in Kherson, the broadcaster reported"
    return phrase if line.tag(phrase.last + 1) in _AFTER_APPOSITION and not (listed or subject) else None


def _leads_to_name(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase is the role of another name at its end: "head of the security service | Ronen Bar"."""
    within = line.tag(phrase.last) == "name" and line.tag(line.first_of_name(phrase.last) - 1) == "word"
    named = phrase.last + 2  # "According to Reuters, one survivor, Ana Ruiz, said"
    apposed = line.lower(phrase.last + 1) == "," and line.tag(named) == "name"
    return within or (apposed and line.lower(line.last_of_name(named) + 1) == ",")


def _is_doing(line: Line, at: int) -> bool:
    """Whether a participle opens what follows the comma: ", killing several people"."""
    return line.lower(at).endswith("ing") and line.tag(at + 1) in ("determiner", "number", "name", "preposition")


def _is_post_of(line: Line, last: int, phrase: Phrase) -> bool:
    """Whether a phrase without a known noun after a person's name tells his post: "chief conciliator at Acas"."""
    first = line.first_of_name(last)
    full = first < last and gender_of(line.words[first].word) is not None
    complement = any(line.tag(i) == "preposition" for i in range(phrase.first, phrase.last))
    opened = line.tag(phrase.first) == "determiner" or complement
    closed = line.lower(phrase.last + 1) == "," and line.is_finite(phrase.last + 2)
    return full and opened and (closed or (complement and phrase.last + 2 >= len(line.words)))


def head_of(phrase: str) -> str:
    """The head noun of a noun phrase, lower case: "an officer close to the planning" gives "officer"."""
    bare = [w.strip(",.;:()“”«»\"'’") for w in phrase.split()]
    words = [w.casefold() for w in bare]
    if (romance := _romance_head(words)) is not None:
        return words[romance].rpartition("’")[2].rpartition("'")[2]
    stops = role_words("after_head")
    ends = (i for i, w in enumerate(words) if i and (w in stops or (w.endswith("ing") and i > 1)))
    told = (i for i in ends if len(bare[i]) < 2 or not bare[i].isupper())  # "the WHO chief"
    stop = min(next(told, len(words)), _german_genitive(phrase.split()))
    return words[stop - 1] if stop else ""


def _romance_head(words: Sequence[str]) -> int | None:
    """The noun of a French or Spanish phrase, before its adjectives; None where no article of theirs opens it."""
    if not words or not (words[0] in _ROMANCE_ARTICLES or words[0].startswith(("l’", "l'"))):
        return None
    at = 0 if words[0].startswith(("l’", "l'")) and len(words[0]) > 2 else 1
    while at + 1 < len(words) and words[at] in _BEFORE_A_NOUN:
        at += 1
    return at if at < len(words) else None


def romance_complement(phrase: str) -> frozenset[str]:
    """The nouns behind "de" in a French or Spanish phrase: a chief of police is no chief of a militia."""
    words = [w.strip(",.;:()“”«»\"'’").casefold() for w in phrase.split()]
    head = _romance_head(words)
    if head is None or not any(w in _OF_SOMETHING or w.startswith(("d’", "d'")) for w in words[head + 1 :]):
        return frozenset()
    of = next(i for i, w in enumerate(words) if i > head and (w in _OF_SOMETHING or w.startswith(("d’", "d'"))))
    return frozenset(re.sub(r"^[dl][’']", "", w) for w in words[of:]) - _OF_SOMETHING - _ROMANCE_ARTICLES


def _german_genitive(words: Sequence[str]) -> int:
    """Where a German genitive begins: "der Sprecher | der Feuerwehr"; the number of words where none does."""
    pairs = ((i, words[i - 1], words[i]) for i in range(1, len(words)))
    return next((i for i, noun, article in pairs if article in GENITIVE_ARTICLES and noun[:1].isupper()), len(words))


_OF_ONE = frozenset("ein dem einem einen des eines dieser diesem jener".split())


def kind_of_phrase(phrase: str, language: Nouns) -> NounKind | None:
    """What the phrase's head stands for: "the coast guard" is a body, "the guard" a person."""
    words, head = [word.casefold() for word in phrase.split()], head_of(phrase)
    before = words[words.index(head) - 1] if head in words[1:] else ""
    kind = language.kind(head, before)
    return "person" if kind == "people" and _is_one(words, head, language) else kind


def _is_one(words: Sequence[str], head: str, language: Nouns) -> bool:
    """Whether the article is that of one, of a German noun whose plural is alike: "der mutmaßliche Täter"."""
    single = words[0] in _OF_ONE or (words[0] == "der" and not head.endswith("en"))
    return language.inflected and single and language.is_person(head)


def modifiers_of(phrase: str) -> frozenset[str]:
    """The words before the head noun, without articles and possessives: "the former finance minister" gives two."""
    words = [w.strip(',.;:()“”«»"').casefold() for w in phrase.split()]
    head = head_of(phrase)
    if (romance := _romance_head(words)) is not None:
        behind = words[romance + 1 :]
        stop = next(
            (i for i, w in enumerate(behind) if w in role_words("after_head") or w.startswith("d’")), len(behind)
        )
        return frozenset((*words[:romance], *behind[:stop])) - role_words("no_modifier")
    return frozenset(words[: words.index(head)] if head in words else words) - role_words("no_modifier")
