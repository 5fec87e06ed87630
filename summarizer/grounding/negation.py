"""Negations and what they negate, so that a negation dropped, added or moved is seen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from summarizer.grounding.closed_classes import alternatives, languages_of, whole_words, word_list
from summarizer.grounding.content_words import content_stems, holds
from summarizer.quantities import primary

_MODAL = re.compile(r"\b(?:must|may|should|shall|can)\s*$", re.IGNORECASE)
_NEAREST = 4
_GOVERNED_WITHIN = 12


class Negation(NamedTuple):
    """A negating expression; `scope` holds the stems of the content words that it negates, nearest first.

    `inherent` marks a word that denies by itself ("refused"), `modal` one that forbids ("must not").
    """

    start: int
    end: int
    inherent: bool
    scope: tuple[str, ...]
    modal: bool = False


def find_negations(text: str, language: str = "en") -> list[Negation]:
    """Every negation of `text`, left to right; "no later than", "not only" and "No. 10" are none.

    In a language without tables those of all languages are joined.
    """
    known, tongues = primary(language), languages_of("negation.plain")
    found: set[Negation] = set()
    for tongue in [known] if known in tongues else tongues:
        neutral = [match.span() for match in whole_words("negation.neutral", tongue).finditer(text)]
        for kind in ("plain", "inherent"):
            for match in whole_words(f"negation.{kind}", tongue).finditer(text):
                if not any(start <= match.start() < end for start, end in neutral):
                    found.add(_negation(text, match, tongue, inherent=kind == "inherent"))
    return sorted(found)


@cache
def _clause_end() -> re.Pattern[str]:
    conjunctions = alternatives(word_list("clauses", "conjunctions"))
    return re.compile(rf"[,;:.!?()–—\n\"“”«»]|(?<!\w){conjunctions}(?!\w)", re.IGNORECASE)


def _negation(text: str, match: re.Match[str], language: str, *, inherent: bool) -> Negation:
    modal = _MODAL.search(text, 0, match.start()) or match.group().lower() == "cannot"
    return Negation(*match.span(), inherent, _scope(text, match.span(), language, inherent=inherent), modal=bool(modal))


def _scope(text: str, span: tuple[int, int], language: str, *, inherent: bool) -> tuple[str, ...]:
    """English negates what follows; elsewhere the negation may close its clause, so the whole clause is taken."""
    following = _clause_end().search(text, span[1])
    after = content_stems(text[span[1] : following.start() if following else len(text)])
    if language == "en" and (after or not inherent):
        return tuple(after[:_NEAREST])
    preceding = [match.end() for match in _clause_end().finditer(text, 0, span[0])]
    before = content_stems(text[preceding[-1] if preceding else 0 : span[0]])
    return tuple((after + before[::-1])[: 2 * _NEAREST])


def turned(content: str, evidence: str, language: str = "en", *, demand: bool = False) -> str | None:
    """What is negated on one side only, or None when the two agree.

    A negation of `evidence` is dropped when `content` asserts the very words that it negates; a negation of `content`
    is added when `evidence` has none, or asserts the very words that it negates. A `demand` tells what must be done:
    there only a dropped "must not" turns the sense, since "whoever does not pay" and "pay" are one demand.
    """
    said, meant = find_negations(content, language), find_negations(evidence, language)
    binding = [negation for negation in meant if negation.modal] if demand else meant
    return (
        _doubled(said, meant) or _added(said, meant, evidence) or _dropped(binding, said, content, evidence, language)
    )


def _doubled(said: Sequence[Negation], meant: Sequence[Negation]) -> str | None:
    """Whether one side did not deny and the other denied."""
    if _has_double(meant) and said and not any(not negation.inherent for negation in said):
        return "the evidence negates the denial, the content denies"
    if _has_double(said) and meant and not any(not negation.inherent for negation in meant):
        return "the content negates the denial, the evidence denies"
    return None


def _has_double(negations: Sequence[Negation]) -> bool:
    return any(
        not outer.inherent and inner.inherent and 0 <= inner.start - outer.end <= _GOVERNED_WITHIN
        for outer in negations
        for inner in negations
    )


def _added(said: Sequence[Negation], meant: Sequence[Negation], evidence: str) -> str | None:
    for negation in said:
        if negation.inherent and (meant or not negation.scope):
            continue
        if not meant:
            return f"the content negates {_words(negation)}, the evidence has no negation"
        shared = any(holds(other.scope, stem) for other in meant for stem in negation.scope)
        if not shared and _asserts(evidence, meant, negation.scope):
            return f"the content negates {_words(negation)}, the evidence asserts it"
    return None


def _dropped(
    meant: Sequence[Negation], said: Sequence[Negation], content: str, evidence: str, language: str
) -> str | None:
    for negation in meant:
        if said and (negation.inherent or not negation.scope):
            continue
        if negation.scope:
            dropped = _asserts(content, said, negation.scope)
        else:
            total = _is_total(content, language) and not _is_total(evidence, language)
            dropped = total or not _shares(content, evidence)
        if dropped:
            return f"the evidence negates {_words(negation)}, the content asserts it"
    return None


def _is_total(text: str, language: str) -> bool:
    """Whether it says "everything", the opposite of a "nothing" that has no word beside it to tell what it negates."""
    return whole_words("negation.total", primary(language)).search(text) is not None


def _shares(content: str, evidence: str) -> bool:
    """Whether the content holds a content word of the evidence: of a bare "They tell us nothing" it holds none."""
    return any(holds(content_stems(evidence), stem) for stem in content_stems(content))


def _asserts(text: str, negations: Sequence[Negation], scope: Sequence[str]) -> bool:
    """Whether `text` holds half of the nearest words of `scope` outside its own negations.

    Where it has negations of its own, the first word too: what is negated there may only stand beside it.
    """
    negated = [stem for negation in negations for stem in negation.scope]
    free = [stem for stem in content_stems(text) if not holds(negated, stem)]
    nearest = scope[:3]
    if not nearest or (negations and not holds(free, nearest[0])):
        return False
    return sum(holds(free, stem) for stem in nearest) * 2 >= len(nearest)


def _words(negation: Negation) -> str:
    return " ".join(f"{stem}…" for stem in negation.scope[:3]) or "something"
