"""Arguments, environment and file, laid over one another and validated, each value with its origin."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    StringConstraints,
    ValidationError,
)

from summarizer.errors import SettingsError
from summarizer.settings import (
    ARGUMENT,
    CONFIG_FILE,
    CONFIG_VARIABLE,
    ENV_PREFIX,
    GGUF_PREFIX,
    LOCAL_MODEL,
    OPENAI_KEY_VARIABLE,
    OPENAI_URL_VARIABLE,
    PLANS,
    SMALLEST_CONTEXT_WINDOW,
    Setting,
)


def _sendable(key: SecretStr) -> SecretStr:
    """A key read from a file often ends in a newline, which no HTTP header can carry."""
    secret = key.get_secret_value().strip()
    if not (secret.isascii() and secret.isprintable() and secret) or " " in secret:
        raise ValueError("not a header value")
    return SecretStr(secret)


def _server(url: str) -> str:
    """Refuse what two parsers may read as two hosts, as the key and the text go to one of them only."""
    parts = urlsplit(url)
    if (
        parts.scheme not in {"http", "https"}
        or not parts.hostname
        or "\\" in url
        or not url.isprintable()
        or " " in url
    ):
        raise ValueError("not the URL of a server")
    return url


def _named(path: object) -> object:
    """Refuse no name at all, which would mean the current folder."""
    if isinstance(path, str) and not path.strip():
        raise ValueError("no name")
    return path


def _names_weights(model: str) -> str:
    """Refuse a kind of model that is followed by none."""
    if model in {GGUF_PREFIX, f"{LOCAL_MODEL}:"}:
        raise ValueError("no model")
    return model


def _at_home(path: Path) -> Path:
    """Expand a tilde; "~nobody" stays as it is, and is then not found under the name that was given."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
ServerUrl = Annotated[Text, AfterValidator(_server)]

Key = Annotated[SecretStr, AfterValidator(_sendable)]
UserPath = Annotated[Path, BeforeValidator(_named), AfterValidator(_at_home)]


