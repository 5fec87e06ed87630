"""Who may talk to the page, and what every answer carries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from page_stand_ins import CHECKS, ScriptedSummarizer, shipped_folder
from starlette.testclient import TestClient

from summarizer.workshop.changes import compare_briefs
from summarizer.workshop.page import application
from summarizer.workshop.page.folder import Folder
from summarizer.workshop.page.guard import make_token
from summarizer.workshop.page.requests import MAX_BODY

TOKEN = "a-token-of-the-test"
BASE = "http://127.0.0.1:8123"
SAME_SITE = {"origin": BASE, "content-type": "application/json"}
SINKS = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "srcdoc")
EVERY_ADDRESS = ["/", "/api/files", "/api/start", "/static/main.js", "/static/page.css", "/nowhere"]


@pytest.fixture
def page(tmp_path: Path) -> Any:
    own = tmp_path / "own"
    own.mkdir()
    folder = Folder(own, shipped_folder(tmp_path / "shipped"))
    return application(folder, TOKEN, make=ScriptedSummarizer(), checks=CHECKS, compare=compare_briefs)


@pytest.fixture
def stranger(page: Any) -> Iterator[TestClient]:
    with TestClient(page, base_url=BASE) as client:
        yield client


@pytest.fixture
def client(stranger: TestClient) -> TestClient:
    stranger.get("/", params={"token": TOKEN})
    return stranger


@pytest.mark.parametrize("address", EVERY_ADDRESS)
def test_without_the_token_nothing_is_answered(stranger: TestClient, address: str) -> None:
    assert stranger.get(address).status_code == 403
    assert stranger.post(address, headers=SAME_SITE, json={}).status_code == 403


@pytest.mark.parametrize("token", ["", "wrong", TOKEN[:-1], TOKEN + "x", "ü"])
def test_a_wrong_token_is_refused(stranger: TestClient, token: str) -> None:
    assert stranger.get("/", params={"token": token}).status_code == 403
    assert stranger.get("/", headers={"cookie": f"workshop-8123={token}".encode()}).status_code == 403


def test_the_token_opens_the_first_page_only(stranger: TestClient) -> None:
    assert stranger.get("/api/files", params={"token": TOKEN}).status_code == 403
    assert stranger.post("/", params={"token": TOKEN}, headers=SAME_SITE).status_code == 403


def test_the_first_page_leaves_a_cookie_that_scripts_and_other_sites_do_not_get(stranger: TestClient) -> None:
    cookie = stranger.get("/", params={"token": TOKEN}).headers["set-cookie"]
    assert cookie == f"workshop-8123={TOKEN}; Path=/; HttpOnly; SameSite=Strict"
    assert "set-cookie" not in stranger.get("/").headers
    assert stranger.get("/api/files").status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example:8123", "127.0.0.1:9999", "0.0.0.0:8123", "127.0.0.1", "", "[::2]:8123"],
)
def test_a_name_that_is_not_this_machine_is_refused_in_spite_of_the_token(client: TestClient, host: str) -> None:
    answer = client.get("/", params={"token": TOKEN}, headers={"host": host})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("host", ["localhost:8123", "127.0.0.1:8123", "[::1]:8123", "LOCALHOST:8123"])
def test_the_names_of_this_machine_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/", params={"token": TOKEN}, headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", "http://127.0.0.1:9999", "https://127.0.0.1:8123"]
)
def test_a_write_from_another_page_is_refused(client: TestClient, origin: str | None) -> None:
    headers = {"content-type": "application/json"} | ({"origin": origin} if origin else {})
    answer = client.post("/api/save", headers=headers, json={"file": "x.md", "source": "x"})
    assert answer.status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_page_cannot_read_with_the_cookie(client: TestClient, site: str) -> None:
    assert client.get("/api/files", headers={"sec-fetch-site": site}).status_code == 403


def test_a_form_cannot_write(client: TestClient) -> None:
    body = '{"file": "x.md", "source": "x"}'
    answer = client.post("/api/save", headers={"origin": BASE, "content-type": "text/plain"}, content=body)
    assert answer.status_code == 422


@pytest.mark.parametrize("address", [*EVERY_ADDRESS, "/api/file?file=../x"])
@pytest.mark.parametrize("known", [True, False])
def test_every_answer_is_kept_out_of_caches_frames_and_other_sites(page: Any, address: str, known: bool) -> None:
    with TestClient(page, base_url=BASE) as client:
        if known:
            client.get("/", params={"token": TOKEN})
        headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"


def test_a_body_beyond_the_limit_is_not_read(client: TestClient) -> None:
    answer = client.post("/api/check", headers=SAME_SITE, content=b"x" * (MAX_BODY + 1))
    assert answer.status_code == 413


@pytest.mark.parametrize("path", ["../../__init__.py", "..%2f..%2f__init__.py", "%2e%2e/application.py", "/etc/passwd"])
def test_only_the_pages_own_files_are_served(client: TestClient, path: str) -> None:
    assert client.get(f"/static/{path}").status_code in {403, 404}


def test_a_token_is_long_and_never_the_same() -> None:
    assert len(make_token()) >= 40
    assert make_token() != make_token()


def test_a_websocket_is_not_opened(client: TestClient) -> None:
    from starlette.websockets import WebSocketDisconnect

    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/"):
        pass


def test_the_page_has_no_script_no_style_and_no_address_of_its_own_in_it() -> None:
    static = Path(__file__).parents[1] / "summarizer/workshop/page/static"
    markup = (static / "index.html").read_text(encoding="utf-8")
    assert "<style" not in markup
    assert " style=" not in markup
    assert " on" not in {part[:3] for part in markup.split("<")}
    assert markup.count("<script") == markup.count('<script type="module" src="/static/')
    for file in static.iterdir():
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "//" not in [part for part in text.split() if part.startswith(("http:", "https:"))]
        assert "http://" not in text
        assert "https://" not in text
        assert [sink for sink in SINKS if sink in text] == [], file.name
