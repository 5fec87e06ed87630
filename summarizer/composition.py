"""From an article to its brief, stage by stage: read, check and merge, sum up, assemble."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer import __version__
from summarizer.document import Document, Sentence
from summarizer.drafts import Reading
from summarizer.errors import CallFailed
from summarizer.llm import Account, Model
from summarizer.merge import Assembled, assemble
from summarizer.progress import Report
from summarizer.prompts import Rendering
from summarizer.reading import PLANS, Conversation, parts_of
from summarizer.reading.digest import Digest, digest
from summarizer.reading.extra import read_own_sections
from summarizer.reading.extra_fields import OwnValues, read_own_fields
from summarizer.schema import Brief, Run, Source

if TYPE_CHECKING:
    from summarizer.settings import Settings


@dataclass(frozen=True)
class Article:
    """What is to be read, and what is known of it."""

    document: Document
    published: dt.date | None = None
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Desk:
    """Who reads it, and how: the model, the prompts, what may be spent, whom to tell."""

    model: Model
    prompts: Rendering
    account: Account
    settings: Settings
    report: Report

    @property
    def plan(self) -> str:
        """The plan in force; where none is chosen, the one that reads best by measurement (evals/NOTES.md)."""
        if self.settings.plan != "auto":
            return self.settings.plan
        return "questions" if self.model.endpoint.dialect == "llama.cpp" else "sections"


async def compose(article: Article, desk: Desk) -> Brief:
    """The brief of an article.

    Raises:
        CallFailed: one of its kinds, where nothing of the article could be read.
        PromptError: a prompt is broken.
    """
    started = time.monotonic()
    conversations = _conversations(article, desk)
    reading, read = await _read(conversations, desk)
    items = assemble(reading, article.document, article.published)
    summary = await _sum_up(conversations[0], items, desk.plan)
    own = await read_own_fields(conversations[0], items, article.published)
    run = Run(
        model=desk.settings.model,
        provider=desk.model.endpoint.provider,
        prompts=desk.prompts.refs,
        library_version=__version__,
        usage=desk.account.usage,
        seconds=round(time.monotonic() - started, 3),
        partial=len(read) < len(article.document.sentences),
        coverage=_coverage(read),
        rejected=[*items.rejected, *summary.rejected, *own.rejected],
        warnings=[*desk.prompts.warnings, *reading.warnings, *summary.warnings, *own.warnings],
    )
    return _brief(article, items, summary, own, run)


def _conversations(article: Article, desk: Desk) -> list[Conversation]:
    """One conversation for each part of the article that fits the model's window."""
    return [
        Conversation(
            desk.model,
            desk.prompts,
            desk.account,
            article.document,
            part,
            article.published,
            article.title,
            desk.report,
            shows_article=desk.plan != "questions",
        )
        for part in parts_of(article.document, desk.settings.context_window)
    ]


async def _read(conversations: Sequence[Conversation], desk: Desk) -> tuple[Reading, list[Sentence]]:
    """What the parts say, and the sentences that were read; raises where no part could be."""
    reading, read = Reading(), list[Sentence]()
    failure: CallFailed | None = None
    for conversation in conversations:
        part = Reading()
        try:
            await PLANS[desk.plan](conversation, part)
            await read_own_sections(conversation, part, by_sentence=desk.plan == "questions")
        except CallFailed as error:
            failure = error
            first, last = conversation.part[0].number, conversation.part[-1].number
            reading.warnings.append(f"sentences {first} to {last} were not read: {error}")
        else:
            reading.join(part)
            read.extend(conversation.part)
    if failure and not read:
        raise failure
    return reading, read


async def _sum_up(conversation: Conversation, items: Assembled, plan: str) -> Digest:
    try:
        return await digest(conversation, items, extractive=plan == "questions")
    except CallFailed as error:
        # The items are read and checked; a missing summary is said, and does not cost them.
        return Digest(conversation.opening_sentence, "", [], [f"no summary: {error}"])


def _brief(article: Article, items: Assembled, summary: Digest, own: OwnValues, run: Run) -> Brief:
    document = article.document
    return Brief(
        headline=summary.headline,
        summary=summary.summary,
        actors=items.actors,
        claims=items.claims,
        deadlines=items.deadlines,
        attacks=items.attacks,
        extra={**own.extra, **items.extra},
        source=Source(
            title=article.title,
            url=article.url,
            published=article.published,
            language=document.language,
            chars=len(document.text),
            sha256=document.sha256,
        ),
        run=run,
    )


def _coverage(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """The spans of the text that were read, neighbours joined."""
    spans: list[tuple[int, int]] = []
    before = None
    for sentence in sentences:
        if before is not None and sentence.number == before.number + 1:
            spans[-1] = (spans[-1][0], sentence.end)
        else:
            spans.append((sentence.start, sentence.end))
        before = sentence
    return spans
