"""What a mention tells of its referent: whether it is a person, of which gender, a body, or merely a place; pure."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.cues import states
from summarizer.cues.given_names import Gender, gender_of
from summarizer.cues.lines import Line
from summarizer.cues.phrase_ends import base_start
from summarizer.cues.referents.referent import Referent
from summarizer.cues.referents.roles import head_of
from summarizer.cues.words import FEMALE_TITLES, MALE_TITLES, TITLES, name_words, role_words

_LOCATING = frozenset(
    "in at near from into through around across over towards toward outside inside off via between beyond to".split()
)
_LOCATING_NO_PERSON = _LOCATING - {"from", "to", "between"}
_UNDERGOING = frozenset(
    """killed killing wounded injured shot stabbed kidnapped abducted seized captured detained arrested freed
    released ordered told gave given give urged asked warned accused attacked ambushed evacuated rescued sued
    threatened jailed sacked dismissed blamed criticised thanked by against accusing urging warning ordering
    blaming suing attacking arresting detaining rescuing""".split()
)
_OPENING_PLACES = frozenset("lake mount cape fort kibbutz".split())
_LONGEST_ABBREVIATION = 8
_LONGEST_PARENTHESIS = 18


def learn(referent: Referent, line: Line, first: int, last: int, roles: Sequence[str]) -> None:
    """Note what a mention of the name from `first` to `last`, told to be `roles`, says of its kind."""
    form = line.quote(first, last)
    governed = line.tag(first - 1) == "preposition" and gender_of(form) is None
    after = last + 4 if line.lower(last + 1) == "(" and line.lower(last + 3) == ")" else last + 1
    referent.fights = referent.fights or line.lower(after) in role_words("fighters")
    told = not governed and line.tag(first - 1) != "determiner" and _is_told_as_person(line, last)
    titles = _titles_before(line, first)
    kinds = {line.nouns.kind(head) for role in roles if not line.nouns.is_either(head := head_of(role))}
    if is_body(form) or "body" in kinds or _is_articled(line, first, last) or _is_told_as_thing(line, first, last):
        referent.body = True
    elif (
        titles
        or "person" in kinds
        or told
        or _is_one_of_many(line, first)
        or (not referent.fights and _has_given_name(line, first, last))
    ):
        referent.person = True
        referent.told = referent.told or told
    referent.person = referent.person and not referent.body
    referent.gender = referent.gender or _gender(line, form, titles, roles)


def is_body(form: str) -> bool:
    """Whether the name's own words tell a body or a state; an abbreviation is one."""
    words = [word.strip(".,").casefold() for word in form.split()]
    if states.state_of(form) or any(word in name_words("institution") for word in words[1:] or words):
        return True
    return 1 < len(form) <= _LONGEST_ABBREVIATION and form.replace(".", "").replace("-", "").isupper()


def is_scenery(form: str) -> bool:
    """Whether the name's own words tell a place or a thing that cannot act."""
    words = [word.strip(".,").casefold() for word in form.split()] or [""]
    ends = words[-1] in name_words("place") or words[-1] in name_words("thing")
    return ends or words[0] in name_words("platform") or words[0] in _OPENING_PLACES


def acts(line: Line, first: int, last: int) -> bool:
    """Whether the name is the subject of a verb, or somebody does something to it; not where it only tells a place."""
    start = _start_of_list(line, base_start(line, last))
    before = line.lower(start - 1)
    free = line.tag(start - 1) != "preposition" or before in line.classes.subordinators  # "after Ana Ruiz had left"
    scenery = is_scenery(line.quote(first, last)) and line.tag(last + 1) != "verb"
    if scenery or before in _LOCATING or line.tag(last + 1) == "possessive":
        return False
    kind_of_body = line.lower(last + 1) in role_words("kind_of_body")
    told = line.tag(last + 1) == "word" and not line.is_finite(last + 1) and not kind_of_body
    if told and line.tag(start) == "determiner":
        return False  # "a report by a Halden radio station"
    inverted = line.language == "de" and start > 0 and line.tag(start - 1) in ("auxiliary", "modal")
    return inverted or before in _UNDERGOING or (free and _precedes_verb(line, last + 1, apposed=before == ","))


def _start_of_list(line: Line, start: int) -> int:
    """The first of the names that commas and "and" join: what governs it governs them all."""
    while start > 1 and line.lower(start - 1) in (",", "and", "or") and line.tag(start - 2) == "name":
        start = base_start(line, start - 2)
    return start


