"""What a change of prompts changes in what is sent, as a unified diff of the rendered text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from difflib import unified_diff
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from summarizer.prompts.files import listing, read
from summarizer.workshop.dictation import Dictation, Part, dictate

if TYPE_CHECKING:
    from summarizer.composition import Article
    from summarizer.prompts import Prompts
    from summarizer.settings import Settings

CONTEXT = 3
"""Lines shown around a change."""
NOTHING = "/dev/null"
"""What a diff calls a file or a text that is not there."""


class Side(NamedTuple):
    """One of the two texts of a diff."""

    name: str
    text: str


class _Place(NamedTuple):
    """What is compared with what: the parts of a prompt, the first of each question with the first, and so on."""

    name: str
    role: str
    follow_up: bool
    nth: int


class _Said(NamedTuple):
    part: Part
    place: _Place
    text: str


def difference(old: Prompts, new: Prompts, article: Article, settings: Settings) -> str:
    """The unified diff of what would be sent for `article`; "" where it is the same.

    A change that many questions share is shown at the first of them, with their number.

    Raises:
        PromptError: a prompt is broken.
    """
    return rendered_difference(dictate(article, old, settings), dictate(article, new, settings))


def rendered_difference(old: Dictation, new: Dictation, names: Collection[str] = ()) -> str:
    """The unified diff of two dictations of the same article: of all, or only of what some prompts have a say in."""
    spoken = {part.name for part in (*old.parts, *new.parts)}
    # What has a say only inside others, an example for instance, may show in any of them.
    wanted = frozenset(names) if names and spoken.issuperset(names) else spoken
    told = Counter[str]()
    first: dict[str, tuple[_Said | None, _Said | None]] = {}
    for before, after in _aligned(_said(old), _said(new)):
        changed = _changed_lines(before, after)
        # Questions that come or go with their passages are alike, whatever the passages say.
        key = f"{_place(before, after)}\0{changed if before and after else bool(after)}"
        if changed and _place(before, after).name in wanted:
            told[key] += 1
            first.setdefault(key, (before, after))
    return "\n".join(_shown(*first[key], count) for key, count in told.items())


def template_difference(old: Prompts, new: Prompts, names: Collection[str]) -> str:
    """The unified diff of the files of these prompts and examples; one that is not there counts as empty."""
    return "\n".join(_unified(_file(old, name), _file(new, name)) for name in names)


def changed_names(old: Prompts, new: Prompts) -> list[str]:
    """The prompts and examples whose files are not the same to the byte, or that only one side has."""
    before, after = old.digests(), new.digests()
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


def _file(prompts: Prompts, name: str) -> Side:
    for layer in prompts.layers:
        for known, path in listing(layer):
            if known == name:
                return Side(str(path), read(layer, path).source)
    return Side(NOTHING, "")


def _said(dictation: Dictation) -> list[_Said]:
    """The parts in order; how a question is asked stands behind its last part: a change of that is a change too."""
    said, seen = list[_Said](), Counter[tuple[int, _Place]]()
    last = {part.call: part for part in dictation.first}
    for part in dictation.parts:
        place = _Place(part.name, part.role, part.follow_up, 0)
        nth = seen[part.call, place]
        seen[part.call, place] += 1
        how = _how(part) if last.get(part.call) is part else []
        said.append(_Said(part, place._replace(nth=nth), "\n".join([part.text.rstrip("\n"), *how])))
    return said


def _how(part: Part) -> list[str]:
    choice = [f"(answer: {', '.join(part.answers_with)})"] if len(part.answers_with) > 1 else []
    return [*choice, *(f"({key}: {value})" for key, value in part.settings)]


def _aligned(old: Sequence[_Said], new: Sequence[_Said]) -> Iterator[tuple[_Said | None, _Said | None]]:
    """The parts of each place, one by one in order: questions that come or go move none of another prompt."""
    for place in dict.fromkeys(said.place for said in (*new, *old)):
        yield from zip_longest(*([said for said in side if said.place == place] for side in (old, new)))


def _place(before: _Said | None, after: _Said | None) -> _Place:
    return next(said.place for said in (after, before) if said)


def _changed_lines(before: _Said | None, after: _Said | None) -> str:
    old, new = (said.text.splitlines() if said else [] for said in (before, after))
    lines = unified_diff(old, new, n=0, lineterm="")
    return "\n".join(line for line in list(lines)[2:] if not line.startswith("@@"))


def _shown(before: _Said | None, after: _Said | None, count: int) -> str:
    """One change, headed by where it is first sent."""
    sides = (
        Side(_label(label, said.part, count), said.text) if said else Side(NOTHING, "")
        for label, said in (("old", before), ("new", after))
    )
    return _unified(*sides)


def _label(side: str, part: Part, count: int) -> str:
    more = f", and {count - 1} more like it" if count > 1 else ""
    kind = "follow-up to" if part.follow_up else "question"
    return f"{side}: {part.name or 'the text between'} ({part.role}, {kind} {part.call}{more})"


def _unified(old: Side, new: Side) -> str:
    lines = unified_diff(old.text.splitlines(), new.text.splitlines(), old.name, new.name, n=CONTEXT, lineterm="")
    return "\n".join(lines) + "\n"
