"""Where a proper name opens: by its capital, and where a sentence opens by what else tells it from a noun; pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, takewhile

from summarizer.cues import states
from summarizer.cues.given_names import gender_of
from summarizer.cues.nouns import nouns
from summarizer.cues.reporting import verbs
from summarizer.cues.tokens import UPPER, Token, is_calendar, sentence_tokens, stamp_length
from summarizer.cues.verb_forms import is_past
from summarizer.cues.words import NUMBER_WORDS, TITLES, name_words, word_classes
from summarizer.document import Document, Sentence

OPENERS = frozenset("\"“„«‘'(–—-:’")
"""Marks after which a capital tells nothing."""
PARTICLES = frozenset("de del della di da dos das du van von bin ibn bint al el ter ten".split())
"""Words in lower case that only names hold."""
_ARABIC_ARTICLES = frozenset("al el".split())
LEADING_ARTICLES = frozenset("El La Le Las Los EL LA US AL Al UN IT WHO".split())
"""Function words that open names or are abbreviations when capitalised."""

_ABBREVIATIONS = frozenset("WHO US IT UN".split())
_COMMON_ABBREVIATION = re.compile(r"^(?:NGO|MP|MEP|MLA|MSP|CEO|TV|PhD|SUV|ID)s?$|^[A-Z]{2,4}s$")
_ORDINAL = re.compile(r"^\d+(?:st|nd|rd|th)$")
_COMMON_ENDING = re.compile(
    r"(?:ing|tion|sion|ment|ness|ity|ance|ence|ism|ship|age|ure|dom|ery|ics|ly|ed|ies|ers|ors|als|ants|ists|ians|men)$"
)
_PLURAL = re.compile(r"[^siuao]s$")
_MASS_NOUNS = frozenset(
    """shrapnel rubble
    rain snow oil gold silver copper nickel wheat corn power water smoke fire debris traffic trade output
    demand inflation growth turnout support help aid food fuel petrol gas electricity heat music silence money
    news work fighting gunfire hail ice mud sand wind fog lightning measles cholera steel cotton coffee cocoa
    sugar rice salmon beef milk bread grain justice peace war death coal tea iron timber wool cement paper rubber
    cash credit labour industry business commerce tourism farming research science transport housing tobacco fruit
    wine beer butter cheese flour maize weather drought winter summer spring autumn""".split()
)
_DESCRIBING = frozenset(
    """suspected alleged masked wounded injured arrested detained convicted jailed accused displaced exiled
    unidentified""".split()
)
"""What only describes the name behind it where a sentence opens with it: "Suspected Halden rebels"."""
_OWNED_BY_A_TRADE = frozenset("association union league federation".split())
_HEADING = re.compile(rf"(?:[{UPPER}][{UPPER}’'.-]+\s?){{1,6}}(?=[.:]\s|\s[–—-]\s|\s*$)")
_DATELINE = re.compile(
    rf"(?:[{UPPER}][{UPPER}’'.-]+(?:[\s-](?=[{UPPER}]{{2}}))?){{1,4}}(?:,\s[^–—-]{{2,30}})?(?:\s?\([^)]{{2,40}}\))?\s?[-–—]\s"
)
_SHORTEST_HEADING = 4
_AFTER_A_NAME = frozenset(
    "has had is was will would says said does did must may can could might plans wants denies insists ’s (".split()
)
_AFTER_A_NAME_AND_COMMA = frozenset("which who whose the a an".split())
_OBJECT_OPENING = frozenset("a an the its his her no more".split())
_COMPLEMENTS = frozenset("of in for from on at about by with to".split())
_PLURAL_AUXILIARIES = frozenset("were are have".split())
_CLAUSE_OPENERS = frozenset(", ; : – — that which who when as while because".split())
_LONGEST_COMPLEMENT = 9
_OPENING = 4
"""Words within which a stamp at the start of an entry ends."""


@dataclass(frozen=True)
class Capitals:
    """One sentence's words, and how often each word of the text stands capitalised where no sentence opens."""

    document: Document
    words: Sequence[Token]
    inner: Counter[str]

    def capital_at(self, at: int) -> bool:
        """Whether a capitalised word stands there that is no day and no month."""
        return at < len(self.words) and self.words[at].capital and not is_calendar(self.words, at)

    def lower(self, at: int) -> str:
        """The word in lower case; "" outside the sentence."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    def is_functional(self, at: int) -> bool:
        """Whether the word is a function word or a number, whatever its capital."""
        classes = word_classes(self.document.language)
        return self.lower(at) in classes.function_words or self.lower(at) in NUMBER_WORDS

    def after_heading(self, sentence: Sentence) -> int:
        """The first token after a heading in capitals or a dateline, 0 where the sentence has none."""
        before, text = self.document.sentence(sentence.number - 1), self.document.text
        if before is not None and before.paragraph == sentence.paragraph:
            return 0
        within = (sentence.start, sentence.end)
        match = _DATELINE.match(text, *within) or _HEADING.match(text, *within)
        if not match or len(match.group().strip(" .:-–—")) < _SHORTEST_HEADING:
            return 0
        return next((i for i, token in enumerate(self.words) if token.start >= match.end()), len(self.words))

    def is_common_abbreviation(self, at: int) -> bool:
        """Whether the word is an abbreviation of a common noun: "MPs", "CEO"."""
        return bool(_COMMON_ABBREVIATION.match(self.words[at].word))

    def opens_name(self, at: int) -> bool:
        """Whether a name opens at this token."""
        token = self.words[at]
        if _ORDINAL.match(token.word) and self.capital_at(at + 1):
            return True  # "5th Division"
        if token.word in _ARABIC_ARTICLES and self.document.language.startswith("en") and self.capital_at(at + 1):
            return True  # "al Shabaab"
        if not self.capital_at(at) or self.is_common_abbreviation(at) or self._tells_department(at):
            return False
        if len(token.word) == 1:  # "S Halvorsen", "U Sein"
            return token.word not in "AIOÀÉЯІУВ" and self.capital_at(at + 1) and not self.is_functional(at)
        stamped = 0 < at < _OPENING and at == stamp_length([token.word for token in self.words[:at]])
        if at > 0 and self.words[at - 1].word not in OPENERS and not stamped:
            named = self.capital_at(at + 1) and gender_of(token.word) is not None  # "Per Lindholm"
            return not self.is_functional(at) or token.word in LEADING_ARTICLES or named
        return self._opens_sentence(at)

    def _tells_department(self, at: int) -> bool:
        """Whether the word only tells of what a department is: "the Lands | ministry", not "the Lands Ministry"."""
        alone = self.lower(at - 1) == "the" and not states.is_known(self.words[at].word)
        following = self.words[at + 1].word if at + 1 < len(self.words) else ""
        return alone and following in ("ministry", "department", "ministries", "departments")

    def owns_body(self, at: int) -> bool:
        """Whether a plural for people owns what a capitalised word behind it names: "Teachers’ Union"."""
        possessed = self.lower(at + 1) in ("’", "’s") and self.capital_at(at + 2)
        kind = nouns(self.document.language).kind(self.lower(at))
        return possessed and (kind == "people" or (kind == "person" and self.lower(at + 2) in _OWNED_BY_A_TRADE))

    def _opens_sentence(self, at: int) -> bool:
        word = self.words[at].word
        if word in _ABBREVIATIONS and at + 1 < len(self.words) and not self.words[at + 1].word.isupper():
            return True
        if self.is_functional(at) and not (word in LEADING_ARTICLES and self.capital_at(at + 1)):
            return False
        particle = at + 1 < len(self.words) and self.words[at + 1].word in PARTICLES and self.capital_at(at + 2)
        headed = self.lower(at) in name_words("institution") and not word.endswith("s") and self.lower(at + 1) == "of"
        headed = headed or (self.lower(at) in ("minister", "secretary") and self.lower(at + 1) == "of")
        if headed and self.capital_at(at + 2):
            return True  # "Bank of England", "Minister of Trade and Ports Ana Ruiz"
        pair = self.capital_at(at + 1) and self.words[at + 1].word != "I"
        paired = pair and self.lower(at) not in _DESCRIBING and not self.lower(at).endswith("ly")
        return particle or paired or self.owns_body(at) or self._is_name_alone(at)

    def _is_name_alone(self, at: int) -> bool:
        """Whether a capitalised word that opens a sentence is a name although it stands alone."""
        word = self.words[at].word
        abbreviation = len(word) > 1 and word.isupper() and self.inner[word.capitalize()] == 0
        if self.inner[word] > 0 or states.is_known(word) or abbreviation:
            return True
        common = _COMMON_ENDING.search(word) or _PLURAL.search(word) or self._is_common(word.lower())
        return not (self.inner[word] < 0 or common) and self._behaves_as_name(at)

    def _behaves_as_name(self, at: int) -> bool:
        """Whether what follows a word without an article tells that it is no common noun."""
        following, next_one = self.lower(at + 1), self.lower(at + 2)
        if following == ",":
            return next_one in _AFTER_A_NAME_AND_COMMA or next_one.isdigit()
        if self.lower(at) in _MASS_NOUNS and self.document.language.startswith("en"):
            return False
        if following in _AFTER_A_NAME:
            return True
        if following in _reporting_forms(self.document.language):
            return not self._heads_subject(at + 1)
        if not self.document.language.startswith("en"):
            return False
        present = following.endswith("s") and next_one in _OBJECT_OPENING and not self._is_common(following)
        return is_past(following) or present

    def _heads_subject(self, at: int) -> bool:
        """Whether a form in -s is a plural noun, as its own verb follows: "Early | reports of a spill were wrong"."""
        ahead = [self.lower(i) for i in range(at + 1, min(at + _LONGEST_COMPLEMENT, len(self.words)))]
        if not self.lower(at).endswith("s") or not ahead:
            return False
        if ahead[0] in _reporting_forms(self.document.language) and is_past(ahead[0]):
            return True  # "Initial | reports suggested"
        if ahead[0] not in _COMPLEMENTS:
            return False
        within = takewhile(lambda word: word not in _CLAUSE_OPENERS, ahead)
        return any(word in _AFTER_A_NAME or word in _PLURAL_AUXILIARIES or is_past(word) for word in within)

    def _is_common(self, lower: str) -> bool:
        return nouns(self.document.language).knows(lower)


def capitals_of(document: Document) -> list[Capitals]:
    """The capitals of each sentence; a word that opens one sentence as a name counts in all."""
    inner = _capitalised_within(document)
    for words in sentence_tokens(document):
        if len(words) > 1 and not words[1].capital and Capitals(document, words, inner).opens_name(0):
            inner[words[0].word] += 1
    return [Capitals(document, words, inner) for words in sentence_tokens(document)]


def _capitalised_within(document: Document) -> Counter[str]:
    """How often each word stands capitalised where no sentence or quotation opens, less its lower-case uses."""
    seen: Counter[str] = Counter()
    for words in sentence_tokens(document):
        stamp = stamp_length([token.word for token in words[:_OPENING]])
        for before, token in pairwise(words[stamp:]):
            if token.capital and before.is_word and before.word not in TITLES:
                seen[token.word] += 1
            elif token.word.islower():
                seen[token.word.capitalize()] -= 1
    return seen


@cache
def _reporting_forms(language: str) -> frozenset[str]:
    return frozenset(verbs(language))
