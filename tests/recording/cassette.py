"""A cassette of one test: a request never recorded stops the test, and so does an exchange that is not used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn, Self

import pytest

from recording.provenance import current_prompts, prompts_said
from summarizer.evaluation.recording.exact_cassette import ExactCassette

RENEW = "`make record` renews it"


class StrictCassette(ExactCassette):
    """What was asked of a model during one test; outcome exceptions of pytest pass through every `except Exception`."""

    @classmethod
    @contextmanager
    def recorded_by(cls, file: Path, *, prompts: Path, model: dict[str, str]) -> Iterator[Self]:
        """Record anew into `file` what is asked inside, and note that `model` answered and which prompts were said."""
        with cls.recorded(file) as cassette:
            yield cassette
            cassette.note("model", model)
            cassette.note("prompts", prompts_said(prompts, cassette.bodies()))

    @classmethod
    @contextmanager
    def replayed_in_test(cls, file: Path, *, prompts: Path) -> Iterator[Self]:
        """Answer from `file` what is asked inside."""
        with cls.replayed(file, prompts=current_prompts(prompts), fail=_fail, renew=RENEW) as cassette:
            yield cassette

    def expect_all_played(self) -> None:
        """Fail the test when a recorded exchange was not asked for: the code has changed since."""
        unplayed = self.unplayed()
        if self.write_protected and unplayed:
            asked = ", ".join(f"no. {number}" for number in unplayed)
            _fail(f"{self.path}: {asked} of {len(self)} recorded exchanges not asked for; {RENEW}")


def _fail(message: str) -> NoReturn:
    pytest.fail(message, pytrace=False)
