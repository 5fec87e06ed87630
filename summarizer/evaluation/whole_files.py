"""Files that are written whole or not at all."""

from __future__ import annotations

from pathlib import Path


def write_whole(path: Path, content: str) -> None:
    """Write beside `path` first; interrupted, it leaves `path` as it was and nothing beside it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    under_way = path.with_name(f".{path.name}.part")
    try:
        under_way.write_text(content, encoding="utf-8")
        under_way.replace(path)
    finally:
        under_way.unlink(missing_ok=True)
