"""The verbs and wordings that attribute words to a speaker, from `lexicon/reporting.yaml` and `sources.yaml`; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from summarizer.cues.words import lexicon

LANGUAGES = ("en", "de", "fr", "es", "uk", "ru")

Frame = Literal[
    "plain", "content", "quote", "speech", "object", "noun", "as", "figure", "named", "asks", "deed", "guilty"
]
Shape = Literal["finite", "participle", "gerund"]
_VOWELS = "aeiou"


class Use(NamedTuple):
    """One way a form is used: the kind of claim, what must stand beside it, and the words of its particle."""

    kind: str
    frame: Frame
    particle: tuple[str, ...]
    shape: Shape


@cache
def verbs(language: str) -> dict[str, tuple[Use, ...]]:
    """Every form, in lower case, with its uses in the order of the lexicon; empty for a language without a table."""
    found: dict[str, list[Use]] = {}
    tag = language.split("-", maxsplit=1)[0].lower()
    for kind, frames in (lexicon("reporting").get(tag) or {}).items():
        for frame, entries in frames.items():
            for entry in entries.split():
                stem, *particle = entry.replace("-", "’" if tag == "de" else "-").split("+")
                for form, shape in _inflected(stem, tag):
                    found.setdefault(form, []).append(Use(kind, frame, tuple(particle), shape))
    return {form: tuple(uses) for form, uses in found.items()}


def _inflected(entry: str, language: str) -> Iterator[tuple[str, Shape]]:
    """The forms of one entry of the lexicon."""
    if language == "en":
        yield from _english(*entry.split("/"))
    elif entry.startswith("/"):
        yield entry[1:], "participle"
    elif language == "fr":
        yield from _french(re.sub(r"^s(?:e-|’|-en-)", "", entry))
    elif language == "es":
        yield from _spanish(entry.removeprefix("se-"))
    elif language in ("uk", "ru"):
        yield from ((form, "finite") for form in _slavic(entry, language))
    else:
        yield entry, "finite"


def _english(lemma: str, past: str = "", participle: str = "") -> Iterator[tuple[str, Shape]]:
    regular = lemma + "d" if lemma.endswith("e") else lemma[:-1] + "ied" if _ends_in_y(lemma) else lemma + "ed"
    past = past or regular
    third = (
        lemma[:-1] + "ies" if _ends_in_y(lemma) else lemma + ("es" if re.search(r"(?:s|x|z|ch|sh|o)$", lemma) else "s")
    )
    short = len(lemma) == 3 and lemma[1] in _VOWELS and lemma[2] not in _VOWELS + "wy"
    doubled = past == f"{lemma}{lemma[-1]}ed" or short or lemma in ("begin", "withdraw")
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma + lemma[-1] if doubled else lemma
    yield lemma, "finite"
    yield third, "finite"
    yield past, "finite"
    if participle and participle != past:
        yield participle, "participle"
    yield stem + "ing", "gerund"


def _ends_in_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2] not in _VOWELS


def _french(entry: str) -> Iterator[tuple[str, Shape]]:
    if not entry.endswith("er"):
        yield entry, "finite"
        return
    stem = entry[:-2]
    soft = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    stressed = re.sub(r"é([^aeiouéè]+)$", r"è\1", stem) if not stem.endswith("ppel") else stem + "l"
    yield from (
        (form, "finite")
        for form in (stressed + "e", stressed + "ent", soft + "ait", soft + "aient", soft + "a", stem + "èrent")
    )
    yield from ((stem + ending, "participle") for ending in ("é", "és", "ée", "ées"))
    yield soft + "ant", "gerund"


def _spanish(entry: str) -> Iterator[tuple[str, Shape]]:
    if not entry.endswith("ar"):
        yield entry, "finite"
        return
    stem = entry[:-2]
    yield from ((stem + ending, "finite") for ending in ("a", "an", "ó", "aron", "aba", "aban"))
    yield from ((stem + ending, "participle") for ending in ("ado", "ada", "ados", "adas"))
    yield stem + "ando", "gerund"


def _slavic(entry: str, language: str) -> tuple[str, ...]:
    """The past forms of a feminine past; any other form alone."""
    reflexive = next((ending for ending in ("лася", "лась") if entry.endswith(ending)), "")
    if reflexive:
        stem = entry.removesuffix(reflexive)
        return (entry, stem + ("вся" if language == "uk" else "лся"), stem + "лися", stem + "лись", stem + "лося")
    if not entry.endswith("ла"):
        return (entry,)
    stem = entry.removesuffix("ла")
    return (entry, stem + ("в" if language == "uk" else "л"), stem + "ло", stem + "ли")


class Sources(NamedTuple):
    """The wordings that name a source: before it, after it, as its owner ("in X's view"), as what cites it."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    about: frozenset[str]
    about_before: frozenset[str]
    about_after: frozenset[str]


@cache
def sources(language: str) -> Sources:
    """The wordings of a BCP 47 tag's language; patterns that match nothing for a language without a table."""
    table = lexicon("sources").get(language.split("-", maxsplit=1)[0].lower()) or {}
    return Sources(
        before=_whole_words(table.get("before", ())),
        after=_whole_words(table.get("after", ())),
        about=frozenset(table.get("about", ())),
        about_before=frozenset(table.get("about_before", ())),
        about_after=frozenset(table.get("about_after", ())),
    )


def _whole_words(wordings: list[str] | tuple[str, ...]) -> re.Pattern[str]:
    if not wordings:
        return re.compile(r"(?!)")
    longest_first = sorted(wordings, key=len, reverse=True)
    return re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest_first) + r")(?!\w)", re.IGNORECASE
    )
