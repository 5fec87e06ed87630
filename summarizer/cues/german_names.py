"""Names in German, where every noun has a capital: told by given names, the noun before them, their place; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from summarizer.cues import states
from summarizer.cues.given_names import gender_of
from summarizer.cues.nouns import nouns
from summarizer.cues.reporting import verbs
from summarizer.cues.tokens import Token, is_calendar, sentence_tokens
from summarizer.cues.words import TITLES, name_words, word_classes
from summarizer.document import Document, Sentence

Run = tuple[int, int]

_GENERIC = frozenset(
    """firma gewerkschaft partei initiative bürgerinitiative konzern verband umweltverband verein gruppe
    reederei zeitung sender""".split()
)
"""Nouns that a proper name follows at once."""
_ADJECTIVE_ENDINGS = ("en", "er", "es", "em", "e")
_COMMON_ENDINGS = ("en", "er", "e", "n", "s", "ung", "heit", "keit")
_PARTICIPLE = re.compile(r"(?:[A-ZÄÖÜ][a-zäöü]{0,5})?(?:[Gg]e|[Vv]er|[Bb]e|[Ee]r|[Ee]nt|[Zz]er)\w+(?:t|en)$")
_CAPITAL_ADJECTIVE = re.compile(
    r"(?:\w{2,}isch|Deutsch|(?:Inter)?[Nn]ational|Vereint|Vereinigt|Zentral|Rot|Grün|Liberal)e[nrsm]?$"
)
_LEADING = frozenset("in bei nahe unweit".split())
_DIRECTIONS = frozenset(
    "nördlich südlich östlich westlich nordöstlich nordwestlich südöstlich südwestlich unweit".split()
)
_STRUCK = re.compile(r"(?:angriffe?n?|attacken?|anschlag|anschläge|beschuss|schlag|schläge)s?$")
_ABSTRACT = re.compile(
    r"(?:heit|keit|ung|schaft|ion|tät|nis|haft|zeit|not|gefahr|arbeit|kraft|ehr|weise|betrieb|folge|höhe)$"
)
"""How nouns end that need no article behind a preposition."""
_TOWN = re.compile(
    r"(?:ingen|hausen|hofen|kirchen|linden|felden|stetten|münchen|bremen|dresden|köln|berlin|wien|essen|hagen|minden|emden"
    r"|aachen|hannover|kassel|baden|bergen|afghanistan|\w+istan|jordanien|syrien|italien|spanien|\w+ien|libanon|sudan|iran"
    r"|\w+burgs?|paris|brüssel|\w*hafen|schwerin|stettin|london|washington|peking|kabul|teheran|sachsen|bayern|hessen|\w+fels|worms|neuss)$"
)
_DATELINE = re.compile(
    r"\s*[A-ZÄÖÜ][\w-]+(?:[ /][A-ZÄÖÜ][\w-]+)?(?:,? \d\d?\. ?\w+)?"
    r"(?:\s*\([^()\n]{2,24}\)\s*[-–—.:]\s"
    r"|\s*\((?:dpa|[A-Z]{2,5})(?:/\w+)?\)\s|\s[–—-]\s|\.\s(?=\s*[A-ZÄÖÜ„»]))"
)
"""A place, and the agency, before the story: "Halden (dpa) - ", "Halden/Besk – ", "Halden. "."""
_PLACES = frozenset("meer meeres see sees ozean ozeans platz platzes weltkrieg weltkriegs reich reichs".split())
_PLACE_NOUNS = frozenset(
    """hauptstadt provinzhauptstadt hafenstadt kleinstadt großstadt stadt dorf ort ortschaft provinz region gebiet
    bezirk distrikt gemeinde stadtteil vorort bundesstaat landkreis kreis insel kanton""".split()
)
_MEASURES = frozenset(
    """weile menge reihe zeit woche stunde monat jahr mal euro dollar prozent uhr millionen milliarden tonnen meter
    kilometer kilogramm""".split()
)
_PARTICLES = frozenset("von van de zu".split())
_QUOTATION_MARKS = '„“”«»"'
_LONGEST_QUOTED = 4
_SUBJECTS = frozenset("er ich wir man".split())
_ARTICLES = frozenset("der die das dem den des".split())
_SOURCES = frozenset("informationen bericht berichts angaben laut gegenüber".split())
_LONGEST_ROLE = 9


def german_runs(document: Document) -> Iterator[tuple[Sentence, int, int]]:
    """The names of a German text, as sentence, start and end, in order; a surname once found is one everywhere."""
    nominal = _nouns_of(document)
    found = [list(_names_of(_Words(words, nominal))) for words in sentence_tokens(document)]
    opening = _DATELINE.match(document.text)
    story = opening.end() if opening else 0
    lines = list(zip(document.sentences, sentence_tokens(document), found, strict=True))
    known = {words[last].word for _, words, runs in lines for first, last in runs if _gives_surname(words, first, last)}
    for sentence, words, runs in lines:
        covered = {i for first, last in runs for i in range(first, last + 1)}
        again = [(i, i) for i, token in enumerate(words) if token.word in known and i not in covered]
        for first, last in sorted(runs + again):
            if words[first].start < story:
                continue
            if first == last and words[first].word.endswith("s") and words[first].word[:-1] in known:
                continue  # "Ultimatum Trumps": only whose it is
            yield sentence, words[first].start, words[last].end


def _gives_surname(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether the last word of a name may stand for it elsewhere; that of "Landgericht Halden" is a town's."""
    lent = last > first and words[first].lower in name_words("body_of_place")
    return words[last].capital and not lent


