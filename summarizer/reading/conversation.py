"""One part of an article in front of a model: a shared prefix (instructions, sentences), then a question at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from summarizer.document import Document, Sentence
from summarizer.llm import Account, Message, Model, Reask
from summarizer.progress import Progress, Report
from summarizer.prompts import ModelSettings, Rendering
from summarizer.settings import RESERVED_TOKENS

if TYPE_CHECKING:
    from pydantic import BaseModel

T = TypeVar("T", bound="BaseModel")

_CHARS_PER_TOKEN = 2.0
"""Careful: Latin text has about 4 characters a token, Cyrillic 2."""
USUAL_SETTINGS = ModelSettings()
"""Of a prompt that has none of its own."""


@dataclass(frozen=True)
class Conversation:
    """Asks about one part of a document; the part stands at the front of every question, so that servers cache it."""

    model: Model
    prompts: Rendering
    account: Account
    document: Document
    part: Sequence[Sentence]
    published: dt.date | None
    title: str | None
    report: Report
    shows_article: bool = True

    async def ask(
        self, question: str, draft: type[T], *, max_tokens: int, settings: ModelSettings = USUAL_SETTINGS
    ) -> T:
        """One typed answer to a rendered question; its prompt's own settings go before `max_tokens`."""
        messages = [Message("system", self.prompts.render("system")), Message("user", self._behind_article(question))]
        return await self.model.ask(
            messages,
            draft,
            account=self.account,
            max_tokens=settings.max_tokens or max_tokens,
            temperature=settings.temperature or 0,
            reask=self._reask,
        )

    async def weigh(self, name: str, /, options: Sequence[str] = (), **inputs: Any) -> dict[str, float]:
        """Log-probability of each answer to the question of that name: of its own options, or of those given.

        The question stands by itself, behind its instruction and without the article: a small model judges a passage
        better so, and reads less.
        """
        messages = [
            Message("system", self.prompts.instruction(name)),
            Message("user", self.prompts.render(name, **inputs)),
        ]
        return await self.model.weigh(messages, options or self.prompts.options(name), account=self.account)

    @property
    def opening_sentence(self) -> str:
        """The first sentence of the document: the headline where no better one holds."""
        return self.document.quote(self.document.sentences[0])

    def tell(self, stage: str, done: int, total: int) -> None:
        """Report progress."""
        self.report(Progress(stage, done, total, "questions"))

    def holds(self, number: int) -> bool:
        """Whether this part has the sentence of that number."""
        return self.part[0].number <= number <= self.part[-1].number

    def _behind_article(self, question: str) -> str:
        """The question behind the numbered sentences, where the plan has the model read them."""
        if not self.shows_article:
            return question
        sentences = [
            {
                "number": s.number,
                "text": self.document.quote(s),
                "opens_paragraph": before is None or before.paragraph != s.paragraph,
            }
            for before, s in zip((None, *self.part), self.part, strict=False)
        ]
        article = self.prompts.render("article", sentences=sentences, published=self.published, title=self.title)
        return f"{article}\n\n{question}"

    def _reask(self, fault: Reask) -> str:
        return self.prompts.render("reask", kind=fault.kind, errors=list(fault.errors))


def parts_of(document: Document, context_window: int) -> Iterator[list[Sentence]]:
    """The document's sentences in runs that fit the model's window, cut at paragraph ends where one is near."""
    room = (context_window - RESERVED_TOKENS) * _CHARS_PER_TOKEN
    part: list[Sentence] = []
    for sentence in document.sentences:
        if part and sentence.end - part[0].start > room:
            yield part
            part = []
        part.append(sentence)
    yield part
