"""What a peer's calls cost, seen where they leave for the server, so that failed and repeated ones count too."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from openai import OpenAI

MAX_TOKENS = {"instructor": 3000, "langextract": 3000}
"""Of one call's answer, for a whole article and for a chunk of 1,000 characters: what loops is cut there."""
TIMEOUT = 1800.0
"""Seconds of one call; a slow machine must not make a client ask twice."""


class Server(NamedTuple):
    """Where the embedded model answers."""

    base_url: str
    api_key: str
    model: str


class Calls(list[dict[str, Any]]):
    """Tokens of each call, how it finished, and whether JSON came of it."""

    def watch(self, client: OpenAI) -> OpenAI:
        """The client, its calls noted from now on and none of them repeated for being slow."""
        client = client.with_options(timeout=TIMEOUT, max_retries=0)
        create = client.chat.completions.create

        def noted(*given: Any, **named: Any) -> Any:
            completion = create(*given, **named)
            self.append(cost(completion))
            return completion

        client.chat.completions.create = noted  # type: ignore[method-assign]
        return client


def cost(completion: Any) -> dict[str, Any]:
    usage, choice = completion.usage, completion.choices[0]
    details = usage.prompt_tokens_details
    return {
        "input": usage.prompt_tokens,
        "cached": (details.cached_tokens if details else 0) or 0,
        "output": usage.completion_tokens,
        "finish": choice.finish_reason,
        "lost": not is_json(choice.message.content or ""),
    }


def is_json(answer: str) -> bool:
    try:
        json.loads(answer)
    except json.JSONDecodeError:
        return False
    return True
