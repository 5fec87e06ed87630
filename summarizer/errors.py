"""Every error that this library raises on purpose.

    SummarizerError
    ├── InputError              what was passed in cannot be read: blank text, wrong type, binary file, bad date
    ├── SettingsError           a setting, environment variable or summarizer.toml is malformed
    ├── EvidenceError           a brief's evidence does not stand in the text it is checked against
    ├── PromptError             a prompt file is missing, broken or reaches outside its sandbox
    ├── ModelUnavailable        no key and no embedded model, or a GGUF file that is not there
    └── CallFailed              a model was asked and no usable answer came
        ├── AuthenticationFailed    401, 403: the key is wrong or may not use the model
        ├── UnknownModel            404: the server does not know the model
        ├── RequestRefused          400, 422 or a refusal by the model: asking again would not help
        ├── RateLimited             429 that outlasted the retries
        ├── ServerFailed            5xx that outlasted the retries
        ├── ConnectionFailed        the server could not be reached or broke off
        ├── TimedOut                the total time of the call was spent
        ├── BudgetSpent             the token budget of the call was spent
        ├── OutputTruncated         the answer was cut at the output limit
        └── OutputInvalid           the answer did not fit the schema after the re-asks

Foreign exceptions are translated in `summarizer.llm` (openai, instructor, httpx) and nowhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.prompts import Fault
    from summarizer.schema import Usage


class SummarizerError(Exception):
    """Base of every error of this library.

    Attributes:
        exit_code: what the command line exits with.
        attempts: requests that were sent before giving up; 0 where none was.
        usage: tokens and calls spent until the error, or None where no model was asked.
        raw_output: the model's last raw answer, or None.
    """

    exit_code: int = 1

    def __init__(
        self,
        message: str,
        *,
        attempts: int = 0,
        usage: Usage | None = None,
        raw_output: str | None = None,
    ) -> None:
        super().__init__(message)
        self.attempts = attempts
        self.usage = usage
        self.raw_output = raw_output


class InputError(SummarizerError):
    """The text, file or date that was given cannot be read."""


class SettingsError(SummarizerError):
    """A setting has a value that cannot be used; the message names the setting and where it came from."""


class EvidenceError(SummarizerError):
    """An evidence does not stand in the text at its offsets."""


class PromptError(SummarizerError):
    """A prompt cannot be found, parsed or rendered; the message names file and line.

    Attributes:
        faults: everything wrong with the file, each with its line and column; the message tells the first.
    """

    def __init__(self, message: str, *, faults: tuple[Fault, ...] = ()) -> None:
        super().__init__(message)
        self.faults = faults


class ModelUnavailable(SummarizerError):
    """There is no model to ask; the message names the remedies."""

    exit_code = 4


class CallFailed(SummarizerError):
    """A model was asked and no usable answer came."""


class AuthenticationFailed(CallFailed):
    """The server rejected the key (401, 403)."""


class UnknownModel(CallFailed):
    """The server does not know the model (404)."""


class RequestRefused(CallFailed):
    """The server or the model refused the request; it is not asked again."""


class RateLimited(CallFailed):
    """The server kept answering 429 until the retries were spent."""


class ServerFailed(CallFailed):
    """The server kept answering 5xx until the retries were spent."""


class ConnectionFailed(CallFailed):
    """The server could not be reached, or broke the connection off."""


class TimedOut(CallFailed):
    """The total time allowed was spent."""


class BudgetSpent(CallFailed):
    """The token budget was spent."""


class OutputTruncated(CallFailed):
    """The answer was cut at the output limit."""


class OutputInvalid(CallFailed):
    """The answer did not fit the schema after all re-asks."""
