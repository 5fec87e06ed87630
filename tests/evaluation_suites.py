"""A suite of one's own in a folder, and a summarizer that answers without a model."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import pytest
from evaluation_samples import case
from sample import ARTICLE, sample_brief

from summarizer.cli import main
from summarizer.evaluation.drafting import as_yaml
from summarizer.schema import Brief

NAMES = ("bridge", "canal", "depot")


def written_case(folder: Path, name: str, **changes: Any) -> Path:
    """A case file in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.yaml"
    path.write_text(as_yaml(case(name, **changes), "../case.schema.json"), encoding="utf-8")
    return path


@dataclass
class Suite:
    """A folder with three cases, and the command line in it."""

    folder: Path
    cases: Path = field(init=False)

    def __post_init__(self) -> None:
        self.cases = self.folder / "evals" / "cases"
        for name in NAMES:
            written_case(self.cases, name, text=f"{ARTICLE}\nAbout the {name}.")

    @property
    def out(self) -> Path:
        return self.folder / "run"

    def beside(self, name: str, content: str) -> None:
        """A file beside the cases."""
        (self.cases.parent / name).write_text(content, encoding="utf-8")

    def eval(self, *arguments: str | Path, make: object = None) -> int:
        """The exit code of `summarizer eval …`."""
        with pytest.raises(SystemExit) as ended:
            main(["eval", *map(str, arguments)], make_summarizer=make)
        assert isinstance(ended.value.code, int)
        return ended.value.code

    def run(self, *arguments: str | Path, make: object = None) -> int:
        """The exit code of `summarizer eval run` with the cases of this suite."""
        return self.eval("run", "--cases", self.cases, "--out", self.out, *arguments, make=make)

    def verdict(self, out: Path | None = None) -> dict[str, Any]:
        """The verdict that the last run left."""
        return dict(json.loads(((out or self.out) / "verdict.json").read_text(encoding="utf-8")))


Answer = Callable[[str], Brief]


def good_brief(text: str) -> Brief:
    """What the labels say."""
    assert text.startswith(ARTICLE)
    return sample_brief()


class FakeSummarizer:
    """Stands for `summarizer.Summarizer`: answers, and keeps what it was asked."""

    def __init__(self, answer: Answer = good_brief) -> None:
        self.answer = answer
        self.asked: list[str] = []
        self.arguments: dict[str, Any] = {}

    def __call__(self, *_: object, **arguments: Any) -> Self:
        self.arguments = arguments
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to let go."""

    def summarize(self, text: str, **_: object) -> Brief:
        self.asked.append(text)
        return self.answer(text)


def about(text: str) -> str:
    """Which of the three cases a text is of."""
    return next((name for name in NAMES if f"About the {name}." in text), "")
