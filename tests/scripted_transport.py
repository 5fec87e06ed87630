"""The real openai client on a transport that answers from a script and keeps what it was asked; no server, no model."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import httpx2
import openai
from stub_server import completion

KEY = "sk-test-0123456789"


class ScriptedTransport(httpx2.MockTransport):
    """Answers with `replies` in order, the last one ever after: a content, or the body of a completion."""

    def __init__(self, *replies: str | Mapping[str, Any]) -> None:
        super().__init__(self._answer)
        self.replies = replies
        self.requests: list[dict[str, Any]] = []

    def _answer(self, request: httpx2.Request) -> httpx2.Response:
        reply = self.replies[min(len(self.requests), len(self.replies) - 1)]
        self.requests.append(json.loads(request.content))
        return httpx2.Response(200, json=completion(reply) if isinstance(reply, str) else reply)

    def client(self) -> openai.AsyncOpenAI:
        return openai.AsyncOpenAI(
            api_key=KEY, base_url="http://model.test/v1", http_client=httpx2.AsyncClient(transport=self)
        )

    def sync_client(self) -> openai.OpenAI:
        return openai.OpenAI(api_key=KEY, base_url="http://model.test/v1", http_client=httpx2.Client(transport=self))
