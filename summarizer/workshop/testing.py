"""The cases of the eval suite that a change of prompts can touch, asked under both prompts, kept and gone on with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.composition import Article
from summarizer.document import Document
from summarizer.evaluation.asking import Asks
from summarizer.evaluation.baseline import load_baseline
from summarizer.evaluation.cases import Case
from summarizer.evaluation.makers import Maker
from summarizer.evaluation.results import ResultFolder
from summarizer.evaluation.run_record import RESULTS, RunRecord, SuiteFolder
from summarizer.evaluation.suite import Step, Suite
from summarizer.progress import Progress, Report, silent
from summarizer.workshop.dictation import Dictation, dictate
from summarizer.workshop.difference import changed_names
from summarizer.workshop.trial import under

if TYPE_CHECKING:
    from summarizer.llm.endpoint import Dialect
    from summarizer.prompts import Prompts
    from summarizer.settings import Settings

SideName = Literal["old", "new"]


@dataclass(frozen=True)
class Affected:
    """A case that is told something else under the new prompts; `names` are the prompts that make the difference."""

    case: Case
    names: frozenset[str]
    old: Dictation
    new: Dictation


@dataclass(frozen=True)
class Scope:
    """What a change of prompts can touch.

    Attributes:
        cases: how many were looked at.
        changed: the prompts and examples whose files differ.
        affected: the cases whose messages differ, in order.
        used: the prompts and examples that have a say in any of the cases.
        plan: how the cases are read; "" where none had to be looked at.
    """

    cases: int
    changed: Sequence[str]
    affected: Sequence[Affected]
    used: frozenset[str]
    plan: str = ""

    @property
    def silent(self) -> list[str]:
        """Those changed that have no say in any of the cases."""
        return [name for name in self.changed if name not in self.used]


@dataclass(frozen=True)
class Side:
    """One set of prompts in the test: who makes its briefs, and where its answers are kept."""

    name: SideName
    prompts: Prompts
    maker: Maker
    folder: Path
    ask: Callable[[Report], AbstractContextManager[Asks]]

    def suite(self, cases: Sequence[Case]) -> Suite:
        """The cases to be asked under these prompts."""
        return Suite(cases, self.maker, ResultFolder(self.folder / RESULTS))

    def kept(self, cases: Sequence[Case]) -> list[Case]:
        """Those whose answer is there and still holds."""
        results = ResultFolder(self.folder / RESULTS)
        return [case for case in cases if results.find(case, 1, self.maker)]


class Estimate(NamedTuple):
    """What the test will cost: briefs to be asked for, and what they come to; `seconds` is None where nobody knows."""

    briefs: int
    kept: int
    calls: int
    tokens: int
    cached_tokens: int
    seconds_each: float | None

    @property
    def seconds(self) -> float | None:
        """Of all briefs together."""
        return None if self.seconds_each is None else self.seconds_each * self.briefs


def scope(
    cases: Sequence[Case],
    old: Prompts,
    new: Prompts,
    settings: Settings,
    progress: Report = silent,
    *,
    dialect: Dialect | None = None,
) -> Scope:
    """Which cases are told something else, or asked otherwise, found without asking anybody.

    Raises:
        PromptError: a prompt is broken.
    """
    changed = changed_names(old, new)
    affected, used, plan = list[Affected](), set[str](), ""
    for done, case in enumerate(cases if changed else ()):
        progress(Progress("looking for cases that the change touches", done, len(cases), "cases"))
        article = Article(Document.of(case.text), case.published, case.title)
        before, after = (dictate(article, prompts, settings, dialect=dialect) for prompts in (old, new))
        used, plan = used | before.used | after.used, after.plan
        if before.wordings() != after.wordings():
            affected.append(Affected(case, _speaking(before, after), before, after))
    return Scope(len(cases), changed, affected, frozenset(used), plan)


def _speaking(old: Dictation, new: Dictation) -> frozenset[str]:
    """The prompts whose words differ."""
    texts = [
        {(part.name, part.text, part.answers_with, part.settings) for part in dictation.first}
        for dictation in (old, new)
    ]
    return frozenset(str(name) for name, *_ in texts[0] ^ texts[1] if name)


def estimate(affected: Sequence[Affected], old: Side, new: Side, cases_folder: Path) -> Estimate:
    """What is to be asked for, counted; only the seconds of a brief are taken from earlier ones."""
    cases = [each.case for each in affected]
    dictations = list[Dictation]()
    for side in (old, new):
        known = {case.id for case in side.kept(cases)}
        asked = [each for each in affected if each.case.id not in known]
        dictations += [each.old if side is old else each.new for each in asked]
    return Estimate(
        briefs=len(dictations),
        kept=2 * len(cases) - len(dictations),
        calls=sum(each.calls for each in dictations),
        tokens=sum(each.tokens for each in dictations),
        cached_tokens=sum(each.cached_tokens for each in dictations),
        seconds_each=_seconds_each(cases, old, new, cases_folder),
    )


def _seconds_each(cases: Sequence[Case], old: Side, new: Side, cases_folder: Path) -> float | None:
    """The median of the answers that are there, else of an accepted run of the same model and plan."""
    seconds = []
    for side in (old, new):
        results = ResultFolder(side.folder / RESULTS)
        seconds += [result.seconds for case in cases if (result := results.find(case, 1, side.maker))]
    if not seconds:
        for run in load_baseline(SuiteFolder(cases_folder).baseline).runs.values():
            if (run.maker.model, run.maker.plan) == (old.maker.model, old.maker.plan):
                seconds += [tally.seconds / tally.answers for tally in run.cases if tally.answers]
    return median(seconds) if seconds else None


class Asked(NamedTuple):
    """A step of one side."""

    side: SideName
    step: Step


def ask(cases: Sequence[Case], old: Side, new: Side, progress: Report = silent) -> Iterator[Asked]:
    """Each case under the old prompts and then under the new ones; stopped at any time, what is done is kept.

    Raises:
        AuthenticationFailed, ModelUnavailable, PromptError, SettingsError, UnknownModel: nothing can be asked.
    """
    with old.ask(under(old.name, progress)) as ask_old, new.ask(under(new.name, progress)) as ask_new:
        steps = (old.suite(cases).run(ask_old), new.suite(cases).run(ask_new))
        for before in steps[0]:
            yield Asked("old", before)
            yield Asked("new", next(steps[1]))


def note(cases: Sequence[Case], sides: Sequence[Side], cases_folder: Path) -> None:
    """Leave beside the answers which cases they are of, so that `eval compare` and `eval report` can take them up."""
    for side in sides:
        RunRecord(
            name="affected",
            whole=False,
            cases_folder=cases_folder.absolute(),
            cases=[case.id for case in cases],
            repeat=1,
            maker=side.maker,
        ).save(side.folder)
