"""Names as runs of capitalised words, for languages that capitalise names alone; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.cues import identity, states
from summarizer.cues.given_names import gender_of
from summarizer.cues.name_openings import LEADING_ARTICLES, OPENERS, PARTICLES, Capitals, capitals_of
from summarizer.cues.nouns import nouns
from summarizer.cues.words import TITLES, name_words
from summarizer.document import Document, Sentence

Run = tuple[int, int]

_LINKS = PARTICLES | frozenset("of des la le y für for the d’ l’ den der zu zur".split())
_AND = frozenset("and & et und".split())
_CLOSING_LINKS = frozenset("the y le der den".split())
_NO_NAME_STARTS_WITH = frozenset("the y for of".split())
_ORIGIN = re.compile(r"\w-(?:[a-z]{2,}ed|born|bred|led|run|held|built|speaking|made|bound|wide)$")
"""What only tells whose or whence somebody is: "Tolvan-based", "Front-linked"."""
_NUMBERED = re.compile(r"^\d+(?:st|nd|rd|th)?$")
_OFFICES = frozenset("Secretary Minister Speaker Chief Director Attorney Governor Chancellor".split())
_POSTS = frozenset(
    """minister secretary president premier chancellor governor mayor senator chairman chairwoman director manager
    commissioner ambassador envoy spokesman spokeswoman spokesperson speaker prosecutor attorney commander
    superintendent inspector leader whip deputy councillor legislator lawmaker mp mla mep ceo""".split()
)
"""Posts that a run of capitals ends with where it tells a role and no name: "the Chief Minister", "Mines Minister"."""
_HEADS_OF_DOUBLE_NAMES = frozenset("ministry department office institute".split())
_FRENCH_TITLES = frozenset("M MM".split())
_ROYAL = frozenset("King Queen Prince Princess Pope".split())
_PORTFOLIOS = frozenset("Foreign Defence Defense Interior Finance".split())
"""Words of a title only before its noun: "Foreign Minister Ana Ruiz", no "Office of Foreign Trade"."""
_PORTFOLIOS_ENDS = frozenset("affairs development security relations resources services works planning welfare".split())
_PORTFOLIO_AND_NAME = 3
"""Words behind "and" of a portfolio with its minister's name: "and Governance Ana Ruiz"."""
_LEGAL_FORMS = frozenset("limited ltd".split())
_INDEFINITE = frozenset("a an".split())
_LONGEST_LINK = 3
_LONGEST_INITIALLED = 8
"""Words between the first of a name and the bracket with its initials."""


def capital_runs(document: Document) -> Iterator[tuple[Sentence, int, int]]:
    """The names of a text, as sentence, start and end, in order."""
    for sentence, capitals in zip(document.sentences, capitals_of(document), strict=True):
        at = capitals.after_heading(sentence)
        while at < len(capitals.words):
            last = (_end_before_initials(capitals, at) or _run_end(capitals, at)) if capitals.opens_name(at) else None
            for first, final in _names_in_run(capitals, at, last) if last is not None else ():
                yield sentence, capitals.words[first].start, capitals.words[final].end
            at = at + 1 if last is None else last + 1


def _run_end(capitals: Capitals, at: int) -> int:
    """The last token of the run of capitals that opens at `at`, linking words and numbers within it."""
    words, last = capitals.words, at
    while last + 1 < len(words):
        if capitals.document.text[words[last].end : words[last + 1].start] not in ("", " "):
            break
        if capitals.is_common_abbreviation(last + 1):
            break
        if capitals.capital_at(last + 1) and (not _is_lost(capitals, last + 1) or capitals.capital_at(last + 2)):
            last += 1
        elif _is_numbered(capitals, last) or _is_their_body(capitals, last):
            last += 2
        elif (jump := _linked(capitals, at, last + 1)) is not None:
            last = jump
        else:
            break
    return last


