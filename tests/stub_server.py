"""A stub of an OpenAI-compatible server that fails as real ones do; answers are scripted, none is a model's."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any, Self

Reply = Callable[[BaseHTTPRequestHandler], None]
"""Writes one whole HTTP response, or the part of it that the fault leaves."""


class StubServer:
    """Serves `replies` in order, the last one ever after, and keeps what it was asked."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = replies
        self.requests: list[dict[str, Any]] = []
        self.headers: list[Mapping[str, str]] = []
        self._lock = Lock()
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["content-length"])))
                stub.take(self, body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            block_on_close = False
            request_queue_size = 128

            def handle_error(self, *_: object) -> None:
                """A client that gave up is what some tests are about."""

        self._server = Server(("127.0.0.1", 0), Handler)

    @property
    def url(self) -> str:
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}/v1"

    def take(self, handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        with self._lock:
            reply = self.replies[min(len(self.requests), len(self.replies) - 1)]
            self.requests.append(body)
            self.headers.append(dict(handler.headers.items()))
        reply(handler)

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def completion(
    content: str | None, *, finish_reason: str = "stop", usage: Mapping[str, Any] | None = None, **message: Any
) -> dict[str, Any]:
    """The body of a chat completion; without `usage` the server does not count."""
    choice = {
        "index": 0,
        "finish_reason": finish_reason,
        "message": {"role": "assistant", "content": content, **message},
    }
    body: dict[str, Any] = {"id": "c1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
    return body | ({"usage": usage} if usage else {})


def tokens(prompt: int, answer: int, cached: int = 0) -> dict[str, Any]:
    """The usage that a server states."""
    return {
        "prompt_tokens": prompt,
        "completion_tokens": answer,
        "total_tokens": prompt + answer,
        "prompt_tokens_details": {"cached_tokens": cached},
    }


def reply(body: object, status: int = 200, *, content_type: str = "application/json", **headers: str) -> Reply:
    """A whole response; underscores in header names stand for dashes."""
    data = body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode()

    def write(handler: BaseHTTPRequestHandler) -> None:
        _start(handler, status, content_type, len(data), headers)
        handler.wfile.write(data)

    return write


def says(content: str | None, **parts: Any) -> Reply:
    """A completion that says `content`."""
    return reply(completion(content, **parts))


def error(status: int, message: str = "no", **headers: str) -> Reply:
    """An error in OpenAI's form."""
    return reply({"error": {"message": message, "type": "t", "code": None, "param": None}}, status, **headers)


def cut_body(handler: BaseHTTPRequestHandler) -> None:
    """Break off in the middle of the body."""
    data = json.dumps(completion("{}")).encode()
    _start(handler, 200, "application/json", len(data), {})
    handler.wfile.write(data[: len(data) // 2])
    handler.close_connection = True


def hang(seconds: float) -> Reply:
    """Accept the request and say nothing for a while."""
    return lambda _: time.sleep(seconds)


def drip(seconds: float, interval: float = 0.05) -> Reply:
    """One byte at a time: each read is in time, and the whole never is."""

    def write(handler: BaseHTTPRequestHandler) -> None:
        steps = int(seconds / interval)
        _start(handler, 200, "application/json", steps, {})
        for _ in range(steps):
            handler.wfile.write(b" ")
            time.sleep(interval)

    return write


def _start(
    handler: BaseHTTPRequestHandler, status: int, content_type: str, length: int, headers: Mapping[str, str]
) -> None:
    handler.send_response(status)
    for name, value in {"content-type": content_type, "content-length": str(length), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
