"""Actors without a name: "two passengers", "the ministry", "an investigating judge", where they act or suffer; pure.

A noun for people makes an actor where it is a clause's subject, follows a number, or is whom somebody does something
to. Elsewhere, and within quotation marks, it is scenery.
"""

from __future__ import annotations

from summarizer.cues.furniture import is_furniture
from summarizer.cues.german_clauses import is_genitive, is_one
from summarizer.cues.group_starts import ACTED_ON, BOUNDS, after_parenthesis, opens_with_participle, start_of_group
from summarizer.cues.lines import CONTENT, Line, lines_of
from summarizer.cues.nouns import NounKind
from summarizer.cues.phrase_ends import closes_time
from summarizer.cues.phrases import Phrase, phrase_from
from summarizer.document import Document

Span = tuple[int, int]

_LISTENING = frozenset("told tells tell telling informed informs".split())
_BARE = frozenset("police parliament congress staff troops personnel civil prosecutors crew rescuers".split())
"""Nouns that need no article to be a subject."""
_PEOPLE_LIKE_ADJECTIVES = frozenset("police staff crew people public family".split())
_PLACES = frozenset("city town county province region kingdom village state".split())
"""Bodies that more often are mere places, which speak but do nothing else."""
_NOBODY = frozenset(
    """no nobody none neither any every every much most whatever whichever such many
    aucun aucune kein keine keiner ningún ninguna ніхто жоден никто""".split()
)
_FIGURES = frozenset(
    """dead wounded injured missing hurt killed half many several some hundreds dozens thousands scores morts
    blessés tués disparus tote muertos heridos fallecidos lesionados desaparecidos toten verletzten verletzte
    todesopfer загиблих поранених погибших раненых""".split()
)
"""Nouns that with a number are a toll, no actor."""
_ADJECTIVES = frozenset("dead wounded injured missing hurt burned accused lost".split())
"""Words for people only behind an article or a number: "the wounded", not "shot dead"."""
_MERE_PEOPLE = frozenset(
    """people persons civilians others children members menschen personen zivilisten tote verletzte personnes civils
    autres membres personas civiles otros людей осіб человек""".split()
)
"""Nouns that with a number count whom something happened to: actors only where they do something themselves."""
_ANYBODY = frozenset("people persons others menschen personen tote verletzte personnes autres personas otros".split())
"""Those of them that do not even tell victims from fighters: with a number a mere toll."""
_QUANTITIES = frozenset("half several many some others hundreds dozens thousands scores one two all both".split())
_HAPPENING = frozenset("died dies drowned perished vanished disappeared suffered remain remained lost".split())
_TOTALLING = frozenset("since total overall altogether".split())
_HARMING = frozenset(
    "killed killing wounded wounding injured injuring hurt hurting shot kidnapped abducted seized".split()
)
_INCIDENTAL = frozenset("for with without than between about in on at like".split())
_PLACING = frozenset("in at near outside".split())
"""Behind what is no subject these tell where something was done to it: "killed by gunmen | in Halden"."""
_WHEREABOUTS = frozenset("of in at from with for near".split())
_OF = frozenset("of from de du des von del".split())
_OWN_PAPER = frozenset("newspaper paper page magazine website site".split())
_CLAUSE_OPENING = frozenset("mark conjunction subordinator relative adverb calendar".split())
_IDENTIFIED = frozenset("named identified".split())
_NEAR = 8
_OWNED = frozenset("run owned backed led funded controlled financed".split())


def find_groups(document: Document) -> list[tuple[Span, NounKind]]:
    """Noun phrases of unnamed actors with their noun's class, in order."""
    found: dict[Span, NounKind] = {}
    for line in lines_of(document):
        covered = -1
        for at in range(len(line.words)):
            inside = at > covered and not is_furniture(document, line.words[at].start)
            group = _group(line, at) if inside else None
            if group is not None and group[0].first > covered:
                phrase, kind = group
                found[line.span(phrase.first, phrase.last)] = kind
                covered = phrase.last
    return list(found.items())


def _group(line: Line, head: int) -> tuple[Phrase, NounKind] | None:
    """The phrase whose head is the word, with its class, None where it is no head or does nothing."""
    kind = line.nouns.kind(line.lower(head), line.lower(head - 1))
    if kind == "body" and line.nouns.is_either(line.lower(head)) and line.lower(head + 1) == "who":
        kind = "person"
    if kind is None or kind == "document" or line.quoted[head] or not _is_head(line, head):
        return None
    first = start_of_group(line, head)
    phrase = Phrase(first, _last(line, first, head), head)
    if kind == "people" and is_one(line, phrase):
        kind = "person"
    bare = first == head and line.lower(head) in _ADJECTIVES
    if bare or line.nouns.singular(line.lower(head)) in _PLACES or not _counts_people(line, head):
        return None
    if line.lower(head) == "sides":  # "both sides" are those who were named
        return None
    own_paper = line.lower(first) == "this" and line.lower(head) in _OWN_PAPER
    theirs = kind == "people" and line.lower(first) == "whose"  # "the union, whose members"
    if own_paper or theirs or line.lower(first) in _NOBODY or _is_named(line, phrase, kind):
        return None
    return (phrase, kind) if _is_actor(line, phrase, kind) else None


