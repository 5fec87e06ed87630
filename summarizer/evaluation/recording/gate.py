"""The recordings of cases, `cassettes/evals/<case>.yaml`: scored offline, and never with answers to an older prompt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import yaml
from pydantic import BaseModel, ConfigDict

from summarizer.errors import SummarizerError
from summarizer.evaluation.asking import Asks
from summarizer.evaluation.cases import Case
from summarizer.evaluation.recording.exact_cassette import ExactCassette, changed
from summarizer.evaluation.recording.storage import stored_metadata
from summarizer.llm import Endpoint
from summarizer.llm.endpoint import Dialect
from summarizer.schema import Brief

RENEW = "renew it with `summarizer eval run --record` (here: `make record-gate`)"
COMPLETIONS = "/chat/completions"
NOWHERE = "http://127.0.0.1:9"
"""Nobody listens there: a recording matches any host and port."""


class StaleRecording(SummarizerError):
    """Recordings are missing or do not fit what is asked now; the message names each."""


class Miss(BaseException):
    """A request that was never recorded; no Exception, or the model client would take it for a lost connection."""


class Setting(BaseModel):
    """How a model is asked.

    Attributes:
        name: the model as it is set: "local", or the name that a server knows.
        weights: SHA-256 of the embedded model's file, "" for others.
        server: name and version of the embedded server, "" for others.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    plan: str
    dialect: Dialect
    weights: str = ""
    server: str = ""


class Origin(Setting):
    """Who answered: `model` is the name that the requests carry, `path` that of the server's URL ("/v1")."""

    model: str
    provider: str
    path: str

    @property
    def endpoint(self) -> Endpoint:
        """An address to replay from."""
        return Endpoint(self.model, f"{NOWHERE}{self.path}", "replayed", self.provider, self.dialect)


class Note(BaseModel):
    """What a recording says of itself; `seconds` is what the brief took; nobody answered where nothing was asked."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    origin: Origin | None
    article: str
    prompts: dict[str, str]
    seconds: float


@dataclass(frozen=True)
class Recordings:
    """A folder of them; `prompts` are those in force, id → SHA-256."""

    folder: Path
    prompts: Mapping[str, str]

    def path(self, case: Case) -> Path:
        """Where the recording of a case lies."""
        return self.folder / f"{case.id}.yaml"

    def note(self, case: Case) -> Note | None:
        """What the recording of a case says of itself; None where there is none that can be read."""
        try:
            return Note.model_validate(stored_metadata(self.path(case)))
        except (FileNotFoundError, yaml.YAMLError, LookupError, TypeError, ValueError):
            return None  # pydantic's complaints and undecodable bytes are ValueErrors

    def origin(self, cases: Iterable[Case]) -> Origin:
        """Who answered all of them.

        Raises:
            StaleRecording: some are missing or outdated, or they were not all made in the same way.
        """
        cases = list(cases)
        if complaints := [complaint for case in cases for complaint in self.complaints(case)]:
            raise StaleRecording("\n".join(["these recordings cannot be replayed:", *complaints, RENEW]))
        origins = {note.origin for case in cases if (note := self.note(case)) and note.origin}
        if not origins:
            raise StaleRecording(f"in none of the recordings in {self.folder} was anything asked; choose other cases")
        if len(origins) != 1:
            raise StaleRecording(f"the recordings in {self.folder} were made in {len(origins)} ways; {RENEW}")
        return origins.pop()

    def complaints(self, case: Case) -> list[str]:
        """Why the recording of a case cannot stand for an answer now."""
        note = self.note(case)
        if note is None:
            return [f"{self.path(case)} is missing or no recording"]
        article = [] if note.article == case.article_sha256 else ["the article has changed since"]
        return [f"{self.path(case)}: {reason}" for reason in [*article, *changed(note.prompts, self.prompts)]]

    def recording(self, ask: Asks, setting: Setting) -> Asks:
        """Asks, and keeps the exchanges of each case."""
        return lambda case: self._record(case, ask, setting)

    def replaying(self, ask: Asks) -> Asks:
        """Answers from the recordings, with the time that each brief took then; StaleRecording for what is missing."""
        return lambda case: self._replay(case, ask)

    def _record(self, case: Case, ask: Asks, setting: Setting) -> Brief:
        """An interrupted recording leaves the old one."""
        under_way = self.folder / f".{case.id}.part"
        try:
            with ExactCassette.recorded(under_way) as cassette:
                brief = ask(case)
                origin = _origin(setting, brief, cassette)
                cassette.note("origin", origin and origin.model_dump())
                cassette.note("article", case.article_sha256)
                cassette.note("seconds", brief.run.seconds)
                cassette.note("prompts", {prompt.id: prompt.sha256 for prompt in brief.run.prompts})
            under_way.replace(self.path(case))
        finally:
            under_way.unlink(missing_ok=True)
        return brief

    def _replay(self, case: Case, ask: Asks) -> Brief:
        try:
            with self._opened(case):
                brief = ask(case)
        except Miss as miss:
            raise StaleRecording(str(miss)) from None
        note = self.note(case)
        run = brief.run.model_copy(update={"seconds": note.seconds if note else brief.run.seconds})
        return brief.model_copy(update={"run": run})

    @contextmanager
    def _opened(self, case: Case) -> Iterator[None]:
        """Answers from the recording of a case; StaleRecording where the exchanges in it cannot be read."""
        with ExitStack() as stack:
            recording = ExactCassette.replayed(self.path(case), prompts=self.prompts, fail=_miss, renew=RENEW)
            try:
                stack.enter_context(recording)
            except (AttributeError, LookupError, TypeError, ValueError, yaml.YAMLError):
                raise StaleRecording(f"{self.path(case)} is damaged or cut off; {RENEW}") from None
            yield


def _origin(setting: Setting, brief: Brief, cassette: ExactCassette) -> Origin | None:
    """Who answered; None where nothing was asked: code alone made the brief."""
    if not cassette.requests:
        return None
    path = str(cassette.requests[0].path).removesuffix(COMPLETIONS)
    model = cassette.bodies()[0]["model"]
    return Origin(**setting.model_dump(), model=model, provider=brief.run.provider, path=path)


def _miss(message: str) -> NoReturn:
    raise Miss(message)
