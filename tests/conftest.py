"""What the whole suite shares: its plugins, and the embedded model as recorded."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterator

import pytest

from summarizer import local, settings
from summarizer.llm import Endpoint

pytest_plugins = ["pytester", "recording.plugin"]

REPLAYED = "http://127.0.0.1:9/v1"
"""Nobody listens there: a recording matches any host and port."""

SLOWEST = "test_wheel.py"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slowest file first: files are shared out whole, and one process must not be left alone with it at the end."""
    items.sort(key=lambda item: item.path.name != SLOWEST)


@pytest.fixture(scope="session")
def embedded(record_mode: str) -> Iterator[Endpoint]:
    """The embedded model: itself while recording; in replay its address, without its package and its weights."""
    if record_mode == "none":
        yield Endpoint(local.DEFAULT, REPLAYED, provider="embedded", dialect="llama.cpp")
        return
    with local.serving(local.path(local.DEFAULT, settings.resolve().cache_dir)) as server:
        yield Endpoint(server.model, server.base_url, server.api_key, provider="embedded", dialect="llama.cpp")


@pytest.fixture(scope="session")
def recorded_model(embedded: Endpoint) -> dict[str, str]:
    """What a recording says of the model that it was made with."""
    (model,) = (known for known in local.models(settings.resolve().cache_dir) if known.name == embedded.model)
    build = f"xllamacpp {importlib.metadata.version('xllamacpp')}"
    return {"name": model.name, "sha256": model.sha256, "server": build}