def _is_named(line: Line, phrase: Phrase, kind: NounKind) -> bool:
    """Whether several people are told by their names: "the petitioners, Ana Ruiz and Per Lind", "were named as"."""
    at = phrase.last + 1
    if kind != "people":
        return False
    if line.lower(at) == ",":
        return line.tag(at + 1) == "name" and line.lower(line.last_of_name(at + 1) + 1) in ("and", ",")
    while line.tag(at) in ("auxiliary", "adverb", "calendar") or line.lower(at) == "on":
        at += 1
    named = next((i for i in range(at + 1, at + _NEAR) if line.lower(i) == "as"), None)
    return line.lower(at) in _IDENTIFIED and named is not None and line.tag(named + 1) == "name"


def _counts_people(line: Line, head: int) -> bool:
    """Whether a quantity as head counts people: "several of the men", not "several", "some of them" or "the others"."""
    if line.lower(head) not in _QUANTITIES:
        return True
    phrase = phrase_from(line, head + 2) if line.lower(head + 1) in _OF else None
    if phrase is None or phrase.is_pronoun(line):
        return False
    return line.nouns.kind(line.lower(phrase.head)) == "people"


def _is_head(line: Line, head: int) -> bool:
    """Whether no noun follows that the word only modifies, and the word is part of no name and no name's role."""
    if line.tag(head) not in ("word", "verb", "determiner", "number"):
        return False
    counted = line.tag(head + 1) == "number" and line.language != "de"  # "hatte ein 21-Jähriger | zwei Beamte"
    if counted or line.tag(head + 1) in ("possessive", "name"):
        return False
    if line.tag(head + 1) == "word" and not line.is_finite(head + 1) and _modifies(line, head):
        return False
    alone = line.lower(head + 1) in ("of", "who") or line.tag(head + 1) in ("auxiliary", "modal", "verb")
    return alone or line.tag(head) not in ("determiner", "number")


def _modifies(line: Line, head: int) -> bool:
    """Whether the next word is a noun that the word belongs to: "police | chief"; not after a plural."""
    if line.lower(head + 1).endswith(("ing", "ed")):
        return False
    plural = line.nouns.kind(line.lower(head)) == "people" and line.lower(head) not in _PEOPLE_LIKE_ADJECTIVES
    return not plural and line.tag(head + 2) != "determiner"


def _last(line: Line, first: int, head: int) -> int:
    """The last word of the phrase with its complement: "people in the Borj quarter", "a man of 70"."""
    grown = phrase_from(line, first)
    if grown is None or grown.last <= head or line.tag(head + 1) in CONTENT:
        return head
    names_somebody = line.lower(head + 1) in _OF or line.names_within(head + 1, grown.last)
    people = line.nouns.kind(line.lower(head)) == "people"
    numbered = any(line.tag(i) == "number" for i in range(first, head)) and line.lower(head + 1) not in _OF
    loose = line.lower(head + 1) not in _WHEREABOUTS
    placed = line.language == "en" and line.lower(head + 1) in _PLACING and not _goes_on(line, grown.last + 1)
    circumstance = placed or (people and (not names_somebody or numbered or loose))
    if line.tag(head + 1) == "preposition" and (circumstance or _is_addressee(line, head + 1)):
        return head
    return next((i - 1 for i in range(head + 2, grown.last) if people and line.tag(i) == "preposition"), grown.last)


def _goes_on(line: Line, at: int) -> bool:
    """Whether a verb, or somebody joined, follows a phrase, so that it is a subject."""
    after = after_parenthesis(line, at)
    return line.is_finite(after) or line.lower(at) in ("and", "who") or line.tag(after) == "verb"


def _is_addressee(line: Line, at: int) -> bool:
    """Whether "to" tells whom a body deals with: "offers made by the government | to the unions"."""
    return line.lower(at) == "to" and line.nouns.kind(line.lower(at - 1)) == "body"


