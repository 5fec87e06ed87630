"""Where a text names somebody or something: spans of proper names; pure.

Names are found by capitals, so that no gazetteer decides who may be an actor. What opens a sentence is a name only where
something else says so: a second capitalised word, the same word capitalised within another sentence, the table of states,
or a place in the clause that a common noun could not have without an article. German, which capitalises every noun, has
rules of its own.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from summarizer.cues import states
from summarizer.cues.german_names import german_runs
from summarizer.cues.nouns import nouns
from summarizer.cues.reporting import verbs
from summarizer.cues.tokens import UPPER, Token, is_calendar, is_past, sentence_tokens
from summarizer.cues.words import CALENDAR, NUMBER_WORDS, TITLES, name_words, word_classes
from summarizer.document import Document, Sentence

_LINKS = frozenset(
    "of de del della di da do dos das du des la le el al bin ibn bint ben van von der den ter ten zu zur y für for the d’ l’".split()
)
_NO_NAME_STARTS_WITH = frozenset("the y for of".split())
_OPENERS = frozenset("\"“„«‘'(–—-:’")
_LEADING_ARTICLES = frozenset("El La Le Las Los EL LA US AL Al UN IT WHO".split())
_NUMBERED = re.compile(r"^\d+(?:st|nd|rd|th)?$")
_COMMON_ENDING = re.compile(
    r"(?:ing|tion|sion|ment|ness|ity|ance|ence|ism|ship|age|ure|dom|ery|ics|ly|ed|ies|ers|ors|als|ants|ists|ians|men)$"
)
_OFFICES = frozenset("Secretary Minister Speaker Chief Director Attorney Governor Chancellor".split())
_MASS = frozenset(
    """rain snow oil gold silver copper nickel wheat corn power water smoke fire debris traffic trade output demand inflation growth turnout support
    help aid food fuel petrol gas electricity heat music silence money news work fighting gunfire hail ice mud sand wind fog lightning measles cholera
    steel cotton coffee cocoa sugar rice salmon beef milk bread grain justice peace war death""".split()
)
_PLURAL = re.compile(r"[^siuao]s$")
_HEADING = re.compile(rf"(?:[{UPPER}][{UPPER}’'.-]+\s?){{1,6}}(?=[.:]\s|\s[–—-]\s|\s*$)")
_DATELINE = re.compile(
    rf"(?:[{UPPER}][{UPPER}’'.-]+(?:[\s-](?=[{UPPER}]{{2}}))?){{1,4}}(?:,\s[^–—-]{{2,30}})?(?:\s?\([^)]{{2,40}}\))?\s?[-–—]\s"
)
_AFTER_A_NAME = frozenset(
    "has had is was will would says said does did must may can could might plans wants denies insists".split()
)


@dataclass(frozen=True)
class Name:
    """One mention of a proper name: `text[start:end] == form`, in the sentence of that number."""

    form: str
    start: int
    end: int
    sentence: int


def find_names(document: Document) -> list[Name]:
    """Every mention of a proper name, in order; titles ("President"), calendar words, headings and datelines stand outside."""
    return list(_names(document))


@lru_cache(maxsize=8)
def _names(document: Document) -> tuple[Name, ...]:
    runs = german_runs if document.language.startswith("de") else capital_runs
    found = []
    for sentence, first, last in runs(document):
        found.append(Name(document.text[first:last], first, last, sentence.number))
    return tuple(found)


def capital_runs(document: Document) -> Iterator[tuple[Sentence, int, int]]:
    """The names of a language that capitalises names alone."""
    inner = _capitalised_within(document)
    for words in sentence_tokens(document):
        if words and _Run(document, words, inner).opens(0) and len(words) > 1 and not words[1].capital:
            inner[words[0].word] += 1  # a name once is a name wherever it opens a sentence
    for sentence, words in zip(document.sentences, sentence_tokens(document), strict=True):
        run = _Run(document, words, inner)
        at = run.after_heading(sentence)
        while at < len(words):
            if not run.opens(at):
                at += 1
                continue
            last = run.end(at)
            for first, final in run.names(at, last):
                yield sentence, words[first].start, words[final].end
            at = last + 1


def _capitalised_within(document: Document) -> Counter[str]:
    """How often each word stands capitalised where no sentence or quotation opens, less its lower-case uses."""
    seen: Counter[str] = Counter()
    for words in sentence_tokens(document):
        for before, token in itertools.pairwise(words):
            if token.capital and before.is_word and before.word not in TITLES:
                seen[token.word] += 1
            elif token.word.islower():
                seen[token.word.capitalize()] -= 1
    return seen


@dataclass(frozen=True)
class _Run:
    """Runs of capitalised words in one sentence; every position is an index of a token."""

    document: Document
    words: Sequence[Token]
    inner: Counter[str]

    def after_heading(self, sentence: Sentence) -> int:
        """The first token after a heading in capitals or a dateline, 0 where the sentence has none."""
        text, opens = self.document.text, sentence.number == 1 or self._opens_paragraph(sentence)
        if not opens:
            return 0
        match = _DATELINE.match(text, sentence.start, sentence.end) or _HEADING.match(
            text, sentence.start, sentence.end
        )
        if not match or len(match.group().strip(" .:-–—")) < 4:
            return 0
        return next((i for i, token in enumerate(self.words) if token.start >= match.end()), len(self.words))

    def _opens_paragraph(self, sentence: Sentence) -> bool:
        before = self.document.sentence(sentence.number - 1)
        return before is None or before.paragraph != sentence.paragraph

    def opens(self, at: int) -> bool:
        """Whether a name opens at this token."""
        token = self.words[at]
        if not token.capital or is_calendar(self.words, at) or len(token.word) == 1:
            return False
        functional = token.lower in word_classes(self.document.language).function_words or token.lower in NUMBER_WORDS
        if at > 0 and self.words[at - 1].word not in _OPENERS:
            return not functional or token.word in _LEADING_ARTICLES
        if functional and not (token.word in _LEADING_ARTICLES and self._capital_at(at + 1)):
            return False
        return self._paired(at) or self._single_opener(at)

    def _paired(self, at: int) -> bool:
        following = self._capital_at(at + 1)
        return following and not is_calendar(self.words, at + 1) and not self.words[at].lower.endswith("ly")

    def _capital_at(self, at: int) -> bool:
        return at < len(self.words) and self.words[at].capital

    def _single_opener(self, at: int) -> bool:
        """Whether a capitalised word that opens a sentence is a name although it stands alone."""
        word = self.words[at].word
        if (
            self.inner[word] > 0
            or states.is_known(word)
            or (len(word) > 1 and word.isupper() and self.inner[word.capitalize()] == 0)
        ):
            return True
        if self.inner[word] < 0 or _COMMON_ENDING.search(word) or self._is_common(word.lower()) or _PLURAL.search(word):
            return False
        following = self.words[at + 1].lower if at + 1 < len(self.words) else "."
        if following == "," and at + 2 < len(self.words):
            return (
                self.words[at + 2].lower in ("which", "who", "whose", "the", "a", "an")
                or self.words[at + 2].word.isdigit()
            )
        if (
            following in ("’s", "(")
            or following in _AFTER_A_NAME
            or following in _reporting_forms(self.document.language)
        ):
            return True
        return word.lower() not in _MASS and self.document.language.startswith("en") and is_past(following)

    def _is_common(self, lower: str) -> bool:
        return nouns(self.document.language).knows(lower)

    def end(self, at: int) -> int:
        """The last token of the run of capitals that opens at `at`, linking words and numbers within it."""
        last = at
        while last + 1 < len(self.words):
            gap = self.document.text[self.words[last].end : self.words[last + 1].start]
            if gap.strip() or "\n" in gap:
                break
            following = self.words[last + 1]
            if (
                following.capital
                and not is_calendar(self.words, last + 1)
                and (not self._functional(following) or self._capital_at(last + 2))
            ):
                last += 1
            elif (
                _NUMBERED.match(following.word)
                and self._capital_at(last + 2)
                and self.words[last + 1].lower != following.word.upper()
            ):
                last += 2
            elif (jump := self._linked(at, last + 1)) is not None:
                last = jump
            else:
                break
        return last

    def _functional(self, token: Token) -> bool:
        return (
            token.lower in word_classes(self.document.language).function_words
            and not token.word.isupper()
            and token.word not in _LEADING_ARTICLES
        )

    def _linked(self, first: int, at: int) -> int | None:
        """The capitalised word that one to three linking words ("of the") or, within a body's name, "and" lead to, or None."""
        word, stop = self.words[at].lower, at
        if word in ("and", "&", "et", "und"):
            return self._joined(first, at)
        if word in ("of", "for") and not self._takes_complement(first, at - 1, word):
            return None
        if word == "of" and self.words[at - 1].word in TITLES and not self._capital_at(at + 2):
            return None
        while stop < len(self.words) and stop < at + 3 and self.words[stop].lower in _LINKS:
            stop += 1
        if (
            stop == at
            or not self._capital_at(stop)
            or self.words[stop].word in CALENDAR
            or word in ("the", "y", "le", "der", "den")
        ):
            return None
        return stop

    def _takes_complement(self, first: int, last: int, link: str) -> bool:
        """Whether "of" goes on with the name: Bank of Mali, Gulf of Aden; not Ndiaye of the Institute."""
        run = [token.lower for token in self.words[first : last + 1]]
        if link == "of" and self.words[last].word in TITLES:
            return True
        if any(word in name_words("institution") or word in name_words("place") for word in run):
            return True
        return link == "for" and len(run) == 1

    def _joined(self, first: int, at: int) -> int | None:
        """The word after "and" where both belong to one body: "the Competition and Markets Authority", "Halden & Poole"."""
        if not self._capital_at(at + 1) or self.words[at + 1].word in CALENDAR:
            return None
        if self.words[at].word == "&":
            return at + 1
        last = at + 1
        while self._capital_at(last + 1) and not self._functional(self.words[last + 1]):
            last += 1
        body = [token.lower for token in self.words[first:at]]
        headed = body[0] in ("ministry", "department", "office", "institute") and "of" in body
        articled = first > 0 and self.words[first - 1].lower == "the"
        opened = not any(word in name_words("institution") for word in body)
        return (
            last
            if headed or (articled and opened and last > at + 1 and self.words[last].lower in name_words("institution"))
            else None
        )

    def names(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The names within a run: titles and roles cut off, a title in the middle parts two names."""
        start = first
        for at in range(first, last + 2):
            if at == last + 1 or (at >= start and self._parts(first, at, last)):
                if (name := self._trimmed(start, at - 1)) is not None:
                    yield name
                start = self._after_title(at)

    def _after_title(self, at: int) -> int:
        """The word after a title, one of several words included: "Secretary of State", "Speaker of the House"."""
        if at + 2 >= len(self.words) or self.words[at + 1].lower != "of":
            return at + 1
        return at + 4 if self.words[at + 2].lower == "the" else at + 3

    def _parts(self, first: int, at: int, last: int) -> bool:
        """Whether the word is a title or role before a name, and no part of a body's name ("General Motors")."""
        word = self.words[at].word.rstrip(".")
        if at == last or not (word in TITLES or (at == first and self._is_role(at))):
            return word in TITLES and first == last
        if self.words[at + 1].lower in _LINKS and not (self.words[at + 1].lower == "of" and word in _OFFICES):
            return False
        rest = {token.lower for token in self.words[at + 1 : last + 1]}
        return not (rest & name_words("institution")) or at > first

    def _is_role(self, at: int) -> bool:
        """A common noun for a person that opens the sentence: "Defender Jonah Mbeki"."""
        opens = at == 0 or self.words[at - 1].word in _OPENERS
        return opens and nouns(self.document.language).is_person(self.words[at].lower)

    def _trimmed(self, first: int, last: int) -> tuple[int, int] | None:
        """The name without outer links and demonyms, or None where nothing is left."""
        while first <= last and self.words[first].lower in _NO_NAME_STARTS_WITH:
            first += 1
        while first <= last and not self.words[last].capital and not self.words[last].word[0].isdigit():
            last -= 1
        if first > last:
            return None
        run = self.words[first : last + 1]
        demonym = states.demonym_of(run[0].word) and not states.is_known(run[0].word)
        if demonym and len(run) == 1:
            return None
        if demonym and len(run) > 1 and not ({token.lower for token in run[1:]} & name_words("institution")):
            return (first + 1, last) if run[1].word not in TITLES else None
        return (first, last) if any(token.capital and token.word not in CALENDAR for token in run) else None


@cache
def _reporting_forms(language: str) -> frozenset[str]:
    return frozenset(verbs(language))