def _nouns_of(document: Document) -> frozenset[str]:
    """Words that stand right after an article, an adjective or a number somewhere: common nouns."""
    pairs = (pair for words in sentence_tokens(document) for pair in pairwise(words))
    return frozenset(token.word for before, token in pairs if token.capital and _precedes_noun(before))


def _precedes_noun(before: Token) -> bool:
    classes = word_classes("de")
    known = before.lower in classes.function_words or before.lower in verbs("de")
    adjective = before.word.islower() and before.lower.endswith(_ADJECTIVE_ENDINGS) and not known
    return before.lower in classes.determiners | classes.possessives or before.word[0].isdigit() or adjective


def _names_of(words: _Words) -> Iterator[Run]:
    at = 0
    while at < len(words.words):
        last = words.name_from(at)
        if last is not None:
            yield at, last
        at = at + 1 if last is None else last + 1


@dataclass(frozen=True)
class _Words:
    """The words of one sentence, and the common nouns of the text; every position is an index of a token."""

    words: Sequence[Token]
    nominal: frozenset[str]

    def name_from(self, at: int) -> int | None:
        """The last word of the name that opens at a word, None where none opens."""
        if self._is_quoted_name(at):
            return self._end_of_quoted(at)
        if self._capital(at) and self.words[at].lower in name_words("body_of_place") and self._is_placed(at + 1):
            return at + 1
        if not self._capital(at) or self._is_title(at):
            return None
        return self._extended(at + 1, 2) if self._is_named_by_adjective(at) else self._plain_name(at)

    def _plain_name(self, at: int) -> int | None:
        """The last word of the name that opens at a word outside quotation marks."""
        token = self.words[at]
        if token.word.isupper():
            return at + 1 if self._proper(at + 1) and self.words[at + 1].word not in self.nominal else at
        if token.lower in name_words("group"):
            return at
        if gender_of(token.word) and self._proper(at + 1):
            return self._extended(at, 3)
        told = self._follows_noun(at) and (not self._is_noun(at) or self.words[at - 1].lower in _GENERIC)
        if told or self._ends_three_nouns(at) or self._is_apposed(at):
            return self._extended(at, 2)
        known = states.is_known(token.word) or self._is_bare_subject(at)
        return at if known or self._is_led_to(at) else None

    def _is_placed(self, at: int) -> bool:
        """Whether a place's name stands right behind a body of it: "das Landgericht | Halden"."""
        adjoins = at < len(self.words) and self.words[at].start - self.words[at - 1].end == 1
        return adjoins and self._proper(at) and not self._is_noun(at) and not gender_of(self.words[at].word)

    def _is_led_to(self, at: int) -> bool:
        """Whether a preposition without an article leads to a town: "in Halden", not "in Haft" or "in Wohnungen"."""
        before = self.words[at - 1].lower if at else ""
        struck = before == "auf" and at > 1 and _STRUCK.search(self.words[at - 2].lower) is not None
        beside = before == "von" and at > 1 and self.words[at - 2].lower in _DIRECTIONS
        if not (before in _LEADING or struck or beside) or self._is_noun(at) or is_calendar(self.words, at):
            return False
        lower = self.words[at].lower
        bracketed = at + 1 < len(self.words) and self.words[at + 1].word == "("
        return bracketed or (
            not (_ABSTRACT.search(lower) or lower in name_words("bare_german"))
            and (not lower.endswith(("n", "s")) or bool(_TOWN.search(lower)))
        )

    def _capital(self, at: int) -> bool:
        if not 0 <= at < len(self.words) or is_calendar(self.words, at):
            return False
        token = self.words[at]
        return token.capital and len(token.word) > 1 and token.lower not in word_classes("de").function_words

    def _proper(self, at: int) -> bool:
        return self._capital(at) and not nouns("de").knows(self.words[at].lower)

    def _is_title(self, at: int) -> bool:
        lower = self.words[at].lower
        return self.words[at].word.rstrip(".") in TITLES or lower in _PLACE_NOUNS or nouns("de").is_person(lower)

    def _is_noun(self, at: int) -> bool:
        return self.words[at].word in self.nominal or nouns("de").knows(self.words[at].lower)

    def _extended(self, at: int, most: int) -> int:
        """The last of the capitalised words from `at`, at most so many more."""
        last = at
        while last - at < most:
            if self._proper(last + 1) and self.words[last + 1].word not in self.nominal:
                last += 1
            elif self._proper(last + 2) and self.words[last + 1].lower in _PARTICLES:
                last += 2
            else:
                break
        return last

    def _follows_noun(self, at: int) -> bool:
        """Whether a role, a body's noun or an articled noun stands right before: "die Gewerkschaft Vekra"."""
        before = self.words[at - 1]
        if at == 0 or not before.capital or self.words[at].start - before.end != 1:
            return False
        if at > 1 and self.words[at - 2].lower == "die" and nouns("de").is_person(before.lower):
            return before.lower.endswith("in")  # "wenn die Täter | Geld haben"
        known = (
            before.word.rstrip(".") in TITLES
            or before.lower in _PLACE_NOUNS
            or nouns("de").kind(before.lower) in ("person", "body")
        )
        articled = at > 1 and self.words[at - 2].lower in word_classes("de").determiners
        return known or (articled and before.word in self.nominal and before.lower not in _MEASURES)

    def _is_apposed(self, at: int) -> bool:
        """Whether unknown capitals between commas follow somebody's role: "ein Sprecher der Stadt, Nadif Danesch,"."""
        if at < 2 or self.words[at - 1].word != ",":
            return False
        last = self._extended(at, 2)
        closed = last + 1 == len(self.words) or not self.words[last + 1].is_word
        fresh = all(self._proper(i) and not self._is_noun(i) for i in range(at, last + 1) if self.words[i].capital)
        role = any(self._is_title(i) for i in range(max(0, at - _LONGEST_ROLE), at - 1))
        return last > at and closed and fresh and role

    def _is_named_by_adjective(self, at: int) -> bool:
        """Whether an adjective has a capital, as only a name's has: "die Vereinten Nationen", "im Roten Kreuz"."""
        if at == 0 or at + 1 >= len(self.words) or not self._capital(at + 1):
            return False
        adjective = _CAPITAL_ADJECTIVE.match(self.words[at].word) and not nouns("de").knows(self.words[at].lower)
        place = self.words[at + 1].lower in _PLACES or is_calendar(self.words, at + 1)
        return bool(adjective) and not place

    def _is_quoted_name(self, at: int) -> bool:
        """Whether a quotation mark after a body's noun opens its name: "die Initiative „Wesenburg fährt“"."""
        opened = at >= 2 and self.words[at - 1].word in _QUOTATION_MARKS
        named = opened and (self.words[at - 2].lower in ("namens", "genannt") or self._is_quoted_medium(at))
        return named or (opened and nouns("de").kind(self.words[at - 2].lower) in ("body", "people"))

    def _is_quoted_medium(self, at: int) -> bool:
        """Whether a source or whom something is told stands in quotation marks: "nach Informationen der „Bild“"."""
        close = self._end_of_quoted(at)
        articled = at > 2 and self.words[at - 2].lower in _ARTICLES
        if close is None or not articled or not all(self._capital(i) for i in range(at, close + 1)):
            return False
        before = self.words[max(0, at - _LONGEST_ROLE) : at - 2]
        return any(w.lower in _SOURCES for w in before[-1:]) or any(w.lower in verbs("de") for w in before)

    def _end_of_quoted(self, at: int) -> int | None:
        ahead = range(at, min(at + _LONGEST_QUOTED + 1, len(self.words)))
        close = next((i for i in ahead if self.words[i].word in _QUOTATION_MARKS), None)
        return close - 1 if close is not None and close > at else None

    def _is_participle(self, at: int) -> bool:
        """Whether a participle opens a passive: "Verletzt wurde niemand"."""
        passive = self.words[at + 1].lower in word_classes("de").auxiliaries
        return passive and bool(_PARTICIPLE.match(self.words[at].word))

    def _ends_three_nouns(self, at: int) -> bool:
        """Whether two unknown nouns follow a third with nothing between, as only a name does its bearer's role."""
        before = self.words[at - 1] if at else None
        if before is None or not before.capital or is_calendar(self.words, at - 1) or before.lower in _MEASURES:
            return False
        pair = all(self._proper(i) and not self._is_noun(i) for i in (at, at + 1))
        if not pair or any(self.words[i].lower in _MEASURES for i in (at, at + 1)):
            return False
        return self.words[at + 1].start - self.words[at].end == 1 == self.words[at].start - before.end

    def _is_bare_subject(self, at: int) -> bool:
        """A capitalised word without an article that opens the sentence before its verb: no singular noun could."""
        if at > 0 or len(self.words) < 2 or self._is_noun(at) or self._is_participle(at):
            return False
        if len(self.words) > 2 and self.words[at + 2].lower in _SUBJECTS:
            return False  # "Wütend sei er": the subject comes behind
        return not self.words[at].word.endswith(_COMMON_ENDINGS) and self.words[at + 1].lower in _finite_forms()


@cache
def _finite_forms() -> frozenset[str]:
    classes = word_classes("de")
    return frozenset(verbs("de")) | classes.auxiliaries | classes.modals
