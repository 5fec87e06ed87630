"""What is not loaded before it is needed; `evals/bench/import_cost.py` measures what that saves."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

MODEL_CLIENTS = {"openai", "instructor", "httpx2", "tenacity"}
HEAVY = MODEL_CLIENTS | {"dateparser", "jinja2", "numpy", "py3langid", "rapidfuzz", "scipy", "sentencex", "xllamacpp"}


def loaded_by(code: str, *arguments: str) -> set[str]:
    """The top-level modules that are there when `code` has run in a process of its own."""
    program = f"import atexit, sys\natexit.register(lambda: print(*sys.modules, file=sys.stderr))\n{code}"
    ran = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    return {name.partition(".")[0] for name in ran.stderr.split()}


def test_importing_the_package_loads_nothing_else() -> None:
    assert not loaded_by("import summarizer") & (HEAVY | {"pydantic", "rich", "typer", "yaml"})


@pytest.mark.parametrize("names", ["summarize, Summarizer, Brief", "SummarizerError, When", "dates"])
def test_importing_public_names_loads_nothing_heavy(names: str) -> None:
    assert not loaded_by(f"from summarizer import {names}") & (HEAVY | {"rich", "typer"})


def test_the_help_loads_neither_a_model_client_nor_pydantic() -> None:
    assert not loaded_by("from summarizer.cli import main; main()", "--help") & (HEAVY | {"pydantic", "yaml"})


@pytest.mark.parametrize("arguments", [("prompts", "--help"), ("prompts", "test", "--help")])
def test_the_help_of_the_workshop_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert not loaded_by("from summarizer.cli import main; main()", *arguments) & (HEAVY | {"starlette", "uvicorn"})


def test_settings_are_shown_without_a_model_client() -> None:
    assert not loaded_by("from summarizer.cli import main; main()", "config") & HEAVY
