"""Asks for the brief of each case, keeps what came, and goes on where it was stopped."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.errors import AuthenticationFailed, ModelUnavailable, PromptError, SettingsError, UnknownModel
from summarizer.evaluation.asking import Asks
from summarizer.evaluation.cases import Case
from summarizer.evaluation.makers import Maker
from summarizer.evaluation.results import Result, ResultFolder
from summarizer.evaluation.tallies import CaseTally

HOPELESS = (AuthenticationFailed, ModelUnavailable, PromptError, SettingsError, UnknownModel)
"""Errors that no article is to blame for, and that every other one would meet: the run ends."""

Clock = Callable[[], float]


def _always(_: Case) -> bool:
    return True


@dataclass(frozen=True)
class Step:
    """One case done: its counts, whether it was kept from an earlier run, and how far the run is."""

    tally: CaseTally
    results: Sequence[Result]
    kept: bool
    done: int
    total: int


@dataclass(frozen=True)
class Suite:
    """The cases of one run.

    Attributes:
        repeat: answers for each case.
        keeps: whether an answer that is there may stand for a case.
        clock: monotonic seconds.
    """

    cases: Sequence[Case]
    maker: Maker
    folder: ResultFolder
    repeat: int = 1
    keeps: Callable[[Case], bool] = _always
    clock: Clock = time.monotonic

    def run(self, ask: Asks) -> Iterator[Step]:
        """Each case as it is done; stopped at any time, what is done is kept.

        Raises:
            AuthenticationFailed, ModelUnavailable, PromptError, SettingsError, UnknownModel: nothing can be asked.
        """
        for done, case in enumerate(self.cases, start=1):
            may_stay = self.keeps(case)
            known = [self.folder.find(case, n, self.maker) if may_stay else None for n in range(1, self.repeat + 1)]
            results = [result or self._asked(ask, case, n) for n, result in enumerate(known, start=1)]
            tally = CaseTally.of(case, [result.answer(case) for result in results])
            yield Step(tally, results, None not in known, done, len(self.cases))

    def _asked(self, ask: Asks, case: Case, repetition: int) -> Result:
        started = self.clock()
        try:
            brief = ask(case)
        except HOPELESS:
            raise
        except Exception as error:  # noqa: BLE001 - however a case crashes, it counts in the denominator
            result = Result.of_error(error, case, repetition, self.maker, self.clock() - started)
        else:
            result = Result.of_brief(brief, case, repetition, self.maker)
        self.folder.save(result)
        return result
