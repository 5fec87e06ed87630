"""A folder of prompts over the shipped ones, watched: an edit serves from the next brief on, a broken one does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from typing import ClassVar

from summarizer.errors import PromptError
from summarizer.prompts.examples import Example
from summarizer.prompts.front_matter import OwnField
from summarizer.prompts.prompt import Prompt
from summarizer.prompts.rendering import Rendering
from summarizer.prompts.shelf import Shelf, Snapshot

_PACKAGE = Path(__file__).parents[1]
_SHIPPED = (_PACKAGE / "_prompts", _PACKAGE.parent / "prompts")
"""Where the shipped prompts lie: in an installed wheel, in a checkout."""


def shipped_folder() -> Path:
    """Where the shipped prompts lie.

    Raises:
        PromptError: they are missing.
    """
    for path in _SHIPPED:
        if path.is_dir():
            return path
    raise PromptError("the shipped prompts are missing from this installation; install newsbrief again")


@dataclass
class Prompts:
    """The prompts of a folder of one's own over the shipped ones, file by file. Safe in threads.

    Every method looks at the files again and reads those that changed. A file that was good in this object and is
    broken now serves on in its last good version.

    Attributes:
        layers: directories, the first that has a file wins.
    """

    layers: tuple[Path, ...]
    _lock: RLock = field(default_factory=RLock, repr=False, compare=False)
    _shelf: Shelf = field(init=False, repr=False, compare=False)
    _rendered: dict[str, Prompt] = field(default_factory=dict, repr=False, compare=False)

    _shared: ClassVar[dict[tuple[Path, ...], Prompts]] = {}
    _sharing: ClassVar[RLock] = RLock()

    def __post_init__(self) -> None:
        self._shelf = Shelf(self.layers, self.layers[-1])

    @classmethod
    def of(cls, folder: Path | str | None = None) -> Prompts:
        """The shipped prompts, under `folder` if one is given.

        Raises:
            PromptError: `folder` is no directory, or the shipped prompts are missing.
        """
        return cls(_layers(folder))

    @classmethod
    def shared(cls, folder: Path | str | None = None) -> Prompts:
        """As `of`, the same object for the same folder: so a process remembers the last good version of a file.

        Raises:
            PromptError: as `of`.
        """
        layers = tuple(layer.resolve() for layer in _layers(folder))
        with cls._sharing:
            return cls._shared.setdefault(layers, cls(layers))

    def names(self) -> list[str]:
        """The ids of all prompts of all layers, broken ones included, sorted."""
        return self._look().names()

    def get(self, name: str) -> Prompt:
        """The prompt of that name.

        Raises:
            PromptError: no layer has it, or it is broken and never was good.
        """
        found = self._look()
        if name not in found.contents:
            raise PromptError(f"there is no prompt {name!r} in {', '.join(map(str, self.layers))}")
        return found.prompt(name)

    def own_sections(self) -> list[Prompt]:
        """The prompts of sections of one's own, sorted by name.

        Raises:
            PromptError: one is broken and never was good.
        """
        return self._look().own_sections()

    def own_fields(self, section: str) -> Mapping[str, OwnField]:
        """The fields of one's own that a section has, by name; {} where it has none.

        Raises:
            PromptError: the section's file is broken and never was good.
        """
        return self._look().own_fields(section)

    def examples(self, name: str) -> list[Example]:
        """The examples that the prompt of that name shows, in its order.

        Raises:
            PromptError: the prompt or one of them is broken and never was good.
        """
        return self._look().examples(name)

    def all_examples(self) -> dict[str, Example | PromptError]:
        """Every example of all layers, shown by a prompt or not, by its name; its error where it is broken."""
        with self._lock:
            return self._shelf.look(every_example=True).all_examples()

    def digests(self) -> dict[str, str]:
        """SHA-256 of every file that can have a say, by id: prompts, and examples that one shows; "" if unreadable."""
        return dict(self._look().digests)

    def rendering(self) -> Rendering:
        """The folder as it is now, for one brief.

        Raises:
            PromptError: the folder is gone, and never was there for this object.
        """
        with self._lock:
            snapshot = self._shelf.look()
            self._shelf.served()
            return Rendering(snapshot, self)

    def rendered_last(self, name: str) -> Prompt | None:
        """The last version of a prompt that was rendered without an error."""
        return self._rendered.get(name)

    def was_rendered(self, prompt: Prompt) -> None:
        """Remember that a version of a prompt could be rendered."""
        self._rendered[prompt.id] = prompt

    def _look(self) -> Snapshot:
        with self._lock:
            return self._shelf.look()


def _layers(folder: Path | str | None) -> tuple[Path, ...]:
    shipped = shipped_folder()
    if folder is None:
        return (shipped,)
    if not Path(folder).is_dir():
        raise PromptError(f"there is no directory of prompts {folder}; give an existing one")
    return (Path(folder), shipped)
