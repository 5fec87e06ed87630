"""Fields of one's own of built-in sections: asked item by item once the brief is assembled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from summarizer.drafts import ANSWERS, FieldSpec, Section
from summarizer.errors import CallFailed, OutputInvalid, OutputTruncated
from summarizer.merge import Assembled
from summarizer.merge.extra import OwnFields
from summarizer.reading.conversation import Conversation
from summarizer.reading.extra import values_question, values_room
from summarizer.reading.extra_drafts import values_draft
from summarizer.schema import Actor, Attack, Claim, Deadline, ExtraItem, Rejected

Item = Actor | Claim | Deadline | Attack
_SHOWN_SENTENCES = 4
"""Of an actor that is named everywhere the first ones are shown."""


@dataclass
class OwnValues:
    """What own fields say, by built-in section, and what was refused or could not be asked."""

    extra: dict[str, list[ExtraItem]] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


async def read_own_fields(conversation: Conversation, items: Assembled, published: dt.date | None) -> OwnValues:
    """Ask for the own fields of every item of the sections that have some; nothing is asked where none has."""
    found = OwnValues()
    by_section = {name: fields for name in ANSWERS if (fields := conversation.prompts.own_fields(name))}
    if not by_section:
        return found
    checks = OwnFields(conversation.document, published, items.actors)
    alone = replace(conversation, shows_article=False)  # the passage says it, and costs less than the article each time
    interview = _Interview(alone, checks, found.warnings)
    for section, fields in by_section.items():
        conversation.prompts.used(f"sections/{section}")
        try:
            found.extra[section] = await interview.about(section, getattr(items, section), fields)
        except CallFailed as error:
            found.warnings.append(f"the own fields of {section} were not read, and are left out of `extra`: {error}")
    found.rejected.extend(checks.rejected)
    return found


@dataclass(frozen=True)
class _Interview:
    """Asks about one item after the other; what is asked in vain is named in `warnings`."""

    conversation: Conversation
    checks: OwnFields
    warnings: list[str]

    async def about(self, section: Section, items: Sequence[Item], fields: Mapping[str, FieldSpec]) -> list[ExtraItem]:
        """What the fields say of each item; one whose answer cannot be used is left out."""
        found = []
        for done, item in enumerate(items):
            self.conversation.tell(f"asking about own fields of {section}", done, len(items))
            try:
                values = await self._values(section, item, fields)
            except (OutputInvalid, OutputTruncated) as error:
                lost = f"the own fields of {item.id} were not read, and are left out of `extra`: {error}"
                self.warnings.append(lost)
                continue
            if values:
                found.append(values)
        return found

    async def _values(self, section: Section, item: Item, fields: Mapping[str, FieldSpec]) -> ExtraItem | None:
        evidence = item.evidence[:_SHOWN_SENTENCES]
        passage = " ".join(piece.quote for piece in self.checks.passages(evidence))
        question = values_question(self.conversation.prompts, section, _subject(item), passage, fields)
        draft = await self.conversation.ask(question, values_draft(section, fields), max_tokens=values_room(fields))
        return self.checks.check(section, item.id, draft.model_dump(by_alias=True), fields, evidence)


def _subject(item: Item) -> str:
    """The item in its own words: one passage may hold several."""
    match item:
        case Actor():
            return item.name
        case Claim():
            return item.text
        case Deadline():
            return item.what
        case Attack():
            return item.evidence[0].quote
