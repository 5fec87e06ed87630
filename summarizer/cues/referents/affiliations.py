"""Whom somebody belongs to, in the text's own words: "of the union", "Interior Ministry spokesman"; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.cues import states
from summarizer.cues.lines import lines_of
from summarizer.cues.names import find_names
from summarizer.cues.nouns import Nouns, nouns
from summarizer.cues.phrases import phrase_from
from summarizer.cues.referents import antecedents
from summarizer.cues.referents.likeness import is_body
from summarizer.cues.referents.referent import Referent
from summarizer.cues.referents.roles import head_of
from summarizer.cues.words import role_words
from summarizer.document import Document

_COMPLEMENT = re.compile(r"\s(?:of|at|for|with|from)\s(?P<body>.+)$")
_OWNER = re.compile(r"^(?P<body>.+?)(?:[’']s|(?<=s)[’'])\s")
_MINISTER = re.compile(r"(?:the )?(?:\w+ )?minister (?:of|for) ", re.IGNORECASE)
_BELONGING = frozenset("of from at von vom du de".split())
_ARTICLE = re.compile(r"^(?:the|this|that|its|his|her|their)\s", re.IGNORECASE)


def affiliation_of(document: Document, referent: Referent, others: Sequence[Referent] = ()) -> str | None:
    """The body that the person's role or a complement of the name tells, by its name; None where the text does not say.

    `others`: the other actors, by whom a body without a name of its own ("the group’s spokesman") is told.
    """
    told = [*_of_roles(document, referent), *_of_complement(document, referent)]
    return next((body for words in told if (body := _named(words, nouns(document.language), others))), None)


def _of_roles(document: Document, referent: Referent) -> Iterator[str]:
    """What the roles tell: "FBI special agent", "Karsk Police Chief", "head of the union"."""
    forms = sorted({name.form for name in find_names(document)} - set(referent.forms), key=len, reverse=True)
    for role in referent.roles:
        if _MINISTER.match(role):
            continue  # "the Minister of Labour"
        for pattern in (_COMPLEMENT, _OWNER):
            if match := pattern.search(role):
                yield match["body"]
        yield from (form for form in forms if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", role))


def _of_complement(document: Document, referent: Referent) -> Iterator[str]:
    """The body after the name: "Lena Vogt of the grain traders’ union"."""
    for form, spans in referent.forms.items():
        for start, end in spans if form[:1].isupper() else ():
            line = next((li for li in lines_of(document) if li.sentence.start <= start < li.sentence.end), None)
            at = line.position(end) if line else 0
            if line is None or line.lower(at) not in _BELONGING:
                continue
            if phrase := phrase_from(line, at + 1):
                yield line.quote(phrase.first, phrase.last)


def _named(words: str, language: Nouns, others: Sequence[Referent]) -> str | None:
    """The body by its name; a particular noun as it is ("the grain traders’ union"), a mere "the union" is none."""
    bare = _ARTICLE.sub("", words)
    if states.state_of(bare):
        return None
    same = [r for r in others if not r.person and any(_ARTICLE.sub("", form) == bare for form in r.forms)]
    known = next((r for r in same if not r.common and (r.body or r.speaks or r.acts)), None)
    known = known or (antecedents.by_noun(words, others, language) if antecedents.is_definite(words) else None)
    if known and not known.common:
        return None if any(states.state_of(form) for form in known.forms) else known.name
    if bare[:1].isupper() and is_body(bare):
        return bare
    body = language.kind(head_of(bare)) == "body" and head_of(bare) not in role_words("settlement")
    return words if body and " " in bare else None
