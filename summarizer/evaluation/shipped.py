"""The cases and recordings that a command takes where none are named: those at hand, else those of the package."""

from __future__ import annotations

from pathlib import Path

CASES = Path("evals/cases")
CASSETTES = Path("cassettes/evals")
_PACKAGE = Path(__file__).parents[1]
_SHIPPED = _PACKAGE / "_evals"
"""In an installed wheel: the gate's cases, their recordings, thresholds and baseline."""
_CHECKOUT = _PACKAGE.parent


def cases_folder(given: Path | None = None) -> Path:
    """`given`, else ./evals/cases, else the gate's cases that come with the package."""
    return given or _first(CASES, _SHIPPED / "cases", _CHECKOUT / CASES)


def cassettes_folder(given: Path | None = None, *, cases: Path | None = None) -> Path:
    """`given`, else ./cassettes/evals, else the recordings that come with the package: of its `cases` only."""
    shipped = (_SHIPPED / "cassettes", _CHECKOUT / CASSETTES) if _is_of_the_package(cases_folder(cases)) else ()
    return given or _first(CASSETTES, *shipped)


def falls_back(given: Path | None) -> bool:
    """Whether the cases are the package's own for want of others: of those only the gate's are there to be scored.

    Who names that folder gets what he asks of it.
    """
    return given is None and not CASES.is_dir() and _is_of_the_package(cases_folder())


def _is_of_the_package(folder: Path) -> bool:
    return folder.resolve() in {(_SHIPPED / "cases").resolve(), (_CHECKOUT / CASES).resolve()}


def _first(at_hand: Path, *others: Path) -> Path:
    """The first that is a folder; where none is, the one that would be looked for at hand."""
    return next((folder for folder in (at_hand, *others) if folder.is_dir()), at_hand)
