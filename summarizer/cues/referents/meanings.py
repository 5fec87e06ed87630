"""Whom a noun phrase or a pronoun means, of those whom the text has told of so far; pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from summarizer.cues import identity, states
from summarizer.cues.attribution.circumstances import is_medium
from summarizer.cues.referents import antecedents
from summarizer.cues.referents.discourse import Discourse, Weighed
from summarizer.cues.referents.referent import Referent
from summarizer.cues.referents.roles import head_of, kind_of_phrase, modifiers_of
from summarizer.cues.referents.roster import Roster
from summarizer.cues.words import POSSESSIVES
from summarizer.document import Document, Sentence

_RELATIVE = re.compile(r"(?<! of)(?<! in)(?<! at)(?<! on)(?<! to)(?<! for)(?<! from)\s(?:who|that|que|qui)\s")
_ANYBODY = frozenset("man men woman women people person persons one those others homme hombre personas".split())
"""Nouns that without their relative clause mean just anybody."""
_POSSESSOR = re.compile(r"\w[’']s?\s")
_GERMAN_AGE = re.compile(r"^(?:der|die|dem|den) \d+-Jährigen?$", re.IGNORECASE)
_OPENING = 12
"""Characters within which a possessive or an epithet still opens its sentence."""


class Meanings:
    """Leads the words of a document back to its referents; a noun phrase that means nobody known makes a new one."""

    def __init__(self, document: Document, roster: Roster, discourse: Discourse) -> None:
        self._document = document
        self._roster = roster
        self._discourse = discourse

    def of_phrase(self, start: int, end: int) -> tuple[Referent, bool]:
        """The referent of a noun phrase, a new one where none is known, and whether that is sure."""
        end = self._without_relative(start, end)
        words = self._document.text[start:end]
        if named := self._roster.named_in(start, end):
            if words[-1:].islower() and identity.is_description(words) and not named.person:
                named.add(words, (start, end))  # "the Halden broadcaster", "Halden fighters"
            return named, True
        if held := self._roster.holding(start, end):
            if held.common and any(s == start for s, _ in held.mentions):
                held.add(words, (start, end))
            return held, True
        for referent, sure in self._antecedents(words, start):
            referent.add(words, (start, end))
            return referent, sure
        return self._roster.unnamed(start, end), True

    def _without_relative(self, start: int, end: int) -> int:
        """Where a phrase ends whose last part only tells which one is meant: "a priest | who follows the talks"."""
        relative = _RELATIVE.search(self._document.text, start, end)
        head = head_of(self._document.text[start : relative.start()]) if relative else ""
        telling = head not in _ANYBODY and self._roster.nouns.kind(head) in ("person", "people")
        return relative.start() if relative and telling else end

    def of_pronoun(
        self, sentence: Sentence, offset: int, whom: str, others: Collection[Referent] = ()
    ) -> list[Weighed]:
        """Whom a pronoun may mean, the likeliest first, who with it is known to be a man or a woman; not `others`."""
        known = [referent for referent in self._roster.known if referent not in others]
        weighed = self._discourse.weighed(known, whom, offset, sentence)
        weighed = weighed or self._discourse.weighed(self._roster.known, whom, offset, sentence)
        if whom == "many":  # a paper is "it"
            weighed = [pair for pair in weighed if not is_medium(pair[1].name)] or weighed
        if weighed and whom in ("male", "female"):
            likeliest = weighed[0][1]
            likeliest.person = True
            likeliest.gender = likeliest.gender or ("female" if whom == "female" else "male")
        return weighed

    def named_later(self, sentence: Sentence, start: int, end: int) -> Referent | None:
        """Whom the sentence is about, where a possessive at its start points forward: "By his own account, Leclerc"."""
        possessive = self._document.text[start:end].casefold() in POSSESSIVES
        if not possessive or start - sentence.start > _OPENING:
            return None
        topic = self._discourse.topic(sentence.number)
        return topic if topic and topic.last_before(sentence.end) > start else None

    def _antecedents(self, words: str, start: int) -> Iterator[tuple[Referent, bool]]:
        """Whom a phrase can go back to, the surest first, and whether that is sure."""
        before, known = self._roster.before(start), self._roster.nouns
        if government := antecedents.government_of(words, self._roster.known):
            yield government, True
        yield from ((r, True) for r in before if any(form.casefold() == words.casefold() for form in r.forms))
        if antecedents.is_definite(words) or antecedents.is_collective(words):
            near = self._in_paragraph(before, start) if antecedents.is_kin(words) else before
            role = antecedents.by_role(words, near, known) if antecedents.is_definite(words) else None
            told = role or antecedents.by_noun(words, near, known)
            yield from ((r, True) for r in (told,) if r)
        sentence = self._document.sentence_at(start)
        if sentence and (words.endswith("-year-old") or _GERMAN_AGE.search(words)):
            yield from ((r, False) for _, r in self._discourse.weighed(before, "person", start, sentence))
        if sentence and (varied := self._varied(words, start, sentence)):
            yield varied, False
        bodies = antecedents.generic_bodies(words, before, known)
        yield from ((body, len(bodies) == 1) for body in bodies)

    def _in_paragraph(self, known: Sequence[Referent], start: int) -> list[Referent]:
        """Those meant in the paragraph of `start` before it: there are many fathers in a story."""
        opening = self._document.text.rfind("\n\n", 0, start)
        return [referent for referent in known if referent.last_before(start) > opening]

    def _varied(self, words: str, start: int, sentence: Sentence) -> Referent | None:
        """Whom the sentence before is about, told anew: "Tolvan bought the brewery. The Danish group now says"."""
        kind = kind_of_phrase(words, self._roster.nouns)
        before = self._document.sentence(sentence.number - 1)
        if before is None or before.paragraph != sentence.paragraph or kind not in ("person", "body"):
            return None
        if start - sentence.start > _OPENING or _POSSESSOR.search(words):
            return None
        topic = self._discourse.topic(before.number)
        if topic is None or topic.common or topic.roles or not (antecedents.is_definite(words) and modifiers_of(words)):
            return None
        if kind == "person":
            return topic if topic.person else None
        state = any(states.state_of(form) for form in topic.forms)
        other = antecedents.is_other_body(topic, head_of(words), self._roster.nouns)
        return None if topic.person or state or other else topic
