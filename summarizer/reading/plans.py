"""The plans in which the model writes the items: one question for all, one a section, one a section and window."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.document import Sentence
from summarizer.drafts import ANSWERS, Draft, Drafts, Reading
from summarizer.errors import OutputTruncated
from summarizer.prompts import ModelSettings
from summarizer.reading.conversation import Conversation

WINDOW = 8
"""Sentences of a window."""
TOKENS_PER_SENTENCE = 160
"""Room for what one sentence may yield in one section."""
LEAST_TOKENS, MOST_TOKENS = 600, 8_000


async def read_whole(conversation: Conversation, reading: Reading) -> None:
    """One question for all four sections."""
    conversation.tell("reading the article", 0, 1)
    question = "\n\n".join(conversation.prompts.render(f"sections/{section}") for section in ANSWERS)
    reading.take(await conversation.ask(question, Drafts, max_tokens=room(conversation.part, len(ANSWERS))))


async def read_sections(conversation: Conversation, reading: Reading) -> None:
    """One question a section, all behind the same article."""
    for done, (section, draft) in enumerate(ANSWERS.items()):
        conversation.tell(f"reading {section}", done, len(ANSWERS))
        question, settings = _rules(conversation, section)
        reading.take(await conversation.ask(question, draft, max_tokens=room(conversation.part, 1), settings=settings))


async def read_windows(conversation: Conversation, reading: Reading) -> None:
    """One question a section and window of sentences; actors, who need the whole article, in one."""
    part = conversation.part
    windows = [part[i : i + WINDOW] for i in range(0, len(part), WINDOW)]
    total = 1 + (len(ANSWERS) - 1) * len(windows)
    conversation.tell("reading actors", 0, total)
    rules, settings = _rules(conversation, "actors")
    reading.take(await conversation.ask(rules, ANSWERS["actors"], max_tokens=room(part, 1), settings=settings))
    done = 1
    for section, draft in list(ANSWERS.items())[1:]:
        for window in windows:
            conversation.tell(f"reading {section}", done, total)
            await _read_window(conversation, reading, section, draft, window)
            done += 1


def _rules(conversation: Conversation, section: str) -> tuple[str, ModelSettings]:
    """The rules of a section, and how the model is to be set for them."""
    name = f"sections/{section}"
    return conversation.prompts.render(name), conversation.prompts.settings(name)


async def _read_window(
    conversation: Conversation, reading: Reading, section: str, draft: type[Draft], window: Sequence[Sentence]
) -> None:
    """One window; one whose answer does not fit is asked again in halves, down to single sentences."""
    pointer = conversation.prompts.render("window", first=window[0].number, last=window[-1].number)
    rules, settings = _rules(conversation, section)
    try:
        answer = await conversation.ask(f"{rules}\n{pointer}", draft, max_tokens=room(window, 1), settings=settings)
        reading.take(answer)
    except OutputTruncated:
        if len(window) == 1:
            raise
        half = len(window) // 2
        await _read_window(conversation, reading, section, draft, window[:half])
        await _read_window(conversation, reading, section, draft, window[half:])


def room(sentences: Sequence[Sentence], sections: int) -> int:
    """Output tokens for an answer about that many sentences."""
    return min(MOST_TOKENS, max(LEAST_TOKENS, len(sentences) * TOKENS_PER_SENTENCE * sections))
