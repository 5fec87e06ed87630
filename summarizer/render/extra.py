"""What sections and fields of one's own say, as lines; names in the place of ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from summarizer.render.wording import figure, moment
from summarizer.schema import SECTIONS, Brief, Count, ExtraItem, When


def own_titles(brief: Brief) -> Iterator[tuple[str, list[ExtraItem]]]:
    """The sections of one's own with a title for each."""
    for section, items in brief.extra.items():
        if section not in SECTIONS:
            yield spaced(section).capitalize(), items


def own_lines(brief: Brief) -> dict[str, list[str]]:
    """The lines that one's own fields add to a built-in item, by its id."""
    names = {actor.id: actor.name for actor in brief.actors}
    return {
        item.id: value_lines(item, names)
        for section, items in brief.extra.items()
        if section in SECTIONS
        for item in items
    }


def value_lines(item: ExtraItem, names: Mapping[str, str]) -> list[str]:
    """A line for each value that the text states."""
    shown = ((name, _shown(name, item, names)) for name in item.values)
    return [f"{spaced(name)}: {value}" for name, value in shown if value]


def spaced(name: str) -> str:
    """A section's or field's name in words."""
    return name.replace("_", " ")


def _shown(name: str, item: ExtraItem, names: Mapping[str, str]) -> str:
    match item.values[name]:
        case None:
            return ""
        case bool(flag):
            return "yes" if flag else "no"
        case Count() as count:
            return figure(count)
        case When() as when:
            return moment(when)
        case str(words):
            return names[words] if name in item.references else words
