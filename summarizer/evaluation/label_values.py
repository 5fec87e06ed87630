"""What stands in a label: days, figures, names; each refused where it cannot be meant."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    model_validator,
)

Names = Annotated[list[Annotated[str, Field(min_length=1)]], Field(min_length=1)]
"""Every name by which one actor may rightly be given."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class _Value(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


L = TypeVar("L", bound=BaseModel)


def _day(written: object) -> object:
    """A day as ISO 8601 has it; a bare number would count seconds since 1970."""
    if isinstance(written, dt.date) and not isinstance(written, dt.datetime):
        return written
    if not isinstance(written, str) or not _DAY.fullmatch(written):
        raise ValueError(f"{written!r} is no day: write it as 2025-08-07")
    try:
        return dt.date.fromisoformat(written)
    except ValueError as error:
        raise ValueError(f"{written!r} is no day: {error}") from None


def _said(text: str) -> str:
    if not text.strip():
        raise ValueError("this is blank")
    return text


Day = Annotated[dt.date, BeforeValidator(_day)]
Figure = Annotated[int, Field(ge=0, strict=True)]
Said = Annotated[str, Field(min_length=1), AfterValidator(_said)]
"""A text that says something."""


def in_order(label: L, low: int | None, high: int | None) -> L:
    """`label`, unless its bounds are the wrong way round."""
    if low is not None and high is not None and low > high:
        raise ValueError(f"low {low} is above high {high}")
    return label


class Bounds(_Value):
    """A figure: "at least six" is low 6, high null; "dozens" has neither."""

    low: Figure | None
    high: Figure | None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        return in_order(self, self.low, self.high)


class Period(_Value):
    """Calendar days, both inclusive; "by Friday" has an end only."""

    start: Day | None
    end: Day | None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"start {self.start} is after end {self.end}")
        return self


def _own_value(value: object, check: ValidatorFunctionWrapHandler) -> Any:
    """One complaint, where each kind that it is not would have one."""
    try:
        return check(value)
    except ValidationError as error:
        told = [each["msg"].removeprefix("Value error, ") for each in error.errors() if each["type"] == "value_error"]
        kinds = "words, a list of wordings, true or false, {low, high}, {start, end} or null"
        raise ValueError(told[0] if told else f"this is none of {kinds}") from None


OwnValueLabel = Annotated[StrictBool | Bounds | Period | Names | str | None, WrapValidator(_own_value)]
"""What a field of one's own should hold: a list has every wording, or every name of the actor, that is right."""