def _is_lost(capitals: Capitals, at: int) -> bool:
    """Whether a capitalised function word ends the run."""
    word = capitals.words[at].word
    if word == "I":  # "“Cows I could have counted”"
        return not capitals.capital_at(at + 1)
    return capitals.is_functional(at) and not word.isupper() and word not in LEADING_ARTICLES


def _is_their_body(capitals: Capitals, at: int) -> bool:
    """Whether people own the body that follows: "Teachers’ | Union"; "Halden’s Council" is apart."""
    title = capitals.owns_body(at) and capitals.words[at + 2].word in TITLES
    return capitals.owns_body(at) and (not title or capitals.lower(at + 3) in name_words("institution"))


def _is_numbered(capitals: Capitals, last: int) -> bool:
    """Whether a number goes on with the name: "Rescue | 1122 Halden"."""
    return bool(_NUMBERED.match(capitals.words[last + 1].word)) and capitals.capital_at(last + 2)


def _end_before_initials(capitals: Capitals, first: int) -> int | None:
    """The last word of a name whose initials follow in brackets: "Community of Halden States (CHS)"; None without."""
    opening = next((i for i in range(first + 2, first + _LONGEST_INITIALLED) if capitals.lower(i) == "("), None)
    if opening is None or opening + 1 >= len(capitals.words):
        return None
    between = capitals.document.text[capitals.words[first].start : capitals.words[opening].start].rstrip()
    return opening - 1 if identity.abbreviates(capitals.words[opening + 1].word, between) else None


def _linked(capitals: Capitals, first: int, at: int) -> int | None:
    """The capitalised word that linking words ("of the") or, within a body's name, "and" lead to, or None."""
    word, stop = capitals.lower(at), at
    if word in _AND:
        return _joined(capitals, first, at)
    if word in _CLOSING_LINKS or (word in ("of", "for") and not _takes_complement(capitals, first, at)):
        return None
    while stop < at + _LONGEST_LINK and capitals.lower(stop) in _LINKS:
        stop += 1
    return stop if stop > at and capitals.capital_at(stop) else None


def _takes_complement(capitals: Capitals, first: int, link: int) -> bool:
    """Whether "of" goes on with the name: Bank of Mali, Gulf of Aden, Secretary of State; not Ndiaye of the Board."""
    if capitals.lower(link) == "of" and capitals.words[link - 1].word in TITLES:
        return capitals.capital_at(link + 2) or (capitals.lower(link + 2) == "and" and capitals.capital_at(link + 4))
    run = [capitals.lower(i) for i in range(first, link)]
    if any(capitals.words[i].word.endswith(".") and capitals.words[i].word[:-1] in TITLES for i in range(first, link)):
        return False  # "Staff Sgt. Ana Ruiz | of the Halden Police Service"
    body = any(word in name_words("institution") or word in name_words("place") for word in run)
    initials = capitals.words[first].word.isupper()  # "the IMF | for Mali"
    return body or (capitals.lower(link) == "for" and len(run) == 1 and not initials)


def _joined(capitals: Capitals, first: int, at: int) -> int | None:
    """The word after "and" where both belong to one body: "the Competition and Markets Authority", "Halden & Poole"."""
    if not capitals.capital_at(at + 1):
        return None
    if capitals.words[at].word == "&":
        return at + 1
    last = at + 1
    while capitals.capital_at(last + 1) and not _is_lost(capitals, last + 1):
        last += 1
    body = [capitals.lower(i) for i in range(first, at)]
    headed = body[0] in _HEADS_OF_DOUBLE_NAMES and "of" in body
    opened = capitals.lower(first - 1) == "the" and not any(word in name_words("institution") for word in body)
    closed = last > at + 1 and capitals.lower(last) in name_words("institution")
    members = nouns(capitals.document.language).kind(capitals.lower(last)) == "people"
    of_members = body[0] in name_words("institution") and "of" in body and members  # "Union of Rail and Port Workers"
    office = capitals.words[first].word in _OFFICES and capitals.lower(first + 1) == "of"
    held = office and (last - at >= _PORTFOLIO_AND_NAME or any(_is_given(capitals, i) for i in range(at + 2, last)))
    return last if headed or of_members or held or (opened and closed) else None


