"""Sections of one's own: a list question over the article, or sentence by sentence where a small model reads."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from summarizer.document import Sentence
from summarizer.drafts import FieldSpec, OwnDraft, OwnReading, Reading
from summarizer.errors import CallFailed, OutputInvalid, OutputTruncated
from summarizer.reading.conversation import Conversation
from summarizer.reading.extra_drafts import items_draft, own_draft, values_draft
from summarizer.reading.plans import room
from summarizer.schema import Rejected

if TYPE_CHECKING:
    from summarizer.prompts import Prompt, Rendering

LIST, ONE_FIELD, VALUES, SORTING = "own_section", "own_field", "own_values", "questions/own_section"
"""The shipped prompts that ask for what the editor describes."""
_LEAST_TOKENS, _TOKENS_PER_FIELD = 200, 60
"""Room for the fields of one passage."""


async def read_own_sections(conversation: Conversation, reading: Reading, *, by_sentence: bool) -> None:
    """Read every section of one's own in one part of the document; `by_sentence` asks what a small model answers well.

    A section that cannot be read is named in a warning and left out of the reading: it costs nothing but itself.
    """
    read = _by_sentence if by_sentence else _as_list
    for prompt in conversation.prompts.own_sections():
        section = name_of(prompt)
        try:
            drafts = await read(conversation, reading, prompt)
        except CallFailed as error:
            reading.warnings.append(f"section {section!r} was not read, and is left out of `extra`: {error}")
            reading.unread.add(section)
        else:
            reading.own[section] = OwnReading(prompt.meta.fields, drafts)


def name_of(prompt: Prompt) -> str:
    """The section of "sections/sanctions"."""
    return prompt.section or prompt.id


def singular(section: str) -> str:
    """A section's name as a word for one of its items: "court case" of "court_cases"."""
    words = section.replace("_", " ")
    if words.endswith("ies"):
        return f"{words[:-3]}y"
    return words[:-1] if words.endswith("s") and not words.endswith("ss") else words


def list_question(prompts: Rendering, prompt: Prompt) -> str:
    """The question for the whole list of a section's items."""
    return prompts.render(
        LIST,
        name=name_of(prompt).replace("_", " "),
        description=prompt.meta.description,
        rules=prompts.render(prompt.id),
        fields=field_lines(prompts, prompt.meta.fields),
    )


def values_question(
    prompts: Rendering, section: str, subject: str, passage: str, fields: Mapping[str, FieldSpec]
) -> str:
    """The question for the fields of one passage; `subject` says which finding of it is meant."""
    lines = field_lines(prompts, fields)
    return prompts.render(VALUES, section=section.replace("_", " "), subject=subject, passage=passage, fields=lines)


def field_lines(prompts: Rendering, fields: Mapping[str, FieldSpec]) -> list[str]:
    """A line a field: what to put there, and how."""
    return [
        prompts.render(
            ONE_FIELD,
            name=name,
            type=field.type,
            description=field.description,
            options=list(field.options),
            required=field.required,
        )
        for name, field in fields.items()
    ]


def values_room(fields: Mapping[str, FieldSpec]) -> int:
    """Output tokens for the fields of one passage."""
    return max(_LEAST_TOKENS, _TOKENS_PER_FIELD * len(fields))


def candidates(conversation: Conversation, cues: Sequence[str]) -> list[Sentence]:
    """The sentences of the part in which some word begins like a cue; without cues all."""
    if not cues:
        return list(conversation.part)
    pattern = _cue_pattern(cues)
    return [sentence for sentence in conversation.part if pattern.search(conversation.document.quote(sentence))]


async def _as_list(conversation: Conversation, _: Reading, prompt: Prompt) -> list[OwnDraft]:
    section, fields = name_of(prompt), prompt.meta.fields
    conversation.tell(f"reading {section}", 0, 1)
    answer = await conversation.ask(
        list_question(conversation.prompts, prompt),
        items_draft(section, fields),
        max_tokens=room(conversation.part, 1),
        settings=prompt.meta.settings,
    )
    return [own_draft(item) for item in answer.items]  # type: ignore[attr-defined]


async def _by_sentence(conversation: Conversation, reading: Reading, prompt: Prompt) -> list[OwnDraft]:
    section = name_of(prompt)
    chosen = candidates(conversation, prompt.meta.cues)
    drafts = []
    for done, sentence in enumerate(chosen):
        conversation.tell(f"asking about {section}", done, len(chosen))
        if not await _belongs(conversation, prompt, sentence):
            if prompt.meta.cues:  # without them every sentence is asked about, and most belong nowhere
                _refuse(
                    reading, section, conversation.document.quote(sentence), sentence, "the model does not confirm it"
                )
            continue
        try:
            drafts.append(await _with_values(conversation, prompt, sentence))
        except (OutputInvalid, OutputTruncated) as error:
            _refuse(
                reading,
                section,
                conversation.document.quote(sentence),
                sentence,
                f"no answer about its fields: {error}",
            )
    return drafts


async def _belongs(conversation: Conversation, prompt: Prompt, sentence: Sentence) -> bool:
    """Whether the section's own word is the likeliest for a sentence."""
    prompts, word = conversation.prompts, singular(name_of(prompt))
    others = [option for option in prompt.meta.options or prompts.options(SORTING) if option.casefold() != word]
    weights = await conversation.weigh(
        SORTING,
        [word, *others],
        word=word,
        others=others,
        description=prompt.meta.description,
        rules=prompts.render(prompt.id, examples=[]),  # they show lists, and one word is wanted
        passage=conversation.document.quote(sentence),
    )
    return all(weights[word] > weights[option] for option in others)


async def _with_values(conversation: Conversation, prompt: Prompt, sentence: Sentence) -> OwnDraft:
    section, fields = name_of(prompt), prompt.meta.fields
    if not fields:
        return OwnDraft(sentence=sentence.number, quote="", values={})
    passage = conversation.document.quote(sentence)
    question = values_question(conversation.prompts, section, prompt.meta.description, passage, fields)
    answer = await conversation.ask(
        question, values_draft(section, fields), max_tokens=values_room(fields), settings=prompt.meta.settings
    )
    return own_draft(answer, sentence.number)


def _cue_pattern(cues: Sequence[str]) -> re.Pattern[str]:
    words = "|".join(r"\s+".join(map(re.escape, cue.split())) for cue in cues)
    return re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE)


def _refuse(reading: Reading, section: str, quote: str, sentence: Sentence, detail: str) -> None:
    content = {"sentence": sentence.number, "quote": quote}
    reading.rejected.append(Rejected(section=section, content=content, reason="other", detail=detail))
