"""Seeded mutations of true items: what must be refused, written without a look at the guard that refuses it.

    python evals/bench/mutations/mutate.py > rows.jsonl

Every row holds a passage, one item of it and what was done to it. Groups:

* `true`: the item as it is; it must pass.
* `absent`: a figure, number word, weekday, month, name or quote that does not stand in the evidence.
* `swap`: a speaker, place or killed-injured pair that does stand in the text, but for something else.
* `negation`: a negation dropped or added.

`target` says whether the quote or the content was changed. Passages alternate between the halves `tuning` and `held_out`.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml

ITEMS = Path(__file__).with_name("items.yaml")
SEED = 20261122
Item = dict[str, Any]
Passage = dict[str, Any]

_NUMBER_WORDS = {
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn sechzehn siebzehn zwanzig dreißig",
    "fr": "deux trois quatre cinq six sept huit dix onze douze treize seize vingt trente",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez doce trece dieciséis quince veinte treinta",
    "uk": "двоє троє четверо п’ятеро шестеро семеро двадцять тридцять сорок",
}
_LOOKALIKES = {
    "six": "sixteen",
    "seven": "seventeen",
    "four": "fourteen",
    "nine": "nineteen",
    "eight": "eighteen",
    "three": "thirteen",
    "two": "twenty",
}
_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "uk": "понеділок вівторок середу четвер п’ятницю суботу неділю",
}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}
_SURNAMES = {
    "en": "Abernathy Castellan Drummond Fairweather Hollister Lindgren Okonjo Quintero Stavros Tremaine Ulbrecht Vandermeer",
    "de": "Achterberg Dornbusch Eichstädt Grabowski Hülsmann Kesselring",
    "fr": "Beaumarchais Delacourt Fontenelle Grandmaison Lavoisier Rochefort",
    "es": "Arizmendi Cifuentes Echeverría Goicoechea Larrañaga Villanueva",
    "uk": "Біленко Гордієнко Захарчук Лозинський Пилипенко Шевчук",
}
_FIRST_NAMES = {
    "en": "Archibald Beatrix Cornelius Dorothea Ezekiel Florence Gideon Henrietta",
    "de": "Adalbert Brunhilde Eberhard Friederike",
    "fr": "Barnabé Clothilde Eustache Honorine",
    "es": "Anselmo Casilda Evaristo Genoveva",
    "uk": "Захар Мирослава Орест Соломія",
}
_FABRICATED = {
    "en": [
        "The mayor resigned on Tuesday after a recording of the meeting was leaked.",
        "A spokeswoman said the talks had been useful and would go on.",
        "Officials confirmed that the suspects had left the country by boat.",
        "The company’s shares fell by a fifth within minutes.",
        "Nobody had expected the decision, an adviser admitted.",
        "Thousands of people took to the streets to celebrate the news.",
    ],
    "de": ["Der Bürgermeister trat am Abend überraschend zurück.", "Tausende feierten die Nachricht auf den Straßen."],
    "fr": ["Le maire a démissionné dans la soirée.", "Des milliers de personnes ont fêté la nouvelle dans les rues."],
    "es": ["El alcalde dimitió por la noche.", "Miles de personas celebraron la noticia en las calles."],
    "uk": ["Мер увечері подав у відставку.", "Тисячі людей вийшли на вулиці святкувати."],
}
# Wording → its opposite. The first that applies is taken, so the longer come first.
_DROPPED = {
    "en": [
        (r"\bdid not (\w+)", r"did \1"), (r"\bdoes not (\w+)", r"does \1"), (r"\bdo not (\w+)", r"do \1"),
        (r"\b(will|would|should|could|must|has|have|had|is|was|were|are|did|does|do) not\b", r"\1"), (r"\b(wo|does|do|did|is|was|would|should)n['’]t\b", r"\1"),
        (r"\bcannot\b", "can"), (r"\bnever\b", "always"), (r"\bneither (\w+) nor\b", r"both \1 and"), (r"\bno longer\b", "still"),
        (r"\bNobody\b", "Everybody"), (r"\bnobody\b", "everybody"), (r"\bNone of\b", "All of"), (r"\bnone of\b", "all of"), (r"\bNot a single\b", "Every"),
        (r"\bnot a single\b", "every"), (r"\bNot one\b", "Each"), (r"\bnot one\b", "each"), (r"\bnothing\b", "everything"), (r"\bNothing\b", "Everything"),
        (r"\bNo (?!later|more|fewer|less)", "The "), (r"\bno (?!later|more|fewer|less)", "the "), (r"\bnot\b ?", ""),
        (r"\bdenies\b", "confirms"), (r"\bdenied\b", "confirmed"), (r"\brefuses\b", "agrees"), (r"\brefused\b", "agreed"), (r"\brejected\b", "accepted"),
    ],
    "de": [(r"\bnicht ", ""), (r"\bkeine\b", "eine"), (r"\bkein\b", "ein"), (r"\bNiemand hat\b", "Jemand hat"), (r"\bNiemand\b", "Jeder")],
    "fr": [(r"\bn['’]ont pas\b", "ont"), (r"\bn['’]avaient pas\b", "avaient"), (r"\bne (\w+) pas\b", r"\1"), (r"\bAucun (\w+) n['’]a\b", r"Un \1 a")],
    "es": [(r"\bno ", ""), (r"\bNo habrá\b", "Habrá"), (r"\bNadie\b", "Todo el mundo")],
    "uk": [
        (r"\bне зробить ні для кого\b", "зробить для всіх"), (r"\bне отримали жодного листа\b", "отримали кілька листів"), (r"\bЖодна ракета не\b", "Ракета"), (r"\bжодна ракета не\b", "ракета"), (r"\bне ", ""),
    ],
}  # fmt: skip
_NEGATED = {
    "en": r"\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without|denie\w+|refuse\w*|reject\w*)\b|n['’]t\b",
    "de": r"\b(?:nicht|kein\w*|niemand|nie|wies|zurück)\b",
    "fr": r"\b(?:ne|pas|aucun\w*|jamais|personne)\b|\bn['’]",
    "es": r"\b(?:no|nadie|nunca|ning\w+)\b",
    "uk": r"\b(?:не|ні|жодн\w+|ніхто)\b",
}
_ADDED = {
    "en": [
        (r"\b(will|would|should|could|must|can)\b(?! not)", r"\1 not"), (r"\b(has|have|had|is|was|were|are)\b(?! (?:not|never|no\b))", r"\1 not"),
        (r"\bdenies\b", "does not deny"),
    ],
    "de": [(r"\b(wird|werde|ist|sind|hat)\b", r"\1 nicht"), (r"\b(kostet|verlangt)\b", r"\1 nicht")],
    "fr": [(r"\ba (reçu|versé)\b", r"n'a pas \1"), (r"\b(fermera)\b", r"ne \1 pas")],
    "es": [(r"\b(está|podrán|habrá)\b", r"no \1")],
    "uk": [(r"\b(триватиме|поранив)\b", r"не \1")],
}  # fmt: skip


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


def passages() -> list[Passage]:
    """The labelled passages, in the order of the file."""
    loaded: list[Passage] = yaml.safe_load(ITEMS.read_text(encoding="utf-8"))
    return loaded


def rows(seed: int = SEED) -> list[Row]:
    """Every true item and all its mutations; the same seed gives the same rows."""
    made: list[Row] = []
    for number, passage in enumerate(passages()):
        for index, item in enumerate(passage["items"]):
            chance = random.Random(f"{seed}/{passage['id']}/{index}")
            stem = {
                "half": ("tuning", "held_out")[number % 2],
                "language": passage["language"],
                "text": passage["text"],
            }
            for group, kind, target, mutated in _all(passage, item, chance):
                made.append(
                    Row(
                        id=f"{passage['id']}/{index}/{kind}/{target}",
                        group=group,
                        kind=kind,
                        target=target,
                        item=mutated,
                        **stem,
                    )
                )
    return made


Mutation = tuple[str, str, str, Item]


def _all(passage: Passage, item: Item, chance: random.Random) -> Iterator[Mutation]:
    yield "true", "true", "none", item
    yield from _reworded(passage, item, chance)
    yield from _renamed(passage, item, chance)
    yield from _requoted(passage, item, chance)
    yield from _swapped(passage, item, chance)
    yield from _negated(passage, item)


def _changed(item: Item, field: str, old: str, new: str) -> Item:
    """The item with one occurrence of `old` in one of its fields replaced."""
    value = item[field]
    if isinstance(value, list):
        return item | {field: [entry.replace(old, new) for entry in value]}
    return item | {field: value.replace(old, new, 1)}


_CONTENT = ("text", "what", "consequence", "amount", "killed", "injured", "due", "when", "weapon", "targets")


def _fields(item: Item) -> Iterator[tuple[str, str, str]]:
    """The quote and every free-text field: target, field name, wording."""
    yield "quote", "quote", item["quote"]
    for field in _CONTENT:
        value = item.get(field)
        for wording in value if isinstance(value, list) else [value]:
            if wording:
                yield "content", field, wording


def _reworded(passage: Passage, item: Item, chance: random.Random) -> Iterator[Mutation]:
    """Other figures, number words, weekdays, months."""
    language, done = passage["language"], set()
    for target, field, wording in _fields(item):
        for kind, found, others in _replaceable(wording, language):
            free = [other for other in others if not _stands(other, item["quote"]) and not _stands(other, wording)]
            if free and (kind, target) not in done:
                done.add((kind, target))
                new = free[0] if kind in {"figure", "number_word"} and chance.random() < 0.5 else chance.choice(free)
                yield "absent", kind, target, _changed(item, field, found, new)


def _stands(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) is not None


def _replaceable(wording: str, language: str) -> Iterator[tuple[str, str, list[str]]]:
    for match in re.finditer(r"(?<![\w-])\d[\d,.]*\d|(?<![\w-])\d", wording):
        yield "figure", match.group(), _other_figures(match.group())
    for kind, table in (("number_word", _NUMBER_WORDS), ("weekday", _WEEKDAYS), ("month", _MONTHS)):
        words = table[language].split()
        for word in words:
            found = re.search(rf"(?<![\w-]){word}(?!\w)", wording, re.IGNORECASE if kind == "number_word" else 0)
            if found:
                lookalike = [_LOOKALIKES[word]] if kind == "number_word" and word in _LOOKALIKES else []
                others = [*lookalike, *(other for other in words if other.casefold() != word.casefold())]
                yield (
                    kind,
                    found.group(),
                    [other.capitalize() if found.group()[0].isupper() else other for other in others],
                )


def _other_figures(figure: str) -> list[str]:
    """Digits turned round (12 → 21), one digit changed, a digit more."""
    turned = figure[::-1] if figure.isdigit() and len(figure) > 1 and figure[-1] != "0" else ""
    changed = str((int(figure[0]) % 9) + 1) + figure[1:]
    longer = "1" + figure if figure.isdigit() and len(figure) < 3 else ""
    return [other for other in (turned, changed, longer) if other and other != figure]


def _renamed(passage: Passage, item: Item, chance: random.Random) -> Iterator[Mutation]:
    """A surname that nobody in the text has, a first name that its bearer has not, a place that is not there."""
    language = passage["language"]
    surname, first = chance.choice(_SURNAMES[language].split()), chance.choice(_FIRST_NAMES[language].split())
    people = [
        form
        for form in item.get("speaker", [])
        if re.fullmatch(r"(?:[^\W\d_]+[-\s])*[^\W\d_]+", form) and form.istitle()
    ]
    full = next((form for form in people if len(form.split()) == 2 and not form.startswith("The ")), None)
    if full:
        given, family = full.split()
        if _stands(full, item["quote"]):
            yield "absent", "surname", "quote", _changed(item, "quote", family, surname)
            yield "absent", "first_name", "quote", _changed(item, "quote", given, first)
        yield "absent", "surname", "content", item | {"speaker": [f"{given} {surname}"]}
        yield "absent", "first_name", "content", item | {"speaker": [f"{first} {family}"]}
    if item.get("text") and full and family in item["text"]:
        yield "absent", "surname_in_text", "content", _changed(item, "text", family, surname)
    if item.get("places"):
        yield "absent", "place", "content", item | {"places": [surname]}
        if _stands(item["places"][0], item["quote"]):
            yield "absent", "place", "quote", _changed(item, "quote", item["places"][0], surname)


def _requoted(passage: Passage, item: Item, chance: random.Random) -> Iterator[Mutation]:
    """A sentence that nobody wrote, as quote or as content, and quotes glued from two places of the passage."""
    fabricated = chance.choice(_FABRICATED[passage["language"]])
    yield "absent", "fabricated", "quote", item | {"quote": fabricated}
    if item.get("text"):
        yield "absent", "fabricated", "content", item | {"text": fabricated}
    others = [other["quote"] for other in passage["items"] if other["quote"] != item["quote"]]
    if others:
        head, tail = item["quote"].split(), chance.choice(others).split()
        glued = [*head[: max(3, len(head) // 2)], *tail[len(tail) // 2 :]]
        yield "absent", "glued", "quote", item | {"quote": " ".join(glued)}
        yield (
            "absent",
            "glued_by_ellipsis",
            "quote",
            item | {"quote": f"{' '.join(head[: max(3, len(head) // 2)])} … {' '.join(tail[len(tail) // 2 :])}"},
        )


def _swapped(passage: Passage, item: Item, chance: random.Random) -> Iterator[Mutation]:
    """Another speaker of the passage, another place of it, the killed for the injured."""
    own = set(item.get("speaker", []))
    others = [
        other["speaker"] for other in passage["items"] if other.get("speaker") and not own & set(other["speaker"])
    ]
    if own and others:
        yield "swap", "speaker", "content", item | {"speaker": chance.choice(others)}
    elsewhere = [place for other in passage["items"] for place in other.get("places", [])] + passage.get(
        "other_places", []
    )
    foreign = [place for place in dict.fromkeys(elsewhere) if place not in item.get("places", [])]
    if item.get("places") and foreign:
        yield "swap", "place", "content", item | {"places": [chance.choice(foreign)]}
    killed, injured = item.get("killed"), item.get("injured")
    if killed or injured:
        yield "swap", "killed_injured", "content", item | {"killed": injured, "injured": killed}


def _negated(passage: Passage, item: Item) -> Iterator[Mutation]:
    language = passage["language"]
    for target, field in (("quote", "quote"), ("content", "text")):
        for kind, table in (("negation_dropped", _DROPPED), ("negation_added", _ADDED)):
            wording = item.get(field) or ""
            if kind == "negation_added" and re.search(_NEGATED[language], wording, re.IGNORECASE):
                continue  # a second negation would turn the first round again
            changed = next(
                (new for old, by in table[language] if (new := re.sub(old, by, wording, count=1)) != wording), None
            )
            if changed:
                yield (
                    "negation",
                    kind,
                    target,
                    item | {field: changed[0].upper() + changed[1:] if field == "text" else changed},
                )


def main() -> None:
    """Write every row as a line of JSON."""
    for row in rows():
        sys.stdout.write(json.dumps(asdict(row), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
