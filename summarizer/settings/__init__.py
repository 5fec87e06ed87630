"""Every default, once, and the settings of a call: argument > `SUMMARIZER_*` > `summarizer.toml` > default.

    settings = resolve(model="gpt-5-mini", timeout=60)
    settings.origins["model"]                        # "argument"

`summarizer.toml` lies in the working directory, or where SUMMARIZER_CONFIG points; its keys are the names of
`Settings`. Importing this module reads nothing and loads no library: the constants cost nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypedDict, Unpack

ARGUMENT, DEFAULT = "argument", "default"
"""Who set a value, where it was neither the environment nor a file."""
ENV_PREFIX = "SUMMARIZER_"
CONFIG_VARIABLE = "SUMMARIZER_CONFIG"
OPENAI_KEY_VARIABLE = "OPENAI_API_KEY"
OPENAI_URL_VARIABLE = "OPENAI_BASE_URL"
CONFIG_FILE = "summarizer.toml"
APP_NAME = "newsbrief"
"""Names the directory in the user's cache."""

LOCAL_MODEL = "local"
"""The embedded model; "local:NAME" is another one of `summarizer models`."""
GGUF_PREFIX = "gguf:"
HOSTED_MODEL = "gpt-5-mini"
"""The model asked when a key or a base URL is set and no model is named."""
OPENAI_URL = "https://api.openai.com/v1"

PLANS = ("auto", "whole", "sections", "windows", "questions")
PLAN = "auto"
TIMEOUT = 1800.0
"""Seconds for one brief, all calls, re-asks and waits included."""
MAX_TOKENS_TOTAL: int | None = None
"""Tokens in and out for one brief; None sets no limit."""

EMBEDDED_CONTEXT_WINDOW = 16_384
"""Tokens of the embedded server: instructions, article, question and answer together."""
OPENAI_CONTEXT_WINDOW = 128_000
OTHER_CONTEXT_WINDOW = 32_768
"""Tokens taken for granted at any other server: most open models have at least these."""
RESERVED_TOKENS = 4_000
"""Of the window, kept for instructions, the question and the answer; the article has the rest."""
SMALLEST_CONTEXT_WINDOW = 5_000
MAX_THREADS = 8
"""More threads than this gain nothing on one small model: memory bandwidth is spent before."""


class Arguments(TypedDict, total=False):
    """What a caller may pass for one call; None means: not given."""

    model: str | None
    base_url: str | None
    api_key: str | None
    prompts: str | Path | None
    plan: str | None
    timeout: float | None
    max_tokens_total: int | None
    cache_dir: str | Path | None
    local_only: bool | None
    context_window: int | None
    threads: int | None


class Setting(NamedTuple):
    """A value and who set it: "argument", an environment variable, a file, or "default".

    `found` is true of a file that nobody named: it lay in the working directory, and a stranger may have put it there.
    """

    value: Any
    origin: str
    found: bool = False


class Shown(NamedTuple):
    """One line of `summarizer config`: secrets are masked in `value`, `origin` says who set it."""

    name: str
    value: str
    origin: str


@dataclass(frozen=True, repr=False)
class Settings:
    """The settings of one call, resolved; `repr` and `shown` never tell the key.

    Attributes:
        model: "local", "local:NAME", "gguf:/path", or a name that the server knows.
        base_url: of an OpenAI-compatible server; None for OpenAI's own, and always None for an embedded model.
        api_key: the key that will be sent, or None; a key that must not reach `base_url` is not in here.
        prompts: directory of prompts used before the built-in ones.
        plan: one of `PLANS`.
        timeout: seconds for one brief.
        max_tokens_total: tokens in and out for one brief, or None.
        cache_dir: where models lie.
        local_only: send articles to no host but this machine.
        context_window: tokens of the model's window.
        threads: of the embedded model.
        origins: name of a setting → who set it, as in `Setting`.
    """

    model: str
    base_url: str | None
    api_key: str | None = field(repr=False)
    prompts: Path | None
    plan: str
    timeout: float
    max_tokens_total: int | None
    cache_dir: Path
    local_only: bool
    context_window: int
    threads: int
    origins: Mapping[str, str]

    @property
    def embedded(self) -> bool:
        """Whether the model runs in this process."""
        return is_embedded(self.model)

    @property
    def endpoint(self) -> str | None:
        """URL of the server that will be asked, or None for an embedded model."""
        return None if self.embedded else self.base_url or OPENAI_URL

    @property
    def keyless(self) -> str:
        """Why no key is sent and what to do about it; "" where one is."""
        if self.api_key is not None:
            return ""
        origin = self.origins["api_key"]
        return f"set {ENV_PREFIX}API_KEY" if origin == DEFAULT else origin

    def check_access(self, endpoint: str | None = None) -> None:
        """See that the model may and can be asked, before the first byte leaves.

        Args:
            endpoint: URL of the server when a client of the caller's own is used, which brings its own key.

        Raises:
            SettingsError: `local_only` is set and the server is not on this machine.
            ModelUnavailable: OpenAI's own server was chosen and there is no key.
        """
        from summarizer.settings.access import check_access

        check_access(self, endpoint)

    def shown(self) -> list[Shown]:
        """Every setting with its value and origin, in the order of the attributes, fit to be printed."""
        from summarizer.settings.access import masked

        return [Shown(name, masked(name, getattr(self, name)), self.origins[name]) for name in self.origins]

    def __repr__(self) -> str:
        return f"Settings({', '.join(f'{line.name}={line.value}' for line in self.shown())})"


def is_embedded(model: str) -> bool:
    """Whether `model` names weights that run in this process: "local", "local:NAME" or "gguf:/path"."""
    return model == LOCAL_MODEL or model.startswith((f"{LOCAL_MODEL}:", GGUF_PREFIX))


def how_to_install(extra: str) -> str:
    """The remedy where a library of an extra is missing; no package index has newsbrief."""
    return f"in newsbrief's checkout, pip install '.[{extra}]'"


def resolve(
    *, env: Mapping[str, str] | None = None, cwd: Path | None = None, **arguments: Unpack[Arguments]
) -> Settings:
    """The settings of a call.

    Args:
        env: the environment, `os.environ` unless given.
        cwd: where `summarizer.toml` is looked for, the working directory unless given.
        arguments: settings that win over all others; None counts as not given.

    Raises:
        SettingsError: a value cannot be used, a variable is misspelt, or the file cannot be read or has an unknown key;
            the message names the setting, its origin and what would be right.
    """
    import os

    from summarizer.settings.access import settle
    from summarizer.settings.layers import read

    return settle(read(arguments, os.environ if env is None else env, Path.cwd() if cwd is None else cwd))
