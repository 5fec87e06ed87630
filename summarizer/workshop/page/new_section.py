"""A section of one's own to begin with: a commented file that `check` passes once its words are replaced."""

from __future__ import annotations

import re
from pathlib import Path

from summarizer.errors import InputError
from summarizer.workshop.page.folder import Folder, Opened

TEMPLATE = Path(__file__).parent / "new-section.yaml"
"""The text of a new file; NAME stands for the section's name, TITLE for its name in words."""

_NAME = re.compile(r"[a-z][a-z_]{1,30}")
_SHIPPED = frozenset({"actors", "claims", "deadlines", "attacks"})


def begin_section(folder: Folder, name: str) -> Opened:
    """Write sections/NAME.yaml.

    Raises:
        InputError: the name cannot be one of a section.
        ChangedMeanwhile: there is such a file already.
    """
    name = re.sub(r"[\s-]+", "_", name.strip().lower())
    if name in _SHIPPED:
        raise InputError(f"there is a section {name} already: open sections/{name}.md and make it yours")
    if not _NAME.fullmatch(name):
        raise InputError(f"{name!r} cannot name a section: use 2 to 31 small letters and _, a letter first")
    source = TEMPLATE.read_text(encoding="utf-8").replace("NAME", name).replace("TITLE", name.replace("_", " "))
    if any(entry.file in {f"sections/{name}.md", f"sections/{name}.yaml"} for entry in folder.entries()):
        raise InputError(f"there is a section {name} already: open it in the list")
    folder.save(f"sections/{name}.yaml", source, None)
    return folder.open(f"sections/{name}.yaml")
