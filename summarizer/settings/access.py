"""Which model is asked, where, and with whose key: the rules that keep a key from a host it was not meant for."""

from __future__ import annotations

import os
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from summarizer.errors import ModelUnavailable, SettingsError
from summarizer.settings import (
    APP_NAME,
    ARGUMENT,
    CONFIG_VARIABLE,
    DEFAULT,
    EMBEDDED_CONTEXT_WINDOW,
    ENV_PREFIX,
    HOSTED_MODEL,
    LOCAL_MODEL,
    MAX_THREADS,
    MAX_TOKENS_TOTAL,
    OPENAI_CONTEXT_WINDOW,
    OPENAI_KEY_VARIABLE,
    OPENAI_URL,
    OPENAI_URL_VARIABLE,
    OTHER_CONTEXT_WINDOW,
    PLAN,
    TIMEOUT,
    Setting,
    Settings,
    how_to_install,
    is_embedded,
)

MASK = "********"
NOT_SET = "not set"
KEPT_FOR_OPENAI = f"{OPENAI_KEY_VARIABLE} is kept from hosts other than OpenAI's; set {ENV_PREFIX}API_KEY"
KEPT_FROM_FOUND = (
    f"{ENV_PREFIX}API_KEY is kept from a host that only {{}} names, which lay in the current folder; if you trust it, "
    f"set {CONFIG_VARIABLE} to that file, or {ENV_PREFIX}BASE_URL to the host"
)


def settle(given: Mapping[str, Setting]) -> Settings:
    """Fill what nobody set, and decide model, server and key together."""
    settled = {**_defaults(), **given, **_model_and_server(given)}
    if "context_window" not in given:
        settled["context_window"] = Setting(_window(settled["model"].value, settled["base_url"].value), DEFAULT)
    values: dict[str, Any] = {name: setting.value for name, setting in settled.items()}
    return Settings(**values, origins={name: setting.origin for name, setting in settled.items()})


def check_access(settings: Settings, endpoint: str | None) -> None:
    """`Settings.check_access`."""
    own_client = endpoint is not None
    endpoint = endpoint or settings.endpoint
    if endpoint is None:
        return
    if settings.local_only and not is_loopback(endpoint):
        raise SettingsError(
            f"local_only (from {settings.origins['local_only']}) refuses {urlsplit(endpoint).hostname}, where model "
            f"{settings.model!r} would be asked: use model {LOCAL_MODEL!r}, or a base_url on this machine"
        )
    if not own_client and settings.api_key is None and is_openai(endpoint):
        raise ModelUnavailable(
            f"model {settings.model!r} is asked at {urlsplit(endpoint).hostname} and no key is set: set "
            f"{OPENAI_KEY_VARIABLE}; or point SUMMARIZER_BASE_URL at another OpenAI-compatible server; or run the "
            f"embedded model ({how_to_install('local')}; model {LOCAL_MODEL!r})"
        )


def is_loopback(url: str) -> bool:
    """Whether `url` stays on this machine."""
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def is_openai(url: str) -> bool:
    """Whether `url` is OpenAI's own server, which the user's OPENAI_API_KEY is meant for."""
    return url.startswith("https://") and urlsplit(url).hostname == urlsplit(OPENAI_URL).hostname


def masked(name: str, value: object) -> str:
    """`value` fit to be printed: no key, no password in a URL."""
    if value is None:
        return NOT_SET
    if name == "api_key":
        return MASK
    if name == "base_url":
        return _without_password(str(value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _without_password(url: str) -> str:
    parts = urlsplit(url)
    if parts.username is None and parts.password is None:
        return url
    return parts._replace(netloc=f"{MASK}@{parts.netloc.rpartition('@')[2]}").geturl()


def _defaults() -> dict[str, Setting]:
    """Every setting in the order in which it is shown; what depends on others is decided after."""
    import platformdirs

    defaults = {
        "model": LOCAL_MODEL,
        "base_url": None,
        "api_key": None,
        "prompts": None,
        "plan": PLAN,
        "timeout": TIMEOUT,
        "max_tokens_total": MAX_TOKENS_TOTAL,
        "cache_dir": Path(platformdirs.user_cache_dir(APP_NAME, appauthor=False)),
        "local_only": False,
        "context_window": None,
        "threads": _threads(),
    }
    return {name: Setting(value, DEFAULT) for name, value in defaults.items()}


def _model_and_server(given: Mapping[str, Setting]) -> dict[str, Setting]:
    """Model, base URL and key; an embedded model has neither of the last two, whatever is set."""
    base_url = given.get("base_url")
    key = given.get("api_key")
    model = given.get("model") or _default_model(base_url, key)
    if is_embedded(model.value):
        unused = Setting(None, f"not used by model {model.value!r}")
        return {"model": model, "base_url": unused, "api_key": unused}
    base_url = base_url or Setting(None, DEFAULT)
    return {"model": model, "base_url": base_url, "api_key": _key_for(base_url, key)}


def _default_model(base_url: Setting | None, key: Setting | None) -> Setting:
    reason = base_url or key
    if reason is None:
        return Setting(LOCAL_MODEL, DEFAULT)
    return Setting(HOSTED_MODEL, f"{DEFAULT}, as {'base_url' if base_url else 'a key'} is set ({reason.origin})")


def _key_for(base_url: Setting, key: Setting | None) -> Setting:
    """The key that may go to `base_url`: one of the environment goes only where the user sent it himself."""
    if key is None:
        return Setting(None, DEFAULT)
    if base_url.value is None or is_openai(base_url.value) or key.origin in {ARGUMENT, base_url.origin}:
        return key
    if key.origin == OPENAI_KEY_VARIABLE and base_url.origin != OPENAI_URL_VARIABLE:
        return Setting(None, KEPT_FOR_OPENAI)
    if base_url.found:
        return Setting(None, KEPT_FROM_FOUND.format(base_url.origin))
    return key


def _window(model: str, base_url: str | None) -> int:
    if is_embedded(model):
        return EMBEDDED_CONTEXT_WINDOW
    return OPENAI_CONTEXT_WINDOW if base_url is None or is_openai(base_url) else OTHER_CONTEXT_WINDOW


def _threads() -> int:
    """Cores that this process may use, as a container or `taskset` may leave it fewer than there are."""
    affinity = getattr(os, "sched_getaffinity", None)
    return min(len(affinity(0)) if affinity else os.cpu_count() or 1, MAX_THREADS)
