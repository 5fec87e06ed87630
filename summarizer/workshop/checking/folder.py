"""A whole folder of prompts, or one unsaved text, under check."""

from __future__ import annotations

import hashlib
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from summarizer.errors import PromptError
from summarizer.evaluation.leakage import Leakage
from summarizer.evaluation.shipped import cases_folder
from summarizer.prompts import Prompts, shipped_folder
from summarizer.prompts.faults import START, Fault
from summarizer.prompts.files import LARGEST, FileText
from summarizer.prompts.front_matter import DATA, TEMPLATE, OwnField, ParsedFile, parse
from summarizer.settings import EMBEDDED_CONTEXT_WINDOW
from summarizer.workshop.checking.committed import committed
from summarizer.workshop.checking.contracts import Contracts
from summarizer.workshop.checking.example_files import example_faults
from summarizer.workshop.checking.files import EXAMPLES, read_layer, unknown_files
from summarizer.workshop.checking.hints import each_once, hinted
from summarizer.workshop.checking.leaks import leakage_of
from summarizer.workshop.checking.prompt_files import PromptFile, Surroundings
from summarizer.workshop.checking.sections import FOLDER, is_own_section
from summarizer.workshop.checking.sheet import Sheet, plain_newlines
from summarizer.workshop.checking.versions import Earlier

_OPENING = "system"


def check(
    folder: Path | None, *, cases: Path | None = None, context_window: int = EMBEDDED_CONTEXT_WINDOW
) -> list[Fault]:
    """Everything that is wrong with a folder of prompts over the shipped one, by file and line.

    Args:
        folder: the folder; None checks the shipped prompts themselves.
        cases: labelled articles that no prompt may quote; None takes ./evals/cases, or those of the package.
        context_window: tokens of the model's window.

    Raises:
        PromptError: there is no such folder, or it cannot be listed.
        CaseError: a case cannot be read.
    """
    layers = Prompts.of(folder).layers
    return _ordered(_Bench(layers, leakage_of(cases_folder(cases)), context_window).faults())


def check_source(
    name: str,
    source: str,
    prompts: Prompts,
    *,
    cases: Path | None = None,
    context_window: int = EMBEDDED_CONTEXT_WINDOW,
) -> list[Fault]:
    """What is wrong with one text that is not saved, as `check` would tell it of the file `name`.

    Args:
        name: the file's path in its folder; without ".md" or ".yaml" the one that is there, or fits the text.
        source: the text.
        prompts: the folder that it belongs to, over the shipped one.
        cases: as for `check`.
        context_window: as for `check`.

    Raises:
        CaseError: a case cannot be read.
    """
    layer = prompts.layers[0]
    path = _path_of(name, source, layer)
    data = source.encode("utf-8", "replace")
    if len(data) > LARGEST:
        message, hint = f"this file has more than {LARGEST // 1024} KiB", "say less; a model reads all of it"
        return [Fault(path=path, code="size", message=message, hint=hint)]
    text = FileText(path, plain_newlines(source), hashlib.sha256(data).hexdigest(), None)
    bench = _Bench(prompts.layers, leakage_of(cases_folder(cases)), context_window, text)
    return _ordered(bench.of_file(path.relative_to(layer).with_suffix("").as_posix()))


class _Bench:
    """One folder on the bench, each of its files read once."""

    def __init__(
        self, layers: Sequence[Path], leakage: Leakage | None, context_window: int, unsaved: FileText | None = None
    ) -> None:
        self._layer = layers[0]
        self._leakage, self._context_window = leakage, context_window
        self._own = read_layer(self._layer, unsaved)
        below = [read_layer(layer).texts for layer in layers[1:]]
        self._texts = dict(ChainMap(self._own.texts, *below))
        self._below = dict(ChainMap(*below))

    def faults(self) -> Iterator[Fault]:
        """Of every file of the folder."""
        yield from self._own.faults
        for name in self._own.texts:
            yield from self.of_file(name)
        yield from unknown_files(self._layer, self._own.paths)

    def of_file(self, name: str) -> Iterator[Fault]:
        """Of one prompt or example of the folder."""
        file = self._own.texts[name]
        sheet = Sheet(name, file.path, file.source)
        if not name.startswith(EXAMPLES):
            yield from PromptFile(sheet, file, self._around, self._earlier(name)).faults()
            return
        found = list(example_faults(sheet, file, self._own_fields, self._leakage))
        yield from found or self._unused(sheet)

    @cached_property
    def _around(self) -> Surroundings:
        opening = self._parsed.get(_OPENING)
        examples = {n.removeprefix(EXAMPLES): f.source for n, f in self._texts.items() if n.startswith(EXAMPLES)}
        told = opening.body if opening else ""
        return Surroundings(Contracts(Prompts.shared()), self._context_window, told, examples, self._leakage)

    @cached_property
    def _parsed(self) -> dict[str, ParsedFile | None]:
        """Every prompt in force; None for one whose head is broken."""
        return {
            name: _parsed(file.path, file.source) for name, file in self._texts.items() if not name.startswith(EXAMPLES)
        }

    @cached_property
    def _own_fields(self) -> dict[str, Mapping[str, OwnField]]:
        return {
            name.removeprefix(FOLDER): file.meta.fields
            for name, file in self._parsed.items()
            if file and is_own_section(name)
        }

    def _unused(self, sheet: Sheet) -> Iterator[Fault]:
        """A warning for an example that no prompt shows."""
        if sheet.name in self._below or self._layer.resolve() == shipped_folder().resolve():
            return  # the shipped examples are there to be chosen from
        name = sheet.name.removeprefix(EXAMPLES)
        heads = list(self._parsed.values())
        if any(file is None or name in file.meta.examples for file in heads):
            return  # a head that is broken may name it
        hint = f"add `examples: [{name}]` to the front matter of the section that it is an example of"
        yield sheet.warning(START, "unused-example", "no prompt shows this example", hint)

    def _earlier(self, name: str) -> list[Earlier]:
        """The shipped text, and the one that was committed last."""
        found = []
        if (shipped := self._below.get(name)) and shipped.path != self._own.texts[name].path:
            found.append(Earlier(shipped.source, "the shipped file"))
        if (before := self._committed.get(self._own.texts[name].path)) is not None:
            found.append(Earlier(before, "what was committed last"))
        return found

    @cached_property
    def _committed(self) -> dict[Path, str]:
        paths = {path.relative_to(self._layer).as_posix(): path for path in self._own.paths}
        return {paths[file]: text for file, text in committed(self._layer, list(paths)).items()}


@lru_cache(maxsize=512)
def _parsed(path: Path, source: str) -> ParsedFile | None:
    try:
        return parse(path, source)
    except PromptError:
        return None  # told where that file is checked


def _path_of(name: str, source: str, layer: Path) -> Path:
    """Where a text belongs that may have been named without its suffix."""
    path = layer / name
    if path.suffix in {TEMPLATE, DATA}:
        return path
    there = [path.with_name(path.name + suffix) for suffix in (TEMPLATE, DATA)]
    plain = name.startswith(EXAMPLES) or (name.startswith(FOLDER) and not source.lstrip("\ufeff").startswith("---"))
    likeliest = there[1] if plain else there[0]
    return next((each for each in there if each.is_file()), likeliest)


def _ordered(faults: Iterable[Fault]) -> list[Fault]:
    return sorted(
        map(hinted, each_once(faults)), key=lambda fault: (str(fault.path), fault.line, fault.column, fault.code)
    )
