"""Where a text names somebody or something: spans of proper names; pure.

Names are found by capitals, so that no gazetteer decides who may be an actor. What opens a sentence is a name only
where something else says so: a second capitalised word, the same word capitalised within another sentence, the table of
states, or a place in the clause that a common noun could not have without an article. German, which capitalises every
noun, has rules of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from summarizer.cues.capital_runs import capital_runs
from summarizer.cues.furniture import is_furniture
from summarizer.cues.german_names import german_runs
from summarizer.cues.romance_names import romance_runs
from summarizer.document import Document

_RUNS = {"de": german_runs, "fr": romance_runs, "es": romance_runs}


@dataclass(frozen=True)
class Name:
    """One mention of a proper name: `text[start:end] == form`, in the sentence of that number."""

    form: str
    start: int
    end: int
    sentence: int


def find_names(document: Document) -> list[Name]:
    """Every mention of a proper name, in order; titles ("President"), days, headings and bylines stand outside."""
    return list(_names(document))


@lru_cache(maxsize=8)
def _names(document: Document) -> tuple[Name, ...]:
    runs = _RUNS.get(document.language.split("-")[0], capital_runs)
    found = (Name(document.text[s:e], s, e, sentence.number) for sentence, s, e in runs(document))
    return tuple(name for name in found if not is_furniture(document, name.start))
