"""Raw answers → what the scorer compares: items with the passages of the text that they stand for.

A peer gets what any user would give it with a few lines: a quote is looked up in the text, an actor given twice under
the same name is one, a speaker who is one of the answer's own actors goes by all names of that actor, a number written
as words is read. Nothing else is repaired.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from extractions import CLASSES, SAYS_WHERE

from summarizer.evaluation.annotations import (
    ActorAnnotation,
    Annotations,
    AttackAnnotation,
    ClaimAnnotation,
    Days,
    DeadlineAnnotation,
    Names,
    Range,
    Spans,
)
from summarizer.evaluation.answers import Share, share
from summarizer.quantities import parse_count

Fields = dict[str, Any]


@dataclass(frozen=True)
class Item:
    """An item of a peer's answer; `exact` is whether what it says to have copied stands in the text."""

    section: str
    fields: Fields
    spans: Spans
    exact: bool


def of_instructor(answer: dict[str, list[Fields]], text: str) -> list[Item]:
    """The items of a flat brief, each placed where its quote, or the actor's name, stands first."""
    return [
        Item(section, fields, spans, bool(spans))
        for section, key in SAYS_WHERE.items()
        for fields in answer[section]
        for spans in [_place(fields[key], text)]
    ]


def of_langextract(answer: list[Fields], text: str) -> list[Item]:
    """The extractions, each where LangExtract aligned it; of a class that nobody asked for, none."""
    return [_extraction(each, text) for each in answer if each["class"] in CLASSES]


def annotations(items: Iterable[Item], language: str = "en") -> tuple[Annotations, Share]:
    """The items as the scorer takes them, and how many have exact evidence; number words are read in `language`."""
    items = list(_merged(items))
    known = [names for item in items if item.section == "actors" for names in [_all_names(item.fields)]]
    actors = [item for item in items if item.section == "actors"]
    of = {section: [item for item in items if item.section == section] for section in SAYS_WHERE}
    return (
        Annotations(
            actors=tuple(
                ActorAnnotation(names=names, spans=item.spans, kind=_word(item.fields, "kind"))
                for item, names in zip(actors, known, strict=True)
            ),
            claims=tuple(_claim(item, known) for item in of["claims"]),
            deadlines=tuple(_deadline(item, known) for item in of["deadlines"]),
            attacks=tuple(_attack(item, known, language) for item in of["attacks"]),
        ),
        share(item.exact for item in items),
    )


def _place(quote: str, text: str) -> Spans:
    start = text.find(quote) if quote.strip() else -1
    return ((start, start + len(quote)),) if start >= 0 else ()


def _extraction(each: Fields, text: str) -> Item:
    section = CLASSES[each["class"]]
    placed = each["start"] is not None
    return Item(
        section,
        {**each["attributes"], SAYS_WHERE[section]: each["text"]},
        ((each["start"], each["end"]),) if placed else (),
        # A fuzzy place is a place, and scores as one; it is no exact evidence of what was said to stand there.
        placed and text[each["start"] : each["end"]] == each["text"],
    )


def _merged(items: Iterable[Item]) -> Iterable[Item]:
    """The items, an actor's second mention under the same name left out and its aliases added to the first."""
    first: dict[str, Item] = {}
    for item in items:
        name = _word(item.fields, "name").casefold()
        if item.section != "actors" or name not in first:
            # A copy: aliases are added to it.
            kept = Item(item.section, dict(item.fields), item.spans, item.exact)
            yield first.setdefault(name, kept) if item.section == "actors" else kept
        else:
            aliases = (*_words(first[name].fields, "aliases"), *_words(item.fields, "aliases"))
            first[name].fields["aliases"] = list(aliases)


def _claim(item: Item, known: list[Names]) -> ClaimAnnotation:
    fields = item.fields
    return ClaimAnnotation(
        spans=item.spans,
        speaker=_known(_word(fields, "speaker"), known),
        kind=_word(fields, "kind"),
        polarity=_word(fields, "polarity"),
        direct=str(fields.get("direct")).casefold() == "true",
    )


def _deadline(item: Item, known: list[Names]) -> DeadlineAnnotation:
    fields = item.fields
    return DeadlineAnnotation(
        spans=item.spans,
        due=_days(fields, "due"),
        status=_word(fields, "status"),
        set_by=tuple(_known(name, known) for name in _words(fields, "set_by")),
        binding_on=tuple(_known(name, known) for name in _words(fields, "binding_on")),
    )


def _attack(item: Item, known: list[Names], language: str) -> AttackAnnotation:
    fields = item.fields
    return AttackAnnotation(
        spans=item.spans,
        kind=_word(fields, "kind"),
        killed=_range(fields, "killed", language),
        injured=_range(fields, "injured", language),
        places=_words(fields, "places"),
        perpetrators=tuple(_known(name, known) for name in _words(fields, "perpetrators")),
        attribution=_word(fields, "attribution"),
        when=_days(fields, "when"),
    )


def _word(fields: Fields, key: str) -> str:
    value = fields.get(key)
    return value if isinstance(value, str) else ""


def _words(fields: Fields, key: str) -> Names:
    value = fields.get(key)
    values = value if isinstance(value, list) else [value]
    return tuple(each for each in values if isinstance(each, str) and each.strip())


def _all_names(fields: Fields) -> Names:
    return (_word(fields, "name"), *_words(fields, "aliases"))


def _known(name: str, known: list[Names]) -> Names:
    """The name with all others of the actor that the answer itself calls so."""
    for names in known:
        if name.casefold() in {each.casefold() for each in names}:
            return (name, *names)
    return (name,) if name else ()


def _days(fields: Fields, key: str) -> Days:
    start, end = (_day(fields.get(f"{key}_{bound}")) for bound in ("start", "end"))
    return (start, end) if start or end else None


def _day(value: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        return None


def _range(fields: Fields, key: str, language: str) -> Range:
    low, high = (_number(fields.get(f"{key}_{bound}"), language) for bound in ("low", "high"))
    if low is not None or high is not None:
        return low, high
    count = parse_count(_word(fields, f"{key}_text"), language)
    return (count.low, count.high) if count else None


def _number(value: Any, language: str) -> int | None:
    if isinstance(value, str):
        count = parse_count(value, language)
        return count.low if count else None
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
