"""Replay that cannot go wrong in silence: each exchange once, and a request never recorded ends it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NoReturn, Self

from vcr.cassette import Cassette
from vcr.filters import decode_response
from vcr.record_mode import RecordMode
from vcr.request import Request

from summarizer.evaluation.recording.storage import ReadableFiles, digest, parsed

KEPT_HEADERS = {"content-type", "retry-after"}
"""All else is dropped on both sides: a list of what is secret is never complete."""
MOST_SHOWN = 4
SHOWN_CHARACTERS = 160

Fail = Callable[[str], NoReturn]
"""Raises what passes through every `except Exception`: inside the model client, an ordinary error looks like a lost
connection."""


def same_method(asked: Request, recorded: Request) -> None:
    """Compare as vcrpy wants it: by an assertion."""
    assert asked.method == recorded.method  # noqa: S101


def same_path(asked: Request, recorded: Request) -> None:
    """Never host or port: the embedded server listens on any free one."""
    assert asked.path == recorded.path  # noqa: S101


def same_body(asked: Request, recorded: Request) -> None:
    """Equal as JSON, whatever the spacing."""
    assert digest(asked.body) == digest(recorded.body)  # noqa: S101


class ExactCassette(Cassette):  # type: ignore[misc]  # vcrpy has no types
    """A vcrpy cassette whose misses are told and end the replay.

    Args:
        prompts: every prompt in force, id → SHA-256, to say which one has changed when a request is missing.
        fail: called with the explanation of a miss.
        renew: what the reader of that explanation can do.
    """

    @classmethod
    def recorded(cls, file: Path) -> AbstractContextManager[Self]:
        """Record anew into `file` what is asked inside; that a server is started and greeted there is no question."""
        file.unlink(missing_ok=True)
        return cls._used(file, RecordMode.ALL, before_record_request=question_without_secrets)

    @classmethod
    def replayed(
        cls, file: Path, *, prompts: Mapping[str, str], fail: Fail, renew: str
    ) -> AbstractContextManager[Self]:
        """Answer from `file` what is asked inside, and let nothing else through."""
        return cls._used(file, RecordMode.NONE, prompts=prompts, fail=fail, renew=renew)

    @classmethod
    def _used(cls, file: Path, mode: RecordMode, **options: Any) -> AbstractContextManager[Self]:
        used: AbstractContextManager[Self] = cls.use(
            path=str(file),
            record_mode=mode,
            persister=ReadableFiles,
            match_on=(same_method, same_path, same_body),
            before_record_response=stripped_response,
            **{"before_record_request": without_secrets, **options},
        )
        return used

    def __init__(
        self,
        path: str,
        *,
        prompts: Mapping[str, str] | None = None,
        fail: Fail | None = None,
        renew: str = "",
        **options: Any,
    ) -> None:
        super().__init__(path, **options)
        self.prompts = prompts or {}
        self.fail = fail
        self.renew = renew

    def note(self, name: str, value: object) -> None:
        """Keep `value` beside the exchanges."""
        self.get_metadata(name, value)

    def bodies(self) -> list[Any]:
        """The body of every request so far, as JSON."""
        return [parsed(request.body) for request in self.requests]

    def can_play_response_for(self, request: Request) -> bool:
        """As vcrpy's; fails where vcrpy would raise in the client's depths."""
        playable = bool(super().can_play_response_for(request))
        if not playable and self.write_protected and self.fail:
            self.fail(self.explain_miss(request))
        return playable

    def unplayed(self) -> list[int]:
        """The recorded exchanges, from 1, that were not asked for."""
        return [index + 1 for index in range(len(self)) if not self.play_counts[index]]

    def explain_miss(self, request: Request) -> str:
        """Why `request` is not in the recording, as far as can be told, and what to do."""
        if not self.rewound:
            return f"{self.path} is not recorded yet; {self.renew}"
        reasons = changed(self.get_metadata("prompts", {}), self.prompts)
        if any(digest(request.body) == digest(recorded.body) for recorded in self.requests):
            reasons.append("the request was recorded, but is asked more often now")
        elif not reasons:
            reasons.append("no prompt has changed; the code or the text has")
        lines = [f"{request.method} {request.path} is not in {self.path}:"]
        lines += [f"  {reason}" for reason in reasons]
        lines += [f"  {difference}" for difference in self._nearest_differences(request)]
        return "\n".join([*lines, self.renew])

    def _nearest_differences(self, request: Request) -> list[str]:
        asked = parsed(request.body)
        candidates = [list(differences(recorded, asked)) for recorded in self.bodies()]
        return min(candidates, key=len, default=[])[:MOST_SHOWN]


def changed(recorded: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """A remark for each recorded prompt (id → SHA-256) that has changed since or is gone."""
    return [
        f"prompt {name!r} {'has changed since' if name in now else 'is gone'}"
        for name, sha256 in recorded.items()
        if now.get(name) != sha256
    ]


def question_without_secrets(request: Request) -> Request | None:
    """The same of what is asked with a body; None, which records nothing, for what only fetches something."""
    return without_secrets(request) if request.body else None


def without_secrets(request: Request) -> Request:
    """The request with the headers that matter and nothing that identifies who asked."""
    request.headers = {name: value for name, value in request.headers.items() if name.lower() in KEPT_HEADERS}
    return request


def stripped_response(response: dict[str, Any]) -> dict[str, Any]:
    """The response, decompressed, with the headers that matter."""
    plain: dict[str, Any] = decode_response(response)
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
