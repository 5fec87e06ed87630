"""Who can use which verb for words: no storm threatens, no court rejects an appeal in words alone; pure."""

from __future__ import annotations

from summarizer.cues.lines import Line
from summarizer.cues.phrases import Phrase, phrase_from
from summarizer.cues.reporting import Use

_NOBODY = frozenset(
    """no nobody none neither nothing niemand keiner keine aucun aucune personne nadie ninguno ніхто жоден
    никто""".split()
)
_ANYBODY = frozenset("everyone everybody anyone anybody whoever whatever".split())
_ACTORS_ONLY = frozenset({"threat", "promise", "demand", "prediction", "proposal", "accusation", "denial"})
_ACTORS_VERBS = frozenset(
    """doubt doubts doubted suggest suggests suggested mean means confirm confirms confirmed establish hold holds
    held""".split()
)
_WRITINGS_VERBS = frozenset("show shows showed shown indicate indicates indicated reveal reveals read reads".split())
_EVIDENCE = frozenset(
    """it they images image footage tests test results result research satellite photographs photos pictures
    video logs emails""".split()
)
_FINDING = frozenset("find finds found discovers discovered".split())
_INQUIRERS = frozenset(
    """researchers scientists team authors investigators inquiry investigation court judge jury tribunal analysts
    auditors""".split()
)
_NUMBERS = frozenset("data figures statistics records".split())
"""Writings that nobody speaks through."""
_WITHHELD = frozenset("bail entry access permission visa visas leave parole victory boarding".split())
_IDLE_OBJECTS = frozenset(
    """goodbye farewell grace prayers mass nothing little otherwise story stories tale tales lie lies joke
    jokes truth fortune""".split()
)
_DECLARED = frozenset(
    "ceasefire truce war emergency independence bankruptcy strike mourning holiday moratorium amnesty jihad".split()
)
"""What is done by declaring it."""
_THINKING = frozenset("think thinks thought".split())
_STANDING_FOR_PEOPLE = frozenset("many others some most one two both several".split())


def fits(line: Line, at: int, use: Use, subject: Phrase, *, beyond_doubt: bool) -> bool:
    """Whether such a subject can use the verb at `at` for words; `beyond_doubt`: quotation marks or commas say so."""
    if _is_idle(line, at) or _impends(line, at) or (use.kind == "denial" and _is_withholding(line, at)):
        return False
    if beyond_doubt or subject.is_pronoun(line):
        return True
    head = line.lower(subject.head)
    clause = line.lower(at + 1) in line.classes.complementisers
    charges = line.lower(at).startswith("charg")  # "police charged him with assault"
    finds = line.lower(at) in _FINDING and line.nouns.kind(head) != "document" and head not in _INQUIRERS
    content = use.frame == "content" and line.language == "en"
    if not clause and (finds or charges or (content and not may_speak(line, subject))):
        return False  # "A bag found near the bus", "the programme found that", "officers found three people injured"
    if line.nouns.is_court(head) and (use.frame == "speech" or use.kind == "denial"):
        return False
    if line.lower(at) in _WRITINGS_VERBS:
        return (line.nouns.kind(head) == "document" and head not in _NUMBERS) or head in _EVIDENCE
    particular = use.kind in _ACTORS_ONLY or line.lower(at) in _ACTORS_VERBS
    return may_speak(line, subject) if particular else True


def may_speak(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase is a name, a pronoun, or a noun for people, bodies or writings."""
    head = line.lower(phrase.head)
    named = phrase.name is not None or line.tag(phrase.head) in ("name", "pronoun")
    return named or line.nouns.knows(head) or head in _STANDING_FOR_PEOPLE


def is_nobody(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase says that nobody in particular does it: "no group", "neither side", "not everyone"."""
    if line.lower(phrase.head) in _ANYBODY or line.lower(phrase.first) == "according":
        return True
    return line.lower(phrase.first) in _NOBODY or line.lower(phrase.head) in _NOBODY


def _is_withholding(line: Line, at: int) -> bool:
    """Whether something is refused to somebody: "denied bail", "denied him access"."""
    start = at + 2 if line.tag(at + 1) in ("pronoun", "determiner") else at + 1
    return line.lower(start) in _WITHHELD


def _impends(line: Line, at: int) -> bool:
    """Whether something is about to befall somebody, in German the same verb as "threaten": "drohen ihm zehn Jahre"."""
    with_what = line.first_of(("mit", "damit", ":", "dass"), range(at + 1, min(at + 12, len(line.words))))
    bare = with_what is None and line.tag(at + 1) in ("pronoun", "determiner")
    return line.language == "de" and line.lower(at).startswith("droh") and bare


def _is_idle(line: Line, at: int) -> bool:
    """Whether the words said are none: "said goodbye", "says otherwise", "tells the story of"."""
    phrase = phrase_from(line, at + 1)
    if phrase is not None and line.is_finite(phrase.last + 1):
        return False  # "said nothing had changed"
    after = line.lower(at + 1)
    if line.lower(at) in _THINKING and after in ("about", "of", "twice", "again", "hard", "so"):
        return True
    declared = line.lower(at).startswith("declar") and phrase is not None and line.lower(phrase.head) in _DECLARED
    pleaded = line.lower(at).startswith("plead") and after in ("guilty", "not", "innocent")
    if line.lower(at).startswith("offer") and line.tag(at + 2) in ("determiner", "name", "pronoun", "possessive"):
        return True  # "offered to the public"
    if line.lower(at + 1) == "on" and line.lower(at + 2) in ("until", "for", "with", "as", "in", "at", "while"):
        return True  # "went on until dawn"
    if line.lower(at) in ("told", "tell", "tells") and line.lower(at + 1) == "it":
        return True
    return (
        declared
        or pleaded
        or after in _IDLE_OBJECTS
        or (phrase is not None and line.lower(phrase.head) in _IDLE_OBJECTS)
    )
