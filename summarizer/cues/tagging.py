"""The coarse word class of each token of a sentence, by closed classes and what stands beside it; pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from summarizer.cues.names import Name
from summarizer.cues.nouns import nouns
from summarizer.cues.reporting import Use, verbs
from summarizer.cues.tokens import Token, is_calendar
from summarizer.cues.verb_forms import is_past
from summarizer.cues.words import NUMBER_WORDS, TITLES, WordClasses, word_classes

Tag = Literal[
    "mark", "possessive", "name", "number", "calendar", "pronoun", "determiner", "preposition", "conjunction",
    "subordinator", "relative", "auxiliary", "modal", "negation", "adverb", "verb", "word",
]  # fmt: skip
"""`verb` is a reporting verb, `word` any open-class word that is none."""

_POSSESSIVE_MARKS = frozenset({"’s", "’"})
_BEFORE_A_CONTRACTED_IS = frozenset("he she it that there what who here".split())
_NOUNS_TOO = frozenset(
    """report claim call offer demand promise pledge vow talk joke comment remark answer question request
    appeal protest charge forecast estimate bet fear hope guess doubt boast dispute contest record log count
    document figure place price gauge value post note signal state sign term brand label end start shout laugh
    smile whisper thank blame praise finding reason wonder rebuke project show point query quote address
    express view list put wink crow echo mumble murmur sigh shrug groan chant fault process cut repeat counter
    brief caution counsel reply replie press stress cry crie worry worrie""".split()
)
"""Reporting verbs whose base form, and with -s the third person, is a noun as well."""
_ADJECTIVE = re.compile(r"\w{2,}(?:al|ive|ous|ic|ful|less|able|ible|ary|ish|new|own|same)$")
_PLURALS = frozenset("media people police many most some both others few several all half data who which that".split())
_ALSO_PAST = frozenset("put cut bet".split())
_BEFORE_A_VERB = frozenset("name word pronoun calendar adverb".split())
_TAKING = frozenset("take takes took taken taking".split())
_AFTER_A_NOUN = frozenset("auxiliary modal verb preposition conjunction mark".split())
_FRENCH_ADVERBS = frozenset(
    {
        ("au", "contraire"),
        ("en", "revanche"),
        ("par", "ailleurs"),
        ("en", "outre"),
        ("en", "effet"),
        ("du", "reste"),
        ("de", "même"),
    }
)
_CLAUSE_OPENING = frozenset("mark conjunction preposition".split())


def tags_of(words: Sequence[Token], names: Sequence[Name], language: str) -> tuple[Tag, ...]:
    """The class of each token of one sentence whose names are `names`."""
    tagger = _Tagger(words, word_classes(language), verbs(language), language.split("-", maxsplit=1)[0])
    tags = [_name_tag(token, names) or tagger.first_tag(at) for at, token in enumerate(words)]
    if tagger.language == "fr":
        _retag_french(words, tags)
    _retag_that(words, tags)
    for at, tag in enumerate(tags):
        if tag == "verb" and tagger.is_noun(tags, at):
            tags[at] = "word"
        if words[at].lower == "yet" and at and tags[at - 1] in ("negation", "auxiliary"):
            tags[at] = "adverb"  # "has not yet claimed"
    return tuple(tags)


def _name_tag(token: Token, names: Sequence[Name]) -> Tag | None:
    return "name" if any(name.start <= token.start < name.end for name in names) else None


@dataclass(frozen=True)
class _Tagger:
    """Classes by the word itself, and verbs told from nouns by their neighbours."""

    words: Sequence[Token]
    classes: WordClasses
    reporting: Mapping[str, Sequence[Use]]
    language: str

    def first_tag(self, at: int) -> Tag:
        """The class that the word has on its own."""
        token = self.words[at]
        if not token.is_word:
            return self._mark(at)
        aged = self.language == "de" and "jährig" in token.lower
        if (token.word[0].isdigit() and not aged) or token.lower in NUMBER_WORDS:
            return "number"
        if is_calendar(self.words, at):
            return "calendar"
        if token.word in TITLES and at + 1 < len(self.words) and self.words[at + 1].capital:
            return "word"
        return self._closed(token.lower) or self._open(at)

    def _mark(self, at: int) -> Tag:
        token = self.words[at]
        before = self.words[at - 1] if at else None
        if before is None or before.end != token.start:
            return "mark"
        if token.lower in _POSSESSIVE_MARKS and (token.lower == "’s" or before.lower.endswith("s")):
            contracted = token.lower == "’s" and before.lower in _BEFORE_A_CONTRACTED_IS
            return "auxiliary" if contracted else "possessive"
        return "auxiliary" if token.lower in ("’ve", "’re", "’d") else "modal" if token.lower == "’ll" else "mark"

    def _closed(self, lower: str) -> Tag | None:
        """The closed class of a word, the likelier one first where it has several."""
        classes = self.classes
        tables: tuple[tuple[Tag, frozenset[str]], ...] = (
            ("auxiliary", classes.auxiliaries),
            ("modal", classes.modals),
            ("negation", classes.negations),
            ("relative", classes.relatives),
            ("determiner", classes.determiners | classes.possessives),
            ("pronoun", classes.pronouns),
            ("preposition", classes.prepositions),
            ("conjunction", classes.conjunctions),
            ("subordinator", classes.subordinators | classes.complementisers),
            ("adverb", classes.adverbs),
        )
        return next((tag for tag, members in tables if lower in members), None)

    def _open(self, at: int) -> Tag:
        lower = self.words[at].lower
        german_noun = self.language == "de" and self.words[at].capital and at > 0 and self.words[at - 1].is_word
        if lower in self.reporting and not german_noun and (self.language == "de" or self._can_report(at)):
            return "verb"
        return "adverb" if self.classes.adverb.match(lower) else "word"

    def _can_report(self, at: int) -> bool:
        """Whether the form needs no particle, or has it right after ("rules out", but "Montana rules")."""
        following = [token.lower for token in self.words[at + 1 : at + 3]]
        return any(not use.particle or use.particle[0] in following for use in self.reporting[self.words[at].lower])

    def is_noun(self, tags: Sequence[Tag], at: int) -> bool:
        """Whether a form of a reporting verb stands as a noun: "the report", "its claims", "intercepted calls"."""
        if self.language not in ("en", "fr", "es"):
            return False
        opens = at == 0 and self.language == "en" and not self.words[0].lower.endswith(("ed", "ing"))
        return opens or self._is_governed(tags, at) or (self._is_noun_too(at) and self._stands_as_noun(tags, at))

    def _is_noun_too(self, at: int) -> bool:
        lower = self.words[at].lower
        return self.language == "en" and (lower in _NOUNS_TOO or lower.removesuffix("s") in _NOUNS_TOO)

    def _is_governed(self, tags: Sequence[Tag], at: int) -> bool:
        """Whether an article or a preposition stands right before it."""
        before = tags[at - 1] if at else "mark"
        infinitive = self.words[at - 1].lower in ("than", "to") or self.words[at].lower.endswith("ing")
        return before in ("determiner", "possessive") or (before == "preposition" and not infinitive)

    def _stands_as_noun(self, tags: Sequence[Tag], at: int) -> bool:
        """Whether its neighbours make a noun of a form that can be one."""
        if at == 0:
            return False
        if self._is_before_person(at) or (self.words[at].lower == "place" and self.words[at - 1].lower in _TAKING):
            return True
        before, known = self.words[at - 1].lower, nouns(self.language)
        if self._is_object(tags, at):
            return True
        opened = at == 1 or tags[at - 2] in _CLAUSE_OPENING
        following = tags[at + 1] if at + 1 < len(tags) else "mark"
        after_participle = tags[at - 1] == "word" and before.endswith(("ed", "en")) and opened
        in_heading = at == 1 and not known.knows(before) and following in ("number", "mark")
        in_compound = self.words[at].lower.endswith("s") and known.is_person(before) and opened and at > 1
        disagrees = (
            tags[at - 1] == "word" and not (is_past(before) or is_past(self.words[at].lower)) and not self._agrees(at)
        )
        articled = at > 1 and tags[at - 2] in ("determiner", "number", "possessive")
        after_noun = tags[at - 1] in ("word", "number") and articled and following in _AFTER_A_NOUN
        disagrees = disagrees or self._is_headed_by_name(tags, at)
        return after_participle or in_heading or in_compound or after_noun or disagrees

    def _is_object(self, tags: Sequence[Tag], at: int) -> bool:
        """Whether a present stands behind another verb: "officers received | reports", "are verifying | reports"."""
        before, lower, known = self.words[at - 1].lower, self.words[at].lower, nouns(self.language)
        if tags[at - 1] != "word" or at < 2 or is_past(lower):
            return False
        doing = before.endswith("ing") and not known.knows(before) and tags[at - 2] != "determiner"
        return doing or (is_past(before) and tags[at - 2] in _BEFORE_A_VERB)

    def _is_before_person(self, at: int) -> bool:
        """Whether one person's noun without an article follows, which no verb can govern: "press | secretary"."""
        following, known = self.words[at + 1].lower if at + 1 < len(self.words) else "", nouns(self.language)
        base = self.words[at].lower in _NOUNS_TOO
        return base and known.is_person(following) and known.kind(following) == "person"

    def _agrees(self, at: int) -> bool:
        """Whether the word before can be the subject of a present: no adjective, and of the form's own number."""
        before, lower, known = self.words[at - 1].lower, self.words[at].lower, nouns(self.language)
        kind = known.kind(before)
        if kind is None and _ADJECTIVE.match(before):
            return False
        singular = lower not in _NOUNS_TOO  # "claims", beside "claim"
        return singular or kind in ("people", "body") or before.endswith("s") or before in _PLURALS

    def _is_headed_by_name(self, tags: Sequence[Tag], at: int) -> bool:
        """Whether a base form stands behind one name, of which it can be no verb: "Borno state said"."""
        lower = self.words[at].lower
        if tags[at - 1] != "name" or lower not in _NOUNS_TOO or lower in _ALSO_PAST:
            return False
        first = at - 1
        while first > 0 and tags[first - 1] in ("name", "word", "possessive"):
            first -= 1
        return first == 0 or tags[first - 1] not in ("auxiliary", "modal", "conjunction")


