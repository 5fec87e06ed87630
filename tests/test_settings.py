"""Where a setting's value comes from, and what is said of one that cannot be used."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import settings as bounded
from hypothesis import strategies as st

from summarizer import settings
from summarizer.errors import SettingsError
from summarizer.settings import Arguments, resolve
from summarizer.settings.layers import EXPECTED, Values

LAYERS = ("file", "environment", "argument")


def write(directory: Path, text: str) -> Path:
    path = directory / settings.CONFIG_FILE
    path.write_text(text, encoding="utf-8")
    return path


def test_what_nobody_set_has_its_default(tmp_path: Path) -> None:
    resolved = resolve(env={}, cwd=tmp_path)
    assert (resolved.model, resolved.plan, resolved.timeout) == ("local", settings.PLAN, settings.TIMEOUT)
    assert set(resolved.origins.values()) == {"default", "not used by model 'local'"}


@pytest.mark.parametrize(
    "layers", [(), ("file",), ("file", "environment"), LAYERS, ("environment", "argument"), ("file", "argument")]
)
def test_argument_wins_over_environment_over_file_over_default(tmp_path: Path, layers: tuple[str, ...]) -> None:
    if "file" in layers:
        write(tmp_path, "timeout = 11")
    env = {"SUMMARIZER_TIMEOUT": "22"} if "environment" in layers else {}
    resolved = resolve(env=env, cwd=tmp_path, timeout=33 if "argument" in layers else None)
    expected = {
        "file": (11, str(tmp_path / "summarizer.toml")),
        "environment": (22, "SUMMARIZER_TIMEOUT"),
        "argument": (33, "argument"),
    }
    winner = expected[layers[-1]] if layers else (settings.TIMEOUT, "default")
    assert (resolved.timeout, resolved.origins["timeout"]) == winner


def test_every_setting_can_be_given_in_every_layer() -> None:
    assert set(Values.model_fields) == set(EXPECTED) == set(Arguments.__annotations__)
    assert list(resolve(env={}).origins) == list(Values.model_fields)


def test_the_plans_of_the_schema_are_the_plans_of_the_constant() -> None:
    literal, _ = get_args(Values.model_fields["plan"].annotation)
    assert set(get_args(literal)) == set(settings.PLANS)


def test_an_empty_variable_counts_as_not_set(tmp_path: Path) -> None:
    resolved = resolve(env={"SUMMARIZER_MODEL": "", "SUMMARIZER_TIMEOUT": " ", "OPENAI_API_KEY": ""}, cwd=tmp_path)
    assert (resolved.model, resolved.timeout) == ("local", settings.TIMEOUT)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("model", " "),
        ("model", "gguf:"),
        ("model", "local:"),
        ("base_url", "ftp://example.org"),
        ("base_url", "example.org/v1"),
        ("base_url", "http://"),
        ("base_url", "http://[::1"),
        ("base_url", "http://127.0.0.1\\@example.org/v1"),
        ("base_url", "http://127.0.0.1 @example.org/v1"),
        ("api_key", "sk-one two"),
        ("prompts", ""),
        ("cache_dir", " "),
        ("plan", "guess"),
        ("timeout", "0"),
        ("timeout", "soon"),
        ("timeout", "inf"),
        ("timeout", "nan"),
        ("max_tokens_total", "-1"),
        ("max_tokens_total", "1.5"),
        ("local_only", "perhaps"),
        ("context_window", "4999"),
        ("threads", "0"),
    ],
)
def test_a_value_that_cannot_be_used_is_told_with_its_setting_origin_and_remedy(
    tmp_path: Path, name: str, value: str
) -> None:
    variable = f"SUMMARIZER_{name.upper()}"
    with pytest.raises(SettingsError) as raised:
        resolve(
            env={variable: value} if value.strip() else {}, cwd=tmp_path, **({} if value.strip() else {name: value})
        )
    message = str(raised.value)
    assert name in message
    assert (variable if value.strip() else "argument") in message
    assert EXPECTED[name] in message


def test_several_bad_values_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"plan = 'x'.*; timeout = '-1'"):
        resolve(env={"SUMMARIZER_PLAN": "x", "SUMMARIZER_TIMEOUT": "-1"}, cwd=tmp_path)


def test_a_folder_without_a_name_in_the_file_is_not_the_folder_of_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, 'prompts = ""')
    with pytest.raises(SettingsError, match=r"prompts = '' .* cannot be used: give a directory") as raised:
        resolve(env={}, cwd=tmp_path)
    assert str(path) in str(raised.value)


def test_an_unknown_key_in_the_file_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    path = write(tmp_path, 'modle = "local"')
    with pytest.raises(SettingsError) as raised:
        resolve(env={}, cwd=tmp_path)
    assert all(part in str(raised.value) for part in (str(path), "modle", "max_tokens_total"))


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [("LOCAL_ONYL", "LOCAL_ONLY"), ("MODLE", "MODEL"), ("CONFIGS", "CONFIG"), ("BASEURL", "BASE_URL")],
)
def test_a_misspelt_variable_is_answered_with_the_one_that_was_meant(misspelt: str, meant: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=rf"SUMMARIZER_{misspelt}, which is no setting.* SUMMARIZER_{meant}\?"):
        resolve(env={f"SUMMARIZER_{misspelt}": "1"}, cwd=tmp_path)


@pytest.mark.parametrize("env", [{"SUMMARIZER_HOME_PAGE": "x"}, {"SUMMARIZER_MODLE": " "}])
def test_a_variable_of_another_program_and_an_empty_one_are_let_be(env: dict[str, str], tmp_path: Path) -> None:
    assert resolve(env=env, cwd=tmp_path).model == "local"


@pytest.mark.parametrize("text", ["model = ", "[", "model = 'a'\nmodel = 'b'"])
def test_a_malformed_file_is_told_with_its_path(tmp_path: Path, text: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(SettingsError, match=r"is not valid TOML") as raised:
        resolve(env={}, cwd=tmp_path)
    assert str(path) in str(raised.value)


def test_a_file_in_another_encoding_is_told_with_its_path(tmp_path: Path) -> None:
    (tmp_path / settings.CONFIG_FILE).write_bytes(b"model = 'caf\xe9'")
    with pytest.raises(SettingsError, match="is not valid TOML"):
        resolve(env={}, cwd=tmp_path)


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / settings.CONFIG_FILE).write_bytes(b"\xef\xbb\xbfplan = 'whole'")
    assert resolve(env={}, cwd=tmp_path).plan == "whole"


def test_the_file_may_be_named_by_a_variable(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.toml").write_text('plan = "windows"')
    resolved = resolve(env={"SUMMARIZER_CONFIG": "elsewhere.toml"}, cwd=tmp_path)
    assert (resolved.plan, resolved.origins["plan"]) == ("windows", str(tmp_path / "elsewhere.toml"))


def test_a_named_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"SUMMARIZER_CONFIG names .*absent\.toml"):
        resolve(env={"SUMMARIZER_CONFIG": "absent.toml"}, cwd=tmp_path)


def test_a_relative_path_in_a_file_is_meant_from_where_the_file_lies(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    write(tmp_path / "house", 'prompts = "style"\ncache_dir = "/var/models"')
    resolved = resolve(env={"SUMMARIZER_CONFIG": str(tmp_path / "house" / "summarizer.toml")}, cwd=tmp_path)
    assert (resolved.prompts, resolved.cache_dir) == (tmp_path / "house" / "style", Path("/var/models"))


def test_a_tilde_in_a_path_is_the_home_directory(tmp_path: Path) -> None:
    assert resolve(env={"SUMMARIZER_CACHE_DIR": "~/models"}, cwd=tmp_path).cache_dir == Path.home() / "models"


def test_an_argument_nobody_knows_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="unknown setting 'colour'"):
        resolve(env={}, cwd=tmp_path, colour="red")  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("model", "base_url", "window"),
    [
        ("local", None, settings.EMBEDDED_CONTEXT_WINDOW),
        ("gguf:/m.gguf", None, settings.EMBEDDED_CONTEXT_WINDOW),
        ("gpt-5", None, settings.OPENAI_CONTEXT_WINDOW),
        ("gpt-5", "https://api.openai.com/v1", settings.OPENAI_CONTEXT_WINDOW),
        ("llama", "http://127.0.0.1:8080/v1", settings.OTHER_CONTEXT_WINDOW),
    ],
)
def test_the_window_goes_by_where_the_model_lives(
    tmp_path: Path, model: str, base_url: str | None, window: int
) -> None:
    assert resolve(env={}, cwd=tmp_path, model=model, base_url=base_url).context_window == window
    assert resolve(env={}, cwd=tmp_path, model=model, base_url=base_url, context_window=5000).context_window == 5000


@bounded(deadline=None, max_examples=50)
@given(st.text(min_size=1))
def test_no_value_of_any_setting_raises_anything_but_a_settings_error(value: str) -> None:
    for name in Values.model_fields:
        with contextlib.suppress(SettingsError):
            resolve(env={f"SUMMARIZER_{name.upper()}": value}, cwd=Path("/nonexistent"))


def test_the_constants_are_had_without_any_library() -> None:
    program = "import sys, summarizer.settings; print({'pydantic', 'platformdirs', 'tomllib'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
