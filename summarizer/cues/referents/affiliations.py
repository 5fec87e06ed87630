"""Whom somebody belongs to, in the text's own words: "of the union", "Interior Ministry spokesman"; pure."""

from __future__ import annotations

import re

from summarizer.cues import states
from summarizer.cues.lines import lines_of
from summarizer.cues.nouns import Nouns, nouns
from summarizer.cues.phrases import phrase_from
from summarizer.cues.referents.likeness import is_body
from summarizer.cues.referents.referent import Referent
from summarizer.cues.referents.roles import head_of
from summarizer.document import Document

_COMPLEMENT = re.compile(r"\s(?:of|at|for|with|from)\s(?P<body>.+)$")
_OWNER = re.compile(r"^(?P<body>.+?)(?:[’']s|(?<=s)[’'])\s")
_BEFORE_NOUN = re.compile(r"^(?:the\s)?(?P<body>[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+)*)(?:\s[a-z-]+){1,2}$")
_BELONGING = frozenset("of from at von vom du de".split())
_GENERIC = frozenset("company firm group body team crew police state government".split())


def affiliation_of(document: Document, referent: Referent) -> str | None:
    """The body that the person's role or a complement of the name tells; None where the text does not say."""
    language = nouns(document.language)
    for role in referent.roles:
        for pattern in (_COMPLEMENT, _OWNER, _BEFORE_NOUN):
            match = pattern.search(role)
            if match and _is_body(match["body"], language):
                return match["body"]
    return _of_complement(document, referent, language)


def _of_complement(document: Document, referent: Referent, language: Nouns) -> str | None:
    """The body after the name: "Lena Vogt of the grain traders’ union"."""
    for form, spans in referent.forms.items():
        for start, end in spans if form[:1].isupper() else ():
            line = next((li for li in lines_of(document) if li.sentence.start <= start < li.sentence.end), None)
            at = line.position(end) if line else 0
            if line is None or line.lower(at) not in _BELONGING:
                continue
            phrase = phrase_from(line, at + 1)
            words = document.text[slice(*line.span(phrase.first, phrase.last))] if phrase else ""
            if words and _is_body(words, language):
                return words
    return None


def _is_body(words: str, language: Nouns) -> bool:
    """Whether the words stand for a body that can be belonged to: an institution's name, or a particular noun."""
    bare = words.removeprefix("the ").removeprefix("The ")
    if states.state_of(bare):
        return False
    head = head_of(bare)
    named = bare[:1].isupper() and is_body(bare)
    return named or (language.kind(head) == "body" and (head not in _GENERIC or " " in bare))
