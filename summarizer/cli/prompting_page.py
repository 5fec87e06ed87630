"""`summarizer prompts edit`: the page."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from summarizer.cli.addressee import addressee
from summarizer.cli.prompting_words import About
from summarizer.errors import SummarizerError
from summarizer.settings import how_to_install

EXTRA = ("starlette", "uvicorn")
"""What the extra `edit` brings."""


def serve(
    folder: Path,
    about: About,
    *,
    port: int,
    open_browser: bool,
    local_only: bool,
    needs: Sequence[str] = EXTRA,
) -> None:
    """Serve it until Ctrl-C.

    Raises:
        SummarizerError: the extra is not installed, or there is nothing to serve or to ask.
    """
    if missing := [name for name in needs if find_spec(name) is None]:
        raise SummarizerError(f"the page needs {' and '.join(missing)}: {how_to_install('edit')}")
    from summarizer.workshop import page

    addressee(about.arguments, local_only=local_only, what="the articles of the page are")
    sample = None
    if about.file:
        article = about.article()
        sample = page.Sample(about.file.name, article.document.text, article.published, article.title)
    page.serve(folder, port=port, open_browser=open_browser, article=sample, arguments=about.arguments)
