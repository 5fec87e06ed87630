"""The prompts of one brief: one state of the folder from its first question to its last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from summarizer.errors import PromptError
from summarizer.prompts.examples import Example
from summarizer.prompts.faults import START, broken, fault
from summarizer.prompts.front_matter import DATA, ModelSettings, OwnField
from summarizer.prompts.prompt import EXAMPLES_INPUT, RULES, Prompt
from summarizer.prompts.shelf import Snapshot, version_of
from summarizer.schema import PromptRef


class Memory(Protocol):
    """Which version of each prompt could be rendered."""

    def rendered_last(self, name: str) -> Prompt | None:
        """The last version that was rendered without an error."""

    def was_rendered(self, prompt: Prompt) -> None:
        """Remember one."""


@dataclass
class Rendering:
    """Renders the prompts of one brief from a snapshot of the folder.

    Attributes:
        snapshot: what serves this brief; edits made meanwhile do not show.
    """

    snapshot: Snapshot
    _memory: Memory
    _used: dict[str, PromptRef] = field(default_factory=dict)
    _instead: dict[str, Prompt] = field(default_factory=dict)
    _warnings: list[str] = field(default_factory=list)

    @property
    def refs(self) -> list[PromptRef]:
        """Each prompt and example that had a say, once, in order of first use."""
        return list(self._used.values())

    @property
    def warnings(self) -> list[str]:
        """What is broken, with file and line, and which version serves on."""
        return [*self.snapshot.warnings, *self._warnings]

    def render(self, name: str, /, **inputs: Any) -> str:
        """The text of the prompt with its inputs filled in, without outer blank lines.

        Rules of a section are given the examples that its front matter names, unless `examples` are given. A prompt
        that was rendered before and now cannot be is rendered in the version that could, and `warnings` says so.

        Raises:
            PromptError: the prompt is missing or broken, or uses a name that is not given.
        """
        prompt = self._prompt(name)
        try:
            text = self._text(prompt, inputs)
        except PromptError as error:
            earlier = self._memory.rendered_last(name)
            if earlier is None or earlier.sha256 == prompt.sha256:
                raise
            text = self._text(earlier, inputs)
            self._instead[name] = prompt = earlier
            self._warnings.append(f"{error}; {version_of(earlier)} serves on")
        self._memory.was_rendered(prompt)
        self._note(prompt)
        return text.strip("\n")

    def instruction(self, name: str) -> str:
        """What stands before every question of that name: a constant, so that a server reads it once.

        Raises:
            PromptError: the front matter has none.
        """
        prompt = self._prompt(name)
        if not prompt.meta.instruction or not prompt.meta.instruction.strip():
            hint = "say in a sentence or two what the model is to answer"
            raise broken([fault(prompt.path, START, "missing-key", "the front matter needs an `instruction`", hint)])
        self._note(prompt)
        return prompt.meta.instruction.strip()

    def options(self, name: str) -> list[str]:
        """The answers that a question offers, from its front matter.

        Raises:
            PromptError: the front matter has none.
        """
        prompt = self._prompt(name)
        if not prompt.meta.options:
            hint = "write them as options: [one, two]"
            raise broken([fault(prompt.path, START, "missing-key", "the front matter needs `options`", hint)])
        return list(prompt.meta.options)

    def settings(self, name: str) -> ModelSettings:
        """How the question of that name is asked, where it differs from the rest."""
        return self._prompt(name).meta.settings

    def own_sections(self) -> list[Prompt]:
        """The prompts of sections of one's own, by name; none is thereby used."""
        return self.snapshot.own_sections()

    def own_fields(self, section: str) -> Mapping[str, OwnField]:
        """The fields that a section has of one's own; no prompt is thereby used."""
        return self.snapshot.own_fields(section)

    def used(self, name: str) -> None:
        """Note in `refs` a prompt whose front matter had a say although it was not rendered."""
        self._note(self._prompt(name))

    def _prompt(self, name: str) -> Prompt:
        return self._instead.get(name) or self.snapshot.prompt(name)

    def _note(self, prompt: Prompt) -> None:
        self._used.setdefault(prompt.id, prompt.ref)

    def _text(self, prompt: Prompt, inputs: Mapping[str, Any]) -> str:
        if prompt.section is None:
            return prompt.template.render(inputs)
        if EXAMPLES_INPUT not in inputs:
            examples = [self._shown(example, prompt) for example in self.snapshot.examples(prompt.id)]
            inputs = {EXAMPLES_INPUT: examples, **inputs}
        if prompt.path.suffix == DATA:
            return self.render(RULES, rules=prompt.meta.rules, **inputs)
        return prompt.template.render(inputs)

    def _shown(self, example: Example, prompt: Prompt) -> dict[str, Any]:
        self._used.setdefault(example.id, example.ref)
        return example.shown(str(prompt.section), prompt.meta.fields if prompt.is_own_section else ())
