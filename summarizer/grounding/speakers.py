"""Whether the text attributes a passage to the speaker whom a claim names.

The cues of the text decide. Where they tell no speaker, nobody is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from summarizer.cues import identity
from summarizer.cues.attribution import find_attributions
from summarizer.cues.names import Name, find_names
from summarizer.cues.referents import Referent, Referents, Resolved
from summarizer.document import Sentence
from summarizer.grounding.closed_classes import alternatives, whole_words, word_list
from summarizer.grounding.guard import Refusal
from summarizer.grounding.passages import document_of, sentence_at
from summarizer.schema import Evidence

_QUOTED = re.compile(r"[“„«\"][^“”„«»\"]*[”“»\"]?")
# How many sentences with a name in them a pronoun may lead back over.
_LEADS_BACK = 2


def check_speaker(name_forms: Iterable[str], evidence: Evidence, text: str, language: str = "en") -> Refusal | None:
    """Why nobody called by one of `name_forms` speaks in this evidence, or None.

    `name_forms` are the name and the aliases of the claim's speaker. Refused where the text attributes the passage to
    somebody else, and no form stands in its sentence or, before a pronoun, in the last sentences that name somebody.
    """
    forms, told = list(name_forms), _attributed(evidence, text, language)
    if any(_is_called(resolved.referent, forms) for resolved in told if resolved.referent):
        return None
    sentence = sentence_at(text, evidence.start, language)
    divided = _has_others(told, sentence, text, language)
    passages = [evidence.quote if divided else _quote(sentence, text)]
    if _leads_back(told, sentence, text, language):
        passages += [_quote(earlier, text) for earlier in _last_naming(sentence, text, language)]
    if any(_names_one(passage, forms) for passage in passages):
        return None
    speakers = [r.referent.name for r in told if r.referent and not _is_document(r.referent)]
    if not speakers and (told or not _names_in(sentence, text, language)):
        return None
    found = ", ".join(dict.fromkeys(speakers)) or "somebody else"
    return Refusal("reference", f"the text attributes this to {found}, not to {forms[0]!r}")


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


@lru_cache(maxsize=8)
def _all_attributed(text: str, language: str) -> tuple[Resolved, ...]:
    document = document_of(text, language)
    names = find_names(document)
    return tuple(Referents(document, names).resolve(find_attributions(document)))


def _has_others(told: Sequence[Resolved], sentence: Sentence, text: str, language: str) -> bool:
    """Whether the sentence has attributions besides those of the evidence: another clause, another speaker."""
    return any(
        resolved.attribution.sentence == sentence.number and resolved not in told
        for resolved in _all_attributed(text, language)
    )


def _is_called(referent: Referent, forms: Sequence[str]) -> bool:
    known = [*referent.forms, *referent.roles]
    return any(identity.same(form, other) or form.casefold() == other.casefold() for form in forms for other in known)


def _is_document(referent: Referent) -> bool:
    """Whether a speaker is "a communiqué" or "the letter", whose words may be anybody's."""
    return referent.common and whole_words("attribution", "documents").search(referent.name) is not None


def _leads_back(told: Sequence[Resolved], sentence: Sentence, text: str, language: str) -> bool:
    """Whether the sentence's speaker is named before it: it is a pronoun's, or the sentence names nobody."""
    if any(resolved.attribution.pronoun for resolved in told):
        return True
    if _pronoun_speaks().search(_QUOTED.sub("", text[sentence.start : sentence.end])):
        return True
    named = any(resolved.attribution.speaker for resolved in told)
    return not (named or _names_in(sentence, text, language))


@cache
def _pronoun_speaks() -> re.Pattern[str]:
    """A pronoun that opens its sentence, "he said", or "said he" at the end of a clause."""
    pronoun, speaks = (alternatives(word_list("attribution", name)) for name in ("pronouns", "verbs"))
    return re.compile(
        rf"^\W*{pronoun}\b|\b{speaks}[\s-]+{pronoun}(?=\W*$|[.,;])|\b{pronoun}\s+{speaks}\b", re.IGNORECASE
    )


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


def _quote(sentence: Sentence, text: str) -> str:
    return text[sentence.start : sentence.end]


def _names_one(passage: str, forms: Sequence[str]) -> bool:
    """Whether one of the forms stands in the passage, and not as the possessor of something else."""
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w|['’]s\b)", passage, re.IGNORECASE) for form in forms)
