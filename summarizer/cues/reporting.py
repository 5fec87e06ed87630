"""The verbs and phrases that attribute words to a speaker, from `lexicon/`; pure."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

LANGUAGES = ("en", "de", "fr", "es", "uk", "ru")
_TWO_WORDS = re.compile(r"\b(rules?d? out|went on|goes on|calle?d? on|calls on|calle?d? for|calls for|teilten? mit|sagte zu)\b")


class Verb(NamedTuple):
    """What a reporting verb makes of the words it reports; a weak one needs a quotation or a that-clause beside it."""

    kind: str
    weak: bool


@cache
def verbs(language: str) -> dict[str, Verb]:
    """Every form → its kind; two-word forms keyed with a space. English for a language without a table."""
    table: dict[str, str] = _lexicon("reporting").get(language) or {}
    found: dict[str, Verb] = {}
    for kind, forms in table.items():
        pairs = _TWO_WORDS.findall(forms)
        for form in (*pairs, *_TWO_WORDS.sub(" ", forms).split()):
            for inflected in _inflected(form, language):
                found.setdefault(inflected, Verb("statement" if kind == "weak" else kind, kind == "weak"))
    return found


def _inflected(form: str, language: str) -> tuple[str, ...]:
    """The form and, for the past tense of uk and ru, its other genders and its plural."""
    stem = form.removesuffix("ла")
    if language not in ("uk", "ru") or stem == form:
        return (form,)
    return (form, stem + "в" if language == "uk" else stem + "л", stem + "ло", stem + "ли")


@cache
def source_phrase(language: str) -> re.Pattern[str] | None:
    """Matches "according to" and its like before the speaker, or None for a language without a table."""
    phrases: list[str] = _lexicon("sources").get(language) or []
    if not phrases:
        return None
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True)) + r")(?!\w)", re.I)


@cache
def _lexicon(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((files("summarizer.cues") / "lexicon" / f"{name}.yaml").read_text("utf-8"))
    return data
