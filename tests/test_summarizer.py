"""A `Summarizer` over its life: opened late, shared by threads and loops, closed while it works."""

from __future__ import annotations

import asyncio
import gc
import json
import os
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from sample import ARTICLE
from scripted_transport import ScriptedTransport
from test_evaluation_gate import FillsAnySchema
from test_local_server import Engine

from summarizer import Summarizer, asummarize
from summarizer.background import Background
from summarizer.errors import ModelUnavailable, SettingsError
from summarizer.llm import Endpoint
from summarizer.local import EmbeddedServer, acquire
from summarizer.office import Office
from summarizer.progress import Report, silent
from summarizer.settings import HOSTED_MODEL, OTHER_CONTEXT_WINDOW, Settings, resolve

PATIENCE = 600
"""Seconds, on a machine that does other things as well."""
HELD = "A barge sank, the harbour says."
"""Too short for its language to be identified, which loads a model."""


class HoldsOneArticle(FillsAnySchema):
    """Answers no question about `HELD` before it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = Event()
        self.go = Event()

    def take(self, handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        if HELD in json.dumps(body):
            self.asked.set()
            self.go.wait(PATIENCE)
        super().take(handler, body)


def at(server: FillsAnySchema) -> Summarizer:
    return Summarizer("m", base_url=server.url, api_key="k", plan="sections")


def test_closing_ends_the_brief_that_another_thread_waits_for() -> None:
    with HoldsOneArticle() as server, ThreadPoolExecutor(1) as pool:
        summarizer = at(server)
        waiting = pool.submit(summarizer.summarize, HELD)
        assert server.asked.wait(PATIENCE)
        summarizer.close()
        with pytest.raises(ModelUnavailable, match="closed before the brief was done"):
            waiting.result(PATIENCE)
        server.go.set()


def test_a_closed_summarizer_makes_no_more_briefs() -> None:
    with FillsAnySchema() as server:
        summarizer = at(server)
        summarizer.close()
        summarizer.close()
        with pytest.raises(ModelUnavailable, match="closed"):
            summarizer.summarize(HELD)
        assert server.requests == []


async def test_a_call_that_ends_leaves_the_connections_of_those_beside_it_open() -> None:
    with HoldsOneArticle() as server, at(server) as summarizer:
        beside = asyncio.create_task(summarizer.asummarize(HELD))
        assert await asyncio.to_thread(server.asked.wait, PATIENCE)
        first = await summarizer.asummarize(ARTICLE)
        server.go.set()
        second = await beside
    assert (first.run.partial, second.run.partial) == (False, False)
    assert second.run.warnings == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a file whose reader waits")
async def test_a_call_that_is_cancelled_while_the_model_loads_is_not_waited_for(tmp_path: Path) -> None:
    weights = tmp_path / "slow.gguf"
    os.mkfifo(weights)
    call = asyncio.create_task(asummarize(HELD, model=f"gguf:{weights}"))
    async with asyncio.timeout(PATIENCE):
        writer = await writer_to(weights)
    call.cancel()
    async with asyncio.timeout(PATIENCE):
        with pytest.raises(asyncio.CancelledError):
            await call
    os.write(writer, b"none")
    os.close(writer)


async def writer_to(fifo: Path) -> int:
    """A descriptor, once somebody reads."""
    while True:
        try:
            return os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            await asyncio.sleep(0.01)


def test_a_model_that_has_started_when_all_is_closed_is_let_go_of(tmp_path: Path) -> None:
    engine, starting, go = Engine(), Event(), Event()
    weights = tmp_path / "tiny.gguf"
    weights.write_bytes(b"GGUF, and no more")

    def serve(_: Settings, __: Report) -> EmbeddedServer:
        starting.set()
        go.wait(PATIENCE)
        return acquire(weights, start=engine)

    office = Office(resolve(env={}, cwd=tmp_path), silent, serve=serve)
    with ThreadPoolExecutor(1) as pool:
        desk = pool.submit(office.desk)
        assert starting.wait(PATIENCE)
        office.close()
        assert not desk.done()
        go.set()
        with pytest.raises(ModelUnavailable, match="closed"):
            desk.result(PATIENCE)
    del desk
    gc.collect()
    assert engine.running == 0


async def test_closing_ends_what_a_running_loop_waits_for() -> None:
    background, started = Background(), Event()

    async def work() -> None:
        started.set()
        await asyncio.sleep(PATIENCE)

    waiting = asyncio.create_task(background.arun(work()))
    assert await asyncio.to_thread(started.wait, PATIENCE)
    background.close()
    with pytest.raises(ModelUnavailable, match="closed"):
        await waiting


async def test_closing_waits_until_a_cancelled_call_has_let_go() -> None:
    background, started = Background(), Event()
    done: list[str] = []

    async def work() -> None:
        try:
            started.set()
            await asyncio.sleep(PATIENCE)
        finally:
            done.append("let go")

    async def last() -> None:
        done.append("last")

    call = asyncio.create_task(background.arun(work()))
    assert await asyncio.to_thread(started.wait, PATIENCE)
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    background.close(last)
    assert done == ["let go", "last"]


@pytest.mark.parametrize(("named", "asked"), [("", HOSTED_MODEL), ("local", HOSTED_MODEL), ("qwen3", "qwen3")])
def test_a_client_is_asked_for_the_model_that_the_settings_name_unless_it_is_embedded(
    named: str, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_MODEL", named)
    with ScriptedTransport("{}").sync_client() as client, Summarizer(client=client) as summarizer:
        assert summarizer.settings.model == asked


def test_the_window_goes_by_where_the_client_leads() -> None:
    with ScriptedTransport("{}").sync_client() as client, Summarizer("m", client=client) as summarizer:
        assert summarizer.settings.context_window == OTHER_CONTEXT_WINDOW


def test_local_only_holds_for_an_endpoint_of_the_callers_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_LOCAL_ONLY", "1")
    with pytest.raises(SettingsError, match=r"llm\.example\.org"):
        Summarizer("m", endpoint=Endpoint("m", "https://llm.example.org/v1"))
    Summarizer("m", endpoint=Endpoint("m", "http://127.0.0.1:9/v1")).close()


@pytest.mark.parametrize("client", [3, "gpt-5-mini", object()])
def test_a_client_that_is_none_is_told_by_its_type_before_anything_is_asked_of_it(client: Any) -> None:
    with pytest.raises(TypeError, match="client must be an openai"):
        Summarizer(client=client)
