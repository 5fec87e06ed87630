"""The public surface: a name that comes or goes is a decision, and stands in the changelog."""

from __future__ import annotations

import importlib.metadata
import inspect

import pytest

import summarizer
from summarizer import errors, schema

SURFACE = """
Actor Attack AuthenticationFailed Brief BudgetSpent CallFailed Claim ConnectionFailed Count Deadline Evidence
EvidenceError ExtraItem Figure InputError ModelUnavailable OutputInvalid OutputTruncated PromptError PromptRef
RateLimited Rejected RequestRefused Run ServerFailed SettingsError Source Summarizer SummarizerError TimedOut
UnknownModel Usage When __version__ asummarize dates summarize
""".split()


def test_the_public_names_are_these_in_this_order() -> None:
    assert summarizer.__all__ == SURFACE
    assert dir(summarizer) == SURFACE


@pytest.mark.parametrize("name", SURFACE)
def test_every_public_name_can_be_had(name: str) -> None:
    assert getattr(summarizer, name) is getattr(summarizer, name)


def test_every_error_is_exported() -> None:
    defined = {name for name, value in vars(errors).items() if inspect.isclass(value)}
    assert defined <= set(SURFACE)


def test_every_part_of_a_brief_is_exported() -> None:
    public = {name for name, value in vars(schema).items() if _is_own_model(value) and not name.startswith("_")}
    assert public <= set(SURFACE)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Summary'"):
        summarizer.Summary  # noqa: B018


def test_the_version_is_that_of_the_distribution() -> None:
    assert summarizer.__version__ == importlib.metadata.version("newsbrief")


def _is_own_model(value: object) -> bool:
    return inspect.isclass(value) and value.__module__ == schema.__name__
