"""Replay that cannot go wrong in silence: each exchange once, and a request never recorded stops the test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Self

import pytest
from vcr.cassette import Cassette
from vcr.filters import decode_response
from vcr.record_mode import RecordMode
from vcr.request import Request

from recording.provenance import changed, prompts_said
from recording.storage import ReadableFiles, digest, parsed

KEPT_HEADERS = {"content-type", "retry-after"}
"""All else is dropped on both sides: a list of what is secret is never complete."""
RENEW = "`make record` renews it"
MOST_SHOWN = 4
SHOWN_CHARACTERS = 160


def method(asked: Request, recorded: Request) -> None:
    assert asked.method == recorded.method


def path(asked: Request, recorded: Request) -> None:
    """Never host or port: the embedded server listens on any free one."""
    assert asked.path == recorded.path


def body(asked: Request, recorded: Request) -> None:
    assert digest(asked.body) == digest(recorded.body)


class StrictCassette(Cassette):
    """A vcrpy cassette whose misses reach the test.

    vcrpy's own error is raised inside the HTTP client, where the model client takes it for a lost connection; the
    outcome exceptions of pytest pass through every `except Exception`.
    """

    prompts: Path

    @classmethod
    @contextmanager
    def recorded(cls, file: Path, *, prompts: Path, model: dict[str, str]) -> Iterator[Self]:
        """Record anew into `file` what is asked inside, and note that `model` answered and which prompts were said."""
        file.unlink(missing_ok=True)
        with cls._used(file, prompts, RecordMode.ALL) as cassette:
            yield cassette
            said = prompts_said(prompts, [parsed(request.body) for request in cassette.requests])
            cassette.get_metadata("model", model)
            cassette.get_metadata("prompts", said)

    @classmethod
    @contextmanager
    def replayed(cls, file: Path, *, prompts: Path) -> Iterator[Self]:
        """Answer from `file` what is asked inside."""
        with cls._used(file, prompts, RecordMode.NONE) as cassette:
            yield cassette

    @classmethod
    def _used(cls, file: Path, prompts: Path, mode: RecordMode) -> AbstractContextManager[Self]:
        return cls.use(
            path=str(file),
            prompts=prompts,
            record_mode=mode,
            persister=ReadableFiles,
            match_on=(method, path, body),
            before_record_request=without_secrets,
            before_record_response=stripped_response,
        )

    def __init__(self, path: str, *, prompts: Path, **options: Any) -> None:
        super().__init__(path, **options)
        self.prompts = prompts

    def can_play_response_for(self, request: Request) -> bool:
        """As vcrpy's; fails the test where vcrpy would raise in the client's depths."""
        playable = bool(super().can_play_response_for(request))
        if not playable and self.write_protected:
            pytest.fail(self.explain_miss(request), pytrace=False)
        return playable

    def expect_all_played(self) -> None:
        """Fail the test when a recorded exchange was not asked for: the code has changed since."""
        unplayed = [index for index in range(len(self)) if not self.play_counts[index]]
        if self.write_protected and unplayed:
            asked = ", ".join(f"no. {index + 1}" for index in unplayed)
            pytest.fail(f"{self.path}: {asked} of {len(self)} recorded exchanges not asked for; {RENEW}", pytrace=False)

    def explain_miss(self, request: Request) -> str:
        """Why `request` is not in the recording, as far as can be told, and what to do."""
        if not self.rewound:
            return f"{self.path} is not recorded yet; {RENEW}"
        reasons = changed(self.get_metadata("prompts", {}), self.prompts)
        if any(digest(request.body) == digest(recorded.body) for recorded in self.requests):
            reasons.append("the request was recorded, but is asked more often now")
        elif not reasons:
            reasons.append("no prompt has changed; the code or the text has")
        lines = [f"{request.method} {request.path} is not in {self.path}:"]
        lines += [f"  {reason}" for reason in reasons]
        lines += [f"  {difference}" for difference in self._nearest_differences(request)]
        return "\n".join([*lines, RENEW])

    def _nearest_differences(self, request: Request) -> list[str]:
        asked = parsed(request.body)
        candidates = [list(differences(parsed(recorded.body), asked)) for recorded in self.requests]
        return min(candidates, key=len, default=[])[:MOST_SHOWN]


def without_secrets(request: Request) -> Request:
    """The request with the headers that matter and nothing that identifies who asked."""
    request.headers = {name: value for name, value in request.headers.items() if name.lower() in KEPT_HEADERS}
    return request


def stripped_response(response: dict[str, Any]) -> dict[str, Any]:
    """The response, decompressed, with the headers that matter."""
    plain = decode_response(response)
    plain["headers"] = {name: values for name, values in plain["headers"].items() if name.lower() in KEPT_HEADERS}
    return plain


def differences(recorded: Any, asked: Any, where: str = "body") -> Iterator[str]:
    """The places where two JSON values differ, each with both sides, shortened to where they part."""
    if isinstance(recorded, dict) and isinstance(asked, dict):
        for key in sorted(recorded.keys() | asked.keys()):
            yield from differences(recorded.get(key), asked.get(key), f"{where}.{key}")
    elif isinstance(recorded, list) and isinstance(asked, list) and len(recorded) == len(asked):
        for index, pair in enumerate(zip(recorded, asked, strict=True)):
            yield from differences(*pair, where=f"{where}[{index}]")
    elif recorded != asked:
        yield f"{where}: recorded {_from_parting(recorded, asked)}, asked {_from_parting(asked, recorded)}"


def _from_parting(value: Any, other: Any) -> str:
    if not (isinstance(value, str) and isinstance(other, str)):
        return repr(value)[:SHOWN_CHARACTERS]
    parting = next((n for n, pair in enumerate(zip(value, other, strict=False)) if pair[0] != pair[1]), 0)
    begin = max(0, parting - SHOWN_CHARACTERS // 4)
    return repr(value[begin : begin + SHOWN_CHARACTERS])
