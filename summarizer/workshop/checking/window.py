"""Whether a prompt leaves the model's window room for the article and the answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.prompts.faults import Fault, Position
from summarizer.prompts.front_matter import ParsedFile
from summarizer.workshop.checking.sheet import Sheet

RESERVE = 4_000
"""Tokens that the program keeps free beside the article for instructions, the question and the answer."""
SHORTEST_ANSWER = 600
_SHARE = 0.5
"""Of the whole window: beyond that a prompt is too long whatever the article."""
_CHARS_PER_TOKEN = 3.5
"""Plain English has about four characters a token; numbers and other scripts have fewer."""


def tokens(text: str) -> int:
    """About how many tokens a text is; no tokenizer is asked, since every model has its own."""
    return round(len(text) / _CHARS_PER_TOKEN)


def window_faults(
    sheet: Sheet, file: ParsedFile, opening: str, examples: Sequence[str], context_window: int
) -> Iterator[Fault]:
    """An error where the prompt fills half of the window, a warning where it takes the room of the answer.

    Args:
        sheet: the file.
        file: its parts.
        opening: what is sent before it (the system prompt).
        examples: the examples that it uses, as written.
        context_window: tokens of the model's window.
    """
    meta = file.meta
    words = "\n".join([file.body, meta.instruction or "", *meta.rules])
    own, shown = tokens(words), sum(map(tokens, examples))
    total = own + shown + tokens(opening)
    most = round(context_window * _SHARE)
    at = file.positions.get("examples") if shown > own else file.positions.get("rules")
    at = at or Position(file.first_line, 1)
    hint = "use fewer examples" if shown > own else "say it in fewer words"
    if total > most:
        message = f"this prompt is about {total:,} tokens long, with a window of {context_window:,}"
        yield sheet.fault(at, "too-long", message, f"{hint}: at most {most:,} leave room for article and answer")
    elif total > RESERVE - SHORTEST_ANSWER:
        room = RESERVE - SHORTEST_ANSWER
        message = f"this prompt is about {total:,} tokens long; a long article leaves it {room:,}"
        yield sheet.warning(at, "long", message, f"{hint}, so that the end of a long article is still read well")
