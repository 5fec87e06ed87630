"""Headline and summary, once the items are known: each sentence guarded by the items' evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer import grounding
from summarizer.drafts import SummaryDraft
from summarizer.merge import Assembled
from summarizer.reading.conversation import Conversation
from summarizer.reading.extract import extract
from summarizer.schema import Evidence, Rejected

MOST_FINDINGS = 10
MOST_TOKENS = 320
LONGEST_HEADLINE = 160


@dataclass(frozen=True)
class Digest:
    """A headline, a summary of whole sentences, and what was refused of them."""

    headline: str
    summary: str
    rejected: list[Rejected]
    warnings: list[str]


async def digest(conversation: Conversation, items: Assembled, *, extractive: bool) -> Digest:
    """Headline and summary; without items the headline is the first sentence and the summary empty.

    An `extractive` one is made of the article's own sentences; else the model is asked for it.

    Raises:
        CallFailed: one of its kinds: the model gave none.
    """
    document, first = conversation.document, conversation.opening_sentence
    findings = _findings(items)
    if not findings:
        return Digest(first, "", [], [])
    if extractive:
        return _guarded(first, extract(document, items), items, conversation)
    conversation.tell("writing the summary", 0, 1)
    question = conversation.prompts.render("summary", items=findings[:MOST_FINDINGS], language=document.language)
    settings = conversation.prompts.settings("summary")
    draft = await conversation.ask(question, SummaryDraft, max_tokens=MOST_TOKENS, settings=settings)
    headline = " ".join(draft.headline.split())
    return _guarded(headline, [" ".join(sentence.split()) for sentence in draft.summary], items, conversation)


def _guarded(headline: str, sentences: Sequence[str], items: Assembled, conversation: Conversation) -> Digest:
    """What of them the items' evidence bears out; the first sentence where the headline is not, or is too long."""
    document, rejected = conversation.document, []
    first = conversation.opening_sentence
    evidence = _evidence(items, conversation)

    def passes(wording: str) -> bool:
        refusal = grounding.check({"summary": wording}, evidence, document.text, document.language)
        if refusal:
            rejected.append(
                Rejected(section="summary", content={"text": wording}, reason=refusal.reason, detail=refusal.detail)
            )
        return refusal is None

    if headline != first and not (headline and len(headline) <= LONGEST_HEADLINE and passes(headline)):
        headline = first
    return Digest(headline, " ".join(s for s in dict.fromkeys(sentences) if s and passes(s)), rejected, [])


def _evidence(items: Assembled, conversation: Conversation) -> list[Evidence]:
    """The sentences around all items' evidence."""
    document = conversation.document
    numbers = {sentence.number for piece in items.evidence() if (sentence := document.sentence_at(piece.start))}
    return [grounding.evidence(document.text, s.start, s.end) for s in document.sentences if s.number in numbers]


def _findings(items: Assembled) -> list[str]:
    """One line an item, attacks and deadlines first: they are what a desk must not miss."""
    names = {actor.id: actor.name for actor in items.actors}
    lines = [f"Attack: {attack.evidence[0].quote}" for attack in items.attacks]
    lines += [f"Deadline: {deadline.evidence[0].quote}" for deadline in items.deadlines]
    lines += [f"{names[claim.speaker]} ({claim.kind}): {claim.text}" for claim in items.claims]
    return list(dict.fromkeys(lines))
