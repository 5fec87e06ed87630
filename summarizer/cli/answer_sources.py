"""Where the answers of `summarizer eval run` come from: a model, a model that is recorded, or recordings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import typer

from summarizer import settings
from summarizer.cli.addressee import addressee
from summarizer.errors import ModelUnavailable
from summarizer.progress import Report

if TYPE_CHECKING:
    from summarizer.evaluation.asking import Asks, Summarizes
    from summarizer.evaluation.cases import Case, Selection, Split
    from summarizer.evaluation.makers import Maker, Mode
    from summarizer.evaluation.recording.gate import Recordings, Setting
    from summarizer.llm import Endpoint
    from summarizer.llm.endpoint import Dialect
    from summarizer.settings import Settings

MakeSummarizer = Callable[..., AbstractContextManager["Summarizes"]]


@dataclass(frozen=True, kw_only=True)
class Request:
    """What was asked for on the command line; `arguments` are those of `Summarizer`, None where not given."""

    cases: Path
    split: str | None
    tags: Sequence[str]
    ids: Sequence[str]
    gate: bool
    arguments: dict[str, Any]
    dialect: str | None
    repeat: int
    out: Path
    mode: Mode
    cassettes: Path
    local_only: bool

    @property
    def selection(self) -> Selection:
        """Which cases; recordings are of the gate, unless others are named."""
        from summarizer.evaluation.cases import Selection

        gate = self.gate or (self.mode != "asked" and not self.ids)
        split = cast("Split | None", None if gate or self.mode != "asked" else self.split)
        return Selection(split=split, tags=self.tags, ids=self.ids, gate=gate)


@dataclass(frozen=True)
class Source:
    """Who makes the briefs: what is noted of it, and how to ask."""

    maker: Maker
    ask: Callable[[Report], AbstractContextManager[Asks]]
    keeps: Callable[[Case], bool] = lambda _: True


def source_of(request: Request, cases: Sequence[Case], make: MakeSummarizer | None = None) -> Source:
    """The source that was asked for; SettingsError, ModelUnavailable or StaleRecording where it cannot answer."""
    make = make or _summarizer()
    match request.mode:
        case "asked":
            return _asked(request, make)
        case "recorded":
            return _recorded(request, make)
        case "replayed":
            return _replayed(request, cases, make)


def _asked(request: Request, make: MakeSummarizer) -> Source:
    chosen = _settings(request)

    @contextmanager
    def ask(report: Report) -> Iterator[Asks]:
        from summarizer.evaluation.asking import asking

        with make(endpoint=endpoint_of(request.dialect, chosen), progress=report, **request.arguments) as summarizer:
            yield asking(summarizer)

    return Source(_maker(request, chosen.model, chosen.plan, request.dialect or "", chosen), ask)


def _recorded(request: Request, make: MakeSummarizer) -> Source:
    chosen, asked, recordings = _settings(request), _asked(request, make), _recordings(request)
    setting = _setting(request, chosen)

    @contextmanager
    def ask(report: Report) -> Iterator[Asks]:
        with asked.ask(report) as ask:
            yield recordings.recording(ask, setting)

    return Source(asked.maker, ask, keeps=lambda case: not recordings.complaints(case))


def _replayed(request: Request, cases: Sequence[Case], make: MakeSummarizer) -> Source:
    from summarizer.evaluation.asking import Remembering, asking
    from summarizer.evaluation.recording.gate import StaleRecording

    recordings = _recordings(request)
    origin = recordings.origin(cases)
    prompts = _prompts(request)

    @contextmanager
    def ask(report: Report) -> Iterator[Asks]:
        endpoint = origin.endpoint
        with make(origin.name, plan=origin.plan, prompts=prompts, endpoint=endpoint, progress=report) as summarizer:
            replaying = Remembering(recordings.replaying(asking(summarizer)), StaleRecording)
            yield replaying
            replaying.raise_remembered()

    return Source(_maker(request, origin.name, origin.plan, origin.dialect), ask, keeps=lambda _: False)


def _settings(request: Request) -> Settings:
    """The settings in force; names the host that the articles are about to be sent to."""
    return addressee(request.arguments, local_only=request.local_only, what="the articles are")


def _maker(request: Request, model: str, plan: str, dialect: str, chosen: Settings | None = None) -> Maker:
    """What is noted; recordings stand for any server, and for what was set when they were made."""
    from summarizer.evaluation.makers import Maker

    asked = chosen if request.mode == "asked" else None
    return Maker.of(model, plan, dialect=dialect, prompts=_prompts(request), mode=request.mode, settings=asked)


def _prompts(request: Request) -> Path | None:
    """The folder in force, the environment's and the settings file's too: answers are noted under what was rendered."""
    return settings.resolve(**request.arguments).prompts


def endpoint_of(dialect: str | None, chosen: Settings) -> Endpoint | None:
    """Only where the settings cannot say it: a server that is no OpenAI in how it wants schemas.

    Raises:
        typer.BadParameter: there is a dialect, and no server that speaks it.
    """
    if dialect is None:
        return None
    if chosen.base_url is None:
        raise typer.BadParameter("--dialect is of a server: give its --base-url too")
    from summarizer.llm import Endpoint

    return Endpoint(
        chosen.model, chosen.base_url, chosen.api_key, dialect=cast("Dialect", dialect), keyless=chosen.keyless
    )


def _recordings(request: Request) -> Recordings:
    from summarizer.evaluation.makers import prompt_digests
    from summarizer.evaluation.recording.gate import Recordings
    from summarizer.prompts import Prompts

    return Recordings(request.cassettes, prompt_digests(Prompts.of(_prompts(request))))


def _setting(request: Request, chosen: Settings) -> Setting:
    """What a recording notes; of an embedded model no path, only which it is."""
    from summarizer.evaluation.recording.gate import Setting

    if not chosen.embedded:
        return Setting(name=chosen.model, plan=chosen.plan, dialect=cast("Dialect", request.dialect or "openai"))
    from importlib.metadata import version

    from summarizer.local.server import check_installed

    check_installed()
    build = f"xllamacpp {version('xllamacpp')}"
    sha256 = _weights(chosen)
    return Setting(name=settings.LOCAL_MODEL, plan=chosen.plan, dialect="llama.cpp", weights=sha256, server=build)


def _weights(chosen: Settings) -> str:
    """SHA-256 of the embedded model's file: that of its makers, or of the file itself where it is the user's."""
    import hashlib

    from summarizer import local

    known = local.models(chosen.cache_dir)
    files = {settings.LOCAL_MODEL: next(model for model in known if model.default)}
    files |= {f"{settings.LOCAL_MODEL}:{model.name}": model for model in known}
    if chosen.model in files:
        return files[chosen.model].sha256
    path = local.weights(chosen.model, chosen.cache_dir)
    if not path.is_file():
        raise ModelUnavailable(f"there is no model file {path}")
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _summarizer() -> MakeSummarizer:
    from summarizer.pipeline import Summarizer

    return Summarizer
