"""The command `summarizer`: arguments and exit codes; the work is done elsewhere.

Exit codes: 0 done · 1 a SummarizerError, or a brief that is partial (it is still printed) · 2 a bad option or date, or
no such file · 3 a quality gate not met · 4 no model to ask · 130 interrupted.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from summarizer.errors import SummarizerError

PROGRAM = "summarizer"
INCOMPLETE = 1
"""Exit code of a brief that is partial, as of every error that has no code of its own."""
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None, *, make_summarizer: Any = None) -> NoReturn:
    """Run the command line and exit.

    Args:
        arguments: without the program's name; those of the process when None.
        make_summarizer: called as `summarizer.Summarizer` is, which it replaces.
    """
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    try:
        from summarizer.cli.application import command

        command().main(args=arguments, prog_name=PROGRAM, obj=make_summarizer)
    except SummarizerError as error:
        _complain(str(error))
        sys.exit(error.exit_code)
    except OSError as error:
        _complain(f"{error.filename or 'input or output'}: {error.strerror or error}")
        sys.exit(INCOMPLETE)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    raise AssertionError("the command exits by itself")


def _speak_utf8(stream: object) -> None:
    """Whatever the locale: an article in another script must not end in an encoding error, nor a brief be mangled."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _complain(message: str) -> None:
    from summarizer.render.wording import visible

    told = "\n".join(visible(line) for line in message.splitlines())
    sys.stderr.write(f"{PROGRAM}: error: {told}\n")
