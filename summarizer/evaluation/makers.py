"""What a brief depends on besides its article; two runs with the same of it need not both be made."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict

from summarizer.evaluation.cases import Case
from summarizer.prompts import Prompts
from summarizer.settings import DEFAULT, GGUF_PREFIX, Settings

_PACKAGE = Path(__file__).parents[1]
_NO_PART_OF_A_BRIEF = {"evaluation", "workshop", "cli", "render", "batch.py", "_evals", "_examples", "_prompts"}
"""What in the package cannot change a brief: a new report must not cost hours of asking again."""


Mode = Literal["asked", "recorded", "replayed"]


class Maker(BaseModel):
    """Model, plan, prompts and code, the last two by SHA-256; `mode` says where the answers came from.

    Attributes:
        server: the address that was asked, or which file a model of the user's own was; "" for the embedded models, and
            where recordings stand for any.
        limits: what somebody set: seconds and tokens for a brief, the model's window.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    model: str
    plan: str
    dialect: str = ""
    server: str = ""
    limits: dict[str, float] = {}
    prompts: dict[str, str] = {}
    library: str = ""
    library_version: str = ""
    mode: Mode = "asked"

    @classmethod
    def of(
        cls,
        model: str,
        plan: str,
        *,
        dialect: str = "",
        prompts: Path | str | None = None,
        mode: Mode = "asked",
        settings: Settings | None = None,
    ) -> Maker:
        """That of the library as it is now, with the server and limits of `settings`; PromptError for no directory."""
        from summarizer import __version__

        return cls(
            model=model,
            plan=plan,
            dialect=dialect,
            server=_server(settings) if settings else "",
            limits=_limits(settings) if settings else {},
            prompts=prompt_digests(Prompts.of(prompts)),
            library=library_digest(),
            library_version=__version__,
            mode=mode,
        )

    def key(self, case: Case) -> str:
        """SHA-256 of everything that the brief of `case` depends on; its labels are no part of it."""
        unset = {name for name in ("server", "limits") if not getattr(self, name)}
        made = self.model_dump(exclude={"library_version", *unset})
        return hashlib.sha256(json.dumps([case.article_sha256, made], sort_keys=True).encode()).hexdigest()


def _server(settings: Settings) -> str:
    """Without what a URL may have of a name and a password."""
    if settings.endpoint:
        parts = urlsplit(settings.endpoint)
        return f"{parts.netloc.rpartition('@')[2]}{parts.path}".rstrip("/")
    if not settings.model.startswith(GGUF_PREFIX):
        return ""
    file = Path(settings.model.removeprefix(GGUF_PREFIX)).expanduser()
    return f"{file.stat().st_size} bytes of {file.stat().st_mtime_ns}" if file.is_file() else ""


def _limits(settings: Settings) -> dict[str, float]:
    names = ("timeout", "max_tokens_total", "context_window")
    return {name: getattr(settings, name) for name in names if settings.origins[name] != DEFAULT}


def prompt_digests(prompts: Prompts) -> dict[str, str]:
    """Every prompt and example by its id → SHA-256 of the file in force."""
    return prompts.digests()


def library_digest(package: Path = _PACKAGE) -> str:
    """SHA-256 over the library's files, except those that cannot change a brief."""
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        inside = path.relative_to(package)
        if path.is_file() and inside.parts[0] not in _NO_PART_OF_A_BRIEF and path.suffix != ".pyc":
            digest.update(f"{inside.as_posix()}\0{_sha256(path)}\n".encode())
    return digest.hexdigest()


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
