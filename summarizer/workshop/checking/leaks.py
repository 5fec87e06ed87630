"""Words of the eval's articles in a prompt or an example: the score would praise what the model was told."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from summarizer.evaluation.cases import load_cases
from summarizer.evaluation.leakage import Leakage
from summarizer.prompts.faults import Fault
from summarizer.workshop.checking.sheet import Sheet, position_at

_LONGEST_SHOWN = 60


def leakage_of(cases: Path | None) -> Leakage | None:
    """What no prompt may hold; read again when a case has changed. None where there are no cases.

    Raises:
        CaseError: a case cannot be read.
    """
    files = sorted(cases.glob("*.yaml")) if cases else []
    if cases is None or not files:
        return None
    return _read(cases, tuple((path.name, path.stat().st_mtime_ns) for path in files))


@lru_cache(maxsize=4)
def _read(cases: Path, _: tuple[tuple[str, int], ...]) -> Leakage:
    return Leakage.of(load_cases(cases))


def leak_faults(sheet: Sheet, leakage: Leakage) -> Iterator[Fault]:
    """The first passage of a file that each case has too."""
    told = set()
    for shared in leakage.shared(sheet.text):
        if shared.case in told:
            continue
        told.add(shared.case)
        words = " ".join(sheet.text[shared.start : shared.end].split())
        words = words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN]}…"
        what = "the name" if shared.is_name else "the words"
        message = (
            f"{what} “{words}” stand in the eval case {shared.case!r} too: its score would no longer tell anything"
        )
        hint = "invent a name of your own" if shared.is_name else "write a passage of your own, in other words"
        yield sheet.fault(position_at(sheet.text, shared.start), "leaks-eval-case", message, hint)
