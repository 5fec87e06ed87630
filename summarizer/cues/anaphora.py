"""Whether a telling takes up an attack that was told before: "the strike", "the gunmen", "it happened"; pure."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.cues.clauses import Span
from summarizer.cues.triggers import Trigger, attack_words

_SUBJECT_TO_DEED = 6
"""Words between what takes up an attack and the deed of which it is the subject."""


def takes_up(language: str, text: str, triggers: Sequence[Trigger]) -> bool:
    """Whether the telling takes up an earlier one, or says of it only when or where: "It happened on Monday"."""
    happened = attack_words(language, "happened").search(text)
    own = [trigger for trigger in triggers if happened is None or trigger.span.start >= happened.end()]
    return _is_definite(language, text, own) if own else happened is not None


def _is_definite(language: str, text: str, triggers: Sequence[Trigger]) -> bool:
    """Whether the telling takes up an earlier one: by every trigger ("the strike") or by its subject ("the gunmen").

    What only dates it by an earlier one ("after the siege ended, …") tells another.
    """
    reference = attack_words(language, "reference").match(text)
    own = [trigger for trigger in triggers if reference is None or trigger.span.start >= reference.end()]
    if reference and own:
        text = " " * reference.end() + text[reference.end() :]
        triggers = own
    taken_up = [Span(*match.span()) for match in attack_words(language, "anaphora").finditer(text)]
    if all(any(a.start <= t.span.start and t.span.end <= a.end for a in taken_up) for t in triggers):
        return True
    if any(attack_words(language, "done_in").search(text[: a.start]) for a in taken_up):
        return True
    first = min(trigger.span for trigger in triggers)
    return any(a.start <= first.start and len(text[a.end : first.start].split()) <= _SUBJECT_TO_DEED for a in taken_up)
