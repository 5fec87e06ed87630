"""What a brief may spend and has spent: time, tokens, calls."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from summarizer.errors import BudgetSpent, TimedOut
from summarizer.schema import Usage


class Bill:
    """The cost of one request: what its prompt is estimated at, until the server says better."""

    def __init__(self, estimate: int) -> None:
        self.usage = Usage(calls=1, input_tokens=estimate, estimated=True)

    def settle(self, usage: Usage) -> None:
        """Take a better count of this one call."""
        self.usage = usage

    def waive(self) -> None:
        """The model never saw the request: a call, and no tokens."""
        self.settle(Usage(calls=1))


class Account:
    """The account of one brief, shared by all its calls; safe in threads and tasks.

    Args:
        seconds: total time from now on; None sets no limit.
        tokens: tokens in and out, all calls together; None sets no limit. No request is sent that would begin beyond
            the limit; answers under way when it is reached are still paid for.
        clock: monotonic seconds.
    """

    def __init__(
        self,
        *,
        seconds: float | None = None,
        tokens: int | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._seconds = seconds
        self._deadline = None if seconds is None else clock() + seconds
        self._tokens = tokens
        self._usage = Usage()
        self._pending = 0
        self._lock = Lock()

    @property
    def usage(self) -> Usage:
        """Everything spent so far: failed, truncated and abandoned requests included."""
        return self._usage

    def remaining(self) -> float:
        """Seconds left, infinite without a limit, never negative."""
        return float("inf") if self._deadline is None else max(0.0, self._deadline - self._clock())

    def timed_out(self, waiting_for: str = "") -> TimedOut:
        """The error for time that ran out, to be raised by who noticed; `waiting_for` names a server that is slow."""
        where = f", waiting for {waiting_for}" if waiting_for else ""
        return TimedOut(
            f"the time for the brief, {self._seconds:g} s, is spent{where}; "
            "allow more with timeout=, shorten the text, or ask a faster server"
        )

    def count_reask(self) -> None:
        """Count one question that had to be asked again."""
        with self._lock:
            self._usage += Usage(reasks=1)

    @contextmanager
    def request(self, estimate: int) -> Iterator[Bill]:
        """Open a request whose prompt has about `estimate` tokens, and book its bill however it ends.

        Raises:
            TimedOut: no time is left.
            BudgetSpent: the prompt does not fit into what is left of the tokens.
        """
        if self.remaining() <= 0:
            raise self.timed_out()
        bill = Bill(estimate)
        self._reserve(estimate)
        try:
            yield bill
        finally:
            with self._lock:
                self._pending -= estimate
                self._usage += bill.usage

    def _reserve(self, estimate: int) -> None:
        with self._lock:
            spent = self._usage.input_tokens + self._usage.output_tokens
            if self._tokens is not None and spent + self._pending + estimate > self._tokens:
                raise BudgetSpent(
                    f"the token budget of {self._tokens} does not cover the next request: {spent} tokens are spent, "
                    f"{self._pending} under way, about {estimate} needed; raise max_tokens_total, or shorten the text"
                )
            self._pending += estimate
