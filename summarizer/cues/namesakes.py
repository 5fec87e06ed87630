"""Whether two names of one text mean the same actor: alike by their words, and nothing in the text against it; pure."""

from __future__ import annotations

from summarizer.cues import identity
from summarizer.cues.given_names import gender_of
from summarizer.cues.lines import Line, lines_of
from summarizer.cues.names import Name
from summarizer.cues.words import role_words
from summarizer.document import Document


class Namesakes:
    """What the names of a text tell beside their words: which are places, which are surnames."""

    def __init__(self, document: Document) -> None:
        self._places: set[str] = set()
        self._surnames: set[str] = set()
        for line in lines_of(document):
            for name in line.names:
                self._learn(line, name)

    def _learn(self, line: Line, name: Name) -> None:
        words, first = identity.key(name.form), line.position(name.start)
        if len(words) > 1 and gender_of(name.form) is not None and not identity.is_body(name.form):
            self._surnames.add(words[-1])
        held = line.lower(first - 2) in role_words("held_in_company")
        located = line.lower(first - 1) in role_words("locating") and not held
        settled = line.lower(line.last_of_name(first) + 1) in role_words("settlement")  # "Halden village"
        settled = settled or _is_told_as_town(line, line.last_of_name(first) + 1)
        if len(words) == 1 and (located or settled or _is_inhabited(line, first)):
            self._places.add(words[0])

    def may_be_one(self, one: str, other: str) -> bool:
        """Whether the two names may stand for one actor."""
        return identity.same(one, other) and not (self._lends(one, other) or self._lends(other, one))

    def is_place(self, form: str) -> bool:
        """Whether the text uses the name for a place."""
        return identity.key(form)[:1] == identity.key(form) and identity.key(form)[0] in self._places

    def _lends(self, short: str, name: str) -> bool:
        """Whether the short name is a place's or a person's, from which another body only has its own."""
        few, many = identity.key(short), identity.key(name)
        opens = len(few) == 1 < len(many) and few[0] == many[0] != many[-1]
        person = gender_of(name) is not None and not identity.is_body(name)
        return opens and not person and (few[0] in self._places or few[0] in self._surnames)


def _is_inhabited(line: Line, first: int) -> bool:
    """Whether the name tells where people live or which town it is: "residents of Halden", "the village of Borj"."""
    if line.lower(first - 1) != "of":
        return False
    noun = line.lower(first - 2)
    return noun in role_words("inhabitants") or line.nouns.singular(noun) in role_words("settlement")


def _is_told_as_town(line: Line, at: int) -> bool:
    """Whether an apposition tells that it is a town: "Halden, a remote farming village in the north"."""
    if line.lower(at) != "," or line.tag(at + 1) != "determiner":
        return False
    stop = next((i for i in range(at + 2, len(line.words)) if line.tag(i) in ("mark", "preposition", "relative")), None)
    return line.lower((stop or len(line.words)) - 1) in role_words("settlement")
