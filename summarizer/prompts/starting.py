"""Starts a folder of one's own: a guide, copies of what is most worth changing, and two things to try."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from summarizer.errors import PromptError
from summarizer.prompts.library import shipped_folder
from summarizer.prompts.prompt import SECTIONS, SHIPPED_SECTIONS

STARTING = "starting"
"""Where, in the shipped folder, the files lie that only a new folder gets."""
_GUIDE = "README.md"
_COPIED = (_GUIDE, *(f"{SECTIONS}/{section}.md" for section in SHIPPED_SECTIONS), "summary.md")
_OWN_SECTION = f"{SECTIONS}/sanctions.yaml.example"
_WITH_FIELDS = f"{SECTIONS}/claims.md"
_FIELDS = "own-fields.yaml.example"


def start(folder: Path, *, force: bool = False) -> list[Path]:
    """Write the files of a new folder of prompts, which then says exactly what the shipped ones say.

    Args:
        folder: made if it is not there.
        force: write into a folder that has files; those that are there are left as they are.

    Returns:
        The files that were written, sorted.

    Raises:
        PromptError: the folder is not empty, or cannot be written.
    """
    texts = _texts(shipped_folder())
    try:
        _refuse_filled(folder, force=force)
        missing = {folder / name: text for name, text in texts.items() if not (folder / name).exists()}
        for path, text in missing.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise PromptError(f"a folder of prompts cannot be started in {folder}: {error.strerror}") from error
    return sorted(missing)


def _refuse_filled(folder: Path, *, force: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise PromptError(f"{folder} is a file; name a folder to start, new or empty")
    if not force and folder.is_dir() and (there := next(folder.iterdir(), None)):
        raise PromptError(
            f"the folder {folder} is not empty (it has {there.name}); name a new one, or add --force to write the "
            "files that it lacks and leave the others as they are"
        )


def _texts(shipped: Path) -> Mapping[str, str]:
    """What is to be written, by its path in the folder."""
    texts = {name: (shipped / name).read_text(encoding="utf-8") for name in _COPIED}
    own_section, fields = ((shipped / STARTING / name).read_text(encoding="utf-8") for name in (_OWN_SECTION, _FIELDS))
    return texts | {
        _OWN_SECTION: own_section,
        f"{_WITH_FIELDS}.example": _with_fields(texts[_WITH_FIELDS], fields),
    }


def _with_fields(source: str, fields: str) -> str:
    """A prompt with further lines at the end of its front matter, and a version of its own."""
    head, fence, body = source.partition("\n---\n")
    raised = re.sub(r"(?m)^version: (\d+)$", lambda found: f"version: {int(found[1]) + 1}", head)
    return f"{raised}\n{fields.rstrip()}{fence}{body}"
