"""One article under two sets of prompts: both briefs, and what is gained, lost and changed between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from pydantic import BaseModel, ConfigDict

from summarizer.progress import Progress, Report, silent
from summarizer.schema import Brief
from summarizer.workshop.changes import Change, compare_briefs

if TYPE_CHECKING:
    import datetime as dt

    from summarizer.composition import Article
    from summarizer.prompts import Prompts
    from summarizer.workshop.kept_briefs import KeptBriefs

__all__ = ["Change", "Trial", "compare_briefs", "folder_of", "try_", "under"]


class Summarizes(Protocol):
    """What a trial asks of a `summarizer.Summarizer`."""

    def summarize(
        self, text: str, *, published: dt.date | None = None, title: str | None = None, url: str | None = None
    ) -> Brief:
        """The brief of `text`."""


MakeSummarizer = Callable[..., AbstractContextManager[Summarizes]]
SIDES = ("old", "new")


class Trial(BaseModel):
    """Two briefs of one article.

    Attributes:
        kept: which of them, "old" or "new", stood from an earlier trial and were not asked for again.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    old: Brief
    new: Brief
    changes: list[Change]
    kept: list[str] = []


def try_(
    article: Article,
    old: Prompts,
    new: Prompts,
    arguments: Mapping[str, Any],
    progress: Report = silent,
    *,
    make: MakeSummarizer | None = None,
    kept: KeptBriefs | None = None,
) -> Trial:
    """The briefs of `article` under both prompts, the old one first.

    Args:
        article: what is read.
        old: the prompts as they were, usually the shipped ones.
        new: the prompts to try.
        arguments: of `Summarizer`, its prompts excepted: model, base_url, plan, timeout.
        progress: called with each step; the stage names the side.
        make: called as `summarizer.Summarizer` is, which it replaces.
        kept: where whole briefs are kept, and taken from; None asks for both, always.

    Raises:
        SummarizerError: one of its kinds: the model gave no usable answer, or a prompt is broken. What was answered
            before that is kept.
    """
    make = make or _summarizer()
    briefs, known = dict[str, Brief](), list[str]()
    with ExitStack() as stack:
        # Both stay open until both briefs are there, so that an embedded model is loaded once.
        for side, prompts in zip(SIDES, (old, new), strict=True):
            if kept and (brief := kept.find(article, prompts)):
                briefs[side] = brief
                known.append(side)
                progress(Progress(f"{side} prompts: kept from an earlier trial", 1, 1))
                continue
            told = under(side, progress)
            summarizer = stack.enter_context(make(progress=told, **{**arguments, "prompts": folder_of(prompts)}))
            briefs[side] = summarizer.summarize(
                article.document.text, published=article.published, title=article.title, url=article.url
            )
            if kept:
                kept.save(article, prompts, briefs[side])
    return Trial(old=briefs["old"], new=briefs["new"], changes=compare_briefs(briefs["old"], briefs["new"]), kept=known)


def folder_of(prompts: Prompts) -> Path:
    """The folder to name to a `Summarizer` for it to speak from `prompts`, whatever the environment says."""
    return prompts.layers[0]


def under(side: str, progress: Report) -> Report:
    """Tells the same steps, each with the side that it is of."""
    return lambda step: progress(step._replace(stage=f"{side} prompts: {step.stage}"))


def _summarizer() -> MakeSummarizer:
    from summarizer.pipeline import Summarizer

    return Summarizer
