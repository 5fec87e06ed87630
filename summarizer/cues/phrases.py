"""Noun phrases, and where one that begins at a word ends: complements and a name in apposition included; pure.

A small chunker over closed word classes: it knows no grammar beyond where a noun phrase can begin and end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from summarizer.cues.lines import CONTENT, Line
from summarizer.cues.names import Name

QUANTITIES = frozenset(
    """one two three four five six seven eight nine ten both others another some many several most half all
    each few none any""".split()
)
"""Words that stand for people where no noun follows: "others", "two of the judges"."""
BEFORE_AN_ARTICLE = frozenset("all both half".split())
GENITIVE_ARTICLES = frozenset("der des eines einer".split())
LONGEST = 14
"""Words of the longest noun phrase that is looked for."""

_NAMING = frozenset("called named known as".split())
_QUOTATION_MARKS = ("„", "“", "»", "«", '"')
_OF = frozenset("of de d’ du des del von vom".split())
_CIRCUMSTANTIAL = frozenset("mit am im zur".split())
"""German prepositions that after a subject that follows its verb rather tell of the verb."""
GERMAN_TIME = re.compile(
    r"\w*(?:nacht|nächten|morgen|mittag|abend|tag|tage|tagen|woche|wochen|monat|monate|monaten|jahr|jahre|jahren|stunde|stunden"
    r"|minuten|anfang|mitte|ende|frühjahr|sommer|herbst|winter)s?$"
)
_ROMANCE_TIMES = frozenset(
    "nuit matinée soirée journée semaine lundi mardi mercredi jeudi vendredi samedi dimanche noche madrugada".split()
)
_TO_WHOM = frozenset("à au aux al".split())
_BEFORE_A_VERB = frozenset("de d’ d' à pour a para".split())
_INFINITIVES = {"fr": re.compile(r"\w{2,}(?:er|ir|re)$"), "es": re.compile(r"\w{2,}[aei]r(?:se|lo|la|los|las)?$")}
_FRENCH_GERUND = re.compile(r"\w{3,}(?<!import)(?<!surveill)ant$")
_RUSSIAN_INFINITIVE = re.compile(r"\w{2,}(?:[иаеуя]ть|[иаеуя]ться|тись)$")
_WHERE = frozenset("in an auf bei beim zum".split())
_BEFORE_AN_INFINITIVE = frozenset("to zu à".split())
MEDIA = frozenset(
    """statement interview letter post email e-mail note memo tweet speech briefing report article message call
    telephone phone press news court parliament condition reporters journalists television radio telegram
    facebook x twitter instagram private public blog video paper filing comments remarks communiqué
    entretien vidéo lettre conférence discours mitteilung erklärung schreiben gespräch videobotschaft
    comunicado entrevista rueda mensaje vídeo carta""".split()
)
"""What "in" or "to" leads to where it tells how or to whom something is said, not who says it."""


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

    def is_named(self, line: Line) -> bool:
        """Whether the head is a name, or one stands in apposition."""
        return self.name is not None or line.tag(self.head) == "name"

    def is_pronoun(self, line: Line) -> bool:
        """Whether the phrase is a pronoun."""
        return self.first == self.last and line.tag(self.first) == "pronoun"


def phrase_from(line: Line, at: int) -> Phrase | None:
    """The noun phrase that begins at a word; a name in apposition is taken with it ("its lawyer, Scott Imhoff")."""
    if line.tag(at) == "pronoun":
        return Phrase(at, at, at)
    if line.tag(at) == "determiner" and line.lower(at + 1) in _QUOTATION_MARKS and line.tag(at + 2) == "name":
        return Phrase(at + 2, line.last_of_name(at + 2), line.last_of_name(at + 2))  # "der „Bote“"
    last = _last_from(line, at) if line.tag(at) in (*CONTENT, "determiner", "verb") else None
    if last is None:
        return None
    phrase = Phrase(at, last, _head_from(line, at, last))
    if line.lower(last) in QUANTITIES and line.lower(last + 1) in _OF and line.tag(last + 2) == "pronoun":
        phrase, last = replace(phrase, last=last + 2), last + 2  # "one of them, Ruth Oyelaran"
    if phrase.is_named(line) or line.lower(last + 1) != ",":
        return phrase
    return replace(phrase, name=apposed_name(line, last + 2, line.next_mark(last + 2) - 1))


def apposed_name(line: Line, first: int, last: int) -> Name | None:
    """The name that stands between `first` and `last`, alone or after its role."""
    names = line.names_within(first, last) if first <= last else []
    if not names or line.tag(first) not in ("determiner", "name", "word"):
        return None
    whence = line.last_of_name(first) + 1
    if line.tag(first) == "name" and whence <= last and line.lower(whence) in ("of", "from"):
        clause = any(line.is_finite(at) for at in range(whence, last + 1))
        return None if clause else names[0]  # "the mayor, Ada Roy of Halden, said"
    for at in range(first, last + 1):
        naming = line.lower(at) in _NAMING
        if not naming and (line.is_finite(at) or line.tag(at) not in (*CONTENT, "determiner", "possessive")):
            return None
    return names[-1] if names[-1].end == line.words[last].end or line.tag(first) == "name" else None


def _head_from(line: Line, first: int, last: int) -> int:
    """The last word before a preposition or a second article; outside English and German the first known noun."""
    ends = (i for i in range(first + 1, last + 1) if line.tag(i) in ("preposition", "determiner"))
    stop = next((i for i in ends if line.tag(i - 1) != "possessive"), last + 1)
    full_name = line.tag(stop - 1) == "name" and line.first_of_name(stop - 1) < stop - 1
    if line.language not in ("uk", "ru", "fr", "es") or full_name:
        return stop - 1
    return next((i for i in range(first, stop) if line.nouns.knows(line.lower(i))), stop - 1)


def _last_from(line: Line, at: int) -> int | None:
    """The last word of the noun phrase that begins at a word, None where it has no noun."""
    last = line.last_of_name(at)
    while last + 1 < len(line.words) and last - at < LONGEST:
        following = line.tag(last + 1)
        if following == "preposition" and _complement_follows(line, last):
            last = line.last_of_name(last + 2)
        elif following == "number" and line.language == "de" and line.tag(last) == "word" and line.words[last].capital:
            break  # "hatte ein 21-Jähriger | zwei Beamte"
        elif following == "name" and _is_next_subject(line, at, last + 1):
            break
        elif following in ("name", "number", "possessive") or (
            following == "word" and not _ends_before(line, last + 1)
        ):
            last = line.last_of_name(last + 1)
        elif (following == "determiner" and _continues_with_article(line, last)) or (
            following == "verb" and line.tag(last) == "determiner"
        ):
            last += 1
        else:
            break
    return last if line.tag(last) in CONTENT or last == at or line.lower(last) in QUANTITIES else None


def _is_next_subject(line: Line, first: int, at: int) -> bool:
    """Whether the name is the subject behind a source: "according to the air force | Russia sent drones"."""
    sourced = line.lower(first - 1) == "to" and line.lower(first - 2) == "according"
    return sourced and line.tag(at - 1) == "word" and line.is_finite(line.last_of_name(at) + 1)


def _ends_before(line: Line, at: int) -> bool:
    """Whether the phrase ends before an unknown word: a verb, or outside English anything after a name."""
    before = line.words[at - 1]
    if line.language != "en" and line.tag(at - 1) == "name":
        return True
    if (
        line.language == "fr"
        and line.tag(at - 1) == "word"
        and _FRENCH_GERUND.search(line.lower(at))
        and not line.nouns.knows(line.lower(at))
    ):
        return True
    if line.language == "ru" and _RUSSIAN_INFINITIVE.search(line.lower(at)) and not line.nouns.knows(line.lower(at)):
        return True
    if line.language == "de" and before.capital:  # German nouns have capitals: what follows in lower case is none
        return not line.words[at].capital or bool(GERMAN_TIME.match(before.lower))  # "am Mittag | Rebellen"
    return line.is_finite(at) and line.tag(at - 1) in CONTENT


def _continues_with_article(line: Line, last: int) -> bool:
    """After a quantity ("both the"), a possessive, and in German before a genitive ("ein Sprecher des Konzerns")."""
    genitive = line.language == "de" and line.lower(last + 1) in GENITIVE_ARTICLES and line.tag(last) == "word"
    return genitive or line.tag(last) == "possessive" or line.lower(last) in BEFORE_AN_ARTICLE


def tells_time(line: Line, preposition: int) -> bool:
    """Whether a German preposition leads to a time, not to a complement: "die Polizei | in der Nacht"."""
    if line.language in ("fr", "es"):
        return any(
            line.lower(i) in _ROMANCE_TIMES for i in range(preposition + 1, min(preposition + 4, len(line.words)))
        )
    if line.language != "de":
        return False
    ahead = range(preposition + 1, min(preposition + 5, len(line.words)))
    noun = next((i for i in ahead if line.words[i].capital or line.tag(i) in ("mark", "calendar")), None)
    return noun is not None and (line.tag(noun) == "calendar" or bool(GERMAN_TIME.match(line.lower(noun))))


def _complement_follows(line: Line, last: int) -> bool:
    """Whether the preposition after `last` opens a complement of the phrase, no circumstance of the speech."""
    preposition, following = line.lower(last + 1), line.tag(last + 2)
    if preposition not in line.classes.attaching or following not in (*CONTENT, "determiner"):
        return False
    if line.language != "en" and _is_circumstance(line, last):
        return False
    if following == "word" and (preposition in _BEFORE_AN_INFINITIVE or line.lower(last + 2).endswith("ing")):
        return False
    ahead = range(last + 2, min(last + 6, len(line.words)))
    noun = next((line.lower(i) for i in ahead if line.tag(i) in ("word", "name", "mark")), "")
    if noun in MEDIA and preposition not in _OF:
        return False
    return line.tag(last) != "name" or (preposition in _OF and line.language != "en")


def _is_circumstance(line: Line, last: int) -> bool:
    """Whether what the preposition after `last` opens rather tells of the verb, outside English."""
    preposition, following = line.lower(last + 1), line.tag(last + 2)
    kind = line.nouns.kind(line.lower(last))
    if preposition in _TO_WHOM and kind in ("person", "people", "body"):
        return True  # "a indiqué la police | à l'AFP"
    infinitive = _INFINITIVES.get(line.language)
    if infinitive and following == "word" and preposition in _BEFORE_A_VERB and infinitive.search(line.lower(last + 2)):
        return not line.nouns.knows(line.lower(last + 2))  # "a ordonné à l'entreprise | de verser"
    if line.language != "de":
        return tells_time(line, last + 1)
    if preposition in _CIRCUMSTANTIAL or tells_time(line, last + 1):
        return True
    blamed = preposition == "für" and following == "determiner"  # "machte das Militär | für die Tat verantwortlich"
    return blamed or (preposition in _WHERE and kind in ("person", "people"))
