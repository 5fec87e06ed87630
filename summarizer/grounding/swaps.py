"""Swaps of what does stand in the text: another speaker, another place, the injured for the killed.

The cues of the text decide: who is told to speak, which name is told as a place, which figure goes with which fate. Where
they tell nothing, nothing is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from summarizer.cues import identity
from summarizer.cues.attribution import find_attributions
from summarizer.cues.clauses import Span as Stretch
from summarizer.cues.names import Name, find_names
from summarizer.cues.places import find_places
from summarizer.cues.referents import Referent, Referents, Resolved
from summarizer.document import Sentence
from summarizer.grounding.fates import fates_of
from summarizer.grounding.guard import Refusal
from summarizer.grounding.calendar_words import find_calendar_words
from summarizer.grounding.passages import document_of, sentence_at
from summarizer.grounding.proper_names import INFLECTED, is_form_of
from summarizer.grounding.typography import folded
from summarizer.quantities import primary
from summarizer.schema import Count, Evidence, FigureKind

_QUOTED = re.compile(r"[“„«\"][^“”„«»\"]*[”“»\"]?")
_PRONOUN = r"(?:he|she|it|they|we|er|sie|il|elle|ils|elles|él|ella|ellos|він|вона|вони|он|она|они)"
_SPEAKS = r"(?:said|says|added|sagte|erklärte|meinte|dit|déclaré|ajouté|dijo|afirmó|añadió|сказав|сказала|сказал|заявил\w?)"
_PRONOUN_SPEAKS = re.compile(rf"^\W*{_PRONOUN}\b|\b{_SPEAKS}[\s-]+{_PRONOUN}(?=\W*$|[.,;])|\b{_PRONOUN}\s+{_SPEAKS}\b", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"\b(?:statement|communiqu\w+|letter|comment|reports?|posting|post|message|notes?|video|document|verdict|ruling|memo|email|text|sign|leaflet|survey|study)\b", re.IGNORECASE
)
_LEADS_BACK = 2
_LOCATIVE = (
    r"in|at|near|outside|inside|off|on|across|over|around|through|into|im|bei|nahe|vor|à|au|dans|en|près de|cerca de|contra|у|в|на|під|біля|по"
)
_NAME_BEHIND_LOCATIVE = re.compile(rf"\b(?i:{_LOCATIVE})\s+(?:the\s+)?(?P<name>[^\W\d_a-zß-öø-ÿа-яіїєґё][\w’'-]+(?:\s+[^\W\d_a-zß-öø-ÿа-яіїєґё][\w’'-]+)*)")
_ORIGIN = re.compile(r"\b(?:from|aus|von|з|із|из|от|від)\s+(?:the\s+)?(?:[\w’'-]+\s+(?:and|und|і|й|та|и)\s+)?$", re.IGNORECASE)


def check_count(kind: FigureKind, count: Count, evidence: Evidence, text: str, language: str = "en") -> Refusal | None:
    """Why `count` is no figure of `kind` in its evidence, or None.

    Refused where the evidence tells this figure as the injured and not the killed, or the reverse; the other kinds may
    rightly overlap with these: hostages are both captured and injured.
    """
    told = fates_of(count, evidence.quote, language)
    if not told or kind not in {"killed", "injured"} or kind in told:
        return None
    return Refusal("figure", f"the evidence tells {count.text!r} as {' and '.join(told)}, not as {kind}")


def check_place(place: str, evidence: Evidence, text: str, language: str = "en") -> Refusal | None:
    """Why the evidence does not lie in `place`, or None.

    Refused when the evidence tells other places and not this one, or this one only as somebody's origin.
    """
    told = _places(evidence, text, language)
    others = [other for other in told if not _same_place(place, other, language)]
    if not others:
        return None
    if _is_origin(place, evidence):
        return Refusal("other", f"{place!r} is where somebody comes from, not where it happened")
    if len(others) < len(told) or _is_located(place, evidence):
        return None
    return Refusal("other", f"the evidence tells of {', '.join(others)}, not of {place!r}")


def _places(evidence: Evidence, text: str, language: str) -> list[str]:
    """What the evidence tells as a place: by the cues, and any name behind a preposition of place."""
    cued = find_places(document_of(text, language), Stretch(evidence.start, evidence.end))
    named = _NAME_BEHIND_LOCATIVE.finditer(evidence.quote)
    found = [text[span.start : span.end] for span in cued] + [match["name"] for match in named]
    return [place for place in dict.fromkeys(found) if not find_calendar_words(f"{place}.", language)]


def _same_place(place: str, other: str, language: str) -> bool:
    ours, theirs = folded(place), folded(other)
    return ours in theirs or theirs in ours or is_form_of(ours, theirs, inflected=primary(language) in INFLECTED)


def _is_located(place: str, evidence: Evidence) -> bool:
    """Whether the place stands behind a preposition of place, a few words between ("in Yangon’s Hlaing district")."""
    wording = rf"\b(?:{_LOCATIVE})\s+(?:[\w’'-]+\s+){{0,4}}?{re.escape(folded(place))}"
    return re.search(wording, folded(evidence.quote)) is not None


def _is_origin(place: str, evidence: Evidence) -> bool:
    at = evidence.quote.find(place)
    return at > 0 and evidence.quote.count(place) == 1 and _ORIGIN.search(evidence.quote, 0, at) is not None


def check_speaker(name_forms: Iterable[str], evidence: Evidence, text: str, language: str = "en") -> Refusal | None:
    """Why nobody called by one of `name_forms` speaks in this evidence, or None.

    `name_forms` are the name and the aliases of the claim's speaker. Refused when the text attributes the passage to
    somebody else and none of the forms stands where its speaker would.
    """
    forms, told = list(name_forms), _attributed(evidence, text, language)
    if any(_is_called(resolved.referent, forms) for resolved in told if resolved.referent):
        return None
    sentence = sentence_at(text, evidence.start, language)
    if _stands_in(forms, sentence, text):
        return None
    if _leads_back(told, sentence, text, language) and any(
        _stands_in(forms, earlier, text) for earlier in _last_naming(sentence, text, language)
    ):
        return None
    speakers = dict.fromkeys(resolved.referent.name for resolved in told if resolved.referent and _speaks_for_itself(resolved.referent))
    if not speakers and (told or not _names_in(sentence, text, language)):
        return None
    return Refusal("reference", f"the text attributes this to {', '.join(speakers) or 'somebody else'}, not to {forms[0]!r}")


def _leads_back(told: Sequence[Resolved], sentence: Sentence, text: str, language: str) -> bool:
    """Whether the sentence's speaker is named before it: it is a pronoun's, or the sentence names nobody."""
    if any(resolved.attribution.pronoun for resolved in told):
        return True
    if _PRONOUN_SPEAKS.search(_QUOTED.sub("", text[sentence.start : sentence.end])):
        return True
    named = any(resolved.attribution.speaker for resolved in told)
    return not (named or _names_in(sentence, text, language))


@lru_cache(maxsize=8)
def _all_attributed(text: str, language: str) -> tuple[Resolved, ...]:
    document = document_of(text, language)
    names = find_names(document)
    return tuple(Referents(document, names).resolve(find_attributions(document, names)))


def _attributed(evidence: Evidence, text: str, language: str) -> list[Resolved]:
    """The attributions of the evidence's sentence; of its clause, where the sentence has one a clause."""
    document = document_of(text, language)
    found = []
    for resolved in _all_attributed(text, language):
        sentence = document.sentences[resolved.attribution.sentence - 1]
        start, end = resolved.attribution.clause or (sentence.start, sentence.end)
        if resolved.referent and start < evidence.end and evidence.start < end:
            found.append(resolved)
    return found