def _names_in_run(capitals: Capitals, first: int, last: int) -> Iterator[Run]:
    """The names within a run: titles and roles cut off, a title in the middle parts two names."""
    start = first
    for at in range(first, last + 1):
        if at >= start and _parts(capitals, first, at, last):
            before = _trimmed(capitals, start, at - 1)
            if before and _stands_alone(capitals, *before):
                yield before
            start = _after_title(capitals, at, last)
    if start < last and _is_state_apart(capitals, start, last):
        yield start, start
        start += 1
    if name := _trimmed(capitals, start, last):
        yield name


def _parts(capitals: Capitals, first: int, at: int, last: int) -> bool:
    """Whether the word is a title or role before a name, and no part of a body's name ("General Motors")."""
    word = capitals.words[at].word.rstrip(".")
    french = word in _FRENCH_TITLES and capitals.document.language.startswith("fr")
    if at == last or french:
        return french or (word in TITLES and first == last)
    article = capitals.lower(at - 1) if at == first else ""
    named = article in _INDEFINITE or (article == "the" and word in _ROYAL)  # "a King Soopers store"
    if named or (word not in TITLES and not _is_role(capitals, at, last)):
        return False
    following = capitals.lower(at + 1)
    if following in _LINKS and not (following == "of" and word in _OFFICES):
        return False
    if following in _LEGAL_FORMS or (word in _PORTFOLIOS and not _leads_to_title(capitals, at, last)):
        return False  # "Halden Mills Private Limited"
    rest = {capitals.lower(i) for i in range(at + 1, last + 1)}
    if at > first:
        named = word not in _OFFICES and _is_given(capitals, at - 1)  # "Hassan Sheikh Osek"
        return not named and capitals.lower(last) not in name_words(
            "institution"
        )  # "the Transport and General Workers Union"
    return not rest & name_words("institution")


def _leads_to_title(capitals: Capitals, at: int, last: int) -> bool:
    """Whether the noun of a title follows within the run: "Foreign | Affairs Minister Ana Ruiz"."""
    return any(capitals.words[i].word.rstrip(".") in TITLES for i in range(at + 1, last + 1))


def _is_state_apart(capitals: Capitals, first: int, last: int) -> bool:
    """Whether a state's abbreviation only stands before another name: "into the U.S. Ruiz said", no "U.S. Army"."""
    rest = range(first + 1, last + 1)
    body = any(capitals.lower(i) in name_words("institution") for i in rest)
    abbreviated = "." in capitals.words[first].word and states.is_known(capitals.words[first].word)
    return abbreviated and not body and capitals.inner[capitals.words[first + 1].word] > 1


def _is_role(capitals: Capitals, at: int, last: int) -> bool:
    """A common noun for a person that opens the sentence or stands before a full name: "Minority Leader Ruth Amund"."""
    opens = at == 0 or capitals.words[at - 1].word in OPENERS
    surname = at + 2 == last and capitals.inner[capitals.words[last].word] > 1  # who goes by it elsewhere
    full = at + 2 <= last and (surname or gender_of(capitals.words[at + 1].word) is not None)
    return (opens or full) and _is_common(capitals, at)


def _is_common(capitals: Capitals, at: int) -> bool:
    """Whether the word is a noun for a person, and no given name: "Hunter"."""
    known = nouns(capitals.document.language)
    return known.is_person(capitals.lower(at)) and gender_of(capitals.words[at].word) is None


def _describes(capitals: Capitals, at: int) -> bool:
    """Whether the word is an adjective of the noun behind it: "Halden Front Maoist | rebels"."""
    adjective = capitals.lower(at).endswith("ist") or states.demonym_of(capitals.words[at].word)
    return bool(adjective) and capitals.lower(at + 1).isalpha() and capitals.words[at + 1].word.islower()


