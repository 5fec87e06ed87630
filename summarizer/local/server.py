"""The embedded model's server: OpenAI's protocol on loopback, in this process, shared by whoever uses the same file."""

from __future__ import annotations

import atexit
import importlib.util
import os
import platform
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from summarizer.errors import ModelUnavailable
from summarizer.local.connections import hang_up
from summarizer.local.launch import Running, launch
from summarizer.settings import EMBEDDED_CONTEXT_WINDOW, how_to_install

MAGIC = b"GGUF"
SLOTS = 1
BATCH_TOKENS = 128
"""Tokens read at a time: the server stops, and gives up a call whose caller has left, only between two batches."""
NO_LOGS = -1
REMEDIES = (
    f"the embedded model needs the package xllamacpp: {how_to_install('local')}; "
    "or ask a server instead: set OPENAI_API_KEY, or SUMMARIZER_BASE_URL with SUMMARIZER_MODEL"
)


@dataclass(frozen=True)
class Options:
    """How a model is served.

    Attributes:
        path: the GGUF file.
        context_window: tokens that each slot holds.
        slots: requests that are answered at the same time.
        threads: None for all cores of this process.
    """

    path: Path
    context_window: int = EMBEDDED_CONTEXT_WINDOW
    slots: int = SLOTS
    threads: int | None = None


Start = Callable[[Options, str], tuple[Running, str]]
"""`start(options, api_key)` starts a server that answers only to `api_key`; the server and its build. It raises
ModelUnavailable."""


def check_installed() -> None:
    """See that there is something to serve a model with; ModelUnavailable with the remedies otherwise."""
    if importlib.util.find_spec("xllamacpp") is None:
        raise ModelUnavailable(REMEDIES)


def start_xllamacpp(options: Options, api_key: str) -> tuple[Running, str]:
    """Load the model and listen on a free port of 127.0.0.1."""
    check_installed()
    try:
        import xllamacpp
    except ImportError as error:
        raise ModelUnavailable(f"xllamacpp cannot be loaded: {error}; {REMEDIES}") from error
    try:
        server = launch(xllamacpp.Server, _parameters(xllamacpp.CommonParams(), options, api_key), api_key)
    except RuntimeError as error:
        raise ModelUnavailable(
            f"{options.path} cannot be loaded: it is cut off, of a kind that this xllamacpp does not know, or does not "
            f"fit into memory with a window of {options.context_window} tokens"
        ) from error
    return server, f"xllamacpp {xllamacpp.__version__}"


def _parameters(parameters: Any, options: Options, api_key: str) -> Any:
    parameters.model.path = str(options.path)
    # The name in answers; without it they would carry the path.
    parameters.model_alias = {options.path.stem}
    parameters.n_ctx = options.context_window * options.slots
    parameters.n_parallel = options.slots
    # One cache for all slots, so that a second slot can use the prefix that the first one read.
    parameters.kv_unified = True
    parameters.cpuparams.n_threads = parameters.cpuparams_batch.n_threads = options.threads or -1
    parameters.n_batch = parameters.n_ubatch = BATCH_TOKENS
    parameters.no_extra_bufts = not _repacking_pays()
    # Other users of this machine, and any page in a browser, can reach a port on loopback.
    parameters.api_keys = [api_key]
    parameters.ui = False
    parameters.endpoint_slots = False
    parameters.port = 0
    parameters.verbosity = NO_LOGS
    return parameters


def _repacking_pays() -> bool:
    """Whether to lay the weights out anew for the processor, which is what llama.cpp does unless told.

    On x86 that was measured to cost: half a gigabyte more, a start twice as long, prompts read in 1.2 of the time.
    Elsewhere it was not measured.
    """
    return platform.machine().lower() not in {"x86_64", "amd64"}


class EmbeddedServer:
    """A model served in this process.

    Attributes:
        options: what it was started with.
        base_url: for an OpenAI client.
        api_key: what the server wants to see; made anew at each start.
        model: the name that the server gives the model in its answers.
        build: name and version of the server's software.

    Raises:
        ModelUnavailable: no such file, no GGUF file, or xllamacpp is not installed.
    """

    def __init__(self, options: Options, *, start: Start = start_xllamacpp) -> None:
        _check_file(options.path)
        self.options = options
        self.api_key = secrets.token_urlsafe(24)
        self.model = options.path.stem
        self._running: Running | None
        self._running, self.build = start(options, self.api_key)
        self.base_url = f"{self._running.listening_address}/v1"
        self._process = os.getpid()
        atexit.register(self.close)

    def close(self) -> None:
        """Stop the server and free the model; a second call does nothing."""
        if self._running is None or os.getpid() != self._process:
            # A forked child shares the sockets, and would hang up on its parent's callers.
            return
        atexit.unregister(self.close)
        hang_up(urlsplit(self._running.listening_address).port or 0)
        self._running = None


def _check_file(path: Path) -> None:
    """llama.cpp says nothing useful of a wrong file, and loading one takes a while to fail."""
    try:
        with path.open("rb") as file:
            magic = file.read(len(MAGIC))
    except FileNotFoundError as error:
        raise ModelUnavailable(f"there is no model file {path}: correct the path, or use model 'local'") from error
    except OSError as error:
        raise ModelUnavailable(f"model file {path} cannot be read: {error.strerror}") from error
    if magic != MAGIC:
        raise ModelUnavailable(f"{path} is no GGUF file: it starts with {magic!r}")


class _Shared:
    """Servers of this process with the number of their users."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._servers: dict[Options, EmbeddedServer] = {}
        self._users: dict[Options, int] = {}

    def acquire(self, options: Options, start: Start) -> EmbeddedServer:
        # Loading inside the lock: a second thread waits for the server instead of loading the file again.
        with self._lock:
            if options not in self._servers:
                self._servers[options] = EmbeddedServer(options, start=start)
                self._users[options] = 0
            self._users[options] += 1
            return self._servers[options]

    def release(self, server: EmbeddedServer) -> None:
        with self._lock:
            if self._servers.get(server.options) is not server:
                return
            self._users[server.options] -= 1
            if self._users[server.options] == 0:
                del self._servers[server.options], self._users[server.options]
                server.close()


_SHARED = _Shared()


def acquire(
    path: Path,
    *,
    context_window: int = EMBEDDED_CONTEXT_WINDOW,
    slots: int = SLOTS,
    threads: int | None = None,
    start: Start = start_xllamacpp,
) -> EmbeddedServer:
    """The server of this file with these options: started, or the one that somebody in this process uses already.

    Every `acquire` needs its `release`; the last one stops the server.

    Raises:
        ModelUnavailable: no such file, no GGUF file, or xllamacpp is not installed.
    """
    return _SHARED.acquire(Options(path.resolve(), context_window, slots, threads), start)


def release(server: EmbeddedServer) -> None:
    """Give back what `acquire` returned."""
    _SHARED.release(server)


@contextmanager
def serving(
    path: Path,
    *,
    context_window: int = EMBEDDED_CONTEXT_WINDOW,
    slots: int = SLOTS,
    threads: int | None = None,
    start: Start = start_xllamacpp,
) -> Iterator[EmbeddedServer]:
    """`acquire` before the block, `release` after it."""
    server = acquire(path, context_window=context_window, slots=slots, threads=threads, start=start)
    try:
        yield server
    finally:
        release(server)
