"""The embedded model's server: shared, counted, stopped; and the answers to a model that is not to be had."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import venv
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from summarizer.errors import ModelUnavailable
from summarizer.local import EmbeddedServer, acquire, release, serving
from summarizer.local.connections import hang_up
from summarizer.local.launch import Running, launch
from summarizer.local.server import Options, start_xllamacpp

ROOT = Path(__file__).parents[1]


class Engine:
    """Starts servers that serve nothing; knows how many run, and what each was started with."""

    def __init__(self) -> None:
        self.started: list[Options] = []
        self.keys: list[str] = []
        self.running = 0

    def __call__(self, options: Options, api_key: str) -> tuple[Running, str]:
        self.started.append(options)
        self.keys.append(api_key)
        self.running += 1
        return Serving(self), "engine 1.0"

    def stopped(self) -> None:
        self.running -= 1


class Serving:
    """Stops with its last reference, as the real one does."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def listening_address(self) -> str:
        return "http://127.0.0.1:9"

    def __del__(self) -> None:
        self._engine.stopped()


@pytest.fixture
def gguf(tmp_path: Path) -> Path:
    file = tmp_path / "tiny.gguf"
    file.write_bytes(b"GGUF, and no more")
    return file


def test_a_server_tells_where_it_is_what_it_is_and_its_key(gguf: Path) -> None:
    engine = Engine()
    with serving(gguf, start=engine) as server:
        assert (server.base_url, server.model, server.build) == ("http://127.0.0.1:9/v1", "tiny", "engine 1.0")
        assert [server.api_key] == engine.keys


def test_every_start_has_a_key_of_its_own(gguf: Path) -> None:
    engine = Engine()
    for _ in range(2):
        with serving(gguf, start=engine):
            pass
    assert len(set(engine.keys)) == 2


def test_those_who_serve_the_same_file_share_a_server_until_the_last_has_gone(gguf: Path) -> None:
    engine = Engine()
    first, second = acquire(gguf, start=engine), acquire(gguf, start=engine)
    assert first is second
    release(first)
    assert engine.running == 1
    release(second)
    gc.collect()
    assert engine.running == 0


def test_other_options_are_another_server(gguf: Path) -> None:
    engine = Engine()
    with serving(gguf, start=engine), serving(gguf, start=engine, context_window=4096):
        assert engine.running == 2


def test_one_release_too_many_changes_nothing(gguf: Path) -> None:
    engine = Engine()
    server = acquire(gguf, start=engine)
    release(server)
    with serving(gguf, start=engine):
        release(server)
        assert engine.running == 1


def test_threads_that_start_together_load_the_model_once(gguf: Path) -> None:
    engine, together = Engine(), threading.Barrier(8)

    def use() -> EmbeddedServer:
        together.wait()
        return acquire(gguf, start=engine)

    with ThreadPoolExecutor(8) as pool:
        servers = [future.result() for future in [pool.submit(use) for _ in range(8)]]
    assert len(engine.started) == 1
    for server in servers:
        release(server)
    assert engine.running == 0


def test_a_start_that_failed_leaves_nothing_behind(gguf: Path) -> None:
    def broken(_options: Options, _api_key: str) -> tuple[Running, str]:
        raise ModelUnavailable("no")

    with pytest.raises(ModelUnavailable):
        acquire(gguf, start=broken)
    engine = Engine()
    with serving(gguf, start=engine):
        assert engine.running == 1


def test_closing_twice_is_closing_once(gguf: Path) -> None:
    engine = Engine()
    server = EmbeddedServer(Options(gguf), start=engine)
    server.close()
    server.close()
    assert engine.running == 0


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"no model file .*absent\.gguf"):
        acquire(tmp_path / "absent.gguf", start=Engine())


def test_a_directory_is_no_model_file(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="cannot be read"):
        acquire(tmp_path, start=Engine())


