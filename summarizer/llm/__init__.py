"""Asking a model: typed answers, weighed choices, bounded retries, one account of what was spent.

    model = Model(Endpoint(model="gpt-5-mini", api_key=key))
    account = Account(seconds=60, tokens=50_000)
    draft = await model.ask([Message("user", question)], Draft, account=account, max_tokens=800, reask=wording)

The only package that knows openai and instructor; both are loaded when a `Model` is made, not when this is imported.
"""

from __future__ import annotations

from summarizer.llm.account import Account
from summarizer.llm.endpoint import Dialect, Endpoint
from summarizer.llm.limits import Limits
from summarizer.llm.messages import Message, Reask
from summarizer.llm.model import Model
from summarizer.llm.wire import wire_schema

__all__ = ["Account", "Dialect", "Endpoint", "Limits", "Message", "Model", "Reask", "wire_schema"]
