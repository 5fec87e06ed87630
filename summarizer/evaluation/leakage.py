"""Words of labelled articles in what a model is told: it would be scored on what it has been shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from summarizer.evaluation.cases import Case

WORDS_IN_A_ROW = 5
"""So many words in the same order are no accident; fewer are in any two texts of one subject."""
_WORD = re.compile(r"\w+")


class Shared(NamedTuple):
    """What a text has in common with a case: `text[start:end]`, as far as it goes on."""

    case: str
    start: int
    end: int
    is_name: bool


@dataclass(frozen=True)
class Leakage:
    """What no text for a model may hold: runs of words of the articles, and the names invented for them."""

    _runs: dict[tuple[str, ...], str]
    _names: dict[tuple[str, ...], str]

    @classmethod
    def of(cls, cases: Iterable[Case]) -> Leakage:
        """That of some cases."""
        cases = list(cases)
        return cls(
            {run: case.id for case in cases for run in _runs([word for word, _, _ in _words(case.text)])},
            {tuple(word for word, _, _ in _words(name)): case.id for case in cases for name in invented_names(case)},
        )

    def shared(self, text: str) -> Iterator[Shared]:
        """Every passage of `text` that a case has too, in order; names first."""
        found = list(_words(text))
        yield from self._shared_names(found)
        yield from self._shared_runs(found)

    def _shared_names(self, found: list[tuple[str, int, int]]) -> Iterator[Shared]:
        lengths = {len(name) for name in self._names}
        for first in range(len(found)):
            for length in lengths:
                piece = found[first : first + length]
                if case := self._names.get(tuple(word for word, _, _ in piece)):
                    yield Shared(case, piece[0][1], piece[-1][2], is_name=True)

    def _shared_runs(self, found: list[tuple[str, int, int]]) -> Iterator[Shared]:
        open_run: Shared | None = None
        for first in range(len(found) - WORDS_IN_A_ROW + 1):
            piece = found[first : first + WORDS_IN_A_ROW]
            case = self._runs.get(tuple(word for word, _, _ in piece))
            if case is None:
                continue
            if open_run and piece[0][1] < open_run.end:
                open_run = open_run._replace(end=piece[-1][2])
                continue
            if open_run:
                yield open_run
            open_run = Shared(case, piece[0][1], piece[-1][2], is_name=False)
        if open_run:
            yield open_run


def invented_names(case: Case) -> set[str]:
    """Names of people and groups in the labels: two capitalised words or more, which no sentence has by chance."""
    names = {name for actor in case.labels.actors for name in actor.names}
    return {name for name in names if len(name.split()) > 1 and all(word[:1].isupper() for word in name.split())}


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word, case folded, with where it stands."""
    for found in _WORD.finditer(text):
        yield found[0].casefold(), found.start(), found.end()


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Every five words in a row."""
    for at in range(len(words) - WORDS_IN_A_ROW + 1):
        yield tuple(words[at : at + WORDS_IN_A_ROW])