def _is_post(capitals: Capitals, first: int, last: int) -> bool:
    """Whether the run tells a role and no name: "the Foreign Secretary", "Rajasthan’s Mines Minister"."""
    run = [capitals.lower(i) for i in range(first, last + 1)]
    if all(capitals.words[i].word in TITLES for i in range(first, last + 1)):
        return first < last or capitals.words[first - 1].word in TITLES
    linked = any(word in _LINKS for word in run)
    return run[-1] in _POSTS and not linked and gender_of(capitals.words[first].word) is None


def _is_plural_of(capitals: Capitals, first: int, last: int) -> bool:
    """Whether it is a plural for people with "of" behind it, however it is written: "the Members of parliament"."""
    plural = nouns(capitals.document.language).kind(capitals.lower(first)) == "people"
    return first == last and plural and capitals.lower(first + 1) == "of"


def _is_given(capitals: Capitals, at: int) -> bool:
    return gender_of(capitals.words[at].word) is not None


def _stands_alone(capitals: Capitals, first: int, last: int) -> bool:
    """Whether what stands before a title is a name: "Bank of England Governor", not "Senate Minority Leader"."""
    word = capitals.words[last].word
    run = [capitals.lower(i) for i in range(first, last + 1)]
    if first == last and nouns(capitals.document.language).kind(run[0]) == "body":
        return False  # "Opposition | Leader Ruth Amund"
    body = first < last and ("of" in run or run[-1] in name_words("institution"))
    return body or states.is_known(word) or word.isupper() or all(capitals.inner[w.capitalize()] > 1 for w in run)


def _after_title(capitals: Capitals, at: int, last: int) -> int:
    """The word after a title, one of several words included: "Secretary of State", "Speaker of the House"."""
    if capitals.lower(at + 1) != "of":
        return at + 1
    named = next((i for i in range(at + 3, last) if _is_given(capitals, i)), None)
    if named is None and any(capitals.lower(i) == "and" for i in range(at, last - 1)):
        named = last - 1
    if named is not None:  # "Minister of Trade and Ports Ana Ruiz"
        return named
    if at + 3 == last and capitals.lower(last) in _PORTFOLIOS_ENDS:
        return last + 1  # "the Minister of Parliamentary Affairs"
    return at + 4 if capitals.lower(at + 2) == "the" else at + 3


def _trimmed(capitals: Capitals, first: int, last: int) -> Run | None:
    """The name without outer links and demonyms, or None where nothing is left."""
    words = capitals.words
    first = max((i + 1 for i in range(first, last + 1) if _ORIGIN.search(words[i].word)), default=first)
    while first <= last and words[first].lower in _NO_NAME_STARTS_WITH:
        first += 1
    while first <= last and not words[last].capital and not words[last].word[0].isdigit():
        last -= 1
    while first < last and _describes(capitals, last):
        last -= 1
    if first == last and words[first].lower.endswith("ist") and _describes(capitals, last):
        return None  # "Islamist | militants"
    if first <= last and (_is_post(capitals, first, last) or _is_plural_of(capitals, first, last)):
        return None
    if first > last or not any(capitals.capital_at(i) for i in range(first, last + 1)):
        return None
    return _without_demonym(capitals, first, last)


def _without_demonym(capitals: Capitals, first: int, last: int) -> Run | None:
    """The name without "the Ghanaian" before a person; None where there is no more than a demonym."""
    opening, words = capitals.words[first].word, capitals.words
    whole = capitals.document.text[words[first].start : words[last].end]
    if not states.demonym_of(opening) or states.is_known(opening) or states.state_of(whole):
        return first, last
    if any(capitals.lower(i) in name_words("institution") for i in range(first + 1, last + 1)):
        return first, last
    return (first + 1, last) if first < last and words[first + 1].word not in TITLES else None