def _is_actor(line: Line, phrase: Phrase, kind: NounKind) -> bool:
    """Whether the phrase is a subject, a counted group, or somebody to whom something is done."""
    before, first = line.lower(phrase.first - 1), line.lower(phrase.first)
    if before in _LISTENING or (before == "by" and line.lower(phrase.first - 2) in _OWNED):
        return False
    articled = line.tag(phrase.first) == "determiner" or line.lower(phrase.head) in _BARE
    if kind != "people" and not articled:
        possessed = any(line.tag(i) in ("possessive", "name") for i in range(phrase.first, phrase.head))
        return possessed and _is_subject(line, phrase)
    if kind != "people" and first in line.classes.possessives:
        return False
    numbered = any(line.tag(i) == "number" for i in range(phrase.first, phrase.head))
    if numbered and line.language != "en" and line.lower(phrase.head) in _FIGURES:
        return False
    if numbered and line.lower(phrase.head) in _MERE_PEOPLE:
        return _does_something(line, phrase) or _is_victim(line, phrase)
    single = line.nouns.singular(line.lower(phrase.head))
    bodies = single != line.lower(phrase.head) and line.nouns.kind(single) == "body"  # "runs 11 hospitals"
    counted = (
        numbered
        and kind == "people"
        and not bodies
        and line.lower(phrase.head) not in _FIGURES
        and before not in _INCIDENTAL
    )
    undergoes = before in ACTED_ON and (kind != "body" or first not in ("a", "an"))
    return counted or undergoes or _is_subject(line, phrase)


def _does_something(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase is the subject of a verb that is neither passive nor a mere happening: "people fled"."""
    at = after_parenthesis(line, phrase.last + 1)
    return _is_subject(line, phrase) and line.tag(at) != "auxiliary" and line.lower(at) not in _HAPPENING


def _is_victim(line: Line, phrase: Phrase) -> bool:
    """Whether somebody does the phrase violence, or it is done to it; a total ("since March", "another") is nobody."""
    if line.lower(phrase.head) in _ANYBODY or any(token.lower in _TOTALLING for token in line.words):
        return False
    before = phrase.first - 1
    while line.lower(before) in BOUNDS or line.lower(before) in ("at", "more", "up", "to"):
        before -= 1
    return line.lower(before) in _HARMING or (_is_subject(line, phrase) and not _does_something(line, phrase))


def _is_subject(line: Line, phrase: Phrase) -> bool:
    """Whether a finite verb follows and no preposition governs the phrase."""
    if line.tag(phrase.first - 1) == "preposition" or line.lower(phrase.first - 2) == "who":
        return False  # "who provide | services"
    if line.language == "de" and is_genitive(line, phrase):
        return False
    if phrase.first == 1 and opens_with_participle(line, phrase.head):
        return False  # "Addressing | journalists in Tarn, the union"
    opens = line.tag(phrase.first - 1) in _CLAUSE_OPENING or closes_time(line, phrase.first - 1)
    if line.tag(phrase.last + 1) == "relative" or _opens_with_that(line, phrase):
        return opens
    oblique = line.lower(phrase.first) in line.classes.oblique
    if line.language == "de" and line.is_finite(phrase.first - 1) and not oblique:
        return True  # the verb comes second, its subject third
    at = after_parenthesis(line, _end_of_complement(line, phrase) + 1)
    present = line.tag(at) == "word" and line.language == "en" and line.lower(at).endswith("s")
    return line.is_finite(at) or (opens and ((present and phrase.last == phrase.head) or _is_listed(line, phrase)))


def _opens_with_that(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase opens a sentence or a clause after a mark, with a relative clause: "A panel that sat in"."""
    return line.lower(phrase.last + 1) == "that" and line.tag(phrase.first - 1) == "mark"


def _is_listed(line: Line, phrase: Phrase) -> bool:
    """Whether others are joined to the phrase, and a verb follows them all: "a cook | and two policemen died"."""
    if line.lower(phrase.first - 1) == "," and line.tag(phrase.first - 2) == "name":
        return False  # "Ana Ruiz, a cook and a mother of three, said"
    joined, at = False, _end_of_complement(line, phrase) + 1
    while line.lower(at) in (",", "and") and not joined:
        joined = line.lower(at) == "and"
        following = phrase_from(line, at + 1)
        if following is None or not (following.is_named(line) or line.nouns.knows(line.lower(following.head))):
            return False
        bare = line.tag(following.first) not in ("determiner", "number", "name")
        if bare and line.tag(phrase.first) in ("determiner", "number"):
            return False  # "the minister of electricity and water"
        at = following.last + 1
    return joined and line.is_finite(after_parenthesis(line, at))


def _end_of_complement(line: Line, phrase: Phrase) -> int:
    """The last word of the phrase with a circumstance that its actor is told without: "men | with silenced weapons"."""
    grown = phrase_from(line, phrase.first)
    cut = phrase.last == phrase.head and line.tag(phrase.last + 1) == "preposition"
    return grown.last if cut and grown and grown.last > phrase.last else phrase.last
