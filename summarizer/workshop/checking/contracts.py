"""What the program gives a prompt and needs of it, derived from the shipped file of the same name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from summarizer.errors import PromptError
from summarizer.prompts import Prompt, Prompts
from summarizer.prompts.prompt import EXAMPLES_INPUT
from summarizer.workshop.checking.lexing import parsed
from summarizer.workshop.checking.slots import Slot, parts, slots

PASSAGES = frozenset({"sentences", "passage"})
"""Inputs that are whole sentences of the article: they stand once, and where nobody takes them for instructions."""
SECTIONS = "sections/"
SENTENCE = {"number": 1, "text": "some text", "opens_paragraph": False}
EXAMPLE = {"name": "some_name", "published": "2026-03-12", "sentences": [SENTENCE], "answer": "some answer"}
"""What the rules of a section are given of each example, in a stand-in."""
_EXAMPLE_PARTS = {
    f"{EXAMPLES_INPUT}[]": frozenset(EXAMPLE),
    f"{EXAMPLES_INPUT}[].sentences[]": frozenset(SENTENCE),
}


@dataclass(frozen=True)
class Contract:
    """What holds of a prompt whoever words it.

    Attributes:
        given: the inputs that the program fills in.
        needed: path of a slot that has to be there → how it is written.
        parts: path of a list's item ("sentences[]") → its attributes.
        options: the answers that the program understands; none where it offers its own.
        instructed: whether a fixed instruction goes before the question.
    """

    given: frozenset[str]
    needed: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    instructed: bool = False


class Contracts:
    """The contracts of all prompts, each derived once; `names` are those of the shipped ones."""

    def __init__(self, shipped: Prompts) -> None:
        self.names = frozenset(shipped.names())
        self._shipped = shipped
        self._known: dict[str, Contract | None] = {}

    def of(self, name: str) -> Contract | None:
        """That of the shipped file of that name; of an own section what holds of every section; None where none is.

        A shipped file that is broken has no contract to derive: that it is broken is told where it is checked.
        """
        if name not in self._known:
            self._known[name] = self._derived(name)
        return self._known[name]

    def _derived(self, name: str) -> Contract | None:
        if name in self.names:
            try:
                return _kept_by(self._shipped.get(name))
            except PromptError:
                return None
        return Contract(frozenset({EXAMPLES_INPUT}), parts=_EXAMPLE_PARTS) if name.startswith(SECTIONS) else None


def body_of(prompt: Prompt) -> str:
    """The template of a prompt as written."""
    return "\n".join(prompt.source.replace("\r\n", "\n").split("\n")[prompt.first_line - 1 :])


def _kept_by(shipped: Prompt) -> Contract:
    """The contract that a shipped prompt keeps, and so every file that takes its place."""
    tree = parsed(body_of(shipped), shipped.first_line).tree
    found = slots(tree)
    attributes: dict[str, set[str]] = {}
    for part in parts(tree):
        attributes.setdefault(part.path, set()).add(part.attribute)
    # The rules of a section show their examples, of which it may have none.
    optional = {EXAMPLES_INPUT} if shipped.section else set[str]()
    certain = [slot for slot in found if slot.certain and root(slot.path) in shipped.inputs - optional]
    return Contract(
        given=shipped.inputs | optional,
        needed={slot.path: _written(slot, certain) for slot in certain},
        parts={path: frozenset(names) for path, names in attributes.items()} | _EXAMPLE_PARTS,
        options=tuple(shipped.meta.options),
        instructed=bool(shipped.meta.instruction),
    )


def root(path: str) -> str:
    """The input that a path begins with."""
    return path.split(".", maxsplit=1)[0].removesuffix("[]")


def _written(slot: Slot, certain: Iterable[Slot]) -> str:
    """How an editor writes a slot, as the shipped file does: a loop with what it shows of each item."""
    if not slot.path.endswith("[]"):
        return f"{{{{ {slot.written} }}}}"
    inner = [
        each for each in certain if each.path.startswith(f"{slot.path}.") and "[]" not in each.path[len(slot.path) :]
    ]
    shown = " ".join(_written(each, ()) for each in inner)
    word = inner[0].written.partition(".")[0] if inner else "one"
    return f"{{% for {word} in {slot.written} %}}{shown or '{{ one }}'}{{% endfor %}}"
