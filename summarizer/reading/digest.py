"""Headline and summary: asked for once the items are known, each sentence guarded by the items' evidence."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer import grounding
from summarizer.drafts import SummaryDraft
from summarizer.errors import OutputInvalid, OutputTruncated
from summarizer.merge import Assembled
from summarizer.reading.conversation import Conversation
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


async def digest(conversation: Conversation, items: Assembled) -> Digest:
    """Ask for headline and summary; without items the headline is the first sentence and the summary empty."""
    document, first = conversation.document, conversation.opening_sentence
    findings = _findings(items)
    if not findings:
        return Digest(first, "", [], [])
    conversation.tell("writing the summary", 0, 1)
    question = conversation.prompts.render("summary", items=findings[:MOST_FINDINGS], language=document.language)
    try:
        settings = conversation.prompts.settings("summary")
        draft = await conversation.ask(question, SummaryDraft, max_tokens=MOST_TOKENS, settings=settings)
    except (OutputInvalid, OutputTruncated) as error:
        return Digest(first, "", [], [f"no summary: {error}"])
    return _guarded(draft, items, conversation, first)


def _guarded(draft: SummaryDraft, items: Assembled, conversation: Conversation, first: str) -> Digest:
    document, rejected = conversation.document, []
    evidence = _evidence(items, conversation)

    def passes(wording: str) -> bool:
        refusal = grounding.check({"summary": wording}, evidence, document.text, document.language)
        if refusal:
            rejected.append(
                Rejected(section="summary", content={"text": wording}, reason=refusal.reason, detail=refusal.detail)
            )
        return refusal is None

    headline = " ".join(draft.headline.split())
    headline = headline if headline and len(headline) <= LONGEST_HEADLINE and passes(headline) else first
    sentences = dict.fromkeys(" ".join(sentence.split()) for sentence in draft.summary)
    return Digest(headline, " ".join(s for s in sentences if s and passes(s)), rejected, [])


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