class Values(BaseModel):
    """What was set, checked; None where nobody set it."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    model: Annotated[Text, AfterValidator(_names_weights)] | None = None
    base_url: ServerUrl | None = None
    api_key: Key | None = None
    prompts: UserPath | None = None
    plan: Literal["auto", "whole", "sections", "windows", "questions"] | None = None
    timeout: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    max_tokens_total: int | None = Field(default=None, gt=0)
    cache_dir: UserPath | None = None
    local_only: bool | None = None
    context_window: int | None = Field(default=None, ge=SMALLEST_CONTEXT_WINDOW)
    threads: int | None = Field(default=None, ge=1)


EXPECTED = {
    "model": "a model's name, 'local' or 'gguf:/path'",
    "base_url": "a URL that starts with http:// or https://",
    "api_key": "a key without spaces or line breaks inside",
    "prompts": "a directory",
    "plan": f"one of {', '.join(PLANS)}",
    "timeout": "a number of seconds above 0",
    "max_tokens_total": "a whole number of tokens above 0",
    "cache_dir": "a directory",
    "local_only": "true or false",
    "context_window": f"a whole number of tokens, at least {SMALLEST_CONTEXT_WINDOW}",
    "threads": "a whole number, at least 1",
}
"""What each setting takes; the remedy in its error."""

PATHS = ("prompts", "cache_dir")


def read(arguments: Mapping[str, Any], env: Mapping[str, str], cwd: Path) -> dict[str, Setting]:
    """What somebody set: the arguments over the environment over the file; SettingsError for what cannot be used."""
    _refuse_misspelt(env)
    raw = {**_from_openai(env), **_from_file(env, cwd), **_from_environment(env), **_from_arguments(arguments)}
    try:
        values = Values.model_validate({name: setting.value for name, setting in raw.items()})
    except ValidationError as error:
        raise _explained(error, raw) from None
    return {name: setting._replace(value=_plain(getattr(values, name))) for name, setting in raw.items()}


def _plain(value: object) -> object:
    return value.get_secret_value() if isinstance(value, SecretStr) else value


def _from_arguments(arguments: Mapping[str, Any]) -> dict[str, Setting]:
    return {name: Setting(value, ARGUMENT) for name, value in arguments.items() if value is not None}


def _from_environment(env: Mapping[str, str]) -> dict[str, Setting]:
    return _set_variables(env, {name: f"{ENV_PREFIX}{name.upper()}" for name in Values.model_fields})


def _refuse_misspelt(env: Mapping[str, str]) -> None:
    """Refuse a variable that nobody reads but is nearly one that is read: `LOCAL_ONYL=1` would send the article out.

    Other variables that begin alike may be another program's, and are let be.
    """
    read_here = {f"{ENV_PREFIX}{name.upper()}" for name in Values.model_fields} | {CONFIG_VARIABLE}
    for variable in sorted(env):
        if not variable.startswith(ENV_PREFIX) or variable in read_here or not env[variable].strip():
            continue
        near = get_close_matches(variable.removeprefix(ENV_PREFIX), [n.removeprefix(ENV_PREFIX) for n in read_here], 1)
        if near:
            raise SettingsError(
                f"the environment sets {variable}, which is no setting; did you mean {ENV_PREFIX}{near[0]}? "
                "Correct or unset the variable"
            )


def _from_openai(env: Mapping[str, str]) -> dict[str, Setting]:
    return _set_variables(env, {"base_url": OPENAI_URL_VARIABLE, "api_key": OPENAI_KEY_VARIABLE})


def _set_variables(env: Mapping[str, str], variables: Mapping[str, str]) -> dict[str, Setting]:
    """An empty variable counts as not set: shells and CI leave such behind."""
    return {
        name: Setting(env[variable], variable) for name, variable in variables.items() if env.get(variable, "").strip()
    }


def _from_file(env: Mapping[str, str], cwd: Path) -> dict[str, Setting]:
    path = _settings_file(env, cwd)
    if path is None:
        return {}
    table = _parsed(path)
    if unknown := sorted(set(table) - set(Values.model_fields)):
        raise SettingsError(f"{path}: unknown setting {unknown[0]!r}; known are {', '.join(Values.model_fields)}")
    found = not _named_file(env)
    return {name: Setting(_beside(path, name, value), str(path), found) for name, value in table.items()}


def _settings_file(env: Mapping[str, str], cwd: Path) -> Path | None:
    named = _named_file(env)
    if not named:
        return next((path for path in [cwd / CONFIG_FILE] if path.is_file()), None)
    path = cwd / _at_home(Path(named))
    if not path.is_file():
        raise SettingsError(f"{CONFIG_VARIABLE} names {path}, which is no file; correct or unset the variable")
    return path


def _named_file(env: Mapping[str, str]) -> str:
    return env.get(CONFIG_VARIABLE, "").strip()


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not valid TOML: {error}") from error
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}") from error


def _beside(path: Path, name: str, value: object) -> object:
    """A relative path in a file is meant from where the file lies."""
    return path.parent / _at_home(Path(value)) if name in PATHS and isinstance(value, str) and value.strip() else value


def _explained(error: ValidationError, raw: Mapping[str, Setting]) -> SettingsError:
    return SettingsError("; ".join(_complaints(error, raw)))


def _complaints(error: ValidationError, raw: Mapping[str, Setting]) -> Iterator[str]:
    for name in dict.fromkeys(str(detail["loc"][0]) for detail in error.errors()):
        value, origin = raw[name][:2]
        if name not in EXPECTED:
            yield f"unknown setting {name!r} (from {origin}); known are {', '.join(Values.model_fields)}"
        else:
            shown = "" if name in {"api_key", "base_url"} else f" = {value!r}"
            yield f"{name}{shown} (from {origin}) cannot be used: give {EXPECTED[name]}"