@pytest.mark.parametrize("content", [b"", b"GG", b"PK\x03\x04 a zip archive"])
def test_a_file_of_another_kind_is_refused_before_it_is_loaded(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "other.gguf"
    file.write_bytes(content)
    engine = Engine()
    with pytest.raises(ModelUnavailable, match="is no GGUF file"):
        acquire(file, start=engine)
    assert engine.started == []


def test_a_server_in_use_when_the_program_ends_is_stopped(gguf: Path) -> None:
    program = f"""
        import sys
        from pathlib import Path
        sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / "tests")!r}]
        from summarizer.local import acquire
        from test_local_server import Engine

        class Loud(Engine):
            def stopped(self):
                print("stopped")

        acquire(Path({str(gguf)!r}), start=Loud())
        print("end")
    """
    run = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["end", "stopped"]
    assert run.stderr == ""


@pytest.mark.parametrize("attempt", ["acquire(GGUF)", "weights('local', CACHE)"])
def test_without_xllamacpp_both_remedies_are_named_before_anything_is_downloaded(
    tmp_path: Path, gguf: Path, attempt: str
) -> None:
    venv.create(tmp_path / "bare", with_pip=False)
    program = f"""
        import sys
        from pathlib import Path
        sys.path.insert(0, {str(ROOT)!r})
        from summarizer.errors import ModelUnavailable
        from summarizer.local import acquire, weights
        GGUF, CACHE = Path({str(gguf)!r}), Path({str(tmp_path / "cache")!r})
        try:
            {attempt}
        except ModelUnavailable as error:
            print(error)
    """
    python = tmp_path / "bare" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    run = subprocess.run([python, "-c", textwrap.dedent(program)], capture_output=True, text=True, check=True)
    assert "pip install '.[local]'" in run.stdout
    assert "OPENAI_API_KEY" in run.stdout
    assert "SUMMARIZER_BASE_URL" in run.stdout
    assert not (tmp_path / "cache").exists()


@pytest.mark.live
def test_a_file_that_only_begins_like_a_model_is_refused_by_the_real_server(gguf: Path) -> None:
    with pytest.raises(ModelUnavailable, match="cannot be loaded"):
        start_xllamacpp(Options(gguf), "key")


def test_hanging_up_ends_the_connections_of_a_port_and_no_others() -> None:
    with socket.create_server(("127.0.0.1", 0)) as doomed, socket.create_server(("127.0.0.1", 0)) as spared:
        first, second = connected(doomed), connected(spared)
        hang_up(doomed.getsockname()[1])
        assert first() == b""
        assert second() == b"hello"


def connected(server: socket.socket) -> Callable[[], bytes]:
    """Connect; the result sends from the server's side and says what the client's side received."""
    client = socket.create_connection(server.getsockname())
    accepted, _ = server.accept()

    def hear() -> bytes:
        with client, accepted:
            client.settimeout(5)
            with contextlib.suppress(BrokenPipeError):
                accepted.sendall(b"hello")
            return client.recv(5)

    return hear


class Listening:
    """A server that is up; `asked` has the path and the key of each question."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        listening = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                listening.asked.append((self.path, self.headers["Authorization"]))
                self.send_error(404)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.http = HTTPServer(("127.0.0.1", 0), Handler)

    @property
    def listening_address(self) -> str:
        return f"http://127.0.0.1:{self.http.server_port}"


@pytest.fixture
def listening() -> Iterator[Listening]:
    server = Listening()
    thread = threading.Thread(target=server.http.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.http.shutdown()
    server.http.server_close()
    thread.join()


def test_a_server_has_answered_before_anybody_can_let_go_of_it(listening: Listening) -> None:
    assert launch(lambda _: listening, object(), "key") is listening
    assert listening.asked == [("/lora-adapters", "Bearer key")]


def test_an_interrupt_that_came_while_the_model_was_loaded_is_raised_when_the_server_answers(
    listening: Listening,
) -> None:
    native = ctypes.PyDLL(None).PyErr_SetInterruptEx  # as native as a load, during which Ctrl-C is pressed
    native.restype = {0: listening}.__getitem__
    with pytest.raises(KeyboardInterrupt):
        launch(native, int(signal.SIGINT), "key")
    assert len(listening.asked) == 1


def test_a_server_that_hangs_up_is_launched_all_the_same() -> None:
    server = Serving(Engine())
    assert launch(lambda _: server, object(), "key") is server
