"""Typed, evidence-bound briefs of news articles.

    from datetime import date
    from summarizer import summarize

    brief = summarize(text, published=date(2025, 8, 7))

Every public name is imported on first use, so that `import summarizer` itself costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer import dates
    from summarizer.errors import (
        AuthenticationFailed,
        BudgetSpent,
        CallFailed,
        ConnectionFailed,
        EvidenceError,
        InputError,
        ModelUnavailable,
        OutputInvalid,
        OutputTruncated,
        PromptError,
        RateLimited,
        RequestRefused,
        ServerFailed,
        SettingsError,
        SummarizerError,
        TimedOut,
        UnknownModel,
    )
    from summarizer.pipeline import Summarizer, asummarize, summarize
    from summarizer.schema import (
        Actor,
        Attack,
        Brief,
        Claim,
        Count,
        Deadline,
        Evidence,
        ExtraItem,
        Figure,
        PromptRef,
        Rejected,
        Run,
        Source,
        Usage,
        When,
    )

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "Attack",
    "AuthenticationFailed",
    "Brief",
    "BudgetSpent",
    "CallFailed",
    "Claim",
    "ConnectionFailed",
    "Count",
    "Deadline",
    "Evidence",
    "EvidenceError",
    "ExtraItem",
    "Figure",
    "InputError",
    "ModelUnavailable",
    "OutputInvalid",
    "OutputTruncated",
    "PromptError",
    "PromptRef",
    "RateLimited",
    "Rejected",
    "RequestRefused",
    "Run",
    "ServerFailed",
    "SettingsError",
    "Source",
    "Summarizer",
    "SummarizerError",
    "TimedOut",
    "UnknownModel",
    "Usage",
    "When",
    "__version__",
    "asummarize",
    "dates",
    "summarize",
]

_SCHEMA = {
    "Actor", "Attack", "Brief", "Claim", "Count", "Deadline", "Evidence",
    "ExtraItem", "Figure", "PromptRef", "Rejected", "Run", "Source", "Usage", "When",
}  # fmt: skip
_PIPELINE = {"Summarizer", "asummarize", "summarize"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "dates":
        return import_module("summarizer.dates")
    home = "schema" if name in _SCHEMA else "pipeline" if name in _PIPELINE else "errors"
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
