"""How often and how long a model is asked before an error says so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds of one ask; the bounds of a whole brief (time, tokens) are the `Account`'s.

    Attributes:
        attempts: requests for one answer while the server fails (429, 5xx, broken connection).
        reasks: further questions after an answer that cannot be used.
        request_seconds: time for one request; a server that hangs is given up and asked again.
        connect_seconds: time to reach the server.
        backoff_seconds: upper bound of the first random wait; it doubles with each attempt.
        longest_backoff: upper bound, in seconds, of any random wait.
        longest_retry_after: the longest Retry-After, in seconds, that is slept out; a longer one ends the call at once.
        shown_chars: how much of a bad answer is shown again when it is re-asked.
    """

    attempts: int = 4
    reasks: int = 2
    request_seconds: float = 600.0
    connect_seconds: float = 10.0
    backoff_seconds: float = 1.0
    longest_backoff: float = 20.0
    longest_retry_after: float = 60.0
    shown_chars: int = 1500
