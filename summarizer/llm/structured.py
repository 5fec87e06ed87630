"""One typed answer by instructor: a single attempt, whose failures come back as data for our own re-ask."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from instructor.core.exceptions import InstructorRetryException
    from openai.types.chat import ChatCompletion
    from pydantic import BaseModel, ValidationError

    T = TypeVar("T", bound=BaseModel)

_MOST_ERRORS = 8
_LONGEST_ERROR = 200


class Misfit(Exception):
    """The answer is not the wanted type; `errors` are short lines, none where it was cut at the output limit."""

    def __init__(self, errors: tuple[str, ...]) -> None:
        super().__init__("; ".join(errors))
        self.errors = errors


def load() -> None:
    """Import instructor now, a second or two, rather than within the time of the first request."""
    import logging

    import instructor.core.patch  # noqa: F401 - the package itself loads its parts when they are touched

    # instructor logs each failed attempt as an error, and Python prints that where nobody listens; ours are raised.
    if not (logger := logging.getLogger("instructor")).handlers:
        logger.addHandler(logging.NullHandler())


async def structured(create: Callable[..., Awaitable[ChatCompletion]], draft: type[T], body: Mapping[str, Any]) -> T:
    """Let instructor call `create` once, and parse and validate what comes.

    `context=` is never passed: instructor would render the messages, article included, as a template with it.

    Raises:
        Misfit: the completion is cut, or does not validate.
        Exception: whatever `create` raised, as it was.
    """
    import instructor
    from instructor.core.exceptions import IncompleteOutputException, InstructorRetryException

    once: Any = instructor.patch(create=create, mode=instructor.Mode.JSON_SCHEMA)
    failure: BaseException
    try:
        answer = await once(response_model=draft, max_retries=0, strict=False, **body)
    except IncompleteOutputException:
        failure = Misfit(())
    except InstructorRetryException as wrapper:
        failure = _unwrapped(wrapper)
    else:
        # instructor answers with a subclass of the draft that carries the whole completion along.
        return draft.model_validate(answer.model_dump(by_alias=True, round_trip=True))
    raise failure


def _unwrapped(wrapper: InstructorRetryException) -> BaseException:
    from pydantic import ValidationError

    cause = wrapper.__cause__
    if isinstance(cause, ValidationError):
        return Misfit(_lines(cause))
    return cause or wrapper


def _lines(error: ValidationError) -> tuple[str, ...]:
    details = error.errors(include_url=False, include_context=False, include_input=False)
    lines = (f"{'.'.join(map(str, detail['loc'])) or 'answer'}: {detail['msg']}" for detail in details)
    return tuple(line[:_LONGEST_ERROR] for line in lines)[:_MOST_ERRORS]
