"""The page as it is really served: the address, the end, the package's own check and comparison behind it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from page_stand_ins import brief_of

from summarizer.errors import InputError, PromptError, SettingsError
from summarizer.prompts import shipped_folder
from summarizer.schema import Evidence, ExtraItem
from summarizer.workshop.page.folder import Folder
from summarizer.workshop.page.new_section import begin_section
from summarizer.workshop.page.seams import Relay, checks, whom_it_asks
from summarizer.workshop.page.serving import listening, serve
from summarizer.workshop.page.views import brief_view

SERVE = (
    "import sys; from pathlib import Path; from summarizer.workshop.page import serve; "
    "serve(Path(sys.argv[1]), make=print)"
)
NO_SERVER = "http://127.0.0.1:9/v1"
CLAIMS = "sections/claims.md"


def test_the_page_tells_its_address_answers_there_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SERVE, str(tmp_path)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        address = re.search(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{40,}", server.stderr.readline())
        assert address
        assert "this machine only" in server.stderr.readline()
        with urllib.request.urlopen(address[0], timeout=20) as answer:  # noqa: S310 - the address that it printed
            assert b"Prompt workshop" in answer.read()
            assert "server" not in answer.headers
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(address[0].partition("?")[0], timeout=20)  # noqa: S310
        server.send_signal(signal.SIGINT)
        assert server.wait(20) == 0
        assert server.stderr.read() == ""


def test_nothing_but_this_machines_own_interface_is_listened_on() -> None:
    with listening(0) as listener:
        assert listener.getsockname()[0] == "127.0.0.1"


def test_a_port_that_is_taken_is_told() -> None:
    with listening(0) as listener, pytest.raises(InputError, match="give another port"):
        listening(listener.getsockname()[1])


def test_a_folder_that_is_not_there_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(PromptError, match="prompts init"):
        serve(tmp_path / "nowhere")


def test_a_model_that_may_not_be_asked_is_told_before_anything_listens(tmp_path: Path) -> None:
    told: list[str] = []
    with pytest.raises(SettingsError, match="local_only"):
        whom_it_asks({"base_url": "https://api.example/v1", "local_only": True})
    with pytest.raises(SettingsError):
        serve(tmp_path, arguments={"plan": "nonsense"}, announce=told.append)
    assert told == []


def test_who_is_asked_is_said_in_words() -> None:
    assert whom_it_asks({"model": "local"}) == "model local, on this machine"
    assert whom_it_asks({"model": "m", "base_url": NO_SERVER}) == "model m, served on this machine"
    elsewhere = whom_it_asks({"model": "m", "base_url": "https://user:secret@api.example/v1", "api_key": "k"})
    assert elsewhere == "model m: a run sends the article to api.example"


def test_a_model_stays_loaded_until_the_next_run_has_it() -> None:
    events: list[str] = []

    class Loads:
        def __init__(self, *, prompts: Path, **_: Any) -> None:
            self.name = prompts.name
            events.append(f"open {self.name}")

        def close(self) -> None:
            events.append(f"close {self.name}")

    relay = Relay({"model": "local"}, Loads)  # type: ignore[arg-type]
    for name in ("one", "two"):
        with relay(Path(name), print):
            events.append(f"run {name}")
    relay.close()
    relay.close()
    assert events == ["open one", "run one", "open two", "run two", "close one", "close two"]


def test_the_packages_own_check_marks_an_unsaved_text(tmp_path: Path) -> None:
    source = (shipped_folder() / CLAIMS).read_text(encoding="utf-8")
    (fault,) = [
        each for each in checks().text(tmp_path, CLAIMS, f"{source}{{{{ sentances }}}}\n") if each.severity == "error"
    ]
    assert (fault.line, fault.column) == (source.count("\n") + 1, 4)
    assert fault.hint


def test_the_packages_own_check_has_nothing_against_an_empty_folder_the_guide_and_the_copies(tmp_path: Path) -> None:
    folder = Folder(tmp_path, shipped_folder())
    folder.copy(CLAIMS, "no prompt")
    assert list(checks().folder(tmp_path)) == []
    assert list(checks().text(tmp_path, "README.md", "# no prompt")) == []


def test_the_packages_own_check_has_nothing_against_a_section_just_begun(tmp_path: Path) -> None:
    opened = begin_section(Folder(tmp_path, shipped_folder()), "arms deliveries")
    assert list(checks().text(tmp_path, opened.file, opened.source)) == []
    assert list(checks().folder(tmp_path)) == []


def test_every_shipped_prompt_is_listed_and_opened() -> None:
    folder = Folder(shipped_folder(), shipped_folder())
    listed = [entry.file for entry in folder.entries()]
    assert {"README.md", "system.md", CLAIMS, "questions/claim.md"} <= set(listed)
    assert all(folder.open(file).source for file in listed)


def test_a_section_of_ones_own_stands_in_the_brief_under_its_name() -> None:
    text = "Ada said so."
    item = ExtraItem(
        id="arms_deliveries1", values={"what": "so"}, evidence=[Evidence(quote="Ada said so.", start=0, end=12)]
    )
    brief = brief_of(text, None, ("said",)).model_copy(update={"extra": {"arms_deliveries": [item]}})
    section = brief_view(brief)["sections"][-1]
    assert (section["name"], section["title"]) == ("arms_deliveries", "Arms deliveries")
    assert [each["id"] for each in section["items"]] == ["arms_deliveries1"]
    assert section["items"][0]["details"] == ["what: so"]
