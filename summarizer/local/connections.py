"""Ending the connections of a server that runs in this process and cannot be told to."""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Iterator
from pathlib import Path

DESCRIPTORS = (Path("/proc/self/fd"), Path("/dev/fd"))
"""Where Linux and macOS list the open files of a process; Windows has no such place."""


def hang_up(port: int) -> None:
    """Shut every socket of this process that is bound to `port`: the listening one, and those of its clients.

    A llama.cpp server that is stopped while it answers waits for the answer's reader to leave, holding the
    interpreter's lock; a reader in this process then never can. An end of file makes the server give the answer up.
    """
    for sock in _sockets():
        with sock, contextlib.suppress(OSError):
            if sock.family == socket.AF_INET and sock.getsockname()[1] == port:
                sock.shutdown(socket.SHUT_RDWR)


def _sockets() -> Iterator[socket.socket]:
    directory = next((path for path in DESCRIPTORS if path.is_dir()), None)
    for entry in list(directory.iterdir()) if directory else []:
        with contextlib.suppress(OSError):
            yield _duplicate(int(entry.name))


def _duplicate(descriptor: int) -> socket.socket:
    """The same socket through a descriptor of our own, as whoever opened it closes his; OSError when it is none."""
    duplicate = os.dup(descriptor)
    try:
        return socket.socket(fileno=duplicate)
    except OSError:
        os.close(duplicate)
        raise
