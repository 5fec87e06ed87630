"""What a text is about, as far as it changes how its words of violence are to be read; pure."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.cues.vocabulary import pattern
from summarizer.document import Document

_DENSE = 1.2  # words of a topic per hundred words of the text
_FEWEST = 2
_CYBER_WORDS = 3


@dataclass(frozen=True)
class Topics:
    """`foreign`: sport, markets or science, which borrow words of violence; `physical`: police, hospitals, troops appear."""

    foreign: bool
    physical: bool
    cyber: bool

    @classmethod
    def of(cls, document: Document) -> Topics:
        """Judge the whole text."""
        words = max(len(document.text.split()), 1)

        def hits(name: str) -> int:
            return len(pattern(document.language, "violence", name).findall(document.text))

        foreign = any(_FEWEST <= hits(topic) >= _DENSE * words / 100 for topic in ("sport", "market", "science"))
        physical = hits("physical") >= 2
        return cls(foreign=foreign, physical=physical, cyber=hits("cyber") >= _CYBER_WORDS)
