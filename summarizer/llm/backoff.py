"""When a failed request is sent again, and after how long."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from summarizer.llm.reply import NotACompletion

if TYPE_CHECKING:
    from tenacity import AsyncRetrying, RetryCallState

    from summarizer.llm.account import Account
    from summarizer.llm.limits import Limits

_TRANSIENT_STATUS = frozenset({408, 409, 429})
_NEVER_BY_WAITING = frozenset({"insufficient_quota", "billing_hard_limit_reached"})


def retrying(limits: Limits, account: Account, sleep: Callable[[float], Awaitable[None]]) -> AsyncRetrying:
    """Calls a coroutine function again while its failure is passing, bounded in attempts, single waits and total time.

    The last exception is raised as it is. A wait that Retry-After or the account forbids is not begun.
    """
    import tenacity

    jittered = tenacity.wait_random_exponential(limits.backoff_seconds, limits.longest_backoff)

    def wait(state: RetryCallState) -> float:
        asked_for = retry_after(_failure(state))
        if asked_for is None:
            return float(jittered(state))
        # Whoever was turned away in the same second shall not come back in the same second.
        return asked_for + min(asked_for, limits.backoff_seconds) * float(tenacity.wait_random(0, 0.1)(state))

    def too_long(state: RetryCallState) -> bool:
        asked_for = retry_after(_failure(state)) or 0.0
        return asked_for > limits.longest_retry_after or state.upcoming_sleep >= account.remaining()

    return tenacity.AsyncRetrying(
        retry=tenacity.retry_if_exception(is_transient),
        wait=wait,
        stop=lambda state: state.attempt_number >= limits.attempts or too_long(state),
        sleep=sleep,
        reraise=True,
    )


def is_transient(error: BaseException) -> bool:
    """Whether the same request may succeed a moment later."""
    import openai

    if isinstance(error, openai.APIStatusError):
        if error.code in _NEVER_BY_WAITING:
            return False
        return error.status_code in _TRANSIENT_STATUS or error.status_code >= 500
    if isinstance(error, openai.APIConnectionError):
        return is_network(error)
    return isinstance(error, TimeoutError | NotACompletion)


def is_network(error: BaseException) -> bool:
    """Whether a connection error is the network's, and not of something else that stood in the request's way."""
    import httpx2

    return isinstance(error.__cause__, httpx2.TransportError | OSError)


def never_arrived(error: BaseException) -> bool:
    """Whether the model certainly did not work on the request: it was turned away, or found no connection."""
    import httpx2
    import openai

    return isinstance(error, openai.APIStatusError) or isinstance(
        error.__cause__, httpx2.ConnectError | httpx2.ConnectTimeout
    )


def retry_after(error: BaseException | None) -> float | None:
    """Seconds that the server asks to wait, from Retry-After as number or date; None where it does not say."""
    headers = getattr(getattr(error, "response", None), "headers", {})
    if (stated := headers.get("retry-after")) is None:
        return None
    try:
        return max(0.0, float(stated))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(stated).timestamp() - time.time())
    except ValueError:
        return None


def _failure(state: RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome else None
