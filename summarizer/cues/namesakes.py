"""Whether two names of one text mean the same actor: alike by their words, and nothing in the text against it; pure."""

from __future__ import annotations

from itertools import pairwise

from summarizer.cues import identity
from summarizer.cues.given_names import gender_of
from summarizer.cues.lines import lines_of
from summarizer.document import Document

_LOCATING = frozenset("in near outside across around throughout".split())
_HELD = frozenset(
    "stake stakes share shares interest investment investments investor investors confidence trust faith holding".split()
)
"""What somebody has "in" a company."""


class Namesakes:
    """What the names of a text tell beside their words: which are places, which are surnames."""

    def __init__(self, document: Document) -> None:
        self._places: set[str] = set()
        self._surnames: set[str] = set()
        for line in lines_of(document):
            for name in line.names:
                words = identity.key(name.form)
                if len(words) > 1 and gender_of(name.form) is not None and not identity.is_body(name.form):
                    self._surnames.add(words[-1])
            for (before, token), name in zip(pairwise(line.words), map(line.name_at, range(1, len(line.words)))):
                held = line.lower(line.position(before.start) - 1) in _HELD
                if name and name.start == token.start and before.lower in _LOCATING and not held:
                    self._places.update(identity.key(name.form)[:1] if len(identity.key(name.form)) == 1 else ())

    def may_be_one(self, one: str, other: str) -> bool:
        """Whether the two names may stand for one actor."""
        return identity.same(one, other) and not (self._lends(one, other) or self._lends(other, one))

    def _lends(self, short: str, name: str) -> bool:
        """Whether the short name is a place's or a person's, from which another body only has its own."""
        few, many = identity.key(short), identity.key(name)
        opens = len(few) == 1 < len(many) and few[0] == many[0] != many[-1]
        person = gender_of(name) is not None and not identity.is_body(name)
        return opens and not person and (few[0] in self._places or few[0] in self._surnames)
