"""Plain instructor: one call an article, JSON-schema mode, temperature 0, instructor's own retries."""

from __future__ import annotations

import json
from typing import Any

import instructor
from calls import MAX_TOKENS, TIMEOUT, Calls, Server
from openai import OpenAI
from rules import Article, example, instructions
from schema import FlatBrief


def ask(article: Article, server: Server, calls: Calls) -> dict[str, Any]:
    """The sections of the answer; instructor's error when none came."""
    client = calls.watch(OpenAI(base_url=server.base_url, api_key=server.api_key, timeout=TIMEOUT))
    brief = instructor.from_openai(client, mode=instructor.Mode.JSON_SCHEMA).create(
        model=server.model,
        response_model=FlatBrief,
        messages=messages(article),
        temperature=0,
        max_tokens=MAX_TOKENS["instructor"],
    )
    return brief.model_dump(mode="json")


def messages(article: Article) -> list[dict[str, str]]:
    """Rules, example, article, in this order: what stays the same comes first, so that the server reads it once."""
    shown, answer = example()
    return [
        {"role": "system", "content": instructions()},
        {"role": "user", "content": shown.framed},
        {"role": "assistant", "content": json.dumps(answer, ensure_ascii=False)},
        {"role": "user", "content": article.framed},
    ]
