"""The pytest side: which file belongs to which test, and what fails a run besides a miss.

It stands on pytest-recording: its options, its marker `vcr`, its blocked network. The fixture `vcr` replaces that
plugin's by one whose cassette is strict.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_recording.plugin import get_default_cassette_name

from recording.cassette import StrictCassette

CASSETTES = "cassettes"
OF_CASES = "evals"
"""Recordings that belong to the gate of the evals and to no test."""
PROMPTS = "prompts"
RECORD = "rewrite"


@pytest.fixture(scope="session")
def recorded_model() -> dict[str, str]:
    """Which model answers while recording; whoever provides the model says it here."""
    return {}


@pytest.fixture(autouse=True)
def vcr(request: pytest.FixtureRequest, record_mode: str) -> Iterator[StrictCassette | None]:
    """The cassette of a test marked `vcr`: replayed, or with `--record-mode=rewrite` recorded anew."""
    if request.node.get_closest_marker("vcr") is None:
        yield None
        return
    file, prompts = cassette_of(request.node), request.config.rootpath / PROMPTS
    if record_mode == RECORD:
        model = request.getfixturevalue("recorded_model")
        with StrictCassette.recorded_by(file, prompts=prompts, model=model) as cassette:
            yield cassette
    else:
        with StrictCassette.replayed_in_test(file, prompts=prompts) as cassette:
            yield cassette


def cassette_of(test: pytest.Item) -> Path:
    """Where the recording of a test lies."""
    name = get_default_cassette_name(getattr(test, "cls", None), test.name)
    return test.config.rootpath / CASSETTES / test.path.stem / f"{name}.yaml"


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--record-mode") not in {None, "none", RECORD}:
        raise pytest.UsageError(f"a cassette is one whole run of its test: record with --record-mode={RECORD}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    yield
    cassette = getattr(item, "funcargs", {}).get("vcr")
    if cassette is not None:
        cassette.expect_all_played()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Refuse to run beside recordings that belong to no test; looks before -k and -m take tests away."""
    if orphans := [str(path.relative_to(config.rootpath)) for path in _orphans(config, items)]:
        raise pytest.UsageError(f"recordings without a test, to be deleted: {', '.join(orphans)}")


def _orphans(config: pytest.Config, items: list[pytest.Item]) -> list[Path]:
    expected = {cassette_of(item) for item in items if item.get_closest_marker("vcr")}
    if any("::" in argument for argument in config.args):
        return []
    files = sorted(set((config.rootpath / CASSETTES).rglob("*.yaml")) - set(_recordings_of_cases(config)))
    if config.args_source is not config.ArgsSource.ARGS:
        return [path for path in files if path not in expected]
    modules = {item.path.stem for item in items}
    return [path for path in files if path.parent.name in modules and path not in expected]


def _recordings_of_cases(config: pytest.Config) -> list[Path]:
    return list((config.rootpath / CASSETTES / OF_CASES).glob("*.yaml"))
