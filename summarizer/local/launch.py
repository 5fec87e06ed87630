"""Starting a server so that it can be stopped at any moment afterwards."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any, Protocol
from urllib.parse import urlsplit

QUEUED = "/lora-adapters"
"""Answered by the thread that answers questions, without a word of the model; as good as nothing to ask for."""
SECONDS_TO_ANSWER = 30
"""At most: a loaded model answers within milliseconds."""


class Running(Protocol):
    """A started server; it stops when the last reference to it is gone."""

    @property
    def listening_address(self) -> str:
        """URL without a path."""


def launch(make: Callable[[Any], Running], parameters: object, api_key: str) -> Running:
    """What `make(parameters)` starts, once it answers.

    A llama.cpp server that is let go of before its thread looks for questions never stops, and whoever let go of it
    waits for ever: so an interrupt that came while the model was loaded is raised when the server answers. For that
    `make` has to be native code, like everything between it and `kept`: there Python looks at no signal.
    """
    kept: list[Running] = []
    try:
        kept.extend(map(make, [parameters]))
    finally:
        for server in kept:
            _await_answer(server, api_key)
    return kept[0]


def _await_answer(server: Running, api_key: str) -> None:
    """Whatever the answer is: what is wrong with a server is told to whoever asks it something."""
    from http.client import HTTPConnection, HTTPException

    connection = HTTPConnection(urlsplit(server.listening_address).netloc, timeout=SECONDS_TO_ANSWER)
    with contextlib.closing(connection), contextlib.suppress(OSError, HTTPException):
        connection.request("GET", QUEUED, headers={"Authorization": f"Bearer {api_key}"})
        connection.getresponse().read()
