"""What a mention tells of its referent: whether it is a person, of which gender, a body, or merely a place; pure."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.cues import states
from summarizer.cues.given_names import gender_of
from summarizer.cues.lines import Line
from summarizer.cues.nouns import nouns
from summarizer.cues.phrases import base_start
from summarizer.cues.referents.referent import Gender, Referent
from summarizer.cues.referents.roles import head_of
from summarizer.cues.words import FEMALE_TITLES, MALE_TITLES, TITLES, name_words

_LOCATING = frozenset(
    "in at near from into through around across over towards toward outside inside off via between beyond to".split()
)
_UNDERGOING = frozenset(
    """killed killing wounded injured shot stabbed kidnapped abducted seized captured detained arrested freed released ordered told gave given give
    urged asked warned accused attacked ambushed evacuated rescued sued threatened jailed sacked dismissed blamed criticised thanked""".split()
)


def learn(referent: Referent, line: Line, first: int, last: int, roles: Sequence[str]) -> None:
    """Note what a mention of the name from `first` to `last` tells of its kind."""
    form = line.text[slice(*line.span(first, last))]
    titles = _titles_before(line, first)
    heads = {head_of(role) for role in roles if not nouns(line.language).is_either(head_of(role))}
    kinds = {nouns(line.language).kind(head) for head in heads}
    if is_body(form) or "body" in kinds or _is_articled(line, first, last):
        referent.body = True
    elif (
        titles
        or "person" in kinds
        or _has_age(line, last)
        or (line.lower(last + 2) in ("who", "whose") and line.lower(last + 1) == ",")
    ) or (gender_of(form) and len(form.split()) > 1 and not _is_located(line, first, last)):
        referent.person = True
    referent.person = referent.person and not referent.body
    referent.gender = referent.gender or _gender(form, titles, roles, line.language)


def _is_articled(line: Line, first: int, last: int) -> bool:
    """Whether an article makes it a body's name: "the Katiba", "the Civic List"; "the Rhine" and "the Dembélé government" are none."""
    articled = line.lower(first - 1) == "the" and line.tag(last + 1) != "word"
    return (
        articled
        and not is_scenery(line.text[slice(*line.span(first, last))])
        and gender_of(line.words[first].word) is None
    )


def is_body(form: str) -> bool:
    """Whether the name's own words tell a body or a state; an abbreviation is one."""
    words = [word.strip(".,").casefold() for word in form.split()]
    if states.state_of(form) or any(word in name_words("institution") for word in words[1:] or words):
        return True
    return len(form) > 1 and form.replace(".", "").replace("-", "").isupper() and len(form) <= 8


def is_scenery(form: str) -> bool:
    """Whether the name's own words tell a place or a thing that cannot act."""
    words = [word.strip(".,").casefold() for word in form.split()]
    return bool(words) and (
        words[-1] in name_words("place")
        or words[-1] in name_words("thing")
        or words[0] in name_words("platform")
        or words[0] in ("lake", "mount", "cape", "fort", "kibbutz")
    )


def acts(line: Line, first: int, last: int) -> bool:
    """Whether the name is the subject of a verb, or somebody does something to it; not where a preposition of place governs it."""
    start = _start_of_list(line, base_start(line, last))
    before = line.lower(start - 1)
    if (
        is_scenery(line.text[slice(*line.span(first, last))])
        or before in _LOCATING
        or line.tag(last + 1) == "possessive"
    ):
        return False
    if before in ("by", "against") or before in _UNDERGOING:
        return True
    return line.tag(start - 1) != "preposition" and _precedes_verb(line, last + 1)


def _start_of_list(line: Line, start: int) -> int:
    """The first of the names that commas and "and" join: what governs it governs them all."""
    while start > 1 and line.lower(start - 1) in (",", "and", "or") and line.tag(start - 2) == "name":
        start = base_start(line, start - 2)
    return start


def _precedes_verb(line: Line, at: int) -> bool:
    """Whether a finite verb stands at a position, or after what stands there in brackets or between commas."""
    if line.lower(at) == "(":
        at = next((i + 1 for i in range(at, len(line.words)) if line.lower(i) == ")"), at)
    if line.lower(at) in (",", "–"):
        closing = next((i for i in range(at + 1, len(line.words)) if line.lower(i) == line.lower(at)), None)
        at = closing + 1 if closing is not None and closing - at < 18 else len(line.words)
    while line.tag(at) == "adverb":
        at += 1
    return line.is_finite(at)


def _is_located(line: Line, first: int, last: int) -> bool:
    """Whether a preposition of place stands before the name: "in San Andreas"; "from Ana Ruiz" can be a person."""
    return line.lower(base_start(line, last) - 1) in _LOCATING - {"from", "to", "between"}


def _titles_before(line: Line, first: int) -> list[str]:
    found = []
    while first > 0 and line.words[first - 1].capital and line.words[first - 1].word.rstrip(".") in TITLES:
        first -= 1
        found.append(line.words[first].word.rstrip("."))
    return found


def _has_age(line: Line, last: int) -> bool:
    """Whether an age follows: "Razey, 52,"."""
    return (
        line.lower(last + 1) == ","
        and line.lower(last + 2).isdigit()
        and len(line.lower(last + 2)) <= 2
        and line.lower(last + 3) in (",", ".")
    )


def _gender(form: str, titles: Sequence[str], roles: Sequence[str], language: str) -> Gender | None:
    for gender, known in (("female", FEMALE_TITLES), ("male", MALE_TITLES)):
        if any(title in known for title in titles):
            return "female" if gender == "female" else "male"
    told: str | None = gender_of(form) if len(form.split()) > 1 else None
    if told in (None, "either"):
        told = next((told_by for role in roles if (told_by := nouns(language).gender(head_of(role)))), None)
    return None if told is None else "female" if told == "female" else "male"
