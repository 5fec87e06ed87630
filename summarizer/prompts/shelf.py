"""The files of all layers as they are now, each read again only when it changed, with the last good version of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from summarizer.errors import PromptError
from summarizer.prompts.examples import Example, load_example
from summarizer.prompts.examples import faults as example_faults
from summarizer.prompts.faults import START, Fault, broken, did_you_mean, fault
from summarizer.prompts.files import EXAMPLES, FileText, Stamp, listing, read, stamp
from summarizer.prompts.front_matter import OwnField, parse
from summarizer.prompts.prompt import EXAMPLES_INPUT, SECTIONS, SHIPPED_SECTIONS, Prompt, load

Content = Prompt | Example
Claimants = tuple[tuple[Path, Path], ...]
"""Layer and path of each file that claims an id."""


@dataclass
class _Kept:
    """A file as it was read last: what it holds, or why that cannot be used."""

    stamp: Stamp | None
    rests_on: object
    sha256: str
    content: Content | PromptError


@dataclass(frozen=True)
class Snapshot:
    """One consistent state of a prompts folder.

    Attributes:
        contents: what serves, by id; an error where nothing can.
        digests: SHA-256 of the file in force, by id, also of broken ones; "" where it cannot be read.
            Of examples those that a prompt shows.
        warnings: what is broken and which version serves on instead.
    """

    contents: Mapping[str, Content | PromptError]
    digests: Mapping[str, str]
    warnings: tuple[str, ...] = ()

    def names(self) -> list[str]:
        """The ids of all prompts, broken ones included, sorted."""
        return sorted(name for name in self.contents if not _is_example(name))

    def prompt(self, name: str) -> Prompt:
        """The prompt of that id.

        Raises:
            PromptError: there is none, or it is broken.
        """
        found = self.contents.get(name)
        if isinstance(found, PromptError):
            raise found
        if not isinstance(found, Prompt):
            raise PromptError(f"there is no prompt {name!r}; {did_you_mean(name, self.names())}")
        return found

    def own_sections(self) -> list[Prompt]:
        """The prompts of sections of one's own, by name; raises the error of a broken one."""
        folder = f"{SECTIONS}/"
        own = [n for n in self.names() if n.startswith(folder) and n.removeprefix(folder) not in SHIPPED_SECTIONS]
        return [self.prompt(name) for name in own]

    def own_fields(self, section: str) -> Mapping[str, OwnField]:
        """The fields that a section has of one's own; {} where there is no such section."""
        name = f"{SECTIONS}/{section}"
        return self.prompt(name).meta.fields if name in self.contents else {}

    def examples(self, name: str) -> list[Example]:
        """The examples that a prompt shows, in its order.

        Raises:
            PromptError: the prompt or one of them is broken.
        """
        found = []
        for each in self.prompt(name).meta.examples:
            example = self.contents.get(f"{EXAMPLES}/{each}")
            if isinstance(example, PromptError):
                raise example
            if isinstance(example, Example):
                found.append(example)
        return found

    def all_examples(self) -> dict[str, Example | PromptError]:
        """Every example by its name, its error where it is broken."""
        found = {name.partition("/")[2]: self.contents[name] for name in sorted(self.contents) if _is_example(name)}
        return {name: each for name, each in found.items() if not isinstance(each, Prompt)}


