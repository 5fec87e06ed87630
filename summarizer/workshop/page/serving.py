"""Serves the page on loopback until Ctrl-C."""

from __future__ import annotations

import socket
import sys
import webbrowser
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import uvicorn

from summarizer.errors import InputError, PromptError
from summarizer.prompts import shipped_folder
from summarizer.workshop.changes import compare_briefs
from summarizer.workshop.page.application import application
from summarizer.workshop.page.folder import Folder
from summarizer.workshop.page.guard import make_token
from summarizer.workshop.page.runs import Make, Sample
from summarizer.workshop.page.seams import Relay, checks, whom_it_asks

HOST = "127.0.0.1"
SECONDS_TO_FINISH = 2
"""For requests under way when the page is closed."""


def tell(words: str) -> None:
    """Say it on stderr."""
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


def serve(
    folder: Path,
    *,
    port: int = 0,
    open_browser: bool = False,
    token: str | None = None,
    make: Make | None = None,
    article: Sample | None = None,
    arguments: Mapping[str, Any] | None = None,
    announce: Callable[[str], None] = tell,
) -> None:
    """Serve the page over `folder`; returns when Ctrl-C is pressed.

    Args:
        folder: the prompts folder to edit.
        port: where to listen on 127.0.0.1; 0 takes a free one.
        open_browser: whether to open the address in the browser.
        token: what the first request must show; a random one unless given.
        make: makes what makes the briefs; unless given, `Summarizer` with `arguments`.
        article: opened first.
        arguments: those of `Summarizer`, but prompts and progress.
        announce: is told the address, once.

    Raises:
        PromptError: `folder` is no directory.
        SettingsError: a setting has a value that cannot be used.
        ModelUnavailable: there is no model to ask.
        InputError: the port is taken.
    """
    if not folder.is_dir():
        raise PromptError(f"there is no directory {folder}; begin one with `summarizer prompts init {folder}`")
    token = token or make_token()
    asks = "" if make else whom_it_asks(arguments or {})
    relay = Relay(arguments or {})
    page = application(
        Folder(folder, shipped_folder()),
        token,
        make=make or relay,
        checks=checks(),
        compare=compare_briefs,
        samples=[article] if article else [],
        asks=asks,
    )
    with closing(relay), listening(port) as listener:
        address = f"http://{HOST}:{listener.getsockname()[1]}/?token={token}"
        _announce(announce, folder, address, asks)
        if open_browser:
            webbrowser.open(address)
        # Ctrl-C is how a server ends: everything has been let go by then, and nothing went wrong.
        with suppress(KeyboardInterrupt):
            uvicorn.Server(configuration(page)).run(sockets=[listener])


def _announce(announce: Callable[[str], None], folder: Path, address: str, asks: str) -> None:
    announce(f"The workshop over {folder} is at {address}")
    if asks:
        announce(f"Briefs are made by {asks}")
    announce("It answers on this machine only; Ctrl-C ends it")


def listening(port: int) -> socket.socket:
    """A socket of this machine's own interface.

    Raises:
        InputError: the port is taken or not allowed.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.bind((HOST, port))
        listener.listen()  # from here on a browser that is quicker than the server waits
    except (OSError, OverflowError) as error:
        listener.close()
        raise InputError(f"cannot listen on {HOST}:{port}: {error}; give another port, or none") from error
    return listener


def configuration(page: Any) -> uvicorn.Config:
    """How uvicorn serves it: quietly, and without naming itself. Nothing logs an address, which may carry the token."""
    return uvicorn.Config(
        page,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=SECONDS_TO_FINISH,
    )
