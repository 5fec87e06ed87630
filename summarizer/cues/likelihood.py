"""Words of duty or of the future that tell what is likely to come about instead; pure."""

from __future__ import annotations

from summarizer.cues import bearers
from summarizer.cues.expressions import Expression
from summarizer.cues.lines import Line
from summarizer.cues.vocabulary import deadline_words


def is_supposed(expression: Expression) -> bool:
    """Whether every word that would bind tells what is likely: a thing that should be there, or is expected to open."""
    words = deadline_words(expression.language, "obligation")
    binding = [match.start() for match in words.finditer(expression.line.text, *expression.clause)]
    return bool(binding) and all(_is_likelihood(expression.line, at) for at in binding)


def comes_about(expression: Expression) -> bool:
    """Whether the verb that the time belongs to tells what happens of itself: "should reach", "expects it to fall"."""
    return expression.is_governed_by("likely_to_come_about")


def _is_likelihood(line: Line, at: int) -> bool:
    """Whether "should be" and "expects" there are said of a thing and nothing is to be done."""
    verb = line.position(at)
    if deadline_words(line.language, "supposed").match(line.text, at):
        return not bearers.subject(line, verb)
    if deadline_words(line.language, "awaits").match(line.text, at):
        return False
    expected = deadline_words(line.language, "expects").match(line.text, at)
    return bool(expected) and not bearers.at(line, verb + 1)
