"""`summarizer eval run`: cases in, verdict out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import typer

from summarizer import settings
from summarizer.cli import INTERRUPTED, PROGRAM
from summarizer.cli.briefing import Summarizes
from summarizer.cli.scoreboard import Scoreboard, scoreboard, shown
from summarizer.errors import SettingsError, SummarizerError

if TYPE_CHECKING:
    from summarizer.evaluation.cases import Case, Split
    from summarizer.evaluation.makers import Maker
    from summarizer.evaluation.tallies import CaseTally
    from summarizer.llm import Endpoint
    from summarizer.schema import Brief
    from summarizer.settings import Settings

MakeSummarizer = Callable[..., AbstractContextManager[Summarizes]]
NOWHERE = Path("/nowhere")
RESULT_FILES = "cases"


@dataclass(frozen=True, kw_only=True)
class Request:
    """What was asked for on the command line; `arguments` are those of `Summarizer`, None where not given."""

    cases: Path
    split: Split | None
    tags: Sequence[str]
    ids: Sequence[str]
    gate: bool
    arguments: dict[str, Any]
    dialect: str | None
    repeat: int
    out: Path
    local_only: bool


def run(request: Request, make_summarizer: MakeSummarizer | None = None) -> int:
    """Do it; the exit code of the verdict."""
    require_extra()
    from summarizer.evaluation.cases import Selection, load_cases
    from summarizer.evaluation.results import ResultFolder
    from summarizer.evaluation.suite import Suite

    chosen = _settings(request)
    wanted = Selection(split=request.split, tags=request.tags, ids=request.ids, gate=request.gate)
    cases = wanted.of(load_cases(request.cases))
    suite = Suite(cases, _maker(request, chosen), ResultFolder(request.out / RESULT_FILES), request.repeat)
    tallies: list[CaseTally] = []
    try:
        with scoreboard(sys.stderr, len(cases)) as board:
            _ask_all(suite, request, chosen, board, make_summarizer or _summarizer(), tallies)
    except KeyboardInterrupt:
        sys.stderr.write(f"{PROGRAM}: stopped after {len(tallies)} of {len(cases)} cases; run it again to go on\n")
        return INTERRUPTED
    typer.echo(_table(tallies))
    return 0


def require_extra() -> None:
    """Say what to install where the scorer's libraries are missing."""
    from importlib.util import find_spec

    if missing := [name for name in ("numpy", "scipy") if find_spec(name) is None]:
        raise SummarizerError(f"scoring needs {' and '.join(missing)}: pip install 'newsbrief[evals]'")


def _settings(request: Request) -> Settings:
    """The settings in force; names the host that the articles are about to be sent to."""
    from summarizer.settings.access import is_loopback

    try:
        settings.resolve(env={}, cwd=NOWHERE, **request.arguments)
    except SettingsError as error:
        raise typer.BadParameter(str(error)) from None
    chosen = settings.resolve(local_only=request.local_only or None, **request.arguments)
    chosen.check_access()
    if chosen.endpoint and not is_loopback(chosen.endpoint):
        host = urlsplit(chosen.endpoint).hostname
        sys.stderr.write(f"{PROGRAM}: the articles are sent to {host} (model {chosen.model})\n")
        sys.stderr.flush()
    return chosen


def _maker(request: Request, chosen: Settings) -> Maker:
    from summarizer.evaluation.makers import Maker

    return Maker.of(chosen.model, chosen.plan, dialect=request.dialect or "", prompts=chosen.prompts)


def _endpoint(request: Request, chosen: Settings) -> Endpoint | None:
    """Only where the settings cannot say it: a server that is no OpenAI in how it wants schemas."""
    if request.dialect is None:
        return None
    if chosen.base_url is None:
        raise typer.BadParameter("--dialect is of a server: give its --base-url too")
    from summarizer.llm import Endpoint

    return Endpoint(chosen.model, chosen.base_url, chosen.api_key, dialect=request.dialect)  # type: ignore[arg-type]


def _ask_all(
    suite: Any, request: Request, chosen: Settings, board: Scoreboard, make: MakeSummarizer, tallies: list[CaseTally]
) -> None:
    from summarizer.evaluation.scores import scores

    with make(endpoint=_endpoint(request, chosen), progress=board.within, **request.arguments) as summarizer:

        def ask(case: Case) -> Brief:
            return summarizer.summarize(case.text, published=case.published, title=case.title)

        for step in suite.run(ask):
            tallies.append(step.tally)
            board.scored(step, scores(tallies))


def _summarizer() -> MakeSummarizer:
    from summarizer.pipeline import Summarizer

    return Summarizer


def _table(tallies: Sequence[CaseTally]) -> str:
    from summarizer.evaluation.annotations import SECTIONS
    from summarizer.evaluation.scores import scores

    so_far = scores(tallies)
    rows = [f"{'':10}  found  right  prec.  recall  labelled  given"]
    for name in SECTIONS:
        s = so_far.section(name)
        rows.append(
            f"{name:10}  {shown(s.found):>5}  {shown(s.right):>5}  {shown(s.precision):>5}  {shown(s.recall):>6}"
            f"  {s.tally.labelled:8}  {s.tally.given:5}"
        )
        rows.append("   " + "  ".join(f"{k} {shown(v.value)}" for k, v in s.tally.fields.items()))
        if s.tally.empty:
            rows.append(f"   invented in {s.tally.filled} of {s.tally.empty} articles without {name}")
    rows.append(f"{'macro':10}  {shown(so_far.macro('found')):>5}  {shown(so_far.macro('right')):>5}")
    t = so_far.tally
    rows.append(f"exact {t.exact.credit:.0f}/{t.exact.of}  outcomes {t.outcomes}  seconds {t.seconds:.0f}  {t.usage!r}")
    return "\n".join(rows)
