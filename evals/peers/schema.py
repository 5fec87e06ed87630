"""The brief as plain instructor is asked for it: names instead of ids, copied quotes instead of offsets, days as text.

The bounds of lists and texts are those of `summarizer.drafts`: they keep a small model from looping, which helps a peer
as much. Headline, summary, and what has no place in flat attributes (strikes, figures by source) are not asked for:
none of it is in the scores, and each would cost a peer tokens.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

Name = Annotated[str, Field(max_length=80)]
Phrase = Annotated[str, Field(max_length=160)]
Passage = Annotated[str, Field(max_length=390)]
# No `date`: a thirtieth of February would cost the whole answer.
Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Number = Annotated[int, Field(ge=0)]
Few = Annotated[list[Name], Field(max_length=4)]


class Actor(BaseModel):
    name: Name
    aliases: Annotated[list[Name], Field(max_length=6)]
    kind: Literal[
        "person", "state", "government", "military", "armed_group", "organisation", "company", "media", "people"
    ]
    role: Phrase | None
    affiliation: Name | None


class Claim(BaseModel):
    quote: Passage
    speaker: Name
    text: Passage
    kind: Literal["statement", "accusation", "denial", "promise", "threat", "demand", "proposal", "prediction"]
    polarity: Literal["affirms", "denies"]
    direct: bool
    about: Few
    via: Name | None
    said: Phrase | None


class Deadline(BaseModel):
    quote: Passage
    what: Passage
    due_text: Phrase
    due_start: Day | None
    due_end: Day | None
    previously: Annotated[list[Phrase], Field(max_length=3)]
    set_by: Few
    binding_on: Few
    consequence: Passage | None
    amount: Phrase | None
    status: Literal["pending", "moved", "extended", "passed", "met", "lifted", "uncertain"]


class Attack(BaseModel):
    quote: Passage
    kind: Literal[
        "airstrike", "missile", "drone", "shelling", "bombing", "shooting",
        "ground_assault", "stabbing", "kidnapping", "arson", "cyber", "other",
    ]  # fmt: skip
    perpetrators: Few
    attribution: Literal["claimed", "reported", "alleged", "denied", "unknown"]
    places: Annotated[list[Name], Field(max_length=6)]
    targets: Annotated[list[Phrase], Field(max_length=4)]
    when_text: Phrase | None
    when_start: Day | None
    when_end: Day | None
    weapon: Phrase | None
    killed_text: Phrase | None
    killed_low: Number | None
    killed_high: Number | None
    injured_text: Phrase | None
    injured_low: Number | None
    injured_high: Number | None
    reported_by: Few


class FlatBrief(BaseModel):
    """All four sections in one answer."""

    actors: list[Actor] = Field(max_length=40)
    claims: list[Claim] = Field(max_length=40)
    deadlines: list[Deadline] = Field(max_length=20)
    attacks: list[Attack] = Field(max_length=20)
