"""Names of bodies in French and Spanish, of which only the first word has a capital: "État islamique au Sahel"; pure.

Where an abbreviation stands behind, its letters tell how far the name reaches; elsewhere a body's noun with a capital
takes its adjective and up to two complements: "Union européenne", "Confédération des transporteurs du fleuve".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.cues.capital_runs import capital_runs
from summarizer.cues.tokens import Token, sentence_tokens
from summarizer.cues.words import name_words
from summarizer.document import Document, Sentence

Run = tuple[Sentence, int, int]

_JOINING = frozenset("de du des d’ la le les l’ à au aux pour et en y del los las a al para con sur".split())
_OF = frozenset("de du des d’ del".split())
_ARTICLES = frozenset("la le les l’ los las el".split())
_ADJECTIVE = re.compile(
    r"(?:unie?s|unidas|arabe|suprême|\w{2,}(?:ienne?s?|éenne?s?|iques?|ales?|al|aux|istes?|aires?|oise?s?|aine?s?|elles?|els?|ieures?|ana|ano"
    r"|ea|eo|ista|ica|ico|nal|ral))$"
)
_LONGEST_NAME = 9
_MOST_COMPLEMENTS = 2


def romance_runs(document: Document) -> Iterator[Run]:
    """The names of a French or Spanish text, as sentence, start and end, in order."""
    plain = list(capital_runs(document))
    told = {document.text[s:e] for s, e in _abbreviated(document)}
    tokens = {
        sentence.number: words for sentence, words in zip(document.sentences, sentence_tokens(document), strict=True)
    }
    grown = [(sentence, start, _end_of_body(tokens[sentence.number], end)) for sentence, start, end in plain]
    whole = [
        (sentence, match.start(), match.end())
        for form in told
        for sentence in document.sentences
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", document.text[: sentence.end])
        if match.start() >= sentence.start
    ]
    free = [run for run in grown if not any(s < run[2] and run[1] < e for _, s, e in whole)]
    reached = -1
    for sentence, start, end in sorted(whole + free, key=lambda run: (run[1], -run[2])):
        if start >= reached:
            yield sentence, start, end
            reached = end


def _abbreviated(document: Document) -> Iterator[tuple[int, int]]:
    """The names before an abbreviation in brackets whose words have its letters: "Organisation … (OPCW)"."""
    for words in sentence_tokens(document):
        for at in range(1, len(words) - 2):
            bracketed = words[at].word == "(" and words[at + 2].word == ")" and words[at + 1].word.isupper()
            first = _first_of_abbreviated(words, at - 1, words[at + 1].word) if bracketed else None
            if first is not None and first < at - 1:
                yield words[first].start, words[at - 1].end


def _first_of_abbreviated(words: Sequence[Token], last: int, letters: str) -> int | None:
    """Where the name begins whose words, joining ones apart, have these letters; None where they have not."""
    left = list(_plain(letters))
    for at in range(last, max(last - _LONGEST_NAME, -1), -1):
        for part in reversed(re.split(r"-", words[at].word)):
            if left and part and _plain(part[0]) == left[-1]:
                left.pop()
            elif words[at].lower not in _JOINING:
                return None
        if not left:
            return at if words[at].capital else None
    return None


def _plain(letters: str) -> str:
    return letters.upper().translate(str.maketrans("ÉÈÊÀÂÎÏÔÇ", "EEEAAIIOC"))


def _end_of_body(words: Sequence[Token], end: int) -> int:
    """Where the name of a body ends that a run of capitals opens, with its adjective and its complements."""
    last = next((i for i, token in enumerate(words) if token.end == end), None)
    if last is None or words[last].lower not in name_words("romance_body"):
        return end
    last = _over_adjective(words, last)
    for _ in range(_MOST_COMPLEMENTS):
        noun = last + 2 if last + 2 < len(words) and words[last + 1].lower in _OF else None
        noun = noun + 1 if noun is not None and words[noun].lower in _ARTICLES and noun + 1 < len(words) else noun
        if noun is None or not words[noun].is_word or words[noun].word.isupper() or len(words[noun].word) < 4:
            break
        last = _over_adjective(words, noun)
    return words[last].end


def _over_adjective(words: Sequence[Token], last: int) -> int:
    """The adjective behind a noun, the noun itself where none stands there."""
    following = words[last + 1] if last + 1 < len(words) else None
    return last + 1 if following and following.word.islower() and _ADJECTIVE.match(following.lower) else last
