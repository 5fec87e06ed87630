"""Which model is asked, where, with whose key; and that no key is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as bounded
from hypothesis import strategies as st

from summarizer.errors import ModelUnavailable, SettingsError
from summarizer.settings import HOSTED_MODEL, Settings, is_embedded, resolve
from summarizer.settings.access import is_loopback

NOWHERE = Path("/nonexistent")
KEY = "sk-user-secret"
OTHER_KEY = "sk-other-secret"
ELSEWHERE = "https://llm.example.org/v1"


def settled(env: dict[str, str] | None = None, **arguments: object) -> Settings:
    return resolve(env=env or {}, cwd=NOWHERE, **arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("env", "arguments", "model"),
    [
        ({}, {}, "local"),
        ({"OPENAI_API_KEY": KEY}, {}, HOSTED_MODEL),
        ({"SUMMARIZER_API_KEY": KEY}, {}, HOSTED_MODEL),
        ({"OPENAI_BASE_URL": ELSEWHERE}, {}, HOSTED_MODEL),
        ({"SUMMARIZER_BASE_URL": ELSEWHERE}, {}, HOSTED_MODEL),
        ({}, {"base_url": ELSEWHERE}, HOSTED_MODEL),
        ({}, {"api_key": KEY}, HOSTED_MODEL),
        ({"SUMMARIZER_MODEL": "m"}, {}, "m"),
        ({"SUMMARIZER_MODEL": "m", "OPENAI_API_KEY": KEY}, {}, "m"),
        ({"SUMMARIZER_MODEL": "m"}, {"model": "n"}, "n"),
        ({"OPENAI_API_KEY": KEY}, {"model": "local"}, "local"),
    ],
)
def test_the_model_is_the_named_one_else_hosted_where_there_is_access_else_local(
    env: dict[str, str], arguments: dict[str, str], model: str
) -> None:
    assert settled(env, **arguments).model == model


@pytest.mark.parametrize(
    ("env", "arguments", "key"),
    [
        ({"OPENAI_API_KEY": KEY}, {}, KEY),
        ({"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": ELSEWHERE}, {}, KEY),
        ({"OPENAI_API_KEY": KEY}, {"base_url": "https://api.openai.com/v1"}, KEY),
        ({"OPENAI_API_KEY": KEY}, {"base_url": "http://api.openai.com/v1"}, None),
        ({"OPENAI_API_KEY": KEY}, {"base_url": "https://api.openai.com.example.org/v1"}, None),
        ({"OPENAI_API_KEY": KEY}, {"base_url": "https://api.openai.com@example.org/v1"}, None),
        ({"OPENAI_API_KEY": KEY}, {"base_url": ELSEWHERE}, None),
        ({"OPENAI_API_KEY": KEY, "SUMMARIZER_BASE_URL": ELSEWHERE}, {}, None),
        ({"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": ELSEWHERE}, {"base_url": "https://other.example.org"}, None),
        ({"OPENAI_API_KEY": KEY}, {"base_url": ELSEWHERE, "api_key": OTHER_KEY}, OTHER_KEY),
        ({"OPENAI_API_KEY": KEY, "SUMMARIZER_API_KEY": OTHER_KEY}, {"base_url": ELSEWHERE}, OTHER_KEY),
        ({"OPENAI_API_KEY": KEY, "SUMMARIZER_API_KEY": OTHER_KEY}, {}, OTHER_KEY),
        ({"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": ELSEWHERE}, {"model": "local"}, None),
        ({"SUMMARIZER_API_KEY": KEY}, {"model": "gguf:/m.gguf"}, None),
    ],
)
def test_the_users_openai_key_goes_only_where_the_user_sent_it(
    env: dict[str, str], arguments: dict[str, str], key: str | None
) -> None:
    assert settled(env, **arguments).api_key == key


def test_a_base_url_in_a_file_does_not_get_the_users_openai_key(tmp_path: Path) -> None:
    """A `summarizer.toml` may lie in a directory that a stranger wrote."""
    (tmp_path / "summarizer.toml").write_text(f'base_url = "{ELSEWHERE}"')
    resolved = resolve(env={"OPENAI_API_KEY": KEY}, cwd=tmp_path)
    assert (resolved.base_url, resolved.api_key) == (ELSEWHERE, None)
    assert "OPENAI_API_KEY is kept" in resolved.origins["api_key"]


@pytest.mark.parametrize(
    ("content", "env", "arguments", "key"),
    [
        ("", {}, {}, None),
        ("", {"SUMMARIZER_CONFIG": "summarizer.toml"}, {}, KEY),
        ("", {"SUMMARIZER_BASE_URL": ELSEWHERE}, {}, KEY),
        ("", {}, {"base_url": ELSEWHERE}, KEY),
        ("", {}, {"api_key": OTHER_KEY}, OTHER_KEY),
        (f'api_key = "{OTHER_KEY}"', {"SUMMARIZER_API_KEY": ""}, {}, OTHER_KEY),
    ],
)
def test_a_base_url_in_a_file_that_nobody_named_gets_no_key_of_the_environment(
    content: str, env: dict[str, str], arguments: dict[str, str], key: str | None, tmp_path: Path
) -> None:
    (tmp_path / "summarizer.toml").write_text(f'base_url = "{ELSEWHERE}"\n{content}')
    resolved = resolve(env={"SUMMARIZER_API_KEY": KEY, **env}, cwd=tmp_path, **arguments)  # type: ignore[arg-type]
    assert (resolved.base_url, resolved.api_key) == (ELSEWHERE, key)


def test_a_key_kept_from_a_found_base_url_is_told_with_the_file_and_the_remedies(tmp_path: Path) -> None:
    (tmp_path / "summarizer.toml").write_text(f'base_url = "{ELSEWHERE}"')
    resolved = resolve(env={"SUMMARIZER_API_KEY": KEY}, cwd=tmp_path)
    for part in ("SUMMARIZER_API_KEY is kept", str(tmp_path / "summarizer.toml"), "SUMMARIZER_CONFIG"):
        assert part in resolved.keyless
    assert resolved.keyless in [line.origin for line in resolved.shown()]


@pytest.mark.parametrize(
    ("env", "keyless"),
    [
        ({}, "set SUMMARIZER_API_KEY"),
        (
            {"OPENAI_API_KEY": KEY},
            "OPENAI_API_KEY is kept from hosts other than OpenAI's; set SUMMARIZER_API_KEY",
        ),
        ({"SUMMARIZER_API_KEY": KEY}, ""),
    ],
)
def test_why_no_key_is_sent_is_known_with_what_to_do_about_it(env: dict[str, str], keyless: str) -> None:
    assert settled(env, base_url=ELSEWHERE).keyless == keyless


def test_an_embedded_model_has_no_server_whatever_is_set() -> None:
    resolved = settled({"OPENAI_API_KEY": KEY, "SUMMARIZER_BASE_URL": ELSEWHERE}, model="local")
    assert (resolved.embedded, resolved.endpoint, resolved.base_url) == (True, None, None)


@pytest.mark.parametrize(
    ("model", "embedded"),
    [("local", True), ("local:small", True), ("gguf:/m.gguf", True), ("locality", False), ("gpt-5", False)],
)
def test_local_and_gguf_names_are_embedded(model: str, embedded: bool) -> None:
    assert is_embedded(model) is embedded


@pytest.mark.parametrize(
    ("url", "loopback"),
    [
        ("http://127.0.0.1:8080/v1", True),
        ("http://127.8.9.1/v1", True),
        ("http://[::1]:8080/v1", True),
        ("http://localhost:11434/v1", True),
        ("http://LOCALHOST/v1", True),
        ("http://0.0.0.0/v1", False),
        ("http://192.168.1.4/v1", False),
        ("http://localhost.example.org/v1", False),
        ("http://localhost@example.org/v1", False),
        ("https://api.openai.com/v1", False),
    ],
)
def test_loopback_is_this_machine_and_nothing_else(url: str, loopback: bool) -> None:
    assert is_loopback(url) is loopback


@pytest.mark.parametrize("arguments", [{"model": "m", "api_key": KEY}, {"base_url": ELSEWHERE}])
def test_local_only_refuses_other_hosts_and_names_them(arguments: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match=r"local_only \(from SUMMARIZER_LOCAL_ONLY\) refuses (api|llm)\."):
        settled({"SUMMARIZER_LOCAL_ONLY": "1"}, **arguments).check_access()


@pytest.mark.parametrize("arguments", [{}, {"model": "m", "base_url": "http://127.0.0.1:8080/v1"}])
def test_local_only_lets_this_machine_through(arguments: dict[str, str]) -> None:
    settled(local_only=True, **arguments).check_access()


def test_local_only_holds_for_a_client_of_the_callers_own() -> None:
    resolved = settled(local_only=True, model="m", base_url="http://127.0.0.1:8080/v1")
    with pytest.raises(SettingsError, match=r"llm\.example\.org"):
        resolved.check_access(ELSEWHERE)


def test_openai_without_a_key_is_answered_with_every_remedy() -> None:
    with pytest.raises(ModelUnavailable) as raised:
        settled(model="gpt-5").check_access()
    for remedy in ("OPENAI_API_KEY", "SUMMARIZER_BASE_URL", "pip install '.[local]'"):
        assert remedy in str(raised.value)


def test_a_server_that_wants_no_key_and_a_client_that_has_one_need_none_here() -> None:
    settled(model="m", base_url=ELSEWHERE).check_access()
    settled(model="gpt-5").check_access("https://api.openai.com/v1")


@pytest.mark.parametrize("key", ["sk-secret-1\n", "  sk-secret-1 "])
def test_space_around_a_key_is_no_part_of_it(key: str) -> None:
    assert settled(api_key=key).api_key == "sk-secret-1"


@pytest.mark.parametrize("key", ["sk-secret\nX: y", "sk-sécret", " ", 17])
def test_a_key_that_no_header_can_carry_is_refused_without_telling_it(key: object) -> None:
    with pytest.raises(SettingsError) as raised:
        settled(api_key=key)
    assert "cret" not in str(raised.value)


@bounded(deadline=None, max_examples=50)
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=12, max_size=40))
def test_no_key_and_no_password_is_ever_shown(secret: str) -> None:
    hidden = f"sk-{secret}"
    resolved = settled(api_key=hidden, base_url="https://user:pass-word-77@llm.example.org/v1")
    told = f"{resolved!r} {resolved} {resolved.shown()}"
    assert resolved.api_key == hidden
    assert hidden not in told
    assert "pass-word-77" not in told


def test_shown_has_a_line_for_each_setting_with_its_origin() -> None:
    lines = {line.name: line for line in settled({"OPENAI_API_KEY": KEY}, plan="whole").shown()}
    assert lines["api_key"][1:] == ("********", "OPENAI_API_KEY")
    assert lines["plan"][1:] == ("whole", "argument")
    assert lines["base_url"][1:] == ("not set", "default")
    assert lines["local_only"].value == "false"
    assert lines["model"].origin == "default, as a key is set (OPENAI_API_KEY)"
