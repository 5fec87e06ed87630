"""An event loop in a thread of its own: where briefs are made, also for callers inside a running loop."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import Future
from typing import Any, TypeVar

from summarizer.errors import ModelUnavailable

R = TypeVar("R")


class Background:
    """Runs coroutines for others; safe in threads. One loop serves all, so that clients can be kept open."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._lock = threading.Lock()
        self._closed = False
        self._settling = False
        self._thread = threading.Thread(target=self._loop.run_forever, name="summarizer", daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, R]) -> R:
        """The result of `work`; an interrupt of the caller cancels it, and `close` waits until it has let go.

        Raises:
            ModelUnavailable: `close` was called before the result was there.
        """
        future = self._submit(work)
        try:
            return future.result()
        except BaseException:
            future.cancel()
            raise

    async def arun(self, work: Coroutine[Any, Any, R]) -> R:
        """`run` for a running event loop, which serves others meanwhile; cancelling the caller cancels `work`."""
        return await asyncio.wrap_future(self._submit(work))

    def close(self, last: Callable[[], Awaitable[None]] | None = None) -> None:
        """Cancel what runs, wait until it has let go, do what is to be done `last`, and stop.

        Whoever waits for a result gets ModelUnavailable. A second call does nothing.
        """
        with self._lock:
            if self._closed:
                return
            self._closed = True
        try:
            asyncio.run_coroutine_threadsafe(self._settle(last), self._loop).result()
        finally:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.close()

    def _submit(self, work: Coroutine[Any, Any, R]) -> Future[R]:
        with self._lock:
            if not self._closed:
                return asyncio.run_coroutine_threadsafe(self._until_closed(work), self._loop)
        work.close()
        raise closed()

    async def _until_closed(self, work: Coroutine[Any, Any, R]) -> R:
        """The result of `work`; a caller who did not cancel it learns why it was cancelled."""
        try:
            return await work
        except asyncio.CancelledError:
            if not self._settling:
                raise
            raise closed() from None

    async def _settle(self, last: Callable[[], Awaitable[None]] | None) -> None:
        self._settling = True
        running = asyncio.all_tasks() - {asyncio.current_task()}
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        if last:
            await last()


def closed() -> ModelUnavailable:
    """The error for a brief that was not done when its `Summarizer` was closed."""
    return ModelUnavailable(
        "the Summarizer was closed before the brief was done: keep it open until every call has returned, "
        "or make a new one"
    )
