"""Seeded mutations of true items: what must be refused, written without a look at the guard that refuses it.

    python evals/bench/mutations/mutate.py > rows.jsonl

Every row holds a passage, one item of it and what was done to it. Groups:

* `true`: the item as it is; it must pass.
* `absent`: a figure, number word, weekday, month, name or sentence that does not stand in the evidence.
* `swap`: a speaker, place or killed-injured pair that does stand in the text, but for something else.
* `negation`: a negation dropped or added.

`target` says whether the quote or the content was changed. Passages alternate between the halves `tuning` and
`held_out`.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

HERE = Path(__file__).parent
SEED = 20261122
Item = dict[str, Any]
Passage = dict[str, Any]

_CONTENT = ("text", "what", "consequence", "amount", "killed", "injured", "due", "when", "weapon", "targets")
_FIGURE = re.compile(r"(?<![\w-])\d[\d,.]*\d|(?<![\w-])\d")
_SPELT_OUT = 40
_FULL_NAME = re.compile(r"(?!The\b)[^\W\d_][\w’'-]+ [^\W\d_][\w’'-]+")


@dataclass(frozen=True)
class Row:
    """One mutated (or true) item with the passage it is judged against."""

    id: str
    half: str
    language: str
    group: str
    kind: str
    target: str
    text: str
    item: Item


class Mutation(NamedTuple):
    """What was done to an item, and the item after it."""

    group: str
    kind: str
    target: str
    item: Item


def passages() -> list[Passage]:
    """The labelled passages, in the order of the file."""
    loaded: list[Passage] = _load("items.yaml")
    return loaded


def rows(seed: int = SEED, first: int | None = None) -> list[Row]:
    """Every true item and all its mutations, or those of the first passages; the same seed gives the same rows."""
    substitutes = _load("substitutes.yaml")
    made: list[Row] = []
    for number, passage in enumerate(passages()[:first]):
        half, language = ("tuning", "held_out")[number % 2], passage["language"]
        for index, item in enumerate(passage["items"]):
            chance = random.Random(f"{seed}/{passage['id']}/{index}")  # noqa: S311 - nothing secret is drawn
            for group, kind, target, mutated in _mutations(passage, item, substitutes[language], chance):
                name = f"{passage['id']}/{index}/{kind}/{target}"
                made.append(Row(name, half, language, group, kind, target, passage["text"], mutated))
    return made


@cache
def _load(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


def _mutations(passage: Passage, item: Item, words: dict[str, Any], chance: random.Random) -> Iterator[Mutation]:
    yield Mutation("true", "true", "none", item)
    yield from _reworded(item, words, chance)
    yield from _borrowed(passage, item, words, chance)
    yield from _renamed(item, words, chance)
    yield from _requoted(passage, item, words, chance)
    yield from _swapped(passage, item, chance)
    yield from _negated(item, words)


def _changed(item: Item, field: str, old: str, new: str) -> Item:
    """The item with one occurrence of `old` in one of its fields replaced."""
    value = item[field]
    if isinstance(value, list):
        return item | {field: [entry.replace(old, new) for entry in value]}
    return item | {field: value.replace(old, new, 1)}


def _fields(item: Item) -> Iterator[tuple[str, str, str]]:
    """The quote and every free-text field: target, field name, wording."""
    yield "quote", "quote", item["quote"]
    for field in _CONTENT:
        value = item.get(field)
        for wording in value if isinstance(value, list) else [value]:
            if wording:
                yield "content", field, wording


def _stands(word: str, text: str) -> bool:
    return _whole_word(word, re.IGNORECASE).search(text) is not None


@cache
def _whole_word(word: str, flags: int) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(word)}(?!\w)", flags)


def _reworded(item: Item, words: dict[str, Any], chance: random.Random) -> Iterator[Mutation]:
    """Other figures, number words, weekdays, months; one of a kind in the quote and one in the content."""
    done = set()
    for target, field, wording in _fields(item):
        for kind, found, others in _replaceable(wording, words):
            free = [other for other in others if not _stands(other, item["quote"]) and not _stands(other, wording)]
            if free and (kind, target) not in done:
                done.add((kind, target))
                likeliest = kind in {"figure", "number_word"} and chance.random() < 0.5
                new = free[0] if likeliest else chance.choice(free)
                yield Mutation("absent", kind, target, _changed(item, field, found, new))


def _replaceable(wording: str, words: dict[str, Any]) -> Iterator[tuple[str, str, list[str]]]:
    """What a wording holds of each kind, with what might stand instead, the likeliest slip first."""
    for match in _FIGURE.finditer(wording):
        yield "figure", match.group(), _other_figures(match.group())
    for kind, names in (("number_word", "number_words"), ("weekday", "weekdays"), ("month", "months")):
        for word in words[names]:
            found = _whole_word(word, re.IGNORECASE if kind == "number_word" else 0).search(wording)
            if found:
                lookalike = words.get("lookalikes", {}).get(word)
                others = [other for other in dict.fromkeys((lookalike, *words[names])) if other and other != word]
                capital = found.group()[0].isupper()
                yield kind, found.group(), [other.capitalize() if capital else other for other in others]


def _other_figures(figure: str) -> list[str]:
    """Digits turned round (12 → 21), one digit changed, a digit more."""
    turned = figure[::-1] if figure.isdigit() and len(figure) > 1 and figure[-1] != "0" else ""
    changed = str((int(figure[0]) % 9) + 1) + figure[1:]
    longer = "1" + figure if figure.isdigit() and len(figure) < 3 else ""
    return [other for other in (turned, changed, longer) if other and other != figure]


def _borrowed(passage: Passage, item: Item, words: dict[str, Any], chance: random.Random) -> Iterator[Mutation]:
    """A figure, number word, weekday or month that stands elsewhere in the passage, but not in this evidence."""
    for target, field, wording in _fields(item):
        for kind, found, _ in _replaceable(wording, words):
            elsewhere = [other for k, other, _ in _replaceable(passage["text"], words) if k == kind]
            free = [other for other in elsewhere if not _stands(other, item["quote"]) and not _has_a_word(other)]
            if target == "content" and free:
                new = chance.choice(free)
                yield Mutation("absent", f"borrowed_{kind}", target, _changed(item, field, found, new))
                return


def _has_a_word(figure: str) -> bool:
    """Whether a figure is so small that the evidence may spell it: "3 hours" beside "three engineers"."""
    return figure.isdigit() and int(figure) <= _SPELT_OUT


def _renamed(item: Item, words: dict[str, Any], chance: random.Random) -> Iterator[Mutation]:
    """A surname that nobody in the text has, a first name that its bearer has not, a place that is not there."""
    surname, first = chance.choice(words["surnames"]), chance.choice(words["first_names"])
    full = next((form for form in item.get("speaker", []) if _FULL_NAME.fullmatch(form) and form.istitle()), None)
    if full:
        given, family = full.split()
        if _stands(full, item["quote"]):
            yield Mutation("absent", "surname", "quote", _changed(item, "quote", family, surname))
            yield Mutation("absent", "first_name", "quote", _changed(item, "quote", given, first))
        yield Mutation("absent", "surname", "content", item | {"speaker": [f"{given} {surname}"]})
        yield Mutation("absent", "first_name", "content", item | {"speaker": [f"{first} {family}"]})
        if family in item.get("text", ""):
            yield Mutation("absent", "surname_in_text", "content", _changed(item, "text", family, surname))
    if item.get("places"):
        yield Mutation("absent", "place", "content", item | {"places": [surname]})
        if _stands(item["places"][0], item["quote"]):
            yield Mutation("absent", "place", "quote", _changed(item, "quote", item["places"][0], surname))


def _requoted(passage: Passage, item: Item, words: dict[str, Any], chance: random.Random) -> Iterator[Mutation]:
    """A sentence that nobody wrote, as quote or as content, and quotes glued from two places of the passage."""
    fabricated = chance.choice(words["fabricated"])
    yield Mutation("absent", "fabricated", "quote", item | {"quote": fabricated})
    if item.get("text"):
        yield Mutation("absent", "fabricated", "content", item | {"text": fabricated})
    others = [other["quote"] for other in passage["items"] if other["quote"] != item["quote"]]
    if others:
        head, tail = item["quote"].split(), chance.choice(others).split()
        first, last = " ".join(head[: max(3, len(head) // 2)]), " ".join(tail[len(tail) // 2 :])
        yield Mutation("absent", "glued", "quote", item | {"quote": f"{first} {last}"})
        yield Mutation("absent", "glued_by_ellipsis", "quote", item | {"quote": f"{first} … {last}"})


def _swapped(passage: Passage, item: Item, chance: random.Random) -> Iterator[Mutation]:
    """Another speaker of the passage, another place of it, the killed for the injured."""
    own, places = set(item.get("speaker", [])), item.get("places", [])
    speakers = [other["speaker"] for other in passage["items"] if other.get("speaker")]
    others = [speaker for speaker in speakers if not own & set(speaker)]
    if own and others:
        yield Mutation("swap", "speaker", "content", item | {"speaker": chance.choice(others)})
    told = [place for other in passage["items"] for place in other.get("places", [])]
    elsewhere = [place for place in dict.fromkeys(told + passage.get("other_places", [])) if place not in places]
    if places and elsewhere:
        yield Mutation("swap", "place", "content", item | {"places": [chance.choice(elsewhere)]})
    killed, injured = item.get("killed"), item.get("injured")
    if killed or injured:
        yield Mutation("swap", "killed_injured", "content", item | {"killed": injured, "injured": killed})


def _negated(item: Item, words: dict[str, Any]) -> Iterator[Mutation]:
    """A negation dropped; one added where there is none, since a second would turn the first round again."""
    for target, field in (("quote", "quote"), ("content", "text")):
        wording = item.get(field) or ""
        negated = re.search(words["negated"], wording, re.IGNORECASE)
        for kind in ("dropped", *(() if negated else ("added",))):
            turned = (re.sub(old, new, wording, count=1) for old, new in words[kind])
            changed = next((other for other in turned if other != wording), None)
            if changed:
                opened = changed[0].upper() + changed[1:] if field == "text" else changed
                yield Mutation("negation", f"negation_{kind}", target, item | {field: opened})


def main() -> None:
    """Write every row as a line of JSON."""
    for row in rows():
        sys.stdout.write(json.dumps(asdict(row), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
