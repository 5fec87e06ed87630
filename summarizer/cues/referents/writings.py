"""Whose a writing is: "its communiqué" told whose, "the communiqué" later speaks for the same body; pure."""

from __future__ import annotations

from summarizer.cues.attribution.issuers import ISSUED
from summarizer.cues.referents.antecedents import is_definite
from summarizer.cues.referents.discourse import Discourse
from summarizer.cues.referents.referent import Referent, Resolved
from summarizer.cues.referents.roles import head_of
from summarizer.document import Document

_LONGEST = 40
"""Characters after a possessor within which the writing stands."""
_WORDS = 3


class Writings:
    """The writings of a text and whoever issued each."""

    def __init__(self, document: Document, discourse: Discourse) -> None:
        self._document = document
        self._discourse = discourse
        self._issuers: dict[str, Referent] = {}
        self._speaking: dict[int, Referent] = {}

    def note(self, hit: Resolved) -> None:
        """Remember whose the writing beside a speaker is."""
        speaker = hit.attribution.speaker
        following = self._document.text[speaker[1] : speaker[1] + _LONGEST].split()[:_WORDS] if speaker else []
        writing = next((word for word in (w.strip(",.").casefold() for w in following) if word in ISSUED), None)
        if writing and hit.referent and not hit.referent.person:
            self._issuers[writing] = hit.referent

    def issuer(self, words: str, sentence: int) -> Referent | None:
        """Whoever "the statement" or "a communiqué" speaks for: its issuer, else the latest body spoken of."""
        head = head_of(words)
        if head not in ISSUED:
            return None
        known = self._issuers.get(head) if is_definite(words) else None
        found = known or next(iter(self._discourse.last_bodies(sentence)), None)
        if found:
            self._speaking[sentence] = found
        return found

    def just_before(self, sentence: int) -> Referent | None:
        """For whom a writing spoke in one of the two sentences before: "The statement warned … It said"."""
        return self._speaking.get(sentence - 1) or self._speaking.get(sentence - 2)
