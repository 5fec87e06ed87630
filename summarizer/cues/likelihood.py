"""Words of duty that tell what is likely instead; pure."""

from __future__ import annotations

from summarizer.cues import bearers
from summarizer.cues.expressions import Expression
from summarizer.cues.lines import Line, lines_of
from summarizer.cues.vocabulary import deadline_words


def is_supposed(expression: Expression) -> bool:
    """Whether every word that would bind tells what is likely: a thing that should be there, or is expected to open."""
    line = lines_of(expression.document)[expression.sentence.number - 1]
    words = deadline_words(expression.language, "obligation")
    binding = [match.start() for match in words.finditer(line.text, *expression.clause)]
    return bool(binding) and all(_is_likelihood(line, at) for at in binding)


def _is_likelihood(line: Line, at: int) -> bool:
    """Whether "should be" and "expects" there are said of a thing and nothing is to be done."""
    verb = line.position(at)
    if deadline_words(line.language, "supposed").match(line.text, at):
        return not bearers.subject(line, verb)
    expected = deadline_words(line.language, "expects").match(line.text, at)
    return bool(expected) and not bearers.at(line, verb + 1)