def _retag_that(words: Sequence[Token], tags: list[Tag]) -> None:
    """English "that" is an article only where a sentence or a preposition's phrase opens with it ("of that month")."""
    for at, token in enumerate(words[:-1]):
        if token.lower == "that":
            opens = at == 0 or tags[at - 1] in ("preposition", "mark")
            articled = opens and tags[at + 1] == "word" and words[at + 1].lower != "the"
            tags[at] = "determiner" if articled else "subordinator"


def _retag_french(words: Sequence[Token], tags: list[Tag]) -> None:
    """French "l’" between subject and verb is an object ("l’opposition l’accuse"), "du" after a noun a preposition."""
    for at in range(1, len(words) - 1):
        after_noun = words[at].lower in ("du", "des") and tags[at - 1] in ("word", "name")
        if after_noun or words[at].lower in ("au", "aux"):
            tags[at] = "preposition"
        if words[at].lower in ("même", "mêmes") and tags[at - 1] == "determiner":
            tags[at] = "word"  # "la même source"
        if (words[at - 1].lower, words[at].lower) in _FRENCH_ADVERBS:
            tags[at - 1] = tags[at] = "adverb"
        clitic = words[at].lower in ("l’", "le", "la", "les") and tags[at] == "determiner"
        if clitic and tags[at + 1] in ("verb", "auxiliary") and tags[at - 1] in ("word", "name", "pronoun", "negation"):
            tags[at] = "pronoun"
