"""Where one sentence goes on to tell another attack than its own: "The strike comes a day after …"; pure."""

from __future__ import annotations

from summarizer.cues.clauses import Span, trim
from summarizer.cues.triggers import attack_words
from summarizer.document import Document


def parted(document: Document, part: Span) -> tuple[Span, Span | None]:
    """The part of a sentence that tells its own event, and what is told of another one behind it, if anything is.

    "The raid may be linked to | a recent attack on the port, which killed nine".
    """
    text = document.text[slice(*part)]
    for match in attack_words(document.language, "leads_to_other").finditer(text):
        other = trim(document.text, part.start + match.end(), part.end)
        if other.end > other.start:
            return trim(document.text, part.start, part.start + match.end()), other
    return part, None


def number_of(language: str, text: str) -> str:
    """Which of several attacks a passage opens with: "second" for "In the second attack, …"; "" for none."""
    match = attack_words(language, "nth_deed").match(text)
    if match is None or counts_deeds(language, text):
        return ""
    return match.group(match.lastindex or 0).casefold()


def counts_deeds(language: str, text: str) -> bool:
    """Whether an ordinal tells how many there have been, this one taken in: "the second such raid in a week"."""
    return bool(attack_words(language, "nth_of_late").search(text))