@dataclass
class Shelf:
    """Reads what changed in some layers. Not safe in threads: `Prompts` holds a lock around it."""

    layers: tuple[Path, ...]
    shipped: Path
    _kept: dict[str, _Kept] = field(default_factory=dict)
    _good: dict[str, Content] = field(default_factory=dict)
    _last: Snapshot | None = None
    _served: bool = False

    def look(self, *, every_example: bool = False) -> Snapshot:
        """The folder as it is now.

        A broken file serves in its last good version, and so does everything when a layer is gone.

        Args:
            every_example: also those that no prompt shows; checking one takes as long as checking an answer.

        Raises:
            PromptError: a layer is no directory, or cannot be listed, and never was good.
        """
        try:
            files = self._files()
        except PromptError as error:
            if self._last is None:
                raise
            return replace(self._last, warnings=(f"{error}; everything read from it before serves on",))
        examples = tuple(name.partition("/")[2] for name in files if _is_example(name))
        for name in files:
            if not _is_example(name):
                self._update(name, files[name], examples)
        shown = set(filter(_is_example, files)) if every_example else self._shown(files) & set(files)
        for name in sorted(shown):  # after the sections: what an example must hold depends on their fields
            self._update(name, files[name], examples)
        for name in set(self._kept) - shown - {name for name in files if not _is_example(name)}:
            del self._kept[name]
        found = self._snapshot()
        self._last = replace(found, warnings=(*found.warnings, *self._without_a_prompt(files)))
        return self._last

    def served(self) -> None:
        """From now on a file that is new and broken is left out with a warning, and breaks nothing."""
        self._served = True

    def _files(self) -> dict[str, Claimants]:
        """Who claims each id: files of the first layer that has any, two where two suffixes claim one id."""
        files: dict[str, Claimants] = {}
        for layer in self.layers:
            if not layer.is_dir():
                raise PromptError(f"there is no directory of prompts {layer}; give an existing one")
            here: dict[str, Claimants] = {}
            for name, path in listing(layer):
                here[name] = (*here.get(name, ()), (layer, path))
            files = here | files
        return files

    def _without_a_prompt(self, files: Mapping[str, Claimants]) -> Iterator[str]:
        """A warning for each folder of one's own that has nothing to say: it may be the one above the right one."""
        used = {layer for claimants in files.values() for layer, _ in claimants}
        for layer in self.layers:
            if layer not in used and layer != self.shipped:
                yield f"{layer} has no prompt in it: the shipped ones serve"

    def _update(self, name: str, claimants: Claimants, examples: tuple[str, ...]) -> None:
        layer, path = claimants[0]
        rests_on = (claimants, repr(self._own_fields()) if _is_example(name) else examples)
        kept = self._kept.get(name)
        if kept and kept.stamp and kept.rests_on == rests_on and kept.stamp == stamp(path):
            return
        try:
            file = read(layer, path)
        except PromptError as error:
            self._kept[name] = _Kept(None, rests_on, "", error)
            return
        unchanged = kept is not None and kept.rests_on == rests_on and kept.sha256 == file.sha256
        content = kept.content if kept and unchanged else self._loaded(name, file, examples, claimants)
        self._kept[name] = _Kept(file.stamp, rests_on, file.sha256, content)
        if not isinstance(content, PromptError):
            self._good[name] = content

    def _loaded(
        self, name: str, file: FileText, examples: tuple[str, ...], claimants: Claimants
    ) -> Content | PromptError:
        try:
            if len(claimants) > 1:
                raise broken([_two_files([path for _, path in claimants])])
            if not _is_example(name):
                return _load(name, file, known_inputs=self._known_inputs(name), known_examples=examples)
            example = load_example(name, file, self._own_fields())
            if told := example_faults(example, self._own_fields()):
                raise broken(told)
        except PromptError as error:
            return error
        return example

    def _shown(self, files: Iterable[str]) -> set[str]:
        """The ids of the examples that a prompt shows."""
        served = (self._good.get(name) for name in files)
        return {
            f"{EXAMPLES}/{each}" for prompt in served if isinstance(prompt, Prompt) for each in prompt.meta.examples
        }

    def _own_fields(self) -> dict[str, Mapping[str, OwnField]]:
        """The fields of each section of one's own, as they are served."""
        served = {name: self._good.get(name) for name in sorted(self._kept)}
        own = [each for each in served.values() if isinstance(each, Prompt) and each.is_own_section]
        return {each.section: each.meta.fields for each in own if each.section}

    def _known_inputs(self, name: str) -> frozenset[str] | None:
        """What the program gives to a prompt; None where nothing is known of it."""
        if name.startswith(f"{SECTIONS}/"):
            return frozenset({EXAMPLES_INPUT})
        path = self.shipped / f"{name}.md"
        return _inputs_of(path, stamp(path)) if path.is_file() else None

    def _snapshot(self) -> Snapshot:
        contents = {name: kept.content for name, kept in self._kept.items()}
        warnings = []
        for name, error in [(n, c) for n, c in contents.items() if isinstance(c, PromptError)]:
            if good := self._good.get(name):
                contents[name] = good
                warnings.append(f"{error}; {version_of(good)} serves on")
            elif self._served and self._adds_something(name):
                del contents[name]
                warnings.append(f"{error}; it is left out until that is put right")
        for name in set(self._good) - set(contents):
            good = self._good[name]
            if self._is_missed(name, contents.values()):
                contents[name] = good
                warnings.append(f"{good.path} is gone; {version_of(good)} serves on")
            else:
                del self._good[name]
        digests = {name: kept.sha256 for name, kept in sorted(self._kept.items())}
        return Snapshot(contents, digests, tuple(sorted(warnings)))

    def _adds_something(self, name: str) -> bool:
        """Whether nothing the program asks for itself goes by that name."""
        return not (self.shipped / f"{name}.md").is_file()

    def _is_missed(self, name: str, contents: Iterable[Content | PromptError]) -> bool:
        """Whether a file that was deleted is still needed; a section of one's own goes with its file."""
        if _is_example(name):
            used = [prompt.meta.examples for prompt in contents if isinstance(prompt, Prompt)]
            return any(name.partition("/")[2] in each for each in used)
        return self._good[name].path.is_relative_to(self.shipped)


def version_of(content: Content) -> str:
    """Version and the beginning of its SHA-256, for a warning."""
    return f"version {content.ref.version} ({content.sha256[:12]})"


def _is_example(name: str) -> bool:
    return name.startswith(f"{EXAMPLES}/")


def _two_files(paths: list[Path]) -> Fault:
    names = " and ".join(path.name for path in paths)
    return fault(paths[-1], START, "name", f"there are both {names}", "keep one of them")


_load = lru_cache(maxsize=256)(load)
"""What a file holds depends on nothing else: the shipped ones are compiled once in a process."""


@lru_cache(maxsize=256)
def _inputs_of(path: Path, _: Stamp | None) -> frozenset[str] | None:
    """The inputs that a shipped file declares: what the program gives to every file of its name."""
    try:
        return frozenset(parse(path, read(path.parent, path).source).meta.inputs)
    except PromptError:
        return None  # said where the file itself is loaded
