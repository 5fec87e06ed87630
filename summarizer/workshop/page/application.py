"""The page as an ASGI application: its routes, and what becomes of errors."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from summarizer.errors import InputError, SummarizerError
from summarizer.workshop.page import requests as asked
from summarizer.workshop.page.folder import Folder, difference
from summarizer.workshop.page.guard import Guard
from summarizer.workshop.page.layout import ChangedMeanwhile
from summarizer.workshop.page.new_section import begin_section
from summarizer.workshop.page.runs import Busy, Make, Runs, Sample
from summarizer.workshop.page.samples import shipped_samples
from summarizer.workshop.page.seams import Checks, Compare
from summarizer.workshop.page.views import Json, change_view, error_view, fault_view, run_view, sample_view

STATIC = Path(__file__).parent / "static"
STATUS = {ChangedMeanwhile: 409, Busy: 409, InputError: 422}
"""What is answered for an error; 500 would say that the page is broken, which none of these means."""
OTHERWISE = 424


@dataclass(frozen=True)
class Page:
    """What the routes work on; see `application` for the attributes."""

    folder: Folder
    checks: Checks
    compare: Compare
    runs: Runs
    samples: Sequence[Sample]
    asks: str

    def routes(self) -> list[Route]:
        """Every address under /api."""
        reads = {
            "start": self.start, "files": self.files, "faults": self.faults, "file": self.file,
            "runs/{run}": self.run,
        }  # fmt: skip
        writes = {
            "check": self.check, "save": self.save, "copy": self.copy, "adopt": self.adopt, "aside": self.set_aside,
            "section": self.section, "difference": self.difference, "runs": self.begin, "runs/{run}/stop": self.stop,
            "compare": self.compare_runs,
        }  # fmt: skip
        return [
            *(Route(f"/{path}", handler, methods=["GET"]) for path, handler in reads.items()),
            *(Route(f"/{path}", handler, methods=["POST"]) for path, handler in writes.items()),
        ]

    async def start(self, _: Request) -> Response:
        """What does not change while the page is open."""
        samples = [sample_view(sample) for sample in self.samples]
        return Json({"folder": str(self.folder.own), "asks": self.asks, "samples": samples})

    async def files(self, _: Request) -> Response:
        """The files of both layers."""
        entries = await run_in_threadpool(lambda: list(self.folder.entries()))
        return Json({"files": [entry._asdict() for entry in entries]})

    async def faults(self, _: Request) -> Response:
        """What is wrong with the folder as it is on disk."""
        faults = await run_in_threadpool(self.checks.folder, self.folder.own)
        return Json({"faults": [fault_view(fault, self._layers()) for fault in faults]})

    async def file(self, request: Request) -> Response:
        """One file, to be shown in the editor."""
        opened = await run_in_threadpool(self.folder.open, request.query_params.get("file", ""))
        return Json(opened._asdict())

    async def check(self, request: Request) -> Response:
        """What is wrong with a text that is not saved."""
        text = await asked.body_of(request, asked.Text)
        faults = await run_in_threadpool(self.checks.text, self.folder.own, text.file, text.source)
        return Json({"faults": [fault_view(fault, self._layers()) | {"file": text.file} for fault in faults]})

    async def save(self, request: Request) -> Response:
        """Write a file, unless it was changed meanwhile."""
        text = await asked.body_of(request, asked.Save)
        return Json({"sha256": await run_in_threadpool(self.folder.save, text.file, text.source, text.seen)})

    async def copy(self, request: Request) -> Response:
        """Keep a text among the copies."""
        text = await asked.body_of(request, asked.Text)
        return Json({"file": await run_in_threadpool(self.folder.copy, text.file, text.source)})

    async def adopt(self, request: Request) -> Response:
        """Copy a shipped file into the folder."""
        file = (await asked.body_of(request, asked.File)).file
        return Json((await run_in_threadpool(self.folder.adopt, file))._asdict())

    async def set_aside(self, request: Request) -> Response:
        """Move an own file among the copies."""
        what = await asked.body_of(request, asked.SetAside)
        return Json({"file": await run_in_threadpool(self.folder.set_aside, what.file, what.seen)})

    async def section(self, request: Request) -> Response:
        """Begin an own section."""
        name = (await asked.body_of(request, asked.NewSection)).name
        return Json((await run_in_threadpool(begin_section, self.folder, name))._asdict())

    async def difference(self, request: Request) -> Response:
        """The text in the editor beside what is on disk, and beside the shipped one where there is one."""
        text = await asked.body_of(request, asked.Text)
        opened = await run_in_threadpool(self.folder.open, text.file)
        saved = [line._asdict() for line in difference(opened.source, text.source)]
        shipped = None if opened.shipped is None else [x._asdict() for x in difference(opened.shipped, text.source)]
        return Json({"saved": saved, "shipped": shipped})

    async def begin(self, request: Request) -> Response:
        """Begin a run."""
        start = await asked.body_of(request, asked.Start)
        article = Sample(start.title or "", start.text, start.published, start.title or None)
        run = await run_in_threadpool(self.runs.start, article, start.under, start.edits)
        return Json(run_view(run), status_code=202)

    async def run(self, request: Request) -> Response:
        """How a run stands."""
        return Json(run_view(self.runs.get(request.path_params["run"]), self._layers()))

    async def stop(self, request: Request) -> Response:
        """Stop a run at its next step."""
        return Json(run_view(self.runs.cancel(request.path_params["run"])))

    async def compare_runs(self, request: Request) -> Response:
        """What two runs over the same article found differently."""
        pair = await asked.body_of(request, asked.Pair)
        old, new = self.runs.get(pair.before), self.runs.get(pair.after)
        if old.brief is None or new.brief is None or old.article.text != new.article.text:
            raise InputError("only two finished briefs of the same article can be compared")
        changes = await run_in_threadpool(self.compare, old.brief, new.brief)
        return Json({"changes": [change_view(change) for change in changes]})

    def _layers(self) -> tuple[Path, Path]:
        return self.folder.own, self.folder.shipped


def application(
    folder: Folder,
    token: str,
    *,
    make: Make,
    checks: Checks,
    compare: Compare,
    samples: Sequence[Sample] = (),
    asks: str = "",
) -> Starlette:
    """The page over a prompts folder.

    Args:
        folder: what is edited.
        token: what the first request must show.
        make: makes what makes the briefs.
        checks: finds what is wrong with files.
        compare: finds what two briefs say differently.
        samples: articles to open, before those that come with the page.
        asks: where an article goes when a brief is made, in words.
    """
    runs = Runs(folder, make)
    page = Page(folder, checks, compare, runs, (*samples, *shipped_samples()), asks)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await run_in_threadpool(runs.close)

    async def index(_: Request) -> Response:
        return FileResponse(STATIC / "index.html")

    handlers: dict[Any, Any] = {SummarizerError: _told, HTTPException: _refused}
    return Starlette(
        routes=[
            Route("/", index),
            Mount("/api", routes=page.routes()),
            Mount("/static", StaticFiles(directory=STATIC)),
        ],
        middleware=[
            Middleware(Guard, token=token),
            Middleware(RequestBodyLimitMiddleware, max_body_size=asked.MAX_BODY),
        ],
        exception_handlers=handlers,
        lifespan=lifespan,
    )


async def _told(_: Request, error: SummarizerError) -> Response:
    """An error of this library, in its own words."""
    status = next((status for kind, status in STATUS.items() if isinstance(error, kind)), OTHERWISE)
    told: dict[str, Any] = {"error": error_view(error)}
    if isinstance(error, ChangedMeanwhile):
        told["now"] = error.source
    return Json(told, status_code=status)


async def _refused(_: Request, error: HTTPException) -> Response:
    """No such address, a wrong method, too long a body."""
    return Json({"error": {"kind": "HTTP", "message": error.detail, "faults": []}}, status_code=error.status_code)
