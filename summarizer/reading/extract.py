"""Headline and summary in the article's own sentences, for a plan whose model cannot be trusted to write them; pure.

A small model that sums up mixes up who said what, and no check of words sees it: every name stands in the text, one of
them in the wrong place. Sentences of the article that carry the items cannot say what the article does not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from summarizer.cues.quotations import is_within, quotations
from summarizer.cues.words import POSSESSIVES, PRONOUNS, word_classes
from summarizer.document import Document, Sentence
from summarizer.merge import Assembled
from summarizer.schema import Attack, Claim, Deadline

_Forms = Mapping[str, tuple[str, ...]]
"""Actor id → all names that the text has for the actor."""

MOST_SENTENCES = 4
LONGEST = 400
"""Characters of a sentence in the summary; a longer one is no summary of anything."""
_WEIGHTY = frozenset({"accusation", "denial", "demand", "promise", "proposal", "threat"})
_TAKING_UP = frozenset("that this these those such both neither either another others".split())
_WORD = re.compile(r"\w[\w’'-]*")


@dataclass(frozen=True)
class _Passage:
    """What can stand in a summary: where it begins in the text, its wording, and the topics it covers with weights."""

    start: int
    wording: str
    topics: Mapping[str, float]

    def gain(self, covered: set[str]) -> float:
        return sum(weight for topic, weight in self.topics.items() if topic not in covered)


def extract(document: Document, items: Assembled) -> list[str]:
    """Up to four sentences, in text order, that say the attacks, the deadlines and what the main speakers say.

    The opening sentence is none of them: it is the headline.
    """
    opening, *others = document.sentences
    forms = {actor.id: (actor.name, *actor.aliases) for actor in items.actors}
    passages = [passage for sentence in others if (passage := _passage(sentence, document, items, forms))]
    covered = set(_topics(opening, items))
    chosen: list[_Passage] = []
    while passages and len(chosen) < MOST_SENTENCES:
        best = max(passages, key=lambda each: (each.gain(covered), -each.start))
        if not best.gain(covered):
            break
        passages.remove(best)
        chosen.append(best)
        covered.update(best.topics)
    told = sorted(chosen, key=lambda each: each.start)
    return [_closed(each.wording) for each in told]


def _closed(wording: str) -> str:
    """With a full stop where a clause was cut out of its sentence."""
    return wording if wording.rstrip("\"'”’»“)").endswith((".", "!", "?", "…")) else f"{wording}."


def _passage(sentence: Sentence, document: Document, items: Assembled, forms: _Forms) -> _Passage | None:
    """The sentence, or else a claim of it with its speaker's name put in, where one of them can stand alone."""
    topics = _topics(sentence, items)
    if not topics or _breaks_a_quotation(sentence, document):
        return None
    claims = [claim for claim in items.claims if _lies_in(claim, sentence)]
    for wording in _wordings(document.quote(sentence), claims, forms):
        if len(wording) <= LONGEST and _stands_alone(wording, forms, document.language):
            return _Passage(sentence.start, wording, topics)
    return None


def _wordings(quote: str, claims: list[Claim], forms: _Forms) -> Iterator[str]:
    if all(any(form in quote for form in forms[claim.speaker]) for claim in claims):
        yield quote
    if len(claims) == 1:
        yield claims[0].text


def _topics(sentence: Sentence, items: Assembled) -> dict[str, float]:
    """What the sentence is the first to say: attacks and deadlines weigh most, they are what a desk must not miss."""
    musts: list[Attack | Deadline] = [*items.attacks, *items.deadlines]
    topics = {item.id: 3.0 for item in musts if _lies_in(item, sentence)}
    for claim in items.claims:
        if _lies_in(claim, sentence):
            # A second word of the same speaker adds less to a summary than the first of another.
            topics[claim.speaker] = 1.0
            topics[claim.id] = 1.0 if claim.kind in _WEIGHTY else 0.25
    return topics


def _lies_in(item: Claim | Attack | Deadline, sentence: Sentence) -> bool:
    return sentence.start <= item.evidence[0].start < sentence.end


def _breaks_a_quotation(sentence: Sentence, document: Document) -> bool:
    """Whether a quotation begins before the sentence or goes on behind it, so that a mark of it would be missing."""
    overlapping = [each for each in quotations(document) if each.start < sentence.end and sentence.start < each.end]
    return any(each.start < sentence.start or sentence.end < each.end for each in overlapping)


def _stands_alone(wording: str, forms: _Forms, language: str) -> bool:
    """Whether a reader who has only these words knows whom they mean.

    They do not open with a word that takes up what went before, and an actor is named before the first pronoun.
    """
    classes = word_classes(language)
    quoted = [(each.start, each.end) for each in quotations(Document.of(wording, language))]
    words = [(m.start(), m.group().lower()) for m in _WORD.finditer(wording) if not is_within(m.start(), quoted)]
    if not words or words[0][1] in classes.conjunctions | classes.adverbs | classes.relatives | _TAKING_UP:
        return False
    personal = (classes.pronouns & PRONOUNS.keys()) | (classes.possessives & POSSESSIVES.keys())
    pronoun = next((at for at, word in words if word in personal), None)
    return pronoun is None or any(name in wording[:pronoun] for names in forms.values() for name in names)