def _speaks_for_itself(referent: Referent) -> bool:
    """Whether a speaker is somebody: what "a communiqué" says may be anybody's words."""
    return not (referent.common and _DOCUMENT.search(referent.name))


def _is_called(referent: Referent, forms: Sequence[str]) -> bool:
    known = [*referent.forms, *referent.roles]
    return any(identity.same(form, other) or form.casefold() == other.casefold() for form in forms for other in known)


@lru_cache(maxsize=8)
def _names_by_sentence(text: str, language: str) -> dict[int, list[Name]]:
    found: dict[int, list[Name]] = {}
    for name in find_names(document_of(text, language)):
        found.setdefault(name.sentence, []).append(name)
    return found


def _names_in(sentence: Sentence, text: str, language: str) -> list[Name]:
    """The names of a sentence outside its quotation marks."""
    quoted = [match.span() for match in _QUOTED.finditer(text, sentence.start, sentence.end)]
    names = _names_by_sentence(text, language).get(sentence.number, [])
    return [name for name in names if not any(start <= name.start < end for start, end in quoted)]


def _last_naming(sentence: Sentence, text: str, language: str) -> list[Sentence]:
    """The nearest sentences before `sentence` that name somebody: where its pronoun leads back to."""
    before = document_of(text, language).sentences[: sentence.number - 1]
    return [earlier for earlier in reversed(before) if _names_in(earlier, text, language)][:_LEADS_BACK]


def _stands_in(forms: Sequence[str], sentence: Sentence, text: str) -> bool:
    quote = text[sentence.start : sentence.end]
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", quote, re.IGNORECASE) for form in forms)
