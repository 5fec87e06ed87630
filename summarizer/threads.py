"""Blocking work beside an event loop, in threads that nothing waits for in the end."""

from __future__ import annotations

import asyncio
import contextvars
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


async def in_daemon_thread(function: Callable[[], T]) -> T:
    """`asyncio.to_thread`, but a call that was given up holds back neither loop nor interpreter at their end."""
    outcome: Future[T] = Future()
    context = contextvars.copy_context()

    def work() -> None:
        try:
            result = context.run(function)
        except BaseException as error:  # noqa: BLE001 - handed on to whoever waits for the outcome
            outcome.set_exception(error)
        else:
            outcome.set_result(result)

    outcome.set_running_or_notify_cancel()
    threading.Thread(target=work, name="summarizer-call", daemon=True).start()
    return await asyncio.wrap_future(outcome)
