"""States, their seats of government as metonyms, and their demonyms, from `lexicon/states.tsv`; pure."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple


class State(NamedTuple):
    """One row: the state's name and every form that stands for its government."""

    name: str
    seats: tuple[str, ...]
    demonyms: tuple[str, ...]
    others: tuple[str, ...]


@cache
def table() -> tuple[State, ...]:
    """All rows, in the file's order."""
    lines = (files("summarizer.cues") / "lexicon" / "states.tsv").read_text("utf-8").splitlines()
    rows = ([*line.split("\t"), "", "", ""][:4] for line in lines if not line.startswith("#"))
    return tuple(State(name, _forms(seats), _forms(demonyms), _forms(others)) for name, seats, demonyms, others in rows)


@cache
def _by_form() -> dict[str, str]:
    """Casefolded name, seat or other name → the state; a form of two states is left out."""
    forms: dict[str, set[str]] = {}
    for state in table():
        for form in (state.name, *state.seats, *state.others):
            forms.setdefault(form.casefold(), set()).add(state.name)
    return {form: min(names) for form, names in forms.items() if len(names) == 1}


@cache
def _seats() -> frozenset[str]:
    return frozenset(seat.casefold() for state in table() for seat in state.seats)


@cache
def _demonyms() -> dict[str, str]:
    return {demonym.casefold(): state.name for state in table() for demonym in state.demonyms if demonym[-1] != "*"}


@cache
def _stems() -> tuple[tuple[str, str], ...]:
    """What adjectives of other languages open with, which they inflect: "russisch*" for "russischen"."""
    stems = ((demonym, state.name) for state in table() for demonym in state.demonyms if demonym[-1] == "*")
    return tuple((demonym.rstrip("*").casefold(), name) for demonym, name in stems)


def state_of(form: str) -> str | None:
    """The state that a name or a seat of government stands for, or None."""
    folded = form.casefold()
    return _by_form().get(folded.removeprefix("the ")) or _by_form().get(folded) or _inflected(folded)


@cache
def _inflected(form: str) -> str | None:
    """The state of a Cyrillic form in another case ("Росії"), None where it is none."""
    if not form or not "\u0400" <= form[0] <= "\u04ff" or len(form) < 4:
        return None
    alike = {
        state
        for known, state in _by_form().items()
        if len(known) > 3 and abs(len(known) - len(form)) <= 2 and known[:-1] == form[: len(known) - 1]
    }
    return min(alike) if len(alike) == 1 else None


@lru_cache(maxsize=4096)
def demonym_of(word: str) -> str | None:
    """The state whose demonym the word is, or None."""
    folded = word.casefold()
    return _demonyms().get(folded) or next((name for stem, name in _stems() if folded.startswith(stem)), None)


def is_seat(form: str) -> bool:
    """Whether the form is a seat of government (a city or a building) and not the state's name."""
    return form.casefold() in _seats()


def is_known(word: str) -> bool:
    """Whether the word is a state's name or seat."""
    return state_of(word) is not None


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in cell.split(",") if form.strip())
