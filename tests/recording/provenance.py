"""What a recorded exchange depends on, kept beside it, so that a stale recording can say why it is stale."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from summarizer.evaluation.recording.storage import strings

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_NOT_SENT_AS_WRITTEN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\n", re.DOTALL)
_TELLING = 8
"""Characters from which on a piece of a prompt can tell whether it was sent."""


def current_prompts(folder: Path) -> dict[str, str]:
    """Every prompt below `folder` by its id → SHA-256 of the file's bytes."""
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in _files(folder).items()}


def prompts_said(folder: Path, bodies: Iterable[object]) -> dict[str, str]:
    """Those of `current_prompts` of which some wording that no other prompt has stands in a request body."""
    said = "\n".join(text for body in bodies for text in strings(body))
    pieces = {name: _pieces(path.read_text(encoding="utf-8")) for name, path in _files(folder).items()}
    users = Counter(piece for own in pieces.values() for piece in own)
    sent = {name for name, own in pieces.items() if any(users[piece] == 1 and piece in said for piece in own)}
    return {name: sha256 for name, sha256 in current_prompts(folder).items() if name in sent}


def _files(folder: Path) -> dict[str, Path]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).with_suffix("").as_posix(): path for path in files}


def _pieces(source: str) -> set[str]:
    template = _FRONT_MATTER.sub("", source)
    pieces = (piece.strip() for piece in _NOT_SENT_AS_WRITTEN.split(template))
    return {piece for piece in pieces if len(piece) >= _TELLING}