def _after_list(line: Line, at: int) -> int:
    """The word after the names that commas and "and" join to the right: "Ana Ruiz | and Per Lind said"."""
    while line.lower(at) in (",", "and", "or"):
        name = at + 1 + (line.lower(at + 1) in ("and", "the"))
        joined = line.tag(name) == "name" and line.lower(line.last_of_name(name) + 1) in (",", "and", "or")
        if line.tag(name) != "name" or not (line.lower(at) != "," or joined):
            break
        at = line.last_of_name(name) + 1
    return at


def _precedes_verb(line: Line, at: int, *, apposed: bool) -> bool:
    """Whether a finite verb stands at a position, or after what stands there in brackets, between commas or joined."""
    at = _after_list(line, at)
    if apposed and line.lower(at) == "," and line.is_finite(at + 1):
        return True  # "the negotiator, Ana Ruiz, left"
    for opening, closing in (("(", ")"), (",", ","), ("–", "–")):
        if line.lower(at) == opening:
            end = line.first_of((closing,), range(at + 1, min(at + _LONGEST_PARENTHESIS, len(line.words))))
            at = len(line.words) if end is None else end + 1
    while line.tag(at) == "adverb":
        at += 1
    return line.is_finite(at)


def _is_articled(line: Line, first: int, last: int) -> bool:
    """Whether an article makes it a body's name: "the Katiba"; "the Rhine" and "the Dembélé government" are none."""
    articled = (
        line.lower(first - 1) == "the" and line.tag(last + 1) != "word" and line.lower(first - 2) not in _LOCATING
    )
    given_name = first == last and gender_of(line.words[first].word) is not None
    return articled and not given_name and not is_scenery(line.quote(first, last))


def _is_told_as_person(line: Line, last: int) -> bool:
    """Whether an age or "who" follows: "Razey, 52,", "Mr Osei, whose"."""
    if line.lower(last + 1) != ",":
        return False
    following = line.lower(last + 2)
    many = line.lower(last + 3) in ("are", "were", "have")  # "Maltsters, who have a match in hand"
    age = following.isdigit() and len(following) <= 2 and line.lower(last + 3) in (",", ".", ";", "and")
    return age or (following in ("who", "whose") and not many)


def _is_one_of_many(line: Line, first: int) -> bool:
    """Whether the name is that of one of several people: "One of the villagers, Odo Lank,"."""
    if line.lower(first - 1) != "," or first < 2:
        return False
    start = base_start(line, first - 2)
    people = line.nouns.kind(line.lower(first - 2)) == "people"
    return people and line.lower(start - 1) == "of" and line.lower(start - 2) == "one"


def _is_told_as_thing(line: Line, first: int, last: int) -> bool:
    """Whether "which" follows what no preposition governs: "Norvane, which runs the port", not "in Halden, which"."""
    told = line.lower(last + 1) == "," and line.lower(last + 2) == "which"
    alone = line.tag(line.first_of_name(first) - 1) in ("mark", "conjunction", "subordinator") or first == 0
    return line.language == "en" and told and alone and not is_scenery(line.quote(first, last))


def _has_given_name(line: Line, first: int, last: int) -> bool:
    """Whether the name opens with a given name and is no place: "in San Andreas"; "from Ana Ruiz" can be a person."""
    known = last > first and gender_of(line.words[first].word) is not None
    return known and line.lower(base_start(line, last) - 1) not in _LOCATING_NO_PERSON


def _titles_before(line: Line, first: int) -> list[str]:
    found = []
    while first > 0 and line.words[first - 1].capital and line.words[first - 1].word.rstrip(".") in TITLES:
        first -= 1
        found.append(line.words[first].word.rstrip("."))
    return found


def _gender(line: Line, form: str, titles: Sequence[str], roles: Sequence[str]) -> Gender | None:
    """What titles tell, else a given name before a surname, else the roles."""
    if any(title in FEMALE_TITLES for title in titles):
        return "female"
    if any(title in MALE_TITLES for title in titles):
        return "male"
    told = gender_of(form) if len(form.split()) > 1 else None
    if told in ("female", "male"):
        return told
    return next((gender for role in roles if (gender := line.nouns.gender(head_of(role)))), None)
