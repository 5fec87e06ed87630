"""The one boundary where exceptions of openai, httpx and the event loop become this library's own.

Messages say what happened, with which host, model and status, and what to do. Nothing is chained: a foreign exception
holds headers and bodies, and with them perhaps the key.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from summarizer.errors import (
    AuthenticationFailed,
    CallFailed,
    ConnectionFailed,
    OutputTruncated,
    RateLimited,
    RequestRefused,
    ServerFailed,
    TimedOut,
    UnknownModel,
)
from summarizer.llm.reply import NotACompletion

if TYPE_CHECKING:
    import openai

    from summarizer.llm.endpoint import Endpoint

_LONGEST_DETAIL = 300


class _Rule(NamedTuple):
    error: type[CallFailed]
    what: str
    remedy: str


_REFUSED = _Rule(RequestRefused, "refused the request", "asking again would not help; check the model and the text")
_FAILED = _Rule(ServerFailed, "failed", "try again later, or ask another server")
_BY_STATUS: Mapping[int, _Rule] = {
    401: _Rule(AuthenticationFailed, "rejected the key", "check the key that was passed, or OPENAI_API_KEY"),
    403: _Rule(AuthenticationFailed, "denied access", "check that the key may use this model"),
    404: _Rule(UnknownModel, "does not know the model", "check the model's name, and that the base URL ends in /v1"),
    408: _FAILED,
    409: _FAILED,
    429: _Rule(RateLimited, "limits the rate", "wait, ask less at once, or raise the quota"),
}


def foreign_errors() -> tuple[type[Exception], ...]:
    """Everything that a request may raise and `translate` knows."""
    import openai

    return (openai.OpenAIError, TimeoutError, NotACompletion)


def translate(
    error: Exception, endpoint: Endpoint, *secrets: str, requests: int = 1, keyless: bool = False
) -> CallFailed:
    """This library's error for a foreign one.

    Args:
        error: one of `foreign_errors()`.
        endpoint: who was asked; its key is masked in the message.
        secrets: what else to mask.
        requests: how many were sent, for the message.
        keyless: whether they were sent without a key.
    """
    rule = _rule(error)
    if keyless and rule is _BY_STATUS[401]:
        rule = rule._replace(what="wants a key", remedy=f"no key was sent: {endpoint.keyless}")
    detail = endpoint.scrub(_detail(error), *secrets)
    after = f" after {requests} requests" if requests > 1 else ""
    return rule.error(f"{endpoint.host} {rule.what} ({endpoint.model}: {detail}){after}; {rule.remedy}")


def _rule(error: Exception) -> _Rule:
    import openai

    if isinstance(error, openai.APIStatusError):
        return _status_rule(error.status_code)
    if isinstance(error, TimeoutError | openai.APITimeoutError):
        return _Rule(TimedOut, "did not answer in time", "allow more time, or ask a faster server")
    if isinstance(error, NotACompletion | openai.APIResponseValidationError):
        return _Rule(ServerFailed, "answered with no chat completion", "check that the base URL is that of an API")
    return _rule_without_response(error)


def _rule_without_response(error: Exception) -> _Rule:
    import openai

    if isinstance(error, openai.APIConnectionError | openai.APIError | openai.WebSocketConnectionClosedError):
        return _Rule(ConnectionFailed, "could not be reached, or broke off", "check the base URL and the network")
    if isinstance(error, openai.LengthFinishReasonError):
        return _Rule(OutputTruncated, "cut its answer at the output limit", "use a model with a larger limit")
    if isinstance(error, openai.ContentFilterFinishReasonError):
        return _REFUSED
    return _Rule(AuthenticationFailed, "could not be asked", "check the key and the client's configuration")


def _status_rule(status: int) -> _Rule:
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if 300 <= status < 400:
        return _Rule(RequestRefused, "redirects elsewhere, which is not followed", "set the base URL to where it leads")
    return _FAILED if status >= 500 else _REFUSED


def _detail(error: Exception) -> str:
    """The server's or the network's own words, on one line."""
    import openai

    if isinstance(error, openai.APIStatusError):
        words = f"HTTP {error.status_code}: {_server_words(error)}"
    elif isinstance(error, openai.APIConnectionError) and error.__cause__ is not None:
        words = f"{type(error.__cause__).__name__}: {error.__cause__}"
    else:
        words = f"{type(error).__name__}: {error}"
    return " ".join(words.split())[:_LONGEST_DETAIL]


def _server_words(error: openai.APIStatusError) -> str:
    if location := error.response.headers.get("location"):
        return str(location)
    body = error.body
    message = body.get("message") if isinstance(body, dict) else body
    return str(message or error.message)
