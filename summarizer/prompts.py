"""Finds, checks and renders the prompt files; everything that is said to a model stands in one of them.

A prompt is a Markdown-like Jinja template with YAML front matter (name, version, description, inputs), rendered in
a sandbox with strict undefined names; what is put into it, the article first of all, is data, never rendered again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

import yaml
from jinja2 import DictLoader, StrictUndefined, Template, TemplateError
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from summarizer.errors import PromptError
from summarizer.schema import PromptRef

_TEMPLATE_FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What an expression in a template can raise besides jinja's own errors."""
_FENCE = "---\n"
_SHIPPED = (Path(__file__).parent / "_prompts", Path(__file__).parent.parent / "prompts")
"""Where the shipped prompts lie: in an installed wheel, in a checkout."""


@dataclass(frozen=True)
class Prompt:
    """One prompt file: its front matter and its template."""

    id: str
    path: Path
    source: str
    meta: Mapping[str, Any]
    template: Template
    first_line: int

    @cached_property
    def ref(self) -> PromptRef:
        """Its id, version and sha256 of the whole file."""
        digest = hashlib.sha256(self.source.encode("utf-8")).hexdigest()
        return PromptRef(id=self.id, version=str(self.meta["version"]), sha256=digest)

    @property
    def inputs(self) -> frozenset[str]:
        """The names that the template may use."""
        return frozenset(self.meta["inputs"])


@dataclass
class Prompts:
    """The prompts of one run: a folder of one's own over the shipped one, file by file.

    Attributes:
        layers: directories, the first that has a file wins.
    """

    layers: tuple[Path, ...]
    _loaded: dict[str, Prompt] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    @classmethod
    def of(cls, folder: Path | str | None = None) -> Prompts:
        """The shipped prompts, under `folder` if one is given.

        Raises:
            PromptError: `folder` is no directory, or the shipped prompts are missing.
        """
        shipped = next((path for path in _SHIPPED if path.is_dir()), None)
        if shipped is None:
            raise PromptError("the shipped prompts are missing from this installation; install newsbrief again")
        if folder is None:
            return cls((shipped,))
        if not Path(folder).is_dir():
            raise PromptError(f"there is no directory of prompts {folder}; give an existing one")
        return cls((Path(folder), shipped))

    def get(self, name: str) -> Prompt:
        """The prompt of that name, read once.

        Raises:
            PromptError: no layer has it, or it is broken.
        """
        with self._lock:
            if name not in self._loaded:
                self._loaded[name] = _load(name, self._find(name))
            return self._loaded[name]

    def rendering(self) -> Rendering:
        """Renders from these prompts and remembers which."""
        return Rendering(self)

    def _find(self, name: str) -> Path:
        for layer in self.layers:
            if (path := layer / f"{name}.md").is_file():
                return path
        raise PromptError(f"there is no prompt {name!r} in {', '.join(map(str, self.layers))}")


@dataclass
class Rendering:
    """Renders the prompts of one brief; `refs` are those that were rendered, in order of first use."""

    prompts: Prompts
    _used: dict[str, PromptRef] = field(default_factory=dict)

    @property
    def refs(self) -> list[PromptRef]:
        """Each prompt that was rendered, once."""
        return list(self._used.values())

    def render(self, name: str, /, **inputs: Any) -> str:
        """The text of the prompt with its inputs filled in, without outer blank lines.

        Raises:
            PromptError: the prompt is missing or broken, or uses a name that is not given.
        """
        prompt = self.prompts.get(name)
        try:
            text = prompt.template.render(inputs)
        except (TemplateError, *_TEMPLATE_FAULTS) as error:
            raise PromptError(f"{prompt.path}: {error}") from error
        self._used.setdefault(name, prompt.ref)
        return text.strip("\n")

    def instruction(self, name: str) -> str:
        """What stands before every question of that name: a constant, so that a server reads it once."""
        prompt = self.prompts.get(name)
        instruction = prompt.meta.get("instruction")
        if not isinstance(instruction, str) or not instruction.strip():
            raise PromptError(f"{prompt.path}: the front matter needs an `instruction`")
        self._used.setdefault(name, prompt.ref)
        return instruction.strip()

    def options(self, name: str) -> list[str]:
        """The answers that a question offers, from its front matter."""
        prompt = self.prompts.get(name)
        options = prompt.meta.get("options")
        if not isinstance(options, list) or not options:
            raise PromptError(f"{prompt.path}: the front matter needs `options`, a list of answers")
        return [{True: "yes", False: "no"}.get(option, str(option)) for option in options]


def _load(name: str, path: Path) -> Prompt:
    try:
        source = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PromptError(f"{path} cannot be read: {error}") from error
    meta, body, first_line = _front_matter(path, source)
    environment = ImmutableSandboxedEnvironment(
        # No loader finds anything: a template cannot pull in another file.
        loader=DictLoader({}),
        undefined=StrictUndefined,
        autoescape=False,  # what is rendered is read by a model, not by a browser
        keep_trailing_newline=True,
    )
    try:
        template = environment.from_string(body)
    except TemplateSyntaxError as error:
        raise PromptError(f"{path}:{error.lineno + first_line - 1}: {error.message}") from error
    return Prompt(name, path, source, meta, template, first_line)


def _front_matter(path: Path, source: str) -> tuple[dict[str, Any], str, int]:
    """The front matter, the template and the line, from 1, on which the template begins."""
    opening, _, rest = source.partition(_FENCE)
    head, fence, body = rest.partition("\n" + _FENCE)
    if opening or not fence:
        raise PromptError(f"{path}:1: the file must open with front matter between two lines of ---")
    try:
        meta = yaml.safe_load(head)
    except yaml.YAMLError as error:
        raise PromptError(f"{path}: the front matter is not YAML: {error}") from error
    missing = {"name", "version", "inputs"} - set(meta if isinstance(meta, dict) else ())
    if missing:
        raise PromptError(f"{path}:2: the front matter lacks {', '.join(sorted(missing))}")
    return meta, body, head.count("\n") + 4
